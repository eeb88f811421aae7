"""A room hub as a program: joined and signed, found or typed, killed, and ended with its parent."""

from __future__ import annotations

import signal
import socketserver
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import select
from support.meetings import make_packet
from support.packets import NOON
from support.world import World

from sync.certificates import make_ca, make_server
from sync.engine.room_finder import Finder, Seen
from sync.engine.rooms import identify
from sync.engine.transport import Transport
from sync.errors import Code, SohopError
from sync.hub import tables
from sync.model.events import CheckIn
from sync.model.opinion import Attendance
from sync.model.people import Role
from sync.room.main import main
from sync.wire.invitation import link
from sync.wire.rooms import room_host
from tools.rooms import RoomProcess, make_room


@pytest.fixture
def room(world: World) -> Iterator[RoomProcess]:
    """Signed and given a meeting, not running."""
    packet = world.publish(make_packet(world.tenant, world.roll))
    made = make_room(world.office, world.served.url, [packet.meeting])
    yield made
    made.stop()


def test_by_commands_alone_a_laptop_becomes_a_room_hub(
    world: World, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    packet = world.publish(make_packet(world.tenant, world.roll))
    person = world.office.add("Phòng họp lớn", Role.ROOM_HUB)
    code = tmp_path / "code"
    code.write_text(link(world.office.invite(person, world.served.url)), "utf-8")
    folder = tmp_path / "room"
    english = ["--lang", "en"]
    assert main([*english, "room", "join", str(folder), "--code-file", str(code)]) == 0
    device = capfd.readouterr().out.split()[6].rstrip(".")
    assert main([*english, "room", "meet", str(folder)]) == 1  # not on the roster
    assert main([*english, "room", "serve", str(folder)]) == 1
    assert "not on a signed roster" in capfd.readouterr().err
    world.office.sign_roster()
    carry = [*english, "--dir", str(world.office.folder), "room", "carry"]
    assert main([*carry, device, packet.meeting]) == 0
    assert main([*carry, world.lan.cert.device, packet.meeting]) == 1
    assert main([*carry, device, "m-none"]) == 1
    assert main([*english, "room", "meet", str(folder)]) == 0
    assert "packets down: 1" in capfd.readouterr().out
    assert (folder / "tls.pem").exists()
    assert main([*english, "room", "join", str(folder), "--code-file", str(code)]) == 1


def test_the_code_of_a_person_makes_no_room_hub(world: World, tmp_path: Path) -> None:
    code = tmp_path / "code"
    person = world.office.add("Nguyễn Văn Ba", Role.DELEGATE)
    code.write_text(link(world.office.invite(person, world.served.url)), "utf-8")
    assert main(["room", "join", str(tmp_path / "room"), "--code-file", str(code)]) == 1
    assert not (tmp_path / "room").exists()


def test_a_typed_address_leads_to_the_room_hub_of_its_certificate(world: World, room: RoomProcess) -> None:
    room.start()
    ca = world.office.ca_path.read_text("ascii")
    assert identify(room.url, ca) == room.device
    transport = Transport(room.url, ca, name=room_host(room.device))
    transport.authenticate(world.tenant, world.lan.cert.device, world.lan.key.sign, room.device)
    transport.close()


def test_what_is_no_room_hub_of_this_office_is_sent_nothing(
    world: World, room: RoomProcess, tmp_path: Path
) -> None:
    room.start()
    ca = world.office.ca_path.read_text("ascii")
    other = Transport(room.url, ca, name=room_host("d-another"))
    with pytest.raises(SohopError) as refused:
        other.authenticate(world.tenant, world.lan.cert.device, world.lan.key.sign, room.device)
    assert refused.value.code is Code.TLS_UNTRUSTED
    plain = world.served.url.replace("http://", "https://")
    for address, code in ((plain, Code.NO_ROOM_HERE), ("https://127.0.0.1:1", Code.OFFLINE)):
        with pytest.raises(SohopError) as refused:
            identify(address, ca)
        assert refused.value.code is code


def test_another_offices_ca_lets_nobody_in(world: World, room: RoomProcess, tmp_path: Path) -> None:
    from tools.office import make_office

    room.start()
    stranger = tmp_path / "stranger"
    stranger.mkdir()
    with pytest.raises(SohopError) as refused:
        identify(room.url, make_office(stranger).ca_path.read_text("ascii"))
    assert refused.value.code is Code.ROOM_OF_ANOTHER


@contextmanager
def answering(context: ssl.SSLContext | None, says: bytes = b"") -> Iterator[str]:
    """Somebody who is no hub, at an address of this machine."""

    class Answer(socketserver.BaseRequestHandler):
        def handle(self) -> None:
            with suppress(OSError):
                if context is not None:
                    context.wrap_socket(self.request, server_side=True).close()
                else:
                    self.request.recv(100)
                    self.request.sendall(says)

    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Answer) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"127.0.0.1:{server.server_address[1]}"
        server.shutdown()


