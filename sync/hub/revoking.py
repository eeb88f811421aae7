"""A laptop is trusted no more: no new bytes for it, its ballots are recorded and not counted."""

from __future__ import annotations

from sqlalchemy import Connection, delete, select, update

from sync.audit import Audit
from sync.errors import Code, SohopError
from sync.hub import tables, voting_devices
from sync.hub.stored import By, kept_cert, record
from sync.model.ids import DeviceId
from sync.wire.statements import DeviceCert


def revoke(connection: Connection, now: int, device: DeviceId, by: By | None = None) -> DeviceCert:
    """In the caller's transaction; again changes nothing. Raises ``SohopError(UNKNOWN_DEVICE)``."""
    devices = tables.devices
    row = connection.execute(select(devices).where(devices.c.id == device)).one_or_none()
    if row is None:
        raise SohopError(Code.UNKNOWN_DEVICE)
    if row.revoked is None:
        connection.execute(update(devices).where(devices.c.id == device).values(revoked=now))
        connection.execute(delete(tables.tokens).where(tables.tokens.c.device == device))
        voting_devices.revoked(connection, now, row.person, device)
        record(connection, now, Audit.REVOKED, person=row.person, device=device, by=by)
    return kept_cert(row.cert)
