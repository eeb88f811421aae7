"""On a laptop that lacks the note key: from another own laptop, by the recovery code, or keep one's own."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QWidget

from reader.core.key_talk import Ended
from reader.core.key_views import KeysView, TalkView
from reader.ui import problems
from reader.ui.keys import words
from reader.ui.keys.talk_dialog import TalkDialog
from reader.ui.unlock.recovery import RecoveryStep
from reader.ui.widgets import Button, Field, Kind
from sync.errors import Code, SohopError
from sync.model.events import EndReason


class GetKeyDialog(TalkDialog):
    """Shows what ``set_view`` says of this laptop's own ask; without one it offers the ways there are."""

    askRequested = Signal()
    codeGiven = Signal(str)
    ownCodeRequested = Signal()
    """Show the recovery code of this laptop's own key: it answers with ``show_own_code``."""
    keepRequested = Signal()
    putAway = Signal()
    """What became of the ask has been read."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(QCoreApplication.translate("GetKeyDialog", "Khóa ghi chú riêng"), parent)
        self._begun = False
        self._over = False
        self._code = Field(
            self.tr("Mã khôi phục"), hint=self.tr("26 ký tự, chép lúc ghi danh máy đầu tiên."), clearable=True
        )
        self._by_code = Button(self.tr("Dùng mã khôi phục"), Kind.LINK)
        self._alone = Button(self.tr("Không còn máy nào khác"), Kind.LINK)
        self.own = RecoveryStep()
        self.own.button.set_text(self.tr("Dùng khóa của máy này"))
        for widget in (self._code, self.own):
            self.body.addWidget(widget)
        for link in (self._by_code, self._alone):
            self.body.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.gap(8)
        self._by_code.clicked.connect(lambda _checked=False: self._ask_code())
        self._alone.clicked.connect(lambda _checked=False: self.ownCodeRequested.emit())
        self._code.entered.connect(self.accept)
        self.own.done.connect(self.keepRequested)
        self._only()

    def set_view(self, view: KeysView) -> None:
        """How it stands now."""
        self._view = view
        talk = view.asking
        if talk is not None:
            self._begun = True
            self._only()
            self._show(talk)
        elif self._begun and not self._over:
            self._done()
        elif not self._over and not self._code.isVisibleTo(self) and not self.own.isVisibleTo(self):
            self._start()

    def show_own_code(self, code: str) -> None:
        """The recovery code of the key that this laptop made for itself."""
        self.own.set_code(code)
        self._only(self.own)
        self.page(
            self.tr("Khóa của máy này thành khóa của bạn"),
            self.tr(
                "Chỉ làm khi máy cũ đã mất hay hỏng và mã khôi phục cũ không còn: "
                "ghi chú riêng viết ở máy cũ sẽ không đọc được nữa."
            ),
        )
        self.buttons((self.tr("Quay lại"), self._start))

    def finished_with(self, heading: str, text: str) -> None:
        """It is over, in another way than by comparing."""
        self._over = True
        self._only()
        self.page(heading, text)
        self.buttons((self.tr("Đóng"), self.reject))

    def code_problem(self, error: SohopError) -> None:
        """The code was not taken."""
        wrong = error.code is Code.CODE_WRONG
        mistyped = error.code is Code.MALFORMED
        text = problems.sentence(error)
        if wrong:
            text = self.tr("Mã này không mở được ghi chú riêng nào đang có ở đây. Xem lại mã.")
        elif mistyped:
            text = self.tr("Mã chưa đúng: có 26 ký tự, xem lại từng nhóm.")
        self._code.set_error(text)
        self.place()

    def _start(self) -> None:
        self._only(self._by_code, self._alone if self._view.temporary else None)
        self.page(
            self.tr("Lấy khóa từ máy khác của bạn"),
            self.tr(
                "1. Mở sổ trên máy kia và nối mạng.\n"
                "2. Trên kệ họp của máy đó, chọn “Xem và so chữ số”.\n"
                "3. Hai máy hiện sáu chữ số. Nếu giống nhau, bấm “Giống nhau” trên cả hai."
            ),
        )
        self.buttons((self.tr("Để sau"), self.reject), (self.tr("Bắt đầu"), self.askRequested.emit))

    def _ask_code(self) -> None:
        self._only(self._code)
        self.page(self.tr("Dùng mã khôi phục"), self.tr("Mã mở được ghi chú riêng đã viết ở các máy trước."))
        self.buttons(
            (self.tr("Quay lại"), self._start),
            (self.tr("Dùng mã này"), lambda: self.codeGiven.emit(self._code.text)),
        )
        self._code.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, talk: TalkView) -> None:
        if talk.ended is not None:
            self.page(*words.ended_text(talk.ended))
            again = (self.tr("Xin lại"), self.askRequested.emit)
            calm = talk.ended in (Ended.EXPIRED, Ended.RESTORED)
            self.buttons((self.tr("Đóng"), self._read), again, Kind.PRIMARY if calm else Kind.SECONDARY)
        elif talk.digits and not talk.same:
            self.compare(talk, lambda: self.ended.emit(talk.ask, EndReason.DIFFERENT.value))
        elif talk.digits:
            self.page(
                self.tr("Giờ bấm “Giống nhau” trên máy kia"),
                self.tr("Khóa tự đến ngay sau đó."),
                digits=talk.digits,
                waits=self.tr("Chờ máy kia"),
                until=self.until(talk),
            )
            self._cancel(talk)
        else:
            self.page(
                self.tr("Mở sổ trên máy kia"),
                self.tr("Trên kệ họp của máy đó có dòng báo máy này xin khóa: chọn “Xem và so chữ số”."),
                waits=self.tr("Chờ máy kia"),
                until=self.until(talk),
            )
            self._cancel(talk)

    def _cancel(self, talk: TalkView) -> None:
        self.buttons((self.tr("Hủy"), lambda: self._end(talk)))

    def _end(self, talk: TalkView) -> None:
        self._over = True
        self.ended.emit(talk.ask, EndReason.CANCELLED.value)
        self.putAway.emit()
        self.reject()

    def _read(self) -> None:
        self._over = True
        self.putAway.emit()
        self.reject()

    def _done(self) -> None:
        self.finished_with(
            self.tr("Đã có khóa ghi chú riêng"),
            self.tr("Ghi chú riêng của các máy có chung khóa từ nay đọc được ở đây, và ngược lại."),
        )

    def _only(self, *shown: QWidget | None) -> None:
        for widget in (self._code, self.own, self._by_code, self._alone):
            widget.setVisible(widget in shown)
