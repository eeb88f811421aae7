"""A hub inside the test's own process, with a clock the test holds, and an office of enrolled people."""

from __future__ import annotations

import asyncio
import shutil
import socket
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

import msgspec
from sqlalchemy import Connection, insert
from starlette.types import ASGIApp
from support.laptop import Laptop, Line
from support.meetings import Made

from sync.hub import rosters, tables
from sync.hub.app import build_app
from sync.hub.hub import Hub, open_hub
from sync.hub.keys import read_root
from sync.hub.serve import Server, listen, quiet
from sync.hub.stored import keep
from sync.model.events import ApprovePacket, CastBallot, PublishPacket, SubmitPacket
from sync.model.ids import MotionId, PersonId, TenantId
from sync.model.people import Role
from sync.wire.codec import encode_payload
from sync.wire.envelope import Kind, seal
from sync.wire.messages import Receipt
from sync.wire.statements import ROOT
from tools.office import Office, make_office

FAR = 10**6


class Clock:
    """The hub's clock, moved by the test."""

    def __init__(self) -> None:
        self.ahead = 0.0
        self._still: float | None = None

    def __call__(self) -> float:
        return (time.time() if self._still is None else self._still) + self.ahead

    def stand_still(self) -> None:
        """From here on only ``ahead`` moves it."""
        self._still = time.time()

    def now(self) -> datetime:
        return datetime.fromtimestamp(self(), UTC)


class _Prompt(Server):
    """Looks more often whether it is to stop: a test waits for that in its end."""

    async def main_loop(self) -> None:
        """As uvicorn does it, ten times as often."""
        while not await self.on_tick(0):
            await asyncio.sleep(0.01)

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """As uvicorn does it, without the tenth of a second that it gives idle connections."""
        self._stopping()
        for one in (*self.servers, *(sockets or ())):
            one.close()
        for line in list(self.server_state.connections):
            line.shutdown()
        await asyncio.sleep(0.01)
        await self._wait_tasks_to_complete()
        await self.lifespan.shutdown()


class ServedApp:
    """uvicorn in a thread on a free port."""

    def __init__(self, app: ASGIApp, stopping: Callable[[], None] = lambda: None) -> None:
        self._socket = listen("127.0.0.1", 0)
        self.url = f"http://127.0.0.1:{self._socket.getsockname()[1]}"
        self._server = _Prompt(quiet(app), lambda: None, stopping)
        self._thread = threading.Thread(target=self._server.run, args=([self._socket],))
        self._thread.start()

    def stop(self) -> None:
        self._server.should_exit = True
        self._thread.join(30)
        self._socket.close()


@dataclass
class World:
    """An office with two delegates, a guest and its desk, all enrolled, and a packet when published."""

    office: Office
    hub: Hub
    clock: Clock
    served: ServedApp
    secretary: Laptop
    approver: Laptop
    chair: Laptop
    lan: Laptop
    minh: Laptop
    guest: Laptop

    @property
    def tenant(self) -> TenantId:
        return self.hub.recorder.tenant

    @property
    def laptops(self) -> tuple[Laptop, ...]:
        return (self.secretary, self.approver, self.chair, self.lan, self.minh, self.guest)

    @property
    def roll(self) -> list[PersonId]:
        """The two delegates."""
        return [self.lan.cert.person, self.minh.cert.person]

    def enrol(self, person: PersonId) -> Laptop:
        """One more laptop of a person."""
        return enrol(self.office, self.served.url, person)

    def upload(self, packet: Made) -> None:
        """The secretary sends what the hub lacks."""
        self.secretary.sign_in()
        self.secretary.upload(packet.blobs)

    def submit(self, packet: Made) -> Receipt:
        """Upload and submit."""
        self.upload(packet)
        return self.secretary.act(packet.meeting, submission(self.secretary, packet))

    def approve(self, packet: Made) -> Receipt:
        """The approver signs."""
        body = ApprovePacket(manifest=packet.digest, signature=self.approver.sign_manifest(packet.payload))
        return self.approver.act(packet.meeting, body)

    def publish(self, packet: Made) -> Made:
        """Submit, approve, publish."""
        assert self.submit(packet).accepted
        assert self.approve(packet).accepted
        receipt = self.secretary.act(packet.meeting, PublishPacket(manifest=packet.digest))
        assert receipt.accepted, receipt
        return packet

    def close(self) -> None:
        for laptop in self.laptops:
            laptop.close()
        self.served.stop()
        self.hub.close()


