"""Chunks follow the content; frames may be cut anywhere on the line."""

import random
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync.errors import Code, SohopError
from sync.model.meeting import MAX_CHUNK_BYTES
from sync.wire.chunks import AVERAGE, SMALLEST, FrameReader, cut, frame, joined, pieces
from sync.wire.codec import digest

DATA = random.Random(7).randbytes(600_000)


def test_sizes_add_up_and_bytes_are_kept():
    chunks = cut(DATA)
    assert sum(chunk.size for chunk in chunks) == len(DATA)
    assert b"".join(piece for _, piece in pieces(DATA)) == DATA
    assert all(digest(piece) == chunk.digest for chunk, piece in pieces(DATA))


def test_every_chunk_but_the_last_is_within_bounds():
    sizes = [chunk.size for chunk in cut(DATA)]
    assert all(SMALLEST <= size <= MAX_CHUNK_BYTES for size in sizes[:-1])
    assert AVERAGE / 2 < len(DATA) / len(sizes) < AVERAGE * 2


def test_equal_bytes_give_equal_chunks():
    assert cut(DATA) == cut(bytearray(DATA)) == cut(memoryview(DATA))


def test_nothing_gives_no_chunk_and_a_byte_gives_one():
    assert cut(b"") == []
    assert [chunk.size for chunk in cut(b"x")] == [1]


def test_a_long_run_of_one_byte_is_cut_at_the_largest_size():
    assert max(chunk.size for chunk in cut(bytes(500_000))) <= MAX_CHUNK_BYTES


def test_shifted_content_uses_the_same_chunks_again():
    before = {chunk.digest for chunk in cut(DATA)}
    after = cut(DATA[:200_000] + b"a sentence that was put in" + DATA[200_000:])
    fresh = sum(chunk.size for chunk in after if chunk.digest not in before)
    assert fresh < 3 * MAX_CHUNK_BYTES < len(DATA) / 3


FRAMES = st.lists(st.binary(max_size=40), max_size=8)


@given(FRAMES, st.lists(st.integers(0, 400), max_size=10))
def test_frames_come_whole_however_the_stream_is_cut(frames, cuts):
    stream = joined(frames)
    places = sorted({0, len(stream), *(place for place in cuts if place < len(stream))})
    reader = FrameReader(limit=40)
    got = []
    for start, end in pairwise(places):
        got += reader.feed(stream[start:end])
    assert got == frames
    assert reader.empty


def test_a_frame_that_was_taken_does_not_come_again():
    reader = FrameReader()
    first = reader.feed(joined([b"one", b"two"]))
    assert next(first) == b"one"
    first.close()
    assert list(reader.feed(frame(b"three"))) == [b"two", b"three"]


def test_a_stream_that_was_cut_is_not_empty():
    reader = FrameReader()
    assert list(reader.feed(frame(b"abc")[:-1])) == []
    assert not reader.empty


@given(FRAMES, st.lists(st.integers(0, 400), max_size=6), st.integers(1, 60))
def test_a_stream_that_is_cut_anywhere_goes_on_at_the_byte(frames, cuts, part):
    """At each cut a new reader takes back what the last one had; the stream begins behind it."""
    stream = joined(frames)
    got, came, unfinished = [], 0, b""
    for end in [*sorted(place for place in cuts if place < len(stream)), len(stream)]:
        reader = FrameReader(40, unfinished)
        for start in range(came, end, part):
            got += reader.feed(stream[start : min(start + part, end)])
        came, unfinished = max(came, end), reader.unfinished
        assert joined(got) + unfinished == stream[:came]
        # As ``skip`` it is shorter than the frame that it belongs to.
        assert (
            len(unfinished) < 4 + (len(frames[len(got)]) if len(got) < len(frames) else 0) or not unfinished
        )
    assert (got, unfinished) == (frames, b"")


def test_whole_frames_that_nobody_took_are_not_unfinished():
    reader = FrameReader()
    taken = reader.feed(joined([b"one", b"two", b"three"])[:-1])
    assert next(taken) == b"one"
    taken.close()
    assert reader.unfinished == b""
    assert list(reader.feed(b"")) == [b"two"]
    assert reader.unfinished == frame(b"three")[:-1]


def test_more_than_a_frame_cannot_be_taken_back():
    assert FrameReader(10, bytes(14)).unfinished == b""
    with pytest.raises(SohopError) as caught:
        FrameReader(10, bytes(15))
    assert caught.value.code is Code.TOO_LARGE
    with pytest.raises(SohopError):
        list(FrameReader(10, b"\x00\x00\x00\x0b").feed(b""))


def test_a_frame_over_the_limit_is_refused_by_its_length_alone():
    reader = FrameReader(limit=10)
    assert list(reader.feed(frame(b"x" * 10))) == [b"x" * 10]
    with pytest.raises(SohopError) as caught:
        list(reader.feed((11).to_bytes(4, "big")))
    assert caught.value.code is Code.TOO_LARGE
    with pytest.raises(SohopError):
        list(FrameReader().feed(b"\xff\xff\xff\xff"))


def test_good_frames_before_a_bad_one_are_given():
    reader = FrameReader(limit=3)
    stream = reader.feed(frame(b"abc") + frame(b"abcd"))
    assert next(stream) == b"abc"
    with pytest.raises(SohopError):
        next(stream)
