"""What the line may answer, and what the laptop makes of it."""

import itertools
import random
import threading
from datetime import timedelta

import pytest
from support.packets import NOON as NOW
from support.packets import a_key, code_of

from sync.engine import transport as transports
from sync.engine.transport import Transport, checked_address
from sync.errors import Code, SohopError
from sync.wire.chunks import frame
from sync.wire.codec import pack, unpack
from sync.wire.desk import Reach
from sync.wire.messages import (
    Blobs,
    Challenge,
    ChallengeRequest,
    ChunksRequest,
    ExchangeReply,
    ExchangeRequest,
    LiveRequest,
    Part,
    Refusal,
    RestRequest,
    Stored,
    Token,
    TokenRequest,
    auth_bytes,
)

HELLO = ChallengeRequest(device="d-1")
CHUNKS = ChunksRequest(parts=(Part(manifest="0" * 64, document="doc-1", count=2),))
GOOD = Challenge(nonce=b"n" * 32)


def called(line, kind=Challenge):
    return code_of(lambda: line.call("/v1/x", HELLO, kind))


def test_a_hub_that_answers_is_heard(serve, opened, tools):
    server = serve(tools.packed(GOOD))
    assert opened(server.url).call("/v1/x", HELLO, Challenge) == GOOD
    path, body = server.requests[0]
    assert (path, unpack(body, ChallengeRequest)) == ("/v1/x", HELLO)


PORTAL = b"<!DOCTYPE html><html><title>Wi-Fi</title>Please sign in</html>"


@pytest.mark.parametrize("status", ["200 OK", "302 Found", "404 Not Found", "502 Bad Gateway", "511 Login"])
def test_a_captive_portal_is_no_hub(serve, opened, tools, status):
    extra = "Location: http://portal.example/\r\n" if status.startswith("302") else ""
    server = serve(tools.response(PORTAL, status=status, protocol="", extra=extra))
    assert called(opened(server.url)) is Code.NOT_A_HUB
    assert len(server.requests) == 1  # nothing was followed


def test_a_hub_of_another_protocol_is_no_hub(serve, opened, tools):
    assert called(opened(serve(tools.packed(GOOD, protocol="2")).url)) is Code.NOT_A_HUB


def test_a_redirect_is_never_followed_even_from_a_hub(serve, opened, tools):
    target = serve(tools.packed(GOOD))
    extra = f"Location: {target.url}/v1/x\r\n"
    server = serve(tools.response(b"", status="307 Temporary Redirect", extra=extra))
    assert called(opened(server.url)) is Code.MALFORMED
    assert target.requests == []


def test_a_hubs_own_failure_is_named(serve, opened, tools):
    server = serve(tools.response(b"Traceback", status="500 Internal Server Error"))
    assert called(opened(server.url)) is Code.HUB_BROKEN


def test_a_refusal_brings_its_code_and_fields(serve, opened, tools):
    refusal = Refusal(code=Code.CODE_WRONG, fields={"left": "3"})
    line = opened(serve(tools.packed(refusal, status="403 Forbidden")).url)
    with pytest.raises(SohopError) as caught:
        line.call("/v1/x", HELLO, Challenge)
    assert caught.value.code is Code.CODE_WRONG
    assert "tries left: 3" in caught.value.sentence("en")


def test_a_refusal_with_strange_fields_is_still_a_refusal(serve, opened, tools):
    refusal = Refusal(code=Code.CODE_WRONG, fields={"code": "x", "self": "y"})
    assert called(opened(serve(tools.packed(refusal, status="400 Bad")).url)) is Code.CODE_WRONG


def test_an_answer_of_another_shape_is_malformed(serve, opened, tools):
    assert called(opened(serve(tools.packed(Stored(count=1))).url)) is Code.MALFORMED
    assert called(opened(serve(tools.response(PORTAL)).url)) is Code.MALFORMED


