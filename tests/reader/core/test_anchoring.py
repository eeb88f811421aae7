"""Marks on the next version of their document: what is told as a fact is one."""

from __future__ import annotations

import random
import time
from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate, pairwise
from typing import Annotated

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import Meta, convert, to_builtins

from reader.core.anchoring import Anchor, Outcome, Page, Placed, anchor
from reader.pdf import Selection, Word, fold, quote, rects_of
from reader.pdf.protocol import WordRow
from sync.model.annotation import Quote, Rect

STOCK = ["Ủy", "ban", "nhân", "dân", "xã", "chịu", "trách", "nhiệm", "tổ", "chức", "thực", "hiện"]
DAMAGED = (
    "Tổng chi ngân sách xã năm 2027 là 48.620 triệu đồng, tăng 6,4 % so với ước thực hiện năm 2026, "
    "gồm chi đầu tư phát triển, chi thường xuyên và dự phòng ngân sách theo quy định. Ưu tiên các "
    "công trình chuyển tiếp, hoàn thành đường liên thôn Suối Lam trước mùa mưa"
)
FEW = settings(max_examples=40)
COMMON = ["và", "của", "các", "đồng", "năm", "là", "xã", "theo"]


def page(
    words: Sequence[str], *, at: float = 60.0, size: float = 10.0, wide: float = 420.0, digest: str = ""
) -> Page:
    """Words set in lines from a height on, as wide as they have letters."""
    rows: list[WordRow] = []
    x, y, line, no = 60.0, at, 0, 0
    for text in words:
        width = size * 0.5 * len(text)
        if x + width > 60 + wide:
            x, y, line, no = 60.0, y + 1.4 * size, line + 1, 0
        rows.append((x, y, x + width, y + size, text, 0, line, no))
        x, no = x + width + size * 0.3, no + 1
    return Page(rows, digest)


def mark(pages: Sequence[Page], number: int, first: int, last: int) -> Anchor:
    """A mark on words ``first`` to ``last`` of a page, as the window makes it."""
    words = [Word._make(row) for row in pages[number].words]
    selection = Selection(first, last)
    told = quote(words, selection)
    rects = tuple(Rect(*rect) for rect in rects_of(words, selection))
    return Anchor(number, rects, Quote(exact=told.exact, prefix=told.prefix, suffix=told.suffix))


def stroke(x: float, y: float, number: int = 0) -> Anchor:
    return Anchor(number, (Rect(x, y, x + 12, y + 8),))


def prose(seed: int, count: int = 60) -> list[str]:
    """Words of which most are said again elsewhere, but not in this order."""
    chance = random.Random(seed)
    return [
        chance.choice(COMMON) if chance.random() < 0.4 else f"từ{chance.randint(0, 400)}"
        for _ in range(count)
    ]


def places(placed: Placed, pages: Sequence[Page]) -> list[tuple[int, int]]:
    """Page and number of the words whose middles are in the boxes."""
    return [
        (piece.page, number)
        for piece in placed.pieces
        for number, row in enumerate(pages[piece.page].words)
        for rect in piece.rects
        if rect.x0 <= (row[0] + row[2]) / 2 <= rect.x1 and rect.y0 <= (row[1] + row[3]) / 2 <= rect.y1
    ]


def there(placed: Placed, pages: Sequence[Page]) -> list[str]:
    """The words in the boxes."""
    return [pages[number].words[at][4] for number, at in places(placed, pages)]


def every_mark(pages: Sequence[Page]) -> list[Anchor]:
    """Marks of one to seven words all over, and one without words on each page."""
    marks = [stroke(40, 70, number) for number in range(len(pages))]
    for number, one in enumerate(pages):
        for first in range(0, len(one.words), 5):
            marks.append(mark(pages, number, first, min(len(one.words) - 1, first + first % 7)))
    return marks


DISTINCT = st.integers(1, 7).map(lambda count: [page(prose(seed)) for seed in range(count)])
ANY_PAGES = st.lists(
    st.lists(st.sampled_from(COMMON), max_size=12).map(
        lambda words: page(words, digest="" if words else "scan")
    ),
    min_size=1,
    max_size=6,
)


@FEW
@given(st.one_of(DISTINCT, ANY_PAGES))
def test_in_the_same_version_every_mark_is_where_it_was(pages: list[Page]) -> None:
    marks = every_mark(pages)
    for one, placed in zip(marks, anchor(pages, pages, marks), strict=True):
        assert placed.outcome is Outcome.EXACT
        assert [(piece.page, piece.rects) for piece in placed.pieces] == [(one.page, one.rects)]


