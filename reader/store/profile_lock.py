"""One program per profile, and whether the last one ended properly. Both live in one file, ``vault.lock``."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Final

from reader.store.files import full_disk_is_said, private
from sync.errors import Code, SohopError

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_NAME: Final = "vault.lock"
_OPEN: Final = b"open"
_LOCKED_BYTE: Final = 1 << 20
"""Windows locks a range and forbids reading it: one far behind the content."""


class ProfileLock:
    """Held as long as the vault is open; the operating system lets go of it when the program dies."""

    def __init__(self, profile: Path) -> None:
        """Take the lock. Raises ``SohopError(VAULT_IN_USE)``."""
        self._file = open(profile / _NAME, "a+b", opener=private)  # noqa: SIM115 - closed by release
        try:
            lock(self._file.fileno())
        except OSError as error:
            self._file.close()
            raise SohopError(Code.VAULT_IN_USE) from error
        self._file.seek(0)
        self.unclean = self._file.read(len(_OPEN)) == _OPEN
        """Whether the last program that wrote here died before it closed the vault."""

    def mark_open(self) -> None:
        """To be called before the first write. Raises ``SohopError(DISK_FULL)``."""
        self._file.truncate(0)
        with full_disk_is_said():
            self._file.write(_OPEN)
            self._file.flush()
            os.fsync(self._file.fileno())

    def mark_closed(self) -> None:
        """To be called when everything is in the database file."""
        self._file.truncate(0)
        os.fsync(self._file.fileno())

    def release(self) -> None:
        """Let others open the vault."""
        self._file.close()


def lock(handle: int) -> None:
    """Hold a file, also against this program; raises ``OSError`` when it is held."""
    if sys.platform == "win32":
        os.lseek(handle, _LOCKED_BYTE, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
    else:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
