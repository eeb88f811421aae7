"""The summary as a Word document: A4 across, under the head that Decree 30/2020/NĐ-CP asks for."""

from __future__ import annotations

import io
from typing import Any, Final

import docx
from docx.enum.section import WD_ORIENT
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.shared import Mm, Pt

from reader.core.office.summary import COLUMNS, Summary, SummaryRow
from reader.core.office.word import (
    CENTRE,
    LEFT,
    columns,
    dress,
    head,
    keep_whole,
    put,
    put_lines,
    repeat_head,
)

_WIDTHS: Final = (12, 38, 105, 40, 57)
"""Millimetres, 252 in all."""


def as_docx(summary: Summary) -> bytes:
    """The whole file. Text in it is text: nothing is read as markup or as a field."""
    document = docx.Document()
    _prepare(document, summary)
    made = summary.made
    date = f"{summary.place}, ngày {made.day:02} tháng {made.month:02} năm {made.year}"
    head(document, summary.office, "/BTH", (110, 142), date)
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
    dress(document, summary.office, "Bảng tổng hợp ý kiến", summary.made)


def _title(document: Any, summary: Summary) -> None:
    title = document.add_paragraph()
    title.paragraph_format.space_before = Pt(12)
    put(title, "BẢNG TỔNG HỢP Ý KIẾN", bold=True, size=14, align=CENTRE)
    put(document.add_paragraph(), summary.meeting, bold=True, size=14, align=CENTRE)
    totals = document.add_paragraph()
    totals.paragraph_format.space_before = totals.paragraph_format.space_after = Pt(6)
    put(totals, summary.totals, align=LEFT)


def _table(document: Any, summary: Summary) -> None:
    table = document.add_table(rows=1, cols=len(COLUMNS))
    table.style, table.alignment = "Table Grid", WD_TABLE_ALIGNMENT.CENTER
    columns(table, _WIDTHS)
    top = table.rows[0]
    repeat_head(top)
    for cell, name in zip(top.cells, COLUMNS, strict=True):
        put(cell.paragraphs[0], name, bold=True, align=CENTRE)
    for section in summary.sections:
        row = table.add_row()
        keep_whole(row)
        put(row.cells[0].merge(row.cells[-1]).paragraphs[0], section.title, bold=True)
        for each in section.rows:
            _row(table, each)


def _row(table: Any, row: SummaryRow) -> None:
    cells = table.add_row().cells
    put(cells[0].paragraphs[0], str(row.number), align=CENTRE)
    for cell, text in zip(cells[1:], (row.place, row.words, row.people, row.answer), strict=True):
        put_lines(cell, text)


def _signature(document: Any, summary: Summary) -> None:
    gap = document.add_paragraph()
    gap.paragraph_format.keep_with_next = True
    table = document.add_table(rows=1, cols=2)
    keep_whole(table.rows[0])
    left, right = table.rows[0].cells
    columns(table, (126, 126))
    put(left.paragraphs[0], "Nơi nhận:", bold=True, italic=True, size=12)
    for text in ("- Chủ tọa kỳ họp;", "- Lưu: VT."):
        put(left.add_paragraph(), text, size=11)
    put(right.paragraphs[0], "THƯ KÝ KỲ HỌP", bold=True, align=CENTRE)
    put(right.add_paragraph(), "(Ký, ghi rõ họ tên)", italic=True, align=CENTRE)
    for _ in range(3):
        right.add_paragraph()
    put(right.add_paragraph(), summary.signer, bold=True, align=CENTRE)
