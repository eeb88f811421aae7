"""What the laptop believes and how far it has heard: roots, roster, freshness, epoch, cursor, state.

Envelopes are kept as they came, after ``sync.trust`` accepted them; the vault authenticates them at rest.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final, NamedTuple, TypeVar

import msgspec

from reader.store import identity as identities
from reader.store.database import Database
from reader.store.settings import Settings
from sync.model.ids import DeviceId, MeetingId, PersonId
from sync.model.people import PersonEntry
from sync.model.voting_device import VotingDevice
from sync.trust.directory import Directory
from sync.wire.codec import decode_payload
from sync.wire.desk import Reach
from sync.wire.envelope import Envelope, Kind
from sync.wire.messages import MAX_AGAIN
from sync.wire.statements import CertStatement, DeviceCert, Freshness, NewRoot, Roster

T = TypeVar("T")

_PEOPLE: Final = "people"
_REACH: Final = "reach"
_VOTING: Final = "voting"
_MICROSECOND: Final = timedelta(microseconds=1)


class _Exchange(NamedTuple):
    """How far the conversation with the hub has come."""

    skew: int
    epoch: int
    cursor: int
    again: bytes
    state: bytes


class Trust:
    """``put`` replaces: that a roster or a statement is not older is for ``sync.trust`` to say."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._decoded: dict[Kind, tuple[bytes, object]] = {}

    def root(self) -> tuple[int, bytes]:
        """Number and public key of the newest root; the enrolment's at first."""
        roots = self.roots()
        if not roots:
            identity = identities.load(self._database)
            return identity.root_number, identity.root_key
        newest = decode_payload(roots[-1].payload, NewRoot)
        return newest.number, newest.root_key

    def roots(self) -> list[Envelope]:
        """Every accepted root after the first, oldest first (payload: ``NewRoot``)."""
        return self._all(Kind.ROOT)

    def put_root(self, envelope: Envelope) -> None:
        """Keep an accepted root, beside those before it: they show how it came to be believed."""
        number = decode_payload(envelope.payload, NewRoot).number
        self._put(Kind.ROOT, f"{number:010}", envelope)

    def roster(self) -> Envelope | None:
        """The newest accepted roster (payload: ``Roster``)."""
        return self._get(Kind.ROSTER, "")

    def put_roster(self, envelope: Envelope) -> None:
        """Keep an accepted roster."""
        self._put(Kind.ROSTER, "", envelope)

    def put_cert(self, envelope: Envelope) -> None:
        """Keep an accepted certificate in place of the device's earlier one."""
        device: DeviceId = decode_payload(envelope.payload, CertStatement).cert.device
        self._put(Kind.DEVICE, device, envelope)

    def certs_of(self, person: PersonId) -> list[CertStatement]:
        """What the hub has certified of this person's devices."""
        rows = self._database.all(  # of all that there are a few are read
            "SELECT envelope FROM statement WHERE kind = ? AND instr(envelope, ?) ORDER BY subject",
            (Kind.DEVICE, person.encode()),
        )
        envelopes = (msgspec.msgpack.decode(row[0], type=Envelope) for row in rows)
        read = [decode_payload(envelope.payload, CertStatement) for envelope in envelopes]
        return [statement for statement in read if statement.cert.person == person]

    def cert(self, device: DeviceId) -> Envelope | None:
        """The accepted certificate of a device (payload: ``CertStatement``)."""
        return self._get(Kind.DEVICE, device)

    def freshness(self) -> Envelope | None:
        """The newest accepted freshness statement (payload: ``Freshness``)."""
        return self._get(Kind.FRESHNESS, "")

    def put_freshness(self, envelope: Envelope, heard: datetime) -> None:
        """Keep an accepted freshness statement.

        ``heard``: this laptop's own clock when it came; the difference is how wrong that clock is.
        """
        skew = heard - decode_payload(envelope.payload, Freshness).time
        with self._database.transaction():
            self._put(Kind.FRESHNESS, "", envelope)
            self._database.run("UPDATE exchange SET skew = ?", (skew // _MICROSECOND,))

    def skew(self) -> timedelta:
        """How far this laptop's clock was ahead of the hub's when freshness last came; 0 before."""
        return self._exchange().skew * _MICROSECOND

    def directory(self) -> Directory | None:
        """The devices one may believe; None before the first roster."""
        roster = self.read_roster()
        if roster is None:
            return None
        return Directory(roster, look_up=self._cert)

    def read_roster(self) -> Roster | None:
        """The roster, decoded."""
        return self._read(Kind.ROSTER, Roster)

    def read_freshness(self) -> Freshness | None:
        """The freshness statement, decoded."""
        return self._read(Kind.FRESHNESS, Freshness)

    def people(self) -> list[PersonEntry]:
        """Everybody whom a packet may name, as the hub last listed them for the desk."""
        row = self._database.one("SELECT value FROM setting WHERE key = ?", (_PEOPLE,))
        return [] if row is None else msgspec.json.decode(row[0], type=list[PersonEntry])

    def put_people(self, people: Sequence[PersonEntry]) -> None:
        """Replace the list."""
        Settings(self._database).put(_PEOPLE, people)

    def reach(self, meeting: MeetingId) -> list[Reach]:
        """How far the meeting's recalls got that are not yet done everywhere, as the desk last heard."""
        known = Settings(self._database).get(_REACH, list[Reach], [])
        return [one for one in known if one.meeting == meeting]

    def put_reach(self, reach: Sequence[Reach]) -> None:
        """Replace the list."""
        Settings(self._database).put(_REACH, reach)

    def voting(self) -> list[VotingDevice]:
        """Which of the person's laptops voted and votes, as the hub last said; empty while there is one."""
        return Settings(self._database).get(_VOTING, list[VotingDevice], [])

    def put_voting(self, voting: Sequence[VotingDevice]) -> None:
        """Replace the list."""
        Settings(self._database).put(_VOTING, voting)

    def epoch(self) -> int:
        """The hub's epoch; 0 before the first contact."""
        return self._exchange().epoch

    def begin_epoch(self, epoch: int) -> None:
        """The hub's order began anew: cursor 0, no state, nothing to ask for again.

        Places that events had in the former order mean nothing any more; they get new ones as they come. A
        hub that was put back may not know laptops that voted.
        """
        with self._database.transaction():
            self.put_voting(())
            self._database.run("UPDATE exchange SET epoch = ?, cursor = 0, state = x''", (epoch,))
            self.put_again(())
            self._database.run("UPDATE event SET hub_seq = NULL WHERE hub_seq IS NOT NULL")
            # What is over by the new order's time too is erased again before anything of it is fetched.
            self._database.run("UPDATE packet SET erased = 0 WHERE erased")

    def cursor(self) -> int:
        """How far in the hub's order this laptop has heard; 0 at first."""
        return self._exchange().cursor

    def put_cursor(self, cursor: int) -> None:
        """Belongs in one transaction with what came up to there."""
        with self._database.transaction():
            self._database.run("UPDATE exchange SET cursor = ?", (cursor,))

    def again(self) -> tuple[int, ...]:
        """Places whose content was refused, oldest first."""
        return msgspec.msgpack.decode(self._exchange().again, type=tuple[int, ...])

    def put_again(self, again: Sequence[int]) -> None:
        """Replace them. Of more than ``MAX_AGAIN`` the oldest, asked for most often, are let go."""
        kept = sorted(set(again))[-MAX_AGAIN:]
        with self._database.transaction():
            self._database.run("UPDATE exchange SET again = ?", (msgspec.msgpack.encode(kept),))

    def state(self) -> bytes:
        """The hub's state as of the last reply; empty at first."""
        return self._exchange().state

    def put_state(self, state: bytes) -> None:
        """Belongs in one transaction with all that the reply brought."""
        with self._database.transaction():
            self._database.run("UPDATE exchange SET state = ?", (state,))

    def _cert(self, device: DeviceId) -> DeviceCert | None:
        envelope = self.cert(device)
        return None if envelope is None else decode_payload(envelope.payload, CertStatement).cert

    def _read(self, kind: Kind, payload: type[T]) -> T | None:
        """The one statement of its kind. What was read last is not decoded again."""
        kept = self._kept(kind, "")
        if kept is None:
            return None
        before, read = self._decoded.get(kind, (b"", None))
        if before != kept or not isinstance(read, payload):
            read = decode_payload(msgspec.msgpack.decode(kept, type=Envelope).payload, payload)
            self._decoded[kind] = (kept, read)
        return read

    def _exchange(self) -> _Exchange:
        row = self._database.one("SELECT skew, epoch, cursor, again, state FROM exchange")
        assert row is not None
        return _Exchange(*row)

    def _all(self, kind: Kind) -> list[Envelope]:
        rows = self._database.all("SELECT envelope FROM statement WHERE kind = ? ORDER BY subject", (kind,))
        return [msgspec.msgpack.decode(row[0], type=Envelope) for row in rows]

    def _get(self, kind: Kind, subject: str) -> Envelope | None:
        kept = self._kept(kind, subject)
        return None if kept is None else msgspec.msgpack.decode(kept, type=Envelope)

    def _kept(self, kind: Kind, subject: str) -> bytes | None:
        row = self._database.one(
            "SELECT envelope FROM statement WHERE kind = ? AND subject = ?", (kind, subject)
        )
        return None if row is None else row[0]

    def _put(self, kind: Kind, subject: str, envelope: Envelope) -> None:
        if envelope.kind is not kind:
            raise ValueError(f"a {envelope.kind} is no {kind}")
        with self._database.transaction():
            self._database.run(
                "INSERT INTO statement (kind, subject, envelope) VALUES (?, ?, ?) "
                "ON CONFLICT (kind, subject) DO UPDATE SET envelope = excluded.envelope",
                (kind, subject, msgspec.msgpack.encode(envelope)),
            )
