"""The summary as a Word document: A4 across, under the head that Decree 30/2020/NĐ-CP asks for."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any, Final

import docx
from docx.enum.section import WD_ORIENT
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.table import _Cell, _Row
from docx.text.paragraph import Paragraph

from reader.core.office.summary import COLUMNS, Summary, SummaryRow

FONT: Final = "Times New Roman"
_SIZE: Final = 13
_WIDTHS: Final = (12, 38, 105, 40, 57)
"""Millimetres, 252 in all."""
_CENTRE, _LEFT = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.LEFT


def as_docx(summary: Summary) -> bytes:
    """The whole file. Text in it is text: nothing is read as markup or as a field."""
    document = docx.Document()
    _prepare(document, summary)
    _head(document, summary)
    _title(document, summary)
    _table(document, summary)
    _signature(document, summary)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _prepare(document: Any, summary: Summary) -> None:
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)
    section.top_margin = section.bottom_margin = Mm(20)
    section.left_margin, section.right_margin = Mm(30), Mm(15)
    section.different_first_page_header_footer = True
    number = section.header.paragraphs[0]
    number.alignment = _CENTRE
    _field(number, "PAGE")
    style = document.styles["Normal"]
    style.font.name, style.font.size = FONT, Pt(_SIZE)
    style.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), FONT)
    style.paragraph_format.space_after = Pt(0)
    known = document.core_properties
    known.author = known.last_modified_by = summary.office
    known.title, known.comments = "Bảng tổng hợp ý kiến", ""
    known.created = known.modified = summary.made.replace(tzinfo=None)


def _head(document: Any, summary: Summary) -> None:
    table = document.add_table(rows=1, cols=2)
    left, right = table.rows[0].cells
    _columns(table, (110, 142))
    _put(left.paragraphs[0], summary.office.upper(), bold=True, align=_CENTRE)
    _put(left.add_paragraph(), "_________", align=_CENTRE)
    _put(left.add_paragraph(), "Số:        /BTH", align=_CENTRE)
    _put(right.paragraphs[0], "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", bold=True, align=_CENTRE)
    _put(right.add_paragraph(), "Độc lập - Tự do - Hạnh phúc", bold=True, underline=True, align=_CENTRE)
    made = summary.made
    date = f"{summary.place}, ngày {made.day:02} tháng {made.month:02} năm {made.year}"
    _put(right.add_paragraph(), date, italic=True, align=_CENTRE)


def _title(document: Any, summary: Summary) -> None:
    title = document.add_paragraph()
    title.paragraph_format.space_before = Pt(12)
    _put(title, "BẢNG TỔNG HỢP Ý KIẾN", bold=True, size=14, align=_CENTRE)
    _put(document.add_paragraph(), summary.meeting, bold=True, size=14, align=_CENTRE)
    totals = document.add_paragraph()
    totals.paragraph_format.space_before = totals.paragraph_format.space_after = Pt(6)
    _put(totals, summary.totals, align=_LEFT)


def _table(document: Any, summary: Summary) -> None:
    table = document.add_table(rows=1, cols=len(COLUMNS))
    table.style, table.alignment = "Table Grid", WD_TABLE_ALIGNMENT.CENTER
    _columns(table, _WIDTHS)
    head = table.rows[0]
    _repeat(head)
    for cell, name in zip(head.cells, COLUMNS, strict=True):
        _put(cell.paragraphs[0], name, bold=True, align=_CENTRE)
    for section in summary.sections:
        row = table.add_row()
        _keep_whole(row)
        _put(row.cells[0].merge(row.cells[-1]).paragraphs[0], section.title, bold=True)
        for each in section.rows:
            _row(table, each)


def _row(table: Any, row: SummaryRow) -> None:
    cells = table.add_row().cells
    _put(cells[0].paragraphs[0], str(row.number), align=_CENTRE)
    for cell, text in zip(cells[1:], (row.place, row.words, row.people, row.answer), strict=True):
        _lines(cell, text)


def _signature(document: Any, summary: Summary) -> None:
    gap = document.add_paragraph()
    gap.paragraph_format.keep_with_next = True
    table = document.add_table(rows=1, cols=2)
    _keep_whole(table.rows[0])
    left, right = table.rows[0].cells
    _columns(table, (126, 126))
    _put(left.paragraphs[0], "Nơi nhận:", bold=True, italic=True, size=12)
    for text in ("- Chủ tọa kỳ họp;", "- Lưu: VT."):
        _put(left.add_paragraph(), text, size=11)
    _put(right.paragraphs[0], "THƯ KÝ KỲ HỌP", bold=True, align=_CENTRE)
    _put(right.add_paragraph(), "(Ký, ghi rõ họ tên)", italic=True, align=_CENTRE)
    for _ in range(3):
        right.add_paragraph()
    _put(right.add_paragraph(), summary.signer, bold=True, align=_CENTRE)


def _put(
    paragraph: Paragraph,
    text: str,
    *,
    bold: bool = False,
    italic: bool = False,
    underline: bool = False,
    size: int = _SIZE,
    align: WD_ALIGN_PARAGRAPH = _LEFT,
) -> None:
    run = paragraph.add_run(text)
    run.bold, run.italic, run.underline = bold, italic, underline
    run.font.size = Pt(size)
    paragraph.alignment = align


def _columns(table: Any, widths: Sequence[int]) -> None:
    """Word goes by the cells' widths, LibreOffice by the columns': rows added later take the latter."""
    table.autofit = False
    for number, width in enumerate(widths):
        table.columns[number].width = Mm(width)


def _lines(cell: _Cell, text: str) -> None:
    """One paragraph a line."""
    paragraph = cell.paragraphs[0]
    for number, line in enumerate(text.split("\n")):
        _put(paragraph if number == 0 else cell.add_paragraph(), line)


def _repeat(row: _Row) -> None:
    """The head of the table comes again on every page."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    _keep_whole(row)


def _keep_whole(row: _Row) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))


def _field(paragraph: Paragraph, name: str) -> None:
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), name)
    paragraph._p.append(field)
