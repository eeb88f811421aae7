"""What is shown does not depend on the order in which facts arrive."""

from datetime import timedelta
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.packets import MOTION, NOON, PaperOffice

from sync.model.annotation import Audience, Mark, MarkKind, Rect
from sync.model.events import (
    Body,
    CastBallot,
    CheckIn,
    CloseMotion,
    DropMark,
    DropOpinion,
    Event,
    OpenMotion,
    PutMark,
    PutOpinion,
    ReportReady,
)
from sync.model.opinion import Attendance, OnItem, Opinion, OpinionKind
from sync.model.projection import OF_MOTIONS, Fact, Standing, project

OFFICE = PaperOffice()
BASE = PaperOffice().manifest()


def an_id(name):
    return name.encode().hex().ljust(64, "0")[:64]


def a_fact(name, body, *, member=OFFICE.lan, standing=Standing.DELIVERED, minutes=0, recorded=True, seq=1):
    at = NOON + timedelta(minutes=minutes)
    event = Event(
        tenant="t-1",
        meeting="m-1",
        person=member.person,
        device=member.device,
        seq=seq,
        at=at,
        body=body,
    )
    return Fact(an_id(name), standing, event=event, recorded=at if recorded else None)


def a_put(name, *, mark="k-1", replaces=(), text="", y=10.0, **more):
    made = Mark(
        id=mark,
        document="doc-1",
        sha256="0" * 64,
        page=0,
        kind=MarkKind.NOTE,
        rects=(Rect(0, y, 10, y + 5),),
        text=text or name,
        replaces=tuple(an_id(one) for one in replaces),
    )
    return a_fact(name, PutMark(mark=made), **more)


def a_ballot(name, seq=1, **more):
    body = CastBallot(motion=MOTION, motion_digest="1" * 64, choices=("c1",), ballot_seq=seq, nonce="0" * 32)
    return a_fact(name, body, **more)


def an_opinion(name, *, opinion="o-1", replaces=(), kind=OpinionKind.COMMENT, **more):
    made = Opinion(
        id=opinion,
        kind=kind,
        about=OnItem(item="i-1"),
        audience=Audience.MEETING,
        text=name,
        replaces=tuple(an_id(one) for one in replaces),
    )
    return a_fact(name, PutOpinion(opinion=made), **more)


def texts(*facts):
    return [fact.mark.text for fact in project(facts).marks]


def test_an_edit_replaces_what_it_names():
    assert texts(a_put("one"), a_put("two", replaces=["one"])) == ["two"]


def test_two_edits_made_apart_both_stay_until_one_names_both():
    apart = [a_put("base"), a_put("left", replaces=["base"]), a_put("right", replaces=["base"])]
    assert sorted(texts(*apart)) == ["left", "right"]
    assert texts(*apart, a_put("merged", replaces=["left", "right"])) == ["merged"]


def test_a_tombstone_wins_even_over_an_edit_that_comes_later():
    gone = [a_put("one"), a_fact("drop", DropMark(id="k-1")), a_put("late", replaces=["one"])]
    assert texts(*gone) == []


def late(*facts):
    return [fact.mark.text for fact in project(facts).late]


def a_drop(name, *known):
    return a_fact(name, DropMark(id="k-1", versions=tuple(map(an_id, known))))


def test_words_that_a_deletion_did_not_know_are_offered():
    one, edit = a_put("one"), a_put("two", replaces=["one"])
    assert late(one, edit, a_drop("drop", "one")) == ["two"]
    assert late(one, edit, a_drop("drop", "two")) == []
    assert late(one, edit, a_drop("drop", "one"), a_drop("again", "two")) == []
    assert texts(one, edit, a_drop("drop", "one")) == []


def test_words_that_were_known_are_not_offered_for_another_colour():
    one, edit = a_put("one", text="một"), a_put("two", text="một", replaces=["one"])
    assert late(one, edit, a_drop("drop", "one")) == []


def test_nobody_ends_or_replaces_another_persons_mark():
    mine = a_put("mine")
    theirs = a_fact("drop", DropMark(id="k-1"), member=OFFICE.minh)
    edit = a_put("theirs", replaces=["mine"], member=OFFICE.minh)
    assert texts(mine, theirs) == ["mine"]
    assert sorted(texts(mine, edit)) == ["mine", "theirs"]


def test_a_refused_act_changes_nothing():
    refused = Standing.REFUSED
    assert texts(a_put("one"), a_put("two", replaces=["one"], standing=refused)) == ["one"]
    assert texts(a_put("one"), a_fact("drop", DropMark(id="k-1"), standing=refused)) == ["one"]
    opened = a_fact("open", OpenMotion(motion=MOTION, motion_digest="1" * 64), standing=refused)
    assert project([opened]).motion(MOTION).opened is None


def test_a_refused_ballot_is_listed_apart():
    motion = project([a_ballot("kept", 1), a_ballot("not", 2, standing=Standing.REFUSED)]).motion(MOTION)
    assert [ballot.id for ballot in motion.ballots] == [an_id("kept")]
    assert [ballot.id for ballot in motion.refused] == [an_id("not")]


def test_ballots_are_in_the_order_of_their_numbers():
    motion = project([a_ballot("b", 2), a_ballot("a", 3), a_ballot("c", 1)]).motion(MOTION)
    assert [ballot.ballot.ballot_seq for ballot in motion.ballots] == [1, 2, 3]


