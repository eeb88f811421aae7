"""Bundles at a real hub: who gets what on a stick, and what comes of what laptops send home."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import select
from support.laptop import receipt_of
from support.meetings import make_motion, make_packet
from support.sticks import home_file, opened_by, readable, written
from support.world import World, ballot

from sync.courier.stick import look
from sync.errors import Code, SohopError
from sync.hub import homeward, tables
from sync.hub.doorstep import Doorstep, bring
from sync.hub.hub import Layout
from sync.hub.lock import held
from sync.hub.outward import Wanted, make_sheet
from sync.model.events import EndVoting, OpenMotion, RecallPacket, ReportReady
from sync.model.ids import MeetingId
from sync.model.rules import Timing
from sync.trust.receipts import read_receipt
from sync.wire.codec import decode_payload, unpack
from sync.wire.letters import BundleAsk, BundleSheet, BundleTaken
from sync.wire.messages import Refusal
from sync.wire.statements import Leaf


def refusal(act) -> Code:
    with pytest.raises(SohopError) as refused:
        act()
    return refused.value.code


def test_each_laptop_opens_its_own_part_and_no_item_it_may_not_have(world: World, tmp_path: Path) -> None:
    packet = world.publish(
        make_packet(world.tenant, world.roll, restricted={"d-lan": [world.lan.cert.person]}, size=90_000)
    )
    sheet = written(world, tmp_path / "usb", Wanted(packet.meeting))
    assert sheet.parts[0].head.devices == 2
    with opened_by(world, tmp_path / "usb", world.lan) as outward:
        assert readable(outward, packet) == {"d-all", "d-lan"}
        assert outward.problems == {}
    with opened_by(world, tmp_path / "usb", world.minh) as outward:
        assert readable(outward, packet) == {"d-all"}
        (there,) = [each for reply in outward.letter.replies for each in reply.packets]
        assert outward.descriptor(packet.manifest.items[1]) is None
        assert (there.descriptors, there.kept) == ((), (0,))
    with pytest.raises(SohopError, match="bundle_other"), opened_by(world, tmp_path / "usb", world.guest):
        pass


def test_the_open_head_tells_no_name_and_no_device(world: World, tmp_path: Path) -> None:
    packet = world.publish(make_packet(world.tenant, world.roll))
    written(world, tmp_path / "usb", Wanted(packet.meeting))
    (found,) = look(tmp_path / "usb")
    said = found.opened.envelope.payload.decode()
    for laptop in world.laptops:
        assert laptop.cert.device not in said
        assert laptop.cert.person not in said
        assert laptop.cert.name not in said
    assert packet.meeting not in said
    assert found.head.office in said
    for secret in (packet.meeting.encode(), b"Nguy", packet.documents["d-all"][:64]):
        assert secret not in found.path.read_bytes()


def test_only_what_somebody_lacks_is_on_the_stick(world: World, tmp_path: Path) -> None:
    packet = world.publish(make_packet(world.tenant, world.roll, size=300_000))
    whole = make_sheet(world.hub, Wanted(packet.meeting)).size
    for laptop in (world.lan, world.minh):
        laptop.exchange_all()
        laptop.act(packet.meeting, ReportReady(manifest=packet.digest, version=1, documents=1, complete=1))
    small = make_sheet(world.hub, Wanted(packet.meeting)).size
    assert small < whole - 290_000
    content = {**packet.documents, "d-all": packet.documents["d-all"] + b"more" * 2_000}
    second = world.publish(make_packet(world.tenant, world.roll, previous=packet, content=content))
    changed = written(world, tmp_path / "usb", Wanted(packet.meeting)).size
    assert small < changed < whole / 2
    with opened_by(world, tmp_path / "usb", world.lan) as outward:
        assert outward.descriptor(second.manifest.items[0]) is not None


def test_acts_that_came_by_stick_are_settled_once_and_their_receipts_go_back(
    world: World, tmp_path: Path
) -> None:
    motion = make_motion()
    packet = world.publish(make_packet(world.tenant, world.roll, motions=[motion]))
    vote = world.lan.event(packet.meeting, ballot(packet, motion.id, "for"))
    data = home_file(world, world.lan, vote)
    first = homeward.take(world.hub, data)
    again = homeward.take(world.hub, data)
    assert (first.events, first.recorded, first.refused, first.waiting) == (1, 1, 0, 0)
    assert (again.events, again.recorded) == (1, 1)

    usb = tmp_path / "usb"
    usb.mkdir()
    (usb / "answer.sohop").write_bytes(again.answer)
    with opened_by(world, usb, world.lan) as outward:
        (outcome,) = outward.letter.replies[0].outcomes
    receipt = read_receipt(outcome.receipt, vote.event_id)
    assert receipt.accepted
    assert decode_payload(receipt.log.leaf, Leaf).via == "usb"
    reply = world.lan.exchange(vote)
    assert receipt_of(reply.outcomes, vote.event_id) == receipt
    with world.hub.database.read() as connection:
        assert len(connection.execute(select(tables.ballots)).all()) == 1


def test_a_ballot_is_late_by_the_hubs_clock_however_it_came(world: World) -> None:
    motion = make_motion(Timing.STRICT)
    packet = world.publish(make_packet(world.tenant, world.roll, motions=[motion]))
    opening = OpenMotion(motion=motion.id, motion_digest=packet.motion_digest(motion.id))
    assert world.chair.act(packet.meeting, opening).accepted
    vote = world.lan.event(packet.meeting, ballot(packet, motion.id, "for"))
    data = home_file(world, world.lan, vote)  # in time, by the laptop's word
    assert world.chair.act(packet.meeting, EndVoting(motion=motion.id, early=True)).accepted
    homeward.take(world.hub, data)
    with world.hub.database.read() as connection:
        (row,) = connection.execute(select(tables.ballots)).all()
    assert row.late


def test_nobody_but_the_hub_opens_what_goes_home_and_nobody_adds_to_it(world: World, tmp_path: Path) -> None:
    packet = world.publish(make_packet(world.tenant, world.roll, motions=[make_motion()]))
    motion = packet.manifest.motions[0].id
    vote = world.lan.event(packet.meeting, ballot(packet, motion, "against"))
    data = home_file(world, world.lan, vote)
    for secret in (b"against", packet.meeting.encode(), world.lan.cert.person.encode()):
        assert secret not in data
    stranger = home_file(world, world.minh, vote)
    assert refusal(lambda: homeward.take(world.hub, stranger)) is Code.BUNDLE_BROKEN
    for place in range(8, len(data), 97):
        changed = bytearray(data)
        changed[place] ^= 1
        assert refusal(lambda: homeward.take(world.hub, bytes(changed))) in {  # noqa: B023
            *(Code.BUNDLE_BROKEN, Code.BUNDLE_UNFINISHED, Code.BUNDLE_NEWER, Code.BUNDLE_OTHER),
            *(Code.OTHER_TENANT, Code.UNKNOWN_DEVICE),
        }
        assert refusal(lambda: homeward.take(world.hub, data[:place])) is Code.BUNDLE_UNFINISHED  # noqa: B023
    assert refusal(lambda: homeward.take(world.hub, data + b"x")) is Code.BUNDLE_BROKEN
    with world.hub.database.read() as connection:
        assert connection.execute(select(tables.ballots)).all() == []


def test_the_next_letter_begins_where_the_laptop_had_heard(world: World) -> None:
    packet = world.publish(make_packet(world.tenant, world.roll))
    world.lan.exchange_all()
    heard = world.lan.cursor
    homeward.take(world.hub, home_file(world, world.lan))
    world.publish(make_packet(world.tenant, world.roll, previous=packet))
    sheet = make_sheet(world.hub, Wanted(packet.meeting, (world.lan.cert.device,)))
    assert sheet.parts[0].head.devices == 1
    with world.hub.database.read() as connection:
        row = connection.execute(select(tables.couriered)).one()
    assert (row.device, row.cursor) == (world.lan.cert.device, heard)


def test_an_older_bundle_takes_no_receipt_away(world: World) -> None:
    motion = make_motion()
    packet = world.publish(make_packet(world.tenant, world.roll, motions=[motion]))
    first = world.lan.event(packet.meeting, ballot(packet, motion.id, "for"))
    older = home_file(world, world.lan, first)
    second = world.lan.event(
        packet.meeting, ballot(packet, motion.id, "against", number=2, prev=first.digest)
    )
    newer = home_file(world, world.lan, first, second)
    assert homeward.take(world.hub, newer).recorded == 2
    homeward.take(world.hub, older)
    with world.hub.database.read() as connection:
        carried = set(connection.execute(select(tables.carried.c.event)).scalars())
    assert carried == {first.event_id, second.event_id}


def test_a_recall_on_a_stick_is_not_told(world: World, tmp_path: Path) -> None:
    packet = world.publish(make_packet(world.tenant, world.roll))
    receipt = world.secretary.act(packet.meeting, RecallPacket(version=1, reason="Sai số liệu"))
    assert receipt.accepted, receipt
    written(world, tmp_path / "usb", Wanted(devices=(world.lan.cert.device,)))
    with world.hub.database.read() as connection:
        rows = connection.execute(select(tables.reaches)).all()
    assert [row.told for row in rows if row.device == world.lan.cert.device] == [None]
    with opened_by(world, tmp_path / "usb", world.lan) as outward:
        assert any(reply.events for reply in outward.letter.replies)


def test_over_the_line_a_secretary_asks_and_anybody_brings(world: World) -> None:
    packet = world.publish(make_packet(world.tenant, world.roll, motions=[make_motion()]))
    ask = BundleAsk(meeting=packet.meeting)
    world.secretary.sign_in()
    world.minh.sign_in()
    sheet = world.secretary.line.ask("/v1/bundle/out", ask, BundleSheet, world.secretary.token)
    assert len(sheet.boxes) == 3  # two delegates, and the plan for who writes
    with pytest.raises(SohopError, match="not_permitted"):
        world.minh.line.ask("/v1/bundle/out", ask, BundleSheet, world.minh.token)
    vote = world.lan.event(packet.meeting, ballot(packet, packet.manifest.motions[0].id, "for"))
    body = world.minh.line.post("/v1/bundle/in", home_file(world, world.lan, vote), world.minh.token)
    taken = unpack(body, BundleTaken)
    assert (taken.device, taken.recorded) == (world.lan.cert.device, 1)


def test_another_program_lays_bundles_down_for_the_hub_that_runs(world: World) -> None:
    packet = world.publish(make_packet(world.tenant, world.roll, motions=[make_motion()]))
    vote = world.lan.event(packet.meeting, ballot(packet, packet.manifest.motions[0].id, "for"))
    layout = Layout(world.office.folder)
    with held(layout.lock), Doorstep(world.hub, layout.doorstep):
        assert bring(layout, home_file(world, world.lan, vote)).recorded == 1
        assert refusal(lambda: bring(layout, b"SOHOP\r\n\x1a")) is Code.BUNDLE_UNFINISHED
    assert list(layout.doorstep.iterdir()) == []


def test_a_file_that_meets_a_bug_is_refused_and_the_next_is_taken(world: World) -> None:
    packet = world.publish(make_packet(world.tenant, world.roll, motions=[make_motion()]))
    vote = world.lan.event(packet.meeting, ballot(packet, packet.manifest.motions[0].id, "for"))
    layout = Layout(world.office.folder)
    layout.doorstep.mkdir()
    (layout.doorstep / "a.laid").symlink_to("nowhere")  # it stands first, and cannot be read
    with held(layout.lock), Doorstep(world.hub, layout.doorstep):
        assert bring(layout, home_file(world, world.lan, vote)).recorded == 1
    (answer,) = layout.doorstep.iterdir()
    assert (answer.name, unpack(answer.read_bytes(), Refusal).code) == ("a.refused", Code.HUB_BROKEN)


def test_who_gets_a_letter_by_stick_was_not_in_contact(world: World) -> None:
    packet = world.publish(make_packet(world.tenant, world.roll))
    make_sheet(world.hub, Wanted(packet.meeting))
    assert world.lan.cert.device not in world.hub.contacts.unwritten()
    world.lan.exchange()
    assert world.lan.cert.device in world.hub.contacts.unwritten()


def test_a_sheet_for_nobody_or_of_no_meeting_is_said(world: World) -> None:
    assert refusal(lambda: make_sheet(world.hub, Wanted())) is Code.NOTHING_TO_CARRY
    unknown = Wanted(MeetingId("m-none"))
    assert refusal(lambda: make_sheet(world.hub, unknown)) is Code.PACKET_UNKNOWN
