"""What changed between two versions of a document, word by word and page by page. Pure: no PDF, no vault.

Pages with the same words are set against one another first, then the lines between them, then the words
between those: so a paragraph that pushes the rest of a document on by three lines is one change only.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from difflib import Match, SequenceMatcher
from enum import StrEnum
from itertools import accumulate, pairwise
from typing import Final, NamedTuple

from reader.pdf.stopping import go_on

_CHANCE: Final = 5
"""Fewer equal words between two larger changes are equal by chance: the whole is one change."""
_FEW, _MANY, _OFTEN = 1_000_000, 100_000_000, 4
"""Pairs up to which everything is an anchor; beyond, only what occurs at most so often; and beyond the second
number nothing is: that document was written anew."""
_REPLACED: Final = 0.5
"""A page without any old word is new, unless so large a part of as many words went where it stands."""


@dataclass(frozen=True, slots=True)
class PageText:
    """The words of a page in reading order, in lines; page numbers left out.

    ``places`` are the words' numbers among all words of the page. ``picture`` tells pages without words
    apart; empty where nobody looked.
    """

    lines: tuple[tuple[str, ...], ...]
    places: tuple[int, ...] = ()
    picture: str = ""

    @property
    def words(self) -> tuple[str, ...]:
        """All of them."""
        return tuple(word for line in self.lines for word in line)


class PageState(StrEnum):
    """What became of a page, seen from the new version."""

    SAME = "same"
    MOVED = "moved"
    """The same, elsewhere among the others; being pushed on by pages before it does not count."""
    CHANGED = "changed"
    NEW = "new"
    BLIND = "blind"
    """It has no words and nobody looked at its picture."""


@dataclass(frozen=True, slots=True)
class Edit:
    """Words ``start`` to ``end`` (exclusive) of a new page stand where ``removed`` stood.

    ``at`` counts the words of the old pages that did not move. ``gone``: nothing but whole pages went here.
    """

    page: int
    start: int
    end: int
    at: int
    removed: tuple[str, ...]
    added: tuple[str, ...]
    gone: bool = False


@dataclass(frozen=True, slots=True)
class PageChange:
    """One page of the new version. ``was`` is the old page most of it came from, None for a new one."""

    page: int
    state: PageState
    was: int | None
    edits: tuple[Edit, ...] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """Every page of the new version, and the old pages of which nothing is left."""

    pages: tuple[PageChange, ...]
    removed: tuple[int, ...]
    edits: tuple[Edit, ...] = field(repr=False)
    """All of them in order, those included that only took whole pages away."""

    @property
    def unchanged(self) -> bool:
        """Every page is there with its words, in order, and no other."""
        return not self.removed and all(page.state is PageState.SAME for page in self.pages)


class _Step(NamedTuple):
    """Old words ``a`` to ``b`` became new words ``c`` to ``d``."""

    a: int
    b: int
    c: int
    d: int


def compare(
    old: Sequence[PageText], new: Sequence[PageText], stopped: Callable[[], bool] = lambda: False
) -> Comparison:
    """Compare two versions. Raises ``StoppedError`` soon after ``stopped`` says so."""
    before, after = _numbered(map(_key, old), map(_key, new))
    told_apart = [bool(page.lines or page.picture) for page in new]
    moved = _moves(before, after, _blocks(before, after, stopped), told_apart)
    elsewhere = set(moved.values())
    stays_old = [page for page in range(len(old)) if page not in elsewhere]
    stays_new = [page for page in range(len(new)) if page not in moved]
    left = _Stream([old[page] for page in stays_old])
    right = _Stream([new[page] for page in stays_new])
    known, arrived = [before[page] for page in stays_old], [after[page] for page in stays_new]
    steps: list[_Step] = []
    for a, b, c, d in _gaps(_blocks(known, arrived, stopped), len(known), len(arrived)):
        gap = _joined(_between(left.part(a, b), right.part(c, d), stopped), right.starts)
        steps += [part for step in gap for part in _parted(step, left.starts, right.starts)]
    edits = [edit for step in steps for edit in _edits(step, left, right, stays_new)]
    by_page: defaultdict[int, list[Edit]] = defaultdict(list)
    for edit in edits:
        if not edit.gone:
            by_page[edit.page].append(edit)
    sources = dict(zip(stays_new, _origins(steps, left, right), strict=True))
    pages = []
    were, came = set(known), set(arrived)
    for page, text in enumerate(new):
        if page in moved:
            pages.append(PageChange(page, PageState.MOVED, moved[page]))
            continue
        state = _state(text, by_page[page], after[page] in were)
        source = None if state is PageState.NEW else sources[page]
        was = None if source is None else stays_old[source]
        pages.append(PageChange(page, state, was, tuple(by_page[page])))
    removed = [stays_old[at] for at in _emptied(left, steps)]
    removed += [
        page for page in stays_old if not old[page].lines and old[page].picture and before[page] not in came
    ]
    return Comparison(tuple(pages), tuple(sorted(removed)), tuple(edits))


class _Stream:
    """Pages one after another, with where each page and each line begins."""

    def __init__(self, pages: Sequence[PageText]) -> None:
        self.words = [word for page in pages for word in page.words]
        self.starts = list(accumulate((len(page.words) for page in pages), initial=0))
        self._pages = pages

    def part(self, first: int, end: int) -> _Part:
        lines = [line for page in self._pages[first:end] for line in page.lines]
        return _Part(lines, list(accumulate(map(len, lines), initial=self.starts[first])))


class _Part(NamedTuple):
    lines: list[tuple[str, ...]]
    starts: list[int]
    """Of each line, and the end of the last."""


def _key(page: PageText) -> Hashable:
    words = page.words
    return words if words else ("", page.picture)


def _numbered(old: Iterable[Hashable], new: Iterable[Hashable]) -> tuple[list[int], list[int]]:
    numbers: dict[Hashable, int] = {}
    first = [numbers.setdefault(key, len(numbers)) for key in old]
    return first, [numbers.setdefault(key, len(numbers)) for key in new]


def _blocks(
    old: Sequence[Hashable], new: Sequence[Hashable], stopped: Callable[[], bool]
) -> list[tuple[int, int, int]]:
    """Runs that are equal: (start in old, start in new, length), in order."""
    go_on(stopped)
    head = 0
    while head < min(len(old), len(new)) and old[head] == new[head]:
        head += 1
    tail = 0
    while tail < min(len(old), len(new)) - head and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    a, b = old[head : len(old) - tail], new[head : len(new) - tail]
    middle = [(block.a + head, block.b + head, block.size) for block in _matching(a, b) if block.size]
    ends = [(len(old) - tail, len(new) - tail, tail)] if tail else []
    return [*([(0, 0, head)] if head else []), *middle, *ends]


def _matching(a: Sequence[Hashable], b: Sequence[Hashable]) -> list[Match]:
    work = len(a) * len(b)
    if work > _MANY:
        return []
    often = Counter(b) if work > _FEW else Counter()
    return SequenceMatcher(lambda one: often[one] > _OFTEN, a, b, autojunk=False).get_matching_blocks()


def _gaps(blocks: Iterable[tuple[int, int, int]], old: int, new: int) -> Iterator[_Step]:
    """What lies between the equal runs."""
    a = c = 0
    for start, other, size in [*blocks, (old, new, 0)]:
        if start > a or other > c:
            yield _Step(a, start, c, other)
        a, c = start + size, other + size


def _moves(
    old: Sequence[int], new: Sequence[int], blocks: Iterable[tuple[int, int, int]], seen: Sequence[bool]
) -> dict[int, int]:
    """New page → the old page with the same words elsewhere among the others."""
    matched = list(blocks)
    taken_old = {start + n for start, _, size in matched for n in range(size)}
    taken_new = {start + n for _, start, size in matched for n in range(size)}
    free: defaultdict[int, list[int]] = defaultdict(list)
    for page in reversed(range(len(old))):
        if page not in taken_old:
            free[old[page]].append(page)
    return {
        page: free[new[page]].pop()
        for page in range(len(new))
        if page not in taken_new and seen[page] and free[new[page]]
    }


def _between(old: _Part, new: _Part, stopped: Callable[[], bool]) -> list[_Step]:
    """The steps inside one gap between equal pages: by lines, and by words between equal lines."""
    steps: list[_Step] = []
    before, after = _numbered(old.lines, new.lines)
    for a, b, c, d in _gaps(_blocks(before, after, stopped), len(before), len(after)):
        left = [word for line in old.lines[a:b] for word in line]
        right = [word for line in new.lines[c:d] for word in line]
        steps += [
            _Step(old.starts[a] + e, old.starts[a] + f, new.starts[c] + g, new.starts[c] + h)
            for e, f, g, h in _gaps(_blocks(left, right, stopped), len(left), len(right))
        ]
    return steps


def _joined(steps: Sequence[_Step], starts: Sequence[int]) -> list[_Step]:
    """Without the few words that are equal by chance between two larger changes on a page."""
    joined: list[_Step] = []
    for step in steps:
        while joined:
            last = joined[-1]
            equal = step.c - last.d
            cut = bisect_right(starts, last.c) != bisect_right(starts, step.d - 1)
            if cut or equal >= min(_CHANCE, _size(last), _size(step)):
                break
            step = _Step(last.a, step.b, last.c, step.d)
            joined.pop()
        joined.append(step)
    return joined


def _parted(step: _Step, old: Sequence[int], new: Sequence[int]) -> Iterator[_Step]:
    """Whole pages that went or came are steps of their own, and not part of the change before or after them.

    ``old`` and ``new`` are where pages begin.
    """
    a, b, c, d = step
    went, came = _pages_in(old, a, b), _pages_in(new, c, d)
    if came is None and (went is None or went[0] == went[1]):
        yield step
        return
    # Where one side has no page's edge in it, all of it goes with the end of a page, or else the beginning.
    first, last = went or ((b, b) if came is not None and came[0] > c else (a, a))
    start, end = came or ((d, d) if first > a else (c, c))
    for part in (
        _Step(a, first, c, start),
        _Step(first, last, start, start),
        _Step(last, last, start, end),
        _Step(last, b, end, d),
    ):
        if _size(part):
            yield part


def _pages_in(starts: Sequence[int], a: int, b: int) -> tuple[int, int] | None:
    """From the first edge of a page in ``a`` to ``b`` to the last; None where there is none."""
    first, last = bisect_left(starts, a), bisect_right(starts, b) - 1
    return (starts[first], starts[last]) if first <= last else None


def _size(step: _Step) -> int:
    return max(step.b - step.a, step.d - step.c)


def _state(page: PageText, edits: Sequence[Edit], known: bool) -> PageState:
    if not page.lines:
        if not page.picture:
            return PageState.BLIND
        return PageState.SAME if known else PageState.NEW
    if not edits:
        return PageState.SAME
    count = len(page.words)
    added = sum(len(edit.added) for edit in edits)
    removed = sum(len(edit.removed) for edit in edits)
    return PageState.NEW if added == count and removed < count * _REPLACED else PageState.CHANGED


def _edits(step: _Step, old: _Stream, new: _Stream, pages: Sequence[int]) -> Iterator[Edit]:
    """One step, cut where a new page begins; the first piece has the words that went."""
    removed = tuple(old.words[step.a : step.b])
    starts = new.starts
    if not pages:
        yield Edit(0, 0, 0, step.a, removed, (), gone=True)
        return
    # What went at the top of a page belongs to its first word; what went at the end, to its last.
    at = _page_of(starts, min(step.c, max(0, len(new.words) - 1)))
    first, c = True, step.c
    while first or c < step.d:
        end = max(c, min(step.d, starts[at + 1]))
        if c == end and not first:  # a page without words
            at += 1
            continue
        gone = step.c == step.d and step.a in old.starts and step.b in old.starts
        yield Edit(
            pages[at],
            c - starts[at],
            end - starts[at],
            step.a if first else step.b,
            removed if first else (),
            tuple(new.words[c:end]),
            gone,
        )
        first, c, at = False, end, at + 1


def _page_of(starts: Sequence[int], word: int) -> int:
    """The page that has this word: the last that begins at or before it and is not empty."""
    low, high = 0, len(starts) - 1
    while high - low > 1:
        middle = (low + high) // 2
        if starts[middle] <= word:
            low = middle
        else:
            high = middle
    return low


def _origins(steps: Sequence[_Step], old: _Stream, new: _Stream) -> list[int | None]:
    """For each new page (of those that did not move) the old page most of its words were on."""
    counts: list[Counter[int]] = [Counter() for _ in new.starts[1:]]
    a = c = 0
    for step in [*steps, _Step(len(old.words), len(old.words), len(new.words), len(new.words))]:
        while c < step.c:
            to, source = _page_of(new.starts, c), _page_of(old.starts, a)
            run = min(step.c - c, new.starts[to + 1] - c, old.starts[source + 1] - a)
            counts[to][source] += run
            a, c = a + run, c + run
        a, c = step.b, step.d
    return [count.most_common(1)[0][0] if count else None for count in counts]


def _emptied(old: _Stream, steps: Sequence[_Step]) -> Iterator[int]:
    """Old pages of which no word is left, with little or nothing in their place."""
    for page, (start, end) in enumerate(pairwise(old.starts)):
        at = bisect_right(steps, start, key=lambda one: one.a) - 1  # of those that begin there the last
        if start == end or at < 0 or end > steps[at].b:
            continue
        step = steps[at]
        if step.d - step.c < (step.b - step.a) * _REPLACED:
            yield page
