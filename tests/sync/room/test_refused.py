"""What a room hub has taken and the office refuses: who heard it is told, and nothing waits for it."""

from __future__ import annotations

import pytest
from support.laptop import Laptop, receipt_of
from support.meetings import Made, make_packet
from support.packets import NOON
from support.rooms import Room
from support.world import World, submission

from sync.errors import Code
from sync.model.annotation import Audience, Mark, MarkKind
from sync.model.events import ApprovePacket, Body, CheckIn, PublishPacket, PutMark, PutOpinion
from sync.model.ids import DocumentId, EventId, MarkId, OpinionId
from sync.model.opinion import Attendance, OnMark, Opinion, OpinionKind
from sync.wire.envelope import Envelope


@pytest.fixture
def packet(world: World) -> Made:
    return world.publish(make_packet(world.tenant, world.roll))


NOTE = PutMark(
    mark=Mark(
        id=MarkId("k-1"),
        document=DocumentId("d-all"),
        sha256="0" * 64,
        page=0,
        kind=MarkKind.NOTE,
        text="Nêu rõ nguồn vốn",
        audience=Audience.MEETING,
    )
)
REPLY = PutOpinion(
    opinion=Opinion(
        id=OpinionId("o-1"),
        kind=OpinionKind.REPLY,
        about=OnMark(mark=MarkId("k-1")),
        audience=Audience.MEETING,
        text="Nhất trí",
    )
)


def say(room: Room, laptop: Laptop, packet: Made, body: Body) -> Envelope:
    """In the room, where it is settled at once."""
    act = laptop.event(packet.meeting, body)
    assert receipt_of(room.seat(laptop).exchange(act).outcomes, act.event_id).accepted
    return act


def refusal(laptop: Laptop, act: Envelope) -> Code | None:
    receipt = receipt_of(laptop.exchange(act).outcomes, act.event_id)
    assert not receipt.accepted
    return receipt.code


def told(laptop: Laptop) -> tuple[list[EventId], list[EventId]]:
    """What the office delivers to a laptop, and what it takes back."""
    replies = laptop.exchange_all()
    heard = [one.envelope.event_id for reply in replies for one in reply.events]
    return heard, [EventId(each) for reply in replies for each in reply.refused]


def test_what_a_laptop_said_in_the_room_that_was_revoked_meanwhile_is_taken_back_from_all(
    world: World, room: Room, packet: Made
) -> None:
    note = say(room, world.lan, packet, NOTE)
    world.office.revoke(world.lan.cert.device)
    room.meet()
    for laptop in (world.minh, world.secretary, world.chair):
        assert told(laptop)[1] == [note.event_id]
        assert told(laptop) == ([], [])
    room.meet()
    assert told(world.minh) == ([], [])


def test_only_the_office_takes_back(world: World, room: Room, packet: Made) -> None:
    """A room hub may have heard two histories of a laptop in the other order."""
    world.office.revoke(world.lan.cert.device)
    room.meet()
    minh = room.seat(world.minh)
    note = world.lan.event(packet.meeting, NOTE)
    world.lan.exchange(note)
    assert told(minh)[1] == []
    assert told(world.minh)[1] == [note.event_id]


@pytest.mark.parametrize("first", ["note", "reply"])
def test_a_reply_to_it_does_not_wait_for_ever(world: World, room: Room, packet: Made, first: str) -> None:
    say(room, world.lan, packet, NOTE)
    reply = say(room, world.minh, packet, REPLY)
    world.office.revoke(world.lan.cert.device)
    if first == "reply":
        assert [one.code for one in world.minh.exchange(reply).retries] == [Code.CARRIED]
    room.meet()
    assert refusal(world.minh, reply) is Code.THREAD_ENDED
    heard, back = told(world.secretary)
    assert reply.event_id not in heard
    assert reply.event_id in back


def test_what_follows_a_refused_submission_is_refused_with_it(world: World, room: Room, packet: Made) -> None:
    newer = make_packet(world.tenant, world.roll, previous=packet)
    secretary = room.seat(world.secretary)
    secretary.sign_in()
    secretary.upload(newer.blobs)
    submitted = say(room, world.secretary, newer, submission(world.secretary, newer))
    signature = world.approver.sign_manifest(newer.payload)
    approved = say(room, world.approver, newer, ApprovePacket(manifest=newer.digest, signature=signature))
    published = say(room, world.secretary, newer, PublishPacket(manifest=newer.digest))
    world.office.revoke(world.secretary.cert.device)
    assert [one.code for one in world.approver.exchange(approved).retries] == [Code.CARRIED]
    room.meet()
    assert refusal(world.approver, approved) is Code.PACKET_UNKNOWN
    assert set(told(world.chair)[1]) == {submitted.event_id, approved.event_id, published.event_id}


def test_a_meeting_that_no_room_hub_carries_has_nothing_to_take_back(world: World, packet: Made) -> None:
    here = world.guest.event(packet.meeting, CheckIn(at=NOON, state=Attendance.PRESENT))
    assert refusal(world.guest, here) is Code.PACKET_UNKNOWN
    assert told(world.secretary)[1] == []
