"""Finding room hubs on the network by mDNS. What is found is believed only for its certificate
(``engine.rooms``)."""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from types import TracebackType
from typing import Self

from zeroconf import IPVersion, ServiceBrowser, ServiceStateChange, Zeroconf

from sync.engine.networks import own_networks
from sync.model.ids import DeviceId, TenantId, is_id
from sync.model.networks import Network
from sync.wire.rooms import SERVICE

_RESOLVE_MS = 3_000
_LOOK_S = 2.0
"""Seconds after which another network is noticed."""
_END_S = 5.0


@dataclass(frozen=True)
class Seen:
    """A room hub that says on the network that it is there: its device, and where to try it, best first."""

    hub: DeviceId
    addresses: tuple[str, ...]


class Finder:
    """Listens on all networks of this laptop, from entering to leaving, and on others as it joins them.
    ``found`` is called on a thread of its own, also again when an address changed; ``changed`` is told the
    networks whenever they are others."""

    def __init__(
        self,
        tenant: TenantId,
        found: Callable[[Seen], None],
        changed: Callable[[tuple[Network, ...]], None] = lambda networks: None,
    ) -> None:
        self._tenant = tenant
        self._found = found
        self._told = changed
        self._over = threading.Event()
        self._thread: threading.Thread | None = None

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def start(self) -> None:
        """Listen. Where there is no network to listen on, or no multicast on it, nothing is found."""
        self.stop()
        self._over = threading.Event()
        self._thread = threading.Thread(
            target=self._run, args=(self._over,), name="sohop-finder", daemon=True
        )
        self._thread.start()

    def stop(self) -> None:
        """Listen no more."""
        thread, self._thread = self._thread, None
        self._over.set()
        if thread is not None and thread is not threading.current_thread():
            thread.join(_END_S)

    def _run(self, over: threading.Event) -> None:
        """What was joined when listening began is all that is listened on: so it begins anew."""
        while not over.is_set():
            networks = own_networks()
            self._told(networks)
            with ExitStack() as stack:
                with suppress(OSError):  # no multicast at all: the address is typed
                    zeroconf = stack.enter_context(Zeroconf(ip_version=IPVersion.V4Only))
                    stack.enter_context(ServiceBrowser(zeroconf, SERVICE, handlers=[self._changed]))
                while not over.wait(_LOOK_S) and own_networks() == networks:
                    pass

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
