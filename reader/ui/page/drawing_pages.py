"""Drawing on pages with a pen, the mouse or a finger, while a tool for it is in the hand."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPointingDevice,
    QPolygonF,
    QTabletEvent,
    QTouchEvent,
)
from PySide6.QtWidgets import QWidget

from reader.core.views import Place
from reader.ui.page.drawing import Drawing
from reader.ui.page.ink import Growing, forget, paint_drawings
from reader.ui.page.page_words import Spot
from reader.ui.page.painting import LINE_COLOUR
from reader.ui.page.selecting import SelectingPages
from reader.ui.page.sheet import Sheet
from reader.ui.page.source import PageSource
from sync.model.annotation import PEN_WIDTH, MarkKind
from sync.model.annotation import Colour as Ink


class DrawingPages(SelectingPages):
    """`SelectingPages`, and a hand that draws or erases instead, when it holds something to do that with."""

    drawn = Signal(object)
    """Drawn: a movement has ended and was no slip."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._drawing: Drawing | None = None
        self._growing: Growing | None = None
        """How the drawing is painted."""
        self._trail: list[QPointF] = []
        """The last points of the viewport it went through."""
        self._rubbing = False
        self.draws: MarkKind | None = None
        """What the hand draws; None: it selects."""
        self.erases = False
        super().__init__(parent)
        self.ink = Ink.YELLOW
        """The colour of the next mark."""
        self.pen_width = PEN_WIDTH
        """In points."""

    def set_document(self, source: PageSource | None, place: Place | None = None) -> None:
        if self._rubbing:
            self.erase_not()
        self._drawing, self._growing, self._rubbing = None, None, False
        forget()
        super().set_document(source, place)

    # -- for `PageView` ----------------------------------------------------------------------------------

    @property
    def hand_is_full(self) -> bool:
        """The pointer draws or erases, it does not select."""
        return self.draws is not None or self.erases

    def erase_at(self, point: QPointF) -> None:
        """The eraser is on a point of the viewport."""

    def erased(self) -> None:
        """It was lifted."""

    def erase_not(self) -> None:
        """It was called off."""

    def paint_over(self, painter: QPainter, sheet: Sheet) -> None:
        drawing, growing = self._drawing, self._growing
        if drawing is not None and growing is not None and drawing.page == sheet.frame.page:
            growing.grow(drawing.places, drawing.pressure)
            colour = sheet.colour(LINE_COLOUR[self.ink])
            paint_drawings(painter, sheet, [(growing.pieces, self.pen_width, colour)])

    # -- Qt ----------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        left = event.button() == Qt.MouseButton.LeftButton
        if not (left and self._begin(event.position())):
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if not self._go_on(event.position()):
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        left = event.button() == Qt.MouseButton.LeftButton
        if not (left and self._end()):
            super().mouseReleaseEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self.hand_is_full:
            self.mousePressEvent(event)
        else:
            super().mouseDoubleClickEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and (self._drawing is not None or self._rubbing):
            if self._rubbing:
                self.erase_not()
            self._drawing, self._rubbing = None, False
            self.viewport().update()
        else:
            super().keyPressEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QTabletEvent) and (self.hand_is_full or _is_upside_down(event)):
            self._pen(event)
            return True
        if self.hand_is_full and isinstance(event, QTouchEvent) and len(event.points()) == 1:
            # One finger draws: Qt makes a mouse of what is not taken. Two that come down together move and
            # enlarge as ever; the second of two is not heard of.
            event.ignore()
            return False
        return super().viewportEvent(event)

    # -- inside ------------------------------------------------------------------------------------------

    def _pen(self, event: QTabletEvent) -> None:
        """Turned upside down it rubs out, whatever tool is in the hand."""
        event.accept()
        if event.type() is QEvent.Type.TabletPress and event.button() == Qt.MouseButton.LeftButton:
            self._begin(event.position(), event.pressure(), rubs=_is_upside_down(event))
        elif event.type() is QEvent.Type.TabletMove:
            self._go_on(event.position(), event.pressure())
        elif event.type() is QEvent.Type.TabletRelease:
            self._end()

    def _begin(self, point: QPointF, pressure: float | None = None, *, rubs: bool = False) -> bool:
        spot = self.spot_at(point)
        rubs = rubs or self.erases
        if spot is None or not (rubs or self.draws is not None):
            return False
        self.clear_selection()
        if rubs:
            self._rubbing = True
            self.erase_at(point)
        elif self.draws is not None:
            self._start(self.draws, spot, pressure)
            self._trail = [point]
            self.viewport().update()
        return True

    def _start(self, kind: MarkKind, spot: Spot, pressure: float | None) -> Drawing:
        self._drawing = Drawing.begin(kind, spot, pressure)
        self._growing = Growing(kind, self.pen_width)
        return self._drawing

    def _go_on(self, point: QPointF, pressure: float | None = None) -> bool:
        if self._rubbing:
            self.erase_at(point)
            return True
        drawing, spot = self._drawing, self.spot_at(point)
        if drawing is None:
            return False
        if spot is not None and not drawing.extend(spot, pressure):
            last = Spot(drawing.page, *drawing.places[-1])
            self._end()
            self._start(drawing.kind, last, pressure).extend(spot, pressure)
        self._show(point)
        return True

    def _end(self) -> bool:
        drawing, rubbing = self._drawing, self._rubbing
        self._drawing, self._rubbing = None, False
        if drawing is not None:
            drawn = drawing.end()
            if drawn is not None:
                self.drawn.emit(drawn)
            self.viewport().update()
        if rubbing:
            self.erased()
        return drawing is not None or rubbing

    def _show(self, point: QPointF) -> None:
        """Paint what is new: of a stroke the last piece, of a shape all of it."""
        self._trail = [*self._trail[-2:], point]
        if self._drawing is not None and self._drawing.kind is MarkKind.PEN:
            # A curve is drawn through the middles: the piece before changes with the new one.
            reach = 4 + 2 * self.pen_width * self.factor
            piece = QPolygonF(self._trail).boundingRect().adjusted(-reach, -reach, reach, reach)
            self.viewport().update(piece.toAlignedRect())
        else:
            self.viewport().update()


def _is_upside_down(event: QTabletEvent) -> bool:
    return event.pointerType() is QPointingDevice.PointerType.Eraser
