"""Sets papers into PDFs and knows where every word came to stand; reads them back as the product does."""

from __future__ import annotations

import hashlib
import random
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate
from pathlib import Path

import pymupdf
from _common import ROOT
from _prose import Paper, Paragraph, Said, Shape

from reader.core.anchoring import Page

SERIF = ROOT / "resources/third_party/source-serif-4/SourceSerif4_400Regular.ttf"
SANS = ROOT / "resources/third_party/ibm-plex-sans/IBMPlexSans_400Regular.ttf"
_COLUMNS = (0.0, 0.1, 0.5, 0.68, 0.86)
"""Of a table, as shares of the width."""
_FOOT = 34


@dataclass(frozen=True)
class Look:
    """How a paper is set. ``lost``: which letters its text layer lacks."""

    font: Path = SERIF
    size: float = 12.0
    page: tuple[float, float] = (595.0, 842.0)
    margin: float = 70.0
    header: str = "Kỳ họp thứ 12 – Tài liệu phục vụ kỳ họp"
    hyphens: bool = False
    lost: float = 0.0
    """Share of accented letters that are missing; 1: all."""
    bare: bool = False
    """Letters have lost their accents."""


@dataclass(frozen=True)
class Spot:
    """Where a word, or a piece of it, stands."""

    page: int
    box: tuple[float, float, float, float]


@dataclass
class Typeset:
    """A PDF's pages as words, and where each word of the paper is."""

    pages: list[Page] = field(default_factory=list)
    spots: dict[int, list[Spot]] = field(default_factory=dict)
    on_page: dict[int, list[tuple[int, tuple[float, float, float, float]]]] = field(default_factory=dict)
    scans: dict[int, int] = field(default_factory=dict)
    """Paragraph of a scan → page."""
    signs: set[int] = field(default_factory=set)
    """Words without a letter or a figure."""
    order: list[int] = field(default_factory=list)
    """The words' identities in reading order."""
    _joined: dict[int, tuple[str, list[int]]] = field(default_factory=dict)

    @cached_property
    def rank(self) -> dict[int, int]:
        """Where each identity is in that order."""
        return {word: n for n, word in enumerate(self.order)}

    def joined(self, page: int) -> tuple[str, list[int]]:
        """A page's words with a space around each, and where those before them are."""
        if page not in self._joined:
            texts = [row[4] for row in self.pages[page].words]
            starts = list(accumulate((len(text) + 1 for text in texts), initial=0))
            self._joined[page] = (" " + " ".join(texts) + " ", starts)
        return self._joined[page]


