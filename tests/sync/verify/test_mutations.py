"""Whatever is changed in a file, it is refused, and where is said."""

import base64
import json
import os
import random
import re

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.evidence import Cast, Story, a_motion, files, stories, written
from support.mutations import damage, mutate
from support.packets import PaperOffice

from sync import verify
from sync.model.events import Status
from sync.verify import Why

STORIES = stories()
FILES = files()
OFFICE = STORIES["plain"].office
ROOT = OFFICE.root_key
MANY = int(os.environ.get("SOHOP_EXAMPLES") or 0) * 5
"""``make storm`` asks for 1,000 stories of each kind: five mutations for each."""


def other_office():
    """The same people, ids and motion elsewhere, and another motion of the same office."""
    lan = OFFICE.lan
    elsewhere = PaperOffice(tenant="t-2")
    rule = OFFICE.motion().rule
    votes = [Cast(lan, ("c1",)), Cast(OFFICE.minh, ("c1",))]
    other = a_motion(OFFICE, rule, name="v-2", question="Câu khác?")
    return [
        Story(elsewhere, a_motion(elsewhere, rule), votes).named(),
        Story(OFFICE, other, votes).named(),
        Story(OFFICE, other, votes).own(lan),
    ]


OTHERS = [*FILES.values(), *other_office()]


def refused(data):
    try:
        return verify.check(verify.parse(data, ""), ROOT).broken
    except verify.BrokenError as broken:
        return broken


def says_less(file, changed):
    """Of a person's ballots and entry some are left out, not all; an admission belongs to its ballot."""
    rest = [{name: one[name] for name in one if name not in LEFT_OUT} for one in (file, changed)]
    lists = all(isinstance(changed.get(name), list) for name in LEFT_OUT)
    if not lists or rest[0] != rest[1] or "votes.admit" in says(file):
        return False
    kept = [[one for one in file[name] if one in changed[name]] for name in LEFT_OUT]
    return kept == [changed[name] for name in LEFT_OUT] and any(kept)


LEFT_OUT = ("ballots", "entries")


def says(file):
    return [json.loads(base64.b64decode(one["entry"]["payload"]))["body"]["type"] for one in file["entries"]]


def check_mutation(seed):
    dice = random.Random(seed)
    name = dice.choice(list(FILES))
    done, data = mutate(dice, FILES[name], OTHERS)
    if any(json.loads(data) == other for other in OTHERS):
        return
    if name.endswith("own") and says_less(FILES[name], json.loads(data)):
        return  # and nothing false
    broken = refused(data)
    assert broken is not None, (name, done)
    assert broken.place or broken.why in (Why.NO_EXPORT, Why.TYPE), (name, done, broken)
    for english in (False, True):
        assert not re.search(r"\{[a-z]+\}", verify.reason(broken, english=english))


@settings(max_examples=400)
@given(st.integers(0, 2**64))
def test_a_changed_file_is_refused_and_the_place_is_named(seed):
    check_mutation(seed)


@pytest.mark.storm
@settings(max_examples=max(MANY, 400))
@given(st.integers(0, 2**64))
def test_thousands_of_changed_files_are_refused(seed):
    check_mutation(seed)


@settings(max_examples=200)
@given(st.integers(0, 2**64))
def test_a_damaged_file_is_refused(seed):
    dice = random.Random(seed)
    file = dice.choice(list(FILES.values()))
    data = damage(dice, written(file))
    broken = refused(data)
    if broken is None:
        assert json.loads(data) == file
    else:
        assert verify.reason(broken, english=True).startswith("REFUSED at ")


PLACES = {
    "ballots": "ballots",
    "closing": "closing.signatures[0]",
    "manifest": "manifest.signatures[0]",
    "roster": "roster.signatures[0]",
    "close": "close.signatures[0]",
    "opening": "opening.signatures[0]",
    "head": "head.signatures[0]",
}


def with_byte_changed(envelope):
    payload = bytearray(msgspec.json.decode(f'"{envelope["payload"]}"', type=bytes))
    payload[-2] ^= 1
    return {**envelope, "payload": msgspec.json.decode(msgspec.json.encode(bytes(payload)))}


@pytest.mark.parametrize("name", [name for name in PLACES if name != "ballots"])
def test_a_changed_envelope_is_named(name):
    file = dict(FILES["plain"])
    file[name] = with_byte_changed(file[name])
    broken = refused(written(file))
    assert broken.place.startswith((PLACES[name], f"{name}.payload"))


@pytest.mark.parametrize("number", range(4))
def test_a_changed_ballot_is_named(number):
    file = dict(FILES["plain"])
    file["ballots"] = list(file["ballots"])
    ballot = file["ballots"][number]
    file["ballots"][number] = {**ballot, "envelope": with_byte_changed(ballot["envelope"])}
    broken = refused(written(file))
    assert broken.place.startswith(f"ballots[{number}].envelope")


