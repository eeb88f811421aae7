"""A signature covers kind, tenant and the exact bytes, and is looked at before the bytes are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.packets import a_key, code_of

from sync.errors import Code
from sync.wire.envelope import Envelope, Kind, Signature, seal, sign, signed_bytes, verify

KEY = a_key("someone")
PUBLIC = KEY.public_key().public_bytes_raw()
PAYLOAD = b'{"a":1}'


def fits(envelope, kind=Kind.EVENT, tenant="t-1", signer="d-1", key=PUBLIC):
    refused = code_of(lambda: verify(envelope, kind, tenant, signer, key))
    assert refused in {None, Code.BAD_SIGNATURE}
    return refused is None


GOOD = seal(Kind.EVENT, "t-1", PAYLOAD, "d-1", KEY)


def test_a_sealed_envelope_fits():
    assert fits(GOOD)
    assert GOOD.event_id == GOOD.digest


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind is not Kind.EVENT])
def test_a_signature_for_one_kind_fits_no_other(kind):
    assert not fits(GOOD, kind=kind)
    assert not fits(Envelope(kind, PAYLOAD, GOOD.signatures), kind=kind)


def test_a_signature_for_one_tenant_fits_no_other():
    assert not fits(GOOD, tenant="t-2")


def test_a_signature_is_one_devices():
    assert not fits(GOOD, signer="d-2")
    assert not fits(GOOD, key=a_key("another").public_key().public_bytes_raw())
    assert not fits(Envelope(Kind.EVENT, PAYLOAD, ()))
    assert not fits(GOOD, key=b"short")
    assert not fits(GOOD, key=bytes(32))


@given(st.integers(0, len(PAYLOAD) - 1), st.integers(0, 7))
def test_one_bit_of_the_bytes_is_enough(place, bit):
    payload = bytearray(PAYLOAD)
    payload[place] ^= 1 << bit
    assert not fits(Envelope(Kind.EVENT, bytes(payload), GOOD.signatures))


@given(st.integers(0, 63), st.integers(0, 7))
def test_one_bit_of_the_signature_is_enough(place, bit):
    value = bytearray(GOOD.signatures[0].value)
    value[place] ^= 1 << bit
    assert not fits(Envelope(Kind.EVENT, PAYLOAD, (Signature("d-1", bytes(value)),)))


def test_a_bad_signature_beside_a_good_one_of_the_same_device_spoils_nothing():
    bad = Signature("d-1", bytes(64))
    assert fits(Envelope(Kind.EVENT, PAYLOAD, (bad, *GOOD.signatures)))


@given(
    st.tuples(st.sampled_from(Kind), st.text(max_size=8), st.binary(max_size=8)),
    st.tuples(st.sampled_from(Kind), st.text(max_size=8), st.binary(max_size=8)),
)
def test_what_is_signed_can_be_read_in_one_way_only(one, other):
    assert (signed_bytes(*one) == signed_bytes(*other)) == (one == other)


def test_bytes_that_decode_to_the_same_are_not_the_same_bytes():
    spaced = Envelope(Kind.EVENT, b'{"a": 1}', (sign(Kind.EVENT, "t-1", PAYLOAD, "d-1", KEY),))
    assert not fits(spaced)
