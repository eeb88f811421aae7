"""Select: one of a list that is too long for segments."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget

from reader.ui.theme import Colour, Role
from reader.ui.widgets.base import Themed, begin, draw_icon


class Select(QComboBox, Themed):
    """A combo box with the theme's caret. The wheel scrolls the page, it never changes the answer unseen."""

    def __init__(self, options: Sequence[str] = (), name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.addItems(list(options))
        self.setAccessibleName(name)
        self.follow()

    def restyle(self) -> None:
        self.setFont(self.theme.font(Role.BODY))
        super().restyle()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = begin(self)
        side = self.px(20)
        at = QPointF(self.width() - side - self.px(12), (self.height() - side) / 2)
        ink = Colour.INK if self.isEnabled() else Colour.INK3
        draw_icon(painter, "caret-down", 20, ink, at)
        painter.end()
