"""A room of laptops as their hub sees them: each holds a TLS line that talks and one that listens.

Played by one thread of its own process. Whatever a laptop has ready before the finger comes down is ready
here too: the ballot signed, the request's bytes made. Receipts are looked at when the last has come.
"""

from __future__ import annotations

import asyncio
import random
import resource
import ssl
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from time import perf_counter
from typing import Self, TypeVar
from urllib.parse import urlsplit

from support.laptop import Laptop

from sync.engine.connection import pinned_context
from sync.engine.machine import NEWS_SPREAD_S
from sync.trust.receipts import accept_outcome, read_receipt
from sync.wire.codec import pack, unpack
from sync.wire.envelope import Envelope
from sync.wire.messages import LIVE_NEWS, ExchangeReply, LiveRequest
from sync.wire.statements import Roster

T = TypeVar("T")

_SILENCE_S = 3.0
"""Before anybody presses: the hub has noticed which lines are cut, and what was said before is over."""
_TOGETHER = 32
"""So many lines are opened at once while nothing is measured."""


@dataclass(frozen=True)
class Hub:
    """Where it is, and whom its certificate must come from."""

    url: str
    ca: str
    name: str = ""
    """That must stand in its certificate; empty: the address's."""

    def post(self, path: str, body: bytes, token: str) -> bytes:
        """A request's bytes, as lean as the engine's."""
        lines = (
            f"POST {path} HTTP/1.1",
            f"Host: {urlsplit(self.url).netloc}",
            f"Content-Length: {len(body)}",
            f"Authorization: Bearer {token}",
        )
        return "\r\n".join((*lines, "", "")).encode() + body


class Line:
    """One connection."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader = reader
        self._writer = writer

    @classmethod
    async def open(cls, hub: Hub, context: ssl.SSLContext) -> Self:
        """TCP, then TLS in full: no session is resumed, as laptops ask for none."""
        where = urlsplit(hub.url)
        reader, writer = await asyncio.open_connection(
            where.hostname, where.port, ssl=context, server_hostname=hub.name or where.hostname
        )
        return cls(reader, writer)

    async def ask(self, request: bytes) -> bytes:
        """The answer's body. Any status but 200 is an error."""
        self._writer.write(request)
        head = await self._head()
        (size,) = (line for line in head.split(b"\r\n") if line.lower().startswith(b"content-length:"))
        return await self._reader.readexactly(int(size.partition(b":")[2]))

    async def listen(self, request: bytes, heard: Callable[[], None], news: Callable[[], None]) -> None:
        """A live stream until it is closed: ``heard`` at its first byte, ``news`` at each that says so."""
        self._writer.write(request)
        await self._head()
        first = True
        while part := await self._reader.read(64):
            if first:
                heard()
                first = False
            if LIVE_NEWS in part:
                news()

    def close(self) -> None:
        """Cut: no goodbye."""
        self._writer.transport.abort()

    async def _head(self) -> bytes:
        head = await self._reader.readuntil(b"\r\n\r\n")
        if not head.startswith(b"HTTP/1.1 200 "):
            raise RuntimeError(head.decode())
        return head


@dataclass
class Seat:
    """A laptop with its two lines."""

    laptop: Laptop
    talk: Line | None = None
    live: Line | None = None
    listening: asyncio.Task[None] | None = None
    fetching: asyncio.Task[None] | None = None
    """News are being fetched, or in a moment."""
    asking: asyncio.Lock = field(default_factory=asyncio.Lock)
    knows: float = 0.0
    """When news had been fetched last."""


