"""The serving hub: lean answers, renewed certificates, half-open connections, an end in good time."""

from __future__ import annotations

import asyncio
import socket
import ssl
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from starlette.types import Receive, Scope, Send
from support.laptop import Laptop
from support.world import ServedApp

from sync import certificates
from sync.engine.connection import pinned_context
from sync.engine.enrolment import contact
from sync.hub import connections
from sync.hub.files import replace
from sync.hub.keys import read_root
from sync.model.people import Role
from sync.wire.codec import pack, unpack
from sync.wire.invitation import Invitation
from sync.wire.messages import Challenge, ChallengeRequest, ExchangeRequest, LiveRequest
from tools.office import HubProcess, Office, running_hub

BODY = pack(ChallengeRequest(device="d-1"))
HEAD = (
    b"POST /v1/challenge HTTP/1.1\r\nHost: hop\r\nContent-Type: application/vnd.sohop.v1\r\n"
    b"Content-Length: %d\r\n\r\n" % len(BODY)
)


@pytest.fixture
def hub(office: Office) -> Iterator[HubProcess]:
    with running_hub(office.folder) as running:
        yield running


def reach(url: str) -> socket.socket:
    parts = urlsplit(url)
    return socket.create_connection((parts.hostname, parts.port), timeout=20)


def secured(hub: HubProcess) -> ssl.SSLSocket:
    context = ssl.create_default_context(cafile=str(hub.ca_path))
    return context.wrap_socket(reach(hub.url), server_hostname="127.0.0.1")


def fingerprint(line: ssl.SSLSocket) -> bytes:
    der = line.getpeercert(binary_form=True)
    assert der is not None
    return certificates.fingerprint(ssl.DER_cert_to_PEM_cert(der).encode())


def ask(line: socket.socket) -> tuple[bytes, bytes]:
    """Head and body of one answer to a challenge's request."""
    line.sendall(HEAD + BODY)
    received = bytearray()
    with line.makefile("rb") as file:
        while not received.endswith(b"\r\n\r\n"):
            received += file.read(1)
        length = next(
            int(each.partition(b":")[2])
            for each in received.splitlines()
            if each.lower().startswith(b"content-length")
        )
        body = file.read(length)
    assert received.startswith(b"HTTP/1.1 200 ")
    return bytes(received), body


def test_an_answer_says_neither_the_date_nor_what_serves_it(hub: HubProcess) -> None:
    with secured(hub) as line:
        head, body = ask(line)
        names = {each.partition(b":")[0].lower() for each in head.splitlines()[1:-1]}
        assert names == {b"sohop-protocol", b"content-length", b"content-type"}
        assert len(head) < 160
        assert len(unpack(body, Challenge).nonce) == 32


def test_an_idle_exchange_costs_at_most_600_bytes_with_heads_and_tls(office: Office, hub: HubProcess) -> None:
    person = office.add("Lan", Role.DELEGATE)
    with Laptop.enrol(hub.url, office.ca_path, office.invite(person, hub.url)) as laptop:
        laptop.exchange()
        body = pack(ExchangeRequest(epoch=1, state=laptop.state, cursor=laptop.cursor, roster=1))
        request = (
            f"POST /v1/exchange HTTP/1.1\r\nHost: {hub.url.removeprefix('https://')}\r\n"
            f"Content-Type: application/vnd.sohop.v1\r\nAuthorization: Bearer {laptop.token}\r\n"
            f"Content-Length: {len(body)}\r\n\r\n"
        ).encode() + body
    first, second = costs(hub, request)
    assert first - second < 100  # no session tickets, that no laptop uses
    assert second <= 600


def costs(hub: HubProcess, request: bytes) -> list[int]:
    """Bytes up and down of the same request, twice on one connection, as they are on the wire."""
    up, down = ssl.MemoryBIO(), ssl.MemoryBIO()
    context = ssl.create_default_context(cafile=str(hub.ca_path))
    tls = context.wrap_bio(down, up, server_hostname="127.0.0.1")
    passed = 0
    found = []
    with reach(hub.url) as plain:

        def pump() -> None:
            nonlocal passed
            if data := up.read():
                plain.sendall(data)
            else:
                down.write(data := plain.recv(65_536))
            passed += len(data)

        while True:
            try:
                tls.do_handshake()
                break
            except ssl.SSLWantReadError:
                pump()
        for _ in range(2):
            before, answer = passed, b""
            tls.write(request)
            while not answer.partition(b"\r\n\r\n")[2]:
                try:
                    answer += tls.read(65_536)
                except ssl.SSLWantReadError:
                    pump()
            assert answer.startswith(b"HTTP/1.1 200 ")
            found.append(passed - before)
    return found


def test_a_renewed_certificate_is_served_at_once_and_stands_in_no_ones_way(
    office: Office, hub: HubProcess
) -> None:
    person = office.add("Lan", Role.DELEGATE)
    with secured(hub) as before, ExitStack() as stack:
        laptop = stack.enter_context(Laptop.enrol(hub.url, office.ca_path, office.invite(person, hub.url)))
        ask(before)
        renewed = office.renew_tls()
        end = time.monotonic() + 20
        while True:
            with secured(hub) as line:
                if fingerprint(line) == renewed.fingerprint:
                    ask(line)
                    break
            assert time.monotonic() < end
        ask(before)  # a connection that stands goes on
        laptop.sign_in()
        typed = Invitation(address=hub.url, secret=office.invite(person).secret)
        assert contact(typed).ca == office.ca_path.read_text()  # the proof is of the new certificate
    assert "tls=renewed days_left=109" in hub.log_path.read_text("utf-8")


