"""Fingers on the screen: one moves the pages and lets them run on, two make them larger, a tap is a press,
and a finger held still takes the word under it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QLineF, QPointF, Qt, QTimer
from PySide6.QtGui import QTouchEvent
from PySide6.QtWidgets import QApplication

from reader.core.views import Flow

if TYPE_CHECKING:
    from reader.ui.page.scroller import PageScroller

_FRAME_MS: Final = 16
_SLOWING: Final = 0.94
"""Of the speed, kept from one frame to the next."""
_SLOWEST: Final = 0.06
"""Pixels a millisecond at which pages stand."""
_HOLD_MS: Final = 500
_SWIPE: Final = 60
"""Pixels a finger goes to pull the next page in."""


class Touch:
    """Touch of one view's viewport. Nothing of it arrives as a mouse."""

    def __init__(self, view: PageScroller) -> None:
        self._view = view
        self._start: QPointF | None = None
        """Where the one finger came down, while it may still be a tap."""
        self._last = QPointF()
        self._at = 0
        self._speed = 0.0
        self._spread = 0.0
        self._pull = 0.0
        """How far a finger went on at the end of a page."""
        self._pulled = False
        self._run = QTimer(view)
        self._run.setInterval(_FRAME_MS)
        self._run.timeout.connect(self._run_on)
        self._hold = QTimer(view)
        self._hold.setSingleShot(True)
        self._hold.setInterval(_HOLD_MS)
        self._hold.timeout.connect(self._held)
        view.viewport().setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)

    def touched(self, event: QTouchEvent) -> None:
        """Fingers came, moved or went."""
        fingers = [p.position() for p in event.points() if p.state() is not p.State.Released]
        ended = event.type() in (QEvent.Type.TouchEnd, QEvent.Type.TouchCancel)
        if event.type() is QEvent.Type.TouchBegin:
            self._begin(fingers[0], event.timestamp())
        elif ended:
            self._end(tap=event.type() is QEvent.Type.TouchEnd)
        elif len(fingers) >= 2:
            self._pinch(fingers[0], fingers[1])
        elif fingers:
            self._move(fingers[0], event.timestamp())
        event.accept()

    def _begin(self, at: QPointF, now: int) -> None:
        # A finger put on running pages stops them, and is no tap.
        self._start = None if self._run.isActive() else at
        self._run.stop()
        self._last, self._at, self._speed, self._spread = at, now, 0.0, 0.0
        self._pull, self._pulled = 0.0, False
        if self._start is not None:
            self._hold.start()

    def _move(self, at: QPointF, now: int) -> None:
        if self._spread:  # one of two fingers went: go on from the other
            self._last, self._at, self._spread = at, now, 0.0
            return
        if self._start is not None:
            if (at - self._start).manhattanLength() < QApplication.startDragDistance():
                return
            self._start = None
            self._hold.stop()
        moved = at - self._last
        across = self._view.horizontalScrollBar()
        across.setValue(round(across.value() - moved.x()))
        if not self._swiped(moved):
            self._view.scroll_by(-moved.y())
        speed = -moved.y() / max(1, now - self._at)
        self._speed = 0.6 * speed + 0.4 * self._speed
        self._last, self._at = at, now

    def _swiped(self, moved: QPointF) -> bool:
        """With one page on the screen a finger pulls the next one in when it has come to the end of this one,
        once each time it is put down."""
        if self._view.look.flow is not Flow.SINGLE:
            return False
        up, down = self._view.room
        sideways = abs(moved.x()) > abs(moved.y()) and self._view.horizontalScrollBar().maximum() == 0
        way = moved.x() if sideways else moved.y()
        if not sideways and (down if way < 0 else up) >= 1:
            return False
        self._pull += way
        if abs(self._pull) > _SWIPE and not self._pulled:
            self._pulled = True
            self._view.turn_pages(-1 if self._pull > 0 else 1)
        return True

    def _pinch(self, one: QPointF, other: QPointF) -> None:
        self._start, self._speed = None, 0.0
        self._hold.stop()
        spread = max(1.0, QLineF(one, other).length())
        if self._spread:
            self._view.scale_by(spread / self._spread, (one + other) / 2)
        self._spread = spread

    def _end(self, *, tap: bool) -> None:
        self._hold.stop()
        if self._start is not None and tap:
            self._view.tapped(self._start)
        elif abs(self._speed) > _SLOWEST and self._view.look.flow is not Flow.SINGLE:
            self._run.start()
        self._start, self._spread = None, 0.0

    def _run_on(self) -> None:
        before = self._view.verticalScrollBar().value()
        self._view.scroll_by(self._speed * _FRAME_MS)
        self._speed *= _SLOWING
        if abs(self._speed) < _SLOWEST or self._view.verticalScrollBar().value() == before:
            self._run.stop()

    def _held(self) -> None:
        if self._start is not None:
            at, self._start = self._start, None
            self._view.held_down(at)
