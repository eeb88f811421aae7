"""The ZIP of an archive: there is one way to write it (docs/ARCHIVE.md), and any other is refused."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from sync.verify.reading import BrokenError, Why

MAX_ENTRIES = 60_000
MAX_NAME = 200
FAR = 2**32 - 1
"""Sizes are below it; from here on places need eight bytes."""
_PIECE = 1024 * 1024
_NAME = re.compile(
    rb"(?=.{1,200}\Z)(?:[a-z0-9](?:[a-z0-9.-]{0,78}[a-z0-9])?/){0,3}[a-z0-9](?:[a-z0-9.-]{0,78}[a-z0-9])?\Z"
)
_DEVICE = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|\Z)")
_LOCAL, _CENTRAL, _END = b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06"
_FAR_END, _LOCATOR = b"PK\x06\x06", b"PK\x06\x07"
_FIXED, _TAIL, _FAR_TAIL = 46, 22, 76
_MAX_DIRECTORY = MAX_ENTRIES * (_FIXED + MAX_NAME + 12)


@dataclass(frozen=True)
class Entry:
    """One file in it. ``at``: where its header begins."""

    name: str
    size: int
    crc: int
    at: int

    @property
    def start(self) -> int:
        """Where its bytes begin."""
        return self.at + 30 + len(self.name)

    @property
    def end(self) -> int:
        """The first byte behind it."""
        return self.start + self.size


class Container:
    """An open archive whose form is right. The bytes of its entries are not checked yet."""

    def __init__(self, file: BinaryIO) -> None:
        """Reads what stands around the entries. Raises ``BrokenError``."""
        self._file = file
        size = file.seek(0, 2)
        directory, at, count = self._ending(size)
        self.entries = tuple(_read_directory(directory, at, count))
        for entry in self.entries:
            head = local(entry)
            if self._bytes(entry.at, len(head)) != head:
                raise BrokenError(entry.name, Why.ZIP_HEADER)

    def pieces(self, entry: Entry) -> Iterator[bytes]:
        """Its bytes, some at a time. Raises ``BrokenError`` when they are fewer, or not those of its crc."""
        crc, at = 0, entry.start
        while at < entry.end:
            piece = self._bytes(at, min(_PIECE, entry.end - at))
            if not piece:
                raise BrokenError(entry.name, Why.ZIP_CUT)
            crc = zlib.crc32(piece, crc)
            at += len(piece)
            yield piece
        if crc != entry.crc:
            raise BrokenError(entry.name, Why.ZIP_SUM)

    def read(self, entry: Entry, most: int) -> bytes:
        """All of a small one. Raises ``BrokenError``."""
        if entry.size > most:
            raise BrokenError(entry.name, Why.TOO_LARGE_PART, most=most // 1024**2)
        return b"".join(self.pieces(entry))

    def _ending(self, size: int) -> tuple[bytes, int, int]:
        """The central directory, where it begins, and how many it lists."""
        tail = self._bytes(max(0, size - _TAIL), _TAIL)
        if len(tail) < _TAIL or not tail.startswith(_END):
            raise BrokenError("", Why.ZIP_CUT)
        count, length, at = _number(tail[10:12]), _number(tail[12:16]), _number(tail[16:20])
        behind = _TAIL
        if at == FAR:
            behind += _FAR_TAIL
            at = _number(self._bytes(max(0, size - behind), _FAR_TAIL)[48:56])
        if count > MAX_ENTRIES or length > _MAX_DIRECTORY:
            raise BrokenError("", Why.ZIP_MANY, most=MAX_ENTRIES)
        end = ending(count, length, at)
        if at + length + len(end) != size or self._bytes(size - len(end), len(end)) != end:
            raise BrokenError("", Why.ZIP_END)
        return self._bytes(at, length), at, count

    def _bytes(self, at: int, count: int) -> bytes:
        self._file.seek(at)
        return self._file.read(count)


def local(entry: Entry) -> bytes:
    """What stands before an entry."""
    name = entry.name.encode("ascii")
    return b"".join((_LOCAL, b"\x0a\x00", _same(entry, name), b"\x00\x00", name))


def central(entry: Entry) -> bytes:
    """Its line in the central directory."""
    name = entry.name.encode("ascii")
    far = entry.at >= FAR
    rest = (b"\x0c\x00" if far else b"\x00\x00") + bytes(10)
    at = b"\xff" * 4 if far else _bytes(entry.at, 4)
    extra = b"\x01\x00\x08\x00" + _bytes(entry.at, 8) if far else b""
    needs = b"\x2d\x00" if far else b"\x0a\x00"
    return b"".join((_CENTRAL, b"\x14\x00", needs, _same(entry, name), rest, at, name, extra))


def ending(count: int, length: int, at: int) -> bytes:
    """What stands behind a central directory of so many entries and bytes that begins at ``at``."""
    far = at >= FAR
    place = b"\xff" * 4 if far else _bytes(at, 4)
    end = b"".join(
        (_END, bytes(4), _bytes(count, 2), _bytes(count, 2), _bytes(length, 4), place, b"\x00\x00")
    )
    if not far:
        return end
    record = b"".join(
        (
            *(_FAR_END, _bytes(44, 8), b"\x2d\x00\x2d\x00", bytes(8)),
            *(_bytes(each, 8) for each in (count, count, length, at)),
        )
    )
    return b"".join((record, _LOCATOR, bytes(4), _bytes(at + length, 8), _bytes(1, 4), end))


def is_name(name: bytes) -> bool:
    """Whether an entry may be called so: safe on every system."""
    if _NAME.match(name) is None:
        return False
    parts = name.decode("ascii").split("/")
    return not any(".." in part or _DEVICE.match(part) for part in parts)


def _read_directory(directory: bytes, end: int, count: int) -> Iterator[Entry]:
    """Each line, which must be the one that its entry has; entries follow one another from 0 to ``end``."""
    place, at = 0, 0
    seen: set[str] = set()
    folders: set[str] = set()
    for number in range(count):
        fixed = directory[place : place + _FIXED]
        if len(fixed) < _FIXED or not fixed.startswith(_CENTRAL):
            raise BrokenError(f"#{number + 1}", Why.ZIP_HEADER)
        length = _number(fixed[28:30])
        raw = directory[place + _FIXED : place + _FIXED + length]
        if not is_name(raw):
            raise BrokenError(f"#{number + 1}", Why.ZIP_NAME, name=_shown(raw))
        name = raw.decode("ascii")
        if name in seen:
            raise BrokenError(name, Why.TWICE)
        _refuse_packed(name, fixed)
        entry = Entry(name, _number(fixed[24:28]), _number(fixed[16:20]), at)
        line = central(entry)
        if directory[place : place + len(line)] != line:
            told = directory[place + 42 : place + 46]
            far = directory[place + _FIXED + length + 4 : place + _FIXED + length + 12]
            where = _number(far) if _number(told) == FAR else _number(told)
            raise BrokenError(name, Why.ZIP_HEADER if where == at else Why.ZIP_PLACE)
        seen.add(name)
        folders.update(_folders(name))
        place += len(line)
        at = entry.end
        if entry.size >= FAR or at > end:
            raise BrokenError(name, Why.ZIP_PLACE)
        yield entry
    for name in sorted(seen & folders):
        raise BrokenError(name, Why.TWICE)
    if place != len(directory) or at != end:
        raise BrokenError("", Why.ZIP_END)


def _refuse_packed(name: str, fixed: bytes) -> None:
    """Say plainly what other ZIP programs would have done to it."""
    flags, method = _number(fixed[8:10]), _number(fixed[10:12])
    if method or flags & 0x2041 or fixed[20:24] != fixed[24:28]:
        raise BrokenError(name, Why.ZIP_PACKED)
    if _number(fixed[38:42]) >> 28 == 0xA:
        raise BrokenError(name, Why.ZIP_LINK)


def _folders(name: str) -> list[str]:
    parts = name.split("/")
    return ["/".join(parts[:upto]) for upto in range(1, len(parts))]


def _same(entry: Entry, name: bytes) -> bytes:
    """What both headers have alike: flags, method, time, date, crc, sizes, length of the name."""
    size = _bytes(entry.size, 4)
    return b"".join((bytes(6), b"\x21\x00", _bytes(entry.crc, 4), size, size, _bytes(len(name), 2)))


def _shown(name: bytes) -> str:
    return name[:80].decode("utf-8", "replace")


def _number(data: bytes) -> int:
    return int.from_bytes(data, "little")


def _bytes(number: int, size: int) -> bytes:
    return number.to_bytes(size, "little")
