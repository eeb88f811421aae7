"""Rendered pages on the parent's side, and the bounded store of them."""

from __future__ import annotations

import threading
from collections import OrderedDict
from dataclasses import dataclass
from enum import Enum

from reader.pdf.protocol import DocumentId, Rotation


class PixelFormat(Enum):
    """How a pixel lies in memory."""

    BGRX = "bgrx"
    """Blue, green, red, 255. ``QImage.Format_RGB32`` on every machine we run on: painted without
    converting.
    """


@dataclass(frozen=True, slots=True)
class PagePixels:
    """A page, or a part of it, as pixels. ``data`` is ours: ``height`` rows of ``stride`` bytes.

    A ``QImage`` built on ``data`` does not keep it alive: hold this object beside it, or copy.
    """

    document: DocumentId
    page: int
    zoom: float
    clip: tuple[float, float, float, float] | None
    rotation: Rotation
    width: int
    height: int
    stride: int
    data: bytes
    format: PixelFormat = PixelFormat.BGRX


PixelKey = tuple[DocumentId, int, int, tuple[float, float, float, float] | None, Rotation]


def pixel_key(
    document: DocumentId,
    page: int,
    zoom: float,
    clip: tuple[float, float, float, float] | None,
    rotation: Rotation = 0,
) -> PixelKey:
    """Zooms that differ by less than a thousandth are the same picture."""
    return document, page, round(zoom * 1000), clip, rotation


class PixelCache:
    """The pages used last, within a budget of bytes. Safe from any thread."""

    def __init__(self, budget: int) -> None:
        self._budget = budget
        self._used = 0
        self._pages: OrderedDict[PixelKey, PagePixels] = OrderedDict()
        self._lock = threading.Lock()

    @property
    def used(self) -> int:
        """Bytes held."""
        return self._used

    def get(self, key: PixelKey) -> PagePixels | None:
        """The page, now the one used last."""
        with self._lock:
            found = self._pages.get(key)
            if found is not None:
                self._pages.move_to_end(key)
            return found

    def put(self, key: PixelKey, pixels: PagePixels) -> None:
        """Keep it, and let the longest unused go. What is larger than half the budget is not kept."""
        if len(pixels.data) * 2 > self._budget:
            return
        with self._lock:
            known = self._pages.pop(key, None)
            self._used += len(pixels.data) - (len(known.data) if known else 0)
            self._pages[key] = pixels
            while self._used > self._budget:
                _, gone = self._pages.popitem(last=False)
                self._used -= len(gone.data)

    def forget(self, document: DocumentId) -> None:
        """Drop every page of a document."""
        with self._lock:
            for key in [key for key in self._pages if key[0] == document]:
                self._used -= len(self._pages.pop(key).data)

    def clear(self) -> None:
        """Drop everything."""
        with self._lock:
            self._pages.clear()
            self._used = 0
