"""Toast: "it is done, and can be undone". For nothing else."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPointF, QTimer, Signal
from PySide6.QtGui import QEnterEvent, QFont, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from reader.ui.theme import SPACE, Colour, Role
from reader.ui.widgets.base import Themed, begin
from reader.ui.widgets.layout import Row, hold
from reader.ui.widgets.paragraph import Paragraph
from reader.ui.widgets.pill import Glyph
from reader.ui.widgets.surface import Surface

_LIFE_MS = 8_000
_FROM_EDGE = 24


class Toast(Surface):
    """A dark strip at the bottom of its parent: what was done, and a button that undoes it.

    It leaves after 8 s; the time stops while the pointer is over it or the button has the keyboard. `undone`
    is sent when the button is pressed, `gone` when it has left for any reason.
    """

    undone = Signal()
    gone = Signal()

    def __init__(self, text: str, parent: QWidget, *, undo: str = "", life_ms: int = _LIFE_MS) -> None:
        super().__init__(Colour.INK, Colour.LINE2, SPACE.radius_card, parent)
        self._host = parent
        self._life_ms = life_ms
        self._left = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.leave)
        row = Row(self, (16, 12, 20, 12), 12)
        row.addWidget(Glyph("check", 20, Colour.PAPER))
        row.addWidget(Paragraph(text, Role.BODY, Colour.PAPER, max_lines=2), 1)
        self.button = _Undo(undo or self.tr("Hoàn tác"), self)
        self.button.clicked.connect(self._undo)
        self.button.installEventFilter(self)
        row.addWidget(self.button)
        self.setAccessibleName(text)
        hold(self, min_width=320, max_width=560)
        parent.installEventFilter(self)

    @property
    def ticking(self) -> bool:
        """Whether its time is running."""
        return self._timer.isActive()

    def pop(self) -> None:
        """Show it and start its time."""
        self._place()
        self.show()
        self.raise_()
        self._timer.start(self._life_ms)

    def leave(self) -> None:
        """Take it away. `gone` is sent once, also when its page is not the one shown any more."""
        if self._left:
            return
        self._left = True
        self._timer.stop()
        self.hide()
        self.gone.emit()
        self.deleteLater()

    def enterEvent(self, event: QEnterEvent) -> None:
        self._timer.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._go_on()
        super().leaveEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if watched is self.button and kind is QEvent.Type.FocusIn:
            self._timer.stop()
        elif watched is self.button and kind is QEvent.Type.FocusOut:
            self._go_on()
        elif watched is self._host and kind is QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def _go_on(self) -> None:
        focused = QApplication.focusWidget() is self.button
        if self.isVisible() and not self.underMouse() and not focused:
            self._timer.start(self._life_ms)

    def _undo(self) -> None:
        self.undone.emit()
        self.leave()

    def _place(self) -> None:
        parent = self._host
        edge = self.px(_FROM_EDGE)
        width = max(self.minimumWidth(), min(self.sizeHint().width(), self.maximumWidth()))
        width = min(width, parent.width() - 2 * edge)
        height = self.heightForWidth(width) if self.hasHeightForWidth() else self.sizeHint().height()
        self.setGeometry((parent.width() - width) // 2, parent.height() - height - edge, width, height)


class _Undo(QPushButton, Themed):
    """The underlined word; in the paper's colour, as the strip is ink."""

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(text, parent)
        self.setAutoDefault(False)
        self.setProperty("ring", False)
        self.follow()

    def restyle(self) -> None:
        self.setFont(self.theme.font(Role.BODY_STRONG))
        hold_height = self.px(28)
        self.setFixedHeight(hold_height)
        self.setFixedWidth(self.fontMetrics().horizontalAdvance(self.text()) + self.px(8))
        super().restyle()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = begin(self)
        colour = self.theme.colour(Colour.PAPER)
        font = QFont(self.font())
        painter.setFont(font)
        painter.setPen(colour)
        metrics = self.fontMetrics()
        x = self.px(4)
        base = (self.height() - metrics.height()) // 2 + metrics.ascent()
        painter.drawText(QPointF(x, base), self.text())
        under = base + max(2, self.px(3)) + 0.5
        painter.setPen(QPen(colour, 1))
        painter.drawLine(QPointF(x, under), QPointF(self.width() - x, under))
        if self.hasFocus():
            painter.setPen(QPen(colour, self.px(2)))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), self.px(4), self.px(4))
        painter.end()
