"""Which pictures of which pages are wanted, asked for, kept, and painted.

Whole pages up to a size, pieces of a page beyond it; a small picture first where the sharp one is slow.
"""

from __future__ import annotations

import math
import time
from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QObject, QPointF, QRectF, Signal
from PySide6.QtGui import QPainter

from reader.pdf import PdfErrorCode, Priority
from reader.ui.page.feed import Picture, PictureFeed, PictureKey
from reader.ui.page.geometry import Frame
from reader.ui.page.night import NightInk
from reader.ui.page.source import PageSource

BUDGET: Final = 40 * 1024**2
"""Bytes of pictures kept; those on the screen stay even beyond it. `PdfClient` keeps more, a moment away."""
_WHOLE: Final = 5_000_000
"""Pixels up to which a page is one picture."""
_PIECE: Final = 1024
"""Pixels along the side of a piece."""
_SMALL: Final = 320
"""Pixels across the small picture."""
_SLOW_SECONDS: Final = 0.12
"""A sharp picture that takes longer may have a small one sent before it from then on."""


@dataclass(frozen=True, slots=True)
class Scene:
    """What is on the screen and what is likely to come next."""

    visible: tuple[Frame, ...]
    ahead: tuple[Frame, ...]
    """Nearest first."""
    window: QRectF
    """In column pixels."""
    ratio: float
    """Device pixels a pixel."""
    night: NightInk | None
    moving: bool
    """Pages fly by: small pictures do."""


