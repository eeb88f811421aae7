"""Which hub is asked beside the talking threads: the office's, or the room hub in reach where that does not
answer."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, TypeVar

from reader.core.line_views import RoomAt
from reader.core.services import OnBook
from sync.engine.rooms import room_address
from sync.engine.transport import Transport
from sync.errors import Code, SohopError
from sync.wire.rooms import room_host
from sync.wire.statements import HUB

T = TypeVar("T")

_UNREACHED: Final = frozenset({Code.OFFLINE, Code.TIMEOUT, Code.NOT_A_HUB})
"""After these another hub may answer."""


class Hubs:
    """For one thread that may wait. ``room`` gives the room hub that answers now, if one does."""

    def __init__(self, on_book: OnBook, room: Callable[[], RoomAt | None]) -> None:
        self._on_book = on_book
        self._room = room
        self._identity = on_book(lambda book: book.identity)
        self._transport: Transport | None = None
        self._halted = False

    def ask(self, ask: Callable[[Transport], T]) -> tuple[RoomAt | None, T]:
        """The answer, and which room hub gave it; None for the office's.

        Raises ``SohopError`` of the line, and what ``ask`` raises.
        """
        room = self._room()
        hubs = [None] if room is None else [room, None] if room.first else [None, room]
        for hub in hubs[:-1]:
            try:
                return hub, self._ask(hub, ask)
            except SohopError as error:
                if error.code not in _UNREACHED or self._halted:
                    raise
        return hubs[-1], self._ask(hubs[-1], ask)

    def halt(self) -> None:
        """From any thread: nobody waits for the line any more."""
        self._halted = True
        transport = self._transport
        if transport is not None:
            transport.wires.hang_up()

    def _ask(self, room: RoomAt | None, ask: Callable[[Transport], T]) -> T:
        identity = self._identity
        if room is None:
            hub, transport = HUB, Transport(identity.hub, identity.ca)
        else:
            name = room_host(room.hub)
            hub, transport = room.hub, Transport(room_address(room.address), identity.ca, name=name)
        self._transport = transport
        try:
            sign = lambda data: self._on_book(lambda book: book.sign(data))  # noqa: E731
            transport.authenticate(identity.tenant, identity.device, sign, hub)
            return ask(transport)
        finally:
            self._transport = None
            transport.close()
