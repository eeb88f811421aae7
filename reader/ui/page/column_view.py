"""Pages in one long column, without what is painted on them: layout, look, places."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QNativeGestureEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from reader.core.views import Fit, Flow, Place
from reader.pdf import PageSize
from reader.ui.page import reading_keys
from reader.ui.page.column import Column
from reader.ui.page.geometry import PIXELS_PER_POINT, Frame, Look, Pane, Zoom, held, look_of
from reader.ui.page.page_words import Spot
from reader.ui.page.sheet import Box
from reader.ui.page.text_fit import TextFit
from reader.ui.page.wheel import Wheel
from reader.ui.widgets.base import Themed

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


class PageColumn(QAbstractScrollArea, Themed):
    """Where each page is, and how large. `PageScroller` paints them.

    Positions on a page are points, origin top left of the page as the file shows it, y down.
    """

    lookChanged = Signal(object)
    """Look."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sizes: tuple[PageSize, ...] = ()
        self._look = Look()
        self._text_fit = TextFit()
        self._column: Column | None = None
        self._page = -1
        self._asked = 0
        """The page gone to last; where two stand side by side it is the one meant."""
        self._laying = False
        self._jumping = False
        self._wheel = Wheel(self)
        self._last_top = 0
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)

    # -- places ------------------------------------------------------------------------------------------

    def place(self) -> Place:
        """Where the reader is, and how they look at it."""
        if self._column is None:
            return Place()
        page, offset = self._column.place_at(self.verticalScrollBar().value())
        page = self._asked if self._asked in self._column.row(page) else page
        look = self._look
        return Place(
            page=page,
            offset=offset,
            across=self._across(),
            fit=look.zoom.fit,
            zoom=look.zoom.factor,
            flow=look.flow,
            turn=look.turn,
        )

    def restore(self, place: Place) -> None:
        """Go back to where the reader was, look included."""
        if self._column is not None:
            self._set_look(look_of(place))
            self._lay(place)

    def go_to(self, page: int, offset: float = 0.0) -> None:
        """Put a place at the top of the pane; beyond the ends, the first or last page."""
        if self._column is not None:
            self._asked = min(max(page, 0), len(self._column) - 1)
            before = self.verticalScrollBar().value()
            self._jump_to(self._column.height_of(page, offset))
            if self.verticalScrollBar().value() == before:
                self._moved()

    def leap(self, page: int, offset: float = 0.0) -> None:
        """Go far, by a key or a link. Extended by `PageView`, which knows the way back."""
        self.go_to(page, offset)

    def turn_pages(self, way: int) -> None:
        """To the row of pages before (-1) or after (1) this one."""
        if self._column is not None:
            row = self._column.row(self.page)
            target = row.stop if way > 0 else row.start - 1
            if 0 <= target < len(self._column):
                self.go_to(target)
            else:
                bar = self.verticalScrollBar()
                bar.setValue(bar.maximum() if way > 0 else bar.minimum())

    def scroll_by(self, pixels: float) -> None:
        """Move down or up; with one page on the screen first to its end, then to the next."""
        bar = self.verticalScrollBar()
        if self._column is not None and self._look.flow is Flow.SINGLE:
            room = self._column.room(bar.value(), forward=pixels > 0)
            if room < 1:
                # Going back, the next thing to read is the foot of the page before.
                self._asked = -1
                end = bar.value() - 1 if pixels < 0 else self._column.row(self.page).stop
                bar.setValue(end if pixels < 0 else round(self._column.height_of(end, 0.0)))
                return
            pixels = min(pixels, room) if pixels > 0 else max(pixels, -room)
        bar.setValue(round(bar.value() + pixels))

    @property
    def room(self) -> tuple[float, float]:
        """How far one can go up and down on the page that stands alone on the screen."""
        if self._column is None:
            return 0.0, 0.0
        at = self.verticalScrollBar().value()
        return self._column.room(at, forward=False), self._column.room(at, forward=True)

    def show_box(self, page: int, box: Box | None) -> None:
        """Bring a rectangle of a page into sight, unless it is there already; None: the page."""
        if self._column is None or not 0 <= page < len(self._column):
            return
        if box is None:
            self.go_to(page)
            return
        frame, window = self._column.frame(page), self._window()
        area = frame.area(box.x0, box.y0, box.x1, box.y1)
        left, right = frame.x + area.x0, frame.x + area.x1
        top, bottom = frame.y + area.y0, frame.y + area.y1
        if top < window.top() or bottom > window.bottom():
            self._asked = page
            low, high = self._column.height_of(page, 0.0), self._column.height_of(page, 1.0)
            wanted = top - window.height() / 3
            single = self._look.flow is Flow.SINGLE
            self._jump_to(min(max(wanted, low), high) if single else wanted)
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

    # -- look --------------------------------------------------------------------------------------------

    @property
    def look(self) -> Look:
        """How large pages are, how they follow one another, how they are turned."""
        return self._look

    @property
    def zoom(self) -> Zoom:
        """How large pages are."""
        return self._look.zoom

    @property
    def factor(self) -> float:
        """The present page's size as a factor of 100 %, whatever decides it."""
        if self._column is None:
            return 1.0
        return self._column.frame(self.page).scale / PIXELS_PER_POINT

    def set_zoom(self, zoom: Zoom, at: QPointF | None = None) -> None:
        """Change the size; the point ``at`` of the viewport (without it: the middle) keeps its place. A page
        that is to fit is shown whole.
        """
        if self._column is None:
            self._set_look(replace(self._look, zoom=zoom))
            return
        if zoom.fit is Fit.PAGE:
            self._relook(replace(self._look, zoom=zoom))
            return
        area = self.viewport()
        anchor = at if at is not None else QPointF(area.width() / 2, area.height() / 2)
        spot = self._column.to_page(*self._to_column(anchor))
        self._set_look(replace(self._look, zoom=zoom))
        self._lay_around(spot, anchor, centre=at is None)

    def set_flow(self, flow: Flow) -> None:
        """Change how pages follow one another; the page stays."""
        self._relook(replace(self._look, flow=flow))

    def rotate(self, way: int) -> None:
        """Turn every page a quarter clockwise (1) or back (-1); the page stays."""
        self._relook(replace(self._look, turn=(self._look.turn + way) % 4))

    def _relook(self, look: Look) -> None:
        page = self.page
        self._asked = page
        self._set_look(look)
        if self._column is not None:
            self._lay(Place(page=page, across=self._across()))

    def zoom_in(self) -> None:
        """To the next larger step."""
        now = self.factor * 1.01
        self.set_zoom(Zoom(Fit.FACTOR, next((step for step in _STEPS if step > now), _STEPS[-1])))

    def zoom_out(self) -> None:
        """To the next smaller step."""
        now = self.factor / 1.01
        self.set_zoom(Zoom(Fit.FACTOR, next((step for step in reversed(_STEPS) if step < now), _STEPS[0])))

    def spot_at(self, point: QPointF) -> Spot | None:
        """The point of a page nearest to a point of the viewport."""
        if self._column is None:
            return None
        return Spot(*self._column.to_page(*self._to_column(point)))

    # -- Qt ----------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._column is not None:
            # The place counts from the old layout, which the bars still have.
            self._lay(self.place())

    def wheelEvent(self, event: QWheelEvent) -> None:
        if not self._wheel.turned(event):
            super().wheelEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QNativeGestureEvent) and self._wheel.pinched(event):
            return True
        return super().viewportEvent(event)

    def scale_by(self, factor: float, at: QPointF) -> None:
        """Make everything so much larger around a point of the viewport."""
        if self._column is not None:
            self.set_zoom(Zoom(Fit.FACTOR, held(self.factor * factor)), at)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not reading_keys.press(self, event):
            super().keyPressEvent(event)

    # -- inside ------------------------------------------------------------------------------------------

    def _jump_to(self, top: float) -> None:
        """Stop there at once: pages do not fly by on the way."""
        self._jumping = True
        self.verticalScrollBar().setValue(round(top))
        self._jumping = False

    def _pane(self) -> Pane:
        area = self.viewport()
        return Pane(area.width(), area.height(), self.px(34), self.px(12))

    def _set_look(self, look: Look) -> None:
        if look != self._look:
            self._look = look
            self.lookChanged.emit(look)

    def _build(self) -> Column:
        column = Column(self._sizes, self._pane(), self._look, self._text_fit.spans)
        # Text fills the pane; what is beside it can be moved to, but shows no bar.
        filled = self._look.fills_text and bool(self._text_fit.spans)
        policy = Qt.ScrollBarPolicy
        self.setHorizontalScrollBarPolicy(policy.ScrollBarAlwaysOff if filled else policy.ScrollBarAsNeeded)
        return column

    def _lay(self, place: Place) -> None:
        """Lay everything out again with ``place`` at the top."""
        across = 0.5 if self._look.fills_text else place.across

        def where(column: Column) -> tuple[float, float]:
            left = column.width * across - self.viewport().width() / 2
            return left, column.height_of(place.page, place.offset)

        self._put(where)

    def _lay_around(self, spot: tuple[int, float, float], anchor: QPointF, *, centre: bool) -> None:
        """Lay everything out again with a point of a page at ``anchor`` of the viewport."""
        page, x, y = spot

        def where(column: Column) -> tuple[float | None, float]:
            frame = column.frame(page)
            across, down = frame.to_pixels(x, y)
            return None if centre else frame.x + across - anchor.x(), frame.y + down - anchor.y()

        self._put(where)

    def _put(self, where: Callable[[Column], tuple[float | None, float]]) -> None:
        """Lay out, then scroll to (left, top) as ``where`` says for the new layout; left None: as before."""
        if not self._sizes:
            return
        self._laying = True
        area = self.viewport()
        bar, across = self.verticalScrollBar(), self.horizontalScrollBar()
        # Who looks at the left half goes on looking at it; text that fills the pane stands in the middle.
        middle = 0.5 if self._look.fills_text else self._across()
        column = self._column = self._build()
        bar.setPageStep(area.height())
        bar.setRange(0, max(0, round(column.height - area.height())))
        across.setPageStep(area.width())
        across.setRange(0, max(0, round(column.width - area.width())))
        left, top = where(column)
        top = column.rest(top, forward=False)
        across.setValue(round(column.width * middle - area.width() / 2 if left is None else left))
        bar.setValue(round(top))
        self._laying = False
        self._last_top = bar.value()
        self._moved()

    def _across(self) -> float:
        """Which share of all the width lies left of the pane's middle."""
        across = self.horizontalScrollBar()
        if self._column is None or across.maximum() == 0:
            return 0.5
        return (across.value() + self.viewport().width() / 2) / self._column.width

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

    def _moved(self) -> None:
        """Another part of the column is in sight. Extended by `PageScroller`."""
