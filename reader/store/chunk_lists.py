"""Lists of chunks as the vault keeps them: 36 bytes for each, read without making objects of them all."""

from __future__ import annotations

import hashlib
import struct
from collections.abc import Iterable, Iterator, Sequence

from sync.model.ids import Digest
from sync.model.meeting import Chunk

Piece = tuple[bytes, int]
"""A chunk's raw SHA-256 and its size in bytes: what tells chunks apart on this laptop."""

_ENTRY = struct.Struct(">32sI")


class ChunkList:
    """A document's or a patch's chunks, in order."""

    def __init__(self, packed: bytes) -> None:
        self._packed = packed

    @classmethod
    def of(cls, chunks: Iterable[Chunk]) -> ChunkList:
        """From the wire's form."""
        return cls(b"".join(_ENTRY.pack(bytes.fromhex(chunk.digest), chunk.size) for chunk in chunks))

    @property
    def packed(self) -> bytes:
        """The list as it is kept."""
        return self._packed

    def __len__(self) -> int:
        return len(self._packed) // _ENTRY.size

    def between(self, first: int, end: int) -> list[Piece]:
        """Those numbered from ``first`` to before ``end``, as far as there are any."""
        part = self._packed[first * _ENTRY.size : end * _ENTRY.size]
        return list(_ENTRY.iter_unpack(part))

    def __iter__(self) -> Iterator[Piece]:
        return iter(_ENTRY.iter_unpack(self._packed))


def chunk(piece: Piece) -> Chunk:
    """In the wire's form."""
    return Chunk(Digest(piece[0].hex()), piece[1])


def verified(described: Sequence[Piece], pieces: Sequence[bytes]) -> list[bytes]:
    """The first of ``pieces``, as far as each is what the list says."""
    good: list[bytes] = []
    for (name, size), piece in zip(described, pieces, strict=False):
        if len(piece) != size or hashlib.sha256(piece).digest() != name:
            break
        good.append(piece)
    return good