def test_an_endless_body_is_cut(serve, opened, tools, monkeypatch):
    monkeypatch.setattr(transports, "MAX_MESSAGE", 300_000)
    sent = 0

    def endless():
        nonlocal sent
        yield tools.response(b"", length=10**12)
        while True:
            sent += 65_536
            yield bytes(65_536)

    server = serve(lambda path, body: endless())
    assert called(opened(server.url)) is Code.TOO_LARGE
    assert sent < 50_000_000


def test_an_answer_that_is_cut_midway_is_the_lines_fault(serve, opened, tools):
    server = serve(tools.response(b"abc", length=1_000))
    assert called(opened(server.url)) is Code.OFFLINE


def test_an_answer_that_stops_midway_is_a_timeout(serve, opened, tools, monkeypatch):
    monkeypatch.setattr(transports, "READ_S", 0.2)
    over = threading.Event()

    def silent():
        yield tools.response(b"abc", length=1_000)
        over.wait(10)

    line = opened(serve(lambda path, body: silent()).url)
    try:
        assert called(line) is Code.TIMEOUT
    finally:
        over.set()


def test_nobody_there_is_offline(serve, opened, tools):
    server = serve(b"")
    url, stop = server.url, server.stop
    stop()
    server.stop = lambda: None
    assert called(opened(url)) is Code.OFFLINE


def test_a_line_that_hangs_up_without_a_word_is_offline(serve, opened):
    assert called(opened(serve(b"").url)) is Code.OFFLINE


# --- tokens and streams


def test_a_token_is_signed_for_and_sent_in_a_header(serve, opened, tools):
    key = a_key("d-1")
    answers = {
        "/v1/challenge": tools.packed(GOOD),
        "/v1/token": tools.packed(Token(token="secret-token", time=tools.NOW)),
        "/v1/missing": tools.packed(Blobs(digests=(bytes(32),))),
    }
    server = serve(lambda path, body: answers[path])
    line = opened(server.url)
    line.authenticate("t-1", "d-1", key.sign)
    asked = unpack(server.requests[1][1], TokenRequest)
    key.public_key().verify(asked.signature, auth_bytes("t-1", "hub", "d-1", GOOD.nonce))
    assert line.missing(["0" * 64, "1" * 64]) == ["0" * 64]
    assert b"Bearer secret-token" in server.headers[2]
    assert b"secret-token" not in server.headers[0] + server.headers[1]
    line.authenticate("t-1", "d-1", key.sign)
    assert b"secret-token" not in server.headers[3]  # an old token is not shown to ask for a new one


def test_chunks_come_as_frames(serve, opened, tools):
    server = serve(tools.response(frame(b"one") + frame(b"two")))
    assert b"".join(opened(server.url).chunks(CHUNKS)) == frame(b"one") + frame(b"two")


def test_every_byte_before_a_cut_is_given(serve, opened, tools):
    body = random.Random(1).randbytes(100_001)
    stream = opened(serve(tools.response(body, length=len(body) + 1)).url).chunks(CHUNKS)
    came = []
    with pytest.raises(SohopError) as caught:
        came.extend(stream)
    assert caught.value.code is Code.OFFLINE
    # A generator that raises gives nothing to ``extend``'s list after it; what came before is all of it.
    assert b"".join(came) == body


def test_uploads_are_frames(serve, opened, tools):
    server = serve(tools.packed(Stored(count=2)))
    assert opened(server.url).upload([b"one", b"two"]) == 2
    assert server.requests == [("/v1/upload", frame(b"one") + frame(b"two"))]


# --- few bytes, kept lines


def test_an_idle_exchange_costs_at_most_600_bytes(serve, opened, tools, office, tmp_path):
    """Both ways, heads and TLS included, on a kept line."""
    state = random.Random(5).randbytes(16)
    reply = ExchangeReply(state=state, time=NOW, cursor=123_456)
    context, _ = office.server(tmp_path)
    server = serve(tools.packed(reply, close=False), context, keep=True)
    line = opened(server.url, office.ca.decode())
    line.access.token = "T" * 43
    request = ExchangeRequest(epoch=1, state=state, cursor=123_456, roster=12, head=3_210)
    line.exchange(request, clock)
    up, down = server.up, server.down
    assert told(line, request) == (request, reply)
    assert server.connections == 1
    assert server.up - up <= 330
    assert (server.up - up) + (server.down - down) <= 600
    assert server.headers[-1].count(b"\r\n") == 3  # Host, Content-Length, Authorization


