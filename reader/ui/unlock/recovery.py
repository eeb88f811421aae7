"""First start, last step: the recovery code of private notes, shown once."""

from __future__ import annotations

from PySide6.QtCore import QIODevice, QSaveFile, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from reader.ui import clipboard
from reader.ui.theme import SPACE, Colour, Role, Tone
from reader.ui.widgets import Button, Check, Column, Flow, Kind, Paragraph, Sign, Size, Surface

_GROUP = 5


class RecoveryStep(QWidget):
    """The code in groups, ways to keep it, and a box to tick before going on."""

    done = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._code = ""
        self.shown = Paragraph("", Role.CHOICE, align=Qt.AlignmentFlag.AlignHCenter)
        self.copy_button = Button(self.tr("Chép vào bộ nhớ tạm"), icon="copy")
        self.save_button = Button(self.tr("Lưu thành tệp…"), icon="floppy-disk")
        self._said = Sign("", Tone.OK, "check-circle")
        self.check = Check(self.tr("Đã chép lại mã này ra giấy hoặc cất nơi khác"))
        self.button = Button(self.tr("Vào kệ họp"), Kind.PRIMARY, size=Size.LARGE)
        self._lay_out()
        self.copy_button.clicked.connect(lambda _checked=False: self._copy())
        self.save_button.clicked.connect(lambda _checked=False: self._choose())
        self.check.toggled.connect(self.button.setEnabled)
        self.button.clicked.connect(lambda _checked=False: self.done.emit())
        self.setFocusProxy(self.copy_button)

    def set_code(self, code: str) -> None:
        """Show this code; the tick is taken away."""
        self._code = grouped(code)
        self.shown.set_text(self._code)
        self.shown.setAccessibleName(" ".join(code))
        self.check.setChecked(False)
        self.button.setEnabled(False)
        self._said.hide()

    def clear(self) -> None:
        """Forget the code."""
        self.set_code("")

    def save(self, path: str) -> None:
        """Write the code into a text file; says below whether that went well."""
        file = QSaveFile(path)
        text = self.tr("Sổ Họp – mã khôi phục ghi chú riêng:\n{code}\n").format(code=self._code)
        written = file.open(QIODevice.OpenModeFlag.WriteOnly) and file.write(text.encode()) > 0
        if written and file.commit():
            self._say(self.tr("Đã lưu. Cất tệp ở nơi khác, không để trên máy này."), Tone.OK, "check-circle")
        else:
            self._say(self.tr("Chưa lưu được vào chỗ này. Chọn chỗ khác."), Tone.BAD, "warning-circle")

    def _copy(self) -> None:
        clipboard.copy(self._code)
        self._say(self.tr("Đã chép vào bộ nhớ tạm."), Tone.OK, "check-circle")

    def _choose(self) -> None:
        name = self.tr("ma-khoi-phuc-so-hop.txt")
        path, _ = QFileDialog.getSaveFileName(self, self.tr("Lưu mã khôi phục"), name)
        if path:
            self.save(path)

    def _say(self, text: str, tone: Tone, icon: str) -> None:
        self._said.set_state(text, tone, icon)
        self._said.show()

    def _lay_out(self) -> None:
        frame = Surface(Colour.PAPER, Colour.LINE2, SPACE.radius_card)
        Column(frame, (16, 16, 16, 16)).addWidget(self.shown)
        self.shown.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        buttons = QWidget()
        flow = Flow(buttons, 0, 12)
        flow.addWidget(self.copy_button)
        flow.addWidget(self.save_button)
        column = Column(self)
        column.addWidget(Paragraph(self.tr("Mã khôi phục ghi chú riêng"), Role.PAGE_TITLE))
        column.gap(8)
        words = self.tr(
            "Máy hỏng hay quên mật khẩu thì chỉ mã này lấy lại được ghi chú riêng. "
            "Mã chỉ hiện một lần; văn phòng không giữ bản nào."
        )
        column.addWidget(Paragraph(words, Role.BODY, Colour.INK2))
        column.gap(16)
        column.addWidget(frame)
        column.gap(12)
        column.addWidget(buttons)
        column.gap(8)
        column.addWidget(self._said)
        column.gap(8)
        column.addWidget(self.check)
        column.gap(16)
        column.addWidget(self.button)


def grouped(code: str) -> str:
    """In groups of five, the last one six: 26 characters are read out and copied more easily so."""
    plain = "".join(letter for letter in code if letter.isalnum())
    cuts = [plain[i : i + _GROUP] for i in range(0, len(plain), _GROUP)]
    if len(cuts) > 1 and len(cuts[-1]) == 1:
        cuts[-2:] = [cuts[-2] + cuts[-1]]
    return "-".join(cuts)
