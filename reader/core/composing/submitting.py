"""A packet on its way from this laptop: uploaded and signed, and how far it has come since."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from msgspec import Struct

from reader.core import preparing
from reader.core.book import Book
from reader.core.composing import drafting
from reader.core.composing.building import Draft, Files
from reader.core.composing.motions import rules
from reader.core.preparing import Submitted, Uploads
from reader.core.services import OnBook
from reader.store.events import EventState, Known
from sync.errors import Code, SohopError
from sync.model.events import ApprovePacket, Event, PublishPacket, SubmitPacket
from sync.model.ids import Hash, MeetingId
from sync.wire.codec import digest

_KEY: Final = "compose/sent/{meeting}"


class Stage(StrEnum):
    """How far the draft that was submitted last has come."""

    COMPOSING = "composing"
    """None was, or it is published and this is the next."""
    SENDING = "sending"
    """Signed here; the hub has not said yet that it has it."""
    SUBMITTED = "submitted"
    """The hub's receipt is here: the approver's turn."""
    REFUSED = "refused"
    APPROVED = "approved"
    """Both signatures are at the hub: the secretary's turn."""
    PUBLISHING = "publishing"
    """Asked for; the hub has not said yet that it is."""
    PUBLISHED = "published"


@dataclass(frozen=True)
class Standing:
    """Of the version that was submitted last from this laptop. ``changed``: the draft has been, since."""

    stage: Stage = Stage.COMPOSING
    changed: bool = False
    code: Code | None = None
    """Why it was refused."""


class _Sent(Struct, frozen=True, kw_only=True):
    manifest: Hash
    value: Hash
    """Of the draft as it was."""


def submit(
    on_book: OnBook,
    meeting: MeetingId,
    change: str,
    uploads: Uploads,
    arrived: Callable[[int], None] = lambda size: None,
) -> Submitted:
    """Upload what the hub lacks of the draft, then sign it. ``change``: the reason, shown to delegates.

    Blocks; on a thread of its own. Raises ``SohopError`` of the line, and as ``drafting.prepare``: then the
    draft is as it was, and what has arrived at the hub is not sent again.
    """
    value, draft = on_book(lambda book: _prepared(book, meeting, change))
    sent = uploads(preparing.blobs(_far(draft, on_book)), arrived)

    def sign(book: Book) -> Submitted:
        with book.vault.transaction():
            submitted = preparing.sign(book, draft, sent)
            book.vault.settings.put(_key(meeting), _Sent(manifest=submitted.manifest, value=digest(value)))
        return submitted

    return on_book(sign)


def publish(book: Book, meeting: MeetingId) -> None:
    """Make visible what was submitted from this laptop.

    Raises ``SohopError(OLD_VERSION)`` when that is not what is on the desk (any more), ``PACKET_UNKNOWN``.
    """
    sent = book.vault.settings.get(_key(meeting), _Sent, None)
    if sent is None or preparing.draft_of(book, meeting).digest != sent.manifest:
        raise SohopError(Code.OLD_VERSION)
    preparing.publish(book, meeting)


def standing(book: Book, meeting: MeetingId) -> Standing:
    """How far the version that was submitted last has come."""
    sent = book.vault.settings.get(_key(meeting), _Sent, None)
    if sent is None:
        return Standing()
    changed = digest(book.vault.drafts.get(meeting) or b"") != sent.value
    current = book.vault.packets.current(meeting)
    if current is not None and current.digest == sent.manifest:
        return Standing(Stage.COMPOSING if changed else Stage.PUBLISHED, changed)
    found = Standing(changed=changed)
    for known in book.vault.events.of_meeting(meeting):
        found = _after(found, known, sent)
    return found


def settle(book: Book) -> None:
    """Let go of drafts that are published as they were submitted: what is there to go on with is the
    published version."""
    for meeting, _ in book.vault.drafts.meetings():
        if standing(book, meeting).stage is Stage.PUBLISHED:
            book.vault.drafts.forget(meeting)


def _after(before: Standing, known: Known, sent: _Sent) -> Standing:
    event = known.event
    body = event.body if isinstance(event, Event) else None
    refused = known.state is EventState.REFUSED
    code = known.receipt.code if known.receipt is not None and refused else None
    if not isinstance(body, SubmitPacket | ApprovePacket | PublishPacket) or body.manifest != sent.manifest:
        return before
    pending = known.state is EventState.PENDING
    if isinstance(body, SubmitPacket):
        stage = Stage.SENDING if pending else Stage.REFUSED if refused else Stage.SUBMITTED
    elif isinstance(body, ApprovePacket):
        stage = before.stage if pending or refused else Stage.APPROVED
    else:
        stage = before.stage if refused else Stage.PUBLISHING
    return replace(before, stage=stage, code=code or before.code)


def _prepared(book: Book, meeting: MeetingId, change: str) -> tuple[bytes, Draft]:
    value = book.vault.drafts.get(meeting) or b""
    return value, drafting.prepare(book, meeting, rules(), change)


@dataclass(frozen=True)
class _OnBook:
    """A draft's files, read where the vault is."""

    files: Files
    on_book: OnBook

    def read(self, file: str) -> bytes:
        return self.on_book(lambda _: self.files.read(file))

    def span(self, file: str, start: int, size: int) -> bytes:
        return self.on_book(lambda _: self.files.span(file, start, size))


def _far(draft: Draft, on_book: OnBook) -> Draft:
    return replace(draft, files=_OnBook(draft.files, on_book))


def _key(meeting: MeetingId) -> str:
    return _KEY.format(meeting=meeting)
