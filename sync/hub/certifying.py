"""Certificates of room hubs, by the office's CA, made wherever a roster is signed: its key is in the root
file. In the caller's transaction."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import Final

from sqlalchemy import Connection, delete, insert, select

from sync.certificates import WARN_DAYS, check_room, make_room, read
from sync.errors import Code, SohopError
from sync.hub import tables
from sync.hub.rosters import newest
from sync.hub.stored import moment
from sync.model.people import Role
from sync.root_file import Root
from sync.wire.admin import RoomCertificate
from sync.wire.rooms import room_host
from sync.wire.statements import DeviceCert, Roster

RENEWED_BEFORE: Final = timedelta(days=365)
"""Whenever a roster is signed, what ends within a year begins anew: the next signing may be long after."""
MISSED_BEFORE: Final = timedelta(days=WARN_DAYS)
"""What ends so soon asks for a signature, though the roster is as it was."""


def lacking(
    connection: Connection, roster: Roster, now: int, before: timedelta = RENEWED_BEFORE
) -> list[DeviceCert]:
    """Room hubs of this roster without a certificate that lasts so long."""
    table = tables.room_hubs.c
    ends = {
        row.device: read(row.certificate).ends
        for row in connection.execute(select(table.device, table.certificate))
    }
    until = moment(now) + before
    return [
        cert
        for cert in roster.office
        if Role.ROOM_HUB in cert.roles and (cert.device not in ends or ends[cert.device] < until)
    ]


def certify_rooms(connection: Connection, root: Root, ca: bytes, now: int) -> None:
    """Certificates for those of the newest roster that lack one."""
    roster, _ = newest(connection)
    for cert in lacking(connection, roster, now):
        name = room_host(cert.device)
        pem = make_room(ca, root.ca_key, name, cert.sign_key, roster.name, moment(now))
        _put(connection, cert, pem)


def take_certificates(
    connection: Connection, roster: Roster, made: Sequence[RoomCertificate], ca: bytes, now: int
) -> None:
    """Those that the administrator's laptop made where the root file was opened.

    Raises ``SohopError(NOT_PERMITTED)`` for one that is not by this office's CA for a room hub of the roster.
    """
    rooms = {cert.device: cert for cert in roster.office if Role.ROOM_HUB in cert.roles}
    for each in made:
        cert = rooms.get(each.device)
        try:
            if cert is None:
                raise ValueError("no room hub")
            check_room(each.certificate, ca, room_host(each.device), cert.sign_key, moment(now))
        except ValueError as error:
            raise SohopError(Code.NOT_PERMITTED) from error
        _put(connection, cert, each.certificate)


def _put(connection: Connection, cert: DeviceCert, pem: bytes) -> None:
    table = tables.room_hubs
    connection.execute(delete(table).where(table.c.device == cert.device))
    connection.execute(insert(table).values(device=cert.device, certificate=pem))