class Room:
    """The laptops of a meeting, all on one event loop. ``close`` it in the end."""

    def __init__(self, hub: Hub, voters: Sequence[Laptop], desk: Laptop) -> None:
        self._hub = hub
        self._context = pinned_context(hub.ca)
        self._chance = random.Random(7)
        self.seats = [Seat(laptop) for laptop in voters]
        self._desk = Seat(desk)
        most = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
        resource.setrlimit(resource.RLIMIT_NOFILE, (min(8_192, most), most))

    async def connect(self) -> None:
        """Every laptop exchanges once, then listens; the desk's too, which is told of each ballot."""
        doors = asyncio.Semaphore(_TOGETHER)

        async def arrive(seat: Seat) -> None:
            async with doors:
                seat.talk = await Line.open(self._hub, self._context)
                await self._exchange(seat)
                await self._listen(seat)

        await asyncio.gather(*map(arrive, (*self.seats, self._desk)))

    async def news(self, act: Callable[[], T]) -> tuple[T, list[float]]:
        """Do what is news to all; what came of it, and the seconds until each laptop had fetched it."""
        began = perf_counter()
        done = await asyncio.to_thread(act)
        while any(seat.knows < began for seat in self.seats):
            await asyncio.sleep(0.05)
        return done, [seat.knows - began for seat in self.seats]

    async def cast(
        self, make: Callable[[Laptop], Envelope], seconds: float, *, connected: bool
    ) -> tuple[list[float], list[tuple[Envelope, bytes]]]:
        """Each presses at some moment of these seconds: how long each waited, and the answers to look at.

        Not ``connected``: all lines were cut before, and each is opened anew at the press, then the other.
        """
        ready = []
        for seat in self.seats:
            envelope = make(seat.laptop)
            request = self._request(seat, envelope)
            ready.append((seat, envelope, request, self._chance.uniform(0.0, seconds)))
        if not connected:
            for seat in self.seats:
                self._cut(seat)
        await asyncio.sleep(_SILENCE_S)
        began = perf_counter()

        async def press(seat: Seat, envelope: Envelope, request: bytes, moment: float) -> tuple[float, bytes]:
            await asyncio.sleep(max(0.0, began + moment - perf_counter()))
            if not connected:
                seat.talk = await Line.open(self._hub, self._context)
            assert seat.talk is not None
            async with seat.asking:
                body = await seat.talk.ask(request)
                taken = perf_counter() - began - moment
                seat.laptop.heard(unpack(body, ExchangeReply))
            if not connected:
                await self._listen(seat)
            return taken, body

        found = await asyncio.gather(*(press(*each) for each in ready))
        answers = [(each[1], body) for each, (_, body) in zip(ready, found, strict=True)]
        return [taken for taken, _ in found], answers

    def close(self) -> None:
        """Cut all lines."""
        for seat in (*self.seats, self._desk):
            self._cut(seat)

    async def _exchange(self, seat: Seat) -> int:
        """Until there is no more; how many events came."""
        assert seat.talk is not None
        more, events = True, 0
        async with seat.asking:
            while more:
                reply = unpack(await seat.talk.ask(self._request(seat)), ExchangeReply)
                seat.laptop.heard(reply)
                more = reply.more
                events += len(reply.events)
        return events

    async def _listen(self, seat: Seat) -> None:
        if seat.listening is not None:
            seat.listening.cancel()
        seat.live = await Line.open(self._hub, self._context)
        body = pack(LiveRequest(state=seat.laptop.state))
        request = self._hub.post("/v1/live", body, seat.laptop.token)
        heard = asyncio.Event()
        seat.listening = asyncio.create_task(seat.live.listen(request, heard.set, lambda: self._news(seat)))
        await heard.wait()

    def _news(self, seat: Seat) -> None:
        """As the engine does: in a moment, not all in the same."""

        async def fetch() -> None:
            await asyncio.sleep(self._chance.random() * NEWS_SPREAD_S)
            seat.fetching = None
            if await self._exchange(seat):
                seat.knows = perf_counter()

        if seat.fetching is None:
            seat.fetching = asyncio.create_task(fetch())

    def _request(self, seat: Seat, *events: Envelope) -> bytes:
        return self._hub.post("/v1/exchange", pack(seat.laptop.request(*events)), seat.laptop.token)

    def _cut(self, seat: Seat) -> None:
        for task in (seat.listening, seat.fetching):
            if task is not None:
                task.cancel()
        for line in (seat.talk, seat.live):
            if line is not None:
                line.close()
        seat.talk = seat.live = seat.listening = seat.fetching = None


def look(answers: Sequence[tuple[Envelope, bytes]], roster: Roster) -> int:
    """How many answers hold a receipt without reservation that proves the ballot's place in the log."""
    good = 0
    for envelope, body in answers:
        reply = unpack(body, ExchangeReply)
        (outcome,) = reply.outcomes
        accept_outcome(envelope, outcome, roster)
        receipt = read_receipt(outcome.receipt, envelope.event_id)
        good += receipt.accepted and receipt.code is None
    return good
