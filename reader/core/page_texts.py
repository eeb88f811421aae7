"""The words of a document's pages as they are compared: in lines, in one Unicode form, without page numbers."""

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
    r"[-–—\s]*(?:(?:trang|page)\s*)?(\d{1,5})(?:\s*/\s*\d{1,5})?[-–—\s]*", re.IGNORECASE
)
_Line = list[tuple[int, Word]]


def page_texts(pages: Sequence[Sequence[Word]]) -> tuple[PageText, ...]:
    """What to compare of each page; else every page after one that was put in would differ by its number."""
    lines = [_lines(words) for words in pages]
    numbers = [_numbers(page) for page in lines]
    # A page number counts with the pages; a lone figure at the foot of a table does not.
    steps = Counter(value - page for page, found in enumerate(numbers) for value in set(found.values()))
    ahead, often = max(steps.items(), key=lambda item: item[1], default=(0, 0))
    texts = []
    for page, (found, kept) in enumerate(zip(numbers, lines, strict=True)):
        number = {at for at, value in found.items() if often > 1 and value - page == ahead}
        texts.append(_text([line for at, line in enumerate(kept) if at not in number]))
    return tuple(texts)


def _text(lines: Sequence[_Line]) -> PageText:
    return PageText(
        tuple(tuple(unicodedata.normalize("NFC", word.text) for _, word in line) for line in lines),
        tuple(place for line in lines for place, _ in line),
    )


def _lines(words: Sequence[Word]) -> list[_Line]:
    grouped = groupby(enumerate(words), key=lambda one: (one[1].block, one[1].line))
    return [list(line) for _, line in grouped]


def _numbers(lines: Sequence[_Line]) -> dict[int, int]:
    """Lines that may be a page's number: the highest and the lowest, alone at their height. Line → number."""
    found: dict[int, int] = {}
    if not lines:
        return found
    spans = [(min(word.y0 for _, word in line), max(word.y1 for _, word in line)) for line in lines]
    order = range(len(lines))
    for at in {min(order, key=lambda n: spans[n][0]), max(order, key=lambda n: spans[n][1])}:
        top, bottom = spans[at]
        alone = not any(n != at and spans[n][0] < bottom and top < spans[n][1] for n in order)
        match = _NUMBER.fullmatch(" ".join(word.text for _, word in lines[at]))
        if alone and match is not None:
            found[at] = int(match[1])
    return found
