"""Marks on a revised document: how many are found again where they belong, how many wrongly without a word.

Papers are written by a grammar, set, revised and set again; each word has an identity, so the truth is known.
Beside it the naive way: the first place where the quotation is found, letter by letter, taken as a fact.
"""

from __future__ import annotations

import random
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from _common import Bound, Figure, Grid, arguments, show
from _prose import (
    Paper,
    Paragraph,
    Revise,
    Shape,
    Writer,
    deleted,
    edited,
    everything,
    inserted,
    moved,
    pages_inserted,
    pages_moved,
    rewritten,
    same,
)
from _typeset import SANS, Look, Typeset, covered, typeset

from reader.core.anchoring import Anchor, Outcome, Piece, Placed, anchor
from reader.pdf import Selection, Word, quote, rects_of
from sync.model.annotation import Quote, Rect

PLAIN = Look()
SET_ANEW = Look(font=SANS, size=11, page=(612, 792), margin=54, header="Hội đồng nhân dân xã, kỳ họp thứ 12")
NARROW = Look(font=SANS, size=13, page=(420, 595), margin=44, hyphens=True)
ROUND = 8
"""A mark without words is a stroke of so many points beside a word."""


class Verdict(StrEnum):
    """What an answer is worth."""

    RIGHT = "right"
    FLAGGED = "moved, right"
    GUESSED = "unsure, right"
    MISGUESSED = "unsure, wrong"
    GONE = "lost, rightly"
    MISSED = "lost, wrongly"
    WRONG = "silently wrong"


_PLACED = (Verdict.RIGHT, Verdict.FLAGGED)
_OFFERED = (*_PLACED, Verdict.GUESSED)


@dataclass(frozen=True)
class Kind:
    """One way to revise."""

    name: str
    revise: Revise
    look: Look = PLAIN
    plain: bool = True


@dataclass(frozen=True)
class Marked:
    """A mark and the truth about it: the words it is on, or the one it stands beside, or its scan."""

    anchor: Anchor
    words: tuple[int, ...]
    paragraph: Paragraph
    scan: bool = False


KINDS = (
    Kind("nothing changed", same),
    Kind("words edited", edited),
    Kind("paragraphs inserted", inserted),
    Kind("paragraphs deleted", deleted),
    Kind("paragraphs rewritten", rewritten),
    Kind("paragraphs moved", moved),
    Kind("pages inserted", pages_inserted),
    Kind("pages moved, some deleted", pages_moved),
    Kind("other font and page", same, SET_ANEW),
    Kind("narrow, hyphenated, edited", edited, NARROW),
    Kind("accents lost", inserted, replace(PLAIN, bare=True)),
    Kind("a third of accented letters lost", inserted, replace(PLAIN, lost=0.33)),
    Kind("all accented letters lost", inserted, replace(SET_ANEW, lost=1.0)),
    Kind("repeated, edited", edited, PLAIN, plain=False),
    Kind("repeated, deleted", deleted, PLAIN, plain=False),
    Kind("repeated, moved", moved, SET_ANEW, plain=False),
    Kind("repeated, pages deleted", pages_moved, PLAIN, plain=False),
    Kind("everything", everything, SET_ANEW),
    Kind("everything, repeated", everything, SET_ANEW, plain=False),
)


def main() -> None:
    """Judge every kind of revision, then time a long document."""
    options = arguments(__doc__ or "", runs=1)
    parts, count = (3, 40) if options.small else (14, 400)
    rows, in_grid = [], []
    fates: defaultdict[str, Counter[Verdict]] = defaultdict(Counter)
    everywhere: Counter[Verdict] = Counter()
    for kind in KINDS:
        ours: Counter[Verdict] = Counter()
        naive: Counter[Verdict] = Counter()
        for seed in range(options.runs):
            _judge(kind, seed, parts, count, ours, naive, fates)
        everywhere += ours
        rows.append(_row(kind.name, ours, naive))
        in_grid += [
            Figure(f"{kind.name}: placed right", _share(ours, *_PLACED), "%"),
            Figure(f"{kind.name}: silently wrong", ours[Verdict.WRONG], "", 0),
        ]
    goals = {"unchanged text": 99.0, "moved text": 90.0}
    figures = [
        *(
            Figure(f"{name}: placed right", _share(fates[name], *_PLACED), "%", goal, Bound.AT_LEAST)
            for name, goal in goals.items()
        ),
        *(
            Figure(f"{name} said again elsewhere: placed or offered right", _share(found, *_OFFERED), "%")
            for name, found in ((name, fates[f"{name} said again elsewhere"]) for name in goals)
        ),
        Figure("silently wrong, of all", everywhere[Verdict.WRONG], "", 0),
        *_timed(10 if options.small else 120, 100 if options.small else 2_000),
    ]
    columns = ("revision", "marks", *Verdict, "naive right", "naive silently wrong")
    show(
        "Marks found again",
        figures,
        "text in columns; words that a scanner read; the person who looks at what is flagged",
        as_json=options.json,
        grid=Grid("Marks on a revised document, in parts of a hundred", columns, tuple(rows)),
        in_grid=in_grid,
    )


