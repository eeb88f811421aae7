"""Small files that matter: written whole, readable by their owner only, on disk before we go on."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import Final

_FULL: Final = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


def write_new(path: Path, data: bytes, *, private: bool) -> None:
    """Write a file that must not exist yet. Raises ``FileExistsError``.

    A program that is killed meanwhile leaves no such file: it can be made again.
    """
    if path.exists():
        raise FileExistsError(path)
    replace(path, data, private=private)


def replace(path: Path, data: bytes, *, private: bool) -> None:
    """Write a file in place of the one there: at any moment it is the old one or the new one, whole."""
    fresh = path.with_name(f".{path.name}.new")
    fresh.unlink(missing_ok=True)
    handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600 if private else 0o644)
    with os.fdopen(handle, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(path)
    flush_folder(path.parent)


def flush_folder(folder: Path) -> None:
    """What was renamed or made in it is on disk."""
    if os.name == "nt":  # there a folder cannot be opened; its file system orders renames by its journal
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def is_full(error: BaseException) -> bool:
    """Whether the disk had no room for it, or not for this user, or not for so large a file."""
    if isinstance(error, OSError):
        return error.errno in _FULL
    # obstore gives the system's error as text only.
    return any(f"os error {number}" in str(error) for number in _FULL)
