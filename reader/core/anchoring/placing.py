"""Where marks made on one version of a document belong in the next, and how sure that is. Pure.

A mark is never shown as standing where it may not: what is not certain is offered as a guess.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from reader.core.anchoring.aligning import Token, alike, is_within
from reader.core.anchoring.boxes import Piece, Span, pieces_of, same_place, span_of
from reader.core.anchoring.floating import float_along
from reader.core.anchoring.matching import Grade, Matches, match
from reader.core.anchoring.quotations import find_quotation, is_apart, words_under
from reader.core.anchoring.streams import Page, streams
from reader.pdf import Selection
from reader.pdf.stopping import go_on
from sync.model.annotation import Quote, Rect

_AROUND: Final = 8
"""Words on each side of a quotation that say whether it is at home."""
_CLOSE: Final = 5
"""So many on each side must be the very same for a place to be exact."""
_SLACK: Final = 6
"""Words that may have come between a word and its neighbourhood: a page's header, a small insertion."""
_KEPT: Final = 0.7
"""Part of a quotation's letters that must be there, for certain, to call it found."""
_HALF: Final = 0.5
"""The same where nearly everything around it is at home."""
_GUESS: Final = 0.35
_ALIKE: Final = 0.85
"""What a word that is only like the one before counts among those."""
_HOME: Final = 0.6
"""Part of the words on a side that must be there."""
_FEW_HOME: Final = 0.75
"""The same around a word or two, which say nothing by themselves."""
_ALL: Final = 0.85
"""If only one side is at home, so many of its words must be."""
_LONG: Final = 16
"""A quotation of so many words says where it is by itself, if all of it is there."""
_WHOLE: Final = 0.9
_FEW: Final = 3
_SENTENCE: Final = 60
"""Words of a sentence that are looked at on each side."""
_MUCH: Final = 30
"""So many words in a row are no stock sentence."""
_STOPS: Final = (".", ";", ":", "?", "!")


