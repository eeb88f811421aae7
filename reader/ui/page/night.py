"""A page for the night: what was white becomes the dark page, what was black its light ink, hues stay.

Only Qt's own image operations (a pass over a page takes a millisecond or two); safe on any thread.
"""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import Final

from PySide6.QtGui import QColor, QImage, QPainter

_SAMPLE: Final = 40
"""Points looked at along each side."""
_LIGHT: Final = 200
_SHARE: Final = 0.55


@dataclass(frozen=True, slots=True)
class NightInk:
    """The colours (#RRGGBB) that white and black become."""

    page: str
    ink: str


def mostly_white(image: QImage) -> bool:
    """Whether this is a page of text and not a photograph: most of it is paper."""
    across, down = min(_SAMPLE, image.width()), min(_SAMPLE, image.height())
    light = 0
    for row in range(down):
        y = (2 * row + 1) * image.height() // (2 * down)
        for column in range(across):
            x = (2 * column + 1) * image.width() // (2 * across)
            pixel = image.pixel(x, y)
            light += min(pixel >> 16 & 255, pixel >> 8 & 255, pixel & 255) >= _LIGHT
    return light >= _SHARE * across * down


def darken(image: QImage, night: NightInk) -> QImage:
    """The picture (RGB32) with its lightness turned over and its hues kept, as a copy.

    Every channel c becomes c + 1 - 2·grey (so white gives 0 and black 1, and differences between
    channels stay), which is then stretched between ``night.page`` and ``night.ink``.
    """
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    page, ink = QColor(night.page), QColor(night.ink)
    turned = image.copy()
    painter = QPainter(turned)
    # Painting saturates at both ends, so the sum is taken in two halves: one touches only dark points, the
    # other, on the negative, only light ones.
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Plus)
    painter.drawImage(0, 0, _through(grey, _raise_dark()))
    _invert(painter, turned)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Plus)
    painter.drawImage(0, 0, _through(grey, _raise_light()))
    _invert(painter, turned)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
    painter.fillRect(
        turned.rect(),
        QColor(
            max(0, ink.red() - page.red()),
            max(0, ink.green() - page.green()),
            max(0, ink.blue() - page.blue()),
        ),
    )
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Plus)
    painter.fillRect(turned.rect(), page)
    painter.end()
    return turned


def _invert(painter: QPainter, image: QImage) -> None:
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Difference)
    painter.fillRect(image.rect(), QColor(255, 255, 255))


def _through(grey: QImage, table: tuple[int, ...]) -> QImage:
    """Every grey value replaced by the colour ``table`` gives for it."""
    # The same bytes seen as indexes; `grey` lives until the conversion below has copied them.
    indexed = QImage(
        grey.constBits(), grey.width(), grey.height(), grey.bytesPerLine(), QImage.Format.Format_Indexed8
    )
    indexed.setColorTable(list(table))
    return indexed.convertToFormat(QImage.Format.Format_RGB32)


@functools.cache
def _raise_dark() -> tuple[int, ...]:
    return tuple(_grey(max(0, 255 - 2 * value)) for value in range(256))


@functools.cache
def _raise_light() -> tuple[int, ...]:
    return tuple(_grey(max(0, 2 * value - 255)) for value in range(256))


def _grey(value: int) -> int:
    return 0xFF000000 | value << 16 | value << 8 | value
