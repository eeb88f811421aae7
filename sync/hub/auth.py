"""Who is there: enrolment with an invitation, challenges signed by a device, tokens."""

from __future__ import annotations

import hashlib
import secrets
from collections import OrderedDict
from threading import Lock
from typing import Generic, TypeVar

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from sqlalchemy import Connection, Row, bindparam, delete, insert, not_, select, update

from sync.audit import Audit
from sync.errors import Code, SohopError
from sync.hub import rosters, tables, voting_devices
from sync.hub.actors import Actor, actor, from_row
from sync.hub.effects.keys import others_of, tell_enrolled
from sync.hub.hub import Hub
from sync.hub.stored import keep, keep_cert, kept, kept_cert, kept_roles, milliseconds, moment, record
from sync.hub.tables import InvitationState
from sync.model.ids import DeviceId, PersonId, new_id
from sync.model.people import OFFICE_ROLES, Role
from sync.model.text import utc
from sync.wire.codec import encode_payload
from sync.wire.envelope import Envelope, Kind
from sync.wire.invitation import TRIES, device_mac, hub_mac, same
from sync.wire.messages import (
    Challenge,
    ChallengeRequest,
    EnrolHello,
    EnrolProof,
    EnrolReply,
    EnrolRequest,
    Token,
    TokenRequest,
    auth_bytes,
)
from sync.wire.statements import CertStatement, DeviceCert

HELLO_S = 600
CHALLENGE_S = 60
TOKEN_S = 12 * 3600
GUESS_S = 60
"""A peer that asks for ``TRIES`` unknown codes within this many seconds gets no answer about any."""
_MOST_NONCES = 20_000
_MOST_TOKENS = 16
"""Of one device, in force at once."""
_SLACK_MS = 60_000
"""So far a clock is put back without ending anybody's session."""

_ALIVE = tables.tokens.c.expires.between(bindparam("soonest"), bindparam("latest"))
_SESSION = (
    select(tables.devices)
    .join(tables.tokens, tables.tokens.c.device == tables.devices.c.id)
    .where(tables.tokens.c.hash == bindparam("token"), _ALIVE)
)

T = TypeVar("T")


