"""What the laptop believes and how far it has heard: roster, certificates, freshness, cursor, state.

Envelopes are kept as they came, after ``sync.trust`` accepted them; the vault authenticates them at rest.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import msgspec

from reader.store.database import Database
from reader.store.settings import Settings
from sync.model.ids import DeviceId, MeetingId
from sync.model.people import PersonEntry
from sync.trust.directory import Directory
from sync.wire.codec import decode_payload
from sync.wire.envelope import Envelope, Kind
from sync.wire.messages import Reach
from sync.wire.statements import CertStatement, Freshness, Roster

_PEOPLE: Final = "people"


class Trust:
    """``put`` replaces: that a roster or a statement is not older is for ``sync.trust`` to say."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def roster(self) -> Envelope | None:
        """The newest accepted roster (payload: ``Roster``)."""
        return self._get(Kind.ROSTER, "")

    def put_roster(self, envelope: Envelope) -> None:
        """Keep an accepted roster."""
        self._put(Kind.ROSTER, "", envelope)

    def certs(self) -> list[Envelope]:
        """Accepted certificates of delegates' and guests' devices (payload: ``CertStatement``)."""
        rows = self._database.all(
            "SELECT envelope FROM statement WHERE kind = ? ORDER BY subject", (Kind.DEVICE,)
        )
        return [msgspec.msgpack.decode(row[0], type=Envelope) for row in rows]

    def put_cert(self, envelope: Envelope) -> None:
        """Keep an accepted certificate in place of the device's earlier one."""
        device: DeviceId = decode_payload(envelope.payload, CertStatement).cert.device
        self._put(Kind.DEVICE, device, envelope)

    def freshness(self) -> Envelope | None:
        """The newest accepted freshness statement (payload: ``Freshness``)."""
        return self._get(Kind.FRESHNESS, "")

    def put_freshness(self, envelope: Envelope) -> None:
        """Keep an accepted freshness statement."""
        self._put(Kind.FRESHNESS, "", envelope)

    def directory(self) -> Directory | None:
        """The devices one may believe; None before the first roster."""
        roster = self.read_roster()
        if roster is None:
            return None
        certs = (decode_payload(envelope.payload, CertStatement).cert for envelope in self.certs())
        return Directory(roster, certs)

    def read_roster(self) -> Roster | None:
        """The roster, decoded."""
        envelope = self.roster()
        return None if envelope is None else decode_payload(envelope.payload, Roster)

    def read_freshness(self) -> Freshness | None:
        """The freshness statement, decoded."""
        envelope = self.freshness()
        return None if envelope is None else decode_payload(envelope.payload, Freshness)

    def people(self) -> list[PersonEntry]:
        """Everybody whom a packet may name, as the hub last listed them for the desk."""
        row = self._database.one("SELECT value FROM setting WHERE key = ?", (_PEOPLE,))
        return [] if row is None else msgspec.json.decode(row[0], type=list[PersonEntry])

    def put_people(self, people: Sequence[PersonEntry]) -> None:
        """Replace the list."""
        Settings(self._database).put(_PEOPLE, people)

    def reach(self, meeting: MeetingId) -> list[Reach]:
        """How far the recalls of a meeting got, as the hub last told the desk. Stand-in."""
        known = Settings(self._database).get("reach", list[Reach], [])
        return [one for one in known if one.meeting == meeting]

    def put_reach(self, reach: Sequence[Reach]) -> None:
        """Replace what is known."""
        Settings(self._database).put("reach", list(reach))

    def cursor(self) -> int:
        """How far in the hub's order of events this laptop has heard; 0 at first."""
        return int(self._exchange()[0])

    def put_cursor(self, cursor: int) -> None:
        """Belongs in one transaction with the events up to there."""
        with self._database.transaction():
            self._database.run("UPDATE exchange SET cursor = ?", (cursor,))

    def state(self) -> bytes:
        """The hub's state as of the last reply; empty at first."""
        return bytes(self._exchange()[1])

    def put_state(self, state: bytes) -> None:
        """Belongs in one transaction with all that the reply brought."""
        with self._database.transaction():
            self._database.run("UPDATE exchange SET state = ?", (state,))

    def _exchange(self) -> tuple[int, bytes]:
        row = self._database.one("SELECT cursor, state FROM exchange")
        assert row is not None
        return row[0], row[1]

    def _get(self, kind: Kind, subject: str) -> Envelope | None:
        row = self._database.one(
            "SELECT envelope FROM statement WHERE kind = ? AND subject = ?", (kind, subject)
        )
        return None if row is None else msgspec.msgpack.decode(row[0], type=Envelope)

    def _put(self, kind: Kind, subject: str, envelope: Envelope) -> None:
        if envelope.kind is not kind:
            raise ValueError(f"a {envelope.kind} is no {kind}")
        with self._database.transaction():
            self._database.run(
                "INSERT INTO statement (kind, subject, envelope) VALUES (?, ?, ?) "
                "ON CONFLICT (kind, subject) DO UPDATE SET envelope = excluded.envelope",
                (kind, subject, msgspec.msgpack.encode(envelope)),
            )
