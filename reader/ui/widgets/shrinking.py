"""Shrinking: a pane's lower part, as high as its content where there is room for it."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy

from reader.ui.widgets.layout import Scroll
from reader.ui.widgets.surface import Panel


class Shrinking(Scroll):
    """As high as its content where there is room for it; else it scrolls."""

    def __init__(self, content: Panel) -> None:
        super().__init__(content)
        self._column = content.column
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def sizeHint(self) -> QSize:
        width = self.width()
        high = self._column.totalHeightForWidth(width) if self._column.hasHeightForWidth() else -1
        hint = self._column.totalSizeHint()
        return QSize(hint.width(), high if high > 0 else hint.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()