@FEW
@given(DISTINCT, st.lists(st.integers(0, 7), min_size=1, max_size=4))
def test_pages_put_in_anywhere_move_marks_exactly(pages: list[Page], where: list[int]) -> None:
    new: list[Page] = list(pages)
    for number, at in enumerate(where):
        new.insert(at, page(prose(100 + number)))
    _moved_exactly(pages, new)


@FEW
@given(DISTINCT.flatmap(lambda pages: st.tuples(st.just(pages), st.permutations(pages))))
def test_pages_in_another_order_move_marks_exactly(both: tuple[list[Page], list[Page]]) -> None:
    _moved_exactly(*both)


def _moved_exactly(old: list[Page], new: list[Page]) -> None:
    marks = every_mark(old)
    for one, placed in zip(marks, anchor(old, new, marks), strict=True):
        assert placed.outcome is Outcome.EXACT
        assert [(piece.page, piece.rects) for piece in placed.pieces] == [
            (new.index(old[one.page]), one.rects)
        ]


PASSAGES = st.tuples(st.integers(0, 10_000), st.integers(0, 50), st.integers(1, 25), st.booleans())


@FEW
@given(PASSAGES)
def test_a_passage_that_is_gone_is_never_told_as_a_fact(passage: tuple[int, int, int, bool]) -> None:
    seed, first, count, said_again = passage
    words, other = prose(seed), prose(seed + 1)
    last = min(first + count, len(words)) - 1
    if said_again:  # the very words are also somewhere else, and stay there
        other = [*other[:20], *words[first : last + 1], *other[20:]]
    old = [page(words), page(other)]
    new = [page(words[:first] + words[last + 1 :]), page(other)]
    (placed,) = anchor(old, new, [mark(old, 0, first, last)])
    assert placed.outcome in (Outcome.LOST, Outcome.UNSURE)


@FEW
@given(DISTINCT, st.randoms(use_true_random=False))
def test_the_order_of_marks_does_not_matter(pages: list[Page], chance: random.Random) -> None:
    new = [page([row[4] for row in one.words if chance.random() > 0.1]) for one in pages]
    marks = every_mark(pages)
    order = chance.sample(range(len(marks)), len(marks))
    straight = anchor(pages, new, marks)
    assert anchor(pages, new, [marks[at] for at in order]) == [straight[at] for at in order]


@FEW
@given(st.integers(1, 6), st.integers(0, 6), st.integers(1, 4), st.integers(0, 3))
def test_a_phrase_said_again_and_again_is_never_exact_when_their_number_changed(
    before: int, after: int, length: int, around: int
) -> None:
    phrase = STOCK[:length]
    edges = prose(1, 12) if around & 1 else [], prose(2, 12) if around & 2 else []
    old, new = ([page([*edges[0], *phrase * count, *edges[1]])] for count in (before, after))
    first = len(edges[0])
    marks = [mark(old, 0, first + n * length, first + (n + 1) * length - 1) for n in range(before)]
    for placed in anchor(old, new, marks):
        assert placed.outcome is not Outcome.EXACT or before == after


def test_a_paragraph_that_goes_elsewhere_takes_its_marks_along_and_says_so() -> None:
    parts = [prose(seed, 40) for seed in range(6)]
    old = [page(parts[0] + parts[1] + parts[2]), page(parts[3] + parts[4] + parts[5])]
    new = [page(parts[0] + parts[2]), page(parts[3] + parts[4] + parts[1] + parts[5])]
    one = mark(old, 0, 52, 57)
    (placed,) = anchor(old, new, [one])
    assert placed.outcome is Outcome.MOVED
    assert there(placed, new) == parts[1][12:18]


def test_words_in_their_own_neighbourhood_are_exact_on_a_page_that_changed_elsewhere() -> None:
    words = prose(3, 120)
    old, new = [page(words)], [page([*words[:100], "thêm", *words[100:]])]
    (placed,) = anchor(old, new, [mark(old, 0, 10, 14)])
    assert placed.outcome is Outcome.EXACT
    assert placed.pieces[0].rects == mark(old, 0, 10, 14).rects


def test_a_small_change_inside_a_quotation_is_found_and_flagged() -> None:
    words = prose(4, 80)
    old, new = [page(words)], [page([*words[:33], "khác", *words[34:]])]
    (placed,) = anchor(old, new, [mark(old, 0, 30, 37)])
    assert placed.outcome is Outcome.MOVED
    assert there(placed, new) == [*words[30:33], "khác", *words[34:38]]


