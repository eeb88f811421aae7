"""Decoders are bounded and strict."""

import subprocess
import sys
from functools import partial

import msgspec
import pytest
from backports import zstd
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import Struct
from support.packets import code_of

from sync.errors import Code, SohopError
from sync.model.events import Event
from sync.model.meeting import Manifest
from sync.wire import codec
from sync.wire.codec import decode_payload, digest, encode_payload, pack, unpack
from sync.wire.messages import MAX_SEQ, Delivered, ExchangeReply, Receipt, Refusal


class Small(Struct, frozen=True):
    a: int
    b: str = ""


def test_what_was_packed_is_unpacked():
    assert unpack(pack(Small(1, "ô")), Small) == Small(1, "ô")
    assert decode_payload(encode_payload(Small(1, "ô")), Small) == Small(1, "ô")
    assert encode_payload(Small(1)) == b'{"a":1,"b":""}'


def test_a_bomb_is_refused_before_it_is_unpacked():
    bomb = zstd.compress(b"\x00" * 50_000_000)
    assert len(bomb) < 10_000
    assert code_of(lambda: unpack(bomb, bytes, limit=1_000_000)) is Code.TOO_LARGE


def test_the_limit_is_exact():
    plain = msgspec.msgpack.encode(b"x" * 100)
    assert unpack(zstd.compress(plain), bytes, limit=len(plain)) == b"x" * 100
    assert code_of(lambda: unpack(zstd.compress(plain), bytes, limit=len(plain) - 1)) is Code.TOO_LARGE


GOOD = pack(Small(1))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<!DOCTYPE html><title>Wi-Fi</title>",
        GOOD + b"x",
        GOOD + GOOD,
        GOOD[:-1],
        zstd.compress(b""),
        zstd.compress(msgspec.msgpack.encode(Small(1)) + b"\x00"),
        zstd.compress(msgspec.msgpack.encode({"b": "x"})),
        zstd.compress(msgspec.msgpack.encode({"a": "1"})),
        zstd.compress(msgspec.msgpack.encode([1])),
        zstd.compress(b"\x82\xa1a\x01\xa1b\xa1\xff"),
        zstd.compress(b"\xc1"),
    ],
)
def test_anything_else_is_malformed(data):
    assert code_of(lambda: unpack(data, Small)) is Code.MALFORMED


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{",
        b'{"a":1} {}',
        b'{"a":1.5}',
        b'{"a":1,"b":"\xff"}',
        b"\xef\xbb\xbf{}",
        b'{"a":NaN}',
        b'{"a":true}',
    ],
)
def test_a_payload_that_is_not_one_value_is_malformed(data):
    assert code_of(lambda: decode_payload(data, Small)) is Code.MALFORMED


def test_deep_nesting_ends_in_an_error_and_not_in_a_crash():
    deep = 200_000
    assert (
        code_of(lambda: decode_payload(b'{"a":1,"c":' + b"[" * deep + b"]" * deep + b"}", Small))
        is Code.MALFORMED
    )
    assert code_of(lambda: decode_payload(b"[" * deep, list)) is Code.MALFORMED
    packed = zstd.compress(b"\x82\xa1a\x01\xa1c" + b"\x91" * deep + b"\xc0")
    assert code_of(lambda: unpack(packed, Small)) is Code.MALFORMED


def test_a_payload_over_the_limit_is_not_read(monkeypatch):
    monkeypatch.setattr(codec, "MAX_PAYLOAD", 10)
    assert decode_payload(b'{"a":1234}', Small) == Small(1234)
    assert code_of(lambda: decode_payload(b'{"a":12345}', Small)) is Code.TOO_LARGE


