"""Marks: durable, private unless shared."""

import pytest
from support.packets import DOCUMENT, MEETING, NOON, PASSPHRASE, code_of

from reader.core import annotating, library
from reader.core.book import Book
from reader.store.vault import Vault
from sync.errors import Code
from sync.model.annotation import STROKE_PLACES, Audience, Colour, Mark, MarkKind, Quote, Rect, Stroke
from sync.model.events import DropMark, Event, PutMark, PutSealedMark
from sync.wire.codec import decode_payload
from sync.wire.messages import Delivered

SHA = "1" * 64
SECRET = "Hỏi về khoản dự phòng"


def a_note(book, text=SECRET, **more):
    fields = {"document": DOCUMENT, "sha256": SHA, "page": 4, "kind": MarkKind.NOTE, "text": text}
    return annotating.put(book, MEETING, **{**fields, **more})


def standing(book):
    return [(fact.mark.id, fact.mark.text) for fact in book.project(MEETING).marks]


def sent(book):
    return [decode_payload(envelope.payload, Event).body for envelope in book.vault.outbox.pending(20)]


def test_a_private_note_leaves_sealed_and_comes_back_readable(book):
    mark = a_note(book, rects=(Rect(1, 2, 3, 4),), quote=Quote(exact="dự phòng"), colour=Colour.PINK)
    (body,) = sent(book)
    assert isinstance(body, PutSealedMark)
    (envelope,) = book.vault.outbox.pending(1)
    assert SECRET.encode() not in envelope.payload
    (fact,) = book.project(MEETING).marks
    assert (fact.mark.id, fact.mark.text, fact.mark.colour) == (mark, SECRET, Colour.PINK)
    assert fact.mark.quote.exact == "dự phòng"


@pytest.mark.parametrize("audience", [Audience.SECRETARY, Audience.MEETING])
def test_a_shared_note_leaves_as_it_is(book, audience):
    a_note(book, audience=audience)
    (body,) = sent(book)
    assert isinstance(body, PutMark)
    assert body.mark.audience is audience


def test_an_edit_replaces_and_a_deletion_ends(book):
    mark = a_note(book)
    assert a_note(book, "mới", mark=mark) == mark
    assert standing(book) == [(mark, "mới")]
    annotating.drop(book, MEETING, mark)
    assert standing(book) == []
    assert isinstance(sent(book)[-1], DropMark)


def test_notes_survive_a_lock(book, tmp_path):
    a_note(book)
    book.vault.close()
    book.vault = Vault.open(tmp_path / "lan", PASSPHRASE)
    assert [text for _, text in standing(Book(book.vault))] == [SECRET]


def test_the_longest_stroke_with_pressure_can_be_sealed_and_one_mark_of_many_is_refused_at_once(book):
    path = tuple(round(100.37 + n % 400 * 1.01, 2) for n in range(2 * STROKE_PLACES))
    stroke = Stroke(path, (255,) * STROKE_PLACES)
    a_note(book, kind=MarkKind.PEN, strokes=(stroke,))
    assert code_of(lambda: a_note(book, kind=MarkKind.PEN, strokes=(stroke,) * 3)) is Code.MALFORMED
    assert len(sent(book)) == 1


OUT_OF_BOUNDS = {
    "a place that is no number": {"rects": (Rect(float("nan"), 0, 1, 1),)},
    "a place beyond any page": {"rects": (Rect(0, 0, 1e308, 1),)},
    "an endless text": {"text": "x" * 20_001},
    "a page before the first": {"page": -1},
}


@pytest.mark.parametrize("audience", Audience)
@pytest.mark.parametrize("what", OUT_OF_BOUNDS)
def test_a_mark_out_of_bounds_is_refused_before_it_is_written(book, what, audience):
    """A sealed one would else be found out only when it is read back, and hide the whole meeting."""
    refused = code_of(lambda: a_note(book, audience=audience, **OUT_OF_BOUNDS[what]))
    assert refused is Code.MALFORMED
    assert sent(book) == []
    assert standing(book) == []


def test_an_others_shared_note_is_shown_and_not_mine(book, office):
    shared = Mark(
        id="k-9",
        document=DOCUMENT,
        sha256=SHA,
        page=0,
        kind=MarkKind.NOTE,
        text="gửi cả họp",
        audience=Audience.MEETING,
    )
    envelope = office.event(office.minh, PutMark(mark=shared))
    book.vault.events.add(Delivered(1, NOON, envelope))
    a_note(book)
    facts = book.project(MEETING).marks
    names = {"p-minh": "Đỗ Văn Minh", "p-lan": "Lan"}
    shown = {v.text: v for v in annotating.views(book, MEETING, facts, names, {DOCUMENT: SHA})}
    assert (shown["gửi cả họp"].mine, shown["gửi cả họp"].author) == (False, "Đỗ Văn Minh")
    assert shown[SECRET].mine
    assert shown[SECRET].current
    assert not annotating.views(book, MEETING, facts, names, {DOCUMENT: "2" * 64})[0].current


def test_a_mark_sealed_with_another_note_key_is_passed_over(book, office):
    sealed = PutSealedMark(id="k-1", sealed=bytes(60))
    book.vault.events.add(Delivered(1, NOON, office.event(office.lan, sealed)))
    a_note(book)
    assert [text for _, text in standing(book)] == [SECRET]


def test_a_note_waits_on_the_shelf_until_a_hub_has_it(book):
    a_note(book)
    (waiting,) = library.waiting(book)
    assert (waiting.kind, waiting.title) == ("mark.sealed", "")
