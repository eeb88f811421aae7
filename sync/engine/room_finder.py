"""Finding room hubs on the network by mDNS. What is found is believed only for its certificate
(``engine.rooms``)."""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from types import TracebackType
from typing import Self

from zeroconf import IPVersion, ServiceBrowser, ServiceStateChange, Zeroconf

from sync.engine.networks import addresses
from sync.model.ids import DeviceId, TenantId, is_id
from sync.wire.rooms import SERVICE

_RESOLVE_MS = 3_000
_LOOK_S = 2.0
_END_S = 5.0


@dataclass(frozen=True)
class Seen:
    """A room hub that says on the network that it is there: its device, and where to try it, best first."""

    hub: DeviceId
    addresses: tuple[str, ...]


class Finder:
    """Listens on all networks of this laptop, from entering to leaving, and follows when they change: many a
    laptop is opened before it comes into the room's network. ``found`` is called on a thread of its own, also
    again when an address changed."""

    def __init__(self, tenant: TenantId, found: Callable[[Seen], None]) -> None:
        self._tenant = tenant
        self._found = found
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._run, name="sohop-find", daemon=True)

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def start(self) -> None:
        """Listen, once."""
        self._thread.start()

    def stop(self) -> None:
        """Listen no more."""
        self._ended.set()
        if self._thread.ident is not None:
            self._thread.join(_END_S)

    def _run(self) -> None:
        while not self._ended.is_set():
            try:
                self._listen(addresses())
            except OSError:  # no network to listen on: until there is one, the address is typed
                self._ended.wait(_LOOK_S)

    def _listen(self, here: list[str]) -> None:
        """Until the networks are others."""
        with (
            Zeroconf(ip_version=IPVersion.V4Only) as zeroconf,
            ServiceBrowser(zeroconf, SERVICE, handlers=[self._changed]),
        ):
            while not self._ended.wait(_LOOK_S):
                if addresses() != here:
                    return

    def _changed(
        self, zeroconf: Zeroconf, service_type: str, name: str, state_change: ServiceStateChange
    ) -> None:
        if state_change is ServiceStateChange.Removed:
            return  # it may only have changed its address; whether it is there, the line says
        info = zeroconf.get_service_info(service_type, name, _RESOLVE_MS)
        if info is None or info.port is None:
            return
        told = {_text(key): _text(value) for key, value in info.properties.items()}
        hub = told.get("hub", "")
        if told.get("office") != self._tenant or not is_id(hub):
            return
        found = info.parsed_addresses(IPVersion.V4Only)[:8]
        self._found(Seen(DeviceId(hub), tuple(f"https://{each}:{info.port}" for each in found)))


def _text(value: bytes | None) -> str:
    with suppress(UnicodeDecodeError):
        return (value or b"").decode("ascii")
    return ""
