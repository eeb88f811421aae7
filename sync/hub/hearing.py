"""When, and by which way, laptops were last heard of: what the desk is told of it, and rooms tell the office.

What a laptop said itself over the line is in ``contacts``; what sticks and room hubs brought is a row of
``heard``. Times and ways only: nothing here knows what was said.
"""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, func, insert, or_, select, update

from sync.hub import tables
from sync.hub.hub import Hub
from sync.model.ids import DeviceId, PersonId
from sync.wire.desk import LONG_AGO, Contact, Way

_devices, _heard = tables.devices.c, tables.heard


def told(hub: Hub, connection: Connection, since: int, now: int) -> tuple[Contact, ...]:
    """Laptops in use that were heard of since (milliseconds). A room hub tells all: what it holds of a
    laptop's may be at the office by now."""
    if not hub.recorder.is_room:
        return (*_by_line(hub, connection, since, now), *_others(connection, since, now))
    up = connection.execute(select(tables.office_line.c.up)).scalar_one_or_none() or 0
    return with_held(_of_room(hub, connection, 0, now), held(connection, up))


def of_room(hub: Hub, connection: Connection, since: int, now: int, up: int) -> tuple[Contact, ...]:
    """What a room hub tells its office: of laptops heard of since, ``up`` being all of the acts that it has
    said by then."""
    return with_held(_of_room(hub, connection, since, now), held(connection, up))


def held(connection: Connection, up: int) -> frozenset[DeviceId]:
    """Laptops of which a room hub has something that came after ``up``."""
    relays = tables.relays.c
    rows = connection.execute(select(relays.device).where(relays.seq > up).distinct())
    return frozenset(map(DeviceId, rows.scalars()))


def with_held(contacts: Iterable[Contact], devices: frozenset[DeviceId]) -> tuple[Contact, ...]:
    """The same, each saying whether something of the laptop's is held."""
    return tuple(
        Contact(one.person, one.device, one.ago, one.via, one.room, one.device in devices) for one in contacts
    )


def note_stick(connection: Connection, device: DeviceId, now: int) -> None:
    """Something that this laptop wrote to a stick was brought here."""
    _note(connection, device, Way.USB, "", now, now)


def note_room(connection: Connection, room: DeviceId, contacts: Iterable[Contact], now: int) -> None:
    """A room hub's word on when it heard of laptops. What it says of laptops that are not known here, or of
    other room hubs, is passed over."""
    for one in contacts:
        known = connection.execute(select(_devices.id).where(_devices.id == one.device)).first()
        if known is not None and one.room == room and one.via is not Way.HUB:
            _note(connection, one.device, one.via, one.room, now - one.ago, now, held=one.held)


def _note(
    connection: Connection, device: DeviceId, via: Way, room: str, at: int, now: int, *, held: bool = False
) -> None:
    table = _heard.c
    which = (table.device == device, table.via == via, table.room == room)
    row = connection.execute(select(table.at).where(*which)).one_or_none()
    if row is None:
        values = {"device": device, "via": via, "room": room, "at": at, "noted": now, "held": held}
        connection.execute(insert(_heard).values(**values))
    elif at >= row.at:  # an older word came later, by another way
        connection.execute(update(_heard).where(*which).values(at=at, noted=now, held=held))


def _of_room(hub: Hub, connection: Connection, since: int, now: int) -> Iterable[Contact]:
    room = hub.recorder.hub
    for one in _by_line(hub, connection, since, now):
        yield Contact(one.person, one.device, one.ago, Way.ROOM, room)
    for one in _others(connection, since, now):
        yield Contact(one.person, one.device, one.ago, one.via, room)


def _by_line(hub: Hub, connection: Connection, since: int, now: int) -> list[Contact]:
    """What this hub has heard itself; at the office a laptop's enrolment is the first of it."""
    first = _devices.enrolled if not hub.recorder.is_room else _devices.seen
    lately = {device: at for device, at in hub.contacts.unwritten().items() if at >= since}
    rows = connection.execute(
        select(_devices.id, _devices.person, func.coalesce(_devices.seen, first).label("seen"))
        .where(
            _devices.revoked.is_(None), or_(_devices.seen >= since, first >= since, _devices.id.in_(lately))
        )
        .order_by(_devices.id)
    )
    found = [(row, lately.get(DeviceId(row.id), row.seen)) for row in rows]
    return [
        Contact(PersonId(row.person), DeviceId(row.id), _ago(at, now), Way.HUB)
        for row, at in found
        if at is not None
    ]


def _others(connection: Connection, since: int, now: int) -> list[Contact]:
    """What sticks and room hubs have brought."""
    table = _heard.c
    rows = connection.execute(
        select(_devices.id, _devices.person, table.at, table.via, table.room, table.held)
        .join(_heard, table.device == _devices.id)
        .where(_devices.revoked.is_(None), table.noted >= since)
        .order_by(_devices.id, table.via, table.room)
    )
    return [
        Contact(
            person=PersonId(row.person),
            device=DeviceId(row.id),
            ago=_ago(row.at, now),
            via=Way(row.via),
            room=DeviceId(row.room),
            held=row.held,
        )
        for row in rows
    ]


def _ago(at: int, now: int) -> int:
    return min(max(0, now - at), LONG_AGO)
