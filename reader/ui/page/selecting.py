"""Selecting words with the mouse, the keys or a finger: by word, by line, in a column."""

from __future__ import annotations

import time
from typing import Final

from PySide6.QtCore import QPointF, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from reader.core.views import Place
from reader.pdf import Rect
from reader.ui.page.page_words import Spot, Step
from reader.ui.page.scroller import PageScroller
from reader.ui.page.selection import TextSelection, Unit
from reader.ui.page.source import PageSource

_STEPS: Final[dict[int, Step]] = {
    Qt.Key.Key_Left: Step.BACK,
    Qt.Key.Key_Right: Step.ON,
    Qt.Key.Key_Up: Step.UP,
    Qt.Key.Key_Down: Step.DOWN,
    Qt.Key.Key_Home: Step.LINE_START,
    Qt.Key.Key_End: Step.LINE_END,
}


class SelectingPages(PageScroller):
    """`PageScroller`, and what is selected on it. What becomes of a selection, and of a mere press, is
    `PageView`'s.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        self._pressed: QPointF | None = None
        self._dragging = False
        self._pointer = QPointF()
        self._double_at: tuple[float, QPointF] | None = None
        super().__init__(parent)
        self._selection = TextSelection(self.words)
        self._pull = QTimer(self)
        self._pull.setInterval(30)
        self._pull.timeout.connect(self._pull_selection)
        self.viewport().setMouseTracking(True)

    def set_document(self, source: PageSource | None, place: Place | None = None) -> None:
        self._selection.clear()
        self._pull.stop()
        self._pressed = None
        super().set_document(source, place)

    @property
    def selected_text(self) -> str:
        """The selected words."""
        return self._selection.text()

    def clear_selection(self) -> None:
        """Select nothing."""
        self._selection.clear()
        self.selection_drawn()
        self.viewport().update()

    # -- for `PageView` ----------------------------------------------------------------------------------

    def selection_drawn(self) -> None:
        """It is being drawn, or there is none any more."""

    def selection_made(self) -> None:
        """The person has let go of it."""

    def press_on(self, point: QPointF) -> None:
        """A press on a point of the viewport that selects nothing."""

    def pointer_moved(self, point: QPointF) -> None:
        """The pointer is over a point of the viewport, with no button down."""

    # -- Qt ----------------------------------------------------------------------------------------------

    def on_words(self, page: int) -> None:
        if page in self._selection.pages():
            self.viewport().update()

    def tapped(self, point: QPointF) -> None:
        self.clear_selection()
        self.press_on(point)

    def held_down(self, point: QPointF) -> None:
        self._pick(point, Unit.WORDS)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(event.key())
        if step is not None and event.modifiers() == Qt.KeyboardModifier.ShiftModifier:
            self._draw_on(step)
        elif event.key() == Qt.Key.Key_Escape and not self._selection.empty:
            self.clear_selection()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        point = event.position()
        spot = self.spot_at(point)
        if event.button() != Qt.MouseButton.LeftButton or spot is None:
            super().mousePressEvent(event)
            return
        if self._is_third(point) and self._pick(point, Unit.LINES):
            return
        self._pressed = point
        self._dragging = False
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and self._selection.end is not None:
            self._dragging = True
            self._draw_to(point)
            return
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        self._selection.begin(spot, Unit.BOX if alt else Unit.WORDS)
        self.selection_drawn()
        self.need_words(spot.page)
        self.viewport().update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._pointer = event.position()
        if self._pressed is None:
            self.pointer_moved(self._pointer)
            return
        far = (event.position() - self._pressed).manhattanLength() >= QApplication.startDragDistance()
        if far or self._dragging:
            self._dragging = True
            self._draw_to(self._pointer)
            inside = self.viewport().rect().contains(self._pointer.toPoint())
            if inside:
                self._pull.stop()
            elif not self._pull.isActive():
                self._pull.start()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None or event.button() != Qt.MouseButton.LeftButton:
            event.accept()  # of a click that has done what it does
            return
        self._pull.stop()
        self._pressed = None
        if self._dragging:
            self._dragging = False
            self._finish()
        else:
            self.clear_selection()
            self.press_on(event.position())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            # The release that follows must not count as a press on what lies here.
            self._pressed = None
            self._double_at = (time.monotonic(), event.position())
            self._pick(event.position(), Unit.WORDS)

    # -- inside ------------------------------------------------------------------------------------------

    def _is_third(self, point: QPointF) -> bool:
        """A third click right after a double one."""
        at, self._double_at = self._double_at, None
        if at is None:
            return False
        soon = (time.monotonic() - at[0]) * 1000 <= QApplication.doubleClickInterval()
        return soon and (point - at[1]).manhattanLength() < QApplication.startDragDistance()

    def _pick(self, point: QPointF, unit: Unit) -> bool:
        spot = self.spot_at(point)
        picked = spot is not None and self._selection.pick(spot, unit)
        if picked:
            self._finish()
        self.viewport().update()
        return picked

    def _draw_to(self, point: QPointF) -> None:
        spot = self.spot_at(point)
        if spot is not None:
            self._selection.extend(spot)
            self._drawn()

    def _drawn(self) -> None:
        for page in self._selection.pages():
            self.need_words(page)
        self.selection_drawn()
        self.viewport().update()

    def _draw_on(self, step: Step) -> None:
        """By the keys; with nothing selected the first word in sight is."""
        if self._selection.empty:
            top = self.viewport().rect().center()
            spot = self.spot_at(QPointF(0, 0)) or self.spot_at(QPointF(top))
            words = () if spot is None else self.words.get(spot.page)
            seen = next((word for word in words if spot is not None and word.y0 >= spot.y), None)
            if spot is None or seen is None:
                return
            self._selection.pick(
                Spot(spot.page, (seen.x0 + seen.x1) / 2, (seen.y0 + seen.y1) / 2), Unit.WORDS
            )
        else:
            end = self._selection.end
            if end is not None:
                for page in (end.page - 1, end.page + 1):
                    if 0 <= page < self.pages:
                        self.need_words(page)
            self._selection.step(step)
        self._drawn()
        end = self._selection.end
        if end is not None:
            self.show_box(end.page, Rect(end.x, end.y - 8, end.x, end.y + 8))
        self._finish()

    def _pull_selection(self) -> None:
        """The pointer is held above or below the pane: the pages follow it."""
        y, height = self._pointer.y(), self.viewport().height()
        beyond = y if y < 0 else max(0.0, y - height)
        self.verticalScrollBar().setValue(round(self.verticalScrollBar().value() + beyond / 2))
        self._draw_to(self._pointer)

    def _finish(self) -> None:
        if not self._selection.empty:
            self.selection_made()
