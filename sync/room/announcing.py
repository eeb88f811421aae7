"""Says on the room's networks where this room hub is (mDNS, RFC 6762 and 6763). Nobody believes it for that:
laptops ask for its certificate and its place in the roster."""

from __future__ import annotations

import socket
import threading
from types import TracebackType
from typing import Self

from zeroconf import IPVersion, NonUniqueNameException, ServiceInfo, Zeroconf

from sync.engine.networks import own_networks
from sync.hub.logs import note_bug
from sync.wire.rooms import SERVICE

_LOOK_S = 5.0
_LOOPBACK = "127.0.0.1"


class Announcing:
    """From entering to leaving; follows changes of this laptop's addresses."""

    def __init__(self, device: str, tenant: str, port: int) -> None:
        self._device = device
        self._tenant = tenant
        self._port = port
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._run, name="announcing", daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._ended.set()
        self._thread.join(10)

    def _run(self) -> None:
        while not self._ended.is_set():
            told = addresses()
            if told:
                try:
                    self._tell(told)
                except (OSError, NonUniqueNameException) as error:
                    note_bug(error)  # a network without multicast: the address is typed there
            self._ended.wait(_LOOK_S)

    def _tell(self, told: list[str]) -> None:
        """Until the addresses are others."""
        info = ServiceInfo(
            SERVICE,
            f"{self._device}.{SERVICE}",
            port=self._port,
            addresses=[socket.inet_aton(each) for each in told],
            properties={"hub": self._device, "office": self._tenant},
            server=f"{self._device}.local.",
        )
        with Zeroconf(ip_version=IPVersion.V4Only) as zeroconf:
            zeroconf.register_service(info, cooperating_responders=True)
            while not self._ended.wait(_LOOK_S):
                if addresses() != told:
                    return


def addresses() -> list[str]:
    """This laptop's IPv4 addresses that others may reach, the likely one first; the loopback when there is
    none."""
    return [each.address for each in own_networks()] or [_LOOPBACK]
