"""An address of a room hub as people type, paste and scan it."""

from __future__ import annotations

from ipaddress import IPv4Address

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync.engine.rooms import room_address
from sync.errors import Code, SohopError

WANTED = "https://192.168.1.20:8744"


@pytest.mark.parametrize(
    "typed",
    [
        "192.168.1.20",
        "192.168.1.20:8744",
        " 192.168.1.20 \n",
        "192,168,1,20",
        "192.168.1.20.",
        "192.168.1.20/",
        "192. 168. 1. 20",
        "http://192.168.1.20:8744",
        "http://192.168.1.20:8744/",
        "https://192.168.1.20",
        "HTTPS://192.168.1.20:8744",
        "“192.168.1.20”",
        "192.168.1.20：8744",
        "\u200b192.168.1.20\u00a0",
        "１９２.168.1.20",
        "\u202a192.168.1.20:8744\u202c",
    ],
)
def test_what_is_on_the_projector_is_understood_however_it_comes(typed: str) -> None:
    assert room_address(typed) == WANTED


@given(
    st.ip_addresses(v=4), st.integers(1, 65_535), st.booleans(), st.sampled_from(["", "http://", "https://"])
)
def test_every_square_can_be_pasted(ip: IPv4Address, port: int, short: bool, before: str) -> None:
    shown = f"{ip}" if short else f"{ip}:{port}"
    assert room_address(before + shown) == f"https://{ip}:{8744 if short else port}"


@pytest.mark.parametrize(
    "typed", ["", " ", "http://", "ftp://192.168.1.20", "a b@c", "192.168.1.20:99999", "x/y", "[::1"]
)
def test_what_is_none_is_refused(typed: str) -> None:
    assert read(typed) is Code.MALFORMED


@given(st.text(max_size=60))
def test_nothing_that_is_typed_breaks_it(typed: str) -> None:
    found = read(typed)
    assert found is Code.MALFORMED or found.startswith("https://")


def read(typed: str) -> str | Code:
    try:
        return room_address(typed)
    except SohopError as error:
        return error.code