def test_a_portal_or_another_machine_is_told_from_another_offices_room_hub(
    world: World, tmp_path: Path
) -> None:
    ours = world.office.ca_path.read_text("ascii")
    now = datetime.now(UTC)
    ca, key = make_ca("Wi-Fi", now)
    stranger = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    pem = tmp_path / "portal.pem"
    pem.write_bytes(make_server(ca, key, ["login.wifi.example"], "Wi-Fi", now))
    stranger.load_cert_chain(pem)
    portal = b"HTTP/1.1 302 Found\r\nLocation: http://login.wifi.example/\r\n\r\n"
    for context, says in ((stranger, b""), (None, portal), (None, b"")):
        with answering(context, says) as address, pytest.raises(SohopError) as refused:
            identify(address, ours)
        assert refused.value.code is Code.NO_ROOM_HERE


def test_the_offices_own_hub_is_no_room_hub(world: World, tmp_path: Path) -> None:
    own = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    own.load_cert_chain(world.office.folder / "tls.pem")
    with answering(own) as address, pytest.raises(SohopError) as refused:
        identify(address, world.office.ca_path.read_text("ascii"))
    assert refused.value.code is Code.NO_ROOM_HERE


def test_it_meets_its_office_by_itself_and_survives_being_killed(world: World, room: RoomProcess) -> None:
    room.start()
    meeting = room.meetings[0]
    seat = room.seat(world.lan)
    first = world.lan.event(meeting, CheckIn(at=NOON, state=Attendance.PRESENT))
    seat.exchange(first)
    room.kill()
    room.start(port=0)
    room.met()
    with world.hub.database.read() as connection:
        known = connection.execute(select(tables.outcomes.c.event)).scalars().all()
    assert first.event_id in known
    assert not room.seat(world.lan).exchange(first).retries


def test_it_ends_with_the_program_that_started_it(world: World, room: RoomProcess) -> None:
    room.start(with_parent=True)
    room.let_go()
    assert room.wait() == -signal.SIGTERM


def test_laptops_find_it_on_the_network_and_again_at_another_port(world: World, room: RoomProcess) -> None:
    seen: list[Seen] = []
    came = threading.Condition()

    def heard(what: Seen) -> None:
        with came:
            seen.append(what)
            came.notify_all()

    def wait_for(url: str) -> Seen:
        port = int(url.rpartition(":")[2])

        def here() -> Seen | None:
            return next((each for each in seen if any(a.endswith(f":{port}") for a in each.addresses)), None)

        with came:
            if not came.wait_for(lambda: here() is not None, 20):
                pytest.skip("no multicast on this machine")
            found = here()
        assert found is not None
        return found

    with Finder(world.tenant, heard):
        room.start(announced=True)
        assert wait_for(room.url).hub == room.device
        room.kill()
        room.start(port=0, announced=True)
        assert wait_for(room.url).hub == room.device
