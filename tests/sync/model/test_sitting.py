"""Where the meeting is, who is there and who speaks: one answer, whatever arrives first."""

from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.packets import NOON, PaperOffice

from sync.model.conduct import (
    AddSpeaker,
    BeginSpeaking,
    DropSpeaker,
    EndSpeaking,
    GiveTime,
    OrderSpeakers,
    PointAgenda,
    PutAttendance,
)
from sync.model.events import CheckIn
from sync.model.opinion import Attendance
from sync.model.projection import Standing, project

from .test_projection import a_fact

OFFICE = PaperOffice()
PENDING, REFUSED = Standing.PENDING, Standing.REFUSED


def desk(name, body, **more):
    return a_fact(name, body, member=more.pop("member", OFFICE.thu), **more)


def point(name, item, **more):
    at = NOON + timedelta(minutes=more.pop("at", more.get("minutes", 0)))
    return desk(name, PointAgenda(item=item, at=at), **more)


def begin(name, turn, minutes, **more):
    at = NOON + timedelta(minutes=minutes)
    body = BeginSpeaking(turn=turn, item="i-1", name=turn, at=at, allowed=300)
    return desk(name, body, minutes=minutes, **more)


def end(name, turn, minutes, **more):
    at = NOON + timedelta(minutes=minutes)
    return desk(name, EndSpeaking(turn=turn, item="i-1", at=at), minutes=minutes, **more)


def sits(*facts):
    return project(facts).sitting


def spoken(*facts):
    """Minutes from the first to the last of each turn."""
    return {
        one.turn: None if one.ended is None else (one.ended - one.began) / timedelta(minutes=1)
        for one in sits(*facts).turns
        if one.began is not None
    }


def test_the_newest_pointer_holds_also_while_it_waits_and_one_that_was_refused_does_not():
    facts = [point("b", "i-2", minutes=2), point("a", "i-1", minutes=1, member=OFFICE.chu)]
    assert sits(*facts).point.point.item == "i-2"
    assert sits(*facts, point("c", "i-3", at=3, seq=2, recorded=False)).point.point.item == "i-3"
    assert sits(*facts, point("c", "i-3", standing=REFUSED)).point.point.item == "i-2"


def test_a_page_belongs_to_a_document():
    with pytest.raises(ValueError, match="no document"):
        PointAgenda(item="i-1", at=NOON, page=3)


def test_a_pointer_that_travelled_late_takes_nobody_back_and_a_clock_that_is_ahead_pins_nobody():
    early, late = point("a", "i-1", at=1, minutes=90), point("b", "i-2", minutes=60, member=OFFICE.chu)
    assert sits(early, late).point.point.item == "i-2"
    ahead = point("c", "i-3", at=9_000, minutes=61, seq=2)
    last = point("d", "i-4", minutes=62, seq=2, member=OFFICE.chu)
    assert sits(early, late, ahead, last).point.point.item == "i-4"


def test_whoever_begins_ends_whoever_spoke():
    facts = [begin("a", "s-1", 0), begin("b", "s-2", 4)]
    assert spoken(*facts) == {"s-1": 4, "s-2": None}
    assert sits(*facts).speaking.turn == "s-2"
    assert spoken(*facts, end("c", "s-2", 7)) == {"s-1": 4, "s-2": 3}
    assert sits(*facts, end("c", "s-2", 7)).speaking is None


def test_two_who_press_next_at_once_begin_one_turn():
    facts = [begin("a", "s-1", 2), begin("b", "s-1", 3, member=OFFICE.chu)]
    (turn,) = sits(*facts).turns
    assert (turn.began, turn.speaks) == (NOON + timedelta(minutes=2), True)


def test_an_end_before_the_beginning_makes_no_negative_time():
    assert spoken(begin("a", "s-1", 5), end("b", "s-1", 4)) == {"s-1": 0}


def test_time_given_twice_adds_up_and_the_same_act_counts_once():
    more = desk("m", GiveTime(turn="s-1", item="i-1", seconds=120))
    other = desk("n", GiveTime(turn="s-1", item="i-1", seconds=120), member=OFFICE.chu)
    assert sits(begin("a", "s-1", 0), more, more, other).speaking.allowed == 540


def test_who_was_dropped_before_speaking_is_gone_and_who_speaks_is_not():
    added = desk("a", AddSpeaker(turn="s-1", item="i-1", name="Bà Tư"))
    drop = desk("d", DropSpeaker(turn="s-1", item="i-1"), minutes=3)
    assert sits(added, drop).gone == {"s-1"}
    assert sits(added, drop).turns[0].dropped
    assert sits(added, drop, begin("b", "s-1", 1)).gone == frozenset()


