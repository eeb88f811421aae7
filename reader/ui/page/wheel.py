"""The wheel and the touchpad: what they mean where one page stands on the screen, and with Ctrl."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QNativeGestureEvent, QWheelEvent

from reader.core.views import Flow

if TYPE_CHECKING:
    from reader.ui.page.column_view import PageColumn

_NOTCH: Final = 120
"""Eighths of a degree to the click of a wheel; what pads send adds up to it."""
_LINES: Final = 3
"""Steps a notch."""


class Wheel:
    """Scrolling with one page on the screen, and sizes. All else is the scroll area's."""

    def __init__(self, view: PageColumn) -> None:
        self._view = view
        self._pushed = 0

    def turned(self, event: QWheelEvent) -> bool:
        """Do what the wheel says; False when the scroll area should."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if event.angleDelta().y():
                self._view.scale_by(1.2 ** (event.angleDelta().y() / _NOTCH), event.position())
            event.accept()
            return True
        across = abs(event.angleDelta().x()) > abs(event.angleDelta().y())
        if self._view.look.flow is not Flow.SINGLE or across or not self._view.pages:
            return False
        self._scroll(event)
        event.accept()
        return True

    def pinched(self, event: QNativeGestureEvent) -> bool:
        """Two fingers on a touchpad."""
        if event.gestureType() is not Qt.NativeGestureType.ZoomNativeGesture:
            return False
        self._view.scale_by(max(0.2, 1.0 + event.value()), event.position())
        return True

    def _scroll(self, event: QWheelEvent) -> None:
        angle = event.angleDelta().y()
        step = self._view.verticalScrollBar().singleStep()
        pixels = event.pixelDelta().y() or angle / _NOTCH * _LINES * step
        up, down = self._view.room
        if (up if pixels > 0 else down) >= 1:
            self._pushed = 0
            self._view.scroll_by(-pixels)
            return
        # At the end of the page: a full notch turns it, and what a pad sends after the fingers left does not.
        if event.phase() is Qt.ScrollPhase.ScrollMomentum:
            return
        self._pushed = angle if self._pushed * angle < 0 else self._pushed + angle
        if abs(self._pushed) >= _NOTCH:
            self._pushed = 0
            self._view.scroll_by(-pixels)
