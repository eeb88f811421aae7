"""Taking unsent work out into a file: asks where, warns, and says what was written."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from reader.core import exporting
from reader.ui import problems
from reader.ui.format import language
from reader.ui.tasks import Asker
from reader.ui.widgets import Dialog
from sync.errors import SohopError


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
            self.tr("Xuất phần chưa gửi"),
            self.tr(
                "Tệp gồm phiếu, ghi chú chia sẻ và việc khác chưa gửi được, để đưa tận tay thư ký. "
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
            lambda made: self._done(made, self.tr("Đã lưu phần chưa gửi")),
            self._failed,
        )

    def _choose_unsent(self) -> None:
        name = self.tr("chua-gui-{date}.zip").format(date=f"{date.today():%Y-%m-%d}")
        path, _ = QFileDialog.getSaveFileName(
            self._window, self.tr("Lưu phần chưa gửi"), str(Path.home() / name), "ZIP (*.zip)"
        )
        if path:
            self.unsent_to(Path(path))

    def _done(self, made: exporting.Exported, title: str) -> None:
        said = self.tr("{n} mục, trong {file}. Ai có tệp này cũng đọc được.")
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
