"""Chunks served by the hub beside static files by nginx: the same bytes a request, the same client.

The goal is for many chunks a request by TLS, as laptops ask; one a request, and plain, are for orientation.
"""

from __future__ import annotations

import socket
import ssl
import statistics
import tempfile
import threading
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter
from urllib.parse import urlsplit

from _common import Bound, Figure, arguments, show
from _desk import BareOffice, bare_office, cpu_seconds
from _nginx import find_nginx, nginx
from support.meetings import Made, make_packet

from sync.hub.hub import Layout
from sync.model.ids import DocumentId
from sync.model.people import Role
from sync.wire.chunks import cut
from sync.wire.codec import pack
from sync.wire.messages import ChunksRequest, Part
from tools.office import running_hub

_CLIENTS = 4
_MANY = 64
"""Chunks a request: about one MB, as the engine asks on a good line."""
_DOCUMENT = DocumentId("d-all")
_SHARE = 0.3


@dataclass(frozen=True)
class Server:
    """Where to ask, and what for: each request brings the same bytes from either server."""

    url: str
    pid: int
    ca: Path
    requests: tuple[bytes, ...]


@dataclass(frozen=True)
class Speed:
    """MB a second, and milliseconds of the server's processors for each MB."""

    rate: float
    cpu: float | None


def main() -> None:
    """Measure many chunks a request and one, by TLS and plain."""
    options = arguments(__doc__ or "", runs=3)
    size, seconds = (2_000_000, 0.2) if options.small else (32_000_000, 2.0)
    figures: list[Figure] = []
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        with bare_office(root, tls=True) as office:
            reader = office.enrol("Nguyễn Thị Lan", Role.DELEGATE)
            packet = make_packet(office.tenant, [reader.cert.person], size=size)
            office.publish([packet])
            reader.sign_in()
            token = reader.token
            reader.close()
        for tls in (True,) if options.small else (True, False):
            for many in (_MANY, 1):
                figures += _compare(root, office, packet, token, many, options.runs, seconds, tls=tls)
    left_out = (
        f"MB are 10⁶ bytes. The client ({_CLIENTS} connections) shares the processors with the server, which "
        "favours the slower one: see the processor time. Files lie in the page cache. nginx has one worker "
        "and does not ask who may have what"
    )
    if find_nginx() is None:
        left_out += ". nginx is not installed: no peer"
    show("Chunks served", figures, left_out, as_json=options.json)


def _compare(
    root: Path,
    office: BareOffice,
    packet: Made,
    token: str,
    many: int,
    runs: int,
    seconds: float,
    *,
    tls: bool,
) -> list[Figure]:
    """Both servers by turns, so that both see the same machine."""
    groups = _groups(packet, many)
    files = root / f"files-{many}-{tls}"
    files.mkdir()
    for number, data in enumerate(groups):
        (files / str(number)).write_bytes(data)
    ca = office.office.ca_path
    with (
        running_hub(office.office.folder, tls=tls) as hub,
        nginx(files, Layout(office.office.folder).tls if tls else None) as peer,
    ):
        ours = Server(hub.url, hub.pid, ca, _asking_hub(packet, token, many, len(groups)))
        theirs = None
        if peer is not None:
            gets = tuple(_request("GET", f"/{number}") for number in range(len(groups)))
            theirs = Server(peer.url, peer.pid, ca, gets)
        speeds: dict[str, list[Speed]] = {"hub": [], "nginx": []}
        for _ in range(runs):
            speeds["hub"].append(_measure(ours, seconds))
            if theirs is not None:
                speeds["nginx"].append(_measure(theirs, seconds))
    what = f"{many} chunk{'s' if many > 1 else ''} a request, {'TLS' if tls else 'plain'}"
    figures = []
    for name, found in speeds.items():
        if found:
            rate = statistics.median(each.rate for each in found)
            figures.append(Figure(f"{what}: {name}", rate, "MB/s"))
            cpu = [each.cpu for each in found if each.cpu is not None]
            if cpu:
                figures.append(Figure(f"{what}: {name}, processor", statistics.median(cpu), "ms/MB"))
    if theirs is not None:
        rates = [statistics.median(each.rate for each in speeds[name]) for name in ("hub", "nginx")]
        goal = _SHARE if tls and many > 1 else None
        figures.append(Figure(f"{what}: beside nginx", rates[0] / rates[1], "×", goal, Bound.AT_LEAST))
    return figures


