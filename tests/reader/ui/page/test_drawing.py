"""Drawing by hand: what becomes of a movement, where it is seen, and how it goes again."""

from __future__ import annotations

import math
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QInputDevice, QPointingDevice, QTabletEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from support.drawn import LEFT, NONE, as_mark, at, picture, pull

from reader.core.views import MarkView
from reader.ui.marks.wanted import Wanted
from reader.ui.page import drawing as drawing_module
from reader.ui.page import ink
from reader.ui.page.drawing import Drawing, simplified
from reader.ui.page.ink import is_near
from reader.ui.page.page_words import Spot
from reader.ui.page.view import PageView
from sync.model.annotation import STROKE_PLACES, Colour, MarkKind, Rect, Stroke

COORDINATE = st.floats(0, 800, allow_nan=False)


@given(st.lists(st.tuples(COORDINATE, COORDINATE), min_size=1, max_size=60))
def test_a_stroke_keeps_to_the_hands_way_with_fewer_places(places: list[tuple[float, float]]) -> None:
    kept = simplified(places)
    assert kept[0] == 0
    assert kept[-1] == len(places) - 1
    path = tuple(value for at in kept for value in places[at])
    line = Stroke(path)
    assert all(is_near(MarkKind.PEN, (line,), x, y, 0.36) for x, y in places)


def test_a_straight_way_becomes_its_two_ends() -> None:
    assert simplified([(float(x), 2.0 * x) for x in range(500)]) == [0, 499]


def test_pressure_stays_with_the_places_that_are_kept() -> None:
    drawing = Drawing.begin(MarkKind.PEN, Spot(0, 0, 0), 0.2)
    for x, y, pressure in ((10, 0, 0.5), (20, 0, 0.9), (20, 10, 1.7)):
        assert drawing.extend(Spot(0, x, y), pressure)
    drawn = drawing.end()
    assert drawn is not None
    assert drawn.stroke.places == ((0, 0), (20, 0), (20, 10))
    assert drawn.stroke.pressure == (51, 230, 255)


def test_a_movement_stays_on_its_page_and_says_when_it_is_full() -> None:
    drawing = Drawing.begin(MarkKind.PEN, Spot(3, 0, 0))
    assert drawing.extend(Spot(4, 1, 1))
    assert drawing.places == [(0, 0)]
    assert sum(drawing.extend(Spot(3, x % 7, x % 11)) for x in range(10_000)) == STROKE_PLACES - 1
    drawn = drawing.end()
    assert drawn is not None
    assert drawn.page == 3


@pytest.mark.parametrize("kind", [MarkKind.RECTANGLE, MarkKind.ELLIPSE, MarkKind.ARROW])
def test_a_shape_follows_the_hand_however_long_it_hesitates(kind: MarkKind) -> None:
    drawing = Drawing.begin(kind, Spot(0, 10, 10))
    assert all(drawing.extend(Spot(0, 10 + x % 50, 20)) for x in range(2 * STROKE_PLACES))
    drawing.extend(Spot(0, 200, 100))
    drawn = drawing.end()
    assert drawn is not None
    assert drawn.stroke.path == (10, 10, 200, 100)


@pytest.mark.parametrize("kind", [MarkKind.RECTANGLE, MarkKind.ELLIPSE, MarkKind.ARROW])
def test_a_shape_that_is_hardly_there_was_a_slip(kind: MarkKind) -> None:
    drawing = Drawing.begin(kind, Spot(0, 50, 50))
    drawing.extend(Spot(0, 52, 51))
    assert drawing.end() is None


def test_a_touch_of_the_pen_is_a_dot() -> None:
    drawn = Drawing.begin(MarkKind.PEN, Spot(0, 50, 50)).end()
    assert drawn is not None
    assert drawn.stroke.path == (50, 50)


def test_a_frame_is_its_lines_and_not_what_is_inside() -> None:
    corners = (Stroke((100, 100, 200, 160)),)
    for kind, on in (
        (MarkKind.RECTANGLE, (100, 130)),
        (MarkKind.ELLIPSE, (150, 100)),
        (MarkKind.ARROW, (150, 130)),
    ):
        assert is_near(kind, corners, *on, reach=1)
        assert not is_near(kind, corners, 150, 115, reach=1)
    assert not is_near(MarkKind.ELLIPSE, corners, 100, 100, reach=5)


