"""The program's tally and the verifier's are two readings of one rule: they agree on every motion."""

import os

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.packets import PaperOffice

from sync.model.motion import Choice
from sync.model.people import RollEntry
from sync.model.rules import Base, Flag, Form, Threshold, Tie, Words
from sync.model.tally import Recorded, tally
from sync.verify.counting import Ballot, count, judge
from sync.verify.motion import motion_digest, read_motion
from sync.verify.reading import Node, canonical, parse
from sync.verify.sentences import sentences
from sync.wire import digests
from sync.wire.codec import encode_payload

OFFICE = PaperOffice()
MANY = int(os.environ.get("SOHOP_EXAMPLES") or 0) * 10
"""``make storm`` asks for 1,000 stories of each kind: ten motions for each."""

WORDS = st.text(st.characters(codec="utf-8"), max_size=12) | st.sampled_from(
    ["Tán thành", "KHÔNG", "Ý kiến khác", "ông A", "Đ", "", "Tín nhiệm {cao}"]
)
THRESHOLDS = st.builds(
    lambda num, more, at_least: Threshold(num=num, den=num + more, at_least=at_least),
    st.integers(1, 5),
    st.integers(0, 4),
    st.booleans(),
)
PEOPLE = [f"p-{n}" for n in range(7)]
NOW, EARLIER = "a" * 64, "b" * 64


@st.composite
def motions(draw):
    """Any rule that a file may hold, and choices or candidates for it."""
    size = draw(st.integers(2, 5))
    form = draw(st.sampled_from(Form))
    threshold = draw(THRESHOLDS if form is Form.EACH else st.none() | THRESHOLDS)
    flag = st.builds(
        Flag,
        id=st.sampled_from(["one", "two"]),
        on=st.integers(0, size - 1),
        threshold=THRESHOLDS,
        title=WORDS,
        title_en=WORDS,
    )
    rule = msgspec.structs.replace(
        OFFICE.motion().rule,
        form=form,
        on=0 if form is Form.EACH else draw(st.integers(0, size - 1)),
        threshold=threshold,
        base=draw(st.sampled_from(Base)),
        tie=Tie.FAILS if form is Form.EACH else draw(st.sampled_from(Tie)),
        quorum=draw(st.none() | THRESHOLDS),
        flags=tuple(draw(st.lists(flag, max_size=2))),
        words=draw(st.just(Words()) | st.builds(Words, carried=WORDS, failed_en=WORDS)),
    )
    choices = tuple(Choice(id=f"c{n}", label=draw(WORDS)) for n in range(size))
    motion = OFFICE.motion(rule=rule, max_choices=draw(st.integers(1, size)), question=draw(WORDS))
    return msgspec.structs.replace(motion, choices=choices, chair=draw(st.none() | st.sampled_from(PEOPLE)))


BALLOTS = st.lists(
    st.builds(
        Recorded,
        id=st.integers(0, 2**40).map(lambda n: f"{n:064x}"),
        person=st.sampled_from([*PEOPLE, "p-stranger"]),
        motion_digest=st.sampled_from([NOW, NOW, NOW, EARLIER]),
        choices=st.lists(st.sampled_from(["c0", "c1", "c1", "c2", "c9"]), max_size=3).map(tuple),
        ballot_seq=st.integers(1, 3),
        late=st.sampled_from([False, False, True]),
        revoked=st.sampled_from([False, False, False, True]),
        via=st.sampled_from(["hub", "room", "usb"]),
    ),
    max_size=14,
    unique_by=lambda ballot: ballot.id,
)


def check_agreement(motion, ballots, voters, present):
    roll = tuple(RollEntry(person=person, name=person) for person in PEOPLE[:voters])
    ours = tally(motion, NOW, roll, present, ballots)
    read = read_motion(parse(encode_payload(motion), "motion"))
    entitled = frozenset(PEOPLE[:voters])
    found = count(
        read,
        NOW,
        entitled,
        [
            Ballot(b.id, b.person, b.motion_digest, b.choices, b.ballot_seq, b.late, b.revoked, b.via)
            for b in ballots
        ],
    )
    theirs = judge(
        read,
        total=voters,
        present=len(set(present) & entitled),
        votes=found.votes,
        invalid=found.invalid,
        late=found.late,
        not_voted=voters - found.voted,
        entered=found.entered,
        entered_invalid=found.entered_invalid,
        chair=found.chair,
    )
    assert found.fates == {fate.ballot: fate.reason for fate in ours.fates}
    assert {b for b, reason in found.fates.items() if not reason} == {
        f.ballot for f in ours.fates if f.counted
    }
    assert dict(ours.routes) == found.routes
    for name in (
        *("total", "present", "cast", "base", "needed", "carried", "invalid", "late", "not_voted"),
        *("quorum_needed", "quorum", "tie", "chair"),
    ):
        assert getattr(ours, name) == getattr(theirs, name), name
    assert list(ours.counts.items()) == list(theirs.votes.items())
    for name in ("elected", "tied", "flags"):
        assert list(getattr(ours, name)) == getattr(theirs, name), name
    assert (ours.sentence_vi, ours.sentence_en) == sentences(read, theirs)


AGREEMENT = given(
    motions(), BALLOTS, st.integers(0, len(PEOPLE)), st.lists(st.sampled_from([*PEOPLE, "p-x"]), unique=True)
)


@settings(max_examples=300, deadline=None)
@AGREEMENT
def test_tally_and_verifier_agree(motion, ballots, voters, present):
    check_agreement(motion, ballots, voters, present)


@pytest.mark.storm
@settings(max_examples=max(MANY, 500), deadline=None)
@AGREEMENT
def test_tally_and_verifier_agree_on_thousands_of_motions(motion, ballots, voters, present):
    check_agreement(motion, ballots, voters, present)


@settings(max_examples=200, deadline=None)
@given(motions(), WORDS)
def test_the_digest_of_a_motion_follows_from_the_manifests_own_text(motion, name):
    manifest = OFFICE.manifest(motions=(motion,))
    manifest = msgspec.structs.replace(manifest, roll=(RollEntry(person="p-1", name=name), *manifest.roll))
    said = parse(encode_payload(manifest), "manifest")
    (node,) = said["motions"].each()
    found = motion_digest(manifest.tenant, said["meeting"]["id"], node, said["roll"])
    assert found == digests.motion_digest(manifest, motion)


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text(st.characters(codec="utf-8")),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(st.characters(codec="utf-8")), inner),
        max_leaves=10,
    )
)
def test_json_text_is_written_in_one_way_only(value):
    data = msgspec.json.encode(value)
    assert canonical(parse(data, "")).encode() == data == canonical(Node(value)).encode()
