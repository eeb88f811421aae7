"""Sticks that are plugged in, as far as the system tells; any other folder is chosen by hand."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QStorageInfo

Sticks = Callable[[], "list[StickPlace]"]

_MOUNTS = ("/media/", "/run/media/", "/mnt/", "/Volumes/")


@dataclass(frozen=True)
class StickPlace:
    """A volume that can be written to. ``free`` in bytes."""

    path: Path
    name: str
    free: int


def plugged_in() -> list[StickPlace]:
    """What may be sticks, by name: volumes beside the system's own."""
    home = QStorageInfo(str(Path.home())).rootPath()
    found = []
    for volume in QStorageInfo.mountedVolumes():
        root = volume.rootPath()
        if not volume.isValid() or not volume.isReady() or volume.isReadOnly() or root in ("/", home):
            continue
        if sys.platform != "win32" and not root.startswith(_MOUNTS):
            continue
        name = volume.displayName() or root
        found.append(StickPlace(Path(root), name, volume.bytesAvailable()))
    return sorted(found, key=lambda place: place.name.casefold())
