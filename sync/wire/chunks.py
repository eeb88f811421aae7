"""Content-defined chunks of 16 KB on average: equal passages of two versions give equal chunks.

On the line a run of chunks is one stream of frames: 4 bytes length (big-endian), then the bytes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pyfastcdc import FastCDC

from sync.errors import Code, SohopError
from sync.model.ids import Digest
from sync.model.meeting import MAX_CHUNK_BYTES, Chunk
from sync.wire.codec import digest

AVERAGE = 16 * 1024
SMALLEST = 4 * 1024

_CUTTER = FastCDC(avg_size=AVERAGE, min_size=SMALLEST, max_size=MAX_CHUNK_BYTES)


def cut(data: bytes) -> list[Chunk]:
    """The chunks of ``data``, in order; their sizes add up to its length."""
    return [chunk for chunk, _ in pieces(data)]


def pieces(data: bytes) -> Iterator[tuple[Chunk, bytes]]:
    """Each chunk with its bytes."""
    for span in _CUTTER.cut_buf(data):
        piece = bytes(span.data)
        yield Chunk(digest(piece), len(piece)), piece


def frame(piece: bytes) -> bytes:
    """One frame of a stream."""
    return len(piece).to_bytes(4, "big") + piece


class FrameReader:
    """Takes a stream in any pieces and gives back whole frames. Keeps at most one unfinished frame.

    ``limit`` is the longest frame in bytes: a chunk's by default; uploads also carry manifests and
    descriptors.
    """

    def __init__(self, limit: int = MAX_CHUNK_BYTES) -> None:
        self._limit = limit
        self._buffer = bytearray()

    @property
    def empty(self) -> bool:
        """True when no unfinished frame is kept: the stream may end here."""
        return not self._buffer

    def feed(self, data: bytes) -> Iterator[bytes]:
        """Whole frames so far. Raises ``SohopError(TOO_LARGE)`` for a frame longer than the limit."""
        self._buffer += data
        while len(self._buffer) >= 4:
            size = int.from_bytes(self._buffer[:4], "big")
            if size > self._limit:
                raise SohopError(Code.TOO_LARGE)
            if len(self._buffer) < 4 + size:
                return
            whole = bytes(self._buffer[4 : 4 + size])
            del self._buffer[: 4 + size]
            yield whole


def check(piece: bytes, wanted: Digest) -> bytes:
    """``piece`` itself when it is the wanted chunk. Raises ``SohopError(WRONG_DIGEST)``."""
    if digest(piece) != wanted:
        raise SohopError(Code.WRONG_DIGEST)
    return piece


def joined(frames: Iterable[bytes]) -> bytes:
    """Frames back to back, as they travel."""
    return b"".join(frame(piece) for piece in frames)
