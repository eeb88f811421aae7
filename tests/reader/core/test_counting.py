"""Votes by hand and on paper at the desk: nobody twice, two persons, and a sheet with one source for each."""

from datetime import timedelta

import pytest
from msgspec.structs import replace
from support.packets import MEETING, MOTION, NOON, code_of

from reader.core import counting, desk, library, voting
from reader.core.count_views import EntryState, Source
from reader.core.views import BallotState
from sync.errors import Code
from sync.model.counts import AdmitBallot, ConfirmVotes, EnterVotes, Means, Named, Totals, WithdrawVotes
from sync.model.events import EndVoting, OpenMotion
from sync.model.ids import Digest
from sync.model.motion import Late, MotionState, Window
from sync.model.rules import Secrecy, Timing
from sync.wire.codec import encode_payload
from sync.wire.desk import Cast, LateBallot, Turnout, Way
from sync.wire.digests import motion_digest
from sync.wire.messages import Delivered, Outcome, Receipt


@pytest.fixture
def manifest(office, desk_book):
    made = office.manifest()
    office.deliver(desk_book.vault, made)
    return made


@pytest.fixture
def others(manifest, office):
    """Those on the roll who have no laptop with them."""
    return [entry.person for entry in manifest.roll if entry.person != office.lan.person]


def settle(book, accepted=True, code=None):
    """The hub takes, or refuses, all that waits."""
    for waiting in book.vault.outbox.pending(99):
        receipt = Receipt(event=waiting.event_id, accepted=accepted, recorded=NOON, code=code)
        book.vault.outbox.settle(Outcome(event=receipt.event, receipt=encode_payload(receipt)))


def hear(book, office, member, body, seq=9):
    """Somebody else's act comes in."""
    envelope = office.event(member, body, seq=seq)
    book.vault.events.add(Delivered(seq=seq, recorded=NOON, envelope=envelope))
    return envelope.event_id


def named(person, choice="c1"):
    return Named(person=person, choices=(choice,))


def totals(persons, returned, *numbers, invalid=0):
    counts = tuple(zip(("c1", "c2", "c3"), numbers, strict=True))
    return Totals(persons=tuple(persons), returned=returned, invalid=invalid, counts=counts)


def sheet(book):
    (motion, *_) = desk.desk(book, MEETING).motions
    return motion.sheet


def source_of(book, person):
    return next(row.source for row in sheet(book).rows if row.person == person)


def test_an_entry_counts_only_when_a_second_person_has_confirmed_it(desk_book, office, others):
    (entry,) = counting.enter(desk_book, MEETING, MOTION, Means.HAND, [named(others[0])])
    settle(desk_book)
    (view,) = sheet(desk_book).entries
    assert (view.state, view.may_confirm, sheet(desk_book).waiting) == (EntryState.WAITING, False, 1)
    assert source_of(desk_book, others[0]) is Source.NOTHING
    hear(desk_book, office, office.chu, ConfirmVotes(motion=MOTION, entry=entry))
    (view,) = sheet(desk_book).entries
    assert (view.state, view.confirmer) == (EntryState.COUNTS, office.chu.cert.name)
    assert source_of(desk_book, others[0]) is Source.HAND


def test_nobody_confirms_what_they_entered_themselves(desk_book, office, others):
    (entry,) = counting.enter(desk_book, MEETING, MOTION, Means.HAND, [named(others[0])])
    assert code_of(lambda: counting.confirm(desk_book, MEETING, MOTION, [entry])) is Code.SECOND_PERSON
    # nor is it believed of the hub's word
    hear(desk_book, office, office.thu, ConfirmVotes(motion=MOTION, entry=entry))
    assert sheet(desk_book).entries[0].state is EntryState.WAITING


def test_who_has_no_such_role_is_told_so_and_not_that_they_are_the_first(book, office, manifest, others):
    entry = hear(
        book,
        office,
        office.thu,
        EnterVotes(
            motion=MOTION,
            motion_digest=motion_digest(manifest, manifest.motions[0]),
            means=Means.PAPER,
            votes=named(others[0]),
        ),
    )
    assert code_of(lambda: counting.confirm(book, MEETING, MOTION, [entry])) is Code.NOT_PERMITTED


def test_the_second_person_confirms_what_the_first_entered(desk_book, office, manifest, others):
    body = EnterVotes(
        motion=MOTION,
        motion_digest=motion_digest(manifest, manifest.motions[0]),
        means=Means.PAPER,
        votes=totals(others[:2], 2, 1, 1, 0),
    )
    entry = hear(desk_book, office, office.chu, body)
    assert sheet(desk_book).entries[0].may_confirm
    counting.confirm(desk_book, MEETING, MOTION, [entry])
    assert sheet(desk_book).entries[0].state is EntryState.WAITING  # the hub has the last word
    settle(desk_book)
    assert {source_of(desk_book, person) for person in others[:2]} == {Source.PAPER}
    assert code_of(lambda: counting.confirm(desk_book, MEETING, MOTION, [entry])) is Code.ENTRY_OVER


