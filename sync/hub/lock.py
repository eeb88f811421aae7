"""One program serves a folder: the single writer is only single when it is the only one."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from sync.errors import Code, SohopError


@contextmanager
def held(path: Path) -> Iterator[None]:
    """Hold the lock; the system lets go of it when the program ends, however it ends.

    Raises ``SohopError(VAULT_IN_USE)`` when another program has it.
    """
    with path.open("a+b") as file:
        try:
            _lock(file)
        except OSError as error:
            raise SohopError(Code.VAULT_IN_USE) from error
        yield


if sys.platform == "win32":
    import msvcrt

    def _lock(file: IO[bytes]) -> None:
        file.seek(0)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(file: IO[bytes]) -> None:
        fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
