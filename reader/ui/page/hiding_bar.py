"""The bar over pages on the whole screen: away until the pointer, a finger or the keyboard asks for it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QMouseEvent, QResizeEvent, QTouchEvent
from PySide6.QtWidgets import QWidget

from reader.ui.page.toolbar import PageToolbar
from reader.ui.theme import current

_AT_FIRST_MS = 2_500
"""Shown so long when the whole screen is taken, so that one knows that it is there."""
_EDGE, _FINGER, _AWAY = 6, 36, 40


class HidingBar(QObject):
    """Lays ``bar`` over the top of ``over``, whose layout must have let go of it."""

    def __init__(self, bar: PageToolbar, over: QWidget, pages: QWidget) -> None:
        super().__init__(over)
        self._bar, self._over, self._pages = bar, over, pages
        self._first = QTimer(self)
        self._first.setSingleShot(True)
        self._first.setInterval(_AT_FIRST_MS)
        self._first.timeout.connect(self._hide)
        over.installEventFilter(self)
        pages.installEventFilter(self)
        self.reveal()
        self._first.start()

    def reveal(self) -> None:
        """Show the bar."""
        self._bar.setGeometry(0, 0, self._over.width(), self._bar.height())
        self._bar.show()
        self._bar.raise_()

    def stop(self) -> None:
        """The bar takes its place again."""
        self._first.stop()
        self._over.removeEventFilter(self)
        self._pages.removeEventFilter(self)
        self._bar.show()
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QResizeEvent) and watched is self._over:
            self._bar.setGeometry(0, 0, event.size().width(), self._bar.height())
        elif isinstance(event, QMouseEvent) and event.type() is QEvent.Type.MouseMove:
            self._pointer_at(event.position().y(), current().px(_EDGE))
        elif isinstance(event, QTouchEvent) and event.type() is QEvent.Type.TouchBegin:
            self._pointer_at(event.points()[0].position().y(), current().px(_FINGER))
        return False

    def _pointer_at(self, y: float, near: int) -> None:
        if y <= near:
            self.reveal()
        elif y > self._bar.height() + current().px(_AWAY) and not self._first.isActive():
            self._hide()

    def _hide(self) -> None:
        if not self._bar.busy:
            self._bar.hide()
