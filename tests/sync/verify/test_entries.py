"""Votes by hand, on paper and late in a file: what cannot be true is refused, and where is said."""

import json

import msgspec
import pytest
from support.evidence import Cast, Ending, Entering, Story, a_motion, hands, paper, stories, totals, written
from support.packets import NOON, PaperOffice, a_member

from sync import verify
from sync.model.counts import AdmitBallot, EnterVotes, Means, Named
from sync.model.events import Status
from sync.model.motion import Late
from sync.model.people import Role
from sync.model.rules import Form, Secrecy
from sync.verify import Why

OFFICE = PaperOffice()
LAN, MINH, SON = OFFICE.delegates
MA, HOA, TY, TEO, TAM, TU = (a_member(n, Role.DELEGATE) for n in ("ma", "hoa", "ty", "teo", "tam", "tu"))
HANDS = hands(OFFICE)
CLOSING = HANDS.closing


def refused(file):
    broken = verify.check(verify.parse(written(file), ""), OFFICE.root_key).broken
    return None if broken is None else (broken.place, broken.why)


def named(member, *choices):
    return Named(person=member.person, choices=choices or ("c1",))


def entered(*several, **changes):
    """The file of a vote in which the desk, and the recorder with it, took these entries."""
    return hands(OFFICE, entered=several, **changes).named()


def told(**changes):
    """The file of a vote of which the recorder signs what is not so."""
    return hands(OFFICE, lie=lambda closing: msgspec.structs.replace(closing, **changes)).named()


ENTRY, VOTES = "entries[0].entry", "entries[0].entry.payload.body.votes"
TOGETHER = totals((TEO, TAM), returned=2, counts=(1, 1, 0))


def box(**changes):
    return Entering(msgspec.structs.replace(TOGETHER, **changes), Means.PAPER)


NOT_SO = {
    "confirmed by who entered it": (
        [Entering(named(TY), confirmer=OFFICE.thu)],
        ("entries[0].confirm", Why.SAME_PERSON),
    ),
    "entered by an approver": ([Entering(named(TY), by=OFFICE.duyet)], (ENTRY, Why.ROLE)),
    "confirmed by an approver": (
        [Entering(named(TY), confirmer=OFFICE.duyet)],
        ("entries[0].confirm", Why.ROLE),
    ),
    "entered by a delegate": ([Entering(named(TY), by=LAN)], (ENTRY, Why.ROLE)),
    "admitted by a teller": ([Entering(3, by=OFFICE.kiem)], ("entries[0]", Why.ROLE)),
    "admitted with a teller": ([Entering(3, confirmer=OFFICE.kiem)], ("entries[0]", Why.ROLE)),
    "a ballot in time admitted": ([Entering(0)], (f"{ENTRY}.payload.body.ballot", Why.NOT_LATE)),
    "a ballot admitted that is in no log": (
        [Entering(AdmitBallot(motion="v-1", ballot="0" * 64, reason="?"))],
        (f"{ENTRY}.payload.body.ballot", Why.LACKING),
    ),
    "somebody not on the roll": (
        [Entering(named(a_member("x")))],
        (f"{VOTES}.person", Why.NOT_ON_ROLL),
    ),
    "somebody not on the roll among others": (
        [Entering(totals((TEO, a_member("x")), returned=1, counts=(1, 0, 0)))],
        (f"{VOTES}.persons[1]", Why.NOT_ON_ROLL),
    ),
    "somebody twice in one": (
        [Entering(totals((TEO, TEO), returned=1, counts=(1, 0, 0)))],
        (f"{VOTES}.persons[1]", Why.TWICE),
    ),
    "for another form of the motion": (
        [Entering(EnterVotes(motion="v-1", motion_digest="0" * 64, means=Means.HAND, votes=named(TY)))],
        (f"{ENTRY}.payload.body.motion_digest", Why.MISMATCH),
    ),
    "for another motion": (
        [Entering(EnterVotes(motion="v-2", motion_digest=HANDS.digest, means=Means.HAND, votes=named(TY)))],
        (f"{ENTRY}.payload.body.motion", Why.OTHER_MOTION),
    ),
    "by name a choice that is none": ([Entering(named(TY, "c9"))], (f"{VOTES}.choices", Why.NOT_FITTING)),
    "by name two choices": ([Entering(named(TY, "c1", "c2"))], (f"{VOTES}.choices", Why.NOT_FITTING)),
    "by name none": (
        [Entering(Named(person=TY.person, choices=()))],
        (f"{VOTES}.choices", Why.NOT_FITTING),
    ),
    "more returned than given out": ([box(returned=3)], (f"{VOTES}.returned", Why.NOT_FITTING)),
    "more invalid than returned": ([box(invalid=3)], (f"{VOTES}.invalid", Why.NOT_FITTING)),
    "more votes than valid ballots": ([box(invalid=1)], (f"{VOTES}.counts", Why.NOT_FITTING)),
    "fewer votes than valid ballots": (
        [box(counts=(("c1", 1), ("c2", 0), ("c3", 0)))],
        (f"{VOTES}.counts", Why.NOT_FITTING),
    ),
    "a choice left out": ([box(counts=(("c1", 1), ("c2", 1)))], (f"{VOTES}.counts", Why.NOT_FITTING)),
    "choices in another order": (
        [box(counts=(("c2", 1), ("c1", 1), ("c3", 0)))],
        (f"{VOTES}.counts[0][0]", Why.MISMATCH),
    ),
}


