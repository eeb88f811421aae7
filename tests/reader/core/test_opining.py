"""Opinions, replies and check-ins on a laptop: durable at once, shown with where they are on their way."""

import pytest
from support.packets import DOCUMENT, MEETING, NOON, code_of

from reader.core import annotating, desk, library, opining, sharing
from reader.core.views import Trip
from sync.errors import Code
from sync.model.annotation import Audience, MarkKind
from sync.model.events import DropMark, Event, PutMark, PutOpinion, PutSealedMark
from sync.model.opinion import Answer, Attendance, OnDocument, OnItem, OnMark, Opinion, OpinionKind
from sync.wire.codec import decode_payload, encode_payload
from sync.wire.messages import Delivered, Outcome, Receipt

ITEM = OnItem(item="i-1")


@pytest.fixture
def books(book, desk_book, office):
    """Lan's and Thu's, both with the packet."""
    item = office.item(office.document(b"%PDF- one"))
    for each in (book, desk_book):
        office.deliver(each.vault, office.manifest(item), item)
    return book, desk_book


def comment(book, text="Đề nghị làm rõ", about=ITEM, audience=Audience.SECRETARY, **more):
    fields = {"kind": OpinionKind.COMMENT, "about": about, "audience": audience, "text": text}
    return opining.put(book, MEETING, **(fields | more))


def note(book, audience=Audience.SECRETARY):
    return annotating.put(
        book,
        MEETING,
        document=DOCUMENT,
        sha256="1" * 64,
        page=0,
        kind=MarkKind.NOTE,
        text="?",
        audience=audience,
    )


def said(book):
    return library.meeting(book, MEETING).said


def texts(book):
    return [(one.text, one.trip) for one in said(book).opinions]


def carry(source, target, minutes=0):
    """All that waits goes up, is accepted, and reaches the other laptop."""
    for number, envelope in enumerate(source.vault.outbox.pending(50), 1):
        receipt = Receipt(event=envelope.event_id, accepted=True, recorded=NOON)
        source.vault.outbox.settle(Outcome(event=envelope.event_id, receipt=encode_payload(receipt)))
        target.vault.events.add(Delivered(seq=number, recorded=NOON, envelope=envelope))


def refuse(book, code):
    for envelope in book.vault.outbox.pending(50):
        receipt = Receipt(event=envelope.event_id, accepted=False, recorded=NOON, code=code)
        book.vault.outbox.settle(Outcome(event=envelope.event_id, receipt=encode_payload(receipt)))


def test_an_opinion_is_shown_at_once_and_says_where_it_is(books):
    lan, thu = books
    comment(lan)
    assert texts(lan) == [("Đề nghị làm rõ", Trip.WAITING)]
    carry(lan, thu)
    assert texts(lan) == texts(thu) == [("Đề nghị làm rõ", Trip.SENT)]
    (seen,) = said(thu).opinions
    assert (seen.mine, seen.author, seen.item, seen.audience) == (False, "Lan", "i-1", Audience.SECRETARY)


def test_one_that_was_refused_stays_with_its_reason_until_it_is_let_go(books):
    lan, _ = books
    made = comment(lan)
    refuse(lan, Code.NOT_PERMITTED)
    (seen,) = said(lan).opinions
    assert (seen.trip, seen.refusal) == (Trip.REFUSED, Code.NOT_PERMITTED)
    opining.drop(lan, MEETING, made)
    assert said(lan).opinions == ()


def test_an_opinion_about_a_clause_is_under_the_item_of_its_document(books):
    lan, _ = books
    comment(lan, about=OnDocument(document=DOCUMENT, clause="Điều 5 khoản 2"))
    (seen,) = said(lan).opinions
    assert (seen.item, seen.document, seen.clause) == ("i-1", DOCUMENT, "Điều 5 khoản 2")


def test_an_edit_replaces_and_a_deletion_can_be_undone(books):
    lan, _ = books
    made = comment(lan)
    comment(lan, "sửa", opinion=made)
    assert [text for text, _ in texts(lan)] == ["sửa"]
    gone = opining.drop(lan, MEETING, made)
    assert texts(lan) == []
    (back,) = opining.restore(lan, MEETING, gone)
    assert back != made
    assert [text for text, _ in texts(lan)] == ["sửa"]


