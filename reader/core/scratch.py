"""A folder for what another program has to read in clear: in memory where there is such a place, owner only,
and gone afterwards. What a program that was killed left behind goes when the next one starts.
"""

from __future__ import annotations

import os
import shutil
import stat
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from reader.store.profile_lock import lock

PREFIX: Final = "sohop-scratch-"
_LOCK: Final = "lock"
_ENOUGH: Final = 512 * 1024 * 1024
"""Bytes that a place in memory must have free."""


@contextmanager
def scratch() -> Iterator[Path]:
    """A new empty folder; it and all in it are removed in the end. Raises ``OSError``."""
    sweep()
    folder, held = _make(_place())
    try:
        yield folder
    finally:
        _empty(folder, held)


def sweep() -> int:
    """Remove what programs that were killed left behind; how many folders that were."""
    return sum(_remove(folder) for place in _places() for folder in sorted(place.glob(f"{PREFIX}*")))


def _places() -> list[Path]:
    """Where such folders can be, the best first."""
    found = [Path(tempfile.gettempdir())]
    if sys.platform == "linux":
        runtime = os.environ.get("XDG_RUNTIME_DIR", "")
        found = [*([Path(runtime)] if runtime else []), Path("/dev/shm"), *found]  # noqa: S108
    return [place for place in found if place.is_dir()]


def _place() -> Path:
    """Memory where there is enough of it, else the folder for temporary files."""
    *memory, disk = _places()
    for place in memory:
        if os.access(place, os.W_OK | os.X_OK) and shutil.disk_usage(place).free >= _ENOUGH:
            return place
    return disk


def _make(place: Path) -> tuple[Path, int]:
    while True:
        folder = Path(tempfile.mkdtemp(prefix=PREFIX, dir=place))
        held = _hold(folder)
        if held is not None:
            return folder, held


def _hold(folder: Path) -> int | None:
    """The folder's lock, which the system lets go of when its program dies; None when another has it."""
    handle = os.open(folder / _LOCK, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        lock(handle)
    except OSError:
        os.close(handle)
        return None
    return handle


def _remove(folder: Path) -> bool:
    """Only our own, and none that a program still works in; one without a lock is just being made."""
    with suppress(OSError):
        known = folder.lstat()
        ours = not hasattr(os, "getuid") or known.st_uid == os.getuid()
        if not stat.S_ISDIR(known.st_mode) or not ours or not (folder / _LOCK).is_file():
            return False
        held = _hold(folder)
        if held is None:
            return False
        _empty(folder, held)
        return not folder.exists()
    return False


def _empty(folder: Path, held: int) -> None:
    """While it is held, so that nobody else sweeps it too; Windows removes the lock only when let go."""
    shutil.rmtree(folder, ignore_errors=True)
    os.close(held)
    shutil.rmtree(folder, ignore_errors=True)
