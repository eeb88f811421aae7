"""Words of one's own on the page: written in place, broken the same at every size, told while typed."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from support.drawn import LEFT, NONE, as_mark, at, picture, pull

from reader.core.views import Fit, MarkView
from reader.ui.marks.wanted import Wanted
from reader.ui.page import text_marks
from reader.ui.page.geometry import Zoom
from reader.ui.page.moving import Grip, resized
from reader.ui.page.text_pages import Writing
from reader.ui.page.view import PageView
from sync.model.annotation import Colour, MarkKind, Rect

LONG = "Hỏi vì sao dự phòng chỉ còn hai phần trăm, và đối chiếu với phụ lục hai trước khi thảo luận."


def a_text(text: str = LONG, x: float = 100, y: float = 200, wide: float = 160) -> MarkView:
    box = text_marks.fitted_box(Rect(x, y, x + wide, y), text)
    return as_mark(Wanted(0, MarkKind.TEXT, Colour.BLUE, (box,)), text=text)


class Asked:
    """What the pages say of what is written."""

    def __init__(self, view: PageView) -> None:
        self.begun: list[str | None] = []
        self.typed: list[Writing] = []
        self.ended: list[Writing] = []
        view.writingBegun.connect(self.begun.append)
        view.writingTyped.connect(self.typed.append)
        view.writingEnded.connect(self.ended.append)


def type_in(view: PageView, text: str) -> None:
    """Letters with their marks, as an input method sends them."""
    assert view._editor.writing
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(view._editor, event)
    assert view._editor.text == text


def test_a_click_with_the_tool_is_a_place_to_write(sheet: PageView, qtbot: QtBot) -> None:
    asked = Asked(sheet)
    sheet.draws = MarkKind.TEXT
    QTest.mouseClick(sheet.viewport(), LEFT, NONE, at(sheet, 100, 200))
    assert asked.begun == [None]
    QTest.keyClicks(sheet._editor.viewport(), "Hoi lai")
    qtbot.keyClick(sheet._editor, Qt.Key.Key_Escape)
    (ended,) = asked.ended
    assert (ended.page, ended.text, ended.ink, ended.mark) == (0, "Hoi lai", Colour.PINK, None)
    assert (ended.box.x0, ended.box.y0) == (pytest.approx(100, abs=2), pytest.approx(200, abs=2))
    assert ended.box.x1 - ended.box.x0 > 150
    assert not sheet._editor.writing
    assert sheet.hasFocus()


def test_a_box_that_is_pulled_open_is_as_wide_as_it_was_pulled(sheet: PageView, qtbot: QtBot) -> None:
    asked = Asked(sheet)
    sheet.draws = MarkKind.TEXT
    pull(sheet, (400, 300), (360, 310), (300, 330))
    type_in(sheet, LONG)
    qtbot.keyClick(sheet._editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    (ended,) = asked.ended
    assert (ended.box.x0, ended.box.x1) == (pytest.approx(300, abs=2), pytest.approx(400, abs=2))
    assert ended.box.y1 - ended.box.y0 > 5 * text_marks.SIZE  # so many lines


def test_near_the_pages_edge_there_is_still_room_to_write(sheet: PageView) -> None:
    asked = Asked(sheet)
    sheet.draws = MarkKind.TEXT
    QTest.mouseClick(sheet.viewport(), LEFT, NONE, at(sheet, 594, 200))
    sheet.end_writing()
    box = asked.ended[0].box
    assert box.x1 <= 595
    assert box.x1 - box.x0 >= 36


def test_typed_words_are_told_within_a_second_even_without_a_pause(sheet: PageView, qtbot: QtBot) -> None:
    asked = Asked(sheet)
    sheet.begin_writing(0, Rect(100, 200, 300, 200))
    with qtbot.waitSignal(sheet.writingTyped, timeout=1_000):
        QTest.keyClicks(sheet._editor.viewport(), "a")
    assert [one.text for one in asked.typed] == ["a"]


def test_a_press_beside_it_ends_the_writing_and_does_nothing_else(sheet: PageView) -> None:
    asked = Asked(sheet)
    sheet.draws = MarkKind.TEXT
    QTest.mouseClick(sheet.viewport(), LEFT, NONE, at(sheet, 100, 200))
    type_in(sheet, "một")
    QTest.mouseClick(sheet.viewport(), LEFT, NONE, at(sheet, 100, 600))
    assert [one.text for one in asked.ended] == ["một"]
    assert asked.begun == [None]


def test_what_is_written_goes_with_its_document(sheet: PageView) -> None:
    asked = Asked(sheet)
    sheet.begin_writing(0, Rect(100, 200, 300, 200))
    type_in(sheet, "dở dang")
    sheet.set_document(None)
    assert [one.text for one in asked.ended] == ["dở dang"]
    assert sheet._editor.text == ""


def test_a_text_is_written_on_with_a_double_click_and_its_old_words_are_not_seen_under_it(
    sheet: PageView,
) -> None:
    asked = Asked(sheet)
    mark = a_text()
    sheet.set_marks([mark])
    edited: list[str] = []
    sheet.editRequested.connect(edited.append)
    QTest.mouseDClick(sheet.viewport(), LEFT, NONE, at(sheet, 120, 210))
    assert edited == [mark.id]
    sheet.write_on(mark)
    assert list(sheet.marks_on(0)) == []
    assert sheet._editor.text == LONG
    sheet.end_writing()
    assert asked.ended[0] == Writing(0, mark.rects[0], LONG, Colour.BLUE, mark.id)
    assert list(sheet.marks_on(0)) == [mark]


def test_others_texts_are_not_written_on(sheet: PageView) -> None:
    asked = Asked(sheet)
    sheet.set_marks([replace(a_text(), mine=False)])
    sheet.write_on(replace(a_text(), mine=False))
    assert asked.begun == []


@pytest.mark.parametrize("turn", range(4))
@pytest.mark.parametrize("night", [False, True])
def test_a_text_is_seen_in_its_box_however_the_page_lies(
    qtbot: QtBot, sheet: PageView, turn: int, night: bool
) -> None:
    sheet.set_night(night)
    for _ in range(turn):
        sheet.rotate(1)
    qtbot.waitUntil(lambda: sheet.is_sharp, timeout=10_000)
    plain = picture(sheet)
    mark = a_text()
    sheet.set_marks([mark])
    marked = picture(sheet)
    area = sheet.sheet_of(0).rect(mark.rects[0])
    changed = [
        QPoint(x, y)
        for x in range(0, plain.width(), 2)
        for y in range(0, plain.height(), 2)
        if plain.pixelColor(x, y) != marked.pixelColor(x, y)
    ]
    assert len(changed) > 100
    assert all(area.adjusted(-2, -2, 2, 2).contains(point.toPointF()) for point in changed)


def test_lines_break_at_the_same_words_at_every_size(sheet: PageView, qtbot: QtBot) -> None:
    asked = Asked(sheet)
    sheet.begin_writing(0, Rect(100, 200, 260, 200))
    type_in(sheet, LONG)
    for zoom in (Zoom(Fit.PAGE), Zoom(Fit.FACTOR, 3.0), Zoom(Fit.FACTOR, 0.5)):
        sheet.set_zoom(zoom)
        on = sheet.sheet_of(0)
        place = on.rect(sheet._editor.box)
        assert abs(sheet._editor.geometry().center().x() - place.center().x()) <= 2
        assert abs(sheet._editor.geometry().center().y() - place.center().y()) <= 2
    sheet.end_writing()
    assert asked.ended[0].box == text_marks.fitted_box(Rect(100, 200, 260, 200), LONG)


def test_a_box_made_narrower_grows_downwards(sheet: PageView) -> None:
    mark = a_text()
    narrow = sheet.fitted(resized(mark, Grip.RIGHT, (180, 0), sheet._sizes[0]))
    assert narrow.rects[0].x1 == 180
    assert narrow.rects[0].y1 > mark.rects[0].y1
    assert narrow.rects[0].y0 == mark.rects[0].y0


def test_a_screen_reader_hears_what_is_written(sheet: PageView) -> None:
    sheet.begin_writing(0, Rect(100, 200, 300, 200))
    type_in(sheet, "dự phòng")
    assert sheet._editor.accessibleName() == "Chữ trên trang 1: dự phòng"


def test_undo_while_writing_means_the_words(sheet: PageView, qtbot: QtBot) -> None:
    sheet.begin_writing(0, Rect(100, 200, 300, 200))
    QTest.keyClicks(sheet._editor.viewport(), "mot")
    qtbot.keyClick(sheet._editor.viewport(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert sheet._editor.text == ""
    assert sheet._editor.writing


def test_nothing_written_stays_in_memory_when_the_document_is_put_away(sheet: PageView) -> None:
    sheet.set_marks([a_text()])
    picture(sheet)
    assert text_marks._laid.cache_info().currsize > 0
    sheet.set_document(None)
    assert text_marks._laid.cache_info().currsize == 0
