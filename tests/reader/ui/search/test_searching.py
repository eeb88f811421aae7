"""Searching as a person does: typing, going through the places, opening one, coming back."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from support.packets import PASSPHRASE

from reader.core.indexing import IndexView
from reader.core.searching import Where
from reader.ui.meeting.screen import Tab
from reader.ui.search.model import Heading
from sync.model.ids import MeetingId

QUERY = "duong lien thon"


def rows(results: Any) -> list[str]:
    model = results.results
    return [model.data(model.index(n)) for n in range(model.rowCount())]


def current_hit(reader: Any) -> tuple[int, int] | None:
    panel = reader.book.meeting.reading.pane.finding
    return None if panel.current is None else (panel.hits[panel.current].hit.page, panel.current)


def test_places_of_all_meetings_are_listed_by_document_and_enter_opens_one_at_its_words(reader: Any) -> None:
    reader.indexed()
    reader.look_for(QUERY, 4)
    page = reader.book.shelf.search
    assert page.isVisible()
    reader.wait(lambda: page.status.startswith("4 chỗ, trong 3 tài liệu · 1 bản quét"), "the sentence")
    assert rows(page.list) == [
        "Báo cáo 215/BC-UBND · Kỳ họp 5, 1 chỗ",
        "Trang 2: Đã thi công 3,2 km đường liên thôn, đạt 64 %.",
        "Tờ trình 12/TTr-UBND · Kỳ họp 5, 2 chỗ",
        "Trang 7: Bố trí vốn đường liên thôn. Duy tu đường liên thôn, cầu dân sinh.",
        "Trang 7: …đường liên thôn. Duy tu đường liên thôn, cầu dân sinh.",
        "Biên bản kiểm tra · Kỳ họp 5, 1 chỗ",
        "Trang 1: Đường liên thôn đã nghiệm thu.",
    ]
    QTest.keyClick(page.field.edit, Qt.Key.Key_Down)
    for _ in range(2):
        QTest.keyClick(page.list, Qt.Key.Key_Down)
    chosen = page.list.here()
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    pane = reader.book.meeting.reading.pane
    reader.wait(lambda: current_hit(reader) == (6, 1), "the second place on page 7")
    reader.wait(lambda: pane.view.page == 6, "its page")
    assert pane.finding.whole
    reader.wait(lambda: pane.finding.status == "Chỗ 3/3, trong 2 tài liệu", "the others of this meeting")
    QTest.keyClick(pane.view, Qt.Key.Key_Escape)
    assert page.isVisible()
    assert page.list.here() == chosen
    assert reader.window.focusWidget() is page.list
    assert not pane.finding.isVisibleTo(pane)


def test_closing_the_panel_with_its_button_stays_at_the_page(reader: Any) -> None:
    reader.indexed()
    reader.look_for(QUERY, 4)
    QTest.keyClick(reader.book.shelf.search.field.edit, Qt.Key.Key_Return)
    pane = reader.book.meeting.reading.pane
    reader.wait(lambda: current_hit(reader) == (1, 0), "the first place")
    pane.finding.closed.emit()
    assert reader.book.meeting.screen.isVisible()
    pane.open_find()
    QTest.keyClick(pane.finding._field.edit, Qt.Key.Key_Escape)
    assert reader.book.meeting.screen.isVisible()
    reader.book.meeting.screen.header.backPressed.emit()
    assert reader.book.shelf.search.isVisible()


def test_what_an_input_method_is_composing_is_asked_for_when_it_is_there(reader: Any) -> None:
    reader.indexed()
    page = reader.book.shelf.search
    asked: list[str] = []
    page.queryChanged.connect(lambda query, exact: asked.append(query))
    page.take_keyboard()
    for composing in ("d", "đu", "đươ", "đườ"):
        QApplication.sendEvent(page.field.edit, QInputMethodEvent(composing, []))
        reader.settle()
        assert page.field.text == ""
    assert asked == []
    done = QInputMethodEvent("", [])
    done.setCommitString("đường")
    QApplication.sendEvent(page.field.edit, done)
    QApplication.sendEvent(page.field.edit, QInputMethodEvent("liê", []))
    reader.wait(lambda: page.list.results.places == 4, "the places")
    assert asked == ["đường"]


def test_escape_leads_back_to_the_shelf(reader: Any) -> None:
    reader.indexed()
    reader.look_for(QUERY, 4)
    QTest.keyClick(reader.book.shelf.search.field.edit, Qt.Key.Key_Escape)
    assert reader.book.shelf.next.isVisible()
    assert reader.book.shelf.search.field.text == ""
    assert reader.book.shelf.search.list.results.places == 0


def test_the_way_back_to_the_shelf_gives_the_whole_screen_back(reader: Any, qtbot: Any) -> None:
    reader.indexed()
    reader.look_for(QUERY, 4)
    QTest.keyClick(reader.book.shelf.search.field.edit, Qt.Key.Key_Return)
    pane = reader.book.meeting.reading.pane
    reader.wait(lambda: current_hit(reader) is not None, "the place")
    with qtbot.waitActive(reader.window, timeout=20_000):
        reader.window.activateWindow()
    QTest.keyClick(pane.view, Qt.Key.Key_F11)
    assert reader.window.isFullScreen()
    QTest.keyClick(pane.view, Qt.Key.Key_Escape)
    assert reader.book.shelf.isVisible()
    assert not reader.window.isFullScreen()
    assert reader.window._spine.isVisible()


@pytest.mark.parametrize(
    ("key", "modifiers"),
    [
        (Qt.Key.Key_Slash, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier),
    ],
)
def test_a_key_leads_to_the_field(
    reader: Any, qtbot: Any, key: Qt.Key, modifiers: Qt.KeyboardModifier
) -> None:
    with qtbot.waitActive(reader.window, timeout=20_000):
        reader.window.activateWindow()
    reader.book.shelf.next.open_button.setFocus()
    QTest.keyClick(reader.book.shelf.next.open_button, key, modifiers)
    assert reader.window.focusWidget() is reader.book.shelf.search.field.edit


def test_what_is_recalled_meanwhile_leaves_the_results(reader: Any) -> None:
    reader.indexed()
    reader.look_for(QUERY, 4)
    reader.happens(lambda book: book.vault.packets.recall(MeetingId("m-1"), 1))
    page = reader.book.shelf.search
    reader.wait(lambda: page.list.results.places == 1, "only the other meeting's")
    assert page.list.here().meeting == "m-2"


def test_a_place_whose_reading_period_has_ended_says_so(reader: Any) -> None:
    reader.indexed()
    reader.look_for(QUERY, 4)
    book = reader.office.book
    reader.window._books.wait(lambda _: setattr(book, "_clock", lambda: _late(book)))
    QTest.keyClick(reader.book.shelf.search.field.edit, Qt.Key.Key_Return)
    reader.wait(reader.book.shelf.lost.isVisible, "the reason")
    assert reader.book.shelf.search.query == ""


def test_a_reading_period_that_ends_while_another_page_is_shown_leaves_no_results(reader: Any) -> None:
    reader.indexed()
    reader.look_for(QUERY, 4)
    QTest.keyClick(reader.book.shelf.search.field.edit, Qt.Key.Key_Return)
    reader.wait(lambda: reader.book.search.brought is not None, "the place is on the screen")
    reader.book.show_sync()
    book = reader.office.book
    reader.window._books.wait(lambda _: setattr(book, "_clock", lambda: _late(book)))
    reader.book._minute.timeout.emit()
    reader.wait(lambda: reader.book.meeting.view is None, "the meeting is forgotten")
    page = reader.book.shelf.search
    reader.wait(lambda: page.list.here() is None or page.list.here().meeting == "m-2", "so are its places", 5)
    assert reader.book.search.brought is None
    assert reader.book.sync.isVisible()


def _late(book: Any) -> Any:
    return book.vault.packets.current(MeetingId("m-1")).manifest.lease + timedelta(days=1)


def test_exactly_finds_only_these_accents_and_capitals(reader: Any) -> None:
    reader.indexed()
    reader.look_for("Đường liên thôn", 4)
    page = reader.book.shelf.search
    page.exact.click()
    reader.wait(lambda: page.list.results.places == 1, "one place")
    assert page.list.here().document_name == "Biên bản kiểm tra"


def test_nothing_found_says_what_to_do(reader: Any) -> None:
    reader.indexed()
    page = reader.book.shelf.search
    for typed, said in (
        ("không hề có", "Không thấy “không hề có” trong máy này"),
        ("%%", "Gõ ít nhất một chữ cái hoặc chữ số"),
    ):
        page.field.set_text(typed)
        reader.wait(lambda said=said: page._empty.accessibleName() == said, said)
        assert page._empty.isVisible()


def test_names_and_notes_are_found_and_a_note_is_opened(reader: Any) -> None:
    reader.indexed()
    mark = reader.note("m-1-1", "Hỏi lại vốn đối ứng")
    reader.look_for("von doi ung", 1)
    page = reader.book.shelf.search
    assert page.list.here().where is Where.NOTE
    QTest.keyClick(page.field.edit, Qt.Key.Key_Return)
    pane = reader.book.meeting.reading.pane
    reader.wait(lambda: pane.view.chosen_mark == mark, "the note is chosen")
    assert pane.document == "m-1-1"
    reader.book._to_shelf()
    page.field.set_text("")
    reader.look_for("12 ttr", 1)
    assert rows(page.list) == [
        "Tên tài liệu và mục chương trình, 1 chỗ",
        "Tài liệu: Tờ trình 12/TTr-UBND. Kỳ họp 5",
    ]


def test_in_a_meeting_the_keys_go_through_the_places_of_all_its_documents(reader: Any) -> None:
    reader.indexed()
    reader.book.open_meeting(MeetingId("m-1"), Tab.DOCUMENTS)
    reader.wait(reader.book.meeting.screen.isVisible, "the meeting")
    pane = reader.book.meeting.reading.pane
    reader.wait(lambda: pane.view.pages > 0, "a document")
    reader.book.meeting.search.open()
    panel = pane.finding
    reader.type(panel._field.edit, QUERY)
    reader.wait(lambda: panel.results.results.places == 3, "three places")
    assert pane.view.page == 0
    seen = []
    for _ in range(4):
        QTest.keyClick(panel._field.edit, Qt.Key.Key_Return)
        target = panel.results.here()
        reader.wait(lambda t=target: pane.document == t.document and pane.view.page == t.page, "the place")
        reader.wait(lambda: panel.current is not None, "its words")
        seen.append((pane.document, current_hit(reader)))
    assert seen == [("m-1-1", (1, 0)), ("m-1-2", (6, 0)), ("m-1-2", (6, 1)), ("m-1-1", (1, 0))]
    panel.look_here()
    reader.wait(lambda: panel.status == "Chỗ 1/1", "those of this document")
    QTest.keyClick(panel._field.edit, Qt.Key.Key_Escape)
    assert reader.book.meeting.screen.isVisible()


def test_a_place_in_another_document_is_not_taken_for_one_on_the_screen(reader: Any, office: Any) -> None:
    """Two documents that say the same on the same page."""
    same = {"Bản A": "Mục lục.", "Bản B": "Mục lục. "}
    pages = {name: office.a_pdf(*([start] * 5), "Kinh phí đường liên huyện.") for name, start in same.items()}
    reader.happens(lambda book: office.publish(book, "m-0", pages, days=0.5))
    reader.wait(lambda: reader.book._index.total == 6 and reader.book._index.complete, "the index", 60)
    reader.look_for("lien huyen", 2)
    page = reader.book.shelf.search
    pane = reader.book.meeting.reading.pane
    for row, document in ((1, "m-0-1"), (3, "m-0-2"), (1, "m-0-1")):
        page.list.setCurrentIndex(page.list.results.index(row))
        QTest.keyClick(page.list, Qt.Key.Key_Return)
        reader.wait(lambda d=document: pane.document == d and current_hit(reader) == (5, 0), document)
        reader.wait(lambda: pane.view.page == 5, "its page")
        QTest.keyClick(pane.view, Qt.Key.Key_Escape)
        assert page.isVisible()


def test_while_documents_are_being_read_the_page_says_how_many(
    reader: Any, office: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader.indexed()
    more = {f"Phụ lục {n}": b"no document at all %d" % n for n in range(3)}
    page = reader.book.shelf.search
    reader.look_for("khong he co", 0)
    said: list[str] = []
    search = reader.book.search
    tell = search.set_index

    def note(view: IndexView) -> None:
        tell(view)
        said.append(page.coming)

    monkeypatch.setattr(search, "set_index", note)
    reader.happens(lambda book: office.publish(book, "m-3", more, days=9))
    reader.wait(lambda: reader.book._index.done == 7, "all seven", 60)
    assert "Đang lập chỉ mục: 5/7 tệp. Kết quả chưa đủ." in said
    assert page.coming == ""


def test_a_lock_ends_the_reading_and_the_next_unlock_goes_on_with_it(reader: Any) -> None:
    reader.lock()
    reader.unlock(PASSPHRASE)
    reader.indexed()
    reader.look_for(QUERY, 4)


def test_a_heading_is_no_place(reader: Any) -> None:
    reader.indexed()
    reader.look_for(QUERY, 4)
    results = reader.book.shelf.search.list.results
    assert isinstance(results.row(results.index(0)), Heading)
    assert results.flags(results.index(0)) == Qt.ItemFlag.NoItemFlags
    assert results.found(results.index(0)) is None