class Pictures(QObject):
    """The pictures of one document after another."""

    arrived = Signal(int)
    """A page has a (better) picture, or none will come."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._feed: PictureFeed | None = None
        self._kept: OrderedDict[PictureKey, Picture] = OrderedDict()
        self._bytes = 0
        self._failed: dict[PictureKey, PdfErrorCode] = {}
        self._asked: dict[PictureKey, float] = {}
        self._wanted: set[PictureKey] = set()
        self._ratio = 1.0
        self._night: NightInk | None = None
        self._smalls: set[PictureKey] = set()
        """Asked for as small pictures."""
        self._sharp_cost = self._small_cost = 0.0
        """Seconds that the last whole picture of each kind took."""
        self._last = 0.0

    def set_source(self, source: PageSource | None) -> None:
        """Forget everything and go over to another document."""
        if self._feed is not None:
            self._feed.close()
        self._kept.clear()
        self._failed.clear()
        self._asked.clear()
        self._wanted.clear()
        self._bytes = 0
        self._smalls.clear()
        self._sharp_cost = self._small_cost = self._last = 0.0
        self._feed = None if source is None else source.feed()
        if self._feed is not None:
            self._feed.painted.connect(self._on_painted)
            self._feed.refused.connect(self._on_refused)

    @property
    def bytes_kept(self) -> int:
        """Memory of the pictures kept."""
        return self._bytes

    def plan(self, scene: Scene) -> None:
        """Ask for what ``scene`` lacks, most urgent first, and cancel what it does not need."""
        if self._feed is None:
            return
        self._ratio, self._night = scene.ratio, scene.night
        wanted: dict[PictureKey, Priority] = {}
        for frame in scene.visible:
            if (scene.moving or self._small_is_worth_it) and self._best(frame) is None:
                small = self._small(frame)
                wanted[small] = Priority.VISIBLE
                self._smalls.add(small)
        if not scene.moving:
            for frame in scene.visible:
                for key in self._sharp(frame, scene.window):
                    wanted[key] = Priority.VISIBLE
            for frame in scene.ahead:
                key = self._whole(frame, self._zoom(frame))
                if not self._is_whole(frame):
                    key = self._small(frame)
                wanted.setdefault(key, Priority.PREFETCH)
        self._wanted = set(wanted)
        self._feed.keep_only(self._wanted)
        self._asked = {key: at for key, at in self._asked.items() if key in self._wanted}
        for key, priority in wanted.items():
            if key in self._kept:
                self._kept.move_to_end(key)
            elif key not in self._failed:
                self._asked.setdefault(key, time.monotonic())
                self._feed.paint(key, priority)

    def is_sharp(self, frame: Frame, window: QRectF) -> bool:
        """Whether everything of this page in ``window`` can be painted sharp."""
        return all(key in self._kept for key in self._sharp(frame, window))

    def error(self, frame: Frame) -> PdfErrorCode | None:
        """Why a page can't be shown at all, or None."""
        if self._best(frame) is not None:
            return None
        return next((code for key, code in self._failed.items() if key.page == frame.page), None)

    def paint(self, painter: QPainter, frame: Frame, origin: QPointF, window: QRectF) -> bool:
        """Paint what there is of a page whose top left corner is at ``origin``; False when there is nothing.

        ``window`` is the visible part of the column. ``origin`` should lie on a whole device pixel.
        """
        keys = self._sharp(frame, window)
        if not all(key in self._kept for key in keys):
            best = self._best(frame)
            if best is None:
                return False
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            target = QRectF(origin.x(), origin.y(), frame.width, frame.height)
            painter.drawImage(target, best.image, QRectF(best.image.rect()))
        for key in keys:
            picture = self._kept.get(key)
            if picture is None:
                continue
            at = QPointF(origin)
            if key.clip is not None:
                piece = frame.area(*key.clip)
                at += QPointF(
                    round(piece.x0 * self._ratio) / self._ratio, round(piece.y0 * self._ratio) / self._ratio
                )
            # One pixel of the picture on one pixel of the screen: nothing is smoothed away.
            picture.image.setDevicePixelRatio(self._ratio)
            painter.drawImage(at, picture.image)
        return True

    def _zoom(self, frame: Frame) -> int:
        return round(frame.scale * self._ratio * 1000)

    def _is_whole(self, frame: Frame) -> bool:
        return frame.width * frame.height * self._ratio**2 <= _WHOLE

    def _small(self, frame: Frame) -> PictureKey:
        zoom = min(self._zoom(frame), max(10, round(_SMALL / frame.points[0] * 1000)))
        return self._whole(frame, zoom)

    def _whole(self, frame: Frame, zoom: int) -> PictureKey:
        return PictureKey(frame.page, zoom, None, self._night, frame.turn)

    def _sharp(self, frame: Frame, window: QRectF) -> list[PictureKey]:
        zoom = self._zoom(frame)
        if self._is_whole(frame):
            return [self._whole(frame, zoom)]
        return [
            PictureKey(frame.page, zoom, clip, self._night, frame.turn)
            for clip in self._pieces(frame, window, zoom)
        ]

    def _pieces(self, frame: Frame, window: QRectF, zoom: int) -> Iterator[tuple[float, float, float, float]]:
        """The squares of the page, counted from its own corner however it is turned, that show."""
        seen = QRectF(frame.x, frame.y, frame.width, frame.height).intersected(window)
        seen.translate(-frame.x, -frame.y)
        if seen.isEmpty():
            return
        area = frame.points_area(seen.left(), seen.top(), seen.right(), seen.bottom())
        side = _PIECE / (zoom / 1000)
        right, bottom = frame.points
        for row in range(math.floor(area.y0 / side), math.ceil(area.y1 / side)):
            for column in range(math.floor(area.x0 / side), math.ceil(area.x1 / side)):
                x0, y0 = column * side, row * side
                x1, y1 = min(x0 + side, right), min(y0 + side, bottom)
                # What is left of the page may be less than a pixel.
                if (x1 - x0) * zoom >= 1000 and (y1 - y0) * zoom >= 1000:
                    yield x0, y0, x1, y1

    def _best(self, frame: Frame) -> Picture | None:
        """The sharpest whole picture of a page in the present ink, turned as it is."""
        best: PictureKey | None = None
        for key in self._kept:
            here = key.page == frame.page and key.turn == frame.turn
            if here and key.clip is None and key.night == self._night:
                best = key if best is None or key.zoom > best.zoom else best
        return None if best is None else self._kept[best]

    def _on_painted(self, key: PictureKey, picture: Picture) -> None:
        self._note_cost(key)
        known = self._kept.pop(key, None)
        self._bytes += picture.size - (known.size if known else 0)
        self._kept[key] = picture
        self._trim()
        self.arrived.emit(key.page)

    def _on_refused(self, key: PictureKey, code: PdfErrorCode) -> None:
        self._asked.pop(key, None)
        self._failed[key] = code
        self.arrived.emit(key.page)

    @property
    def _small_is_worth_it(self) -> bool:
        """Sharp pictures are slow, and small ones are not: of a page that is one large photograph all has to
        be read for either.
        """
        return self._sharp_cost > _SLOW_SECONDS and self._small_cost < self._sharp_cost / 2

    def _note_cost(self, key: PictureKey) -> None:
        """One is painted after another, so one took no longer than since the last came."""
        now = time.monotonic()
        asked = self._asked.pop(key, None)
        if asked is not None and key.clip is None:
            taken = now - max(asked, self._last)
            if key in self._smalls:
                self._small_cost = taken
            else:
                self._sharp_cost = taken
        self._smalls.discard(key)
        self._last = now

    def _trim(self) -> None:
        if self._bytes <= BUDGET:
            return
        for key in [key for key in self._kept if key not in self._wanted]:
            self._bytes -= self._kept.pop(key).size
            if self._bytes <= BUDGET:
                return
