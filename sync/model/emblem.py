"""The office's emblem: a small PNG of pixels alone, so that nothing else can ride along to every laptop."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from typing import Final

from sync.errors import Code, SohopError

MOST_BYTES: Final = 12 * 1024
"""It travels in the roster: two seconds on a line of 64 kbit/s."""
MOST_PIXELS: Final = 256
"""A side."""
_LEAST_PIXELS: Final = 16
_MARK: Final = b"\x89PNG\r\n\x1a\n"
_KEPT: Final = frozenset({b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND"})
_MOST_COLOURS: Final = {b"PLTE": 3 * 256, b"tRNS": 256, b"IEND": 0}
"""Bytes."""
_CHANNELS: Final = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}


def check_emblem(data: bytes) -> None:
    """Whether this is a PNG (ISO/IEC 15948) of 16 to 256 pixels a side and nothing but its pixels.

    Its header, the sums of its parts and the length of what is packed in it are checked, so that whoever
    paints it later meets no surprise. Raises ``SohopError(EMBLEM_WRONG)``.
    """
    if not 0 < len(data) <= MOST_BYTES or not data.startswith(_MARK):
        raise SohopError(Code.EMBLEM_WRONG)
    parts = list(_parts(data))
    names = [name for name, _ in parts]
    if names[:1] != [b"IHDR"] or names[-1:] != [b"IEND"] or not set(names) <= _KEPT:
        raise SohopError(Code.EMBLEM_WRONG)
    if any(names.count(name) > 1 for name in _KEPT - {b"IDAT"}):
        raise SohopError(Code.EMBLEM_WRONG)
    if any(len(body) > _MOST_COLOURS.get(name, MOST_BYTES) for name, body in parts):
        raise SohopError(Code.EMBLEM_WRONG)
    packed = b"".join(body for name, body in parts if name == b"IDAT")
    wanted = _length(parts[0][1])
    unpacker = zlib.decompressobj()
    try:
        pixels = unpacker.decompress(packed, wanted + 1)
    except zlib.error as error:
        raise SohopError(Code.EMBLEM_WRONG) from error
    if len(pixels) != wanted or not unpacker.eof or unpacker.unused_data:
        raise SohopError(Code.EMBLEM_WRONG)


def only_pixels(png: bytes) -> bytes:
    """A PNG without its remarks: times, texts, colour profiles. Raises ``SohopError(EMBLEM_WRONG)``."""
    if not png.startswith(_MARK):
        raise SohopError(Code.EMBLEM_WRONG)
    kept = [_part(name, body) for name, body in _parts(png) if name in _KEPT]
    return _MARK + b"".join(kept)


def _parts(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = len(_MARK)
    while at < len(data):
        size = int.from_bytes(data[at : at + 4], "big")
        name, body = data[at + 4 : at + 8], data[at + 8 : at + 8 + size]
        if data[at : at + 12 + size] != _part(name, body):
            raise SohopError(Code.EMBLEM_WRONG)
        yield name, body
        at += 12 + size


def _part(name: bytes, body: bytes) -> bytes:
    return len(body).to_bytes(4, "big") + name + body + zlib.crc32(name + body).to_bytes(4, "big")


def _length(header: bytes) -> int:
    """Bytes of all rows, each with the byte before it that names its filter."""
    if len(header) != 13:
        raise SohopError(Code.EMBLEM_WRONG)
    width, height = int.from_bytes(header[:4], "big"), int.from_bytes(header[4:8], "big")
    depth, colour, *rest = header[8:]
    sides = all(_LEAST_PIXELS <= side <= MOST_PIXELS for side in (width, height))
    if not sides or depth not in (1, 2, 4, 8) or colour not in _CHANNELS or rest != [0, 0, 0]:
        raise SohopError(Code.EMBLEM_WRONG)
    return height * (1 + (width * depth * _CHANNELS[colour] + 7) // 8)
