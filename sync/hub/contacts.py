"""When each laptop was last in contact: remembered in memory, written down with the next token given out.

An exchange must not cost a write of its own; a hub that is killed forgets at most half a day.
"""

from __future__ import annotations

from collections.abc import Mapping
from threading import Lock

from sqlalchemy import Connection, bindparam, update

from sync.hub import tables
from sync.model.ids import DeviceId

_SEEN = (
    update(tables.devices).where(tables.devices.c.id == bindparam("which")).values(seen=bindparam("moment"))
)


class Contacts:
    """Moments in milliseconds."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._unwritten: dict[DeviceId, int] = {}

    def note(self, device: DeviceId, now: int) -> None:
        """It is there now."""
        with self._lock:
            self._unwritten[device] = now

    def unwritten(self) -> Mapping[DeviceId, int]:
        """What the tables do not say yet."""
        with self._lock:
            return dict(self._unwritten)

    def write(self, connection: Connection) -> None:
        """Write it down, in the caller's transaction. When that fails, the next contact says it again."""
        with self._lock:
            noted, self._unwritten = self._unwritten, {}
        if noted:
            rows = [{"which": device, "moment": moment} for device, moment in noted.items()]
            connection.execute(_SEEN, rows)
