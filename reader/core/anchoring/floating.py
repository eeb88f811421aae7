"""Marks without a quotation, such as a note in a margin: they go with the words next to them. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from statistics import median
from typing import Final

from reader.core.anchoring.boxes import Piece, box_of
from reader.core.anchoring.matching import Grade, Matches
from reader.pdf.protocol import WordRow
from sync.model.annotation import Rect

_NEAREST: Final = 10
_NEXT: Final = 4
"""The very nearest, all of which must have."""
_CERTAIN: Final = 0.8
"""So large a part of the nearest words must have gone to one page for certain."""
_MOST: Final = 0.5
"""The same of a mark that has no place on its page."""
_ACROSS, _DOWN = 12.0, 4.0
"""Points by which those may have gone different ways."""


def float_along(found: Matches, page: int, rects: Sequence[Rect]) -> tuple[bool, Piece | None]:
    """Where a mark of these boxes is now, and whether the words around it all went the same way."""
    first, end = found.old.starts[page], found.old.starts[page + 1]
    if first == end:
        now = _between_neighbours(found, page)
        return False, None if now is None else Piece(now, tuple(rects))
    near = list(range(first, end)) if not rects else _nearest(found, first, end, rects)
    gone = [at for at in near if found.target[at] >= 0 and found.grade[at] >= Grade.SURE]
    if not gone:
        now = _between_neighbours(found, page)
        return False, None if now is None else Piece(now, tuple(rects))
    now = Counter(found.new.page[found.target[at]] for at in gone).most_common(1)[0][0]
    gone = [at for at in gone if found.new.page[found.target[at]] == now]
    if not rects:  # it is about the page, and that is where most of it is
        return len(gone) > _MOST * len(near), Piece(now, ())
    certain = len(gone) >= _CERTAIN * len(near) and set(near[:_NEXT]) <= set(gone)
    ways = [_way(found.old.row(at), found.new.row(found.target[at])) for at in gone]
    across, down = median(way[0] for way in ways), median(way[1] for way in ways)
    if any(abs(x - across) > _ACROSS or abs(y - down) > _DOWN for x, y in ways):
        certain = False
        across, down = ways[0]
    return certain, Piece(now, tuple(_shifted(rect, across, down) for rect in rects))


def _nearest(found: Matches, first: int, end: int, rects: Sequence[Rect]) -> list[int]:
    """The words under the boxes, and some around them, the nearest first."""
    x0, y0 = min(rect.x0 for rect in rects), min(rect.y0 for rect in rects)
    x1, y1 = max(rect.x1 for rect in rects), max(rect.y1 for rect in rects)

    def away(at: int) -> float:
        row = found.old.row(at)
        across = max(row[0] - x1, 0.0, x0 - row[2])
        down = max(row[1] - y1, 0.0, y0 - row[3])
        return across * across + down * down

    distances = sorted((away(at), at) for at in range(first, end))
    under = sum(distance == 0.0 for distance, _ in distances)
    return [at for _, at in distances[: under + _NEAREST]]


def _way(old: WordRow, new: WordRow) -> tuple[float, float]:
    """From where a word began to where it begins, at the middle of its height."""
    return new[0] - old[0], (new[1] + new[3] - old[1] - old[3]) / 2


def _shifted(rect: Rect, across: float, down: float) -> Rect:
    return box_of((rect.x0 + across, rect.y0 + down, rect.x1 + across, rect.y1 + down))


def _between_neighbours(found: Matches, page: int) -> int | None:
    """The page that stands where this one stood, among unchanged ones."""
    before, after = found.pages.get(page - 1), found.pages.get(page + 1)
    count, taken = len(found.new.pages), set(found.pages.values())
    wanted = [before + 1 if before is not None else None, after - 1 if after is not None else None]
    if page == 0:
        wanted.append(0)
    if page == len(found.old.pages) - 1:
        wanted.append(count - 1)
    for now in wanted:
        if now is not None and 0 <= now < count and now not in taken:
            return now
    return None
