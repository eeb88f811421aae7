"""The newest roster as the hub has it."""

from __future__ import annotations

from sqlalchemy import Connection, select

from sync.hub import tables
from sync.hub.stored import kept
from sync.model.ids import DeviceId
from sync.trust.directory import Directory
from sync.wire.codec import decode_payload
from sync.wire.envelope import Envelope
from sync.wire.statements import Roster


def newest(connection: Connection) -> tuple[Roster, Envelope]:
    """A hub has one from its first moment: number 1, without office devices."""
    table = tables.rosters
    envelope = kept(
        connection.execute(
            select(table.c.envelope).order_by(table.c.epoch.desc(), table.c.number.desc()).limit(1)
        ).scalar_one()
    )
    return decode_payload(envelope.payload, Roster), envelope


def revoked(connection: Connection) -> list[DeviceId]:
    """All devices that are no longer trusted for anything new, in order of id."""
    devices = tables.devices.c
    found = connection.execute(select(devices.id).where(devices.revoked.is_not(None)).order_by(devices.id))
    return [DeviceId(device) for device in found.scalars()]


def directory(connection: Connection) -> Directory:
    """Whom the hub believes now: the roster's office devices but those revoked since it was signed."""
    roster, _ = newest(connection)
    gone = set(revoked(connection))
    standing = Roster(
        tenant=roster.tenant,
        name=roster.name,
        term=roster.term,
        number=roster.number,
        issued=roster.issued,
        online_key=roster.online_key,
        office=tuple(cert for cert in roster.office if cert.device not in gone),
        retired=roster.retired,
    )
    return Directory(standing)