@pytest.mark.parametrize("name", NOT_SO)
def test_an_entry_that_cannot_be_true_is_refused(name):
    several, where = NOT_SO[name]
    assert refused(entered(*several)) == where


@pytest.mark.parametrize(
    "twice",
    [
        [Entering(named(TY)), Entering(named(TY, "c2"))],
        [Entering(named(TEO)), Entering(TOGETHER)],
        [Entering(3), Entering(named(SON))],
        [Entering(3), Entering(3, by=OFFICE.chu, confirmer=OFFICE.thu)],
    ],
)
def test_nobody_stands_in_two_entries(twice):
    _, why = refused(entered(*twice))
    assert why is Why.TWICE


def test_a_motion_that_admits_no_late_ballot_has_none():
    motion = msgspec.structs.replace(
        HANDS.motion, window=msgspec.structs.replace(HANDS.motion.window, late=Late.RECORDED_ONLY)
    )
    file = Story(OFFICE, motion, HANDS.casts, HANDS.roll, entered=[Entering(3)], ending=HANDS.ending).named()
    assert refused(file) == (f"{ENTRY}.payload.body", Why.RULE)


@pytest.mark.parametrize(
    "entry",
    [
        Entering(named(LAN), Means.PAPER),
        Entering(named(LAN), Means.HAND),
        Entering(totals((LAN,), returned=1, counts=(1, 0)), Means.HAND),
    ],
)
def test_a_secret_motion_has_only_totals_of_paper(entry):
    assert refused(paper(OFFICE, entered=[entry]).named()) == (VOTES, Why.SECRET)


@pytest.mark.parametrize(
    ("counts", "fits"), [((2, 2), True), ((2, 0), True), ((0, 0), False), ((2, 3), False)]
)
def test_of_several_choices_a_ballot_has_one_at_least_and_no_more_than_it_may(counts, fits):
    motion = a_motion(OFFICE, OFFICE.motion().rule, "Sáng", "Chiều", seats=2, secrecy=Secrecy.SECRET)
    story = Story(
        OFFICE, motion, entered=[Entering(totals(OFFICE.delegates, returned=2, counts=counts), Means.PAPER)]
    )
    assert refused(story.named()) == (None if fits else (f"{VOTES}.counts", Why.NOT_FITTING))


def test_of_candidates_one_may_want_none():
    rule = msgspec.structs.replace(OFFICE.motion().rule, form=Form.EACH)
    motion = a_motion(OFFICE, rule, "Ông A", "Bà B", secrecy=Secrecy.SECRET)
    box_ = Entering(totals(OFFICE.delegates, returned=2, counts=(0, 0)), Means.PAPER)
    assert refused(Story(OFFICE, motion, entered=[box_]).named()) is None


