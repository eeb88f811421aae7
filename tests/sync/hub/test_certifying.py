"""Certificates of room hubs that an administrator's laptop made: taken if they are the CA's, and renewed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from secrets import token_bytes

import pytest
from sqlalchemy import select
from support.administrators import Admin, enrol_admin
from support.meetings import make_packet
from support.world import World

from sync import certificates
from sync.engine import enrolment
from sync.errors import Code, SohopError
from sync.hub import tables
from sync.hub.keys import read_root
from sync.hub.office import Office
from sync.model.ids import DeviceId, MeetingId
from sync.model.people import Role
from sync.room.joining import join
from sync.room.serving import meet_once
from sync.wire.admin import PutCarried, PutRoster, RoomCertificate, RosterDraft
from sync.wire.codec import decode_payload
from sync.wire.envelope import Kind, seal
from sync.wire.rooms import room_host
from sync.wire.statements import ROOT, Roster

YEAR_S = 365 * 86_400


@pytest.fixture
def admin(world: World) -> Iterator[Admin]:
    made = enrol_admin(world)
    yield made
    made.close()


@pytest.fixture
def folder(world: World) -> Path:
    return world.office.folder.parent / "room"


@pytest.fixture
def room(world: World, folder: Path) -> DeviceId:
    """It has joined, and no more."""
    person = world.office.add("Phòng họp lớn", Role.ROOM_HUB)
    return join(folder, enrolment.contact(world.office.invite(person, world.served.url)), world.clock)


def certified(world: World, draft: RosterDraft, **other: object) -> list[RoomCertificate]:
    """As the administrator's laptop does, or with something else in place of it."""
    root = read_root(world.office.root_file, world.office.passphrase)
    roster = decode_payload(draft.payload, Roster)
    keys = {cert.device: cert.sign_key for cert in roster.office}
    made = []
    for device in draft.rooms:
        ca = other.get("ca", (world.office.ca_path.read_bytes(), root.ca_key))
        name = room_host(str(other.get("name", device)))
        pem = certificates.make_room(*ca, name, other.get("key", keys[device]), roster.name, roster.issued)  # type: ignore[misc,arg-type]
        made.append(RoomCertificate(device, pem))
    return made


def put(world: World, admin: Admin, draft: RosterDraft, rooms: list[RoomCertificate]) -> None:
    root = read_root(world.office.root_file, world.office.passphrase)
    roster = seal(Kind.ROSTER, root.tenant, draft.payload, ROOT, root.key)
    admin.line.put_roster(PutRoster(roster=roster, rooms=tuple(rooms)))


def sign(world: World, admin: Admin) -> None:
    draft = admin.line.draft()
    put(world, admin, draft, certified(world, draft))


def kept(world: World) -> dict[str, bytes]:
    with world.hub.database.read() as connection:
        return {row.device: row.certificate for row in connection.execute(select(tables.room_hubs))}


def test_with_the_signature_from_a_window_a_room_hub_can_serve(
    world: World, admin: Admin, room: DeviceId, folder: Path
) -> None:
    assert admin.line.look().unsigned
    assert admin.line.draft().rooms == (room,)
    sign(world, admin)
    assert not admin.line.look().unsigned
    assert admin.line.draft().rooms == ()
    assert meet_once(folder).ready
    assert (folder / "tls.pem").read_bytes().startswith(kept(world)[room])


def test_a_certificate_that_is_not_the_offices_for_this_room_hub_puts_no_roster_in_force(
    world: World, admin: Admin, room: DeviceId
) -> None:
    draft = admin.line.draft()
    now = decode_payload(draft.payload, Roster).issued
    other = certificates.make_ca("Cơ quan khác", now)
    stranger = [RoomCertificate(DeviceId("d-khac"), each.certificate) for each in certified(world, draft)]
    for wrong in (
        certified(world, draft, ca=other),
        certified(world, draft, name="hub"),
        certified(world, draft, key=b"k" * 32),
        [RoomCertificate(room, b"no certificate")],
        [RoomCertificate(room, world.office.ca_path.read_bytes())],
        stranger,
    ):
        with pytest.raises(SohopError) as refused:
            put(world, admin, draft, wrong)
        assert refused.value.code is Code.NOT_PERMITTED
    assert kept(world) == {}
    assert admin.line.look().unsigned
    put(world, admin, draft, certified(world, draft))
    assert list(kept(world)) == [room]


def test_it_is_renewed_at_any_signing_in_its_last_year_and_asks_for_one_before_it_ends(
    world: World, admin: Admin, room: DeviceId
) -> None:
    sign(world, admin)
    first = kept(world)[room]
    world.clock.ahead += YEAR_S
    sign(world, admin)
    assert kept(world)[room] == first
    world.clock.ahead += 1.2 * YEAR_S
    assert (admin.line.look().unsigned, admin.line.draft().rooms) == (False, (room,))
    world.clock.ahead += 0.75 * YEAR_S
    assert admin.line.look().unsigned  # the roster is as it was: only this is missing
    sign(world, admin)
    assert kept(world)[room] != first
    assert not admin.line.look().unsigned


def test_on_the_hubs_machine_it_is_renewed_too(world: World, room: DeviceId) -> None:
    world.office.sign_roster()
    first = kept(world)[room]
    world.office.sign_roster()
    assert kept(world)[room] == first


def test_an_administrator_gives_a_room_hub_its_meetings(world: World, admin: Admin, room: DeviceId) -> None:
    packet = world.publish(make_packet(world.tenant, world.roll))
    (row,) = admin.line.look().meetings
    assert (row.meeting, row.title) == (packet.meeting, packet.manifest.meeting.title)
    admin.line.carry(PutCarried(act=token_bytes(16), device=room, meetings=(packet.meeting,)))
    assert {one.device: one.carries for one in admin.line.look().devices}[room] == (packet.meeting,)
    with pytest.raises(SohopError) as refused:
        admin.line.carry(
            PutCarried(act=token_bytes(16), device=world.lan.cert.device, meetings=(packet.meeting,))
        )
    assert refused.value.code is Code.UNKNOWN_DEVICE
    with pytest.raises(SohopError) as refused:
        admin.line.carry(PutCarried(act=token_bytes(16), device=room, meetings=(MeetingId("nie"),)))
    assert refused.value.code is Code.PACKET_UNKNOWN
    assert {one.device: one.carries for one in admin.line.look().devices}[room] == (packet.meeting,)
    with closing(Office(world.office.folder)) as office:
        office.carry(room, [])
    assert {one.device: one.carries for one in admin.line.look().devices}[room] == ()
