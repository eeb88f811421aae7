"""A bad line on the loopback: rate, delay, loss and cuts between a client and any server.

with BadLine(hub.url, Quality(rate=16_000, delay=0.15, cut_every=150_000)) as line:
    … talk to line.url …
    line.count.cuts
"""

from __future__ import annotations

import asyncio
import random
import socket
import struct
import threading
from collections.abc import Coroutine, Iterator
from contextlib import contextmanager, suppress
from time import monotonic
from types import TracebackType
from typing import Any, Self, TypeVar
from urllib.parse import urlsplit

from simulator.quality import SEGMENT, Count, Losses, Quality

T = TypeVar("T")

_WHOLE = 64 * 1024
"""Read in one go where nothing is shaped."""
_RESET = struct.pack("ii", 1, 0)
"""SO_LINGER with no time: closing sends RST and drops what was not sent."""


class BadLine:
    """A proxy in a thread of its own. All methods may be called from any other thread."""

    def __init__(self, server: str, quality: Quality | None = None) -> None:
        """``server``: the URL of what is behind the line, with its port."""
        parts = urlsplit(server)
        assert parts.hostname is not None
        assert parts.port is not None
        self._server = (parts.hostname, parts.port)
        self._scheme = parts.scheme
        self._quality = quality or Quality()
        self._port = 0
        self._count = Count()
        self._thread = threading.Thread(target=self._run, name="bad-line", daemon=True)
        self._ready = threading.Event()
        self._loop: asyncio.AbstractEventLoop
        self._inside: _Inside

    @property
    def url(self) -> str:
        """Where the client connects to; it stays the same through outages."""
        return f"{self._scheme}://127.0.0.1:{self._port}"

    @property
    def port(self) -> int:
        """The same, for who needs the number only."""
        return self._port

    @property
    def count(self) -> Count:
        """What went over it so far."""
        return self._inside.count

    def start(self) -> None:
        """Listen on a free port."""
        self._thread.start()
        if not self._ready.wait(30):
            raise RuntimeError("the bad line did not start")

    def stop(self) -> None:
        """Reset what is open and end the thread."""
        self._call(self._inside.finish())
        self._thread.join(30)

    def become(self, quality: Quality) -> None:
        """Be such a line from now on, for connections already open too. Counting towards cuts begins anew."""
        self._call(self._inside.become(quality))

    def cut(self) -> None:
        """Reset every connection now."""
        self._call(self._inside.cut_now())

    def down(self) -> None:
        """Reset every connection and refuse new ones until ``up``."""
        self._call(self._inside.go_down())

    def up(self) -> None:
        """Accept connections again."""
        self._call(self._inside.come_up())

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def _call(self, work: Coroutine[Any, Any, T]) -> T:
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(30)

    def _run(self) -> None:
        asyncio.run(self._main())

    async def _main(self) -> None:
        self._loop = asyncio.get_running_loop()
        with _held_port() as self._port:
            self._inside = _Inside(self._server, self._port, self._quality)
            await self._inside.become(self._quality)
            self._ready.set()
            await self._inside.finished.wait()
            await self._inside.close()


