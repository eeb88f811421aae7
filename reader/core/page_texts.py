"""A document's words as they are compared: page by page, in lines, in NFC, without page numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from itertools import groupby
from typing import Final, NamedTuple

from reader.core.comparing import PageText
from reader.pdf import Word, composed

PAGE_NUMBER: Final = re.compile(
    r"[-–—\s]*(?:(?:trang|page)\s*)?\d{1,5}(?:\s*/\s*\d{1,5})?[-–—\s]*", re.IGNORECASE
)
_Line = list[tuple[int, Word]]


class _Page(NamedTuple):
    """What is kept of a page: words without boxes, or all boxes of a document would be held at once."""

    lines: list[tuple[tuple[str, ...], tuple[int, ...]]]
    """The words of each line, and their places among all words of the page."""
    numbers: dict[int, int]


def page_texts(pages: Iterable[Sequence[Word]]) -> tuple[PageText, ...]:
    """What to compare of each page; one page's words are held at a time. Lines are put in order by where they
    stand: in the file all slanted ones may come last. Page numbers are left out, or every page after one that
    was put in would differ by its own.
    """
    read = [_page(_lines(words)) for words in pages]
    # A page number stands at one height on many pages; a lone figure at the foot of a table does not.
    heights = Counter(height for page in read for height in set(page.numbers.values()))
    half = sum(bool(page.numbers) for page in read) / 2
    usual = {height for height, often in heights.items() if often > 1 and often >= half}
    return tuple(_text(page, usual) for page in read)


def _page(lines: Sequence[_Line]) -> _Page:
    kept = [(tuple(composed(word.text) for _, word in line), tuple(at for at, _ in line)) for line in lines]
    return _Page(kept, _numbers(lines))


def _text(page: _Page, usual: Collection[int]) -> PageText:
    lines = [line for at, line in enumerate(page.lines) if page.numbers.get(at) not in usual]
    return PageText(tuple(words for words, _ in lines), tuple(at for _, places in lines for at in places))


def _lines(words: Sequence[Word]) -> list[_Line]:
    """From top to bottom, and from left to right where they stand beside one another."""
    grouped = groupby(enumerate(words), key=lambda one: (one[1].block, one[1].line))
    lines = sorted((list(line) for _, line in grouped), key=lambda line: line[0][1].y0)
    rows: list[list[_Line]] = []
    for line in lines:
        word = line[0][1]
        if rows and (word.y0 + word.y1) / 2 < rows[-1][0][0][1].y1:
            rows[-1].append(line)
        else:
            rows.append([line])
    return [line for row in rows for line in sorted(row, key=lambda line: line[0][1].x0)]


def _numbers(lines: Sequence[_Line]) -> dict[int, int]:
    """Lines that may be a page's number: the highest and the lowest, alone at their height. Line → height in
    steps of four points."""
    found: dict[int, int] = {}
    if not lines:
        return found
    spans = [(min(word.y0 for _, word in line), max(word.y1 for _, word in line)) for line in lines]
    order = range(len(lines))
    for at in {min(order, key=lambda n: spans[n][0]), max(order, key=lambda n: spans[n][1])}:
        top, bottom = spans[at]
        alone = not any(n != at and spans[n][0] < bottom and top < spans[n][1] for n in order)
        if alone and PAGE_NUMBER.fullmatch(" ".join(word.text for _, word in lines[at])):
            found[at] = round(top / 4)
    return found
