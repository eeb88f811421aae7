"""Finding, selecting and quoting on words alone."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.pdf.text import (
    Selection,
    Word,
    find_in_words,
    fold,
    quote,
    rects_of,
    snippet,
    text_of,
    word_at,
    words_between,
)


def lay_out(*lines):
    return [
        Word(10.0 + 50 * no, 20.0 * row, 50.0 + 50 * no, 20.0 * row + 12, text, row // 3, row % 3, no)
        for row, line in enumerate(lines)
        for no, text in enumerate(line.split())
    ]


WORDS = lay_out("Nâng cấp đường", "liên thôn Hoà Bình", "và hòa giải", "Điều 1. Thông qua")


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Đường", "duong"),
        ("hoà", "hoa"),
        ("hòa", "hoa"),
        ("ƯỚC", "uoc"),
        ("Ðồng", "dong"),
        ("ﬁ", "fi"),
        ("", ""),
    ],
)
def test_fold(text, plain):
    for form in ("NFC", "NFD"):
        assert fold(unicodedata.normalize(form, text)) == plain


@given(st.text())
def test_folding_twice_is_folding_once_and_forms_do_not_matter(text):
    assert fold(fold(text)) == fold(text)
    assert fold(unicodedata.normalize("NFC", text)) == fold(unicodedata.normalize("NFD", text))


def test_a_phrase_is_found_across_a_line_end_with_a_box_a_line():
    (hit,) = find_in_words(WORDS, "  duong   LIEN thon ", page=7)
    assert (hit.page, hit.first, hit.last, len(hit.rects)) == (7, 2, 4, 2)
    assert hit.rects[1].x1 == WORDS[4].x1


def test_a_part_of_a_word_is_found_with_its_part_of_the_box():
    (hit,) = find_in_words(WORDS, "uon")
    assert (hit.first, hit.last) == (2, 2)
    assert WORDS[2].x0 < hit.rects[0].x0 < hit.rects[0].x1 < WORDS[2].x1


def test_exact_minds_accents_and_case_but_not_the_unicode_form():
    assert len(find_in_words(WORDS, "hoa")) == 2
    assert [h.first for h in find_in_words(WORDS, unicodedata.normalize("NFD", "hòa"), exact=True)] == [8]
    assert find_in_words(WORDS, "hoa", exact=True) == []


@pytest.mark.parametrize("query", ["", "   ", "\u0301"])
def test_an_empty_query_finds_nothing(query):
    assert find_in_words(WORDS, query) == []


def test_a_drag_selects_in_reading_order_whichever_way_it_goes():
    down = words_between(WORDS, (70.0, 5.0), (120.0, 25.0))
    up = words_between(WORDS, (120.0, 25.0), (70.0, 5.0))
    assert down == up == Selection(1, 5)
    assert text_of(WORDS, down) == "cấp đường\nliên thôn Hoà"
    assert len(rects_of(WORDS, down)) == 2
    assert words_between([], (0.0, 0.0), (1.0, 1.0)) is None


def test_the_word_under_a_point():
    assert word_at(WORDS, (30.0, 5.0)) == 0
    assert word_at(WORDS, (500.0, 5.0)) is None


def test_a_quotation_has_its_surroundings_in_nfc():
    words = [word._replace(text=unicodedata.normalize("NFD", word.text)) for word in WORDS]
    found = quote(words, Selection(3, 4))
    assert (found.exact, found.prefix, found.suffix) == (
        "liên thôn",
        "Nâng cấp đường",
        "Hoà Bình và hòa giải Điều 1. Thông qua"[:32],
    )


def test_a_snippet_shows_whole_words():
    words = lay_out("một " * 40 + "đích " + "hai " * 40)
    (hit,) = find_in_words(words, "dich")
    before, match, after = snippet(words, hit)
    assert match == "đích"
    assert set(before.split()) == {"một"}
    assert set(after.split()) == {"hai"}
