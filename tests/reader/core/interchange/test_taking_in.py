"""Foreign notes become own private marks: once, where they are, and nothing hostile gets in."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.annotated import LETTERS, every_mark, odd_pdf
from support.packets import DOCUMENT, MEETING, code_of

from reader.core import annotating
from reader.core.interchange import taking_in, taking_out
from reader.core.interchange.taking_in import Taking
from reader.core.interchange.taking_out import Format
from reader.pdf.stopping import StoppedError
from sync.errors import Code
from sync.model.annotation import Audience, MarkKind
from sync.model.events import PutSealedMark

FOREIGN = (
    b"<</Type/Annot/Subtype/Highlight/Rect[50 290 190 320]/QuadPoints[58 315 230 315 58 295 230 295]"
    b"/C[1 1 0]/NM(h1)/T(Okular)/Contents(to them)>>",
    b"<</Type/Annot/Subtype/Ink/Rect[0 0 9 9]/InkList[[10 10 20 30 40 20]]/C[1 0 0]/BS<</W 2>>>>",
    b"<</Type/Annot/Subtype/Text/Rect[100 700 120 720]/Contents(note)/NM(n1)>>",
    b"<</Type/Annot/Subtype/Stamp/Rect[0 0 9 9]>>",
    b"<</Type/Annot/Subtype/Square/Rect[9000 9000 9009 9009]>>",
)


def taken(held, found):
    taking = Taking(held.book, MEETING, held.document, held.sha256)
    taking.take(found)
    taking.finish()
    return len(taking.taken), taking.known


def test_what_stands_in_the_document_is_offered_with_the_words_it_is_on(hold, pdf):
    held = hold(odd_pdf(annotations=FOREIGN))
    offer = taking_in.offered_by_document(pdf, held.source, "a")
    assert (offer.others, offer.lost, offer.whole) == (1, 1, True)
    assert [one.drawn.kind for one in offer.found] == [MarkKind.HIGHLIGHT, MarkKind.PEN, MarkKind.NOTE]
    assert offer.found[0].quote.exact == "Some words on the page"
    assert offer.found[0].drawn.author == "Okular"


def test_it_becomes_private_marks_one_act_each_and_twice_is_once(hold, pdf):
    held = hold(odd_pdf(annotations=FOREIGN))
    offer = taking_in.offered_by_document(pdf, held.source, "a")
    before, _ = held.book.vault.outbox.head()
    assert taken(held, offer.found) == (3, 0)
    assert held.book.vault.outbox.head()[0] == before + 3
    acts = [one.event.body for one in held.book.vault.events.of_meeting(MEETING)]
    assert all(isinstance(one, PutSealedMark) for one in acts)
    assert {mark.audience for mark in held.marks} == {Audience.PRIVATE}
    assert {mark.sha256 for mark in held.marks} == {held.sha256}
    assert taken(held, taking_in.offered_by_document(pdf, held.source, "a").found) == (0, 3)
    assert len(held.marks) == 3


def test_what_was_deleted_comes_back_when_it_is_taken_in_again(hold, pdf):
    held = hold(odd_pdf(annotations=FOREIGN))
    offer = taking_in.offered_by_document(pdf, held.source, "a")
    taken(held, offer.found)
    for mark in held.marks:
        annotating.drop(held.book, MEETING, mark.id)
    assert taken(held, offer.found) == (3, 0)
    assert len(held.marks) == 3


@pytest.mark.parametrize("form", [Format.PDF, Format.XFDF])
def test_own_marks_that_come_back_are_known_and_a_colleague_gets_all(hold, pdf, form, tmp_path):
    held = hold(odd_pdf())
    held.put_every_kind()
    gathered = taking_out.gather(held.book, MEETING, DOCUMENT, pages=True)
    path = tmp_path / f"notes.{form.value}"
    taking_out.written(taking_out.make_on_pages(pdf, gathered.document, form, "vi"), path)
    offer = taking_in.offered_by_file(pdf, path, held.source, "a")
    assert taken(held, offer.found) == (0, len(every_mark()))
    for mark in held.marks:
        annotating.drop(held.book, MEETING, mark.id)
    assert taken(held, offer.found) == (len(every_mark()), 0)
    assert sorted(mark.kind for mark in held.marks) == sorted(mark.kind for mark in every_mark())
    assert [mark.text for mark in held.marks].count(LETTERS) == len(every_mark()) - 1


def test_the_same_notes_as_pdf_and_as_xfdf_are_one(hold, pdf, tmp_path):
    held = hold(odd_pdf())
    held.put_every_kind()
    gathered = taking_out.gather(held.book, MEETING, DOCUMENT, pages=True)
    for form in (Format.PDF, Format.XFDF):
        made = taking_out.make_on_pages(pdf, gathered.document, form, "vi")
        taking_out.written(made, tmp_path / f"notes.{form.value}")
    for mark in held.marks:
        annotating.drop(held.book, MEETING, mark.id)
    one = taking_in.offered_by_file(pdf, tmp_path / "notes.pdf", held.source, "a")
    other = taking_in.offered_by_file(pdf, tmp_path / "notes.xfdf", held.source, "a")
    assert taken(held, one.found) == (len(every_mark()), 0)
    assert taken(held, other.found) == (0, len(every_mark()))


def test_pages_that_are_not_the_documents_have_no_place(hold, pdf, tmp_path):
    held = hold(odd_pdf())
    path = tmp_path / "other.pdf"
    path.write_bytes(odd_pdf((b"/MediaBox[0 0 300 300]",), FOREIGN))
    offer = taking_in.offered_by_file(pdf, path, held.source, "a")
    assert (offer.found, offer.lost) == ((), 4)


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("a.xfdf", b'<!DOCTYPE x [<!ENTITY a "b">]><xfdf>&a;</xfdf>', Code.NOTES_FILE_WRONG),
        ("a.xfdf", b"%FDF-1.4", Code.NOTES_FILE_WRONG),
        ("a.pdf", b"no pdf", Code.PDF_DAMAGED),
        ("a.txt", b"text", Code.FORMAT_UNKNOWN),
        ("a.fdf", b"%FDF-1.4", Code.FORMAT_UNKNOWN),
    ],
)
def test_a_file_that_is_none_is_refused_with_its_name(hold, pdf, tmp_path, name, data, code):
    held = hold(odd_pdf())
    path = tmp_path / name
    path.write_bytes(data)
    assert code_of(lambda: taking_in.offered_by_file(pdf, path, held.source, "a")) is code
    gone = tmp_path / f"gone{Path(name).suffix}"
    if code is not Code.FORMAT_UNKNOWN:
        assert code_of(lambda: taking_in.offered_by_file(pdf, gone, held.source, "a")) is Code.FILE_MISSING


def test_reading_can_be_stopped(hold, pdf):
    held = hold(odd_pdf(annotations=FOREIGN))
    with pytest.raises(StoppedError):
        taking_in.offered_by_document(pdf, held.source, "a", stopped=lambda: True)
