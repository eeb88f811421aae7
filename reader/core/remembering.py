"""What is remembered of a person's reading: pages seen, documents open, versions read. Never sent."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from msgspec import Struct

from reader.core.book import Book
from reader.core.comparing import PageState
from reader.core.runs import runs_of
from reader.core.versions import Compared
from sync.model.ids import Digest, DocumentId, MeetingId

_Runs = list[tuple[int, int]]


class OpenTabs(Struct, frozen=True):
    """The documents open in a meeting, from left to right, and the one in front."""

    documents: tuple[DocumentId, ...] = ()
    front: DocumentId | None = None


def seen_pages(book: Book, meeting: MeetingId) -> Mapping[Digest, frozenset[int]]:
    """The pages (from 0) that were really before this person's eyes, by the bytes they belong to."""
    kept = book.vault.settings.get(f"pages/{meeting}", dict[Digest, _Runs], {})
    return {sha256: frozenset(_pages(runs)) for sha256, runs in kept.items()}


def put_seen(book: Book, meeting: MeetingId, sha256: Digest, pages: Collection[int]) -> bool:
    """Remember these too; False when all of them were known."""
    kept = book.vault.settings.get(f"pages/{meeting}", dict[Digest, _Runs], {})
    known = set(_pages(kept.get(sha256, [])))
    if known.issuperset(pages):
        return False
    was_seen = bool(kept)
    kept[sha256] = runs_of(known.union(pages))
    with book.vault.transaction():
        if not was_seen:
            book.vault.untold.add_ready(meeting)  # the desk hears once that the meeting was opened
        book.vault.settings.put(f"pages/{meeting}", kept)
    return True


def carry_seen(book: Book, meeting: MeetingId, compared: Compared) -> bool:
    """Pages that a new version has from the one before, and that were seen there, need not be read again."""
    seen = seen_pages(book, meeting).get(compared.before, frozenset())
    kept = {
        one.page
        for one in compared.comparison.pages
        if one.state in (PageState.SAME, PageState.MOVED) and one.was in seen
    }
    return put_seen(book, meeting, compared.now, kept)


def open_tabs(book: Book, meeting: MeetingId) -> OpenTabs:
    """What was open when this person was last in the meeting."""
    return book.vault.settings.get(f"tabs/{meeting}", OpenTabs, OpenTabs())


def put_tabs(book: Book, meeting: MeetingId, tabs: OpenTabs) -> None:
    """Remember what is open."""
    book.vault.settings.put(f"tabs/{meeting}", tabs)


def read_before(book: Book, meeting: MeetingId) -> Mapping[DocumentId, Digest]:
    """The version of each document that this person had before the one last opened."""
    return book.vault.settings.get(f"before/{meeting}", dict[DocumentId, Digest], {})


def put_before(book: Book, meeting: MeetingId, document: DocumentId, sha256: Digest) -> None:
    """Another version of the document is opened now; this one was known until now."""
    known = {**read_before(book, meeting), document: sha256}
    book.vault.settings.put(f"before/{meeting}", known)


def _pages(runs: _Runs) -> Iterable[int]:
    return (page for first, last in runs for page in range(first, last + 1))
