"""The pages with an eraser on them: it takes whole marks of one's own away, or parts of pen strokes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QWidget

from reader.core.erasing import Rubber, in_marks, rub
from reader.core.views import MarkView, Place
from reader.ui.marks.wanted import MarkAct
from reader.ui.page.drawing import box_of
from reader.ui.page.ink import bounds_of
from reader.ui.page.marked_pages import MarkedPages
from reader.ui.page.sheet import Sheet
from reader.ui.page.source import PageSource
from reader.ui.theme import Colour, current
from sync.model.annotation import MarkKind, Stroke
from sync.model.ids import MarkId, new_id

_RADIUS: Final = 10
"""Design pixels, of the eraser that takes parts away."""
_STEP: Final = 5.0
"""Pixels between two places where a quick eraser looks for marks."""


class ErasingPages(MarkedPages):
    """`MarkedPages`, and an eraser: from press to release one act. What goes is gone from sight at once."""

    erasedMarks = Signal(object)
    """MarkAct: what has become of marks of one's own."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self.erases_parts = False
        """Of pen strokes what is under it, not all of them."""
        self._left: dict[MarkId, MarkView | None] = {}
        """What is left of the marks it went over; None: nothing."""
        self._were: dict[MarkId, MarkView] = {}
        """The same as the book has them, while it does not know yet."""
        self._eraser: QPointF | None = None
        """Where it was last."""
        super().__init__(parent)

    def set_document(self, source: PageSource | None, place: Place | None = None) -> None:
        super().set_document(source, place)
        self._forget_erased()

    def set_marks(self, marks: Sequence[MarkView]) -> None:
        if self._were and self._eraser is None:
            now = {mark.id: mark for mark in marks}
            if any(now.get(known) != mark for known, mark in self._were.items()):
                self._forget_erased()  # else this was asked for before the change was kept
        super().set_marks(marks)

    def marks_on(self, page: int) -> Sequence[MarkView]:
        marks = super().marks_on(page)
        if not self._left or self._left.keys().isdisjoint(mark.id for mark in marks):
            return marks
        left = (self._left.get(mark.id, mark) for mark in marks)
        return [mark for mark in left if mark is not None]

    def show_as_kept(self) -> None:
        """Show marks as the book has them."""
        self._forget_erased()
        self.viewport().update()

    # -- what `DrawingPages` says ------------------------------------------------------------------------

    def erase_at(self, point: QPointF) -> None:
        last, self._eraser = self._eraser, point
        if last is None:
            self._forget_erased()
        for place in _way(last or point, point):
            mark = self.mark_at(place)
            parts = self.erases_parts and mark is not None and mark.kind is MarkKind.PEN
            if mark is not None and mark.mine and not parts:
                self._left[mark.id] = None
        if self.erases_parts:
            self._rub(last or point, point)
        self.viewport().update()

    def erased(self) -> None:
        self._eraser = None
        self.viewport().update()
        if not self._left:
            return
        self._were = {mark: self._known[mark] for mark in self._left if mark in self._known}
        changed: list[MarkView] = []
        for mark in self._left.values():
            if mark is not None:
                changed += _held(mark)
        gone = tuple(mark for mark, left in self._left.items() if left is None)
        self.erasedMarks.emit(MarkAct(changed=tuple(changed), gone=gone))

    def erase_not(self) -> None:
        self._eraser = None
        self.show_as_kept()

    def paint_over(self, painter: QPainter, sheet: Sheet) -> None:
        super().paint_over(painter, sheet)
        if self._eraser is not None and self.erases_parts:
            radius = self.px(_RADIUS)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(current().colour(Colour.PRIMARY), self.px(2)))
            painter.drawEllipse(self._eraser, radius, radius)

    # -- inside ------------------------------------------------------------------------------------------

    def _rub(self, start: QPointF, end: QPointF) -> None:
        for sheet in self.sheets():
            ends = [sheet.frame.to_points(*(p - sheet.origin).toTuple()) for p in (start, end)]
            rubber = Rubber(ends[0], ends[1], self.px(_RADIUS) / sheet.frame.scale)
            area = _area(rubber)
            for mark in self.marks_on(sheet.frame.page):
                if mark.kind is not MarkKind.PEN or not mark.mine:
                    continue
                if not bounds_of(mark.kind, mark.strokes, mark.width).intersects(area):
                    continue
                left = tuple(piece for stroke in mark.strokes for piece in rub(stroke, rubber))
                if left != mark.strokes:
                    self._left[mark.id] = _with(mark, left) if left else None

    def _forget_erased(self) -> None:
        self._left.clear()
        self._were = {}


def _way(start: QPointF, end: QPointF) -> list[QPointF]:
    """Places close together from one to the other, the first only if it is all there is."""
    steps = max(1, round((end - start).manhattanLength() / _STEP))
    return [start + (end - start) * step / steps for step in range(1, steps + 1)]


def _area(rubber: Rubber) -> QRectF:
    box = box_of([rubber.start, rubber.end])
    r = rubber.radius
    return QRectF(box.x0 - r, box.y0 - r, box.x1 - box.x0 + 2 * r, box.y1 - box.y0 + 2 * r)


def _with(mark: MarkView, strokes: tuple[Stroke, ...]) -> MarkView:
    box = box_of([place for stroke in strokes for place in stroke.places])
    return replace(mark, strokes=strokes, rects=(box,))


def _held(mark: MarkView) -> list[MarkView]:
    """A mark with more pieces than one can have, as several: what is written on it stays with the first."""
    first, *others = in_marks(mark.strokes)
    more = [replace(_with(mark, strokes), id=MarkId(new_id("m")), text="") for strokes in others]
    return [_with(mark, first), *more]
