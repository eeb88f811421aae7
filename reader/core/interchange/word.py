"""The list of marks as a Word document: a table for each document, to be printed or worked on."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Final

from reader.core.interchange.colours import WASH
from reader.core.interchange.listing import DocumentNotes, NotesList

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import _Cell

_FONT: Final = "Times New Roman"
"""What offices write in, and what is on their machines."""
_WIDTHS: Final = (1.3, 8.6, 2.4, 2.6, 2.1)
"""Centimetres of the five columns, 17 together: A4 between its margins."""


def word(notes: NotesList, owner: str, now: datetime, progress: Callable[[float], None]) -> bytes:
    """The whole file. ``progress`` is told how far it is, 0 to 1, and may raise to stop it."""
    # Loaded when it is wanted: the program starts without it.
    import docx
    from docx.shared import Cm, Pt

    def tell(before: int, rows: int) -> None:
        progress((before + rows) / notes.count)

    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Cm(2)
    for style in ("Normal", "Title", "Heading 1", "Heading 2"):
        _set_font(document.styles[style])
    document.styles["Normal"].font.size = Pt(11)
    about = document.core_properties
    about.title, about.author, about.comments = notes.title, owner, ""
    about.created = about.modified = now
    document.add_paragraph(notes.title, style="Title")
    document.add_paragraph(notes.about)
    document.add_paragraph().add_run(notes.warning).bold = True
    done = 0
    for meeting in notes.meetings:
        document.add_heading(meeting.title, 1)
        for one in meeting.documents:
            document.add_heading(one.name, 2)
            _add_table(document, notes, one, partial(tell, done))
            done += len(one.entries)
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def _add_table(
    document: Document, notes: NotesList, one: DocumentNotes, progress: Callable[[int], None]
) -> None:
    from docx.oxml import OxmlElement
    from docx.shared import Cm

    table = document.add_table(rows=1, cols=len(notes.columns))
    table.style = "Table Grid"
    table.autofit = False
    for column, width in zip(table.columns, _WIDTHS, strict=True):
        column.width = Cm(width)
    head = table.rows[0]
    # The head is said again on every page that the table goes on to.
    head._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    for cell, text in zip(head.cells, notes.columns, strict=True):
        cell.paragraphs[0].add_run(text).bold = True
    for cell, width in zip(head.cells, _WIDTHS, strict=True):
        cell.width = Cm(width)
    for number, entry in enumerate(one.entries, 1):
        page, words, kind, who, at = table.add_row().cells
        page.paragraphs[0].add_run(str(entry.page))
        _shade(page, "".join(f"{round(part * 255):02X}" for part in WASH[entry.ink]))
        lines = words.paragraphs[0]
        if entry.quoted:
            lines.add_run(f"“{entry.quoted}”").italic = True
        for line in entry.text.splitlines():
            if lines.text:
                lines = words.add_paragraph()
            lines.add_run(line)
        kind.paragraphs[0].add_run(f"{entry.kind}, {entry.colour}")
        who.paragraphs[0].add_run(entry.who)
        at.paragraphs[0].add_run(entry.at)
        progress(number)


def _set_font(style: object) -> None:
    """For every script: Word looks letters with marks up in another place than plain ones."""
    from docx.oxml.ns import qn
    from docx.shared import RGBColor
    from docx.styles.style import ParagraphStyle

    if isinstance(style, ParagraphStyle):
        style.font.name = _FONT
        style.font.color.rgb = RGBColor(0, 0, 0)
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for name in ("ascii", "hAnsi", "cs", "eastAsia"):
            fonts.set(qn(f"w:{name}"), _FONT)
            theme = qn(f"w:{name}Theme")
            if theme in fonts.attrib:
                del fonts.attrib[theme]


def _shade(cell: _Cell, colour: str) -> None:
    """The colour of the mark behind its page number."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    shade = OxmlElement("w:shd")
    for key, value in (("val", "clear"), ("color", "auto"), ("fill", colour)):
        shade.set(qn(f"w:{key}"), value)
    cell._tc.get_or_add_tcPr().append(shade)
