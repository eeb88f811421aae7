"""Taking unsent work out into a file: asks where, warns, and says what was written."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from reader.core import evidence, exporting
from reader.ui import problems
from reader.ui.format import language
from reader.ui.tasks import Asker
from reader.ui.widgets import Dialog
from sync.errors import SohopError
from sync.model.ids import MeetingId, MotionId


class Exports(QObject):
    """`unsent` asks, `unsent_to` writes. `dialog` is the one shown last."""

    def __init__(self, books: Asker, window: QWidget) -> None:
        super().__init__(window)
        self._books = books
        self._window = window
        self.dialog: Dialog | None = None

    def unsent(self) -> None:
        """Ask where to, after saying who will be able to read it."""
        dialog = self._show(
            self.tr("Xuất phần chưa ghi nhận"),
            self.tr(
                "Tệp gồm phiếu, ghi chú chia sẻ và việc khác chưa được ghi nhận, để đưa tận tay thư ký. "
                "Ai có tệp cũng đọc được; dùng xong thì xóa. Ghi chú riêng vẫn khóa. "
                "Mọi thứ vẫn còn trên máy này và vẫn tự gửi khi có mạng."
            ),
            self.tr("Chọn nơi lưu…"),
        )
        dialog.accepted.connect(self._choose_unsent)

    def unsent_to(self, path: Path) -> None:
        """Write what waits and what was refused."""
        said = language()
        self._books.ask(
            lambda book: exporting.export_unsent(book, path, said),
            lambda made: self._done(made, self.tr("Đã lưu phần chưa ghi nhận")),
            self._failed,
        )

    def proof(self, meeting: str, motion: str) -> None:
        """The file that proves a motion's result; what is in it depends on who takes it away."""
        which = (MeetingId(meeting), MotionId(motion))
        self._books.ask(
            lambda book: evidence.is_named(book, *which), lambda named: self._warn(*which, named=named)
        )

    def proof_to(self, path: Path, meeting: MeetingId, motion: MotionId) -> None:
        """Write it, and say whether it holds."""
        said = language()
        self._books.ask(
            lambda book: evidence.export(book, meeting, motion, path, said), self._proved, self._failed
        )

    def _warn(self, meeting: MeetingId, motion: MotionId, *, named: bool) -> None:
        if named:
            text = self.tr(
                "Tệp gồm từng phiếu với tên người bỏ phiếu. Ai có tệp cũng đọc được ai chọn gì: chỉ đưa cho "
                "chủ tọa, thư ký và Ban kiểm phiếu."
            )
        else:
            text = self.tr(
                "Tệp gồm kết quả và chứng cứ cho phiếu của chính bạn, không có phiếu của người khác. Ai có "
                "tệp cũng đọc được bạn đã chọn gì."
            )
        dialog = self._show(self.tr("Lưu tệp chứng cứ"), text, self.tr("Chọn nơi lưu…"))
        dialog.accepted.connect(lambda: self._choose_evidence(meeting, motion))

    def _choose_evidence(self, meeting: MeetingId, motion: MotionId) -> None:
        name = self.tr("chung-cu-{motion}.json").format(motion=motion)
        path, _ = QFileDialog.getSaveFileName(
            self._window, self.tr("Lưu tệp chứng cứ"), str(Path.home() / name), "JSON (*.json)"
        )
        if path:
            self.proof_to(Path(path), meeting, motion)

    def _proved(self, made: evidence.Made) -> None:
        if made.broken:
            said = self.tr("Tệp {file} không tự chứng minh được. {reason} Giữ tệp làm chứng và báo chủ tọa.")
            self._show(
                self.tr("Kết quả không chứng minh được"), said.format(file=made.path, reason=made.broken)
            )
            return
        said = self.tr(
            "Đã ghi {n} phiếu vào {file} và kiểm tra lại: đúng. Ai cũng kiểm tra được, không cần mạng: sohop "
            "verify. Vân tay khóa gốc: {fingerprint}.",
            None,
            made.ballots + made.entries,
        )
        self._show(
            self.tr("Đã lưu tệp chứng cứ"),
            said.format(n=made.ballots + made.entries, file=made.path, fingerprint=made.fingerprint),
        )

    def _choose_unsent(self) -> None:
        name = self.tr("chua-ghi-nhan-{date}.zip").format(date=f"{date.today():%Y-%m-%d}")
        path, _ = QFileDialog.getSaveFileName(
            self._window, self.tr("Lưu phần chưa ghi nhận"), str(Path.home() / name), "ZIP (*.zip)"
        )
        if path:
            self.unsent_to(Path(path))

    def _done(self, made: exporting.Exported, title: str) -> None:
        said = self.tr("{n} mục, trong {file}. Ai có tệp này cũng đọc được.", None, made.count)
        self._show(title, said.format(n=made.count, file=made.path))

    def _failed(self, error: SohopError) -> None:
        self._show(self.tr("Chưa lưu được"), problems.sentence(error))

    def _show(self, title: str, text: str, action: str = "") -> Dialog:
        safe = self.tr("Quay lại") if action else self.tr("Đóng")
        dialog = self.dialog = Dialog(title, self._window, text=text, safe=safe, action=action)
        dialog.body.gap(16)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog
