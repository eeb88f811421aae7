"""Codes are read kindly, links strictly."""

from functools import partial
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.packets import code_of

from sync.errors import Code, SohopError
from sync.wire.invitation import (
    ALPHABET,
    LENGTH,
    Invitation,
    device_mac,
    hub_mac,
    link,
    lookup,
    new_secret,
    read_link,
    read_secret,
    same,
    shown,
)

SECRETS = st.text(ALPHABET, min_size=LENGTH, max_size=LENGTH)
CODE = "7K2M0Q9ATX4ZB8W1RC5H"


def test_a_new_code_is_twenty_characters_nobody_confuses():
    secret = new_secret()
    assert len(secret) == LENGTH
    assert not set(secret) & set("ILOU")
    assert secret != new_secret()
    assert shown(CODE) == "7K2M0-Q9ATX-4ZB8W-1RC5H"


@given(SECRETS, st.data())
def test_a_code_is_read_however_it_was_typed(secret, data):
    read_as = {"1": "1IiLl", "0": "0Oo"}
    between = st.sampled_from(["", " ", "-", "–", "—", "\u2011", "\u00a0", "\n", "\t", "\u200b"])
    typed = "".join(
        data.draw(st.sampled_from(read_as.get(c, c + c.lower()))) + data.draw(between) for c in secret
    )
    assert read_secret(typed) == secret


@pytest.mark.parametrize(
    "typed", ["", CODE[:-1], CODE + "A", CODE[:-1] + "U", CODE[:-1] + "Đ", CODE[:-1] + "_", "٣" * 20]
)
def test_anything_else_is_no_code(typed):
    with pytest.raises(SohopError) as caught:
        read_secret(typed)
    assert caught.value.code is Code.CODE_WRONG
    assert caught.value.fields == {"left": 5}


def test_a_link_brings_everything_back():
    invitation = Invitation(
        address="https://hop.xa-suoi-lam.vn:8443",
        secret=CODE,
        ca="-----BEGIN CERTIFICATE-----\nMIIB+/=\n-----END CERTIFICATE-----\n",
        root_key="ab" * 32,
    )
    assert read_link(f"  {link(invitation)}\n") == invitation
    assert read_link(link(Invitation(address="https://h", secret=CODE))).ca == ""


def test_a_link_that_the_system_tidied_is_still_a_link():
    assert read_link(f"SOHOP://enrol/?hub=https%3A%2F%2Fh&code={CODE.lower()}").secret == CODE


GOOD = f"sohop://enrol?hub=https%3A%2F%2Fh&code={CODE}"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "https://enrol?hub=h&code=" + CODE,
        "sohop://other?hub=h&code=" + CODE,
        "sohop://enrol",
        "sohop://enrol?hub=h",
        "sohop://enrol?code=" + CODE,
        "sohop://enrol?hub=&code=" + CODE,
        "sohop://[?hub=h&code=" + CODE,
        GOOD + "&x=1" * 20,
        GOOD + "&root=xyz",
        GOOD + "&root=abcd",
        GOOD + "&root=" + "ab" * 33,
        GOOD + "&ca=" + quote("ô"),
        GOOD + "&ca=abc",
        GOOD + "&ca=_____w==",
        "sohop://enrol\x00?hub=h",
        "sohop://enr\u2100l?hub=h&code=" + CODE,
    ],
)
def test_a_link_that_is_none_is_refused_by_name(text):
    with pytest.raises(SohopError) as caught:
        read_link(text)
    assert caught.value.code is Code.MALFORMED


def test_a_link_with_a_wrong_code_says_so():
    with pytest.raises(SohopError, match="code_wrong"):
        read_link("sohop://enrol?hub=h&code=123")


@given(st.text(max_size=80))
def test_no_text_does_more_than_raise_by_name(text):
    for read in (read_link, read_secret):
        for each in (text, "sohop://enrol?" + text, GOOD + "&" + text):
            assert code_of(partial(read, each)) in {None, Code.MALFORMED, Code.CODE_WRONG}


PARTS = {
    "tenant": "t-1",
    "certificate": b"c" * 32,
    "ca": b"PEM",
    "root_key": b"r" * 32,
    "root_number": 1,
    "client_nonce": b"n" * 32,
    "hub_nonce": b"h" * 32,
}


@pytest.mark.parametrize("part", PARTS)
def test_the_hubs_proof_binds_every_part(part):
    value = PARTS[part]
    other = {"tenant": "t-2", "ca": b"PEMx", "root_number": 2}.get(part, bytes(32))
    assert other != value
    assert not same(hub_mac(CODE, **PARTS), hub_mac(CODE, **{**PARTS, part: other}))
    assert not same(hub_mac(CODE, **PARTS), hub_mac(CODE[::-1], **PARTS))


def test_one_derivation_never_gives_another():
    macs = {lookup(CODE), hub_mac(CODE, **PARTS), device_mac(CODE, b"s" * 32, b"b" * 32, b"h" * 32)}
    assert len(macs) == 3
    assert len(lookup(CODE)) == 8
    assert device_mac(CODE, b"s" * 32, b"b" * 32, b"h" * 32) != device_mac(
        CODE, b"b" * 32, b"s" * 32, b"h" * 32
    )