class Outcome(StrEnum):
    """What became of a mark."""

    EXACT = "exact"
    """On an unchanged page, or its very words in their own neighbourhood."""
    MOVED = "moved"
    """Found elsewhere, or with changes in it or around it: to be told until the person has seen it."""
    UNSURE = "unsure"
    """The best guess there is, to be offered and never shown as fact."""
    LOST = "lost"
    """Nowhere: to be listed beside the old page."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """What is known of a mark: its page in the old version, its boxes there, the words under it if any."""

    page: int
    rects: tuple[Rect, ...] = ()
    quote: Quote | None = None


@dataclass(frozen=True, slots=True)
class Placed:
    """``pieces`` from first to last: one for each page it now stands on; none if it is lost."""

    outcome: Outcome
    pieces: tuple[Piece, ...] = ()


_LOST: Final = Placed(Outcome.LOST)


def anchor(
    old: Sequence[Page],
    new: Sequence[Page],
    marks: Sequence[Anchor],
    stopped: Callable[[], bool] = lambda: False,
) -> list[Placed]:
    """Where each mark is now, in the order of ``marks``; each by itself, whatever the others are.

    Time grows with the words of both versions, not with their product: 300 pages against 300 in seconds.
    Raises ``StoppedError`` soon after it was ``stopped``.
    """
    if not marks:
        return []
    found = match(*streams(old, new), stopped)
    placed = []
    for mark in marks:
        go_on(stopped)
        placed.append(_placed(found, mark))
    return placed


def _placed(found: Matches, mark: Anchor) -> Placed:
    if not 0 <= mark.page < len(found.old.pages):
        return _quoted_only(found, mark)
    span = words_under(found.old.pages[mark.page], mark.rects, mark.quote)
    now = found.pages.get(mark.page)
    if now is not None and same_place(found, mark.page, now, span):
        return Placed(Outcome.EXACT, (Piece(now, mark.rects),))
    if mark.quote is None:
        return _floating(found, mark)
    if span is None:
        apart = is_apart(found.old.pages[mark.page], mark.rects, mark.quote)
        return _floating(found, mark) if apart else _quoted_only(found, mark)
    words = found.old.between(mark.page, span.first, span.last)
    if not words:
        page = found.old.full[mark.page]
        is_sign = not any(page[span.first : span.last + 1])
        return _floating(found, mark) if is_sign else _quoted_only(found, mark)
    return _Reading(found, mark, span, words).placed()


def _floating(found: Matches, mark: Anchor) -> Placed:
    certain, piece = float_along(found, mark.page, mark.rects)
    if piece is None:
        return _LOST
    return Placed(Outcome.MOVED if certain else Outcome.UNSURE, (piece,))


def _quoted_only(found: Matches, mark: Anchor) -> Placed:
    """Its old words are not to be had: only what the mark itself says of them."""
    if mark.quote is None:
        return _LOST
    certain, words = find_quotation(found.new, mark.quote, lambda at: found.source[at] >= 0)
    if not words:
        return _LOST
    spans = [Span(words[0], words[-1])]
    return Placed(Outcome.MOVED if certain else Outcome.UNSURE, pieces_of(found, spans))


class _Reading:
    """What the words of one quotation and those around it have come to."""

    def __init__(self, found: Matches, mark: Anchor, span: Selection, words: range) -> None:
        self.found, self.mark, self.words = found, mark, words
        stands = found.old.word
        self.signs = stands[words[0]] - span.first, span.last - stands[words[-1]]
        self.there = self._largest()
        first, last = self._extent()
        self.first, self.last = first, last
        self.before, self.after = self._side(-1), self._side(1)

    def placed(self) -> Placed:
        """How sure it is, and where."""
        pieces = self._pieces()
        sure = self._share([at for at in self.there if self.found.grade[at] >= Grade.SURE])
        if sure >= _KEPT and self._is_exact():
            return Placed(Outcome.EXACT, pieces)
        if sure >= (_HALF if min(self.before, self.after) >= _ALL else _KEPT) and self._is_certain():
            return Placed(Outcome.MOVED, pieces)
        if self.there and self._share(self.there) >= _GUESS:
            return Placed(Outcome.UNSURE, pieces)
        return self._replaced() or self._elsewhere()

    def _pieces(self) -> tuple[Piece, ...]:
        spans = [span_of(self.found, at) for at in self.there]
        if spans:
            spans = [*self._edge(-1), *spans, *self._edge(1)]
        return pieces_of(self.found, spans, self.mark.rects, self.signs)

    def _edge(self, step: int) -> list[Span]:
        """What stands next to the words that are found: here all the same, if it is claimed elsewhere too."""
        new = self.found.new.keys
        at = self.there[0 if step < 0 else -1]
        to = near = self.found.target[at]
        at, to = at + step, to + step
        while at in self.words and 0 <= to < len(new) and self._may_be(at, to):
            at, to = at + step, to + step
        if at in self.words:
            to += step * self._worn(at, to, step)
        first, last = sorted((near + step, to - step))
        return [Span(first, last)] if (to - near) * step > 1 else []

    def _may_be(self, old: int, new: int) -> bool:
        """Whether nothing speaks against this pair: words that are alike, the new one neither another's for
        certain nor perhaps a neighbour's.
        """
        found = self.found
        owner = found.source[new]
        if owner >= 0 and owner != old and (found.grade[owner] >= Grade.SURE or abs(owner - old) < _AROUND):
            return False
        one = Token(found.old.keys[old], found.old.thin[old])
        return alike(one, Token(found.new.keys[new], found.new.thin[new]))

    def _worn(self, at: int, to: int, step: int) -> int:
        """How many new words from ``to`` on are what is left of the quotation's from ``at`` on."""
        found = self.found
        outer = self.words[0] if step < 0 else self.words[-1]
        beyond = outer + step
        if not self._damaged() or not 0 <= beyond < len(found.target) or found.target[beyond] < 0:
            return 0
        count = (found.target[beyond] - to) * step
        if not 0 < count <= abs(outer - at) + 1:
            return 0
        between = _through(to, found.target[beyond] - step)
        gone = _through(at, outer)
        if any(found.source[number] >= 0 for number in between):
            return 0
        was = "".join(found.old.keys[number] for number in gone)
        return count if is_within("".join(found.new.keys[number] for number in between), was) else 0

    def _largest(self) -> list[int]:
        """Of its words those that are found together; the largest part of them."""
        target = self.found.target
        parts: list[list[int]] = []
        for at in self.words:
            if target[at] < 0:
                continue
            if parts and 0 <= target[at] - target[parts[-1][-1]] <= _SLACK + len(self.words):
                parts[-1].append(at)
            else:
                parts.append([at])
        return max(parts, key=self._weight, default=[])

    def _extent(self) -> tuple[int, int]:
        target = self.found.target
        if not self.there:
            return -1, -1
        return target[self.there[0]], target[self.there[-1]]

    def _weight(self, words: Sequence[int]) -> float:
        return sum(len(self.found.old.keys[at]) for at in words)

    def _share(self, words: Sequence[int]) -> float:
        return self._weight(words) / self._weight(self.words)

    def _side(self, step: int) -> float:
        """Which part of the words on one side stands next to it now too. At the document's edge, all."""
        found = self.found
        edge = self.words[0] if step < 0 else self.words[-1]
        near = self.first if step < 0 else self.last
        if near < 0:
            return 0.0
        around = [edge + step * n for n in range(1, _AROUND + 1) if 0 <= edge + step * n < len(found.target)]
        if not around:
            return float(not 0 <= near + step < len(found.source))
        there = 0.0
        for n, at in enumerate(around, start=1):
            away = step * (found.target[at] - near)
            if found.target[at] >= 0 and found.grade[at] >= Grade.SURE and 0 <= away <= n + _SLACK:
                there += 1.0 if self._same(at) else _ALIKE
        return there / len(around)

    def _is_exact(self) -> bool:
        found = self.found
        unchanged = self.mark.page in found.pages
        start, end = self.words[0], self.words[-1]
        if not unchanged:
            start, end = start - _CLOSE, end + _CLOSE
        shift = self.first - self.words[0]
        for at in range(start, end + 1):
            inside = 0 <= at < len(found.target)
            if not inside or not 0 <= at + shift < len(found.source):
                if inside or 0 <= at + shift < len(found.source):
                    return False
                continue
            grade = Grade.FIRM if at in self.words else Grade.SURE
            if found.target[at] != at + shift or found.grade[at] < grade or at in found.parts:
                return False
            if not (unchanged or found.ordered[at]) or found.old.keys[at] != found.new.keys[at + shift]:
                return False
        return True

    def _is_certain(self) -> bool:
        same = sum(self._same(at) for at in self.there)
        if same == 0 and len(self.there) < _FEW and not self._damaged():
            return False
        if not self.found.ordered[self.there[0]] and not (self._damaged() or self._is_whole_sentence()):
            return False
        if min(self.before, self.after) >= (_HOME if len(self.there) >= _FEW else _FEW_HOME):
            return True
        if len(self.there) >= _LONG and self._share(self.there) >= _WHOLE:
            return True
        return any(
            share >= _ALL and self._is_one_sentence(step)
            for step, share in ((-1, self.before), (1, self.after))
        )

    def _is_one_sentence(self, step: int) -> bool:
        """Whether the word next to the quotation stands in the same sentence.

        A sentence that is new may begin like the one it replaces; what stands before it then says nothing.
        """
        old = self.found.old
        inner = self.words[0] if step < 0 else self.words[-1]
        outer = inner + step
        if not 0 <= outer < len(old.keys) or old.page[inner] != old.page[outer]:
            return False
        first, last = sorted((inner, outer))
        one, other = old.row(first), old.row(last)
        if one[4].endswith(_STOPS) or one[5] != other[5]:
            return False
        return one[6] == other[6] or other[4][0].islower()

    def _is_whole_sentence(self) -> bool:
        """Whether the rest of the sentence came along unchanged, or very much of it, or what stands next to
        it. What is out of order was moved, or a stock sentence went there and came here with other figures.
        """
        found = self.found
        whole, along, run = True, False, len(self.there)
        for step, edge in ((-1, self.there[0]), (1, self.there[-1])):
            ended, row = False, True
            for n in range(1, _SENTENCE + 1):
                at = edge + step * n
                if not 0 <= at < len(found.target):
                    break
                ended = ended or self._ends_between(at, at - step)
                away = (found.target[at] - found.target[edge]) * step
                if ended:
                    along = along or (found.grade[at] >= Grade.SURE and 0 < away <= n + _SLACK)
                    break
                row = row and away == n and self._same(at)
                run += row
            whole = whole and row
        return whole or along or run >= _MUCH

    def _ends_between(self, one: int, other: int) -> bool:
        """Whether a sentence ends between two words next to each other."""
        first = self.found.old.row(min(one, other))
        return first[4].endswith(_STOPS) or first[5] != self.found.old.row(max(one, other))[5]

    def _same(self, at: int) -> bool:
        return self.found.old.keys[at] == self.found.new.keys[self.found.target[at]]

    def _damaged(self) -> bool:
        """Whether letters are lost all around too, so that a word with others is no other word."""
        near = range(
            max(0, self.words[0] - _AROUND), min(len(self.found.target), self.words[-1] + _AROUND + 1)
        )
        return (
            sum(self.found.target[at] >= 0 and not self._same(at) for at in near if at not in self.words) > 1
        )

    def _replaced(self) -> Placed | None:
        """Other words where it stood, between the ones that stood around it."""
        found = self.found
        left, right = self._neighbour(-1), self._neighbour(1)
        if left < 0 or right < 0 or not 1 < right - left <= len(self.words) + _SLACK + 1:
            return None
        between = range(left + 1, right)
        if any(found.source[at] >= 0 for at in between):
            return None
        return Placed(Outcome.UNSURE, pieces_of(found, [Span(between[0], between[-1])]))

    def _neighbour(self, step: int) -> int:
        at = self.words[0] - 1 if step < 0 else self.words[-1] + 1
        for _ in range(_FEW):
            if not 0 <= at < len(self.found.target):
                break
            if self.found.target[at] >= 0 and self.found.grade[at] >= Grade.SURE:
                return self.found.target[at]
            at += step
        return -1

    def _elsewhere(self) -> Placed:
        """The quotation where no other old words are; a guess, whatever stands around it."""
        assert self.mark.quote is not None
        taken = self.found.source
        _, words = find_quotation(self.found.new, self.mark.quote, lambda at: taken[at] >= 0)
        if not words:
            return _LOST
        return Placed(Outcome.UNSURE, pieces_of(self.found, [Span(words[0], words[-1])]))


def _through(one: int, other: int) -> range:
    return range(min(one, other), max(one, other) + 1)
