"""The meeting's frame and agenda: one click, keys, and views that disturb nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from support.layouts import Relaid

from reader.ui.meeting.agenda import AgendaPane
from reader.ui.meeting.model import AgendaModel
from reader.ui.meeting.screen import MeetingScreen, Tab
from reader.ui.theme import current

DAY = datetime(2026, 12, 11, 0, 44, tzinfo=UTC)


@pytest.fixture
def pane(qtbot: QtBot) -> AgendaPane:
    made = AgendaPane()
    qtbot.addWidget(made)
    made.resize(324, 600)
    made.show()
    return made


def row(pane: AgendaPane, item: int, document: int | None = None) -> QModelIndex:
    model = pane.tree.model()
    top = model.index(item, 0)
    return top if document is None else model.index(document, 0, top)


def test_the_model_keeps_the_rules_of_models(make: Any, qtbot: QtBot) -> None:
    model = AgendaModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    model.set_view(make.session())
    model.set_view(make.session(items=(make.item(1, "Chỉ một mục", make.document(9, "Một tài liệu")),)))
    assert model.rowCount() == 1


def test_a_click_anywhere_on_a_row_opens_the_document(pane: AgendaPane, make: Any, qtbot: QtBot) -> None:
    pane.set_view(make.session())
    place = pane.tree.visualRect(row(pane, 1, 0))
    with qtbot.waitSignal(pane.documentOpened) as sent:
        spot = QPoint(place.right() - 4, place.center().y())
        qtbot.mouseClick(pane.tree.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert sent.args == ["d-1"]


def test_enter_opens_and_arrows_fold(pane: AgendaPane, make: Any, qtbot: QtBot) -> None:
    pane.set_view(make.session())
    pane.tree.setCurrentIndex(row(pane, 1))
    qtbot.keyClick(pane.tree, Qt.Key.Key_Left)
    assert not pane.tree.isExpanded(row(pane, 1))
    qtbot.keyClick(pane.tree, Qt.Key.Key_Right)
    qtbot.keyClick(pane.tree, Qt.Key.Key_Down)
    with qtbot.waitSignal(pane.documentOpened) as sent:
        qtbot.keyClick(pane.tree, Qt.Key.Key_Return)
    assert sent.args == ["d-1"]


def test_an_item_folds_and_says_so(pane: AgendaPane, make: Any, qtbot: QtBot) -> None:
    pane.set_view(make.session())
    with qtbot.waitSignal(pane.itemOpened) as sent:
        pane.tree.chosen.emit(row(pane, 2))
    assert sent.args == ["i-3"]
    assert not pane.tree.isExpanded(row(pane, 2))


def test_selection_and_folding_stay_when_documents_come(pane: AgendaPane, make: Any) -> None:
    pane.set_view(make.session())
    pane.select("d-3")  # type: ignore[arg-type]
    pane.tree.collapse(row(pane, 1))
    more = (*make.session().items[:4], make.item(5, "Mục thêm", make.document(8, "Tài liệu thêm")))
    pane.set_view(make.session(items=more))
    assert pane.document == "d-3"
    assert not pane.tree.isExpanded(row(pane, 1))
    assert pane.tree.isExpanded(row(pane, 2))


@pytest.mark.parametrize(
    ("item", "document", "words"),
    [
        (1, 1, "Bản quét: không có chữ để tìm"),
        (2, 0, "Đổi bản lúc"),
        (2, 1, "Khẩn"),
        (2, 1, "Mới"),
        (2, 2, "Đã có 412/640 KB"),
        (3, 0, "Chờ tải, 640 KB"),
    ],
)
def test_each_state_is_said_in_words(
    pane: AgendaPane, make: Any, item: int, document: int, words: str
) -> None:
    pane.set_view(make.session())
    spoken = row(pane, item, document).data(Qt.ItemDataRole.AccessibleTextRole)
    assert words in spoken


@pytest.fixture
def screen(qtbot: QtBot, make: Any) -> MeetingScreen:
    made = MeetingScreen(desk=True)
    qtbot.addWidget(made)
    made.set_document_pane(QLabel("trang"))
    made.set_notes_pane(QLabel("ghi chú"))
    made.resize(1360, 696)
    made.set_view(make.session())
    made.show()
    return made


def test_changes_list_the_new_and_the_changed(screen: MeetingScreen, qtbot: QtBot) -> None:
    rows = screen.changes.rows
    assert screen.right_tabs._tabs[1].accessibleDescription() == "2 việc đang chờ"
    assert [rows.model().index(n, 0).data() for n in range(rows.model().rowCount())] == [
        "Tờ trình 12/TTr-UBND",
        "Dự thảo nghị quyết",
    ]
    with qtbot.waitSignal(screen.documentOpened) as sent:
        rows.chosen.emit(rows.model().index(1, 0))
    assert sent.args == ["d-4"]


def test_a_changed_document_that_was_opened_stays_among_the_changes_without_its_pill(
    screen: MeetingScreen, make: Any
) -> None:
    opened = make.document(3, "Tờ trình 12/TTr-UBND", before="1" * 64)
    screen.set_view(make.session(items=(make.item(3, "Dự toán", opened, make.document(4, "Như cũ")),)))
    assert [(row.title, row.pill) for row in screen.changes._model.rows] == [("Tờ trình 12/TTr-UBND", "")]


@pytest.mark.parametrize(
    ("seen", "words"), [(0, "18 trang"), (7, "đã đọc 7/18 trang"), (18, "đã đọc cả 18 trang")]
)
def test_a_row_says_who_issued_it_when_and_how_much_was_read(
    pane: AgendaPane, make: Any, seen: int, words: str
) -> None:
    one = make.document(1, "Tờ trình", symbol="12/TTr-UBND", issued=date(2026, 12, 1), seen=seen)
    pane.set_view(make.session(items=(make.item(1, "Dự toán", one),)))
    spoken = row(pane, 0, 0).data(Qt.ItemDataRole.AccessibleTextRole).replace("\u00a0", " ")
    assert f"12/TTr-UBND. UBND xã Suối Lam · 01/12/2026 · {words}" in spoken


def test_tabs_change_once_and_say_so(screen: MeetingScreen, qtbot: QtBot) -> None:
    with qtbot.waitSignal(screen.tabChanged) as sent:
        screen.header.tabChosen.emit(1)
    assert sent.args == [Tab.BALLOT]
    assert screen.tab is Tab.BALLOT
    screen.show_document("d-5")  # type: ignore[arg-type]
    assert screen.tab is Tab.DOCUMENTS
    assert screen.agenda.document == "d-5"


def test_a_hidden_pane_comes_back_with_its_button(screen: MeetingScreen) -> None:
    screen.agenda.hide_button.click()
    assert not screen.agenda.isVisible()
    screen.show_agenda(True)
    assert screen.agenda.isVisible()


def test_panes_are_as_wide_as_before_after_large_text(
    screen: MeetingScreen, settle: Callable[[], None]
) -> None:
    settle()
    before = screen.splitter.sizes()
    current().set_scale(2.0)
    settle()
    assert not screen.agenda.isVisible()
    current().set_scale(1.0)
    settle()
    assert screen.splitter.sizes() == before
    assert before[0] == 324


def test_narrow_windows_show_one_pane_and_a_document_brings_the_page(
    screen: MeetingScreen, qtbot: QtBot
) -> None:
    screen.resize(900, 696)
    qtbot.waitUntil(lambda: not screen.agenda.isVisible())
    screen.show_agenda(True)
    assert screen.agenda.isVisible()
    screen.agenda.documentOpened.emit("d-1")
    assert not screen.agenda.isVisible()


def test_the_same_meeting_again_moves_and_rebuilds_nothing(
    screen: MeetingScreen, make: Any, settle: Callable[[], None], relaid: Relaid
) -> None:
    view = replace(make.session(), stale=DAY)
    screen.resize(1366, 300)
    screen.set_view(view)
    settle()
    tree = screen.agenda.tree
    tree.setFocus()
    tree.setCurrentIndex(row(screen.agenda, 2, 1))
    tree.verticalScrollBar().setValue(40)
    settle()
    with relaid(screen) as layouts:
        screen.set_view(view)
        settle()
    assert layouts == []
    assert tree.hasFocus()
    assert tree.currentIndex() == row(screen.agenda, 2, 1)
    assert tree.verticalScrollBar().value() == 40


def test_how_old_the_meeting_is_stands_under_the_bar_only_when_it_is_old(
    screen: MeetingScreen, make: Any
) -> None:
    screen.set_view(make.session())
    assert not screen.age.isVisible()
    screen.set_view(replace(make.session(), stale=DAY))
    assert screen.age.isVisible()
    assert "Có thể đã có bản mới hơn" in screen.age.accessibleName()
    screen.set_view(make.session(newer=True))
    assert screen.age.accessibleName() == "Đã có bản mới hơn, đang chờ tải."
