"""How lines to the hub are opened: pinned, judged by hub-signed time, lean, and hung up from any thread."""

from __future__ import annotations

import io
import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import datetime
from http.client import HTTPResponse
from time import monotonic
from typing import Any
from weakref import WeakSet

import urllib3
from requests.adapters import HTTPAdapter
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.exceptions import SystemTimeWarning

from sync.errors import Code, SohopError

SLOWEST = 16
"""Bytes a second. A hub that dribbles less is as good as none: votes must not wait for it for ever."""
PATIENCE_S = 45.0
"""Seconds of waiting after which ``SLOWEST`` is asked for."""
_NO_CHECK_TIME = 0x20_0000
"""X509_V_FLAG_NO_CHECK_TIME of OpenSSL, which Python does not name."""
_ONE_RECORD = 16 * 1024
_SEND_BUFFER = 64 * 1024
"""Bytes. The system would take megabytes at once, and nobody could say how much of them has left."""

# A clock that is years wrong is what this program expects of a laptop.
urllib3.disable_warnings(SystemTimeWarning)


class Wires:
    """The open sockets of one transport, and the patience with its request under way."""

    def __init__(self, mark: Callable[[], datetime | None], clock: Callable[[], float] = monotonic) -> None:
        """``mark`` gives the latest hub-signed time: it is not earlier now."""
        self.mark = mark
        self.clock = clock
        self.opened = 0
        """Connections so far."""
        self.patient = True
        """False for a stream that is silent by nature."""
        self.receive_buffer = 0
        """Bytes that the system may take before they are read, on lines opened from now on; 0: its choice."""
        self._hung_up = threading.Event()
        self._lock = threading.Lock()
        self._sockets: WeakSet[socket.socket] = WeakSet()
        self._waited = 0.0
        self._received = 0

    @property
    def hung_up(self) -> bool:
        """True after ``hang_up``, until ``take_up``."""
        return self._hung_up.is_set()

    def hang_up(self) -> None:
        """From any thread: end what is under way, let nothing new begin, wake whoever waits."""
        with self._lock:
            self._hung_up.set()
            for each in self._sockets:
                with suppress(OSError):  # it was closed meanwhile
                    # Not the TLS socket's own method: that forgets its keys, and a thread that still reads
                    # would take what an enemy on the line sends for what the hub said.
                    socket.socket.shutdown(each, socket.SHUT_RDWR)

    def take_up(self) -> None:
        """Allow lines again."""
        self._hung_up.clear()

    def wait(self, seconds: float) -> bool:
        """Wait, but not longer than until somebody hangs up; True when that happened."""
        return self._hung_up.wait(max(0.0, seconds))

    def add(self, line: socket.socket) -> None:
        """A line that was opened. Raises ``ConnectionAbortedError`` after ``hang_up``."""
        with self._lock:
            if self.hung_up:
                line.close()
                raise ConnectionAbortedError
            self._sockets.add(line)

    def begin(self, *, patient: bool) -> None:
        """A request begins."""
        self.patient = patient
        self._waited, self._received = 0.0, 0

    def heard(self, size: int, seconds: float) -> None:
        """So many bytes came after waiting so long. Raises ``TimeoutError`` for a mere dribble.

        How long the first may take is the socket's to say: what was sent is still on its way, or considered.
        """
        self._waited += seconds if self._received else 0.0
        self._received += size
        slow = self._waited > PATIENCE_S and self._received < SLOWEST * self._waited
        if self.patient and slow:
            raise TimeoutError


class PinnedAdapter(HTTPAdapter):
    """Trusts the office's own CA and nothing else; the system's and certifi's lists are not consulted.

    Whether a certificate is valid *now* is not asked of this laptop's clock, which may be years wrong, but
    of the hub-signed ``mark``: true time is not earlier. So an end before it is proof that a certificate has
    expired (``TLS_EXPIRED``), while a beginning after it says nothing: a laptop that lay in a drawer meets
    certificates that were renewed meanwhile. Renewed under the same CA they need no new enrolment.
    """

    def __init__(self, wires: Wires, ca: str, name: str = "") -> None:
        """``ca`` in PEM; empty trusts nobody. ``name`` must stand in the certificate; empty: the address's.

        Raises ``SohopError(MALFORMED)`` for what is no CA.
        """
        self._wires = wires
        self._named: dict[str, Any] = {"server_hostname": name} if name else {}
        self._context = pinned_context(ca)
        super().__init__()

    def init_poolmanager(self, *args: Any, **kwargs: Any) -> None:
        super().init_poolmanager(*args, ssl_context=self._context, **{**self._named, **kwargs})
        self.poolmanager.pool_classes_by_scheme = _pools(self._wires)

    def proxy_manager_for(self, proxy: str, **kwargs: Any) -> Any:
        manager = super().proxy_manager_for(proxy, ssl_context=self._context, **kwargs)
        manager.pool_classes_by_scheme = _pools(self._wires)
        return manager

    def cert_verify(self, conn: Any, url: Any, verify: Any, cert: Any) -> None:
        # The base class would add certifi's public authorities to the context: a pin must stay a pin.
        conn.cert_reqs = "CERT_REQUIRED"
        conn.ca_certs = None
        conn.ca_cert_dir = None


