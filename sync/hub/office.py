"""What the administrator does: make the office, add people, invite, sign rosters, revoke, renew, restore.

These run in a program of their own beside a serving hub: each is one transaction of the same database.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from urllib.parse import urlsplit

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from sqlalchemy import Connection, delete, insert, select, update

from sync import certificates
from sync.audit import Audit
from sync.certificates import Certificate
from sync.errors import Code, SohopError
from sync.hub import people, rosters, tables
from sync.hub.blobs import Blobs
from sync.hub.carrying import carry
from sync.hub.certifying import certify_rooms
from sync.hub.database import Database
from sync.hub.describing import describe
from sync.hub.files import replace, write_new
from sync.hub.hub import Layout
from sync.hub.inviting import issue
from sync.hub.keys import read_online, read_root, write_online, write_root
from sync.hub.revoking import revoke
from sync.hub.signing import follow_root, need_root, sign_roster, successor, void_invitations
from sync.hub.stored import Clock, milliseconds, moment, record
from sync.model.ids import DeviceId, MeetingId, PersonId, TenantId, new_id
from sync.model.people import PersonEntry, Role
from sync.model.text import utc
from sync.root_file import USUAL_KIB, Root
from sync.wire.invitation import Invitation
from sync.wire.statements import HUB, DeviceCert, Roster

DEFAULT_PORT = 8743
_EPOCHS_FROM = 1_767_225_600_000
"""Milliseconds at the begin of 2026: epochs after a restoration are numbered by the minute from there."""


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
    pair = certificates.make_server(ca, ca_key, addresses, name, utc(now))
    root = Root(tenant, Ed25519PrivateKey.generate(), ca_key)
    online = Ed25519PrivateKey.generate()
    write_root(root_file, root, passphrase, memory_kib)
    write_online(layout.online_key, online)
    write_new(layout.ca, ca, private=False)
    write_new(layout.tls, pair, private=True)
    Blobs.make(layout.blobs)
    database = Database(layout.database)
    database.migrate()
    with database.write() as connection:
        connection.execute(
            insert(tables.office).values(
                id=1,
                tenant=tenant,
                hub=HUB,
                name=name,
                term=term,
                emblem=b"",
                address=_url(addresses[0] if addresses else "localhost", DEFAULT_PORT),
                root_key=root.public,
                first_root=1,
                made=milliseconds(now),
            )
        )
        record(connection, milliseconds(now), Audit.OFFICE_MADE, subject=tenant)
        sign_roster(connection, root, online, milliseconds(now), number=1, epoch=rosters.FIRST_EPOCH)
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

    def add_person(
        self, name: str, roles: Sequence[Role], title: str = "", groups: Sequence[str] = (), code: str = ""
    ) -> PersonId:
        """Add a person; the id identifies, names may repeat. Raises ``SohopError(PERSON_CODE_TAKEN)``."""
        person = PersonId(new_id("p"))
        one = PersonEntry(
            person=person, name=name, title=title, roles=tuple(roles), groups=tuple(groups), code=code
        )
        self.keep_people([one])
        return person

    def people(self) -> tuple[tuple[PersonEntry, ...], int]:
        """Everybody of the office, and which state of the list this is."""
        with self.read() as connection:
            return people.listed(connection), people.mark(connection)

    def keep_people(self, entries: Sequence[PersonEntry], mark: int | None = None) -> None:
        """Write these as they are here, all of them or none.

        Raises what ``people.keep`` does, and ``SohopError(PEOPLE_CHANGED)`` when the list is no longer in
        the state ``mark``.
        """
        with self._write() as (connection, now):
            if mark is not None and people.mark(connection) != mark:
                raise SohopError(Code.PEOPLE_CHANGED)
            people.keep(connection, now, entries)

    def leave(self, person: PersonId) -> list[DeviceId]:
        """A person leaves the office; gives their laptops, which are revoked. Raises what ``people.leave``
        does."""
        with self._write() as (connection, now):
            return people.leave(connection, now, person)

    def invite(self, person: PersonId, address: str = "") -> Issued:
        """A new code for a person; an earlier unused one is void from now on.

        Raises ``SohopError(UNKNOWN_PERSON)``.
        """
        with self._write() as (connection, now):
            secret, expires = issue(connection, now, person)
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

        Raises ``FileNotFoundError``, ``SohopError(WRONG_PASSPHRASE | MALFORMED | OTHER_TENANT | OLD_ROOT)``.
        """
        root = read_root(root_file, passphrase)
        with self._write() as (connection, now):
            need_root(connection, root)
            newest, _ = rosters.newest(connection)
            roster = self._sign(connection, root, now, newest)
        before = {cert.device for cert in newest.office}
        return roster, [cert for cert in roster.office if cert.device not in before]

    def rotate_root(
        self,
        old_file: Path,
        old_passphrase: str,
        new_file: Path,
        new_passphrase: str,
        memory_kib: int = USUAL_KIB,
    ) -> Roster:
        """Put a new root in the place of the old one, whose file stays as it is; gives the roster it signs.

        The new file comes first and holds all that is needed: after an interruption the same call goes on
        from it. Unused invitations name the old root and are void. Raises what ``sign_roster`` does, and
        ``FileExistsError`` when the new file holds no root that follows the old one.
        """
        old = read_root(old_file, old_passphrase)
        if new_file.exists():
            new = read_root(new_file, new_passphrase)
            if new.tenant != old.tenant or new.chain[:-1] != old.chain or new.number != old.number + 1:
                raise FileExistsError(new_file)
        else:
            with self.read() as connection:
                need_root(connection, old)
            new = successor(old, milliseconds(self._clock()))
            write_root(new_file, new, new_passphrase, memory_kib)
        with self._write() as (connection, now):
            newest, _ = rosters.newest(connection)
            if not follow_root(connection, new, now):
                return newest
            void_invitations(connection, now)
            return self._sign(connection, new, now, newest)

    def restored(self, root_file: Path, passphrase: str) -> Roster:
        """Begin a new epoch: this folder came from a backup, and what was done after it is not here.

        Laptops then ask for everything anew and send again what this hub does not know. Raises what
        ``sign_roster`` does; a root that was changed after the backup is followed.
        """
        root = read_root(root_file, passphrase)
        with self._write() as (connection, now):
            follow_root(connection, root, now)
            newest, _ = rosters.newest(connection)
            # The same backup may come back twice, and must not give one number to two orders of events.
            epoch = max(newest.epoch + 1, (now - _EPOCHS_FROM) // 60_000)
            void_invitations(connection, now)  # which of them were used after the backup is not known
            connection.execute(delete(tables.tokens))
            record(connection, now, Audit.HUB_RESTORED, subject=str(epoch))
            return self._sign(connection, root, now, newest, epoch)

    def describe(self, name: str | None = None, term: str | None = None, emblem: bytes | None = None) -> None:
        """How the office is called and what it shows, from the next roster on; None: as it is.

        Raises ``SohopError(EMBLEM_WRONG | MALFORMED)``.
        """
        with self._write() as (connection, now):
            describe(connection, now, name, term, emblem)

    def certificate(self) -> Certificate:
        """The server's certificate. Raises ``OSError`` or ``ValueError`` when there is none."""
        return certificates.read(self.layout.tls.read_bytes())

    def renew_tls(self, root_file: Path, passphrase: str, addresses: Sequence[str] = ()) -> Certificate:
        """A new key and certificate by the same CA; a serving hub takes it up by itself.

        Without ``addresses`` for those of the present one; with them, the first is what invitations say.
        Raises what ``sign_roster`` and ``certificate`` do.
        """
        root = read_root(root_file, passphrase)
        names = addresses or self.certificate().names
        with self._write() as (connection, now):
            need_root(connection, root)
            office = connection.execute(select(tables.office)).one()
            pair = certificates.make_server(
                self.layout.ca.read_bytes(), root.ca_key, names, office.name, moment(now)
            )
            made = certificates.read(pair)
            record(connection, now, Audit.TLS_RENEWED, subject=made.fingerprint.hex())
            if addresses:
                port = urlsplit(office.address).port or DEFAULT_PORT
                connection.execute(update(tables.office).values(address=_url(addresses[0], port)))
            replace(self.layout.tls, pair, private=True)
        return made

    def revoke(self, device: DeviceId) -> DeviceCert:
        """Trust a device no more: no new bytes for it, its ballots are recorded and not counted.

        Raises ``SohopError(UNKNOWN_DEVICE)``.
        """
        with self._write() as (connection, now):
            return revoke(connection, now, device)

    def carry(self, device: DeviceId, meetings: Sequence[MeetingId]) -> None:
        """Let a room hub carry these meetings, and no others: whatever it had is replaced.

        Raises ``SohopError(UNKNOWN_DEVICE)`` for what is no room hub, ``PACKET_UNKNOWN`` for a meeting
        without any packet.
        """
        with self._write() as (connection, now):
            carry(connection, now, device, meetings)

    def root(self) -> tuple[int, bytes]:
        """Number and public key of the present root."""
        with self.read() as connection:
            office = connection.execute(select(tables.office)).one()
            return rosters.root_number(connection), office.root_key

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A snapshot, for lists."""
        with self._database.read() as connection:
            yield connection

    def _sign(
        self, connection: Connection, root: Root, now: int, newest: Roster, epoch: int | None = None
    ) -> Roster:
        online = read_online(self.layout.online_key)
        roster = sign_roster(connection, root, online, now, newest.number + 1, epoch or newest.epoch)
        certify_rooms(connection, root, self.layout.ca.read_bytes(), now)
        return roster

    @contextmanager
    def _write(self) -> Iterator[tuple[Connection, int]]:
        with self._database.write() as connection:
            yield connection, milliseconds(self._clock())


def _url(host: str, port: int) -> str:
    return f"https://[{host}]:{port}" if ":" in host else f"https://{host}:{port}"
