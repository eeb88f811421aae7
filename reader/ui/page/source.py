"""The open document as the window sees it: ask for words, links, finds, and hear of them by Qt signals.

Its pictures come through `feed`, one for each that shows them.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from reader.pdf import (
    DocumentInfo,
    DocumentSource,
    Link,
    OutlineEntry,
    PageSize,
    PdfClient,
    PdfError,
    Priority,
    Word,
)
from reader.ui.page.feed import PictureFeed
from reader.ui.plain import plain_line
from reader.ui.relay import Channel, expect
from sync.errors import SohopError

T = TypeVar("T")


class PageSource(QObject):
    """An open document. Made, used and closed on the window's thread; nothing here blocks.

    `close` gives the document back; afterwards no signal comes any more.
    """

    wordsReady = Signal(int, object)
    """Page, tuple of Word (empty where they can't be read)."""
    linksReady = Signal(int, object)
    """Page, tuple of Link."""
    outlineReady = Signal(object)
    """Tuple of OutlineEntry, top to bottom; empty where there is none."""
    labelsReady = Signal()
    """`label` knows what the document calls its pages."""
    found = Signal(object)
    """Some more SearchHit, a tuple."""
    findEnded = Signal()

    def __init__(self, client: PdfClient, info: DocumentInfo) -> None:
        """``info`` from ``PdfClient.open``; this object will release the document."""
        super().__init__()
        self._client = client
        self._info = info
        self._feeds: list[PictureFeed] = []
        self._words: dict[int, Future[tuple[Word, ...]]] = {}
        self._links: dict[int, Future[tuple[Link, ...]]] = {}
        self._outline: Future[tuple[OutlineEntry, ...]] | None = None
        self._asked_labels: Future[tuple[str, ...]] | None = None
        self._labels: tuple[str, ...] = ()
        self._find: Future[int] | None = None
        self._closed = False
        self._finds: Channel | None = None

    @property
    def sizes(self) -> tuple[PageSize, ...]:
        """Every page's size in points."""
        return self._info.pages

    @property
    def repaired(self) -> bool:
        """The file was broken and has been put together again."""
        return self._info.repaired

    @property
    def waiting(self) -> int:
        """Requests not answered yet."""
        texts = len(self._words) + len(self._links) + (self._find is not None)
        return texts + sum(feed.waiting for feed in self._feeds)

    def feed(self) -> PictureFeed:
        """Pictures for one who shows them; it is closed by them or with this source."""
        feed = PictureFeed(self._client, self._info)
        self._feeds = [*(known for known in self._feeds if not known.closed), feed]
        return feed

    def ask_words(self, page: int, priority: Priority = Priority.TEXT) -> None:
        """Ask for the words of a page; answers with `wordsReady`."""
        if self._closed or page in self._words:
            return
        words = self._words[page] = self._client.words(self._info.document, page, priority)
        self._expect(words, lambda done: self.wordsReady.emit(page, _taken(self._words, page, done) or ()))

    def ask_links(self, page: int) -> None:
        """Ask for the links of a page; answers with `linksReady`."""
        if self._closed or page in self._links:
            return
        links = self._links[page] = self._client.links(self._info.document, page)
        self._expect(links, lambda done: self.linksReady.emit(page, _taken(self._links, page, done) or ()))

    def ask_outline(self) -> None:
        """Ask for the table of contents; answers with `outlineReady`, once."""
        if self._closed or self._outline is not None:
            return
        self._outline = self._client.outline(self._info.document)
        self._expect(self._outline, lambda done: self.outlineReady.emit(_result(done) or ()))

    def ask_labels(self) -> None:
        """Ask what the document calls its pages; answers with `labelsReady`, once, if they have names."""
        if not self._closed and self._asked_labels is None:
            self._asked_labels = self._client.labels(self._info.document)
            self._expect(self._asked_labels, self._on_labels)

    def label(self, page: int) -> str:
        """What the document calls a page ("iv", "PL-2"); empty where that is its number."""
        name = plain_line(self._labels[page]) if page < len(self._labels) else ""
        return "" if name == str(page + 1) else name

    def page_called(self, name: str) -> int | None:
        """The page that the document calls so, or else that has this number; the last one beyond the end."""
        wanted = name.strip().casefold()
        for page, label in enumerate(self._labels):
            if plain_line(label).casefold() == wanted:
                return page
        if not wanted.isdecimal():
            return None
        return min(max(int(wanted), 1), len(self.sizes)) - 1

    def find(self, query: str, start: int, *, exact: bool = False) -> None:
        """Look for ``query`` from page ``start`` on and round; `found` comes some pages at a time."""
        self.stop_find()
        if self._closed:
            return
        self._finds = Channel(self.found.emit)
        self._find = self._client.find(
            self._info.document, query, self._finds.send(), start=start, exact=exact
        )
        self._expect(self._find, self._on_find_ended)

    def stop_find(self) -> None:
        """Stop looking; nothing of the old query comes any more."""
        if self._finds is not None:
            self._finds.close()
            self._finds = None
        if self._find is not None:
            self._find.cancel()
            self._find = None

    def close(self) -> None:
        """Cancel everything and give the document back."""
        if self._closed:
            return
        self.stop_find()
        for feed in self._feeds:
            feed.close()
        self._feeds.clear()
        for words in self._words.values():
            words.cancel()
        for links in self._links.values():
            links.cancel()
        # What is asked of a document that is closed is a fault of ours.
        for once in (self._outline, self._asked_labels):
            if once is not None:
                once.cancel()
        self._words.clear()
        self._links.clear()
        self._closed = True
        self._client.release(self._info.document)

    def _expect(self, future: Future[T], deliver: Callable[[Future[T]], None]) -> None:
        expect(future, lambda done: None if self._closed else deliver(done))

    def _on_labels(self, done: Future[tuple[str, ...]]) -> None:
        self._labels = _result(done) or ()
        if self._labels:
            self.labelsReady.emit()

    def _on_find_ended(self, done: Future[int]) -> None:
        if done is self._find:
            self.stop_find()
            self.findEnded.emit()


class Opening(QObject):
    """A document on its way to the screen: one of the two signals comes, unless `cancel` was called."""

    opened = Signal(object)
    """PageSource; whoever takes it must close it."""
    failed = Signal(object)
    """PdfErrorCode, or the SohopError with which the document's bytes could not be read."""

    def __init__(self, client: PdfClient, document: DocumentSource) -> None:
        """Starts at once. Any other error of ``document`` is raised in the window's thread: a bug."""
        super().__init__()
        self._client = client
        self._wanted = True
        expect(client.open(document), self._on_done)

    def cancel(self) -> None:
        """Not wanted any more; the document is given back as soon as it is open."""
        self._wanted = False

    def _on_done(self, done: Future[DocumentInfo]) -> None:
        error = done.exception()
        if error is None:
            if self._wanted:
                self.opened.emit(PageSource(self._client, done.result()))
            else:
                self._client.release(done.result().document)
        elif not isinstance(error, PdfError | SohopError):
            raise error
        elif self._wanted:
            self.failed.emit(error.code if isinstance(error, PdfError) else error)


def _taken(asked: dict[int, Future[T]], page: int, done: Future[T]) -> T | None:
    """What came of a question, which is none any more."""
    if asked.get(page) is done:
        del asked[page]
    return _result(done)


def _result(done: Future[T]) -> T | None:
    """None where the document would not say."""
    error = done.exception()
    if error is not None and not isinstance(error, PdfError):
        raise error
    return None if error is not None else done.result()
