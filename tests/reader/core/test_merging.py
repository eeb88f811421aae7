"""The secretary's merge: what is the same is one matter, and nothing is lost, in whatever order it came."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.packets import DOCUMENT, MEETING, NOON, code_of

from reader.core import annotating, desk, merging, opining
from reader.core.book import Book
from reader.core.merging import Voice, clause_key, group
from reader.core.views import ItemView
from sync.errors import Code
from sync.model.annotation import Audience, MarkKind
from sync.model.opinion import Answer, OnDocument, OnItem, OpinionKind

ITEM = ItemView("i-1", "1", "Mục 1", "", None, ())


def voice(name="v", text="Đề nghị làm rõ", *, document=DOCUMENT, page=None, clause="", minutes=0, **more):
    fields = {
        "on_mark": page is not None,
        "author": name,
        "mine": False,
        "kind": OpinionKind.COMMENT,
        "quote": "",
        "item": "i-1",
        "audience": Audience.MEETING,
    }
    return Voice(
        id=name,
        text=text,
        document=document,
        page=page,
        clause=clause,
        at=NOON + timedelta(minutes=minutes),
        **(fields | more),
    )


def grouped(*said):
    return [[one.id for one in matter.voices] for matter in group(said, (ITEM,))]


def test_the_same_folded_words_about_the_same_place_are_one_matter():
    assert grouped(
        voice("a", "Làm rõ nguồn.", page=2),
        voice("b", "LÀM RO NGUỒN", page=2, minutes=1),
        voice("c", "Làm rõ nguồn ở đâu", page=2, minutes=2),
    ) == [["a", "b"], ["c"]]


LONG = "Đề nghị làm rõ nguồn kinh phí"


def test_the_very_same_text_is_one_matter_wherever_in_the_document():
    said = [voice("a", LONG, page=2), voice("b", f" {LONG}  ", page=7), voice("c", LONG.lower(), page=9)]
    assert grouped(*said) == [["a", "b"], ["c"]]


def test_a_few_words_say_nothing_without_their_place():
    assert grouped(voice("a", page=2), voice("b", page=7)) == [["a"], ["b"]]


def test_two_documents_are_two_matters_and_so_are_a_comment_and_a_question():
    assert len(grouped(voice("a"), voice("b", document="doc-2"), voice("c", kind=OpinionKind.QUESTION))) == 3
    assert len(grouped(voice("a", document=None), voice("b", document=None, item="i-2"))) == 2


def test_one_word_of_a_clause_is_another_wording_of_it():
    assert clause_key("Điều 5 khoản 2") == clause_key("khoản 2, Điều 5") == clause_key("dieu 5, khoan 2")
    assert clause_key("Điều 5") != clause_key("Điều 15")
    assert clause_key("Phụ lục 3") == ("phu", "luc", "3")
    assert clause_key("") == ()
    assert grouped(voice("a", "Sửa!", clause="Điều 5 khoản 2"), voice("b", "sửa", clause="K.hoản 2 Điều 5"))
    assert grouped(
        voice("a", "Sửa!", clause="Điều 5 khoản 2"), voice("b", "sửa", clause="khoản 2 Điều 5")
    ) == [["a", "b"]]


def test_marks_without_words_speak_by_what_they_mark():
    same = [voice(name, "", page=1, quote="dự phòng 2 %") for name in "ab"]
    assert grouped(*same, voice("c", "", page=1, quote="dự toán")) == [["a", "b"], ["c"]]
    assert len(grouped(voice("a", "", page=1), voice("b", "", page=1))) == 2


def test_what_links_two_groups_makes_them_one():
    one = voice("a", LONG, page=1)
    other = voice("b", LONG.upper(), page=2, minutes=1)
    link = voice("c", LONG, page=2, minutes=2)
    assert grouped(one, other) == [["a"], ["b"]]
    assert grouped(one, other, link) == [["a", "b", "c"]]


def test_matters_are_in_the_order_of_the_document():
    said = [
        voice("late", "x", page=9),
        voice("whole", "y", document=None),
        voice("ten", "t", clause="Điều 10"),
        voice("two", "u", clause="Điều 2"),
        voice("gone", "z", item=None, document="doc-9"),
    ]
    assert [one for (one,) in grouped(*said)] == ["whole", "two", "ten", "late", "gone"]


TEXTS = st.sampled_from(["", "Làm rõ", "làm rõ!", "LÀM RO", LONG, LONG.upper(), "=1+1", "\u202e"])
VOICES = st.builds(
    voice,
    st.uuids().map(str),
    TEXTS,
    document=st.sampled_from([None, DOCUMENT, "doc-2"]),
    page=st.sampled_from([None, 0, 1]),
    clause=st.sampled_from(["", "Điều 5", "điều 5."]),
    minutes=st.integers(0, 2),
    kind=st.sampled_from([OpinionKind.COMMENT, OpinionKind.QUESTION]),
    quote=st.sampled_from(["", "dự phòng"]),
)


@given(st.lists(VOICES, max_size=12, unique_by=lambda one: one.id), st.randoms(use_true_random=False))
def test_every_voice_is_in_one_group_and_the_order_of_arrival_is_nothing(said, random):
    groups = group(said, (ITEM,))
    members = [one for matter in groups for one in matter.voices]
    assert sorted(one.id for one in members) == sorted(one.id for one in said)
    shuffled = said[:]
    random.shuffle(shuffled)
    assert group(shuffled, (ITEM,)) == groups
    for matter in groups:
        assert len({(one.document, one.kind) for one in matter.voices}) == 1
    exact = {}
    for number, matter in enumerate(groups):
        for one in matter.voices:
            if len(one.text.split()) > 5:
                about = one.document or one.item
                assert exact.setdefault((one.kind, about, " ".join(one.text.split())), number) == number


@given(st.lists(VOICES, max_size=8, unique_by=lambda one: one.id), VOICES)
def test_one_voice_more_takes_no_group_apart(said, more):
    before = [{one.id for one in matter.voices} for matter in group(said, (ITEM,))]
    after = [{one.id for one in matter.voices} for matter in group([*said, more], (ITEM,))]
    assert all(any(old <= new for new in after) for old in before)


@pytest.fixture
def thu(desk_book, office):
    """The secretary's book, with two comments and a mark that say the same."""
    item = office.item(office.document(b"%PDF- one"))
    office.deliver(desk_book.vault, office.manifest(item), item)
    for _ in range(2):
        opining.put(
            desk_book,
            MEETING,
            kind=OpinionKind.COMMENT,
            about=OnDocument(document=DOCUMENT),
            audience=Audience.MEETING,
            text=LONG,
        )
    opining.put(
        desk_book, MEETING, kind=OpinionKind.FLOOR, about=OnItem(item="i-1"), audience=Audience.SECRETARY
    )
    annotating.put(
        desk_book,
        MEETING,
        document=DOCUMENT,
        sha256="1" * 64,
        page=4,
        kind=MarkKind.NOTE,
        text=LONG,
        audience=Audience.SECRETARY,
    )
    return desk_book


