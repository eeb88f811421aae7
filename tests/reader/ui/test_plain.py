"""What delegates write is shown as words and nothing else."""

from __future__ import annotations

import unicodedata

import pytest

from reader.ui.plain import plain, plain_line, tip


def test_vietnamese_stays_as_it_is() -> None:
    text = "Đề nghị ghi rõ chiều dài đoạn còn lại – “mốc xong” là 30/6."
    assert plain(text) == text
    assert plain(unicodedata.normalize("NFD", text)) == text


@pytest.mark.parametrize(
    "hidden",
    [
        "\u202e",
        "\u2066",
        "\u2069",
        "\u200f",
        "\u061c",
        "\u200b",
        "\ufeff",
        "\x00",
        "\x1b",
        "\ue000",
        "\U000e0041",
    ],
)
def test_characters_that_reorder_or_hide_are_gone(hidden: str) -> None:
    assert plain(f"tán{hidden} thành") == "tán thành"


def test_line_breaks_stay_and_other_separators_become_line_breaks() -> None:
    assert plain("một\r\nhai\u2028ba\tbốn\u00a0năm") == "một\nhai\nba bốn năm"


def test_a_tower_of_accents_is_cut() -> None:
    assert len(plain("a" + "\u0323" * 500)) < 8


def test_one_line_has_no_break() -> None:
    assert plain_line(" một \n\n  hai\u202e ba ") == "một hai ba"


def test_markup_is_only_words() -> None:
    assert plain("<b>đậm</b><img src=x>") == "<b>đậm</b><img src=x>"


def test_a_tool_tip_shows_tags_and_fetches_nothing() -> None:
    assert tip("Tờ trình & báo cáo") == "Tờ trình & báo cáo"
    assert tip("<img src=//host/a>") == "<qt>&lt;img src=//host/a&gt;</qt>"
