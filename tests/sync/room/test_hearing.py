"""When and how laptops were heard of: what the desk is told, by the office and in a room, and nobody else."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from support.laptop import Laptop, receipt_of
from support.meetings import Made, make_motion, make_packet
from support.packets import NOON
from support.rooms import add_room, carrying
from support.sticks import home_file, opened_by, written
from support.world import World, ballot

from sync.hub import hearing, homeward
from sync.hub.outward import Wanted
from sync.hub.state import FRESH_S, told_since
from sync.model.events import CheckIn, OpenMotion
from sync.model.ids import DeviceId, MotionId
from sync.model.opinion import Attendance
from sync.model.rules import Timing
from sync.wire.desk import LONG_AGO, Contact, Way
from sync.wire.messages import ExchangeReply

THERE = CheckIn(at=NOON, state=Attendance.PRESENT)
MOTION = MotionId("mo-strict")


@pytest.fixture
def packet(world: World) -> Made:
    motion = make_motion(Timing.STRICT, motion_id=MOTION)
    return world.publish(make_packet(world.tenant, world.roll, motions=[motion]))


def of(reply: ExchangeReply, laptop: Laptop) -> list[tuple[Way, str, bool]]:
    """What is told of one laptop: by which way, of which room hub, whether something is held there."""
    return [
        (one.via, one.room, one.held)
        for one in reply.contacts
        if (one.device, one.person) == (laptop.cert.device, laptop.cert.person)
    ]


def test_the_desk_is_told_who_was_heard_of_and_a_delegate_is_not(world: World, packet: Made) -> None:
    world.lan.exchange()
    world.clock.ahead += FRESH_S  # told with the next word on the time, at the latest
    reply = world.secretary.exchange()
    assert of(reply, world.lan) == [(Way.HUB, "", False)]
    (told,) = [one for one in reply.contacts if one.device == world.lan.cert.device]
    assert FRESH_S * 1000 <= told.ago < FRESH_S * 1000 + 60_000
    assert world.lan.exchange().contacts == ()


def test_later_only_those_are_told_who_were_heard_of_since(world: World, packet: Made) -> None:
    world.lan.exchange()
    world.minh.exchange()
    world.secretary.exchange_all()
    assert world.secretary.exchange().contacts == ()  # nothing is new: next to nothing is said
    world.clock.ahead += 3 * FRESH_S
    world.secretary.exchange()
    world.clock.ahead += 3 * FRESH_S
    world.minh.exchange()
    reply = world.secretary.exchange()
    assert of(reply, world.minh) == [(Way.HUB, "", False)]
    assert of(reply, world.lan) == []


def test_a_laptop_that_was_only_enrolled_is_known_by_that_and_not_in_a_room(
    world: World, packet: Made
) -> None:
    room = carrying(world, packet.meeting)
    try:
        assert of(all_of(world.chair), world.minh) == [(Way.HUB, "", False)]
        assert of(all_of(room.seat(world.secretary)), world.minh) == []
    finally:
        room.stop()


def test_what_came_by_stick_is_told_as_such(world: World, packet: Made) -> None:
    go_on(world)
    homeward.take(world.hub, home_file(world, world.lan, world.lan.event(packet.meeting, THERE)))
    assert of(world.secretary.exchange(), world.lan) == [(Way.USB, "", False)]


def test_a_letter_on_a_stick_says_nothing_of_it(world: World, packet: Made, tmp_path: Path) -> None:
    world.lan.exchange()
    written(world, tmp_path / "usb", Wanted(packet.meeting, (world.secretary.cert.device,)))
    with opened_by(world, tmp_path / "usb", world.secretary) as outward:
        assert outward.letter.replies
        assert all(reply.contacts == () for reply in outward.letter.replies)


def test_the_turnout_says_since_when_and_how_and_never_what(world: World, packet: Made) -> None:
    opening = OpenMotion(motion=MOTION, motion_digest=packet.motion_digest(MOTION))
    assert world.chair.act(packet.meeting, opening).accepted
    world.secretary.exchange_all()
    votes = [each.event(packet.meeting, ballot(packet, MOTION, "for")) for each in (world.lan, world.minh)]
    receipt = receipt_of(world.lan.exchange(votes[0]).outcomes, votes[0].event_id)
    homeward.take(world.hub, home_file(world, world.minh, votes[1]))
    (turnout,) = world.secretary.exchange().turnout
    by = {one.person: one for one in turnout.ballots}
    assert by[world.lan.cert.person].via is Way.HUB
    assert by[world.lan.cert.person].recorded == receipt.recorded
    assert by[world.minh.cert.person].via is Way.USB
    assert b"for" not in msgspec.json.encode(turnout)


def test_in_a_room_it_is_said_until_the_office_has_got_it(world: World, packet: Made) -> None:
    room = carrying(world, packet.meeting)
    try:
        seat, desk = room.seat(world.lan), room.seat(world.secretary)
        seat.exchange(world.lan.event(packet.meeting, THERE))
        told = [(Way.ROOM, room.device, True)]
        assert of(all_of(desk), world.lan) == told
        go_on(world)
        assert of(world.secretary.exchange(), world.lan) == []  # the office has not heard of it
        room.meet()
        assert of(desk.exchange(), world.lan) == [(Way.ROOM, room.device, False)]
        assert of(world.secretary.exchange(), world.lan) == [(Way.ROOM, room.device, False)]
    finally:
        room.stop()


def test_a_stick_brought_to_a_room_hub_is_told_as_its_and_as_held(world: World, packet: Made) -> None:
    room = carrying(world, packet.meeting)
    try:
        data = home_file(world, world.lan, world.lan.event(packet.meeting, THERE))
        assert homeward.take(room.hub, data).recorded == 1
        assert of(all_of(room.seat(world.secretary)), world.lan) == [(Way.USB, room.device, True)]
        room.meet()
        world.secretary.forget()
        told = of(all_of(world.secretary), world.lan)
        assert (Way.USB, room.device, False) in told
        assert not any(held for _, _, held in told)
    finally:
        room.stop()


def test_an_office_that_gets_a_part_only_is_not_said_to_have_it_all(world: World, packet: Made) -> None:
    room = carrying(world, packet.meeting)
    try:
        seats = {each.cert.device: room.seat(each) for each in (world.lan, world.minh)}
        for each in (world.lan, world.minh):
            seats[each.cert.device].exchange(each.event(packet.meeting, THERE))
        with room.hub.database.read() as connection:
            now = round(world.clock() * 1000)
            told = hearing.of_room(room.hub, connection, 0, now, up=1)
        held = {one.device: one.held for one in told if one.device in seats}
        assert held == {world.lan.cert.device: False, world.minh.cert.device: True}
    finally:
        room.stop()


def test_a_room_hub_speaks_of_itself_only(world: World, packet: Made) -> None:
    room, other = carrying(world, packet.meeting), add_room(world)
    try:
        lan = world.lan.cert
        said = [
            Contact(lan.person, lan.device, 5, Way.HUB),
            Contact(lan.person, lan.device, 5, Way.ROOM, other.device),
            Contact(lan.person, DeviceId("d-unknown"), 5, Way.ROOM, room.device),
            Contact(lan.person, lan.device, 5_000, Way.ROOM, room.device, held=True),
            Contact(lan.person, lan.device, 90_000, Way.ROOM, room.device),
        ]
        note = world.hub.ledger.change(
            lambda connection, now: hearing.note_room(connection, room.device, said, now)
        )
        note.result()
        world.secretary.forget()
        assert [one for one in of(all_of(world.secretary), world.lan) if one[0] is not Way.HUB] == [
            (Way.ROOM, room.device, True)
        ]
    finally:
        room.stop()
        other.stop()


def test_a_revoked_laptop_is_told_of_no_more(world: World, packet: Made) -> None:
    world.lan.exchange()
    world.office.revoke(world.lan.cert.device)
    world.secretary.forget()
    assert of(all_of(world.secretary), world.lan) == []


@pytest.mark.parametrize("ahead", [0, 1, 65_535, 65_536])
def test_since_when_is_read_from_the_state_and_never_later_than_it_was(ahead: int) -> None:
    told_at = 1_800_000_123.0
    slot = int(told_at // FRESH_S) % 2**16
    state = bytes(6) + slot.to_bytes(2, "big") + bytes(8)
    since = told_since(state, told_at + ahead * FRESH_S)
    assert since <= (told_at + ahead * FRESH_S) * 1000
    if ahead < 65_536:
        assert told_at - FRESH_S < since / 1000 <= told_at
    assert told_since(b"", told_at) == 0
    assert told_since(b"odd", told_at) == 0


def test_a_clock_that_ran_years_ahead_breaks_nothing(world: World, packet: Made) -> None:
    world.clock.ahead += 60 * 365 * 86_400
    world.hub.contacts.note(world.lan.cert.device, 0)
    world.secretary.forget()
    world.secretary.sign_in()
    (told,) = [one for one in all_of(world.secretary).contacts if one.device == world.lan.cert.device]
    assert told.ago == LONG_AGO


def go_on(world: World) -> None:
    """The desk has heard everything, some time ago."""
    for _ in range(2):
        world.secretary.exchange_all()
        world.clock.ahead += 3 * FRESH_S


def all_of(laptop: Laptop) -> ExchangeReply:
    """The last reply of as many as it takes."""
    while (reply := laptop.exchange()).more:
        pass
    return reply
