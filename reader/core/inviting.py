"""Inviting to a meeting: a letter in the form of Decree 30/2020/NĐ-CP, and a calendar file (RFC 5545).

Both may be made of a packet that is still being composed, or of the one that readers have.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from reader.core import standing
from reader.core.book import Book
from reader.core.composing import drafting
from reader.core.composing.building import readers
from reader.core.papers import Paper, written
from sync.model.ids import MeetingId, PersonId
from sync.model.people import PersonEntry, Role

_VOTERS: Final = (Role.DELEGATE,)
"""What those on the roll are, also when the hub does not list them any more."""


@dataclass(frozen=True)
class Point:
    """An item of the agenda. ``access``: who may know of it; empty: everybody invited."""

    title: str
    speaker: str = ""
    starts: datetime | None = None
    access: tuple[PersonId, ...] = ()

    def permits(self, person: PersonId | None) -> bool:
        """Whether it may be told to this person; None: to everybody."""
        return not self.access or person in self.access


@dataclass(frozen=True)
class Occasion:
    """A meeting that people are invited to."""

    id: MeetingId
    title: str
    place: str
    starts: datetime
    ends: datetime
    points: tuple[Point, ...]
    people: tuple[PersonEntry, ...]
    """Who is invited: delegates by given name, then guests and tellers."""
    chair: PersonEntry | None
    version: int
    """Of the packet it was made from."""

    def agenda(self, person: PersonId | None) -> tuple[tuple[int, Point], ...]:
        """What may be told to this person, None: to everybody, each with its number."""
        return tuple((n, one) for n, one in enumerate(self.points, 1) if one.permits(person))


def occasion(book: Book, meeting: MeetingId, *, draft: bool = False) -> Occasion:
    """From what readers have; ``draft``, or when they have nothing: from what is being composed here.

    Raises ``SohopError(PACKET_UNKNOWN)``.
    """
    stored = None if draft else standing.readable(book, meeting)
    known = book.vault.trust.people()
    if stored is not None:
        manifest = stored.manifest
        named = {
            entry.person: PersonEntry(person=entry.person, name=entry.name, title=entry.title, roles=_VOTERS)
            for entry in manifest.roll
        }
        named |= {one.person: one for one in known}
        return Occasion(
            id=meeting,
            title=manifest.meeting.title,
            place=manifest.meeting.place,
            starts=manifest.meeting.starts,
            ends=manifest.meeting.ends,
            points=tuple(Point(one.title, one.speaker, one.starts, one.access) for one in stored.items),
            people=tuple(readers([named[one] for one in manifest.readers if one in named])),
            chair=chair_of(book),
            version=manifest.version,
        )
    view = drafting.load(book, meeting)
    packet = view.packet
    return Occasion(
        id=meeting,
        title=packet.meeting.title,
        place=packet.meeting.place,
        starts=packet.meeting.starts,
        ends=packet.meeting.ends,
        points=tuple(
            Point(one.title, one.speaker, one.starts, tuple(map(PersonId, one.access)))
            for one in packet.items
        ),
        people=tuple(readers(known)),
        chair=chair_of(book),
        version=view.version,
    )


def invitation_docx(book: Book, meeting: MeetingId, *, each: bool = False, draft: bool = False) -> bytes:
    """The letter to all, or one to ``each`` person in one file.

    Raises as ``occasion``, and ``SohopError(TEMPLATE_WRONG)`` (``what``).
    """
    from reader.core.office.invitation import invitation

    made = invitation(occasion(book, meeting, draft=draft), book.owner, book.now(), each=each)
    return written(book, Paper.INVITATION, made)


def calendar_file(book: Book, meeting: MeetingId, *, draft: bool = False) -> bytes:
    """The meeting for people's calendars; of a recalled one, that it is cancelled. Raises as ``occasion``."""
    from reader.core.office.calendar_file import calendar_of, cancelled

    if not draft and standing.readable(book, meeting) is None:
        gone = next((one for one in book.vault.packets.recalled() if one.meeting == meeting), None)
        if gone is not None:
            return cancelled(gone, book.identity.tenant, book.now())
    return calendar_of(occasion(book, meeting, draft=draft), book.identity.tenant, book.now())


def chair_of(book: Book) -> PersonEntry | None:
    """The one chair of the office; None where there is none, or are several."""
    chairs = [one for one in book.vault.trust.people() if Role.CHAIR in one.roles]
    return chairs[0] if len(chairs) == 1 else None
