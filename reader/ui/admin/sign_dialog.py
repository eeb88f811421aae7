"""What the root is to sign, shown by name; the root file and its passphrase are asked for here."""

from __future__ import annotations

import hashlib
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from reader.ui.admin import words
from reader.ui.admin.asking import AskingDialog
from reader.ui.plain import plain_line
from reader.ui.stack import Entry, Stack
from reader.ui.theme import Colour, Role, Tone
from reader.ui.widgets import Button, Field, Paragraph
from sync.errors import Code, SohopError
from sync.trust.proposals import Proposal
from sync.wire.statements import DeviceCert


class SignDialog(AskingDialog):
    """`proposal` is signed as it is shown. The passphrase is wiped when the dialog goes."""

    def __init__(self, parent: QWidget, proposal: Proposal) -> None:
        super().__init__(
            QCoreApplication.translate("SignDialog", "Ký danh sách máy của cơ quan"),
            parent,
            heading=QCoreApplication.translate("SignDialog", "Danh sách số {n}").format(
                n=proposal.roster.number
            ),
            safe=QCoreApplication.translate("SignDialog", "Chưa ký"),
            action=QCoreApplication.translate("SignDialog", "Ký"),
        )
        self.proposal = proposal
        self.file: Path | None = None
        stack = Stack(side=0, pad=8)
        entries = [_entry(cert, self.tr("Thêm máy")) for cert in proposal.added]
        entries += [_entry(cert, self.tr("Bớt máy đã thu hồi"), ended=True) for cert in proposal.ended]
        if proposal.renamed:
            name = plain_line(f"{proposal.roster.name}, {proposal.roster.term}".strip(", "))
            entries.append(Entry("pencil-simple", self.tr("Tên cơ quan: {name}").format(name=name)))
        if proposal.emblem:
            said = self.tr("Biểu trưng mới") if proposal.roster.emblem else self.tr("Bỏ biểu trưng")
            entries.append(Entry("seal-check", said))
        stack.set_entries(entries or [Entry("check", self.tr("Không đổi máy nào"))])
        self.body.gap(8)
        self.body.addWidget(stack)
        if proposal.added:
            asked = self.tr(
                "Chỉ ký khi biết chắc máy là của đúng người: gọi hỏi tên máy và lúc ghi danh. Chữ ký này cho "
                "máy quyền trình, duyệt, mở biểu quyết hoặc quản trị."
            )
            self.body.gap(8)
            self.body.addWidget(Paragraph(asked, Role.NOTE_MEDIUM, Colour.WAIT))
        self.choose_button = Button(self.tr("Chọn tệp khóa gốc…"), icon="folder-open")
        self.choose_button.clicked.connect(lambda _checked=False: self._choose())
        self._named = Paragraph(self.tr("Tệp thường ở trên USB cất riêng."), Role.NOTE, Colour.INK2)
        self.passphrase = Field(
            self.tr("Mật khẩu của khóa gốc"),
            hint=self.tr("Khóa chỉ mở trên máy này trong lúc ký, không gửi đi đâu."),
            secret=True,
        )
        self.passphrase.changed.connect(lambda _: self._check())
        self.passphrase.entered.connect(self.accept)
        self.body.gap(16)
        self.body.addWidget(self.choose_button)
        self.body.gap(4)
        self.body.addWidget(self._named)
        self.body.gap(12)
        self.body.addWidget(self.passphrase)
        self.make_room()
        self._check()

    def take(self, file: Path) -> None:
        """This is the root file."""
        self.file = file
        self._named.set_text(plain_line(str(file)))
        self._check()
        if self.isVisible():
            self.place()

    def problem(self, error: SohopError) -> None:
        if error.code is Code.WRONG_PASSPHRASE:
            self.passphrase.set_error(self.tr("Chưa đúng mật khẩu của khóa gốc."))
            self.passphrase.edit.selectAll()
            self.passphrase.setFocus()
            self.place()
        else:
            super().problem(error)

    def done(self, result: int) -> None:
        self.passphrase.edit.clear()
        super().done(result)

    def _choose(self) -> None:
        kinds = self.tr("Khóa gốc (*.key);;Mọi tệp (*)")
        path, _ = QFileDialog.getOpenFileName(self, self.tr("Chọn tệp khóa gốc"), "", kinds)
        if path:
            self.take(Path(path))

    def _check(self) -> None:
        self.passphrase.set_error("")
        if self.action_button is not None:
            self.action_button.setEnabled(self.file is not None and bool(self.passphrase.text))


def fingerprint(cert: DeviceCert) -> str:
    """The beginning of a laptop's key, to be compared by eye."""
    digits = hashlib.sha256(cert.sign_key).hexdigest()[:16]
    return " ".join(digits[at : at + 4] for at in range(0, 16, 4))


def _entry(cert: DeviceCert, what: str, *, ended: bool = False) -> Entry:
    parts = (words.roles_text(cert.roles), cert.laptop and f"“{cert.laptop}”", fingerprint(cert))
    return Entry(
        "prohibit" if ended else "desktop",
        plain_line(f"{what}: {cert.name}"),
        plain_line(" · ".join(part for part in parts if part)),
        Tone.PLAIN,
    )
