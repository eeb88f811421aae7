"""The eraser: whole marks of one's own, or parts of strokes; one act from press to release."""

from __future__ import annotations

import math

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from support.drawn import LEFT, NONE, as_mark, at, picture, pull

from reader.core.erasing import STROKES
from reader.core.views import MarkView
from reader.ui.marks.tools import MarkTools, Tool
from reader.ui.marks.wanted import MarkAct, Wanted
from reader.ui.page.view import PageView
from sync.model.annotation import Colour, MarkKind, Rect, Stroke

Acts = list[MarkAct]


def a_line(y: float, number: int, **more: object) -> MarkView:
    stroke = Stroke((100, y, 300, y), (40, 240))
    wanted = Wanted(0, MarkKind.PEN, Colour.BLUE, (Rect(100, y, 300, y),), strokes=(stroke,))
    return as_mark(wanted, number, **more)


EDGES = (Stroke((200, 300, 400, 500)),)
FRAME = as_mark(
    Wanted(
        0,
        MarkKind.RECTANGLE,
        Colour.BLUE,
        (Rect(200, 300, 400, 500),),
        strokes=(Stroke((200, 300, 400, 500)),),
    ),
    7,
)


@pytest.fixture
def acts(sheet: PageView) -> list[MarkAct]:
    asked: list[MarkAct] = []
    sheet.erasedMarks.connect(asked.append)
    sheet.erases = True
    return asked


def test_all_marks_of_ones_own_that_it_goes_over_go_in_one_act(sheet: PageView, acts: Acts) -> None:
    sheet.set_marks([a_line(200, 1), a_line(260, 2, mine=False), a_line(320, 3), a_line(600, 4)])
    pull(sheet, (150, 180), (150, 200), (152, 200), (150, 260), (150, 340))
    assert [act.gone for act in acts] == [("k-1", "k-3")]
    assert acts[0].changed == ()


def test_a_quick_eraser_passes_over_nothing(sheet: PageView, acts: Acts) -> None:
    sheet.set_marks([a_line(200, 1), a_line(260, 2)])
    pull(sheet, (150, 150), (150, 400))
    assert [act.gone for act in acts] == [("k-1", "k-2")]


def test_what_is_rubbed_out_is_gone_from_sight_before_the_hand_is_lifted_and_stays_so(
    sheet: PageView, acts: Acts
) -> None:
    plain = picture(sheet)
    marks = [a_line(200, 1)]
    sheet.set_marks(marks)
    pull(sheet, (150, 180), (150, 220), let_go=False)
    assert picture(sheet) == plain
    QTest.mouseRelease(sheet.viewport(), LEFT, NONE, at(sheet, 150, 220))
    sheet.set_marks(marks)  # asked for before it was kept
    assert picture(sheet) == plain
    sheet.set_marks([])
    assert picture(sheet) == plain


def test_marks_come_back_when_they_could_not_be_erased(sheet: PageView, acts: Acts) -> None:
    sheet.set_marks([a_line(200, 1)])
    before = picture(sheet)
    pull(sheet, (150, 180), (150, 220))
    sheet.show_as_kept()
    assert picture(sheet) == before


def test_parts_of_a_stroke_go_with_its_pressure_and_the_rest_stays(sheet: PageView, acts: Acts) -> None:
    sheet.erases_parts = True
    sheet.set_marks([a_line(200, 1), a_line(600, 2)])
    pull(sheet, (200, 150), (200, 250))
    (act,) = acts
    assert act.gone == ()
    (left,) = act.changed
    first, last = left.strokes
    assert first.places[0] == (100, 200)
    assert last.places[-1] == (300, 200)
    radius = 10 / sheet.sheet_of(0).frame.scale
    assert first.places[-1][0] == pytest.approx(200 - radius, abs=2)
    assert last.places[0][0] == pytest.approx(200 + radius, abs=2)
    assert first.pressure[1] == pytest.approx(40 + 200 * (first.places[-1][0] - 100) / 200, abs=1)
    assert left.rects == (Rect(100, 200, 300, 200),)


