"""A quotation and the words it is of: on the page it was made on, or anywhere by itself. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from reader.core.anchoring.streams import Page, Stream, key_of
from reader.pdf import Selection, composed, find_in_texts
from sync.model.annotation import Quote, Rect

_AROUND: Final = 6
"""Words of what stands before and after a quotation that are compared, where there are so many."""
_LETTERS: Final = 6
"""Shorter quotations are too many places to guess one."""
_PLACES: Final = 8
"""The same: found more often than this it is everywhere."""


def words_under(page: Page, rects: Sequence[Rect], quote: Quote | None) -> Selection | None:
    """The words of ``page`` that ``quote`` is of: where it stands under the boxes, or nearest to them."""
    if quote is None or not quote.exact:
        return None
    under = [n for n, row in enumerate(page.words) if _covers(rects, row[0], row[1], row[2], row[3])]
    if under:
        texts = [row[4] for row in page.words[under[0] : under[-1] + 1]]
        if composed(" ".join(texts)) == quote.exact:
            return Selection(under[0], under[-1])
    places = find_in_texts([row[4] for row in page.words], quote.exact, exact=True)
    if not places or (len(places) > 1 and not rects):
        return None
    there = set(under)
    best = max(places, key=lambda place: len(there.intersection(range(place.first, place.last + 1))))
    return Selection(best.first, best.last)


def find_quotation(stream: Stream, quote: Quote, taken: Callable[[int], bool]) -> tuple[bool, range]:
    """The words of ``stream`` that are the quotation and not ``taken``: the place with the most of what stood
    before and after, and whether it is certain: all of that is there, and nowhere else.
    """
    keys = [key for key in map(key_of, quote.exact.split()) if key]
    if sum(map(len, keys)) < _LETTERS:
        return False, range(0)
    before = [key for key in map(key_of, quote.prefix.split()) if key][-_AROUND:]
    after = [key for key in map(key_of, quote.suffix.split()) if key][:_AROUND]
    places = list(_occurrences(stream, keys, taken))
    if not places or len(places) > _PLACES:
        return False, range(0)
    scores = [
        _matching(reversed(before), reversed(stream.keys[max(0, at - len(before)) : at]))
        + _matching(after, stream.keys[at + len(keys) : at + len(keys) + len(after)])
        for at in places
    ]
    *others, best = sorted(scores)
    at = places[scores.index(best)]
    # The first and the last word around it may be cut off in the middle.
    told = len(before) + len(after) >= _AROUND and best >= len(before) + len(after) - 2
    return told and all(other * 2 <= best for other in others), range(at, at + len(keys))


def _occurrences(stream: Stream, keys: Sequence[str], taken: Callable[[int], bool]) -> Iterator[int]:
    known = stream.where
    offset = min(range(len(keys)), key=lambda n: len(known.get(keys[n], ())))
    for at in known.get(keys[offset], ()):
        start = at - offset
        if start >= 0 and stream.keys[start : start + len(keys)] == keys and not taken(at):
            yield start


def _matching(wanted: Iterator[str] | Sequence[str], there: Iterator[str] | Sequence[str]) -> int:
    return sum(one == other for one, other in zip(wanted, there, strict=False))


def _covers(rects: Sequence[Rect], x0: float, y0: float, x1: float, y1: float) -> bool:
    x, y = (x0 + x1) / 2, (y0 + y1) / 2
    return any(rect.x0 <= x <= rect.x1 and rect.y0 <= y <= rect.y1 for rect in rects)
