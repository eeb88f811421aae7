"""Pages in one long column, without what is painted on them: layout, zoom, places."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from reader.core.views import Place
from reader.pdf import PageSize
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
from reader.ui.page.selection import Spot
from reader.ui.page.text_fit import TextFit
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

    Positions on a page are points, origin top left of the shown page, y down.
    """

    zoomChanged = Signal(object)
    """Zoom."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sizes: tuple[PageSize, ...] = ()
        self._zoom = Zoom()
        self._text_fit = TextFit()
        self._column: Column | None = None
        self._page = -1
        self._laying = False
        self._last_top = 0
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)

    # -- places ------------------------------------------------------------------------------------------

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

    # -- inside ------------------------------------------------------------------------------------------

    def _pane(self) -> Pane:
        area = self.viewport()
        return Pane(area.width(), area.height(), self.px(34), self.px(12))

    def _set_zoom(self, zoom: Zoom) -> None:
        if zoom != self._zoom:
            self._zoom = zoom
            self.zoomChanged.emit(zoom)

    def _build(self) -> Column:
        column = Column(self._sizes, self._pane(), self._zoom, self._text_fit.spans)
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
        if not self._sizes:
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
