"""Chunks, and pieces of patches, as one stream of frames: only to those who may have every part of it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator, Sequence

from sqlalchemy import Connection
from starlette.responses import Response, StreamingResponse

from sync.errors import Code, SohopError
from sync.hub import patches
from sync.hub.actors import Actor, actor
from sync.hub.blobs import Blobs
from sync.hub.bodies import HEADERS
from sync.hub.exchange import may_have
from sync.hub.hub import Hub
from sync.hub.packets import PacketView
from sync.model.ids import DeviceId, Digest
from sync.model.meeting import Chunk
from sync.wire.chunks import joined
from sync.wire.codec import unpack
from sync.wire.messages import CONTENT_TYPE, MAX_CHUNKS_A_REQUEST, ChunksRequest, Part

MAX_REQUEST = 128 * 1024
"""Bytes of a request, packed or not: more than the longest that the message's limits allow."""
SLICE = 256 * 1024
"""Bytes read and sent in one go: few thread changes, little memory a download."""
ASK_S = 1.0
"""A stream on a bad line lasts for minutes; what is recalled or revoked meanwhile is not sent to its end."""


def stream(hub: Hub, who: Actor, body: bytes) -> Response:
    """The answer to a ``ChunksRequest``. Its length is given, so that a cut is noticed.

    Raises ``SohopError(NOT_PERMITTED | DEVICE_REVOKED | TOO_LARGE | MALFORMED)``, before the first byte.
    """
    message = unpack(body, ChunksRequest, MAX_REQUEST)
    chunks = permitted(hub, who, message)
    length = sum(4 + chunk.size for chunk in chunks) - message.skip
    headers = {**HEADERS, "Content-Length": str(length)}
    manifests = tuple(dict.fromkeys(part.manifest for part in message.parts))
    frames = _frames(hub, who.device, manifests, chunks, message.skip)
    return StreamingResponse(frames, 200, headers, CONTENT_TYPE)


def permitted(hub: Hub, who: Actor, message: ChunksRequest) -> list[Chunk]:
    """What is asked for, in order, checked chunk → document → person for every part.

    Raises ``SohopError(NOT_PERMITTED)`` also for what does not exist: it tells nothing.
    """
    if who.revoked:
        raise SohopError(Code.DEVICE_REVOKED)
    if sum(part.count for part in message.parts) > MAX_CHUNKS_A_REQUEST:
        raise SohopError(Code.TOO_LARGE)
    with hub.database.read() as connection:
        views = {
            manifest: _open(hub, connection, who, manifest)
            for manifest in dict.fromkeys(part.manifest for part in message.parts)
        }
        chunks = [
            chunk
            for part in message.parts
            for chunk in _run(hub, connection, who, views[part.manifest], part)
        ]
    if message.skip >= 4 + chunks[0].size:
        raise SohopError(Code.MALFORMED)
    return chunks


def _open(hub: Hub, connection: Connection, who: Actor, manifest: Digest) -> PacketView:
    if not may_have(connection, who, manifest):
        raise SohopError(Code.NOT_PERMITTED)
    return hub.packets.open(manifest)


def _run(hub: Hub, connection: Connection, who: Actor, view: PacketView, part: Part) -> Sequence[Chunk]:
    document = view.document(part.document, who.person, desk=who.desk)
    chunks: Sequence[Chunk] = document.chunks
    if part.base:
        chunks = patches.pieces(connection, hub.packets, view, document, part.base, who)
    if part.first >= len(chunks):
        raise SohopError(Code.MALFORMED)
    return chunks[part.first : part.first + part.count]


async def _frames(
    hub: Hub, device: DeviceId, manifests: Sequence[Digest], chunks: Sequence[Chunk], skip: int
) -> AsyncIterator[bytes]:
    """Each slice is read while the one before it is sent; whether it may be is asked again from time to time.

    Raises ``SohopError``, in the middle of the stream, when it may not be any more.

    A thread is held for as long as one slice is read, and not one of those in which exchanges are answered; a
    laptop that reads slowly is waited for in the event loop, and holds two slices of memory.
    """
    loop = asyncio.get_running_loop()
    groups = _groups(chunks)
    asked = loop.time()
    reading = loop.run_in_executor(None, _read, hub.blobs, next(groups), skip)
    for group in groups:
        data, reading = await reading, loop.run_in_executor(None, _read, hub.blobs, group)
        yield data
        if loop.time() - asked >= ASK_S:
            await loop.run_in_executor(None, _ask, hub, device, manifests)
            asked = loop.time()
    yield await reading


def _ask(hub: Hub, device: DeviceId, manifests: Sequence[Digest]) -> None:
    """Raises ``SohopError(DEVICE_REVOKED | RECALLED | NOT_PERMITTED)``."""
    with hub.database.read() as connection:
        who = actor(connection, device)
        if who.revoked:
            raise SohopError(Code.DEVICE_REVOKED)
        if not all(may_have(connection, who, manifest) for manifest in manifests):
            raise SohopError(Code.NOT_PERMITTED)


def _groups(chunks: Sequence[Chunk]) -> Iterator[Sequence[Chunk]]:
    """Consecutive chunks of about ``SLICE`` bytes."""
    start = size = 0
    for place, chunk in enumerate(chunks):
        size += chunk.size
        if size >= SLICE:
            yield chunks[start : place + 1]
            start, size = place + 1, 0
    if start < len(chunks):
        yield chunks[start:]


def _read(blobs: Blobs, group: Sequence[Chunk], skip: int = 0) -> bytes:
    data = joined(blobs.get(chunk.digest) for chunk in group)
    return data[skip:] if skip else data
