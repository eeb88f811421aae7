"""First start: invitation → whose laptop this will be and its passphrase → the recovery code, or where the
note key of one's other laptop is to be had.

The screen asks and shows; contact, keys and vault are the work of who listens to its signals.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from reader.core.owner import OwnerView
from reader.ui import problems
from reader.ui.theme import Colour, Role
from reader.ui.unlock.code_step import CodeStep
from reader.ui.unlock.frame import Frame, ThemeButton, Working
from reader.ui.unlock.other_laptop import OtherLaptopStep
from reader.ui.unlock.pass_step import PassStep
from reader.ui.unlock.recovery import RecoveryStep
from reader.ui.widgets import Banner, Paragraph, Row
from sync.errors import SohopError


class EnrolScreen(Frame):
    """Three steps. After `contactRequested` call `contacting`, then `contacted` or `problem`; after
    `createRequested` call `creating`, then `created` or `problem`."""

    contactRequested = Signal(object)
    """A sync.wire.invitation.Invitation."""
    createRequested = Signal(str, str)
    """The new passphrase, and the recovery code of a former laptop ("" for none)."""
    finished = Signal()
    themeToggled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.code = CodeStep()
        self.passphrase = PassStep()
        self.recovery = RecoveryStep()
        self.other_laptop = OtherLaptopStep()
        self._steps: tuple[QWidget, ...] = (self.code, self.passphrase, self.recovery)
        self._place = Paragraph("", Role.NOTE_MEDIUM, Colour.INK2)
        self._working = Working()
        self._banner = Banner("")
        self._theme_button = ThemeButton()
        self._lay_out()
        self.code.ready.connect(self.contactRequested)
        self.passphrase.ready.connect(self.createRequested)
        self.passphrase.back.connect(self.restart)
        for last in (self.recovery, self.other_laptop):
            last.done.connect(self._finish)
        self._theme_button.toggled_theme.connect(self.themeToggled)
        self.restart()

    @property
    def step(self) -> int:
        """The step shown: 0 invitation, 1 passphrase, 2 recovery code."""
        return next(n for n, step in enumerate(self._steps) if step.isVisibleTo(self))

    def restart(self) -> None:
        """Back to the invitation; nothing typed as a secret is kept."""
        self.passphrase.clear()
        self.recovery.clear()
        self.set_office("", "")
        self._rest()
        self._show(0)

    def take_link(self, text: str) -> None:
        """Put an invitation link in, when the program was started with one."""
        if self.step == 0:
            self.code.take_link(text)

    def contacting(self) -> None:
        """The hub is being asked."""
        self._banner.hide()
        self.code.set_busy(True)
        self._working.set_on(True, self.tr("Đang hỏi hệ thống"))

    def contacted(self, owner: OwnerView) -> None:
        """The hub proved itself and said whose laptop this will be."""
        self._rest()
        self.set_office(owner.office, owner.term)
        self.passphrase.set_owner(owner)
        self._show(1)

    def creating(self) -> None:
        """Keys are being made, the hub enrols the laptop, the vault is written."""
        self._banner.hide()
        self.passphrase.set_busy(True)
        self._working.set_on(True, self.tr("Đang tạo sổ"))

    def created(self, recovery_code: str) -> None:
        """It is done; show the code. Without one the person has another laptop, which has the note key."""
        self._rest()
        self.passphrase.clear()
        self.recovery.set_code(recovery_code)
        last = self.recovery if recovery_code else self.other_laptop
        self._steps = (self.code, self.passphrase, last)
        self._show(2)

    def problem(self, error: SohopError) -> None:
        """The step failed; everything typed stays, so that it can be tried again."""
        self._rest()
        self._banner.set_tone(problems.tone(error))
        title = self.tr("Chưa ghi danh được") if self.step == 0 else self.tr("Chưa tạo được sổ")
        self._banner.set_words(title, problems.sentence(error))
        self._banner.show()

    def _rest(self) -> None:
        self._banner.hide()
        self._working.set_on(False)
        self.code.set_busy(False)
        self.passphrase.set_busy(False)

    def _show(self, number: int) -> None:
        for step in (*self._steps, self.recovery, self.other_laptop):
            step.setVisible(step is self._steps[number])
        self._place.set_text(self.tr("Bước {n}/{all}").format(n=number + 1, all=len(self._steps)))
        self.setFocusProxy(self._steps[number])
        if self.isVisible():
            self._steps[number].setFocus()

    def _finish(self) -> None:
        self.recovery.clear()
        self.finished.emit()

    def _lay_out(self) -> None:
        head = Row(spacing=16)
        head.addWidget(self._place, 1)
        self._theme_button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        head.addWidget(self._theme_button)
        self.column.addLayout(head)
        self.column.gap(8)
        for step in (*self._steps, self.other_laptop):
            self.column.addWidget(step)
        self.column.gap(8)
        self.column.addWidget(self._working)
        self.column.gap(12)
        self.column.addWidget(self._banner)
        self.column.addStretch(1)
