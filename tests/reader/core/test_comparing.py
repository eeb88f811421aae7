"""Comparing two versions of a document: what is told is all that changed, and nothing else."""

from __future__ import annotations

import time
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.core.comparing import Comparison, PageState, PageText, compare
from reader.pdf.stopping import StoppedError

WORDS = st.sampled_from(
    ["chi", "đầu", "tư", "phát", "triển", "12.400", "năm", "2027", "và", "của", "là", "các", "0"]
)
LINES = st.lists(WORDS, min_size=1, max_size=5).map(tuple)
PAGES = st.lists(LINES, max_size=6).map(lambda lines: PageText(tuple(lines)))
DOCUMENTS = st.lists(PAGES, max_size=6)


def page(*lines: str) -> PageText:
    return PageText(tuple(tuple(line.split()) for line in lines))


def distinct(pages: int, first: int = 0) -> list[PageText]:
    """Pages of twelve words that no other page has."""
    return [
        PageText(tuple(tuple(f"từ{first + number}.{line}.{n}" for n in range(4)) for line in range(3)))
        for number in range(pages)
    ]


def applied(old: list[PageText], told: Comparison, lengths: list[int]) -> list[list[str]]:
    """The new version, made of the old one and of what was told only."""
    moved = {one.page: one.was for one in told.pages if one.state is PageState.MOVED}
    stream = [word for n, text in enumerate(old) if n not in moved.values() for word in text.words]
    words: list[str] = []
    at = 0
    for edit in told.edits:
        words += stream[at : edit.at]
        assert tuple(stream[edit.at : edit.at + len(edit.removed)]) == edit.removed
        words += edit.added
        at = edit.at + len(edit.removed)
    words += stream[at:]
    pages = []
    for number, length in enumerate(lengths):
        source = moved.get(number)
        if source is not None:
            pages.append(list(old[source].words))
        else:
            pages.append(words[:length])
            words = words[length:]
    assert not words or not lengths
    return pages


@given(DOCUMENTS, DOCUMENTS)
def test_the_edits_turn_the_old_version_into_the_new(old: list[PageText], new: list[PageText]) -> None:
    told = compare(old, new)
    assert applied(old, told, [len(text.words) for text in new]) == [list(text.words) for text in new]
    assert [one.page for one in told.pages] == list(range(len(new)))


@given(DOCUMENTS, DOCUMENTS)
def test_edits_lie_on_their_page_and_have_its_words(old: list[PageText], new: list[PageText]) -> None:
    for one in compare(old, new).pages:
        for edit in one.edits:
            assert edit.page == one.page
            assert new[one.page].words[edit.start : edit.end] == edit.added
            assert edit.added or edit.removed


@given(DOCUMENTS)
def test_the_same_text_is_no_change(pages: list[PageText]) -> None:
    told = compare(pages, pages)
    assert told.edits == ()
    assert told.removed == ()
    for one in told.pages:
        assert one.state is (PageState.SAME if pages[one.page].lines else PageState.BLIND)


@given(st.integers(1, 8), st.integers(0, 8), st.integers(1, 4))
def test_pages_put_in_push_the_others_on(length: int, place: int, more: int) -> None:
    old, place = distinct(length), min(place, length)
    told = compare(old, [*old[:place], *distinct(more, 100), *old[place:]])
    new = range(place, place + more)
    assert [one.page for one in told.pages if one.state is PageState.NEW] == list(new)
    kept = [one for one in told.pages if one.page not in new]
    assert all(one.state is PageState.SAME and not one.edits for one in kept)
    assert [one.was for one in kept] == list(range(length))
    assert told.removed == ()


@given(st.integers(2, 8), st.integers(0, 7), st.integers(1, 4))
def test_pages_taken_out_are_told_and_change_no_other(length: int, place: int, fewer: int) -> None:
    old = distinct(length)
    gone = range(min(place, length - 1), min(place + fewer, length))
    told = compare(old, [text for n, text in enumerate(old) if n not in gone])
    assert told.removed == tuple(gone)
    assert all(one.state is PageState.SAME for one in told.pages)


