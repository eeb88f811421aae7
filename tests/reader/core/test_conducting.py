"""Conducting from two laptops of the desk, and what a delegate's laptop makes of it; also without a line."""

import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import count

import pytest
from support.docx_text import text_of
from support.packets import DOCUMENT, MEETING, code_of

from reader.core import attending, conducting, item_notes, library, opining, papers
from reader.core.book import Book
from reader.core.desk import desk
from reader.core.office.minutes import minutes
from reader.core.office.template import fill
from reader.core.papers import Paper
from reader.core.views import Trip
from sync.errors import Code
from sync.model.annotation import Audience
from sync.model.conduct import MOST_TURNS, PutAttendance
from sync.model.events import Event, PutOpinion
from sync.model.opinion import Attendance, OnDocument, OnItem, Opinion, OpinionKind
from sync.model.projection import Projection
from sync.wire.codec import decode_payload, encode_payload
from sync.wire.messages import Delivered, Outcome, Receipt

EIGHT = datetime(2026, 12, 11, 8, tzinfo=UTC)


class Room:
    """Two laptops of the desk and Lan's, a clock for all, and a line that takes what waits to the others."""

    def __init__(self, office, folder):
        self.time = EIGHT
        self.places = count(1)
        self.item = office.item(office.document(b"%PDF- one"))
        self.other = office.item(office.document(b"%PDF- two", "doc-2"), number=2)
        self.office = office
        members = (office.thu, office.chu, office.lan)
        self.thu, self.chu, self.lan = (
            Book(office.vault(folder / member.person, member), lambda: self.time) for member in members
        )
        manifest = office.manifest(self.item, self.other)
        for book in self.books:
            office.deliver(book.vault, manifest, self.item, self.other)

    @property
    def books(self):
        return (self.thu, self.chu, self.lan)

    def after(self, **more):
        self.time += timedelta(**more)

    def line(self, source):
        """Everything that waits is recorded now; the desk's own acts reach all, others' the desk."""
        for envelope in source.vault.outbox.pending(50):
            receipt = Receipt(event=envelope.event_id, accepted=True, recorded=self.time)
            source.vault.outbox.settle(Outcome(event=envelope.event_id, receipt=encode_payload(receipt)))
            place = next(self.places)
            for book in self.books:
                if book is not source and (source is not self.lan or book is not self.lan):
                    book.vault.events.add(Delivered(seq=place, recorded=self.time, envelope=envelope))

    def ask(self, text="Về phụ lục 2", about=None):
        turn = opining.put(
            self.lan,
            MEETING,
            kind=OpinionKind.FLOOR,
            about=about or OnItem(item="i-1"),
            audience=Audience.SECRETARY,
            text=text,
        )
        self.line(self.lan)
        return turn


@pytest.fixture
def room(office, tmp_path):
    made = Room(office, tmp_path)
    yield made
    for book in made.books:
        book.vault.close()


def sits(book):
    return library.meeting(book, MEETING).sitting


def names(turns):
    return [one.name for one in turns]


def test_all_laptops_are_where_the_desk_points_and_the_newest_word_holds(room):
    conducting.point(room.thu, MEETING, "i-1", DOCUMENT, 2)
    assert sits(room.thu).point.waits
    room.line(room.thu)
    for book in room.books:
        assert (sits(book).point.item, sits(book).point.document, sits(book).point.page) == (
            "i-1",
            DOCUMENT,
            2,
        )
    room.after(minutes=1)
    conducting.point(room.chu, MEETING, "i-2")
    room.line(room.chu)
    assert {sits(book).point.item for book in room.books} == {"i-2"}
    assert sits(room.lan).point.by == "Chu"


def test_what_a_laptop_without_a_line_pointed_at_long_ago_takes_nobody_back(room):
    conducting.point(room.thu, MEETING, "i-1")
    room.after(minutes=40)
    conducting.point(room.chu, MEETING, "i-2")
    room.line(room.chu)
    room.after(minutes=20)
    room.line(room.thu)
    assert {sits(book).point.item for book in room.books} == {"i-2"}
    room.after(minutes=-30)  # a clock that is behind
    conducting.point(room.thu, MEETING, "i-1")
    room.after(minutes=31)
    room.line(room.thu)
    assert {sits(book).point.item for book in room.books} == {"i-1"}


def test_a_page_beyond_the_document_is_its_last_and_a_document_of_another_item_is_none(room):
    conducting.point(room.thu, MEETING, "i-1", DOCUMENT, 99)
    assert sits(room.thu).point.page == 2
    conducting.point(room.thu, MEETING, "i-2", DOCUMENT, 1)
    assert (sits(room.thu).point.document, sits(room.thu).point.page) == (None, 0)
    conducting.point(room.thu, MEETING, "i-9")
    assert sits(room.thu).point is None


