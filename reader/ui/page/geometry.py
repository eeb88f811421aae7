"""Where every page lies in one long column, and which point of which page is where. No Qt, no drawing.

Two spaces: *points* on a page (1/72 inch, origin top left of the shown page, y down) and *column* pixels
(device-independent, origin top left of the whole column).
"""

from __future__ import annotations

import itertools
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, NamedTuple, Protocol

PIXELS_PER_POINT: Final = 96 / 72
"""At 100 %."""
MIN_ZOOM: Final = 0.1
MAX_ZOOM: Final = 8.0
_NARROWEST_TEXT: Final = 0.35
"""Of the page's width. A narrower box is a title or a stamp, not the text."""


class Fit(StrEnum):
    """What decides the size of a page."""

    TEXT = "text"
    WIDTH = "width"
    PAGE = "page"
    FACTOR = "factor"


@dataclass(frozen=True, slots=True)
class Zoom:
    """How large pages are shown; ``factor`` of 100 % counts only with ``Fit.FACTOR``."""

    fit: Fit = Fit.TEXT
    factor: float = 1.0


class Size(Protocol):
    """A page's size in points."""

    @property
    def width(self) -> float:
        """Points."""

    @property
    def height(self) -> float:
        """Points."""


SizeClass = tuple[int, int]
"""Pages of one format (to 4 points) share a text box."""


class Span(NamedTuple):
    """From where to where lines of text run, in points."""

    x0: float
    x1: float


@dataclass(frozen=True, slots=True)
class Frame:
    """A page in the column: pixels, and pixels a point."""

    page: int
    x: float
    y: float
    width: float
    height: float
    scale: float


@dataclass(frozen=True, slots=True)
class Pane:
    """What is visible at once, in pixels; ``pad`` stays free beside pages or text, ``gap`` between pages."""

    width: float
    height: float
    pad: float
    gap: float


class Column:
    """All pages of a document, laid out for one pane and zoom. Immutable; cheap for thousands of pages."""

    def __init__(
        self, sizes: Sequence[Size], pane: Pane, zoom: Zoom, spans: Mapping[SizeClass, Span]
    ) -> None:
        """``spans`` holds the text boxes known so far; a format without one fits its width instead."""
        self.pane = pane
        self._scales = [_scale(size, pane, zoom, spans) for size in sizes]
        self._widths = [size.width * scale for size, scale in zip(sizes, self._scales, strict=True)]
        self._heights = [size.height * scale for size, scale in zip(sizes, self._scales, strict=True)]
        # What stands in the middle of the pane: the text where it fills it, else the page.
        self._middles = [
            _middle(size, scale, spans if zoom.fit is Fit.TEXT else {})
            for size, scale in zip(sizes, self._scales, strict=True)
        ]
        halves = [
            max(middle, width - middle) for middle, width in zip(self._middles, self._widths, strict=True)
        ]
        self.width = max(pane.width, 2 * max(halves))
        self._tops = list(
            itertools.accumulate((height + pane.gap for height in self._heights), initial=pane.gap)
        )
        self.height = self._tops[-1]

    def __len__(self) -> int:
        return len(self._scales)

    def frame(self, page: int) -> Frame:
        """Where ``page`` lies."""
        return Frame(
            page,
            self.width / 2 - self._middles[page],
            self._tops[page],
            self._widths[page],
            self._heights[page],
            self._scales[page],
        )

    def page_at(self, y: float) -> int:
        """The page at column height ``y``, or above the gap there; beyond the ends the first or last."""
        return min(max(bisect_right(self._tops, y) - 1, 0), len(self) - 1)

    def pages_in(self, top: float, bottom: float) -> range:
        """The pages that show between two heights; never empty."""
        first = self.page_at(top)
        if first + 1 < len(self) and self._tops[first] + self._heights[first] <= top:
            first += 1
        return range(first, max(first, self.page_at(bottom - 1e-6)) + 1)

    def to_page(self, x: float, y: float) -> tuple[int, float, float]:
        """The page nearest to a point of the column, and that point on it in points, held within the page."""
        page = self.page_at(y + self.pane.gap / 2)
        frame = self.frame(page)
        inside_x = min(max(x - frame.x, 0.0), frame.width)
        inside_y = min(max(y - frame.y, 0.0), frame.height)
        return page, inside_x / frame.scale, inside_y / frame.scale

    def place_at(self, y: float) -> tuple[int, float]:
        """(page, share of that page above ``y``), 0 to 1; a gap belongs to the page below it."""
        page = self.page_at(y + self.pane.gap)
        frame = self.frame(page)
        return page, min(max((y - frame.y) / frame.height, 0.0), 1.0)

    def height_of(self, page: int, offset: float) -> float:
        """The column height of a place; the gap above a page belongs to its offset 0."""
        frame = self.frame(min(max(page, 0), len(self) - 1))
        if offset <= 0:
            return frame.y - self.pane.gap
        return frame.y + min(offset, 1.0) * frame.height


def size_class(size: Size) -> SizeClass:
    """The format of a page."""
    return round(size.width / 4), round(size.height / 4)


def text_span(pages: Sequence[Sequence[tuple[float, float]]], width: float) -> Span | None:
    """From where to where text runs, of the (x0, x1) of the words of some pages of one format.

    None where there is too little text to say.
    """
    edges = [(max(x0, 0.0), min(x1, width)) for words in pages for x0, x1 in words if x1 > 0 and x0 < width]
    if len(edges) < 8:
        return None
    span = Span(min(x0 for x0, _ in edges), max(x1 for _, x1 in edges))
    return span if span.x1 - span.x0 >= _NARROWEST_TEXT * width else None


def held(factor: float) -> float:
    """A zoom factor within the bounds."""
    return min(max(factor, MIN_ZOOM), MAX_ZOOM)


def _scale(size: Size, pane: Pane, zoom: Zoom, spans: Mapping[SizeClass, Span]) -> float:
    room = max(pane.width - 2 * pane.pad, 16.0)
    tall = max(pane.height - 2 * pane.gap, 16.0)
    match zoom.fit:
        case Fit.FACTOR:
            wanted = zoom.factor * PIXELS_PER_POINT
        case Fit.PAGE:
            wanted = min((pane.width - 2 * pane.gap) / size.width, tall / size.height)
        case Fit.WIDTH:
            wanted = (pane.width - 2 * pane.gap) / size.width
        case Fit.TEXT:
            span = spans.get(size_class(size))
            if span is None:
                wanted = (pane.width - 2 * pane.gap) / size.width
            else:
                wanted = room / (span.x1 - span.x0)
    return min(max(wanted, MIN_ZOOM * PIXELS_PER_POINT), MAX_ZOOM * PIXELS_PER_POINT)


def _middle(size: Size, scale: float, spans: Mapping[SizeClass, Span]) -> float:
    span = spans.get(size_class(size))
    points = size.width / 2 if span is None else (span.x0 + span.x1) / 2
    return points * scale
