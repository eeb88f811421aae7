"""Small files that matter: written whole, readable by their owner only, on disk before we go on."""

from __future__ import annotations

import os
from pathlib import Path


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
    if os.name != "nt":  # there a folder cannot be opened, and the system writes such changes through
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