def test_a_kept_line_that_the_hub_closed_meanwhile_is_opened_again_without_a_word(serve, opened, tools):
    cut = iter([False, True, False])
    server = serve(lambda path, body: b"" if next(cut) else tools.packed(GOOD, close=False), keep=True)
    server.answer = lambda path, body, answer=server.answer: answer(path, body) or server.cut() or b""
    line = opened(server.url)
    assert called(line) is None
    assert called(line) is None
    assert (server.connections, len(server.requests)) == (2, 3)


def test_lanes_have_lines_of_their_own_and_one_token(serve, opened, tools):
    server = serve(tools.packed(GOOD, close=False), keep=True)
    talk = opened(server.url)
    fetch = talk.lane()
    talk.access.token = "word"
    assert (called(talk), called(fetch)) == (None, None)
    fetch.close()
    assert server.connections == 2
    assert all(b"Bearer word" in head for head in server.headers)


def test_who_hangs_up_ends_what_is_under_way_and_what_comes(serve, opened, tools):
    begun, over = threading.Event(), threading.Event()

    def silent():
        yield tools.response(b"abc", length=1_000)
        begun.set()
        over.wait(10)

    line = opened(serve(lambda path, body: silent()).url)
    seen = []
    thread = threading.Thread(target=lambda: seen.append(called(line)))
    thread.start()
    assert begun.wait(10)
    line.wires.hang_up()
    thread.join(5)
    over.set()
    assert seen == [Code.OFFLINE]
    assert called(line) is Code.OFFLINE
    assert line.wires.wait(60)


def test_a_line_that_is_taken_up_again_works(serve, opened, tools):
    line = opened(serve(tools.packed(GOOD)).url)
    line.wires.hang_up()
    line.wires.take_up()
    assert called(line) is None


@pytest.mark.parametrize("where", [b"HTTP", b"\r\n\r\n"])
def test_one_byte_at_a_time_is_not_waited_for_for_ever(serve, opened, tools, where):
    """Neither in the answer's head nor in its body. A fast clock stands for patience that has run out."""
    whole = tools.packed(GOOD)
    begun = whole.index(where) + 4
    looks, ticks = threading.Semaphore(0), itertools.count(step=60.0)

    def slow():
        yield whole[:begun]
        for at in range(begun, len(whole)):
            if not looks.acquire(timeout=10):
                return
            yield whole[at : at + 1]

    def clock():
        looks.release()
        return next(ticks)

    line = opened(serve(lambda path, body: slow()).url)
    line.wires.clock = clock
    assert called(line) is Code.TIMEOUT
    for _ in whole:
        looks.release()


def test_an_answer_that_takes_long_to_begin_is_an_answer(serve, opened, tools):
    line = opened(serve(tools.packed(GOOD)).url)
    ticks = itertools.count(step=100.0)
    line.wires.clock = lambda: next(ticks)
    assert called(line) is None


def test_a_slow_line_is_waited_for(serve, opened, tools):
    line = opened(serve(tools.packed(GOOD)).url)
    ticks = itertools.count(step=2.0)
    line.wires.clock = lambda: next(ticks)
    assert called(line) is None


# --- long replies


def clock():
    return NOW


def told(line, request):
    """What was answered, and the answer."""
    exchange = line.exchange(request, clock)
    return exchange.request, exchange.reply


