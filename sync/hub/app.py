"""The hub's routes, as ``wire.messages`` lists them. Whatever blocks runs in threads."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from functools import partial
from typing import TypeVar

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route
from starlette.types import ASGIApp

from sync.errors import Code, SohopError
from sync.hub import bringing, downloads, homeward, outward, patches, rooms
from sync.hub.actors import Actor
from sync.hub.admin_routes import admin_routes
from sync.hub.auth import Gate
from sync.hub.batch import Act
from sync.hub.bodies import HEADERS, answer, declared, packed_answer, read_body, refuse
from sync.hub.exchange import assemble
from sync.hub.hub import Hub
from sync.hub.intake import arrived
from sync.hub.logs import RequestLog, note_bug
from sync.hub.replies import LEAST
from sync.hub.uploads import lacking, receive
from sync.model.ids import DeviceId, Digest
from sync.model.people import Role
from sync.wire import openapi
from sync.wire.chunks import joined
from sync.wire.codec import pack, unpack
from sync.wire.letters import MAX_HOMEWARD, BundleAsk
from sync.wire.messages import (
    CONTENT_TYPE,
    PROTOCOL,
    REPLY_NAME,
    Blobs,
    ChallengeRequest,
    EnrolHello,
    EnrolRequest,
    ExchangeReply,
    ExchangeRequest,
    LiveRequest,
    Outcome,
    Refusal,
    RestRequest,
    Retry,
    TokenRequest,
)
from sync.wire.rooms import RoomRequest

T = TypeVar("T")

_SMALL = 64 * 1024
_EXCHANGE = 16 * 1024 * 1024
_MISSING = 256 * 1024
"""More than ``MAX_MISSING`` digests need."""
_UPLOADERS = (Role.SECRETARY, Role.ROOM_HUB)
_TAKEN = frozenset({Code.RECALLED, Code.DEVICE_REVOKED, Code.NOT_PERMITTED})
"""What was permitted when a stream began, and is not any more."""


def build_app(hub: Hub) -> ASGIApp:
    """The ASGI application of an open hub."""
    handlers = _Handlers(hub)
    routes = [
        Route("/v1/enrol/hello", handlers.hello, methods=["POST"]),
        Route("/v1/enrol", handlers.enrol, methods=["POST"]),
        Route("/v1/challenge", handlers.challenge, methods=["POST"]),
        Route("/v1/token", handlers.token, methods=["POST"]),
        Route("/v1/exchange", handlers.exchange, methods=["POST"]),
        Route("/v1/reply", handlers.reply, methods=["POST"]),
        Route("/v1/live", handlers.live, methods=["POST"]),
        Route("/v1/chunks", handlers.chunks, methods=["POST"]),
        Route("/v1/missing", handlers.missing, methods=["POST"]),
        Route("/v1/upload", handlers.upload, methods=["POST"]),
        Route("/v1/room", handlers.room, methods=["POST"]),
        Route("/v1/room/blobs", handlers.room_blobs, methods=["POST"]),
        Route("/v1/bundle/out", handlers.bundle_out, methods=["POST"]),
        Route("/v1/bundle/room", handlers.bundle_room, methods=["POST"]),
        Route("/v1/bundle/in", handlers.bundle_in, methods=["POST"]),
        *admin_routes(hub, handlers.session),
        Route("/v1/openapi.json", handlers.openapi, methods=["GET"]),
    ]
    app = Starlette(
        routes=routes,
        exception_handlers={
            SohopError: _on_refusal,
            HTTPException: _on_no_route,
            Exception: _on_bug,
        },
    )
    return RequestLog(app, routes)


class _Handlers:
    def __init__(self, hub: Hub) -> None:
        self._hub = hub
        self._gate = Gate(hub)

    async def hello(self, request: Request) -> Response:
        peer = request.client.host if request.client else ""
        return await self._unary(request, EnrolHello, lambda message: self._gate.hello(message, peer))

    async def enrol(self, request: Request) -> Response:
        return await self._unary(request, EnrolRequest, self._gate.enrol)

    async def challenge(self, request: Request) -> Response:
        return await self._unary(request, ChallengeRequest, self._gate.challenge)

    async def token(self, request: Request) -> Response:
        return await self._unary(request, TokenRequest, self._gate.token)

    async def exchange(self, request: Request) -> Response:
        """Settle what came, then tell what is new."""
        hub = self._hub
        limit = _SMALL
        if declared(request) > limit:  # nobody unknown fills the memory
            await self.session(request)
            limit = _EXCHANGE
        body = await read_body(request, limit)
        header = request.headers.get("authorization", "")
        who, message, read = await self._in_turn(partial(self._read_exchange, header, body))
        acts = [each for each in read if isinstance(each, Act)]
        answers: list[Outcome | Retry] = []
        with hub.live.talking(who.device) as told:
            if acts:
                answers = await asyncio.wrap_future(hub.ledger.submit(acts))
            settled = iter(answers)
            answers = [each if isinstance(each, Retry) else next(settled) for each in read]
            reply, packed = await self._in_turn(partial(self._assemble, who.device, message, answers))
            told(reply)
        if len(packed) < LEAST:
            return packed_answer(packed)
        return packed_answer(packed, {REPLY_NAME: hub.replies.keep(who.device, packed).hex()})

    async def reply(self, request: Request) -> Response:
        """The rest of a reply that a cut line ended in the middle."""
        who = await self.session(request)
        message = unpack(await read_body(request, _SMALL), RestRequest, _SMALL)
        if who.revoked:
            raise SohopError(Code.DEVICE_REVOKED)
        return packed_answer(self._hub.replies.rest(who.device, message.name, message.have))

    async def live(self, request: Request) -> Response:
        """A stream of single bytes, until the device or its token is revoked or the hub stops."""
        who = await self.session(request)
        message = unpack(await read_body(request, _SMALL), LiveRequest, _SMALL)

        async def admitted() -> Actor | None:
            try:
                return await self.session(request)
            except SohopError:
                return None

        if who.revoked:
            raise SohopError(Code.DEVICE_REVOKED)
        stream = self._hub.live.listen(who, message.state, admitted)
        return StreamingResponse(stream, 200, {**HEADERS, "X-Accel-Buffering": "no"}, CONTENT_TYPE)

    async def chunks(self, request: Request) -> Response:
        """Runs of chunks, and of patches' pieces, as one stream of frames."""
        who = await self.session(request)
        body = await read_body(request, downloads.MAX_REQUEST)
        return await run_in_threadpool(downloads.stream, self._hub, who, body)

    async def missing(self, request: Request) -> Response:
        """Which blobs the secretary still has to send."""
        who = await self.session(request)
        who.need(*_UPLOADERS)
        blobs = self._hub.blobs
        return await self._unary(
            request, Blobs, lambda message: Blobs(digests=lacking(blobs, message.digests)), limit=_MISSING
        )

    async def upload(self, request: Request) -> Response:
        """Blobs by the secretary; the answer comes when they are on disk."""
        who = await self.session(request)
        who.need(*_UPLOADERS)
        return answer(await receive(request, self._hub.blobs))

    async def bundle_out(self, request: Request) -> Response:
        """All of an outward bundle but its frames, for a secretary who writes it to a stick."""
        who = await self.session(request)
        who.need(Role.SECRETARY)
        return await self._unary(request, BundleAsk, partial(outward.answer_ask, self._hub, who.device))

    async def bundle_room(self, request: Request) -> Response:
        """What a room hub has for its office, for a secretary who writes it to a stick."""
        who = await self.session(request)
        who.need(Role.SECRETARY)
        return answer(await run_in_threadpool(bringing.answer_ask, self._hub))

    async def bundle_in(self, request: Request) -> Response:
        """A homeward bundle, whoever brings it: it says itself whose it is."""
        await self.session(request)
        body = await read_body(request, MAX_HOMEWARD)
        return answer(await run_in_threadpool(homeward.take_in, self._hub, body))

    async def room(self, request: Request) -> Response:
        """A room hub brings what it has, and is given what its meetings need."""
        who = await self.session(request)
        who.need(Role.ROOM_HUB)
        meet = partial(rooms.meet, self._hub, who)
        return await self._unary(request, RoomRequest, meet, limit=_EXCHANGE)

    async def room_blobs(self, request: Request) -> Response:
        """Blobs of the packets that a room hub carries, one frame each, in the order asked."""
        who = await self.session(request)
        message = unpack(await read_body(request, _MISSING), Blobs, _MISSING)
        wanted = [Digest(each.hex()) for each in message.digests]
        found = await run_in_threadpool(rooms.permitted, self._hub, who, wanted)
        blobs = self._hub.blobs
        frames = await run_in_threadpool(lambda: joined(blobs.get(each) for each in found))
        return packed_answer(frames)

    async def openapi(self, _request: Request) -> Response:
        """What this hub speaks, for programs and people who ask."""
        headers = {**HEADERS, "Cache-Control": "no-store"}
        return Response(openapi.document(), 200, headers, "application/json")

    async def _unary(
        self,
        request: Request,
        kind: type[T],
        handle: Callable[[T], object],
        limit: int = _SMALL,
    ) -> Response:
        body = await read_body(request, limit)
        return answer(await run_in_threadpool(lambda: handle(unpack(body, kind, limit))))

    async def session(self, request: Request) -> Actor:
        """Whose token this request bears. Raises ``SohopError(TOKEN_EXPIRED)``."""
        header = request.headers.get("authorization", "")
        return await run_in_threadpool(self._gate.session, header)

    async def _in_turn(self, work: Callable[[], T]) -> T:
        """In one of the few threads for exchanges."""
        return await asyncio.get_running_loop().run_in_executor(self._hub.talking, work)

    def _assemble(
        self, device: DeviceId, message: ExchangeRequest, answers: list[Outcome | Retry]
    ) -> tuple[ExchangeReply, bytes]:
        reply = assemble(self._hub, device, message, answers)
        return reply, pack(reply)

    def _read_exchange(self, header: str, body: bytes) -> tuple[Actor, ExchangeRequest, list[Act | Retry]]:
        hub = self._hub
        who = self._gate.session(header)
        message = unpack(body, ExchangeRequest)
        if message.protocol != PROTOCOL:
            raise SohopError(Code.MALFORMED)
        if not message.events:
            return who, message, []
        read = arrived(hub, message.events)
        for act in read:
            if isinstance(act, Act) and act.packet is not None and act.flaw is None:
                patches.prepare(hub, act.packet)
        return who, message, read


async def _on_refusal(_request: Request, error: Exception) -> Response:
    if not isinstance(error, SohopError):
        raise error
    return refuse(error)


async def _on_no_route(_request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 404
    return answer(Refusal(code=Code.MALFORMED), status)


async def _on_bug(_request: Request, error: Exception) -> Response:
    cause = error.__cause__
    if not (isinstance(cause, SohopError) and cause.code in _TAKEN):  # a stream was ended in the middle
        note_bug(error)
    return answer(Refusal(code=Code.HUB_BROKEN), 500)
