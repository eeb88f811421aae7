"""A laptop and a hub that share 20 characters recognise each other; nobody else gets in."""

from __future__ import annotations

import secrets

import pytest
import requests
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from msgspec.structs import replace
from support.laptop import Laptop, Line, enrol_request, proof_mac
from support.world import World

from sync.certificates import fingerprint
from sync.errors import Code, SohopError
from sync.model.people import Role
from sync.wire.codec import decode_payload, pack
from sync.wire.envelope import Kind, verify
from sync.wire.invitation import LIFETIME_S, TRIES, link, new_secret, read_link, read_secret, same, shown
from sync.wire.messages import EnrolHello, EnrolReply, ExchangeReply, ExchangeRequest, TokenRequest
from sync.wire.statements import HUB, ROOT, CertStatement, Roster
from tools.office import Office, running_hub


def code_of(error: pytest.ExceptionInfo[SohopError]) -> Code:
    return error.value.code


def test_a_typed_code_enrols_over_tls_and_the_hub_proves_itself_first(office: Office) -> None:
    with running_hub(office.folder) as hub:
        assert hub.url.startswith("https://127.0.0.1:")
        invitation = office.invite(office.add("Nguyễn Thị Lan", Role.DELEGATE), hub.url)
        typed = shown(invitation.secret).lower().replace("0", "o").replace("1", "l")
        line = Line(hub.url, office.ca_path)
        nonce = secrets.token_bytes(32)
        proof = line.hello(read_secret(typed), nonce)
        assert same(proof.mac, proof_mac(invitation.secret, proof, nonce))
        assert proof.certificate == fingerprint((office.folder / "tls.pem").read_bytes())
        assert proof.ca == office.ca_path.read_bytes()
        assert proof.root_key.hex() == invitation.root_key
        assert (proof.office, proof.person) == ("HĐND xã Suối Lam", "Nguyễn Thị Lan")
        key = Ed25519PrivateKey.generate()
        reply = line.ask("/v1/enrol", enrol_request(invitation.secret, proof.nonce, key), EnrolReply)
        assert reply.roster is not None
        assert reply.statement is not None
        verify(reply.roster, Kind.ROSTER, proof.tenant, ROOT, proof.root_key)
        roster = decode_payload(reply.roster.payload, Roster)
        verify(reply.statement, Kind.DEVICE, proof.tenant, HUB, roster.online_key)
        assert decode_payload(reply.statement.payload, CertStatement).cert == reply.cert
        assert roster.name == "HĐND xã Suối Lam"
        line.close()
        with pytest.raises(requests.exceptions.SSLError):
            requests.post(hub.url + "/v1/token", data=b"", timeout=10)


def test_another_devices_key_is_not_enrolled_again(world: World) -> None:
    invitation = world.office.invite(world.minh.cert.person)
    line = Line(world.served.url, world.office.ca_path)
    proof = line.hello(invitation.secret, bytes(32))
    with pytest.raises(SohopError) as refused:
        line.ask("/v1/enrol", enrol_request(invitation.secret, proof.nonce, world.lan.key), EnrolReply)
    assert code_of(refused) is Code.MALFORMED
    line.close()


def test_the_link_carries_address_ca_root_and_code(office: Office) -> None:
    invitation = office.invite(office.add("Lan", Role.DELEGATE), "https://hop.suoilam.example:8743")
    assert read_link(link(invitation)) == invitation
    assert invitation.ca == office.ca_path.read_text()


def test_five_wrong_tries_void_a_code(world: World) -> None:
    invitation = world.office.invite(world.lan.cert.person)
    line = Line(world.served.url, world.office.ca_path)
    key = Ed25519PrivateKey.generate()
    proof = line.hello(invitation.secret, bytes(32))
    good = enrol_request(invitation.secret, proof.nonce, key)
    bad = replace(good, mac=bytes(32))
    for left in reversed(range(TRIES)):
        with pytest.raises(SohopError) as refused:
            line.ask("/v1/enrol", bad, EnrolReply)
        assert (code_of(refused), refused.value.fields["left"]) == (Code.CODE_WRONG, str(left))
    for message in (bad, good):
        with pytest.raises(SohopError) as refused:
            line.ask("/v1/enrol", message, EnrolReply)
        assert code_of(refused) is Code.CODE_USED
    line.close()


def test_a_guesser_is_slowed_and_others_are_not_once_a_minute_has_passed(world: World) -> None:
    invitation = world.office.invite(world.lan.cert.person)
    line = Line(world.served.url, world.office.ca_path)
    for left in (4, 3, 2, 1, 0):
        with pytest.raises(SohopError) as refused:
            line.hello(new_secret(), bytes(32))
        assert (code_of(refused), refused.value.fields["left"]) == (Code.CODE_WRONG, str(left))
    with pytest.raises(SohopError) as refused:
        line.hello(invitation.secret, bytes(32))
    assert code_of(refused) is Code.CODE_WRONG
    world.clock.ahead += 61
    assert line.hello(invitation.secret, bytes(32)).tenant == world.tenant
    line.close()


def test_a_code_is_good_once_for_seven_days_and_until_replaced(world: World) -> None:
    line = Line(world.served.url, world.office.ca_path)
    person = world.lan.cert.person
    used = world.office.invite(person)
    Laptop.enrol(world.served.url, world.office.ca_path, used).close()
    replaced = world.office.invite(person)
    newest = world.office.invite(person)
    for invitation in (used, replaced):
        with pytest.raises(SohopError) as refused:
            line.hello(invitation.secret, bytes(32))
        assert code_of(refused) is Code.CODE_USED
    proof = line.hello(newest.secret, bytes(32))
    world.clock.ahead += LIFETIME_S + 1
    with pytest.raises(SohopError) as refused:
        line.hello(newest.secret, bytes(32))
    assert code_of(refused) is Code.CODE_EXPIRED
    with pytest.raises(SohopError) as refused:
        line.ask(
            "/v1/enrol",
            enrol_request(newest.secret, proof.nonce, Ed25519PrivateKey.generate()),
            EnrolReply,
        )
    assert code_of(refused) is Code.CODE_EXPIRED
    line.close()


