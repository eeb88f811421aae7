"""How far a recall got, device by device: told, destroyed, or never reached. For the desk."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, exists, func, insert, select, tuple_, update

from sync.hub import tables
from sync.hub.tables import To
from sync.model.ids import DeviceId, MeetingId
from sync.wire.desk import Reach

Recalled = tuple[MeetingId, int]
"""A meeting, and the version up to which its packet was recalled."""

_MOST = 1_000
"""Recalls in one reply."""

_reaches = tables.reaches


def reached(connection: Connection, changed: Iterable[MeetingId] = ()) -> tuple[Reach, ...]:
    """Recalls not yet destroyed everywhere, and those of these meetings, which have just changed.

    A device revoked since is not outstanding: it gets no word but that of its revocation, which destroys.
    """
    reaches, devices = tables.reaches.c, tables.devices.c
    standing = exists().where(devices.id == reaches.device, devices.revoked.is_(None))
    recalls = select(reaches.meeting, reaches.version).distinct().limit(_MOST)
    wanted = {
        (MeetingId(row.meeting), int(row.version))
        for which in (reaches.destroyed.is_(None) & standing, reaches.meeting.in_(list(changed)))
        for row in connection.execute(recalls.where(which))
    }
    return tuple(_reach(connection, *recalled) for recalled in sorted(wanted)[:_MOST])


def untold(connection: Connection, device: DeviceId, handed: Sequence[Recalled]) -> list[Recalled]:
    """Those of the recalls handed out that this device had not been told."""
    if not handed:
        return []
    rows = connection.execute(
        select(_reaches.c.meeting, _reaches.c.version).where(
            _reaches.c.device == device,
            tuple_(_reaches.c.meeting, _reaches.c.version).in_(handed),
            _reaches.c.told.is_(None),
        )
    )
    return [(MeetingId(row.meeting), row.version) for row in rows]


def note_told(device: DeviceId, recalls: Sequence[Recalled], connection: Connection, now: int) -> None:
    """These recalls are being handed to the device; the desk is to look again."""
    connection.execute(
        update(_reaches)
        .where(_reaches.c.device == device, tuple_(_reaches.c.meeting, _reaches.c.version).in_(recalls))
        .values(told=func.coalesce(_reaches.c.told, now))
    )
    connection.execute(
        insert(tables.deliveries),
        [{"audience": To.DESK, "meeting": meeting} for meeting, _ in recalls],
    )


def note_destroyed(
    connection: Connection, now: int, device: DeviceId, meeting: MeetingId, version: int
) -> bool:
    """Whether this is news."""
    done = connection.execute(
        update(_reaches)
        .where(
            _reaches.c.meeting == meeting,
            _reaches.c.version <= version,
            _reaches.c.device == device,
            _reaches.c.destroyed.is_(None),
        )
        .values(told=func.coalesce(_reaches.c.told, now), destroyed=now)
    )
    return done.rowcount > 0


def _reach(connection: Connection, meeting: MeetingId, version: int) -> Reach:
    reaches, devices = tables.reaches.c, tables.devices.c
    rows = connection.execute(
        select(reaches.device, reaches.told, reaches.destroyed, devices.revoked)
        .join(tables.devices, devices.id == reaches.device)
        .where(reaches.meeting == meeting, reaches.version == version)
        .order_by(reaches.device)
    ).all()
    return Reach(
        meeting=meeting,
        version=version,
        told=tuple(row.device for row in rows if row.told is not None),
        destroyed=tuple(row.device for row in rows if row.destroyed is not None),
        outstanding=tuple(row.device for row in rows if row.told is None and row.revoked is None),
    )
