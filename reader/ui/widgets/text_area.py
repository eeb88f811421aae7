"""TextArea: several lines to write in, kept within a second of every key."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QMimeData, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from reader.ui.theme import Role
from reader.ui.widgets.base import Themed
from reader.ui.widgets.layout import hold

_REST_MS: Final = 700
"""From the first key on."""
_LONGEST: Final = 10_000


class TextArea(QPlainTextEdit, Themed):
    """Tab leaves it. `kept` comes within a second of every change: what is written then costs no more.

    `submitted` is Ctrl+Enter, `left` Escape; `rested`: the keyboard has gone elsewhere.
    """

    kept = Signal()
    submitted = Signal()
    left = Signal()
    rested = Signal()

    def __init__(self, name: str, *, least: int = 96, most: int = 168, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_REST_MS)
        self._timer.timeout.connect(self.kept)
        self.textChanged.connect(self._typed)
        hold(self, min_height=least, max_height=most)
        self.follow()

    @property
    def text(self) -> str:
        """What is written, without blanks around it."""
        return self.toPlainText().strip()

    @property
    def waiting(self) -> bool:
        """Something that was written is still to be kept."""
        return self._timer.isActive()

    def write(self, text: str) -> None:
        """Put `text` in; nothing is to be kept."""
        self.setPlainText(text)
        self._timer.stop()

    def keep_now(self) -> None:
        """Send `kept` at once if something is waiting to be kept."""
        if self.waiting:
            self._timer.stop()
            self.kept.emit()

    def touch(self) -> None:
        """Something that belongs to it has changed: it is to be kept too."""
        # Not started again by every key: whoever types without a pause is saved too.
        if not self.waiting:
            self._timer.start()

    def take_keyboard(self) -> None:
        """Go on writing at the end."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        cursor = self.textCursor()
        cursor.movePosition(cursor.MoveOperation.End)
        self.setTextCursor(cursor)

    def sizeHint(self) -> QSize:
        return QSize(self.px(240), self.minimumHeight())

    def restyle(self) -> None:
        for part in (self, self.viewport()):  # the hint is painted in the viewport's font, which stays behind
            part.setFont(self.theme.font(Role.BODY))
        super().restyle()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.rested.emit()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """As much as there is room for; `_typed` takes a long paste back letter by letter."""
        taken = len(self.toPlainText()) - len(self.textCursor().selectedText())
        self.textCursor().insertText(source.text()[: max(0, _LONGEST - taken)])
        self.ensureCursorVisible()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if control and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.submitted.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _typed(self) -> None:
        if len(self.toPlainText()) > _LONGEST:
            self.textCursor().deletePreviousChar()
        self.touch()
