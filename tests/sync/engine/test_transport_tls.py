"""Who the laptop believes on the line, at what time, and through which proxy."""

import socket
import ssl
import threading
from datetime import UTC, datetime, timedelta

import pytest
import requests
from support.packets import code_of

from sync.engine.transport import Transport
from sync.errors import Code
from sync.wire.messages import (
    Challenge,
    ChallengeRequest,
)

HELLO = ChallengeRequest(device="d-1")
PORTAL = b"<!DOCTYPE html><html>Please sign in</html>"
GOOD = Challenge(nonce=b"n" * 32)


def called(line, kind=Challenge):
    return code_of(lambda: line.call("/v1/x", HELLO, kind))


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


JANUARY_2040 = datetime(2040, 1, 1, tzinfo=UTC)
DECEMBER_2040 = datetime(2040, 12, 31, tzinfo=UTC)
JUNE_2040 = datetime(2040, 6, 1, tzinfo=UTC)


@pytest.mark.parametrize("made", [JUNE_2040, datetime(2009, 1, 1, tzinfo=UTC)])
def test_a_laptop_whose_clock_is_years_wrong_connects(serve, opened, tools, tmp_path, made):
    """Beside its clock the authority is from the future, or long over, and so is the hub's certificate."""
    office = tools.an_authority(made=made)
    days = made - timedelta(days=150), made + timedelta(days=200)
    context, _ = office.server(tmp_path, days=days)
    line = opened(serve(tools.packed(GOOD), context).url, office.ca.decode())
    for mark in (None, made):
        line.access.mark = mark
        assert called(line) is None


def test_a_certificate_that_ended_before_the_hubs_own_time_is_expired_and_nothing_is_sent(
    serve, opened, tools, office, tmp_path
):
    context, _ = office.server(tmp_path, days=(JANUARY_2040, JUNE_2040))
    server = serve(tools.packed(GOOD), context)
    line = opened(server.url, office.ca.decode())
    line.access.mark = DECEMBER_2040
    assert called(line) is Code.TLS_EXPIRED
    assert (server.connections, server.requests) == (1, [])
    line.access.mark = JANUARY_2040
    assert called(line) is None


def test_a_certificate_renewed_while_the_laptop_lay_in_a_drawer_is_trusted(
    serve, opened, tools, office, tmp_path
):
    """The mark is the last that was heard: the true time may be any later one."""
    context, _ = office.server(tmp_path, days=(JUNE_2040, DECEMBER_2040))
    line = opened(serve(tools.packed(GOOD), context).url, office.ca.decode())
    line.access.mark = JANUARY_2040
    assert called(line) is None


def test_a_name_is_checked_whatever_the_time(serve, opened, tools, office, tmp_path):
    context, _ = office.server(tmp_path, "hop.example", days=(JANUARY_2040, DECEMBER_2040))
    server = serve(tools.packed(GOOD), context)
    line = opened(server.url, office.ca.decode())
    line.access.mark = JUNE_2040
    assert called(line) is Code.TLS_UNTRUSTED
    assert server.requests == []


def test_a_new_certificate_of_the_same_authority_needs_no_enrolment(serve, opened, tools, office, tmp_path):
    for _ in range(2):
        context, _ = office.server(tmp_path)
        assert called(opened(serve(tools.packed(GOOD), context).url, office.ca.decode())) is None


# --- proxies


def test_a_proxy_that_was_named_is_asked_for_a_tunnel_and_sees_no_more(
    serve, tunnel, tools, office, tmp_path
):
    context, _ = office.server(tmp_path)
    hub = serve(tools.packed(GOOD), context)
    line = Transport(hub.url, office.ca.decode(), tunnel.url)
    line.access.token = "secret-token"
    assert called(line) is None
    line.close()
    assert tunnel.seen[0].startswith(f"CONNECT 127.0.0.1:{hub.port} ".encode())
    assert b"Proxy-Authorization: Basic" in tunnel.seen[0]
    assert len(hub.requests) == 1
    assert b"Proxy-Authorization" not in hub.headers[0]
    assert not any(b"secret-token" in each for each in tunnel.seen)


def test_a_proxy_that_answers_itself_is_no_hub(serve, opened, tools, office):
    proxy = serve(tools.response(PORTAL, protocol="", extra=""))
    proxy.answer = lambda path, body: tools.response(PORTAL, status="407 Proxy Login", protocol="")
    line = Transport("https://hop.example", office.ca.decode(), proxy.url)
    assert called(line) is Code.OFFLINE
    line.close()


@pytest.mark.parametrize(
    "proxy", ["https://a:1", "socks5://a:1", "http://a", "http://a:1/x", "a:1", "http://["]
)
def test_what_is_no_proxy_is_refused_by_name(proxy):
    assert code_of(lambda: Transport("https://hop.example", "", proxy)) is Code.MALFORMED
