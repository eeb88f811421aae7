"""What was said in the room reaches the office by the laptop that said it, before the room hub has told of
what it is about: it waits, and then everybody hears it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select
from support.laptop import Laptop, receipt_of
from support.meetings import Made, make_motion, make_packet
from support.packets import NOON
from support.rooms import Room, deliveries
from support.world import World, ballot, submission

from sync.errors import Code
from sync.hub import tables
from sync.model.annotation import Audience, Mark, MarkKind
from sync.model.events import ApprovePacket, Body, CheckIn, OpenMotion, PublishPacket, PutMark, PutOpinion
from sync.model.ids import DocumentId, MarkId, MotionId, OpinionId
from sync.model.opinion import About, Attendance, OnDocument, OnMark, Opinion, OpinionKind
from sync.wire.codec import decode_payload
from sync.wire.envelope import Envelope
from sync.wire.statements import Leaf


@pytest.fixture
def packet(world: World) -> Made:
    return world.publish(make_packet(world.tenant, world.roll))


def note(document: str = "d-all") -> PutMark:
    return PutMark(
        mark=Mark(
            id=MarkId("k-1"),
            document=DocumentId(document),
            sha256="0" * 64,
            page=0,
            kind=MarkKind.NOTE,
            text="Nêu rõ nguồn vốn",
            audience=Audience.MEETING,
        )
    )


def said(about: About, kind: OpinionKind) -> PutOpinion:
    opinion = Opinion(id=OpinionId("o-1"), kind=kind, about=about, audience=Audience.MEETING, text="Nhất trí")
    return PutOpinion(opinion=opinion)


def say(laptop: Laptop, seat: Laptop, packet: Made, body: Body) -> Envelope:
    """In the room, where it is settled at once."""
    act = laptop.event(packet.meeting, body)
    assert receipt_of(seat.exchange(act).outcomes, act.event_id).accepted
    return act


def replace_in_room(world: World, room: Room, newer: Made) -> None:
    secretary, approver = room.seat(world.secretary), room.seat(world.approver)
    secretary.sign_in()
    secretary.upload(newer.blobs)
    say(world.secretary, secretary, newer, submission(world.secretary, newer))
    signature = world.approver.sign_manifest(newer.payload)
    say(world.approver, approver, newer, ApprovePacket(manifest=newer.digest, signature=signature))
    say(world.secretary, secretary, newer, PublishPacket(manifest=newer.digest))


def waits(laptop: Laptop, act: Envelope) -> None:
    """Brought to the office by the laptop itself."""
    assert [(one.event, one.code) for one in laptop.exchange(act).retries] == [(act.event_id, Code.CARRIED)]


def is_settled(world: World, room: Room, laptop: Laptop, act: Envelope, *readers: Laptop) -> None:
    """After the room hub has met the office it is accepted there, and they hear it, once."""
    room.meet()
    assert receipt_of(laptop.exchange(act).outcomes, act.event_id).accepted
    for reader in readers:
        heard = [one.envelope.event_id for reply in reader.exchange_all() for one in reply.events]
        assert heard.count(act.event_id) == 1
    told = [row for row in deliveries(world.hub) if row[0] == act.event_id]
    assert len(told) == len(set(told))


def test_a_reply_waits_for_what_it_answers(world: World, room: Room, packet: Made) -> None:
    lan, minh = room.seat(world.lan), room.seat(world.minh)
    say(world.lan, lan, packet, note())
    reply = say(world.minh, minh, packet, said(OnMark(mark=MarkId("k-1")), OpinionKind.REPLY))
    waits(world.minh, reply)
    is_settled(world, room, world.minh, reply, world.lan, world.chair)


@pytest.mark.parametrize("kind", ["note", "comment"])
def test_what_is_said_on_a_new_document_waits_for_it(
    world: World, room: Room, packet: Made, kind: str
) -> None:
    newer = make_packet(world.tenant, world.roll, previous=packet, restricted={"d-new": world.roll})
    replace_in_room(world, room, newer)
    about = OnDocument(document=DocumentId("d-new"))
    body: Body = note("d-new") if kind == "note" else said(about, OpinionKind.COMMENT)
    act = say(world.lan, room.seat(world.lan), packet, body)
    waits(world.lan, act)
    is_settled(world, room, world.lan, act, world.minh)


def test_who_is_new_in_the_meeting_waits_for_the_packet_that_names_them(
    world: World, room: Room, packet: Made
) -> None:
    guest = world.guest
    newer = make_packet(world.tenant, world.roll, previous=packet, readers=[guest.cert.person])
    replace_in_room(world, room, newer)
    here = guest.event(packet.meeting, CheckIn(at=NOON, state=Attendance.PRESENT))
    waits(guest, here)
    is_settled(world, room, guest, here, world.secretary)


@pytest.mark.parametrize("revoked", [False, True])
def test_what_no_hub_knows_is_refused_once_no_room_hub_carries_the_meeting(
    world: World, room: Room, packet: Made, *, revoked: bool
) -> None:
    lost = world.minh.event(packet.meeting, said(OnMark(mark=MarkId("k-9")), OpinionKind.REPLY))
    waits(world.minh, lost)
    room.meet()
    waits(world.minh, lost)
    if revoked:
        world.office.revoke(room.device)
    else:
        world.office.carry(room.device)
    receipt = receipt_of(world.minh.exchange(lost).outcomes, lost.event_id)
    assert (receipt.accepted, receipt.code) == (False, Code.NOT_PERMITTED)


@pytest.mark.parametrize("carried", [False, True])
def test_a_ballot_waits_for_the_packet_with_its_motion_and_is_in_time_by_when_it_came(
    world: World, room: Room, packet: Made, *, carried: bool
) -> None:
    until = datetime.fromtimestamp(world.clock(), UTC) + timedelta(hours=1)
    added = make_motion(until=until, motion_id="mo-new")
    newer = make_packet(world.tenant, world.roll, previous=packet, motions=[added])
    replace_in_room(world, room, newer)
    vote = world.lan.event(packet.meeting, ballot(newer, added.id, "for"))
    if carried:
        room.seat(world.lan).exchange(vote)
    came = datetime.fromtimestamp(world.clock(), UTC)
    waits(world.lan, vote)
    waits(world.lan, vote)
    world.clock.ahead += 2 * 3_600  # the voting is over when the room hub is heard of again
    room.meet()
    receipt = receipt_of(world.lan.exchange(vote).outcomes, vote.event_id)
    assert (receipt.accepted, receipt.code) == (True, None)
    assert receipt.log is not None
    leaf = decode_payload(receipt.log.leaf, Leaf)
    assert came <= leaf.recorded < came + timedelta(minutes=1)
    with world.hub.database.read() as connection:
        (row,) = connection.execute(select(tables.ballots)).all()
    assert (row.id, row.late) == (vote.event_id, False)


def test_who_leads_a_vote_is_told_at_once_that_the_office_has_not_got_its_packet(
    world: World, room: Room, packet: Made
) -> None:
    body = OpenMotion(motion=MotionId("mo-new"), motion_digest="0" * 64, present=tuple(world.roll))
    act = world.chair.event(packet.meeting, body)
    receipt = receipt_of(world.chair.exchange(act).outcomes, act.event_id)
    assert (receipt.accepted, receipt.code) == (False, Code.MOTION_NOT_OPEN)


def test_a_ballot_on_a_motion_that_nobody_has_is_refused_once_no_room_hub_carries_the_meeting(
    world: World, room: Room, packet: Made
) -> None:
    unknown = make_packet(world.tenant, world.roll, motions=[make_motion(motion_id="mo-none")])
    vote = world.lan.event(packet.meeting, ballot(unknown, unknown.manifest.motions[0].id, "for"))
    waits(world.lan, vote)
    world.office.carry(room.device)
    receipt = receipt_of(world.lan.exchange(vote).outcomes, vote.event_id)
    assert (receipt.accepted, receipt.code) == (False, Code.MOTION_NOT_OPEN)
