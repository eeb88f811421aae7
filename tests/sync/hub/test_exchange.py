"""Who is told what, how often an act is settled, and how little an idle exchange weighs."""

from __future__ import annotations

import pytest
from sqlalchemy import select
from support.laptop import Laptop, receipt_of, retry_codes
from support.meetings import make_motion, make_packet
from support.world import World, ballot

from sync.audit import Audit
from sync.errors import Code, SohopError
from sync.hub import tables
from sync.model.annotation import Audience, Mark, MarkKind
from sync.model.events import CloseMotion, DropMark, PutMark, PutSealedMark, ReportReady
from sync.model.ids import DocumentId, EventId, MarkId, MeetingId, new_id
from sync.model.people import Role
from sync.trust.acts import accept_event
from sync.trust.directory import Directory
from sync.wire.codec import decode_payload, pack
from sync.wire.envelope import Envelope, Kind, Signature
from sync.wire.messages import ExchangeReply
from sync.wire.statements import Freshness


@pytest.fixture
def meeting(world: World) -> MeetingId:
    packet = make_packet(world.tenant, world.roll, readers=[world.guest.cert.person])
    return world.publish(packet).meeting


def mark(audience: Audience, name: str = "") -> PutMark:
    return PutMark(
        mark=Mark(
            id=MarkId(name or new_id("k")),
            document=DocumentId("d-all"),
            sha256="0" * 64,
            page=0,
            kind=MarkKind.NOTE,
            text="Đề nghị xem lại",
            audience=audience,
        )
    )


def told(laptop: Laptop) -> set[EventId]:
    """All events that this laptop would receive from the beginning."""
    laptop.forget()
    return {each.envelope.event_id for each in laptop.exchange().events}


def audience_of(world: World, event: Envelope) -> set[str]:
    return {
        name
        for name in ("secretary", "approver", "chair", "lan", "minh", "guest")
        if event.event_id in told(getattr(world, name))
    }


@pytest.mark.parametrize(
    ("audience", "expected"),
    [
        (Audience.SECRETARY, {"secretary", "approver", "chair", "lan"}),
        (Audience.MEETING, {"secretary", "approver", "chair", "lan", "minh", "guest"}),
    ],
)
def test_a_shared_mark_reaches_its_audience_and_nobody_else(
    world: World, meeting: MeetingId, audience: Audience, expected: set[str]
) -> None:
    put = world.lan.event(meeting, mark(audience, "k-1"))
    assert receipt_of(world.lan.exchange(put).outcomes, put.event_id).accepted
    assert audience_of(world, put) == expected
    drop = world.lan.event(meeting, DropMark(id=MarkId("k-1")))
    world.lan.exchange(drop)
    assert audience_of(world, drop) == expected


def test_a_private_mark_reaches_only_the_persons_own_devices(world: World, meeting: MeetingId) -> None:
    put = world.lan.event(meeting, PutSealedMark(id=MarkId("k-1"), sealed=b"\x01" * 40))
    world.lan.exchange(put)
    assert audience_of(world, put) == {"lan"}
    with world.enrol(world.lan.cert.person) as second:
        assert put.event_id in told(second)


def test_a_private_mark_in_the_clear_is_refused_and_not_kept(world: World, meeting: MeetingId) -> None:
    assert world.lan.act(meeting, mark(Audience.PRIVATE)).code is Code.MALFORMED
    stored = b"".join(path.read_bytes() for path in world.office.folder.glob("hub.db*"))
    assert "Đề nghị xem lại".encode() not in stored


def test_marks_are_the_authors_and_a_deleted_one_does_not_come_back(world: World, meeting: MeetingId) -> None:
    world.lan.act(meeting, mark(Audience.MEETING, "k-1"))
    assert world.minh.act(meeting, DropMark(id=MarkId("k-1"))).code is Code.NOT_PERMITTED
    assert world.minh.act(meeting, mark(Audience.MEETING, "k-1")).code is Code.NOT_PERMITTED
    world.lan.act(meeting, DropMark(id=MarkId("k-1")))
    again = world.lan.event(meeting, mark(Audience.MEETING, "k-1"))
    assert receipt_of(world.lan.exchange(again).outcomes, again.event_id).accepted
    assert audience_of(world, again) == {"lan"}


def test_who_has_nothing_to_do_with_a_meeting_can_say_nothing_there(world: World) -> None:
    packet = world.publish(make_packet(world.tenant, [world.lan.cert.person]))
    assert world.minh.act(packet.meeting, mark(Audience.MEETING)).code is Code.PACKET_UNKNOWN


