"""Bounds of values that travel: what is outside them is refused when it is read."""

import json
from datetime import UTC, datetime, timedelta, timezone

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.english import says_several
from support.packets import NOON, PaperOffice

from sync.errors import CATALOGUE, Code, SohopError
from sync.model.annotation import Mark, MarkKind, Rect
from sync.model.events import Event, PutMark
from sync.model.ids import is_id, new_id
from sync.model.meeting import Manifest
from sync.model.names import given_name_key
from sync.model.people import names_of
from sync.model.text import check_moments, utc
from sync.wire.codec import decode_payload, encode_payload, pack, unpack

OFFICE = PaperOffice()
GOOD = Mark(
    id="k-1", document="d", sha256="0" * 64, page=0, kind=MarkKind.HIGHLIGHT, rects=(Rect(0, 1, 2, 3),)
)


def changed(value, **fields):
    return json.dumps({**json.loads(encode_payload(value)), **fields}).encode()


@pytest.mark.parametrize(
    "number", ["NaN", "Infinity", "-Infinity", "1e308", "1e999", "-14401", "14400.1", "null", '"1"', "true"]
)
def test_a_coordinate_outside_any_page_is_refused(number):
    data = encode_payload(GOOD).replace(b"[0.0,", b"[0,").replace(b"[[0,", f"[[{number},".encode())
    assert number.encode() in data
    with pytest.raises(SohopError, match="malformed"):
        decode_payload(data, Mark)


@pytest.mark.parametrize("number", [float("nan"), float("inf"), 1e308])
def test_a_coordinate_outside_any_page_is_refused_in_messages_too(number):
    with pytest.raises(SohopError, match="malformed"):
        unpack(pack(Rect(number, 0, 0, 0)), Rect)


@pytest.mark.parametrize(
    "fields",
    [
        {"page": -1},
        {"page": 20_000},
        {"rects": [[0, 0, 1, 1]] * 1_001},
        {"text": "x" * 20_001},
        {"sha256": "0" * 63},
        {"sha256": "G" * 64},
        {"id": ""},
        {"id": "k\n"},
        {"id": "k 1"},
        {"id": "-k"},
        {"replaces": ["0" * 64] * 65},
        {"quote": {"exact": "x" * 4_001}},
        {"kind": "scribble"},
        {"audience": "world"},
    ],
)
def test_a_mark_out_of_bounds_is_refused(fields):
    assert decode_payload(changed(GOOD), Mark) == GOOD
    with pytest.raises(SohopError, match="malformed"):
        decode_payload(changed(GOOD, **fields), Mark)


@pytest.mark.parametrize(
    "moment", ["0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-12:00", "2026-11-23T12:00:00", "soon", 1]
)
def test_a_moment_that_no_clock_shows_is_refused(moment):
    event = decode_payload(OFFICE.event(OFFICE.lan, PutMark(mark=GOOD)).payload, Event)
    with pytest.raises(SohopError, match="malformed"):
        decode_payload(changed(event, at=moment), Event)


def test_a_packet_from_before_the_calendar_is_refused():
    manifest = OFFICE.manifest()
    with pytest.raises(SohopError, match="malformed"):
        decode_payload(changed(manifest, lease="0001-01-01T00:00:00+14:00"), Manifest)


OFFSETS = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))


@given(st.datetimes(datetime(2, 1, 1), datetime(9_998, 12, 31), timezones=OFFSETS), OFFSETS)
def test_every_other_moment_survives_a_change_of_zone(moment, offset):
    check_moments(moment, None)
    assert moment.astimezone(offset) == moment


def test_a_moment_is_kept_to_the_millisecond():
    assert utc(1_700_000_000.1239).isoformat() == "2023-11-14T22:13:20.124000+00:00"
    assert utc(0) == datetime(1970, 1, 1, tzinfo=UTC)


@given(st.text(max_size=70))
def test_an_id_is_what_the_decoder_takes(text):
    def taken():
        try:
            decode_payload(changed(GOOD, id=text), Mark)
        except SohopError:
            return False
        return True

    assert is_id(text) == taken()


def test_fresh_ids_are_ids_and_differ():
    assert is_id(new_id("p"))
    assert new_id("p") != new_id("p")
    assert not is_id("m-1\n")


def test_names_stand_in_the_order_of_the_vietnamese_alphabet():
    names = ["Đỗ Văn Yên", "Trần Văn Đức", "Nguyễn Thị Ân", "Phạm Dũng", "Lê Anh", "Hà Ăn", "Bế Ái", "Vũ Ai"]
    assert sorted(names, key=given_name_key) == [
        "Vũ Ai",
        "Bế Ái",
        "Lê Anh",
        "Hà Ăn",
        "Nguyễn Thị Ân",
        "Phạm Dũng",
        "Trần Văn Đức",
        "Đỗ Văn Yên",
    ]


def test_people_of_one_given_name_stand_by_their_whole_name():
    names = ["Trần Thị Lan", "Lê Thị Lan", "Lan", "LÊ AN LAN"]
    assert sorted(names, key=given_name_key) == ["Lan", "LÊ AN LAN", "Lê Thị Lan", "Trần Thị Lan"]


def test_a_name_typed_in_another_normal_form_stands_in_the_same_place():
    composed, apart = "Nguyễn Thị Ân", "Nguyê\u0303n Thi\u0323 A\u0302n"
    assert given_name_key(composed)[:2] == given_name_key(apart)[:2]


@given(st.text(max_size=30))
def test_any_name_has_a_place(name):
    assert given_name_key(name) == given_name_key(name)


def test_names_of_a_roll():
    assert names_of(OFFICE.manifest().roll)["p-lan"] == "Lan"


@pytest.mark.parametrize("code", Code)
def test_every_error_has_a_sentence_in_both_languages(code):
    entry = CATALOGUE[code]
    fields = {
        name for name in ("left", "seconds", "most", "name", "where", "what") if f"{{{name}}}" in entry.vi
    }
    assert fields == {
        name for name in ("left", "seconds", "most", "name", "where", "what") if f"{{{name}}}" in entry.en
    }
    error = SohopError(code)
    assert "{" not in error.sentence("vi") + error.sentence("en")
    assert str(error).startswith(f"{code}: ")
    assert error.retry is entry.retry
    assert not says_several(entry.en)


def test_an_error_takes_whatever_names_a_hub_gives_its_fields():
    hostile = {"code": "x", "self": "{seconds.__class__}", "seconds": "{left}"}
    error = SohopError(Code.WRONG_PASSPHRASE, **hostile)
    assert error.code is Code.WRONG_PASSPHRASE
    assert "{left}" in error.sentence("en")


def test_a_version_beyond_bounds_is_refused():
    manifest = OFFICE.manifest()
    for version in (0, -1, 2**31 + 1, 2**63 - 1, 2**70):
        with pytest.raises(SohopError, match="malformed"):
            decode_payload(changed(manifest, version=version), Manifest)


def test_unknown_fields_of_a_later_program_are_passed_over():
    assert decode_payload(changed(GOOD, shape="star"), Mark) == GOOD
    assert msgspec.structs.replace(GOOD, text="x") != GOOD
    assert NOON.tzinfo is UTC
