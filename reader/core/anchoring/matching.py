"""Where each word of an old version stands in the new one, and how sure that is. Pure.

Unchanged pages first, then runs of words that begin or end with something said only once in either version,
then what lies between two of those in the same order. What two places claim is nobody's.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from itertools import pairwise
from typing import Final, NamedTuple

from reader.core.anchoring.aligning import Pair, Token, align, alike
from reader.core.anchoring.counts import SAID, Counts, shingles
from reader.core.anchoring.pages import same_pages
from reader.core.anchoring.streams import Stream
from reader.pdf.stopping import go_on

_SAID_THIN: Final = 7
"""Words in a row that tell a place apart where most letters are lost."""
_AGAIN: Final = 8
"""Words in a row that count as the same said again."""
_RUN: Final = 16
"""Words that a run needs to stand out of order; fewer are there by chance."""
_DRIFT: Final = 12
"""Words by which a pair may be farther from one end of a gap, and from the other, in one version."""
_NEAR: Final = 10
"""Words between two parts of one run."""
_SHORT_DRIFT: Final = 2
"""The same after a run, where nothing says where the gap ends."""
_CHANGED: Final = 0.4
"""Of words between two runs so many must be the same, or those that are equal are so by chance."""
_REWRITTEN: Final = 0.6
"""The same of a longer passage: one may be written anew and have half of its words from the old."""


class Grade(IntEnum):
    """How sure a pair of words is."""

    OPEN = 0
    """It could as well be another, or none."""
    SURE = 1
    FIRM = 2
    """Between words that are said only once in either version, without a change; or the page is unchanged."""


class Matches:
    """For each word of the old stream its place in the new one. ``target`` is -1 where there is none."""

    def __init__(self, old: Stream, new: Stream) -> None:
        self.old, self.new = old, new
        self.pages: dict[int, int] = {}
        """Old pages that are unchanged, and where they are now."""
        self.target = [-1] * len(old.keys)
        self.grade = bytearray(len(old.keys))
        self.ordered = bytearray(len(old.keys))
        """1 for words that keep their order among most others."""
        self.parts: dict[int, Pair] = {}
        """Words that became several, or a part of one; numbers are those of the streams."""
        self.source = [-1] * len(new.keys)
        self.contested: set[int] = set()

    def claim(self, old: int, new: int, grade: Grade, ordered: bool) -> None:
        """Set a pair; where either has another already, neither is sure any more."""
        if self.target[old] == new:
            return
        if self.target[old] < 0 and self.source[new] < 0:
            self.target[old], self.source[new] = new, old
            self.grade[old], self.ordered[old] = grade, ordered
            return
        for other in (old, self.source[new]):
            if other >= 0:
                self.grade[other] = Grade.OPEN
                self.contested.add(other)
        if self.source[new] < 0:
            self.source[new] = old
        if self.target[old] < 0:
            self.target[old], self.ordered[old] = new, ordered


@dataclass(slots=True)
class _Block:
    """Equal words from ``old`` and ``new`` on. Those between ``firm`` (first, end) can't be others."""

    old: int
    new: int
    size: int
    firm: tuple[int, int]
    page: bool = False
    loss: bool = False
    ordered: bool = field(default=False, compare=False)


def match(old: Stream, new: Stream, stopped: Callable[[], bool]) -> Matches:
    """Set the words of two versions against one another."""
    found = Matches(old, new)
    found.pages = same_pages(old, new)
    blocks = list(_page_blocks(found))
    free_old, free_new = _free(len(old.keys), blocks, 0), _free(len(new.keys), blocks, 1)
    go_on(stopped)
    counts = Counts(old.keys, new.keys, aside=(old.aside, new.aside))
    spoken = list(
        {(one.old, one.new): one for one in _spoken(old.keys, new.keys, free_old, free_new, counts)}.values()
    )
    go_on(stopped)
    for block in spoken:
        _cover(free_old, free_new, block)
    lost = list(_lost(old, new, free_old, free_new))
    blocks = _kept([*blocks, *spoken, *lost])
    for block in sorted(blocks, key=lambda one: (not one.page, not one.ordered, -one.size)):
        for n in range(block.size):
            found.claim(block.old + n, block.new + n, _grade(block, n), block.ordered)
    for gap in _gaps(blocks, len(old.keys), len(new.keys)):
        go_on(stopped)
        _fill(found, gap)
    _settle(found, blocks)
    _doubt_other_words(found)
    return found


def _page_blocks(found: Matches) -> Iterator[_Block]:
    old, new = found.old, found.new
    for page, now in found.pages.items():
        left, right = old.steady[page], new.steady[now]
        if len(left) != len(right) or old.body(page) == new.body(now):
            left = tuple(range(old.starts[page], old.starts[page + 1]))
            right = tuple(range(new.starts[now], new.starts[now + 1]))
        yield from _runs([*zip(left, right, strict=True)], page=True)


