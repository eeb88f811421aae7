"""A document's words as they are compared: page by page, in lines, in NFC, without page numbers."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from itertools import groupby
from typing import Final

from reader.core.comparing import PageText
from reader.pdf import Word

_NUMBER: Final = re.compile(
    r"[-–—\s]*(?:(?:trang|page)\s*)?\d{1,5}(?:\s*/\s*\d{1,5})?[-–—\s]*", re.IGNORECASE
)
_Line = list[tuple[int, Word]]


def page_texts(pages: Sequence[Sequence[Word]]) -> tuple[PageText, ...]:
    """What to compare of each page. Lines are put in order by where they stand: in the file all slanted ones
    may come last. Page numbers are left out, or every page after one that was put in would differ by its own.
    """
    lines = [_lines(words) for words in pages]
    numbers = [_numbers(page) for page in lines]
    # A page number stands at one height on many pages; a lone figure at the foot of a table does not.
    heights = Counter(height for found in numbers for height in set(found.values()))
    half = sum(map(bool, numbers)) / 2
    usual = {height for height, often in heights.items() if often > 1 and often >= half}
    return tuple(
        _text([line for at, line in enumerate(page) if found.get(at) not in usual])
        for page, found in zip(lines, numbers, strict=True)
    )


def _text(lines: Sequence[_Line]) -> PageText:
    return PageText(
        tuple(tuple(unicodedata.normalize("NFC", word.text) for _, word in line) for line in lines),
        tuple(place for line in lines for place, _ in line),
    )


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
        if alone and _NUMBER.fullmatch(" ".join(word.text for _, word in lines[at])):
            found[at] = round(top / 4)
    return found