def test_other_words_in_its_place_are_offered_only() -> None:
    words = prose(5, 80)
    old, new = [page(words)], [page([*words[:33], "1.920", *words[34:]])]
    (placed,) = anchor(old, new, [mark(old, 0, 33, 33)])
    assert placed.outcome is Outcome.UNSURE
    assert there(placed, new) == ["1.920"]


def test_another_font_and_other_lines_leave_a_mark_exact_on_its_words() -> None:
    words = prose(6, 90)
    old, new = [page(words)], [page(words[:50], size=13, wide=200), page(words[50:], size=13, wide=200)]
    (placed,) = anchor(old, new, [mark(old, 0, 20, 30)])
    assert placed.outcome is Outcome.EXACT
    assert there(placed, new) == words[20:31]


def test_a_mark_over_a_new_end_of_page_stands_on_both() -> None:
    words = prose(6, 90)
    old, new = [page(words)], [page(words[:50]), page(words[50:])]
    (placed,) = anchor(old, new, [mark(old, 0, 45, 54)])
    assert [piece.page for piece in placed.pieces] == [0, 1]
    assert there(placed, new) == words[45:55]


def test_what_runs_along_the_edges_and_page_numbers_do_not_part_a_quotation() -> None:
    words = prose(7, 160)

    def numbered(parts: list[list[str]], head: str) -> list[Page]:
        pages = []
        for number, part in enumerate(parts, 1):
            body = page(part).words
            top: WordRow = (60.0, 20.0, 200.0, 30.0, head, 90, 0, 0)
            foot: WordRow = (300.0, 800.0, 310.0, 810.0, f"{number}", 91, 0, 0)
            pages.append(Page([top, *body, foot]))
        return pages

    old = numbered([words[:40], words[40:80], words[80:120], words[120:]], "Kỳ-họp-thứ-11")
    new = numbered([words[n : n + 23] for n in range(0, 160, 23)], "Kỳ-họp-thứ-12")
    (placed,) = anchor(old, new, [mark(old, 0, 19, 30)])
    assert placed.outcome is Outcome.EXACT
    assert there(placed, new) == words[18:30]


def test_a_word_parted_at_a_lines_end_is_marked_in_both_parts() -> None:
    words = [*prose(8, 30), "phương", "nghiêng", "khuyến", *prose(9, 30)]
    new = [page([*words[:31], "ngh-", "iêng", *words[32:]])]
    old = [page(words)]
    (placed,) = anchor(old, new, [mark(old, 0, 30, 32)])
    assert placed.outcome is Outcome.MOVED
    assert there(placed, new) == ["phương", "ngh-", "iêng", "khuyến"]


def test_half_of_a_joined_word_is_marked_by_its_share_of_letters() -> None:
    words = [*prose(8, 30), "công", "khai", *prose(9, 30)]
    old, new = [page(words)], [page([*words[:30], "công-khai", *words[32:]])]
    (placed,) = anchor(old, new, [mark(old, 0, 30, 30)])
    row = new[0].words[30]
    assert placed.pieces[0].rects[0].x0 == row[0]
    assert placed.pieces[0].rects[0].x1 == pytest.approx((row[0] + row[2]) / 2)


@pytest.mark.parametrize("instead", ["", "?", "\ufffd"])
def test_lost_letters_are_survived_and_flagged(instead: str) -> None:
    text = DAMAGED.split()
    damaged = ["".join(c if c.isascii() else instead for c in word) or "?" for word in text]
    old, new = [page(text)], [page(damaged)]
    (placed,) = anchor(old, new, [mark(old, 0, 18, 25)])
    assert placed.outcome is Outcome.MOVED
    assert there(placed, new) == damaged[18:26]


def test_lost_accents_are_no_change() -> None:
    text = DAMAGED.split()
    old, new = [page(text)], [page([*map(fold, text), "them"])]
    (placed,) = anchor(old, new, [mark(old, 0, 18, 25)])
    assert placed.outcome is Outcome.EXACT


def test_a_word_with_other_accents_is_another_word_where_accents_are_kept() -> None:
    text = DAMAGED.split()
    old, new = [page(text)], [page(text[:-1])]  # "mùa mưa" has become "mùa"
    (placed,) = anchor(old, new, [mark(old, 0, len(text) - 1, len(text) - 1)])
    assert placed.outcome in (Outcome.LOST, Outcome.UNSURE)
    new = [page([*text[:22], "chỉ", *text[23:], "thêm"])]  # it was "chi"
    (placed,) = anchor(old, new, [mark(old, 0, 22, 22)])
    assert placed.outcome is Outcome.UNSURE


