"""What the line may answer, and what the laptop makes of it."""

import socket
import ssl
import threading
from datetime import UTC, datetime

import pytest
import requests
from support.packets import a_key, code_of

from sync.engine import transport as transports
from sync.engine.transport import Transport, checked_address
from sync.errors import Code, SohopError
from sync.hub.certificates import make_ca
from sync.wire.chunks import frame
from sync.wire.codec import unpack
from sync.wire.messages import (
    Blobs,
    Challenge,
    ChallengeRequest,
    ChunksRequest,
    Refusal,
    Stored,
    Token,
    TokenRequest,
    auth_bytes,
)

HELLO = ChallengeRequest(device="d-1")
CHUNKS = ChunksRequest(manifest="0" * 64, document="doc-1", first=0, count=2)
GOOD = Challenge(nonce=b"n" * 32)


@pytest.fixture
def opened():
    """Make transports; they are closed with the test."""
    made = []

    def make(address, ca=""):
        made.append(Transport(address, ca))
        return made[-1]

    yield make
    for each in made:
        each.close()


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
    assert "3 tries left" in caught.value.sentence("en")


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
        "/v1/missing": tools.packed(Blobs(digests=("0" * 64,))),
    }
    server = serve(lambda path, body: answers[path])
    line = opened(server.url)
    line.authenticate("t-1", "d-1", key.sign)
    asked = unpack(server.requests[1][1], TokenRequest)
    key.public_key().verify(asked.signature, auth_bytes("t-1", "d-1", GOOD.nonce))
    assert line.missing(("0" * 64,)) == ("0" * 64,)
    assert b"Bearer secret-token" in server.headers[2]
    assert b"secret-token" not in server.headers[0] + server.headers[1]
    line.authenticate("t-1", "d-1", key.sign)
    assert b"secret-token" not in server.headers[3]  # an old token is not shown to ask for a new one


def test_chunks_come_as_frames(serve, opened, tools):
    server = serve(tools.response(frame(b"one") + frame(b"two")))
    assert list(opened(server.url).chunks(CHUNKS)) == [b"one", b"two"]


def test_whole_chunks_before_a_cut_are_given(serve, opened, tools):
    body = frame(b"x" * 40_000) + frame(b"y" * 40_000) + frame(b"z" * 40_000)[:10_000]
    stream = opened(serve(tools.response(body, length=len(body) + 1)).url).chunks(CHUNKS)
    assert next(stream) == b"x" * 40_000
    with pytest.raises(SohopError) as caught:
        list(stream)
    assert caught.value.code is Code.OFFLINE


def test_a_frame_larger_than_a_chunk_ends_the_stream(serve, opened, tools):
    server = serve(tools.response(b"\xff\xff\xff\xff"))
    assert code_of(lambda: list(opened(server.url).chunks(CHUNKS))) is Code.TOO_LARGE


def test_uploads_are_frames(serve, opened, tools):
    server = serve(tools.packed(Stored(count=2)))
    assert opened(server.url).upload([b"one", b"two"]) == 2
    assert server.requests == [("/v1/upload", frame(b"one") + frame(b"two"))]


# --- TLS


@pytest.fixture(scope="module")
def authority():
    return make_ca("HĐND xã Suối Lam", datetime.now(UTC))


@pytest.fixture
def office(authority, tools):
    return tools.Authority(*authority)


def test_the_offices_authority_is_trusted(serve, opened, tools, office, tmp_path):
    context, _ = office.server(tmp_path)
    server = serve(tools.packed(GOOD), context)
    assert opened(server.url, office.ca.decode()).call("/v1/x", HELLO, Challenge) == GOOD


def test_another_authority_is_not_and_is_sent_nothing(serve, opened, tools, office, tmp_path):
    context, _ = tools.an_authority().server(tmp_path)
    server = serve(tools.packed(GOOD), context)
    assert called(opened(server.url, office.ca.decode())) is Code.TLS_UNTRUSTED
    assert server.requests == []


def test_no_authority_means_that_nobody_is_trusted(serve, opened, tools, office, tmp_path):
    context, _ = office.server(tmp_path)
    server = serve(tools.packed(GOOD), context)
    assert called(opened(server.url, "")) is Code.TLS_UNTRUSTED
    assert server.requests == []


