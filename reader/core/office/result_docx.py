"""The sheet of a result as a Word document: A4, under the head that Decree 30/2020/NĐ-CP asks for."""

from __future__ import annotations

import io
from typing import Any, Final

import docx
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.shared import Mm, Pt

from reader.core.office.result_sheet import ResultSheet
from reader.core.office.word import CENTRE, LEFT, columns, dress, head, keep_whole, put, repeat_head

SUBJECT: Final = "Kết quả biểu quyết"
CHOICE_COLUMNS: Final = ("Lựa chọn", "Số phiếu", "Tỷ lệ trên tổng số", "Ghi chú")
COUNT_COLUMNS: Final = ("Đếm chung", "Phát ra", "Thu về", "Hợp lệ", "Không hợp lệ")
"""Of a show of hands, those who were asked stand where a box has ballots given out."""
_COUNT_WIDTHS: Final = (55, 25, 25, 25, 35)
_CHOICE_WIDTHS: Final = (75, 22, 33, 35)
_TOTAL_WIDTHS: Final = (130, 35)
"""Millimetres, 165 in all."""


def result_docx(sheet: ResultSheet) -> bytes:
    """The whole file. Text in it is text: nothing is read as markup or as a field."""
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin = section.bottom_margin = Mm(20)
    section.left_margin, section.right_margin = Mm(30), Mm(15)
    dress(document, sheet.office, f"Biên bản: {SUBJECT.lower()}", sheet.made)
    head(document, sheet.office, "/BB", (65, 100))
    _title(document, sheet)
    for label, text in facts(sheet):
        _fact(document, label, text)
    _totals(document, sheet)
    _counts(document, sheet)
    _choices(document, sheet)
    for label, text in findings(sheet):
        _fact(document, label, text)
    _signatures(document, sheet)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def facts(sheet: ResultSheet) -> list[tuple[str, str]]:
    """What stands before the numbers, each with its label; what is not known is left out."""
    lines = [
        ("Kỳ họp, cuộc họp", sheet.meeting),
        ("Địa điểm", sheet.place),
        ("Bắt đầu biểu quyết", sheet.opened),
        ("Ngừng nhận phiếu", sheet.ended),
        ("Kết thúc biểu quyết", sheet.closed),
        ("Hình thức", sheet.secrecy),
        ("Câu hỏi biểu quyết", sheet.question),
        ("Quy định áp dụng", sheet.rule),
    ]
    return [(label, text) for label, text in lines if text]


def findings(sheet: ResultSheet) -> list[tuple[str, str]]:
    """What stands after the numbers."""
    without, others = len(sheet.without_ballot), len(sheet.not_counted)
    lines = [
        ("Phiếu đến bằng", sheet.routes),
        ("Tổ kiểm phiếu", ", ".join(sheet.tellers)),
        ("Căn cứ kết luận", sheet.sentence),
        ("Kết luận", sheet.conclusion),
        ("Phiếu giơ tay, phiếu giấy", "; ".join(sheet.vouched)),
        (f"Phiếu đến muộn được chấp nhận ({len(sheet.admitted)})", "; ".join(sheet.admitted)),
        (f"Đại biểu không có phiếu ({without})", ", ".join(sheet.without_ballot)),
        (f"Có phiếu nhưng không được tính ({others})", ", ".join(sheet.not_counted)),
    ]
    return [(label, text) for label, text in lines if text]


def count_rows(sheet: ResultSheet) -> list[tuple[str, ...]]:
    """The lines of the table of votes that were counted together."""
    return [(one.means, one.given, one.returned, one.valid, one.invalid) for one in sheet.counts]


def signers(sheet: ResultSheet) -> tuple[tuple[str, str], tuple[str, str]]:
    """Who signs, at the left and at the right, with the name where it is known."""
    return ("THƯ KÝ", sheet.secretary), ("CHỦ TỌA", sheet.chair)


def _title(document: Any, sheet: ResultSheet) -> None:
    title = document.add_paragraph()
    title.paragraph_format.space_before = Pt(12)
    put(title, "BIÊN BẢN", bold=True, size=14, align=CENTRE)
    under = document.add_paragraph()
    under.paragraph_format.space_after = Pt(8)
    put(under, f"{SUBJECT}: {sheet.title}", bold=True, size=14, align=CENTRE)


def _fact(document: Any, label: str, text: str) -> None:
    paragraph = document.add_paragraph()
    paragraph.paragraph_format.space_before = Pt(4)
    put(paragraph, f"{label}: ", bold=True)
    for number, line in enumerate(text.split("\n")):
        put(paragraph if number == 0 else document.add_paragraph(), line)


def _totals(document: Any, sheet: ResultSheet) -> None:
    _gap(document)
    table = document.add_table(rows=0, cols=2)
    table.style, table.alignment = "Table Grid", WD_TABLE_ALIGNMENT.CENTER
    columns(table, _TOTAL_WIDTHS)
    for label, number in sheet.totals:
        row = table.add_row()
        keep_whole(row)
        put(row.cells[0].paragraphs[0], label)
        put(row.cells[1].paragraphs[0], number, bold=True, align=CENTRE)


def _counts(document: Any, sheet: ResultSheet) -> None:
    if not sheet.counts:
        return
    _gap(document)
    table = document.add_table(rows=0, cols=len(COUNT_COLUMNS))
    table.style, table.alignment = "Table Grid", WD_TABLE_ALIGNMENT.CENTER
    columns(table, _COUNT_WIDTHS)
    for number, line in enumerate([COUNT_COLUMNS, *count_rows(sheet)]):
        row = table.add_row()
        keep_whole(row)
        for column, (cell, text) in enumerate(zip(row.cells, line, strict=True)):
            bold, side = number == 0, number > 0 and column == 0
            put(cell.paragraphs[0], text, bold=bold, align=LEFT if side else CENTRE)


def _choices(document: Any, sheet: ResultSheet) -> None:
    _gap(document)
    table = document.add_table(rows=1, cols=len(CHOICE_COLUMNS))
    table.style, table.alignment = "Table Grid", WD_TABLE_ALIGNMENT.CENTER
    columns(table, _CHOICE_WIDTHS)
    repeat_head(table.rows[0])
    for cell, name in zip(table.rows[0].cells, CHOICE_COLUMNS, strict=True):
        put(cell.paragraphs[0], name, bold=True, align=CENTRE)
    for line in sheet.choices:
        row = table.add_row()
        keep_whole(row)
        first, second, third, last = (cell.paragraphs[0] for cell in row.cells)
        put(first, line.label)
        put(second, line.votes, bold=True, align=CENTRE)
        put(third, line.share, align=CENTRE)
        put(last, line.note)


def _signatures(document: Any, sheet: ResultSheet) -> None:
    _gap(document)
    table = document.add_table(rows=1, cols=2)
    keep_whole(table.rows[0])
    columns(table, (82, 83))
    for cell, (office, name) in zip(table.rows[0].cells, signers(sheet), strict=True):
        put(cell.paragraphs[0], office, bold=True, align=CENTRE)
        put(cell.add_paragraph(), "(Ký, ghi rõ họ tên)", italic=True, align=CENTRE)
        for _ in range(3):
            cell.add_paragraph()
        put(cell.add_paragraph(), name, bold=True, align=CENTRE)


def _gap(document: Any) -> None:
    document.add_paragraph().paragraph_format.keep_with_next = True
