"""Check: a box to tick, with its words."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from reader.ui.theme import Colour, Role
from reader.ui.widgets.base import Themed, begin, box, draw_icon

_BOX = 24


class Check(QCheckBox, Themed):
    """A setting that is on or off. The words belong to the box: a click on them ticks it."""

    def __init__(self, text: str, *, on: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setChecked(on)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.follow()

    def sizeHint(self) -> QSize:
        wide = QFontMetricsF(self.theme.font(Role.BODY)).horizontalAdvance(self.text())
        return QSize(self.px(_BOX) + self.px(12) + int(wide) + 2, self.px(40))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = begin(self)
        side = self.px(_BOX)
        area = QRectF(0, (self.height() - side) / 2, side, side)
        colour = self.theme.colour
        radius = self.px(4)
        if self.isChecked():
            fill = Colour.PRIMARY if self.isEnabled() else Colour.LINE2
            box(painter, area, colour(fill), None, radius)
            inset = (side - self.px(16)) / 2
            at = QPointF(area.left() + inset, area.top() + inset)
            draw_icon(painter, "check", 16, Colour.ON_PRIMARY, at)
        else:
            edge = Colour.LINE2 if self.isEnabled() else Colour.LINE
            box(painter, area, colour(Colour.PAPER), colour(edge), radius, self.px(2))
        font = self.theme.font(Role.BODY)
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        painter.setPen(colour(Colour.INK if self.isEnabled() else Colour.INK3))
        baseline = (self.height() - metrics.height()) / 2 + metrics.ascent()
        left = side + self.px(12)
        words = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width() - left)
        painter.drawText(QPointF(left, baseline), words)
        painter.end()
