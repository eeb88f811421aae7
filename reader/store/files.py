"""Small durable files, and what a full disk looks like to the operating system."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from sync.errors import Code, SohopError

_FULL = frozenset({errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)})


@contextmanager
def full_disk_is_said() -> Iterator[None]:
    """Turns a full disk, a quota or a size limit into ``SohopError(DISK_FULL)``; other errors pass."""
    try:
        yield
    except OSError as error:
        if error.errno in _FULL:
            raise SohopError(Code.DISK_FULL) from error
        raise


def write_atomically(path: Path, data: bytes) -> None:
    """Replace a file so that after a power cut there is the old one or the new one, whole.

    Raises ``SohopError(DISK_FULL)``, ``OSError`` for a place that can't be written to: then the old file is
    as it was, and nothing lies beside it.
    """
    with replaced(path) as file:
        file.write(data)


@contextmanager
def replaced(path: Path) -> Iterator[BinaryIO]:
    """The same for what is written some at a time: the file takes the place of the old one when the block
    ends. Until then, and after a kill, its name has ``.partial`` behind it; the next try replaces that."""
    partial = path.with_name(path.name + ".partial")
    try:
        with full_disk_is_said():
            with open(partial, "wb", opener=private) as file:
                yield file
                file.flush()
                os.fsync(file.fileno())
            os.replace(partial, path)
            sync_folder(path.parent)
    except BaseException:
        with suppress(OSError):
            partial.unlink(missing_ok=True)
        raise


def sync_folder(folder: Path) -> None:
    """Make renames and new names in this folder durable."""
    if sys.platform == "win32":
        return  # NTFS journals names itself, and a folder cannot be opened for this.
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def private(path: str, flags: int) -> int:
    """An ``open`` opener: a new file is for its owner only."""
    return os.open(path, flags, 0o600)