@pytest.mark.parametrize("turn", range(4))
@pytest.mark.parametrize(
    "kind", [MarkKind.PEN, MarkKind.RECTANGLE, MarkKind.ELLIPSE, MarkKind.ARROW], ids=lambda kind: kind.value
)
def test_what_the_hand_draws_is_seen_at_once_and_becomes_a_mark_there(
    qtbot: QtBot, sheet: PageView, kind: MarkKind, turn: int
) -> None:
    for _ in range(turn):
        sheet.rotate(1)
    qtbot.waitUntil(lambda: sheet.is_sharp, timeout=10_000)
    plain = picture(sheet)
    asked: list[Wanted] = []
    sheet.markRequested.connect(asked.extend)
    sheet.draws = kind
    pull(sheet, (100, 200), (160, 230), (250, 300), let_go=False)
    drawing = picture(sheet)
    assert drawing != plain
    QTest.mouseRelease(sheet.viewport(), LEFT, NONE, at(sheet, 250, 300))
    (wanted,) = asked
    assert (wanted.page, wanted.kind, wanted.colour) == (0, kind, Colour.PINK)
    places = wanted.strokes[0].places
    assert math.dist(places[0], (100, 200)) < 2
    assert math.dist(places[-1], (250, 300)) < 2
    sheet.set_marks([as_mark(wanted)])
    on = at(sheet, *((100, 200) if kind is not MarkKind.ELLIPSE else (175, 200)))
    near = [on + QPoint(x, y) for x in range(-3, 4) for y in range(-3, 4)]
    assert any(picture(sheet).pixelColor(point) != plain.pixelColor(point) for point in near)
    sheet.set_marks([])
    assert picture(sheet) == plain


@pytest.mark.parametrize("pressure", [(), (200,)])
def test_a_dot_can_be_seen(sheet: PageView, pressure: tuple[int, ...]) -> None:
    plain = picture(sheet)
    dot = Stroke((100.0, 200.0), pressure)
    sheet.set_marks([as_mark(Wanted(0, MarkKind.PEN, Colour.BLUE, strokes=(dot,), width=4))])
    assert picture(sheet).pixelColor(at(sheet, 100, 200)) != plain.pixelColor(at(sheet, 100, 200))


def test_a_long_stroke_is_painted_as_the_mark_that_it_becomes(sheet: PageView) -> None:
    asked: list[Wanted] = []
    sheet.markRequested.connect(asked.extend)
    sheet.draws = MarkKind.PEN
    way = [(100.0 + 2 * step, 200.0 + 60 * math.sin(step / 9)) for step in range(150)]
    pull(sheet, way[0], let_go=False)
    for place in way[1:]:
        QTest.mouseMove(sheet.viewport(), at(sheet, *place))
        picture(sheet)  # piece by piece
    drawing = picture(sheet)
    QTest.mouseRelease(sheet.viewport(), LEFT, NONE, at(sheet, *way[-1]))
    sheet.set_marks([as_mark(asked[0])])
    marked = picture(sheet)
    size = marked.size()
    spots = [(x, y) for x in range(0, size.width(), 2) for y in range(0, size.height(), 2)]
    light = [(marked.pixelColor(*spot).lightness(), drawing.pixelColor(*spot).lightness()) for spot in spots]
    others = sum(abs(one - other) > 90 for one, other in light)
    assert others <= 40  # of some hundreds that the line has: it is smoothed once more


