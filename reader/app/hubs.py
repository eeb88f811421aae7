"""Which hub is asked beside the talking threads: the office's, or the room hub in reach where that does not
answer."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable
from functools import partial
from typing import Final, TypeVar

from reader.core.line_views import RoomAt
from reader.core.preparing import Blob
from reader.core.services import OnBook
from reader.store.identity import Identity
from sync.engine.machine import LINE_CODES
from sync.engine.rooms import room_address
from sync.engine.transport import Transport
from sync.engine.uploads import Uploader
from sync.errors import Code, SohopError
from sync.wire.rooms import room_host
from sync.wire.statements import HUB

T = TypeVar("T")

_UNREACHED: Final = LINE_CODES | {Code.NOT_A_HUB, Code.TLS_UNTRUSTED, Code.TLS_EXPIRED}
"""After these another hub may answer. Also where a login page of the Wi-Fi answers in a hub's place."""
_TRIES: Final = 4
"""In a row without anything arriving, before a person at a window is asked: about half a minute."""


class Hubs:
    """For one thread that may wait. ``room`` gives the room hub that answers now, if one does."""

    def __init__(self, on_book: OnBook, room: Callable[[], RoomAt | None] = lambda: None) -> None:
        self._on_book = on_book
        self._room = room
        self._identity: Identity = on_book(lambda book: book.identity)
        self._lock = threading.Lock()
        self._under_way: Transport | None = None
        self._halted = False

    def order(self) -> list[RoomAt | None]:
        """Which to ask, the likely one first: a room hub, None for the office's."""
        room = self._room()
        return [None] if room is None else [room, None] if room.first else [None, room]

    def ask(self, ask: Callable[[Transport], T]) -> tuple[RoomAt | None, T]:
        """The answer, and which room hub gave it; None for the office's.

        Raises ``SohopError`` of the line, and what ``ask`` raises.
        """
        *others, last = self.order()
        for hub in others:
            try:
                return hub, self.at(hub, ask)
            except SohopError as error:
                self.need_unreached(error)
        return last, self.at(last, ask)

    def room(self) -> RoomAt | None:
        """The room hub that answers now, if one does."""
        return self._room()

    def at(self, room: RoomAt | None, ask: Callable[[Transport], T]) -> T:
        """What one of them answers, signed in. Raises as ``ask``."""

        def signed_in(line: Transport, sign_in: Callable[[], None]) -> T:
            sign_in()
            return ask(line)

        return self.with_line(room, signed_in)

    def with_line(self, room: RoomAt | None, work: Callable[[Transport, Callable[[], None]], T]) -> T:
        """``work`` with a line of its own to one of them, and how to sign in there; hung up by ``halt``."""
        identity = self._identity
        if room is None:
            hub, line = HUB, Transport(identity.hub, identity.ca)
        else:
            hub = room.hub
            line = Transport(room_address(room.address), identity.ca, name=room_host(hub))
        with self._lock:
            if self._halted:
                raise SohopError(Code.OFFLINE)
            self._under_way = line
        try:
            return work(line, partial(line.authenticate, identity.tenant, identity.device, self._sign, hub))
        finally:
            with self._lock:
                self._under_way = None
            line.close()

    def need_unreached(self, error: SohopError) -> None:
        """Raises it unless it says only that this hub is not to be reached."""
        if error.code not in _UNREACHED or self._halted:
            raise error

    def halt(self) -> None:
        """From any thread: nobody waits for the line any more."""
        with self._lock:
            self._halted = True
            if self._under_way is not None:
                self._under_way.wires.hang_up()

    def _sign(self, data: bytes) -> bytes:
        return self._on_book(lambda book: book.sign(data))


class HubUploads:
    """The window's way (``services.Uploading``): to the office, and to the room hub that is in reach; so the
    packet goes on at either when the line of the other is cut. One of them is enough: they pass it on."""

    def __init__(self, on_book: OnBook, room: Callable[[], RoomAt | None] = lambda: None) -> None:
        """``room``: the room hub that answers when it is asked."""
        self._hubs = Hubs(on_book, room)

    def __call__(self, blobs: Iterable[Blob], arrived: Callable[[int], None]) -> int:
        wanted, (first, *others) = list(blobs), self._hubs.order()
        if not others:
            return self._bring(first, wanted, arrived, _TRIES)
        try:
            sent = self._bring(first, wanted, arrived, 1)
        except SohopError as error:
            self._hubs.need_unreached(error)
            return self._bring(others[0], wanted, arrived, 1)
        if first is None:
            try:
                self._bring(others[0], wanted, lambda size: None, 1)  # the person waits for one of them
            except SohopError as error:
                self._hubs.need_unreached(error)
        return sent

    def stop(self) -> None:
        """Hang up."""
        self._hubs.halt()

    def _bring(
        self, room: RoomAt | None, blobs: list[Blob], arrived: Callable[[int], None], tries: int
    ) -> int:
        """To one of them. ``tries`` without anything arriving until the line is taken to be cut."""

        def upload(line: Transport, sign_in: Callable[[], None]) -> int:
            uploader = Uploader(line, sign_in, give_up=lambda failures: failures >= tries)
            return uploader.upload(blobs, arrived)

        return self._hubs.with_line(room, upload)