def test_who_has_a_ballot_or_an_entry_is_not_entered_again(desk_book, office, manifest, others):
    desk_book.vault.packets.put_turnout(
        Turnout(motion=MOTION, meeting=MEETING, ballots=(Cast(office.lan.person, NOON, Way.HUB),))
    )
    assert source_of(desk_book, office.lan.person) is Source.BALLOT
    again = [named(office.lan.person)]
    assert (
        code_of(lambda: counting.enter(desk_book, MEETING, MOTION, Means.HAND, again)) is Code.COUNTS_ALREADY
    )
    counting.enter(desk_book, MEETING, MOTION, Means.HAND, [named(others[0])])
    for several in ([named(others[0])], [named(others[1]), totals(others[1:3], 1, 1, 0, 0)]):
        code = code_of(
            lambda several=several: counting.enter(desk_book, MEETING, MOTION, Means.HAND, several)
        )
        assert code is Code.COUNTS_ALREADY
    assert len(sheet(desk_book).entries) == 1


def test_who_was_withdrawn_can_be_entered_anew(desk_book, others):
    (entry,) = counting.enter(desk_book, MEETING, MOTION, Means.HAND, [named(others[0], "c1")])
    counting.withdraw(desk_book, MEETING, MOTION, entry, "nhầm người")
    counting.enter(desk_book, MEETING, MOTION, Means.HAND, [named(others[0], "c2")])
    newest, oldest = sheet(desk_book).entries
    assert {newest.state, oldest.state} == {EntryState.WAITING, EntryState.WITHDRAWN}
    assert sorted(one.withdrawal for one in (newest, oldest)) == ["", "nhầm người"]
    assert code_of(lambda: counting.withdraw(desk_book, MEETING, MOTION, entry)) is Code.ENTRY_OVER


@pytest.mark.parametrize(
    "votes",
    [
        lambda others: totals(others, len(others) + 1, len(others) + 1, 0, 0),
        lambda others: totals(others, 2, 1, 0, 0),
        lambda others: totals(others, 2, 2, 0, 0, invalid=1),
        lambda others: totals(["p-nobody"], 1, 1, 0, 0),
        lambda others: named(others[0], "c9"),
        lambda others: Named(person=others[0], choices=()),
    ],
)
def test_figures_that_cannot_be_true_are_not_written(desk_book, others, votes):
    code = code_of(lambda: counting.enter(desk_book, MEETING, MOTION, Means.PAPER, [votes(others)]))
    assert code is Code.VOTES_UNSOUND
    assert sheet(desk_book).entries == ()


def test_a_refused_entry_stays_to_be_read_and_leaves_its_people_free(desk_book, others):
    counting.enter(desk_book, MEETING, MOTION, Means.HAND, [named(others[0])])
    settle(desk_book, accepted=False, code=Code.COUNTS_ALREADY)
    (view,) = sheet(desk_book).entries
    assert (view.state, view.refusal) == (EntryState.REFUSED, Code.COUNTS_ALREADY)
    counting.enter(desk_book, MEETING, MOTION, Means.HAND, [named(others[0])])


def test_a_delegate_enters_nothing(book, office):
    office.deliver(book.vault, office.manifest())
    act = [named(office.lan.person)]
    assert code_of(lambda: counting.enter(book, MEETING, MOTION, Means.HAND, act)) is Code.NOT_PERMITTED


def test_of_a_secret_motion_there_are_only_totals_of_paper(desk_book, office):
    motion = replace(office.manifest().motions[0], secrecy=Secrecy.SECRET)
    manifest = office.manifest(motions=(motion,))
    office.deliver(desk_book.vault, manifest)
    persons = [entry.person for entry in manifest.roll]
    for means, votes in (
        (Means.PAPER, named(persons[0])),
        (Means.HAND, totals(persons, 1, 1, 0, 0)),
    ):
        code = code_of(
            lambda means=means, votes=votes: counting.enter(desk_book, MEETING, MOTION, means, [votes])
        )
        assert code is Code.VOTES_UNSOUND
    counting.enter(desk_book, MEETING, MOTION, Means.PAPER, [totals(persons, 2, 1, 0, 0, invalid=1)])


def test_a_late_ballot_is_put_forward_where_the_policy_allows_it(desk_book, office):
    late = LateBallot(ballot=Digest("a" * 64), person=office.lan.person, recorded=NOON)
    window = Window(timing=Timing.SEALED_UNTIL, opens=NOON, until=NOON + timedelta(hours=1))
    for policy, admits in ((Late.RECORDED_ONLY, False), (Late.MAY_BE_ADMITTED, True)):
        motion = replace(office.manifest().motions[0], window=replace(window, late=policy))
        office.deliver(desk_book.vault, office.manifest(motions=(motion,), version=2 + admits))
        desk_book.vault.packets.put_turnout(Turnout(motion=MOTION, meeting=MEETING, ballots=(), late=(late,)))
        assert source_of(desk_book, office.lan.person) is Source.LATE
        assert sheet(desk_book).admits is admits
        if not admits:
            code = code_of(lambda: counting.admit(desk_book, MEETING, MOTION, late.ballot, "Mất mạng"))
            assert code is Code.NOT_LATE
    assert code_of(lambda: counting.admit(desk_book, MEETING, MOTION, late.ballot, " ")) is Code.MALFORMED
    entry = counting.admit(desk_book, MEETING, MOTION, late.ballot, "Mất mạng tại thôn")
    settle(desk_book)
    hear(desk_book, office, office.chu, ConfirmVotes(motion=MOTION, entry=entry))
    assert source_of(desk_book, office.lan.person) is Source.ADMITTED
    assert isinstance(desk_book.project(MEETING).motion(MOTION).entries[0].entry, AdmitBallot)


