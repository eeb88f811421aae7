"""Taking the result of a motion out into a file: says who will be able to read it, asks where, writes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from reader.core import result_files
from reader.core.result_files import ResultFile
from reader.core.views import DeskMotion
from reader.ui.desk.screen import DeskScreen
from reader.ui.file_names import named_as
from reader.ui.tasks import Asker
from reader.ui.theme import Tone
from reader.ui.widgets.dialog import Dialog
from sync.model.ids import MeetingId, MotionId


class ResultExport(QObject):
    """`ask` begins, `write_to` writes. `dialog` is the one shown last."""

    def __init__(self, books: Asker, desk: DeskScreen, meeting: Callable[[], MeetingId | None]) -> None:
        super().__init__(desk)
        self._books = books
        self._desk = desk
        self._meeting = meeting
        self.dialog: Dialog | None = None
        desk.votes.acts.exportRequested.connect(self.ask)

    def ask(self, shown: DeskMotion) -> None:
        """Say what the file will hold, then ask where to."""
        named = result_files.is_named(shown)
        text = self.tr("Word hoặc PDF: biên bản kết quả, để in và ký. Ai có tệp cũng đọc được.")
        if named:
            text += " " + self.tr("Excel hoặc CSV: từng phiếu, ghi rõ ai chọn gì.")
        dialog = self.dialog = Dialog(
            self.tr("Xuất kết quả"),
            self._desk,
            heading=f"{shown.motion.number}. {shown.motion.title}",
            text=text,
            action=self.tr("Chọn nơi lưu…"),
        )
        dialog.accepted.connect(lambda: self._choose(shown, named))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def write_to(self, meeting: MeetingId, motion: MotionId, path: Path) -> None:
        """Write the file that the name's ending asks for."""
        if path.suffix.lower() == ResultFile.PDF:
            self._books.ask(
                lambda book: result_files.sheet_of(book, meeting, motion),
                lambda sheet: self._draw(sheet, path),
                self._desk.problem,
            )
        else:
            self._books.ask(
                lambda book: result_files.export_result(book, meeting, motion, path),
                self._done,
                self._desk.problem,
            )

    def _draw(self, sheet: object, path: Path) -> None:
        # Only here: no window waits for what draws PDF.
        from reader.core.office.result_sheet import ResultSheet
        from reader.ui.desk.result_pdf import result_pdf

        assert isinstance(sheet, ResultSheet)
        data = result_pdf(sheet)
        self._books.ask(lambda _book: result_files.save(path, data), self._done, self._desk.problem)

    def _choose(self, shown: DeskMotion, named: bool) -> None:
        meeting = self._meeting()
        kinds = {
            ResultFile.WORD: self.tr("Tài liệu Word (*.docx)"),
            ResultFile.PDF: self.tr("Tài liệu PDF (*.pdf)"),
        }
        if named:
            kinds[ResultFile.EXCEL] = self.tr("Bảng tính Excel (*.xlsx)")
            kinds[ResultFile.CSV] = self.tr("Bảng CSV (*.csv)")
        name = self.tr("Biên bản biểu quyết {n}.docx").format(n=shown.motion.number)
        path, kind = QFileDialog.getSaveFileName(
            self._desk, self.tr("Xuất kết quả"), str(Path.home() / name), ";;".join(kinds.values())
        )
        if meeting is not None and path:
            chosen = next((one for one, said in kinds.items() if said == kind), ResultFile.WORD)
            self.write_to(meeting, shown.motion.id, named_as(Path(path), chosen, tuple(kinds)))

    def _done(self, path: Path) -> None:
        self._desk.say(
            self.tr("Đã xuất kết quả"),
            self.tr("{file}. Ai có tệp này cũng đọc được.").format(file=path),
            Tone.OK,
        )