_PEOPLE = {
    "secretary": ("Trần Thị Thu", Role.SECRETARY),
    "approver": ("Lê Văn Duyệt", Role.APPROVER),
    "chair": ("Phạm Văn Chủ", Role.CHAIR),
    "lan": ("Nguyễn Thị Lan", Role.DELEGATE),
    "minh": ("Đỗ Văn Minh", Role.DELEGATE),
    "guest": ("Hoàng Khách", Role.GUEST),
}


@dataclass(frozen=True)
class Mould:
    """An office with everybody enrolled and on the roster, not running: made once, copied for each test."""

    office: Office
    laptops: dict[str, Laptop]


def make_mould(parent: Path) -> Mould:
    """A new office with its people."""
    office = make_office(parent)
    hub = open_hub(office.folder, tls=False)
    served = ServedApp(build_app(hub), hub.live.close)
    laptops = {
        name: enrol(office, served.url, office.add(full_name, role))
        for name, (full_name, role) in _PEOPLE.items()
    }
    office.sign_roster()
    for laptop in laptops.values():
        laptop.close()
    served.stop()
    hub.close()
    drop_empty_folders(office)
    return Mould(office, laptops)


def make_world(parent: Path, mould: Mould, change: Callable[[ASGIApp], ASGIApp] = lambda app: app) -> World:
    """A copy of that office, served on the loopback without TLS."""
    office = copy_office(mould.office, parent)
    clock = Clock()
    hub = open_hub(office.folder, tls=False, clock=clock)
    served = ServedApp(change(build_app(hub)), hub.live.close)
    laptops = {
        name: Laptop(Line(served.url, office.ca_path), each.tenant, each.key, each.enrolled)
        for name, each in mould.laptops.items()
    }
    return World(office=office, hub=hub, clock=clock, served=served, **laptops)


def drop_empty_folders(office: Office) -> None:
    """Those for blobs: 256 of them took longer to copy than all the rest; one that is needed is made."""
    for empty in (office.folder / "blobs").glob("??"):
        with suppress(OSError):
            empty.rmdir()


def copy_office(office: Office, parent: Path) -> Office:
    """A copy of an office whose hub is not running."""
    copy = replace(office, folder=parent / office.folder.name, root_file=parent / office.root_file.name)
    shutil.copytree(office.folder, copy.folder)
    shutil.copy2(office.root_file, copy.root_file)
    return copy


def enrol(office: Office, url: str, person: PersonId) -> Laptop:
    """Invite and enrol."""
    return Laptop.enrol(url, office.ca_path, office.invite(person, url))


def submission(laptop: Laptop, packet: Made) -> SubmitPacket:
    """The secretary's signature as an event's body."""
    return SubmitPacket(manifest=packet.digest, signature=laptop.sign_manifest(packet.payload))


def ballot(packet: Made, motion: MotionId, *choices: str, number: int = 1, prev: str = "") -> CastBallot:
    """A ballot on a motion of that packet."""
    return CastBallot(
        motion=motion,
        motion_digest=packet.motion_digest(motion),
        choices=choices,
        ballot_seq=number,
        prev_ballot=prev,
        nonce=f"{motion}{number}".ljust(32, "0")[:64],
    )


def sign_roster(world: World, epoch: int, number: int) -> None:
    """What the administrator's program does after a restoration."""
    root = read_root(world.office.root_file, world.office.passphrase)

    def change(connection: Connection, now: int) -> None:
        newest, _ = rosters.newest(connection)
        roster = msgspec.structs.replace(newest, epoch=epoch, number=number)
        envelope = seal(Kind.ROSTER, root.tenant, encode_payload(roster), ROOT, root.key)
        connection.execute(
            insert(tables.rosters).values(epoch=epoch, number=number, envelope=keep(envelope), signed=now)
        )

    world.hub.ledger.change(change).result()
