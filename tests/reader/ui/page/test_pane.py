"""The document's pane: finding, marks, notices, a document that waits or failed."""

from __future__ import annotations

from collections.abc import Callable

import pymupdf
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QStackedWidget, QToolTip
from pytestqt.qtbot import QtBot

from reader.core.searching import Found, Where
from reader.core.views import DocumentView, Place
from reader.pdf import Hit as PdfHit
from reader.pdf import PdfErrorCode, SearchHit
from reader.ui.marks.tools import MarkTools, Tool
from reader.ui.page.document_pane import DocumentPane
from reader.ui.page.finding import FindPanel
from reader.ui.page.hits import shown
from reader.ui.page.presentation import Presentation
from reader.ui.page.source import PageSource
from reader.ui.search.results import found_spans
from reader.ui.theme import Tone
from reader.ui.widgets import Button, Scroll
from sync.model.ids import Digest, DocumentId, MeetingId
from sync.model.meeting import Urgency

Opener = Callable[[bytes], PageSource]
Maker = Callable[..., bytes]


@pytest.fixture
def pane(qtbot: QtBot) -> DocumentPane:
    made = DocumentPane()
    qtbot.addWidget(made)
    made.resize(1036, 640)
    made.show()
    return made


def document(name: str = "d-1", have: int = 100, place: Place | None = None) -> DocumentView:
    return DocumentView(
        id=DocumentId(name),
        meeting=MeetingId("m-1"),
        name="Tờ trình 12/TTr-UBND",
        symbol="12/TTr-UBND",
        summary="",
        issuer="",
        issued=None,
        urgency=next(iter(Urgency)),
        pages=9,
        size=100,
        have=have,
        sha256=Digest("0" * 64),
        has_text=True,
        place=place,
    )


def show(qtbot: QtBot, pane: DocumentPane, source: PageSource, view: DocumentView) -> None:
    with qtbot.waitSignal(pane.view.firstPainted, timeout=20_000):
        pane.set_document(view, source)


def hit(page: int, first: int, before: str = "", after: str = "") -> SearchHit:
    return SearchHit(PdfHit(page, (), first, first), before, "đường liên thôn", after)


def place(page: int) -> Found:
    return Found(Where.PAGE, MeetingId("m-1"), "", "", (), document=DocumentId("d-1"), page=page, first=1)


def test_words_typed_without_accents_are_found_and_gone_through(
    qtbot: QtBot, pane: DocumentPane, open_pdf: Opener, make_pdf: Maker
) -> None:
    show(qtbot, pane, open_pdf(make_pdf(12)), document(place=Place(page=4)))
    pane.open_find("duong lien thon")
    qtbot.waitUntil(lambda: len(pane.finding.hits) == 24, timeout=20_000)
    qtbot.waitUntil(lambda: pane.finding.status == "Chỗ 9/24", timeout=5_000)
    assert pane.view.page == 4
    field = pane.finding.focusProxy() or pane.window().focusWidget()
    assert field is not None
    for _ in range(2):
        pane.finding.step(1)
    assert pane.finding.status == "Chỗ 11/24"
    qtbot.waitUntil(lambda: pane.view.page == 5, timeout=5_000)
    for _ in range(3):
        pane.finding.step(-1)
    assert pane.finding.status == "Chỗ 8/24"
    pages = [found.hit.page for found in pane.finding.hits]
    assert pages == sorted(pages)


def test_finding_nothing_says_so_and_escape_closes(
    qtbot: QtBot, pane: DocumentPane, open_pdf: Opener, make_pdf: Maker
) -> None:
    show(qtbot, pane, open_pdf(make_pdf(3)), document())
    pane.open_find("khong he co")
    qtbot.waitUntil(lambda: pane.finding.status == "Không có chỗ nào", timeout=20_000)
    qtbot.keyClick(pane.finding, Qt.Key.Key_Escape)
    assert not pane.finding.isVisible()


def test_a_new_version_keeps_the_page_and_finds_again(
    qtbot: QtBot, pane: DocumentPane, open_pdf: Opener, make_pdf: Maker
) -> None:
    show(qtbot, pane, open_pdf(make_pdf(9)), document(place=Place(page=6, offset=0.3)))
    pane.open_find("phan 3.")
    qtbot.waitUntil(lambda: len(pane.finding.hits) == 1, timeout=20_000)
    pane.view.go_to(6)
    show(qtbot, pane, open_pdf(make_pdf(10, "Bản mới.")), document())
    qtbot.waitUntil(lambda: len(pane.finding.hits) == 1, timeout=20_000)


