"""Where every page lies in one long column, singly or in pairs. No Qt, no drawing."""

from __future__ import annotations

import itertools
import math
from bisect import bisect_right
from collections.abc import Mapping, Sequence

from reader.core.views import Flow
from reader.ui.page.geometry import (
    Frame,
    Look,
    Pane,
    Size,
    SizeClass,
    Span,
    middle_of,
    scale_of,
    turned,
)


class Column:
    """All pages of a document, laid out for one pane and look. Immutable; cheap for thousands of pages.

    Pages stand in rows: one a row, or two. With ``Flow.SINGLE`` a row is at least as high as the pane, so
    that at the heights that `rest` gives no other row shows.
    """

    def __init__(
        self, sizes: Sequence[Size], pane: Pane, look: Look, spans: Mapping[SizeClass, Span]
    ) -> None:
        """``spans`` holds the text boxes known so far; a format without one fits its width instead."""
        self.pane = pane
        self._look = look
        self._single = look.flow is Flow.SINGLE
        self._scales = [scale_of(size, pane, look, spans) for size in sizes]
        shapes = [turned(size, look.turn) for size in sizes]
        self._widths = [shape[0] * scale for shape, scale in zip(shapes, self._scales, strict=True)]
        self._heights = [shape[1] * scale for shape, scale in zip(shapes, self._scales, strict=True)]
        self._middles = [
            middle_of(size, scale, look, spans) for size, scale in zip(sizes, self._scales, strict=True)
        ]
        self._firsts = list(_firsts(len(sizes), look.flow))
        self._row_heights = [
            max(self._heights[first:end]) for first, end in itertools.pairwise([*self._firsts, len(sizes)])
        ]
        self.width = max(pane.width, self._widest())
        gap = pane.gap
        if self._single:
            cells = [float(math.ceil(max(height + 2 * gap, pane.height))) for height in self._row_heights]
        else:
            cells = [height + gap for height in self._row_heights]
        # The gap above a row belongs to it; the last one has a gap below it as well.
        self._starts = list(itertools.accumulate(cells, initial=0.0))
        self.height = self._starts.pop() + (0.0 if self._single else gap)
        self._cells = cells

    def __len__(self) -> int:
        return len(self._scales)

    def frame(self, page: int) -> Frame:
        """Where ``page`` lies."""
        row = self._row_of(page)
        top = self._starts[row] + self.pane.gap
        if self._single:
            top = self._starts[row] + (self._cells[row] - self._heights[page]) / 2
        return Frame(
            page,
            self._left(page),
            top,
            self._widths[page],
            self._heights[page],
            self._scales[page],
            self._look.turn,
        )

    def row(self, page: int) -> range:
        """The pages that stand side by side with ``page``, itself included."""
        return self._pages(self._row_of(min(max(page, 0), len(self) - 1)))

    def page_at(self, y: float) -> int:
        """The first page of the row at column height ``y``, or above the gap there; held within the ends."""
        return self._firsts[self._row_at(y, 1.0)]

    def pages_in(self, top: float, bottom: float) -> range:
        """The pages that show between two heights; never empty."""
        first = self._row_at(top, 1.0)
        gap = 0.0 if self._single else self.pane.gap
        if first + 1 < len(self._firsts) and self._starts[first] + gap + self._row_heights[first] <= top:
            first += 1
        last = max(first, self._row_at(bottom - 1e-6, 1.0))
        return range(self._firsts[first], self._pages(last).stop)

    def to_page(self, x: float, y: float) -> tuple[int, float, float]:
        """The page nearest to a point of the column, and that point on it in points, held within the page."""
        pages = self._pages(self._row_at(y, 0.5))
        page = pages[-1] if len(pages) > 1 and x > self.width / 2 else pages[0]
        frame = self.frame(page)
        inside_x = min(max(x - frame.x, 0.0), frame.width)
        inside_y = min(max(y - frame.y, 0.0), frame.height)
        return page, *frame.to_points(inside_x, inside_y)

    def place_at(self, y: float) -> tuple[int, float]:
        """(page, share of that page above ``y``), 0 to 1; a gap belongs to the page below it."""
        # Bars count whole pixels: what is half a pixel above a row is there.
        page = self._firsts[self._row_at(y + 0.5, 0.0)]
        frame = self.frame(page)
        return page, min(max((y - frame.y) / frame.height, 0.0), 1.0)

    def height_of(self, page: int, offset: float) -> float:
        """The column height of a place; the gap above a page belongs to its offset 0."""
        page = min(max(page, 0), len(self) - 1)
        frame, row = self.frame(page), self._row_of(page)
        if offset <= 0:
            return self._starts[row]
        height = frame.y + min(offset, 1.0) * frame.height
        return min(height, self._end(row)) if self._single else height

    def rest(self, y: float, *, forward: bool) -> float:
        """The height to stop at on the way to ``y``: with ``Flow.SINGLE`` never between two pages."""
        if not self._single:
            return y
        row = self._row_at(y, 0.0)
        if y <= self._end(row) or row + 1 >= len(self._starts):
            return y
        return self._starts[row + 1] if forward else self._end(row)

    def room(self, y: float, *, forward: bool) -> float:
        """How far one can go from ``y`` without coming to another page; only with ``Flow.SINGLE``."""
        row = self._row_at(y, 0.0)
        return max(0.0, self._end(row) - y if forward else y - self._starts[row])

    def _end(self, row: int) -> float:
        """The last height at which only this row shows."""
        return self._starts[row] + self._cells[row] - self.pane.height

    def _row_at(self, y: float, above: float) -> int:
        """The row at ``y``; ``above`` is the share of a gap that belongs to the row above it."""
        lead = 0.0 if self._single else above * self.pane.gap
        return min(max(bisect_right(self._starts, y - lead) - 1, 0), len(self._starts) - 1)

    def _row_of(self, page: int) -> int:
        match self._look.flow:
            case Flow.FACING:
                return page // 2
            case Flow.BOOK:
                return (page + 1) // 2
        return page

    def _pages(self, row: int) -> range:
        end = self._firsts[row + 1] if row + 1 < len(self._firsts) else len(self)
        return range(self._firsts[row], end)

    def _on_the_left(self, page: int) -> bool:
        return page % 2 == (0 if self._look.flow is Flow.FACING else 1)

    def _left(self, page: int) -> float:
        middle = self.width / 2
        if not self._look.pairs:
            return middle - self._middles[page]
        half = self.pane.gap / 2
        return middle - half - self._widths[page] if self._on_the_left(page) else middle + half

    def _widest(self) -> float:
        if self._look.pairs:
            return 2 * max(self._widths) + 3 * self.pane.gap
        return 2 * max(
            max(middle, width - middle) for middle, width in zip(self._middles, self._widths, strict=True)
        )


def _firsts(pages: int, flow: Flow) -> range | list[int]:
    """The first page of every row."""
    if flow is Flow.FACING:
        return range(0, pages, 2)
    if flow is Flow.BOOK:
        return [0, *range(1, pages, 2)]
    return range(pages)
