"""A small page writer: justified paragraphs, tables that repeat their head, page numbers, outline.

Coordinates are PDF points from the top left of the page. Inline marks: **bold**, __italic__.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pymupdf

from .fonts import Face, Faces
from .tounicode import mend

MM = 72 / 25.4
A4 = (210 * MM, 297 * MM)
SHEAR = pymupdf.Matrix(1, 0, 0.2, 1, 0, 0)
BLACK = (0.0, 0.0, 0.0)
_MARK = re.compile(r"(\*\*|__)")
_GLUED = {"%", "–", "m", "km", "ha", "m²", "m³", "tấn"}
Colour = tuple[float, float, float]


@dataclass(frozen=True)
class Column:
    """A table column: its head, its share of the width, and l, c or r."""

    title: str
    share: float
    align: str = "l"


@dataclass
class _Page:
    rect: pymupdf.Rect
    draws: list[Callable[[pymupdf.Shape], None]] = field(default_factory=list)
    writers: dict[Colour, pymupdf.TextWriter] = field(default_factory=dict)
    slanted: dict[tuple[float, Colour], list[tuple[float, str, Face, float]]] = field(default_factory=dict)


_Word = tuple[str, str]  # text, face key; a key opened by "+" means: no space before


class Paper:
    """One PDF under construction. Add blocks from top to bottom, then `save`."""

    def __init__(self, faces: Faces, *, title: str, date: str, size: float = 14, leading: float = 1.32) -> None:
        """`title` goes to the metadata; `date` is the issue date, YYYY-MM-DD; `size` the body in points."""
        self.leading = leading
        self.faces = faces
        self.title = title
        self.date = date
        self.size = size
        self.doc = pymupdf.open()
        self.landscape = False
        self.pages: list[_Page] = []
        self.toc: list[list[int | str]] = []
        self.new_page()

    # -- pages -------------------------------------------------------------------------------------

    def new_page(self, *, landscape: bool | None = None, number: bool = True) -> None:
        """Start a page; the number is printed at the top centre from page 2 on."""
        if landscape is not None:
            self.landscape = landscape
        width, height = (A4[1], A4[0]) if self.landscape else A4
        self.doc.new_page(width=width, height=height)
        self.pages.append(_Page(pymupdf.Rect(0, 0, width, height)))
        self.left, self.right = (22 * MM, width - 20 * MM) if self.landscape else (30 * MM, width - 20 * MM)
        self.top, self.bottom = 20 * MM, height - 20 * MM
        self.y = self.top
        count = len(self.pages)
        if count > 1 and number:
            self.text(width / 2, 14 * MM, str(count), size=13, align="c")

    @property
    def width(self) -> float:
        """Width of the text box."""
        return self.right - self.left

    @property
    def fresh(self) -> bool:
        """Whether nothing has been put on this page yet."""
        return self.y <= self.top + 0.1

    def ensure(self, height: float) -> None:
        """Start a new page unless `height` still fits."""
        if self.y + height > self.bottom and not self.fresh:
            self.new_page()

    def gap(self, height: float) -> None:
        """Leave a space."""
        self.y += height

    # -- marks on the page ---------------------------------------------------------------------------

    def text(
        self,
        x: float,
        y: float,
        text: str,
        *,
        face: str = "r",
        size: float | None = None,
        align: str = "l",
        colour: Colour = BLACK,
    ) -> float:
        """Write one line with its baseline at y; returns its width."""
        chosen = self.faces[face]
        size = size or self.size
        width = chosen.width(text, size)
        x -= {"l": 0.0, "c": width / 2, "r": width}[align]
        self._put(x, y, text, chosen, size, colour)
        return width

    def line(self, x0: float, y0: float, x1: float, y1: float, *, width: float = 0.6, colour: Colour = BLACK) -> None:
        """Draw a straight line."""

        def draw(shape: pymupdf.Shape) -> None:
            shape.draw_line((x0, y0), (x1, y1))
            shape.finish(width=width, color=colour)

        self.draw(draw)

    def box(self, rect: tuple[float, float, float, float], *, fill: Colour | None, edge: Colour | None) -> None:
        """Draw a rectangle."""

        def draw(shape: pymupdf.Shape) -> None:
            shape.draw_rect(pymupdf.Rect(rect))
            shape.finish(fill=fill, color=edge, width=0.6)

        self.draw(draw)

    def draw(self, drawing: Callable[[pymupdf.Shape], None]) -> None:
        """Put a drawing below the text of this page; it runs when the file is written."""
        self.pages[-1].draws.append(drawing)

    def _put(self, x: float, y: float, text: str, face: Face, size: float, colour: Colour) -> None:
        page = self.pages[-1]
        if face.slanted:
            # all words on one baseline share one shear
            page.slanted.setdefault((round(y, 2), colour), []).append((x, text, face, size))
            return
        if colour not in page.writers:
            page.writers[colour] = pymupdf.TextWriter(page.rect, color=colour)
        page.writers[colour].append((x, y), text, face.font, size)

    # -- flowing blocks ------------------------------------------------------------------------------

    def para(
        self,
        text: str,
        *,
        indent: float = 12.7 * MM,
        align: str = "j",
        size: float | None = None,
        face: str = "r",
        after: float = 6,
        inset: float = 0,
        keep: float = 0,
    ) -> None:
        """A paragraph with a first-line indent; align is j, l, c or r.

        `keep` is the height of what must stay on the same page after it (a signature).
        """
        size = size or self.size
        step = size * (self.leading if align == "j" else 1.32)
        lines = self._break(self._words(text, face), size, self.width - inset, indent)
        self.ensure(step * min(2, len(lines)) if not keep else step * len(lines) + keep)
        for number, words in enumerate(lines):
            if number == len(lines) - 2 and len(lines) > 3:
                self.ensure(step * 2)  # no widow
            else:
                self.ensure(step)
            self.y += step
            first = indent if number == 0 else 0.0
            last = number == len(lines) - 1
            box = (self.left + inset + first, self.right)
            self._line_of(words, size, box, self.y - step * 0.27, "l" if align == "j" and last else align)
        self.y += after

    def heading(self, text: str, *, level: int = 1, align: str = "l", toc: bool = True, face: str = "b") -> None:
        """A bold heading kept with what follows; goes to the outline."""
        self.ensure(self.size * 1.4 * 4)
        self.mark(text, level) if toc else None
        indent = 12.7 * MM if align != "c" else 0
        self.para(text, face=face, align=align, indent=indent, after=5)

    def mark(self, text: str, level: int = 1) -> None:
        """Add an outline entry for this place."""
        deepest = int(self.toc[-1][0]) + 1 if self.toc else 1
        self.toc.append([min(level, deepest), text.replace("**", ""), len(self.pages)])

    def bullets(self, items: Sequence[str], *, mark: str = "-") -> None:
        """Administrative style list: each item is a paragraph opened by a dash."""
        for item in items:
            self.para(f"{mark} {item}", after=4)

    def table(
        self,
        columns: Sequence[Column],
        rows: Sequence[Sequence[str]],
        *,
        size: float = 12,
        bold: Sequence[int] = (),
        numbered: bool = False,
        unit: str = "",
    ) -> None:
        """A ruled table; the head is repeated on each page. `bold` are row indices (negative allowed)."""
        if unit:
            self.ensure(size * 14)
            self.para(f"__Đơn vị tính: {unit}__", align="r", indent=0, size=12, after=3)
        total = sum(column.share for column in columns)
        widths = [self.width * column.share / total for column in columns]
        heads = [self._row([c.title for c in columns], widths, size, "b", pad=4)]
        aligns = ["c"] * len(columns)
        if numbered:
            heads.append(self._row([f"({n})" for n in range(1, len(columns) + 1)], widths, size - 1.5, "i", pad=2))
        body = [c.align for c in columns]
        strong = {index % len(rows) for index in bold}
        head_height = sum(height for _, height, _ in heads)

        def open_head() -> None:
            for cells, height, row_size in heads:
                self._draw_row(cells, widths, height, row_size, aligns)

        heights = [self._row(row, widths, size, "r", pad=3)[1] for row in rows]
        whole = head_height + sum(heights)
        self.ensure(whole if whole < 0.42 * (self.bottom - self.top) else head_height + sum(heights[:3]))
        open_head()
        for index, row in enumerate(rows):
            cells, height, row_size = self._row(row, widths, size, "b" if index in strong else "r", pad=3)
            if self.y + height > self.bottom:
                self.new_page()
                open_head()
            self._draw_row(cells, widths, height, row_size, body)
        self.y += 9

    # -- the end -------------------------------------------------------------------------------------

    def save(self, path: Path) -> None:
        """Write the PDF; the same blocks give the same bytes."""
        for number, page in enumerate(self.pages):
            sheet = self.doc[number]
            shape = sheet.new_shape()
            for drawing in page.draws:
                drawing(shape)
            shape.commit()
            for colour, writer in page.writers.items():
                writer.write_text(sheet, color=colour)
            for (y, colour), words in page.slanted.items():
                writer = pymupdf.TextWriter(page.rect, color=colour)
                for x, text, face, size in words:
                    writer.append((x, y), text, face.font, size)
                writer.write_text(sheet, color=colour, morph=(pymupdf.Point(0, y), SHEAR))
        if self.toc:
            self.doc.set_toc(self.toc)
        finish(self.doc, path, title=self.title, date=self.date)

    # -- helpers -------------------------------------------------------------------------------------

    def _words(self, text: str, face: str) -> list[_Word]:
        bold, italic = "b" in face, "i" in face
        plain = face in ("s", "sb")
        words: list[_Word] = []
        joined = False
        for piece in _MARK.split(text):
            if piece == "**":
                bold = not bold
            elif piece == "__":
                italic = not italic
            else:
                key = face if plain else ("b" if bold else "") + ("i" if italic else "") or "r"
                for number, word in enumerate(piece.split(" ")):
                    if not word:
                        continue
                    if number == 0 and joined and words:
                        words.append((word, f"+{key}"))
                        continue
                    if (word in _GLUED or word.startswith("%")) and words and words[-1][1] == key:
                        words[-1] = (f"{words[-1][0]} {word}", key)
                    else:
                        words.append((word, key))
                joined = not piece.endswith(" ") if piece else joined
        return words

    def _break(self, words: Sequence[_Word], size: float, width: float, indent: float) -> list[list[_Word]]:
        lines: list[list[_Word]] = [[]]
        space = self.faces["r"].width(" ", size)
        used = indent
        for word, key in words:
            advance = self.faces[key.lstrip("+")].width(word, size)
            if key.startswith("+"):
                used += advance
                lines[-1].append((word, key))
                continue
            if lines[-1] and used + space + advance > width:
                lines.append([])
                used = 0.0
            used += advance + (space if lines[-1] else 0)
            lines[-1].append((word, key))
        return lines

    def _line_of(
        self, words: Sequence[_Word], size: float, box: tuple[float, float], y: float, align: str
    ) -> None:
        if not words:
            return
        natural = self.faces["r"].width(" ", size)
        ink = sum(self.faces[key.lstrip("+")].width(word, size) for word, key in words)
        slack = box[1] - box[0] - ink
        gaps = sum(not key.startswith("+") for _, key in words[1:])
        space = slack / gaps if align == "j" and gaps else natural
        if align == "j" and space > natural * 5:
            space = natural
        spare = slack - natural * gaps
        x = box[0] + {"c": spare / 2, "r": spare}.get(align, 0.0)
        for index, (word, key) in enumerate(words):
            face = self.faces[key.lstrip("+")]
            tied = index == len(words) - 1 or words[index + 1][1].startswith("+")
            self._put(x, y, word if tied else word + " ", face, size, BLACK)
            x += face.width(word, size) + (0 if tied else space)

    def _row(
        self, texts: Sequence[str], widths: Sequence[float], size: float, face: str, *, pad: float
    ) -> tuple[list[list[list[_Word]]], float, float]:
        cells = [
            [
                line
                for part in text.split("\n")
                for line in self._break(self._words(part, face), size, width - 8, 0)
            ]
            for text, width in zip(texts, widths, strict=True)
        ]
        height = max(len(cell) for cell in cells) * size * 1.22 + pad * 2
        return cells, height, size

    def _draw_row(
        self,
        cells: Sequence[Sequence[Sequence[_Word]]],
        widths: Sequence[float],
        height: float,
        size: float,
        aligns: Sequence[str],
    ) -> None:
        x = self.left
        for cell, width, align in zip(cells, widths, aligns, strict=True):
            self.box((x, self.y, x + width, self.y + height), fill=None, edge=BLACK)
            step = size * 1.22
            y = self.y + (height - step * len(cell)) / 2 + step * 0.78
            for line in cell:
                self._line_of(line, size, (x + 4, x + width - 4), y, align)
                y += step
            x += width
        self.y += height


def finish(doc: pymupdf.Document, path: Path, *, title: str, date: str) -> None:
    """Give a document fixed metadata and a fixed file id, subset its fonts and write it."""
    doc.subset_fonts()
    mend(doc)
    stamp = f"D:{date.replace('-', '')}080000+07'00'"
    doc.set_metadata(
        {
            "title": title,
            "author": "Văn phòng HĐND và UBND xã Suối Lam",
            "creator": "make_sample.py",
            "producer": "Sổ Họp",
            "creationDate": stamp,
            "modDate": stamp,
        }
    )
    doc.set_language("vi")
    digest = hashlib.md5(f"{path.name}|{title}|{date}".encode(), usedforsecurity=False).hexdigest()
    doc.xref_set_key(-1, "ID", f"[<{digest}><{digest}>]")
    path.parent.mkdir(parents=True, exist_ok=True)
    doc.save(str(path), garbage=4, deflate=True, use_objstms=1, no_new_id=True, reproducible=True)
    doc.close()