class LongReplies:
    """A hub that keeps its last reply; ``cuts`` says how many bytes the next answers carry."""

    def __init__(self, tools, *cuts):
        self.tools, self.cuts = tools, list(cuts)
        self.count = 0
        self.kept = {}
        self.refusal = None

    def reply(self, number):
        state = random.Random(number).randbytes(16)
        closed = tuple(Reach(meeting=f"m-{n}-{number}", version=1) for n in range(200))
        return ExchangeReply(state=state, time=NOW, cursor=number, reach=closed)

    def __call__(self, path, body):
        if path == "/v1/exchange":
            self.count += 1
            name, whole = self.count.to_bytes(8, "big"), pack(self.reply(self.count))
            self.kept = {name: whole}
            return self.cut(whole, f"Sohop-Reply: {name.hex()}\r\n")
        asked = unpack(body, RestRequest)
        if self.refusal is not None or asked.name not in self.kept:
            code = self.refusal or Code.PACKET_UNKNOWN
            return self.tools.packed(Refusal(code=code), status="404 Not Found")
        return self.cut(self.kept[asked.name][asked.have :])

    def cut(self, body, extra=""):
        keep = self.cuts.pop(0) if self.cuts else len(body)
        return self.tools.response(body[:keep], length=len(body), extra=extra)


FIRST_ASKED, THEN_ASKED = ExchangeRequest(cursor=1), ExchangeRequest(cursor=2)


def paths(server):
    return [path for path, _ in server.requests]


def test_a_long_reply_that_was_cut_goes_on_at_the_byte_and_answers_its_own_request(serve, opened, tools):
    hub = LongReplies(tools, 100, 50, 0)
    server = serve(hub)
    line = opened(server.url)
    for begun, request in ((100, FIRST_ASKED), (150, THEN_ASKED), (150, THEN_ASKED)):
        assert code_of(lambda request=request: line.exchange(request, clock)) is Code.OFFLINE
        assert line.begun == begun
    assert told(line, THEN_ASKED) == (FIRST_ASKED, hub.reply(1))
    assert paths(server) == ["/v1/exchange", "/v1/reply", "/v1/reply", "/v1/reply"]
    assert [unpack(body, RestRequest).have for _, body in server.requests[1:]] == [100, 150, 150]
    assert line.begun == 0
    assert told(line, THEN_ASKED) == (THEN_ASKED, hub.reply(2))


def test_a_reply_was_heard_when_the_hub_spoke_and_not_when_its_last_byte_came(serve, opened, tools):
    """Else a laptop that was asleep between the two would take its own clock for wrong by so much."""
    line = opened(serve(LongReplies(tools, 100)).url)
    assert code_of(lambda: line.exchange(FIRST_ASKED, clock)) is Code.OFFLINE
    later = NOW + timedelta(hours=8)
    assert line.exchange(THEN_ASKED, lambda: later).heard == NOW
    assert line.exchange(THEN_ASKED, lambda: later).heard == later


@pytest.mark.parametrize("code", [Code.PACKET_UNKNOWN, Code.DEVICE_REVOKED, Code.MALFORMED])
def test_a_reply_whose_rest_is_not_given_is_asked_for_anew(serve, opened, tools, code):
    """Forgotten; or the device was revoked meanwhile, and must hear of it in an exchange."""
    hub = LongReplies(tools, 100)
    server = serve(hub)
    line = opened(server.url)
    assert code_of(lambda: line.exchange(FIRST_ASKED, clock)) is Code.OFFLINE
    hub.refusal = code
    assert told(line, THEN_ASKED) == (THEN_ASKED, hub.reply(2))
    assert paths(server) == ["/v1/exchange", "/v1/reply", "/v1/exchange"]


def test_what_came_of_a_reply_outlives_a_token(serve, opened, tools):
    hub = LongReplies(tools, 100)
    line = opened(serve(hub).url)
    assert code_of(lambda: line.exchange(FIRST_ASKED, clock)) is Code.OFFLINE
    hub.refusal = Code.TOKEN_EXPIRED
    assert code_of(lambda: line.exchange(FIRST_ASKED, clock)) is Code.TOKEN_EXPIRED
    hub.refusal = None
    assert told(line, THEN_ASKED) == (FIRST_ASKED, hub.reply(1))


