"""A packet on its way from this laptop: uploaded and signed, and let go of when it is published."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from reader.core import preparing
from reader.core.book import Book
from reader.core.composing import drafting
from reader.core.composing.building import Draft, Spans
from reader.core.composing.motions import rules
from reader.core.composing.sent import Stage as Stage
from reader.core.composing.sent import Standing as Standing
from reader.core.composing.sent import put_sent, sent_manifest
from reader.core.composing.sent import standing as standing
from reader.core.preparing import Submitted, Uploads
from reader.core.services import OnBook
from sync.errors import Code, SohopError
from sync.model.ids import MeetingId


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
            put_sent(book, submitted, value)
        return submitted

    return on_book(sign)


def publish(book: Book, meeting: MeetingId) -> None:
    """Make visible what was submitted from this laptop.

    Raises ``SohopError``: ``PACKET_SUPERSEDED`` when that is not what is on the desk (any more),
    ``PACKET_UNKNOWN``.
    """
    sent = sent_manifest(book, meeting)
    if sent is None or preparing.draft_of(book, meeting).digest != sent:
        raise SohopError(Code.PACKET_SUPERSEDED)
    preparing.publish(book, meeting)


def settle(book: Book) -> None:
    """Let go of drafts that are published as they were submitted: what is there to go on with is the
    published version; and of files that the others do not need. Not while one of them may be on the screen,
    nor while only the room has it.

    Raises ``SohopError(DISK_FULL)``.
    """
    for meeting, _ in book.vault.drafts.meetings():
        found = standing(book, meeting)
        if found.stage is Stage.PUBLISHED and not found.in_room:
            book.vault.drafts.forget(meeting)
        else:
            drafting.sweep(book, meeting)


def _prepared(book: Book, meeting: MeetingId, change: str) -> tuple[bytes, Draft]:
    value = book.vault.drafts.get(meeting) or b""
    return value, drafting.prepare(book, meeting, rules(), change)


@dataclass(frozen=True)
class _OnBook:
    """A draft's files, read where the vault is."""

    files: Spans
    on_book: OnBook

    def span(self, file: str, start: int, size: int) -> bytes:
        return self.on_book(lambda _: self.files.span(file, start, size))


def _far(draft: Draft, on_book: OnBook) -> Draft:
    return replace(draft, files=_OnBook(draft.files, on_book))