def test_what_one_stroke_has_no_room_for_goes_on_in_another(
    sheet: PageView, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(drawing_module, "STROKE_PLACES", 30)
    asked: list[Wanted] = []
    sheet.markRequested.connect(asked.extend)
    sheet.draws = MarkKind.PEN
    way = [(100.0 + 3 * step, 200.0 + 40 * math.sin(step)) for step in range(100)]
    pull(sheet, *way)
    lines = [wanted.strokes[0] for wanted in asked]
    assert len(lines) == 4
    assert all(math.dist(line.places[-1], on.places[0]) == 0 for line, on in pairwise(lines))
    assert all(any(is_near(MarkKind.PEN, (line,), *place, reach=1.5) for line in lines) for place in way)


def test_nothing_drawn_stays_in_memory_when_the_document_is_put_away(sheet: PageView) -> None:
    sheet.set_marks([as_mark(Wanted(0, MarkKind.PEN, Colour.BLUE, strokes=(Stroke((100, 200, 300, 210)),)))])
    picture(sheet)
    assert ink.pieces_of.cache_info().currsize > 0
    sheet.set_document(None)
    assert ink.pieces_of.cache_info().currsize == ink.bounds_of.cache_info().currsize == 0


def test_escape_takes_an_unfinished_drawing_back(sheet: PageView, qtbot: QtBot) -> None:
    asked: list[Wanted] = []
    sheet.markRequested.connect(asked.extend)
    plain = picture(sheet)
    sheet.draws = MarkKind.PEN
    pull(sheet, (100, 200), (200, 220), let_go=False)
    qtbot.keyClick(sheet, Qt.Key.Key_Escape)
    assert picture(sheet) == plain
    QTest.mouseRelease(sheet.viewport(), LEFT, NONE, at(sheet, 200, 220))
    assert asked == []


def test_with_an_empty_hand_the_mouse_selects_again(sheet: PageView, qtbot: QtBot) -> None:
    sheet.need_words(0)
    qtbot.waitUntil(lambda: 0 in sheet.words, timeout=10_000)
    word = sheet.words.get(0)[4]
    sheet.draws = MarkKind.PEN
    pull(sheet, (word.x0, word.y0 + 5), (word.x1 + 90, word.y1 - 5))
    assert sheet.selected_text == ""
    sheet.draws = None
    pull(sheet, (word.x0 + 2, word.y0 + 5), (word.x1 + 90, word.y1 - 5))
    assert sheet.selected_text != ""


def pen(
    sheet: PageView,
    *way: tuple[float, float, float],
    device: QPointingDevice | None = None,
) -> None:
    """x, y, pressure."""
    kinds = [QEvent.Type.TabletPress, *[QEvent.Type.TabletMove] * (len(way) - 1), QEvent.Type.TabletRelease]
    for kind, (x, y, pressure) in zip(kinds, [*way, (*way[-1][:2], 0.0)], strict=True):
        point = QPointF(at(sheet, x, y))
        button = LEFT if kind is not QEvent.Type.TabletMove else Qt.MouseButton.NoButton
        screen = QPointF(sheet.viewport().mapToGlobal(point.toPoint()))
        source = device or QPointingDevice.primaryPointingDevice()
        event = QTabletEvent(kind, source, point, screen, pressure, 0, 0, 0, 0, 0, NONE, button, LEFT)
        QApplication.sendEvent(sheet.viewport(), event)


def test_a_pen_that_feels_is_drawn_as_hard_as_it_is_pressed(sheet: PageView) -> None:
    asked: list[Wanted] = []
    sheet.markRequested.connect(asked.extend)
    sheet.draws = MarkKind.PEN
    pen(sheet, (100, 200, 0.1), (150, 240, 1.0), (200, 200, 0.4))
    (wanted,) = asked
    assert wanted.strokes[0].pressure == (26, 255, 102)


@pytest.mark.parametrize("tool", [None, MarkKind.PEN])
def test_a_pen_turned_upside_down_rubs_out_whatever_is_in_the_hand(
    sheet: PageView, tool: MarkKind | None
) -> None:
    device = QPointingDevice(
        "pen",
        7,
        QInputDevice.DeviceType.Stylus,
        QPointingDevice.PointerType.Eraser,
        QInputDevice.Capability.Position | QInputDevice.Capability.Pressure,
        1,
        1,
    )
    gone, asked = [], []
    sheet.erasedMarks.connect(lambda act: gone.extend(act.gone))
    sheet.markRequested.connect(asked.extend)
    sheet.set_marks([as_mark(Wanted(0, MarkKind.PEN, Colour.BLUE, strokes=(Stroke((100, 200, 300, 200)),)))])
    sheet.draws = tool
    pen(sheet, (150, 180, 0.5), (150, 200, 0.5), device=device)
    assert (gone, asked) == (["k-1"], [])


def test_a_press_on_a_line_chooses_it_and_one_beside_it_does_not(sheet: PageView) -> None:
    chosen: list[str] = []
    sheet.markActivated.connect(chosen.append)
    sheet.set_marks(
        [as_mark(Wanted(0, MarkKind.RECTANGLE, Colour.BLUE, strokes=(Stroke((100, 200, 300, 400)),)))]
    )
    for x, y in ((100, 300), (200, 300)):
        QTest.mouseClick(sheet.viewport(), LEFT, NONE, at(sheet, x, y))
    assert chosen == ["k-1", ""]


def test_a_page_full_of_drawings_looks_the_same_from_the_picture_made_ahead(
    sheet: PageView, qtbot: QtBot
) -> None:
    def drawn(number: int) -> MarkView:
        x, y = 60.0 + 7 * number, 80.0 + 11 * number
        stroke = Stroke((x, y, x + 60, y + 9, x + 90, y - 4))
        return as_mark(Wanted(0, MarkKind.PEN, Colour.BLUE, strokes=(stroke,)), number)

    marks = [drawn(number) for number in range(24)]
    sheet.set_marks(marks)
    painted = picture(sheet)

    def laid_on() -> bool:
        shown = sheet.sheet_of(0)
        assert shown is not None
        return sheet._ink.of(shown, sheet.marks_on(0), sheet.devicePixelRatioF()) is not None

    qtbot.waitUntil(laid_on)
    assert most_apart(painted, picture(sheet)) <= 3
    elsewhere = as_mark(Wanted(1, MarkKind.TEXT, Colour.BLUE, (Rect(72, 60, 200, 75),)), 99)
    sheet.set_marks([*(drawn(number) for number in range(24)), elsewhere])
    assert laid_on()
    sheet._left[elsewhere.id] = None
    assert laid_on()
    sheet.write_on(elsewhere)
    sheet.go_to(0)
    assert laid_on()
    sheet.end_writing()
    sheet.set_marks(marks[:-1])
    assert not laid_on()
    assert most_apart(painted, picture(sheet)) > 3
    sheet.set_document(None)
    assert not sheet._ink._layers


def most_apart(one: QImage, other: QImage) -> int:
    """By so much the least alike of their pixels differ, of 255."""
    left, right = (
        bytes(image.convertToFormat(QImage.Format.Format_RGB888).constBits()) for image in (one, other)
    )
    return max(abs(a - b) for a, b in zip(left, right, strict=True))
