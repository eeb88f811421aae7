"""What our Word documents have in common: the font and the head of Decree 30/2020/NĐ-CP, text as text."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.table import _Cell, _Row
from docx.text.paragraph import Paragraph

FONT: Final = "Times New Roman"
SIZE: Final = 13
CENTRE, LEFT = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.LEFT


def dress(document: Any, office: str, title: str, made: datetime) -> None:
    """The font, the number on every page but the first, and what the file says of itself."""
    section = document.sections[0]
    section.different_first_page_header_footer = True
    number = section.header.paragraphs[0]
    number.alignment = CENTRE
    field(number, "PAGE")
    style = document.styles["Normal"]
    style.font.name, style.font.size = FONT, Pt(SIZE)
    style.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), FONT)
    style.paragraph_format.space_after = Pt(0)
    known = document.core_properties
    known.author = known.last_modified_by = office
    known.title, known.comments = title, ""
    known.created = known.modified = made.replace(tzinfo=None)


def head(document: Any, office: str, symbol: str, widths: tuple[int, int], date: str = "") -> None:
    """Whose document it is and its number; beside it the words of the state and, where given, the date."""
    table = document.add_table(rows=1, cols=2)
    left, right = table.rows[0].cells
    columns(table, widths)
    put(left.paragraphs[0], office.upper(), bold=True, align=CENTRE)
    put(left.add_paragraph(), "_________", align=CENTRE)
    put(left.add_paragraph(), f"Số:        {symbol}", align=CENTRE)
    put(right.paragraphs[0], "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", bold=True, size=12, align=CENTRE)
    put(right.add_paragraph(), "Độc lập - Tự do - Hạnh phúc", bold=True, underline=True, align=CENTRE)
    if date:
        put(right.add_paragraph(), date, italic=True, align=CENTRE)


def put(
    paragraph: Paragraph,
    text: str,
    *,
    bold: bool = False,
    italic: bool = False,
    underline: bool = False,
    size: int = SIZE,
    align: WD_ALIGN_PARAGRAPH = LEFT,
) -> None:
    """Add these words to a paragraph; the paragraph then stands as ``align`` says."""
    run = paragraph.add_run(text)
    run.bold, run.italic, run.underline = bold, italic, underline
    run.font.size = Pt(size)
    paragraph.alignment = align


def columns(table: Any, widths: Sequence[int]) -> None:
    """Word goes by the cells' widths, LibreOffice by the columns': rows added later take the latter."""
    table.autofit = False
    for number, width in enumerate(widths):
        table.columns[number].width = Mm(width)


def put_lines(cell: _Cell, text: str) -> None:
    """One paragraph a line."""
    paragraph = cell.paragraphs[0]
    for number, line in enumerate(text.split("\n")):
        put(paragraph if number == 0 else cell.add_paragraph(), line)


def repeat_head(row: _Row) -> None:
    """The head of the table comes again on every page."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    keep_whole(row)


def keep_whole(row: _Row) -> None:
    """No page ends within it."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))


def field(paragraph: Paragraph, name: str) -> None:
    """Something Word fills in, such as ``PAGE``."""
    made = OxmlElement("w:fldSimple")
    made.set(qn("w:instr"), name)
    paragraph._p.append(made)