def test_an_enrolment_whose_answer_was_lost_can_be_repeated_by_the_same_laptop_only(world: World) -> None:
    invitation = world.office.invite(world.lan.cert.person)
    line = Line(world.served.url, world.office.ca_path)
    proof = line.hello(invitation.secret, bytes(32))
    request = enrol_request(invitation.secret, proof.nonce, Ed25519PrivateKey.generate())
    first = line.ask("/v1/enrol", request, EnrolReply)
    assert line.ask("/v1/enrol", request, EnrolReply).cert == first.cert
    other = enrol_request(invitation.secret, proof.nonce, Ed25519PrivateKey.generate())
    with pytest.raises(SohopError) as refused:
        line.ask("/v1/enrol", other, EnrolReply)
    assert code_of(refused) is Code.CODE_USED
    line.close()


def test_an_office_device_waits_for_the_root(world: World) -> None:
    with world.enrol(world.office.add("Thư ký mới", Role.SECRETARY)) as laptop:
        assert laptop.enrolled.statement is None
        reply = laptop.exchange()
        assert reply.roster is not None
        assert laptop.cert not in decode_payload(reply.roster.payload, Roster).office
        with pytest.raises(SohopError) as refused:
            laptop.upload([b"x"])
        assert code_of(refused) is Code.NOT_PERMITTED
        world.office.sign_roster()
        reply = laptop.exchange()
        assert reply.roster is not None
        assert laptop.cert in decode_payload(reply.roster.payload, Roster).office
        assert laptop.upload([b"x"]) == 1


def test_a_challenge_is_good_once_and_for_a_minute(world: World) -> None:
    line, lan = world.lan.line, world.lan
    lan.sign_in()
    reused = TokenRequest(device=lan.cert.device, nonce=bytes(32), signature=bytes(64))
    with pytest.raises(SohopError) as refused:
        line.post("/v1/token", pack(reused))
    assert code_of(refused) is Code.TOKEN_EXPIRED


def test_a_token_ends_after_twelve_hours(world: World) -> None:
    world.lan.exchange()
    world.clock.ahead += 12 * 3600 + 1
    with pytest.raises(SohopError) as refused:
        world.lan.exchange()
    assert code_of(refused) is Code.TOKEN_EXPIRED
    world.lan.sign_in()
    world.lan.exchange()


def test_another_devices_signature_gets_no_token(world: World) -> None:
    thief = Laptop(world.lan.line, world.tenant, world.minh.key, world.lan.enrolled)
    with pytest.raises(SohopError) as refused:
        thief.sign_in()
    assert code_of(refused) is Code.BAD_SIGNATURE


def test_tokens_are_stored_hashed_and_the_root_is_not_at_the_hub(world: World) -> None:
    world.lan.sign_in()
    stored = b"".join(path.read_bytes() for path in world.office.folder.glob("hub.db*"))
    assert world.lan.token.encode() not in stored
    assert not (world.office.folder / "root.key").exists()


@pytest.mark.parametrize("body", [b"", b"<html><body>Wi-Fi</body></html>", b"\x28\xb5\x2f\xfd" + bytes(40)])
@pytest.mark.parametrize("path", ["/v1/enrol/hello", "/v1/enrol", "/v1/challenge", "/v1/token"])
def test_garbage_gets_a_clean_refusal(world: World, path: str, body: bytes) -> None:
    with pytest.raises(SohopError) as refused:
        world.lan.line.post(path, body)
    assert code_of(refused) is Code.MALFORMED


def test_garbage_with_a_token_gets_a_clean_refusal(world: World) -> None:
    world.secretary.sign_in()
    for path in ("/v1/exchange", "/v1/chunks", "/v1/missing"):
        with pytest.raises(SohopError) as refused:
            world.secretary.line.post(path, b"<html>", world.secretary.token)
        assert code_of(refused) is Code.MALFORMED
    for body, code in ((b"<html>", Code.TOO_LARGE), (b"\0\0\0\x09cut", Code.MALFORMED)):
        with pytest.raises(SohopError) as refused:
            world.secretary.line.post("/v1/upload", body, world.secretary.token)
        assert code_of(refused) is code
    with pytest.raises(SohopError) as refused:
        world.secretary.line.post("/v1/token", bytes(70_000))
    assert code_of(refused) is Code.TOO_LARGE
    with pytest.raises(SohopError) as refused:
        world.secretary.line.post("/nowhere", b"")
    assert code_of(refused) is Code.MALFORMED


def test_without_a_token_nothing_is_told(world: World) -> None:
    for token in ("", "x" * 43):
        with pytest.raises(SohopError) as refused:
            world.lan.line.ask("/v1/exchange", ExchangeRequest(), ExchangeReply, token)
        assert code_of(refused) is Code.TOKEN_EXPIRED


def test_an_unknown_lookup_of_the_right_form_is_a_wrong_code(world: World) -> None:
    with pytest.raises(SohopError) as refused:
        world.lan.line.post("/v1/enrol/hello", pack(EnrolHello(lookup=bytes(8), nonce=bytes(32))))
    assert code_of(refused) is Code.CODE_WRONG
