"""The pages on the screen, painted by a real PDF child."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.core.views import MarkView, Place, Trip
from reader.pdf import Hit, find_in_words
from reader.pdf import Rect as PdfRect
from reader.ui.page.geometry import Fit, Zoom
from reader.ui.page.source import PageSource
from reader.ui.page.view import PageView
from reader.ui.theme import Colour as Token
from reader.ui.theme import Mode, current
from sync.model.annotation import Audience, Colour, MarkKind, Rect
from sync.model.ids import Digest, DocumentId, MarkId, MeetingId

Opener = Callable[[bytes], PageSource]
Maker = Callable[..., bytes]


@pytest.fixture
def view(qtbot: QtBot) -> PageView:
    shown = PageView()
    qtbot.addWidget(shown)
    shown.resize(732, 560)
    shown.show()
    return shown


def show(qtbot: QtBot, view: PageView, source: PageSource, place: Place | None = None) -> None:
    with qtbot.waitSignal(view.firstPainted, timeout=20_000):
        view.set_document(source, place)
    words_of(qtbot, view, view.page)


def words_of(qtbot: QtBot, view: PageView, page: int) -> None:
    view.need_words(page)
    qtbot.waitUntil(lambda: page in view.words, timeout=10_000)


def picture(view: PageView) -> QImage:
    return view.viewport().grab().toImage()


def mark(page: int, rects: tuple[Rect, ...], **changes: object) -> MarkView:
    values: dict[str, object] = {
        "id": MarkId("k-1"),
        "meeting": MeetingId("m-1"),
        "document": DocumentId("d-1"),
        "sha256": Digest("0" * 64),
        "page": page,
        "kind": MarkKind.HIGHLIGHT,
        "rects": rects,
        "quote": None,
        "colour": Colour.YELLOW,
        "text": "",
        "audience": Audience.PRIVATE,
        "at": datetime(2026, 12, 11, tzinfo=UTC),
        "mine": True,
        "author": "",
        "trip": Trip.SENT,
    }
    return MarkView(**(values | changes))  # type: ignore[arg-type]


def middle(view: PageView, page: int, box: PdfRect | Rect) -> QPoint:
    sheet = view.sheet_of(page)
    assert sheet is not None
    return sheet.rect(box).center().toPoint()


def test_the_first_page_is_painted_sharp(
    qtbot: QtBot, view: PageView, open_pdf: Opener, make_pdf: Maker
) -> None:
    show(qtbot, view, open_pdf(make_pdf(3)))
    image = picture(view)
    dark = sum(image.pixelColor(x, y).lightness() < 90 for x in range(0, 700, 3) for y in range(0, 550, 3))
    assert dark > 200
    assert view.page == 0
    assert view.pages == 3


def test_a_place_survives_another_view(
    qtbot: QtBot, view: PageView, open_pdf: Opener, make_pdf: Maker
) -> None:
    data = make_pdf(40)
    show(qtbot, view, open_pdf(data), Place(page=23, offset=0.4))
    place = view.place()
    assert place.page == 23
    assert place.offset == pytest.approx(0.4, abs=0.01)
    other = PageView()
    qtbot.addWidget(other)
    other.resize(500, 700)
    other.show()
    show(qtbot, other, open_pdf(data), place)
    assert other.place().page == 23
    assert other.place().offset == pytest.approx(0.4, abs=0.01)


def test_a_new_version_stays_at_the_page(
    qtbot: QtBot, view: PageView, open_pdf: Opener, make_pdf: Maker
) -> None:
    show(qtbot, view, open_pdf(make_pdf(30)), Place(page=17, offset=0.2))
    show(qtbot, view, open_pdf(make_pdf(31, "Bản mới.")))
    assert view.place().page == 17
    show(qtbot, view, open_pdf(make_pdf(5, "Ngắn hơn.")))
    assert view.place().page >= 3


def test_resizing_keeps_the_place(qtbot: QtBot, view: PageView, open_pdf: Opener, make_pdf: Maker) -> None:
    show(qtbot, view, open_pdf(make_pdf(20)), Place(page=9, offset=0.5))
    for width in (500, 1000, 640):
        view.resize(width, 480)
        QApplication.processEvents()
        assert view.place().page == 9
        assert view.place().offset == pytest.approx(0.5, abs=0.02)


def test_zooming_with_the_wheel_keeps_the_point_under_the_pointer(
    qtbot: QtBot, view: PageView, open_pdf: Opener, make_pdf: Maker
) -> None:
    show(qtbot, view, open_pdf(make_pdf(10)), Place(page=4, offset=0.3, zoom=1.5))
    at = QPointF(300, 250)
    before = view.spot_at(at)
    assert before is not None
    for turn in (120, 120, 120, -120):
        wheel = QWheelEvent(
            at,
            view.viewport().mapToGlobal(at),
            QPoint(),
            QPoint(0, turn),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.ControlModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(view.viewport(), wheel)
        after = view.spot_at(at)
        assert after is not None
        assert after.page == before.page
        assert after.x == pytest.approx(before.x, abs=1.5)
        assert after.y == pytest.approx(before.y, abs=1.5)
    assert view.zoom.fit is Fit.FACTOR


def test_zoom_is_held_within_its_bounds(
    qtbot: QtBot, view: PageView, open_pdf: Opener, make_pdf: Maker
) -> None:
    show(qtbot, view, open_pdf(make_pdf(2)))
    for _ in range(30):
        view.zoom_in()
    assert view.factor == pytest.approx(8.0)
    qtbot.waitUntil(lambda: view.is_sharp, timeout=20_000)
    for _ in range(40):
        view.zoom_out()
    assert view.factor == pytest.approx(0.1)


def test_dragging_over_words_selects_them(
    qtbot: QtBot, view: PageView, open_pdf: Opener, make_pdf: Maker
) -> None:
    show(qtbot, view, open_pdf(make_pdf(2)))
    words = view.words.get(0)
    first = next(word for word in words if word.text == "48.620")
    last = next(word for word in words[words.index(first) :] if word.text.startswith("tăng"))
    start, end = middle(view, 0, PdfRect(*first[:4])), middle(view, 0, PdfRect(*last[:4]))
    left = Qt.MouseButton.LeftButton
    QTest.mousePress(view.viewport(), left, Qt.KeyboardModifier.NoModifier, start)
    QTest.mouseMove(view.viewport(), (start + end) / 2)
    QTest.mouseMove(view.viewport(), end)
    QTest.mouseRelease(view.viewport(), left, Qt.KeyboardModifier.NoModifier, end)
    assert view.selected_text == "48.620 triệu đồng, tăng"
    with qtbot.waitSignal(view.highlightRequested) as asked:
        qtbot.keyClick(view, Qt.Key.Key_H)
    page, rects, quote, colour = asked.args
    assert (page, quote.exact, colour) == (0, "48.620 triệu đồng, tăng", Colour.YELLOW)
    assert rects[0].x0 == pytest.approx(first.x0)
    assert rects[-1].x1 == pytest.approx(last.x1)
    assert view.selected_text == ""


def test_a_double_click_takes_the_word_and_ctrl_c_asks_for_it(
    qtbot: QtBot, view: PageView, open_pdf: Opener, make_pdf: Maker
) -> None:
    show(qtbot, view, open_pdf(make_pdf(1)))
    word = next(word for word in view.words.get(0) if word.text == "ngân")
    QTest.mouseDClick(
        view.viewport(),
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
        middle(view, 0, PdfRect(*word[:4])),
    )
    assert view.selected_text == "ngân"
    with qtbot.waitSignal(view.copyRequested) as copied:
        qtbot.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert copied.args == ["ngân"]


@pytest.mark.parametrize("mode", [Mode.LIGHT, Mode.DARK])
def test_a_mark_colours_its_place_and_nothing_else(
    qtbot: QtBot, view: PageView, open_pdf: Opener, make_pdf: Maker, mode: Mode
) -> None:
    current().set_mode(mode)
    show(qtbot, view, open_pdf(make_pdf(2)))
    box = Rect(100, 100, 200, 110)
    blank = Rect(100, 20, 200, 30)
    plain = picture(view)
    view.set_marks([mark(0, (blank,))])
    marked = picture(view)
    at = middle(view, 0, blank)
    wanted = QColor(current().tokens.of(Token.MARK_YELLOW))
    assert marked.pixelColor(at).name() == wanted.name()
    elsewhere = middle(view, 0, box)
    assert marked.pixelColor(elsewhere) == plain.pixelColor(elsewhere)
    view.set_marks([])
    assert picture(view) == plain


def test_a_mark_of_another_version_is_not_drawn(
    qtbot: QtBot, view: PageView, open_pdf: Opener, make_pdf: Maker
) -> None:
    show(qtbot, view, open_pdf(make_pdf(1)))
    plain = picture(view)
    view.set_marks([mark(0, (Rect(100, 20, 200, 30),), current=False)])
    assert picture(view) == plain


def test_pressing_a_mark_chooses_it_and_pressing_beside_it_lets_go(
    qtbot: QtBot, view: PageView, open_pdf: Opener, make_pdf: Maker
) -> None:
    show(qtbot, view, open_pdf(make_pdf(1)))
    box = Rect(100, 20, 200, 30)
    view.set_marks([mark(0, (box,))])
    chosen: list[str] = []
    view.markActivated.connect(chosen.append)
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QTest.mouseClick(view.viewport(), left, none, middle(view, 0, box))
    QTest.mouseClick(view.viewport(), left, none, middle(view, 0, Rect(400, 20, 420, 30)))
    assert chosen == ["k-1", ""]


def test_the_place_found_is_brought_into_sight(
    qtbot: QtBot, view: PageView, open_pdf: Opener, make_pdf: Maker
) -> None:
    show(qtbot, view, open_pdf(make_pdf(30)))
    words_of(qtbot, view, 21)
    hits: list[Hit] = find_in_words(view.words.get(21), "duong lien thon", page=21)
    view.set_hits(hits, 0)
    sheet = view.sheet_of(21)
    assert sheet is not None
    assert view.viewport().rect().contains(sheet.rect(hits[0].rects[0]).toRect())
    with qtbot.waitSignal(view.highlightRequested) as asked:
        qtbot.keyClick(view, Qt.Key.Key_H)
    assert asked.args[0] == 21
    assert asked.args[2].exact == "đường liên thôn"


def test_keys_move_and_the_ends_hold(qtbot: QtBot, view: PageView, open_pdf: Opener, make_pdf: Maker) -> None:
    show(qtbot, view, open_pdf(make_pdf(12)))
    qtbot.keyClick(view, Qt.Key.Key_PageUp)
    assert view.page == 0
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert view.page == 11
    qtbot.keyClick(view, Qt.Key.Key_PageDown)
    assert view.page == 11
    qtbot.keyClick(view, Qt.Key.Key_Home)
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert view.page >= 1
    view.set_zoom(Zoom(Fit.PAGE))
    qtbot.keyClick(view, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert view.zoom.fit is Fit.TEXT


def test_flying_through_300_pages_leaves_no_request_behind(
    qtbot: QtBot, view: PageView, open_pdf: Opener, make_pdf: Maker
) -> None:
    source = open_pdf(make_pdf(300))
    show(qtbot, view, source)
    bar = view.verticalScrollBar()
    for step in range(101):
        bar.setValue(bar.maximum() * step // 100)
        QApplication.processEvents()
        # Only what is near is ever asked for.
        assert source.waiting <= 20
    assert view.page == 299
    qtbot.waitUntil(lambda: view.is_sharp and source.waiting == 0, timeout=20_000)
    view.set_document(None)
    source.close()
    assert source.waiting == 0


def test_a_screen_reader_hears_the_page(
    qtbot: QtBot, view: PageView, open_pdf: Opener, make_pdf: Maker
) -> None:
    show(qtbot, view, open_pdf(make_pdf(4)), Place(page=2))
    qtbot.waitUntil(lambda: "Phần 3." in view.accessibleDescription(), timeout=5_000)
    assert view.accessibleName() == "Trang 3 trên 4"
    assert len(view.accessibleDescription()) <= 2_000
