"""Room hubs at an address that somebody typed or the network told: believed only for their certificate by the
office's CA, and later for their place in the roster."""

from __future__ import annotations

import socket
import ssl
import unicodedata
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
    answers; ``ROOM_OF_ANOTHER`` for another office's; ``NO_ROOM_HERE`` for whoever else answers: a captive
    portal, some other machine, the office's own hub.
    """
    parts = urlsplit(room_address(address))
    where = parts.hostname or "", parts.port or 0
    context = pinned_context(ca)
    context.check_hostname = False
    try:
        with (
            socket.create_connection(where, _CONNECT_S) as line,
            context.wrap_socket(line, server_hostname=parts.hostname) as secure,
        ):
            told: Any = secure.getpeercert()
    except TimeoutError as error:
        raise SohopError(Code.TIMEOUT) from error
    except ssl.SSLCertVerificationError as error:
        raise SohopError(Code.ROOM_OF_ANOTHER if _says_room(where) else Code.NO_ROOM_HERE) from error
    except (ssl.SSLError, ConnectionResetError) as error:
        raise SohopError(Code.NO_ROOM_HERE) from error
    except OSError as error:
        raise SohopError(Code.OFFLINE) from error
    names = [value for kind, value in (told or {}).get("subjectAltName", ()) if kind == "DNS"]
    for name in names:
        if device := device_of(name):
            return DeviceId(device)
    raise SohopError(Code.NO_ROOM_HERE)


def _says_room(where: tuple[str, int]) -> bool:
    """Whether whoever answers there calls itself a room hub. It is only told, and nothing is sent to it."""
    from cryptography import x509  # only here: nobody else on a laptop reads a stranger's certificate

    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    try:
        with socket.create_connection(where, _CONNECT_S) as line, context.wrap_socket(line) as secure:
            shown = x509.load_der_x509_certificate(secure.getpeercert(binary_form=True) or b"")
        names = shown.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
        return any(device_of(name) for name in names.get_values_for_type(x509.DNSName))
    except (OSError, ValueError, x509.ExtensionNotFound, x509.DuplicateExtension):
        return False


def room_address(typed: str) -> str:
    """An address as people type or paste it, as it is used: ``https://``, and the usual port unless one is
    given. A room hub is believed for its certificate alone, so this is kind: ``http`` as phones put it before
    what they read, commas for points, blanks and what else comes along with a copy.

    Raises ``SohopError(MALFORMED)``.
    """
    text = "".join(each for each in unicodedata.normalize("NFKC", typed) if each.isprintable())
    text = "".join(text.split()).strip("\"'“”‘’«»<>()").replace(",", ".")
    scheme, separator, rest = text.partition("://")
    if separator and scheme.casefold() not in ("http", "https"):
        raise SohopError(Code.MALFORMED)
    address = checked_address(f"https://{(rest if separator else text).rstrip('./')}")
    return address if urlsplit(address).port else f"{address}:{DEFAULT_ROOM_PORT}"