def test_numbers_that_no_database_holds_are_refused():
    reply = {"state": b"", "time": "2026-11-23T00:00:00Z", "cursor": MAX_SEQ}
    assert unpack(pack(reply), ExchangeReply).cursor == MAX_SEQ
    for cursor in (MAX_SEQ + 1, 2**63, 2**64 - 1, -1):
        assert code_of(partial(unpack, pack({**reply, "cursor": cursor}), ExchangeReply)) is Code.MALFORMED
    delivered = [2**63, "2026-11-23T00:00:00Z", ["event", b"", []]]
    assert code_of(lambda: unpack(pack(delivered), Delivered)) is Code.MALFORMED


def test_a_recorded_moment_outside_the_calendar_is_refused():
    receipt = b'{"event":"%s","accepted":true,"recorded":"0001-01-01T00:00:00+14:00"}' % (b"0" * 64)
    assert code_of(lambda: decode_payload(receipt, Receipt)) is Code.MALFORMED


def test_a_refusal_cannot_fill_a_screen():
    long = {"code": "offline", "fields": {"name": "x" * 501}}
    many = {"code": "offline", "fields": {str(n): "" for n in range(9)}}
    assert code_of(lambda: unpack(pack(long), Refusal)) is Code.MALFORMED
    assert code_of(lambda: unpack(pack(many), Refusal)) is Code.MALFORMED
    assert code_of(lambda: unpack(pack({"code": "rm -rf"}), Refusal)) is Code.MALFORMED


@settings(max_examples=200)
@given(st.binary(max_size=60), st.sampled_from([Event, Manifest, Receipt, list, dict]))
def test_no_bytes_do_more_than_raise_by_name(data, kind):
    for read in (decode_payload, unpack, lambda d, k: unpack(zstd.compress(d), k)):
        assert code_of(partial(read, data, kind)) in {None, Code.MALFORMED, Code.TOO_LARGE}


def test_the_digest_is_sha_256():
    assert digest(b"abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"


_AT_ONCE = """
import sys, threading
from sync.errors import SohopError
from sync.model.events import Event
from sync.wire.codec import decode_payload
from sync.wire.messages import ExchangeRequest
sys.setswitchinterval(1e-7)
DATA = b'''{"tenant":"t-1","meeting":"m-1","person":"p-1","device":"d-1","seq":1,"at":"2026-01-01T00:00:00Z",
"body":{"type":"mark.sealed","id":"k-1","sealed":"AAAA"}}'''
start = threading.Barrier(8)
def read(kinds):
    start.wait()
    for kind in kinds:
        try:
            decode_payload(DATA, kind)
        except SohopError:
            pass
kinds = [Event, ExchangeRequest]
threads = [threading.Thread(target=read, args=(kinds[:: 1 - number % 2 * 2],)) for number in range(8)]
for thread in threads: thread.start()
for thread in threads: thread.join()
"""


def test_the_first_messages_may_come_at_once() -> None:
    """A hub that had just started crashed when two laptops sent the first events at the same moment."""
    done = subprocess.run([sys.executable, "-c", _AT_ONCE], capture_output=True, text=True, timeout=60)
    assert (done.returncode, done.stderr) == (0, "")


def test_what_stores_read_by_themselves_is_worked_out_at_import() -> None:
    """Such a reader in the vault's thread and ``unpack`` in the network's would learn one type at once."""
    code = "import sync.wire.messages as m, sync.wire.codec as c; print(len(c._known_msgpack))"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60
    )
    assert int(done.stdout) == 4  # Envelope, Turnout, ClosedMotion, PersonEntry


def test_a_message_of_which_a_byte_is_another_is_no_message() -> None:
    """What is not signed would be believed otherwise, such as the receipt of a note."""
    packed = pack(Refusal(code=Code.MALFORMED, fields={"at": "2026-01-01T00:00:00Z"}))
    for place in range(len(packed)):
        for bit in range(8):
            other = bytearray(packed)
            other[place] ^= 1 << bit
            try:
                read = unpack(bytes(other), Refusal)
            except SohopError:
                continue
            assert read == unpack(packed, Refusal), (place, bit)
