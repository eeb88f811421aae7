"""The office of the simulator with a room hub beside its own: the same laptops, two lines each."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from unittest.mock import patch

import msgspec
from simulator.laptop import Killed, Laptop
from simulator.office import SEALED, Mould, RealHub, Scene
from simulator.wire import Fault, Loop, Wire
from sqlalchemy import Connection, select
from support.meetings import Made
from support.world import ServedApp, drop_empty_folders

from reader.app.laptop import who
from reader.core import library
from sync.engine import enrolment, uploads
from sync.engine.runner import Runner
from sync.engine.status import Wishes
from sync.engine.transport import Transport
from sync.errors import SohopError
from sync.hub import tables
from sync.hub.app import build_app
from sync.model.ids import DeviceId, DocumentId, MeetingId, MotionId
from sync.model.people import Role
from sync.room.joining import join
from sync.room.office_line import OfficeLine
from sync.wire.codec import encode_payload

ROOM = "room"
ADDED = MotionId("mo-added")
"""In every version but the first."""


@dataclass(frozen=True)
class RoomMould:
    """An office whose room hub is signed and has been given its meeting."""

    mould: Mould
    device: DeviceId


def make_room_mould(mould: Mould, folder: Path, loop: Loop) -> RoomMould:
    """Take a room hub into a copy of that office."""
    scene = Scene(mould, folder, loop)
    served = ServedApp(build_app(scene.hub.hub), scene.hub.hub.live.close)
    person = scene.office.add("Phòng họp", Role.ROOM_HUB)
    found = enrolment.contact(scene.office.invite(person, served.url))
    device = join(folder / ROOM, found, scene.clock)
    scene.office.sign_roster()
    scene.office.carry(device, scene.meeting)
    served.stop()
    room = RealHub(folder / ROOM, scene.clock)
    _meet(room, Wire(loop, scene.hub))
    room.stop()
    scene.quiesce()
    scene.shut()
    drop_empty_folders(scene.office)
    return RoomMould(replace(mould, folder=folder, now=scene.clock.time), device)


class RoomScene(Scene):
    """One story in which the office may be out of reach."""

    def __init__(self, made: RoomMould, folder: Path, loop: Loop) -> None:
        super().__init__(made.mould, folder, loop)
        self.device = made.device
        self.room = RealHub(folder / ROOM, self.clock)
        self.line = Wire(loop, self.hub)
        self.seats = {
            name: Seat(laptop, self.room, made.device, loop) for name, laptop in self.laptops.items()
        }

    def make_next(self, content: dict[DocumentId, bytes]) -> Made:
        """With one motion more, which the office records."""
        made = super().make_next(content)
        del self.made[made.digest]
        added = msgspec.structs.replace(
            next(one for one in made.manifest.motions if one.id == SEALED), id=ADDED
        )
        manifest = msgspec.structs.replace(made.manifest, motions=(*made.manifest.motions, added))
        payload = encode_payload(manifest)
        made = replace(made, manifest=manifest, payload=payload, blobs=(*made.blobs[:-1], payload))
        self.made[made.digest] = made
        return made

    def meet(self, faults: Sequence[Fault] = ()) -> None:
        """The room hub meets the office's, as far as the line allows."""
        self.line.faults, self.line.asked = list(faults), 0
        with suppress(SohopError):
            _meet(self.room, self.line)
        self.line.faults = []

    def meet_and_die(self, after: int) -> None:
        """They meet, and the room hub dies before it keeps what is its so-many-th to keep."""
        database = self.room.hub.database
        write, left = database.write, [after]

        @contextmanager
        def dying() -> Iterator[Connection]:
            with write() as connection:
                yield connection
                left[0] -= 1
                if left[0] < 0:
                    raise ConnectionAbortedError("killed before the commit")

        with patch.object(database, "write", dying), suppress(ConnectionAbortedError):
            self.meet()
        self.room.kill()

    def quiesce_all(self, rounds: int = 14) -> None:
        """Good lines everywhere until nothing moves any more."""
        before: object = None
        for laptop in self.laptops.values():
            laptop.waited += 10_000
        for _ in range(rounds):
            for name, laptop in self.laptops.items():
                laptop.sync()
                self.seats[name].sync()
                laptop.report()
            self.meet()
            now = [laptop.standing() for laptop in self.laptops.values()], _standing(self.room)
            if now == before:
                return
            before = now
        raise AssertionError(f"after {rounds} rounds it still moves")

    def quiesce(self, rounds: int = 14) -> None:
        """Good lines everywhere, once there is a room."""
        if hasattr(self, "seats"):
            self.quiesce_all(rounds)
        else:
            super().quiesce(rounds)

    def shut(self) -> None:
        """End all programs."""
        for seat in getattr(self, "seats", {}).values():
            seat.runner.stop()
        super().shut()
        if self.room.running:
            self.room.stop()

    def close(self) -> None:
        """End all programs and clear up."""
        self.shut()
        shutil.rmtree(self.folder, ignore_errors=True)


