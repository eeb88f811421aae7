"""The pages with the marks that lie on them: which is chosen, which is under a point, painting them."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QTimer
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from reader.core.views import MarkView, Place
from reader.ui.page import painting
from reader.ui.page.drawing_pages import DrawingPages
from reader.ui.page.ink import DRAWN, is_near
from reader.ui.page.ink_layers import InkLayers
from reader.ui.page.ribbon import paint_ribbon, ribbon_place
from reader.ui.page.sheet import Sheet
from reader.ui.page.source import PageSource
from reader.ui.theme import Colour, current
from sync.model.annotation import MarkKind
from sync.model.ids import MarkId

_AHEAD_MS: Final = 40
"""After the pages were moved, when they are painted, the next ones are prepared: in slices, with room between
for whatever else is to be done."""
_SLICE_S: Final = 0.003
_BREATH_MS: Final = 2
_NEAR: Final = 6
"""Pixels beside a line at which it is still meant."""


class MarkedPages(DrawingPages):
    """`DrawingPages`, and the marks of the document."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._marks: dict[int, list[MarkView]] = {}
        self._known: dict[MarkId, MarkView] = {}
        self._chosen: MarkId | None = None
        self._ink = InkLayers()
        super().__init__(parent)
        self._ahead: Iterator[None] = iter(())
        """What will be painted when somebody turns the page."""
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.timeout.connect(self._prepare)

    def set_document(self, source: PageSource | None, place: Place | None = None) -> None:
        self._marks.clear()
        self._known.clear()
        self._ink.keep_only(())
        self._chosen = None
        super().set_document(source, place)

    def set_marks(self, marks: Sequence[MarkView]) -> None:
        """Draw these; those without a place on this version of the document are left out."""
        made: dict[int, list[MarkView]] = {}
        for mark in marks:
            if mark.has_place:
                made.setdefault(mark.page, []).append(mark)
        # The very same list where nothing has changed: the picture of its drawings stays.
        old = self._marks
        self._marks = {page: old[page] if old.get(page) == new else new for page, new in made.items()}
        self._known = {mark.id: mark for page in made.values() for mark in page}
        self._look_ahead()
        self.viewport().update()

    def choose_mark(self, mark: MarkId | None) -> None:
        """Draw a line around this one."""
        if mark != self._chosen:
            self._chosen = mark
            self.viewport().update()

    @property
    def chosen_mark(self) -> MarkId | None:
        """The mark with a line around it."""
        return self._chosen

    def marks_on(self, page: int) -> Sequence[MarkView]:
        """The marks of a page as they are shown."""
        return self._marks.get(page, ())

    def chosen_view(self) -> MarkView | None:
        """The mark chosen, if it has a place on these pages."""
        return None if self._chosen is None else self._known.get(self._chosen)

    def mark_at(self, point: QPointF) -> MarkView | None:
        """The mark under a point of the viewport: a note's sign, or the uppermost that lies there."""
        for sheet in self.sheets():
            marks = self.marks_on(sheet.frame.page)
            for mark, place in painting.note_signs(sheet, marks):
                if place.contains(point):
                    return mark
            ribbon = self._ribbon(marks)
            if ribbon is not None and ribbon_place(sheet).contains(point):
                return ribbon
            for mark in reversed(marks):
                if self._lies_on(mark, sheet, point):
                    return mark
        return None

    def paint_marks(self, painter: QPainter, sheet: Sheet, spare: Sequence[QRectF]) -> None:
        """Those of a page, but for ``spare``, where something else is seen."""
        marks = self.marks_on(sheet.frame.page)
        ink = self._ink.of(sheet, marks, self.devicePixelRatioF())
        painting.paint_marks(painter, sheet, marks, self._chosen, spare, ink)

    def paint_signs(self, painter: QPainter, sheet: Sheet) -> None:
        """What stands beside the text for them, over everything."""
        marks = self.marks_on(sheet.frame.page)
        ribbon = self._ribbon(marks)
        if ribbon is not None:
            chosen = ribbon.id == self._chosen
            edge = current().colour(Colour.PRIMARY if chosen else Colour.INK2)
            fill = sheet.colour(painting.INK_COLOUR[ribbon.colour])
            paint_ribbon(painter, ribbon_place(sheet), fill, edge, current().px(2) if chosen else 1)
        signs = painting.note_signs(sheet, marks)
        painting.paint_signs(painter, sheet, signs, self._chosen)

    def _moved(self) -> None:
        super()._moved()
        self._look_ahead()

    def _look_ahead(self) -> None:
        pages = [sheet.frame.page for sheet in self.sheets()]
        near = (pages[-1] + 1, pages[0] - 1, pages[-1] + 2, *pages) if pages else ()
        self._ink.keep_only(near)
        self._ahead = self._steps(near)
        self._idle.start(_AHEAD_MS)

    def _steps(self, pages: Sequence[int]) -> Iterator[None]:
        """What there is to prepare, a little in each step."""
        for page in pages:
            marks = self.marks_on(page)
            for mark in marks:
                painting.prepare(mark)
                yield
            column = self._column
            if marks and column is not None and page < len(column):
                frame = column.frame(page)
                whole = QRectF(0, 0, frame.width, frame.height)
                sheet = Sheet(frame, QPointF(), whole, self.night, self._page_tokens())
                self._ink.make(sheet, marks, self.devicePixelRatioF())
                yield

    def _prepare(self) -> None:
        """A little at a time: nobody may wait for it."""
        end = time.perf_counter() + _SLICE_S
        for _ in self._ahead:
            if time.perf_counter() > end:
                self._idle.start(_BREATH_MS)
                return

    def _ribbon(self, marks: Sequence[MarkView]) -> MarkView | None:
        """The bookmark of a page: one's own before another's."""
        found = [mark for mark in marks if mark.kind is MarkKind.BOOKMARK]
        return min(found, key=lambda mark: not mark.mine, default=None)

    def _lies_on(self, mark: MarkView, sheet: Sheet, point: QPointF) -> bool:
        if mark.kind not in DRAWN:
            return any(sheet.rect(rect).contains(point) for rect in mark.rects)
        inside = point - sheet.origin
        x, y = sheet.frame.to_points(inside.x(), inside.y())
        reach = mark.width / 2 + self.px(_NEAR) / sheet.frame.scale
        return sheet.area.contains(point) and is_near(mark.kind, mark.strokes, x, y, reach)
