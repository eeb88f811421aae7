"""First contact: what an office must prove, and what a man in the middle cannot."""

import secrets
from datetime import UTC, datetime

import msgspec
import pytest
from support.packets import PaperOffice, code_of

from sync.certificates import fingerprint
from sync.engine.enrolment import contact, enrol
from sync.errors import Code
from sync.wire.codec import unpack
from sync.wire.invitation import Invitation, device_mac, hub_mac, lookup, new_secret
from sync.wire.messages import EnrolHello, EnrolProof, EnrolReply, EnrolRequest, Refusal

OFFICE = PaperOffice()
SECRET = new_secret()


class Hub:
    """Proves itself with ``secret`` and ``certificate``, and enrols."""

    def __init__(self, tools, certificate=bytes(32), ca=b"", secret=SECRET):
        self.tools, self.certificate, self.ca, self.secret = tools, certificate, ca, secret
        self.nonce = secrets.token_bytes(32)
        self.changes = {}
        self.seen = []

    def __call__(self, path, body):
        if path == "/v1/enrol/hello":
            hello = unpack(body, EnrolHello)
            self.seen.append(hello)
            proof = self.prove(hello.nonce)
            return self.tools.packed(msgspec.structs.replace(proof, **self.changes))
        request = unpack(body, EnrolRequest)
        self.seen.append(request)
        cert = msgspec.structs.replace(
            OFFICE.lan.cert, sign_key=request.sign_key, box_key=request.box_key, **self.changes
        )
        return self.tools.packed(EnrolReply(cert=cert, statement=None, roster=None))

    def prove(self, nonce):
        mac = hub_mac(
            self.secret,
            tenant=OFFICE.tenant,
            certificate=self.certificate,
            ca=self.ca,
            root_key=OFFICE.root_key,
            root_number=3,
            client_nonce=nonce,
            hub_nonce=self.nonce,
        )
        return EnrolProof(
            tenant=OFFICE.tenant,
            office="HĐND xã Suối Lam",
            person="Lan",
            root_key=OFFICE.root_key,
            root_number=3,
            ca=self.ca,
            nonce=self.nonce,
            certificate=self.certificate,
            mac=mac,
        )


@pytest.fixture
def hub(serve, tools):
    """On the loopback, without TLS."""
    made = Hub(tools)
    made.url = serve(made).url
    return made


def met(address, **more):
    return code_of(lambda: contact(Invitation(address=address, secret=SECRET, **more)))


def test_a_hub_that_knows_the_secret_is_met_and_learns_only_where_to_look(hub):
    found = contact(Invitation(address=hub.url, secret=SECRET))
    assert (found.office, found.person) == ("HĐND xã Suối Lam", "Lan")
    assert (found.root_key, found.root_number) == (OFFICE.root_key, 3)
    assert [hello.lookup for hello in hub.seen] == [lookup(SECRET)]


def test_a_hub_that_does_not_know_the_secret_is_not(hub):
    hub.secret = new_secret()
    assert met(hub.url) is Code.HUB_NOT_PROVED


@pytest.mark.parametrize(
    "changes",
    [
        {"tenant": "t-2"},
        {"root_key": bytes(32)},
        {"root_number": 2},
        {"ca": b"another"},
        {"nonce": bytes(32)},
        {"certificate": b"x" * 32},
        {"mac": bytes(32)},
    ],
)
def test_nothing_in_the_proof_can_be_changed(hub, changes):
    hub.changes = changes
    assert met(hub.url) is Code.HUB_NOT_PROVED


def test_the_greeting_is_no_part_of_the_proof(hub):
    hub.changes = {"office": "Cơ quan", "person": "Ai đó"}
    assert met(hub.url) is None


def test_the_root_key_of_a_link_must_be_the_hubs(hub):
    assert met(hub.url, root_key=OFFICE.root_key.hex()) is None
    assert met(hub.url, root_key="00" * 32) is Code.HUB_NOT_PROVED


@pytest.mark.parametrize("code", [Code.CODE_WRONG, Code.CODE_USED, Code.CODE_EXPIRED])
def test_a_code_that_is_refused_is_refused_by_name(serve, tools, code):
    server = serve(tools.packed(Refusal(code=code), status="403 Forbidden"))
    assert met(server.url) is code


def test_a_portal_is_no_hub(serve, tools):
    assert met(serve(tools.response(b"<html>", protocol="")).url) is Code.NOT_A_HUB


# --- TLS


@pytest.fixture
def secure(serve, tools, office, tmp_path):
    """The office's hub with a certificate by its own authority."""
    context, certificate = office.server(tmp_path)
    made = Hub(tools, fingerprint(certificate), office.ca)
    made.url = serve(made, context).url
    return made


