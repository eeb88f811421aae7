"""A mark of one's own is chosen, moved, made larger, recoloured and deleted; others' are only read."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from support.drawn import LEFT, NONE, as_mark, at, picture, pull

from reader.core.views import Fate, Flow, MarkView
from reader.pdf import PageSize
from reader.ui.marks.mark_bar import MarkBar
from reader.ui.marks.tools import MarkTools, Tool
from reader.ui.marks.wanted import Wanted
from reader.ui.page import ink
from reader.ui.page.moving import Grip, box, grips, is_movable, moved, resized
from reader.ui.page.pane_marks import PaneMarks
from reader.ui.page.view import PageView
from sync.model.annotation import Colour, MarkKind, Quote, Rect, Stroke
from sync.model.ids import MarkId

PAGE = PageSize(595.0, 842.0)
FRAME = as_mark(
    Wanted(
        0,
        MarkKind.RECTANGLE,
        Colour.BLUE,
        (Rect(100, 200, 300, 400),),
        strokes=(Stroke((100, 200, 300, 400)),),
    )
)
ARROW = as_mark(
    Wanted(
        0, MarkKind.ARROW, Colour.BLUE, (Rect(100, 200, 300, 400),), strokes=(Stroke((300, 200, 100, 400)),)
    )
)
PEN = as_mark(
    Wanted(
        0,
        MarkKind.PEN,
        Colour.BLUE,
        (Rect(100, 200, 300, 220),),
        strokes=(Stroke((100, 200, 200, 220, 300, 200), (9, 200, 40)),),
    )
)
WASH = as_mark(Wanted(0, MarkKind.HIGHLIGHT, Colour.YELLOW, (Rect(100, 200, 300, 220),), Quote(exact="chi")))
NOTE = as_mark(Wanted(0, MarkKind.NOTE, Colour.YELLOW, (Rect(100, 200, 112, 212),)))
FAR = st.floats(-2_000, 2_000, allow_nan=False)


@given(FAR, FAR, st.sampled_from([FRAME, ARROW, PEN, NOTE]))
def test_what_is_moved_stays_on_its_page_and_as_it_is(across: float, down: float, mark: MarkView) -> None:
    now, before = box(moved(mark, across, down, PAGE)), box(mark)
    assert now is not None
    assert before is not None
    assert 0 <= now.x0 <= now.x1 <= PAGE.width
    assert 0 <= now.y0 <= now.y1 <= PAGE.height
    assert now.x1 - now.x0 == pytest.approx(before.x1 - before.x0, abs=0.02)
    assert now.y1 - now.y0 == pytest.approx(before.y1 - before.y0, abs=0.02)
    assert [s.pressure for s in moved(mark, across, down, PAGE).strokes] == [s.pressure for s in mark.strokes]


@given(FAR, FAR, st.sampled_from(list(grips(FRAME))))
def test_a_frame_that_is_pulled_keeps_its_other_side_and_the_page(x: float, y: float, grip: Grip) -> None:
    now, before = box(resized(FRAME, grip, (x, y), PAGE)), box(FRAME)
    assert now is not None
    assert before is not None
    for side, share in (("x", grip.value[0]), ("y", grip.value[1])):
        ends = [(getattr(one, f"{side}0"), getattr(one, f"{side}1")) for one in (now, before)]
        assert ends[0][1] - ends[0][0] >= 4
        if share > 0:
            assert ends[0][0] == ends[1][0]
        if share < 1:
            assert ends[0][1] == ends[1][1]
    assert now.x0 >= 0
    assert now.x1 <= PAGE.width
    assert now.y0 >= 0
    assert now.y1 <= PAGE.height


def test_what_lies_beyond_the_edge_already_is_not_torn_in() -> None:
    beyond = moved(FRAME, 0, 0, PageSize(250.0, 842.0))
    assert beyond == FRAME
    assert box(moved(FRAME, 50, 0, PageSize(250.0, 842.0))) == box(FRAME)
    assert box(moved(FRAME, -10, 0, PageSize(250.0, 842.0))) == Rect(90, 200, 290, 400)


def test_an_arrow_is_held_at_its_ends() -> None:
    assert grips(ARROW) == {Grip.START: (300, 200), Grip.END: (100, 400)}
    assert resized(ARROW, Grip.END, (50, 60), PAGE).strokes[0].path == (300, 200, 50, 60)
    assert resized(ARROW, Grip.START, (50, 60), PAGE).rects == (Rect(50, 60, 100, 400),)


def test_what_lies_on_words_and_what_others_made_stays_where_it_is() -> None:
    assert all(is_movable(mark) for mark in (FRAME, ARROW, PEN, NOTE))
    on_words = replace(NOTE, quote=Quote(exact="chi"))
    assert not any(is_movable(mark) for mark in (WASH, on_words, replace(FRAME, mine=False)))
    assert not is_movable(replace(FRAME, fate=Fate.UNSURE))


class Asked:
    """What the pages ask for."""

    def __init__(self, view: PageView, *marks: MarkView) -> None:
        self.changed: list[MarkView] = []
        self.deleted: list[str] = []
        self.chosen: list[str] = []
        self.edited: list[str] = []
        view.changeRequested.connect(self.changed.append)
        view.deleteRequested.connect(self.deleted.append)
        view.markActivated.connect(self.chosen.append)
        view.editRequested.connect(self.edited.append)
        view.set_marks(marks)


@pytest.mark.parametrize("turn", range(4))
@pytest.mark.parametrize("mark", [FRAME, ARROW, PEN], ids=lambda mark: mark.kind.value)
def test_a_drawing_is_pulled_where_the_pointer_goes_in_one_act(
    qtbot: QtBot, sheet: PageView, mark: MarkView, turn: int
) -> None:
    for _ in range(turn):
        sheet.rotate(1)
    qtbot.waitUntil(lambda: sheet.is_sharp, timeout=10_000)
    asked = Asked(sheet, mark)
    start = mark.strokes[0].places[0] if mark is not FRAME else (100, 300)
    pull(sheet, start, (start[0] + 60, start[1] + 20), (start[0] + 90, start[1] + 40), let_go=False)
    assert asked.changed == []
    going = picture(sheet)
    QTest.mouseRelease(sheet.viewport(), LEFT, NONE, at(sheet, start[0] + 90, start[1] + 40))
    (changed,) = asked.changed
    was, now = box(mark), box(changed)
    assert was is not None
    assert now is not None
    assert now.x0 - was.x0 == pytest.approx(90, abs=2)
    assert now.y0 - was.y0 == pytest.approx(40, abs=2)
    assert asked.chosen == [mark.id]
    assert sheet.chosen_mark == mark.id
    kept = picture(sheet)
    sheet.set_marks([mark])  # asked for before it was kept
    assert picture(sheet) == kept
    sheet.set_marks([changed])
    assert picture(sheet) == kept
    differs = [
        (x, y)
        for x in range(0, kept.width(), 3)
        for y in range(0, kept.height(), 3)
        if abs(kept.pixelColor(x, y).lightness() - going.pixelColor(x, y).lightness()) > 60
    ]
    assert len(differs) < 20  # on the way it was painted where it came to lie


def test_a_press_without_a_way_only_chooses(sheet: PageView) -> None:
    asked = Asked(sheet, FRAME)
    QTest.mouseClick(sheet.viewport(), LEFT, NONE, at(sheet, 100, 300))
    QTest.mouseClick(sheet.viewport(), LEFT, NONE, at(sheet, 50, 50))
    assert (asked.chosen, asked.changed) == (["k-1", ""], [])


def test_a_corner_of_the_frame_chosen_is_pulled(sheet: PageView) -> None:
    asked = Asked(sheet, FRAME)
    QTest.mouseClick(sheet.viewport(), LEFT, NONE, at(sheet, 100, 300))
    pull(sheet, (300, 400), (330, 420), (350, 450))
    (changed,) = asked.changed
    now = box(changed)
    assert now is not None
    assert (now.x0, now.y0) == (100, 200)
    assert now.x1 == pytest.approx(350, abs=2)
    assert now.y1 == pytest.approx(450, abs=2)
    assert changed.rects == (now,)


def test_escape_lets_go_of_a_mark_that_is_being_moved(sheet: PageView, qtbot: QtBot) -> None:
    asked = Asked(sheet, FRAME)
    QTest.mouseClick(sheet.viewport(), LEFT, NONE, at(sheet, 100, 300))
    before = picture(sheet)
    pull(sheet, (100, 300), (160, 300), (200, 300), let_go=False)
    assert picture(sheet) != before
    qtbot.keyClick(sheet, Qt.Key.Key_Escape)
    QTest.mouseRelease(sheet.viewport(), LEFT, NONE, at(sheet, 200, 300))
    assert asked.changed == []
    assert picture(sheet) == before


def test_keys_move_the_mark_chosen_and_a_row_of_them_is_one_act(sheet: PageView, qtbot: QtBot) -> None:
    asked = Asked(sheet, FRAME)
    sheet.choose_mark(FRAME.id)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Up):
        qtbot.keyClick(sheet, key)
    qtbot.keyClick(sheet, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert asked.changed == []
    with qtbot.waitSignal(sheet.changeRequested, timeout=3_000):
        pass
    (changed,) = asked.changed
    assert box(changed) == Rect(102, 209, 302, 409)
    sheet.set_marks([changed])
    qtbot.keyClick(sheet, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    sheet.choose_mark(None)  # whatever comes next ends the row
    assert box(asked.changed[1]) == Rect(102, 209, 303, 409)


def test_keys_go_as_they_are_seen_on_a_turned_page(sheet: PageView, qtbot: QtBot) -> None:
    asked = Asked(sheet, FRAME)
    sheet.rotate(1)
    sheet.choose_mark(FRAME.id)
    before = sheet.sheet_of(0).rect(FRAME.rects[0])
    qtbot.keyClick(sheet, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    sheet.settle()
    after = sheet.sheet_of(0).rect(asked.changed[0].rects[0])
    assert after.left() > before.left() + 3
    assert after.top() == pytest.approx(before.top())


def test_keys_delete_and_open_the_mark_chosen(sheet: PageView, qtbot: QtBot) -> None:
    asked = Asked(sheet, WASH)
    sheet.choose_mark(WASH.id)
    qtbot.keyClick(sheet, Qt.Key.Key_Return)
    qtbot.keyClick(sheet, Qt.Key.Key_Delete)
    assert (asked.edited, asked.deleted) == (["k-1"], ["k-1"])


def test_what_others_made_is_chosen_and_not_changed(sheet: PageView, qtbot: QtBot) -> None:
    theirs = replace(FRAME, mine=False)
    asked = Asked(sheet, theirs)
    QTest.mouseClick(sheet.viewport(), LEFT, NONE, at(sheet, 100, 300))
    assert asked.chosen == ["k-1"]
    pull(sheet, (100, 300), (160, 300), (200, 300))
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Delete, Qt.Key.Key_Return):
        qtbot.keyClick(sheet, key)
    sheet.settle()
    assert (asked.changed, asked.deleted, asked.edited) == ([], [], [])


def test_keys_choose_one_mark_in_sight_after_another(sheet: PageView, qtbot: QtBot) -> None:
    asked = Asked(sheet, WASH, replace(FRAME, id=MarkId("k-2")))
    for _ in range(3):
        qtbot.keyClick(sheet, Qt.Key.Key_M)
    qtbot.keyClick(sheet, Qt.Key.Key_M, Qt.KeyboardModifier.ShiftModifier)
    assert asked.chosen == ["k-1", "k-2", "k-1", "k-2"]


def finger(view: PageView, *way: tuple[float, float]) -> None:
    """It comes down, goes on and is lifted."""
    area, device = view.viewport(), QTest.createTouchDevice()
    QTest.touchEvent(area, device).press(0, at(view, *way[0]), area).commit()
    for place in way[1:]:
        QTest.touchEvent(area, device).move(0, at(view, *place), area).commit()
    QTest.touchEvent(area, device).release(0, at(view, *way[-1]), area).commit()


def test_a_finger_chooses_a_mark_and_then_moves_it_or_its_corner(sheet: PageView) -> None:
    asked = Asked(sheet, FRAME)
    finger(sheet, (100, 300))
    assert asked.chosen == ["k-1"]
    finger(sheet, (100, 260), (160, 290), (190, 300))
    finger(sheet, (405, 455), (420, 480), (435, 495))
    first, second = (box(mark) for mark in asked.changed)
    assert first is not None
    assert second is not None
    assert (first.x0, first.y0) == (pytest.approx(190, abs=2), pytest.approx(240, abs=2))
    assert (second.x0, second.y0) == (first.x0, first.y0)
    assert (second.x1, second.y1) == (pytest.approx(420, abs=3), pytest.approx(480, abs=3))


def test_a_finger_on_a_mark_that_is_not_chosen_moves_the_pages(sheet: PageView) -> None:
    asked = Asked(sheet, FRAME)
    finger(sheet, (100, 300), (100, 250), (100, 200))
    assert asked.changed == asked.chosen == []
    assert sheet.place().offset > 0


def test_colour_and_width_are_those_of_the_mark_chosen(sheet: PageView, qtbot: QtBot) -> None:
    bar, tools = MarkBar(), MarkTools()
    qtbot.addWidget(bar)
    qtbot.addWidget(tools)
    marks = PaneMarks(sheet, bar, tools)
    changed: list[MarkView] = []
    marks.changed.connect(changed.append)
    marks.set_marks([FRAME, replace(WASH, id=MarkId("k-2"))])
    marks.choose(FRAME.id)
    bar.inkChosen.emit(Colour.GREEN)
    tools.widthChanged.emit(4.0)
    assert [(mark.colour, mark.width) for mark in changed] == [(Colour.GREEN, 2.0), (Colour.GREEN, 4.0)]
    marks.choose(MarkId("k-2"))
    tools.inkChanged.emit(Colour.PINK)
    bar.widthChosen.emit(4.0)  # a highlight has none
    assert [(mark.id, mark.colour, mark.width) for mark in changed[2:]] == [("k-2", Colour.PINK, 2.0)]
    marks.take(Tool.PEN)
    tools.inkChanged.emit(Colour.BLUE)  # of the pen now in the hand
    assert len(changed) == 3
    assert sheet.ink is Colour.BLUE


def test_what_is_drawn_on_the_next_page_is_worked_out_before_somebody_turns_to_it(
    sheet: PageView, qtbot: QtBot
) -> None:
    sheet.set_flow(Flow.SINGLE)
    assert sheet.sheet_of(1) is None
    ink.forget()
    sheet.set_marks([replace(PEN, page=1)])
    qtbot.waitUntil(lambda: ink.bounds_of.cache_info().currsize == 1, timeout=3_000)
