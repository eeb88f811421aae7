"""The program's tally and the verifier's are two readings of one rule: they agree on every motion."""

import os
from datetime import timedelta

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.evidence import Cast, Ending, Entering, Story, written
from support.packets import NOON, PaperOffice, a_member

from sync import verify
from sync.model.counts import AdmitBallot, EnterVotes, Means, Named, Totals, fit_together, persons_of
from sync.model.motion import Choice, Late, Window
from sync.model.people import Role, RollEntry
from sync.model.rules import Base, Flag, Form, Secrecy, Threshold, Tie, Timing, Words
from sync.verify.counting import Ballot, Votes, count, judge
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
MEMBERS = [a_member(str(n), Role.DELEGATE) for n in range(7)]
TWIN = a_member("0b", Role.DELEGATE, person="p-0")
STRANGER = a_member("x", Role.DELEGATE)


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


CASTS = st.lists(
    st.builds(
        Cast,
        who=st.sampled_from([*MEMBERS, TWIN, STRANGER]),
        choices=st.sampled_from(
            [("c0",), ("c1",), ("c0",), ("c0", "c1"), ("c1", "c2"), ("c9",), ("c1", "c1"), ()]
        ),
        seq=st.integers(1, 3),
        minutes=st.sampled_from([1, 1, 1, 29, 30, 31]),
        revoked=st.sampled_from([*[False] * 9, True]),
        other_form=st.sampled_from([*[False] * 9, True]),
    ),
    max_size=12,
)
UNTIL = NOON + timedelta(minutes=30)


@st.composite
def votes(draw, motion, persons):
    """By name or together, as they can be true."""
    choices = [choice.id for choice in motion.choices]
    each = motion.rule.form is Form.EACH
    if motion.secrecy is Secrecy.OPEN and draw(st.booleans()):
        most = motion.max_choices
        given = st.lists(st.sampled_from(choices), min_size=not each, max_size=most, unique=True)
        return Named(person=persons[0].person, choices=tuple(draw(given)))
    returned = draw(st.integers(0, len(persons)))
    invalid = draw(st.integers(0, returned))
    # Ballot by ballot, as somebody counts a box.
    box = st.lists(st.sampled_from(choices), min_size=not each, max_size=motion.max_choices, unique=True)
    marks = [mark for _ in range(returned - invalid) for mark in draw(box)]
    return Totals(
        persons=tuple(member.person for member in persons),
        returned=returned,
        invalid=invalid,
        counts=tuple((choice, marks.count(choice)) for choice in choices),
        tellers=tuple(draw(st.lists(WORDS, max_size=2))),
    )


@st.composite
def drawn_stories(draw):
    """Any motion with its ballots, its end, and what the desk entered, confirmed, withdrew and admitted."""
    motion = draw(motions())
    secret = draw(st.sampled_from([False, False, False, True]))
    strict = draw(st.booleans())
    window = Window(
        timing=Timing.STRICT if strict else Timing.SEALED_UNTIL,
        until=None if strict else draw(st.none() | st.just(UNTIL)),
        late=draw(st.sampled_from(Late)),
    )
    secrecy = Secrecy.SECRET if secret else Secrecy.OPEN
    motion = msgspec.structs.replace(motion, window=window, secrecy=secrecy)
    casts = [] if secret else draw(CASTS)
    roll = MEMBERS[: draw(st.sampled_from([7, 7, 6, 4, 1, 0]))]
    ending = draw(st.none() | st.integers(0, len(casts)).map(lambda n: Ending(in_time=n)))
    left = draw(st.permutations(roll))
    entered = []
    while left and draw(st.sampled_from([True, True, True, False])):
        several = left[: draw(st.integers(1, 3))]
        made = draw(votes(motion, several))
        if draw(st.sampled_from([True, True, False])):  # else it was withdrawn or nobody confirmed it
            entered.append(Entering(made, Means.PAPER if secret else draw(st.sampled_from(Means))))
            left = [member for member in left if member.person not in persons_of(made)]
    # Also of somebody who is not on the roll: it then counts for nothing all the same.
    free = {member.person for member in left} | {STRANGER.person}
    for place, cast in enumerate(casts):
        late = place >= len(casts) if ending is None else place >= ending.in_time
        late = late or (window.until is not None and cast.minutes >= 30)
        admissible = window.late is Late.MAY_BE_ADMITTED and late and cast.who.person in free
        if admissible and draw(st.booleans()):
            entered.append(Entering(place))
            free.discard(cast.who.person)
    here = draw(st.lists(st.sampled_from([*MEMBERS, STRANGER]), unique=True))
    return Story(
        OFFICE,
        motion,
        casts,
        roll=roll,
        present=here,
        scheduled=not strict and draw(st.booleans()),
        entered=draw(st.permutations(entered)),
        ending=ending,
        left=draw(st.lists(st.sampled_from(here), unique=True)) if here else [],
    )


