"""Sticks at a room hub: it takes what laptops wrote home as if they had brought it, and writes for laptops
what its line would have told them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import select
from support.laptop import Laptop, receipt_of
from support.meetings import Made, make_motion, make_packet
from support.packets import NOON
from support.rooms import Room, add_room, carrying, stand
from support.sticks import home_file, newest_roster, opened_by, readable, written
from support.world import World, ballot

from sync.courier.opening import Outward
from sync.errors import Code, SohopError
from sync.hub import homeward, tables
from sync.hub.outward import Wanted, make_sheet
from sync.model.events import CheckIn, OpenMotion
from sync.model.ids import DeviceId, MotionId
from sync.model.opinion import Attendance
from sync.model.rules import Timing
from sync.trust.bundles import hub_keys
from sync.trust.receipts import check_inclusion, read_receipt
from sync.wire.codec import decode_payload
from sync.wire.envelope import Envelope
from sync.wire.letters import BundleTaken
from sync.wire.statements import HUB, Leaf

STRICT, WRITTEN = MotionId("mo-strict"), MotionId("mo-written")
HERE = CheckIn(at=NOON, state=Attendance.PRESENT)


@pytest.fixture
def packet(world: World) -> Made:
    strict, written = make_motion(Timing.STRICT, motion_id=STRICT), make_motion(motion_id=WRITTEN)
    return world.publish(make_packet(world.tenant, world.roll, motions=[strict, written], size=90_000))


def vote(laptop: Laptop, packet: Made, motion: MotionId, recorder: DeviceId | str = "") -> Envelope:
    return laptop.event(packet.meeting, ballot(packet, motion, "for"), DeviceId(recorder))


def open_strict(world: World, room: Room, packet: Made) -> None:
    body = OpenMotion(motion=STRICT, motion_digest=packet.motion_digest(STRICT), present=tuple(world.roll))
    chair = room.seat(world.chair)
    assert receipt_of(
        chair.exchange(act := world.chair.event(packet.meeting, body, room.device)).outcomes, act.event_id
    ).accepted


def counts(taken: BundleTaken) -> tuple[int, int, int, int]:
    return taken.recorded, taken.refused, taken.carried, taken.waiting


def answered(world: World, usb: Path, taken: BundleTaken, laptop: Laptop) -> Outward:
    usb.mkdir()
    (usb / "answer.sohop").write_bytes(taken.answer)
    with opened_by(world, usb, laptop) as outward:
        return outward


def refusal(act: Callable[[], object]) -> Code:
    with pytest.raises(SohopError) as refused:
        act()
    return refused.value.code


def test_a_laptop_without_a_line_votes_by_stick_at_the_room_hub(
    world: World, room: Room, packet: Made, tmp_path: Path
) -> None:
    open_strict(world, room, packet)
    acts = (
        world.lan.event(packet.meeting, HERE),
        vote(world.lan, packet, STRICT, room.device),
        vote(world.lan, packet, WRITTEN),
    )
    data = home_file(world, world.lan, *acts)
    taken = homeward.take_in(room.hub, data)
    assert counts(taken) == (2, 0, 1, 0)  # what the office records is carried
    assert counts(homeward.take_in(room.hub, data)) == (2, 0, 1, 0)

    outward = answered(world, tmp_path / "usb", taken, world.lan)
    assert outward.head.maker == room.device
    first = outward.letter.replies[0]
    receipts = {each.event: read_receipt(each.receipt, each.event) for each in first.outcomes}
    assert set(receipts) == {acts[0].event_id, acts[1].event_id}
    leaf = check_inclusion(receipts[acts[1].event_id], STRICT, newest_roster(world))
    assert leaf.via == "usb"
    assert [(each.event, each.code) for each in first.retries] == [(acts[2].event_id, Code.CARRIED)]

    room.meet()
    strict = [{row for row in stand(hub)["ballots"] if STRICT in row} for hub in (world.hub, room.hub)]
    assert strict[0] == strict[1] != set()
    again = world.lan.exchange(*acts)
    assert {each.event for each in again.outcomes} == {act.event_id for act in acts}
    assert counts(homeward.take_in(world.hub, data)) == (3, 0, 0, 0)


def test_once_the_office_has_recorded_it_the_next_letter_brings_its_receipt(
    world: World, room: Room, packet: Made
) -> None:
    act = vote(world.lan, packet, WRITTEN)
    data = home_file(world, world.lan, act)
    assert counts(homeward.take_in(room.hub, data)) == (0, 0, 1, 0)
    room.meet()
    assert counts(homeward.take_in(room.hub, data)) == (1, 0, 0, 0)
    with world.hub.database.read() as connection:
        (row,) = connection.execute(select(tables.ballots)).all()
    assert decode_payload(row.leaf, Leaf).via == "room"


def test_the_stick_may_go_to_both_hubs_in_any_order_and_each_act_stands_once(
    world: World, room: Room, packet: Made
) -> None:
    open_strict(world, room, packet)
    acts = (world.lan.event(packet.meeting, HERE), vote(world.lan, packet, STRICT, room.device))
    data = home_file(world, world.lan, *acts)
    assert counts(homeward.take_in(world.hub, data)) == (1, 0, 1, 0)  # carried for the room hub
    assert counts(homeward.take_in(room.hub, data)) == (2, 0, 0, 0)
    room.meet()
    assert counts(homeward.take_in(world.hub, data)) == (2, 0, 0, 0)
    assert stand(world.hub) == stand(room.hub)
    assert len(stand(room.hub)["ballots"]) == 1


def test_what_is_of_another_meeting_is_passed_on_and_not_refused(
    world: World, room: Room, packet: Made
) -> None:
    elsewhere = world.publish(make_packet(world.tenant, world.roll))
    data = home_file(world, world.lan, world.lan.event(elsewhere.meeting, HERE))
    assert counts(homeward.take_in(room.hub, data)) == (0, 0, 1, 0)
    room.meet()
    assert counts(homeward.take_in(world.hub, data)) == (1, 0, 0, 0)


def test_what_the_office_had_before_is_not_taken_for_a_copys(world: World, room: Room, packet: Made) -> None:
    """The room hub heard of the laptop when it had done nothing; since then it talked to the office alone."""
    old = [world.lan.event(packet.meeting, HERE) for _ in range(3)]
    world.lan.exchange(*old)
    act = world.lan.event(packet.meeting, HERE)
    alone = home_file(world, world.lan, act)
    assert counts(homeward.take_in(room.hub, alone)) == (0, 0, 0, 1)  # its chain is not here
    whole = home_file(world, world.lan, act, before=tuple(old))
    assert counts(homeward.take_in(room.hub, whole)) == (1, 0, 0, 0)


def test_a_stick_from_before_the_room_hub_knew_the_laptop_waits_and_is_no_copy(
    world: World, packet: Made
) -> None:
    old = vote(world.lan, packet, WRITTEN)
    stick = home_file(world, world.lan, old)
    world.lan.exchange(old, world.lan.event(packet.meeting, HERE))
    room = carrying(world, packet.meeting)
    try:
        late = home_file(world, world.lan, old)
        assert refusal(lambda: homeward.take_in(room.hub, stick)) is Code.BUNDLE_OTHER_HUB
        assert counts(homeward.take_in(room.hub, late)) == (0, 0, 0, 1)
        with room.hub.database.read() as connection:
            kinds = set(connection.execute(select(tables.audit.c.kind)).scalars())
        assert "device_copied" not in kinds
    finally:
        room.stop()


def test_an_outward_bundle_of_the_room_hub_tells_what_its_line_would(
    world: World, room: Room, packet: Made, tmp_path: Path
) -> None:
    open_strict(world, room, packet)
    sheet = written(world, tmp_path / "usb", Wanted(packet.meeting), room.hub)
    head = sheet.parts[0].head
    assert (head.maker, head.devices) == (room.device, 2)
    with opened_by(world, tmp_path / "usb", world.lan) as outward:
        assert readable(outward, packet) == {"d-all"}
        replies = outward.letter.replies
    assert [reply.freshness for reply in replies] == [None] * len(replies)
    told = [each.envelope.event_id for reply in replies for each in reply.events]
    line = [each.envelope.event_id for reply in room.seat(world.lan).exchange_all() for each in reply.events]
    assert set(told) >= set(line) != set()
    assert outward.letter.asked.cursor == 0


def test_the_next_letter_of_each_hub_begins_where_the_laptop_had_heard_that_one(
    world: World, room: Room, packet: Made
) -> None:
    open_strict(world, room, packet)
    seat = room.seat(world.lan)
    seat.exchange_all()
    assert seat.cursor != world.lan.cursor
    for laptop, hub in ((seat, room.hub), (world.lan, world.hub)):
        homeward.take_in(hub, home_file(world, laptop))
        with hub.database.read() as connection:
            row = connection.execute(select(tables.couriered)).one()
        assert (row.device, row.epoch, row.cursor) == (laptop.cert.device, laptop.epoch, laptop.cursor)


def test_a_homeward_bundle_has_a_box_for_each_hub_of_the_roster_and_tells_nobody_whose(
    world: World, room: Room, packet: Made
) -> None:
    other = add_room(world, "Phòng họp nhỏ")
    try:
        assert set(hub_keys(newest_roster(world))) == {HUB, room.device, other.device}
        data = home_file(world, world.lan, world.lan.event(packet.meeting, HERE))
        assert room.device.encode() not in data
        assert counts(homeward.take_in(room.hub, data)) == (1, 0, 0, 0)
        # It stands in the roster and can open, but nobody has told it of this laptop.
        assert refusal(lambda: homeward.take_in(other.hub, data)) is Code.BUNDLE_OTHER_HUB
    finally:
        other.stop()


def test_a_room_hub_that_was_revoked_is_neither_written_to_nor_believed(
    world: World, room: Room, packet: Made, tmp_path: Path
) -> None:
    make_sheet(room.hub, Wanted(packet.meeting))
    written(world, tmp_path / "usb", Wanted(packet.meeting), room.hub)
    world.office.revoke(room.device)
    world.office.sign_roster()
    assert set(hub_keys(newest_roster(world))) == {HUB}
    data = home_file(world, world.lan, world.lan.event(packet.meeting, HERE))
    assert refusal(lambda: homeward.take_in(room.hub, data)) is Code.BUNDLE_OTHER_HUB
    with pytest.raises(SohopError, match="bundle_strange_hub"), opened_by(world, tmp_path / "usb", world.lan):
        pass


def test_the_desk_brings_and_asks_over_the_rooms_line(world: World, room: Room, packet: Made) -> None:
    from sync.wire.codec import unpack
    from sync.wire.letters import BundleAsk, BundleSheet

    secretary, minh = room.seat(world.secretary), room.seat(world.minh)
    secretary.sign_in()
    minh.sign_in()
    sheet = secretary.line.ask(
        "/v1/bundle/out", BundleAsk(meeting=packet.meeting), BundleSheet, secretary.token
    )
    assert len(sheet.boxes) == 3  # two delegates, and the plan for who writes
    data = home_file(world, world.lan, world.lan.event(packet.meeting, HERE))
    taken = unpack(minh.line.post("/v1/bundle/in", data, minh.token), BundleTaken)
    assert (taken.device, taken.recorded) == (world.lan.cert.device, 1)
