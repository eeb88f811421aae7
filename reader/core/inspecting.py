"""The packet check, and ``sohop probe``: the PDF child opens a file as a delegate's laptop will open it."""

from __future__ import annotations

import errno
import hashlib
import os
import stat
from collections.abc import Iterator
from functools import cached_property
from io import FileIO
from pathlib import Path
from typing import Final

from reader.core.composing.building import Inspected
from reader.core.composing.folder import PacketFolder
from reader.pdf import PdfClient, PdfOutcome, PdfReport, inspect
from sync.errors import Code, SohopError

CODES: Final = {
    PdfOutcome.PASSWORD: Code.PDF_PASSWORD,
    PdfOutcome.DAMAGED: Code.PDF_DAMAGED,
    PdfOutcome.CRASHED: Code.PDF_DAMAGED,
    PdfOutcome.REFUSED: Code.PDF_REFUSED,
    PdfOutcome.TIMEOUT: Code.PDF_TIMEOUT,
    PdfOutcome.MEMORY: Code.PDF_MEMORY,
}
"""The sentence of each outcome that is not readable."""
_NOT_THERE: Final = (errno.ENOENT, errno.ENOTDIR, errno.ENAMETOOLONG, errno.ELOOP)
_PIECE: Final = 1024 * 1024
_READ: Final = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


class FileSource:
    """A plain file as the PDF child's source. For the secretary's own files, before they are a packet."""

    def __init__(self, path: Path) -> None:
        """Raises ``SohopError(FILE_MISSING | FILE_NOT_ONE | FILE_UNREADABLE)``, later on too."""
        self._path = path
        with self._open() as file:
            self.size = os.fstat(file.fileno()).st_size

    @cached_property
    def sha256(self) -> str:
        """Of the bytes, lower-case hexadecimal."""
        with self._open() as file:
            try:
                return hashlib.file_digest(file, "sha256").hexdigest()
            except OSError as error:
                raise self._unreadable() from error

    def read_into(self, buffer: memoryview) -> None:
        """Fill ``buffer`` (``size`` bytes)."""
        with self._open() as file:
            filled = 0
            while filled < len(buffer):
                try:
                    count = file.readinto(buffer[filled:])
                except OSError as error:
                    raise self._unreadable() from error
                if not count:  # somebody made it shorter meanwhile
                    raise self._unreadable()
                filled += count

    def pieces(self) -> Iterator[bytes]:
        """Its ``size`` bytes in order, some at a time."""
        left = self.size
        with self._open() as file:
            while left:
                try:
                    piece = file.read(min(left, _PIECE))
                except OSError as error:
                    raise self._unreadable() from error
                if not piece:  # somebody made it shorter meanwhile
                    raise self._unreadable()
                left -= len(piece)
                yield piece

    def _open(self) -> FileIO:
        """An ordinary file, and only that: to open a FIFO would wait for whoever writes to it."""
        try:
            handle = os.open(self._path, _READ)
        except OSError as error:
            if error.errno in _NOT_THERE:
                raise SohopError(Code.FILE_MISSING, name=self._path.name) from error
            if os.path.exists(self._path) and not os.path.isfile(self._path):  # sockets; elsewhere folders
                raise SohopError(Code.FILE_NOT_ONE, name=self._path.name) from error
            raise self._unreadable() from error
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            os.close(handle)
            raise SohopError(Code.FILE_NOT_ONE, name=self._path.name)
        return FileIO(handle, "rb")

    def _unreadable(self) -> SohopError:
        return SohopError(Code.FILE_UNREADABLE, name=self._path.name)


class BytesSource:
    """Bytes in memory as the PDF child's source."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.size = len(data)
        self.sha256 = hashlib.sha256(data).hexdigest()

    def read_into(self, buffer: memoryview) -> None:
        """Fill ``buffer`` (``size`` bytes)."""
        buffer[:] = self.data


def check_file(path: Path, client: PdfClient) -> PdfReport:
    """How a file opens. Raises ``SohopError(FILE_…)`` for one that could not be tried."""
    return inspect(FileSource(path), client)


def check_folder(folder: PacketFolder) -> dict[str, Inspected]:
    """Pages and text layer of each file, by file name.

    Raises ``SohopError`` with a ``FILE_…`` or ``PDF_…`` code that names the file.
    """
    found: dict[str, Inspected] = {}
    client = PdfClient(background=True)
    try:
        for document, path in folder.files():
            report = check_file(path, client)
            if not report.outcome.readable:
                raise SohopError(CODES[report.outcome], name=document.file)
            found[document.file] = Inspected(pages=report.pages, has_text=report.has_text)
    finally:
        client.close()
    return found