def test_whoever_asked_and_who_was_added_speak_in_the_desks_order(room):
    asked = room.ask()
    added = conducting.add_speaker(room.thu, MEETING, "i-1", "Ông Hòa, Mặt trận xã")
    room.line(room.thu)
    assert names(sits(room.chu).waiting) == ["Lan", "Ông Hòa, Mặt trận xã"]
    assert sits(room.lan).ahead == 0
    conducting.order(room.chu, MEETING, "i-1", [added, asked])
    room.after(seconds=1)
    room.line(room.chu)
    assert names(sits(room.thu).waiting) == ["Ông Hòa, Mặt trận xã", "Lan"]
    assert sits(room.lan).ahead == 1
    conducting.begin(room.chu, MEETING, added, 300)
    room.line(room.chu)
    assert (sits(room.lan).speaking.name, sits(room.lan).ahead) == ("Ông Hòa, Mặt trận xã", 0)
    conducting.begin(room.chu, MEETING, asked, 300)
    room.line(room.chu)
    assert (sits(room.lan).speaking.mine, sits(room.lan).asked) == (True, False)


def test_who_has_asked_and_is_not_in_the_order_yet_has_no_place(room):
    conducting.add_speaker(room.thu, MEETING, "i-1", "Bà Tư")
    room.line(room.thu)
    asked = room.ask(about=OnDocument(document=DOCUMENT))
    assert (sits(room.lan).asked, sits(room.lan).ahead) == (True, None)
    (_, mine) = sits(room.thu).of("i-1")
    assert (mine.turn, mine.ranked) == (asked, False)
    conducting.order(room.thu, MEETING, "i-1", [])
    room.line(room.thu)
    assert sits(room.lan).ahead == 1


def test_time_is_kept_by_the_desks_best_time_also_without_a_line_and_over_a_restart(room, office, tmp_path):
    first = conducting.add_speaker(room.thu, MEETING, "i-1", "Bà Tư")
    second = conducting.add_speaker(room.thu, MEETING, "i-1", "Ông Hòa")
    conducting.begin(room.thu, MEETING, first, 300)
    room.after(minutes=4)
    conducting.more(room.thu, MEETING, first, 120)
    assert (sits(room.thu).speaking.allowed, sits(room.thu).speaking.waits) == (420, True)
    room.after(minutes=2)
    conducting.begin(room.thu, MEETING, second, 300)
    again = Book(room.thu.vault, lambda: room.time)
    assert sits(again).speaking.name == "Ông Hòa"
    room.after(minutes=30)  # the line is back only now
    room.line(room.thu)
    conducting.end(room.chu, MEETING, second)
    room.line(room.chu)
    for book in room.books:
        spoken = {one.name: one.spoken(room.time) for one in sits(book).spoken}
        assert spoken == {"Bà Tư": timedelta(minutes=6), "Ông Hòa": timedelta(minutes=30)}


def test_two_of_the_desk_who_press_next_at_once_begin_one_turn(room):
    first = conducting.add_speaker(room.thu, MEETING, "i-1", "Bà Tư")
    room.line(room.thu)
    conducting.begin(room.thu, MEETING, first, 300)
    conducting.begin(room.chu, MEETING, first, 300)
    room.line(room.thu)
    room.line(room.chu)
    assert [len(sits(book).spoken) for book in room.books] == [0, 0, 0]
    conducting.begin(room.chu, MEETING, first, 300)  # pressed once more: it waits no longer
    assert room.chu.vault.outbox.pending(9) == []


def test_another_item_ends_who_speaks_and_another_page_does_not(room):
    turn = conducting.add_speaker(room.thu, MEETING, "i-1", "Bà Tư")
    conducting.begin(room.thu, MEETING, turn, 300)
    conducting.point(room.thu, MEETING, "i-1", DOCUMENT, 1)
    assert sits(room.thu).speaking is not None
    conducting.point(room.thu, MEETING, "i-2")
    assert sits(room.thu).speaking is None
    assert names(sits(room.thu).spoken) == ["Bà Tư"]


def test_who_was_taken_off_the_list_or_took_back_the_wish_waits_no_more(room):
    asked = room.ask()
    other = room.ask("Về phụ lục 3")
    conducting.drop(room.thu, MEETING, asked)
    assert [one.turn for one in sits(room.thu).waiting] == [other]
    opining.drop(room.lan, MEETING, other)
    room.line(room.lan)
    assert sits(room.thu).waiting == ()