def test_a_certificate_that_ends_soon_or_has_ended_is_announced_and_still_served(office: Office) -> None:
    root = read_root(office.root_file, office.passphrase)
    for age, said in ((3 * 365 - 30, "chỉ còn 29 ngày"), (3 * 365 + 5, "đã hết hạn")):
        made = datetime.now(UTC) - timedelta(days=age)
        pair = certificates.make_server(office.ca_path.read_bytes(), root.ca_key, [], "x", made)
        replace(office.folder / "tls.pem", pair, private=True)
        with running_hub(office.folder) as hub, reach(hub.url) as plain:
            unchecked = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
            unchecked.check_hostname = False
            unchecked.verify_mode = ssl.CERT_NONE
            with unchecked.wrap_socket(plain) as line:
                ask(line)
        log = hub.log_path.read_text("utf-8")
        assert said in log
        assert "tls=ends_soon" in log


def test_two_hundred_half_open_connections_stop_nobody(office: Office, hub: HubProcess) -> None:
    with ExitStack() as stack:
        for number in range(200):
            line = stack.enter_context(reach(hub.url))
            if number % 3 == 1:
                line.sendall(b"\x16\x03\x01")  # the begin of a handshake
            elif number % 3 == 2:
                context = ssl.create_default_context(cafile=str(hub.ca_path))
                secure = stack.enter_context(context.wrap_socket(line, server_hostname="127.0.0.1"))
                secure.sendall(HEAD[:30])
        started = time.monotonic()
        person = office.add("Lan", Role.DELEGATE)
        with Laptop.enrol(hub.url, office.ca_path, office.invite(person, hub.url)) as laptop:
            laptop.sign_in()
        assert time.monotonic() - started < 10
        hub.stop()


def test_laptops_that_are_idle_and_say_no_goodbye_do_not_hold_up_the_end(hub: HubProcess) -> None:
    with secured(hub) as line:
        ask(line)
        started = time.monotonic()
        hub.stop()
        assert time.monotonic() - started < 5


@pytest.mark.parametrize("begin", [b"", HEAD[:20], b"\r\n"])
def test_a_head_that_does_not_come_is_given_up(monkeypatch: pytest.MonkeyPatch, begin: bytes) -> None:
    monkeypatch.setattr(connections, "HEAD_S", 0.05)
    served = ServedApp(plain_answer)
    with reach(served.url) as line:
        line.sendall(begin)
        assert gone(line)
    served.stop()


def test_an_idle_connection_is_kept_and_the_next_head_has_its_own_limit(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    served = ServedApp(plain_answer)
    with reach(served.url) as line:
        for _ in range(3):
            ask(line)
        monkeypatch.setattr(connections, "HEAD_S", 0.05)
        line.sendall(HEAD[:20])
        assert gone(line)
    served.stop()


def test_live_streams_end_at_once_when_the_hub_stops(office: Office, hub: HubProcess) -> None:
    person = office.add("Lan", Role.DELEGATE)
    with Laptop.enrol(hub.url, office.ca_path, office.invite(person, hub.url)) as laptop:
        laptop.sign_in()
        with secured(hub) as line:
            body = pack(LiveRequest())
            head = f"POST /v1/live HTTP/1.1\r\nHost: hop\r\nAuthorization: Bearer {laptop.token}\r\n"
            line.sendall(f"{head}Content-Length: {len(body)}\r\n\r\n".encode() + body)
            assert line.recv(65_536).startswith(b"HTTP/1.1 200 ")
            started = time.monotonic()
            hub.stop()
            assert time.monotonic() - started < 5


def test_a_request_under_way_is_answered_before_the_hub_stops() -> None:
    begun, stopping = threading.Event(), threading.Event()

    async def slow(scope: Scope, receive: Receive, send: Send) -> None:
        begun.set()
        await asyncio.to_thread(stopping.wait, 20)
        await plain_answer(scope, receive, send)

    served = ServedApp(slow)
    with reach(served.url) as line:
        line.sendall(HEAD + BODY)
        assert begun.wait(20)
        served._server.should_exit = True
        stopping.set()
        assert line.recv(65_536).startswith(b"HTTP/1.1 200 ")
    served.stop()


async def plain_answer(_scope: Scope, _receive: Receive, send: Send) -> None:
    headers = [(b"content-length", b"2")]
    await send({"type": "http.response.start", "status": 200, "headers": headers})
    await send({"type": "http.response.body", "body": b"ok"})


def gone(line: socket.socket) -> bool:
    """Whether the other side has ended the connection; waits for it."""
    try:
        while line.recv(65_536):
            pass
    except ConnectionResetError:
        pass
    return True


@pytest.mark.skipif(sys.platform != "linux", reason="only there the system tells what a process holds")
def test_a_thousand_idle_lines_fit_into_a_small_computer(office: Office, hub: HubProcess) -> None:
    """asyncio's own buffers would take half a gigabyte for two lines of each."""

    def held() -> int:
        lines = Path(f"/proc/{hub.pid}/status").read_text().splitlines()
        return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS"))

    context = pinned_context(office.ca_path.read_text())
    port = urlsplit(hub.url).port
    with ExitStack() as lines:

        def shake_hands(count: int) -> int:
            for _ in range(count):
                line = lines.enter_context(socket.create_connection(("127.0.0.1", port)))
                lines.enter_context(context.wrap_socket(line, server_hostname="127.0.0.1"))
            return held()

        before = shake_hands(1)
        assert (shake_hands(120) - before) / 120 < 128  # KiB