def pinned_context(ca: str) -> ssl.SSLContext:
    """TLS 1.2 or newer, this CA alone, names checked, times not. Raises ``SohopError(MALFORMED)``."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    # When enrolling by a typed code the server's own certificate is the pin: its proof binds that key.
    context.verify_flags |= ssl.VERIFY_X509_PARTIAL_CHAIN | _NO_CHECK_TIME
    if ca:
        if not ca.isascii():
            raise SohopError(Code.MALFORMED)
        try:
            context.load_verify_locations(cadata=ca)
        except (ssl.SSLError, ValueError) as error:
            raise SohopError(Code.MALFORMED) from error
    return context


class _Lean(HTTPConnection):
    """Head and body of a small request leave as one packet; the answer is not waited for for ever."""

    wires: Wires
    _held: list[bytes] | None = None

    def _new_conn(self) -> socket.socket:
        line = super()._new_conn()
        self.wires.opened += 1
        for level, option, value in _line_options(self.wires.receive_buffer):
            with suppress(OSError):  # what a system does not know costs only speed
                line.setsockopt(level, option, value)
        self.wires.add(line)
        return line

    def connect(self) -> None:
        super().connect()
        self.wires.add(self.sock)  # inside TLS it is another object than the one above

    def request(self, *args: Any, **kwargs: Any) -> None:
        self._held = []
        try:
            super().request(*args, **kwargs)
            self._flush()
        finally:
            self._held = None

    def send(self, data: Any) -> None:
        if self._held is None:
            super().send(data)
            return
        self._held.append(data)
        if sum(map(len, self._held)) > _ONE_RECORD:
            self._flush()
            self._held = []

    def _flush(self) -> None:
        held, self._held = b"".join(self._held or ()), None
        if held:
            super().send(held)

    # http.client calls what stands here with a socket and gets an answer: a function does as well as a class.
    def response_class(self, line: socket.socket, *args: Any, **kwargs: Any) -> HTTPResponse:  # type: ignore[override]
        answer = HTTPResponse(line, *args, **kwargs)
        # Nothing was read yet: what counts and loses patience can still be put underneath.
        answer.fp = io.BufferedReader(_Patient(answer.fp.detach(), self.wires))
        return answer


class _Secure(_Lean, HTTPSConnection):
    """The same inside TLS."""

    def connect(self) -> None:
        super().connect()
        line: Any = self.sock
        mark, end = self.wires.mark(), ssl.cert_time_to_seconds(line.getpeercert()["notAfter"])
        if mark is not None and end < mark.timestamp():
            self.close()
            raise SohopError(Code.TLS_EXPIRED)


class _Patient(io.RawIOBase):
    """Reads a socket and counts how long it was waited for."""

    def __init__(self, raw: Any, wires: Wires) -> None:
        self._raw = raw
        self._wires = wires

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int | None:
        began = self._wires.clock()
        size: int | None = self._raw.readinto(buffer)
        if size:
            self._wires.heard(size, self._wires.clock() - began)
        return size

    def close(self) -> None:
        if not self.closed:
            self._raw.close()
        super().close()


def _pools(given: Wires) -> dict[str, Any]:
    class Plain(_Lean):
        wires = given

    class Secure(_Secure):
        wires = given

    class PlainPool(HTTPConnectionPool):
        ConnectionCls = Plain

    class SecurePool(HTTPSConnectionPool):
        ConnectionCls = Secure

    return {"http": PlainPool, "https": SecurePool}


def _line_options(receive_buffer: int) -> Iterator[tuple[int, int, int]]:
    """A dead line is noticed after a minute, also by who only listens; see tcp(7)."""
    if receive_buffer:
        yield socket.SOL_SOCKET, socket.SO_RCVBUF, min(64 * 1024, max(16 * 1024, receive_buffer))
    yield socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1
    yield socket.SOL_SOCKET, socket.SO_SNDBUF, _SEND_BUFFER
    yield socket.IPPROTO_TCP, socket.TCP_NODELAY, 1
    for name, value in (("TCP_KEEPIDLE", 30), ("TCP_KEEPINTVL", 10), ("TCP_KEEPCNT", 3)):
        if hasattr(socket, name):
            yield socket.IPPROTO_TCP, getattr(socket, name), value
    if hasattr(socket, "TCP_USER_TIMEOUT"):
        yield socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT, 60_000  # milliseconds; sent and never confirmed