def test_words_out_of_bounds_are_refused_before_they_are_written(room):
    acts = [
        lambda: conducting.add_speaker(room.thu, MEETING, "i-1", "  "),
        lambda: conducting.add_speaker(room.thu, MEETING, "i-1", "x" * 501),
        lambda: conducting.point(room.thu, MEETING, "không phải mã"),
        lambda: attending.put(room.thu, MEETING, "p-lan", Attendance.DELEGATED),
        lambda: attending.put(room.thu, MEETING, "p-lan", Attendance.ABSENT, reason="x" * 1_001),
    ]
    assert [code_of(act) for act in acts] == [Code.MALFORMED] * len(acts)
    assert room.thu.vault.outbox.pending(9) == []


def test_however_many_ask_for_the_word_it_can_be_given(room):
    with room.lan.vault.transaction():
        asked = [
            opining.put(
                room.lan,
                MEETING,
                kind=OpinionKind.FLOOR,
                about=OnItem(item="i-1"),
                audience=Audience.SECRETARY,
                known=Projection(),
            )
            for _ in range(MOST_TURNS + 2)
        ]
    while room.lan.vault.outbox.pending(50):
        room.line(room.lan)
    conducting.order(room.thu, MEETING, "i-1", [])
    turn = conducting.add_speaker(room.thu, MEETING, "i-1", "Bà Tư")
    conducting.begin(room.thu, MEETING, asked[0], 300)
    conducting.begin(room.thu, MEETING, turn, 300)
    assert sits(room.thu).speaking.name == "Bà Tư"
    assert len(sits(room.thu).waiting) == MOST_TURNS + 1


def test_an_opinion_with_the_id_of_anothers_turn_gets_nobody_the_word(room):
    turn = conducting.add_speaker(room.thu, MEETING, "i-1", "Bà Tư")
    room.line(room.thu)
    forged = Opinion(
        id=turn, kind=OpinionKind.FLOOR, about=OnItem(item="i-1"), audience=Audience.SECRETARY, text="x"
    )
    room.lan.act(MEETING, PutOpinion(opinion=forged))
    room.line(room.lan)
    assert names(sits(room.thu).waiting) == ["Bà Tư"]


def test_who_was_called_last_speaks_also_by_a_clock_that_is_behind(room):
    first = conducting.add_speaker(room.thu, MEETING, "i-1", "Bà Tư")
    second = conducting.add_speaker(room.thu, MEETING, "i-1", "Ông Hòa")
    conducting.begin(room.thu, MEETING, first, 300)
    room.line(room.thu)
    room.after(seconds=-3)
    conducting.begin(room.chu, MEETING, second, 300)
    assert sits(room.chu).speaking.name == "Ông Hòa"
    room.after(seconds=4)
    room.line(room.chu)
    assert [sits(book).speaking.name for book in room.books] == ["Ông Hòa"] * 3


# --- attendance


def row(book, person="p-lan"):
    return next(one for one in desk(book, MEETING).conduct.attendance.rows if one.person == person)


def test_what_the_desk_writes_is_shown_with_its_author_and_told_to_whom_it_is_about(room):
    opining.check_in(room.lan, MEETING, Attendance.PRESENT)
    room.line(room.lan)
    assert (row(room.thu).state, row(room.thu).by) == (Attendance.PRESENT, "")
    room.after(minutes=1)
    attending.put(room.thu, MEETING, "p-lan", Attendance.ABSENT)
    assert row(room.thu).trip is Trip.WAITING
    room.line(room.thu)
    assert (row(room.chu).state, row(room.chu).reason, row(room.chu).by) == (Attendance.ABSENT, "", "Thu")
    mine = library.meeting(room.lan, MEETING).said.check_in
    assert (mine.state, mine.by) == (Attendance.ABSENT, "Thu")
    room.after(minutes=1)
    opining.check_in(room.lan, MEETING, Attendance.PRESENT)
    room.line(room.lan)
    assert (row(room.chu).state, row(room.chu).by) == (Attendance.PRESENT, "")


def test_the_numbers_are_of_the_roll_and_silence_is_not_presence(room):
    view = desk(room.thu, MEETING).conduct.attendance
    assert (view.present, view.expected, len(view.silent)) == (0, 3, 3)
    attending.put_present(room.thu, MEETING, [one.person for one in view.silent][:2])
    view = desk(room.thu, MEETING).conduct.attendance
    assert (view.present, view.expected, len(view.silent)) == (2, 3, 1)
    bodies = [decode_payload(one.payload, Event).body for one in room.thu.vault.outbox.pending(9)]
    assert all(isinstance(body, PutAttendance) for body in bodies)


