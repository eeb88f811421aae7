"""How far the conversation with each room hub has come; the office's is in ``statements``."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any, NamedTuple

import msgspec

from reader.store.database import Database
from reader.store.events import moment
from sync.model.ids import DeviceId
from sync.wire.messages import MAX_AGAIN


class Heard(NamedTuple):
    """A room hub that was spoken to, and when, by this laptop's own clock."""

    hub: DeviceId
    when: datetime


class Route:
    """That of one room hub, which need not be known yet."""

    def __init__(self, database: Database, hub: DeviceId) -> None:
        self._database = database
        self._hub = hub

    def epoch(self) -> int:
        """The epoch of the roster by which its order was begun; 0 before the first contact."""
        return int(self._get("epoch", 0))

    def begin_epoch(self, epoch: int) -> None:
        """Its order is heard from the beginning."""
        with self._database.transaction():
            self._put("epoch", epoch)
            self._put("cursor", 0)
            self._put("state", b"")
            self.put_again(())

    def cursor(self) -> int:
        """How far in its order this laptop has heard."""
        return int(self._get("cursor", 0))

    def put_cursor(self, cursor: int) -> None:
        """Belongs in one transaction with what came up to there."""
        self._put("cursor", cursor)

    def again(self) -> tuple[int, ...]:
        """Places whose content was refused, oldest first."""
        return msgspec.msgpack.decode(self._get("again", b"\x90"), type=tuple[int, ...])

    def put_again(self, again: Sequence[int]) -> None:
        """Replace them. Of more than ``MAX_AGAIN`` the oldest are let go."""
        self._put("again", msgspec.msgpack.encode(sorted(set(again))[-MAX_AGAIN:]))

    def state(self) -> bytes:
        """Its state as of the last reply."""
        return bytes(self._get("state", b""))

    def put_state(self, state: bytes) -> None:
        """Belongs in one transaction with all that the reply brought."""
        self._put("state", state)

    def through(self) -> int:
        """It has this device's chain up to there."""
        return int(self._get("through", 0))

    def put_through(self, seq: int) -> None:
        """It has more of it."""
        self._put("through", seq)

    def put_heard(self, when: datetime) -> None:
        """It was spoken to."""
        self._put("heard", moment(when))

    def _get(self, column: str, default: Any) -> Any:
        row = self._database.one(f"SELECT {column} FROM route WHERE hub = ?", (self._hub,))  # noqa: S608
        return default if row is None else row[0]

    def _put(self, column: str, value: object) -> None:
        with self._database.transaction():
            self._database.run(
                f"INSERT INTO route (hub, {column}) VALUES (?, ?) "  # noqa: S608 - columns are named above
                f"ON CONFLICT (hub) DO UPDATE SET {column} = excluded.{column}",
                (self._hub, value),
            )


def last_heard(database: Database) -> Heard | None:
    """The room hub that was spoken to last."""
    row = database.one("SELECT hub, heard FROM route WHERE heard IS NOT NULL ORDER BY heard DESC LIMIT 1")
    return None if row is None else Heard(DeviceId(row[0]), datetime.fromisoformat(row[1]))
