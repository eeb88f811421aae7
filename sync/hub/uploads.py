"""Blobs as they come in: each whole frame that arrived is kept, whatever becomes of the rest."""

from __future__ import annotations

import asyncio

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request

from sync.errors import Code, SohopError
from sync.hub.blobs import Blobs
from sync.hub.bodies import body_parts
from sync.model.ids import Digest
from sync.wire.chunks import FrameReader
from sync.wire.messages import MAX_BLOB, MAX_MISSING, MAX_UPLOAD, Stored

MAX_BODY = MAX_UPLOAD + 4 * MAX_MISSING
"""Bytes of one upload with the frames' lengths."""
GROUP = 1024 * 1024
"""Bytes that are made durable together: files are fsynced side by side, and little waits in memory."""


async def receive(request: Request, blobs: Blobs) -> Stored:
    """Store the frames of a request's body; how many different blobs they are, once all are on disk.

    Raises ``SohopError(TOO_LARGE | MALFORMED | TIMEOUT | OFFLINE | DISK_FULL)``. But for the last, every
    whole frame before the fault is on disk then.
    """
    reader = FrameReader(MAX_BLOB)
    store = _Store(blobs)
    count = 0
    try:
        async for part in body_parts(request, MAX_BODY):
            for piece in reader.feed(part):
                count += 1
                if not piece:
                    raise SohopError(Code.MALFORMED)
                if count > MAX_MISSING:
                    raise SohopError(Code.TOO_LARGE)
                store.add(piece)
    finally:
        stored = await store.finish()
    if not reader.empty:
        raise SohopError(Code.MALFORMED)
    return Stored(count=stored)


def lacking(blobs: Blobs, asked: tuple[bytes, ...]) -> tuple[bytes, ...]:
    """Those of these digests that are not here, in the order asked."""
    return tuple(raw for raw in asked if not blobs.has(Digest(raw.hex())))


class _Store:
    """Puts groups of blobs on disk while the next ones come in.

    The line is never left unread meanwhile: what the server has taken from it but not handed to us is lost
    when the line is cut. So at most one request's body waits here.
    """

    def __init__(self, blobs: Blobs) -> None:
        self._blobs = blobs
        self._waiting: list[bytes] = []
        self._size = 0
        self._writing: asyncio.Future[list[Digest]] | None = None
        self._stored: set[Digest] = set()

    def add(self, piece: bytes) -> None:
        """Raises ``SohopError(DISK_FULL)`` when an earlier group did not fit."""
        self._waiting.append(piece)
        self._size += len(piece)
        if self._size < GROUP:
            return
        if self._writing is not None:
            if not self._writing.done():
                return
            self._stored.update(self._writing.result())
        self._write()

    async def finish(self) -> int:
        """How many different blobs are on disk now: all that were added."""
        while self._writing is not None or self._waiting:
            if self._writing is None:
                self._write()
            else:
                self._stored.update(await self._writing)
                self._writing = None
        return len(self._stored)

    def _write(self) -> None:
        group, self._waiting, self._size = self._waiting, [], 0
        self._writing = asyncio.ensure_future(run_in_threadpool(self._blobs.put, group))
