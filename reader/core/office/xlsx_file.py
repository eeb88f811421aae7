"""The summary as an Excel workbook. Every cell is a string: no formula, link or number is read into one."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any, BinaryIO, Final

import xlsxwriter

from reader.core.office.summary import COLUMNS, Summary
from reader.core.office.word import FONT

LONGEST: Final = 32_000
"""A cell holds 32,767 characters; what is longer goes on in the next row."""
_WIDTHS: Final = (6, 20, 62, 24, 40)
_LAST: Final = len(COLUMNS) - 1


def as_xlsx(summary: Summary) -> bytes:
    """The whole file: the table, who attends, who asked for the word."""
    out = io.BytesIO()
    book, looks = workbook(out, "Bảng tổng hợp ý kiến", summary.office, summary.made)
    _opinions(book.add_worksheet("Tổng hợp ý kiến"), summary, looks)
    plain_sheet(
        book.add_worksheet("Điểm danh"),
        looks,
        (("Đại biểu", 30), ("Điểm danh", 20), ("Lý do, người dự thay", 60)),
        summary.attendance,
    )
    plain_sheet(
        book.add_worksheet("Đăng ký phát biểu"),
        looks,
        (("Mục", 44), ("Thứ tự", 8), ("Đại biểu", 30), ("Về", 50)),
        summary.speakers,
    )
    book.close()
    return out.getvalue()


def workbook(out: BinaryIO, title: str, office: str, made: datetime) -> tuple[Any, dict[str, Any]]:
    """A workbook that reads nothing into a string, and the looks of its cells."""
    book = xlsxwriter.Workbook(
        out,
        {
            "in_memory": True,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
        },
    )
    book.set_properties(
        {
            "title": title,
            "author": office,
            "created": made.replace(tzinfo=None),
        }
    )
    base = {"font_name": FONT, "font_size": 12, "text_wrap": True, "valign": "top"}
    looks = {
        "cell": book.add_format({**base, "border": 1}),
        "head": book.add_format({**base, "border": 1, "bold": True, "align": "center", "valign": "vcenter"}),
        "section": book.add_format({**base, "border": 1, "bold": True}),
        "title": book.add_format({**base, "bold": True, "font_size": 14, "align": "center"}),
        "line": book.add_format(base),
    }
    return book, looks


def _opinions(sheet: Any, summary: Summary, looks: dict[str, Any]) -> None:
    _on_paper(sheet)
    for column, width in enumerate(_WIDTHS):
        sheet.set_column(column, column, width)
    at = 0
    for text in ("BẢNG TỔNG HỢP Ý KIẾN", summary.meeting):
        _across(sheet, at, text, looks["title"])
        at += 1
    _across(sheet, at, summary.totals, looks["line"])
    at += 1
    for column, name in enumerate(COLUMNS):
        sheet.write_string(at, column, name, looks["head"])
    at += 1
    sheet.freeze_panes(at, 0)
    sheet.repeat_rows(at - 1)
    for section in summary.sections:
        _across(sheet, at, section.title, looks["section"])
        at += 1
        for row in section.rows:
            values = (str(row.number), row.place, row.words, row.people, row.answer)
            for part in _parts(values):
                for column, value in enumerate(part):
                    sheet.write_string(at, column, value, looks["cell"])
                at += 1


def plain_sheet(
    sheet: Any, looks: dict[str, Any], columns: Sequence[tuple[str, int]], rows: Sequence[Sequence[str]]
) -> None:
    """A table of strings under its column heads, each with its width."""
    _on_paper(sheet)
    for column, (name, width) in enumerate(columns):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, name, looks["head"])
    sheet.freeze_panes(1, 0)
    at = 1
    for row in rows:
        for part in _parts(row):
            for column, value in enumerate(part):
                sheet.write_string(at, column, value, looks["cell"])
            at += 1


def _across(sheet: Any, row: int, text: str, look: Any) -> None:
    """One cell over all columns. ``merge_range`` would guess at what the text is."""
    sheet.merge_range(row, 0, row, _LAST, "", look)
    sheet.write_string(row, 0, text[:LONGEST], look)


def _on_paper(sheet: Any) -> None:
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)


def _parts(values: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """A row, or as many as its longest cell needs: nothing is cut off."""
    rows = max(1, *(-(-len(value) // LONGEST) for value in values))
    for number in range(rows):
        yield tuple(value[number * LONGEST : (number + 1) * LONGEST] for value in values)
