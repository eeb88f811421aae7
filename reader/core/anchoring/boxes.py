"""The boxes of a mark on the pages of the new version. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final, NamedTuple

from reader.core.anchoring.matching import Matches
from reader.core.anchoring.streams import Stream, key_of
from reader.pdf import Place, Selection, Word, rects_at
from sync.model.annotation import Rect, held

_INSERTED: Final = 3
"""Words that may stand between those of a quotation and be marked with them; more are left out."""
_SAME: Final = 0.5
"""Points by which a box may differ and be where it was."""

_MOST: Final = 1_000
"""Boxes that a mark holds. A page's words may be more, and farther out."""

_Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Piece:
    """A mark, or the part of it on this page. In points on the unrotated page."""

    page: int
    rects: tuple[Rect, ...]


class Span(NamedTuple):
    """New words ``first`` to ``last``, and the shares of them at which it begins and ends."""

    first: int
    last: int
    head: float = 0.0
    tail: float = 1.0


def same_place(found: Matches, page: int, now: int, span: Selection | None) -> bool:
    """Whether the words of an unchanged page stand where they stood: those of ``span``, or all."""
    old, new = found.old, found.new
    if old.full[page] == new.full[now]:
        left, right = old.pages[page].words, new.pages[now].words
        if span is not None:
            left, right = left[span.first : span.last + 1], right[span.first : span.last + 1]
        return _same_boxes((row[:4] for row in left), (row[:4] for row in right))
    if span is None:
        words = range(old.starts[page], old.starts[page + 1])
    else:
        words = old.between(page, span.first, span.last)
        if not words:
            return False
    if any(found.target[at] < 0 for at in words):
        return False
    return _same_boxes((old.row(at)[:4] for at in words), (new.row(found.target[at])[:4] for at in words))


def pieces_of(
    found: Matches, spans: Iterable[Span], rects: Sequence[Rect] = (), signs: tuple[int, int] = (0, 0)
) -> tuple[Piece, ...]:
    """The boxes around ``spans`` of new words, and around as many ``signs`` without letters before the first
    and after the last. Where they are where ``rects`` are, those are kept.
    """
    joined: list[Span] = []
    for span in spans:
        if joined and 0 <= span.first - joined[-1].last <= _INSERTED + 1:
            joined[-1] = joined[-1]._replace(last=span.last, tail=span.tail)
        else:
            joined.append(span)
    boxes: list[tuple[int, Rect]] = []
    for number, span in enumerate(joined):
        lead, trail = signs[0] * (number == 0), signs[1] * (number == len(joined) - 1)
        boxes += _boxes(found.new, span, lead, trail)
    by_page = groupby(boxes, key=lambda box: box[0])
    pieces = tuple(Piece(page, tuple(rect for _, rect in group)[:_MOST]) for page, group in by_page)
    if len(pieces) == 1 and _same_boxes(map(_box, pieces[0].rects), map(_box, rects)):
        return (Piece(pieces[0].page, tuple(rects)),)
    return pieces


def span_of(found: Matches, old: int) -> Span:
    """The new words that an old one became."""
    part, first = found.parts.get(old), found.target[old]
    return Span(part.first, part.last, part.head, part.tail) if part else Span(first, first)


def _boxes(new: Stream, span: Span, lead: int, trail: int) -> Iterator[tuple[int, Rect]]:
    for page in range(new.page[span.first], new.page[span.last] + 1):
        start, end = max(span.first, new.starts[page]), min(span.last, new.starts[page + 1] - 1)
        if start > end:
            continue
        rows = new.pages[page].words
        first, last = new.word[start], new.word[end]
        head, tail = 0.0, 1.0
        if start == span.first:
            head = span.head
            while lead and first and not key_of(rows[first - 1][4]):
                first, lead = first - 1, lead - 1
        if end == span.last:
            tail = span.tail
            while trail and last + 1 < len(rows) and not key_of(rows[last + 1][4]):
                last, trail = last + 1, trail - 1
        words = [Word._make(row) for row in rows[first : last + 1]]
        for box in rects_at(words, Place(0, last - first, head, tail)):
            yield page, box_of(box)


def box_of(edges: Iterable[float]) -> Rect:
    """A box as a mark may hold it."""
    return Rect(*map(held, edges))


def _same_boxes(left: Iterable[_Box], right: Iterable[_Box]) -> bool:
    one, other = list(left), list(right)
    return len(one) == len(other) and all(
        abs(a - b) <= _SAME
        for here, there in zip(one, other, strict=True)
        for a, b in zip(here, there, strict=True)
    )


def _box(rect: Rect) -> _Box:
    return rect.x0, rect.y0, rect.x1, rect.y1
