"""Which of several words holds: the one said last, whatever way they come."""

from dataclasses import replace
from datetime import timedelta

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.packets import NOON, PaperOffice

from sync.model.conduct import MOST_KNOWN, OrderSpeakers, PointAgenda, PutAttendance
from sync.model.events import CheckIn
from sync.model.opinion import Attendance
from sync.model.projection import Standing, project

from .test_projection import a_fact

OFFICE = PaperOffice()
LAN = OFFICE.lan.person


def minute(number):
    return NOON + timedelta(minutes=number)


def own(name, said, state=Attendance.PRESENT, after=(), **more):
    reason = "ốm" if state is Attendance.ABSENT else ""
    return a_fact(name, CheckIn(at=minute(said), after=dict(after), state=state, reason=reason), **more)


def by_desk(name, said, state=Attendance.ABSENT, after=(), presumed=False, **more):
    body = PutAttendance(at=minute(said), after=dict(after), person=LAN, state=state, presumed=presumed)
    return a_fact(name, body, member=OFFICE.thu, **more)


def known(*facts):
    """What a word that is said with these in sight comes after."""
    return project(facts).check_ins[LAN].known


def holds(*facts):
    fact = project(facts).check_ins[LAN]
    return fact.check_in.state, fact.by


def test_a_word_that_travelled_for_an_hour_does_not_beat_a_newer_one():
    early, newer = own("a", 1, minutes=61), by_desk("b", 30, minutes=30)
    assert holds(early, newer) == (Attendance.ABSENT, OFFICE.thu.person)
    assert holds(own("a", 31, minutes=61), newer) == (Attendance.PRESENT, LAN)


def test_all_who_are_presumed_present_give_way_to_what_somebody_has_said_before():
    everybody = by_desk("b", 30, Attendance.PRESENT, presumed=True, minutes=30)
    assert holds(everybody) == (Attendance.PRESENT, OFFICE.thu.person)
    for late in (own("a", 1, Attendance.ABSENT, minutes=90), by_desk("c", 1, minutes=90)):
        assert holds(everybody, late)[0] is Attendance.ABSENT
    assert holds(everybody, by_desk("a", 20, Attendance.PRESENT, presumed=True))[0] is Attendance.PRESENT


def test_a_clock_that_runs_ahead_counts_until_a_hub_has_the_word_and_beats_no_answer_to_it():
    ahead = own("a", 9_000, minutes=1)
    assert holds(ahead, by_desk("b", 2, minutes=2))[0] is Attendance.ABSENT
    # The office had it late; whoever answered had it before their eyes.
    late = own("a", 9_000, minutes=300)
    assert holds(late, by_desk("b", 2, minutes=2))[0] is Attendance.PRESENT
    assert holds(late, by_desk("b", 2, after=known(late), minutes=2))[0] is Attendance.ABSENT
    far = own("a", 9_000, recorded=False)
    assert holds(far, by_desk("b", 2, after=known(far), minutes=2))[0] is Attendance.ABSENT


def test_an_answer_to_a_word_that_was_refused_is_one_to_what_that_laptop_had_said_before():
    first = own("a", 1, minutes=1)
    refused = own("b", 5, minutes=5, seq=2, standing=Standing.REFUSED)
    assert holds(first, refused) == (Attendance.PRESENT, LAN)
    answer = by_desk("c", 0, after={OFFICE.lan.device: 2})
    assert holds(first, refused, answer) == (Attendance.ABSENT, OFFICE.thu.person)


def test_an_answer_ends_all_that_was_known_not_only_what_held():
    first, second = own("a", 8, minutes=8), by_desk("b", 9, minutes=9)
    assert holds(first, second) == (Attendance.ABSENT, OFFICE.thu.person)
    # The office's clock was set back meanwhile.
    answer = by_desk("c", 9, Attendance.PRESENT, after=known(first, second), minutes=-90, seq=2)
    assert holds(first, second, answer) == (Attendance.PRESENT, OFFICE.thu.person)


@pytest.mark.parametrize("ahead", [0, 2**53])
def test_whoever_claims_to_know_what_was_not_said_yet_does_not_end_the_answer(ahead):
    claim = own("a", 5, after={OFFICE.thu.device: ahead} if ahead else {}, minutes=5)
    answer = by_desk("b", 6, after=known(claim), minutes=6)
    assert holds(claim, answer) == holds(answer, claim) == (Attendance.ABSENT, OFFICE.thu.person)