def test_another_document_begins_where_it_was_left_and_the_former_is_given_back(
    qtbot: QtBot, pane: DocumentPane, open_pdf: Opener, make_pdf: Maker
) -> None:
    first = open_pdf(make_pdf(9))
    show(qtbot, pane, first, document(place=Place(page=6)))
    show(qtbot, pane, open_pdf(make_pdf(4, "Khác.")), document("d-2", place=Place(page=2)))
    assert pane.view.page == 2
    assert first.waiting == 0


def test_a_document_that_is_still_coming_shows_how_far(qtbot: QtBot, pane: DocumentPane) -> None:
    pane.set_waiting(document(have=40))
    pane.set_waiting(document(have=70))
    assert pane.document == "d-1"
    assert not pane.view.isVisible()
    pane.set_failed(document(), PdfErrorCode.DAMAGED)
    assert not pane.view.isVisible()
    pane.clear()
    assert pane.document is None


def test_a_notice_names_what_was_chosen(qtbot: QtBot, pane: DocumentPane) -> None:
    pane.notice(Tone.WAIT, "Bản mới lúc 07:40.", [("old", "Xem bản trước")])
    assert pane._notice.isVisible()
    with qtbot.waitSignal(pane.noticePressed) as pressed:
        qtbot.mouseClick(pane._notice._buttons[0], Qt.MouseButton.LeftButton)
    assert pressed.args == ["old"]


def test_the_bar_never_asks_for_more_than_its_width(qtbot: QtBot, pane: DocumentPane) -> None:
    pane.toolbar.set_title("Báo cáo tình hình kinh tế – xã hội năm 2026")
    pane.toolbar.set_page(1, 300)
    pane.offer_neighbours(agenda=True, notes=True)
    for width in (1200, 900, 732, 560, 420):
        pane.resize(width, 600)
        assert pane.toolbar._needed() <= width


def test_hits_that_come_later_take_their_place_before(qtbot: QtBot) -> None:
    panel = FindPanel()
    qtbot.addWidget(panel)
    panel.begin()
    panel.add_hits([hit(7, 1), hit(9, 4)])
    assert panel.current == 0
    panel.add_hits([hit(2, 3), hit(5, 0)])
    assert [found.hit.page for found in panel.hits] == [2, 5, 7, 9]
    assert panel.current == 2
    panel.finish()
    assert panel.status == "Chỗ 3/4"
    panel.step(1)
    panel.step(1)
    assert panel.current == 0


def test_a_place_that_is_not_among_those_of_the_document_is_gone_to_by_its_page(qtbot: QtBot) -> None:
    panel = FindPanel()
    qtbot.addWidget(panel)
    panel.set_shown(DocumentId("d-1"))
    panel.look_in_whole("đường")
    panel.begin()
    panel.add_hits([hit(7, 1), hit(9, 4)])
    pages: list[int] = []
    panel.pageWanted.connect(pages.append)
    panel.aim_at(place(3))
    assert pages == []  # it may still come
    panel.finish()
    assert pages == [3]
    panel.aim_at(place(5))
    assert pages == [3, 5]
    panel.aim_at(place(7))
    assert panel.current == 0


def test_what_was_typed_elsewhere_is_asked_for_once(qtbot: QtBot) -> None:
    panel = FindPanel()
    qtbot.addWidget(panel)
    panel.look_in_whole("đường")
    asked: list[tuple[str, bool]] = []
    panel.wholeChanged.connect(lambda query, exact: asked.append((query, exact)))
    panel.look_in_whole("cầu", exact=True)
    panel.look_in_whole("cầu", exact=True)
    assert asked == [("cầu", True)]


def test_a_row_of_the_list_keeps_the_found_words_in_sight() -> None:
    text, start, length = shown(
        hit(1, 2, "rất nhiều chữ đứng trước khi đến chỗ cần tìm để hoàn thành", "Suối Lam")
    )
    assert text[start : start + length] == "đường liên thôn"
    assert start <= 24


