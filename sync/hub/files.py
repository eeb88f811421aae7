"""Small files that matter: written whole, readable by their owner only, on disk before we go on."""

from __future__ import annotations

import os
from pathlib import Path


def write_new(path: Path, data: bytes, *, private: bool) -> None:
    """Write a file that must not exist yet. Raises ``FileExistsError``."""
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600 if private else 0o644)
    with os.fdopen(handle, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