@pytest.mark.parametrize("variable", ["REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE", "SSL_CERT_FILE"])
def test_the_environment_adds_no_authority(serve, opened, tools, office, tmp_path, monkeypatch, variable):
    """Nor do the public authorities that come with the HTTP library."""
    rogue = tools.an_authority()
    (tmp_path / "rogue").mkdir()
    bundle = tmp_path / "rogue" / "bundle.pem"
    bundle.write_bytes(rogue.ca)
    monkeypatch.setenv(variable, str(bundle))
    monkeypatch.setattr(requests.adapters, "DEFAULT_CA_BUNDLE_PATH", str(bundle))
    context, _ = rogue.server(tmp_path)
    server = serve(tools.packed(GOOD), context)
    for ca in (office.ca.decode(), ""):
        assert called(opened(server.url, ca)) is Code.TLS_UNTRUSTED
    assert server.requests == []


@pytest.mark.parametrize("variable", ["HTTPS_PROXY", "HTTP_PROXY", "ALL_PROXY"])
def test_the_environment_sets_no_proxy(serve, opened, tools, office, tmp_path, monkeypatch, variable):
    proxy = serve(tools.response(PORTAL, protocol=""))
    monkeypatch.setenv(variable, proxy.url)
    context, _ = office.server(tmp_path)
    assert called(opened(serve(tools.packed(GOOD), context).url, office.ca.decode())) is None
    assert proxy.requests == []


def test_a_certificate_for_another_name_is_refused(serve, opened, tools, office, tmp_path):
    context, _ = office.server(tmp_path, "hop.example", only=True)
    server = serve(tools.packed(GOOD), context)
    assert called(opened(server.url, office.ca.decode())) is Code.TLS_UNTRUSTED
    assert server.requests == []


def test_a_pinned_server_certificate_is_trusted_and_its_sister_is_not(serve, opened, tools, office, tmp_path):
    """As when enrolling by a typed code: the pin is one certificate, not who signed it."""
    context, certificate = office.server(tmp_path)
    sister, _ = office.server(tmp_path)
    assert called(opened(serve(tools.packed(GOOD), context).url, certificate.decode())) is None
    server = serve(tools.packed(GOOD), sister)
    assert called(opened(server.url, certificate.decode())) is Code.TLS_UNTRUSTED
    assert server.requests == []


@pytest.fixture
def answers_first():
    """Listen on a port and do this with whoever comes first."""
    threads = []

    def start(act):
        listener = socket.create_server(("127.0.0.1", 0))

        def one():
            with listener:
                line, _ = listener.accept()
                with line:
                    act(line)

        threads.append(threading.Thread(target=one))
        threads[-1].start()
        return f"https://127.0.0.1:{listener.getsockname()[1]}"

    yield start
    for thread in threads:
        thread.join(10)


def test_plain_words_on_a_tls_port_are_no_hub(opened, office, answers_first):
    def words(line):
        line.recv(10)
        line.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")
        line.recv(1_000)

    assert called(opened(answers_first(words), office.ca.decode())) is Code.NOT_A_HUB


def test_a_tls_line_cut_in_the_handshake_is_the_lines_fault(opened, office, answers_first):
    url = answers_first(lambda line: line.recv(10_000))
    assert called(opened(url, office.ca.decode())) is Code.OFFLINE


def test_an_old_protocol_is_refused(opened, office, answers_first):
    def refuse_new(line):
        line.recv(10_000)
        line.sendall(bytes.fromhex("15030100020246"))  # fatal alert: protocol_version

    assert called(opened(answers_first(refuse_new), office.ca.decode())) is Code.NOT_A_HUB
    line = opened("https://127.0.0.1:1", office.ca.decode())
    pinned = line._session.get_adapter("https://x")._context
    assert pinned.minimum_version >= ssl.TLSVersion.TLSv1_2
    assert pinned.check_hostname
    assert len(pinned.get_ca_certs()) == 1


def test_a_tls_line_cut_in_the_middle_is_the_lines_fault_and_nobodys_forgery(
    serve, opened, tools, office, tmp_path
):
    context, _ = office.server(tmp_path)
    server = serve(tools.response(b"abc", length=1_000), context)
    assert called(opened(server.url, office.ca.decode())) is Code.OFFLINE


@pytest.mark.parametrize(
    "ca", ["garbage", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n", "ô"]
)
def test_an_authority_that_is_none_is_refused_by_name(ca):
    assert code_of(lambda: Transport("https://hop.example", ca)) is Code.MALFORMED


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
