"""Pages that are the same in both versions, wherever they are now. Pure."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Sequence
from typing import Final

from reader.core.anchoring.counts import SAID, Counts, shingles
from reader.core.anchoring.streams import Stream

_A_PAGE: Final = 60
"""Words that are a page by themselves; a page of fewer may be a heading, or the end of something."""


def same_pages(old: Stream, new: Stream) -> dict[int, int]:
    """Old page → new page with the same words (or picture), wherever it is.

    Of several same pages those count that follow on one another from a page that is told apart, or from an
    end of the document, and that nothing else could be.
    """
    pages: dict[int, int] = {}
    told_apart = _Telling(old, new).of
    for level, keys in enumerate((_whole, _body, _steady)):
        before = [keys(old, page) if page not in pages else None for page in range(len(old.pages))]
        taken = set(pages.values())
        after = [keys(new, page) if page not in taken else None for page in range(len(new.pages))]
        often, often_new = Counter(before), Counter(after)
        where = {key: page for page, key in enumerate(after)}
        once = {
            page: where[key]
            for page, key in enumerate(before)
            if key is not None and often[key] == 1 and often_new[key] == 1 and told_apart(page)
        }
        pages |= once
        if level < 2:
            pages |= _following(pages, before, after)
    return pages


class _Telling:
    """Whether a page's words alone say which it is. A few on a page by themselves may stand anywhere else;
    they say it only if something in them is said once in either version.
    """

    def __init__(self, old: Stream, new: Stream) -> None:
        self._old, self._new = old, new
        self._counts: dict[int, Counts] = {}

    def of(self, page: int) -> bool:
        body = self._old.body(page)
        if not body or len(body) >= _A_PAGE:
            return True
        length = min(SAID, len(body))
        if length not in self._counts:
            aside = self._old.aside, self._new.aside
            self._counts[length] = Counts(self._old.keys, self._new.keys, length, aside)
        return any(self._counts[length].once(said) >= 0 for said in shingles(body, length))


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
