"""A packet is replaced while its people reach the office and the room hub at different moments: whatever
comes where first, it is published at both, with both signatures, once."""

from __future__ import annotations

import itertools

import pytest
from sqlalchemy import select
from support.laptop import Laptop, receipt_of
from support.meetings import Made, make_packet
from support.rooms import Room
from support.world import World, submission

from sync.errors import Code
from sync.hub import tables
from sync.hub.hub import Hub
from sync.hub.tables import PacketState
from sync.model.events import ApprovePacket, PublishPacket, RecallPacket
from sync.wire.envelope import Envelope
from sync.wire.messages import ExchangeReply


@pytest.fixture
def packet(world: World) -> Made:
    return world.publish(make_packet(world.tenant, world.roll))


@pytest.fixture
def newer(world: World, packet: Made) -> Made:
    return make_packet(world.tenant, world.roll, previous=packet)


def submitted(world: World, newer: Made) -> Envelope:
    return world.secretary.event(newer.meeting, submission(world.secretary, newer))


def approval(world: World, newer: Made) -> Envelope:
    body = ApprovePacket(manifest=newer.digest, signature=world.approver.sign_manifest(newer.payload))
    return world.approver.event(newer.meeting, body)


def publication(world: World, newer: Made) -> Envelope:
    return world.secretary.event(newer.meeting, PublishPacket(manifest=newer.digest))


def state_at(hub: Hub, newer: Made) -> str | None:
    packets = tables.packets.c
    with hub.database.read() as connection:
        return connection.execute(
            select(packets.state).where(packets.manifest == newer.digest)
        ).scalar_one_or_none()


def bring_blobs(laptop: Laptop, newer: Made) -> None:
    laptop.sign_in()
    laptop.upload(newer.blobs)


def taken(reply: ExchangeReply, *sent: Envelope) -> None:
    for each in sent:
        receipt = receipt_of(reply.outcomes, each.event_id)
        assert receipt.accepted, receipt


def waits(reply: ExchangeReply) -> list[Code]:
    assert reply.outcomes == ()
    return [retry.code for retry in reply.retries]


def replaced_in_room(world: World, room: Room, newer: Made) -> tuple[Envelope, Envelope, Envelope]:
    """What the three wrote; the room has all of it."""
    secretary, approver = room.seat(world.secretary), room.seat(world.approver)
    bring_blobs(secretary, newer)
    sent = submitted(world, newer)
    taken(secretary.exchange(sent), sent)
    signed = approval(world, newer)
    taken(approver.exchange(signed), signed)
    out = publication(world, newer)
    taken(secretary.exchange(out), out)
    return sent, signed, out


def test_laptops_that_reach_the_office_before_their_room_hub_does_lose_nothing(
    world: World, room: Room, newer: Made
) -> None:
    sent, signed, out = replaced_in_room(world, room, newer)
    assert waits(world.secretary.exchange(sent, out)) == [Code.CARRIED, Code.CARRIED]
    assert waits(world.approver.exchange(signed)) == [Code.CARRIED]
    assert waits(world.secretary.exchange(sent, out)) == [Code.CARRIED, Code.CARRIED]  # still, and once
    assert state_at(world.hub, newer) is None
    met = room.meet()
    assert (met.left, state_at(world.hub, newer)) == (0, PacketState.PUBLISHED)
    taken(world.secretary.exchange(sent, out), sent, out)
    taken(world.approver.exchange(signed), signed)
    got = [each.manifest.digest for reply in world.lan.exchange_all() for each in reply.packets]
    assert got == [newer.digest]


@pytest.mark.parametrize("order", list(itertools.permutations(("secretary", "approver", "room"))))
def test_in_any_order_the_office_publishes_it_once(
    world: World, room: Room, newer: Made, order: tuple[str, ...]
) -> None:
    sent, signed, out = replaced_in_room(world, room, newer)
    arrivals = {
        "secretary": lambda: world.secretary.exchange(sent, out),
        "approver": lambda: world.approver.exchange(signed),
        "room": room.meet,
    }
    for who in order:
        arrivals[who]()
    assert state_at(world.hub, newer) == PacketState.PUBLISHED
    kind = tables.audit.c.kind
    with world.hub.database.read() as connection:
        done = connection.execute(select(kind).where(tables.audit.c.subject == newer.digest)).scalars().all()
    assert sorted(done) == ["packet_approved", "packet_published", "packet_submitted"]


