"""Drawing on pages with a pen, the mouse or a finger, while a tool for it is in the hand."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPainterPath, QTabletEvent, QTouchEvent
from PySide6.QtWidgets import QWidget

from reader.core.views import Place
from reader.ui.page.drawing import Drawing
from reader.ui.page.ink import Piece, paint_pieces, pieces_of
from reader.ui.page.painting import LINE_COLOUR
from reader.ui.page.selecting import SelectingPages
from reader.ui.page.sheet import Sheet
from reader.ui.page.source import PageSource
from sync.model.annotation import Colour as Ink
from sync.model.annotation import MarkKind


class DrawingPages(SelectingPages):
    """`SelectingPages`, and a hand that draws or erases instead, when it holds something to do that with."""

    drawn = Signal(object)
    """Drawn: a movement has ended and was no slip."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._drawing: Drawing | None = None
        self._last = QPointF()
        self._path = (QPainterPath(), 0)
        """Of the stroke that is being drawn: so many of its places are in it."""
        self._rubbing = False
        self.draws: MarkKind | None = None
        """What the hand draws; None: it selects."""
        self.erases = False
        super().__init__(parent)
        self.ink = Ink.YELLOW
        """The colour of the next mark."""
        self.pen_width = 2.0
        """In points."""

    def set_document(self, source: PageSource | None, place: Place | None = None) -> None:
        self._drawing, self._rubbing = None, False
        super().set_document(source, place)

    # -- for `PageView` ----------------------------------------------------------------------------------

    @property
    def hand_is_full(self) -> bool:
        """The pointer draws or erases, it does not select."""
        return self.draws is not None or self.erases

    def erase_at(self, point: QPointF) -> None:
        """The eraser is on a point of the viewport."""

    def paint_over(self, painter: QPainter, sheet: Sheet) -> None:
        drawing = self._drawing
        if drawing is not None and drawing.page == sheet.frame.page:
            colour = sheet.colour(LINE_COLOUR[self.ink])
            paint_pieces(painter, sheet, self._growing(drawing), self.pen_width, colour)

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
        if event.key() == Qt.Key.Key_Escape and self._drawing is not None:
            self._drawing = None
            self.viewport().update()
        else:
            super().keyPressEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if self.hand_is_full and isinstance(event, QTabletEvent):
            self._pen(event)
            return True
        if self.hand_is_full and isinstance(event, QTouchEvent) and len(event.points()) == 1:
            # One finger draws: Qt makes a mouse of what is not taken. Two move and enlarge as ever.
            event.ignore()
            return False
        return super().viewportEvent(event)

    # -- inside ------------------------------------------------------------------------------------------

    def _pen(self, event: QTabletEvent) -> None:
        """With the end of the pen that rubs out, too, whatever tool is in the hand."""
        event.accept()
        if event.type() is QEvent.Type.TabletPress and event.button() == Qt.MouseButton.LeftButton:
            self._begin(event.position(), event.pressure())
        elif event.type() is QEvent.Type.TabletMove:
            self._go_on(event.position(), event.pressure())
        elif event.type() is QEvent.Type.TabletRelease:
            self._end()

    def _begin(self, point: QPointF, pressure: float | None = None) -> bool:
        spot = self.spot_at(point)
        if not self.hand_is_full or spot is None:
            return False
        self.clear_selection()
        if self.erases:
            self._rubbing = True
            self.erase_at(point)
        elif self.draws is not None:
            self._drawing = Drawing.begin(self.draws, spot, pressure)
            self._path = (QPainterPath(), 0)
            self._last = point
            self.viewport().update()
        return True

    def _go_on(self, point: QPointF, pressure: float | None = None) -> bool:
        if self._rubbing:
            self.erase_at(point)
            return True
        drawing, spot = self._drawing, self.spot_at(point)
        if drawing is None:
            return False
        if spot is not None:
            drawing.extend(spot, pressure)
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
        return drawing is not None or rubbing

    def _growing(self, drawing: Drawing) -> Sequence[Piece]:
        """What there is of it. A stroke of the pen may be long, and only its end is new."""
        if drawing.kind is MarkKind.PEN and not drawing.pressure:
            path, done = self._path
            points = [QPointF(*place) for place in drawing.places[max(0, done - 1) :]]
            if done == 0:
                path = QPainterPath(points[0])
            for at, to in pairwise(points):
                path.quadTo(at, (at + to) / 2)
            self._path = (path, len(drawing.places))
            ended = QPainterPath(path)
            ended.lineTo(points[-1])
            return (Piece(1.0, ended),)
        return pieces_of(drawing.kind, (drawing.stroke,), self.pen_width)

    def _show(self, point: QPointF) -> None:
        """Paint what is new: of a stroke the last piece, of a shape all of it."""
        if self._drawing is not None and self._drawing.kind is MarkKind.PEN:
            # A curve is drawn through the middles: the piece before changes with the new one.
            reach = 40 + 4 * self.pen_width * self.factor
            piece = QRectF(self._last, point).normalized().adjusted(-reach, -reach, reach, reach)
            self.viewport().update(piece.toAlignedRect())
        else:
            self.viewport().update()
        self._last = point
