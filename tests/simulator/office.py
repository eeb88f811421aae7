"""An office in a folder: the real hub and four real laptops. Made once, copied for every story."""

from __future__ import annotations

import random
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import partial
from pathlib import Path

import msgspec
from simulator.again import Clock, same_again
from simulator.laptop import Laptop
from simulator.wire import Loop
from sqlalchemy import Connection, event, select
from starlette.types import ASGIApp
from support.asgi import Reply
from support.meetings import Made, make_motion, make_packet
from support.world import ServedApp, drop_empty_folders

from reader.core import enrolling, preparing
from reader.store import keys
from reader.store.header import FLOOR_KIB
from sync.engine import enrolment
from sync.engine.transfers import LONGEST_REST_S
from sync.hub import tables
from sync.hub.app import build_app
from sync.hub.hub import Hub, open_hub
from sync.model.events import ApprovePacket, PublishPacket, SubmitPacket
from sync.model.ids import Digest, DocumentId, ItemId, MeetingId, MotionId, PersonId, TenantId
from sync.model.motion import Motion
from sync.model.people import Role
from sync.model.rules import Timing
from sync.wire.codec import encode_payload
from tools.office import Office, make_office

PASSPHRASE = "một câu đủ dài"
THU, DUYET, LAN, MINH = "thu", "duyet", "lan", "minh"
"""The secretary, who also takes the chair; the approver; two delegates."""
DESK = frozenset({THU, DUYET})
PEOPLE = {
    THU: ("Trần Thị Thu", (Role.SECRETARY, Role.CHAIR)),
    DUYET: ("Lê Văn Duyệt", (Role.APPROVER,)),
    LAN: ("Nguyễn Thị Lan", (Role.DELEGATE,)),
    MINH: ("Đỗ Văn Minh", (Role.DELEGATE,)),
}
OPEN, SECRET = DocumentId("d-all"), DocumentId("d-secret")
"""A document for everybody, and one for Lan alone."""
OPEN_ITEM, SECRET_ITEM = ItemId(f"i-{OPEN}"), ItemId(f"i-{SECRET}")
"""The items that they belong to."""
STRICT, SEALED = MotionId("mo-strict"), MotionId("mo-sealed")


@dataclass(frozen=True)
class Mould:
    """What offices are cast from. ``keys`` open the vaults without Argon2id."""

    folder: Path
    tenant: TenantId
    people: dict[str, PersonId]
    keys: dict[str, bytes]
    motions: tuple[Motion, ...]
    made: dict[Digest, Made]
    """Version 1, which everybody has."""
    now: float
    """When all of this was done."""


class HubClock:
    """The hub's own clock, wrong by ``ahead`` seconds."""

    def __init__(self, clock: Clock) -> None:
        self.ahead = 0.0
        self._clock = clock

    def __call__(self) -> float:
        return self._clock() + self.ahead


class RealHub:
    """The real hub in its folder, without a server: it can be killed, and its commits broken."""

    def __init__(self, folder: Path, clock: Clock) -> None:
        self.folder = folder
        self.clock = HubClock(clock)
        self.kills = 0
        self._hub: Hub | None = None
        self._app: ASGIApp | None = None
        self.start()

    @property
    def app(self) -> ASGIApp:
        """What answers now."""
        assert self._app is not None
        return self._app

    @property
    def hub(self) -> Hub:
        """The open hub."""
        assert self._hub is not None
        return self._hub

    @property
    def running(self) -> bool:
        """Whether it is open."""
        return self._hub is not None

    def start(self) -> None:
        self._hub = open_hub(self.folder, tls=False, clock=self.clock)
        for engine in (self._hub.database._reading, self._hub.database._writing):
            event.listen(engine, "checkout", _without_waiting)
        self._app = build_app(self._hub)

    def stop(self) -> None:
        self.hub.close()
        self._hub = self._app = None

    def kill(self) -> None:
        """All that was not committed is gone, and all that it knew by heart."""
        self.kills += 1
        self.stop()
        self.start()

    def break_next_commit(self) -> None:
        """Once; what was written is rolled back, as a log without its commit is when a database is opened."""
        database = self.hub.database
        write = database.write

        @contextmanager
        def broken() -> Iterator[Connection]:
            del database.write
            with write() as connection:
                yield connection
                raise ConnectionAbortedError("killed before the commit")

        database.write = broken


