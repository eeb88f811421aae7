"""Finding room hubs on the network by mDNS. What is found is believed only for its certificate
(``engine.rooms``)."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from types import TracebackType
from typing import Self

from zeroconf import IPVersion, ServiceBrowser, ServiceStateChange, Zeroconf

from sync.model.ids import DeviceId, TenantId, is_id
from sync.wire.rooms import SERVICE

_RESOLVE_MS = 3_000


@dataclass(frozen=True)
class Seen:
    """A room hub that says on the network that it is there: its device, and where to try it, best first."""

    hub: DeviceId
    addresses: tuple[str, ...]


class Finder:
    """Listens on all networks of this laptop, from entering to leaving. ``found`` is called on a thread of
    its own, also again when an address changed."""

    def __init__(self, tenant: TenantId, found: Callable[[Seen], None]) -> None:
        self._tenant = tenant
        self._found = found
        self._zeroconf: Zeroconf | None = None

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def start(self) -> bool:
        """Listen; False where there is no network to listen on. Then the address is typed."""
        self.stop()
        try:
            self._zeroconf = Zeroconf(ip_version=IPVersion.V4Only)
        except OSError:
            return False
        ServiceBrowser(self._zeroconf, SERVICE, handlers=[self._changed])
        return True

    def stop(self) -> None:
        """Listen no more."""
        zeroconf, self._zeroconf = self._zeroconf, None
        if zeroconf is not None:
            zeroconf.close()

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
