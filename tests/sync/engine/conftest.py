"""Small servers on the loopback that answer as a test tells them, with certificates of any authority."""

from __future__ import annotations

import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path
from types import SimpleNamespace
from typing import TypeVar

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.serialization import Encoding, load_pem_private_key
from cryptography.x509.oid import NameOID

from sync.certificates import make_ca, make_server
from sync.engine.transport import Transport
from sync.wire.codec import pack

T = TypeVar("T")

NOW = datetime.now(UTC)


@dataclass
class Server:
    """``answer(path, body)`` gives the raw bytes to send back. Each connection is one request, but for
    ``keep``: then it is as many as come."""

    answer: Callable[[str, bytes], bytes | Iterator[bytes]]
    context: ssl.SSLContext | None = None
    keep: bool = False
    requests: list[tuple[str, bytes]] = field(default_factory=list)
    headers: list[bytes] = field(default_factory=list)
    connections: int = 0
    up: int = 0
    """Bytes that came from the laptop, TLS included."""
    down: int = 0

    def __post_init__(self) -> None:
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = self._listener.getsockname()[1]
        self._threads = [threading.Thread(target=self._serve, daemon=True)]
        self._lines: list[socket.socket] = []
        self._threads[0].start()

    @property
    def url(self) -> str:
        return f"{'https' if self.context else 'http'}://127.0.0.1:{self.port}"

    def stop(self) -> None:
        # Wakes a thread that waits in ``accept``: closing alone does not on every system.
        self._listener.shutdown(socket.SHUT_RDWR)
        self._threads[0].join(10)
        self._listener.close()
        self.cut()
        for thread in self._threads:
            thread.join(10)
            assert not thread.is_alive()

    def cut(self) -> None:
        """Every line that is open ends here."""
        for line in list(self._lines):
            with suppress(OSError):
                line.shutdown(socket.SHUT_RDWR)

    def _serve(self) -> None:
        while True:
            try:
                plain, _ = self._listener.accept()
            except OSError:
                return
            plain.settimeout(10)
            self.connections += 1
            self._lines.append(plain)
            self._threads.append(threading.Thread(target=self._one, args=[plain], daemon=True))
            self._threads[-1].start()

    def _one(self, plain: socket.socket) -> None:
        # The laptop may hang up at any moment, as some tests want.
        with plain, suppress(OSError):
            self._talk(_Tls(self, plain, self.context) if self.context else _Plain(self, plain))

    def _talk(self, line: _Plain) -> None:
        while True:
            request = line.line().decode().split()
            if not request:
                return
            head = b"".join(iter(line.line, b"\r\n"))
            self.headers.append(head)
            lengths = [each for each in head.splitlines() if each.lower().startswith(b"content-length")]
            length = int(lengths[0].split(b":")[1]) if lengths else 0
            body = line.read(length)
            self.requests.append((request[1], body))
            answer = self.answer(request[1], body)
            for piece in [answer] if isinstance(answer, bytes) else answer:
                line.send(piece)
            if not self.keep:
                return


class _Plain:
    """Reads and writes a socket and counts."""

    def __init__(self, server: Server, plain: socket.socket) -> None:
        self.server, self.plain, self._came = server, plain, b""

    def line(self) -> bytes:
        while b"\n" not in self._came and self._more():
            pass
        line, end, self._came = self._came.partition(b"\n")
        return line + end

    def read(self, size: int) -> bytes:
        while len(self._came) < size and self._more():
            pass
        data, self._came = self._came[:size], self._came[size:]
        return data

    def _more(self) -> bool:
        data = self.received()
        self._came += data
        return bool(data)

    def received(self) -> bytes:
        data = self.plain.recv(65_536)
        self.server.up += len(data)
        return data

    def send(self, data: bytes) -> None:
        self.server.down += len(data)
        self.plain.sendall(data)


class _Tls(_Plain):
    """The same inside TLS, on memory, so that what TLS adds is counted too."""

    def __init__(self, server: Server, plain: socket.socket, context: ssl.SSLContext) -> None:
        super().__init__(server, plain)
        self._in, self._out = ssl.MemoryBIO(), ssl.MemoryBIO()
        self._tls = context.wrap_bio(self._in, self._out, server_side=True)
        self._through(self._tls.do_handshake)

    def received(self) -> bytes:
        return self._through(lambda: self._tls.read(65_536))

    def send(self, data: bytes) -> None:
        self._through(lambda: self._tls.write(data))

    def _through(self, act: Callable[[], T]) -> T:
        while True:
            try:
                return act()
            except ssl.SSLWantReadError:
                self._leave()
                data = super().received()
                if not data:
                    raise ConnectionError from None
                self._in.write(data)
            finally:
                self._leave()

    def _leave(self) -> None:
        if self._out.pending:
            super().send(self._out.read())


def response(
    body: bytes,
    *,
    status: str = "200 OK",
    protocol: str = "1",
    length: int | None = None,
    extra: str = "",
    close: bool = True,
) -> bytes:
    """Raw HTTP. ``length`` may lie."""
    ours = f"Sohop-Protocol: {protocol}\r\n" if protocol else ""
    size = len(body) if length is None else length
    end = "Connection: close\r\n" if close else ""
    return f"HTTP/1.1 {status}\r\n{ours}{extra}Content-Length: {size}\r\n{end}\r\n".encode() + body