def test_of_words_that_claim_to_know_one_another_in_a_ring_the_one_said_last_holds():
    lan, thu, chu = OFFICE.lan.device, OFFICE.thu.device, OFFICE.chu.device
    first, second = own("a", 1, after={thu: 9}), by_desk("b", 2, after={chu: 9})
    body = PutAttendance(at=minute(3), after={lan: 9}, person=LAN, state=Attendance.PRESENT)
    third = a_fact("c", body, member=OFFICE.chu, minutes=3)
    assert project([first, second, third]).check_ins[LAN].event == third.id


def test_a_flood_of_laptops_that_nobody_has_heard_hides_none_that_was_heard():
    flood = {f"a-{n}": 1 for n in range(MOST_KNOWN)}
    first, second = own("a", 1, after=flood, minutes=1), by_desk("b", 2, minutes=2)
    for facts in ((first, second), (second, first)):
        after = known(*facts)
        assert len(after) == MOST_KNOWN
        assert after[OFFICE.lan.device] == after[OFFICE.thu.device] == 1


class Laptops:
    """Two laptops and the desk's, which say what they say with what they know before their eyes."""

    def __init__(self):
        self.said = []
        self.known = [set(), set(), set()]

    def view(self, who):
        return project([fact for fact in self.said if fact.id in self.known[who]])

    def say(self, who, kind, minutes, at, item=None):
        known, name, after = self.view(who), f"{len(self.said):03}", {}
        held = {
            "own": known.check_ins.get(LAN),
            "desk": known.check_ins.get(LAN),
            "all": known.check_ins.get(LAN),
            "point": known.sitting.point,
        }.get(kind)
        if held is not None:
            after, at = held.known, max(at, held.at)
        if kind == "order" and "i-1" in known.sitting.ordered:
            since, after = known.sitting.ordered["i-1"]
            at = max(at, since)
        if kind == "own":
            body = CheckIn(at=at, after=after, state=Attendance.PRESENT)
        elif kind == "point":
            body = PointAgenda(item=item or f"i-{name}", at=at, after=after)
        elif kind == "order":
            body = OrderSpeakers(item="i-1", at=at, after=after, turns=(f"s-{name}",))
        elif kind == "all" and held is not None:
            return
        else:
            state = Attendance.PRESENT if kind == "all" else Attendance.ABSENT
            body = PutAttendance(at=at, after=after, person=LAN, state=state, presumed=kind == "all")
        member = OFFICE.lan if kind == "own" else OFFICE.thu
        fact = a_fact(name, body, member=member, seq=len(self.said) + 1, minutes=minutes)
        fact = replace(fact, event=msgspec.structs.replace(fact.event, device=f"d-{who}"))
        self.said.append(fact)
        self.known[who].add(fact.id)


def knew(fact, other):
    """Whether one word was said where the other was known."""
    event = other.event
    return fact.event.body.after.get(event.device, 0) >= event.seq


def answers(projection):
    """What holds, without when a hub had it."""
    point = projection.sitting.point
    return (
        {person: fact.event for person, fact in projection.check_ins.items()},
        None if point is None else point.event,
        projection.sitting.order,
    )


STEPS = st.lists(
    st.one_of(
        st.tuples(
            st.just("say"), st.integers(0, 2), st.sampled_from(["own", "desk", "all", "point", "order"])
        ),
        st.tuples(st.just("hears"), st.integers(0, 2), st.integers(0, 2)),
    ),
    max_size=16,
)


def told(steps, clocks):
    laptops = Laptops()
    for now, (what, who, other) in enumerate(steps):
        if what == "hears":
            laptops.known[who] |= laptops.known[other]
        else:
            laptops.say(who, other, now, minute(now + clocks[who]))
    return laptops


def reaches(facts, delays):
    """When the office had each."""
    return [
        replace(fact, recorded=fact.recorded + timedelta(minutes=late))
        for fact, late in zip(facts, delays, strict=False)
    ]


@settings(max_examples=200, deadline=None, derandomize=True)
@given(steps=STEPS, data=st.data())
def test_whichever_way_and_however_late_words_come_the_same_ones_hold(steps, data):
    facts = told(steps, (0, 0, 0)).said
    size = len(facts)
    delays = data.draw(st.lists(st.integers(0, 500), min_size=size, max_size=size))
    assert answers(project(data.draw(st.permutations(reaches(facts, delays))))) == answers(project(facts))


