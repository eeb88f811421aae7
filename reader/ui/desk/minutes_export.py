"""The minutes as a Word file, and the template that they are written by: asks what is wanted, writes it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from reader.core import minutes_files
from reader.ui.desk.screen import DeskScreen
from reader.ui.file_names import named_as
from reader.ui.tasks import Asker
from reader.ui.theme import Tone
from reader.ui.widgets.choice import Choices
from reader.ui.widgets.dialog import Dialog
from sync.model.ids import MeetingId

WRITE, SAVE_TEMPLATE, CHOOSE_TEMPLATE, OWN_TEMPLATE = range(4)
_WORD = ".docx"


class MinutesExport(QObject):
    """`ask` begins; `dialog` is the one shown last, `ways` its four answers."""

    def __init__(self, books: Asker, desk: DeskScreen, meeting: Callable[[], MeetingId | None]) -> None:
        super().__init__(desk)
        self._books = books
        self._desk = desk
        self._meeting = meeting
        self.dialog: Dialog | None = None
        self.ways: Choices | None = None
        desk.minutesRequested.connect(self.ask)

    def ask(self) -> None:
        """Say what there is, and let the person choose."""
        dialog = self.dialog = Dialog(
            self.tr("Biên bản"),
            self._desk,
            heading=self.tr("Biên bản cuộc họp"),
            text=self.tr(
                "Máy ghi sẵn người dự, chương trình, ý kiến và kết quả biểu quyết; diễn biến thì ghi tiếp "
                "trong Word. Ai có tệp cũng đọc được."
            ),
            action=self.tr("Tiếp tục…"),
        )
        self.ways = Choices(
            [
                self.tr("Ghi biên bản ra tệp Word"),
                self.tr("Lưu mẫu của chương trình để sửa"),
                self.tr("Chọn mẫu của cơ quan"),
                self.tr("Dùng lại mẫu của chương trình"),
            ],
            compact=True,
            name=self.tr("Việc cần làm"),
        )
        self.ways.choices[WRITE].click()
        dialog.body.gap(16)
        dialog.body.addWidget(self.ways)
        ways = self.ways
        dialog.accepted.connect(lambda: self._go_on(ways.chosen))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def write_to(self, meeting: MeetingId, path: Path) -> None:
        """Write the minutes."""
        self._books.ask(
            lambda book: minutes_files.export_minutes(book, meeting, path),
            lambda made: self._told(self.tr("Đã ghi biên bản"), made),
            self._desk.problem,
        )

    def save_template_to(self, path: Path) -> None:
        """Write the program's template."""
        self._books.ask(
            lambda _book: minutes_files.save_template(path),
            lambda made: self._told(self.tr("Đã lưu mẫu biên bản"), made),
            self._desk.problem,
        )

    def use_template(self, path: Path | None) -> None:
        """Write by this template from now on, None for the program's own."""
        said = self.tr("Từ nay dùng mẫu của chương trình") if path is None else self.tr("Từ nay dùng mẫu này")
        self._books.ask(
            lambda book: minutes_files.choose_template(book, path),
            lambda _done: self._desk.say(said, "" if path is None else str(path), Tone.OK),
            self._desk.problem,
        )

    def _go_on(self, chosen: tuple[int, ...]) -> None:
        kinds, home = self.tr("Tài liệu Word (*.docx)"), Path.home()
        meeting = self._meeting()
        if chosen == (WRITE,) and meeting is not None:
            name = str(home / self.tr("Biên bản.docx"))
            path, _ = QFileDialog.getSaveFileName(self._desk, self.tr("Ghi biên bản"), name, kinds)
            if path:
                self.write_to(meeting, named_as(Path(path), _WORD, (_WORD,)))
        elif chosen == (SAVE_TEMPLATE,):
            name = str(home / self.tr("Mẫu biên bản.docx"))
            path, _ = QFileDialog.getSaveFileName(self._desk, self.tr("Lưu mẫu biên bản"), name, kinds)
            if path:
                self.save_template_to(named_as(Path(path), _WORD, (_WORD,)))
        elif chosen == (CHOOSE_TEMPLATE,):
            path, _ = QFileDialog.getOpenFileName(self._desk, self.tr("Chọn mẫu biên bản"), str(home), kinds)
            if path:
                self.use_template(Path(path))
        elif chosen == (OWN_TEMPLATE,):
            self.use_template(None)

    def _told(self, what: str, path: Path) -> None:
        self._desk.say(what, self.tr("{file}. Ai có tệp này cũng đọc được.").format(file=path), Tone.OK)