@given(st.permutations(range(6)))
def test_pages_in_another_order_are_moved_and_not_changed(order: list[int]) -> None:
    old = distinct(6)
    told = compare(old, [old[number] for number in order])
    assert told.edits == ()
    assert [one.was for one in told.pages] == order
    assert told.unchanged == (order == sorted(order))


def test_two_figures_in_a_table_are_two_changes() -> None:
    old = [
        page("1", "Chi đầu tư phát triển", "11.250", "12.000", "2", "Chi thường xuyên", "33.480", "35.648")
    ]
    new = [
        page("1", "Chi đầu tư phát triển", "11.250", "12.400", "2", "Chi thường xuyên", "33.480", "35.248")
    ]
    (only,) = compare(old, new).pages
    assert only.state is PageState.CHANGED
    assert [(edit.removed, edit.added) for edit in only.edits] == [
        (("12.000",), ("12.400",)),
        (("35.648",), ("35.248",)),
    ]


def test_a_paragraph_put_in_changes_only_its_page_although_all_lines_move_on() -> None:
    lines = [f"dòng {n} của văn bản số {n * 7}" for n in range(30)]
    more = ["Điều mới 1 được thêm vào", "gồm hai dòng chữ"]
    old = [page(*lines[:10]), page(*lines[10:20]), page(*lines[20:])]
    pushed = [*lines[:4], *more, *lines[4:]]
    new = [page(*pushed[:10]), page(*pushed[10:20]), page(*pushed[20:30]), page(*pushed[30:])]
    told = compare(old, new)
    states = [one.state for one in told.pages]
    assert states == [PageState.CHANGED, PageState.SAME, PageState.SAME, PageState.SAME]
    assert [edit.added for edit in told.edits] == [tuple(" ".join(more).split())]
    assert [one.was for one in told.pages] == [0, 1, 2, 2]


def test_a_page_that_went_is_not_part_of_the_change_before_it() -> None:
    (a, b, c), more = distinct(3), distinct(2, 100)
    changed = PageText((*a.lines, ("12.400",)))
    told = compare([PageText((*a.lines, ("12.000",))), b, c], [changed, *more, c])
    assert [one.state for one in told.pages] == [
        PageState.CHANGED,
        PageState.NEW,
        PageState.NEW,
        PageState.SAME,
    ]
    assert [(edit.removed, edit.added) for edit in told.pages[0].edits] == [(("12.000",), ("12.400",))]
    assert told.removed == (1,)


def test_words_equal_by_chance_do_not_tear_a_rewritten_sentence_apart() -> None:
    old = [
        page(
            "Điều 4. Tổ chức thực hiện",
            "Giao Ủy ban nhân dân xã tổ chức thực hiện nghị quyết và báo cáo Hội đồng",
        )
    ]
    new = [
        page(
            "Điều 4. Tổ chức thực hiện",
            "Thường trực Hội đồng giám sát việc thi hành, kiến nghị và đề xuất biện pháp mới",
        )
    ]
    assert len(compare(old, new).edits) == 1


def test_scans_are_told_apart_by_their_pictures_and_not_called_the_same_without() -> None:
    blank = PageText((), picture="")
    assert [one.state for one in compare([blank], [blank]).pages] == [PageState.BLIND]
    a, b, c = (PageText((), picture=name) for name in "abc")
    told = compare([a, b], [a, c])
    assert [one.state for one in told.pages] == [PageState.SAME, PageState.NEW]
    assert told.removed == (1,)


def test_it_stops_when_it_is_not_wanted_any_more() -> None:
    asked = count()
    old, new = distinct(50), distinct(50, 1000)
    with pytest.raises(StoppedError):
        compare(old, new, lambda: next(asked) >= 2)


def test_a_long_document_rewritten_in_full_ends_in_time() -> None:
    """Nearly nothing is equal, and what is, is so a thousand times: the worst case."""
    old = [page(*[f"{a} {b} và của {a * b % 997}" for b in range(35)]) for a in range(50)]
    new = [page(*[f"{a} {b} của và {a * b % 991}" for b in range(35)]) for a in range(50)]
    start = time.monotonic()
    assert len(compare(old, new).pages) == 50
    assert time.monotonic() - start < 30
