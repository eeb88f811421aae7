"""What an approver would have changed: remarks that are written while reading, and the packet given back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from reader.core.book import Book
from reader.store.events import EventState
from reader.store.packets import StoredPacket
from sync.errors import Code, SohopError
from sync.model.events import Event, SubmitPacket
from sync.model.ids import MeetingId
from sync.model.review import Remark, ReturnPacket

_DRAFT: Final = "review/{meeting}/{version}"
"""By number: what was written stays when the secretary submits it once more before it was given back."""
MOST_REMARKS: Final = 200
LONGEST: Final = 2_000


@dataclass(frozen=True)
class RemarkView:
    """A remark, with what it is about by name; an empty name: the whole packet, or what is not in it."""

    about: str
    name: str
    text: str


@dataclass(frozen=True)
class ReturnView:
    """A submitted version, given back."""

    by: str
    when: datetime
    remarks: tuple[RemarkView, ...]
    sent: bool
    """The hub has said that it has it."""


def draft(book: Book, meeting: MeetingId, version: int) -> tuple[Remark, ...]:
    """Remarks written on this laptop and not sent yet."""
    return book.vault.settings.get(_DRAFT.format(meeting=meeting, version=version), tuple[Remark, ...], ())


def put_remark(book: Book, meeting: MeetingId, version: int, was: Remark | None, now: Remark | None) -> None:
    """Keep a remark in the place of ``was``, else behind the others; None takes ``was`` out.

    Raises ``SohopError(MALFORMED)`` for more than ``MOST_REMARKS``.
    """
    kept = list(draft(book, meeting, version))
    at = len(kept)
    with suppress(ValueError):
        at = kept.index(was) if was is not None else at
    kept[at : at + 1] = [] if now is None else [now]
    if len(kept) > MOST_REMARKS:
        raise SohopError(Code.MALFORMED)
    _put(book, meeting, version, kept)


def send_back(book: Book, stored: StoredPacket) -> None:
    """Give this version back with what was written; the secretary is told at the next contact.

    Raises ``SohopError(PACKET_NOT_READY)`` when nothing was written.
    """
    meeting, version = stored.manifest.meeting.id, stored.manifest.version
    remarks = draft(book, meeting, version)
    if not remarks:
        raise SohopError(Code.PACKET_NOT_READY)
    with book.vault.transaction():
        book.act(meeting, ReturnPacket(manifest=stored.digest, remarks=remarks))
        _put(book, meeting, version, ())


def named(stored: StoredPacket, remarks: Sequence[Remark]) -> tuple[RemarkView, ...]:
    """Remarks with the names of what they are about in this version."""
    titles = {str(item.id): item.title for item in stored.items}
    titles |= {str(one.id): one.name for item in stored.items for one in item.documents}
    return tuple(RemarkView(one.about, titles.get(one.about, ""), one.text) for one in remarks)


def returns(
    book: Book, meeting: MeetingId, stored: StoredPacket, names: Mapping[str, str]
) -> tuple[ReturnView, ...]:
    """What was given back since this version was submitted last; empty: nothing was.

    Also of one that it replaced, which an approver still had: the remarks would reach nobody else.
    """
    found: list[ReturnView] = []
    submitted = False
    for known in book.vault.events.of_kinds(meeting, SubmitPacket, ReturnPacket):
        event = known.event
        body = event.body if isinstance(event, Event) else None
        if not isinstance(event, Event) or known.state is EventState.REFUSED:
            continue
        if isinstance(body, SubmitPacket) and body.manifest == stored.digest:
            found, submitted = [], True
        elif isinstance(body, ReturnPacket) and submitted:
            found.append(
                ReturnView(
                    by=names.get(event.person, ""),
                    when=known.recorded or event.at,
                    remarks=named(stored, body.remarks),
                    sent=known.state is not EventState.PENDING,
                )
            )
    return tuple(found)


def _put(book: Book, meeting: MeetingId, version: int, remarks: Sequence[Remark]) -> None:
    book.vault.settings.put(_DRAFT.format(meeting=meeting, version=version), tuple(remarks))
