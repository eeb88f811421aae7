"""Pages to come back to: set and taken away with keys, seen on the page and in small, gone to one by one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from support.drawn import LEFT, NONE, as_mark, picture

from reader.core.views import Fate, Fit, MarkView, Place
from reader.ui.marks.tools import MarkTools
from reader.ui.marks.wanted import MarkAct, Wanted
from reader.ui.page.bookmarks import Bookmarks
from reader.ui.page.ribbon import ribbon_place
from reader.ui.page.source import PageSource
from reader.ui.page.thumbnails import Thumbnails
from reader.ui.page.view import PageView
from sync.model.annotation import Colour, MarkKind

Opener = Callable[[bytes], PageSource]
Maker = Callable[..., bytes]


class Kept:
    """The pages, and marks that become what is asked for at once."""

    def __init__(self, view: PageView) -> None:
        self.view, self.tools, self.small = view, MarkTools(), Thumbnails()
        self.bookmarks = Bookmarks(view, self.tools, self.small)
        self.marks: list[MarkView] = []
        self.bookmarks.acted.connect(self._act)

    def _act(self, act: MarkAct) -> None:
        kept = [mark for mark in self.marks if mark.id not in act.gone]
        self.show(kept + [as_mark(one, len(self.marks) + 1) for one in act.made])

    def show(self, marks: list[MarkView]) -> None:
        self.marks = marks
        self.view.set_marks(marks)
        self.bookmarks.set_marks(marks)


@pytest.fixture
def kept(qtbot: QtBot, view: PageView, open_pdf: Opener, make_pdf: Maker) -> Kept:
    with qtbot.waitSignal(view.firstPainted, timeout=20_000):
        view.set_document(open_pdf(make_pdf(6)), Place(fit=Fit.PAGE))
    made = Kept(view)
    qtbot.addWidget(made.tools)
    qtbot.addWidget(made.small)
    return made


def a_bookmark(page: int, number: int = 9, **more: object) -> MarkView:
    return as_mark(Wanted(page, MarkKind.BOOKMARK, Colour.PINK), number, **more)


def test_one_is_set_on_the_page_shown_and_taken_away_again(kept: Kept) -> None:
    plain = picture(kept.view)
    kept.bookmarks.toggle()
    (mark,) = kept.marks
    assert (mark.page, mark.kind) == (0, MarkKind.BOOKMARK)
    assert picture(kept.view) != plain
    assert kept.tools._bookmark.isChecked()
    assert kept.small.has_bookmark(0)
    kept.tools._bookmark.click()
    assert kept.marks == []
    assert picture(kept.view) == plain
    assert not kept.tools._bookmark.isChecked()


def test_all_that_two_laptops_set_on_a_page_go_together_and_others_stay(kept: Kept) -> None:
    theirs = a_bookmark(0, 3, mine=False)
    kept.show([a_bookmark(0, 1), a_bookmark(0, 2), theirs])
    kept.bookmarks.toggle()
    assert kept.marks == [theirs]
    assert not kept.tools._bookmark.isChecked()


def test_keys_go_to_the_next_and_the_one_before_round_and_round(kept: Kept) -> None:
    kept.bookmarks.step(1)
    assert kept.view.page == 0
    kept.show([a_bookmark(1, 1), a_bookmark(4, 2), replace(a_bookmark(2, 3), fate=Fate.LOST)])
    pages = []
    for way in (1, 1, 1, -1, -1):
        kept.bookmarks.step(way)
        pages.append(kept.view.page)
    assert pages == [1, 4, 1, 4, 1]
    kept.view.go_back()
    assert kept.view.page == 4


@pytest.mark.parametrize("turn", range(4))
def test_a_ribbon_hangs_at_the_upper_outer_corner_and_is_chosen_with_a_press(kept: Kept, turn: int) -> None:
    for _ in range(turn):
        kept.view.rotate(1)
    kept.show([a_bookmark(0)])
    sheet = kept.view.sheet_of(0)
    place = ribbon_place(sheet)
    assert place.top() == sheet.area.top()
    assert place.center().x() > sheet.seen.center().x()
    chosen: list[str] = []
    kept.view.markActivated.connect(chosen.append)
    QTest.mouseClick(kept.view.viewport(), LEFT, NONE, place.center().toPoint())
    assert chosen == ["k-9"]


def test_small_pages_say_and_show_which_have_one(kept: Kept, qtbot: QtBot) -> None:
    kept.small.resize(268, 500)
    kept.small.set_source(kept.view._source)
    kept.small.show()
    plain = kept.small.grab().toImage()
    kept.show([a_bookmark(1)])
    assert kept.small.grab().toImage() != plain
    said = [kept.small.model().index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(3)]
    assert said == ["Trang 1", "Trang 2, có dấu trang", "Trang 3"]
    kept.small.set_source(None)
