"""First start, step one: the invitation, pasted as a link, chosen as a file, or typed as address and code."""

from __future__ import annotations

from PySide6.QtCore import QFile, QIODevice, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget

from reader.ui.theme import Colour, Role, Tone
from reader.ui.unlock import code
from reader.ui.unlock.code import CodeState
from reader.ui.widgets import Button, Column, Field, Kind, Paragraph, Sign, Size
from reader.ui.widgets.tabs import Segments
from sync.wire.invitation import LENGTH, Invitation, read_link, read_secret

MOST_FILE = 64 * 1024
"""Bytes read from an invitation file; a real one has two or three thousand."""
_LINK, _TYPED = 0, 1


class CodeStep(QWidget):
    """Gives an Invitation when what stands in the fields is one; otherwise the button stays off."""

    ready = Signal(object)
    """The Invitation; its fingerprints are empty when it was typed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ways = Segments((self.tr("Liên kết hoặc tệp"), self.tr("Gõ mã")), stretch=True)
        self.ways.setAccessibleName(self.tr("Cách ghi danh"))
        self.link = Field(
            self.tr("Liên kết ghi danh"),
            placeholder="sohop://…",
            hint=self.tr("Dán liên kết người quản trị gửi, hoặc chọn tệp lời mời."),
            clearable=True,
        )
        self.file_button = Button(self.tr("Chọn tệp lời mời…"), icon="folder-open")
        self.address = Field(self.tr("Địa chỉ hệ thống"), placeholder="hop.example.vn:8443")
        self.code = Field(
            self.tr("Mã ghi danh"),
            placeholder="K7M2P-9QX4T-R3H8V-WZ5CD",
            hint=self.tr("{n} ký tự trên giấy mời; không phân biệt chữ hoa, chữ thường.").format(n=LENGTH),
        )
        hints = Qt.InputMethodHint
        secret = hints.ImhSensitiveData | hints.ImhNoPredictiveText | hints.ImhLatinOnly
        self.code.edit.setInputMethodHints(secret | hints.ImhPreferUppercase)
        self.address.edit.setInputMethodHints(hints.ImhUrlCharactersOnly | hints.ImhNoPredictiveText)
        self._sign = Sign("", Tone.PLAIN, "circle-dashed")
        self.button = Button(self.tr("Tiếp tục"), Kind.PRIMARY, size=Size.LARGE)
        self._pages = (QWidget(), QWidget())
        self._busy = False
        self._lay_out()
        self.ways.changed.connect(self._turn)
        self.link.changed.connect(self._link_typed)
        self.link.entered.connect(self._go)
        self.code.changed.connect(self._code_typed)
        self.code.entered.connect(self._go)
        self.address.changed.connect(self._check)
        self.address.entered.connect(self._next_field)
        self.file_button.clicked.connect(lambda _checked=False: self._choose_file())
        self.button.clicked.connect(lambda _checked=False: self._go())
        self._check()
        self.setFocusProxy(self.link)

    def set_busy(self, busy: bool) -> None:
        """While the hub is being asked."""
        self._busy = busy
        for edit in (self.link.edit, self.code.edit, self.address.edit):
            edit.setReadOnly(busy)
        self.file_button.setEnabled(not busy)
        self.ways.setEnabled(not busy)
        self._check()

    def take_link(self, text: str) -> None:
        """Put a link in, as from a file or from the command line."""
        self.ways.choose(_LINK)
        self.link.set_text(text.strip())

    def take_file(self, path: str) -> None:
        """Read an invitation file; what is wrong with it is said under the field."""
        file = QFile(path)
        if not file.open(QIODevice.OpenModeFlag.ReadOnly):
            self.link.set_error(self.tr("Không đọc được tệp này. Chọn lại, hoặc dán liên kết."))
            return
        text = bytes(file.read(MOST_FILE).data()).decode("utf-8", errors="replace").strip()
        file.close()
        if code.is_link(text):
            self.take_link(text)
        else:
            self.link.set_error(
                self.tr("Tệp này không phải lời mời ghi danh. Chọn lại tệp người quản trị gửi.")
            )

    def invitation(self) -> Invitation | None:
        """What stands in the fields, or None while it is not whole."""
        if self.ways.chosen == _LINK:
            return read_link(self.link.text) if code.is_link(self.link.text) else None
        address = code.tidy_address(self.address.text)
        found = code.read(self.code.text, 0)
        if not address or found.state is not CodeState.WHOLE:
            return None
        return Invitation(address=address, secret=read_secret(found.shown))

    def _link_typed(self, text: str) -> None:
        wrong = text.strip() and not code.is_link(text)
        if wrong and (code.looks_like_link(text) or len(text.strip()) > LENGTH):
            self.link.set_error(self.tr("Liên kết chưa đủ hoặc chưa đúng. Chép lại cả dòng, từ “sohop://”."))
        else:
            self.link.set_error("")
        if wrong and code.read(text, 0).state is CodeState.WHOLE:
            self.ways.choose(_TYPED)
            self.link.set_text("")
            self.code.set_text(text)
        self._check()

    def _code_typed(self, text: str) -> None:
        if code.looks_like_link(text):
            self.code.set_text("")
            self.take_link(text)
            return
        edit: QLineEdit = self.code.edit
        found = code.read(text, edit.cursorPosition())
        if found.shown != text:
            edit.blockSignals(True)
            edit.setText(found.shown)
            edit.setCursorPosition(found.cursor)
            edit.blockSignals(False)
        self._say(found)
        self._check()

    def _say(self, found: code.Typed) -> None:
        if found.state is CodeState.WRONG_LETTER:
            if found.wrong.isascii():
                text = self.tr("Mã không có ký tự “{letter}”. Xem lại trên giấy mời.")
            else:
                text = self.tr("Mã không có chữ “{letter}”. Nên tắt bộ gõ tiếng Việt khi gõ mã.")
            self.code.set_error(text.format(letter=found.wrong))
        else:
            self.code.set_error("")
        if found.left == 0:
            self._sign.set_state(self.tr("Đủ {n} ký tự").format(n=LENGTH), Tone.OK, "check-circle")
        else:
            text = self.tr("Còn {n} ký tự", None, found.left)
            self._sign.set_state(text.format(n=found.left), Tone.PLAIN, "circle-dashed")

    def _check(self) -> None:
        self.button.setEnabled(not self._busy and self.invitation() is not None)
        self.button.set_text(self.tr("Đang hỏi hệ thống…") if self._busy else self.tr("Tiếp tục"))

    def _go(self) -> None:
        found = self.invitation()
        if found is not None and not self._busy:
            self.ready.emit(found)

    def _next_field(self) -> None:
        self.code.edit.setFocus(Qt.FocusReason.TabFocusReason)

    def _turn(self, way: int) -> None:
        for number, page in enumerate(self._pages):
            page.setVisible(number == way)
        self.setFocusProxy(self.link if way == _LINK else self.address)
        self._check()

    def _choose_file(self) -> None:
        kinds = self.tr("Lời mời ghi danh (*.sohop *.txt);;Mọi tệp (*)")
        path, _ = QFileDialog.getOpenFileName(self, self.tr("Chọn tệp lời mời"), "", kinds)
        if path:
            self.take_file(path)

    def _lay_out(self) -> None:
        by_link, by_hand = self._pages
        by_hand.hide()
        link = Column(by_link, 0, 12)
        link.addWidget(self.link)
        link.addWidget(self.file_button)
        hand = Column(by_hand, 0, 16)
        hand.addWidget(self.address)
        hand.addWidget(self.code)
        hand.addWidget(self._sign)
        self._say(code.read("", 0))
        column = Column(self)
        column.addWidget(Paragraph(self.tr("Ghi danh máy này"), Role.PAGE_TITLE))
        column.gap(4)
        words = self.tr("Chỉ làm một lần, cần có mạng. Mã do người quản trị của cơ quan cấp.")
        column.addWidget(Paragraph(words, Role.BODY, Colour.INK2))
        column.gap(20)
        column.addWidget(self.ways)
        column.gap(16)
        column.addWidget(by_link)
        column.addWidget(by_hand)
        column.gap(16)
        column.addWidget(self.button)