PAIRS = CLOSING.entries
LIES = {
    "one by hand more": ({"entered": CLOSING.entered + 1}, "closing.payload.entered"),
    "one invalid less": ({"entered_invalid": 0}, "closing.payload.entered_invalid"),
    "one more in time": ({"in_time": 4}, "entries"),  # then what was admitted was not late
    "one fewer in time": ({"in_time": 2}, "closing.payload.statuses"),
    "more in time than there are": ({"in_time": 6}, "closing.payload.in_time"),
    "no end": ({"end": ""}, "closing.payload.end"),
    "another end": ({"end": "0" * 64}, "closing.payload.end"),
    "no moment of the end": ({"ended": None}, "closing.payload.ended"),
    "others at the close": ({"present_at_close": CLOSING.present}, "closing.payload.present_at_close"),
    "an entry left out": ({"entries": PAIRS[1:]}, "entries["),
    "an entry more": ({"entries": (*PAIRS, ("f" * 64, "0" * 64))}, "entries"),
    "other confirmations": ({"entries": tuple((one, "0" * 64) for one, _ in PAIRS)}, "entries["),
    "entries in another order": ({"entries": PAIRS[::-1]}, "closing.payload.entries[1]"),
    "an entry twice": ({"entries": (PAIRS[0], *PAIRS)}, "closing.payload.entries[1]"),
}


@pytest.mark.parametrize("name", LIES)
def test_a_closing_that_the_recorder_signed_falsely_is_refused(name):
    changes, place = LIES[name]
    found, _ = refused(told(**changes))
    assert found.startswith(place)


def test_without_an_end_there_is_no_moment_of_it_and_all_are_in_time():
    def lied(**changes):
        plain = stories()["plain"]
        lie = lambda closing: msgspec.structs.replace(closing, **changes)  # noqa: E731
        return refused(Story(OFFICE, plain.motion, plain.casts, lie=lie).named())

    assert lied(ended=NOON) == ("closing.payload.ended", Why.MISMATCH)
    assert lied(in_time=3) == ("closing.payload.in_time", Why.MISMATCH)


# --- the thirty seconds of a strict motion


@pytest.mark.parametrize(
    ("fields", "place"),
    [
        ({"lasted": 0.49}, "closing.payload.closed"),
        ({"lasted": 0.5}, None),
        ({"lasted": 0.49, "early": True}, None),
        ({"ending": Ending(0, minutes=0.49)}, "closing.payload.ended"),
        ({"ending": Ending(0, minutes=0.49), "early": True}, "closing.payload.ended"),
        ({"ending": Ending(0, minutes=0.49, early=True)}, None),
        ({"ending": Ending(0, minutes=0.5)}, None),
    ],
)
def test_a_strict_motion_is_open_for_thirty_seconds_unless_who_ends_it_insists(fields, place):
    story = Story(OFFICE, a_motion(OFFICE, OFFICE.motion().rule), **fields)
    assert refused(story.named()) == (None if place is None else (place, Why.EARLY))


def test_a_motion_that_ended_early_is_said_to_have():
    story = Story(OFFICE, a_motion(OFFICE, OFFICE.motion().rule), lasted=0.2, early=True)
    said = verify.check(verify.parse(written(story.named()), "")).held
    assert verify.Step.EARLY in [step for step, _ in said]


# --- the file itself


def test_an_entry_left_out_of_the_file_is_missed():
    file = HANDS.named()
    file["entries"] = file["entries"][:-1]
    assert refused(file) == ("entries", Why.FIGURE)


def test_a_confirmation_of_another_entry_is_none():
    file = json.loads(written(HANDS.named()))
    entries = file["entries"]
    entries[0]["confirm"], entries[1]["confirm"] = entries[1]["confirm"], entries[0]["confirm"]
    assert refused(file) == ("entries[0].confirm.payload.body.entry", Why.MISMATCH)


def test_an_entry_is_no_confirmation_and_a_confirmation_is_no_entry():
    file = json.loads(written(HANDS.named()))
    first = file["entries"][0]
    first["confirm"] = first["entry"]
    assert refused(file) == ("entries[0].confirm.payload.body.type", Why.MISMATCH)
    file["end"] = file["close"]
    assert refused(file) == ("end.payload.body.type", Why.MISMATCH)
    file = json.loads(written(HANDS.named()))
    file["end"] = None
    assert refused(file) == ("closing.payload.end", Why.MISMATCH)


