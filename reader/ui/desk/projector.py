"""A picture for the whole room: full screen, on another screen when there is one."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QScreen
from PySide6.QtWidgets import QWidget

from reader.ui.desk.projected import Projected
from reader.ui.desk.scene import Scene
from reader.ui.screens import go_to
from reader.ui.widgets.base import Themed
from sync.model.ids import MotionId

_STILL_MS = 3_000
"""After which the pointer and the way out are hidden."""


class Projector(QWidget, Themed):
    """A window of its own. `ended` is sent once, however it ends; then it deletes itself."""

    ended = Signal()

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent, Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Chiếu kết quả"))
        self.setMouseTracking(True)
        self.motion: MotionId | None = None
        self.scene = Scene("", "", "")
        self._over = False
        self._moved = True
        self._still = QTimer(self)
        self._still.setSingleShot(True)
        self._still.setInterval(_STILL_MS)
        self._still.timeout.connect(lambda: self._show_way_out(False))
        self.follow()

    def begin(self, screen: QScreen | None = None) -> None:
        """Come up on ``screen``; None: where the window is not, if there is such a one."""
        go_to(screen, self)
        self._show_way_out(True)
        self.showFullScreen()
        self.activateWindow()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_scene(self, made: Scene, motion: MotionId | None) -> None:
        """Show this picture; of which motion it is, if of one."""
        self.motion = motion
        if made != self.scene:
            self.scene = made
            self.setAccessibleName(made.spoken)
            self.update()

    def end(self) -> None:
        """Nothing is shown to the room any more."""
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        if not self._over:
            self._over = True
            self.scene = Scene("", "", "")
            self.ended.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_F5, Qt.Key.Key_F11):
            self.end()
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._show_way_out(True)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        hint = self.tr("Bấm Esc để ngừng chiếu") if self._moved else ""
        Projected(painter, self.width(), self.height()).paint(self.scene, hint)
        painter.end()

    def _show_way_out(self, on: bool) -> None:
        if on:
            self._still.start()
        if on != self._moved:
            self._moved = on
            self.setCursor(Qt.CursorShape.ArrowCursor if on else Qt.CursorShape.BlankCursor)
            self.update()
