"""The words of pages as they come, and the way from one to the next. No drawing."""

from __future__ import annotations

from bisect import bisect_right
from collections import OrderedDict
from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

from reader.pdf import Rect, Selection, Word, composed, words_between

_PAGES_KEPT: Final = 200


@dataclass(frozen=True, slots=True)
class Spot:
    """A point of a page, in points."""

    page: int
    x: float
    y: float


class RunningText:
    """The words of a page one after another, a line a line, and where each letter lies."""

    def __init__(self, words: tuple[Word, ...]) -> None:
        self.words = words
        self._starts: list[int] = []
        parts: list[str] = []
        length = 0
        for index, word in enumerate(words):
            if index:
                parts.append(" " if line_of(words[index - 1]) == line_of(word) else "\n")
                length += 1
            self._starts.append(length)
            text = composed(word.text)
            parts.append(text)
            length += len(text)
        self.text = "".join(parts)

    def offset(self, word: int) -> int:
        """Where a word begins."""
        return self._starts[word]

    def word(self, offset: int) -> int | None:
        """The word a letter belongs to, or the gap behind it; None on a page without words."""
        return max(0, bisect_right(self._starts, offset) - 1) if self.words else None

    def box(self, offset: int) -> Rect | None:
        """Where a letter lies, letters of a word taken as equally wide; points of the shown page."""
        at = self.word(offset)
        if at is None:
            return None
        word, start = self.words[at], self._starts[at]
        end = self._starts[at + 1] - 1 if at + 1 < len(self.words) else len(self.text)
        step = (word.x1 - word.x0) / max(1, end - start)
        left = min(word.x0 + step * (offset - start), word.x1)
        return Rect(left, word.y0, min(left + step, word.x1), word.y1)


class PageWords:
    """The words of the pages looked at last."""

    def __init__(self) -> None:
        self._pages: OrderedDict[int, tuple[Word, ...]] = OrderedDict()
        self._running: RunningText | None = None

    def __contains__(self, page: int) -> bool:
        return page in self._pages

    def get(self, page: int) -> tuple[Word, ...]:
        """The words of ``page``; empty while they are not known."""
        return self._pages.get(page, ())

    def put(self, page: int, words: tuple[Word, ...]) -> None:
        """Keep the words of ``page`` and let the oldest go."""
        self._pages[page] = words
        self._pages.move_to_end(page)
        while len(self._pages) > _PAGES_KEPT:
            self._pages.popitem(last=False)

    def clear(self) -> None:
        """Forget all."""
        self._pages.clear()
        self._running = None

    def running(self, page: int) -> RunningText:
        """The words of ``page`` one after another; the last page asked for is kept."""
        words = self.get(page)
        if self._running is None or self._running.words is not words:
            self._running = RunningText(words)
        return self._running


class Step(Enum):
    """Ways from a word to another."""

    BACK = auto()
    ON = auto()
    UP = auto()
    DOWN = auto()
    LINE_START = auto()
    LINE_END = auto()


def neighbour(known: PageWords, spot: Spot, way: Step) -> Spot | None:
    """The middle of the word next to the one nearest to ``spot``; None at the ends of what is known."""
    words = known.get(spot.page)
    if not words:
        return None
    index = _goal(words, nearest(words, spot), way)
    if 0 <= index < len(words):
        return _middle(spot.page, words[index])
    page = spot.page + (1 if index > 0 else -1)
    other = known.get(page)
    return _middle(page, other[0 if index > 0 else -1]) if other else None


def nearest(words: tuple[Word, ...], spot: Spot) -> int:
    """The word nearest to a point of their page; there must be one."""
    found = words_between(words, (spot.x, spot.y), (spot.x, spot.y))
    assert found is not None
    return found.first


def line_around(words: tuple[Word, ...], at: int) -> Selection:
    """The words of a line, given by one of them."""
    first = last = at
    while first > 0 and line_of(words[first - 1]) == line_of(words[at]):
        first -= 1
    while last + 1 < len(words) and line_of(words[last + 1]) == line_of(words[at]):
        last += 1
    return Selection(first, last)


def line_of(word: Word) -> tuple[int, int]:
    """Which line of its page a word stands in."""
    return word.block, word.line


def _goal(words: tuple[Word, ...], at: int, way: Step) -> int:
    """The word to go to from ``at``; -1 or the number of words beyond the ends of the page."""
    match way:
        case Step.BACK:
            return at - 1
        case Step.ON:
            return at + 1
    line = line_around(words, at)
    match way:
        case Step.LINE_START:
            return line.first
        case Step.LINE_END:
            return line.last
    edge = line.first - 1 if way is Step.UP else line.last + 1
    if not 0 <= edge < len(words):
        return edge
    row = [index for index, word in enumerate(words) if line_of(word) == line_of(words[edge])]
    middle = (words[at].x0 + words[at].x1) / 2
    return min(row, key=lambda index: abs((words[index].x0 + words[index].x1) / 2 - middle))


def _middle(page: int, word: Word) -> Spot:
    return Spot(page, (word.x0 + word.x1) / 2, (word.y0 + word.y1) / 2)
