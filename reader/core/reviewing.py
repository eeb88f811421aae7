"""What an approver would have changed: remarks that are written while reading, and the packet given back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from reader.core.book import Book
from reader.store.events import EventState
from reader.store.packets import StoredPacket
from sync.errors import Code, SohopError
from sync.model.events import Event, SubmitPacket
from sync.model.ids import Digest, MeetingId
from sync.model.review import Remark, ReturnPacket

_DRAFT: Final = "review/{manifest}"
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


def draft(book: Book, manifest: Digest) -> tuple[Remark, ...]:
    """Remarks written on this laptop and not sent yet."""
    return book.vault.settings.get(_DRAFT.format(manifest=manifest), tuple[Remark, ...], ())


def put_draft(book: Book, manifest: Digest, remarks: Sequence[Remark]) -> None:
    """Keep these. Raises ``ValueError`` for more than ``MOST_REMARKS``."""
    if len(remarks) > MOST_REMARKS:
        raise ValueError(len(remarks))
    book.vault.settings.put(_DRAFT.format(manifest=manifest), tuple(remarks))


def send_back(book: Book, stored: StoredPacket) -> None:
    """Give this version back with what was written; the secretary is told at the next contact.

    Raises ``SohopError(PACKET_NOT_READY)`` when nothing was written.
    """
    remarks = draft(book, stored.digest)
    if not remarks:
        raise SohopError(Code.PACKET_NOT_READY)
    with book.vault.transaction():
        book.act(stored.manifest.meeting.id, ReturnPacket(manifest=stored.digest, remarks=remarks))
        put_draft(book, stored.digest, ())


def named(stored: StoredPacket, remarks: Sequence[Remark]) -> tuple[RemarkView, ...]:
    """Remarks with the names of what they are about in this version."""
    titles = {str(item.id): item.title for item in stored.items}
    titles |= {str(one.id): one.name for item in stored.items for one in item.documents}
    return tuple(RemarkView(one.about, titles.get(one.about, ""), one.text) for one in remarks)


def returns(
    book: Book, meeting: MeetingId, stored: StoredPacket, names: Mapping[str, str]
) -> tuple[ReturnView, ...]:
    """How this version was given back since it was submitted last; empty: it was not."""
    found: list[ReturnView] = []
    for known in book.vault.events.of_meeting(meeting):
        event = known.event
        body = event.body if isinstance(event, Event) else None
        if not isinstance(event, Event) or known.state is EventState.REFUSED:
            continue
        if isinstance(body, SubmitPacket) and body.manifest == stored.digest:
            found = []
        elif isinstance(body, ReturnPacket) and body.manifest == stored.digest:
            found.append(
                ReturnView(
                    by=names.get(event.person, ""),
                    when=known.recorded or event.at,
                    remarks=named(stored, body.remarks),
                    sent=known.state is not EventState.PENDING,
                )
            )
    return tuple(found)
