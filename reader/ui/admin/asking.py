"""A dialog that stays, with what was typed in it, until the hub has answered."""

from __future__ import annotations

from PySide6.QtCore import Signal

from reader.ui import problems
from reader.ui.widgets import Banner, Dialog
from sync.errors import SohopError


class AskingDialog(Dialog):
    """`requested` instead of accepting; then `finish` or `problem`."""

    requested = Signal()

    def make_room(self) -> None:
        """Where what went wrong is said: below what was added so far."""
        self.banner = Banner("")
        self.banner.hide()
        self.body.gap(12)
        self.body.addWidget(self.banner)
        self.body.gap(12)

    def accept(self) -> None:
        """Ask; it is not done yet."""
        if self.action_button is None or self.action_button.isEnabled():
            self.banner.hide()
            self.requested.emit()

    def finish(self) -> None:
        """It is done, and durable at the hub."""
        super().accept()

    def problem(self, error: SohopError) -> None:
        """It is not done; what was typed is still here."""
        self.banner.set_tone(problems.tone(error))
        self.banner.set_words(self.tr("Chưa làm được"), problems.sentence(error))
        self.banner.show()
        if self.isVisible():
            self.place()
            self._scroll.ensureWidgetVisible(self.banner)
