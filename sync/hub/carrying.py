"""Which meetings a room hub carries, as the administrator says; in the caller's transaction."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, delete, exists, insert, select

from sync.audit import Audit
from sync.errors import Code, SohopError
from sync.hub import tables
from sync.hub.actors import actor
from sync.hub.stored import By, kept, record
from sync.hub.tables import PacketState
from sync.model.ids import DeviceId, MeetingId
from sync.model.meeting import Manifest
from sync.model.people import Role
from sync.wire.admin import MOST_MEETINGS, MeetingRow
from sync.wire.codec import decode_payload


def carry(
    connection: Connection, now: int, device: DeviceId, meetings: Sequence[MeetingId], by: By | None = None
) -> None:
    """Let it carry these, and no others: whatever it had is replaced.

    Raises ``SohopError(UNKNOWN_DEVICE)`` for what is no room hub, ``PACKET_UNKNOWN`` for a meeting without
    any packet.
    """
    table, packets = tables.room_meetings, tables.packets.c
    if Role.ROOM_HUB not in actor(connection, device).cert.roles:
        raise SohopError(Code.UNKNOWN_DEVICE)
    connection.execute(delete(table).where(table.c.device == device))
    for meeting in dict.fromkeys(meetings):
        if connection.execute(select(packets.meeting).where(packets.meeting == meeting)).first() is None:
            raise SohopError(Code.PACKET_UNKNOWN)
        connection.execute(insert(table).values(device=device, meeting=meeting))
        record(connection, now, Audit.ROOM_CARRIES, device=device, meeting=meeting, by=by)


def carried(connection: Connection) -> dict[str, tuple[MeetingId, ...]]:
    """By room hub."""
    found: dict[str, list[MeetingId]] = {}
    table = tables.room_meetings
    for row in connection.execute(select(table).order_by(table.c.device, table.c.meeting)):
        found.setdefault(row.device, []).append(MeetingId(row.meeting))
    return {device: tuple(meetings) for device, meetings in found.items()}


def open_meetings(connection: Connection, now: int) -> tuple[MeetingRow, ...]:
    """Those whose newest published version may still be read, the latest first: their titles and dates."""
    packets, later = tables.packets.c, tables.packets.alias().c
    over = exists().where(
        later.meeting == packets.meeting, later.version > packets.version, later.published.is_not(None)
    )
    rows = connection.execute(
        select(packets.envelope).where(packets.state == PacketState.PUBLISHED, packets.lease > now, ~over)
    ).scalars()
    meetings = [decode_payload(kept(row).payload, Manifest).meeting for row in rows]
    newest = sorted(meetings, key=lambda one: one.starts, reverse=True)[:MOST_MEETINGS]
    return tuple(MeetingRow(meeting=one.id, title=one.title, starts=one.starts) for one in newest)