def check_agreement(story):
    """What the program counted is what a stranger counts from the same acts."""
    motion, closing = story.motion, story.closing
    roll = frozenset(entry.person for entry in story.manifest.roll)
    ours = story.result
    read = read_motion(parse(encode_payload(motion), "motion"))
    bodies = [one.says for one in story.entries]
    ballots = [
        Ballot(
            id=envelope.digest,
            person=cast.who.person,
            digest="e" * 64 if cast.other_form else story.digest,
            choices=cast.choices,
            number=cast.seq,
            late=read.is_late(index, NOON + timedelta(minutes=cast.minutes), closing.in_time),
            revoked=cast.revoked,
        )
        for index, (cast, (envelope, _)) in enumerate(zip(story.casts, story.ballots, strict=True))
    ]
    found = count(
        read,
        story.digest,
        roll,
        ballots,
        [as_read(body) for body in bodies if isinstance(body, EnterVotes)],
        {body.ballot for body in bodies if isinstance(body, AdmitBallot)},
    )
    theirs = judge(
        read,
        total=len(roll),
        present=len(set(closing.present) & roll),
        votes=found.votes,
        invalid=found.invalid,
        late=found.late,
        not_voted=len(roll) - found.voted,
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
        *("entered", "entered_invalid", "quorum_needed", "quorum", "tie", "chair"),
    ):
        assert getattr(ours, name) == getattr(theirs, name), name
    assert list(ours.counts.items()) == list(theirs.votes.items())
    for name in ("elected", "tied", "flags"):
        assert list(getattr(ours, name)) == getattr(theirs, name), name
    assert (ours.sentence_vi, ours.sentence_en) == sentences(read, theirs)


def as_read(entry):
    votes, means = entry.votes, entry.means.value
    if isinstance(votes, Named):
        return Votes(means, True, (votes.person,), 1, 0, tuple((choice, 1) for choice in votes.choices))
    return Votes(means, False, votes.persons, votes.returned, votes.invalid, votes.counts)


def check_files(story):
    """Every file that can be made of it is proved: the desk's, and each voter's."""
    files = [story.named()]
    entitled = {entry.person for entry in story.manifest.roll}
    files += [story.own(member) for member in [*MEMBERS, TWIN] if member.person in entitled]
    for file in files:
        if file["form"] == "own" and not file["ballots"] and not file["entries"]:
            continue
        outcome = verify.check(verify.parse(written(file), ""), OFFICE.root_key)
        assert outcome.broken is None, (file["form"], outcome.broken)


@settings(max_examples=300)
@given(drawn_stories())
def test_tally_and_verifier_agree(story):
    check_agreement(story)


@pytest.mark.storm
@settings(max_examples=max(MANY, 300))
@given(drawn_stories())
def test_tally_and_verifier_agree_on_thousands_of_motions(story):
    check_agreement(story)


@settings(max_examples=60)
@given(drawn_stories())
def test_every_file_of_any_motion_is_proved(story):
    check_files(story)


@pytest.mark.storm
@settings(max_examples=max(MANY // 10, 60))
@given(drawn_stories())
def test_every_file_of_thousands_of_motions_is_proved(story):
    check_files(story)


NUMBERS = st.integers(0, 4)
PERSONS = [member.person for member in [*MEMBERS[:4], STRANGER]]


@st.composite
def any_votes(draw, motion):
    """Votes that may be true or not."""
    choices = [*(choice.id for choice in motion.choices), "c9"]
    if draw(st.booleans()):
        given = st.lists(st.sampled_from(choices), max_size=3).map(tuple)
        return Named(person=draw(st.sampled_from(PERSONS)), choices=draw(given))
    told = [(choice.id, draw(NUMBERS)) for choice in motion.choices]
    if draw(st.sampled_from([False] * 9 + [True])):
        told = draw(st.lists(st.tuples(st.sampled_from(choices), NUMBERS), max_size=4))
    return Totals(
        persons=tuple(
            draw(st.lists(st.sampled_from(PERSONS[: draw(st.integers(4, 5))]), min_size=1, max_size=4))
        ),
        returned=draw(NUMBERS),
        invalid=draw(st.sampled_from([0, 0, 1, 3])),
        counts=tuple(told),
    )


@settings(max_examples=150)
@given(st.data())
def test_what_the_desk_may_enter_is_what_a_verifier_takes(data):
    check_entering(data)


@pytest.mark.storm
@settings(max_examples=max(MANY // 10, 150))
@given(st.data())
def test_what_the_desk_may_enter_thousands_of_times_is_what_a_verifier_takes(data):
    check_entering(data)


def check_entering(data):
    """The desk's rule and the verifier's say the same of any votes, true or not."""
    motion = data.draw(motions())
    secrecy = data.draw(st.sampled_from([Secrecy.OPEN, Secrecy.OPEN, Secrecy.SECRET]))
    motion = msgspec.structs.replace(motion, secrecy=secrecy)
    either = any_votes(motion) | st.permutations(MEMBERS[:4]).flatmap(lambda few: votes(motion, few[:2]))
    several = data.draw(st.lists(either, min_size=1, max_size=2))
    means = data.draw(st.sampled_from(Means))
    story = Story(OFFICE, motion, roll=MEMBERS[:4], entered=[Entering(one, means) for one in several])
    roll = [entry.person for entry in story.manifest.roll]
    true = fit_together(motion, [one.says for one in story.entries], roll)
    outcome = verify.check(verify.parse(written(story.named()), ""), OFFICE.root_key)
    assert (outcome.broken is None) == true, outcome.broken
    assert outcome.broken is None or outcome.broken.place.startswith("entries[")


@settings(max_examples=200)
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
