"""Which of several words holds: the one said last, whatever way they come."""

from dataclasses import replace
from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st
from support.packets import NOON, PaperOffice

from sync.model.conduct import OrderSpeakers, PointAgenda, PutAttendance
from sync.model.events import CheckIn
from sync.model.opinion import Attendance
from sync.model.projection import Standing, project

from .test_projection import a_fact

OFFICE = PaperOffice()
LAN = OFFICE.lan.person


def minute(number):
    return NOON + timedelta(minutes=number)


def own(name, said, state=Attendance.PRESENT, after="", **more):
    reason = "ốm" if state is Attendance.ABSENT else ""
    return a_fact(name, CheckIn(at=minute(said), after=after, state=state, reason=reason), **more)


def by_desk(name, said, state=Attendance.ABSENT, after="", presumed=False, **more):
    body = PutAttendance(at=minute(said), after=after, person=LAN, state=state, presumed=presumed)
    return a_fact(name, body, member=OFFICE.thu, **more)


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
    assert holds(late, by_desk("b", 2, after=late.id, minutes=2))[0] is Attendance.ABSENT
    far = own("a", 9_000, recorded=False)
    assert holds(far, by_desk("b", 2, after=far.id, minutes=2))[0] is Attendance.ABSENT


def test_an_answer_to_a_refused_word_stands_beside_what_that_answered():
    first = own("a", 1, minutes=1)
    refused = own("b", 5, Attendance.ABSENT, after=first.id, minutes=5, standing=Standing.REFUSED)
    assert holds(first, refused) == holds(first, refused, by_desk("c", 0, after=refused.id))


class Laptops:
    """Two laptops and the desk's, which say what they say with what they know before their eyes."""

    def __init__(self):
        self.said = []
        self.known = [set(), set(), set()]

    def view(self, who):
        return project([fact for fact in self.said if fact.id in self.known[who]])

    def say(self, who, kind, minutes, at):
        known, name, after = self.view(who), f"{len(self.said):03}", ""
        held = {
            "own": known.check_ins.get(LAN),
            "desk": known.check_ins.get(LAN),
            "all": known.check_ins.get(LAN),
            "point": known.sitting.point,
        }.get(kind)
        if held is not None:
            after, at = held.event, max(at, held.at)
        if kind == "order" and "i-1" in known.sitting.ordered:
            after, since = known.sitting.ordered["i-1"]
            at = max(at, since)
        more = {"seq": len(self.said) + 1, "minutes": minutes}
        if kind == "own":
            fact = a_fact(name, CheckIn(at=at, after=after, state=Attendance.PRESENT), **more)
        elif kind == "point":
            fact = a_fact(name, PointAgenda(item=f"i-{name}", at=at, after=after), member=OFFICE.thu, **more)
        elif kind == "order":
            body = OrderSpeakers(item="i-1", at=at, after=after, turns=(f"s-{name}",))
            fact = a_fact(name, body, member=OFFICE.thu, **more)
        elif kind == "all" and held is not None:
            return
        else:
            state = Attendance.PRESENT if kind == "all" else Attendance.ABSENT
            presumed = kind == "all"
            body = PutAttendance(at=at, after=after, person=LAN, state=state, presumed=presumed)
            fact = a_fact(name, body, member=OFFICE.thu, **more)
        self.said.append(fact)
        self.known[who].add(fact.id)


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
    answered = {fact.event.body.after for fact in facts}
    held = {*end[0].values(), end[1]}
    assert held.isdisjoint(answered - {""})