def _runs(pairs: Sequence[tuple[int, int]], *, page: bool = False, loss: bool = False) -> Iterator[_Block]:
    first = 0
    for at in range(1, len(pairs) + 1):
        if at == len(pairs) or (pairs[at][0] - pairs[at - 1][0], pairs[at][1] - pairs[at - 1][1]) != (1, 1):
            size = at - first
            yield _Block(*pairs[first], size, (0, size) if page else (0, 0), page, loss)
            first = at


def _free(count: int, blocks: Sequence[_Block], side: int) -> bytearray:
    free = bytearray(b"\x01" * count)
    for block in blocks:
        start = block.new if side else block.old
        free[start : start + block.size] = bytes(block.size)
    return free


def _cover(free_old: bytearray, free_new: bytearray, block: _Block) -> None:
    free_old[block.old : block.old + block.size] = bytes(block.size)
    free_new[block.new : block.new + block.size] = bytes(block.size)


def _spoken(
    old: Sequence[str], new: Sequence[str], free_old: bytearray, free_new: bytearray, counts: Counts
) -> Iterator[_Block]:
    """The longest runs of equal words around what is said only once."""
    block: _Block | None = None
    for at, said in enumerate(shingles(old, counts.length)):
        to = counts.once(said) if free_old[at] else -1
        if to < 0 or not free_new[to]:
            continue
        if block is not None and block.old + block.size > at and block.new - block.old == to - at:
            end = min(block.size, at - block.old + counts.length)
            block.firm = (block.firm[0], max(block.firm[1], end))
            continue
        if block is not None:
            yield block
        back = 0
        while (
            min(at, to) > back
            and free_old[at - back - 1]
            and free_new[to - back - 1]
            and old[at - back - 1] == new[to - back - 1]
        ):
            back += 1
        on = 0
        while (
            at + on < len(old)
            and to + on < len(new)
            and free_old[at + on]
            and free_new[to + on]
            and old[at + on] == new[to + on]
        ):
            on += 1
        block = _Block(at - back, to - back, back + on, (back, min(back + on, back + counts.length)))
    if block is not None:
        yield block


def _lost(old: Stream, new: Stream, free_old: bytearray, free_new: bytearray) -> Iterator[_Block]:
    """Runs of words of which only some letters are left in one version."""
    left, right = ([at for at, thin in enumerate(each.thin) if thin] for each in (old, new))
    free = bytearray(free_old[at] for at in left), bytearray(free_new[at] for at in right)
    if min(sum(each) for each in free) < _RUN:
        return
    before, after = [old.thin[at] for at in left], [new.thin[at] for at in right]
    for block in _spoken(before, after, *free, Counts(before, after, _SAID_THIN)):
        pairs = [(left[block.old + n], right[block.new + n]) for n in range(block.size)]
        told = [pair for pair in pairs if alike(_token(old, pair[0]), _token(new, pair[1]))]
        if len(told) * 4 >= len(pairs) * 3:
            yield from _runs(told, loss=True)


def _token(stream: Stream, at: int) -> Token:
    return Token(stream.keys[at], stream.thin[at])


def _kept(blocks: list[_Block]) -> list[_Block]:
    """Without what is equal by chance; those that keep their order are marked."""
    blocks.sort(key=lambda one: (one.old, one.new))
    chain = _heaviest(blocks)
    for at in chain:
        blocks[at].ordered = True
    kept: list[_Block] = []
    run: list[_Block] = []
    for block in [*blocks, None]:
        if block is not None and block.ordered:
            kept.append(block)
            continue
        if run and (block is None or not _continues(run[-1], block)):
            if sum(one.size for one in run) >= _RUN or any(one.page for one in run):
                kept += run
            run = []
        if block is not None:
            run.append(block)
    return kept


def _continues(one: _Block, other: _Block) -> bool:
    return 0 <= other.old - one.old - one.size <= _NEAR and 0 <= other.new - one.new - one.size <= _NEAR


def _heaviest(blocks: Sequence[_Block]) -> list[int]:
    """The numbers of the blocks that keep their order and have the most words together."""
    middles = sorted({2 * block.new + block.size for block in blocks})
    tree: list[tuple[int, int]] = [(0, -1)] * (len(middles) + 1)
    before = [-1] * len(blocks)
    best = (0, -1)
    for number, block in enumerate(blocks):
        rank = bisect_left(middles, 2 * block.new + block.size)
        found, at = (0, -1), rank
        while at > 0:
            found, at = max(found, tree[at]), at & (at - 1)
        before[number] = found[1]
        weight = (found[0] + block.size, number)
        best, at = max(best, weight), rank + 1
        while at < len(tree):
            tree[at], at = max(tree[at], weight), at + (at & -at)
    chain = []
    at = best[1]
    while at >= 0:
        chain.append(at)
        at = before[at]
    return chain[::-1]


def _grade(block: _Block, at: int) -> Grade:
    if block.loss:
        return Grade.SURE
    return Grade.FIRM if block.firm[0] <= at < block.firm[1] else Grade.OPEN


