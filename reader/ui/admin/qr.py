"""A code as a square of dots (QR, ISO/IEC 18004), painted sharp at any size."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from reader.ui.widgets.base import Themed, begin

_OVERLAP = 1.02
QUIET = 4
"""Dots of white around it, without which no camera finds it."""

Dots = tuple[tuple[bool, ...], ...]


def dots(text: str) -> Dots:
    """Rows of dots, True for dark, with the quiet zone. The least correction: a link is long, and a screen
    or a printed sheet clean."""
    import segno  # only here: no window waits for it

    made = segno.make(text, error="l", micro=False, boost_error=False)
    return tuple(tuple(bool(dot) for dot in row) for row in made.matrix_iter(border=QUIET))


def paint_dots(painter: QPainter, area: QRectF, made: Dots) -> None:
    """Black on white into the square of `area`, whatever the theme: cameras read no other."""
    side = min(area.width(), area.height())
    step = side / len(made)
    left, top = area.left() + (area.width() - side) / 2, area.top() + (area.height() - side) / 2
    painter.fillRect(QRectF(left, top, side, side), QColor(Qt.GlobalColor.white))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(Qt.GlobalColor.black))
    for y, row in enumerate(made):
        x = 0
        while x < len(row):
            end = x
            while end < len(row) and row[end]:
                end += 1
            if end > x:
                # Runs, a hair wider than they are: no light shines between the dots.
                painter.drawRect(QRectF(left + x * step, top + y * step, (end - x) * step, step * _OVERLAP))
            x = end + 1


class QrPicture(QWidget, Themed):
    """The square, as large as there is room and whole dots for each."""

    def __init__(self, side: int = 360) -> None:
        super().__init__()
        self._side = side
        self._dots: Dots = ()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.follow()

    def set_text(self, text: str, name: str) -> None:
        """Show this text's dots; `name` is spoken."""
        self._dots = dots(text) if text else ()
        self.setAccessibleName(name)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._side, self._side)  # a camera wants no larger letters

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._dots:
            return
        painter = begin(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        many = len(self._dots)
        side = max(1, min(self.width(), self.height()) // many) * many  # whole pixels, or dots differ
        left, top = (self.width() - side) // 2, (self.height() - side) // 2
        paint_dots(painter, QRectF(left, top, side, side), self._dots)
        painter.end()
