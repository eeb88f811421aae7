"""The last large reply of each device, in memory: one that a cut line lost in the middle goes on from there.

It is a convenience and no promise: after a restart, or when many others came since, the laptop exchanges anew
and gets the same again, as its cursor has not moved.
"""

from __future__ import annotations

import secrets
from collections import OrderedDict
from threading import Lock

from sync.errors import Code, SohopError
from sync.model.ids import DeviceId

LEAST = 4 * 1024
"""Bytes under which a reply is not worth keeping: it is asked for anew."""
_MOST = 128 * 1024 * 1024
"""Bytes of all that are kept; the oldest go first."""


class Replies:
    """One for each device: the newest."""

    def __init__(self, most: int = _MOST) -> None:
        self._most = most
        self._size = 0
        self._kept: OrderedDict[DeviceId, tuple[bytes, bytes]] = OrderedDict()
        self._lock = Lock()

    def keep(self, device: DeviceId, body: bytes) -> bytes:
        """Keep a reply's exact bytes in place of the device's last; the name by which to ask for the rest."""
        name = secrets.token_bytes(8)
        with self._lock:
            self._drop(device)
            self._kept[device] = name, body
            self._size += len(body)
            while self._size > self._most:
                self._drop(next(iter(self._kept)))
        return name

    def rest(self, device: DeviceId, name: bytes, have: int) -> bytes:
        """What follows the first ``have`` bytes. Raises ``SohopError(PACKET_UNKNOWN)`` when it is gone."""
        with self._lock:
            kept = self._kept.get(device)
        if kept is None or kept[0] != name or have > len(kept[1]):
            raise SohopError(Code.PACKET_UNKNOWN)
        return kept[1][have:]

    def _drop(self, device: DeviceId) -> None:
        gone = self._kept.pop(device, None)
        if gone is not None:
            self._size -= len(gone[1])
