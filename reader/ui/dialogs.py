"""The dialogs behind the owner's menu: changing the passphrase, and what this program is."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QWidget

from reader import __version__
from reader.ui import problems
from reader.ui.tasks import Asker, BookThread
from reader.ui.theme import Colour, Role
from reader.ui.unlock.frame import Working
from reader.ui.unlock.pass_step import NewPassphrase
from reader.ui.widgets import Dialog, Field, Glyph, Paragraph, Row
from sync.errors import Code, SohopError


class PassphraseDialog(Dialog):
    """Old and new passphrase. It stays open until `succeeded`; `problem` says what was wrong."""

    changeRequested = Signal(str, str)
    """Old, new."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(
            QCoreApplication.translate("PassphraseDialog", "Đổi mật khẩu"),
            parent,
            text=QCoreApplication.translate(
                "PassphraseDialog", "Tài liệu, ghi chú và phiếu giữ nguyên; chỉ mật khẩu thay đổi."
            ),
            safe=QCoreApplication.translate("PassphraseDialog", "Giữ mật khẩu cũ"),
            action=QCoreApplication.translate("PassphraseDialog", "Đổi mật khẩu"),
        )
        self.old = Field(self.tr("Mật khẩu đang dùng"), secret=True)
        self.new = NewPassphrase()
        self._working = Working()
        self._busy = False
        self.body.gap(16)
        self.body.addWidget(self.old)
        self.body.gap(16)
        self.body.addWidget(self.new)
        self.body.gap(12)
        self.body.addWidget(self._working)
        self.old.changed.connect(self._check)
        self.new.changed.connect(self._check)
        self.old.entered.connect(lambda: self.new.first.edit.setFocus(Qt.FocusReason.TabFocusReason))
        self.new.entered.connect(self.accept)
        self.old.setFocus()
        self._check()

    def accept(self) -> None:
        """Ask for the change; the dialog closes when it has succeeded."""
        if self._ready():
            self._set_busy(True)
            self.changeRequested.emit(self.old.text, self.new.passphrase)

    def succeeded(self) -> None:
        """The vault opens with the new passphrase from now on."""
        super().accept()

    def problem(self, error: SohopError) -> None:
        """It was not changed."""
        self._set_busy(False)
        wrong = error.code is Code.WRONG_PASSPHRASE
        text = self.tr("Chưa đúng mật khẩu đang dùng.") if wrong else problems.sentence(error)
        self.old.set_error(text)
        self.old.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self.old.edit.selectAll()
        self.place()

    def reject(self) -> None:
        if not self._busy:
            super().reject()

    def done(self, result: int) -> None:
        self.old.edit.clear()
        self.new.clear()
        super().done(result)

    def _ready(self) -> bool:
        return bool(self.old.text) and bool(self.new.passphrase) and not self._busy

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        self._working.set_on(busy, self.tr("Đang đổi mật khẩu"))
        self.old.edit.setReadOnly(busy)
        self.new.set_busy(busy)
        self.safe_button.setEnabled(not busy)
        self._check()

    def _check(self) -> None:
        if self.old.error and not self._busy and self.sender() is self.old:
            self.old.set_error("")
        if self.action_button is not None:
            self.action_button.setEnabled(self._ready())


class AboutDialog(Dialog):
    """Name, version, licence, and honestly what the program does not defend against."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(
            QCoreApplication.translate("AboutDialog", "Giới thiệu"),
            parent,
            heading=QCoreApplication.translate("AboutDialog", "Sổ Họp {version}").format(version=__version__),
            safe=QCoreApplication.translate("AboutDialog", "Đóng"),
        )
        facts = (
            (
                "scales",
                self.tr(
                    "Phần mềm tự do, giấy phép AGPL-3.0 trở lên: được dùng, xem mã nguồn, sửa "
                    "và chia sẻ lại; không kèm bảo hành."
                ),
            ),
            (
                "shield-check",
                self.tr(
                    "Tài liệu, ghi chú và phiếu trên máy được khóa bằng mật khẩu. Tập tài liệu "
                    "chỉ hiện khi có đủ hai người xác nhận."
                ),
            ),
            (
                "warning-circle",
                self.tr(
                    "Không bảo vệ được khi máy đã nhiễm mã độc, khi bị ép buộc, khi người khác "
                    "nhìn hay chụp màn hình, khi mật khẩu quá dễ đoán."
                ),
            ),
            (
                "prohibit",
                self.tr("Không dùng cho tài liệu mật nhà nước và không dùng cho bỏ phiếu kín: dùng giấy."),
            ),
        )
        self.body.gap(16)
        for icon, fact in facts:
            row = Row(spacing=12)
            row.addWidget(Glyph(icon, 24, Colour.INK2), 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(Paragraph(fact, Role.BODY), 1)
            self.body.addLayout(row)
            self.body.gap(12)


def ask_passphrase(thread: BookThread, parent: QWidget) -> None:
    """Change the passphrase of the open book."""
    dialog = PassphraseDialog(parent)
    books = Asker(thread)

    def change(old: str, new: str) -> None:
        books.ask(
            lambda book: book.vault.change_passphrase(old, new), lambda _: dialog.succeeded(), dialog.problem
        )

    dialog.changeRequested.connect(change)
    dialog.finished.connect(lambda _: books.close())
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def show_about(parent: QWidget) -> None:
    """What this program is."""
    dialog = AboutDialog(parent)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
