"""Lists and trees of painted rows: the whole row is the target, Enter acts as a click, the ring shows."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QTreeView, QWidget

from reader.ui.theme import SPACE, Colour, current

_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class RowTree(QTreeView):
    """A tree whose delegate paints everything. `chosen` is sent for a click, Enter or Space on a row."""

    chosen = Signal(QModelIndex)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _prepare(self, name)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setUniformRowHeights(False)
        self.setExpandsOnDoubleClick(False)
        self.setAnimated(False)
        self.clicked.connect(self.chosen)
        current().changed.connect(self.scheduleDelayedItemsLayout)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def focusInEvent(self, event: QFocusEvent) -> None:
        _focused(self, event)
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.setProperty("byMouse", False)
        if event.key() in _KEYS and self.currentIndex().isValid():
            if not event.isAutoRepeat():
                self.chosen.emit(self.currentIndex())
            return
        super().keyPressEvent(event)


class RowList(QListView):
    """A list whose delegate paints everything. `chosen` is sent for a click, Enter or Space on a row."""

    chosen = Signal(QModelIndex)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _prepare(self, name)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.clicked.connect(self.chosen)
        current().changed.connect(self.scheduleDelayedItemsLayout)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def focusInEvent(self, event: QFocusEvent) -> None:
        _focused(self, event)
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.setProperty("byMouse", False)
        if event.key() in _KEYS and self.currentIndex().isValid():
            if not event.isAutoRepeat():
                self.chosen.emit(self.currentIndex())
            return
        super().keyPressEvent(event)


def draw_ring(
    painter: QPainter, view: QAbstractItemView, index: QModelIndex | QPersistentModelIndex, place: QRect
) -> None:
    """Paint the focus ring just inside `place` when this row has the keyboard."""
    if index != view.currentIndex() or not view.hasFocus() or view.property("byMouse"):
        return
    theme = current()
    line = theme.px(SPACE.ring)
    half = line / 2 + 1
    painter.setPen(QPen(theme.colour(Colour.PRIMARY), line))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    radius = theme.px(SPACE.radius_control)
    painter.drawRoundedRect(QRectF(place).adjusted(half, half, -half, -half), radius, radius)


def _prepare(view: QAbstractItemView, name: str) -> None:
    view.setAccessibleName(name)
    view.setFrameShape(QAbstractItemView.Shape.NoFrame)
    view.setMouseTracking(True)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setTabKeyNavigation(False)


def _focused(view: QAbstractItemView, event: QFocusEvent) -> None:
    view.setProperty("byMouse", event.reason() is Qt.FocusReason.MouseFocusReason)
    if not view.currentIndex().isValid() and view.model() is not None and view.model().rowCount() > 0:
        view.setCurrentIndex(view.model().index(0, 0))
