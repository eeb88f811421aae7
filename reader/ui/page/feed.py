"""Pictures of an open document, for one of those who show it: page view, small pictures, projector.

`PdfClient` settles its futures on a thread of its own; `relay` carries them over to the window's.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from reader.pdf import DocumentInfo, PagePixels, PdfClient, PdfError, PdfErrorCode, Priority, Rotation
from reader.ui.page.night import NightInk, darken, mostly_white
from reader.ui.relay import expect

_DEGREES: Final[tuple[Rotation, ...]] = (0, 90, 180, 270)
Clip = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class PictureKey:
    """One picture: a page, or the piece of it inside ``clip`` (points), at ``zoom`` device pixels a point."""

    page: int
    zoom: int
    """Thousandths."""
    clip: Clip | None = None
    night: NightInk | None = None
    turn: int = 0
    """Quarter turns clockwise."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture ready to be painted. Where ``image`` lies in the memory of ``pixels`` they stay together."""

    image: QImage
    pixels: PagePixels | None

    @property
    def size(self) -> int:
        """Bytes."""
        return self.image.sizeInBytes()


class PictureFeed(QObject):
    """Asks for pictures and hears of them. What one feed cancels another may still be waiting for."""

    painted = Signal(object, object)
    """PictureKey, Picture."""
    refused = Signal(object, object)
    """PictureKey, PdfErrorCode."""

    def __init__(self, client: PdfClient, info: DocumentInfo) -> None:
        """Made by `PageSource.feed`."""
        super().__init__()
        self._client = client
        self._info = info
        self._asked: dict[PictureKey, Future[Picture]] = {}
        self._closed = False

    @property
    def closed(self) -> bool:
        """Nothing comes any more."""
        return self._closed

    @property
    def waiting(self) -> int:
        """Pictures not answered yet."""
        return len(self._asked)

    def paint(self, key: PictureKey, priority: Priority) -> None:
        """Ask for a picture, unless it is asked for already; answers with `painted` or `refused`."""
        if self._closed or key in self._asked:
            return
        rendered = self._client.render(
            self._info.document,
            key.page,
            key.zoom / 1000,
            key.clip,
            priority,
            rotation=_DEGREES[key.turn],
        )
        # The picture is made ready on the thread that rendered it: a night page takes some milliseconds.
        picture = _then(rendered, lambda pixels: _picture(pixels, key.night))
        self._asked[key] = picture
        expect(picture, lambda done: self._on_picture(key, done))

    def keep_only(self, wanted: set[PictureKey]) -> None:
        """Cancel the pictures that wait and are not ``wanted`` any more."""
        for key in [key for key in self._asked if key not in wanted]:
            if self._asked[key].cancel():
                del self._asked[key]

    def close(self) -> None:
        """Cancel everything; no signal comes any more."""
        self.keep_only(set())
        self._asked.clear()
        self._closed = True

    def _on_picture(self, key: PictureKey, done: Future[Picture]) -> None:
        if self._closed:
            return
        if self._asked.get(key) is done:
            del self._asked[key]
        error = done.exception()
        if error is None:
            self.painted.emit(key, done.result())
        elif isinstance(error, PdfError):
            self.refused.emit(key, error.code)
        else:
            raise error


def _picture(pixels: PagePixels, night: NightInk | None) -> Picture:
    image = QImage(pixels.data, pixels.width, pixels.height, pixels.stride, QImage.Format.Format_RGB32)
    own: PagePixels | None = pixels
    if night is not None and mostly_white(image):
        image, own = darken(image, night), None
    return Picture(image, own)


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