def test_a_changed_leaf_breaks_the_log():
    file = dict(FILES["plain"])
    file["ballots"] = [dict(one) for one in file["ballots"]]
    file["ballots"][1]["leaf"] = file["ballots"][2]["leaf"]
    broken = refused(written(file))
    assert (broken.place, broken.why) == ("ballots", Why.ROOT)


def lied(story, **changes):
    """The recorder itself signs what is not so."""
    told = STORIES[story]
    return Story(
        told.office,
        told.motion,
        told.casts,
        roll=told.roll,
        present=told.present,
        scheduled=told.scheduled,
        lie=lambda closing: msgspec.structs.replace(closing, **changes),
    )


FIRST = STORIES["plain"].closing.statuses
LIES = {
    "counts": {"counts": (("c1", 3), ("c2", 0), ("c3", 0)), "not_voted": 0},
    "more votes than voters": {"counts": (("c1", 3), ("c2", 1), ("c3", 0))},
    "one voter less": {"not_voted": 1},
    "invalid": {"invalid": 1},
    "late": {"late": 1},
    "the chair's choice": {"chair": "c1"},
    "a ballot set aside": {
        "statuses": (Status(ballot=FIRST[0].ballot, counted=False, reason="late"), *FIRST[1:])
    },
    "a status left out": {"statuses": FIRST[1:]},
    "a status twice": {"statuses": (FIRST[0], *FIRST)},
    "statuses in another order": {"statuses": FIRST[::-1]},
    "a root of its own": {"root": "0" * 64},
    "a shorter log": {"size": 3},
    "another packet": {"manifest": "0" * 64},
    "another form of the motion": {"motion_digest": "0" * 64},
    "another meeting": {"meeting": "m-2"},
    "another opening": {"opening": "0" * 64},
    "no opening": {"opening": ""},
    "another close": {"act": "0" * 64},
    "somebody else closed": {"closed_by": "p-lan"},
    "fewer present": {"present": ("p-lan",)},
    "a later roster": {"roster": 4},
    "a later epoch": {"epoch": 2},
}


@pytest.mark.parametrize("name", LIES)
def test_a_closing_that_the_recorder_signed_falsely_is_refused(name):
    story = lied("plain", **LIES[name])
    broken = refused(written(story.named()))
    assert broken is not None
    assert broken.place.startswith(("closing", "roster", "ballots", "head", "manifest"))


@pytest.mark.parametrize(
    "name",
    [
        "more votes than voters",
        "one voter less",
        "invalid",
        "late",
        "the chair's choice",
        "a status left out",
        "a status twice",
        "statuses in another order",
        "a root of its own",
        "a shorter log",
    ],
)
def test_totals_that_do_not_fit_together_are_refused_in_the_delegates_form(name):
    story = lied("plain", **LIES[name])
    broken = refused(written(story.own(OFFICE.lan)))
    assert broken is not None
    assert broken.place.startswith(("closing", "ballots", "result"))


def test_the_delegates_form_shows_that_the_own_ballot_was_set_aside():
    mine = STORIES["plain"].ballots[2][0].digest
    statuses = tuple(
        Status(ballot=one.ballot, counted=False, reason="late") if one.ballot == mine else one
        for one in FIRST
    )
    story = lied("plain", statuses=statuses, counts=(("c1", 1), ("c2", 1), ("c3", 0)), not_voted=1, late=1)
    broken = refused(written(story.own(OFFICE.lan)))
    assert (broken.place, broken.why) == ("ballots[1]", Why.FATE)


def test_another_office_under_the_same_name_is_refused_by_the_root_key():
    thieves = PaperOffice()
    thieves.root = PaperOffice(tenant="t-9").root
    story = STORIES["plain"]
    file = Story(thieves, story.motion, story.casts).named()
    assert verify.check(verify.parse(written(file), "")).broken is None  # it holds by itself
    broken = refused(written(file))
    assert (broken.place, broken.why) == ("root_key", Why.OTHER_ROOT)


def test_a_later_root_may_be_given_and_one_before_the_file_may_not():
    story = STORIES["every"]
    later = verify.parse(story.roots[-1].payload, "")["root_key"].data(32)
    assert verify.check(verify.parse(written(story.named()), ""), later).broken is None
    assert verify.check(verify.parse(written(story.named()), ""), bytes(32)).broken.why is Why.OTHER_ROOT


def test_a_delegates_form_names_nobody_who_voted_but_its_owner():
    text = written(FILES["plain, own"])
    told = json.loads(text)
    envelopes = [one["envelope"]["signatures"][0]["signer"] for one in told["ballots"]]
    assert set(envelopes) == {OFFICE.lan.device}
    theirs = [
        ballot.digest for ballot, _ in STORIES["plain"].ballots if ballot.signatures[0].signer != "d-lan"
    ]
    payloads = [ballot.payload for ballot, _ in STORIES["plain"].ballots if ballot.digest in theirs]
    assert not any(msgspec.json.encode(payload)[1:-1] in text for payload in payloads)
