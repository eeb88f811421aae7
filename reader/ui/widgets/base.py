"""What every widget of ours shares: it follows the theme, and draws boxes and icons in one way."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QWidget

from reader.ui.theme import Colour, Drawing, Theme, current


class Themed:
    """Mixin for QWidget: call `follow()` at the end of `__init__`; `restyle()` runs at once and on every
    change of colours or scale."""

    @property
    def theme(self) -> Theme:
        """The theme this widget is painted with."""
        return current()

    def follow(self) -> None:
        """Start to follow the theme. Qt ends the connection together with the widget."""
        current().changed.connect(self.restyle)
        self.restyle()

    def restyle(self) -> None:
        """Take sizes and colours from the theme again. Extended by widgets that keep either."""
        if isinstance(self, QWidget):
            self.updateGeometry()
            self.update()

    def px(self, n: float) -> int:
        """`n` design pixels at the present scale."""
        return current().px(n)


def begin(widget: QWidget) -> QPainter:
    """A painter on `widget` with smooth edges. The caller ends it (`painter.end()`)."""
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    return painter


def box(
    painter: QPainter,
    rect: QRectF,
    fill: QColor | None,
    line: QColor | None,
    radius: float,
    width: float = 1.0,
    style: Qt.PenStyle = Qt.PenStyle.SolidLine,
) -> None:
    """A rounded box that keeps inside `rect`: its edge, `width` pixels wide, included."""
    if line is None:
        painter.setPen(Qt.PenStyle.NoPen)
        inset = 0.0
    else:
        pen = QPen(line, width, style)
        if style is not Qt.PenStyle.SolidLine:
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            pen.setDashPattern([3, 2.4])
            pen.setStyle(Qt.PenStyle.CustomDashLine)
        painter.setPen(pen)
        inset = width / 2
    painter.setBrush(Qt.BrushStyle.NoBrush if fill is None else fill)
    inner = rect.adjusted(inset, inset, -inset, -inset)
    corner = max(0.0, radius - inset)
    painter.drawRoundedRect(inner, corner, corner)


def draw_icon(
    painter: QPainter,
    name: str,
    size: int,
    colour: Colour,
    at: QPointF,
    drawing: Drawing = Drawing.AUTO,
) -> None:
    """The icon `name`, `size` design pixels wide, with its top left corner `at`."""
    ratio = painter.device().devicePixelRatioF()
    place = QPointF(round(at.x() * ratio) / ratio, round(at.y() * ratio) / ratio)
    painter.drawPixmap(place, current().pixmap(name, size, colour, ratio, drawing))
