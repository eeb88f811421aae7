"""A patch makes exactly the document, or nothing; and is small when little has changed."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from pathlib import Path

import pytest
from backports import zstd
from hypothesis import given, settings
from hypothesis import strategies as st

from sync.errors import Code, SohopError
from sync.wire import patch as patches
from sync.wire.codec import digest
from sync.wire.patch import MAX_PATCHED, PIECE, apply, cut_patch, make

SEEDED = random.Random(11)
BASE = SEEDED.randbytes(300_000)
TARGET = BASE[:1000] + b"a sentence" + BASE[1000:200_000] + SEEDED.randbytes(3_000) + BASE[150_000:]


def attempt(base: bytes, patch: bytes, size: int) -> bytes | Code:
    try:
        return apply(base, patch, size)
    except SohopError as error:
        return error.code


def code_of(base: bytes, patch: bytes, size: int) -> Code:
    code = attempt(base, patch, size)
    assert isinstance(code, Code)
    return code


@given(st.binary(max_size=3_000), st.binary(min_size=1, max_size=3_000), st.integers(0, 3_000))
def test_a_patch_makes_the_document(base: bytes, more: bytes, keep: int) -> None:
    target = base[:keep] + more
    assert apply(base, make(base, target), len(target)) == target


def test_a_patch_holds_little_more_than_what_is_new() -> None:
    patch = make(BASE, TARGET)
    assert len(patch) < 3_000 + 200
    assert apply(BASE, patch, len(TARGET)) == TARGET


@pytest.mark.parametrize("megabytes", [3, 5, 33])
def test_what_moved_far_is_found_at_every_level(megabytes: int) -> None:
    base = random.Random(megabytes).randbytes(megabytes << 20)
    middle = len(base) // 2
    target = base[middle:] + b"new" + base[:middle]
    patch = make(base, target)
    assert len(patch) < len(base) / 400
    assert apply(base, patch, len(target)) == target


def test_the_same_pair_gives_the_same_patch() -> None:
    assert make(BASE, TARGET) == make(BASE, TARGET)


def test_a_patch_for_another_base_does_not_make_the_document() -> None:
    made = attempt(bytes(len(BASE)), make(BASE, TARGET), len(TARGET))
    assert made is Code.MALFORMED or (isinstance(made, bytes) and digest(made) != digest(TARGET))


@settings(max_examples=60)
@given(st.data())
def test_a_spoilt_patch_is_an_error_or_makes_exactly_that_many_bytes(data: st.DataObject) -> None:
    patch = bytearray(make(BASE[:20_000], TARGET[:21_000]))
    for _ in range(data.draw(st.integers(1, 4))):
        patch[data.draw(st.integers(0, len(patch) - 1))] = data.draw(st.integers(0, 255))
    end = data.draw(st.integers(0, len(patch)) | st.just(len(patch)))
    made = attempt(BASE[:20_000], bytes(patch[:end]), 21_000)
    assert made in {Code.MALFORMED, Code.TOO_LARGE} or len(made) == 21_000


@given(st.binary(max_size=200))
def test_bytes_that_are_no_patch_are_an_error(noise: bytes) -> None:
    assert code_of(BASE, noise, 1_000) in {Code.MALFORMED, Code.TOO_LARGE}


def test_a_patch_that_makes_more_or_less_is_refused() -> None:
    patch = make(BASE, TARGET)
    assert code_of(BASE, patch, len(TARGET) - 1) is Code.TOO_LARGE
    assert code_of(BASE, patch, len(TARGET) + 1) is Code.MALFORMED
    assert code_of(BASE, patch + b"\x00", len(TARGET)) is Code.MALFORMED
    assert code_of(BASE, patch * 2, len(TARGET)) is Code.MALFORMED
    assert code_of(BASE, patch[:-1], len(TARGET)) is Code.MALFORMED
    silent = zstd.compress(TARGET, options={int(zstd.CompressionParameter.content_size_flag): 0})
    assert code_of(BASE, silent, len(TARGET)) is Code.MALFORMED


def liar(size: int, blocks: int, block: int) -> bytes:
    """A frame that says it makes ``size`` bytes, and holds ``blocks`` times ``block`` (RFC 8878, 3.1.1)."""
    run = (1 << 1 | block << 3).to_bytes(3, "little") + b"x"
    last = (1 | 1 << 1 | block << 3).to_bytes(3, "little") + b"x"
    return b"\x28\xb5\x2f\xfd\xa0" + size.to_bytes(4, "little") + run * (blocks - 1) + last


def test_a_patch_that_lies_about_its_size_is_refused() -> None:
    assert attempt(b"", liar(3_000, 3, 1_000), 3_000) == b"x" * 3_000
    assert code_of(b"", liar(3_000, 4, 1_000), 3_000) is Code.MALFORMED
    assert code_of(b"", liar(3_000, 2, 1_000), 3_000) is Code.MALFORMED
    assert code_of(b"", liar(2**31, 4, 1_000), 3_000) is Code.TOO_LARGE


def test_a_bomb_costs_no_memory() -> None:
    program = (
        "import resource\n"
        "from test_patch import *\n"
        "before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss\n"
        "codes = [code_of(BASE, liar(200_000, 8_192, 131_072), 200_000)]\n"
        "codes.append(code_of(BASE, liar(2**30, 8_192, 131_072), 200_000))\n"
        "codes.append(code_of(BASE, b'\\x28\\xb5\\x2f\\xfd\\x40\\x98' + bytes(500), 256))\n"
        "print(*codes, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)\n"
    )
    here = Path(__file__).resolve()
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join([str(here.parents[3]), str(here.parent)])},
    )
    *codes, kib = done.stdout.split()
    assert codes == ["malformed", "too_large", "malformed"]
    assert int(kib) < 16 * 1024


def test_long_documents_are_not_patched(monkeypatch: pytest.MonkeyPatch) -> None:
    assert code_of(b"", b"", MAX_PATCHED + 1) is Code.TOO_LARGE
    monkeypatch.setattr(patches, "MAX_PATCHED", 1_000)
    with pytest.raises(SohopError):
        make(bytes(1_001), b"x")


def test_pieces_are_of_one_size_and_join_to_the_patch() -> None:
    patch = SEEDED.randbytes(PIECE * 2 + 5)
    cut = cut_patch(patch)
    assert [chunk.size for chunk, _ in cut] == [PIECE, PIECE, 5]
    assert b"".join(piece for _, piece in cut) == patch
    assert all(digest(piece) == chunk.digest for chunk, piece in cut)
    assert cut_patch(b"") == []
