"""Two short runs of words set against one another in order: equal ones, damaged ones, parted and joined ones.

What could as well have been paired otherwise (one of three equal words is gone: which?) is told apart. Pure.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Final, NamedTuple

_WORK: Final = 400_000
"""Pairs up to which two runs are set against one another: beyond, one was written anew."""
_EQUAL: Final = 5_000
"""Of those the equal ones: more are one word over and over, and would take minutes to set in order."""
_SMALL: Final = 24
"""Words between equal ones that are looked at letter by letter."""
_PARTS: Final = 3
"""Into how many pieces a word may have fallen."""
_LEFT: Final = 0.4
"""So large a part of a word's letters must be left."""
_EDITED: Final = 4
"""Letters of a word in which one may be another."""


class Token(NamedTuple):
    """A word: folded, and what every font has of it."""

    key: str
    thin: str


@dataclass(frozen=True, slots=True)
class Pair:
    """Old word ``old`` is new words ``first`` to ``last``, from the share ``head`` to the share ``tail``."""

    old: int
    first: int
    last: int
    head: float = 0.0
    tail: float = 1.0
    sure: bool = True


def align(old: Sequence[Token], new: Sequence[Token]) -> list[Pair]:
    """The pairs in order. None where both are long, or most of their words are the same one."""
    if not old or not new or len(old) * len(new) > _WORK:
        return []
    keys, others = [token.key for token in old], [token.key for token in new]
    often = Counter(others)
    if sum(often[key] for key in keys) > _EQUAL:
        return []
    equal = dict(_equal(keys, others))
    from_the_end = {len(keys) - 1 - a: len(others) - 1 - b for a, b in _equal(keys[::-1], others[::-1])}
    pairs: list[Pair] = []
    a = b = 0
    for left, right in [*sorted(equal.items()), (len(old), len(new))]:
        pairs += _close(old, new, a, left, b, right)
        if left < len(old):
            pairs.append(Pair(left, right, right, sure=from_the_end.get(left) == right))
        a, b = left + 1, right + 1
    return pairs


@lru_cache(maxsize=1 << 16)
def alike(one: Token, other: Token) -> bool:
    """Whether one word may be the other with letters lost or one letter changed; figures are never others."""
    if one.key == other.key:
        return True
    short, long = sorted((one.key, other.key), key=len)
    if any(map(str.isdigit, short + long)):
        return False
    if len(short) >= _LEFT * len(long) and is_within(short, long):
        return True
    if one.thin == other.thin and len(one.thin) > 1:
        return True
    return len(short) >= _EDITED and _one_off(short, long)


def is_within(short: str, long: str) -> bool:
    """Whether ``long`` with some letters lost is ``short``."""
    letters = iter(long)
    return bool(short) and all(letter in letters for letter in short)


def _equal(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[int, int]]:
    for block in SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks():
        for n in range(block.size):
            yield block.a + n, block.b + n


class _Move(NamedTuple):
    old: int
    new: int
    worth: float


def _close(old: Sequence[Token], new: Sequence[Token], a: int, b: int, c: int, d: int) -> Iterator[Pair]:
    """Pairs of unlike words ``a`` to ``b`` and ``c`` to ``d``: the best sum of what each is worth."""
    rows, columns = b - a, d - c
    if not rows or not columns or rows > _SMALL or columns > _SMALL:
        return
    moves: list[list[list[_Move]]] = [
        [list(_moves(old, new, a + i, c + j, a, c)) for j in range(columns + 1)] for i in range(rows + 1)
    ]
    best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    for i in range(rows + 1):
        for j in range(columns + 1):
            up = best[i - 1][j] if i else 0.0
            left = best[i][j - 1] if j else 0.0
            ways = [best[i - m.old][j - m.new] + m.worth for m in moves[i][j]]
            best[i][j] = max(up, left, *ways)
    late = list(_back(old, new, best, moves, (a, c), early=False))
    early = set(_back(old, new, best, moves, (a, c), early=True))
    for pair in reversed(late):
        sure = pair in early
        yield Pair(pair.old, pair.first, pair.last, pair.head, pair.tail, sure)


def _moves(old: Sequence[Token], new: Sequence[Token], i: int, j: int, a: int, c: int) -> Iterator[_Move]:
    """How the words before ``i`` and ``j`` may end in a pair."""
    if i > a and j > c:
        if alike(old[i - 1], new[j - 1]):
            yield _Move(1, 1, 0.6)
        for parts in range(2, _PARTS + 1):
            if j - parts >= c and old[i - 1].key == _joined(new, j - parts, j):
                yield _Move(1, parts, 0.9)
            if i - parts >= a and new[j - 1].key == _joined(old, i - parts, i):
                yield _Move(parts, 1, 0.9 * parts)


def _joined(tokens: Sequence[Token], first: int, end: int) -> str:
    return "".join(token.key for token in tokens[first:end])


def _back(
    old: Sequence[Token],
    new: Sequence[Token],
    best: Sequence[Sequence[float]],
    moves: Sequence[Sequence[Sequence[_Move]]],
    start: tuple[int, int],
    *,
    early: bool,
) -> Iterator[Pair]:
    """The pairs of one best way, from its end: the one that pairs as late as may be, or as ``early``."""
    i, j = len(best) - 1, len(best[0]) - 1
    while i or j:
        here = best[i][j]
        skipped = (i and here == best[i - 1][j]) or (j and here == best[i][j - 1])
        ways = (m for m in moves[i][j] if here == best[i - m.old][j - m.new] + m.worth)
        move = None if early and skipped else next(ways, None)
        if move is None:
            if i and here == best[i - 1][j]:
                i -= 1
            else:
                j -= 1
            continue
        i, j = i - move.old, j - move.new
        first, other = start[0] + i, start[1] + j
        if move.old == 1:
            yield Pair(first, other, other + move.new - 1)
            continue
        whole = len(new[other].key)
        done = whole
        for at in reversed(range(first, first + move.old)):
            begin = done - len(old[at].key)
            yield Pair(at, other, other, begin / whole, done / whole)
            done = begin


def _one_off(short: str, long: str) -> bool:
    if len(long) - len(short) > 1:
        return False
    head = 0
    while head < len(short) and short[head] == long[head]:
        head += 1
    return short[head + (len(short) == len(long)) :] == long[head + 1 :]