def test_the_person_sees_what_was_written_down_of_their_own_vote(book, office):
    manifest = office.manifest()
    office.deliver(book.vault, manifest)
    fixed = motion_digest(manifest, manifest.motions[0])

    def own():
        (motion,) = library.meeting(book, MEETING).motions
        return motion

    for seq, member in ((8, office.minh), (9, office.lan)):
        votes = named(member.person, "c2")
        body = EnterVotes(motion=MOTION, motion_digest=fixed, means=Means.PAPER, votes=votes)
        entry = hear(book, office, office.thu, body, seq)
    hear(book, office, office.chu, OpenMotion(motion=MOTION, motion_digest=fixed), 10)
    seen = own()
    assert (seen.by_hand.choices, seen.by_hand.means, seen.by_hand.counts) == (("c2",), Means.PAPER, False)
    assert seen.can_vote  # as long as nobody has vouched for it
    hear(book, office, office.chu, ConfirmVotes(motion=MOTION, entry=entry), 11)
    seen = own()
    assert (seen.by_hand.author, seen.by_hand.confirmer) == (office.thu.cert.name, office.chu.cert.name)
    assert seen.by_hand.counts
    assert not seen.can_vote
    hear(book, office, office.thu, WithdrawVotes(motion=MOTION, entry=entry), 12)
    assert own().by_hand is None


@pytest.mark.parametrize(
    ("code", "reason"), [(Code.COUNTED_BY_HAND, "by_hand"), (Code.MOTION_NOT_OPEN, "late")]
)
def test_a_ballot_recorded_with_a_reservation_says_at_once_that_it_does_not_count(book, office, code, reason):
    manifest = office.manifest()
    office.deliver(book.vault, manifest)
    book.vault.events.add(Delivered(seq=9, recorded=NOON, envelope=office.opening(manifest)))
    voting.cast(book, MEETING, MOTION, ("c1",))
    settle(book, code=code)
    (motion,) = library.meeting(book, MEETING).motions
    assert (motion.ballot.state, motion.ballot.reason) == (BallotState.NOT_COUNTED, reason)


def test_of_those_counted_together_only_returned_ballots_are_votes(desk_book, office, manifest, others):
    body = EnterVotes(
        motion=MOTION,
        motion_digest=motion_digest(manifest, manifest.motions[0]),
        means=Means.PAPER,
        votes=totals(others, 1, 1, 0, 0),
    )
    entry = hear(desk_book, office, office.chu, body)
    assert (sheet(desk_book).votes, len(sheet(desk_book).empty)) == (0, 1)
    counting.confirm(desk_book, MEETING, MOTION, [entry])
    settle(desk_book)
    assert (sheet(desk_book).votes, len(sheet(desk_book).empty)) == (1, 1)


def test_what_was_entered_or_ended_before_the_motion_changed_is_over(desk_book, office, manifest, others):
    hear(desk_book, office, office.chu, office_opening(manifest), 8)
    (entry,) = counting.enter(desk_book, MEETING, MOTION, Means.HAND, [named(others[0])])
    settle(desk_book)
    hear(desk_book, office, office.chu, ConfirmVotes(motion=MOTION, entry=entry), 9)
    hear(desk_book, office, office.chu, EndVoting(motion=MOTION, early=True), 10)
    assert source_of(desk_book, others[0]) is Source.HAND
    changed = replace(manifest.motions[0], question="Thông qua Nghị quyết đã sửa?")
    newer = office.manifest(motions=(changed,), after=manifest)
    office.deliver(desk_book.vault, newer)
    assert source_of(desk_book, others[0]) is Source.NOTHING
    (motion,) = desk.desk(desk_book, MEETING).motions
    assert motion.motion.state is MotionState.DRAFTED
    later = office.event(office.chu, office_opening(newer), seq=11)
    desk_book.vault.events.add(Delivered(seq=11, recorded=NOON + timedelta(minutes=9), envelope=later))
    (motion,) = desk.desk(desk_book, MEETING).motions
    assert motion.motion.state is MotionState.OPEN
    counting.enter(desk_book, MEETING, MOTION, Means.HAND, [named(others[0])])


def office_opening(manifest):
    return OpenMotion(motion=MOTION, motion_digest=motion_digest(manifest, manifest.motions[0]))