class Gate:
    """Enrolment and sessions. Nonces live in memory: after a restart one asks again."""

    def __init__(self, hub: Hub) -> None:
        self._hub = hub
        self._hellos: _Passing[bytes] = _Passing(HELLO_S)
        self._challenges: _Passing[DeviceId] = _Passing(CHALLENGE_S)
        self._guesses: _Passing[str] = _Passing(GUESS_S)

    def hello(self, request: EnrolHello, peer: str) -> EnrolProof:
        """Prove that this hub knows the invitation's secret. A room hub has none: it takes in nobody.

        Raises ``SohopError(CODE_WRONG | CODE_USED | CODE_EXPIRED)``.
        """
        hub, now = self._hub, self._hub.clock()
        with hub.database.read() as connection:
            row = _invitation(connection, request.lookup)
            guest = None if row is None else _name_of(connection, PersonId(str(row.person)))
            office = connection.execute(select(tables.office)).one()
            number = rosters.root_number(connection)
        guesses = self._guesses.count(peer, now)
        if row is None or guesses >= TRIES:
            if guesses < TRIES:
                self._guesses.put(secrets.token_bytes(16), peer, now)
            raise SohopError(Code.CODE_WRONG, left=max(0, TRIES - 1 - guesses))
        _check_open(row, now * 1000)
        nonce = secrets.token_bytes(32)
        self._hellos.put(nonce, request.lookup, now)
        certificate = hub.fingerprint  # read once: a renewal may come between
        return EnrolProof(
            tenant=hub.recorder.tenant,
            office=office.name,
            person=guest or "",
            root_key=office.root_key,
            root_number=number,
            ca=hub.ca,
            nonce=nonce,
            certificate=certificate,
            mac=hub_mac(
                row.secret,
                tenant=hub.recorder.tenant,
                certificate=certificate,
                ca=hub.ca,
                root_key=office.root_key,
                root_number=number,
                client_nonce=request.nonce,
                hub_nonce=nonce,
            ),
        )

    def enrol(self, request: EnrolRequest) -> EnrolReply:
        """Take in a laptop's public keys. The same request again gets the same answer.

        Raises ``SohopError(CODE_WRONG | CODE_USED | CODE_EXPIRED | TOKEN_EXPIRED)``; the last when the hub
        no longer knows its own hello, and one says hello again.
        """
        live = self._hellos.get(request.nonce, self._hub.clock()) == request.lookup

        def change(connection: Connection, now: int) -> EnrolReply | SohopError:
            return self._enrol(connection, now, request, live=live)

        done = self._hub.ledger.change(change).result()
        if isinstance(done, SohopError):
            raise done
        return done

    def challenge(self, request: ChallengeRequest) -> Challenge:
        """Something to sign. It tells nothing about whether the device is known."""
        now = self._hub.clock()
        nonce = secrets.token_bytes(32)
        self._challenges.put(nonce, request.device, now)
        return Challenge(nonce=nonce)

    def token(self, request: TokenRequest) -> Token:
        """A token for a signed challenge. A revoked device gets one too: its ballots are recorded.

        Raises ``SohopError(TOKEN_EXPIRED | UNKNOWN_DEVICE | BAD_SIGNATURE)``.
        """
        hub = self._hub
        if self._challenges.take(request.nonce, hub.clock()) != request.device:
            raise SohopError(Code.TOKEN_EXPIRED)
        with hub.database.read() as connection:
            who = actor(connection, request.device)
        try:
            asked = auth_bytes(hub.recorder.tenant, hub.recorder.hub, request.device, request.nonce)
            Ed25519PublicKey.from_public_bytes(who.cert.sign_key).verify(request.signature, asked)
        except InvalidSignature as error:
            raise SohopError(Code.BAD_SIGNATURE) from error
        token = secrets.token_urlsafe(32)

        def change(connection: Connection, now: int) -> None:
            table = tables.tokens
            mine = table.c.device == who.device
            newest = select(table.c.hash).where(mine).order_by(table.c.expires.desc()).limit(_MOST_TOKENS - 1)
            connection.execute(delete(table).where(not_(_ALIVE)), _life(now))
            connection.execute(delete(table).where(mine, table.c.hash.not_in(newest)))
            hub.contacts.note(who.device, now)
            hub.contacts.write(connection)
            connection.execute(
                insert(table).values(hash=_hash(token), device=who.device, expires=now + TOKEN_S * 1000)
            )

        hub.ledger.change(change).result()
        return Token(token=token, time=utc(hub.clock()))

    def session(self, authorization: str) -> Actor:
        """Whose token this header holds: one look by key, so that a live stream may ask before each byte.

        Raises ``SohopError(TOKEN_EXPIRED)`` for any other text.
        """
        scheme, _, token = authorization.partition(" ")
        if scheme.lower() != "bearer" or not token or len(token) > 128:
            raise SohopError(Code.TOKEN_EXPIRED)
        with self._hub.database.read() as connection:
            life = _life(milliseconds(self._hub.clock()))
            row = connection.execute(_SESSION, {"token": _hash(token), **life}).one_or_none()
        if row is None:
            raise SohopError(Code.TOKEN_EXPIRED)
        return from_row(row)

    def _enrol(
        self, connection: Connection, now: int, request: EnrolRequest, *, live: bool
    ) -> EnrolReply | SohopError:
        """An error is returned where what was written must stay written: a failed try counts."""
        row = _invitation(connection, request.lookup)
        if row is None:
            raise SohopError(Code.CODE_WRONG, left=0)
        fits = same(device_mac(row.secret, request.sign_key, request.box_key, request.nonce), request.mac)
        if row.state == InvitationState.USED and fits:
            return _repeat(connection, request, DeviceId(row.device))
        _check_open(row, now)
        table = tables.invitations
        if not fits:
            left = TRIES - row.tries - 1
            state = InvitationState.OPEN if left > 0 else InvitationState.VOID
            connection.execute(
                update(table).where(table.c.id == row.id).values(tries=row.tries + 1, state=state)
            )
            record(connection, now, Audit.CODE_FAILED, person=row.person)
            return SohopError(Code.CODE_WRONG, left=left)
        if not live:
            raise SohopError(Code.TOKEN_EXPIRED)
        device, reply = self._admit(connection, now, request, PersonId(row.person))
        connection.execute(
            update(table).where(table.c.id == row.id).values(state=InvitationState.USED, device=device)
        )
        record(connection, now, Audit.ENROLLED, person=row.person, device=device)
        return reply

    def _admit(
        self, connection: Connection, now: int, request: EnrolRequest, person: PersonId
    ) -> tuple[DeviceId, EnrolReply]:
        """A new device. The online key vouches for it unless it holds an office role: that is the root's."""
        recorder = self._hub.recorder
        if _is_taken(connection, request.sign_key):
            raise SohopError(Code.MALFORMED)
        row = connection.execute(select(tables.people).where(tables.people.c.id == person)).one()
        cert = DeviceCert(
            device=DeviceId(new_id("d")),
            person=person,
            name=row.name,
            title=row.title,
            roles=kept_roles(row.roles),
            sign_key=request.sign_key,
            box_key=request.box_key,
            laptop=request.device_name,
        )
        office = bool((OFFICE_ROLES | {Role.ADMIN}) & set(cert.roles))
        statement: Envelope | None = None
        if not office:
            said = CertStatement(tenant=recorder.tenant, cert=cert, issued=moment(now))
            statement = recorder.seal(Kind.DEVICE, encode_payload(said))
        connection.execute(
            insert(tables.devices).values(
                id=cert.device,
                person=person,
                name=request.device_name,
                cert=keep_cert(cert),
                statement=None if statement is None else keep(statement),
                office=office,
                enrolled=now,
                head_seq=0,
                head_id="",
            )
        )
        if statement is not None:
            tell_enrolled(connection, now, cert, statement)
        voting_devices.enrolled(connection, now, person, cert.device)
        _, roster = rosters.newest(connection)
        others = others_of(connection, person, cert.device)
        return cert.device, EnrolReply(cert=cert, statement=statement, roster=roster, others=others)


