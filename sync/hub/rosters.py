"""Rosters and roots as the hub has them: what the office's root key has signed."""

from __future__ import annotations

from msgspec.structs import replace
from sqlalchemy import Connection, func, select

from sync.hub import tables
from sync.hub.stored import kept
from sync.model.ids import DeviceId
from sync.trust.directory import Directory
from sync.wire.codec import decode_payload
from sync.wire.envelope import Envelope
from sync.wire.statements import Roster

FIRST_EPOCH = 1
_MOST_ROOTS = 64
"""In one reply."""

_newest = tables.rosters.c.epoch.desc(), tables.rosters.c.number.desc()


def newest(connection: Connection) -> tuple[Roster, Envelope]:
    """A hub has one from its first moment: epoch 1, number 1, without office devices."""
    envelope = newest_envelope(connection)
    return decode_payload(envelope.payload, Roster), envelope


def newest_envelope(connection: Connection) -> Envelope:
    """The same, unread: it grows with the office."""
    question = select(tables.rosters.c.envelope).order_by(*_newest).limit(1)
    return kept(connection.execute(question).scalar_one())


def epoch(connection: Connection) -> int:
    """The office's epoch; above ``FIRST_EPOCH`` when its hub was ever restored from a backup."""
    return int(connection.execute(select(func.max(tables.rosters.c.epoch))).scalar_one())


def roots_after(connection: Connection, number: int) -> tuple[Envelope, ...]:
    """Root keys that came after this one, oldest first."""
    roots = tables.roots.c
    rows = connection.execute(
        select(roots.envelope).where(roots.number > number).order_by(roots.number).limit(_MOST_ROOTS)
    )
    return tuple(kept(envelope) for envelope in rows.scalars())


def root_number(connection: Connection) -> int:
    """The number of the office's present root."""
    newest = connection.execute(select(func.max(tables.roots.c.number))).scalar_one()
    return int(newest or connection.execute(select(tables.office.c.first_root)).scalar_one())


def revoked(connection: Connection) -> list[DeviceId]:
    """All devices that are no longer trusted for anything new, in order of id."""
    devices = tables.devices.c
    found = connection.execute(select(devices.id).where(devices.revoked.is_not(None)))
    return sorted(DeviceId(device) for device in found.scalars())


def directory(connection: Connection) -> Directory:
    """Whom the hub believes now: the roster's office devices but those revoked since it was signed."""
    roster, _ = newest(connection)
    gone = set(revoked(connection))
    standing = tuple(cert for cert in roster.office if cert.device not in gone)
    return Directory(replace(roster, office=standing))