def packed(message: object, **more: object) -> bytes:
    """A hub's answer."""
    return response(pack(message), **more)


@dataclass(frozen=True)
class Authority:
    """A CA with its key, PEM."""

    ca: bytes
    key: bytes

    def server(
        self, folder: Path, *addresses: str, only: bool = False, days: tuple[datetime, datetime] | None = None
    ) -> tuple[ssl.SSLContext, bytes]:
        """A server's context and its certificate (PEM). ``only`` leaves the loopback's names out; ``days``:
        valid from and until."""
        pair = make_server(self.ca, self.key, addresses, "HĐND xã Suối Lam", NOW)
        at = pair.index(b"-----BEGIN PRIVATE KEY")
        certificate, key = pair[:at], pair[at:]
        if only or days:
            certificate = certificate_for(self, key, addresses, days)
        path = folder / f"server-{len(list(folder.iterdir()))}.pem"
        path.write_bytes(certificate + key)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(path)
        return context, certificate


def an_authority(office: str = "HĐND xã Suối Lam", made: datetime = NOW) -> Authority:
    return Authority(*make_ca(office, made))


def certificate_for(
    authority: Authority, key: bytes, names: tuple[str, ...], days: tuple[datetime, datetime] | None = None
) -> bytes:
    """A server certificate for these names alone, or the loopback's address."""
    begins, ends = days or (NOW - timedelta(days=1), NOW + timedelta(days=1))
    known = [x509.DNSName(each) for each in names] or [x509.IPAddress(ip_address("127.0.0.1"))]
    issuer = x509.load_pem_x509_certificate(authority.ca)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, names[0] if names else "hub")])
    return (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(issuer.subject)
        .public_key(load_pem_private_key(key, None).public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(begins)
        .not_valid_after(ends)
        .add_extension(x509.SubjectAlternativeName(known), critical=False)
        .add_extension(
            x509.AuthorityKeyIdentifier.from_issuer_public_key(issuer.public_key()), critical=False
        )
        .sign(load_pem_private_key(authority.key, None), hashes.SHA256())
        .public_bytes(Encoding.PEM)
    )


@pytest.fixture
def serve() -> Iterator[Callable[..., Server]]:
    """Start servers; they end with the test."""
    running: list[Server] = []

    def start(
        answer: Callable[[str, bytes], bytes | Iterator[bytes]] | bytes,
        context: ssl.SSLContext | None = None,
        keep: bool = False,
    ) -> Server:
        server = Server((lambda path, body: answer) if isinstance(answer, bytes) else answer, context, keep)
        running.append(server)
        return server

    yield start
    for server in running:
        server.stop()


@pytest.fixture
def tools():
    """The builders of this file."""
    return SimpleNamespace(**globals())


@pytest.fixture
def opened() -> Iterator[Callable[..., Transport]]:
    """Make transports; they are closed with the test."""
    made: list[Transport] = []

    def make(address: str, ca: str = "") -> Transport:
        made.append(Transport(address, ca))
        return made[-1]

    yield make
    for each in made:
        each.close()


@pytest.fixture(scope="module")
def authority() -> tuple[bytes, bytes]:
    return make_ca("HĐND xã Suối Lam", NOW)


@pytest.fixture
def office(authority: tuple[bytes, bytes]) -> Authority:
    """The office's authority."""
    return Authority(*authority)


class Tunnel:
    """A proxy that leads to whatever port it is asked for on this machine, and sees what passes."""

    def __init__(self) -> None:
        self.seen: list[bytes] = []
        self._lines: list[socket.socket] = []
        self._threads: list[threading.Thread] = []
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://lan:word@127.0.0.1:{self._listener.getsockname()[1]}"
        self._begin(self._serve)

    def stop(self) -> None:
        self._listener.shutdown(socket.SHUT_RDWR)
        for line in self._lines:
            with suppress(OSError):
                line.shutdown(socket.SHUT_RDWR)
        for thread in self._threads:
            thread.join(10)
            assert not thread.is_alive()
        for line in (self._listener, *self._lines):
            line.close()

    def _begin(self, act: Callable[..., None], *args: object) -> None:
        self._threads.append(threading.Thread(target=act, args=args, daemon=True))
        self._threads[-1].start()

    def _serve(self) -> None:
        with suppress(OSError):
            while True:
                line, _ = self._listener.accept()
                self._lines.append(line)
                self._begin(self._lead, line)

    def _lead(self, line: socket.socket) -> None:
        head = b""
        while b"\r\n\r\n" not in head:
            head += line.recv(1_000)
        self.seen.append(head)
        inner = socket.create_connection(("127.0.0.1", int(head.split()[1].split(b":")[1])))
        self._lines.append(inner)
        line.sendall(b"HTTP/1.1 200 OK\r\n\r\n")
        self._begin(self._pump, inner, line)
        self._pump(line, inner)

    def _pump(self, source: socket.socket, target: socket.socket) -> None:
        with suppress(OSError):
            while data := source.recv(65_536):
                self.seen.append(data)
                target.sendall(data)
            target.shutdown(socket.SHUT_WR)


@pytest.fixture
def tunnel() -> Iterator[Tunnel]:
    """A proxy; it ends with the test."""
    made = Tunnel()
    yield made
    made.stop()
