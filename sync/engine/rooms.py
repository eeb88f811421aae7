"""Room hubs at an address that somebody typed or the network told: believed only for their certificate by the
office's CA, and later for their place in the roster."""

from __future__ import annotations

import socket
import ssl
from typing import Any
from urllib.parse import urlsplit

from sync.engine.connection import pinned_context
from sync.engine.transport import checked_address
from sync.errors import Code, SohopError
from sync.model.ids import DeviceId
from sync.wire.rooms import DEFAULT_ROOM_PORT, device_of

_CONNECT_S = 5.0


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
