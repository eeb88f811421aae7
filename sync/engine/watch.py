"""Notices that the line came back, or is another one, without sending a byte."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable
from contextlib import suppress
from ipaddress import ip_address

LOOK_S = 2.0
_OUTSIDE = ("192.0.2.1", 9)
_OUTSIDE_6 = ("2001:db8::1", 9)
"""Addresses for documentation (RFC 5737, RFC 3849), which stand for everything outside."""


def way_out(hub: str = "") -> str:
    """The local addresses that the system would use towards the outside, empty when it has no way.

    Connecting a UDP socket only asks the system's table of routes; no packet is sent. ``hub``: its host; when
    that is an address it counts too, for it may stand in a room without a way outside. Names are not looked
    up.
    """
    towards = [(socket.AF_INET, _OUTSIDE), (socket.AF_INET6, _OUTSIDE_6)]
    with suppress(ValueError):
        family = socket.AF_INET6 if ip_address(hub).version == 6 else socket.AF_INET
        towards.append((family, (hub, 9)))
    found = (_local(family, address) for family, address in towards)
    return " ".join(sorted(set(filter(None, found))))


def came_back(before: str, now: str) -> bool:
    """True when there is a way out that was not there before."""
    return bool(set(now.split()) - set(before.split()))


class Watch:
    """Looks every two seconds and calls ``back`` (on its own thread) when there is a new way out."""

    def __init__(
        self, back: Callable[[], object], look: Callable[[], str] = way_out, every: float = LOOK_S
    ) -> None:
        self._back = back
        self._look = look
        self._every = every
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._run, name="sohop-watch", daemon=True)

    def start(self) -> None:
        """Begin to look."""
        self._thread.start()

    def stop(self, timeout: float = 5.0) -> None:
        """Look no more."""
        self._over.set()
        if self._thread.ident is not None:
            self._thread.join(timeout)

    def _run(self) -> None:
        before = self._look()
        while not self._over.wait(self._every):
            now = self._look()
            if came_back(before, now):
                self._back()
            before = now


def _local(family: socket.AddressFamily, outside: tuple[str, int]) -> str:
    try:
        with socket.socket(family, socket.SOCK_DGRAM) as asking:
            asking.connect(outside)
            return str(asking.getsockname()[0])
    except OSError:  # no route, or no such family: that is the answer
        return ""