class _Inside:
    """The proxy itself; everything here happens in its own event loop."""

    def __init__(self, server: tuple[str, int], port: int, quality: Quality) -> None:
        self.quality = quality
        self.finished = asyncio.Event()
        self.ways = (_Bottleneck(self), _Bottleneck(self))
        self._server = server
        self._port = port
        self._up = self._down = self._accepted = self._cuts = 0
        self._moved = 0
        self._began = 0.0
        self._open: dict[_Connection, asyncio.Task[None]] = {}
        self._accepting: asyncio.Task[None] | None = None
        self._timers: list[asyncio.TimerHandle] = []

    @property
    def count(self) -> Count:
        return Count(self._up, self._down, self._accepted, self._cuts)

    async def become(self, quality: Quality) -> None:
        self.quality = quality
        self._moved = 0
        for timer in self._timers:
            timer.cancel()
        loop = asyncio.get_running_loop()
        self._timers = [loop.call_later(at, self._cut) for at in quality.cut_times]
        await self.come_up()

    async def cut_now(self) -> None:
        self._cut()
        await self._settled()

    async def go_down(self) -> None:
        refusing = self._refuse()
        await self.cut_now()
        await asyncio.gather(*refusing, return_exceptions=True)

    async def come_up(self) -> None:
        if self._accepting is None and not self.finished.is_set():
            listening = _bound(self._port)
            listening.listen(256)
            self._accepting = asyncio.create_task(self._accept(listening))

    async def finish(self) -> None:
        self.finished.set()

    async def close(self) -> None:
        for timer in self._timers:
            timer.cancel()
        refusing = self._refuse()
        for connection in self._open:
            connection.kill()
        await self._settled()
        await asyncio.gather(*refusing, return_exceptions=True)

    async def hand_over(self, target: socket.socket, data: bytes, *, upward: bool) -> bool:
        """Give bytes to their receiver, up to the very byte at which the line is cut; False when it was."""
        while data:
            left = self._before_cut()
            size = len(data) if left is None else left
            part, data = data[:size], data[size:]
            # Counted before they go: whoever is next must see how many are left before the cut.
            self._moved += len(part)
            if not upward:
                self._down += len(part)
            await asyncio.get_running_loop().sock_sendall(target, part)
            if len(part) == left:
                self._cut()
                return False
        return True

    def came_up(self, size: int) -> None:
        self._up += size

    def _before_cut(self) -> int | None:
        """Bytes that still pass before the next cut; None when no cut waits."""
        quality = self.quality
        places = [at for at in quality.cut_at if at > self._moved]
        if quality.cut_every is not None:
            places.append((self._moved // quality.cut_every + 1) * quality.cut_every)
        return min(places) - self._moved if places else None

    def _cut(self) -> None:
        self._cuts += 1
        for connection in self._open:
            connection.kill()
        if self.quality.outage > 0:
            self._refuse()
            loop = asyncio.get_running_loop()
            again = loop.call_later(self.quality.outage, lambda: loop.create_task(self.come_up()))
            self._timers.append(again)

    def _refuse(self) -> list[asyncio.Task[None]]:
        """Stop listening; what is given back has ended when nobody listens any more."""
        if self._accepting is None:
            return []
        accepting, self._accepting = self._accepting, None
        accepting.cancel()
        return [accepting]

    async def _settled(self) -> None:
        """Until sockets of connections that were killed are closed."""
        killed = [task for connection, task in self._open.items() if connection.killed]
        await asyncio.gather(*killed, return_exceptions=True)

    async def _accept(self, listening: socket.socket) -> None:
        loop = asyncio.get_running_loop()
        with listening:
            while True:
                client, _ = await loop.sock_accept(listening)
                self._accepted += 1
                connection = _Connection(self, client, self._accepted)
                self._open[connection] = loop.create_task(self._serve(connection))

    async def _serve(self, connection: _Connection) -> None:
        try:
            await connection.run(self._server)
        finally:
            del self._open[connection]


class _Bottleneck:
    """One direction's queue, kept as the moment at which it will be empty."""

    def __init__(self, inside: _Inside) -> None:
        self._inside = inside
        self._free = 0.0
        self._door = asyncio.Lock()

    async def enter(self, size: int) -> float:
        """Wait for room in the queue, first come, first served; gives when these bytes will have left it."""
        async with self._door:
            quality = self._inside.quality
            if quality.rate is None:
                return monotonic()
            await _until(self._free - max(0, quality.buffer - size) / quality.rate)
            self._free = max(monotonic(), self._free) + size / quality.rate
            return self._free


class _Connection:
    """One client's connection and its other half to the server."""

    def __init__(self, inside: _Inside, client: socket.socket, number: int) -> None:
        self.killed = False
        self._inside = inside
        self._client = client
        self._number = number
        self._tasks: list[asyncio.Task[None]] = []

    def kill(self) -> None:
        """Nothing more passes from this moment on."""
        self.killed = True
        for task in self._tasks:
            task.cancel()

    async def run(self, address: tuple[str, int]) -> None:
        """Ferry bytes both ways until both have ended or one breaks."""
        server = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        try:
            if self.killed:
                return
            for end in (self._client, server):
                end.setblocking(False)
            self._tasks = [asyncio.create_task(self._both_ways(server, address))]
            with suppress(OSError, asyncio.CancelledError):
                await self._tasks[0]
        finally:
            for end in (self._client, server):
                if self.killed:
                    end.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RESET)
                end.close()

    async def _both_ways(self, server: socket.socket, address: tuple[str, int]) -> None:
        await asyncio.get_running_loop().sock_connect(server, address)
        for end in (self._client, server):
            end.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        ways = [
            _Stream(self._inside, self._number, self._client, server, upward=True),
            _Stream(self._inside, self._number, server, self._client, upward=False),
        ]
        parts = [asyncio.create_task(part) for way in ways for part in (way.take(), way.give())]
        self._tasks += parts
        try:
            await asyncio.gather(*parts)
        except OSError:
            self.killed = True  # one end was reset: so is the other
            raise
        finally:
            for part in parts:
                part.cancel()
            await asyncio.gather(*parts, return_exceptions=True)


class _Stream:
    """One direction of one connection."""

    def __init__(
        self, inside: _Inside, number: int, source: socket.socket, target: socket.socket, *, upward: bool
    ) -> None:
        self._inside = inside
        self._source = source
        self._target = target
        self._upward = upward
        self._bottleneck = inside.ways[0 if upward else 1]
        seed = f"{inside.quality.seed}.{number}.{upward}"
        self._losses = Losses(seed)
        self._wobble = random.Random(seed)
        self._under_way: asyncio.Queue[tuple[float, bytes]] = asyncio.Queue()
        self._unacknowledged = 0
        self._room = asyncio.Event()
        # The kernel has shaken hands at once; on a real line that is one round trip.
        self._due = monotonic() + (2 * inside.quality.delay if upward else 0.0)

    async def take(self) -> None:
        """From the sender into the line."""
        loop = asyncio.get_running_loop()
        while True:
            quality = self._inside.quality
            while self._unacknowledged >= quality.window:
                self._room.clear()
                await self._room.wait()
            data = await loop.sock_recv(self._source, _WHOLE if quality.rate is None else SEGMENT)
            if self._upward:
                self._inside.came_up(len(data))
            self._unacknowledged += len(data)
            leaves = await self._bottleneck.enter(len(data))
            late = quality.delay + quality.jitter * self._wobble.random()
            late += self._losses.held(len(data), quality)
            self._due = max(self._due, leaves + late)
            self._under_way.put_nowait((self._due, data))
            if not data:
                return

    async def give(self) -> None:
        """Out of the line to the receiver."""
        loop = asyncio.get_running_loop()
        while True:
            due, data = await self._under_way.get()
            await _until(due)
            if not data:
                self._target.shutdown(socket.SHUT_WR)
                return
            if not await self._inside.hand_over(self._target, data, upward=self._upward):
                return
            loop.call_later(self._inside.quality.delay, self._acknowledge, len(data))

    def _acknowledge(self, size: int) -> None:
        self._unacknowledged -= size
        self._room.set()


async def _until(moment: float) -> None:
    left = moment - monotonic()
    if left > 0:
        await asyncio.sleep(left)


def _bound(port: int) -> socket.socket:
    # The protocol is named so that asyncio switches off Nagle's delay.
    made = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    made.setblocking(False)
    if hasattr(socket, "SO_REUSEPORT"):
        made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
    made.bind(("127.0.0.1", port))
    return made


@contextmanager
def _held_port() -> Iterator[int]:
    """A free port that nobody else gets while nobody listens on it."""
    with _bound(0) as holder:
        yield holder.getsockname()[1]
