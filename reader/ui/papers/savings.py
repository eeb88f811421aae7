"""Paper and money that were saved: of one meeting, and of its year in a table that can be taken out."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QFileDialog

from reader.core import paper_saved
from reader.core.book import Book
from reader.core.paper_saved import MOST, Saved, Year
from reader.ui.file_names import named_as
from reader.ui.format import date_text, number_text, pages_text
from reader.ui.lists import RowList
from reader.ui.papers.writer import PaperWriter
from reader.ui.theme import Colour, Role
from reader.ui.widgets import Dialog, Field, Paragraph, Row, hold
from reader.ui.widgets.button import Button, Size
from reader.ui.widgets.dialog import open_for
from reader.ui.widgets.rows import RowData, RowDelegate, RowModel
from sync.model.ids import MeetingId

_LIST: Final = 214
_LINE: Final = 68


class Savings(QObject):
    """`show_for` shows; `dialog` is the one shown last."""

    def __init__(self, writer: PaperWriter) -> None:
        super().__init__(writer)
        self._writer = writer
        self.dialog: Dialog | None = None

    def show_for(self, meeting: MeetingId) -> None:
        """The meeting, and its year below."""

        def read(book: Book) -> tuple[Saved, Year] | None:
            one = paper_saved.saved(book, meeting)
            return None if one is None else (one, paper_saved.year_of(book, paper_saved.year_in(one.starts)))

        self._writer.books.ask(read, lambda found: None if found is None else self._show(*found))

    def export_to(self, path: Path, year: Year) -> None:
        """Write the year's table, with the price as it is now."""

        def work(book: Book) -> Path:
            return paper_saved.export(year, book.owner.office, book.now(), path)

        self._writer.books.ask(work, self._writer.told, self._writer.problem)

    def _show(self, one: Saved, year: Year) -> None:
        dialog = SavingsDialog(self._writer, one, year)
        dialog.price.edit.editingFinished.connect(lambda: self._keep(dialog))
        dialog.export_button.clicked.connect(lambda _checked=False: self._ask(dialog))
        open_for(self, dialog)

    def _keep(self, dialog: SavingsDialog) -> None:
        price = dialog.year.price
        self._writer.books.ask(lambda book: paper_saved.put_price(book, price), failed=self._writer.problem)

    def _ask(self, dialog: SavingsDialog) -> None:
        name = str(Path.home() / self.tr("Giấy tiết kiệm năm {n}.xlsx").format(n=dialog.year.year))
        kinds, title = self.tr("Bảng tính Excel (*.xlsx)"), self.tr("Lưu bảng giấy tiết kiệm")
        path, _ = QFileDialog.getSaveFileName(dialog, title, name, kinds)
        if path:
            year = dialog.year
            dialog.accept()
            self.export_to(named_as(Path(path), ".xlsx", (".xlsx",)), year)


class SavingsDialog(Dialog):
    """How much, how it is counted, the price of a page, and the meetings of the year."""

    def __init__(self, writer: PaperWriter, one: Saved, year: Year) -> None:
        title = QCoreApplication.translate("SavingsDialog", "Giấy và tiền in đã tiết kiệm")
        super().__init__(title, writer.window, width=760)
        self._one = one
        self.year = year
        self.headline = Paragraph("", Role.SERIF_TEXT)
        self.sentence = Paragraph("", Role.BODY, Colour.INK2)
        self.whole = Paragraph("", Role.BODY_STRONG)
        self.price = Field(self.tr("Giá in một trang (đồng)"))
        self.price.edit.setMaxLength(7)
        self.price.set_text(str(year.price))
        self.price.changed.connect(lambda _: self._priced())
        self.model = RowModel(parent=self)
        self.rows = RowList(self.tr("Các cuộc họp trong năm"))
        self.rows.setModel(self.model)
        self.rows.setItemDelegate(RowDelegate(self.rows))
        hold(self.rows, min_height=min(_LIST, _LINE * max(1, len(year.meetings)) + 4))
        self.export_button = Button(self.tr("Xuất bảng Excel…"), icon="export", size=Size.MAIN)
        self.extra.addWidget(self.export_button)
        self.safe_button.set_text(self.tr("Đóng"))
        self._lay_out()
        self._show()

    def _lay_out(self) -> None:
        self.body.gap(8)
        self.body.addWidget(self.headline)
        self.body.gap(4)
        self.body.addWidget(self.sentence)
        self.body.gap(12)
        self.body.addWidget(
            Paragraph(
                self.tr(
                    "Chỉ tính người mà máy đã báo có tài liệu. Mỗi người một bản của mỗi tài liệu được đọc; "
                    "tài liệu đã thay tính hai lần (bản đầu và bản cuối), dù thay bao nhiêu lần. Tài liệu bị "
                    "thu hồi không tính. Một trang là một mặt giấy."
                ),
                Role.NOTE,
                Colour.INK2,
            )
        )
        self.body.gap(16)
        line = Row(spacing=20)
        line.addWidget(self.price, 1)
        line.addStretch(2)
        self.body.addLayout(line)
        self.body.gap(12)
        self.body.addWidget(self.whole)
        self.body.gap(8)
        self.body.addWidget(self.rows)
        self.body.gap(8)

    def _priced(self) -> None:
        """Another price is being written: it counts as soon as it is one."""
        text = self.price.text.strip().replace(".", "")
        wrong = not (text.isascii() and text.isdigit() and int(text) <= MOST)
        self.price.set_error(self.tr("Viết số đồng, như 300") if wrong else "")
        if not wrong:
            self.year = Year(self.year.year, int(text), self.year.meetings)
            self._show()

    def _show(self) -> None:
        one, year = self._one, self.year
        self.headline.set_text(
            self.tr("Cuộc họp này không phải in {pages} trang").format(pages=number_text(one.pages))
        )
        said = [
            self.tr("{n} người đọc trên máy", None, one.readers).format(n=number_text(one.readers)),
            self.tr("{n} tờ in hai mặt", None, one.sheets).format(n=number_text(one.sheets)),
            self.tr("khoảng {money} đồng").format(money=number_text(one.pages * year.price)),
        ]
        if one.others:
            others = self.tr("{n} người khác không tính", None, one.others)
            said.append(others.format(n=number_text(one.others)))
        self.sentence.set_text(" · ".join(said))
        self.whole.set_text(
            self.tr("Cả năm {year}: {pages}, {sheets}, khoảng {money} đồng").format(
                year=year.year,
                pages=pages_text(year.pages),
                sheets=self._sheets(year.sheets),
                money=number_text(year.money),
            )
        )
        self.model.set_rows([self._row(each) for each in year.meetings])

    def _row(self, one: Saved) -> RowData:
        readers = self.tr("{n} người", None, one.readers).format(n=number_text(one.readers))
        parts = (date_text(one.starts), readers, pages_text(one.pages), self._sheets(one.sheets))
        right = self.tr("{money} đồng").format(money=number_text(one.pages * self.year.price))
        return RowData(
            one.title, note=" · ".join(parts), right=right, strong=one.meeting == self._one.meeting
        )

    def _sheets(self, sheets: int) -> str:
        return self.tr("{n} tờ", None, sheets).format(n=number_text(sheets))
