"""The words of a document as one stream, by what is left of each when fonts and letters get lost. Pure.

What runs along the top and the foot of pages stays out: a paragraph goes on where the next page begins.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import accumulate
from typing import Final

from reader.core.page_texts import PAGE_NUMBER
from reader.pdf import composed, fold
from reader.pdf.protocol import WordRow

_ROWS: Final = 2
"""Rows from the top and from the foot of a page in which something may run."""
_PAGES: Final = 3
"""A line runs when it stands on so many pages, and on half of those between the first and the last."""
_ALONE: Final = "alone"
"""A page's number has nothing beside it; a figure in a table has."""
_DIGITS: Final = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Page:
    """A page's words in reading order. ``digest`` tells pages without words apart; empty: nobody looked."""

    words: Sequence[WordRow]
    digest: str = ""


@dataclass(frozen=True, slots=True)
class _Line:
    edge: str
    text: str
    words: tuple[int, ...]


class Stream:
    """All words that have a letter or a figure and do not run along an edge, numbered from 0.

    ``keys`` are folded letters and figures; ``thin`` is what remains of them where every accented letter is
    lost; ``page`` and ``word`` say where each stands; ``starts`` where each page begins, and the end.
    """

    def __init__(
        self, pages: Sequence[Page], running: Collection[tuple[str, str]], loose: Collection[tuple[str, str]]
    ) -> None:
        self.pages = pages
        self.keys: list[str] = []
        self.thin: list[str] = []
        self.page: list[int] = []
        self.word: list[int] = []
        self.steady: list[tuple[int, ...]] = []
        """Of each page the numbers of its words outside lines that run with another figure on every page."""
        self.full: list[tuple[str, ...]] = []
        """Of each page the keys of all its words."""
        self.aside: list[list[str]] = []
        """What runs, line by line: it is not in the stream, and yet is said."""
        counts = []
        for number, page in enumerate(pages):
            lines = list(_edges(page.words))
            aside = [line.words for line in lines if (line.edge, line.text) in running]
            out = {word for line in aside for word in line}
            vague = {
                word for line in lines if (line.edge, _blurred(line.text)) in loose for word in line.words
            }
            first = len(self.keys)
            full = [key_of(row[4]) for row in page.words]
            for word, key in enumerate(full):
                if key and word not in out:
                    self.keys.append(key)
                    self.thin.append(thin_of(page.words[word][4]))
                    self.page.append(number)
                    self.word.append(word)
            self.full.append(tuple(full))
            self.aside += [[full[word] for word in line if full[word]] for line in aside]
            self.steady.append(tuple(at for at in range(first, len(self.keys)) if self.word[at] not in vague))
            counts.append(len(self.keys) - first)
        self.starts = list(accumulate(counts, initial=0))

    @cached_property
    def where(self) -> dict[str, list[int]]:
        """Where each word is said."""
        known: defaultdict[str, list[int]] = defaultdict(list)
        for at, key in enumerate(self.keys):
            known[key].append(at)
        return dict(known)

    def body(self, page: int) -> tuple[str, ...]:
        """The keys of a page's words."""
        return tuple(self.keys[self.starts[page] : self.starts[page + 1]])

    def between(self, page: int, first: int, last: int) -> range:
        """The numbers of the words that stand from ``first`` to ``last`` (inclusive) on a page."""
        start, end = self.starts[page], self.starts[page + 1]
        return range(bisect_left(self.word, first, start, end), bisect_left(self.word, last + 1, start, end))

    def spelt(self, at: int) -> str:
        """A word with its accents, without its case and the signs around it."""
        return "".join(filter(str.isalnum, composed(self.row(at)[4]).casefold()))

    def row(self, at: int) -> WordRow:
        """A word with its box."""
        return self.pages[self.page[at]].words[self.word[at]]


def streams(old: Sequence[Page], new: Sequence[Page]) -> tuple[Stream, Stream]:
    """Both versions. What runs in either is left out of both, so that equal pages stay equal."""
    running: set[tuple[str, str]] = set()
    loose: set[tuple[str, str]] = set()
    for pages in (old, new):
        exact, blurred = _running(pages)
        running |= exact
        loose |= blurred
    return Stream(old, running, loose), Stream(new, running, loose)


@lru_cache(maxsize=1 << 16)
def key_of(text: str) -> str:
    """Letters and figures only, folded: ``“Điều`` is ``dieu``, and a hyphen at a line's end is nothing."""
    folded = fold(text)
    return folded if folded.isalnum() else "".join(filter(str.isalnum, folded))


@lru_cache(maxsize=1 << 16)
def thin_of(text: str) -> str:
    """The letters and figures that every font has: ``đường`` is ``ng``."""
    return "".join(each for each in composed(text).lower() if each.isascii() and each.isalnum())


def _running(pages: Sequence[Page]) -> tuple[set[tuple[str, str]], set[tuple[str, str]]]:
    exact: defaultdict[tuple[str, str], set[int]] = defaultdict(set)
    blurred: defaultdict[tuple[str, str], set[int]] = defaultdict(set)
    numbers: set[tuple[str, str]] = set()
    counted = 0
    for number, page in enumerate(pages):
        lines = list(_edges(page.words))
        for line in lines:
            exact[line.edge, line.text].add(number)
            blurred[line.edge, _blurred(line.text)].add(number)
        found = {
            (line.edge, line.text)
            for line in lines
            if line.edge.endswith(_ALONE) and PAGE_NUMBER.fullmatch(line.text)
        }
        counted += bool(found)
        numbers |= found
    running = {line for line, where in exact.items() if _runs(where)}
    # A page's number is another one on each: it runs if most pages have one.
    if counted > 1 and counted * 2 >= len(pages):
        running |= numbers
    return running, {line for line, where in blurred.items() if _runs(where)}


def _runs(where: Collection[int]) -> bool:
    return len(where) >= _PAGES and len(where) * 2 >= max(where) - min(where) + 1


def _blurred(text: str) -> str:
    return _DIGITS.sub("#", text)


def _edges(words: Sequence[WordRow]) -> Iterator[_Line]:
    """The lines in the outermost rows of a page, if that is not all there is."""
    grouped: defaultdict[tuple[int, int], list[int]] = defaultdict(list)
    for number, row in enumerate(words):
        grouped[row[5], row[6]].append(number)
    spans = [
        (min(words[at][1] for at in line), max(words[at][3] for at in line), line)
        for line in grouped.values()
    ]
    rows: list[list[list[int]]] = []
    bottom = 0.0
    for top, foot, line in sorted(spans):
        if rows and (top + foot) / 2 < bottom:
            rows[-1].append(line)
        else:
            rows.append([line])
            bottom = foot
    count = min(_ROWS, (len(rows) - 1) // 2)
    for side, part in (("head", rows[:count]), ("foot", rows[: -count - 1 : -1])):
        for rank, beside in enumerate(part):
            edge = f"{side} {rank} {_ALONE if len(beside) == 1 else ''}"
            for line in beside:
                yield _Line(edge, " ".join(words[at][4] for at in line).casefold(), tuple(line))
