"""A room hub goes home on a stick: what it recorded stands at the office as over the line, once."""

from __future__ import annotations

import random

import pytest
from support.laptop import Laptop, receipt_of
from support.meetings import Made, make_motion, make_packet
from support.packets import NOON
from support.rooms import Room, stand
from support.sticks import file_of, home_file
from support.world import World, ballot, submission

from sync.errors import Code, SohopError
from sync.hub import bringing, homeward
from sync.model.events import (
    OFFICE,
    ApprovePacket,
    Body,
    CheckIn,
    CloseMotion,
    OpenMotion,
    PublishPacket,
)
from sync.model.ids import DeviceId, MotionId
from sync.model.opinion import Attendance
from sync.model.rules import Timing
from sync.wire.codec import unpack
from sync.wire.desk import Way
from sync.wire.envelope import Envelope
from sync.wire.letters import BundleSheet, BundleTaken, FromRoom

STRICT = MotionId("mo-strict")
REASONS = frozenset(
    {
        *(Code.BUNDLE_BROKEN, Code.BUNDLE_UNFINISHED, Code.BUNDLE_NEWER, Code.BUNDLE_OTHER),
        *(Code.BUNDLE_OTHER_HUB, Code.OTHER_TENANT, Code.UNKNOWN_DEVICE),
    }
)


@pytest.fixture
def packet(world: World) -> Made:
    motions = [make_motion(Timing.STRICT, motion_id=STRICT)]
    return world.publish(make_packet(world.tenant, world.roll, motions=motions, size=90_000))


def taken_home(world: World, room: Room) -> BundleTaken:
    return homeward.take_in(world.hub, file_of(bringing.make_sheet(room.hub)))


def say(room: Room, laptop: Laptop, packet: Made, body: Body, recorder: DeviceId = OFFICE) -> Envelope:
    act = laptop.event(packet.meeting, body, recorder)
    assert receipt_of(room.seat(laptop).exchange(act).outcomes, act.event_id).accepted
    return act


def a_vote(world: World, room: Room, packet: Made) -> None:
    """Opened, voted on, closed."""
    digest, present = packet.motion_digest(STRICT), tuple(world.roll)
    opening = OpenMotion(motion=STRICT, motion_digest=digest, present=present)
    say(room, world.chair, packet, opening, room.device)
    for voter, choice in ((world.lan, "for"), (world.minh, "against")):
        say(room, voter, packet, ballot(packet, STRICT, choice), room.device)
    say(room, world.chair, packet, CloseMotion(motion=STRICT, present=present, early=True), room.device)


def test_a_vote_of_the_room_stands_at_the_office_when_only_a_stick_went(
    world: World, room: Room, packet: Made
) -> None:
    say(room, world.lan, packet, CheckIn(at=NOON, state=Attendance.PRESENT))
    a_vote(world, room, packet)
    taken = taken_home(world, room)
    assert (taken.device, taken.recorded, taken.refused, taken.waiting) == (room.device, 5, 0, 0)
    assert taken.answer == b""
    assert stand(world.hub) == stand(room.hub)
    before = stand(world.hub)
    assert taken_home(world, room).recorded == 5
    room.meet()
    assert stand(world.hub) == before == stand(room.hub)


def test_what_the_laptops_brought_by_stick_before_is_counted_once(
    world: World, room: Room, packet: Made
) -> None:
    here = say(room, world.lan, packet, CheckIn(at=NOON, state=Attendance.PRESENT))
    a_vote(world, room, packet)
    homeward.take_in(world.hub, home_file(world, world.lan, here))
    taken_home(world, room)
    assert stand(world.hub) == stand(room.hub)


def test_whom_the_room_hub_heard_of_was_heard_before_the_stick_was_carried(
    world: World, room: Room, packet: Made
) -> None:
    a_vote(world, room, packet)
    data = file_of(bringing.make_sheet(room.hub))
    world.clock.ahead += 5 * 3_600
    homeward.take_in(world.hub, data)
    told = [one for one in world.secretary.exchange_all()[-1].contacts if one.device == world.lan.cert.device]
    (contact,) = [one for one in told if one.room == room.device]
    assert 5 * 3_600_000 <= contact.ago < 5 * 3_600_000 + 60_000
    assert (contact.via, contact.held) == (Way.ROOM, False)


