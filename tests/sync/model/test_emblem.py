"""An emblem is pixels and nothing else: whoever paints it meets no surprise."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.packets import code_of
from support.pictures import a_png, part

from sync.errors import Code
from sync.model.emblem import MOST_BYTES, check_emblem, only_pixels

_HEAD = b"\x89PNG\r\n\x1a\n"


def refused(data: bytes) -> bool:
    return code_of(lambda: check_emblem(data)) is Code.EMBLEM_WRONG


@pytest.mark.parametrize("side", [16, 64, 256])
def test_a_plain_png_is_an_emblem(side: int) -> None:
    check_emblem(a_png(side))


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"", id="nothing"),
        pytest.param(b"<svg/>", id="a drawing"),
        pytest.param(a_png(8), id="too small"),
        pytest.param(a_png(257), id="too large"),
        pytest.param(a_png(64)[:-1], id="cut"),
        pytest.param(a_png(64) + b"x", id="with a tail"),
        pytest.param(a_png(64, extra=part(b"tEXt", b"Comment\x00x")), id="with words"),
        pytest.param(a_png(64, extra=part(b"acTL", bytes(8))), id="moving"),
        pytest.param(a_png(64, rows=65), id="more rows than it says"),
        pytest.param(a_png(64, rows=63), id="fewer rows"),
        pytest.param(a_png(64, header=bytes((16, 6, 0, 0, 0))), id="sixteen bits"),
        pytest.param(a_png(64, header=bytes((8, 6, 0, 0, 1))), id="interlaced"),
        pytest.param(a_png(64, extra=part(b"IHDR", bytes(13))), id="two headers"),
        pytest.param(a_png(64, extra=part(b"PLTE", bytes(3 * 257))), id="more colours than there are"),
        pytest.param(a_png(64, extra=part(b"PLTE", bytes(3)) * 2), id="two palettes"),
        pytest.param(a_png(64, extra=part(b"tRNS", bytes(257))), id="words for colours"),
        pytest.param(a_png(64).replace(part(b"IEND", b""), part(b"IEND", b"x")), id="words at the end"),
        pytest.param(
            a_png(64).replace(part(b"IEND", b""), part(b"IDAT", b"words") + part(b"IEND", b"")),
            id="words behind the pixels",
        ),
        pytest.param(a_png(64) + bytes(MOST_BYTES), id="too many bytes"),
        pytest.param(_HEAD + part(b"IDAT", b"") + part(b"IEND", b""), id="no header"),
        pytest.param(_HEAD + part(b"IHDR", b"short") + part(b"IEND", b""), id="a short header"),
    ],
)
def test_anything_else_is_refused(data: bytes) -> None:
    assert refused(data)


def test_a_bomb_is_not_unpacked() -> None:
    assert refused(a_png(64, rows=100_000))


def test_words_are_taken_out_of_a_picture() -> None:
    assert only_pixels(a_png(64, extra=part(b"tEXt", b"Author\x00x"))) == a_png(64)


@given(st.binary(max_size=400))
def test_no_bytes_end_in_anything_but_the_refusal(data: bytes) -> None:
    assert refused(data)
    assert refused(_HEAD + data)


@given(st.integers(0, len(a_png(16)) - 1), st.integers(1, 255))
def test_a_changed_byte_is_noticed(place: int, by: int) -> None:
    data = bytearray(a_png(16))
    data[place] ^= by
    assert refused(bytes(data))
