"""Content-defined chunks of 16 KB on average: equal passages of two versions give equal chunks.

On the line a run of chunks is one stream of frames: 4 bytes length (big-endian), then the bytes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pyfastcdc import FastCDC

from sync.errors import Code, SohopError
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
    """Takes a stream in any pieces and gives back whole frames.

    ``limit`` is the longest frame in bytes: a chunk's by default; uploads also carry manifests and
    descriptors. ``unfinished`` is what an earlier reader had of the first frame when its stream was cut; the
    stream then begins behind it (``ChunksRequest.skip``). Raises ``SohopError(TOO_LARGE)`` when it is more
    than a frame.
    """

    def __init__(self, limit: int = MAX_CHUNK_BYTES, unfinished: bytes = b"") -> None:
        if len(unfinished) > limit + 4:
            raise SohopError(Code.TOO_LARGE)
        self._limit = limit
        self._buffer = bytearray(unfinished)

    @property
    def empty(self) -> bool:
        """True when no unfinished frame is kept: the stream may end here."""
        return not self._buffer

    @property
    def unfinished(self) -> bytes:
        """What is here of a frame whose rest has not come, its length included: shorter than that frame.

        Empty while whole frames wait to be taken: those are not unfinished.
        """
        if len(self._buffer) >= 4 and len(self._buffer) >= 4 + self._size():
            return b""
        return bytes(self._buffer)

    def feed(self, data: bytes) -> Iterator[bytes]:
        """Whole frames so far. Raises ``SohopError(TOO_LARGE)`` for a frame longer than the limit."""
        self._buffer += data
        while len(self._buffer) >= 4:
            size = self._size()
            if size > self._limit:
                raise SohopError(Code.TOO_LARGE)
            if len(self._buffer) < 4 + size:
                return
            whole = bytes(memoryview(self._buffer)[4 : 4 + size])
            del self._buffer[: 4 + size]
            yield whole

    def _size(self) -> int:
        return int.from_bytes(self._buffer[:4], "big")


def joined(blobs: Iterable[bytes]) -> bytes:
    """Frames back to back, as they travel."""
    parts: list[bytes] = []
    for blob in blobs:
        parts += (len(blob).to_bytes(4, "big"), blob)
    return b"".join(parts)