class Seat:
    """A laptop's line to the room hub; its vault is the laptop's."""

    def __init__(self, laptop: Laptop, room: RealHub, device: DeviceId, loop: Loop) -> None:
        self.laptop = laptop
        self.wire = Wire(loop, room)
        self._device = device
        self._begin()

    def _begin(self) -> None:
        laptop = self.laptop
        self.runner = Runner(
            Transport("http://127.0.0.1:9", "", adapter=self.wire),
            who(laptop.book),
            laptop.book.sign,
            lambda work: work(laptop.vault),
            Wishes(order=lambda: library.order(laptop.book)),
            laptop._happened,
            laptop.now,
            hub=self._device,
        )
        self._of = laptop.vault

    def sync(self, faults: Sequence[Fault] = (), *, dies_after: int | None = None) -> bool:
        """One round with the room hub, as ``Laptop.sync`` with the office."""
        if self._of is not self.laptop.vault:  # the program was started again
            self._begin()
        self.wire.faults, self.wire.asked = list(faults), 0
        self.laptop.refused.clear()
        try:
            if dies_after is not None:
                self.laptop._die_after(dies_after)
            status = self.runner.round()
        except Killed:
            self.laptop.kill()
            return False
        finally:
            self.wire.faults = []
            self.laptop._live_on()
        return status.online is True


def doubled(hub: RealHub) -> list[tuple[object, ...]]:
    """Deliveries of one event to the same people twice."""
    table = tables.deliveries.c
    with hub.hub.database.read() as connection:
        rows = connection.execute(
            select(table.event, table.audience, table.person).where(table.event.is_not(None))
        ).all()
    found = [tuple(row) for row in rows]
    return [row for row in set(found) if found.count(row) > 1]


def log_of(hub: RealHub, motion: str) -> list[tuple[object, ...]]:
    """A motion's log."""
    table = tables.ballots.c
    with hub.hub.database.read() as connection:
        rows = connection.execute(
            select(table.place, table.id, table.leaf, table.late, table.revoked)
            .where(table.motion == motion)
            .order_by(table.place)
        )
        return [tuple(row) for row in rows]


def motion_of(hub: RealHub, motion: str) -> dict[str, object]:
    """How a motion stands."""
    table = tables.motions
    with hub.hub.database.read() as connection:
        row = connection.execute(select(table).where(table.c.id == motion)).one()
    return dict(row._mapping)


def meetings_acts(laptop: Laptop, meeting: MeetingId) -> set[str]:
    """Acts of the meeting on a laptop."""
    rows = laptop._database.all("SELECT id FROM event WHERE meeting = ?", (meeting,))
    return {row[0] for row in rows}


def _meet(room: RealHub, wire: Wire) -> None:
    """Who uploads tries again without a pause: the story's faults are used up by requests, not by time."""
    line = OfficeLine(room.hub, adapter=wire)
    try:
        with patch.object(uploads, "back_off", lambda failures, jitter, code: 0.0):
            line.meet()
    finally:
        line.close()


def _standing(room: RealHub) -> object:
    with room.hub.database.read() as connection:
        line = connection.execute(select(tables.office_line)).one()
    return line.up, line.carried
