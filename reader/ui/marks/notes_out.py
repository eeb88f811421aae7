"""Taking notes out into files: asks what and where, says who can read it then, and what was written."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from reader.core.exporting import Exported
from reader.core.interchange import taking_out
from reader.core.interchange.taking_out import Format, Gathered
from reader.core.views import DocumentView
from reader.pdf import PdfClient
from reader.ui import problems
from reader.ui.file_names import named_as
from reader.ui.format import language
from reader.ui.long_work import LongWork, Stopped, Tell, Work
from reader.ui.plain import plain_line
from reader.ui.tasks import Asker
from reader.ui.theme import Colour, Role
from reader.ui.widgets import Dialog, Paragraph
from reader.ui.widgets.check import Check
from reader.ui.widgets.tabs import Segments
from sync.errors import SohopError
from sync.model.ids import MeetingId

_LISTS: Final = (Format.WORD, Format.MARKDOWN, Format.XFDF)
_FILTERS: Final = {
    Format.PDF: "PDF (*.pdf)",
    Format.WORD: "Word (*.docx)",
    Format.MARKDOWN: "Markdown (*.md)",
    Format.XFDF: "XFDF (*.xfdf)",
}
_LONGEST: Final = 80
"""Letters of a document's name in the name that is proposed for a file."""


