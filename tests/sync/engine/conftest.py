"""Small servers on the loopback that answer as a test tells them, with certificates of any authority."""

from __future__ import annotations

import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.serialization import Encoding, load_pem_private_key
from cryptography.x509.oid import NameOID

from sync.hub.certificates import make_ca, make_server
from sync.wire.codec import pack

NOW = datetime.now(UTC)


@dataclass
class Server:
    """Each connection is one request. ``answer(path, body)`` gives the raw bytes to send back."""

    answer: Callable[[str, bytes], bytes | Iterator[bytes]]
    context: ssl.SSLContext | None = None
    requests: list[tuple[str, bytes]] = field(default_factory=list)
    headers: list[bytes] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = self._listener.getsockname()[1]
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    @property
    def url(self) -> str:
        return f"{'https' if self.context else 'http'}://127.0.0.1:{self.port}"

    def stop(self) -> None:
        # Wakes a thread that waits in ``accept``: closing alone does not on every system.
        self._listener.shutdown(socket.SHUT_RDWR)
        self._thread.join(10)
        self._listener.close()
        assert not self._thread.is_alive()

    def _serve(self) -> None:
        while True:
            try:
                plain, _ = self._listener.accept()
            except OSError:
                return
            plain.settimeout(10)
            with plain:
                try:
                    self._one(plain)
                except OSError:
                    continue  # the laptop hung up, as some tests want

    def _one(self, plain: socket.socket) -> None:
        if self.context is None:
            self._talk(plain)
            return
        with self.context.wrap_socket(plain, server_side=True) as wrapped:
            self._talk(wrapped)

    def _talk(self, line: socket.socket) -> None:
        with line.makefile("rb") as stream:
            request = stream.readline().decode().split()
            if not request:
                return
            head = b"".join(iter(stream.readline, b"\r\n"))
            self.headers.append(head)
            length = next(
                int(each.split(b":")[1])
                for each in head.splitlines()
                if each.lower().startswith(b"content-length")
            )
            body = stream.read(length)
        self.requests.append((request[1], body))
        answer = self.answer(request[1], body)
        for piece in [answer] if isinstance(answer, bytes) else answer:
            line.sendall(piece)


def response(
    body: bytes, *, status: str = "200 OK", protocol: str = "1", length: int | None = None, extra: str = ""
) -> bytes:
    """Raw HTTP. ``length`` may lie."""
    ours = f"Sohop-Protocol: {protocol}\r\n" if protocol else ""
    size = len(body) if length is None else length
    head = f"HTTP/1.1 {status}\r\n{ours}{extra}Content-Length: {size}\r\nConnection: close\r\n\r\n"
    return head.encode() + body


def packed(message: object, **more: object) -> bytes:
    """A hub's answer."""
    return response(pack(message), **more)


@dataclass(frozen=True)
class Authority:
    """A CA with its key, PEM."""

    ca: bytes
    key: bytes

    def server(self, folder: Path, *addresses: str, only: bool = False) -> tuple[ssl.SSLContext, bytes]:
        """A server's context and its certificate (PEM). ``only`` leaves the loopback's names out."""
        certificate, key = make_server(self.ca, self.key, addresses, "HĐND xã Suối Lam", NOW)
        if only:
            certificate = certificate_for(self, key, addresses)
        path = folder / f"server-{len(list(folder.iterdir()))}.pem"
        path.write_bytes(certificate + key)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(path)
        return context, certificate


def an_authority(office: str = "HĐND xã Suối Lam") -> Authority:
    return Authority(*make_ca(office, NOW))


def certificate_for(authority: Authority, key: bytes, names: tuple[str, ...]) -> bytes:
    """A server certificate for these names alone."""
    issuer = x509.load_pem_x509_certificate(authority.ca)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, names[0])])
    return (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(issuer.subject)
        .public_key(load_pem_private_key(key, None).public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(NOW - timedelta(days=1))
        .not_valid_after(NOW + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(each) for each in names]), critical=False)
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
        answer: Callable[[str, bytes], bytes | Iterator[bytes]] | bytes, context: ssl.SSLContext | None = None
    ) -> Server:
        server = Server((lambda path, body: answer) if isinstance(answer, bytes) else answer, context)
        running.append(server)
        return server

    yield start
    for server in running:
        server.stop()


@pytest.fixture
def tools():
    """The builders of this file."""
    return SimpleNamespace(**globals())
