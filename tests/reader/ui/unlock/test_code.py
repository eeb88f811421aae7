from __future__ import annotations

import pytest

from reader.ui.unlock import code
from reader.ui.unlock.strength import Strength, strength
from sync.wire.invitation import Invitation, link, new_secret, shown


def typed(text: str) -> code.Typed:
    """The field after `text` was typed key by key."""
    now = code.read("", 0)
    for letter in text:
        at = now.cursor
        now = code.read(now.shown[:at] + letter + now.shown[at:], at + 1)
    return now


def test_hyphens_come_by_themselves() -> None:
    assert typed("abcde").shown == "ABCDE"
    assert typed("abcdef").shown == "ABCDE-F"
    whole = typed("k7m2p9qx4tr3h8vwz5cd")
    assert whole.shown == "K7M2P-9QX4T-R3H8V-WZ5CD"
    assert (whole.state, whole.left, whole.cursor) == (code.CodeState.WHOLE, 0, 23)


def test_lookalikes_are_forgiven() -> None:
    assert typed("oil").shown == "011"


def test_a_letter_no_code_holds_is_dropped_and_named() -> None:
    found = typed("abu")
    assert found.shown == "AB"
    assert found.state is code.CodeState.WRONG_LETTER
    assert found.wrong == "U"


def test_a_pasted_code_with_spaces_is_taken_and_more_than_twenty_is_cut() -> None:
    secret = new_secret()
    assert code.read(f" {shown(secret).lower().replace('-', ' ')} ", 25).shown == shown(secret)
    assert code.read(secret + "99", 22).shown == shown(secret)


@pytest.mark.parametrize("place", range(1, 6))
def test_typing_in_the_middle_keeps_the_cursor_beside_the_letter(place: int) -> None:
    before = "ABCDE-FGH"
    at = min(place, 5)
    found = code.read(before[:at] + "9" + before[at:], at + 1)
    assert found.shown.replace("-", "").index("9") == at
    assert found.shown[found.cursor - 1] == "9" or found.shown[found.cursor - 2] == "9"


def test_links() -> None:
    text = link(Invitation(address="https://hop.example", secret=new_secret()))
    assert code.is_link(f"  {text}\n")
    assert not code.is_link(text[:-60].replace("code", "c"))
    assert code.looks_like_link("sohop://en")
    assert not code.looks_like_link("ABCDE")


@pytest.mark.parametrize(
    ("text", "address"),
    [
        (" hop.suoilam.example:8443/ ", "https://hop.suoilam.example:8443"),
        ("HTTP://127.0.0.1:8000", "http://127.0.0.1:8000"),
        ("ftp://x", ""),
        ("hai chữ", ""),
        ("", ""),
    ],
)
def test_addresses(text: str, address: str) -> None:
    assert code.tidy_address(text) == address


@pytest.mark.parametrize(
    ("passphrase", "found"),
    [
        ("", Strength.EMPTY),
        ("Aa1!xyz", Strength.SHORT),
        ("Aa1!xyzt", Strength.WEAK),
        ("aaaaaaaaaaaaaaaaaaaaaaaa", Strength.WEAK),
        ("sông xanh 2027", Strength.FAIR),
        ("suối trong bản nhỏ mùa lúa", Strength.GOOD),
        ("bốn chữ vẫn tốt", Strength.GOOD),
    ],
)
def test_only_length_counts(passphrase: str, found: Strength) -> None:
    assert strength(passphrase) is found