def test_the_desk_answers_and_the_author_reads_it(books):
    lan, thu = books
    made, mark = comment(lan), note(lan)
    carry(lan, thu)
    opining.reply(thu, MEETING, made, "", on_mark=False, answer=Answer.ACCEPTED)
    opining.reply(thu, MEETING, made, "Xin xem trang 3", on_mark=False, answer=Answer.ANSWERED)
    opining.reply(thu, MEETING, mark, "Đã ghi nhận", on_mark=True)
    carry(thu, lan)
    (seen,) = said(lan).opinions
    assert (seen.answered.answer, seen.answered.text, seen.answered.author) in {
        (Answer.ACCEPTED, "", "Thu"),
        (Answer.ANSWERED, "Xin xem trang 3", "Thu"),
    }
    assert [one.text for one in said(lan).replies[mark]] == ["Đã ghi nhận"]


def test_a_reply_has_the_audience_of_its_thread(books):
    lan, _ = books
    opining.reply(lan, MEETING, note(lan), "a", on_mark=True)
    opining.reply(lan, MEETING, note(lan, Audience.MEETING), "b", on_mark=True)
    replies = [fact.opinion for fact in lan.project(MEETING).opinions]
    assert {one.text: one.audience for one in replies} == {"a": Audience.SECRETARY, "b": Audience.MEETING}


def test_what_is_private_or_gone_takes_no_reply(books):
    lan, _ = books
    private, gone = note(lan, Audience.PRIVATE), note(lan)
    annotating.drop(lan, MEETING, gone)
    for mark in (private, gone):
        assert (
            code_of(lambda mark=mark: opining.reply(lan, MEETING, mark, "x", on_mark=True))
            is Code.THREAD_ENDED
        )


def test_a_delegate_cannot_answer_and_the_desk_cannot_put_questions(books):
    lan, thu = books
    made = comment(lan)
    code = code_of(lambda: opining.reply(lan, MEETING, made, "", on_mark=False, answer=Answer.ACCEPTED))
    assert code is Code.NOT_PERMITTED
    assert code_of(lambda: comment(thu, kind=OpinionKind.QUESTION)) is Code.NOT_PERMITTED
    assert (said(lan).can_ask, said(thu).can_ask) == (True, False)


@pytest.mark.parametrize("text", ["", " ", "x" * 20_001])
def test_words_out_of_bounds_are_refused_before_they_are_written(books, text):
    lan, _ = books
    assert code_of(lambda: comment(lan, text)) is Code.MALFORMED
    assert lan.vault.outbox.pending_count() == 0


def test_the_newest_check_in_holds_and_the_desk_sees_everybodys(books):
    lan, thu = books
    assert (said(lan).check_in, said(lan).attends, said(thu).attends) == (None, True, False)
    opining.check_in(lan, MEETING, Attendance.PRESENT)
    opining.check_in(lan, MEETING, Attendance.ABSENT, reason="Đi viện")
    assert said(lan).check_in.state is Attendance.ABSENT
    carry(lan, thu)
    (seen,) = desk.desk(thu, MEETING).said.check_ins
    assert (seen.name, seen.state, seen.reason, seen.trip) == ("Lan", Attendance.ABSENT, "Đi viện", Trip.SENT)


def test_a_check_in_needs_what_it_says(books):
    lan, _ = books
    assert code_of(lambda: opining.check_in(lan, MEETING, Attendance.ABSENT)) is Code.MALFORMED
    assert code_of(lambda: opining.check_in(lan, MEETING, Attendance.DELEGATED)) is Code.MALFORMED


def bodies(book):
    return [decode_payload(one.payload, Event).body for one in book.vault.outbox.pending(20)]


def only_mark(book):
    (mark,) = library.meeting(book, MEETING).marks
    return mark


def share(book, audience):
    sharing.share(book, MEETING, annotating.mark_of(only_mark(book)), audience)


def test_a_mark_is_taken_back_from_those_who_had_it(books):
    lan, thu = books
    shared = note(lan, Audience.MEETING)
    carry(lan, thu)
    share(lan, Audience.PRIVATE)
    assert [type(body) for body in bodies(lan)] == [DropMark, PutSealedMark]
    mine = only_mark(lan)
    assert mine.id != shared
    assert (mine.audience, mine.text) == (Audience.PRIVATE, "?")
    carry(lan, thu)
    assert library.meeting(thu, MEETING).marks == ()


def test_more_readers_get_a_new_version_of_the_same_mark(books):
    lan, _ = books
    made = note(lan)
    share(lan, Audience.MEETING)
    assert [type(body) for body in bodies(lan)] == [PutMark, PutMark]
    assert only_mark(lan).id == made


def test_a_reply_without_its_root_is_shown_nowhere(books):
    lan, _ = books
    stray = Opinion(
        id="o-9", kind=OpinionKind.REPLY, about=OnMark(mark="m-9"), audience=Audience.SECRETARY, text="x"
    )
    lan.act(MEETING, PutOpinion(opinion=stray))
    assert said(lan).opinions == ()
