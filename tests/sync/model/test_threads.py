"""Which opinions stand, and who attends."""

from datetime import timedelta

import pytest
from support.packets import NOON, PaperOffice

from sync.model.annotation import Audience
from sync.model.events import CheckIn, DropOpinion, PutOpinion
from sync.model.opinion import Answer, Attendance, OnDocument, OnItem, OnMark, Opinion, OpinionKind
from sync.model.projection import Standing, project

from .test_projection import a_fact, an_id, an_opinion

OFFICE = PaperOffice()
REFUSED = Standing.REFUSED


def said(*facts):
    return [fact.opinion.text for fact in project(facts).opinions]


def test_an_edit_replaces_what_it_names_and_edits_made_apart_both_stay():
    apart = [
        an_opinion("base"),
        an_opinion("left", replaces=["base"]),
        an_opinion("right", replaces=["base"]),
    ]
    assert said(*apart[:2]) == ["left"]
    assert sorted(said(*apart)) == ["left", "right"]
    assert said(*apart, an_opinion("one", replaces=["left", "right"])) == ["one"]


def test_a_tombstone_wins_even_over_an_edit_that_comes_later():
    gone = a_fact("drop", DropOpinion(id="o-1"))
    assert said(an_opinion("one"), gone, an_opinion("late", replaces=["one"])) == []


def test_nobody_ends_or_replaces_what_another_said():
    theirs = a_fact("drop", DropOpinion(id="o-1"), member=OFFICE.minh)
    edit = an_opinion("theirs", opinion="o-2", replaces=["mine"], member=OFFICE.minh)
    assert sorted(said(an_opinion("mine"), theirs, edit)) == ["mine", "theirs"]


def test_they_stand_in_the_order_in_which_the_hub_recorded_them_and_waiting_ones_last():
    waiting = an_opinion("a", opinion="o-3", recorded=False, minutes=-9)
    late = an_opinion("b", opinion="o-2", minutes=2)
    assert said(late, waiting, an_opinion("c", minutes=1)) == ["c", "b", "a"]


def test_words_that_were_refused_stay_until_their_author_lets_them_go():
    refused = an_opinion("edit", replaces=["base"], standing=REFUSED)
    assert sorted(said(an_opinion("base"), refused)) == ["base", "edit"]
    assert said(an_opinion("base"), refused, an_opinion("again", replaces=["base", "edit"])) == ["again"]
    let_go = a_fact("drop", DropOpinion(id="o-1"), standing=REFUSED)
    assert said(an_opinion("base"), refused, let_go) == ["base"]


def attends(*facts):
    return {
        person: (fact.check_in.state, fact.check_in.reason)
        for person, fact in project(facts).check_ins.items()
    }


def here(name, minutes=0, **more):
    said = CheckIn(at=NOON + timedelta(minutes=minutes), state=Attendance.PRESENT)
    return a_fact(name, said, minutes=minutes, **more)


def away(name, minutes=0, **more):
    at = NOON + timedelta(minutes=minutes)
    said = CheckIn(at=at, state=Attendance.ABSENT, reason="ốm")
    return a_fact(name, said, minutes=minutes, **more)


def test_the_newest_check_in_of_each_person_holds():
    lan, minh = OFFICE.lan.person, OFFICE.minh.person
    facts = [away("b", minutes=1), here("a", minutes=2, seq=2), away("c", minutes=1, member=OFFICE.minh)]
    assert attends(*facts) == {lan: (Attendance.PRESENT, ""), minh: (Attendance.ABSENT, "ốm")}


@pytest.mark.parametrize("back", [0, 60, 10**6])
def test_of_two_check_ins_of_one_laptop_its_own_order_tells_whatever_the_clocks_say(back):
    for names in (("a", "b"), ("b", "a")):
        facts = [away(names[0], seq=4), here(names[1], minutes=-back, seq=5)]
        assert attends(*facts)[OFFICE.lan.person][0] is Attendance.PRESENT


def test_a_check_in_that_waits_is_newer_than_what_it_answers_and_a_refused_one_is_none():
    early = here("a", minutes=9)
    waits = away("b", seq=2, recorded=False)
    assert attends(early, waits)[OFFICE.lan.person][0] is Attendance.ABSENT
    assert (
        attends(early, away("b", seq=2, minutes=10, standing=REFUSED))[OFFICE.lan.person][0]
        is Attendance.PRESENT
    )


ITEM = OnItem(item="i-1")


@pytest.mark.parametrize(
    "fields",
    [
        {"about": OnMark(mark="k-1")},
        {"kind": OpinionKind.REPLY},
        {"answer": Answer.ACCEPTED},
        {"audience": Audience.PRIVATE},
        {"text": " \n"},
        {"kind": OpinionKind.QUESTION, "text": ""},
    ],
    ids=str,
)
def test_an_opinion_that_contradicts_itself_is_none(fields):
    good = {"kind": OpinionKind.COMMENT, "about": ITEM, "audience": Audience.MEETING, "text": "x"}
    Opinion(id="o-1", **good)
    with pytest.raises(ValueError, match="contradicts"):
        Opinion(id="o-1", **(good | fields))


@pytest.mark.parametrize(
    "fields",
    [
        {"state": Attendance.ABSENT},
        {"state": Attendance.ABSENT, "reason": " "},
        {"state": Attendance.DELEGATED},
        {"state": Attendance.PRESENT, "proxy": "Ông Hòa"},
        {"state": Attendance.PRESENT, "reason": "ốm"},
    ],
    ids=str,
)
def test_a_check_in_that_contradicts_itself_is_none(fields):
    with pytest.raises(ValueError, match="contradicts"):
        CheckIn(at=NOON, **fields)


def test_asking_for_the_word_and_answering_need_no_words():
    Opinion(id="o-1", kind=OpinionKind.FLOOR, about=OnDocument(document="d-1"), audience=Audience.SECRETARY)
    about = OnMark(mark=an_id("k")[:8])
    made = Opinion(
        id="o-1", kind=OpinionKind.REPLY, about=about, audience=Audience.SECRETARY, answer=Answer.ACCEPTED
    )
    assert PutOpinion(opinion=made).opinion == made
