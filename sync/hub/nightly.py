"""A backup every night, by the hub itself: at night where the machine runs then, else when it can."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final, Self

from sync.errors import SohopError
from sync.hub import logs
from sync.hub.backup import back_up, taken

NIGHT: Final = range(1, 5)
"""Hours of the machine's own time in which nobody meets."""
_SOON, _LATE, OVERDUE = timedelta(hours=20), timedelta(hours=30), timedelta(hours=48)
_LOOK_S: Final = 600.0


def is_due(newest: datetime | None, now: datetime) -> bool:
    """Whether to take one at ``now`` (local): at night once a night, by day when a night was missed."""
    age = _LATE if newest is None else now - newest
    return age >= _LATE or (age >= _SOON and now.hour in NIGHT)


def is_overdue(newest: datetime | None, now: datetime) -> bool:
    """Whether the administrator has to look: no backup for two days."""
    return newest is None or now - newest > OVERDUE


def local_time() -> datetime:
    """By this machine's own clock."""
    return datetime.now(UTC).astimezone()


class Nightly:
    """Looks every ten minutes while the hub serves; ends with it. A failure is logged and tried again."""

    def __init__(
        self,
        folder: Path,
        target: Path,
        clock: Callable[[], datetime] = local_time,
    ) -> None:
        self._folder = folder
        self._target = target
        self._clock = clock
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name="backup", daemon=True)

    def look(self) -> bool:
        """Take a backup when one is due; whether it was taken."""
        now = self._clock()
        newest = taken(self._target)
        if not is_due(newest, now):
            return False
        try:
            done = back_up(self._folder, self._target, now)
        except (SohopError, OSError) as error:
            code = error.code if isinstance(error, SohopError) else type(error).__name__
            logs.note_backup(str(code), overdue=is_overdue(newest, now))
            return False
        logs.note_backup("taken", blobs=done.blobs)
        return True

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stop.set()
        self._thread.join()

    def _run(self) -> None:
        while True:
            self.look()
            if self._stop.wait(_LOOK_S):
                return