def test_with_a_typed_code_the_hub_proves_its_certificate_and_brings_its_authority(secure, office):
    found = contact(Invitation(address=secure.url, secret=SECRET))
    assert found.ca == office.ca.decode()


def test_with_a_link_the_authority_is_known_before(secure, office, tools):
    assert met(secure.url, ca=office.ca.decode()) is None
    assert met(secure.url, ca=tools.an_authority().ca.decode()) is Code.TLS_UNTRUSTED


def test_a_man_in_the_middle_who_passes_on_the_hubs_proof_is_found_out(serve, tools, secure, tmp_path):
    """He has a certificate of his own and the real hub's true answer to this very laptop."""
    (tmp_path / "his").mkdir()
    context, certificate = tools.an_authority("Kẻ đứng giữa").server(tmp_path / "his")
    middle = serve(secure, context)
    assert met(middle.url) is Code.HUB_NOT_PROVED
    assert len(secure.seen) == 1
    # Naming his own certificate in the answer breaks its MAC.
    secure.changes = {"certificate": fingerprint(certificate)}
    assert met(middle.url) is Code.HUB_NOT_PROVED
    assert all(isinstance(message, EnrolHello) for message in secure.seen)


def test_an_office_behind_a_proxy_is_met_through_it_and_only_through_it(secure, tunnel, office):
    found = contact(Invitation(address=secure.url, secret=SECRET), tunnel.url)
    enrol(found, b"s" * 32, b"b" * 32)
    tunnels = [each for each in tunnel.seen if each.startswith(b"CONNECT ")]
    assert len(tunnels) == 3  # to look at the certificate, to be proved to, to enrol
    assert all(b"Proxy-Authorization: Basic" in each for each in tunnels)
    assert len(secure.seen) == 2


def test_an_office_whose_certificate_is_of_another_time_is_met(serve, tools, tmp_path):
    """This laptop's clock is wrong by years and there is no hub-signed time yet: the proof binds the key."""
    office = tools.an_authority(made=datetime(2040, 1, 1, tzinfo=UTC))
    days = datetime(2040, 1, 1, tzinfo=UTC), datetime(2041, 1, 1, tzinfo=UTC)
    context, certificate = office.server(tmp_path, days=days)
    url = serve(Hub(tools, fingerprint(certificate), office.ca), context).url
    assert met(url) is None
    assert met(url, ca=office.ca.decode()) is None


def test_a_proxy_that_refuses_is_no_way(secure, serve, tools):
    proxy = serve(tools.response(b"", status="407 Login", protocol=""))
    invitation = Invitation(address=secure.url, secret=SECRET)
    assert code_of(lambda: contact(invitation, proxy.url)) is Code.OFFLINE


def test_a_hub_that_says_it_has_no_tls_while_it_has_is_found_out(secure):
    secure.certificate = bytes(32)
    assert met(secure.url) is Code.HUB_NOT_PROVED


@pytest.mark.parametrize("address", ["https://[::1", "https://a..b", "", "http://hop.example"])
def test_an_address_that_is_none_is_refused_before_anything_is_sent(address):
    assert met(address) in {Code.MALFORMED, Code.PLAIN_HTTP}


def test_plain_http_where_tls_was_expected_is_no_hub(hub):
    # The helper's server takes the greeting of TLS for a request and hangs up or errs: nobody is met.
    assert met("https://127.0.0.1:1") is Code.OFFLINE
    assert hub.seen == []


# --- keys


def test_the_laptops_keys_go_under_the_secret(hub):
    found = contact(Invitation(address=hub.url, secret=SECRET))
    reply = enrol(found, b"s" * 32, b"b" * 32)
    request = hub.seen[-1]
    assert request.mac == device_mac(SECRET, b"s" * 32, b"b" * 32, hub.nonce)
    assert (reply.cert.sign_key, reply.cert.box_key) == (b"s" * 32, b"b" * 32)


@pytest.mark.parametrize("key", ["sign_key", "box_key"])
def test_a_hub_that_certifies_other_keys_is_not_believed(serve, tools, key):
    hub = Hub(tools)
    url = serve(hub).url
    found = contact(Invitation(address=url, secret=SECRET))
    answer = EnrolReply(
        cert=msgspec.structs.replace(
            OFFICE.lan.cert, **{"sign_key": b"s" * 32, "box_key": b"b" * 32, key: b"x" * 32}
        ),
        statement=None,
        roster=None,
    )
    other = serve(tools.packed(answer)).url
    false = type(found)(**{**vars(found), "address": other})
    assert code_of(lambda: enrol(false, b"s" * 32, b"b" * 32)) is Code.HUB_NOT_PROVED