def test_who_said_in_the_meantime_that_they_stay_away_is_not_written_down_as_there(room):
    asked = [one.person for one in desk(room.thu, MEETING).conduct.attendance.silent]
    opining.check_in(room.lan, MEETING, Attendance.ABSENT, reason="ốm")
    room.line(room.lan)  # while the question stood open
    attending.put_present(room.thu, MEETING, asked)
    assert (row(room.thu).state, row(room.thu).by) == (Attendance.ABSENT, "")
    assert desk(room.thu, MEETING).conduct.attendance.present == len(asked) - 1


# --- notes and minutes


def test_notes_are_kept_by_item_and_reach_the_minutes_with_who_spoke(room):
    turn = conducting.add_speaker(room.thu, MEETING, "i-1", "Bà <b>Tư</b>")
    conducting.begin(room.thu, MEETING, turn, 300)
    room.after(minutes=3, seconds=5)
    conducting.end(room.thu, MEETING, turn)
    item_notes.put_note(room.thu, MEETING, "i-1", "Chủ tọa nêu vấn đề.\n\nĐại biểu thảo luận.")
    item_notes.put_note(room.thu, MEETING, "i-2", "x")
    item_notes.put_note(room.thu, MEETING, "i-2", " ")
    again = Book(room.thu.vault, lambda: room.time)
    first, second = minutes(desk(again, MEETING)).items
    assert first.notes == ("Chủ tọa nêu vấn đề.", "Đại biểu thảo luận.")
    assert [(one.who, one.length) for one in first.speeches] == [("Bà <b>Tư</b>", "3 phút 05 giây")]
    assert (second.notes, second.speeches) == ((), ())
    assert room.thu.vault.outbox.pending(99)[-1:] != []
    bodies = [decode_payload(one.payload, Event).body for one in room.thu.vault.outbox.pending(99)]
    assert "thảo luận" not in repr(bodies)


def test_a_note_that_is_too_long_is_refused_and_not_cut(room):
    item_notes.put_note(room.thu, MEETING, "i-1", "x" * item_notes.LONGEST)
    longer = "y" * (item_notes.LONGEST + 1)
    assert code_of(lambda: item_notes.put_note(room.thu, MEETING, "i-1", longer)) is Code.MALFORMED
    assert item_notes.notes(room.thu, MEETING)["i-1"] == "x" * item_notes.LONGEST


def test_nothing_is_lost_from_the_minutes_when_an_item_is_dropped_or_nobody_ended_the_last_speaker(room):
    item_notes.put_note(room.thu, MEETING, "i-2", "Tạm dừng mục 2.")
    for item, name in (("i-2", "Bà Tư"), ("i-1", "Ông Hòa")):
        conducting.begin(room.thu, MEETING, conducting.add_speaker(room.thu, MEETING, item, name), 300)
        room.after(minutes=2)
    view = desk(room.thu, MEETING)
    found = minutes(replace(view, items=view.items[:1]))
    (one,) = found.items[0].speeches
    assert (one.who, one.at, one.length) == ("Ông Hòa", "15 giờ 02", "chưa ghi lúc kết thúc")
    assert [(one.who, one.length) for one in found.others_speeches] == [("Bà Tư", "2 phút 00 giây")]
    assert found.others_notes == ("Tạm dừng mục 2.",)
    told = text_of(fill(found, papers.template(Paper.MINUTES)))
    assert "không còn trong chương trình\nTạm dừng mục 2.\n– Bà Tư phát biểu lúc 15 giờ 00" in told


def test_an_hour_in_the_minutes_is_vietnams_wherever_they_are_written(room, monkeypatch):
    turn = conducting.add_speaker(room.thu, MEETING, "i-1", "Bà Tư")
    conducting.begin(room.thu, MEETING, turn, 300)
    conducting.end(room.thu, MEETING, turn)
    monkeypatch.setenv("TZ", "America/New_York")
    time.tzset()
    try:
        assert minutes(desk(room.thu, MEETING)).items[0].speeches[0].at == "15 giờ 00"
    finally:
        monkeypatch.undo()
        time.tzset()


def test_the_wish_to_follow_is_remembered_for_the_meeting(room):
    assert not sits(room.lan).follows
    conducting.put_following(room.lan, MEETING, True)
    conducting.put_usual(room.thu, MEETING, 420)
    assert sits(Book(room.lan.vault)).follows
    assert sits(room.thu).usual_s == 420
