"""The pages on the screen, painted by a real PDF child."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pymupdf
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QNativeGestureEvent, QPointingDevice, QTransform, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.core.views import Fate, Fit, Flow, MarkView, Place, Trip
from reader.pdf import Hit, find_in_words
from reader.pdf import Rect as PdfRect
from reader.ui.page.geometry import Zoom
from reader.ui.page.quick_bar import AddressBar
from reader.ui.page.source import PageSource
from reader.ui.page.view import PageView
from reader.ui.theme import Colour as Token
from reader.ui.theme import Mode, current
from reader.ui.widgets import Button
from sync.model.annotation import Audience, Colour, MarkKind, Rect
from sync.model.ids import Digest, DocumentId, MarkId, MeetingId

Opener = Callable[[bytes], PageSource]
Maker = Callable[..., bytes]


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


def test_a_place_on_pages_wider_than_the_pane_survives_another_view(
    qtbot: QtBot, view: PageView, open_pdf: Opener, make_pdf: Maker
) -> None:
    data = make_pdf(3)
    show(qtbot, view, open_pdf(data), Place(page=1, fit=Fit.FACTOR, zoom=3.0, across=0.3))
    assert view.place().across == pytest.approx(0.3, abs=0.01)
    view.horizontalScrollBar().setValue(view.horizontalScrollBar().maximum())
    left = view.spot_at(QPointF(0, 0))
    other = PageView()
    qtbot.addWidget(other)
    other.resize(view.size())
    other.show()
    show(qtbot, other, open_pdf(data), view.place())
    again = other.spot_at(QPointF(0, 0))
    assert left is not None
    assert again is not None
    assert again.x == pytest.approx(left.x, abs=1)
    other.set_flow(Flow.SINGLE)
    assert other.place().across == pytest.approx(view.place().across, abs=0.01)
    other.set_zoom(Zoom())
    assert other.place().across == pytest.approx(0.5, abs=0.01)


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


def test_a_page_that_is_to_fit_is_shown_whole(
    qtbot: QtBot, view: PageView, open_pdf: Opener, make_pdf: Maker
) -> None:
    show(qtbot, view, open_pdf(make_pdf(10)), Place(page=4, offset=0.7))
    page = view.page
    view.set_zoom(Zoom(Fit.PAGE))
    (sheet,) = [one for one in view.sheets() if one.frame.page == page]
    assert view.page == page
    assert sheet.origin.y() >= 0
    assert sheet.origin.y() + sheet.frame.height <= view.viewport().height() + 1


@pytest.mark.parametrize("turn", range(4))
def test_zooming_keeps_the_point_of_a_turned_page(
    qtbot: QtBot, view: PageView, open_pdf: Opener, make_pdf: Maker, turn: int
) -> None:
    place = Place(page=4, offset=0.3, fit=Fit.FACTOR, zoom=1.5, turn=turn)
    show(qtbot, view, open_pdf(make_pdf(10)), place)
    at = QPointF(300, 250)
    before = view.spot_at(at)
    assert before is not None
    view.set_zoom(Zoom(Fit.FACTOR, 2.5), at)
    after = view.spot_at(at)
    assert after is not None
    assert (after.page, after.x, after.y) == pytest.approx((before.page, before.x, before.y), abs=1)


def test_zooming_with_the_wheel_keeps_the_point_under_the_pointer(
    qtbot: QtBot, view: PageView, open_pdf: Opener, make_pdf: Maker
) -> None:
    show(qtbot, view, open_pdf(make_pdf(10)), Place(page=4, offset=0.3, fit=Fit.FACTOR, zoom=1.5))
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


@pytest.mark.parametrize(
    ("key", "kind"),
    [
        (Qt.Key.Key_H, MarkKind.HIGHLIGHT),
        (Qt.Key.Key_U, MarkKind.UNDERLINE),
        (Qt.Key.Key_S, MarkKind.STRIKE),
    ],
)
def test_dragging_over_words_selects_them(
    qtbot: QtBot, view: PageView, open_pdf: Opener, make_pdf: Maker, key: Qt.Key, kind: MarkKind
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
    view.ink = Colour.BLUE
    with qtbot.waitSignal(view.markRequested) as asked:
        qtbot.keyClick(view, key)
    ((wanted,),) = asked.args
    assert (wanted.page, wanted.quote.exact) == (0, "48.620 triệu đồng, tăng")
    assert (wanted.kind, wanted.colour) == (kind, Colour.BLUE)
    assert wanted.rects[0].x0 == pytest.approx(first.x0)
    assert wanted.rects[-1].x1 == pytest.approx(last.x1)
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


@pytest.mark.parametrize("turn", range(4))
@pytest.mark.parametrize(("kind", "share"), [(MarkKind.UNDERLINE, 0.94), (MarkKind.STRIKE, 0.56)])
@pytest.mark.parametrize("mode", [Mode.LIGHT, Mode.DARK])
def test_lines_are_drawn_under_or_through_the_words_and_leave_their_ground(
    qtbot: QtBot,
    view: PageView,
    open_pdf: Opener,
    make_pdf: Maker,
    mode: Mode,
    kind: MarkKind,
    share: float,
    turn: int,
) -> None:
    current().set_mode(mode)
    show(qtbot, view, open_pdf(make_pdf(1)), Place(fit=Fit.PAGE, turn=turn))
    plain = picture(view)
    box = Rect(200, 20, 300, 36)
    view.set_marks([mark(0, (box,), kind=kind, colour=Colour.BLUE)])
    marked = picture(view)
    height = box.y0 + (box.y1 - box.y0) * share
    on, off = middle(view, 0, Rect(200, height, 300, height)), middle(view, 0, Rect(200, 23, 300, 23))
    around = [on + QPoint(x, y) for x in (-1, 0, 1) for y in (-1, 0, 1)]
    assert any(marked.pixelColor(at) != plain.pixelColor(at) for at in around)
    assert marked.pixelColor(off) == plain.pixelColor(off)
    x, y = (on - off).toTuple()
    assert (abs(x) > abs(y)) == (turn % 2 == 1)  # along the words, wherever they run


def test_a_mark_of_another_version_is_not_drawn(
    qtbot: QtBot, view: PageView, open_pdf: Opener, make_pdf: Maker
) -> None:
    show(qtbot, view, open_pdf(make_pdf(1)))
    plain = picture(view)
    view.set_marks([mark(0, (Rect(100, 20, 200, 30),), fate=Fate.LOST)])
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
    with qtbot.waitSignal(view.markRequested) as asked:
        qtbot.keyClick(view, Qt.Key.Key_H)
    ((wanted,),) = asked.args
    assert wanted.page == 21
    assert wanted.quote.exact == "đường liên thôn"


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


def wheel(view: PageView, turn: int, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    at = QPointF(view.viewport().rect().center())
    event = QWheelEvent(
        at,
        view.viewport().mapToGlobal(at),
        QPoint(),
        QPoint(0, turn),
        Qt.MouseButton.NoButton,
        held,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view.viewport(), event)


def test_how_a_document_is_looked_at_goes_with_its_place(
    qtbot: QtBot, view: PageView, open_pdf: Opener, make_pdf: Maker
) -> None:
    show(qtbot, view, open_pdf(make_pdf(20)))
    view.set_zoom(Zoom(Fit.PAGE))
    view.set_flow(Flow.BOOK)
    view.rotate(1)
    view.go_to(8)
    place = view.place()
    assert (place.page, place.fit, place.flow, place.turn) == (8, Fit.PAGE, Flow.BOOK, 1)
    other = PageView()
    qtbot.addWidget(other)
    other.resize(900, 500)
    other.show()
    show(qtbot, other, open_pdf(make_pdf(20)), place)
    assert other.place() == place
    assert other.look == view.look


def test_one_page_at_a_time_is_read_to_its_end_and_then_turned(
    qtbot: QtBot, view: PageView, open_pdf: Opener, make_pdf: Maker
) -> None:
    show(qtbot, view, open_pdf(make_pdf(6)), Place(page=2, flow=Flow.SINGLE))
    seen = [view.page]
    for _ in range(40):
        wheel(view, -120)
        assert len(view.sheets()) == 1
        seen.append(view.page)
    assert seen == sorted(seen)
    assert set(seen) == {2, 3, 4, 5}
    assert seen.count(3) > 2
    for _ in range(4):
        qtbot.keyClick(view, Qt.Key.Key_PageUp)
        assert len(view.sheets()) == 1
    assert view.page < 5


def test_pages_side_by_side_are_turned_by_two(
    qtbot: QtBot, view: PageView, open_pdf: Opener, make_pdf: Maker
) -> None:
    show(qtbot, view, open_pdf(make_pdf(9)), Place(flow=Flow.BOOK, fit=Fit.PAGE))
    seen = []
    for _ in range(6):
        qtbot.keyClick(view, Qt.Key.Key_PageDown)
        seen.append(view.page)
    assert seen == [1, 3, 5, 7, 7, 7]
    view.go_to(4)
    assert view.page == 4


@pytest.mark.parametrize("factor", [2.0, 6.0])
def test_a_turned_page_is_the_page_turned(
    qtbot: QtBot, view: PageView, open_pdf: Opener, make_pdf: Maker, factor: float
) -> None:
    show(qtbot, view, open_pdf(make_pdf(1)), Place(fit=Fit.FACTOR, zoom=factor))
    words = view.words.get(0)
    word = next(word for word in words if word.text == "48.620")
    box = PdfRect(*word[:4])
    pictures = []
    for turn in range(4):
        view.show_box(0, box)
        qtbot.waitUntil(lambda: view.is_sharp, timeout=20_000)
        sheet = view.sheet_of(0)
        assert sheet is not None
        place = sheet.rect(box).toAlignedRect()
        assert view.viewport().rect().contains(place)
        spot = view.spot_at(sheet.rect(box).center())
        assert spot is not None
        assert spot.x == pytest.approx((word.x0 + word.x1) / 2, abs=0.5)
        assert spot.y == pytest.approx((word.y0 + word.y1) / 2, abs=0.5)
        upright = picture(view).copy(place).transformed(QTransform().rotate(-90 * turn))
        pictures.append(upright.scaled(80, 20).convertToFormat(QImage.Format.Format_Grayscale8))
        view.rotate(1)
    for other in pictures[1:]:
        away = sum(
            abs(other.pixelColor(x, y).lightness() - pictures[0].pixelColor(x, y).lightness())
            for x in range(80)
            for y in range(20)
        )
        assert away / 1600 < 30
    assert min(pictures[0].pixelColor(x, y).lightness() for x in range(80) for y in range(20)) < 120


def test_pinching_on_a_touchpad_keeps_the_point_under_the_fingers(
    qtbot: QtBot, view: PageView, open_pdf: Opener, make_pdf: Maker
) -> None:
    show(qtbot, view, open_pdf(make_pdf(6)), Place(page=3, offset=0.3))
    at = QPointF(310, 240)
    before, factor = view.spot_at(at), view.factor
    event = QNativeGestureEvent(
        Qt.NativeGestureType.ZoomNativeGesture,
        QPointingDevice.primaryPointingDevice(),
        2,
        at,
        at,
        view.viewport().mapToGlobal(at),
        0.25,
        QPointF(),
    )
    QApplication.sendEvent(view.viewport(), event)
    after = view.spot_at(at)
    assert before is not None
    assert after is not None
    assert view.factor == pytest.approx(factor * 1.25, rel=0.01)
    assert (after.page, round(after.x), round(after.y)) == (before.page, round(before.x), round(before.y))


def test_fingers_move_pages_and_spread_them(
    qtbot: QtBot, view: PageView, open_pdf: Opener, make_pdf: Maker
) -> None:
    show(qtbot, view, open_pdf(make_pdf(6)), Place(page=3))
    device = QTest.createTouchDevice()
    area, bar = view.viewport(), view.verticalScrollBar()
    before = bar.value()
    QTest.touchEvent(area, device).press(0, QPoint(300, 400), area).commit()
    for y in range(380, 280, -20):
        QTest.touchEvent(area, device).move(0, QPoint(300, y), area).commit()
    assert bar.value() == before + 100
    assert view.selected_text == ""
    factor = view.factor
    QTest.touchEvent(area, device).move(0, QPoint(300, 280), area).press(1, QPoint(300, 500), area).commit()
    QTest.touchEvent(area, device).move(0, QPoint(300, 280), area).move(1, QPoint(300, 500), area).commit()
    QTest.touchEvent(area, device).move(0, QPoint(300, 170), area).move(1, QPoint(300, 500), area).commit()
    assert view.factor == pytest.approx(factor * 1.5, rel=0.01)
    QTest.touchEvent(area, device).release(0, QPoint(300, 170), area).release(
        1, QPoint(300, 500), area
    ).commit()


def linked_pdf(make_pdf: Maker, pages: int = 12) -> bytes:
    document = pymupdf.open("pdf", make_pdf(pages))
    document.set_toc(
        [[1, "Phần mở đầu", 1], [2, "Thu\u202e ngân\nsách", 3], [2, "Chi ngân sách", 6], [1, "Phụ lục", 10]]
    )
    first = document[0]
    first.insert_link(
        {
            "kind": pymupdf.LINK_GOTO,
            "from": pymupdf.Rect(90, 20, 200, 40),
            "page": 7,
            "to": pymupdf.Point(0, 300),
        }
    )
    first.insert_link(
        {
            "kind": pymupdf.LINK_URI,
            "from": pymupdf.Rect(300, 20, 400, 40),
            "uri": "https://example.org/van-ban",
        }
    )
    return bytes(document.tobytes())


def click(view: PageView, at: QPoint, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, held, at)


def test_a_link_leads_to_its_place_and_back(
    qtbot: QtBot, view: PageView, open_pdf: Opener, make_pdf: Maker
) -> None:
    source = open_pdf(linked_pdf(make_pdf))
    with qtbot.waitSignal(source.linksReady, timeout=20_000):
        show(qtbot, view, source)
    here = middle(view, 0, Rect(90, 20, 200, 40))
    QTest.mouseMove(view.viewport(), here)
    assert view.viewport().cursor().shape() == Qt.CursorShape.PointingHandCursor
    click(view, here)
    assert view.place().page == 7
    assert view.place().offset == pytest.approx(300 / 842, abs=0.05)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.BackButton, pos=QPoint(50, 50))
    assert view.place().page == 0
    QTest.mouseClick(view.viewport(), Qt.MouseButton.ForwardButton, pos=QPoint(50, 50))
    assert view.place().page == 7


@pytest.mark.parametrize(("turn", "offset"), [(0, 291 / 842), (1, 0.0), (2, 533 / 842), (3, 0.0)])
def test_a_link_leads_to_its_place_on_a_turned_page(
    qtbot: QtBot, view: PageView, open_pdf: Opener, make_pdf: Maker, turn: int, offset: float
) -> None:
    source = open_pdf(linked_pdf(make_pdf))
    with qtbot.waitSignal(source.linksReady, timeout=20_000):
        show(qtbot, view, source, Place(fit=Fit.PAGE, turn=turn))
    click(view, middle(view, 0, Rect(90, 20, 200, 40)))
    assert view.place().page == 7
    assert view.place().offset == pytest.approx(offset, abs=0.01)


def test_links_are_reached_with_the_keyboard(
    qtbot: QtBot, view: PageView, open_pdf: Opener, make_pdf: Maker
) -> None:
    source = open_pdf(linked_pdf(make_pdf))
    with qtbot.waitSignal(source.linksReady, timeout=20_000):
        show(qtbot, view, source)
    plain = picture(view)
    qtbot.keyClick(view, Qt.Key.Key_L)
    assert picture(view) != plain
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert picture(view) == plain
    qtbot.keyClick(view, Qt.Key.Key_L)
    qtbot.keyClick(view, Qt.Key.Key_L)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    shown = view.findChild(AddressBar)
    assert shown is not None
    assert shown.isVisible()
    qtbot.keyClick(view, Qt.Key.Key_L, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert view.place().page == 7


def test_an_address_is_shown_and_can_be_copied_but_nothing_opens(
    qtbot: QtBot, view: PageView, open_pdf: Opener, make_pdf: Maker
) -> None:
    source = open_pdf(linked_pdf(make_pdf))
    with qtbot.waitSignal(source.linksReady, timeout=20_000):
        show(qtbot, view, source)
    click(view, middle(view, 0, Rect(300, 20, 400, 40)))
    shown = view.findChild(AddressBar)
    assert shown is not None
    assert shown.isVisible()
    assert "https://example.org/van-ban" in shown.accessibleName()
    with qtbot.waitSignal(view.copyRequested) as copied:
        qtbot.mouseClick(shown.findChild(Button), Qt.MouseButton.LeftButton)
    assert copied.args == ["https://example.org/van-ban"]
    assert view.place().page == 0


def test_a_third_click_takes_the_line(
    qtbot: QtBot, view: PageView, open_pdf: Opener, make_pdf: Maker
) -> None:
    show(qtbot, view, open_pdf(make_pdf(1)))
    words = view.words.get(0)
    word = next(word for word in words if word.text == "48.620")
    line = " ".join(w.text for w in words if (w.block, w.line) == (word.block, word.line))
    at = middle(view, 0, PdfRect(*word[:4]))
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QTest.mouseDClick(view.viewport(), left, none, at)
    assert view.selected_text == "48.620"
    QTest.mouseClick(view.viewport(), left, none, at)
    assert view.selected_text == line


def test_alt_selects_a_column_and_shift_goes_on(
    qtbot: QtBot, view: PageView, open_pdf: Opener, make_pdf: Maker
) -> None:
    document = pymupdf.open()
    page = document.new_page()
    for row in range(6):
        for column in range(3):
            page.insert_text((80 + column * 150, 100 + row * 40), f"c{column}r{row}", fontsize=20)
    show(qtbot, view, open_pdf(bytes(document.tobytes())))
    start, end = middle(view, 0, Rect(200, 70, 210, 80)), middle(view, 0, Rect(300, 190, 310, 200))
    left, alt = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.AltModifier
    QTest.mousePress(view.viewport(), left, alt, start)
    QTest.mouseMove(view.viewport(), (start + end) / 2)
    QTest.mouseMove(view.viewport(), end)
    QTest.mouseRelease(view.viewport(), left, alt, end)
    assert view.selected_text.split() == ["c1r0", "c1r1", "c1r2"]
    with qtbot.waitSignal(view.markRequested) as asked:
        qtbot.keyClick(view, Qt.Key.Key_H)
    ((wanted,),) = asked.args
    assert len(wanted.rects) == 3
    assert wanted.quote.exact == "c1r0 c1r1 c1r2"


def test_a_selection_is_drawn_on_with_shift(
    qtbot: QtBot, view: PageView, open_pdf: Opener, make_pdf: Maker
) -> None:
    show(qtbot, view, open_pdf(make_pdf(1)))
    words = view.words.get(0)
    at = next(index for index, word in enumerate(words) if word.text == "48.620")
    left, none, shift = (
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.KeyboardModifier.ShiftModifier,
    )
    QTest.mouseDClick(view.viewport(), left, none, middle(view, 0, PdfRect(*words[at][:4])))
    for _ in range(2):
        qtbot.keyClick(view, Qt.Key.Key_Right, shift)
    assert view.selected_text.split() == [word.text for word in words[at : at + 3]]
    qtbot.keyClick(view, Qt.Key.Key_Left, shift)
    assert view.selected_text.split() == [word.text for word in words[at : at + 2]]
    click(view, middle(view, 0, PdfRect(*words[at + 9][:4])), shift)
    assert view.selected_text.split() == [word.text for word in words[at : at + 10]]
    qtbot.keyClick(view, Qt.Key.Key_Down, shift)
    assert len(view.selected_text.split()) > 12
