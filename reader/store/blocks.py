"""A document's bytes on disk: fixed blocks of 64 KB, each sealed with AES-256-GCM.

The key belongs to one document's one attempt at being downloaded, and each block is sealed with one content
only: so the nonce is the block's index. The additional data binds meeting, document, index and whether the
block is the last, so that none can be moved, dropped from the end or put into another file.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from reader.store.files import full_disk_is_said, private

BLOCK: Final = 64 * 1024
_TAG: Final = 16
_STRIDE: Final = BLOCK + _TAG


class BlockDamagedError(Exception):
    """A block is missing or is not the one that was written. Handled inside the vault."""


@dataclass(frozen=True)
class BlockFile:
    """Where and how one document lies on disk. ``size`` is that of the whole plain document in bytes."""

    path: Path
    key: bytes = field(repr=False)
    meeting: str
    sha256: bytes
    size: int

    def write(self, first: int, plain: memoryview) -> None:
        """Seal consecutive blocks from index ``first`` on, durably. Only the last may be short.

        Writing the same blocks again gives the same bytes. Raises ``SohopError(DISK_FULL)``.
        """
        cipher = AESGCM(self.key)
        starts = range(0, len(plain), BLOCK)
        out = bytearray(len(plain) + _TAG * len(starts))
        sealed = memoryview(out)
        for count, start in enumerate(starts):
            piece = plain[start : start + BLOCK]
            place = start + count * _TAG
            cipher.encrypt_into(
                _nonce(first + count),
                piece,
                self._bound(first + count),
                sealed[place : place + len(piece) + _TAG],
            )
        flags = os.O_WRONLY | os.O_CREAT | getattr(os, "O_BINARY", 0)
        with full_disk_is_said(), open(private(str(self.path), flags), "wb") as file:
            file.seek(first * _STRIDE)
            file.write(out)
            file.flush()
            os.fsync(file.fileno())

    def read(self, first: int, count: int) -> bytes:
        """The plain bytes of ``count`` blocks from index ``first`` on. Raises ``BlockDamagedError``."""
        start = first * BLOCK
        buffer = bytearray(min(count * BLOCK, self.size - start))
        self._read(first, memoryview(buffer))
        return bytes(buffer)

    def read_into(self, buffer: memoryview, threads: int) -> None:
        """The whole document into ``buffer`` (of its size), decrypted by several threads at once.

        Raises ``BlockDamagedError``; the buffer's content is then undefined.
        """
        share = max(1, -(-self._count // threads))
        spans = [(first, min(first + share, self._count)) for first in range(0, self._count, share)]
        if len(spans) == 1:
            self._read(0, buffer)
            return
        with ThreadPoolExecutor(len(spans)) as pool:
            parts = [
                pool.submit(self._read, first, buffer[first * BLOCK : min(end * BLOCK, self.size)])
                for first, end in spans
            ]
        for part in parts:
            part.result()

    def pieces(self, blocks: int = 64) -> Iterator[bytes]:
        """The whole document in order, ``blocks`` blocks at a time. Raises ``BlockDamagedError``."""
        for first in range(0, self._count, blocks):
            yield self.read(first, blocks)

    @property
    def _count(self) -> int:
        return -(-self.size // BLOCK)

    def _read(self, first: int, buffer: memoryview) -> None:
        cipher = AESGCM(self.key)
        sealed = bytearray(_STRIDE)
        view = memoryview(sealed)
        try:
            with open(self.path, "rb", buffering=0) as file:
                file.seek(first * _STRIDE)
                for count, start in enumerate(range(0, len(buffer), BLOCK)):
                    plain = buffer[start : start + BLOCK]
                    length = len(plain) + _TAG
                    if file.readinto(view[:length]) != length:
                        raise BlockDamagedError
                    index = first + count
                    cipher.decrypt_into(_nonce(index), view[:length], self._bound(index), plain)
        except (FileNotFoundError, InvalidTag) as error:
            raise BlockDamagedError from error

    def _bound(self, index: int) -> bytes:
        meeting = self.meeting.encode()
        last = index == self._count - 1
        return b"".join(
            (len(meeting).to_bytes(2, "big"), meeting, self.sha256, index.to_bytes(8, "big"), bytes([last]))
        )


def _nonce(index: int) -> bytes:
    return index.to_bytes(12, "big")
