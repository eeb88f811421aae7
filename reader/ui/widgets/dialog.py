"""Dialog: the base of every question. It names the thing, and the safe button stands left."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPixmap, QShowEvent
from PySide6.QtWidgets import QApplication, QDialog, QFrame, QToolTip, QVBoxLayout, QWidget

from reader.ui.theme import SPACE, Colour, Role
from reader.ui.widgets.base import Themed, begin, box
from reader.ui.widgets.button import Button, Kind, Size
from reader.ui.widgets.corners import Corners
from reader.ui.widgets.layout import Column, Row, Scroll
from reader.ui.widgets.paragraph import Paragraph

DEAF_SECONDS = 0.4
"""How long the keys that press a button are ignored after the dialog has come up."""

_WIDTH = 680
_PAD = 36
_SHADOW = 28
_EDGE = 1
"""Pixels of the line around it, at any scale."""
_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class Dialog(QDialog, Themed):
    """A window-modal question, 680 wide unless told otherwise, over a darkened parent.

    Add to `body` (a Column), or to `pinned`, which stays in sight above the buttons. `safe_button` rejects
    and stands left; `action_button`, present when `action` is given, accepts. Escape rejects. Enter and Space
    do nothing for the first 400 ms, so that a key meant for the window under it answers nothing. `clock`
    gives seconds and never goes back.
    """

    def __init__(
        self,
        title: str,
        parent: QWidget,
        *,
        heading: str = "",
        text: str = "",
        safe: str = "",
        action: str = "",
        kind: Kind = Kind.PRIMARY,
        width: int = _WIDTH,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(parent.window())
        self._window = parent.window()
        self._clock = clock
        self._width = width
        self._since: float | None = None
        self._scrim: Scrim | None = None
        self._corners = Corners()
        self.setWindowFlags(Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setAccessibleDescription(heading or text)

        inside = QFrame()
        self.body = Column(inside, (_PAD, 32, _PAD, 8), 0)
        self.body.addWidget(Paragraph(title, Role.BODY_STRONG, Colour.INK2))
        if heading:
            self.body.gap(8)
            self.body.addWidget(Paragraph(heading, Role.SERIF_TEXT))
        if text:
            self.body.gap(12)
            self.body.addWidget(Paragraph(text, Role.BODY, Colour.INK2))
        self._inside = inside
        self._scroll = Scroll(inside)
        self._foot = QWidget()
        foot = Row(self._foot, (_PAD, 16, _PAD, 32), 16)
        self.safe_button = Button(safe or self.tr("Quay lại"), size=Size.MAIN)
        self.safe_button.clicked.connect(self.reject)
        foot.addWidget(self.safe_button)
        foot.addStretch(1)
        self.extra = Row(spacing=16)
        foot.addLayout(self.extra)
        self.action_button: Button | None = None
        if action:
            self.action_button = Button(action, kind, size=Size.MAIN)
            self.action_button.clicked.connect(self.accept)
            foot.addWidget(self.action_button)
        whole = QVBoxLayout(self)
        whole.setSpacing(0)
        whole.setContentsMargins(_EDGE, _EDGE, _EDGE, _EDGE)
        whole.addWidget(self._scroll, 1)
        self._pinned = QWidget()
        self.pinned = Column(self._pinned, (_PAD, 0, _PAD, 0))
        whole.addWidget(self._pinned)
        whole.addWidget(self._foot)
        for button in self.findChildren(Button):
            button.installEventFilter(self)
        self.follow()

    def restyle(self) -> None:
        super().restyle()
        if self.isVisible():
            self.place()

    def place(self) -> None:
        """Size it to what it holds, within its parent, and put it in the middle."""
        parent = self._window
        room = parent.size()
        width = min(self.px(self._width), room.width() - 2 * self.px(SPACE.gap))
        self._inside.ensurePolished()
        needed = (
            self.body.heightForWidth(width - 2 * _EDGE)
            if self.body.hasHeightForWidth()
            else self.body.sizeHint().height()
        )
        foot = self._foot.sizeHint().height()
        if self.pinned.count():
            foot += self.pinned.totalHeightForWidth(width - 2 * _EDGE)
        most = room.height() - 2 * self.px(SPACE.unit)
        height = min(needed + foot + 2 * _EDGE, most)
        # No bar beside what fits: its width would wrap the words, which then would need it.
        bars = Qt.ScrollBarPolicy
        self._scroll.setVerticalScrollBarPolicy(
            bars.ScrollBarAlwaysOff if height < most else bars.ScrollBarAsNeeded
        )
        middle = parent.mapToGlobal(parent.rect().center())
        area = QRect(middle - QPoint(width // 2, height // 2), QSize(width, height))
        self.setGeometry(area)
        if self._scrim is not None:
            self._scrim.cast_shadow(area)
            self._corners.take(area, parent, self.px(SPACE.radius_dialog))

    def showEvent(self, event: QShowEvent) -> None:
        self._since = self._clock()
        self._scrim = Scrim(self._window)
        self.place()
        super().showEvent(event)
        if self.focusWidget() is None:
            self.safe_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def done(self, result: int) -> None:
        if self._scrim is not None:
            self._scrim.close_up()
            self._scrim = None
        super().done(result)
        self._corners.forget()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _KEYS:
            event.accept()
            return
        super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.key() in _KEYS and self._deaf():
            return True
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = begin(self)
        self._corners.draw(painter)
        radius = self.px(SPACE.radius_dialog)
        box(
            painter,
            QRectF(self.rect()),
            self.theme.colour(Colour.PAPER),
            self.theme.colour(Colour.LINE2),
            radius,
        )
        painter.end()

    def _deaf(self) -> bool:
        return self._since is None or self._clock() - self._since < DEAF_SECONDS


class Scrim(QWidget, Themed):
    """The veil over a window while one of its dialogs is open: 42 % of the darkest colour, and on it the
    dialog's shadow (which would need a translucent window around the dialog)."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._shadow = QRect()
        window.installEventFilter(self)
        self.setGeometry(window.rect())
        self.show()
        self.raise_()
        self.follow()

    def cast_shadow(self, area: QRect) -> None:
        """A dialog stands at ``area`` (global)."""
        self._shadow = QRect(self.mapFromGlobal(area.topLeft()), area.size())
        self.update()

    def close_up(self) -> None:
        """Take it away."""
        self._window.removeEventFilter(self)
        self.hide()
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self.setGeometry(self._window.rect())
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = begin(self)
        veil = self.theme.colour(Colour.SCRIM)
        veil.setAlphaF(0.58 if self.theme.tokens.dark else 0.42)
        painter.fillRect(self.rect(), veil)
        if not self._shadow.isNull():
            _shadow(painter, QRectF(self._shadow), self.px(_SHADOW))
        painter.end()


