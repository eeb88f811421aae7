"""What can be asked of whoever holds a stick: each act is one of the courier's buttons, and what was said."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit

from reader.ui.meeting.screen import Tab
from reader.ui.sync.stick_dialogs import ContentsDialog, PlaceDialog
from reader.ui.widgets import Dialog
from tools.demo import dialogs
from tools.demo.line_page import LinePage, said

_READY = 0


class WithStick(LinePage):
    """Mixed into what any person can do. A stick is a folder, chosen in the system's own dialog."""

    def act_stick_out(self, stick: str, picture: str) -> str:
        """The office's bundle for the readers of this meeting."""
        hand = self._hand
        hand.book.meeting.screen.show_tab(Tab.DESK)
        hand.wait(lambda: hand.book.meeting.desk_view is not None, "the desk")
        hand.desk.tabs.choose(_READY)
        hand.click(hand.desk.ready.bundle_button, "Chép gói ra USB…")
        return self._choose_stick(stick, picture)

    def act_stick_home(self, stick: str, picture: str) -> str:
        """What waits on this laptop."""
        self.act_line_page()
        self._press_here(self._hand.book.sync.to_stick)
        return self._choose_stick(stick, picture)

    def act_stick_look(self, stick: str, picture: str) -> str:
        """What is on the stick; where something is for this laptop, the question whether to take it stays."""
        self.act_line_page()
        self._press_here(self._hand.book.sync.from_stick)
        return self._choose_stick(stick, picture)

    def act_stick_take(self, picture: str) -> str:
        """Yes to that question."""
        dialog = self._courier_says(None)
        assert isinstance(dialog, ContentsDialog)
        dialogs.agree(self._hand, dialog)
        return self._courier_answers(dialog, picture)

    def act_stick_close(self) -> str:
        """It has been read."""
        dialog = self._courier_says(None)
        self._hand.click(dialog.safe_button, dialog.safe_button.text())
        self._hand.wait(lambda: not dialogs.open_ones(self._hand), "it is closed")
        return "closed"

    def _choose_stick(self, stick: str, picture: str) -> str:
        dialog = self._courier_says(None)
        assert isinstance(dialog, PlaceDialog)
        self._hand.shoot(f"{picture}-where")
        _in_file_dialog(stick)
        self._hand.click(dialog.folder, "Chọn thư mục…")
        return self._courier_answers(dialog, picture)

    def _courier_answers(self, before: Dialog, picture: str) -> str:
        """What the courier says next."""
        dialog = self._courier_says(before)
        self._hand.shoot(picture)
        return said(dialog)

    def _courier_says(self, before: Dialog | None) -> Dialog:
        """The dialog that it shows, another one than ``before``."""
        courier = self._hand.book.courier

        def shown() -> bool:
            return courier.dialog is not None and courier.dialog is not before and courier.dialog.isVisible()

        self._hand.wait(shown, "the courier's dialog", 60)
        assert courier.dialog is not None
        return courier.dialog


def _in_file_dialog(folder: str) -> None:
    """Type a folder into the dialog that comes up now, and press Enter's button."""

    def fill() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, QFileDialog):
            QTimer.singleShot(20, fill)
            return
        field = dialog.findChild(QLineEdit, "fileNameEdit")
        assert isinstance(field, QLineEdit)
        field.setText(folder)
        dialog.accept()

    QTimer.singleShot(20, fill)
