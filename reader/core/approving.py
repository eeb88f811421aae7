"""The approver's side: submitted versions, what each would show to delegates, and whose turn it is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reader.core import library, opining, recorders, reviewing
from reader.core.book import Book
from reader.core.composing.changes import Changes, Contents, compare
from reader.core.preparing import approve as sign
from reader.core.reviewing import RemarkView, ReturnView
from reader.core.views import MeetingView
from reader.store.events import EventState
from reader.store.packets import StoredPacket
from sync.errors import Code, SohopError
from sync.model.events import ApprovePacket, Event, SubmitPacket
from sync.model.ids import Digest, EventId, MeetingId
from sync.model.motion import Motion
from sync.model.review import ReturnPacket


class Turn(StrEnum):
    """Whose it is with a submitted version."""

    MINE = "mine"
    OWN = "own"
    """This person submitted it: another one must approve."""
    SENDING = "sending"
    """Signed here; the hub has not said yet that it has it."""
    RETURNING = "returning"
    """Given back here; the hub has not said yet that it has it."""
    RETURNED = "returned"
    """Given back with remarks; the secretary's turn."""
    APPROVED = "approved"
    """A secretary can publish it."""


@dataclass(frozen=True)
class ApprovalCard:
    """A submitted version, on the shelf."""

    meeting: MeetingId
    manifest: Digest
    title: str
    version: int
    by: str
    """Name of who submitted it; empty where that is not known."""
    turn: Turn
    complete: bool
    """All of its documents are on this laptop."""
    in_room: bool = False
    """What this person did is at the room hub so far; the office has not said yet that it has it too."""


@dataclass(frozen=True)
class ApprovalView:
    """A submitted version, opened: what delegates would see, and what is different in it."""

    card: ApprovalCard
    meeting: MeetingView
    motions: tuple[Motion, ...]
    published: int
    """The version that delegates have; 0 for none."""
    reason: str
    """Why there is a new version, in the secretary's words."""
    changes: Changes
    size: int
    pages: int
    remarks: tuple[RemarkView, ...] = ()
    """Written here and not sent yet, in their order."""
    returns: tuple[ReturnView, ...] = ()
    refused: tuple[EventId, Code] | None = None
    """The last that this person did here, where the hub did not take it: what it was, and why."""


def cards(book: Book) -> tuple[ApprovalCard, ...]:
    """The newest submitted version of every meeting, those that wait for this person first."""
    found = [_card(book, one) for meeting in book.vault.events.meetings() for one in _newest(book, meeting)]
    return tuple(sorted(found, key=lambda card: (list(Turn).index(card.turn), card.title)))


def view(book: Book, meeting: MeetingId) -> ApprovalView:
    """Raises ``SohopError(PACKET_UNKNOWN)`` when nothing of it is submitted, or not any more."""
    stored = _stored(book, meeting)
    current = book.vault.packets.current(meeting)
    names = opining.names(book, stored)
    documents = [one for item in stored.items for one in item.documents]
    return ApprovalView(
        card=_card(book, stored),
        meeting=library.view_of(book, stored, book.project(meeting), names),
        motions=stored.manifest.motions,
        published=current.manifest.version if current else 0,
        reason=stored.manifest.change,
        changes=compare(contents(stored), contents(current)),
        size=sum({one.sha256: one.size for one in documents}.values()),
        pages=sum(one.pages for one in documents),
        remarks=reviewing.named(stored, reviewing.draft(book, meeting, stored.manifest.version)),
        returns=reviewing.returns(book, meeting, stored, names),
        refused=_refused(book, meeting),
    )


def approve(book: Book, meeting: MeetingId, manifest: Digest) -> None:
    """Sign the version that was looked at.

    Raises ``SohopError``: ``PACKET_SUPERSEDED`` when another was submitted or published meanwhile,
    ``PACKET_UNKNOWN``.
    """
    _pinned(book, meeting, manifest)
    sign(book, meeting)


def send_back(book: Book, meeting: MeetingId, manifest: Digest) -> None:
    """Give the version that was looked at back with the remarks written on it.

    Raises as ``approve``, and ``SohopError(PACKET_NOT_READY)`` without a remark.
    """
    reviewing.send_back(book, _pinned(book, meeting, manifest))


def contents(stored: StoredPacket | None) -> Contents:
    """What of a version is compared; nothing of None."""
    if stored is None:
        return Contents()
    documents = {str(one.id): (one.name, one.sha256) for item in stored.items for one in item.documents}
    return Contents(documents, {str(one.id): one.title for one in stored.manifest.motions})


def _newest(book: Book, meeting: MeetingId) -> list[StoredPacket]:
    return book.vault.packets.drafts(meeting)[-1:]


def _stored(book: Book, meeting: MeetingId) -> StoredPacket:
    for stored in _newest(book, meeting):
        return stored
    raise SohopError(Code.PACKET_UNKNOWN)


def _pinned(book: Book, meeting: MeetingId, manifest: Digest) -> StoredPacket:
    stored = _stored(book, meeting)
    if stored.digest != manifest:
        raise SohopError(Code.PACKET_SUPERSEDED)
    return stored


def _refused(book: Book, meeting: MeetingId) -> tuple[EventId, Code] | None:
    last: tuple[EventId, Code] | None = None
    for known in book.vault.events.of_kinds(meeting, ApprovePacket, ReturnPacket):
        if isinstance(known.event, Event) and known.event.person == book.identity.person:
            code = known.receipt.code if known.receipt is not None else None
            last = None if code is None or known.state is not EventState.REFUSED else (known.id, code)
    return last


def _card(book: Book, stored: StoredPacket) -> ApprovalCard:
    meeting = stored.manifest.meeting
    submitter, turn, in_room = "", Turn.MINE, False
    for known in book.vault.events.of_kinds(meeting.id, SubmitPacket, ApprovePacket, ReturnPacket):
        event = known.event
        body = event.body if isinstance(event, Event) else None
        if not isinstance(event, Event) or not isinstance(body, SubmitPacket | ApprovePacket | ReturnPacket):
            continue
        if body.manifest != stored.digest or known.state is EventState.REFUSED:
            continue
        waits = known.state is EventState.PENDING
        in_room = waits and recorders.room_took(book, known.id)
        if isinstance(body, SubmitPacket):
            submitter = event.person
            turn = Turn.OWN if event.person == book.identity.person else Turn.MINE
        elif isinstance(body, ReturnPacket):
            turn = Turn.RETURNING if waits and not in_room else Turn.RETURNED
        else:
            turn = Turn.SENDING if waits and not in_room else Turn.APPROVED
    return ApprovalCard(
        meeting=meeting.id,
        manifest=stored.digest,
        title=meeting.title,
        version=stored.manifest.version,
        by=opining.names(book, stored).get(submitter, ""),
        turn=turn,
        complete=stored.complete,
        in_room=in_room,
    )
