"""Pages for a projector: one at a time, as large as the screen, black around, turned by keys or a click."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QScreen,
)
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reader.core.views import Fit, Flow, Place
from reader.ui.page.geometry import Pane
from reader.ui.page.scroller import PageScroller
from reader.ui.page.source import PageSource
from reader.ui.screens import go_to

_POINTER_MS = 2_000
"""After which a pointer that lies still is hidden."""


class Presentation(QWidget):
    """A window of its own. `ended` is sent once with the page it ended at; then it deletes itself."""

    ended = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Trình chiếu"))
        self.stage = _Stage(self)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.stage)
        self._over = False

    def begin(self, source: PageSource, page: int, turn: int, screen: QScreen | None) -> None:
        """Show ``page``, turned so, on ``screen``; None: where the window is not, if there is such a one."""
        go_to(screen, self)
        self.stage.set_document(source, Place(page=page, fit=Fit.PAGE, flow=Flow.SINGLE, turn=turn))
        self.showFullScreen()
        self.activateWindow()
        self.stage.setFocus(Qt.FocusReason.OtherFocusReason)

    def end(self) -> None:
        """Back to the window."""
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        if not self._over:
            self._over = True
            page = self.stage.page
            self.stage.set_document(None)
            self.ended.emit(page)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_F5, Qt.Key.Key_F11):
            self.end()
        else:
            super().keyPressEvent(event)


class _Stage(PageScroller):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._black = False
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setMouseTracking(True)
        self._still = QTimer(self)
        self._still.setSingleShot(True)
        self._still.setInterval(_POINTER_MS)
        self._still.timeout.connect(lambda: self.viewport().setCursor(Qt.CursorShape.BlankCursor))
        self._still.start()

    def around(self) -> QColor:
        return QColor(Qt.GlobalColor.black)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._black:
            super().paintEvent(event)
            return
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self.around())
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_B, Qt.Key.Key_Period):
            self._black = not self._black
            self.viewport().update()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.turn_pages(1)
        elif event.key() == Qt.Key.Key_Backspace:
            self.turn_pages(-1)
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()  # a page stays as large as the screen
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        way = {Qt.MouseButton.LeftButton: 1, Qt.MouseButton.RightButton: -1}.get(event.button())
        if way is not None:
            self.turn_pages(way)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.viewport().setCursor(Qt.CursorShape.ArrowCursor)
        self._still.start()

    def tapped(self, point: object) -> None:
        self.turn_pages(1)

    def _pane(self) -> Pane:
        area = self.viewport()
        return Pane(area.width(), area.height(), 0, 0)
