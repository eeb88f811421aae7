"""First start, step two: whose laptop this will be, and a new passphrase, typed twice."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from reader.core.owner import OwnerView
from reader.ui.owner import role_text
from reader.ui.theme import Colour, Role
from reader.ui.unlock.frame import Owner
from reader.ui.unlock.strength import LEAST, Strength, share, strength
from reader.ui.widgets import Button, Column, Field, Kind, Paragraph, Size
from reader.ui.widgets.progress import Bar

RECOVERY_LENGTH = 26


class NewPassphrase(QWidget):
    """Two fields and an honest word about the length; also used for changing the passphrase."""

    changed = Signal()
    entered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.first = Field(self.tr("Mật khẩu mới"), secret=True)
        self.second = Field(self.tr("Gõ lại mật khẩu"), secret=True)
        self._bar = Bar()
        self._bar.setAccessibleName(self.tr("Độ khó đoán của mật khẩu"))
        self._hint = Paragraph("", Role.NOTE, Colour.INK2)
        column = Column(self)
        column.addWidget(self.first)
        column.gap(8)
        column.addWidget(self._bar)
        column.gap(4)
        column.addWidget(self._hint)
        column.gap(16)
        column.addWidget(self.second)
        self.first.changed.connect(self._typed)
        self.second.changed.connect(self._typed)
        self.first.entered.connect(lambda: self.second.edit.setFocus(Qt.FocusReason.TabFocusReason))
        self.second.entered.connect(self.entered)
        self.setFocusProxy(self.first)
        self._typed()

    @property
    def passphrase(self) -> str:
        """The passphrase when both fields agree and it is long enough, else an empty string."""
        text = self.first.text
        return text if len(text) >= LEAST and text == self.second.text else ""

    def set_busy(self, busy: bool) -> None:
        """Let nothing be changed for a while."""
        for field in (self.first, self.second):
            field.edit.setReadOnly(busy)

    def clear(self) -> None:
        """Forget both."""
        self.first.edit.clear()
        self.second.edit.clear()

    def _typed(self, _text: str = "") -> None:
        found = strength(self.first.text)
        self._bar.set_share(share(found), paused=found in (Strength.SHORT, Strength.WEAK))
        words = {
            Strength.EMPTY: self.tr("Ít nhất {n} ký tự. Nên dùng bốn từ trở lên, dễ nhớ với riêng mình."),
            Strength.SHORT: self.tr("Còn ngắn: cần ít nhất {n} ký tự."),
            Strength.WEAK: self.tr("Dùng được nhưng dễ đoán. Thêm vài từ nữa thì chắc hơn."),
            Strength.FAIR: self.tr("Khá. Bốn từ trở lên thì chắc hơn nữa."),
            Strength.GOOD: self.tr("Tốt: đủ dài để người nhặt được máy không dò ra."),
        }
        self._hint.set_text(words[found].format(n=LEAST))
        self._bar.setAccessibleDescription(self._hint.text())
        one, two = self.first.text, self.second.text
        differs = bool(two) and not one.startswith(two)
        self.second.set_error(self.tr("Hai lần gõ chưa giống nhau.") if differs else "")
        self.changed.emit()


class PassStep(QWidget):
    """Shows the owner; gives the passphrase, and the recovery code of a former laptop if there is one."""

    ready = Signal(str, str)
    """Passphrase, recovery code ("" for none)."""
    back = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._owner = Owner()
        self._office = Paragraph("", Role.BODY, Colour.INK2)
        self.new = NewPassphrase()
        self.recovery_link = Button(self.tr("Có mã khôi phục từ máy trước?"), Kind.LINK)
        self.recovery = Field(
            self.tr("Mã khôi phục từ máy trước"),
            hint=self.tr("{n} ký tự; để lấy lại ghi chú riêng.").format(n=RECOVERY_LENGTH),
            clearable=True,
        )
        self.recovery.hide()
        self.button = Button("", Kind.PRIMARY, size=Size.LARGE)
        self.back_button = Button(self.tr("Không phải tôi, nhập mã khác"), Kind.LINK)
        self._busy = False
        column = Column(self)
        column.addWidget(self._owner)
        column.gap(4)
        column.addWidget(self._office)
        column.gap(20)
        column.addWidget(self.new)
        column.gap(12)
        column.addWidget(self.recovery_link, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.recovery)
        column.gap(16)
        column.addWidget(self.button)
        column.gap(16)
        column.addWidget(self.back_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.new.changed.connect(self._check)
        self.new.entered.connect(self._go)
        self.recovery.changed.connect(self._check)
        self.recovery.entered.connect(self._go)
        self.recovery_link.clicked.connect(lambda _checked=False: self._ask_recovery())
        self.button.clicked.connect(lambda _checked=False: self._go())
        self.back_button.clicked.connect(lambda _checked=False: self.back.emit())
        self.setFocusProxy(self.new)
        self._check()

    def set_owner(self, owner: OwnerView) -> None:
        """Whose laptop this will be."""
        self._owner.set_owner(owner, self.tr("Máy này sẽ là của {who}").format(who=role_text(owner)))
        self._office.set_text(" · ".join(part for part in (owner.office, owner.term) if part))

    def set_busy(self, busy: bool) -> None:
        """While keys are made and the hub enrols the laptop."""
        self._busy = busy
        self.new.set_busy(busy)
        self.recovery.edit.setReadOnly(busy)
        self.back_button.setEnabled(not busy)
        self.recovery_link.setEnabled(not busy)
        self._check()

    def clear(self) -> None:
        """Forget what was typed."""
        self.new.clear()
        self.recovery.edit.clear()

    def _ask_recovery(self) -> None:
        self.recovery_link.hide()
        self.recovery.show()
        self.recovery.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _recovery(self) -> str:
        return "".join(letter for letter in self.recovery.text if letter.isalnum())

    def _check(self) -> None:
        code = self._recovery()
        whole = not code or len(code) == RECOVERY_LENGTH
        self.button.setEnabled(bool(self.new.passphrase) and whole and not self._busy)
        self.button.set_text(self.tr("Đang tạo sổ…") if self._busy else self.tr("Tạo sổ trên máy này"))

    def _go(self) -> None:
        if self.button.isEnabled():
            self.ready.emit(self.new.passphrase, self._recovery())
