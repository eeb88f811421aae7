"""Who a device is at this moment: its person and roles, and whether it may act."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Connection, Row, bindparam, select

from sync.errors import Code, SohopError
from sync.hub import tables
from sync.hub.stored import kept_cert
from sync.model.ids import DeviceId, EventId, PersonId
from sync.model.people import DESK_ROLES, Role
from sync.wire.statements import DeviceCert

_ONE = select(tables.devices).where(tables.devices.c.id == bindparam("device"))
_SOME = select(tables.devices).where(tables.devices.c.id.in_(bindparam("devices", expanding=True)))


@dataclass(frozen=True)
class Actor:
    """A device as the tables have it. ``listed``: no office device, or one on the newest roster."""

    cert: DeviceCert
    listed: bool
    revoked: bool
    head_seq: int
    head_id: EventId

    @property
    def device(self) -> DeviceId:
        """The device's id."""
        return self.cert.device

    @property
    def person(self) -> PersonId:
        """Whose it is."""
        return self.cert.person

    @property
    def blind(self) -> bool:
        """Whether it gets nothing of any meeting: revoked, or an office device not yet on the roster."""
        return self.revoked or not self.listed

    @property
    def desk(self) -> bool:
        """Whether it belongs to the desk, now."""
        return not self.blind and bool(DESK_ROLES & set(self.cert.roles))

    @property
    def counts(self) -> bool:
        """Whether it may see all ballots of a closed motion: the desk, and tellers."""
        return self.desk or (not self.blind and Role.TELLER in self.cert.roles)

    def need(self, *roles: Role) -> None:
        """Raises ``SohopError(NOT_PERMITTED)`` unless the person has one of these roles."""
        if self.blind or not set(roles) & set(self.cert.roles):
            raise SohopError(Code.NOT_PERMITTED)


def actor(connection: Connection, device: DeviceId) -> Actor:
    """Raises ``SohopError(UNKNOWN_DEVICE)``."""
    row = connection.execute(_ONE, {"device": device}).one_or_none()
    if row is None:
        raise SohopError(Code.UNKNOWN_DEVICE)
    return from_row(row)


def actors(connection: Connection, devices: Iterable[DeviceId]) -> dict[DeviceId, Actor]:
    """Those of these that are known; at most some hundred."""
    rows = connection.execute(_SOME, {"devices": list(devices)}).all()
    return {DeviceId(row.id): from_row(row) for row in rows}


def from_row(row: Row[tuple[object, ...]]) -> Actor:
    """The actor of one row of ``devices``."""
    return Actor(
        cert=kept_cert(row.cert),
        listed=not row.office or row.roster is not None,
        revoked=row.revoked is not None,
        head_seq=row.head_seq,
        head_id=EventId(row.head_id),
    )