def test_the_first_opening_holds():
    early = a_fact("z", OpenMotion(motion=MOTION, motion_digest="1" * 64, present=("p-lan",)), minutes=1)
    late = a_fact("a", OpenMotion(motion=MOTION, motion_digest="1" * 64), minutes=9)
    motion = project([late, early]).motion(MOTION)
    assert (motion.opened, motion.present) == (NOON + timedelta(minutes=1), ("p-lan",))


def test_the_newest_report_of_a_laptop_holds():
    def report(name, complete, seq):
        body = ReportReady(manifest="2" * 64, version=1, documents=9, complete=complete)
        return a_fact(name, body, seq=seq)

    # Both went up in one exchange and bear one recorded time: the laptop's own order tells which is newer.
    for names in (("a", "b"), ("b", "a")):
        ready = project([report(names[0], 3, 4), report(names[1], 9, 5)]).ready
        assert ready["d-lan"].report.complete == 9


def test_a_closing_is_the_motions_result():
    closing = OFFICE.closing(BASE, [])
    fact = Fact(an_id("closing"), Standing.DELIVERED, closing=closing, recorded=NOON)
    assert project([fact]).motion(MOTION).closing == closing


def test_a_meeting_without_facts_has_nothing():
    assert project([]).motion(MOTION).ballots == []


def test_a_receipt_outweighs_the_same_act_waiting_or_delivered():
    tellings = [a_ballot("x", standing=standing) for standing in Standing]
    assert project(tellings).motion(MOTION).ballots[0].standing is Standing.ACCEPTED
    assert project(tellings[::-1]).motion(MOTION).ballots[0].standing is Standing.ACCEPTED


MARKS = st.sampled_from(["k-1", "k-2"])
PEOPLE = st.sampled_from([OFFICE.lan, OFFICE.minh])
NAMES = [f"e{n}" for n in range(6)]
LAPTOPS = ["d-lan", "d-minh", "d-thu"]


OPINIONS = st.sampled_from(["o-1", "o-2"])


@st.composite
def opinion_facts(draw, name, more):
    kind = draw(st.integers(0, 2))
    if kind == 0:
        return a_fact(name, DropOpinion(id=draw(OPINIONS)), **more)
    if kind == 1:
        seq = draw(st.integers(1, 2))
        at = NOON + timedelta(minutes=draw(st.integers(-1, 3)))
        after = draw(st.dictionaries(st.sampled_from(LAPTOPS), st.integers(1, 3)))
        body = CheckIn(at=at, after=after, state=Attendance.ABSENT, reason=name)
        return a_fact(name, body, seq=seq, **more)
    replaces = draw(st.lists(st.sampled_from(NAMES), unique=True, max_size=2))
    return an_opinion(name, opinion=draw(OPINIONS), replaces=replaces, **more)


@st.composite
def some_facts(draw):
    facts = []
    for name in draw(st.lists(st.sampled_from(NAMES), unique=True, max_size=6)):
        more = {
            "member": draw(PEOPLE),
            "standing": draw(st.sampled_from(Standing)),
            "minutes": draw(st.integers(0, 2)),
        }
        kind = draw(st.integers(0, 7))
        if kind > 4:
            facts.append(draw(opinion_facts(name, more)))
        elif kind == 0:
            facts.append(a_fact(name, DropMark(id=draw(MARKS)), **more))
        elif kind == 1:
            facts.append(a_ballot(name, draw(st.integers(1, 2)), **more))
        elif kind == 2:
            body = draw(
                st.sampled_from(
                    [
                        OpenMotion(motion=MOTION, motion_digest="1" * 64),
                        CloseMotion(motion=MOTION),
                    ]
                )
            )
            facts.append(a_fact(name, body, **more))
        else:
            replaces = draw(st.lists(st.sampled_from(NAMES), unique=True, max_size=2))
            facts.append(a_put(name, mark=draw(MARKS), replaces=replaces, y=draw(st.floats(0, 9)), **more))
    return facts


@settings(max_examples=150)
@given(some_facts(), st.randoms(use_true_random=False))
def test_all_orders_and_repetitions_converge(facts, random):
    shuffled = [*facts, *facts]
    random.shuffle(shuffled)
    assert project(shuffled) == project(facts)


@settings(max_examples=150)
@given(some_facts(), st.booleans())
def test_what_is_of_motions_alone_gives_the_same_motions(facts, closed):
    if closed:
        facts = [*facts, Fact(an_id("closing"), Standing.DELIVERED, closing=OFFICE.closing(BASE, []))]
    alone = [fact for fact in facts if isinstance(fact.closing or fact.event.body, OF_MOTIONS)]
    assert project(alone).motions == project(facts).motions


def test_every_act_that_names_a_motion_is_of_motions():
    named = {body for body in get_args(Body) if "motion" in body.__struct_fields__}
    assert CastBallot in named
    assert named <= set(OF_MOTIONS)


@pytest.mark.parametrize("lost", range(3))
def test_a_fact_that_comes_last_gives_what_it_gave_first(lost):
    facts = [a_put("a"), a_put("b", replaces=["a"]), a_fact("d", DropMark(id="k-2"))]
    rest = facts[:lost] + facts[lost + 1 :]
    assert project([*rest, facts[lost]]) == project(facts)
