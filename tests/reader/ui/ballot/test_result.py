"""A result says what its rule makes of it: no quorum, seats, ties, consequences, in the rule's own words."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot
from support.counted import counted, rule

from reader.core.views import MotionView
from reader.ui.ballot import outcome, words
from reader.ui.ballot.result import ResultPaper
from sync.model.motion import MotionState
from sync.model.rules import MotionKind, Tie


@pytest.fixture
def paper(qtbot: QtBot) -> ResultPaper:
    made = ResultPaper()
    qtbot.addWidget(made)
    made.resize(700, 600)
    made.show()
    return made


def test_without_a_quorum_there_is_no_verdict_and_no_threshold(paper: ResultPaper, make: Any) -> None:
    motion = make.counted(MotionKind.RESOLUTION, (12, 0, 0), present=12)
    paper.set_motion(motion)
    assert paper.body.verdict.text() == "Không đủ số người"
    assert "Cần 18/26 người có mặt; có 12" in outcome.sentence(motion)
    assert not paper.body.bar.isVisible()
    assert words.list_state(motion).text == "Đã kết thúc: không đủ số người"
    first = paper.body.choices.figures[0]
    assert (first.label, first.number, first.needed) == ("Tán thành", 12, None)


def test_candidates_are_listed_by_votes_with_what_became_of_each(paper: ResultPaper, make: Any) -> None:
    labels = ("Lan", "Minh", "Sơn", "Hà")
    motion = make.counted(MotionKind.ELECTION, (15, 20, 18, 3), labels=labels, seats=2)
    paper.set_motion(motion)
    assert paper.body.verdict.text() == "Trúng 2 trên 2 chỗ"
    shown = [(one.label, one.number, one.note.text) for one in paper.body.choices.figures if one.note]
    assert shown == [
        ("Minh", 20, "Trúng"),
        ("Sơn", 18, "Trúng"),
        ("Lan", 15, "Đủ phiếu, hết chỗ"),
        ("Hà", 3, "Chưa đủ phiếu"),
    ]
    assert "Minh: 20 76,92 %, Trúng" in paper.body.choices.accessibleName()


def test_a_tie_for_the_last_seat_is_told_and_not_broken(paper: ResultPaper, make: Any) -> None:
    motion = make.counted(MotionKind.ELECTION, (20, 15, 15), labels=("Lan", "Minh", "Sơn"), seats=2)
    paper.set_motion(motion)
    assert paper.body.verdict.text() == "Trúng 1, còn 1 chỗ phải bầu lại"
    notes = [one.note.text for one in paper.body.choices.figures if one.note]
    assert notes == ["Trúng", "Bằng phiếu, phải bầu lại", "Bằng phiếu, phải bầu lại"]


def test_consequences_stand_by_themselves_and_once(paper: ResultPaper, make: Any) -> None:
    motion = make.counted(MotionKind.CONFIDENCE_RATING, (4, 8, 14))
    paper.set_motion(motion)
    assert paper.body.flags.isVisible()
    assert outcome.flags(motion) == ["Quá nửa tổng số đại biểu đánh giá tín nhiệm thấp: có thể xin từ chức"]
    assert outcome.sentence(motion) == "Tín nhiệm cao 4/26, tín nhiệm 8/26, tín nhiệm thấp 14/26."
    paper.set_motion(make.counted(MotionKind.CONFIDENCE_RATING, (5, 8, 13)))
    assert not paper.body.flags.isVisible()


@pytest.mark.parametrize(
    ("kind", "votes", "said"),
    [
        (MotionKind.REMOVAL, (18, 8, 0), "Bãi nhiệm"),
        (MotionKind.REMOVAL, (17, 9, 0), "Không bãi nhiệm"),
        (MotionKind.CONFIDENCE_VOTE, (13, 13), "Vẫn được tín nhiệm"),
        (MotionKind.CONFIDENCE_VOTE, (12, 14), "Không được tín nhiệm"),
        (MotionKind.RESOLUTION, (14, 12, 0), "Thông qua"),
    ],
)
def test_the_verdict_is_in_the_words_of_the_rule(
    paper: ResultPaper, make: Any, kind: MotionKind, votes: tuple[int, ...], said: str
) -> None:
    motion = make.counted(kind, votes)
    paper.set_motion(motion)
    assert paper.body.verdict.text() == said
    assert words.list_state(motion).text == f"Đã kết thúc: {said[0].lower()}{said[1:]}"


def test_the_choice_that_needs_the_votes_comes_first_in_the_bar(make: Any) -> None:
    motion: MotionView = make.counted(MotionKind.CONFIDENCE_VOTE, (10, 16))
    assert motion.result is not None
    count = outcome.bar_count(motion, motion.result)
    assert (count.in_favour, count.against, count.needed) == (16, 10, 14)
    assert outcome.figures(motion, motion.result)[0].label == "Không tín nhiệm"


def test_the_side_of_the_chair_is_named_where_it_decided(make: Any) -> None:
    motion: MotionView = make.counted(MotionKind.COMMITTEE, (13, 13, 0), chair="c1", tie=Tie.CHAIR)
    assert motion.result is not None
    notes = [(one.label, one.note.text) for one in outcome.figures(motion, motion.result) if one.note]
    assert notes == [("Không tán thành", "Chủ tọa chọn")]
    assert outcome.verdict(motion).text == "Không thông qua"


def test_votes_ballots_without_effect_and_missing_ones_add_up_to_everybody(make: Any) -> None:
    result = make.result(counts=(("c0", 14), ("c1", 5), ("c2", 2)), invalid=2, not_voted=3)
    lines = outcome.figures(make.motion(state=MotionState.CLOSED, result=result), result)
    assert sum(line.number for line in lines) == 26
    assert [line.label for line in lines[3:]] == ["Phiếu không hợp lệ", "Không có phiếu"]


@given(
    kind=st.sampled_from([kind for kind in MotionKind if kind is not MotionKind.ELECTION]),
    votes=st.lists(st.integers(0, 8), min_size=3, max_size=3),
    invalid=st.integers(0, 2),
    present=st.integers(0, 26),
)
def test_whatever_the_totals_every_seat_stands_for_one_person(
    make: Any, kind: MotionKind, votes: list[int], invalid: int, present: int
) -> None:
    used = rule(kind)
    given_votes = tuple(votes[: max(2, len(used.choices))])
    labels = used.choices or ("A", "B", "C")
    used, choices, result = counted(
        kind, given_votes[: len(labels)], labels=labels, invalid=invalid, present=present
    )
    view = make.motion(state=MotionState.CLOSED, rule=used, choices=choices, result=result)
    lines = outcome.figures(view, result)
    assert sum(line.number for line in lines) == 26
    assert outcome.verdict(view).text
    if outcome.has_bar(view):
        count = outcome.bar_count(view, result)
        assert count.in_favour == result.counts[used.on][1]
        assert count.missing == result.not_voted
