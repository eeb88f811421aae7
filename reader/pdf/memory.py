"""Nameless memory shared with the PDF child: the document's bytes go out in it, pixels come back in it.

On Linux a ``memfd``: it has no name anywhere, dies with its last holder, and is sealed so that the other
side can neither shrink it (the window would die reading it) nor, for a document, write to it. Elsewhere the
bytes travel over the pipe; that way is written for Windows and was never run there (an inherited section is
to replace it).
"""

from __future__ import annotations

import mmap
import os
import sys
from collections.abc import Callable
from multiprocessing.connection import Connection
from multiprocessing.reduction import send_handle
from typing import Final

if sys.platform == "linux":
    import fcntl

HANDLES: Final = sys.platform == "linux"
"""Whether handles follow requests on the pipe; otherwise bytes do."""


class DocumentMemory:
    """The plain bytes of one document, for as long as it is open. ``close`` must be called."""

    def __init__(self, size: int, read_into: Callable[[memoryview], None]) -> None:
        """Have ``read_into`` write ``size`` bytes. Raises what it raises, with nothing left behind."""
        self.size = size
        self._handle = -1
        self._bytes = bytearray()
        if HANDLES:
            self._handle = _nameless("document", size)
            try:
                self._fill(read_into)
            except BaseException:
                self.close()
                raise
        else:
            self._bytes = bytearray(size)
            read_into(memoryview(self._bytes))

    def send(self, connection: Connection, process: int) -> None:
        """Hand the bytes to the child. Raises OSError when it is gone."""
        if HANDLES:
            send_handle(connection, self._handle, process)
        else:
            connection.send_bytes(self._bytes)

    def close(self) -> None:
        """Let go of the bytes; the child may still hold them."""
        if self._handle >= 0:
            os.close(self._handle)
        self._handle = -1
        self._bytes = bytearray()

    def _fill(self, read_into: Callable[[memoryview], None]) -> None:
        mapped = mmap.mmap(self._handle, self.size)
        with memoryview(mapped) as view:
            read_into(view)
        # Closed only where all went well: an error holds pieces of the view, and goes on as what it is.
        mapped.close()
        if sys.platform == "linux":
            # Only possible once no writable mapping is left.
            _seal(self._handle, fcntl.F_SEAL_WRITE | fcntl.F_SEAL_SHRINK | fcntl.F_SEAL_GROW)


class CanvasMemory:
    """Where the child puts pixels. The parent copies them out before it asks for more."""

    def __init__(self, size: int) -> None:
        self.size = size
        self._handle = -1
        self._mapped: mmap.mmap | None = None
        if HANDLES:
            self._handle = _nameless("canvas", size)
            if sys.platform == "linux":
                _seal(self._handle, fcntl.F_SEAL_SHRINK | fcntl.F_SEAL_GROW)
            self._mapped = mmap.mmap(self._handle, size)

    def send(self, connection: Connection, process: int) -> None:
        """Hand the canvas to the child. Raises OSError when it is gone."""
        if HANDLES:
            send_handle(connection, self._handle, process)

    def take(self, count: int, connection: Connection) -> bytes:
        """A copy of the first ``count`` bytes. Raises EOFError or OSError when the child is gone."""
        if self._mapped is None:
            return connection.recv_bytes(count)
        return self._mapped[:count]

    def close(self) -> None:
        """Let go of it."""
        if self._mapped is not None:
            self._mapped.close()
            self._mapped = None
            os.close(self._handle)


def _nameless(label: str, size: int) -> int:
    if sys.platform != "linux":
        raise NotImplementedError
    handle = os.memfd_create(label, os.MFD_CLOEXEC | os.MFD_ALLOW_SEALING)
    try:
        os.ftruncate(handle, size)
    except OSError:
        os.close(handle)
        raise
    return handle


if sys.platform == "linux":

    def _seal(handle: int, seals: int) -> None:
        fcntl.fcntl(handle, fcntl.F_ADD_SEALS, seals | fcntl.F_SEAL_SEAL)