def test_what_waits_at_the_office_keeps_nothing_behind_it_back(
    world: World, room: Room, newer: Made, packet: Made
) -> None:
    sent, _, out = replaced_in_room(world, room, newer)
    again = publication(world, packet)
    reply = world.secretary.exchange(sent, out, again)
    assert [retry.code for retry in reply.retries] == [Code.CARRIED, Code.CARRIED]
    taken(reply, again)


def test_what_was_submitted_at_the_office_is_approved_and_published_in_the_room(
    world: World, room: Room, newer: Made
) -> None:
    bring_blobs(world.secretary, newer)
    sent = submitted(world, newer)
    taken(world.secretary.exchange(sent), sent)
    room.meet()  # the line is cut after this
    assert state_at(room.hub, newer) == PacketState.SUBMITTED
    signed, out = approval(world, newer), publication(world, newer)
    taken(room.seat(world.approver).exchange(signed), signed)
    taken(room.seat(world.secretary).exchange(sent, out), sent, out)
    lan = room.seat(world.lan)
    got = [each for reply in lan.exchange_all() for each in reply.packets]
    assert got[-1].manifest.digest == newer.digest
    assert b"".join(lan.chunks(newer.digest, "d-all")) == next(iter(newer.documents.values()))
    taken_up = world.secretary.exchange(out)  # the publication comes before the approval
    assert waits(taken_up) == [Code.CARRIED]
    taken(world.approver.exchange(signed), signed)
    taken(world.secretary.exchange(out), out)
    room.meet()
    assert state_at(world.hub, newer) == PacketState.PUBLISHED


def test_what_the_room_hub_has_no_bytes_of_waits_there_until_the_office_gives_them(
    world: World, room: Room, newer: Made
) -> None:
    bring_blobs(world.secretary, newer)
    sent, signed, out = submitted(world, newer), approval(world, newer), publication(world, newer)
    taken(world.secretary.exchange(sent), sent)
    seat = room.seat(world.secretary)
    assert waits(seat.exchange(sent)) == [Code.CARRIED]
    assert waits(room.seat(world.approver).exchange(signed)) == [Code.CARRIED]
    assert waits(seat.exchange(out)) == [Code.CARRIED]
    room.meet()
    room.meet()
    assert state_at(room.hub, newer) == state_at(world.hub, newer) == PacketState.PUBLISHED


def test_the_same_version_submitted_again_with_its_bytes_settles_what_waited(
    world: World, room: Room, newer: Made
) -> None:
    bring_blobs(world.secretary, newer)
    sent, signed = submitted(world, newer), approval(world, newer)
    seat = room.seat(world.secretary)
    assert waits(seat.exchange(sent)) == [Code.CARRIED]
    assert waits(room.seat(world.approver).exchange(signed)) == [Code.CARRIED]
    bring_blobs(seat, newer)
    again = submitted(world, newer)
    taken(seat.exchange(again), again)
    assert state_at(room.hub, newer) == PacketState.APPROVED
    with room.hub.database.read() as connection:
        known = set(connection.execute(select(tables.outcomes.c.event)).scalars())
    assert {sent.event_id, signed.event_id, again.event_id} <= known


def test_a_recall_of_what_was_published_in_the_room_alone_does_not_wait_and_holds_when_that_comes(
    world: World, room: Room, packet: Made, newer: Made
) -> None:
    _, signed, _ = replaced_in_room(world, room, newer)
    recall = world.approver.event(newer.meeting, RecallPacket(version=newer.manifest.version, reason="nhầm"))
    taken(world.approver.exchange(signed, recall), recall)
    assert state_at(world.hub, packet) == PacketState.RECALLED
    room.meet()
    assert state_at(world.hub, newer) == PacketState.RECALLED
    room.meet()
    assert state_at(room.hub, newer) == PacketState.RECALLED
    told = [one.manifest.digest for reply in world.lan.exchange_all() for one in reply.packets]
    assert told == []


def test_where_no_room_hub_carries_the_meeting_the_office_refuses_at_once(world: World, newer: Made) -> None:
    sent, signed = submitted(world, newer), approval(world, newer)
    reply = world.secretary.exchange(sent)
    assert receipt_of(reply.outcomes, sent.event_id).code is Code.PACKET_INCOMPLETE
    reply = world.approver.exchange(signed)
    assert receipt_of(reply.outcomes, signed.event_id).code is Code.PACKET_UNKNOWN