def test_the_newest_order_of_an_item_holds():
    first = desk("a", OrderSpeakers(at=NOON, item="i-1", turns=("s-1", "s-2")), minutes=9)
    later = NOON + timedelta(minutes=1)
    body = OrderSpeakers(at=later, item="i-1", turns=("s-2", "s-1"))
    second = desk("b", body, minutes=1, member=OFFICE.chu)
    both = sits(second, first)
    assert both.order == {"i-1": ("s-2", "s-1")}
    _, known = both.ordered["i-1"]
    answer = desk("c", OrderSpeakers(at=NOON, after=known, item="i-1", turns=("s-1",)), seq=2)
    assert sits(second, answer, first).order == {"i-1": ("s-1",)}


ACTS = st.one_of(
    st.builds(
        lambda at, n, item: point("", f"i-{item}", at=at, minutes=n),
        st.integers(0, 9),
        st.integers(0, 9),
        st.integers(1, 3),
    ),
    st.builds(lambda n, turn: begin("", f"s-{turn}", n), st.integers(0, 9), st.integers(1, 3)),
    st.builds(lambda n, turn: end("", f"s-{turn}", n), st.integers(0, 9), st.integers(1, 3)),
    st.builds(lambda turn: desk("", GiveTime(turn=f"s-{turn}", item="i-1", seconds=60)), st.integers(1, 3)),
    st.builds(lambda turn: desk("", DropSpeaker(turn=f"s-{turn}", item="i-1")), st.integers(1, 3)),
    st.builds(lambda turn: desk("", AddSpeaker(turn=f"s-{turn}", item="i-1", name="x")), st.integers(1, 3)),
)


@settings(max_examples=150, deadline=None, derandomize=True)
@given(facts=st.lists(ACTS, max_size=12), data=st.data())
def test_nothing_depends_on_the_order_of_arrival_and_at_most_one_speaks(facts, data):
    named = [
        type(fact)(f"{n:064x}", fact.standing, event=fact.event, recorded=fact.recorded)
        for n, fact in enumerate(facts)
    ]
    here = sits(*named)
    assert here == sits(*data.draw(st.permutations(named)))
    assert sum(turn.speaks for turn in here.turns) <= 1
    assert all(turn.ended >= turn.began for turn in here.turns if turn.ended is not None)


# --- attendance


def attends(*facts):
    known = project(facts).check_ins
    return {person: (fact.check_in.state, fact.by) for person, fact in known.items()}


def here(name, **more):
    at = NOON + timedelta(minutes=more.get("minutes", 0))
    return a_fact(name, CheckIn(at=at, state=Attendance.PRESENT), **more)


def put(name, state=Attendance.ABSENT, after=None, **more):
    body = PutAttendance(
        at=NOON + timedelta(minutes=more.get("minutes", 0)),
        after={} if after is None else {after.event.device: after.event.seq},
        person=OFFICE.lan.person,
        state=state,
    )
    return desk(name, body, **more)


def test_of_a_persons_word_and_the_desks_the_newer_holds_and_tells_who_said_it():
    lan, thu = OFFICE.lan.person, OFFICE.thu.person
    assert attends(here("a", minutes=1), put("b", minutes=2)) == {lan: (Attendance.ABSENT, thu)}
    assert attends(here("a", minutes=3), put("b", minutes=2)) == {lan: (Attendance.PRESENT, lan)}
    assert attends(here("a"), put("b", minutes=9, standing=REFUSED)) == {lan: (Attendance.PRESENT, lan)}
    early = here("a", minutes=9)
    assert attends(early, put("b", after=early, recorded=False)) == {lan: (Attendance.ABSENT, thu)}


@pytest.mark.parametrize(
    "fields",
    [
        {"state": Attendance.PRESENT, "reason": "ốm"},
        {"state": Attendance.PRESENT, "proxy": "Ông Hòa"},
        {"state": Attendance.DELEGATED},
        {"state": Attendance.ABSENT, "presumed": True},
        {"state": Attendance.PRESENT, "presumed": True, "after": {"d-lan": 1}},
    ],
    ids=str,
)
def test_an_attendance_that_contradicts_itself_is_none(fields):
    PutAttendance(at=NOON, person="p-1", state=Attendance.ABSENT)
    with pytest.raises(ValueError, match="contradicts"):
        PutAttendance(at=NOON, person="p-1", **fields)
