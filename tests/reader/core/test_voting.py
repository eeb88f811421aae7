"""Casting: what may be sealed, what is refused, and the trail of a ballot."""

from datetime import UTC, datetime, timedelta

import msgspec
import pytest
from support.packets import MEETING, MOTION, NOON, PASSPHRASE, RULE, code_of

from reader.core import library, voting
from reader.core.views import BallotState
from sync.errors import Code, SohopError
from sync.model.events import Event, OpenMotion, Status
from sync.model.motion import MotionState
from sync.model.rules import Secrecy, Timing
from sync.wire.codec import decode_payload, encode_payload
from sync.wire.digests import motion_digest
from sync.wire.envelope import Kind
from sync.wire.messages import Delivered, Outcome, Receipt

NOW = datetime.now(UTC)
DAY = timedelta(days=1)


def deliver(book, office, **motion):
    """A packet with one motion, open by schedule unless told otherwise."""
    fields = {"timing": Timing.SEALED_UNTIL, "opens": NOW - DAY, "until": NOW + DAY, **motion}
    manifest = office.manifest(motions=(office.motion(**fields),))
    office.deliver(book.vault, manifest)
    return manifest


def cast(book, *choices, **more):
    return voting.cast(book, MEETING, MOTION, choices or ("c1",), **more)


def refused(book, *choices, **more):
    code = code_of(lambda: cast(book, *choices, **more))
    assert book.vault.outbox.pending_count() == 0
    return code


def sealed(book):
    return [decode_payload(e.payload, Event).body for e in book.vault.outbox.pending(9)]


def shown(book):
    return library.meeting(book, MEETING).motions[0]


def settle(book, accepted=True, code=None, log=None):
    (envelope,) = book.vault.outbox.pending(1)
    receipt = Receipt(event=envelope.event_id, accepted=accepted, recorded=NOON, code=code, log=log)
    book.vault.outbox.settle(Outcome(event=envelope.event_id, receipt=encode_payload(receipt)))
    return envelope


def test_a_ballot_binds_the_motion_and_is_sealed_here(book, office):
    manifest = deliver(book, office)
    assert shown(book).can_vote
    cast(book, "c2")
    (ballot,) = sealed(book)
    assert ballot.motion_digest == motion_digest(manifest, manifest.motions[0])
    assert (ballot.choices, ballot.ballot_seq, ballot.prev_ballot, ballot.freshness) == (("c2",), 1, "", "")
    assert shown(book).ballot.state is BallotState.SEALED


def test_a_ballot_names_the_newest_freshness_that_was_verified(book, office):
    deliver(book, office)
    statement = office.by_hub(Kind.FRESHNESS, office.freshness())
    book.vault.trust.put_freshness(statement, NOON)
    cast(book)
    assert sealed(book)[0].freshness == statement.digest


def test_replacing_counts_on_and_names_the_ballot_before(book, office):
    deliver(book, office)
    first = cast(book, "c1")
    second = cast(book, "c2")
    cast(book, "c3", text="  ý kiến khác ")
    one, two, three = sealed(book)
    assert [ballot.ballot_seq for ballot in (one, two, three)] == [1, 2, 3]
    assert (two.prev_ballot, three.prev_ballot) == (first, second)
    assert three.text == "ý kiến khác"
    assert len({ballot.nonce for ballot in (one, two, three)}) == 3
    assert shown(book).ballot.choices == ("c3",)


def test_words_go_only_with_the_choice_that_asks_for_them(book, office):
    deliver(book, office)
    cast(book, "c1", text="không ai hỏi")
    assert sealed(book)[0].text == ""


def test_a_refused_ballot_keeps_its_number(book, office):
    """Kept as evidence at the hub: another ballot with the same number would cancel it and itself."""
    deliver(book, office)
    cast(book, "c1")
    settle(book, accepted=False, code=Code.DEVICE_COPIED)
    assert shown(book).ballot.state is BallotState.REFUSED
    cast(book, "c2")
    assert [ballot.ballot_seq for ballot in sealed(book)] == [2]


@pytest.mark.parametrize("choices", [("c9",), ("c1", "c2"), ("c1", "c1")])
def test_an_invalid_ballot_is_not_sealed(book, office, choices):
    deliver(book, office)
    assert refused(book, *choices) is Code.BALLOT_INVALID
    with pytest.raises(SohopError, match="at most 1"):
        voting.cast(book, MEETING, MOTION, ())


def test_up_to_n_choices_where_the_motion_takes_them(book, office):
    poll = msgspec.structs.replace(RULE, threshold=None)
    deliver(book, office, rule=poll, max_choices=2)
    cast(book, "c1", "c2")
    assert code_of(lambda: cast(book, "c1", "c2", "c3")) is Code.BALLOT_INVALID


def test_a_motion_that_is_not_there_is_not_open(book, office):
    assert refused(book) is Code.MOTION_NOT_OPEN
    deliver(book, office)
    assert code_of(lambda: voting.cast(book, MEETING, "v-9", ("c1",))) is Code.MOTION_NOT_OPEN


