"""On which laptop a person votes, as one of theirs knows it; and motions that are open and take no ballot."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import msgspec
import pytest
from support.packets import MEETING, MOTION, NOON, a_member, code_of

from reader.core import library, own_laptops, voting, voting_device
from reader.core.views import BallotState, Change, Lull, OtherLaptop
from sync.errors import Code
from sync.model.events import OWN, ChooseVotingDevice, Event, OpenMotion
from sync.model.ids import DeviceId
from sync.model.motion import MotionState
from sync.model.people import Role
from sync.model.rules import Timing
from sync.model.voting_device import VotingDevice
from sync.wire.codec import decode_payload, encode_payload
from sync.wire.digests import motion_digest
from sync.wire.envelope import Kind
from sync.wire.messages import Delivered, Outcome, Receipt

NOW = datetime.now(UTC)
MINUTE = timedelta(minutes=1)
ROOM = a_member("room", Role.DELEGATE, person="p-lan", device="d-room")
"""Lan's other laptop."""
OTHER = OtherLaptop("Máy phòng họp")


@pytest.fixture
def told(book, office):
    """Tells Lan's laptop which of hers voted since when: ``told((name, minute), …)``."""

    def tell(*rows):
        book.vault.trust.put_cert(office.cert(ROOM))
        names = {book.identity.device: "Máy ở nhà", ROOM.device: "Máy phòng họp"}
        book.vault.trust.put_voting(
            [VotingDevice(DeviceId(d), names[d], NOON + minute * MINUTE) for d, minute in rows]
        )

    return tell


def strict(book, office, *, version=None, question="Đồng ý không?"):
    """A motion that the chair opens, in a packet."""
    motion = office.motion(timing=Timing.STRICT, opens=None, until=None, question=question)
    more = {} if version is None else {"after": version}
    manifest = office.manifest(motions=(motion,), **more)
    office.deliver(book.vault, manifest)
    return manifest


def opens(book, office, manifest, minute, seq=1):
    body = OpenMotion(motion=MOTION, motion_digest=motion_digest(manifest, manifest.motions[0]))
    book.vault.events.add(Delivered(seq, NOON + minute * MINUTE, office.event(office.chu, body, seq=seq)))


def shown(book):
    return library.meeting(book, MEETING).motions[0]


def cast(book):
    return voting.cast(book, MEETING, MOTION, ("c1",))


def settle(book, *, accepted=True, code=None):
    (envelope,) = book.vault.outbox.pending(1)
    receipt = Receipt(event=envelope.event_id, accepted=accepted, recorded=NOON, code=code)
    book.vault.outbox.settle(Outcome(event=envelope.event_id, receipt=encode_payload(receipt)))


def test_a_person_with_one_laptop_hears_nothing_of_it(book, office):
    opens(book, office, strict(book, office), 10)
    assert voting_device.view(book).elsewhere is None
    assert shown(book).elsewhere is None
    assert not any(one.votes for one in own_laptops.laptops(book))
    cast(book)


def test_of_many_motions_it_is_read_once(book, office, told, monkeypatch):
    motions = tuple(
        msgspec.structs.replace(office.motion(timing=Timing.STRICT, opens=None, until=None), id=f"v-{number}")
        for number in range(9)
    )
    manifest = office.manifest(motions=motions)
    office.deliver(book.vault, manifest)
    told((ROOM.device, 0))
    read, asked = book.vault.trust.voting, []
    monkeypatch.setattr(book.vault.trust, "voting", lambda: asked.append(None) or read())
    views = voting.motion_views(book, manifest, {}, book.project(MEETING), {})
    assert [one.elsewhere for one in views] == [OTHER] * 9
    assert len(asked) == 1


def test_on_a_laptop_that_does_not_vote_nothing_is_sealed(book, office, told):
    opens(book, office, strict(book, office), 10)
    told((ROOM.device, 0))
    view = library.meeting(book, MEETING)
    assert view.voting.elsewhere == view.motions[0].elsewhere == OTHER
    assert (view.motions[0].takes_my_ballot, view.motions[0].can_vote) == (True, False)
    assert view.card.open_motions == 0
    assert code_of(lambda: cast(book)) is Code.OTHER_DEVICE_VOTES
    assert book.vault.outbox.pending_count() == 0
    assert [one.device for one in own_laptops.laptops(book) if one.votes] == [ROOM.device]