def _judge(
    kind: Kind,
    seed: int,
    parts: int,
    count: int,
    ours: Counter[Verdict],
    naive: Counter[Verdict],
    fates: dict[str, Counter[Verdict]],
) -> None:
    writer = Writer(random.Random(f"{kind.name} {seed}"))
    paper = writer.paper(parts, kind.plain)
    revised = kind.revise(writer, paper)
    old, new = typeset(paper, PLAIN, seed), typeset(revised, kind.look, seed)
    marks = list(_marks(writer.chance, paper, old, count))
    unchanged, elsewhere = _fates(paper, revised)
    placed = anchor(old.pages, new.pages, [mark.anchor for mark in marks])
    for mark, answer in zip(marks, placed, strict=True):
        verdict = _verdict(mark, answer, old, new)
        ours[verdict] += 1
        naive[_verdict(mark, _naively(mark.anchor, new), old, new)] += 1
        if mark.anchor.quote is not None:
            stock = mark.paragraph.stock
            if mark.paragraph.id in unchanged:
                fates["unchanged text said again elsewhere" if stock else "unchanged text"][verdict] += 1
            if mark.paragraph.id in elsewhere:
                fates["moved text said again elsewhere" if stock else "moved text"][verdict] += 1


def _marks(chance: random.Random, paper: Paper, old: Typeset, count: int) -> Iterator[Marked]:
    """Mostly of 1 to 40 words; one in eight without words, beside a word or on a scan."""
    paragraphs = [one for part in paper for one in part]
    texts = [one for one in paragraphs if one.words]
    at = _places(old)
    scans = [one for one in paragraphs if one.shape is Shape.SCAN]
    for number in range(count):
        if scans and number % 40 == 0:
            scan = chance.choice(scans)
            rects = (Rect(100.0, 300.0, 180.0, 330.0),)
            yield Marked(Anchor(old.scans[scan.id], rects), (scan.id,), scan, scan=True)
            continue
        one = chance.choice(texts)
        start = chance.randrange(len(one.words))
        page, first = at[one.words[start].id]
        ids = [one.words[start].id]
        if number % 8 == 1:
            box = old.pages[page].words[first]
            rects = (Rect(box[0] - ROUND, box[1], box[0], box[3]),)
            yield Marked(Anchor(page, rects), (ids[0],), one)
            continue
        for word in one.words[start + 1 : start + chance.choice((1, 2, 3, 5, 8, 13, 20, 30, 40))]:
            there, last = at[word.id]
            if (there, last) != (page, first + len(ids)):
                break
            ids.append(word.id)
        words = [Word._make(row) for row in old.pages[page].words]
        selection = Selection(first, first + len(ids) - 1)
        told = quote(words, selection)
        rects = tuple(Rect(*rect) for rect in rects_of(words, selection))
        made = Anchor(page, rects, Quote(exact=told.exact, prefix=told.prefix, suffix=told.suffix))
        yield Marked(made, tuple(ids), one)


def _places(made: Typeset) -> dict[int, tuple[int, int]]:
    """Of each word's identity the page and the number there."""
    found = {}
    for page, text in enumerate(made.pages):
        boxes = made.on_page.get(page, [])
        lines: dict[float, list[tuple[float, float, int]]] = {}
        for word, box in boxes:
            lines.setdefault(box[1], []).append((box[0], box[2], word))
        for number, row in enumerate(text.words):
            middle = (row[0] + row[2]) / 2
            line = next((top for top in lines if row[1] <= top < row[3]), 0.0)
            for x0, x1, word in lines.get(line, ()):
                if x0 <= middle <= x1 and word not in found:
                    found[word] = (page, number)
    return found


