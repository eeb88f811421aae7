"""The templates that papers are written by: the program's own, to be changed in Word, and the office's."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from reader.core.papers import Paper, choose_template, save_template
from reader.ui.file_names import named_as
from reader.ui.papers.writer import PaperWriter
from reader.ui.theme import Role
from reader.ui.widgets import Paragraph
from reader.ui.widgets.choice import Choices
from reader.ui.widgets.dialog import Dialog, open_for
from reader.ui.widgets.tabs import Segments

SAVE, CHOOSE, OWN = range(3)


class Templates(QObject):
    """`ask` begins; `dialog` is the one shown last, `which` and `ways` its answers."""

    def __init__(self, writer: PaperWriter) -> None:
        super().__init__(writer)
        self._writer = writer
        self.dialog: Dialog | None = None
        self.which: Segments | None = None
        self.ways: Choices | None = None

    def ask(self) -> None:
        """Of which paper, and what about it?"""
        dialog = Dialog(
            self.tr("Mẫu văn bản"),
            self._writer.window,
            text=self.tr(
                "Lưu mẫu của chương trình, sửa trong Word (giữ nguyên các chỗ trong ngoặc nhọn), rồi chọn "
                "lại làm mẫu của cơ quan."
            ),
            action=self.tr("Tiếp tục…"),
        )
        which = self.which = Segments(list(self._names().values()), name=self.tr("Mẫu của"))
        ways = self.ways = Choices(
            [
                self.tr("Lưu mẫu của chương trình để sửa"),
                self.tr("Chọn mẫu của cơ quan"),
                self.tr("Dùng lại mẫu của chương trình"),
            ],
            compact=True,
            name=self.tr("Việc cần làm"),
        )
        ways.choices[SAVE].click()
        dialog.body.gap(16)
        dialog.body.addWidget(Paragraph(self.tr("Mẫu của"), Role.BODY_STRONG))
        dialog.body.gap(8)
        dialog.body.addWidget(which)
        dialog.body.gap(16)
        dialog.body.addWidget(ways)
        dialog.accepted.connect(lambda: self._go_on(list(Paper)[which.chosen], ways.chosen))
        open_for(self, dialog)

    def save_to(self, paper: Paper, path: Path) -> None:
        """Write the program's own."""
        self._writer.books.ask(
            lambda _book: save_template(paper, path), self._writer.told, self._writer.problem
        )

    def use(self, paper: Paper, path: Path | None) -> None:
        """Write by this one from now on, None: by the program's own."""
        said = self.tr("Từ nay dùng mẫu của chương trình") if path is None else self.tr("Từ nay dùng mẫu này")
        self._writer.books.ask(
            lambda book: choose_template(book, paper, path),
            lambda _done: self._writer.say(said, "" if path is None else str(path)),
            self._writer.problem,
        )

    def _names(self) -> dict[Paper, str]:
        return {
            Paper.MINUTES: self.tr("Biên bản"),
            Paper.INVITATION: self.tr("Giấy mời"),
            Paper.RESOLUTION: self.tr("Nghị quyết"),
            Paper.RESULT: self.tr("Kết quả"),
        }

    def _go_on(self, paper: Paper, chosen: tuple[int, ...]) -> None:
        kinds, home, window = self.tr("Tài liệu Word (*.docx)"), Path.home(), self._writer.window
        if chosen == (SAVE,):
            at = str(home / self.tr("Mẫu {paper}.docx").format(paper=self._names()[paper].lower()))
            path, _ = QFileDialog.getSaveFileName(window, self.tr("Lưu mẫu"), at, kinds)
            if path:
                self.save_to(paper, named_as(Path(path), ".docx", (".docx",)))
        elif chosen == (CHOOSE,):
            path, _ = QFileDialog.getOpenFileName(window, self.tr("Chọn mẫu"), str(home), kinds)
            if path:
                self.use(paper, Path(path))
        else:
            self.use(paper, None)