class Asks(Protocol):
    """Keeps hold of the dialog that it has open."""

    dialog: Dialog | None


def open_for(asks: Asks, dialog: Dialog) -> None:
    """Open it as the one that `asks` has open. When it is over, it is let go of and deleted."""

    def over(_result: int) -> None:
        if asks.dialog is dialog:
            asks.dialog = None
        dialog.deleteLater()

    asks.dialog = dialog
    dialog.finished.connect(over)
    dialog.open()


def close_dialogs(window: QWidget) -> None:
    """Take away every dialog, menu and tip over a window: what they show must not outlive it."""
    while (menu := QApplication.activePopupWidget()) is not None:
        menu.close()
    QToolTip.hideText()
    for dialog in window.findChildren(QDialog):
        if isinstance(dialog, Dialog):
            dialog.done(QDialog.DialogCode.Rejected)  # also one that can't be left while it is busy
            dialog.deleteLater()
        else:
            dialog.reject()


def picture(window: QWidget) -> QPixmap:
    """The window as it is seen, its open dialogs included (to Qt each is a window of its own)."""
    shot = window.grab()
    painter = QPainter(shot)
    for other in QApplication.topLevelWidgets():
        if isinstance(other, QDialog) and other.isVisible() and other.parentWidget() is window:
            layer = QPixmap(other.size() * shot.devicePixelRatio())
            layer.setDevicePixelRatio(shot.devicePixelRatio())
            layer.fill(Qt.GlobalColor.transparent)
            other.render(layer, QPoint(0, 0))
            painter.drawPixmap(window.mapFromGlobal(other.pos()), layer)
    painter.end()
    return shot


def _shadow(painter: QPainter, area: QRectF, spread: int) -> None:
    """A soft shadow from a few wide, faint boxes; cheap because a veil hardly repaints."""
    steps = max(1, spread // 2)
    painter.setPen(Qt.PenStyle.NoPen)
    for step in range(steps):
        far = spread * (1 - step / steps)
        painter.setBrush(QColor(0, 0, 0, 3))
        grown = area.adjusted(-far, -far * 0.7, far, far)
        painter.drawRoundedRect(grown, far + 8, far + 8)
