"""Writes the one form of ZIP that an archive has (docs/ARCHIVE.md): stored, in order, nothing between.

Of our own, and not by a library: the same content is to give the same bytes with any version of Python.
"""

from __future__ import annotations

import hashlib
import struct
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import BinaryIO, Final, Protocol

from sync.errors import Code, SohopError

_LOCAL: Final = struct.Struct("<4s5H3L2H")
_CENTRAL: Final = struct.Struct("<4s6H3L5H2L")
_FAR_EXTRA: Final = struct.Struct("<2HQ")
_FAR_END: Final = struct.Struct("<4sQ2H2L4Q")
_LOCATOR: Final = struct.Struct("<4sLQL")
_END: Final = struct.Struct("<4s4H2LH")
_FAR: Final = 0xFFFF_FFFF
_DAY: Final = 0x21
"""The first of January 1980, when ZIP's calendar begins."""


class Head(Protocol):
    """What the central directory says of an entry."""

    @property
    def name(self) -> str: ...
    @property
    def size(self) -> int: ...
    @property
    def crc(self) -> int: ...
    @property
    def at(self) -> int: ...


@dataclass(frozen=True)
class Written:
    """One entry that was written; ``at`` is where its header begins."""

    name: str
    size: int
    crc: int
    at: int
    sha256: str = ""


class ZipWriter:
    """``add`` one after another, then ``close``. ``before``: entries that the file has already, up to where
    it stands now."""

    def __init__(self, file: BinaryIO, before: Sequence[Head] = ()) -> None:
        self._file = file
        self._entries: list[Head] = list(before)

    def add(self, name: str, pieces: Iterable[bytes]) -> Written:
        """Write an entry; its bytes come some at a time. Raises ``SohopError(TOO_LARGE)`` at 4 GB."""
        file, at = self._file, self._file.tell()
        file.write(bytes(_LOCAL.size + len(name)))
        sha256, crc, size = hashlib.sha256(), 0, 0
        for piece in pieces:
            file.write(piece)
            sha256.update(piece)
            crc = zlib.crc32(piece, crc)
            size += len(piece)
            if size >= _FAR:
                raise SohopError(Code.TOO_LARGE)
        written = Written(name, size, crc, at, sha256.hexdigest())
        file.seek(at)
        file.write(_local(written))
        file.seek(0, 2)
        self._entries.append(written)
        return written

    def close(self) -> None:
        """Write what stands at the end."""
        at = self._file.tell()
        directory = b"".join(map(_central, self._entries))
        self._file.write(directory + _ending(len(self._entries), len(directory), at))


def _local(one: Head) -> bytes:
    name = one.name.encode("ascii")
    head = _LOCAL.pack(b"PK\3\4", 10, 0, 0, 0, _DAY, one.crc, one.size, one.size, len(name), 0)
    return head + name


def _central(one: Head) -> bytes:
    name = one.name.encode("ascii")
    far = one.at >= _FAR
    extra = _FAR_EXTRA.pack(1, 8, one.at) if far else b""
    needs, at = (45, _FAR) if far else (10, one.at)
    times = (0, 0, 0, _DAY)  # no flags, stored, midnight
    sizes = (one.crc, one.size, one.size, len(name), len(extra))
    return _CENTRAL.pack(b"PK\1\2", 20, needs, *times, *sizes, 0, 0, 0, 0, at) + name + extra


def _ending(count: int, length: int, at: int) -> bytes:
    far = at >= _FAR
    end = _END.pack(b"PK\5\6", 0, 0, count, count, length, _FAR if far else at, 0)
    if not far:
        return end
    record = _FAR_END.pack(b"PK\6\6", 44, 45, 45, 0, 0, count, count, length, at)
    return record + _LOCATOR.pack(b"PK\6\7", 0, at + length, 1) + end