# --- the form for a delegate


def test_a_delegate_gets_no_entry_but_their_own():
    for member, own in [(LAN, 0), (MA, 1), (TY, 1), (SON, 1), (HOA, 0)]:
        file = HANDS.own(member)
        assert len(file["entries"]) == own
        assert refused(file) is None
    other = HANDS.own(MA)["entries"]
    assert refused({**HANDS.own(TY), "entries": other}) == ("entries", Why.NOT_OWN)
    assert refused({**HANDS.own(TY), "entries": []}) == ("ballots", Why.LACKING)
    (box_,) = (one for one in HANDS.named()["entries"] if b"totals" in _payload(one))
    assert refused({**HANDS.own(TY), "entries": [box_]}) == ("entries", Why.NOT_OWN)
    both = HANDS.named()["entries"]
    assert refused({**HANDS.own(TY), "entries": both[:2]})[1] in (Why.TWICE, Why.LACKING)


def _payload(entry):
    return msgspec.json.decode(f'"{entry["entry"]["payload"]}"', type=bytes)


def test_an_admitted_ballot_without_its_admission_is_late():
    file = HANDS.own(SON)
    assert refused({**file, "entries": []}) == ("ballots[0]", Why.FATE)
    assert refused({**file, "ballots": [], "devices": []})[1] is Why.LACKING


def given_paper(*casts, **changes):
    """Two were given paper; these ballots of theirs came all the same."""
    return Story(
        OFFICE,
        HANDS.motion,
        [Cast(LAN, ("c1",)), *casts],
        roll=[*OFFICE.delegates, TEO, TAM],
        entered=[Entering(TOGETHER, Means.PAPER)],
        **changes,
    )


def test_whoever_was_given_paper_sees_that_their_ballot_did_not_count():
    story = given_paper(Cast(TEO, ("c1",)), Cast(TEO, ("c2",), 2))
    file = story.own(TEO)
    assert file["entries"] == []
    assert refused(file) is None


def test_by_hand_counts_for_all_ballots_of_a_person_or_for_none():
    def story(lie=lambda closing: closing):
        return given_paper(Cast(TEO, ("c1",)), Cast(TEO, ("c2",), 2), lie=lie)

    second = story().ballots[2][0].digest

    def lie(closing):
        statuses = tuple(
            Status(ballot=one.ballot, counted=False, reason="replaced") if one.ballot == second else one
            for one in closing.statuses
        )
        return msgspec.structs.replace(closing, statuses=statuses)

    assert refused(story(lie).own(TEO)) == ("ballots[0]", Why.FATE)


@pytest.mark.parametrize(
    ("changes", "place"),
    [
        ({"entered": CLOSING.entered + 1}, "not_voted"),
        ({"entered": CLOSING.entered - 1, "not_voted": CLOSING.not_voted + 1}, "counts"),
        ({"entered_invalid": CLOSING.entered_invalid + 1}, "invalid"),
        ({"entered_invalid": 9, "invalid": 9}, "entered_invalid"),
        ({"counts": (("c1", 0), ("c2", 5), ("c3", 1))}, "counts"),  # and whose was theirs?
        ({"entries": ()}, "entered"),
    ],
)
def test_totals_that_do_not_fit_together_are_refused_in_the_delegates_form(changes, place):
    story = hands(OFFICE, lie=lambda closing: msgspec.structs.replace(closing, **changes))
    assert refused(story.own(LAN)) == (f"closing.payload.{place}", Why.NOT_FITTING)


def test_an_entry_by_name_gives_its_choice_a_vote():
    counts = (("c1", 5), ("c2", 1), ("c3", 0))
    story = hands(OFFICE, lie=lambda closing: msgspec.structs.replace(closing, counts=counts))
    assert refused(story.own(TY)) == ("closing.payload.counts", Why.NOT_FITTING)
    assert refused(story.own(MINH)) is None
