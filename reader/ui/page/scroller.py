"""The pages of a document in one long column: layout, scrolling, zooming, painting."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from reader.core.views import Place
from reader.pdf import PdfErrorCode, Priority, Word
from reader.ui.page import painting, reading_keys
from reader.ui.page.geometry import (
    PIXELS_PER_POINT,
    Column,
    Fit,
    Frame,
    Pane,
    Zoom,
    held,
)
from reader.ui.page.night import NightInk
from reader.ui.page.pictures import Pictures, Scene
from reader.ui.page.selection import PageWords, Spot
from reader.ui.page.source import PageSource
from reader.ui.page.text_fit import TextFit
from reader.ui.theme import Colour, Tokens, current
from reader.ui.theme.tokens import DARK, LIGHT
from reader.ui.widgets.base import Themed

_SETTLE_MS: Final = 120
_DECIDE_MS: Final = 200
_FAST_PAGES: Final = 1.5
"""Panes passed between two moves beyond which sharp pictures are not worth asking for."""
_STEPS: Final = (
    0.1,
    0.25,
    0.33,
    0.5,
    0.67,
    0.75,
    0.9,
    1.0,
    1.1,
    1.25,
    1.5,
    1.75,
    2.0,
    2.5,
    3.0,
    4.0,
    5.0,
    6.0,
    8.0,
)
_SPOKEN: Final = 2_000
_AHEAD: Final = 2


class PageScroller(QAbstractScrollArea, Themed):
    """The pages alone; what lies on them is `PageView`'s.

    Positions on a page are points, origin top left of the shown page, y down.
    """

    placeChanged = Signal(object)
    """Place, when scrolling or zooming has come to rest."""
    pageChanged = Signal(int)
    """The page at the middle of the pane, from 0; at once."""
    zoomChanged = Signal(object)
    """Zoom."""
    nightChanged = Signal(bool)
    firstPainted = Signal()
    """The first sharp page of a document is on the screen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = PageWords()
        """The words of the pages looked at."""
        self._source: PageSource | None = None
        self._pictures = Pictures(self)
        self._pictures.arrived.connect(self._on_picture)
        self._zoom = Zoom()
        self._text_fit = TextFit()
        self._column: Column | None = None
        self._page = -1
        self._laying = False
        self._last_top = 0
        self._forward = True
        self._moving = False
        self._first_due = False
        self._night: bool | None = None
        self._by_keyboard = False
        self._settle = _timer(self, _SETTLE_MS, self._settled)
        self._decide = _timer(self, _DECIDE_MS, self._waited)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("ring", False)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setAccessibleName(self.tr("Trang tài liệu"))
        self.follow()

    # -- the document ------------------------------------------------------------------------------------

    def set_document(self, source: PageSource | None, place: Place | None = None) -> None:
        """Show a document from ``place`` on; without one, stay at the page the last document was at.

        The source stays the caller's: it is to be closed only after another (or None) was set here.
        """
        kept = place or (self.place() if self._column is not None else Place())
        if self._source is not None:
            self._source.wordsReady.disconnect(self._on_words)
        self._source = source
        self._pictures.set_source(source)
        self.words.clear()
        self._column = None
        self._page = -1
        self._first_due = source is not None
        if source is None:
            self.viewport().update()
            return
        source.wordsReady.connect(self._on_words)
        kept = Place(page=min(kept.page, len(source.sizes) - 1), offset=kept.offset, zoom=kept.zoom)
        if place is not None:
            self._set_zoom(Zoom() if place.zoom is None else Zoom(Fit.FACTOR, held(place.zoom)))
        for page, urgent in self._text_fit.begin(source.sizes, kept.page):
            self.need_words(page, Priority.VISIBLE if urgent else Priority.TEXT)
        self._decide.start()
        self._lay(kept)

    def place(self) -> Place:
        """Where the reader is."""
        if self._column is None:
            return Place()
        page, offset = self._column.place_at(self.verticalScrollBar().value())
        return Place(
            page=page, offset=offset, zoom=self._zoom.factor if self._zoom.fit is Fit.FACTOR else None
        )

    def restore(self, place: Place) -> None:
        """Go back to where the reader was, zoom included."""
        if self._column is not None:
            self._set_zoom(Zoom() if place.zoom is None else Zoom(Fit.FACTOR, held(place.zoom)))
            self._lay(place)

    def go_to(self, page: int, offset: float = 0.0) -> None:
        """Put a place at the top of the pane; beyond the ends, the first or last page."""
        if self._column is not None:
            self.verticalScrollBar().setValue(round(self._column.height_of(page, offset)))

    def show_box(self, page: int, box: painting.Box | None) -> None:
        """Bring a rectangle of a page into sight, unless it is there already; None: the page."""
        if self._column is None or not 0 <= page < len(self._column):
            return
        if box is None:
            self.go_to(page)
            return
        frame, window = self._column.frame(page), self._window()
        left, right = frame.x + box.x0 * frame.scale, frame.x + box.x1 * frame.scale
        top, bottom = frame.y + box.y0 * frame.scale, frame.y + box.y1 * frame.scale
        if top < window.top() or bottom > window.bottom():
            self.verticalScrollBar().setValue(round(top - window.height() / 3))
        if left < window.left() or right > window.right():
            self.horizontalScrollBar().setValue(round((left + right - window.width()) / 2))

    @property
    def page(self) -> int:
        """The page at the middle of the pane, from 0."""
        return max(self._page, 0)

    @property
    def pages(self) -> int:
        """How many pages there are; 0 with no document."""
        return 0 if self._column is None else len(self._column)

    @property
    def bytes_kept(self) -> int:
        """Memory of the pictures kept here."""
        return self._pictures.bytes_kept

    # -- zoom --------------------------------------------------------------------------------------------

    @property
    def zoom(self) -> Zoom:
        """How large pages are."""
        return self._zoom

    @property
    def factor(self) -> float:
        """The present page's size as a factor of 100 %, whatever decides it."""
        if self._column is None:
            return 1.0
        return self._column.frame(self.page).scale / PIXELS_PER_POINT

    def set_zoom(self, zoom: Zoom, at: QPointF | None = None) -> None:
        """Change the size; the point ``at`` of the viewport (without it: the middle) keeps its place."""
        if self._column is None:
            self._set_zoom(zoom)
            return
        area = self.viewport()
        anchor = at if at is not None else QPointF(area.width() / 2, area.height() / 2)
        spot = self._column.to_page(*self._to_column(anchor))
        self._set_zoom(zoom)
        self._lay_around(spot, anchor, centre=at is None)

    def zoom_in(self) -> None:
        """To the next larger step."""
        now = self.factor * 1.01
        self.set_zoom(Zoom(Fit.FACTOR, next((step for step in _STEPS if step > now), _STEPS[-1])))

    def zoom_out(self) -> None:
        """To the next smaller step."""
        now = self.factor / 1.01
        self.set_zoom(Zoom(Fit.FACTOR, next((step for step in reversed(_STEPS) if step < now), _STEPS[0])))

    # -- night -------------------------------------------------------------------------------------------

    @property
    def night(self) -> bool:
        """Pages are dark."""
        return current().tokens.dark if self._night is None else self._night

    def set_night(self, night: bool | None) -> None:
        """Dark pages or white ones; None: as the window is."""
        self._night = night
        self.nightChanged.emit(self.night)
        self._plan()
        self.viewport().update()

    # -- for those who draw on the pages -----------------------------------------------------------------

    def paint_over(self, painter: QPainter, sheet: painting.Sheet) -> None:
        """Paint what lies on a page; its picture is there already. Extended by `PageView`."""

    def sheets(self) -> list[painting.Sheet]:
        """The pages on the screen."""
        if self._column is None:
            return []
        window = self._window()
        night, tokens = self.night, self._page_tokens()
        # A strip of the well stays visible at the sides even where pages are wider than the pane.
        side = self.px(8)
        area = QRectF(self.viewport().rect()).adjusted(side, 0, -side, 0)
        return [
            painting.Sheet(frame, self._origin(frame), area, night, tokens) for frame in self._visible(window)
        ]

    def sheet_of(self, page: int) -> painting.Sheet | None:
        """A page on the screen, or None."""
        return next((sheet for sheet in self.sheets() if sheet.frame.page == page), None)

    def spot_at(self, point: QPointF) -> Spot | None:
        """The point of a page nearest to a point of the viewport."""
        if self._column is None:
            return None
        return Spot(*self._column.to_page(*self._to_column(point)))

    def need_words(self, page: int, priority: Priority = Priority.TEXT) -> None:
        """Have the words of a page come, unless they are here; `on_words` hears of them."""
        if self._source is not None and page not in self.words:
            self._source.ask_words(page, priority)

    def on_words(self, page: int) -> None:
        """The words of a page have come. Extended by `PageView`."""

    # -- Qt ----------------------------------------------------------------------------------------------

    def restyle(self) -> None:
        step = self.px(48)
        self.verticalScrollBar().setSingleStep(step)
        self.horizontalScrollBar().setSingleStep(step)
        if self._column is not None:
            self._lay(self.place())
        self.viewport().update()
        super().restyle()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._column is not None:
            # The place counts from the old layout, which the bars still have.
            self._lay(self.place())

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        if self._laying or self._column is None:
            return
        top = self.verticalScrollBar().value()
        passed = top - self._last_top
        self._last_top = top
        if passed:
            self._forward = passed > 0
            self._moving = abs(passed) > _FAST_PAGES * max(1, self.viewport().height())
        self._moved()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), current().colour(Colour.WELL))
        window = self._window()
        for sheet in self.sheets():
            painter.save()
            painter.setClipRect(sheet.seen, Qt.ClipOperation.IntersectClip)
            painting.paint_paper(painter, sheet)
            self._pictures.paint(painter, sheet.frame, sheet.origin, window)
            code = self._pictures.error(sheet.frame)
            if code is not None:
                painting.paint_failure(painter, sheet, self.failure_sentence(code))
            else:
                self.paint_over(painter, sheet)
            painter.restore()
            painting.paint_edge(painter, sheet)
        if self.hasFocus() and self._by_keyboard:
            painting.paint_focus(painter, self.viewport().rect())
        painter.end()
        if self._first_due and self.is_sharp:
            self._first_due = False
            self.firstPainted.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        by = Qt.FocusReason
        self._by_keyboard = event.reason() in (by.TabFocusReason, by.BacktabFocusReason)
        self.viewport().update()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.viewport().update()
        super().focusOutEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            turns = event.angleDelta().y() / 120
            if turns and self._column is not None:
                factor = held(self.factor * 1.2**turns)
                self.set_zoom(Zoom(Fit.FACTOR, factor), event.position())
            event.accept()
            return
        super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not reading_keys.press(self, event):
            super().keyPressEvent(event)

    def failure_sentence(self, code: PdfErrorCode) -> str:
        """What a page that can't be shown says."""
        match code:
            case PdfErrorCode.TIMEOUT:
                return self.tr("Trang này vẽ quá lâu nên đã dừng lại. Các trang khác vẫn đọc được.")
            case PdfErrorCode.MEMORY:
                return self.tr("Trang này cần nhiều bộ nhớ hơn máy cho phép. Các trang khác vẫn đọc được.")
            case PdfErrorCode.REFUSED:
                return self.tr("Trang này lớn quá mức cho phép. Thử thu nhỏ; các trang khác vẫn đọc được.")
        return self.tr("Trang này bị hỏng trong tệp. Các trang khác vẫn đọc được.")

    # -- inside ------------------------------------------------------------------------------------------

    def _pane(self) -> Pane:
        area = self.viewport()
        return Pane(area.width(), area.height(), self.px(34), self.px(12))

    def _set_zoom(self, zoom: Zoom) -> None:
        if zoom != self._zoom:
            self._zoom = zoom
            self.zoomChanged.emit(zoom)

    def _build(self) -> Column:
        assert self._source is not None
        column = Column(self._source.sizes, self._pane(), self._zoom, self._text_fit.spans)
        # Text fills the pane; what is beside it can be moved to, but shows no bar.
        filled = self._zoom.fit is Fit.TEXT and bool(self._text_fit.spans)
        policy = Qt.ScrollBarPolicy
        self.setHorizontalScrollBarPolicy(policy.ScrollBarAlwaysOff if filled else policy.ScrollBarAsNeeded)
        return column

    def _lay(self, place: Place) -> None:
        """Lay everything out again with ``place`` at the top."""
        self._put(lambda column: (None, column.height_of(place.page, place.offset)))

    def _lay_around(self, spot: tuple[int, float, float], anchor: QPointF, *, centre: bool) -> None:
        """Lay everything out again with a point of a page at ``anchor`` of the viewport."""
        page, x, y = spot

        def where(column: Column) -> tuple[float | None, float]:
            frame = column.frame(page)
            left = None if centre else frame.x + x * frame.scale - anchor.x()
            return left, frame.y + y * frame.scale - anchor.y()

        self._put(where)

    def _put(self, where: Callable[[Column], tuple[float | None, float]]) -> None:
        """Lay out, then scroll to (left, top) as ``where`` says for the new layout; left None: the middle."""
        if self._source is None:
            return
        self._laying = True
        column = self._column = self._build()
        area = self.viewport()
        bar, across = self.verticalScrollBar(), self.horizontalScrollBar()
        bar.setPageStep(area.height())
        bar.setRange(0, max(0, round(column.height - area.height())))
        across.setPageStep(area.width())
        across.setRange(0, max(0, round(column.width - area.width())))
        left, top = where(column)
        across.setValue(round((column.width - area.width()) / 2 if left is None else left))
        bar.setValue(round(top))
        self._laying = False
        self._last_top = bar.value()
        self._moved()

    def _moved(self) -> None:
        assert self._column is not None
        middle = self.verticalScrollBar().value() + self.viewport().height() / 2
        page = self._column.page_at(middle)
        self._plan()
        self.viewport().update()
        if page != self._page:
            self._page = page
            self.pageChanged.emit(page)
        self._settle.start()

    def _settled(self) -> None:
        self._moving = False
        if self._column is None:
            return
        self._plan()
        for frame in self._visible(self._window()):
            self.need_words(frame.page)
        self._speak()
        self.placeChanged.emit(self.place())

    def _plan(self) -> None:
        if self._column is None or self._held_back:
            return
        window = self._window()
        visible = self._visible(window)
        first, last = visible[0].page, visible[-1].page
        after = [last + step for step in range(1, _AHEAD + 1)]
        before = [first - step for step in range(1, _AHEAD + 1)]
        order = [*after, before[0]] if self._forward else [*before, after[0]]
        ahead = tuple(self._column.frame(page) for page in order if 0 <= page < len(self._column))
        tokens = self._page_tokens()
        night = NightInk(tokens.of(Colour.PAGE), tokens.of(Colour.PAGE_INK)) if self.night else None
        self._pictures.plan(
            Scene(tuple(visible), ahead, window, self.devicePixelRatioF(), night, self._moving)
        )

    def _on_words(self, page: int, words: tuple[Word, ...]) -> None:
        assert self._source is not None
        self.words.put(page, words)
        if self._text_fit.take(page, self._source.sizes[page], words) and self._zoom.fit is Fit.TEXT:
            self._decided()
        if page == self._page:
            self._speak()
        self.on_words(page)

    def _decided(self) -> None:
        """It is known how large pages are, or takes too long to find out."""
        if not self._text_fit.deciding:
            self._decide.stop()
        if self._column is not None:
            self._lay(self.place())

    def _waited(self) -> None:
        self._text_fit.give_up()
        self._decided()

    def _on_picture(self, page: int) -> None:
        if any(frame.page == page for frame in self._visible(self._window())):
            self.viewport().update()

    @property
    def _held_back(self) -> bool:
        """Pictures are not asked for while it is about to be known how large they must be."""
        return self._zoom.fit is Fit.TEXT and self._text_fit.deciding

    @property
    def is_sharp(self) -> bool:
        """Everything on the screen is painted sharp."""
        window = self._window()
        return not self._held_back and all(
            self._pictures.is_sharp(frame, window) for frame in self._visible(window)
        )

    def _visible(self, window: QRectF) -> list[Frame]:
        if self._column is None:
            return []
        return [self._column.frame(page) for page in self._column.pages_in(window.top(), window.bottom())]

    def _window(self) -> QRectF:
        area = self.viewport()
        left, top = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        return QRectF(left, top, area.width(), area.height())

    def _origin(self, frame: Frame) -> QPointF:
        """The page's corner in the viewport, on a whole device pixel."""
        ratio = self.devicePixelRatioF()
        x = frame.x - self.horizontalScrollBar().value()
        y = frame.y - self.verticalScrollBar().value()
        return QPointF(round(x * ratio) / ratio, round(y * ratio) / ratio)

    def _to_column(self, point: QPointF) -> tuple[float, float]:
        return (
            point.x() + self.horizontalScrollBar().value(),
            point.y() + self.verticalScrollBar().value(),
        )

    def _page_tokens(self) -> Tokens:
        tokens = current().tokens
        if tokens.dark == self.night:
            return tokens
        return DARK if self.night else LIGHT

    def _speak(self) -> None:
        """What a screen reader says of the page."""
        if self._column is None:
            return
        name = self.tr("Trang {page} trên {pages}").format(page=self.page + 1, pages=self.pages)
        self.setAccessibleName(name)
        self.setAccessibleDescription(self.words.text(self.page)[:_SPOKEN])


def _timer(parent: QWidget, ms: int, run: Callable[[], None]) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(ms)
    timer.timeout.connect(run)
    return timer