@pytest.mark.parametrize("extra", ["", "Sohop-Reply: zz\r\n", "Sohop-Reply: 00\r\n"])
def test_a_reply_without_a_good_name_is_asked_for_anew(serve, opened, tools, extra):
    whole = pack(LongReplies(tools).reply(1))
    server = serve(tools.response(whole[:100], length=len(whole), extra=extra))
    line = opened(server.url)
    for _ in range(2):
        assert code_of(lambda: line.exchange(FIRST_ASKED, clock)) is Code.OFFLINE
        assert line.begun == 0
    assert paths(server) == ["/v1/exchange"] * 2


def test_a_rest_that_does_not_fit_is_malformed_and_not_asked_for_again(serve, opened, tools):
    hub = LongReplies(tools, 100)
    server = serve(hub)
    line = opened(server.url)
    assert code_of(lambda: line.exchange(FIRST_ASKED, clock)) is Code.OFFLINE
    hub.kept = dict.fromkeys(hub.kept, b"x" * 1_000)
    assert code_of(lambda: line.exchange(FIRST_ASKED, clock)) is Code.MALFORMED
    assert told(line, THEN_ASKED) == (THEN_ASKED, hub.reply(2))


# --- live


def test_signs_of_life_come_one_by_one(serve, opened, tools):
    server = serve(tools.response(b"..!."))
    assert list(opened(server.url).live(LiveRequest(state=b"s"))) == [b".", b".", b"!", b"."]
    assert unpack(server.requests[0][1], LiveRequest) == LiveRequest(state=b"s")


def test_who_listens_is_patient_with_silence_and_not_with_a_dead_line(serve, opened, tools, monkeypatch):
    over = threading.Event()

    def silent():
        yield tools.response(b".", length=9)
        over.wait(10)

    line = opened(serve(lambda path, body: silent()).url)
    ticks = itertools.count(step=200.0)
    line.wires.clock = lambda: next(ticks)
    monkeypatch.setattr(transports, "LIVE_STILL_S", 0.05)
    stream = line.live(LiveRequest())
    assert next(stream) == b"."
    assert code_of(lambda: next(stream)) is Code.TIMEOUT
    over.set()


# --- addresses


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("hop.example", "https://hop.example"),
        ("HTTPS://Hop.Example", "https://Hop.Example"),
        (" https://hop.example:8443/ ", "https://hop.example:8443"),
        ("192.168.1.5:8443", "https://192.168.1.5:8443"),
        ("http://127.0.0.1:8080", "http://127.0.0.1:8080"),
        ("http://localhost", "http://localhost"),
        ("http://[::1]:80", "http://[::1]:80"),
    ],
)
def test_addresses_are_read_kindly(typed, address):
    assert checked_address(typed) == address


@pytest.mark.parametrize(
    "typed",
    [
        "http://hop.example",
        "http://192.168.1.5",
        "http://127.0.0.1.example",
        "http://127.0.0.2",
        "http://localhost.example",
    ],
)
def test_plain_http_is_for_this_machine_only(typed):
    assert code_of(lambda: checked_address(typed)) is Code.PLAIN_HTTP
    assert code_of(lambda: Transport(typed, "")) is Code.PLAIN_HTTP


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "https://",
        "ftp://hop.example",
        "https://hop.example/path",
        "https://hop.example?x=1",
        "https://hop.example#x",
        "https://user:word@hop.example",
        "http://127.0.0.1@evil.example",
        "https://[::1",
        "https://hop.example:99999",
        "https://hop.example:x",
        "https://a..b",
        "https://" + "x" * 300,
        "javascript:alert(1)",
        "file:///etc/passwd",
    ],
)
def test_what_is_no_address_is_refused_by_name(typed):
    assert code_of(lambda: checked_address(typed)) in {Code.MALFORMED, Code.PLAIN_HTTP}
