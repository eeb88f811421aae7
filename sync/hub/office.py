"""What the administrator does: make the office, add people, invite, sign rosters, revoke.

These run in a program of their own beside a serving hub: each is one transaction of the same database.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from sqlalchemy import Connection, delete, insert, select, update

from sync.audit import Audit
from sync.errors import Code, SohopError
from sync.hub import certificates, rosters, tables
from sync.hub.blobs import Blobs
from sync.hub.database import Database
from sync.hub.files import write_new
from sync.hub.hub import Layout
from sync.hub.keys import USUAL_KIB, Root, read_online, read_root, write_online, write_root
from sync.hub.stored import Clock, keep, keep_roles, kept, kept_cert, milliseconds, moment, record
from sync.hub.tables import InvitationState, PacketState
from sync.model.ids import DeviceId, Digest, PersonId, TenantId, new_id
from sync.model.people import Role
from sync.model.text import utc
from sync.wire.codec import encode_payload
from sync.wire.envelope import Kind, seal
from sync.wire.invitation import LIFETIME_S, Invitation, lookup, new_secret
from sync.wire.statements import ROOT, DeviceCert, Retired, Roster

DEFAULT_PORT = 8743


@dataclass(frozen=True)
class Issued:
    """A fresh invitation. It is shown once; the secret stays at the hub until it is used."""

    invitation: Invitation
    expires: datetime


def make(
    folder: Path,
    *,
    name: str,
    term: str,
    addresses: Sequence[str],
    root_file: Path,
    passphrase: str,
    memory_kib: int = USUAL_KIB,
    clock: Clock = time.time,
) -> TenantId:
    """Make an office: keys, certificates, database, and roster number 1 (no office devices yet).

    Raises ``FileExistsError`` when the folder holds a hub or the root file exists.
    """
    layout = Layout(folder)
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    if layout.database.exists() or layout.online_key.exists():
        raise FileExistsError(folder)
    now = clock()
    tenant = TenantId(new_id("t"))
    ca, ca_key = certificates.make_ca(name, utc(now))
    certificate, certificate_key = certificates.make_server(ca, ca_key, addresses, name, utc(now))
    root = Root(tenant, Ed25519PrivateKey.generate(), ca_key)
    online = Ed25519PrivateKey.generate()
    write_root(root_file, root, passphrase, memory_kib)
    write_online(layout.online_key, online)
    write_new(layout.ca, ca, private=False)
    write_new(layout.certificate, certificate, private=False)
    write_new(layout.certificate_key, certificate_key, private=True)
    Blobs.make(layout.blobs)
    database = Database(layout.database)
    database.migrate()
    with database.write() as connection:
        connection.execute(
            insert(tables.office).values(
                id=1,
                tenant=tenant,
                name=name,
                term=term,
                address=f"https://{addresses[0] if addresses else 'localhost'}:{DEFAULT_PORT}",
                root_key=root.public,
                made=milliseconds(now),
            )
        )
        record(connection, milliseconds(now), Audit.OFFICE_MADE, subject=tenant)
        _sign_roster(connection, root, online, milliseconds(now), 1, 1)
    database.close()
    layout.database.chmod(0o600)
    return tenant


class Office:
    """An existing office's administration."""

    def __init__(self, folder: Path, clock: Clock = time.time) -> None:
        """Raises ``SohopError(VAULT_MISSING | VAULT_NEWER)``."""
        self.layout = Layout(folder)
        self._clock = clock
        if not self.layout.database.exists():
            raise SohopError(Code.VAULT_MISSING)
        self._database = Database(self.layout.database)
        self._database.migrate()

    def close(self) -> None:
        """Close the database."""
        self._database.close()

    def add_person(self, name: str, roles: Sequence[Role], title: str = "") -> PersonId:
        """Add a person; the id identifies, names may repeat."""
        person = PersonId(new_id("p"))
        with self._write() as (connection, now):
            connection.execute(
                insert(tables.people).values(
                    id=person, name=name, title=title, roles=keep_roles(roles), added=now
                )
            )
            record(connection, now, Audit.PERSON_ADDED, person=person)
        return person

    def invite(self, person: PersonId, address: str = "") -> Issued:
        """A new code for a person; an earlier unused one is void from now on.

        Raises ``SohopError(UNKNOWN_DEVICE)`` when there is no such person.
        """
        secret = new_secret()
        table = tables.invitations
        with self._write() as (connection, now):
            if not connection.execute(select(tables.people).where(tables.people.c.id == person)).first():
                raise SohopError(Code.UNKNOWN_DEVICE)
            connection.execute(
                update(table)
                .where(table.c.person == person, table.c.state == InvitationState.OPEN)
                .values(state=InvitationState.VOID)
            )
            expires = now + LIFETIME_S * 1000
            connection.execute(
                insert(table).values(
                    lookup=lookup(secret),
                    secret=secret,
                    person=person,
                    state=InvitationState.OPEN,
                    tries=0,
                    made=now,
                    expires=expires,
                )
            )
            record(connection, now, Audit.INVITED, person=person)
            office = connection.execute(select(tables.office)).one()
        invitation = Invitation(
            address=address or office.address,
            secret=secret,
            ca=self.layout.ca.read_text("ascii"),
            root_key=office.root_key.hex(),
        )
        return Issued(invitation, moment(expires))

    def sign_roster(self, root_file: Path, passphrase: str) -> tuple[Roster, list[DeviceCert]]:
        """Sign the next roster: all office devices that are not revoked. Also those that are new on it.

        Raises ``FileNotFoundError``, ``SohopError(WRONG_PASSPHRASE | MALFORMED | OTHER_TENANT)``.
        """
        root = read_root(root_file, passphrase)
        online = read_online(self.layout.online_key)
        with self._write() as (connection, now):
            office = connection.execute(select(tables.office)).one()
            if office.tenant != root.tenant or office.root_key != root.public:
                raise SohopError(Code.OTHER_TENANT)
            newest, _ = rosters.newest(connection)
            roster = _sign_roster(connection, root, online, now, newest.epoch, newest.number + 1)
        before = {cert.device for cert in newest.office}
        return roster, [cert for cert in roster.office if cert.device not in before]

    def revoke(self, device: DeviceId) -> DeviceCert:
        """Trust a device no more: no new bytes for it, its ballots are recorded and not counted.

        Raises ``SohopError(UNKNOWN_DEVICE)``.
        """
        devices = tables.devices
        with self._write() as (connection, now):
            row = connection.execute(select(devices).where(devices.c.id == device)).one_or_none()
            if row is None:
                raise SohopError(Code.UNKNOWN_DEVICE)
            if row.revoked is None:
                connection.execute(update(devices).where(devices.c.id == device).values(revoked=now))
                connection.execute(delete(tables.tokens).where(tables.tokens.c.device == device))
                record(connection, now, Audit.REVOKED, person=row.person, device=device)
        return kept_cert(row.cert)

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A snapshot, for lists."""
        with self._database.read() as connection:
            yield connection

    @contextmanager
    def _write(self) -> Iterator[tuple[Connection, int]]:
        with self._database.write() as connection:
            yield connection, milliseconds(self._clock())


def _sign_roster(
    connection: Connection, root: Root, online: Ed25519PrivateKey, now: int, epoch: int, number: int
) -> Roster:
    """Write the roster of that number: office devices in good standing, and those retired."""
    office = connection.execute(select(tables.office)).one()
    devices = tables.devices
    rows = connection.execute(
        select(devices).where(devices.c.office).order_by(devices.c.enrolled, devices.c.id)
    ).all()
    standing = [row for row in rows if row.revoked is None]
    signed = _manifests_signed(connection)
    roster = Roster(
        tenant=root.tenant,
        name=office.name,
        term=office.term,
        number=number,
        epoch=epoch,
        issued=moment(now),
        online_key=online.public_key().public_bytes_raw(),
        office=tuple(kept_cert(row.cert) for row in standing),
        retired=tuple(
            Retired(cert=kept_cert(row.cert), manifests=tuple(sorted(signed.get(row.id, ()))))
            for row in rows
            if row.revoked is not None and row.roster is not None
        ),
    )
    envelope = seal(Kind.ROSTER, root.tenant, encode_payload(roster), ROOT, root.key)
    connection.execute(
        insert(tables.rosters).values(epoch=epoch, number=number, envelope=keep(envelope), signed=now)
    )
    connection.execute(
        update(devices)
        .where(devices.c.id.in_([row.id for row in standing]), devices.c.roster.is_(None))
        .values(roster=number)
    )
    record(connection, now, Audit.ROSTER_SIGNED, subject=str(number))
    return roster


def _manifests_signed(connection: Connection) -> dict[str, set[Digest]]:
    """Which published manifests bear whose signature: they stay valid when the device is retired."""
    packets = tables.packets.c
    signed: dict[str, set[Digest]] = {}
    rows = connection.execute(
        select(packets.manifest, packets.envelope).where(packets.state == PacketState.PUBLISHED)
    )
    for row in rows:
        for signature in kept(row.envelope).signatures:
            signed.setdefault(signature.signer, set()).add(row.manifest)
    return signed
