"""Two parts of a form: beside one another where there is room, else one below the other."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from reader.ui.theme import current
from reader.ui.widgets.layout import Row

_BESIDE = 720


class Sides(QWidget):
    """`left` is as wide as `right`."""

    def __init__(self, left: QWidget, right: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = Row(self, 0, 28)
        self._row.addWidget(left, 1)
        self._row.addWidget(right, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        narrow = self.width() / current().scale < _BESIDE
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        if self._row.direction() is not way:
            self._row.setDirection(way)
        super().resizeEvent(event)