class _Setter:
    def __init__(self, look: Look, chance: random.Random) -> None:
        self.look, self.chance = look, chance
        self.document = pymupdf.open()
        self.font = pymupdf.Font(fontfile=str(look.font))
        self.made = Typeset()
        self._widths: dict[str, float] = {}
        self.y = 0.0
        self.page = -1
        self.writer: pymupdf.TextWriter | None = None

    def set(self, paper: Paper) -> Typeset:
        for part in paper:
            self.y = 1e9
            for paragraph in part:
                if paragraph.shape is Shape.SCAN:
                    self._turn(scan=paragraph.id)
                    self.y = 1e9
                else:
                    self._paragraph(paragraph)
        self._close()
        with pymupdf.open(stream=self.document.tobytes(), filetype="pdf") as read:
            for page in read:
                words = [(*row[:4], row[4], *row[5:]) for row in page.get_text("words")]
                picture = b"" if words else page.get_pixmap(dpi=36).samples
                self.made.pages.append(Page(words, hashlib.sha256(picture).hexdigest() if picture else ""))
        return self.made

    def _turn(self, scan: int | None = None) -> None:
        self._close()
        width, height = self.look.page
        page = self.document.new_page(width=width, height=height)
        self.page += 1
        self.y = self.look.margin
        if scan is not None:
            self.made.scans[scan] = self.page
            for row in range(40):
                x = 60 + (scan * 37 + row * row * 13) % 200
                page.draw_rect((x, 60 + row * 16, x + 180, 68 + row * 16), fill=(0.2, 0.2, 0.2))
            return
        self.writer = pymupdf.TextWriter(page.rect)
        if self.look.header:
            self.writer.append((self.look.margin, 40), self.look.header, self.font, 9)
        self.writer.append((width / 2, height - _FOOT), str(self.page + 1), self.font, 10)

    def _close(self) -> None:
        if self.writer is not None:
            self.writer.write_text(self.document[self.page])
            self.writer = None

    def _paragraph(self, paragraph: Paragraph) -> None:
        left, right = self.look.margin, self.look.page[0] - self.look.margin
        shown = [(word, self._damaged(word.text)) for word in paragraph.words]
        if paragraph.shape is Shape.ROW:
            self._line()
            at = 0
            for column, length in zip(_COLUMNS, paragraph.cells, strict=True):
                self._put(shown[at : at + length], left + column * (right - left))
                at += length
            return
        for line in self._lines(shown, right - left):
            self._line()
            x = left
            if paragraph.shape is Shape.CENTRED:
                x += (right - left - self._width(" ".join(text for _, text in line))) / 2
            self._put(line, x)
        self.y += 4

    def _lines(self, words: Sequence[tuple[Said, str]], width: float) -> Iterator[list[tuple[Said, str]]]:
        line: list[tuple[Said, str]] = []
        taken = 0.0
        for word, text in words:
            wide = self._width(text + " ")
            if taken + wide > width and line:
                if self.look.hyphens and len(text) >= 5 and text.isalpha() and self.chance.random() < 0.7:
                    line.append((word, text[:3] + "-"))
                    text = text[3:]
                    wide = self._width(text + " ")
                yield line
                line, taken = [], 0.0
            line.append((word, text))
            taken += wide
        if line:
            yield line

    def _line(self) -> None:
        self.y += self.look.size * 1.4
        if self.y > self.look.page[1] - self.look.margin:
            self._turn()
            self.y += self.look.size * 1.4

    def _put(self, words: Sequence[tuple[Said, str]], x: float) -> None:
        assert self.writer is not None
        words = [(word, text) for word, text in words if text]
        if not words:
            return
        size = self.look.size
        self.writer.append((x, self.y), " ".join(text for _, text in words), self.font, size)
        for word, text in words:
            end = x + self._width(text)
            spot = Spot(self.page, (x, self.y - size * 0.7, end, self.y + size * 0.2))
            if not any(map(str.isalnum, text)):
                self.made.signs.add(word.id)
            if word.id not in self.made.spots:
                self.made.order.append(word.id)
            self.made.spots.setdefault(word.id, []).append(spot)
            self.made.on_page.setdefault(self.page, []).append((word.id, spot.box))
            x = end + self._width(" ")

    def _width(self, text: str) -> float:
        known = self._widths.get(text)
        if known is None:
            known = self._widths[text] = self.font.text_length(text, self.look.size)
        return known

    def _damaged(self, text: str) -> str:
        if self.look.bare:
            text = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
            return text.replace("đ", "d").replace("Đ", "D")
        if self.look.lost:
            return "".join(c for c in text if c.isascii() or self.chance.random() >= self.look.lost)
        return text


def typeset(paper: Paper, look: Look, seed: int = 0) -> Typeset:
    """Make the PDF and read it."""
    return _Setter(look, random.Random(seed)).set(paper)


def covered(made: Typeset, page: int, boxes: Sequence[tuple[float, float, float, float]]) -> set[int]:
    """The identities of the words on ``page`` whose middles lie in one of ``boxes``."""
    found = set()
    for word, box in made.on_page.get(page, ()):
        x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
        if any(x0 <= x <= x1 and y0 <= y <= y1 for x0, y0, x1, y1 in boxes):
            found.add(word)
    return found
