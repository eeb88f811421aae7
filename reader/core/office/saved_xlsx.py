"""A year's saved paper as an Excel workbook. Titles are strings, numbers numbers, nothing is a formula."""

from __future__ import annotations

import io
from datetime import datetime
from typing import Any, Final

from reader.core.office.letters import VIETNAM
from reader.core.office.word import FONT
from reader.core.office.xlsx_file import LONGEST, workbook
from reader.core.paper_saved import Year
from reader.core.plain import plain_line

_COLUMNS: Final = (
    ("Cuộc họp", 60),
    ("Ngày", 12),
    ("Người đọc trên máy", 12),
    ("Người không tính", 12),
    ("Trang không phải in", 14),
    ("Tờ (in hai mặt)", 14),
    ("Tiết kiệm (đồng)", 18),
)
_DEFINITION: Final = (
    "Chỉ tính người mà máy đã báo có tài liệu. Mỗi người một bản của mỗi tài liệu được đọc; tài liệu đã thay "
    "tính hai lần (bản đầu và bản cuối), dù thay bao nhiêu lần. Tài liệu bị thu hồi không tính. Giá in một "
    "trang: {price} đồng."
)


def saved_xlsx(year: Year, office: str, made: datetime) -> bytes:
    """The whole file: a row for each meeting, their sum, and how it was counted."""
    out = io.BytesIO()
    title = f"Giấy tiết kiệm năm {year.year}"
    book, looks = workbook(out, title, plain_line(office), made)
    sheet = book.add_worksheet(f"Năm {year.year}")
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
    last = len(_COLUMNS) - 1
    for row, text in enumerate((f"{title} – {plain_line(office)}", _DEFINITION.format(price=year.price))):
        sheet.merge_range(row, 0, row, last, "", looks["line"])  # which would guess at what a text is
        sheet.write_string(row, 0, text[:LONGEST], looks["line"])
    sheet.set_row(1, 36)
    for column, (name, width) in enumerate(_COLUMNS):
        sheet.set_column(column, column, width)
        sheet.write_string(2, column, name, looks["head"])
    sheet.freeze_panes(3, 0)
    look = book.add_format({"font_name": FONT, "font_size": 12, "border": 1, "num_format": "#,##0"})
    at = 3
    for one in year.meetings:
        day = f"{one.starts.astimezone(VIETNAM):%d/%m/%Y}"
        _row(sheet, at, (one.title[:LONGEST], day), looks["cell"])
        _numbers(sheet, at, (one.readers, one.others, one.pages, one.sheets, one.pages * year.price), look)
        at += 1
    _row(sheet, at, ("Cộng", ""), looks["section"])
    sheet.write_string(at, 2, "", look)
    sheet.write_string(at, 3, "", look)
    for column, number in enumerate((year.pages, year.sheets, year.money), 4):
        sheet.write_number(at, column, number, look)
    book.close()
    return out.getvalue()


def _row(sheet: Any, row: int, words: tuple[str, ...], look: Any) -> None:
    for column, text in enumerate(words):
        sheet.write_string(row, column, text, look)


def _numbers(sheet: Any, row: int, numbers: tuple[int, ...], look: Any) -> None:
    for column, number in enumerate(numbers, 2):
        sheet.write_number(row, column, number, look)
