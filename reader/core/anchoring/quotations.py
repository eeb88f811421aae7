"""A quotation and the words it is of: on the page it was made on, or anywhere by itself. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import Final

from reader.core.anchoring.streams import Page, Stream, key_of
from reader.pdf import Selection, Word, composed, find_in_texts
from reader.pdf import quote as quote_of
from reader.pdf.protocol import WordRow
from sync.model.annotation import Quote, Rect

_AROUND: Final = 6
"""Words of what stands before and after a quotation that are compared, where there are so many."""
_LETTERS: Final = 6
"""Shorter quotations are too many places to guess one."""
_WORDS: Final = 4
"""Of more words the first and the last may be parts."""
_PLACES: Final = 8
"""The same: found more often than this it is everywhere."""
_HELD: Final = 4_000
"""Letters of a quotation that a mark holds; of a longer one the rest is not known."""


def words_under(page: Page, rects: Sequence[Rect], quote: Quote | None) -> Selection | None:
    """The words of ``page`` that ``quote`` is of: under the boxes, or else the only ones there are."""
    if quote is None or not quote.exact:
        return None
    under = _under(page, rects)
    if under and _is_of(quote, page.words[under[0] : under[-1] + 1]):
        return Selection(under[0], under[-1])
    places = find_in_texts([row[4] for row in page.words], quote.exact, exact=True)
    if len(places) > 1:
        # What was searched for may be a part of a word, and its boxes not reach the middle.
        shares = [
            sum(_shared(rects, page.words[at]) for at in range(place.first, place.last + 1))
            for place in places
        ]
        best = max(shares)
        places = [place for place, share in zip(places, shares, strict=True) if share == best]
    return Selection(places[0].first, places[0].last) if len(places) == 1 else None


def is_apart(page: Page, rects: Sequence[Rect], quote: Quote) -> bool:
    """Whether the quotation is of the very words under the boxes, with others between: a column."""
    under = _under(page, rects)
    return bool(under) and _is_of(quote, [page.words[at] for at in under])


def quote_under(page: Page, rects: Sequence[Rect]) -> Quote | None:
    """What stands under the boxes, as a quotation; None where nothing does."""
    under = _under(page, rects)
    if not under:
        return None
    found = quote_of([Word._make(row) for row in page.words], Selection(under[0], under[-1]))
    return Quote(exact=found.exact[:_HELD], prefix=found.prefix, suffix=found.suffix)


def find_quotation(stream: Stream, quote: Quote, taken: Callable[[int], bool]) -> tuple[bool, range]:
    """The words of ``stream`` that are the quotation and not ``taken``: the place with the most of what stood
    before and after, and whether it is certain: all of that is there, and nowhere else.
    """
    keys = [key for key in map(key_of, quote.exact.split()) if key]
    if sum(map(len, keys)) < _LETTERS:
        return False, range(0)
    before = [key for key in map(key_of, quote.prefix.split()) if key][-_AROUND:]
    after = [key for key in map(key_of, quote.suffix.split()) if key][:_AROUND]
    places = list(islice(_occurrences(stream, keys, taken), _PLACES + 1))
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
    """A longer one may begin and end inside a word: other programs quote letters."""
    known = stream.where
    loose = len(keys) > _WORDS
    inner = range(1, len(keys) - 1) if loose else range(len(keys))
    offset = min(inner, key=lambda n: len(known.get(keys[n], ())))
    for at in known.get(keys[offset], ()):
        start, end = at - offset, at - offset + len(keys)
        if start < 0 or end > len(stream.keys) or taken(at):
            continue
        there = stream.keys[start:end]
        if there == keys or (
            loose
            and there[1:-1] == keys[1:-1]
            and there[0].endswith(keys[0])
            and there[-1].startswith(keys[-1])
        ):
            yield start


def _matching(wanted: Iterator[str] | Sequence[str], there: Iterator[str] | Sequence[str]) -> int:
    return sum(one == other for one, other in zip(wanted, there, strict=False))


def _under(page: Page, rects: Sequence[Rect]) -> list[int]:
    """The words whose middles are in the boxes."""
    middles = [((row[0] + row[2]) / 2, (row[1] + row[3]) / 2) for row in page.words]
    return [
        n
        for n, (x, y) in enumerate(middles)
        if any(rect.x0 <= x <= rect.x1 and rect.y0 <= y <= rect.y1 for rect in rects)
    ]


def _is_of(quote: Quote, words: Sequence[WordRow]) -> bool:
    text = composed(" ".join(row[4] for row in words))
    return text == quote.exact or (len(quote.exact) == _HELD and text.startswith(quote.exact))


def _shared(rects: Sequence[Rect], row: WordRow) -> float:
    """How much of a word's box is in the others."""
    return sum(
        max(0.0, min(rect.x1, row[2]) - max(rect.x0, row[0]))
        * max(0.0, min(rect.y1, row[3]) - max(rect.y0, row[1]))
        for rect in rects
    )
