"""Marks made on a version before: found through the real child, kept in the vault, never sent."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import msgspec
import pytest
from support.packets import DOCUMENT, MEETING
from support.pdfs import BytesSource
from support.revised import on_words, paper, paragraph

from reader.core import annotating, carrying, undoing
from reader.core.carrying import Due, Found
from reader.core.mark_views import Fate, MarkView, on_version
from reader.core.views import Trip
from reader.pdf import PdfClient, PdfError
from reader.pdf.stopping import StoppedError
from sync.model.annotation import Audience, Colour, MarkKind, Rect, Stroke
from sync.model.ids import Digest, MarkId

PAGES = [[paragraph(10 * page + n) for n in range(4)] for page in range(3)]
OLD = paper(PAGES)
FIRST, SECOND = Digest(BytesSource(OLD).sha256), Digest("2" * 64)


def revised() -> bytes:
    """A page comes first; of the second page one paragraph has a new figure and one is written anew."""
    pages = [list(page) for page in PAGES]
    words = pages[1][1].split()
    pages[1][1] = " ".join([*words[:20], "bốn", "mươi", "tỷ", *words[21:]])
    pages[1][2] = paragraph(99)
    return paper([[paragraph(97)], *pages])


NEW = revised()
NOW = Digest(BytesSource(NEW).sha256)


@pytest.fixture(scope="module")
def pdf() -> Iterator[PdfClient]:
    client = PdfClient()
    yield client
    client.close()


def mark(name: str = "m", **changes: Any) -> MarkView:
    values: dict[str, Any] = {
        "id": MarkId(name),
        "meeting": MEETING,
        "document": DOCUMENT,
        "sha256": FIRST,
        "page": 0,
        "kind": MarkKind.HIGHLIGHT,
        "rects": (),
        "quote": None,
        "colour": Colour.YELLOW,
        "text": "",
        "audience": Audience.PRIVATE,
        "at": datetime(2026, 12, 1, tzinfo=UTC),
        "mine": True,
        "author": "Lan",
        "trip": Trip.SENT,
        "fate": Fate.COMING,
    }
    return MarkView(**(values | changes))


def on(page: int, number: int) -> dict[str, Any]:
    """In the middle of a paragraph."""
    words = PAGES[page][number].split()
    rects, quote = on_words(OLD, page, " ".join(words[15:18]), 10)
    return {"page": page, "rects": rects, "quote": quote}


def found(pdf: PdfClient, *marks: MarkView, old: bytes | None = OLD) -> Found:
    due = Due(MEETING, DOCUMENT, FIRST, NOW, marks)
    source = None if old is None else BytesSource(old)
    return carrying.find(pdf, due, source, BytesSource(NEW), lambda _: None, lambda: False)


def test_each_mark_is_told_where_it_is_and_how_sure_that_is(pdf: PdfClient) -> None:
    told = found(pdf, mark(**on(0, 1)), mark(**on(1, 1)), mark(**on(1, 2)), mark(page=1, kind=MarkKind.NOTE))
    assert [(one.fate, [piece.page for piece in one.pieces]) for one in told.places] == [
        (Fate.EXACT, [1]),
        (Fate.MOVED, [2]),
        (Fate.LOST, []),
        (Fate.MOVED, [2]),
    ]
    assert [one.seen for one in told.places] == [True, False, True, False]


def test_what_was_drawn_goes_as_far_as_its_box(pdf: PdfClient) -> None:
    rects = on(1, 3)["rects"][:1]
    stroke = Stroke((rects[0].x0, rects[0].y0, rects[0].x1, rects[0].y1))
    drawn = mark(kind=MarkKind.PEN, page=1, rects=rects, strokes=(stroke,))
    (place,) = found(pdf, drawn).places
    (piece,) = place.pieces
    moved = piece.rects[0]
    assert piece.page == 2
    assert piece.strokes[0].places == ((moved.x0, moved.y0), (moved.x1, moved.y1))


def test_without_the_old_bytes_a_quotation_is_looked_for_by_itself(pdf: PdfClient) -> None:
    told = found(pdf, mark(**on(0, 1)), mark(page=1, rects=(Rect(1, 2, 3, 4),)), old=None)
    assert told.places[0].pieces[0].page == 1
    assert told.places[1].fate is Fate.LOST


def test_it_can_be_stopped_and_tells_how_far_it_is(pdf: PdfClient) -> None:
    shares: list[float] = []
    due = Due(MEETING, DOCUMENT, FIRST, NOW, (mark(**on(0, 1)),))
    with pytest.raises(StoppedError):
        carrying.find(pdf, due, BytesSource(OLD), BytesSource(NEW), shares.append, lambda: len(shares) > 4)
    assert sorted(shares) == shares
    assert len(shares) == 5


def test_a_new_version_that_cannot_be_opened_says_so(pdf: PdfClient) -> None:
    due = Due(MEETING, DOCUMENT, FIRST, NOW, (mark(**on(0, 1)),))
    with pytest.raises(PdfError):
        carrying.find(pdf, due, BytesSource(OLD), BytesSource(b"no PDF"), lambda _: None, lambda: False)


def views(book: Any, shown: Digest) -> tuple[MarkView, ...]:
    facts = book.project(MEETING).marks
    return annotating.views(book, MEETING, facts, {}, {DOCUMENT: shown})


def put(book: Any, **place: Any) -> MarkId:
    fields = {"document": DOCUMENT, "sha256": FIRST, "kind": MarkKind.HIGHLIGHT, **place}
    return annotating.put(book, MEETING, **fields)


def test_what_was_found_is_kept_and_stays_when_only_the_words_of_a_note_change(
    pdf: PdfClient, book: Any
) -> None:
    name = put(book, **on(1, 1))
    (before,) = views(book, NOW)
    assert before.fate is Fate.COMING
    carrying.keep(book, found(pdf, before))
    put(book, mark=name, text="mới", **on(1, 1))
    (now,) = views(book, NOW)
    assert (now.fate, now.text, now.sha256, now.page) == (Fate.MOVED, "mới", FIRST, 1)
    (shown,) = on_version(now, NOW)
    assert shown.page == 2
    assert on_version(now, FIRST)[0].page == 1
    assert on_version(now, SECOND)[0].fate is Fate.COMING


def test_a_mark_that_moved_is_told_until_it_was_seen(pdf: PdfClient, book: Any) -> None:
    put(book, **on(1, 1))
    carrying.keep(book, found(pdf, *views(book, NOW)))
    (moved,) = views(book, NOW)
    assert not moved.seen
    carrying.see(book, [moved], NOW)
    assert views(book, NOW)[0].seen
    carrying.keep(book, found(pdf, *views(book, NOW)))  # the same again
    assert views(book, NOW)[0].seen


def test_nothing_of_it_is_sent(pdf: PdfClient, book: Any) -> None:
    put(book, **on(1, 1))
    carrying.keep(book, found(pdf, *views(book, NOW)))
    carrying.see(book, views(book, NOW), NOW)
    assert len(book.vault.outbox.pending(20)) == 1


def test_a_place_chosen_by_hand_is_an_act_and_the_old_version_keeps_its_own(book: Any) -> None:
    name = put(book, text="Hỏi lại", **on(1, 2))
    there = (Rect(10, 20, 30, 40),)
    moved = msgspec.structs.replace(annotating.mark_of(views(book, NOW)[0]), sha256=NOW, page=2, rects=there)
    undoing.act(book, MEETING, DOCUMENT, [moved])
    (placed,) = views(book, NOW)
    assert (placed.id, placed.fate, placed.page, placed.rects, placed.text) == (
        name, Fate.HERE, 2, there, "Hỏi lại",
    )  # fmt: skip
    (old,) = on_version(placed, FIRST)
    assert (old.fate, old.page, old.rects) == (Fate.HERE, 1, on(1, 2)["rects"])
    assert len(book.vault.outbox.pending(20)) == 2


def test_a_guess_brings_its_words_for_when_it_is_taken(pdf: PdfClient) -> None:
    other, same = paragraph(98).split(), PAGES[2][1].split()
    half = " ".join(same[n] if n % 3 else other[n] for n in range(40))
    pages = [PAGES[0], PAGES[1], [PAGES[2][0], half, *PAGES[2][2:]]]
    new = BytesSource(paper(pages))
    due = Due(MEETING, DOCUMENT, FIRST, Digest(new.sha256), (mark(**on(2, 1)),))
    told = carrying.find(pdf, due, BytesSource(OLD), new, lambda _: None, lambda: False)
    (place,) = told.places
    assert place.fate is Fate.UNSURE
    assert place.quote is not None
    assert place.quote.exact in half


def test_an_edit_of_words_or_colour_leaves_a_mark_its_place() -> None:
    one = mark(**on(0, 1))
    assert carrying.anchor_of(one) == carrying.anchor_of(replace(one, text="mới", colour=Colour.PINK))
    assert carrying.anchor_of(one) != carrying.anchor_of(replace(one, sha256=SECOND))
