"""Big things: runs of chunks down, blobs up. Every run resumes where the last one was cut."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass

from sync.engine.ports import Moment, OnMemory
from sync.engine.ports import Run as NextDownload
from sync.engine.transport import Transport
from sync.errors import Code, SohopError
from sync.model.ids import Digest, DocumentId, MeetingId
from sync.wire.chunks import check
from sync.wire.codec import digest
from sync.wire.messages import MAX_CHUNKS_A_REQUEST, MAX_UPLOAD, ChunksRequest

FIRST_RUN = 16
"""Chunks in the first request (about 300 KB); it doubles while a run takes less than ``EASY_S``."""
EASY_S = 5.0
COMMIT_EVERY = 32
"""Chunks made durable in one commit while a run is coming in."""


@dataclass
class Pace:
    """How many chunks to ask for at a time, learned from the line."""

    run: int = FIRST_RUN

    def learn(self, chunks: int, seconds: float) -> None:
        """A run of ``chunks`` took ``seconds``."""
        if seconds < EASY_S and chunks >= self.run:
            self.run = min(self.run * 2, MAX_CHUNKS_A_REQUEST)
        elif seconds > 4 * EASY_S:
            self.run = max(self.run // 2, FIRST_RUN)


@dataclass(frozen=True)
class Progress:
    """What one run brought."""

    document: DocumentId | None
    received: int
    """Bytes."""
    left: bool


def fetch_run(
    transport: Transport,
    on_memory: OnMemory,
    order: Callable[[], Sequence[MeetingId]],
    wanted: DocumentId | None,
    interrupted: Callable[[], bool],
    pace: Pace,
    clock: Moment,
    arrived: Callable[[int], None],
) -> Progress:
    """Fetch one run of the next document's chunks, store what came, and say whether more is left.

    ``interrupted`` is asked after each chunk: True ends the run there, keeping what has come. A cut keeps all
    whole chunks before it. Raises ``SohopError`` of the line, ``WRONG_DIGEST`` after keeping what fitted, or
    ``HUB_BROKEN`` when the hub ends its answer without one chunk.
    """
    upcoming = on_memory(lambda memory: memory.downloads.next(order(), wanted))
    if upcoming is None:
        return Progress(None, 0, left=False)
    asked = upcoming.chunks[: pace.run]
    request = ChunksRequest(
        manifest=upcoming.manifest, document=upcoming.document, first=upcoming.first, count=len(asked)
    )
    began = clock()
    keeper = _Keeper(on_memory, upcoming)
    try:
        with closing(transport.chunks(request)) as stream:
            for chunk, piece in zip(asked, stream, strict=False):
                keeper.add(check(piece, chunk.digest))
                arrived(len(piece))
                if interrupted():
                    break
            else:
                next(stream, None)  # to the answer's end, so that the connection can be used again
    finally:
        keeper.flush()
    if keeper.count == 0:
        raise SohopError(Code.HUB_BROKEN)
    if keeper.count == len(asked):
        pace.learn(len(asked), clock() - began)
    return Progress(upcoming.document, keeper.bytes, left=True)


def upload(
    transport: Transport, blobs: Iterable[tuple[Digest, Callable[[], bytes]]], arrived: Callable[[int], None]
) -> int:
    """Store at the hub whichever of these blobs it lacks; gives the bytes sent.

    ``blobs`` pairs digests with functions that read them, so that a large packet is never whole in memory.
    Raises ``SohopError`` of the line; what was acknowledged stays, the next call sends only the rest.
    """
    sources = dict(blobs)
    lacking = transport.missing(tuple(sources))
    batch: list[bytes] = []
    size = sent = 0
    for wanted in lacking:
        piece = sources[wanted]()
        if digest(piece) != wanted:
            raise AssertionError("a blob changed while it was uploaded")
        if batch and size + len(piece) > MAX_UPLOAD:
            transport.upload(batch)
            arrived(size)
            batch, size = [], 0
        batch.append(piece)
        size += len(piece)
        sent += len(piece)
    if batch:
        transport.upload(batch)
        arrived(size)
    return sent


class _Keeper:
    """Collects verified chunks and makes them durable a few at a time."""

    def __init__(self, on_memory: OnMemory, upcoming: NextDownload) -> None:
        self._on_memory = on_memory
        self._upcoming = upcoming
        self._first = upcoming.first
        self._pieces: list[bytes] = []
        self.count = 0
        self.bytes = 0

    def add(self, piece: bytes) -> None:
        self._pieces.append(piece)
        self.count += 1
        self.bytes += len(piece)
        if len(self._pieces) >= COMMIT_EVERY:
            self.flush()

    def flush(self) -> None:
        if not self._pieces:
            return
        pieces, first = self._pieces, self._first
        self._pieces, self._first = [], first + len(pieces)
        upcoming = self._upcoming
        self._on_memory(
            lambda memory: memory.downloads.put_chunks(upcoming.manifest, upcoming.document, first, pieces)
        )
