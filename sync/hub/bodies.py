"""Bodies in and out: bounded, never waiting for ever; answers that no captive portal gives by accident."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Mapping
from time import monotonic
from types import MappingProxyType

from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response

from sync.errors import Code, SohopError
from sync.wire.codec import pack
from sync.wire.messages import CONTENT_TYPE, PROTOCOL, Refusal

HEADERS = {"Sohop-Protocol": str(PROTOCOL)}
"""Of every answer. Nothing forbids to cache it: nobody keeps the answer to a POST (RFC 9110, 9.3.3), and on a
bad line each header costs its bytes at every exchange."""
_SILENCE_S = 60.0
"""A sender that is silent for this long is let go; a slow one is not."""
_SLOWEST = 100
"""Bytes a second that a sender must bring over the whole body, after a first minute for nothing: one byte now
and then is no line, it is somebody who holds our doors open."""

_STATUS = {
    Code.TOKEN_EXPIRED: 401,
    Code.UNKNOWN_DEVICE: 401,
    Code.BAD_SIGNATURE: 401,
    Code.NOT_PERMITTED: 403,
    Code.DEVICE_REVOKED: 403,
    Code.NOT_YET_ON_ROSTER: 403,
    Code.PACKET_UNKNOWN: 404,
    Code.TIMEOUT: 408,
    Code.RECALLED: 410,
    Code.TOO_LARGE: 413,
}


def answer(message: object, status: int = 200) -> Response:
    """A message, packed here."""
    return packed_answer(pack(message), status=status)


def packed_answer(body: bytes, more: Mapping[str, str] = MappingProxyType({}), status: int = 200) -> Response:
    """A packed message, with more headers."""
    return Response(body, status, {**HEADERS, **more}, CONTENT_TYPE)


def refuse(error: SohopError) -> Response:
    """An error of the world, with a status of 4xx."""
    fields = {name: str(value) for name, value in error.fields.items()}
    return answer(Refusal(code=error.code, fields=fields), _STATUS.get(error.code, 400))


def declared(request: Request) -> int:
    """How long the body is said to be, or something beyond all limits; 0 when nothing sensible is said."""
    said = request.headers.get("content-length", "0")
    return int(said[:19]) if said.isdecimal() else 0


async def read_body(request: Request, limit: int) -> bytes:
    """The whole body. Raises ``SohopError(TOO_LARGE | TIMEOUT | OFFLINE)``."""
    body = bytearray()
    async for part in body_parts(request, limit):
        body += part
    return bytes(body)


async def body_parts(request: Request, limit: int) -> AsyncIterator[bytes]:
    """The body as it comes, at most ``limit`` bytes. Raises ``SohopError(TOO_LARGE | TIMEOUT | OFFLINE)``."""
    if declared(request) > limit:
        raise SohopError(Code.TOO_LARGE)
    came = 0
    began = monotonic()
    stream = request.stream()
    try:
        while True:
            earned = began + _SILENCE_S + came / _SLOWEST - monotonic()
            async with asyncio.timeout(min(_SILENCE_S, earned)):
                part = await anext(stream, None)
            if part is None:
                return
            came += len(part)
            if came > limit:
                raise SohopError(Code.TOO_LARGE)
            if part:
                yield part
    except TimeoutError as error:
        raise SohopError(Code.TIMEOUT) from error
    except ClientDisconnect as error:
        raise SohopError(Code.OFFLINE) from error
