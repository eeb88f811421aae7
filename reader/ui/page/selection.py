"""What is selected of the words of pages. No drawing."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

from reader.pdf import Hit, Selection, Word, quote, rects_of, text_of, word_at
from reader.pdf import Rect as PdfRect
from reader.ui.page.page_words import PageWords, Spot, Step, line_around, line_of, nearest, neighbour
from sync.model.annotation import Quote, Rect, held

_MAX_QUOTE: Final = 4_000
_MAX_RECTS: Final = 1_000


@dataclass(frozen=True, slots=True)
class Picked:
    """What is selected on one page, ready to become a mark."""

    page: int
    rects: tuple[Rect, ...]
    quote: Quote


class Unit(Enum):
    """What a selection is made of."""

    WORDS = auto()
    """In reading order."""
    LINES = auto()
    """Whole lines, in reading order."""
    BOX = auto()
    """What lies in the rectangle between both ends: a column, a part of a table."""


class TextSelection:
    """From one spot to another, over as many pages as it takes."""

    def __init__(self, words: PageWords) -> None:
        self._words = words
        self._from: Spot | None = None
        self._to: Spot | None = None
        self._unit = Unit.WORDS

    @property
    def empty(self) -> bool:
        """Nothing is selected."""
        return not self.ranges()

    @property
    def end(self) -> Spot | None:
        """Where the selection was drawn to."""
        return self._to

    def begin(self, spot: Spot, unit: Unit = Unit.WORDS) -> None:
        """Start at ``spot``: nothing is selected yet."""
        self._from, self._to, self._unit = spot, None, unit

    def extend(self, spot: Spot) -> None:
        """Draw it to ``spot``."""
        if self._from is not None:
            self._to = spot

    def pick(self, spot: Spot, unit: Unit = Unit.WORDS) -> bool:
        """Select the word, or its line, under ``spot``; False when there is none."""
        if word_at(self._words.get(spot.page), (spot.x, spot.y)) is None:
            return False
        self._from, self._to, self._unit = spot, spot, unit
        return True

    def step(self, way: Step) -> bool:
        """Draw it on by a word or a line; False when nothing is selected or there is nothing further."""
        if self._to is None:
            return False
        spot = neighbour(self._words, self._to, way)
        if spot is None:
            return False
        if self._unit is Unit.BOX:
            self._unit = Unit.WORDS
        self._to = spot
        return True

    def clear(self) -> None:
        """Select nothing."""
        self._from = self._to = None

    def pages(self) -> range:
        """The pages it touches."""
        if self._from is None or self._to is None:
            return range(0)
        return range(
            min(self._from.page, self._to.page),
            max(self._from.page, self._to.page) + 1,
        )

    def ranges(self) -> list[tuple[int, Selection]]:
        """(page, words) wherever words are selected, in order; pages with unknown words are left out."""
        return [(page, part) for page in self.pages() for part in self._parts(page)]

    def rects(self, page: int) -> tuple[PdfRect, ...]:
        """A box a line of what is selected on ``page``."""
        words = self._words.get(page)
        return tuple(box for part in self._parts(page) for box in rects_of(words, part))

    def text(self) -> str:
        """The selected text, pages apart by a line end."""
        return "\n".join(text_of(self._words.get(page), part) for page, part in self.ranges())

    def picked(self) -> tuple[Picked, ...]:
        """What is selected, page by page, within the bounds of a mark."""
        return tuple(
            Picked(page, as_rects(self.rects(page)), as_quote(self._words.get(page), *parts))
            for page in self.pages()
            if (parts := self._parts(page))
        )

    def _parts(self, page: int) -> list[Selection]:
        """What is selected on one page; nothing while its words are not known."""
        words = self._words.get(page)
        if self._from is None or self._to is None or page not in self.pages() or not words:
            return []
        first, last = sorted((self._from, self._to), key=lambda spot: spot.page)
        if self._unit is Unit.BOX:
            return _in_box(words, page, first, last)
        start = nearest(words, first) if page == first.page else 0
        end = nearest(words, last) if page == last.page else len(words) - 1
        if start > end:
            start, end = end, start
        if self._unit is Unit.LINES:
            return [Selection(line_around(words, start).first, line_around(words, end).last)]
        return [Selection(start, end)]


def picked_hit(words: PageWords, hit: Hit) -> Picked | None:
    """What was found, ready to become a mark; None while the words of its page are not here."""
    known = words.get(hit.page)
    if hit.last >= len(known):
        return None
    return Picked(hit.page, as_rects(hit.rects), as_quote(known, Selection(hit.first, hit.last)))


def as_rects(rects: tuple[PdfRect, ...]) -> tuple[Rect, ...]:
    """Boxes as a mark holds them."""
    return tuple(Rect(*(held(value) for value in rect)) for rect in rects[:_MAX_RECTS])


def as_quote(words: tuple[Word, ...], *parts: Selection) -> Quote:
    """The quotation as a mark holds it."""
    found = [quote(words, part) for part in parts]
    exact = " ".join(part.exact for part in found)
    return Quote(exact=exact[:_MAX_QUOTE], prefix=found[0].prefix[-64:], suffix=found[-1].suffix[:64])


def _in_box(words: tuple[Word, ...], page: int, first: Spot, last: Spot) -> list[Selection]:
    """The words of which the middle lies in the rectangle, neighbours together."""
    left, right = sorted((first.x, last.x))
    top = first.y if page == first.page else 0.0
    bottom = last.y if page == last.page else float("inf")
    if first.page == last.page:
        top, bottom = sorted((first.y, last.y))
    parts: list[Selection] = []
    for index, word in enumerate(words):
        x, y = (word.x0 + word.x1) / 2, (word.y0 + word.y1) / 2
        if not (left <= x <= right and top <= y <= bottom):
            continue
        if parts and parts[-1].last == index - 1 and line_of(words[index - 1]) == line_of(word):
            parts[-1] = Selection(parts[-1].first, index)
        else:
            parts.append(Selection(index, index))
    return parts
