"""Chunks, manifests and descriptors, each under its SHA-256. What ``put`` has returned from is on disk.

obstore's local store renames without fsync, so a crash could leave a name with no bytes behind it. Here a
blob is written under another name, fsynced, then renamed; folders are fsynced before anybody is told.
"""

from __future__ import annotations

import os
import secrets
import shutil
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import obstore
from obstore.exceptions import BaseError
from obstore.store import LocalStore

from sync.errors import Code, SohopError
from sync.hub.files import flush_folder, is_full
from sync.model.ids import Digest
from sync.model.meeting import MAX_CHUNK_BYTES
from sync.wire.codec import digest
from sync.wire.messages import MAX_BLOB

_ARRIVING = "arriving"
_ONE_READ = MAX_CHUNK_BYTES + 1
"""Bytes that hold any chunk and show that there is no more."""
_LANES = 8
"""fsyncs under way at once: the file system joins them into few writes of its journal."""


class Blobs:
    """A folder with 256 subfolders. ``reserve`` bytes of the disk are left to the database."""

    def __init__(self, folder: Path, reserve: int = 64 * 1024 * 1024) -> None:
        self._folder = folder
        self._root = str(folder)
        self._reserve = reserve
        self._store = LocalStore(folder)
        self._lanes = ThreadPoolExecutor(_LANES, "blobs")

    @staticmethod
    def make(folder: Path) -> None:
        """Make the folders, durably."""
        for name in [_ARRIVING, *(f"{i:02x}" for i in range(256))]:
            (folder / name).mkdir(parents=True, exist_ok=True)
        flush_folder(folder)
        flush_folder(folder.parent)

    def put(self, blobs: Sequence[bytes]) -> list[Digest]:
        """Store all of them durably; those already here are left alone.

        Raises ``SohopError(DISK_FULL)``, before which nothing is acknowledged.
        """
        wanted = {digest(blob): blob for blob in blobs}
        fresh = [name for name in wanted if not self.has(name)]
        if fresh and shutil.disk_usage(self._folder).free < self._reserve + sum(
            len(wanted[name]) for name in fresh
        ):
            raise SohopError(Code.DISK_FULL)
        try:
            list(self._lanes.map(self._write, fresh, (wanted[name] for name in fresh)))
            # Also for those already here: another upload may have renamed them a moment ago.
            list(self._lanes.map(flush_folder, sorted({self._folder / name[:2] for name in wanted})))
        except (BaseError, OSError) as error:
            if is_full(error):
                raise SohopError(Code.DISK_FULL) from error
            raise
        return list(wanted)

    def has(self, name: Digest) -> bool:
        """Whether it is here. Blobs are never deleted while the hub runs."""
        return os.path.exists(self._place(name))

    def missing(self, names: Iterable[Digest]) -> list[Digest]:
        """Those that are not here, in the order asked."""
        return [name for name in names if not self.has(name)]

    def get(self, name: Digest) -> bytes:
        """Its bytes. Raises ``SohopError(PACKET_INCOMPLETE)`` when it is not here."""
        try:
            # Not by the store, nor by a file object: this is what the hub does most, and both cost more than
            # the reading itself.
            handle = os.open(self._place(name), os.O_RDONLY | getattr(os, "O_BINARY", 0))
        except FileNotFoundError as error:
            raise SohopError(Code.PACKET_INCOMPLETE) from error
        try:
            data = os.read(handle, _ONE_READ)
            if len(data) < _ONE_READ:
                return data
            parts = [data]
            while part := os.read(handle, MAX_BLOB):
                parts.append(part)
            return b"".join(parts)
        finally:
            os.close(handle)

    def clear_arriving(self) -> None:
        """Remove what an earlier crash left half-written. Only while nothing is being put."""
        for path in (self._folder / _ARRIVING).iterdir():
            path.unlink()

    def close(self) -> None:
        """Stop the threads."""
        self._lanes.shutdown()

    def _place(self, name: Digest) -> str:
        return f"{self._root}/{_path(name)}"

    def _write(self, name: Digest, data: bytes) -> None:
        arriving = f"{_ARRIVING}/{secrets.token_hex(16)}"
        obstore.put(self._store, arriving, data, use_multipart=False)
        with (self._folder / arriving).open("rb+") as file:
            os.fsync(file.fileno())
        obstore.rename(self._store, arriving, _path(name))


def _path(name: Digest) -> str:
    return f"{name[:2]}/{name}"