def test_a_stroke_rubbed_out_to_its_end_is_gone(sheet: PageView, acts: Acts) -> None:
    sheet.erases_parts = True
    sheet.set_marks([a_line(200, 1)])
    pull(sheet, (90, 200), (200, 202), (310, 200))
    assert [(act.gone, act.changed) for act in acts] == [(("k-1",), ())]


def test_other_marks_go_whole_when_parts_are_rubbed_out(sheet: PageView, acts: Acts) -> None:
    sheet.erases_parts = True
    sheet.set_marks([FRAME, a_line(320, 1)])
    pull(sheet, (200, 310), (200, 330))
    (act,) = acts
    assert act.gone == ("k-7",)
    assert [mark.id for mark in act.changed] == ["k-1"]


def test_others_strokes_stay_whole(sheet: PageView, acts: Acts) -> None:
    sheet.erases_parts = True
    sheet.set_marks([a_line(200, 1, mine=False)])
    pull(sheet, (200, 150), (200, 250))
    assert acts == []


def test_more_pieces_than_a_mark_can_have_become_several_marks(sheet: PageView, acts: Acts) -> None:
    sheet.erases_parts = True
    combs = [
        Stroke(tuple(v for step in range(40) for v in (100 + 5 * step, 200 + 60 * (step % 2))))
        for _ in range(4)
    ]
    wanted = Wanted(0, MarkKind.PEN, Colour.BLUE, (Rect(100, 200, 295, 260),), strokes=tuple(combs))
    sheet.set_marks([as_mark(wanted, 1, text="ghi chú")])
    pull(sheet, (90, 230), (200, 230), (310, 230))
    (act,) = acts
    assert len(act.changed) > 1
    assert [mark.text for mark in act.changed] == ["ghi chú"] + [""] * (len(act.changed) - 1)
    assert len({mark.id for mark in act.changed}) == len(act.changed)
    assert all(len(mark.strokes) <= STROKES for mark in act.changed)
    assert sum(len(mark.strokes) for mark in act.changed) > 4 * 20


def test_escape_brings_back_what_was_rubbed_out_with_this_movement(
    sheet: PageView, acts: Acts, qtbot: QtBot
) -> None:
    sheet.set_marks([a_line(200, 1)])
    before = picture(sheet)
    pull(sheet, (150, 180), (150, 220), let_go=False)
    qtbot.keyClick(sheet, Qt.Key.Key_Escape)
    assert picture(sheet) == before
    QTest.mouseRelease(sheet.viewport(), LEFT, NONE, at(sheet, 150, 220))
    assert acts == []


def test_what_is_left_of_a_long_stroke_is_found_while_the_hand_moves(sheet: PageView, acts: Acts) -> None:
    sheet.erases_parts = True
    path = tuple(v for step in range(4_000) for v in (100 + step / 10, 200 + 50 * math.sin(step / 30)))
    wanted = Wanted(0, MarkKind.PEN, Colour.BLUE, (Rect(100, 150, 500, 250),), strokes=(Stroke(path),))
    sheet.set_marks([as_mark(wanted, 1)])
    pull(sheet, (200, 140), (200, 200), (200, 260), (300, 260), (300, 140))
    (act,) = acts
    assert len(act.changed[0].strokes) >= 3


def test_the_tools_offer_parts_or_whole_strokes_only_with_the_eraser(qtbot: QtBot) -> None:
    tools = MarkTools()
    qtbot.addWidget(tools)
    tools.show()
    chosen: list[bool] = []
    tools.partsChanged.connect(chosen.append)
    whole, parts = tools._choices.widget(1).findChildren(type(tools._undo))
    assert not parts.isVisible()
    assert tools._inks.isVisible()
    tools.press(Tool.ERASER)
    assert parts.isVisible()
    assert not tools._inks.isVisible()
    assert whole.isChecked()
    parts.click()
    whole.click()
    assert chosen == [True, False]
