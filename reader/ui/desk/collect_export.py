"""A meeting's results into a folder, and the summary of what was said into a file: asks where to, writes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from reader.core import collecting
from reader.ui.desk.screen import DeskScreen
from reader.ui.file_names import named_as
from reader.ui.tasks import Asker
from reader.ui.theme import Tone
from sync.model.ids import MeetingId

_WORD, _EXCEL = ".docx", ".xlsx"


class CollectExport(QObject):
    """`collect_to` and `summary_to` write."""

    def __init__(self, books: Asker, desk: DeskScreen, meeting: Callable[[], MeetingId | None]) -> None:
        super().__init__(desk)
        self._books = books
        self._desk = desk
        self._meeting = meeting
        desk.collectRequested.connect(self._collect)
        desk.opinions.exportRequested.connect(self._summary)

    def collect_to(self, meeting: MeetingId, folder: Path) -> None:
        """Write a meeting's results into a folder."""
        self._books.ask(
            lambda book: collecting.collect(book, meeting, folder),
            lambda files: self._desk.say(
                self.tr("Đã lưu kết quả"),
                self.tr("{n} tệp trong {folder}").format(n=len(files), folder=folder),
                Tone.OK,
            ),
            self._desk.problem,
        )

    def summary_to(self, meeting: MeetingId, path: Path) -> None:
        """Write the summary of opinions into a file."""
        self._books.ask(
            lambda book: collecting.export_summary(book, meeting, path),
            lambda made: self._desk.say(self.tr("Đã xuất bảng tổng hợp"), str(made), Tone.OK),
            self._desk.problem,
        )

    def _collect(self) -> None:
        meeting = self._meeting()
        folder = QFileDialog.getExistingDirectory(self._desk, self.tr("Lưu kết quả vào thư mục"))
        if meeting is not None and folder:
            self.collect_to(meeting, Path(folder))

    def _summary(self) -> None:
        meeting = self._meeting()
        kinds = {_WORD: self.tr("Tài liệu Word (*.docx)"), _EXCEL: self.tr("Bảng tính Excel (*.xlsx)")}
        proposed = str(Path.home() / self.tr("Bảng tổng hợp ý kiến.docx"))
        path, kind = QFileDialog.getSaveFileName(
            self._desk, self.tr("Xuất bảng tổng hợp ý kiến"), proposed, ";;".join(kinds.values())
        )
        if meeting is not None and path:
            chosen = _EXCEL if kind == kinds[_EXCEL] else _WORD
            self.summary_to(meeting, named_as(Path(path), chosen, (_WORD, _EXCEL)))