class _Passing(Generic[T]):
    """Things known for a while, in memory, bounded: the oldest are forgotten first.

    A clock that is set, forwards or backwards, makes them forgotten early and never kept long.
    """

    def __init__(self, life_s: float) -> None:
        self._life_s = life_s
        self._kept: OrderedDict[bytes, tuple[T, float]] = OrderedDict()
        self._lock = Lock()

    def put(self, key: bytes, value: T, now: float) -> None:
        """Remember from now."""
        with self._lock:
            while self._kept and (
                len(self._kept) >= _MOST_NONCES or not self._lives(next(iter(self._kept.values()))[1], now)
            ):
                self._kept.popitem(last=False)
            self._kept[key] = (value, now)

    def get(self, key: bytes, now: float) -> T | None:
        """What is known and not expired."""
        with self._lock:
            found = self._kept.get(key)
        return found[0] if found is not None and self._lives(found[1], now) else None

    def take(self, key: bytes, now: float) -> T | None:
        """The same, once."""
        with self._lock:
            found = self._kept.pop(key, None)
        return found[0] if found is not None and self._lives(found[1], now) else None

    def count(self, value: T, now: float) -> int:
        """How many entries hold this value."""
        with self._lock:
            return sum(1 for kept, since in self._kept.values() if kept == value and self._lives(since, now))

    def _lives(self, since: float, now: float) -> bool:
        return abs(now - since) < self._life_s


def _invitation(connection: Connection, lookup: bytes) -> Row[tuple[object, ...]] | None:
    table = tables.invitations
    return connection.execute(select(table).where(table.c.lookup == lookup)).one_or_none()


def _name_of(connection: Connection, person: PersonId) -> str:
    people = tables.people.c
    return str(connection.execute(select(people.name).where(people.id == person)).scalar_one())


def _is_taken(connection: Connection, sign_key: bytes) -> bool:
    """Whether some device has this key: laptops refuse a roster in which a key is two devices'."""
    certs = connection.execute(select(tables.devices.c.cert)).scalars()
    return any(kept_cert(cert).sign_key == sign_key for cert in certs)


def _check_open(row: Row[tuple[object, ...]], now: float) -> None:
    if row.state != InvitationState.OPEN:
        raise SohopError(Code.CODE_USED)
    if row.expires <= now:
        raise SohopError(Code.CODE_EXPIRED)


def _repeat(connection: Connection, request: EnrolRequest, device: DeviceId) -> EnrolReply:
    """The answer of an enrolment whose first answer was lost. Raises ``SohopError(CODE_USED)``."""
    row = connection.execute(select(tables.devices).where(tables.devices.c.id == device)).one()
    cert = kept_cert(row.cert)
    if (cert.sign_key, cert.box_key) != (request.sign_key, request.box_key):
        raise SohopError(Code.CODE_USED)
    _, roster = rosters.newest(connection)
    return EnrolReply(
        cert=cert,
        statement=None if row.statement is None else kept(row.statement),
        roster=roster,
        others=others_of(connection, cert.person, device),
    )


def _life(now: int) -> dict[str, int]:
    """When good tokens end. None ends later than one given now: the clock was wrong when it was given."""
    return {"soonest": now + 1, "latest": now + TOKEN_S * 1000 + _SLACK_MS}


def _hash(token: str) -> bytes:
    return hashlib.sha256(token.encode()).digest()
