"""The ribbon of a bookmark, hanging from the upper edge of a page."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from reader.ui.page.sheet import Sheet
from reader.ui.theme import current

_WIDE, _HIGH = 18, 30
"""Design pixels on a page."""
_ASIDE: Final = 34
"""Design pixels from the page's edge: beside the signs of notes."""


def ribbon_place(sheet: Sheet) -> QRectF:
    """Where it hangs, in viewport pixels: at the outer corner of what is seen of the page."""
    theme = current()
    right = sheet.seen.right() - theme.px(_ASIDE)
    return QRectF(right - theme.px(_WIDE), sheet.area.top(), theme.px(_WIDE), theme.px(_HIGH))


def paint_ribbon(painter: QPainter, place: QRectF, fill: QColor, edge: QColor, width: float = 1.0) -> None:
    """With a notch at its lower end."""
    left, right, top, bottom = place.left(), place.right(), place.top(), place.bottom()
    notch = QPointF(place.center().x(), bottom - place.width() * 0.4)
    corners = [QPointF(left, top), QPointF(right, top), QPointF(right, bottom), notch, QPointF(left, bottom)]
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(edge, width))
    painter.setBrush(fill)
    painter.drawPolygon(QPolygonF(corners))
    painter.restore()