def test_what_was_open_before_the_change_stays_where_it_was(book, office, told):
    opens(book, office, strict(book, office), 10)
    told((book.identity.device, 0), (ROOM.device, 20))
    assert library.meeting(book, MEETING).voting.elsewhere == OTHER
    assert shown(book).can_vote
    told((ROOM.device, 0), (book.identity.device, 20))
    assert library.meeting(book, MEETING).voting.elsewhere is None
    assert shown(book).elsewhere == OTHER


def test_one_that_is_not_open_yet_will_be_voted_on_where_one_votes_now(book, office, told):
    strict(book, office)
    told((book.identity.device, 0), (ROOM.device, 20))
    assert shown(book).elsewhere == OTHER


@pytest.mark.parametrize("revoked", [False, True])
def test_a_ballot_recorded_from_the_other_laptop_keeps_the_motion_there(book, office, told, revoked):
    manifest = strict(book, office)
    opens(book, office, manifest, 30)
    told((ROOM.device, 0), (book.identity.device, 20))
    assert shown(book).can_vote
    book.vault.events.add(Delivered(5, NOON + 31 * MINUTE, office.ballot(ROOM, manifest)))
    if revoked:  # then it may have come too late to count, and the hub decides by the time of opening
        statement = office.by_hub(Kind.FRESHNESS, office.freshness(revoked=(ROOM,)))
        book.vault.trust.put_freshness(statement, NOON)
    assert shown(book).can_vote is revoked
    assert shown(book).ballot.state is BallotState.RECEIVED


def test_a_revoked_laptop_that_was_to_vote_is_said_to_be_revoked(book, office, told):
    opens(book, office, strict(book, office), 10)
    told((ROOM.device, 0), (book.identity.device, 20))
    statement = office.by_hub(Kind.FRESHNESS, office.freshness(revoked=(ROOM,)))
    book.vault.trust.put_freshness(statement, NOON)
    assert shown(book).elsewhere == OtherLaptop("Máy phòng họp", revoked=True)


def test_choosing_waits_until_the_hub_has_recorded_it(book, told):
    told((ROOM.device, 0))
    voting_device.choose(book)
    (act,) = (decode_payload(one.payload, Event) for one in book.vault.outbox.pending(9))
    assert (act.meeting, act.body) == (OWN, ChooseVotingDevice())
    view = voting_device.view(book)
    assert (view.elsewhere, view.change) == (OTHER, Change.WAITING)
    settle(book)
    told((ROOM.device, 0), (book.identity.device, 20))
    view = voting_device.view(book)
    assert (view.elsewhere, view.change) == (None, Change.NONE)


def test_a_choice_that_the_hub_refused_changes_nothing_and_is_said(book, told):
    told((ROOM.device, 0))
    voting_device.choose(book)
    settle(book, accepted=False, code=Code.DEVICE_COPIED)
    view = voting_device.view(book)
    assert (view.elsewhere, view.change) == (OTHER, Change.REFUSED)


def test_a_new_epoch_begins_without_what_was_told_before(book, told):
    told((ROOM.device, 0))
    book.vault.trust.begin_epoch(7)
    assert voting_device.view(book).elsewhere is None


# --- open, and yet no ballot


def test_a_motion_whose_time_is_over_waits_for_its_closing(book, office):
    motion = office.motion(timing=Timing.SEALED_UNTIL, opens=NOW - 60 * MINUTE, until=NOW - 5 * MINUTE)
    office.deliver(book.vault, office.manifest(motions=(motion,)))
    assert (shown(book).state, shown(book).lull) == (MotionState.OPEN, Lull.TIME_OVER_HERE)
    statement = msgspec.structs.replace(office.freshness(), time=NOW - MINUTE)
    book.vault.trust.put_freshness(office.by_hub(Kind.FRESHNESS, statement), NOW - MINUTE)
    assert shown(book).lull is Lull.TIME_OVER
    assert not shown(book).can_vote
    assert code_of(lambda: cast(book)) is Code.MOTION_NOT_OPEN


def test_a_motion_that_changed_while_open_waits_for_the_chair_and_then_takes_ballots(book, office):
    first = strict(book, office)
    opens(book, office, first, 10)
    assert (shown(book).state, shown(book).lull) == (MotionState.OPEN, Lull.NONE)
    second = strict(book, office, version=first, question="Câu hỏi khác?")
    assert (shown(book).state, shown(book).lull) == (MotionState.DRAFTED, Lull.CHANGED)
    assert code_of(lambda: cast(book)) is Code.MOTION_NOT_OPEN
    opens(book, office, second, 20, seq=2)
    view = shown(book)
    assert (view.state, view.lull, view.opened_at) == (MotionState.OPEN, Lull.NONE, NOON + 20 * MINUTE)
    cast(book)
