"""Room hubs as recorders: believed for the motions whose openings name them, and for nothing else."""

import pytest
from msgspec.structs import replace
from support.packets import MEETING, NOON, PaperOffice, a_member

from sync.errors import Code, SohopError
from sync.model.events import CheckIn, Event
from sync.model.opinion import Attendance
from sync.model.people import Role
from sync.trust.acts import accept_closed, accept_closing, accept_delivered, accept_head
from sync.trust.directory import Directory
from sync.trust.receipts import accept_outcome
from sync.trust.recorders import check_closing
from sync.wire.codec import decode_payload
from sync.wire.envelope import Kind, seal
from sync.wire.messages import Delivered
from sync.wire.statements import Retired

OFFICE = PaperOffice()
ROOM = PaperOffice(recorder=OFFICE.room.device)
FIRST = OFFICE.manifest(OFFICE.item())
ROSTER = OFFICE.roster(office=(*OFFICE.desk, OFFICE.room))
PLAIN = OFFICE.roster()


def told(office):
    """Two ballots, the log of this office's recorder over them, and its closing."""
    ballots = tuple((member, office.ballot(member, FIRST)) for member in (office.lan, office.minh))
    return office.closed(FIRST, *ballots)


def directory(roster=ROSTER):
    return Directory(roster, [member.cert for member in OFFICE.delegates])


def code_of(call):
    with pytest.raises(SohopError) as caught:
        call()
    return caught.value.code


def opening(office):
    return decode_payload(office.opening(FIRST).payload, Event)


def test_a_room_hub_of_the_roster_signs_heads_and_closings_of_its_motions():
    closed = told(ROOM)
    assert accept_closing(closed.closing, ROSTER).size == 2
    assert accept_head(closed.head, ROSTER).size == 2
    assert accept_closed(closed, directory()).size == 2


def test_one_that_the_root_has_not_named_is_believed_in_nothing():
    closed = told(ROOM)
    assert code_of(lambda: accept_closing(closed.closing, PLAIN)) is Code.BAD_SIGNATURE
    assert code_of(lambda: accept_head(closed.head, PLAIN)) is Code.BAD_SIGNATURE


def test_no_other_office_device_signs_closings():
    thu = OFFICE.thu
    closing = seal(Kind.CLOSING, OFFICE.tenant, told(OFFICE).closing.payload, thu.device, thu.key)
    assert code_of(lambda: accept_closing(closing, ROSTER)) is Code.BAD_SIGNATURE


def test_a_room_hub_vouches_for_no_roster_freshness_or_laptop():
    for kind in (Kind.ROSTER, Kind.FRESHNESS, Kind.DEVICE):
        envelope = seal(kind, OFFICE.tenant, b"{}", OFFICE.room.device, OFFICE.room.key)
        delivered = Delivered(1, NOON, envelope)
        assert code_of(lambda it=delivered: accept_delivered(it, directory())) is Code.BAD_SIGNATURE


def test_a_closing_by_a_room_hub_counts_only_with_the_opening_that_names_it():
    closed = told(ROOM)
    closing = accept_closing(closed.closing, ROSTER)
    check_closing(closing, closed.closing, opening(ROOM))
    for lacking in (None, opening(OFFICE)):
        assert code_of(lambda it=lacking: check_closing(closing, closed.closing, it)) is Code.NOT_PERMITTED
    by_schedule = replace(closing, opening="")
    assert code_of(lambda: check_closing(by_schedule, closed.closing, None)) is Code.NOT_PERMITTED


def test_the_office_does_not_close_what_was_opened_for_the_room():
    closed = told(OFFICE)
    closing = accept_closing(closed.closing, ROSTER)
    check_closing(closing, closed.closing, opening(OFFICE))
    check_closing(closing, closed.closing, None)
    assert code_of(lambda: check_closing(closing, closed.closing, opening(ROOM))) is Code.NOT_PERMITTED


def test_an_opening_of_another_motion_is_none_for_this_one():
    other = replace(opening(ROOM), meeting="m-2")
    closed = told(ROOM)
    closing = accept_closing(closed.closing, ROSTER)
    assert code_of(lambda: check_closing(closing, closed.closing, other)) is Code.NOT_PERMITTED


def test_a_ballot_cast_for_the_room_is_none_in_the_offices_log():
    ballots = tuple((member, ROOM.ballot(member, FIRST)) for member in (OFFICE.lan, OFFICE.minh))
    closed = OFFICE.closed(FIRST, *ballots)
    assert code_of(lambda: accept_closed(closed, directory())) is Code.WRONG_DIGEST
    receipt = OFFICE.outcome(OFFICE.receipt(ballots[0][1].event_id, OFFICE.leaves(*ballots), 0))
    assert code_of(lambda: accept_outcome(ballots[0][1], receipt, ROSTER)) is Code.NOT_PERMITTED


def test_a_receipt_of_the_room_proves_that_the_ballot_stands_in_its_log():
    ballots = tuple((member, ROOM.ballot(member, FIRST)) for member in (OFFICE.lan, OFFICE.minh))
    receipt = ROOM.outcome(ROOM.receipt(ballots[1][1].event_id, ROOM.leaves(*ballots), 1))
    head = accept_outcome(ballots[1][1], receipt, ROSTER)
    assert head is not None
    assert head.signatures[0].signer == OFFICE.room.device


def test_head_and_closing_are_of_one_recorder():
    other = a_member("room2", Role.ROOM_HUB)
    roster = OFFICE.roster(office=(*OFFICE.desk, OFFICE.room, other))
    closed = told(ROOM)
    head = seal(Kind.HEAD, OFFICE.tenant, closed.head.payload, other.device, other.key)
    mixed = replace(closed, head=head)
    assert code_of(lambda: accept_closed(mixed, directory(roster))) is Code.WRONG_DIGEST


def test_of_a_retired_room_hub_the_closings_that_the_roster_keeps_stay_true():
    closed = told(ROOM)
    kept = Retired(cert=OFFICE.room.cert, manifests=(closed.closing.digest,))
    roster = OFFICE.roster(2, retired=(kept,))
    assert accept_closed(closed, directory(roster)).size == 2
    later = ROOM.closed(FIRST)
    assert code_of(lambda: accept_closing(later.closing, roster)) is Code.BAD_SIGNATURE
    assert code_of(lambda: accept_head(closed.head, roster)) is Code.BAD_SIGNATURE


def test_a_revoked_room_hub_closes_nothing_more():
    known = directory()
    known.hear(OFFICE.freshness(revoked=(OFFICE.room,)))
    closed = told(ROOM)
    before = Delivered(1, NOON, closed.closing)
    assert accept_delivered(before, known).size == 2
    after = replace(before, recorded=NOON.replace(year=2027))
    assert code_of(lambda: accept_delivered(after, known)) is Code.DEVICE_REVOKED


def test_an_act_names_a_room_hub_that_the_root_knows():
    act = Delivered(1, NOON, ROOM.opening(FIRST))
    assert accept_delivered(act, directory()).recorder == OFFICE.room.device
    assert code_of(lambda: accept_delivered(act, directory(PLAIN))) is Code.NOT_PERMITTED


def test_only_acts_on_motions_have_a_recorder():
    event = opening(ROOM)
    with pytest.raises(ValueError, match="recorder"):
        Event(
            tenant=event.tenant,
            meeting=MEETING,
            person=event.person,
            device=event.device,
            seq=1,
            at=NOON,
            recorder=OFFICE.room.device,
            body=CheckIn(at=NOON, state=Attendance.PRESENT),
        )