def _without_waiting(connection: sqlite3.Connection, *_: object) -> None:
    """Nobody cuts this machine's power."""
    connection.execute("PRAGMA synchronous=OFF")


class Scene:
    """One office with its hub and laptops, in a folder of its own."""

    def __init__(self, mould: Mould, folder: Path, loop: Loop) -> None:
        shutil.copytree(mould.folder, folder, symlinks=True)
        self.folder = folder
        self.mould = mould
        self.clock = Clock(mould.now)
        self.office = Office(folder / "hub", folder / "root.key", clock=self.clock)
        self.hub = RealHub(self.office.folder, self.clock)
        self.heard: list[tuple[str, bytes]] = []
        """Every reply to an exchange, with the laptop it was for: a lying hub may repeat itself."""
        self.cut_off: set[str] = set()
        """Revoked laptops."""
        self.leaks: list[str] = []
        """What the hub gave to a laptop that it had revoked."""
        self.laptops = {
            name: Laptop(name, folder / name, mould.keys[name], loop, self.hub, self.clock) for name in PEOPLE
        }
        for name, laptop in self.laptops.items():
            laptop.wire.heard = partial(self._heard, name)
        self.made = dict(mould.made)
        """Every packet that was ever made, by its manifest."""

    @property
    def thu(self) -> Laptop:
        return self.laptops[THU]

    @property
    def duyet(self) -> Laptop:
        return self.laptops[DUYET]

    @property
    def lan(self) -> Laptop:
        return self.laptops[LAN]

    @property
    def minh(self) -> Laptop:
        return self.laptops[MINH]

    @property
    def meeting(self) -> MeetingId:
        """The one meeting of this office."""
        return next(iter(self.made.values())).meeting

    def make(self, content: dict[DocumentId, bytes], previous: Made | None) -> Made:
        """The next version of the packet."""
        people = self.mould.people
        made = make_packet(
            self.mould.tenant,
            [people[LAN], people[MINH]],
            readers=[people[LAN], people[MINH]],
            motions=self.mould.motions,
            previous=previous,
            restricted={str(SECRET): [people[LAN]]},
            content=content,
            now=self.clock.now(),
        )
        self.made[made.digest] = made
        return made

    def make_next(self, content: dict[DocumentId, bytes]) -> Made:
        """The version that the secretary's laptop would make now."""
        version, follows = preparing.previous(self.thu.book, self.meeting)
        made = self.make(content, next(iter(self.made.values())))
        del self.made[made.digest]
        manifest = msgspec.structs.replace(made.manifest, version=version + 1, previous=follows)
        payload = encode_payload(manifest)
        made = replace(made, manifest=manifest, payload=payload, blobs=(*made.blobs[:-1], payload))
        self.made[made.digest] = made
        return made

    def submit(self, made: Made) -> None:
        """The secretary brings it to the hub, on a good line."""
        self.hub.hub.blobs.put(made.blobs)
        signature = self.thu.book.sign_manifest(made.payload)
        self.thu.book.act(made.meeting, SubmitPacket(manifest=made.digest, signature=signature))
        self.thu.sync()

    def approve(self, made: Made) -> None:
        """The approver signs it, on a good line."""
        signature = self.duyet.book.sign_manifest(made.payload)
        self.duyet.book.act(made.meeting, ApprovePacket(manifest=made.digest, signature=signature))
        self.duyet.sync()

    def publish(self, made: Made) -> None:
        """The secretary's word waits in her laptop."""
        self.thu.book.act(made.meeting, PublishPacket(manifest=made.digest))

    def newest(self) -> Made | None:
        """The newest version that was ever published at the hub."""
        packets = tables.packets.c
        with self.hub.hub.database.read() as connection:
            found = connection.execute(
                select(packets.manifest)
                .where(packets.published.is_not(None))
                .order_by(packets.version.desc())
            ).scalars()
            name = found.first()
        return None if name is None else self.made[Digest(name)]

    def back_up_hub(self, name: str = "hub.copy") -> Path:
        """A copy of the hub's folder, taken while it stands still."""
        copy = self.folder / name
        self.hub.stop()
        shutil.rmtree(copy, ignore_errors=True)
        shutil.copytree(self.office.folder, copy)
        self.hub.start()
        return copy

    def put_hub_back(self, copy: Path, *, keep_blobs: bool = True, said: bool = True) -> None:
        """Restore the hub from a copy. ``said``: its administrator begins a new epoch, as is right."""
        self.hub.stop()
        folder = self.office.folder
        if keep_blobs:
            shutil.copytree(folder / "blobs", copy / "blobs", dirs_exist_ok=True)
        shutil.rmtree(folder)
        shutil.copytree(copy, folder)
        if said:
            self._say_restored()
        self.hub.start()

    def new_epoch(self) -> None:
        """The administrator heals what a lie has left."""
        self.hub.stop()
        self._say_restored()
        self.hub.start()

    def quiesce(self, rounds: int = 12) -> None:
        """Good lines until nothing moves any more, after an hour in which nobody did anything."""
        before: object = None
        for laptop in self.laptops.values():
            laptop.waited += LONGEST_REST_S
        for _ in range(rounds):
            for laptop in self.laptops.values():
                laptop.sync()
                laptop.report()
            now = [laptop.standing() for laptop in self.laptops.values()]
            if now == before:
                return
            before = now
        raise AssertionError(f"after {rounds} rounds it still moves: {before}")

    def shut(self) -> None:
        """End all programs."""
        for laptop in self.laptops.values():
            laptop.close()
        if self.hub.running:
            self.hub.stop()

    def close(self) -> None:
        """End all programs and clear up."""
        self.shut()
        shutil.rmtree(self.folder, ignore_errors=True)

    def _say_restored(self) -> None:
        """Epochs are numbered by the minute, and nobody puts a hub back twice in one."""
        self.clock.time += 60
        self.office.restored()

    def _heard(self, name: str, path: str, answer: Reply) -> None:
        if answer.status != 200:
            return
        if path == "/v1/exchange":
            self.heard.append((name, answer.body))
            del self.heard[:-60]
        elif path == "/v1/chunks" and name in self.cut_off:
            self.leaks.append(name)


