"""Icons: an SVG is tinted through its `currentColor`, drawn once for each colour, size and pixel ratio, and
kept.

Phosphor's bold drawing up to 24 px and its regular one above; `fill` is for what is selected. Names that
start with `own/` are our drawings in resources/icons.
"""

from __future__ import annotations

import functools
from enum import StrEnum

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from reader.resources import resource

_BOLD_UP_TO = 24


class Drawing(StrEnum):
    """Which drawing of an icon; AUTO chooses between bold and regular by size."""

    AUTO = "auto"
    BOLD = "bold"
    REGULAR = "regular"
    FILL = "fill"


def pixmap(name: str, size: int, colour: str, ratio: float = 1.0, drawing: Drawing = Drawing.AUTO) -> QPixmap:
    """The icon `name` as a pixmap of `size` device-independent pixels in `colour` (#RRGGBB).

    Raises FileNotFoundError for an icon that is not bundled: the list of bundled icons is the program's own.
    """
    return _draw(name, size, colour, round(ratio * 100), drawing)


def icon(name: str, size: int, colour: str, disabled: str | None = None) -> QIcon:
    """A QIcon for Qt's own widgets, with pixmaps for pixel ratios 1 and 2."""
    made = QIcon()
    for ratio in (1.0, 2.0):
        made.addPixmap(pixmap(name, size, colour, ratio), QIcon.Mode.Normal)
        if disabled is not None:
            made.addPixmap(pixmap(name, size, disabled, ratio), QIcon.Mode.Disabled)
    return made


@functools.lru_cache(maxsize=512)
def _draw(name: str, size: int, colour: str, percent: int, drawing: Drawing) -> QPixmap:
    source = _source(name, size, drawing).replace("currentColor", colour)
    renderer = QSvgRenderer(QByteArray(source.encode()))
    ratio = percent / 100
    side = max(1, round(size * ratio))
    picture = QPixmap(side, side)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    renderer.render(painter, QRectF(0, 0, side, side))
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture


@functools.lru_cache(maxsize=256)
def _text(path: str) -> str:
    return resource(path).read_text(encoding="utf-8")


def _source(name: str, size: int, drawing: Drawing) -> str:
    if name.startswith("own/"):
        return _text(f"icons/{name.removeprefix('own/')}.svg")
    if drawing is Drawing.FILL:
        return _text(f"third_party/phosphor/fill/{name}-fill.svg")
    if drawing is Drawing.BOLD or (drawing is Drawing.AUTO and size <= _BOLD_UP_TO):
        return _text(f"third_party/phosphor/bold/{name}-bold.svg")
    return _text(f"third_party/phosphor/regular/{name}.svg")
