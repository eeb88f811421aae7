"""Where each word of an old version stands in the new one, and how sure that is. Pure.

Unchanged pages first, then runs of words that begin or end with something said only once in either version,
then what lies between two of those in the same order. What two places claim is nobody's.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from itertools import pairwise
from typing import Final

from reader.core.anchoring.aligning import Pair, Token, align, alike
from reader.core.anchoring.streams import Stream

_SAID: Final = 4
"""Words in a row that tell a place apart if they are nowhere else."""
_SAID_THIN: Final = 7
"""The same where most letters are lost."""
_RUN: Final = 8
"""Words that a run needs to stand out of order; fewer are there by chance."""
_NEAR: Final = 10
"""Words between two parts of one run."""
_REWRITTEN: Final = 0.4
"""Of words between two runs so many must be the same, or those that are equal are so by chance."""


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

    def claim(self, old: int, new: int, grade: Grade, ordered: bool) -> None:
        """Set a pair; where either has another already, neither is sure any more."""
        if self.target[old] == new:
            return
        if self.target[old] < 0 and self.source[new] < 0:
            self.target[old], self.source[new] = new, old
            self.grade[old], self.ordered[old] = grade, ordered
            return
        self.grade[old] = Grade.OPEN
        if self.source[new] >= 0:
            self.grade[self.source[new]] = Grade.OPEN
        else:
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


def match(old: Stream, new: Stream) -> Matches:
    """Set the words of two versions against one another."""
    found = Matches(old, new)
    found.pages = same_pages(old, new)
    blocks = list(_page_blocks(found))
    free_old, free_new = _free(len(old.keys), blocks, 0), _free(len(new.keys), blocks, 1)
    counts = _Counts(old.keys, new.keys)
    spoken = list(
        {(one.old, one.new): one for one in _spoken(old.keys, new.keys, free_old, free_new, counts)}.values()
    )
    for block in spoken:
        _cover(free_old, free_new, block)
    lost = list(_lost(old, new, free_old, free_new))
    blocks = _kept([*blocks, *spoken, *lost])
    for block in sorted(blocks, key=lambda one: (not one.page, not one.ordered, -one.size)):
        for n in range(block.size):
            grade = _grade(block, n, old.keys, counts)
            found.claim(block.old + n, block.new + n, grade, block.ordered)
    for a, b, c, d, ordered in _gaps(blocks, len(old.keys), len(new.keys)):
        _fill(found, range(a, b), range(c, d), ordered)
    return found


def same_pages(old: Stream, new: Stream) -> dict[int, int]:
    """Old page → new page with the same words (or picture), wherever it is.

    Of several same pages those count that follow on one another from a page that is told apart, or from an
    end of the document, and that nothing else could be.
    """
    pages: dict[int, int] = {}
    for level, keys in enumerate((_whole, _body, _steady)):
        before = [keys(old, page) if page not in pages else None for page in range(len(old.pages))]
        taken = set(pages.values())
        after = [keys(new, page) if page not in taken else None for page in range(len(new.pages))]
        often, often_new = Counter(before), Counter(after)
        where = {key: page for page, key in enumerate(after)}
        once = {
            page: where[key]
            for page, key in enumerate(before)
            if key is not None and often[key] == 1 and often_new[key] == 1
        }
        pages |= once
        if level < 2:
            pages |= _following(pages, before, after)
    return pages


def _whole(stream: Stream, page: int) -> Hashable:
    body = _body(stream, page)
    return None if body is None else (body, stream.full[page], stream.pages[page].digest)


def _body(stream: Stream, page: int) -> Hashable:
    body, digest = stream.body(page), stream.pages[page].digest
    return (body, digest) if body or digest else None


def _steady(stream: Stream, page: int) -> Hashable:
    digest = stream.pages[page].digest
    words = tuple(stream.keys[at] for at in stream.steady[page])
    return (words, digest) if words or digest else None


def _following(
    pages: dict[int, int], before: Sequence[Hashable], after: Sequence[Hashable]
) -> dict[int, int]:
    claims: defaultdict[int, set[int]] = defaultdict(set)
    claimed: defaultdict[int, set[int]] = defaultdict(set)
    starts = [*pages.items()]
    for step, sentinel in ((1, (-1, -1)), (-1, (len(before), len(after)))):
        for a, b in [*starts, sentinel]:
            a, b = a + step, b + step
            while (
                0 <= a < len(before)
                and 0 <= b < len(after)
                and before[a] is not None
                and before[a] == after[b]
            ):
                if b in claims[a]:
                    break
                claims[a].add(b)
                claimed[b].add(a)
                a, b = a + step, b + step
    return {
        a: next(iter(found))
        for a, found in claims.items()
        if len(found) == 1 and len(claimed[next(iter(found))]) == 1
    }


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


class _Counts:
    """How often each few words in a row are said in either version; where, if once."""

    def __init__(self, old: Sequence[str], new: Sequence[str], length: int = _SAID) -> None:
        self.length = length
        self.old, self.new = Counter(_shingles(old, length)), Counter(_shingles(new, length))
        self.where = {said: at for at, said in enumerate(_shingles(new, length)) if self.new[said] == 1}

    def once(self, said: tuple[str, ...]) -> int:
        """Where in the new version, if once in both; else -1."""
        return self.where.get(said, -1) if self.old[said] == 1 else -1


def _shingles(keys: Sequence[str], length: int) -> Iterator[tuple[str, ...]]:
    return zip(*(keys[n:] for n in range(length)), strict=False)


def _spoken(
    old: Sequence[str], new: Sequence[str], free_old: bytearray, free_new: bytearray, counts: _Counts
) -> Iterator[_Block]:
    """The longest runs of equal words around what is said only once."""
    block: _Block | None = None
    for at, said in enumerate(_shingles(old, counts.length)):
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
    for block in _spoken(before, after, *free, _Counts(before, after, _SAID_THIN)):
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


def _grade(block: _Block, at: int, keys: Sequence[str], counts: _Counts) -> Grade:
    first, end = block.firm
    if block.loss:
        return Grade.SURE
    if first <= at < end:
        return Grade.FIRM
    # Beyond the last words that are said once everything is said again elsewhere. If one of those places came
    # or went, this may be that one.
    here = block.old + at
    start = here if at < first else here - counts.length + 1
    said = tuple(keys[max(0, start) : start + counts.length])
    return Grade.SURE if counts.old[said] == counts.new[said] else Grade.OPEN


def _gaps(blocks: Sequence[_Block], old: int, new: int) -> Iterator[tuple[int, int, int, int, bool]]:
    """What lies between blocks in the same order, and inside runs out of order."""
    ends = _Block(0, 0, 0, (0, 0), ordered=True), _Block(old, new, 0, (0, 0), ordered=True)
    ordered = [ends[0], *sorted((one for one in blocks if one.ordered), key=lambda one: one.old), ends[1]]
    apart = sorted((one for one in blocks if not one.ordered), key=lambda one: one.old)
    for one, other in pairwise(ordered):
        yield one.old + one.size, other.old, one.new + one.size, other.new, True
    for one, other in pairwise(apart):
        if _continues(one, other):
            yield one.old + one.size, other.old, one.new + one.size, other.new, False


def _fill(found: Matches, old: range, new: range, ordered: bool) -> None:
    left = [at for at in old if found.target[at] < 0]
    right = [at for at in new if found.source[at] < 0]
    pairs = align([_token(found.old, at) for at in left], [_token(found.new, at) for at in right])
    enough = len(pairs) >= _REWRITTEN * min(len(left), len(right))
    for pair in pairs:
        at, first, last = left[pair.old], right[pair.first], right[pair.last]
        found.target[at], found.ordered[at] = first, ordered
        found.grade[at] = Grade.SURE if pair.sure and enough else Grade.OPEN
        for number in range(first, last + 1):
            if found.source[number] < 0:
                found.source[number] = at
        if first != last or pair.head > 0 or pair.tail < 1:
            found.parts[at] = Pair(at, first, last, pair.head, pair.tail)
