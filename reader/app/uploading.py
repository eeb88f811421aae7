"""A packet's way up: the window's; how far it is, on a terminal and elsewhere; what to say when it stops."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from time import monotonic

from rich.console import Console
from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TransferSpeedColumn

from reader.app.words import Speaker
from reader.core.preparing import Blob
from reader.core.services import OnBook
from sync.engine.machine import LINE_CODES
from sync.engine.rooms import room_address
from sync.engine.transport import Transport
from sync.engine.uploads import Uploader
from sync.errors import Code, SohopError
from sync.model.ids import DeviceId
from sync.wire.rooms import room_host
from sync.wire.statements import HUB

_TRIES = 4
"""In a row without anything arriving, before a person at a window is asked: about half a minute."""
_LINE_S = 5.0
"""Seconds between two lines where there is no terminal."""


@contextmanager
def upload_shown(
    size: int, say: Speaker, clock: Callable[[], float] = monotonic
) -> Iterator[Callable[[int], None]]:
    """Gives what is to be called with the bytes of each batch that arrived.

    ``size`` is the packet's: less is sent when the hub has part of it. A bar on a terminal, else a line now
    and then, on standard error. Stopped by the person or by the line, it says that the next run goes on from
    there, and lets the error pass.
    """
    console = Console(stderr=True)
    try:
        if console.is_terminal:
            with _bar(size, say, console) as arrived:
                yield arrived
        else:
            yield _Lines(size, say, clock)
    except (KeyboardInterrupt, SohopError):
        print(say("upload-goes-on"), file=sys.stderr)
        raise


@contextmanager
def _bar(size: int, say: Speaker, console: Console) -> Iterator[Callable[[int], None]]:
    columns = (TextColumn("{task.description}"), BarColumn(), DownloadColumn(), TransferSpeedColumn())
    with Progress(*columns, console=console, transient=True) as progress:
        task = progress.add_task(say("uploading-now"), total=size)
        yield lambda more: progress.advance(task, more)


class _Lines:
    """One plain line every few seconds."""

    def __init__(self, size: int, say: Speaker, clock: Callable[[], float]) -> None:
        self._size, self._say, self._clock = size, say, clock
        self._done, self._at = 0, clock()

    def __call__(self, more: int) -> None:
        self._done += more
        if self._clock() - self._at >= _LINE_S:
            self._at = self._clock()
            print(self._say("uploading", size=self._done // 1000, all=self._size // 1000), file=sys.stderr)


@dataclass(frozen=True)
class InReach:
    """The hubs, as the line has them now."""

    office: bool = True
    """False: it did not answer when it was last tried."""
    room: tuple[DeviceId, str] | None = None
    """The room hub that answers, and its address."""


class HubUploads:
    """The window's way (``services.Uploading``): to the office, and to the room hub that is in reach; so the
    packet goes on at either when the line of the other is cut. One of them is enough: they pass it on.

    Transports of its own, hung up by ``stop``."""

    def __init__(self, on_book: OnBook, reach: Callable[[], InReach] = InReach) -> None:
        self._identity = on_book(lambda book: book.identity)
        self._on_book = on_book
        self._reach = reach
        self._lock = threading.Lock()
        self._under_way: Transport | None = None
        self._stopped = False

    def __call__(self, blobs: Iterable[Blob], arrived: Callable[[int], None]) -> int:
        wanted, reach = list(blobs), self._reach()
        if reach.room is None:
            return self._bring(HUB, self._identity.hub, wanted, arrived, _TRIES)
        room, address = reach.room
        office = (HUB, self._identity.hub)
        sent: int | None = None
        failed = SohopError(Code.OFFLINE)
        for hub, where in ([office] if reach.office else []) + [(room, room_address(address))]:
            try:
                done = self._bring(hub, where, wanted, arrived if sent is None else _untold, 1)
            except SohopError as error:
                if error.code not in LINE_CODES or self._stopped:
                    raise
                failed = error
            else:
                sent = done if sent is None else sent
        if sent is None:
            raise failed
        return sent

    def stop(self) -> None:
        """Hang up."""
        with self._lock:
            self._stopped = True
            if self._under_way is not None:
                self._under_way.wires.hang_up()

    def _bring(
        self, hub: DeviceId, address: str, blobs: list[Blob], arrived: Callable[[int], None], tries: int
    ) -> int:
        """To one of them. ``tries`` without anything arriving until the line is taken to be cut."""
        identity = self._identity
        transport = Transport(address, identity.ca, name="" if hub == HUB else room_host(hub))
        with self._lock:
            if self._stopped:
                raise SohopError(Code.OFFLINE)
            self._under_way = transport
        sign_in = partial(transport.authenticate, identity.tenant, identity.device, self._sign, hub)
        try:
            return Uploader(transport, sign_in, give_up=lambda failures: failures >= tries).upload(
                blobs, arrived
            )
        finally:
            transport.close()

    def _sign(self, data: bytes) -> bytes:
        return self._on_book(lambda book: book.sign(data))


def _untold(size: int) -> None:
    """The second hub's share: the person waits for one."""
