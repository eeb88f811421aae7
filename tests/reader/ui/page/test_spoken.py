"""What a screen reader can learn of a page, asked for as Qt's bridges ask."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Callable

import shiboken6
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect
from PySide6.QtGui import QAccessible, QAccessibleInterface, QAccessibleTextInterface
from pytestqt.qtbot import QtBot

from reader.core.views import Place
from reader.pdf import Word
from reader.ui.page import spoken
from reader.ui.page.page_words import RunningText
from reader.ui.page.source import PageSource
from reader.ui.page.view import PageView

Opener = Callable[[bytes], PageSource]
Maker = Callable[..., bytes]


def show(qtbot: QtBot, view: PageView, source: PageSource, page: int = 0) -> None:
    with qtbot.waitSignal(view.firstPainted, timeout=20_000):
        view.set_document(source, Place(page=page))
    view.need_words(page)
    qtbot.waitUntil(lambda: page in view.words, timeout=10_000)


def told(view: PageView) -> QAccessibleInterface:
    found = QAccessible.queryAccessibleInterface(view)
    assert found is not None
    return found


def text(view: PageView) -> QAccessibleTextInterface:
    found = told(view).textInterface()
    assert found is not None
    return found


def all_of(view: PageView) -> str:
    return text(view).text(0, text(view).characterCount())


def test_a_page_is_a_document_that_is_read(qtbot: QtBot, view: PageView) -> None:
    assert told(view).role() == QAccessible.Role.Document
    assert told(view).state().readOnly
    assert told(view).valueInterface() is None


def test_the_page_shown_is_read_from_its_first_word_to_its_number(
    qtbot: QtBot, view: PageView, open_pdf: Opener, make_pdf: Maker
) -> None:
    show(qtbot, view, open_pdf(make_pdf(4)), page=2)
    assert all_of(view).startswith("Phần 3.")
    assert all_of(view).endswith("\n3")
    assert told(view).text(QAccessible.Text.Name) == "Trang 3 trên 4"
    view.go_to(3)
    qtbot.waitUntil(lambda: all_of(view).startswith("Phần 4."), timeout=5_000)
    qtbot.waitUntil(lambda: view.accessibleName() == "Trang 4 trên 4", timeout=5_000)


def test_a_letter_is_where_it_is_on_the_screen(
    qtbot: QtBot, view: PageView, open_pdf: Opener, make_pdf: Maker
) -> None:
    show(qtbot, view, open_pdf(make_pdf(2)))
    first, second = text(view).characterRect(0), text(view).characterRect(1)
    pane = QRect(view.viewport().mapToGlobal(view.viewport().rect().topLeft()), view.viewport().size())
    assert pane.contains(first)
    assert first.left() < second.left()
    assert abs(first.center().y() - second.center().y()) <= 1
    assert text(view).offsetAtPoint(first.center()) == 0
    assert text(view).offsetAtPoint(pane.topLeft()) == -1


def test_a_word_that_is_read_comes_into_sight(
    qtbot: QtBot, view: PageView, open_pdf: Opener, make_pdf: Maker
) -> None:
    show(qtbot, view, open_pdf(make_pdf(2)))
    last = text(view).characterCount() - 1
    before = view.verticalScrollBar().value()
    text(view).setCursorPosition(last)
    assert text(view).cursorPosition() == last
    assert view.verticalScrollBar().value() > before


def test_a_page_without_words_is_silent(qtbot: QtBot, view: PageView) -> None:
    assert text(view).characterCount() == 0
    assert text(view).characterRect(0).isEmpty()
    assert text(view).offsetAtPoint(view.mapToGlobal(view.rect().center())) == -1
    text(view).setCursorPosition(5)
    assert text(view).cursorPosition() == 0


def test_what_is_said_of_a_document_goes_with_it(
    qtbot: QtBot, view: PageView, open_pdf: Opener, make_pdf: Maker
) -> None:
    show(qtbot, view, open_pdf(make_pdf(3)))
    assert all_of(view)
    view.set_document(None)
    assert view.words.running(0).words == ()
    assert all_of(view) == ""
    assert "3" not in view.accessibleName()


def test_views_that_are_gone_are_not_kept_for_a_screen_reader(qtbot: QtBot) -> None:
    seen = []
    for _ in range(20):
        gone = PageView()
        assert text(gone).characterCount() == 0
        seen.append(weakref.ref(gone))
        shiboken6.delete(gone)
        del gone
    gc.collect()
    assert [one for one in seen if one() is not None] == []
    assert sum(shiboken6.isValid(page) for page in spoken._kept) <= 1


@given(st.lists(st.tuples(st.text(st.characters(categories=["L", "M"]), min_size=1), st.integers(0, 2))))
def test_every_letter_belongs_to_the_word_it_stands_in(drawn: list[tuple[str, int]]) -> None:
    words = tuple(
        Word(10.0 * at, 20.0 * line, 10.0 * at + 8, 20.0 * line + 10, letters, 0, line, at)
        for at, (letters, line) in enumerate(sorted(drawn, key=lambda one: one[1]))
    )
    running = RunningText(words)
    for at in range(len(words)):
        start = running.offset(at)
        assert running.word(start) == at
        box = running.box(start)
        assert box is not None
        assert words[at].x0 <= box.x0 <= box.x1 <= words[at].x1
    assert running.text.count("\n") == max(0, len({line for _, line in drawn}) - 1)
