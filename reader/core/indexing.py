"""Reading the words of documents in the background: one after another, a few pages at a time.

A thread of its own asks the vault's thread for little things and rests as long as each of them took, so that
neither a person's act nor a page waits for it. What has been read is kept page by page: it goes on there
after a lock or a crash.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from concurrent.futures import CancelledError, Future
from dataclasses import dataclass
from typing import Final, Protocol

from reader.core.book import Book
from reader.core.services import OnBook
from reader.pdf import DocumentInfo, DocumentSource, PageText, PdfError, composed, fold
from reader.store.documents import DocumentBytes
from reader.store.index import IndexedPage, Unread
from sync.errors import Code, SohopError
from sync.model.ids import Digest

TEXT_VERSION: Final = 1
"""Of extracting and folding together: raise it, and every document is read again."""
_PAGES: Final = 6
"""Pages a commit."""
_LONGEST_REST: Final = 0.25
"""Seconds."""


@dataclass(frozen=True)
class IndexView:
    """How many of the documents that can be opened are in the index."""

    done: int = 0
    total: int = 0

    @property
    def complete(self) -> bool:
        """Everything that is here can be found."""
        return self.done >= self.total


class Extract(Protocol):
    """Gets the words out of a document, as ``pdf.extract`` does. Text recognition and old font encodings will
    be others of it."""

    def __call__(
        self, source: DocumentSource, read: Callable[[PageText], None], *, start: int
    ) -> Future[DocumentInfo]: ...


class Indexing:
    """The thread. ``report`` is called on it, when something has changed."""

    def __init__(self, on_book: OnBook, extract: Extract, report: Callable[[IndexView], None]) -> None:
        self._on_book = on_book
        self._extract = extract
        self._report = report
        self._said = IndexView()
        self._due = threading.Event()
        self._stopping = threading.Event()
        self._reading: Future[DocumentInfo] | None = None
        self._suspect: Digest | None = None
        """Its file could not be read: altered, or just destroyed by a recall while another copy is here."""
        self._thread = threading.Thread(target=self._serve, name="sohop-index", daemon=True)

    def start(self) -> None:
        """Begin with what is not read yet."""
        self._due.set()
        self._thread.start()

    def wake(self) -> None:
        """There may be more to read."""
        self._due.set()

    def stop(self) -> None:
        """End, and wait for the end; the vault must still be open. What was read is kept. At most one page is
        still handed over: close the client before the vault."""
        self._stopping.set()
        self._due.set()
        reading = self._reading
        if reading is not None:
            reading.cancel()
        if self._thread.ident is not None:
            self._thread.join()

    def _serve(self) -> None:
        while True:
            self._due.wait()
            self._due.clear()
            try:
                while not self._stopping.is_set() and self._one():
                    pass
            except SohopError as error:
                # Room comes back some day: it is tried again when the line brings something.
                if error.code is not Code.DISK_FULL:
                    raise
            if self._stopping.is_set():
                return

    def _one(self) -> bool:
        """Read one document; False when there is none, or it is time to stop."""
        work, view = self._on_book(_next)
        if view != self._said:
            self._said = view
            self._report(view)
        if work is None:
            return False
        try:
            if work.source is not None:
                self._read(work.unread, work.source)
            self._finish(work.unread, readable=True)
        except (_GoneError, CancelledError):
            return not self._stopping.is_set()
        except PdfError:
            # A child that was ended with the program says nothing about the document.
            if not self._stopping.is_set():
                self._finish(work.unread, readable=False)
        except SohopError as error:
            if error.code is not Code.WRONG_DIGEST:
                raise
            self._suspected(work.unread.sha256)
        return True

    def _suspected(self, sha256: Digest) -> None:
        """The second time in a row it is the file's fault: it is dropped, and fetched again."""
        again, self._suspect = self._suspect == sha256, sha256
        if again:
            self._suspect = None
            self._on_book(lambda book: book.vault.documents.damaged(sha256))

    def _read(self, unread: Unread, source: DocumentBytes) -> None:
        batch: list[IndexedPage] = []

        def read(page: PageText) -> None:
            """On the client's thread, which waits: the next page is read when this one is kept."""
            batch.append(indexed(page.page, tuple(word.text for word in page.words)))
            if len(batch) >= _PAGES or page.page + 1 == page.pages:
                self._keep(unread, batch)
                batch.clear()

        self._reading = self._extract(source, read, start=unread.next_page)
        try:
            if self._stopping.is_set():
                self._reading.cancel()
            self._reading.result()
        finally:
            self._reading = None

    def _keep(self, unread: Unread, batch: list[IndexedPage]) -> None:
        began = time.monotonic()
        following = batch[-1].page + 1
        if not self._on_book(
            lambda book: book.vault.index.add(unread.sha256, TEXT_VERSION, batch, following)
        ):
            raise _GoneError
        self._stopping.wait(min(_LONGEST_REST, time.monotonic() - began))

    def _finish(self, unread: Unread, *, readable: bool) -> None:
        self._on_book(lambda book: book.vault.index.finish(unread.sha256, TEXT_VERSION, readable=readable))


class _GoneError(Exception):
    """The document was destroyed while it was being read."""


@dataclass(frozen=True)
class _Work:
    unread: Unread
    source: DocumentBytes | None
    """None for a scan: there is nothing to read, and it may be very large."""


def indexed(number: int, words: tuple[str, ...]) -> IndexedPage:
    """A page for the index. A space inside a word must not make two of it."""
    text = " ".join(composed(word).replace(" ", "\N{NO-BREAK SPACE}") for word in words)
    return IndexedPage(number, text, fold(text))


def progress(book: Book) -> IndexView:
    """How far the index has come."""
    return IndexView(*book.vault.index.progress(TEXT_VERSION))


def _next(book: Book) -> tuple[_Work | None, IndexView]:
    unread = book.vault.index.next_unread(TEXT_VERSION, book.now())
    view = progress(book)
    if unread is None:
        return None, view
    stored = book.vault.packets.get(unread.manifest)
    assert stored is not None
    document = next(d for item in stored.items for d in item.documents if d.id == unread.document)
    source = book.vault.documents.source(unread.sha256) if document.has_text else None
    return _Work(unread, source), view
