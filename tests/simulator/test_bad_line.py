"""The bad line itself: what passes is unaltered, and a cut is where it was asked for."""

from __future__ import annotations

import random
import socket
import threading
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from simulator.bad_line import BadLine
from simulator.quality import SEGMENT, Losses, Quality

BAD = Quality(rate=20_000_000, delay=0.0005, jitter=0.002, loss=0.2, stall=(0.0, 0.002), buffer=3_000)


class Server:
    """Answers each connection with what it was sent (``echo``), or with bytes from an offset on."""

    def __init__(self, content: bytes = b"") -> None:
        self._content = content
        self._listening = socket.create_server(("127.0.0.1", 0))
        self._thread = threading.Thread(target=self._run)
        self._thread.start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._listening.getsockname()[1]}"

    def stop(self) -> None:
        self._listening.shutdown(socket.SHUT_RDWR)
        self._thread.join()
        self._listening.close()

    def _run(self) -> None:
        served = []
        while True:
            try:
                connection, _ = self._listening.accept()
            except OSError:
                break
            served.append(threading.Thread(target=self._serve, args=(connection,)))
            served[-1].start()
        for thread in served:
            thread.join()

    def _serve(self, connection: socket.socket) -> None:
        with connection:
            try:
                if self._content:
                    connection.sendall(self._content[int.from_bytes(connection.recv(8), "big") :])
                else:
                    while data := connection.recv(65_536):
                        connection.sendall(data)
            except OSError:
                return


@pytest.fixture(scope="module")
def echo() -> Iterator[Server]:
    server = Server()
    yield server
    server.stop()


CONTENT = random.Random(3).randbytes(200_000)


@pytest.fixture(scope="module")
def source() -> Iterator[Server]:
    server = Server(CONTENT)
    yield server
    server.stop()


def connect(line: BadLine) -> socket.socket:
    return socket.create_connection(("127.0.0.1", line.port), timeout=30)


def ask(line: BadLine, offset: int = 0) -> socket.socket:
    """A connection that has asked the source for everything from an offset on."""
    connection = connect(line)
    connection.sendall(offset.to_bytes(8, "big"))
    return connection


def drain(connection: socket.socket) -> tuple[bytes, bool]:
    """All that comes, and whether the connection was reset in the end."""
    got = bytearray()
    with connection:
        while True:
            try:
                data = connection.recv(65_536)
            except ConnectionResetError:
                return bytes(got), True
            if not data:
                return bytes(got), False
            got += data


@settings(max_examples=12)
@given(
    data=st.integers(0, 120_000).flatmap(lambda n: st.integers(0, 9).map(lambda s: _noise(s, n))),
    quality=st.sampled_from([Quality(), BAD]),
)
def test_bytes_pass_unaltered_both_ways(echo: Server, data: bytes, quality: Quality) -> None:
    with BadLine(echo.url, quality) as line:
        connection = connect(line)
        sender = threading.Thread(target=lambda: (connection.sendall(data), connection.shutdown(1)))
        sender.start()
        got, reset = drain(connection)
        sender.join()
        assert (got, reset) == (data, False)
        assert (line.count.up, line.count.down) == (len(data), len(data))


@pytest.mark.parametrize("place", [9, 1_000, SEGMENT + 8, 65_536, 123_457])
@pytest.mark.parametrize("quality", [Quality(), BAD])
def test_a_cut_at_a_byte_cuts_exactly_there(source: Server, place: int, quality: Quality) -> None:
    with BadLine(source.url, Quality(**{**quality.__dict__, "cut_at": (place,)})) as line:
        got, reset = drain(ask(line))
        assert reset
        assert got == CONTENT[: place - 8]
        assert line.count.cuts == 1
        assert drain(ask(line)) == (CONTENT, False)


def test_cuts_every_so_many_bytes_count_both_ways_over_all_connections(source: Server) -> None:
    with BadLine(source.url, Quality(cut_every=30_000)) as line:
        got = bytearray()
        rounds = []
        while len(got) < len(CONTENT):
            piece, reset = drain(ask(line, len(got)))
            rounds.append((len(piece), reset))
            got += piece
        assert bytes(got) == CONTENT
        assert rounds[:-1] == [(30_000 - 8, True)] * 6
        assert line.count.cuts == 6
        assert line.count.connections == 7
        assert line.count.both == len(CONTENT) + 7 * 8


def test_a_cut_resets_every_connection(echo: Server) -> None:
    with BadLine(echo.url) as line:
        connections = [connect(line) for _ in range(3)]
        for connection in connections:
            connection.sendall(b"x")
            assert connection.recv(1) == b"x"
        line.cut()
        assert [drain(connection) for connection in connections] == [(b"", True)] * 3


def test_a_cut_at_a_time_resets(echo: Server) -> None:
    with BadLine(echo.url) as line:
        connection = connect(line)
        connection.sendall(b"x")
        assert connection.recv(1) == b"x"
        line.become(Quality(cut_times=(0.0,)))
        assert drain(connection) == (b"", True)


def test_nobody_connects_while_it_is_down(echo: Server) -> None:
    with BadLine(echo.url) as line:
        for down in (line.down, lambda: (line.become(Quality(outage=1_000)), line.cut())):
            down()
            with pytest.raises(ConnectionRefusedError):
                connect(line)
            line.up()
            with connect(line) as connection:
                connection.sendall(b"here")
                assert connection.recv(4, socket.MSG_WAITALL) == b"here"


def test_the_same_seed_loses_the_same_segments_however_they_are_read() -> None:
    quality = Quality(loss=0.3)

    def lost(seed: str, reads: list[int]) -> list[float]:
        losses, at, found = Losses(seed), 0, {}
        for size in reads:
            held = losses.held(size, quality)
            if held:
                found[at // 14_600] = found.get(at // 14_600, 0.0) + held
            at += size
        return [round(held, 9) for held in found.values()]

    whole = lost("a", [14_600] * 20)
    assert whole
    assert lost("a", [SEGMENT] * 200) == whole
    assert lost("b", [14_600] * 20) != whole


def test_a_faster_line_keeps_its_bytes_and_shortens_its_times() -> None:
    slow = Quality(rate=16_000, delay=0.15, jitter=0.02, stall=(0.2, 1.0), cut_every=150_000, outage=4.0)
    fast = slow.faster(20)
    assert (fast.rate, fast.delay, fast.outage) == (320_000, 0.0075, 0.2)
    assert (fast.cut_every, fast.buffer, fast.window) == (150_000, slow.buffer, slow.window)


def _noise(seed: int, size: int) -> bytes:
    return random.Random(seed).randbytes(size)