@pytest.mark.parametrize(
    "motion",
    [
        {"timing": Timing.STRICT, "opens": None, "until": None},
        {"opens": NOW + DAY, "until": NOW + 2 * DAY},
        {"opens": NOW - 2 * DAY, "until": NOW - DAY},
        {"opens": None},
    ],
)
def test_outside_its_time_nothing_is_sealed(book, office, motion):
    deliver(book, office, **motion)
    assert not shown(book).can_vote
    assert refused(book) is Code.MOTION_NOT_OPEN


def test_nothing_is_sealed_in_a_meeting_that_may_not_be_read_any_more(book, office):
    motion = office.motion(timing=Timing.SEALED_UNTIL, opens=NOW - DAY, until=NOW + DAY)
    gone = office.manifest(motions=(motion,), starts=NOW - 40 * DAY, lease=NOW - DAY)
    office.deliver(book.vault, gone)
    assert refused(book) is Code.MOTION_NOT_OPEN


def test_within_grace_a_ballot_is_still_sealed(book, office):
    deliver(book, office, until=NOW - timedelta(minutes=5), grace_s=3_600)
    cast(book)


def test_a_strict_motion_opens_with_the_chairs_word(book, office):
    manifest = deliver(book, office, timing=Timing.STRICT, opens=None, until=None)
    opened = OpenMotion(motion=MOTION, motion_digest=motion_digest(manifest, manifest.motions[0]))
    book.vault.events.add(Delivered(1, NOON, office.event(office.chu, opened)))
    assert shown(book).state is MotionState.OPEN
    cast(book)


def test_only_those_on_the_roll_vote(book, office):
    motion = office.motion(timing=Timing.SEALED_UNTIL, opens=NOW - DAY, until=NOW + DAY)
    office.deliver(book.vault, office.manifest(motions=(motion,), roll=(office.minh,)))
    assert refused(book) is Code.NOT_ON_ROLL
    assert not shown(book).on_roll


def test_a_secret_motion_takes_no_named_ballot(book, office):
    deliver(book, office, secrecy=Secrecy.SECRET)
    assert refused(book) is Code.SECRET_ON_PAPER
    assert not shown(book).can_vote


def test_the_passphrase_is_asked_where_the_motion_says_so(book, office):
    deliver(book, office, ask_passphrase=True)
    assert refused(book) is Code.WRONG_PASSPHRASE
    book.vault._clock = lambda: 4e9  # the wait after a wrong try is over
    cast(book, passphrase=PASSPHRASE)


def test_a_wrong_passphrase_is_not_asked_for_a_ballot_that_is_invalid_anyway(book, office):
    deliver(book, office, ask_passphrase=True)
    assert refused(book, "c9", passphrase="sai") is Code.BALLOT_INVALID


def log_receipt(office, envelope):
    leaves = office.leaves((office.lan, envelope))
    return office.receipt(envelope.event_id, leaves, 0).log


def test_a_received_ballot_is_proved_only_by_its_place_in_the_log(book, office):
    deliver(book, office)
    cast(book)
    (envelope,) = book.vault.outbox.pending(1)
    settle(book, log=log_receipt(office, envelope))
    ballot = shown(book).ballot
    assert (ballot.state, ballot.proved, ballot.received_at) == (BallotState.RECEIVED, True, NOON)


def test_a_ballot_taken_as_evidence_after_the_close_is_not_said_to_be_proved(book, office):
    deliver(book, office)
    cast(book)
    settle(book, code=Code.MOTION_NOT_OPEN)
    assert not shown(book).ballot.proved


def close(book, office, manifest, *statuses):
    closing = msgspec.structs.replace(
        office.closing(manifest, []), statuses=statuses, counts=(("c1", 2), ("c2", 0), ("c3", 0)), not_voted=1
    )
    book.vault.events.add(Delivered(9, NOON, office.by_hub(Kind.CLOSING, closing)))


@pytest.mark.parametrize(
    ("counted", "reason", "state"),
    [(True, "", BallotState.COUNTED), (False, "late", BallotState.NOT_COUNTED)],
)
def test_the_closing_says_what_became_of_a_ballot(book, office, counted, reason, state):
    manifest = deliver(book, office)
    cast(book)
    envelope = settle(book)
    close(book, office, manifest, Status(ballot=envelope.digest, counted=counted, reason=reason))
    view = shown(book)
    assert (view.state, view.ballot.state, view.ballot.reason) == (MotionState.CLOSED, state, reason)
    assert view.result.carried is True
    assert view.result.sentence_vi.startswith("Cần 2/3 phiếu tán thành")
    assert code_of(lambda: cast(book)) is Code.MOTION_NOT_OPEN


def test_a_ballot_still_here_at_the_close_stays_sealed(book, office):
    manifest = deliver(book, office)
    cast(book)
    close(book, office, manifest)
    assert shown(book).ballot.state is BallotState.SEALED


def test_a_received_ballot_that_the_closing_does_not_name_came_too_late(book, office):
    manifest = deliver(book, office)
    cast(book)
    settle(book)
    close(book, office, manifest)
    assert (shown(book).ballot.state, shown(book).ballot.reason) == (BallotState.NOT_COUNTED, "late")


def test_only_event_bodies_that_are_ballots_are_ballots(office):
    event = decode_payload(
        office.event(office.chu, OpenMotion(motion=MOTION, motion_digest="1" * 64)).payload, Event
    )
    assert code_of(lambda: voting.ballot_of(event)) is Code.MALFORMED
