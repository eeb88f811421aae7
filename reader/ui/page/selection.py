"""Words of pages as they come, and what is selected of them. No drawing."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from typing import Final

from reader.pdf import Hit, Selection, Word, quote, rects_of, text_of, word_at, words_between
from reader.pdf import Rect as PdfRect
from sync.model.annotation import Quote, Rect

_PAGES_KEPT: Final = 200
_MAX_QUOTE: Final = 4_000
_MAX_RECTS: Final = 1_000


@dataclass(frozen=True, slots=True)
class Spot:
    """A point of a page, in points."""

    page: int
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Picked:
    """What is selected on one page, ready to become a mark."""

    page: int
    rects: tuple[Rect, ...]
    quote: Quote


class PageWords:
    """The words of the pages looked at last."""

    def __init__(self) -> None:
        self._pages: OrderedDict[int, tuple[Word, ...]] = OrderedDict()

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

    def text(self, page: int) -> str:
        """All of a page's text, a line a line."""
        words = self.get(page)
        return text_of(words, Selection(0, len(words) - 1)) if words else ""


class TextSelection:
    """From one spot to another, in reading order, over as many pages as it takes."""

    def __init__(self, words: PageWords) -> None:
        self._words = words
        self._from: Spot | None = None
        self._to: Spot | None = None

    @property
    def empty(self) -> bool:
        """Nothing is selected."""
        return not self.ranges()

    @property
    def end(self) -> Spot | None:
        """Where the selection was drawn to."""
        return self._to

    def begin(self, spot: Spot) -> None:
        """Start at ``spot``: nothing is selected yet."""
        self._from, self._to = spot, None

    def extend(self, spot: Spot) -> None:
        """Draw it to ``spot``."""
        if self._from is not None:
            self._to = spot

    def pick_word(self, spot: Spot) -> bool:
        """Select the word under ``spot``; False when there is none."""
        index = word_at(self._words.get(spot.page), (spot.x, spot.y))
        if index is None:
            return False
        self._from = self._to = spot
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
        """(page, words) for every page on which words are selected; pages with unknown words are left out."""
        if self._from is None or self._to is None:
            return []
        first, last = sorted((self._from, self._to), key=lambda spot: spot.page)
        found: list[tuple[int, Selection]] = []
        for page in self.pages():
            words = self._words.get(page)
            if not words:
                continue
            if first.page == last.page:
                part = words_between(words, (first.x, first.y), (last.x, last.y))
            elif page == first.page:
                part = _from_point(words, first)
            elif page == last.page:
                part = _to_point(words, last)
            else:
                part = Selection(0, len(words) - 1)
            if part is not None:
                found.append((page, part))
        return found

    def rects(self, page: int) -> tuple[PdfRect, ...]:
        """A box a line of what is selected on ``page``."""
        return next((rects_of(self._words.get(p), part) for p, part in self.ranges() if p == page), ())

    def text(self) -> str:
        """The selected text, pages apart by a line end."""
        return "\n".join(text_of(self._words.get(page), part) for page, part in self.ranges())

    def picked(self) -> tuple[Picked, ...]:
        """What is selected, page by page, within the bounds of a mark."""
        return tuple(
            Picked(
                page,
                as_rects(rects_of(self._words.get(page), part)),
                as_quote(self._words.get(page), part),
            )
            for page, part in self.ranges()
        )


def picked_hit(words: PageWords, hit: Hit) -> Picked | None:
    """What was found, ready to become a mark; None while the words of its page are not here."""
    known = words.get(hit.page)
    if hit.last >= len(known):
        return None
    return Picked(hit.page, as_rects(hit.rects), as_quote(known, Selection(hit.first, hit.last)))


def as_rects(rects: tuple[PdfRect, ...]) -> tuple[Rect, ...]:
    """Boxes as a mark holds them."""
    return tuple(Rect(*(_held(value) for value in rect)) for rect in rects[:_MAX_RECTS])


def as_quote(words: tuple[Word, ...], part: Selection) -> Quote:
    """The quotation as a mark holds it."""
    found = quote(words, part)
    return Quote(exact=found.exact[:_MAX_QUOTE], prefix=found.prefix[-64:], suffix=found.suffix[:64])


def _held(value: float) -> float:
    return min(max(value, -14_400.0), 14_400.0)


def _from_point(words: tuple[Word, ...], spot: Spot) -> Selection | None:
    start = words_between(words, (spot.x, spot.y), (spot.x, spot.y))
    return None if start is None else Selection(start.first, len(words) - 1)


def _to_point(words: tuple[Word, ...], spot: Spot) -> Selection | None:
    end = words_between(words, (spot.x, spot.y), (spot.x, spot.y))
    return None if end is None else Selection(0, end.last)
