"""Wrong passphrases make the next try wait, up to 30 seconds, over restarts too. They destroy nothing.

The counter is a plain file: it slows down a person at the keyboard. Against somebody who has the disk, the
cost of Argon2id is what counts.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from pathlib import Path
from typing import Final

import msgspec
from msgspec import Struct

from reader.store.files import write_atomically
from sync.errors import Code, SohopError

Clock = Callable[[], float]
"""Seconds since the Unix epoch: the wait has to survive a restart."""

_WAITS: Final = (1, 2, 4, 8, 16, 30)
_NAME: Final = "vault.tries"


class _Count(Struct, frozen=True):
    failed: int = 0
    at: float = 0.0


class Tries:
    """The counter of one profile."""

    def __init__(self, profile: Path, clock: Clock) -> None:
        self._path = profile / _NAME
        self._clock = clock

    def refuse_while_waiting(self) -> None:
        """Raises ``SohopError(WRONG_PASSPHRASE, seconds=…)`` while the wait of the last try lasts."""
        count = self._read()
        elapsed = self._clock() - count.at
        # A clock that was set back must not lock the person out for longer than the wait itself.
        left = _wait(count.failed) - max(elapsed, 0.0)
        if left > 0:
            raise SohopError(Code.WRONG_PASSPHRASE, seconds=math.ceil(left))

    def failed(self) -> int:
        """Count one wrong try; how many seconds the next has to wait. Raises ``SohopError(DISK_FULL)``."""
        count = _Count(self._read().failed + 1, self._clock())
        write_atomically(self._path, msgspec.json.encode(count))
        return _wait(count.failed)

    def succeeded(self) -> None:
        """Forget the wrong tries."""
        self._path.unlink(missing_ok=True)

    def _read(self) -> _Count:
        try:
            return msgspec.json.decode(self._path.read_bytes(), type=_Count)
        except FileNotFoundError:
            return _Count()
        except msgspec.DecodeError:
            return _Count(failed=len(_WAITS), at=self._clock())


def _wait(failed: int) -> int:
    return _WAITS[min(failed, len(_WAITS)) - 1] if failed > 0 else 0