@settings(max_examples=200, deadline=None, derandomize=True)
@given(steps=STEPS, clocks=st.tuples(*[st.sampled_from([-600, 0, 7, 10**6])] * 3), data=st.data())
def test_with_any_clocks_nobodys_word_is_beaten_by_one_that_it_answered(steps, clocks, data):
    laptops = told(steps, clocks)
    size = len(laptops.said)
    delays = data.draw(st.lists(st.integers(0, 500), min_size=size, max_size=size))
    facts = reaches(laptops.said, delays)
    end = answers(project(facts))
    assert end == answers(project(data.draw(st.permutations(facts))))
    held = [fact for fact in facts if fact.id in {*end[0].values(), end[1]}]
    for kind in ((PutAttendance, CheckIn), PointAgenda):
        words = [fact for fact in facts if isinstance(fact.event.body, kind)]
        assert not any(knew(word, one) for one in held if one in words for word in words if word != one)


# --- pointers, of which not everybody hears all

ITEMS = ("i-all", "i-few", "i-fewer")
POINTERS = st.lists(st.tuples(st.integers(0, 2), st.sampled_from(ITEMS)), min_size=1, max_size=10)
HIDDEN = st.sets(st.sampled_from(ITEMS[1:]))
CLOCKS = st.sampled_from([-(10**6), -600, 0, 7, 10**6])


def recorded(facts, clocks):
    """By a hub whose clock was set anew before each; None: not yet."""
    return [
        replace(fact, recorded=None if ahead is None else fact.recorded + timedelta(minutes=ahead))
        for fact, ahead in zip(facts, clocks, strict=True)
    ]


def heard(facts, hidden):
    return [fact for fact in facts if fact.event.body.item not in hidden]


@settings(max_examples=300, deadline=None, derandomize=True)
@given(pointers=POINTERS, hidden=HIDDEN, one=st.booleans(), data=st.data())
def test_whoever_may_not_hear_of_all_pointers_ends_at_the_last_that_they_may_hear(
    pointers, hidden, one, data
):
    """From one laptop of the desk, or from several that have heard one another; with any clocks."""
    laptops = Laptops()
    for now, (who, item) in enumerate(pointers):
        laptops.say(0 if one else who, "point", now, minute(now + data.draw(CLOCKS)), item)
        everything = set().union(*laptops.known)
        laptops.known = [set(everything) for _ in laptops.known]
    clocks = data.draw(st.lists(st.one_of(st.none(), CLOCKS), min_size=len(pointers), max_size=len(pointers)))
    facts = recorded(laptops.said, clocks)
    shown = heard(facts, hidden)
    assert answers(project(data.draw(st.permutations(facts))))[1] == facts[-1].id
    assert answers(project(data.draw(st.permutations(shown))))[1] == (shown[-1].id if shown else None)


@settings(max_examples=300, deadline=None, derandomize=True)
@given(
    steps=st.lists(
        st.one_of(
            st.tuples(st.just("say"), st.integers(0, 2), st.sampled_from(ITEMS)),
            st.tuples(st.just("hears"), st.integers(0, 2), st.integers(0, 2)),
        ),
        max_size=14,
    ),
    hidden=HIDDEN,
    data=st.data(),
)
def test_nobody_stays_at_a_pointer_that_was_over_where_another_they_have_heard_was_said(steps, hidden, data):
    """From laptops of the desk that hear one another now and then."""
    laptops, seen = Laptops(), {}
    for now, (what, who, other) in enumerate(steps):
        if what == "hears":
            laptops.known[who] |= laptops.known[other]
        else:
            before = set(laptops.known[who])
            laptops.say(who, "point", now, minute(now + data.draw(CLOCKS)), other)
            seen[laptops.said[-1].id] = before
    clocks = data.draw(st.lists(CLOCKS, min_size=len(seen), max_size=len(seen)))
    shown = heard(recorded(laptops.said, clocks), hidden)
    end = answers(project(data.draw(st.permutations(shown))))[1]
    assert all(end not in seen[fact.id] for fact in shown)
    assert (end is None) == (not shown)
