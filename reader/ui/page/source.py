"""The open document as the window sees it: ask for pictures, words and finds, and hear of them by Qt signals.

`PdfClient` settles its futures on a thread of its own; here they come over to the window's thread (queued).
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QImage

from reader.pdf import (
    DocumentInfo,
    DocumentSource,
    PagePixels,
    PageSize,
    PdfClient,
    PdfError,
    PdfErrorCode,
    Priority,
    SearchHit,
    Word,
)
from reader.ui.page.night import NightInk, darken, mostly_white
from sync.errors import SohopError

T = TypeVar("T")
Clip = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class PictureKey:
    """One picture: a page, or the piece of it inside ``clip`` (points), at ``zoom`` device pixels a point."""

    page: int
    zoom: int
    """Thousandths."""
    clip: Clip | None = None
    night: NightInk | None = None


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture ready to be painted. Where ``image`` lies in the memory of ``pixels`` they stay together."""

    image: QImage
    pixels: PagePixels | None

    @property
    def size(self) -> int:
        """Bytes."""
        return self.image.sizeInBytes()


class _Hand(QObject):
    """Carries what a future brought to the window's thread."""

    arrived = Signal(object)

    def __init__(self, take: Callable[[Callable[[], None]], None]) -> None:
        super().__init__()
        self._take = take
        self.arrived.connect(self._on_arrived, Qt.ConnectionType.QueuedConnection)

    @Slot(object)
    def _on_arrived(self, deliver: Callable[[], None]) -> None:
        self._take(deliver)


class PageSource(QObject):
    """An open document. Made, used and closed on the window's thread; nothing here blocks.

    `close` gives the document back; afterwards no signal comes any more.
    """

    painted = Signal(object, object)
    """PictureKey, Picture."""
    refused = Signal(object, object)
    """PictureKey, PdfErrorCode."""
    wordsReady = Signal(int, object)
    """Page, tuple of Word (empty where they can't be read)."""
    found = Signal(object)
    """Some more SearchHit, a tuple."""
    findEnded = Signal()

    def __init__(self, client: PdfClient, info: DocumentInfo) -> None:
        """``info`` from ``PdfClient.open``; this object will release the document."""
        super().__init__()
        self._client = client
        self._info = info
        self._pictures: dict[PictureKey, Future[Picture]] = {}
        self._words: dict[int, Future[tuple[Word, ...]]] = {}
        self._find: Future[int] | None = None
        self._find_number = 0
        self._closed = False
        self._hand = _Hand(self._deliver)

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
        return len(self._pictures) + len(self._words) + (self._find is not None)

    def paint(self, key: PictureKey, priority: Priority) -> None:
        """Ask for a picture, unless it is asked for already; answers with `painted` or `refused`."""
        if self._closed or key in self._pictures:
            return
        rendered = self._client.render(self._info.document, key.page, key.zoom / 1000, key.clip, priority)
        # The picture is made ready on the thread that rendered it: a night page takes some milliseconds.
        picture = _then(rendered, lambda pixels: _picture(pixels, key.night))
        self._pictures[key] = picture
        self._pass_on(picture, lambda done: self._on_picture(key, done))

    def keep_only(self, wanted: set[PictureKey]) -> None:
        """Cancel the pictures that wait and are not ``wanted`` any more."""
        for key in [key for key in self._pictures if key not in wanted]:
            if self._pictures[key].cancel():
                del self._pictures[key]

    def ask_words(self, page: int, priority: Priority = Priority.TEXT) -> None:
        """Ask for the words of a page; answers with `wordsReady`."""
        if self._closed or page in self._words:
            return
        words = self._client.words(self._info.document, page, priority)
        self._words[page] = words
        self._pass_on(words, lambda done: self._on_words(page, done))

    def find(self, query: str, start: int, *, exact: bool = False) -> None:
        """Look for ``query`` from page ``start`` on and round; `found` comes some pages at a time."""
        self.stop_find()
        if self._closed:
            return
        number = self._find_number
        self._find = self._client.find(
            self._info.document,
            query,
            lambda hits: self._hand.arrived.emit(lambda: self._on_found(number, hits)),
            start=start,
            exact=exact,
        )
        self._pass_on(self._find, lambda done: self._on_find_ended(number))

    def stop_find(self) -> None:
        """Stop looking; nothing of the old query comes any more."""
        self._find_number += 1
        if self._find is not None:
            self._find.cancel()
            self._find = None

    def close(self) -> None:
        """Cancel everything and give the document back."""
        if self._closed:
            return
        self.stop_find()
        self.keep_only(set())
        for words in self._words.values():
            words.cancel()
        self._words.clear()
        self._pictures.clear()
        self._closed = True
        self._client.release(self._info.document)

    def _pass_on(self, future: Future[T], deliver: Callable[[Future[T]], None]) -> None:
        hand = self._hand

        def settled(done: Future[T]) -> None:
            # Cancelled ones are dropped where they are cancelled.
            if not done.cancelled():
                hand.arrived.emit(lambda: deliver(done))

        future.add_done_callback(settled)

    def _deliver(self, deliver: Callable[[], None]) -> None:
        if not self._closed:
            deliver()

    def _on_picture(self, key: PictureKey, done: Future[Picture]) -> None:
        if self._pictures.get(key) is done:
            del self._pictures[key]
        error = done.exception()
        if error is None:
            self.painted.emit(key, done.result())
        elif isinstance(error, PdfError):
            self.refused.emit(key, error.code)
        else:
            raise error

    def _on_words(self, page: int, done: Future[tuple[Word, ...]]) -> None:
        if self._words.get(page) is done:
            del self._words[page]
        error = done.exception()
        if error is not None and not isinstance(error, PdfError):
            raise error
        self.wordsReady.emit(page, () if error is not None else done.result())

    def _on_found(self, number: int, hits: tuple[SearchHit, ...]) -> None:
        if number == self._find_number:
            self.found.emit(hits)

    def _on_find_ended(self, number: int) -> None:
        if number == self._find_number:
            self._find = None
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
        self._hand = _Hand(lambda deliver: deliver())
        hand = self._hand
        client.open(document).add_done_callback(
            lambda done: None if done.cancelled() else hand.arrived.emit(lambda: self._on_done(done))
        )

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


def _picture(pixels: PagePixels, night: NightInk | None) -> Picture:
    image = QImage(pixels.data, pixels.width, pixels.height, pixels.stride, QImage.Format.Format_RGB32)
    if night is not None and mostly_white(image):
        return Picture(darken(image, night), None)
    return Picture(image, pixels)


def _then(future: Future[PagePixels], make: Callable[[PagePixels], Picture]) -> Future[Picture]:
    """A future of what ``make`` makes, on the settling thread; cancelling it cancels ``future``."""
    made: _Chained = _Chained(future)

    def settle(done: Future[PagePixels]) -> None:
        if not made.set_running_or_notify_cancel():
            return
        error = None if done.cancelled() else done.exception()
        if done.cancelled():
            made.set_exception(PdfError(PdfErrorCode.CRASHED))
        elif error is not None:
            made.set_exception(error)
        else:
            try:
                picture = make(done.result())
            except BaseException as bug:
                made.set_exception(bug)
                raise
            made.set_result(picture)

    future.add_done_callback(settle)
    return made


class _Chained(Future[Picture]):
    def __init__(self, first: Future[PagePixels]) -> None:
        super().__init__()
        self._first = first

    def cancel(self) -> bool:
        cancelled = super().cancel()
        if cancelled:
            self._first.cancel()
        return cancelled