def test_a_packet_that_was_replaced_in_the_room_goes_along_with_its_bytes(
    world: World, room: Room, packet: Made
) -> None:
    newer = make_packet(world.tenant, world.roll, previous=packet, size=70_000)
    secretary = room.seat(world.secretary)
    secretary.sign_in()
    secretary.upload(newer.blobs)
    say(room, world.secretary, newer, submission(world.secretary, newer))
    signature = world.approver.sign_manifest(newer.payload)
    say(room, world.approver, newer, ApprovePacket(manifest=newer.digest, signature=signature))
    say(room, world.secretary, newer, PublishPacket(manifest=newer.digest))
    assert taken_home(world, room).recorded == 3
    assert world.hub.packets.open(newer.digest).manifest.version == newer.manifest.version
    shown = [one.manifest.digest for reply in world.lan.exchange_all() for one in reply.packets]
    assert newer.digest in shown


def test_what_the_office_has_over_the_line_is_not_carried(world: World, room: Room, packet: Made) -> None:
    a_vote(world, room, packet)
    room.meet()
    with pytest.raises(SohopError, match=Code.NOTHING_TO_CARRY):
        bringing.make_sheet(room.hub)
    with pytest.raises(SohopError, match=Code.NOTHING_TO_CARRY):
        bringing.make_sheet(world.hub)


def test_only_the_office_opens_it(world: World, room: Room, packet: Made) -> None:
    a_vote(world, room, packet)
    data = file_of(bringing.make_sheet(room.hub))
    with pytest.raises(SohopError, match=Code.BUNDLE_OTHER_HUB):
        homeward.take_in(room.hub, data)


@pytest.mark.parametrize("many", [100, pytest.param(1_000, marks=pytest.mark.storm)])
def test_whatever_is_changed_in_it_is_refused_and_nothing_is_taken(
    world: World, room: Room, packet: Made, many: int
) -> None:
    a_vote(world, room, packet)
    data = file_of(bringing.make_sheet(room.hub))
    before, dice = stand(world.hub), random.Random(8)
    for _ in range(many):
        changed = bytearray(data)
        changed[dice.randrange(len(data))] ^= 1 << dice.randrange(8)
        bad = dice.choice([bytes(changed), data[: dice.randrange(len(data))], data + dice.randbytes(9)])
        with pytest.raises(SohopError) as refused:
            homeward.take_in(world.hub, bad)
        assert refused.value.code in REASONS
    assert stand(world.hub) == before


def test_a_laptop_that_is_no_room_hub_says_nothing_for_one(world: World, room: Room, packet: Made) -> None:
    before = stand(world.hub)
    data = home_file(world, world.lan, room=FromRoom(acts=()))
    with pytest.raises(SohopError, match=Code.NOT_PERMITTED):
        homeward.take_in(world.hub, data)
    assert stand(world.hub) == before


def test_of_a_room_hub_that_was_revoked_nothing_is_taken(world: World, room: Room, packet: Made) -> None:
    a_vote(world, room, packet)
    world.office.revoke(room.device)
    before = stand(world.hub)
    with pytest.raises(SohopError, match=Code.NOT_PERMITTED):
        taken_home(world, room)
    assert stand(world.hub) == before


def test_the_desk_asks_for_it_over_the_rooms_line(world: World, room: Room, packet: Made) -> None:
    a_vote(world, room, packet)
    secretary = room.seat(world.secretary)
    secretary.sign_in()
    sheet = unpack(secretary.line.post("/v1/bundle/room", b"", secretary.token), BundleSheet)
    assert len(sheet.boxes) == 2  # the content, and its key for the office
    delegate = room.seat(world.lan)
    delegate.sign_in()
    with pytest.raises(SohopError, match=Code.NOT_PERMITTED):
        delegate.line.post("/v1/bundle/room", b"", delegate.token)


def test_more_than_a_stick_file_holds_is_said_and_not_cut(
    world: World, room: Room, packet: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    a_vote(world, room, packet)
    monkeypatch.setattr(bringing, "MAX_HOMEWARD", 100)
    with pytest.raises(SohopError, match=Code.TOO_LARGE):
        bringing.make_sheet(room.hub)
