"""The tally is a function of the log at close, and explains itself."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.packets import RULE, PaperOffice

from sync.model.counts import EnterVotes, Means, Named, Totals, fit_together, is_valid, persons_of
from sync.model.people import RollEntry
from sync.model.rules import Base, MotionKind, Threshold, Tie
from sync.model.tally import Recorded, percent, result_of_counts, tally

OFFICE = PaperOffice()
MOTION = OFFICE.motion()
NOW, EARLIER = "a" * 64, "b" * 64


def a_roll(size):
    return tuple(RollEntry(person=f"p-{n}", name=f"Đại biểu {n}") for n in range(size))


def a_ballot(person, choice="c1", seq=1, **more):
    name = f"{person}/{choice}/{seq}/{sorted(more.items())}"
    fields = {"motion_digest": NOW, "choices": (choice,), "ballot_seq": seq, **more}
    return Recorded(id=name, person=person, **fields)


def count(ballots, size=26, motion=MOTION, present=None, entries=()):
    roll = a_roll(size)
    here = [entry.person for entry in roll] if present is None else present
    return tally(motion, NOW, roll, here, ballots, entries)


def an_entry(votes, means=Means.HAND):
    return EnterVotes(motion=MOTION.id, motion_digest=NOW, means=means, votes=votes)


def by_name(person, choice="c1", means=Means.HAND):
    return an_entry(Named(person=person, choices=(choice,)), means)


def together(persons, *counts, invalid=0, means=Means.PAPER):
    returned = sum(counts) + invalid
    told = tuple((f"c{n}", number) for n, number in enumerate(counts, 1))
    return an_entry(Totals(persons=persons, returned=returned, invalid=invalid, counts=told), means)


def test_the_sentence_of_the_specification():
    votes = [a_ballot(f"p-{n}") for n in range(12)] + [a_ballot(f"p-{n}", "c2") for n in range(12, 20)]
    result = count(votes)
    assert result.sentence_vi == (
        "Cần 14/26 phiếu tán thành (quá nửa tổng số đại biểu); có 12; thiếu 2: không thông qua."
    )
    assert result.sentence_en == (
        "Needs 14 of 26 for “Tán thành” (more than half of all delegates); has 12; 2 short: not carried."
    )
    assert (result.carried, result.needed, result.base, result.not_voted) == (False, 14, 26, 6)


def test_the_sentence_of_a_motion_that_is_carried():
    result = count([a_ballot(f"p-{n}") for n in range(14)])
    assert result.carried is True
    assert result.sentence_vi.endswith("có 14; dư 0: thông qua.")
    assert result.sentence_en.endswith("has 14; 0 to spare: carried.")


def test_two_thirds_of_51_are_34_and_are_said_so():
    rule = msgspec.structs.replace(RULE, threshold=Threshold(num=2, den=3, at_least=True))
    motion = OFFICE.motion(rule=rule)
    votes = [a_ballot(f"p-{n}") for n in range(34)]
    assert count(votes, 51, motion).carried is True
    short = count(votes[1:], 51, motion)
    assert short.carried is False
    assert "ít nhất 2/3 tổng số đại biểu" in short.sentence_vi
    assert "at least 2/3 of all delegates" in short.sentence_en


def test_an_exact_tie_is_not_carried():
    votes = [a_ballot(f"p-{n}", "c1" if n < 13 else "c2") for n in range(26)]
    assert count(votes).carried is False


@pytest.mark.parametrize(
    ("base", "expected"), [(Base.TOTAL, 26), (Base.PRESENT, 20), (Base.CAST, 11), (Base.VALID, 10)]
)
def test_a_rule_names_its_base(base, expected):
    motion = OFFICE.motion(rule=msgspec.structs.replace(RULE, base=base))
    votes = [a_ballot(f"p-{n}") for n in range(10)] + [a_ballot("p-10", "c9")]
    result = count(votes, 26, motion, [f"p-{n}" for n in range(20)] + ["p-stranger"])
    assert (result.base, result.present, result.invalid) == (expected, 20, 1)


def test_with_no_ballot_nothing_is_carried_whatever_the_base():
    for base in Base:
        for at_least in (False, True):
            rule = msgspec.structs.replace(
                RULE, base=base, threshold=Threshold(num=1, den=2, at_least=at_least)
            )
            assert count([], 26, OFFICE.motion(rule=rule), []).carried is False


def test_the_highest_number_replaces_the_earlier_ones():
    result = count([a_ballot("p-1", "c1", 1), a_ballot("p-1", "c2", 2)])
    assert (result.counts["c1"], result.counts["c2"]) == (0, 1)
    assert [(fate.counted, fate.reason) for fate in result.fates] == [(False, "replaced"), (True, "")]


def test_two_ballots_with_one_number_cancel_until_a_higher_one_comes():
    twins = [a_ballot("p-1", "c1", 2), a_ballot("p-1", "c2", 2)]
    both = count([a_ballot("p-1", "c3", 1), *twins])
    assert sum(both.counts.values()) == 0
    assert [fate.reason for fate in both.fates] == ["replaced", "equivocation", "equivocation"]
    assert both.not_voted == 26
    after = count([*twins, a_ballot("p-1", "c1", 3)])
    assert after.counts["c1"] == 1
    assert [fate.reason for fate in after.fates] == ["replaced", "replaced", ""]


@pytest.mark.parametrize(
    ("ballot", "reason"),
    [
        (a_ballot("p-1", late=True), "late"),
        (a_ballot("p-1", revoked=True), "revoked"),
        (a_ballot("p-1", motion_digest=EARLIER), "wrong_motion"),
        (a_ballot("p-99"), "not_on_roll"),
        (a_ballot("p-1", "c7"), "invalid"),
        (a_ballot("p-1", choices=("c1", "c2")), "invalid"),
        (a_ballot("p-1", choices=()), "invalid"),
    ],
)
def test_what_does_not_count_is_named(ballot, reason):
    result = count([ballot])
    assert sum(result.counts.values()) == 0
    assert [fate.reason for fate in result.fates] == [reason]
    assert result.late == (reason == "late")
    assert result.invalid == (reason == "invalid")


def test_a_late_replacement_leaves_the_earlier_ballot_counted():
    result = count([a_ballot("p-1", "c1", 1), a_ballot("p-1", "c2", 2, late=True)])
    assert result.counts["c1"] == 1
    assert result.late == 0


def test_a_poll_takes_up_to_n_choices_and_decides_nothing():
    rule = msgspec.structs.replace(
        RULE, kind=MotionKind.POLL, threshold=None, base=Base.CAST, choices=("Sáng", "Chiều", "Tối")
    )
    poll = OFFICE.motion(rule=rule, max_choices=2)
    assert is_valid(poll, ("c1", "c2"))
    assert not is_valid(poll, ("c1", "c2", "c3"))
    assert not is_valid(poll, ("c1", "c1"))
    result = count([a_ballot("p-1", choices=("c1", "c2")), a_ballot("p-2", choices=("c2",))], 5, poll)
    assert result.carried is None
    assert result.counts == {"c1": 1, "c2": 2, "c3": 0}
    assert result.sentence_vi == "2/5 người trả lời; nhiều nhất: Chiều (2). Thăm dò, không có kết luận."
    assert result.sentence_en == "2 of 5 answered; most: Chiều (2). A poll decides nothing."


def test_a_verdict_from_totals_alone_is_the_same():
    counted = count([a_ballot(f"p-{n}") for n in range(15)] + [a_ballot("p-20", "c9")])
    told = result_of_counts(
        MOTION,
        total=counted.total,
        present=counted.present,
        counts=counted.counts,
        invalid=counted.invalid,
        late=counted.late,
        not_voted=counted.not_voted,
    )
    assert (told.carried, told.needed, told.sentence_vi) == (
        counted.carried,
        counted.needed,
        counted.sentence_vi,
    )


@pytest.mark.parametrize(
    ("part", "whole", "shown"),
    [(19, 26, "73.08"), (1, 8, "12.50"), (1, 3, "33.33"), (2, 3, "66.67"), (1, 800, "0.13"), (0, 0, "0.00")],
)
def test_percentages_are_rounded_half_up_for_show_only(part, whole, shown):
    assert percent(part, whole) == shown


def test_hands_and_paper_count_beside_ballots():
    entries = [by_name("p-1", "c2"), together(("p-2", "p-3", "p-4"), 1, 0, 0, invalid=1)]
    result = count([a_ballot("p-0")], 6, entries=entries)
    assert result.counts == {"c1": 2, "c2": 1, "c3": 0}
    assert (result.entered, result.entered_invalid, result.invalid, result.not_voted) == (3, 1, 1, 2)
    assert result.routes == {"hub": 1, "hand": 1, "paper": 2}


@pytest.mark.parametrize("entry", [by_name("p-0", "c2"), together(("p-0", "p-1"), 0, 1, 0)])
def test_whoever_stands_in_an_entry_counts_by_it_and_by_no_ballot(entry):
    result = count([a_ballot("p-0", "c1", 1), a_ballot("p-0", "c3", 2)], 3, entries=[entry])
    assert result.counts == {"c1": 0, "c2": 1, "c3": 0}
    assert [fate.reason for fate in result.fates] == ["by_hand", "by_hand"]
    late = count([a_ballot("p-0", late=True)], 3, entries=[entry])
    assert [fate.reason for fate in late.fates] == ["late"]
    assert late.late == 0


def test_the_chair_breaks_a_tie_by_hand_too():
    rule = msgspec.structs.replace(RULE, tie=Tie.CHAIR)
    motion = msgspec.structs.replace(OFFICE.motion(rule=rule), chair="p-0")
    result = count([a_ballot("p-1", "c2")], 3, motion, entries=[by_name("p-0")])
    assert (result.tie, result.chair, result.carried) == (True, "c1", True)


def test_nobody_is_entered_twice():
    for other in (by_name("p-0", "c2"), together(("p-0", "p-1"), 1, 0, 0)):
        with pytest.raises(ValueError, match="twice"):
            count([], 3, entries=[by_name("p-0"), other])


BALLOTS = st.builds(
    a_ballot,
    st.sampled_from([f"p-{n}" for n in range(6)]),
    st.sampled_from(["c1", "c2", "c3", "c9"]),
    st.integers(1, 3),
    late=st.booleans(),
    revoked=st.booleans(),
    motion_digest=st.sampled_from([NOW, NOW, EARLIER]),
)


@given(
    st.lists(BALLOTS, max_size=15, unique_by=lambda b: b.id).flatmap(
        lambda b: st.tuples(st.just(b), st.permutations(b))
    )
)
def test_order_and_repetition_of_ballots_change_nothing(pair):
    ballots, shuffled = pair
    assert count(ballots, 5) == count(shuffled, 5) == count([*shuffled, *ballots], 5)


@given(BALLOTS, st.permutations([(False, "hub"), (True, "hub"), (False, "usb")]))
def test_one_ballot_told_in_several_ways_is_one_ballot(ballot, tellings):
    told = [msgspec_replace(ballot, late=late, via=via, id="x") for late, via in tellings]
    reference = [msgspec_replace(ballot, late=late, via=via, id="x") for late, via in sorted(tellings)]
    assert count(told, 5) == count(reference, 5)
    assert len(count(told, 5).fates) == 1


def msgspec_replace(ballot, **changes):
    return Recorded(**{**vars(ballot), **changes})


@given(st.lists(BALLOTS, max_size=15, unique_by=lambda b: b.id))
def test_everybody_on_the_roll_is_accounted_for_once_in_whole_numbers(ballots):
    result = count(ballots, 5)
    counted = [fate.person for fate in result.fates if fate.counted]
    assert len(counted) == len(set(counted))
    assert sum(result.counts.values()) == len(counted)
    assert result.total == len(counted) + result.invalid + result.not_voted
    assert {fate.ballot for fate in result.fates} == {ballot.id for ballot in ballots}
    numbers = (result.base, result.needed, result.late, *result.counts.values())
    assert all(type(number) is int for number in numbers)


@st.composite
def entered(draw):
    """Entries as a recorder keeps them: sound, and nobody in two."""
    left = draw(st.permutations([f"p-{n}" for n in range(5)]))
    made = []
    while left and draw(st.booleans()):
        means = draw(st.sampled_from(Means))
        if draw(st.booleans()):
            made.append(by_name(left[0], draw(st.sampled_from(["c1", "c2", "c3"])), means))
            left = left[1:]
        else:
            persons, left = left[:3], left[3:]
            box = draw(st.lists(st.sampled_from(["c1", "c2", "c3", ""]), max_size=len(persons)))
            counts = [box.count(choice) for choice in ("c1", "c2", "c3")]
            made.append(together(tuple(persons), *counts, invalid=box.count(""), means=means))
    return made


LOGS = st.lists(BALLOTS, max_size=15, unique_by=lambda b: b.id)


@given(LOGS, entered(), st.randoms(use_true_random=False))
def test_a_result_is_a_function_of_log_and_entries_in_any_order(ballots, entries, dice):
    shuffled = [dice.sample(several, len(several)) for several in (ballots, entries)]
    assert count(ballots, 5, entries=entries) == count(shuffled[0], 5, entries=shuffled[1])


@given(LOGS, entered())
def test_nobody_counts_twice_and_every_sum_fits(ballots, entries):
    assert fit_together(MOTION, entries, [f"p-{n}" for n in range(5)])
    result = count(ballots, 5, entries=entries)
    by_hand = {person for entry in entries for person in persons_of(entry.votes)}
    by_ballot = [fate.person for fate in result.fates if fate.counted or fate.reason == "invalid"]
    assert len(by_ballot) == len(set(by_ballot))
    assert not by_hand & set(by_ballot)
    assert result.cast == len(by_ballot) + result.entered
    assert result.entered <= len(by_hand)
    assert sum(result.counts.values()) == result.cast - result.invalid
    assert result.invalid == result.entered_invalid + sum(f.reason == "invalid" for f in result.fates)
    assert sum(result.routes.values()) == result.cast
    assert result.late + result.cast <= result.total
    assert {fate.ballot for fate in result.fates} == {ballot.id for ballot in ballots}
