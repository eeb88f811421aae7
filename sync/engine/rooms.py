"""Finding room hubs: on the network by mDNS, or by an address that somebody types. What is found is believed
only for its certificate by the office's CA, and later for its place in the roster."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Self
from urllib.parse import urlsplit

from zeroconf import IPVersion, ServiceBrowser, ServiceStateChange, Zeroconf

from sync.engine.connection import pinned_context
from sync.engine.transport import checked_address
from sync.errors import Code, SohopError
from sync.model.ids import DeviceId, TenantId, is_id
from sync.wire.rooms import DEFAULT_ROOM_PORT, SERVICE, device_of

_CONNECT_S = 5.0
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


def identify(address: str, ca: str) -> DeviceId:
    """Which room hub answers at an address that somebody typed: by its certificate, before anything is sent.

    Raises ``SohopError``: ``MALFORMED`` for what is no address; ``OFFLINE`` or ``TIMEOUT`` when nobody
    answers; ``NOT_THIS_ROOM`` for whoever is no room hub of this office: a captive portal, another office's.
    """
    parts = urlsplit(room_address(address))
    context = pinned_context(ca)
    context.check_hostname = False
    try:
        with (
            socket.create_connection((parts.hostname or "", parts.port or 0), _CONNECT_S) as line,
            context.wrap_socket(line, server_hostname=parts.hostname) as secure,
        ):
            told: Any = secure.getpeercert()
    except TimeoutError as error:
        raise SohopError(Code.TIMEOUT) from error
    except ssl.SSLError as error:
        raise SohopError(Code.NOT_THIS_ROOM) from error
    except OSError as error:
        raise SohopError(Code.OFFLINE) from error
    names = [value for kind, value in (told or {}).get("subjectAltName", ()) if kind == "DNS"]
    for name in names:
        if device := device_of(name):
            return DeviceId(device)
    raise SohopError(Code.NOT_THIS_ROOM)


def room_address(typed: str) -> str:
    """A typed address as it is used: ``https://``, and the usual port unless one is given.

    Raises ``SohopError(MALFORMED | PLAIN_HTTP)``.
    """
    address = checked_address(typed)
    if not address.startswith("https:"):
        raise SohopError(Code.PLAIN_HTTP)
    return address if urlsplit(address).port else f"{address}:{DEFAULT_ROOM_PORT}"


def _text(value: bytes | None) -> str:
    with suppress(UnicodeDecodeError):
        return (value or b"").decode("ascii")
    return ""