def _settle(found: Matches, blocks: Sequence[_Block]) -> None:
    """At the ends of a run, beyond what is said once, everything is said again elsewhere: one of those places
    may have come or gone instead of this one. If each of them has its own pair, none did.
    """
    keys = found.old.keys
    ends: dict[int, range] = {}
    for block in blocks:
        first, end = block.firm
        if not block.loss:
            for n in range(first):
                ends[block.old + n] = _window(block, n, 0, min(block.size, first + SAID - 1))
            for n in range(end, block.size):
                ends[block.old + n] = _window(block, n, max(0, end - SAID + 1), block.size)
    said = {window: tuple(keys[window.start : window.stop]) for window in set(ends.values())}
    spare = _spare(found, set(said.values()))
    for at, window in ends.items():
        if said[window] not in spare and at not in found.contested:
            found.grade[at] = max(found.grade[at], Grade.SURE)


def _spare(found: Matches, wanted: Collection[tuple[str, ...]]) -> set[tuple[str, ...]]:
    """Which of ``wanted`` are also said, in either version, where some word has no pair."""
    spare: set[tuple[str, ...]] = set()
    for length in {len(said) for said in wanted}:
        for keys, pairs in ((found.old.keys, found.target), (found.new.keys, found.source)):
            for at, said in enumerate(shingles(keys, length)):
                if said in wanted and min(pairs[at : at + length]) < 0:
                    spare.add(said)
    return spare


def _doubt_other_words(found: Matches) -> None:
    """A word with other accents is another word (mùa, mưa), unless those around it have lost theirs too."""
    target, spelt, now = found.target, found.old.spelt, found.new.spelt
    loose = (at for at in range(len(target)) if target[at] >= 0 and found.old.page[at] not in found.pages)
    changed = {at for at in loose if spelt(at) != now(target[at])}
    for at in changed:
        if found.old.keys[at] == found.new.keys[target[at]]:
            near = (n for n in range(max(0, at - 3), min(len(target), at + 4)) if target[n] >= 0)
            if any(n not in changed and not spelt(n).isascii() for n in near):
                found.grade[at] = Grade.OPEN


def _window(block: _Block, at: int, first: int, end: int) -> range:
    """Some words around one, within ``first`` to ``end`` of a block."""
    start = max(first, min(at - _AGAIN // 2, end - _AGAIN))
    return range(block.old + start, block.old + min(end, start + _AGAIN))


class _Gap(NamedTuple):
    """Old words ``a`` to ``b`` and new words ``c`` to ``d``, between two blocks; ``open``: after one."""

    a: int
    b: int
    c: int
    d: int
    ordered: bool
    open: bool = False


def _gaps(blocks: Sequence[_Block], old: int, new: int) -> Iterator[_Gap]:
    """What lies between blocks in the same order, inside runs out of order, and next to their ends."""
    ends = _Block(0, 0, 0, (0, 0), ordered=True), _Block(old, new, 0, (0, 0), ordered=True)
    ordered = [ends[0], *sorted((one for one in blocks if one.ordered), key=lambda one: one.old), ends[1]]
    apart = sorted((one for one in blocks if not one.ordered), key=lambda one: one.old)
    for one, other in pairwise(ordered):
        yield _Gap(one.old + one.size, other.old, one.new + one.size, other.new, ordered=True)
    for one, other in pairwise([*apart, ends[1]]):
        a, c = one.old + one.size, one.new + one.size
        if _continues(one, other):
            yield _Gap(a, other.old, c, other.new, ordered=False)
        else:
            yield _Gap(a, min(old, a + _NEAR), c, min(new, c + _NEAR), ordered=False, open=True)


def _fill(found: Matches, gap: _Gap) -> None:
    left = [at for at in range(gap.a, gap.b) if found.target[at] < 0]
    right = [at for at in range(gap.c, gap.d) if found.source[at] < 0]
    pairs = align([_token(found.old, at) for at in left], [_token(found.new, at) for at in right])
    short = min(len(left), len(right))
    enough = len(pairs) >= short * (_REWRITTEN if short > _NEAR else _CHANGED)
    for pair in pairs:
        at, first, last = left[pair.old], right[pair.first], right[pair.last]
        found.target[at], found.ordered[at] = first, gap.ordered
        # Something said again may have come with a page or a paragraph, and what was here be gone.
        drift = abs(pair.old - pair.first)
        if not gap.open:
            drift = min(drift, abs(len(left) - pair.old - len(right) + pair.first))
        near = drift <= (_SHORT_DRIFT if gap.open else _DRIFT)
        found.grade[at] = Grade.SURE if pair.sure and enough and near else Grade.OPEN
        for number in range(first, last + 1):
            if found.source[number] < 0:
                found.source[number] = at
        if first != last or pair.head > 0 or pair.tail < 1:
            found.parts[at] = Pair(at, first, last, pair.head, pair.tail)
