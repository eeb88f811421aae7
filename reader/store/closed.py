"""Closed motions as the desk receives them: the closing, the log's head, all ballots."""

from __future__ import annotations

import msgspec

from reader.store.database import Database
from sync.model.ids import MeetingId, MotionId
from sync.wire.desk import ClosedMotion


class Closed:
    """By motion; a later word on the same motion replaces the earlier."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def put(self, closed: ClosedMotion) -> None:
        """Keep what ``sync.trust`` accepted."""
        with self._database.transaction():
            self._database.run(
                "INSERT INTO closed (motion, meeting, value) VALUES (?, ?, ?) ON CONFLICT (motion) "
                "DO UPDATE SET meeting = excluded.meeting, value = excluded.value",
                (closed.motion, closed.meeting, msgspec.msgpack.encode(closed)),
            )

    def get(self, meeting: MeetingId, motion: MotionId) -> ClosedMotion | None:
        """One motion of a meeting, if its closing came."""
        row = self._database.one(
            "SELECT value FROM closed WHERE motion = ? AND meeting = ?", (motion, meeting)
        )
        return None if row is None else msgspec.msgpack.decode(row[0], type=ClosedMotion)

    def of_meeting(self, meeting: MeetingId) -> list[ClosedMotion]:
        """All of a meeting, by motion id."""
        rows = self._database.all("SELECT value FROM closed WHERE meeting = ? ORDER BY motion", (meeting,))
        return [msgspec.msgpack.decode(row[0], type=ClosedMotion) for row in rows]
