"""What the root is to sign, shown by name; the root file and its passphrase are asked for here."""

from __future__ import annotations

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
from sync.trust.proposals import Proposal, key_mark
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
        for before, after in proposal.called:
            said = self.tr("Đổi cách gọi: {before} → {after}")
            said = said.format(before=_called(before), after=_called(after))
            entries.append(Entry("pencil-simple", plain_line(said)))
        added = {cert.device for cert in proposal.added}
        for cert in proposal.rooms:
            if cert.device not in added:
                said = self.tr("Chứng thư mới cho trạm phòng họp: {name}").format(name=cert.name)
                entries.append(Entry("wifi-high", plain_line(said)))
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
                "Chỉ ký khi biết chắc máy là của đúng người: gọi cho người đó, nhờ đọc dấu khóa trên máy "
                "(mục “Máy của tôi”; của trạm phòng họp: mục Đồng bộ), phải giống dấu ở trên. Chữ ký này cho "
                "máy quyền trình, duyệt, mở biểu quyết, làm trạm phòng họp hoặc quản trị."
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


def _called(cert: DeviceCert) -> str:
    laptop = f"“{cert.laptop}”" if cert.laptop else ""
    return ", ".join(part for part in (cert.name, cert.title, laptop) if part)


def _entry(cert: DeviceCert, what: str, *, ended: bool = False) -> Entry:
    parts = (words.roles_text(cert.roles), cert.laptop and f"“{cert.laptop}”", key_mark(cert.sign_key))
    return Entry(
        "prohibit" if ended else "desktop",
        plain_line(f"{what}: {cert.name}"),
        plain_line(" · ".join(part for part in parts if part)),
        Tone.PLAIN,
    )