def test_readiness_is_told_to_the_desk(world: World, meeting: MeetingId) -> None:
    ready = world.lan.event(meeting, ReportReady(manifest="0" * 64, version=1, documents=1, complete=1))
    world.lan.exchange(ready)
    assert audience_of(world, ready) == {"secretary", "approver", "chair"}


def test_the_desk_and_nobody_else_learns_who_belongs_to_the_office(world: World) -> None:
    people = world.approver.exchange().people
    assert people is not None
    assert {entry.person for entry in people} == {laptop.cert.person for laptop in world.laptops}
    assert world.lan.exchange().people is None
    before = world.approver.exchange()
    world.office.add("Người mới", Role.DELEGATE, title="Đại biểu")
    after = world.approver.exchange()
    assert before.people is None  # nothing new
    assert after.people is not None
    fresh = {entry.name: entry for entry in after.people}["Người mới"]
    assert (fresh.title, fresh.roles) == ("Đại biểu", (Role.DELEGATE,))


def test_the_desk_hears_who_has_a_laptop_in_use(world: World) -> None:
    person = world.office.add("Người mới", Role.DELEGATE)

    def told() -> bool:
        people = world.secretary.exchange().people
        assert people is not None
        return next(entry.laptop for entry in people if entry.person == person)

    assert not told()
    with world.enrol(person) as laptop:
        assert told()
        world.office.revoke(laptop.cert.device)
        assert not told()
    assert world.secretary.exchange().people is None  # nothing new


def test_acts_of_a_retired_office_device_stay_readable(world: World, meeting: MeetingId) -> None:
    put = world.chair.event(meeting, mark(Audience.MEETING))
    world.chair.exchange(put)
    world.office.revoke(world.chair.cert.device)
    roster = world.office.sign_roster()
    assert put.event_id in told(world.minh)
    cert = Directory(roster).author_of(world.chair.cert.device)
    assert accept_event(put, cert, world.tenant).person == world.chair.cert.person


def test_certificates_come_with_the_events_of_delegates(world: World, meeting: MeetingId) -> None:
    world.lan.act(meeting, mark(Audience.SECRETARY))
    reply = world.secretary.exchange()
    assert world.lan.enrolled.statement in reply.certs


def test_the_same_event_gets_the_same_receipt_for_ever(world: World, meeting: MeetingId) -> None:
    put = world.lan.event(meeting, mark(Audience.MEETING))
    first = world.lan.exchange(put, put).outcomes
    world.clock.ahead += 3600
    again = world.lan.exchange(put).outcomes
    assert first == (again[0], again[0])
    refused = world.lan.event(meeting, CloseMotion(motion=new_id("mo")))
    assert world.lan.exchange(refused).outcomes == world.lan.exchange(refused).outcomes


def test_a_refused_event_blocks_nothing_behind_it(world: World, meeting: MeetingId) -> None:
    bad = world.lan.event(meeting, CloseMotion(motion=new_id("mo")))
    good = world.lan.event(meeting, mark(Audience.MEETING))
    other = world.minh.event(meeting, mark(Audience.MEETING))
    outcomes = world.lan.exchange(bad, good).outcomes
    assert not receipt_of(outcomes, bad.event_id).accepted
    assert receipt_of(outcomes, good.event_id).accepted
    assert receipt_of(world.minh.exchange(other).outcomes, other.event_id).accepted


def test_a_gap_in_the_chain_is_asked_for_again(world: World, meeting: MeetingId) -> None:
    first = world.lan.event(meeting, mark(Audience.MEETING))
    second = world.lan.event(meeting, mark(Audience.MEETING))
    reply = world.lan.exchange(second)
    assert (reply.outcomes, retry_codes(reply.retries)) == ((), ["chain_broken"])
    outcomes = world.lan.exchange(first, second).outcomes
    assert all(receipt_of(outcomes, each.event_id).accepted for each in (first, second))