class NotesOut(QObject):
    """`copy` and `notes` ask; `copy_to` and `notes_to` write. `dialog` is the one shown last."""

    def __init__(self, books: Asker, window: QWidget, pdf: PdfClient | None = None) -> None:
        super().__init__(window)
        self._books = books
        self._window = window
        self._pdf = pdf
        self.work = LongWork(window)
        self.dialog: Dialog | None = None

    def copy(self, document: DocumentView) -> None:
        """Ask, then write a copy of this document with the notes on its pages."""
        dialog = self._ask(
            self.tr("Xuất tài liệu kèm ghi chú"),
            plain_line(document.name),
            self.tr(
                "Tệp PDF là bản sao có ghi chú của bạn trên trang, kể cả ghi chú riêng. "
                "Ai có tệp cũng đọc được. Trong tệp có ghi rõ đây không phải bản gốc đã ký; "
                "bản gốc trên máy giữ nguyên."
            ),
        )
        others = Check(self.tr("Kèm ghi chú người khác đã chia sẻ"))
        dialog.body.addWidget(others)
        dialog.body.gap(16)

        def choose() -> None:
            name = self.tr("{name} - bản có ghi chú").format(name=_file_name(document.name))
            path = self._choose(name, Format.PDF)
            if path is not None:
                self.copy_to(path, document, others=others.isChecked())

        dialog.accepted.connect(choose)
        dialog.open()

    def notes(self, meeting: MeetingId | None = None, document: DocumentView | None = None) -> None:
        """Ask, then write the notes of a document, of its meeting, of a meeting or of all."""
        dialog = self._ask(
            self.tr("Xuất ghi chú"),
            "",
            self.tr(
                "Tệp gồm cả ghi chú riêng và đoạn được đánh dấu; ai có tệp cũng đọc được. "
                "Ghi chú vẫn còn trên máy này."
            ),
        )
        forms = _LISTS if document is not None else _LISTS[:2]
        scopes = Segments((self.tr("Tài liệu này"), self.tr("Cả kỳ họp")), stretch=True)
        kinds = Segments(tuple(_form_name(form) for form in forms), stretch=True)
        note = Paragraph("", Role.NOTE, Colour.INK2)
        if document is not None:
            self._add(dialog, self.tr("Ghi chú của"), scopes)
        self._add(dialog, self.tr("Kiểu tệp"), kinds)
        dialog.body.addWidget(note)
        dialog.body.gap(16)
        scopes.choose(0)
        kinds.choose(0)

        def show() -> None:
            form = forms[max(0, kinds.chosen)]
            if form is Format.XFDF:
                scopes.choose(0)
            scopes.setEnabled(form is not Format.XFDF)
            note.set_text(self._said_of(form))

        kinds.changed.connect(lambda _: show())
        show()

        def choose() -> None:
            form = forms[max(0, kinds.chosen)]
            one = document if document is not None and scopes.chosen <= 0 else None
            name = _file_name(one.name) if one is not None else f"{date.today():%Y-%m-%d}"
            path = self._choose(self.tr("Ghi chú - {name}").format(name=name), form)
            if path is not None:
                self.notes_to(path, one.meeting if one is not None else meeting, one)

        dialog.accepted.connect(choose)
        dialog.open()

    def copy_to(self, path: Path, document: DocumentView, *, others: bool = False) -> None:
        """Write a copy of this document with the notes on its pages."""
        self._gather(path, document.meeting, document, others=others)

    def notes_to(
        self, path: Path, meeting: MeetingId | None = None, document: DocumentView | None = None
    ) -> None:
        """Write notes in the format that the name asks for."""
        self._gather(path, meeting, document, others=False)

    def stop(self) -> None:
        """The screen goes: what is not written yet is not written."""
        self.work.stop()

    def _gather(
        self, path: Path, meeting: MeetingId | None, document: DocumentView | None, *, others: bool
    ) -> None:
        try:
            form = taking_out.format_of(path)
        except SohopError as error:
            self._failed(error)
            return
        which = document.id if document is not None else None
        self._books.ask(
            lambda book: taking_out.gather(book, meeting, which, pages=form.on_pages, others=others),
            lambda gathered: self._make(path, form, gathered),
            self._failed,
        )

    def _make(self, path: Path, form: Format, gathered: Gathered) -> None:
        pdf, said = self._pdf, language()

        def run(tell: Tell, stopped: Stopped) -> Exported:
            if gathered.document is not None and pdf is not None:
                made = taking_out.make_on_pages(pdf.background, gathered.document, form, said, tell, stopped)
            else:
                made = taking_out.make_list(gathered, form, said, tell, stopped)
            return taking_out.written(made, path)

        title = self.tr("Đang xuất ghi chú")
        self.work.start(Work(title, run, lambda made: self._done(made, gathered.elsewhere), self._failed))

    def _done(self, made: Exported, elsewhere: int) -> None:
        said = self.tr("{n} ghi chú, trong {file}. Ai có tệp này cũng đọc được.").format(
            n=made.count, file=made.path
        )
        if elsewhere:
            said += " " + self.tr("{n} ghi chú làm trên bản khác của tài liệu không có trong tệp.").format(
                n=elsewhere
            )
        self._tell(self.tr("Đã xuất ghi chú"), said)

    def _failed(self, error: SohopError) -> None:
        self._tell(self.tr("Chưa xuất được"), problems.sentence(error))

    def _said_of(self, form: Format) -> str:
        if form is Format.WORD:
            return self.tr("Danh sách theo tài liệu và trang, để in hoặc sửa tiếp.")
        if form is Format.MARKDOWN:
            return self.tr("Danh sách dạng chữ thường, chương trình nào cũng mở được.")
        return self.tr("Để mở lại trong Sổ Họp hoặc chương trình đọc PDF khác, cùng với đúng tài liệu này.")

    def _choose(self, name: str, form: Format) -> Path | None:
        proposed = str(Path.home() / f"{name}.{form.value}")
        path, _ = QFileDialog.getSaveFileName(self._window, self.tr("Lưu ghi chú"), proposed, _FILTERS[form])
        ending = f".{form.value}"
        return named_as(Path(path), ending, (ending,)) if path else None

    def _add(self, dialog: Dialog, label: str, content: QWidget) -> None:
        dialog.body.addWidget(Paragraph(label, Role.NOTE_STRONG, Colour.INK2))
        dialog.body.gap(4)
        content.setAccessibleName(label)
        dialog.body.addWidget(content)
        dialog.body.gap(12)

    def _ask(self, title: str, heading: str, text: str) -> Dialog:
        dialog = self.dialog = Dialog(
            title,
            self._window,
            heading=heading,
            text=text,
            safe=self.tr("Quay lại"),
            action=self.tr("Chọn nơi lưu…"),
        )
        dialog.body.gap(16)
        dialog.finished.connect(dialog.deleteLater)
        return dialog

    def _tell(self, title: str, text: str) -> None:
        dialog = self.dialog = Dialog(title, self._window, text=text, safe=self.tr("Đóng"))
        dialog.body.gap(16)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()


def _form_name(form: Format) -> str:
    return _FILTERS[form].split(" ")[0]


def _file_name(text: str) -> str:
    """A document's name as a file's: without what some system does not allow in one."""
    return re.sub(r'[\\/:*?"<>|]+', "-", plain_line(text))[:_LONGEST].strip(" .") or "tai-lieu"
