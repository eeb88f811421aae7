"""Tombstones of recalled packets, and what the shelf may still say of them."""

from __future__ import annotations

from datetime import datetime

import msgspec
from msgspec import Struct

from reader.store.database import Database
from reader.store.events import read_event
from sync.model.events import Event, RecallPacket
from sync.model.ids import MeetingId, PersonId
from sync.model.meeting import Meeting
from sync.wire.envelope import Envelope


class Recalled(Struct, frozen=True, kw_only=True):
    """What is remembered of a recalled packet; ``reason``, ``at``, ``by`` when the recall's event is here."""

    meeting: MeetingId
    version: int
    title: str = ""
    short: str = ""
    starts: datetime | None = None
    ends: datetime | None = None
    reason: str = ""
    at: datetime | None = None
    by: PersonId | None = None


class Tombstones:
    """One for each recalled meeting: its versions up to that number are gone and do not come back."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def version(self, meeting: MeetingId) -> int:
        """The newest recalled version, 0 when none."""
        row = self._database.one("SELECT version FROM tombstone WHERE meeting = ?", (meeting,))
        return 0 if row is None else int(row[0])

    def put(self, meeting: MeetingId, version: int, shown: Meeting | None) -> None:
        """Raise the tombstone; never lowers it. ``shown`` is what was here, None when nothing was."""
        row = self._database.one("SELECT value FROM tombstone WHERE meeting = ?", (meeting,))
        known = (
            Recalled(meeting=meeting, version=version)
            if row is None
            else msgspec.msgpack.decode(row[0], type=Recalled)
        )
        word = self._word(meeting, version) if version >= known.version else None
        value = msgspec.structs.replace(
            known,
            version=max(version, known.version),
            **({} if shown is None else _of_meeting(shown)),
            **({} if word is None else word),
        )
        self._database.run(
            "INSERT INTO tombstone (meeting, version, value) VALUES (?, ?, ?) ON CONFLICT (meeting) "
            "DO UPDATE SET version = excluded.version, value = excluded.value",
            (meeting, value.version, msgspec.msgpack.encode(value)),
        )

    def all(self) -> list[Recalled]:
        """Those of meetings that were here and have no version to show now, by the time they start."""
        rows = self._database.all(
            "SELECT value FROM tombstone t WHERE NOT EXISTS "
            "(SELECT 1 FROM packet p WHERE p.meeting = t.meeting AND p.current)"
        )
        decoded = [msgspec.msgpack.decode(row[0], type=Recalled) for row in rows]
        were_here = [(one.starts, one.meeting, one) for one in decoded if one.starts is not None]
        return [one for _, _, one in sorted(were_here, key=lambda entry: entry[:2])]

    def _word(self, meeting: MeetingId, version: int) -> dict[str, object] | None:
        """Who recalled this version, when and why, from the event that said so."""
        for envelope, recorded in self._database.all(
            "SELECT envelope, recorded FROM event WHERE meeting = ? ORDER BY arrival DESC", (meeting,)
        ):
            event = read_event(msgspec.msgpack.decode(envelope, type=Envelope))
            if not isinstance(event, Event) or not isinstance(event.body, RecallPacket):
                continue
            if event.body.version == version:
                at = event.at if recorded is None else datetime.fromisoformat(recorded)
                return {"reason": event.body.reason, "at": at, "by": event.person}
        return None


def _of_meeting(shown: Meeting) -> dict[str, object]:
    return {"title": shown.title, "short": shown.short, "starts": shown.starts, "ends": shown.ends}