def test_another_act_in_the_same_place_shows_a_copied_device(world: World) -> None:
    motion = make_motion()
    packet = world.publish(make_packet(world.tenant, world.roll, motions=[motion]))
    lan = world.lan
    first = lan.event(packet.meeting, ballot(packet, motion.id, "for"))
    lan.exchange(first)
    copy = lan.event_at(packet.meeting, ballot(packet, motion.id, "against"), lan.seq, "")
    beside = lan.event_at(packet.meeting, mark(Audience.MEETING), lan.seq + 1, copy.digest)
    for event in (copy, beside):
        receipt = receipt_of(lan.exchange(event).outcomes, event.event_id)
        assert (receipt.accepted, receipt.code) == (False, Code.DEVICE_COPIED)
    assert lan.act(packet.meeting, mark(Audience.MEETING)).accepted
    with world.hub.database.read() as connection:
        kinds = connection.execute(select(tables.audit.c.kind)).scalars().all()
        kept = connection.execute(select(tables.evidence.c.event)).scalars().all()
    assert kinds.count(Audit.DEVICE_COPIED) == 2
    assert kept == [copy.event_id]


def test_a_signature_that_does_not_fit_settles_nothing(world: World, meeting: MeetingId) -> None:
    put = world.lan.event(meeting, mark(Audience.MEETING))
    forged = Envelope(Kind.EVENT, put.payload, (Signature(world.lan.cert.device, bytes(64)),))
    others = Envelope(Kind.EVENT, put.payload, (world.minh.manifest_signature(put.payload),))
    reply = world.minh.exchange(forged, others)
    assert (reply.outcomes, retry_codes(reply.retries)) == ((), ["bad_signature"] * 2)
    assert receipt_of(world.lan.exchange(put).outcomes, put.event_id).accepted


def test_an_idle_exchange_is_tiny_and_tells_nothing(world: World, meeting: MeetingId) -> None:
    world.lan.exchange()
    response = world.lan.line.post("/v1/exchange", pack(world.lan.request()), world.lan.token)
    assert len(response) < 80
    before = world.lan.state
    reply = world.lan.exchange()
    assert reply == ExchangeReply(state=before, time=reply.time, cursor=world.lan.cursor)
    # what others say among themselves moves the cursor on and wakes nobody
    world.minh.act(meeting, PutSealedMark(id=MarkId("k-1"), sealed=b"\x01" * 40))
    moved = world.lan.exchange()
    assert moved == ExchangeReply(state=before, time=moved.time, cursor=reply.cursor + 1)
    # and from time to time the hub says anew what is newest
    world.clock.ahead += 600
    assert world.lan.exchange().freshness is not None


def test_an_idle_exchange_is_as_small_with_more_meetings(world: World, meeting: MeetingId) -> None:
    def idle(laptop: Laptop) -> int:
        laptop.exchange_all()
        return len(laptop.line.post("/v1/exchange", pack(laptop.request()), laptop.token))

    before = idle(world.lan), idle(world.secretary)
    for _ in range(3):
        world.publish(make_packet(world.tenant, world.roll))
    assert (idle(world.lan), idle(world.secretary)) == before


def test_a_refused_act_is_answered_with_nothing_else(world: World, meeting: MeetingId) -> None:
    world.lan.exchange()
    reply = world.lan.exchange(world.lan.event(meeting, CloseMotion(motion=new_id("mo"))))
    assert reply == ExchangeReply(
        state=reply.state, time=reply.time, cursor=reply.cursor, outcomes=reply.outcomes
    )


def test_a_revoked_device_learns_that_it_is_and_gets_no_new_bytes(world: World, meeting: MeetingId) -> None:
    world.lan.exchange()
    world.minh.act(meeting, mark(Audience.MEETING))
    world.office.revoke(world.lan.cert.device)
    with pytest.raises(SohopError) as refused:
        world.lan.exchange()
    assert refused.value.code is Code.TOKEN_EXPIRED
    world.lan.sign_in()
    cursor = world.lan.cursor
    reply = world.lan.exchange()
    assert (reply.events, reply.packets, reply.cursor) == ((), (), cursor)
    assert reply.freshness is not None
    freshness = decode_payload(reply.freshness.payload, Freshness)
    assert (freshness.revoked, freshness.manifests) == ((world.lan.cert.device,), ())
    with pytest.raises(SohopError) as refused:
        world.lan.chunks("0" * 64, "d-all")
    assert refused.value.code is Code.DEVICE_REVOKED
    assert world.lan.act(meeting, mark(Audience.MEETING)).code is Code.DEVICE_REVOKED


def test_an_office_device_not_on_the_roster_keeps_its_acts(world: World, meeting: MeetingId) -> None:
    with world.enrol(world.secretary.cert.person) as second:
        put = second.event(meeting, mark(Audience.MEETING))
        assert retry_codes(second.exchange(put).retries) == ["not_yet_on_roster"]
        world.office.sign_roster()
        assert receipt_of(second.exchange(put).outcomes, put.event_id).accepted
