"""A PNG made byte by byte, so that it can be wrong in one place."""

from __future__ import annotations

import zlib


def a_png(
    side: int = 64, *, header: bytes = bytes((8, 6, 0, 0, 0)), extra: bytes = b"", rows: int = 0
) -> bytes:
    """A transparent square; ``rows`` packs so many instead of as many as its header says."""
    size = side.to_bytes(4, "big") * 2 + header
    pixels = zlib.compress((b"\x00" + bytes(4 * side)) * (rows or side))
    return b"\x89PNG\r\n\x1a\n" + part(b"IHDR", size) + extra + part(b"IDAT", pixels) + part(b"IEND", b"")


def part(name: bytes, body: bytes) -> bytes:
    """One part with its sum."""
    return len(body).to_bytes(4, "big") + name + body + zlib.crc32(name + body).to_bytes(4, "big")
