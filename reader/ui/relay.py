"""From other threads to the window's. Only numbers and results travel: who waits for them stays where Qt's
objects live, and is never let go of on another thread.

The one object that hears is never deleted: a signal under way to an object that is going away can end the
program.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable
from concurrent.futures import Future
from functools import cache
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

T = TypeVar("T")


def expect(future: Future[T], deliver: Callable[[Future[T]], None]) -> None:
    """Have ``deliver`` called on the window's thread when ``future`` is settled, unless it was cancelled."""
    _relay().expect(future, deliver)


class Channel:
    """Calls a function on the window's thread, from any thread; an attribute of the one who hears."""

    def __init__(self, deliver: Callable[..., None]) -> None:
        self._relay = _relay()
        self._number = self._relay.open(deliver)

    def send(self) -> Callable[..., None]:
        """What other threads call; it holds on to nobody."""
        relay, number = self._relay, self._number
        return lambda *values: relay.arrived.emit(number, values)

    def close(self) -> None:
        """Nothing is delivered any more, not even what is under way."""
        self._relay.close(self._number)


class _Relay(QObject):
    arrived = Signal(int, object)
    """Number, and a tuple of values or a settled future."""

    def __init__(self) -> None:
        super().__init__()
        self._numbers = itertools.count()
        self._once: dict[int, Callable[..., None]] = {}
        self._often: dict[int, Callable[..., None]] = {}
        self.arrived.connect(self._on_arrived, Qt.ConnectionType.QueuedConnection)

    def expect(self, future: Future[T], deliver: Callable[[Future[T]], None]) -> None:
        number = next(self._numbers)
        self._once[number] = deliver
        future.add_done_callback(lambda done: self.arrived.emit(number, done))

    def open(self, deliver: Callable[..., None]) -> int:
        number = next(self._numbers)
        self._often[number] = deliver
        return number

    def close(self, number: int) -> None:
        self._often.pop(number, None)

    @Slot(int, object)
    def _on_arrived(self, number: int, brought: tuple[object, ...] | Future[object]) -> None:
        if isinstance(brought, tuple):
            often = self._often.get(number)
            if often is not None:
                often(*brought)
            return
        once = self._once.pop(number)
        if not brought.cancelled():
            once(brought)


@cache
def _relay() -> _Relay:
    return _Relay()