def _groups(packet: Made, many: int) -> list[bytes]:
    """What each request brings: whole chunks only, and the frames' headers left out."""
    data, at, found = packet.documents[_DOCUMENT], 0, []
    sizes = [chunk.size for chunk in cut(data)]
    for first in range(0, len(sizes) - many + 1, many):
        size = sum(sizes[first : first + many])
        found.append(data[at : at + size])
        at += size
    return found


def _asking_hub(packet: Made, token: str, many: int, groups: int) -> tuple[bytes, ...]:
    requests = []
    for number in range(groups):
        part = Part(manifest=packet.digest, document=_DOCUMENT, first=number * many, count=many)
        body = pack(ChunksRequest(parts=(part,)))
        requests.append(_request("POST", "/v1/chunks", body, token))
    return tuple(requests)


def _request(method: str, path: str, body: bytes = b"", token: str = "") -> bytes:
    lines = [f"{method} {path} HTTP/1.1", "Host: 127.0.0.1"]
    if token:
        lines += [f"Authorization: Bearer {token}", f"Content-Length: {len(body)}"]
    return ("\r\n".join(lines) + "\r\n\r\n").encode() + body


def _measure(server: Server, seconds: float) -> Speed:
    """All clients at once for so long."""
    clients = [_Client(server, number) for number in range(_CLIENTS)]
    for client in clients:
        client.fetch()
        client.received = 0
    before, began = cpu_seconds(server.pid), perf_counter()
    threads = [threading.Thread(target=client.run, args=(began + seconds,)) for client in clients]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    taken, after = perf_counter() - began, cpu_seconds(server.pid)
    for client in clients:
        client.close()
    megabytes = sum(client.received for client in clients) / 1e6
    cpu = None if before is None or after is None else (after - before) * 1000 / megabytes
    return Speed(megabytes / taken, cpu)


class _Client:
    """One kept-alive connection that throws away what it receives."""

    def __init__(self, server: Server, number: int) -> None:
        parts = urlsplit(server.url)
        assert parts.hostname is not None
        assert parts.port is not None
        self.received = 0
        self._socket = socket.create_connection((parts.hostname, parts.port), timeout=60)
        self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        if parts.scheme == "https":
            context = ssl.create_default_context(cafile=str(server.ca))
            self._socket = context.wrap_socket(self._socket, server_hostname=parts.hostname)
        self._requests = server.requests
        self._next = number * len(server.requests) // _CLIENTS
        self._buffer = bytearray(256 * 1024)

    def run(self, until: float) -> None:
        """Ask one after another."""
        while perf_counter() < until:
            self.fetch()

    def fetch(self) -> None:
        """One request and its whole answer."""
        self._socket.sendall(self._requests[self._next])
        self._next = (self._next + 1) % len(self._requests)
        head = b""
        while b"\r\n\r\n" not in head:
            data = self._socket.recv(16 * 1024)
            if not data:
                raise ConnectionError(head)
            head += data
        head, _, rest = head.partition(b"\r\n\r\n")
        if b" 200 " not in head.split(b"\r\n", 1)[0]:
            raise ConnectionError(head)
        length = next(
            int(line.split(b":")[1])
            for line in head.split(b"\r\n")
            if line.lower().startswith(b"content-length:")
        )
        self.received += length
        left = length - len(rest)
        while left > 0:
            got = self._socket.recv_into(self._buffer)
            if not got:
                raise ConnectionError("cut")
            left -= got

    def close(self) -> None:
        self._socket.close()


if __name__ == "__main__":
    main()
