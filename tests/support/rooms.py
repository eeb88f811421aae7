"""A room hub of a ``World``: joined by a code, named in the roster, with a line to the office and its own."""

from __future__ import annotations

import copy
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import Connection, select
from support.laptop import Laptop, Line
from support.world import ServedApp, World

from sync.engine import enrolment
from sync.hub import tables
from sync.hub.app import build_app
from sync.hub.hub import Hub, open_hub
from sync.hub.stored import kept
from sync.model.ids import DeviceId, MeetingId
from sync.model.people import Role
from sync.room.joining import join
from sync.room.office_line import Met, OfficeLine
from sync.wire.messages import ExchangeReply


@dataclass
class Room:
    """Its laptops are views of the world's: one chain, another line, token and cursor."""

    world: World
    folder: Path
    device: DeviceId
    hub: Hub = field(init=False)
    served: ServedApp = field(init=False)
    line: OfficeLine = field(init=False)

    def start(self) -> Room:
        """Serve, without TLS on the loopback."""
        self.hub = open_hub(self.folder, tls=False, clock=self.world.clock)
        self.served = ServedApp(build_app(self.hub), self.hub.live.close)
        self.line = OfficeLine(self.hub)
        return self

    def stop(self) -> None:
        """Let go of everything; what is on disk stays."""
        self.line.close()
        self.served.stop()
        self.hub.close()

    def meet(self) -> Met:
        """Everything up and down."""
        return self.line.meet()

    def seat(self, laptop: Laptop) -> Laptop:
        """That laptop as the room hub sees it. Acts are made by the laptop itself."""
        view = copy.copy(laptop)
        view.line = Line(self.served.url, self.world.office.ca_path)
        view.hub, view.token = self.device, ""
        view.forget()
        return view


def add_room(world: World, name: str = "Phòng họp lớn") -> Room:
    """One more room hub, named in a new roster, which carries nothing yet."""
    person = world.office.add(name, Role.ROOM_HUB)
    found = enrolment.contact(world.office.invite(person, world.served.url))
    folder = world.office.folder.parent / f"room-{person}"
    device = join(folder, found, world.clock)
    world.office.sign_roster()
    return Room(world, folder, device).start()


def carrying(world: World, *meetings: MeetingId) -> Room:
    """A room hub that has these meetings already."""
    room = add_room(world)
    world.office.carry(room.device, *meetings)
    room.meet()
    return room


def stand(hub: Hub) -> dict[str, object]:
    """What a hub has of motions, ballots and entries, to be compared with another hub's."""
    with hub.database.read() as connection:
        return {
            "motions": _rows(connection, "motions", ("head",)),
            "ballots": _rows(connection, "ballots", ()),
            "entries": _rows(connection, "entries", ()),
            "entered": _rows(connection, "entered", ()),
            "events": {
                (row.id, row.kind, row.person, kept(row.envelope))
                for row in connection.execute(select(tables.events))
                if row.kind not in {"packet", "key", "device", "voting", "ready", "fork"}
            },
        }


def deliveries(hub: Hub) -> list[tuple[object, ...]]:
    """To whom each event goes, in no order; twice the same would be seen."""
    table = tables.deliveries.c
    with hub.database.read() as connection:
        rows = connection.execute(
            select(table.event, table.audience, table.person).where(table.event.is_not(None))
        )
        return sorted(tuple(str(each) for each in row) for row in rows)


def kinds(replies: Iterable[ExchangeReply]) -> list[str]:
    """What events came, by the kind of their envelopes."""
    return [each.envelope.kind.value for reply in replies for each in reply.events]


def _rows(connection: Connection, name: str, without: tuple[str, ...]) -> set[tuple[object, ...]]:
    table = tables.metadata.tables[name]
    columns = [column for column in table.c if column.name not in without]
    return {tuple(row) for row in connection.execute(select(*columns))}