def test_of_two_same_passages_the_one_that_is_left_belongs_to_its_own_surroundings() -> None:
    parts = [prose(seed, 30) for seed in range(20, 24)]
    old = [page(parts[0] + STOCK + parts[1]), page(parts[2] + STOCK + parts[3])]
    new = [page(parts[0] + parts[1]), page(parts[2] + STOCK + parts[3] + ["thêm"])]
    gone, kept = anchor(old, new, [mark(old, 0, 32, 36), mark(old, 1, 32, 36)])
    assert gone.outcome in (Outcome.LOST, Outcome.UNSURE)
    assert kept.outcome is Outcome.EXACT


def test_a_page_of_few_words_is_not_taken_for_another_with_the_same() -> None:
    closing = ["CHỦ", "TỊCH"]
    old = [page(prose(30)), page(closing), page(prose(31)), page(prose(32) + closing)]
    new = [page(prose(30) + closing), page(prose(31)), page(prose(33)), page(closing)]
    (placed,) = anchor(old, new, [mark(old, 1, 0, 1)])
    assert [piece.page for piece in placed.pieces] == [0]


def test_a_stroke_goes_with_the_lines_around_it() -> None:
    words = prose(10, 100)
    old, new = [page(words)], [page(words, at=102.0)]
    changed = [page([*words[:-1], "khác"], at=102.0)]
    for version in (new, changed):
        (placed,) = anchor(old, version, [stroke(40, 90)])
        assert placed.outcome is Outcome.MOVED
        assert placed.pieces[0].rects == (Rect(40, 132, 52, 140),)


def test_a_stroke_among_lines_that_were_set_anew_is_offered_only() -> None:
    words = prose(10, 100)
    old, new = [page(words)], [page(words, size=14, wide=230)]
    (placed,) = anchor(old, new, [stroke(240, 90)])
    assert placed.outcome is Outcome.UNSURE


def test_a_scanned_page_is_known_by_its_picture_and_another_is_offered_only() -> None:
    scans = [Page((), digest) for digest in "abc"]
    old = [page(prose(11)), *scans]
    moved = [page(prose(11)), page(prose(12)), scans[1], scans[0], scans[2]]
    marks = [stroke(100, 100, number) for number in (1, 2, 3)]
    assert [one.pieces[0].page for one in anchor(old, moved, marks)] == [3, 2, 4]
    other = [old[0], scans[0], replace(scans[1], digest="x"), scans[2]]
    placed = anchor(old, other, marks)
    assert [one.outcome for one in placed] == [Outcome.EXACT, Outcome.UNSURE, Outcome.EXACT]
    assert placed[1].pieces[0].page == 2


def test_pages_that_nobody_looked_at_are_not_taken_for_the_same() -> None:
    old = [Page(()), Page(())]
    (placed,) = anchor(old, old, [stroke(100, 100)])
    assert placed.outcome is not Outcome.EXACT


def test_without_its_old_page_a_quotation_is_certain_only_if_all_around_it_agrees() -> None:
    words = prose(13, 60)
    pages = [page(words)]
    one = replace(mark(pages, 0, 20, 24), page=9)
    (placed,) = anchor(pages[:0], pages, [one])
    assert placed.outcome is Outcome.MOVED
    assert there(placed, pages) == words[20:25]
    assert one.quote is not None
    bare = replace(one, quote=Quote(exact=one.quote.exact))
    assert anchor(pages[:0], pages, [bare])[0].outcome is Outcome.UNSURE


def test_nothing_to_find_is_lost() -> None:
    old = [page(prose(14))]
    marks = every_mark(old)
    assert {placed.outcome for placed in anchor(old, [], marks)} == {Outcome.LOST}
    assert anchor(old, old, []) == []