def matters(book):
    return merging.merge(desk.desk(book, MEETING))


def test_the_desk_answers_all_that_say_the_same_and_can_change_its_answer(thu):
    (matter,) = matters(thu)
    assert (len(matter.voices), matter.unanswered, matter.answer, matter.page) == (3, 3, None, 4)
    assert merging.answer(thu, MEETING, matter, Answer.ACCEPTED, "Sẽ bổ sung") == 3
    (matter,) = matters(thu)
    assert (matter.unanswered, matter.answer.answer, matter.answer.text) == (0, Answer.ACCEPTED, "Sẽ bổ sung")
    merging.answer(thu, MEETING, matter, Answer.REJECTED, "")
    (matter,) = matters(thu)
    assert matter.answer.answer is Answer.REJECTED
    assert all(len(one.replies) == 1 for one in matter.voices)


def test_a_matter_of_many_voices_is_answered_with_the_meeting_read_once(thu, monkeypatch):
    read = []
    project = Book.project
    monkeypatch.setattr(Book, "project", lambda self, meeting: read.append(1) or project(self, meeting))
    for said in (Answer.ACCEPTED, Answer.REJECTED):
        (matter,) = matters(thu)
        read.clear()
        assert merging.answer(thu, MEETING, matter, said, "") == 3
        assert len(read) == 1


def test_one_that_was_deleted_meanwhile_takes_no_answer_and_keeps_nobody_from_theirs(thu):
    (matter,) = matters(thu)
    gone = next(one for one in matter.voices if not one.on_mark)
    opining.drop(thu, MEETING, gone.id)
    assert merging.answer(thu, MEETING, matter, Answer.ANSWERED, "x") == 2


def test_a_delegate_answers_nothing(book, office):
    item = office.item(office.document(b"%PDF- one"))
    office.deliver(book.vault, office.manifest(item), item)
    opining.put(
        book,
        MEETING,
        kind=OpinionKind.COMMENT,
        about=OnItem(item="i-1"),
        audience=Audience.MEETING,
        text=LONG,
    )
    (matter,) = matters(book)
    code = code_of(lambda: merging.answer(book, MEETING, matter, Answer.ACCEPTED, ""))
    assert (code, matters(book)[0].unanswered) == (Code.NOT_PERMITTED, 1)
