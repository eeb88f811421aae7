"""How values lie in the tables: envelopes as MessagePack, moments as milliseconds, roles as JSON."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime

import msgspec
from sqlalchemy import Connection, insert

from sync.audit import Audit
from sync.hub import tables
from sync.model.ids import DeviceId, PersonId
from sync.model.people import Role
from sync.model.text import utc
from sync.wire.envelope import Envelope
from sync.wire.statements import DeviceCert


@dataclass(frozen=True)
class By:
    """The administrator who does something over the line."""

    person: PersonId
    device: DeviceId


Clock = Callable[[], float]
"""Seconds since the Unix epoch."""

_ENVELOPE = msgspec.msgpack.Decoder(Envelope)
_CERT = msgspec.msgpack.Decoder(DeviceCert)


def keep(envelope: Envelope) -> bytes:
    """An envelope as stored."""
    return msgspec.msgpack.encode(envelope)


def kept(data: bytes) -> Envelope:
    """A stored envelope."""
    return _ENVELOPE.decode(data)


def keep_cert(cert: DeviceCert) -> bytes:
    """A certificate as stored."""
    return msgspec.msgpack.encode(cert)


def kept_cert(data: bytes) -> DeviceCert:
    """A stored certificate."""
    return _CERT.decode(data)


def keep_roles(roles: Iterable[Role]) -> str:
    """Roles as stored, in the order of their enumeration."""
    wanted = set(roles)
    return ",".join(role for role in Role if role in wanted)


def kept_roles(text: str) -> tuple[Role, ...]:
    """Stored roles."""
    return tuple(Role(part) for part in text.split(","))


def keep_groups(groups: Iterable[str]) -> str:
    """Groups as stored, one a line: no name of one has a line break."""
    return "\n".join(" ".join(group.split()) for group in groups)


def kept_groups(text: str) -> tuple[str, ...]:
    """Stored groups."""
    return tuple(text.splitlines())


def milliseconds(seconds: float) -> int:
    """A clock's reading as stored."""
    return round(seconds * 1000)


def keep_moment(when: datetime) -> int:
    """A moment as stored."""
    return milliseconds(when.timestamp())


def moment(stored: int) -> datetime:
    """A stored moment."""
    return utc(stored / 1000)


def record(
    connection: Connection,
    now: int,
    kind: Audit,
    *,
    person: str | None = None,
    device: str | None = None,
    meeting: str | None = None,
    subject: str | None = None,
    by: By | None = None,
) -> None:
    """Write one audit row, in the transaction of what it tells."""
    connection.execute(
        insert(tables.audit).values(
            at=now,
            kind=kind,
            person=person,
            device=device,
            meeting=meeting,
            subject=subject,
            by_person=by.person if by else None,
            by_device=by.device if by else None,
        )
    )
