"""What the recorder has shown of each motion's log: marks, the proofs that join them, and forks, for ever.

A mark stands as long as the act or the closing that it came with: what a hub had said before it was restored
from a backup is not compared with what it says afterwards.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

import msgspec

from reader.store.database import Database
from reader.store.events import moment
from sync.model.ids import EventId, MeetingId, MotionId
from sync.trust.logs import LogMark
from sync.wire.envelope import Envelope
from sync.wire.messages import LogAsk


class Fork(NamedTuple):
    """Two signed words on one log that cannot both be true. ``heard`` by the best known time."""

    motion: MotionId
    heard: datetime
    one: Envelope
    other: Envelope


class Heads:
    """By motion."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def put(self, event: EventId, mark: LogMark, envelope: Envelope) -> None:
        """Keep a verified mark: that of an own ballot's receipt, or of a closing, by the event's id."""
        with self._database.transaction():
            self._database.run(
                "INSERT INTO log_mark (event, motion, size, root, frozen, envelope) "
                "VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (event) DO UPDATE SET "
                "motion = excluded.motion, size = excluded.size, "
                "root = excluded.root, frozen = excluded.frozen, envelope = excluded.envelope",
                (event, mark.motion, mark.size, mark.root, mark.frozen, msgspec.msgpack.encode(envelope)),
            )
            self._settle(mark.motion)

    def marks(self, motion: MotionId) -> list[tuple[LogMark, Envelope]]:
        """All that stand, the smallest first, with the recorder's signed word."""
        rows = self._database.all(
            "SELECT m.motion, m.size, m.root, m.frozen, m.envelope FROM log_mark m JOIN event e "
            "ON e.id = m.event WHERE m.motion = ? AND (e.state = 'accepted' OR "
            "(e.state = 'delivered' AND e.hub_seq IS NOT NULL)) ORDER BY m.size, m.frozen, m.event",
            (motion,),
        )
        return [
            (LogMark(row[0], row[1], row[2], bool(row[3])), msgspec.msgpack.decode(row[4], type=Envelope))
            for row in rows
        ]

    def asks(self, limit: int) -> tuple[LogAsk, ...]:
        """Which proofs are still wanted, by motion."""
        wanted: list[LogAsk] = []
        for (motion,) in self._database.all("SELECT motion FROM log_wanted ORDER BY motion"):
            wanted += [LogAsk(motion=motion, first=a.size, second=b.size) for a, b in self._open(motion)]
            if len(wanted) >= limit:
                break
        return tuple(wanted[:limit])

    def wants(self, ask: LogAsk) -> bool:
        """Whether this proof is still wanted."""
        return any((a.size, b.size) == (ask.first, ask.second) for a, b in self._open(ask.motion))

    def put_link(self, first: LogMark, second: LogMark, path: Sequence[bytes]) -> None:
        """Keep a proof that ``sync.trust`` accepted."""
        with self._database.transaction():
            self._database.run(
                "INSERT INTO log_link (motion, first, second, path) VALUES (?, ?, ?, ?) "
                "ON CONFLICT (motion, first, second) DO NOTHING",
                (first.motion, first.root, second.root, msgspec.msgpack.encode(list(path))),
            )
            self._settle(first.motion)

    def link(self, first: LogMark, second: LogMark) -> tuple[bytes, ...] | None:
        """The proof that ``second`` extends ``first``; None when it is not here."""
        if (first.size, first.root) == (second.size, second.root):
            return ()
        row = self._database.one(
            "SELECT path FROM log_link WHERE motion = ? AND first = ? AND second = ?",
            (first.motion, first.root, second.root),
        )
        return None if row is None else msgspec.msgpack.decode(row[0], type=tuple[bytes, ...])

    def put_fork(self, motion: MotionId, heard: datetime, one: Envelope, other: Envelope) -> bool:
        """Keep the evidence for ever; False when this motion's was known."""
        with self._database.transaction():
            added = self._database.run(
                "INSERT INTO log_fork (motion, heard, one, other) VALUES (?, ?, ?, ?) "
                "ON CONFLICT (motion) DO NOTHING",
                (motion, moment(heard), msgspec.msgpack.encode(one), msgspec.msgpack.encode(other)),
            )
            self._settle(motion)
        return added > 0

    def forks(self) -> list[Fork]:
        """All that were ever found, the oldest first."""
        rows = self._database.all("SELECT motion, heard, one, other FROM log_fork ORDER BY heard, motion")
        return [
            Fork(
                MotionId(row[0]),
                datetime.fromisoformat(row[1]),
                *(msgspec.msgpack.decode(each, type=Envelope) for each in row[2:]),
            )
            for row in rows
        ]

    def untold(self) -> list[tuple[MeetingId, Fork]]:
        """Forks of which the desk was not told yet, with their meetings."""
        waiting = {row[0] for row in self._database.all("SELECT motion FROM log_fork WHERE NOT told")}
        found = []
        for fork in self.forks() if waiting else ():
            row = self._database.one(
                "SELECT e.meeting FROM log_mark m JOIN event e ON e.id = m.event WHERE m.motion = ?",
                (fork.motion,),
            )
            if fork.motion in waiting and row is not None:
                found.append((MeetingId(row[0]), fork))
        return found

    def told(self, motion: MotionId) -> None:
        """Belongs in one transaction with the act that tells."""
        self._database.run("UPDATE log_fork SET told = 1 WHERE motion = ?", (motion,))

    def _open(self, motion: MotionId) -> list[tuple[LogMark, LogMark]]:
        """Every earlier mark with the newest, where no proof joins them yet; an empty log needs none."""
        if self._database.one("SELECT 1 FROM log_fork WHERE motion = ?", (motion,)):
            return []
        marks = list({(mark.size, mark.root): mark for mark, _ in self.marks(motion) if mark.size}.values())
        return [(one, marks[-1]) for one in marks[:-1] if self.link(one, marks[-1]) is None]

    def _settle(self, motion: MotionId) -> None:
        if self._open(motion):
            self._database.run("INSERT INTO log_wanted (motion) VALUES (?) ON CONFLICT DO NOTHING", (motion,))
        else:
            self._database.run("DELETE FROM log_wanted WHERE motion = ?", (motion,))
