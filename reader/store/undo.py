"""What can be undone in each document: which versions of its marks stood before each act and after it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any, Final

from reader.store.database import Database
from sync.model.ids import DocumentId, EventId, MeetingId

_BEFORE: Final = "before"
_AFTER: Final = "after"


@dataclass(frozen=True, slots=True)
class Step:
    """What an act did to one mark: the versions that stood before and after; none where it was not there."""

    before: tuple[EventId, ...]
    after: tuple[EventId, ...]


@dataclass(frozen=True, slots=True)
class Act:
    """One thing a person did, to one mark or to many; ``steps`` by their numbers."""

    id: int
    steps: dict[int, Step]


class UndoLog:
    """Both directions for every document. Versions are named by their events, which stay for ever, so an act
    takes some hundred bytes whatever was drawn, and there is no bound."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def push(self, meeting: MeetingId, document: DocumentId, steps: Sequence[Step]) -> None:
        """Something was done. What had been undone before can't be done again any more."""
        with self._database.transaction():
            self._database.run(
                "DELETE FROM undo_act WHERE meeting = ? AND document = ? AND undone", (meeting, document)
            )
            self._database.run("INSERT INTO undo_act (meeting, document) VALUES (?, ?)", (meeting, document))
            row = self._database.one("SELECT last_insert_rowid()")
            assert row is not None
            self._database.run_many(
                "INSERT INTO undo_version (act, step, side, place, event) VALUES (?, ?, ?, ?, ?)",
                (
                    (row[0], number, side, place, event)
                    for number, step in enumerate(steps)
                    for side, events in ((_BEFORE, step.before), (_AFTER, step.after))
                    for place, event in enumerate(events)
                ),
            )

    def last(self, meeting: MeetingId, document: DocumentId) -> Act | None:
        """What would be undone."""
        return self._act(
            self._database.one(
                "SELECT id FROM undo_act WHERE meeting = ? AND document = ? AND NOT undone "
                "ORDER BY id DESC LIMIT 1",
                (meeting, document),
            )
        )

    def next(self, meeting: MeetingId, document: DocumentId) -> Act | None:
        """What would be done again."""
        return self._act(
            self._database.one(
                "SELECT id FROM undo_act WHERE meeting = ? AND document = ? AND undone ORDER BY id LIMIT 1",
                (meeting, document),
            )
        )

    def turned(self, act: Act, *, undone: bool, kept: Collection[int]) -> None:
        """It was undone, or done again: of its steps those ``kept``, the others can be neither any more."""
        with self._database.transaction():
            self._database.run("UPDATE undo_act SET undone = ? WHERE id = ?", (undone, act.id))
            for step in act.steps.keys() - kept:
                self._database.run("DELETE FROM undo_version WHERE act = ? AND step = ?", (act.id, step))
            if not kept:
                self._database.run("DELETE FROM undo_act WHERE id = ?", (act.id,))

    def follow(self, old: EventId, new: EventId) -> None:
        """What a version was is another one now: all acts that name it mean that one."""
        with self._database.transaction():
            self._database.run("UPDATE undo_version SET event = ? WHERE event = ?", (new, old))

    def _act(self, row: tuple[Any, ...] | None) -> Act | None:
        if row is None:
            return None
        steps: dict[int, Step] = {}
        for number, side, event in self._database.all(
            "SELECT step, side, event FROM undo_version WHERE act = ? ORDER BY step, place", (row[0],)
        ):
            step = steps.get(number, Step((), ()))
            steps[number] = (
                Step((*step.before, event), step.after)
                if side == _BEFORE
                else Step(step.before, (*step.after, event))
            )
        return Act(row[0], steps)
