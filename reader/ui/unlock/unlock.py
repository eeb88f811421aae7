"""The unlock screen: whose laptop this is, and the passphrase. A wrong one slows down, never destroys."""

from __future__ import annotations

import math
import time
from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from reader.core.owner import OwnerView
from reader.ui import problems
from reader.ui.theme import Colour, Role
from reader.ui.unlock.frame import Frame, Owner, ThemeButton, Working
from reader.ui.widgets import Banner, Button, Field, Flow, Glyph, Kind, Line, Paragraph, Row, Size
from sync.errors import Code, SohopError


class UnlockScreen(Frame):
    """Asks for the passphrase. `clock` gives seconds and never goes back."""

    unlockRequested = Signal(str)
    """The passphrase as typed."""
    forgotten = Signal()
    notMine = Signal()
    themeToggled = Signal()

    def __init__(self, parent: QWidget | None = None, *, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__(parent)
        self._clock = clock
        self._until = 0.0
        self._busy = False
        self._tick = QTimer(self)
        self._tick.setInterval(250)
        self._tick.timeout.connect(self._count)
        self._owner = Owner()
        self.field = Field(
            self.tr("Mật khẩu mở sổ"),
            hint=self.tr("Gõ tiếng Việt có dấu thì bấm “Hiện chữ” để xem dấu đã đúng chưa."),
            secret=True,
            large=True,
        )
        self.button = Button(self.tr("Mở sổ"), Kind.PRIMARY, size=Size.LARGE)
        self._working = Working()
        self._banner = Banner("")
        self._banner.hide()
        self._theme_button = ThemeButton()
        self._lay_out()
        self.field.entered.connect(self._ask)
        self.field.changed.connect(self._typed)
        self.button.clicked.connect(lambda _checked=False: self._ask())
        self._theme_button.toggled_theme.connect(self.themeToggled)
        self.setFocusProxy(self.field)

    def set_owner(self, owner: OwnerView) -> None:
        """Whose laptop this is."""
        self._owner.set_owner(owner)
        self.set_office(owner.office, owner.term, owner.emblem)

    def set_busy(self, busy: bool) -> None:
        """While the passphrase is being tried (the better part of a second, longer on an old laptop)."""
        self._busy = busy
        self._working.set_on(busy, self.tr("Đang mở sổ"))
        self.field.edit.setReadOnly(busy)
        self._show_button()

    def wrong(self, seconds: float) -> None:
        """The passphrase was wrong; the next try may be made in `seconds`."""
        self.set_busy(False)
        self._banner.hide()
        self._until = self._clock() + max(0.0, seconds)
        self._count()
        if self._waits():
            self._tick.start()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.field.edit.selectAll()

    def problem(self, error: SohopError) -> None:
        """Something else kept the vault shut."""
        if error.code is Code.WRONG_PASSPHRASE:
            self.wrong(float(error.fields.get("seconds", 0)))
            return
        self.set_busy(False)
        self._banner.set_tone(problems.tone(error))
        self._banner.set_words(self.tr("Chưa mở được sổ"), problems.sentence(error))
        self._banner.show()

    def clear(self) -> None:
        """Forget what was typed and every message: before the screen is shown again."""
        self.field.edit.clear()
        if self.field.reveal is not None:
            self.field.reveal.setChecked(False)
        self.field.set_error("")
        self._banner.hide()
        self.set_busy(False)

    def _ask(self) -> None:
        if self.button.isEnabled() and self.field.text:
            self._banner.hide()
            self.field.set_error("")
            self.unlockRequested.emit(self.field.text)

    def _typed(self, _text: str) -> None:
        if self.field.error and not self._waits():
            self.field.set_error("")
        self._show_button()

    def _waits(self) -> bool:
        return self._clock() < self._until

    def _count(self) -> None:
        left = math.ceil(self._until - self._clock())
        if left > 0:
            self.field.set_error(self.tr("Chưa đúng. Thử lại sau {n} giây", None, left).format(n=left))
        else:
            self._tick.stop()
            self.field.set_error(self.tr("Chưa đúng. Thử lại được rồi"))
        self._show_button()

    def _show_button(self) -> None:
        self.button.setEnabled(bool(self.field.text) and not self._busy and not self._waits())
        self.button.set_text(self.tr("Đang mở…") if self._busy else self.tr("Mở sổ"))

    def _lay_out(self) -> None:
        column = self.column
        column.addWidget(self._owner)
        column.gap(32)
        column.addWidget(self.field)
        column.gap(20)
        column.addWidget(self.button)
        column.gap(8)
        column.addWidget(self._working)
        column.gap(12)
        column.addWidget(self._banner)
        safe = Row(spacing=12)
        safe.addWidget(Glyph("shield-check", 24), 0, Qt.AlignmentFlag.AlignTop)
        words = self.tr("Mở được khi không có mạng. Gõ sai không làm mất tài liệu.")
        safe.addWidget(Paragraph(words, Role.BODY, Colour.INK2), 1)
        column.addLayout(safe)
        column.gap(24)
        column.addWidget(Line())
        column.gap(16)
        forgotten = Button(self.tr("Quên mật khẩu"), Kind.LINK)
        forgotten.clicked.connect(lambda _checked=False: self.forgotten.emit())
        other = Button(self.tr("Không phải máy của tôi"), Kind.LINK)
        other.clicked.connect(lambda _checked=False: self.notMine.emit())
        links = QWidget()
        flow = Flow(links, 0, 24)
        flow.addWidget(forgotten)
        flow.addWidget(other)
        foot = Row(spacing=16)
        foot.addWidget(links, 1, Qt.AlignmentFlag.AlignVCenter)
        foot.addWidget(self._theme_button, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(foot)
        column.addStretch(1)
        self._show_button()