def make_mould(parent: Path, loop: Loop) -> Mould:
    """Found the office, enrol everybody, publish the first version and let all of them fetch it."""
    with same_again():
        founded = _found(parent / "founded")
        scene = Scene(founded, parent / "mould", loop)
        made = scene.make(first_content(), None)
        scene.submit(made)
        scene.approve(made)
        scene.publish(made)
        scene.quiesce()
        scene.shut()
    drop_empty_folders(scene.office)
    return replace(founded, folder=scene.folder, made=scene.made, now=scene.clock.time)


def first_content() -> dict[DocumentId, bytes]:
    """What version 1 says."""
    chance = random.Random(1)
    return {OPEN: chance.randbytes(50_000), SECRET: chance.randbytes(20_000)}


def _found(folder: Path) -> Mould:
    folder.mkdir()
    clock = Clock()
    office = make_office(folder, clock=clock)
    hub = open_hub(office.folder, tls=False, clock=clock)
    served = ServedApp(build_app(hub), hub.live.close)
    people, opened = {}, {}
    for name, (full, roles) in PEOPLE.items():
        people[name] = office.add(full, *roles)
        found = enrolment.contact(office.invite(people[name], served.url))
        join = partial(enrolment.enrol, found)
        book, _ = enrolling.create(folder / name, PASSPHRASE, found, join, memory_kib=FLOOR_KIB)
        book.vault.close()
        opened[name] = keys.unlock(folder / name, PASSPHRASE, clock)
    office.sign_roster()
    served.stop()
    hub.close()
    motions = (
        make_motion(Timing.STRICT, motion_id=STRICT),
        make_motion(
            motion_id=SEALED,
            opens=clock.now() - timedelta(days=1),
            until=clock.now() + timedelta(days=1),
        ),
    )
    return Mould(folder, hub.recorder.tenant, people, opened, motions, {}, clock.time)
