"""A backup every night, by the hub itself: at night where the machine runs then, else when it can."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final, Self

from sync.errors import SohopError
from sync.hub import logs
from sync.hub.backup import BackupInsideError, back_up, taken

NIGHT: Final = range(1, 5)
"""Hours of the machine's own time in which nobody meets."""
_SOON, _LATE, OVERDUE = timedelta(hours=20), timedelta(hours=30), timedelta(hours=48)
_LOOK_S: Final = 600.0
_RETRY_S: Final = 3_600.0
"""After a failure: what failed may last, and a whole copy is read for each attempt."""
_SKEW: Final = timedelta(minutes=10)
_PATIENCE_S: Final = 20.0


def is_due(newest: datetime | None, now: datetime) -> bool:
    """Whether to take one at ``now`` (local): at night once a night, by day when a night was missed."""
    age = _age(newest, now)
    return age >= _LATE or (age >= _SOON and now.hour in NIGHT)


def is_overdue(newest: datetime | None, now: datetime) -> bool:
    """Whether the administrator has to look: no backup for two days."""
    return _age(newest, now) > OVERDUE


def _age(newest: datetime | None, now: datetime) -> timedelta:
    """Of the newest backup. One from the future says nothing: the clock was ahead then, or is behind now."""
    return timedelta.max if newest is None or newest > now + _SKEW else now - newest


def local_time() -> datetime:
    """By this machine's own clock."""
    return datetime.now(UTC).astimezone()


class Nightly:
    """Looks every ten minutes while the hub serves; ends with it. A failure is logged, and tried again after
    an hour. A copy that the end of the hub interrupts is not there at all."""

    def __init__(
        self,
        folder: Path,
        target: Path,
        clock: Callable[[], datetime] = local_time,
    ) -> None:
        self._folder = folder
        self._target = target
        self._clock = clock
        self._pause = _LOOK_S
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name="backup", daemon=True)

    def look(self) -> bool:
        """Take a backup when one is due; whether it was taken."""
        now = self._clock()
        self._pause = _RETRY_S
        newest = None
        try:
            newest = taken(self._target)
            done = back_up(self._folder, self._target, now) if is_due(newest, now) else None
        except (SohopError, OSError, BackupInsideError) as error:
            code = error.code if isinstance(error, SohopError) else type(error).__name__
            logs.note_backup(str(code), overdue=is_overdue(newest, now))
            return False
        self._pause = _LOOK_S
        if done is not None:
            logs.note_backup("taken", blobs=done.blobs, damaged=len(done.damaged))
        return done is not None

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stop.set()
        self._thread.join(_PATIENCE_S)

    def _run(self) -> None:
        while True:
            try:
                self.look()
            except Exception as error:  # noqa: BLE001  # the next night's backup must not die of it
                logs.note_bug(error)
            if self._stop.wait(self._pause):
                return
