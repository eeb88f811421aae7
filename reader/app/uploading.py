"""A packet's way up: the window's; how far it is, on a terminal and elsewhere; what to say when it stops."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from time import monotonic

from rich.console import Console
from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TransferSpeedColumn

from reader.app.words import Speaker
from reader.core.line_views import RoomAt
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

_UNREACHED = LINE_CODES | {Code.NOT_A_HUB, Code.TLS_UNTRUSTED, Code.TLS_EXPIRED}
"""Also where a login page of the Wi-Fi answers in a hub's place."""
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


class HubUploads:
    """The window's way (``services.Uploading``): to the office, and to the room hub that is in reach; so the
    packet goes on at either when the line of the other is cut. One of them is enough: they pass it on.

    Transports of its own, hung up by ``stop``."""

    def __init__(self, on_book: OnBook, room: Callable[[], RoomAt | None] = lambda: None) -> None:
        """``room``: the room hub that answers when it is asked."""
        self._identity = on_book(lambda book: book.identity)
        self._on_book = on_book
        self._room = room
        self._lock = threading.Lock()
        self._under_way: Transport | None = None
        self._stopped = False

    def __call__(self, blobs: Iterable[Blob], arrived: Callable[[int], None]) -> int:
        wanted, room = list(blobs), self._room()
        office = HUB, self._identity.hub
        if room is None:
            return self._bring(*office, wanted, arrived, _TRIES)
        there = room.hub, room_address(room.address)
        if not room.first:
            return self._to_both(office, there, wanted, arrived)
        try:
            return self._bring(*there, wanted, arrived, 1)
        except SohopError as error:
            self._need_unreached(error)
            return self._bring(*office, wanted, arrived, 1)

    def _to_both(
        self,
        office: tuple[DeviceId, str],
        there: tuple[DeviceId, str],
        wanted: list[Blob],
        arrived: Callable[[int], None],
    ) -> int:
        try:
            sent = self._bring(*office, wanted, arrived, 1)
        except SohopError as error:
            self._need_unreached(error)
            return self._bring(*there, wanted, arrived, 1)
        try:
            self._bring(*there, wanted, lambda size: None, 1)  # the person waits for one of them
        except SohopError as error:
            self._need_unreached(error)
        return sent

    def _need_unreached(self, error: SohopError) -> None:
        """Raises it unless it says only that this hub is not to be reached."""
        if error.code not in _UNREACHED or self._stopped:
            raise error

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