@FEW
@given(st.integers(0, 10_000))
def test_marks_told_as_facts_stand_on_their_own_words_whatever_was_done(seed: int) -> None:
    """Each word has a number of its own; runs of them were moved or left out, and pages end elsewhere."""
    chance = random.Random(seed)
    words = [f"{chance.choice(COMMON)}{chance.randint(0, 9)}" for _ in range(240)]
    numbers = list(range(240))
    for _ in range(chance.randint(1, 3)):
        a, b = sorted(chance.sample(range(len(numbers)), 2))
        run = numbers[a:b]
        del numbers[a:b]
        if chance.random() < 0.6:
            at = chance.randint(0, len(numbers))
            numbers[at:at] = run
    old = [page(words[n : n + 80]) for n in range(0, 240, 80)]
    ends = [*accumulate([chance.randint(50, 90) for _ in range(5)], initial=0)]
    kept = [numbers[a:b] for a, b in pairwise(ends) if numbers[a:b]]
    new = [page([words[n] for n in part]) for part in kept]
    spans = [range(n, n // 80 * 80 + min(79, n % 80 + n % 9) + 1) for n in range(0, 240, 7)]
    marks = [mark(old, one.start // 80, one.start % 80, (one.stop - 1) % 80) for one in spans]
    for span, placed in zip(spans, anchor(old, new, marks), strict=True):
        if placed.outcome in (Outcome.EXACT, Outcome.MOVED):
            found = [kept[number][at] for number, at in places(placed, new)]
            mine = {words[n] for n in span}
            assert words[found[0]] in mine
            assert words[found[-1]] in mine


def test_a_long_document_takes_seconds() -> None:
    old = [page(prose(1_000 + number, 300)) for number in range(100)]
    new = [page(prose(1_000 + number, 300)[number % 7 :], size=9) for number in range(100) if number % 9]
    marks = [mark(old, n % 100, n % 290, n % 290 + n % 9) for n in range(600)]
    began = time.monotonic()
    anchor(old, new, marks)
    assert time.monotonic() - began < 20


@pytest.mark.parametrize(
    ("said", "now"),
    [
        (["đồng"] * 6_000, ["đồng"] * 6_001),
        (["một", "hai", "ba"] * 2_000, ["một", "hai", "ba"] * 2_001),
        (["đồng"] * 600, ["đồng", "triệu"] * 300),
    ],
)
def test_a_page_that_says_one_thing_over_and_over_takes_seconds(said: list[str], now: list[str]) -> None:
    ends = prose(1, 30), prose(2, 30)
    old, new = ([page([*ends[0], *words, *ends[1]])] for words in (said, now))
    began = time.monotonic()
    (placed,) = anchor(old, new, [mark(old, 0, 40, 44)])
    assert time.monotonic() - began < 5
    assert placed.outcome in (Outcome.LOST, Outcome.UNSURE)


def test_boxes_are_such_as_a_mark_can_hold_wherever_the_words_of_a_page_are() -> None:
    words = [f"từ{n}" for n in range(1_200)]
    old = [page(words)]
    rows: list[WordRow] = [
        (20_000.0, 14.0 * n, 20_010.0, 14.0 * n + 10, w, 0, n, 0) for n, w in enumerate(words)
    ]
    (placed,) = anchor(old, [Page(rows)], [mark(old, 0, 10, 1_190)])
    assert placed.outcome is Outcome.EXACT
    for piece in placed.pieces:
        convert(to_builtins(piece.rects), Annotated[tuple[Rect, ...], Meta(max_length=1_000)])


def test_a_part_of_a_word_that_is_said_twice_on_its_page_stays_where_it_was_marked() -> None:
    words = [*prose(1, 20), "nghịquyết", *prose(2, 20), "nghịquyết", *prose(3, 20)]
    old, new = [page(words)], [page([*words, "thêm"])]
    whole = mark(old, 0, 41, 41)
    (box,) = whole.rects
    part = replace(whole, rects=(replace_end(box, 0.4),))  # as what was searched for is marked
    (placed,) = anchor(old, new, [part])
    assert places(placed, new) == [(0, 41)]


def replace_end(box: Rect, share: float) -> Rect:
    return Rect(box.x0, box.y0, box.x0 + share * (box.x1 - box.x0), box.y1)


def test_a_passage_longer_than_a_mark_can_quote_is_marked_to_its_end() -> None:
    words = [f"một-từ-dài-thứ-{n}" for n in range(400)]
    old, new = [page(words)], [page([*prose(1, 20), *words])]
    whole = mark(old, 0, 0, 399)
    assert whole.quote is not None
    cut = replace(whole, quote=Quote(exact=whole.quote.exact[:4_000]))
    (placed,) = anchor(old, new, [cut])
    assert there(placed, new) == words


def test_a_column_goes_with_its_words_though_others_stand_between_them() -> None:
    words = prose(1, 120)
    old, new = [page(words)], [page([*words, "thêm"], at=102.0)]
    cells = [mark(old, 0, at, at) for at in range(3, 100, 12)]
    said = " ".join(one.quote.exact for one in cells if one.quote is not None)
    column = Anchor(0, tuple(rect for one in cells for rect in one.rects), Quote(exact=said))
    (placed,) = anchor(old, new, [column])
    assert placed.outcome is Outcome.MOVED
    assert there(placed, new) == said.split()