def test_found_words_are_coloured_also_behind_letters_that_count_twice_in_a_layout() -> None:
    text, start, length = shown(hit(1, 2, "𝑥 < 𝑦"))
    span = found_spans(text, [(start, length)])[0]
    units = text.encode("utf-16-le")
    assert units[2 * span.start : 2 * (span.start + span.length)].decode("utf-16-le") == "đường liên thôn"


def test_the_table_of_contents_shows_where_one_is_and_leads_elsewhere(
    qtbot: QtBot, pane: DocumentPane, open_pdf: Opener, make_pdf: Maker
) -> None:
    contents = pymupdf.open("pdf", make_pdf(12))
    contents.set_toc([[1, "Mở đầu", 1], [2, "Thu\u202e ngân sách", 3], [2, "Chi", 6], [1, "Phụ lục", 10]])
    opened: list[bool] = []
    pane.leftOpened.connect(opened.append)
    show(qtbot, pane, open_pdf(bytes(contents.tobytes())), document(place=Place(page=6)))
    qtbot.keyClick(pane.view, Qt.Key.Key_F9)
    tree = pane.side.outline
    qtbot.waitUntil(lambda: not tree.empty, timeout=20_000)
    first, last = tree.model().index(0, 0), tree.model().index(1, 0)
    thu, chi = (tree.model().index(row, 0, first) for row in (0, 1))
    assert thu.data() == "Thu ngân sách"
    assert tree.is_here(chi)
    tree.collapse(first)
    assert tree.is_here(first)
    tree.chosen.emit(last)
    assert pane.view.page == 9
    assert tree.is_here(last)
    qtbot.keyClick(pane.view, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert pane.view.page == 6
    qtbot.keyClick(pane.view, Qt.Key.Key_F9)
    assert not pane.side.isVisible()
    assert opened == [True, False]


def test_small_pages_come_after_the_page_and_lead_to_it(
    qtbot: QtBot, pane: DocumentPane, open_pdf: Opener, make_pdf: Maker
) -> None:
    source = open_pdf(make_pdf(60))
    show(qtbot, pane, source, document(place=Place(page=40)))
    pane.show_side(True)
    # A document without a table of contents shows its pages at once.
    small = pane.side.thumbnails
    qtbot.waitUntil(lambda: small.isVisible() and small.picture(40) is not None, timeout=20_000)
    assert small.picture(0) is None
    assert small.currentIndex().row() == 40
    small.setCurrentIndex(small.model().index(42))
    qtbot.keyClick(small, Qt.Key.Key_Return)
    assert pane.view.page == 42
    pane.show_side(False)
    qtbot.waitUntil(lambda: source.waiting == 0, timeout=20_000)


def test_a_page_is_called_what_the_document_calls_it(
    qtbot: QtBot, pane: DocumentPane, open_pdf: Opener, make_pdf: Maker
) -> None:
    show(qtbot, pane, open_pdf(named_pages(make_pdf(6))), document(place=Place(page=1)))
    number = pane.toolbar.findChild(QStackedWidget)
    assert number is not None
    button = number.findChild(Button)
    assert button is not None
    qtbot.waitUntil(lambda: button.text() == "Trang ii (2/6)", timeout=10_000)
    pane.view.go_to(4)
    assert button.text() == "Trang PL-2 (5/6)"
    assert pane.side.thumbnails.label(4) == "PL-2"
    assert button.fontMetrics().horizontalAdvance(button.text()) <= number.width()


@pytest.mark.parametrize(
    ("typed", "page"), [("PL-2", 4), ("pl-1", 3), (" iii ", 2), ("2", 1), ("999", 5), ("0", 0)]
)
def test_a_page_is_asked_for_by_its_name_or_number_and_the_keyboard_is_back_on_the_pages(
    qtbot: QtBot, pane: DocumentPane, open_pdf: Opener, make_pdf: Maker, typed: str, page: int
) -> None:
    show(qtbot, pane, open_pdf(named_pages(make_pdf(6))), document())
    qtbot.waitUntil(lambda: pane.view.label(4) == "PL-2", timeout=10_000)
    pane.activateWindow()
    field = ask_page(qtbot, pane)
    field.setText(typed)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert pane.view.page == page
    assert not field.isVisible()
    assert pane.view.hasFocus()


@pytest.mark.qt_log_ignore("propagateSizeHints", "raise")  # a tool tip, where there is no screen
def test_a_page_that_is_not_there_is_said_to_be_and_asked_for_again(
    qtbot: QtBot, pane: DocumentPane, open_pdf: Opener, make_pdf: Maker
) -> None:
    show(qtbot, pane, open_pdf(named_pages(make_pdf(6))), document(place=Place(page=1)))
    pane.activateWindow()
    field = ask_page(qtbot, pane)
    for typed in ("PL-9", "", "hai"):
        field.setText(typed)
        qtbot.keyClick(field, Qt.Key.Key_Return)
        assert "6 trang" in QToolTip.text()
        assert QToolTip.text() == field.accessibleDescription()
        assert field.isVisible()
        assert pane.view.page == 1
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert pane.view.hasFocus()


def ask_page(qtbot: QtBot, pane: DocumentPane) -> QLineEdit:
    qtbot.keyClick(pane.view, Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    field = pane.toolbar.number.findChild(QLineEdit)
    assert field is not None
    qtbot.waitUntil(field.hasFocus, timeout=5_000)
    return field


def named_pages(data: bytes) -> bytes:
    """i, ii, iii, PL-1, PL-2, PL-3."""
    named = pymupdf.open("pdf", data)
    named.set_page_labels(
        [
            {"startpage": 0, "prefix": "", "style": "r", "firstpagenum": 1},
            {"startpage": 3, "prefix": "PL-", "style": "D", "firstpagenum": 1},
        ]
    )
    return bytes(named.tobytes())


def test_the_whole_screen_is_given_and_taken_back(
    qtbot: QtBot, pane: DocumentPane, open_pdf: Opener, make_pdf: Maker
) -> None:
    asked: list[bool] = []
    pane.fullScreenChanged.connect(asked.append)
    qtbot.keyClick(pane, Qt.Key.Key_F11)
    assert asked == []  # there is nothing to show yet
    show(qtbot, pane, open_pdf(make_pdf(3)), document())
    qtbot.keyClick(pane.view, Qt.Key.Key_F11)
    assert asked == [True]
    qtbot.waitUntil(lambda: pane.view.mapTo(pane, QPoint(0, 0)).y() == 0, timeout=5_000)
    qtbot.waitUntil(lambda: not pane.toolbar.isVisible(), timeout=10_000)
    QTest.mouseMove(pane.view.viewport(), QPoint(200, 300))
    QTest.mouseMove(pane.view.viewport(), QPoint(200, 2))
    assert pane.toolbar.isVisible()
    QTest.mouseMove(pane.view.viewport(), QPoint(200, 300))
    assert not pane.toolbar.isVisible()
    qtbot.keyClick(pane.view, Qt.Key.Key_Escape)
    assert asked == [True, False]
    assert pane.toolbar.isVisible()
    qtbot.waitUntil(lambda: pane.view.mapTo(pane, QPoint(0, 0)).y() > 0, timeout=5_000)


def test_a_projector_shows_whole_pages_and_the_pane_goes_on_from_there(
    qtbot: QtBot, pane: DocumentPane, open_pdf: Opener, make_pdf: Maker
) -> None:
    show(qtbot, pane, open_pdf(make_pdf(8)), document(place=Place(page=2)))
    qtbot.keyClick(pane.view, Qt.Key.Key_F5)
    shown = pane.findChild(Presentation)
    assert shown is not None
    stage = shown.stage
    qtbot.waitUntil(lambda: stage.is_sharp, timeout=20_000)
    assert stage.page == 2
    QTest.mouseClick(stage.viewport(), Qt.MouseButton.LeftButton)
    qtbot.keyClick(stage, Qt.Key.Key_Space)
    qtbot.keyClick(stage, Qt.Key.Key_Right)
    assert stage.page == 5
    assert len(stage.sheets()) == 1
    area = stage.viewport().rect()
    assert area.contains(stage.sheets()[0].area.toAlignedRect().adjusted(1, 1, -1, -1))
    corner = stage.viewport().grab().toImage().pixelColor(2, area.height() // 2)
    assert corner.name() == "#000000"
    with qtbot.waitSignal(shown.destroyed):
        qtbot.keyClick(stage, Qt.Key.Key_Escape)
    assert pane.view.page == 5


def test_a_document_taken_away_is_taken_from_projector_and_screen(
    qtbot: QtBot, pane: DocumentPane, open_pdf: Opener, make_pdf: Maker
) -> None:
    show(qtbot, pane, open_pdf(make_pdf(3)), document())
    asked: list[bool] = []
    pane.fullScreenChanged.connect(asked.append)
    pane.set_full_screen(True)
    qtbot.keyClick(pane.view, Qt.Key.Key_F5)
    shown = pane.findChild(Presentation)
    assert shown is not None
    with qtbot.waitSignal(shown.destroyed):
        pane.clear()
    assert asked == [True, False]


def test_what_was_looked_for_is_looked_for_in_the_next_document_too(
    qtbot: QtBot, pane: DocumentPane, open_pdf: Opener, make_pdf: Maker
) -> None:
    show(qtbot, pane, open_pdf(make_pdf(12)), document())
    pane.open_find("phan 3.")
    qtbot.waitUntil(lambda: len(pane.finding.hits) == 1, timeout=20_000)
    pane.close_find()
    show(qtbot, pane, open_pdf(make_pdf(4, "Khác.")), document("d-2"))
    pane.open_find()
    qtbot.waitUntil(lambda: pane.finding.status == "Chỗ 1/1", timeout=20_000)
    assert pane.view.page == 2


def test_finding_that_was_closed_before_its_end_begins_again(
    qtbot: QtBot, pane: DocumentPane, open_pdf: Opener, make_pdf: Maker
) -> None:
    show(qtbot, pane, open_pdf(make_pdf(12)), document())
    pane.open_find("phan 3.")
    qtbot.waitUntil(lambda: pane.finding.status == "Đang tìm…", timeout=5_000)
    pane.close_find()
    pane.open_find()
    qtbot.waitUntil(lambda: pane.finding.status == "Chỗ 1/1", timeout=20_000)


def test_what_was_found_in_a_version_goes_with_its_pages(
    qtbot: QtBot, pane: DocumentPane, open_pdf: Opener, make_pdf: Maker
) -> None:
    show(qtbot, pane, open_pdf(make_pdf(12)), document())
    pane.open_find("phan 3.")
    qtbot.waitUntil(lambda: len(pane.finding.hits) == 1, timeout=20_000)
    pane.set_waiting(document(have=0))
    assert not pane.finding.hits


def test_a_projector_that_ends_with_its_document_moves_no_other(
    qtbot: QtBot, pane: DocumentPane, open_pdf: Opener, make_pdf: Maker
) -> None:
    show(qtbot, pane, open_pdf(make_pdf(8)), document(place=Place(page=6)))
    qtbot.keyClick(pane.view, Qt.Key.Key_F5)
    shown = pane.findChild(Presentation)
    assert shown is not None
    with qtbot.waitSignal(shown.destroyed):
        show(qtbot, pane, open_pdf(make_pdf(9, "Khác.")), document("d-2", place=Place(page=2)))
    assert pane.view.page == 2
    assert not pane.view.history.has_back


def test_every_tool_has_keys_that_take_it_and_lay_it_down(pane: DocumentPane, qtbot: QtBot) -> None:
    pane.view.setFocus()
    numbers = [getattr(Qt.Key, f"Key_{number % 10}") for number in range(1, len(Tool))]
    for tool, key in zip(list(Tool)[1:], numbers, strict=True):
        taken = []
        pane.tools.toolChanged.connect(taken.append)
        for _ in range(2):
            qtbot.keyClick(pane.view, key, Qt.KeyboardModifier.AltModifier)
        pane.tools.toolChanged.disconnect(taken.append)
        assert taken == [tool, Tool.NONE]
    assert pane.tools.isVisible()


def test_all_tools_are_in_sight_on_a_small_laptop(qtbot: QtBot) -> None:
    tools = MarkTools()
    qtbot.addWidget(tools)
    tools.resize(164, 548)  # of 1366 × 696, under the header, the tabs and the bar
    tools.show()
    (scroll,) = tools.findChildren(Scroll)
    assert scroll.verticalScrollBar().maximum() == 0
