"""Every whole frame that arrived is on disk, however the rest ends; nothing is without a bound."""

from __future__ import annotations

import asyncio
import itertools
import secrets
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from starlette.requests import Request
from starlette.types import Receive
from support.asgi import receiving, scope_of

from sync.errors import Code, SohopError
from sync.hub import bodies, uploads
from sync.hub.blobs import Blobs
from sync.wire.chunks import frame, joined
from sync.wire.codec import digest
from sync.wire.messages import MAX_BLOB, MAX_MISSING, MAX_UPLOAD

PIECES = [bytes([n]) * (1000 + n) for n in range(12)]


@pytest.fixture
def blobs(tmp_path: Path) -> Iterator[Blobs]:
    Blobs.make(tmp_path / "blobs")
    made = Blobs(tmp_path / "blobs", reserve=0)
    yield made
    made.close()


def receive(blobs: Blobs, receive: Receive, length: int | None = None) -> int:
    request = Request(scope_of("/v1/upload", length=length), receive)
    return asyncio.run(uploads.receive(request, blobs)).count


def refused(blobs: Blobs, parts: Iterable[bytes], *, whole: bool = True, length: int | None = None) -> Code:
    with pytest.raises(SohopError) as error:
        receive(blobs, receiving(parts, whole=whole), length)
    return error.value.code


def kept(blobs: Blobs, pieces: Iterable[bytes]) -> int:
    """How many of these, from the first, are here; none after them may be."""
    here = [blobs.has(digest(piece)) for piece in pieces]
    count = sum(here)
    assert all(here[:count])
    return count


def test_all_frames_are_stored_and_counted_once_each(blobs: Blobs, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(uploads, "GROUP", 5_000)
    stream = joined([*PIECES, PIECES[0]])
    parts = [stream[start : start + 777] for start in range(0, len(stream), 777)]
    assert receive(blobs, receiving(parts)) == len(PIECES)
    assert kept(blobs, PIECES) == len(PIECES)
    assert receive(blobs, receiving([])) == 0


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(cut=st.integers(0, 12_000), part=st.integers(50, 9_000))
def test_a_cut_costs_at_most_the_frame_under_way(blobs: Blobs, cut: int, part: int) -> None:
    salt = secrets.token_bytes(8)  # the folder is the same for all examples
    pieces = [salt + piece for piece in PIECES]
    stream = joined(pieces)[:cut]
    parts = [stream[start : start + part] for start in range(0, len(stream), part)]
    assert refused(blobs, parts, whole=False) is Code.OFFLINE
    whole = sum(end <= cut for end in itertools.accumulate(4 + len(piece) for piece in pieces))
    assert kept(blobs, pieces) == whole


def test_a_silent_sender_is_let_go_and_its_frames_are_kept(
    blobs: Blobs, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bodies, "_SILENCE_S", 0.01)
    first = receiving([joined(PIECES[:3]) + b"\x00"], whole=False)
    began = False

    async def silent() -> dict[str, object]:
        nonlocal began
        if began:
            await asyncio.get_running_loop().create_future()
        began = True
        return dict(await first())

    with pytest.raises(SohopError) as error:
        receive(blobs, silent)
    assert error.value.code is Code.TIMEOUT
    assert kept(blobs, PIECES) == 3


def test_one_byte_a_second_is_no_line(blobs: Blobs, monkeypatch: pytest.MonkeyPatch) -> None:
    seconds = itertools.count()
    monkeypatch.setattr(bodies, "monotonic", lambda: float(next(seconds)))
    came = itertools.count()
    stream = joined(PIECES)
    parts = (stream[next(came) :][:1] for _ in stream)
    assert refused(blobs, parts) is Code.TIMEOUT
    assert 50 < next(came) < 100


def test_a_slow_sender_is_served_to_the_end(blobs: Blobs, monkeypatch: pytest.MonkeyPatch) -> None:
    seconds = itertools.count(step=10)
    monkeypatch.setattr(bodies, "monotonic", lambda: float(next(seconds)))
    stream = joined(PIECES)
    parts = [stream[start : start + 1000] for start in range(0, len(stream), 1000)]
    assert receive(blobs, receiving(parts)) == len(PIECES)


def test_an_endless_body_is_bounded_and_what_came_whole_is_kept(blobs: Blobs) -> None:
    pieces = [n.to_bytes(4, "big") * 2**18 for n in range(MAX_UPLOAD // 2**20 + 2)]
    assert refused(blobs, map(frame, pieces)) is Code.TOO_LARGE
    assert kept(blobs, pieces) == MAX_UPLOAD // 2**20
    assert refused(blobs, [], length=2 * MAX_UPLOAD) is Code.TOO_LARGE
    assert refused(blobs, [], length=10**40) is Code.TOO_LARGE


@pytest.mark.parametrize(
    ("stream", "code"),
    [
        (frame(b""), Code.MALFORMED),
        (frame(b"abc")[:-1], Code.MALFORMED),
        (b"\x00", Code.MALFORMED),
        ((MAX_BLOB + 1).to_bytes(4, "big"), Code.TOO_LARGE),
        (b"\xff\xff\xff\xff", Code.TOO_LARGE),
    ],
)
def test_a_bad_frame_ends_it_and_those_before_are_kept(blobs: Blobs, stream: bytes, code: Code) -> None:
    assert refused(blobs, [joined(PIECES[:5]) + stream]) is code
    assert kept(blobs, PIECES) == 5


def test_too_many_small_frames_are_refused(blobs: Blobs) -> None:
    assert refused(blobs, [frame(b"x") * (MAX_MISSING + 1)]) is Code.TOO_LARGE


def test_a_full_disk_is_said_before_anything_is_acknowledged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(uploads, "GROUP", 3_000)
    Blobs.make(tmp_path / "full")
    full = Blobs(tmp_path / "full", reserve=2**60)
    assert refused(full, [joined(PIECES)]) is Code.DISK_FULL
    assert refused(full, map(frame, PIECES)) is Code.DISK_FULL
    assert kept(full, PIECES) == 0
    full.close()


def test_lacking_names_exactly_what_is_not_here(blobs: Blobs) -> None:
    blobs.put(PIECES[:3])
    raw = tuple(bytes.fromhex(digest(piece)) for piece in PIECES)
    assert uploads.lacking(blobs, raw) == raw[3:]
    assert uploads.lacking(blobs, ()) == ()