def _fates(paper: Paper, revised: Paper) -> tuple[set[int], set[int]]:
    """Paragraphs that have the same words between the same neighbours, and those that have other ones."""
    before, after = ([one for part in each for one in part if one.words] for each in (paper, revised))
    place = {one.id: n for n, one in enumerate(after)}
    unchanged, elsewhere = set(), set()
    for n, one in enumerate(before):
        now = place.get(one.id)
        if now is None or after[now].words != one.words:
            continue
        near = [(n + d, now + d) for d in (-1, 1)]
        at_home = [
            not (0 <= a < len(before) and 0 <= b < len(after)) or before[a].id == after[b].id for a, b in near
        ]
        if all(at_home):
            unchanged.add(one.id)
        elif not any(at_home):
            elsewhere.add(one.id)
    return unchanged, elsewhere


def _verdict(mark: Marked, answer: Placed, old: Typeset, new: Typeset) -> Verdict:
    there = _is_there(mark, answer.pieces, new) if answer.pieces else False
    left = [word for word in mark.words if (word in new.scans if mark.scan else word in new.spots)]
    match answer.outcome:
        case Outcome.LOST:
            return Verdict.GONE if len(left) * 2 < len(mark.words) else Verdict.MISSED
        case Outcome.UNSURE:
            return Verdict.GUESSED if there else Verdict.MISGUESSED
        case Outcome.EXACT:
            return Verdict.RIGHT if there else Verdict.WRONG
        case Outcome.MOVED:
            return Verdict.FLAGGED if there else Verdict.WRONG


def _is_there(mark: Marked, pieces: Sequence[Piece], new: Typeset) -> bool:
    if mark.scan:
        return new.scans.get(mark.words[0]) == pieces[0].page
    if mark.anchor.quote is None:
        return _is_beside(mark, pieces[0], new)
    left = {word for word in mark.words if word in new.spots}
    # A sign without letters is marked or not with the word beside it.
    wanted = {word for word in left if word not in new.signs} or left
    if not left:
        return False
    boxes = [(piece.page, [(r.x0, r.y0, r.x1, r.y1) for r in piece.rects]) for piece in pieces]
    found = set().union(*(covered(new, page, rects) for page, rects in boxes))
    places = sorted(new.rank[word] for word in left)
    between = set(new.order[places[0] : places[-1] + 1])
    missing, more = len(wanted - found), len(found - between)
    return missing <= 0.25 * len(wanted) and more <= max(0.2 * len(found), len(wanted) > 2)


def _is_beside(mark: Marked, piece: Piece, new: Typeset) -> bool:
    """Within a line of the word it stood beside."""
    spots = new.spots.get(mark.words[0])
    if not spots or spots[0].page != piece.page:
        return False
    box, rect = spots[0].box, piece.rects[0]
    return abs(rect.x1 - box[0]) < 12 and abs((rect.y0 + rect.y1 - box[1] - box[3]) / 2) < 12


def _naively(mark: Anchor, new: Typeset) -> Placed:
    if mark.quote is None:
        if mark.page >= len(new.pages):
            return Placed(Outcome.LOST)
        return Placed(Outcome.EXACT, (Piece(mark.page, mark.rects),))
    for page in range(len(new.pages)):
        text, starts = new.joined(page)
        at = text.find(f" {mark.quote.exact} ")
        if at >= 0:
            first = starts.index(at)
            last = first + len(mark.quote.exact.split()) - 1
            words = [Word._make(row) for row in new.pages[page].words]
            rects = tuple(Rect(*rect) for rect in rects_of(words, Selection(first, last)))
            return Placed(Outcome.EXACT, (Piece(page, rects),))
    return Placed(Outcome.LOST)


def _share(found: Counter[Verdict], *verdicts: Verdict) -> float:
    return 100 * sum(found[each] for each in verdicts) / max(1, found.total())


def _row(name: str, ours: Counter[Verdict], naive: Counter[Verdict]) -> tuple[str, ...]:
    shares = [
        f"{_share(ours, each):.1f}" if ours[each] else "" for each in Verdict if each is not Verdict.WRONG
    ]
    return (
        name,
        str(ours.total()),
        *shares,
        str(ours[Verdict.WRONG]),
        f"{_share(naive, Verdict.RIGHT):.1f}",
        str(naive[Verdict.WRONG]),
    )


def _timed(parts: int, count: int) -> list[Figure]:
    """A long document after everything that may be done to it."""
    writer = Writer(random.Random("long"))
    paper = writer.paper(parts)
    old, new = typeset(paper, PLAIN), typeset(everything(writer, paper), SET_ANEW)
    marks = [mark.anchor for mark in _marks(writer.chance, paper, old, count)]
    began = time.perf_counter()
    anchor(old.pages, new.pages, marks)
    taken = time.perf_counter() - began
    name = f"{len(marks)} marks, {len(old.pages)} pages against {len(new.pages)}"
    return [Figure(name, taken, "s", 10)]


if __name__ == "__main__":
    main()
