"""How far the conversation with each room hub has come; the office's is in ``statements``."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

import msgspec

from reader.store.database import Database
from reader.store.events import moment
from sync.model.ids import DeviceId
from sync.wire.messages import MAX_AGAIN


class Heard(NamedTuple):
    """A room hub that was spoken to, and when, by this laptop's own clock."""

    hub: DeviceId
    when: datetime


class _Conversation(NamedTuple):
    """How far the conversation with a room hub has come; at first not at all."""

    epoch: int = 0
    cursor: int = 0
    state: bytes = b""
    again: bytes = b"\x90"
    through: int = 0


class Route:
    """That of one room hub, which need not be known yet."""

    def __init__(self, database: Database, hub: DeviceId) -> None:
        self._database = database
        self._hub = hub

    def epoch(self) -> int:
        """The epoch of the roster by which its order was begun; 0 before the first contact."""
        return self._conversation().epoch

    def begin_epoch(self, epoch: int) -> None:
        """Its order is heard from the beginning."""
        self._put("UPDATE route SET epoch = ?, cursor = 0, state = x'', again = x'90' WHERE hub = ?", epoch)

    def cursor(self) -> int:
        """How far in its order this laptop has heard."""
        return self._conversation().cursor

    def put_cursor(self, cursor: int) -> None:
        """Belongs in one transaction with what came up to there."""
        self._put("UPDATE route SET cursor = ? WHERE hub = ?", cursor)

    def again(self) -> tuple[int, ...]:
        """Places whose content was refused, oldest first."""
        return msgspec.msgpack.decode(self._conversation().again, type=tuple[int, ...])

    def put_again(self, again: Sequence[int]) -> None:
        """Replace them. Of more than ``MAX_AGAIN`` the oldest are let go."""
        kept = sorted(set(again))[-MAX_AGAIN:]
        self._put("UPDATE route SET again = ? WHERE hub = ?", msgspec.msgpack.encode(kept))

    def state(self) -> bytes:
        """Its state as of the last reply."""
        return self._conversation().state

    def put_state(self, state: bytes) -> None:
        """Belongs in one transaction with all that the reply brought."""
        self._put("UPDATE route SET state = ? WHERE hub = ?", state)

    def through(self) -> int:
        """It has this device's chain up to there."""
        return self._conversation().through

    def put_through(self, seq: int) -> None:
        """It has more of it."""
        self._put("UPDATE route SET through = ? WHERE hub = ?", seq)

    def put_heard(self, when: datetime) -> None:
        """It was spoken to."""
        self._put("UPDATE route SET heard = ? WHERE hub = ?", moment(when))

    def _conversation(self) -> _Conversation:
        row = self._database.one(
            "SELECT epoch, cursor, state, again, through FROM route WHERE hub = ?", (self._hub,)
        )
        return _Conversation() if row is None else _Conversation(*row)

    def _put(self, update: str, value: int | str | bytes) -> None:
        """``update`` takes the value and the hub, which is known from then on."""
        with self._database.transaction():
            self._database.run("INSERT INTO route (hub) VALUES (?) ON CONFLICT DO NOTHING", (self._hub,))
            self._database.run(update, (value, self._hub))


def last_heard(database: Database) -> Heard | None:
    """The room hub that was spoken to last."""
    row = database.one("SELECT hub, heard FROM route WHERE heard IS NOT NULL ORDER BY heard DESC LIMIT 1")
    return None if row is None else Heard(DeviceId(row[0]), datetime.fromisoformat(row[1]))
