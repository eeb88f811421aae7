"""What was submitted of a draft from this laptop, how far it has come, which versions the draft knows of."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from msgspec import Struct

from reader.core import recorders
from reader.core.book import Book
from reader.core.preparing import Submitted
from reader.store.events import EventState, Known
from reader.store.packets import StoredPacket
from sync.codes import Code
from sync.model.events import ApprovePacket, Event, PublishPacket, SubmitPacket
from sync.model.ids import Digest, Hash, MeetingId
from sync.model.review import ReturnPacket
from sync.wire.codec import digest

_ACTS: Final = (SubmitPacket, ApprovePacket, ReturnPacket, PublishPacket)
_SENT: Final = "compose/sent/{meeting}"
_KNOWN: Final = "compose/known/{meeting}"


class Stage(StrEnum):
    """How far the draft that was submitted last has come."""

    COMPOSING = "composing"
    """None was, or it is published and this is the next, or it was taken back."""
    SENDING = "sending"
    """Signed here; the hub has not said yet that it has it."""
    SUBMITTED = "submitted"
    """The hub's receipt is here: the approver's turn."""
    REFUSED = "refused"
    RETURNED = "returned"
    """The approver gave it back with remarks."""
    APPROVED = "approved"
    """Both signatures are at the hub: the secretary's turn."""
    PUBLISHING = "publishing"
    """Asked for; the hub has not said yet that it is."""
    PUBLISHED = "published"
    OVERTAKEN = "overtaken"
    """Another secretary's version was published that the draft knows nothing of."""


@dataclass(frozen=True)
class Standing:
    """Of the version that was submitted last from this laptop. ``changed``: the draft has been, since."""

    stage: Stage = Stage.COMPOSING
    changed: bool = False
    code: Code | None = None
    """Why the last act on it was refused; None when it was not."""
    in_room: bool = False
    """So far at the room hub; the office has not said yet that it has it too."""


class _Sent(Struct, frozen=True, kw_only=True):
    manifest: Hash
    version: int
    value: Hash
    """Of the draft as it was."""


def standing(book: Book, meeting: MeetingId) -> Standing:
    """How far the version that was submitted last has come."""
    sent = _sent(book, meeting)
    overtaken = Stage.COMPOSING if overtaken_by(book, meeting) is None else Stage.OVERTAKEN
    if sent is None:
        return Standing(overtaken)
    changed = digest(book.vault.drafts.get(meeting) or b"") != sent.value
    found = Standing(changed=changed)
    for known in book.vault.events.of_kinds(meeting, *_ACTS):
        waits = known.state is EventState.PENDING
        found = _after(found, known, sent, in_room=waits and recorders.room_took(book, known.id))
    current = book.vault.packets.current(meeting)
    if current is not None and current.digest == sent.manifest:
        found = replace(found, stage=Stage.PUBLISHED, code=None)
    taken_back = book.vault.packets.tombstone(meeting) >= sent.version
    if found.stage is Stage.PUBLISHED and (changed or taken_back):
        return Standing(overtaken, changed)
    done = found.stage is Stage.PUBLISHED
    return found if done or overtaken is Stage.COMPOSING else Standing(overtaken, changed)


def sent_manifest(book: Book, meeting: MeetingId) -> Digest | None:
    """What was submitted last from this laptop; None for nothing."""
    sent = _sent(book, meeting)
    return None if sent is None else sent.manifest


def begun_from(book: Book, meeting: MeetingId, version: Digest) -> None:
    """The draft has all that this version has, and nothing of any other."""
    book.vault.settings.put(_KNOWN.format(meeting=meeting), (version,))


def put_sent(book: Book, submitted: Submitted, value: bytes) -> None:
    """The draft was signed as this version; ``value`` is its state."""
    meeting = submitted.meeting
    known = (*_known(book, meeting), submitted.manifest)
    sent = _Sent(manifest=submitted.manifest, version=submitted.version, value=digest(value))
    book.vault.settings.put(_KNOWN.format(meeting=meeting), known)
    book.vault.settings.put(_SENT.format(meeting=meeting), sent)


def overtaken_by(book: Book, meeting: MeetingId) -> StoredPacket | None:
    """The published version, if the draft was neither begun from it nor ever submitted as it: what is new in
    it would be lost with the next."""
    current = book.vault.packets.current(meeting)
    return None if current is None or current.digest in _known(book, meeting) else current


def _sent(book: Book, meeting: MeetingId) -> _Sent | None:
    return book.vault.settings.get(_SENT.format(meeting=meeting), _Sent, None)


def _known(book: Book, meeting: MeetingId) -> tuple[Digest, ...]:
    return book.vault.settings.get(_KNOWN.format(meeting=meeting), tuple[Digest, ...], ())


def _after(before: Standing, known: Known, sent: _Sent, *, in_room: bool) -> Standing:
    event = known.event
    body = event.body if isinstance(event, Event) else None
    refused = known.state is EventState.REFUSED
    code = known.receipt.code if known.receipt is not None and refused else None
    if not isinstance(body, _ACTS) or body.manifest != sent.manifest:
        return before
    pending = known.state is EventState.PENDING and not in_room
    if isinstance(body, SubmitPacket):
        stage = Stage.SENDING if pending else Stage.REFUSED if refused else Stage.SUBMITTED
    elif isinstance(body, ApprovePacket):
        stage = before.stage if pending or refused else Stage.APPROVED
    elif isinstance(body, ReturnPacket):
        stage = before.stage if pending or refused else Stage.RETURNED
    else:
        stage = before.stage if refused else Stage.PUBLISHING if pending else Stage.PUBLISHED
    return replace(before, stage=stage, code=code, in_room=before.in_room or in_room)
