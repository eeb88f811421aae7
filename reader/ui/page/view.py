"""The pages of a document with what lies on them: the selection, marks and notes, what was found."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QApplication, QWidget

from reader.core.versions import Spot as Changed
from reader.core.views import MarkView, Place
from reader.pdf import Hit
from reader.ui.page import painting
from reader.ui.page.changed import paint_changes
from reader.ui.page.quick_bar import QuickBar
from reader.ui.page.scroller import PageScroller
from reader.ui.page.selection import Picked, Spot, TextSelection, picked_hit
from reader.ui.page.source import PageSource
from reader.ui.theme import Colour
from sync.model.annotation import Colour as Ink
from sync.model.annotation import Rect
from sync.model.ids import MarkId


class PageView(PageScroller):
    """`PageScroller`, and selecting, marking and finding on it."""

    copyRequested = Signal(str)
    highlightRequested = Signal(int, object, object, object)
    """Page, tuple of Rect, Quote, Colour (of sync.model.annotation); once for each page of a selection."""
    noteRequested = Signal(int, object, object)
    """Page, tuple of Rect (may be empty), Quote or None."""
    markActivated = Signal(str)
    """MarkId of the mark pressed; empty when the press was beside all of them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._marks: dict[int, list[MarkView]] = {}
        self._chosen: MarkId | None = None
        self._hits: dict[int, list[tuple[int, Hit]]] = {}
        self._hit: int | None = None
        self._hit_list: Sequence[Hit] = ()
        self._changes: dict[int, list[Changed]] = {}
        self._change: Changed | None = None
        self._pressed: QPointF | None = None
        self._dragging = False
        self._pointer = QPointF()
        super().__init__(parent)
        self._selection = TextSelection(self.words)
        self.ink = Ink.YELLOW
        """The colour of the next highlight."""
        self.highlight_at_once = False
        """The highlighter is in the hand: what is selected is marked at once."""
        self.note_at_once = False
        """The note tool is in the hand: a press places a note."""
        self._pull = QTimer(self)
        self._pull.setInterval(30)
        self._pull.timeout.connect(self._pull_selection)
        self.viewport().setMouseTracking(True)
        self._quick = QuickBar(self.viewport())
        self._quick.highlight.connect(self.highlight_selection)
        self._quick.note.connect(self.note_selection)
        self._quick.copy.connect(self.copy_selection)
        self._quick.hide()

    def set_document(self, source: PageSource | None, place: Place | None = None) -> None:
        self._selection.clear()
        self._pull.stop()
        self._quick.hide()
        self._marks.clear()
        self._chosen = None
        self._hits, self._hit, self._hit_list = {}, None, ()
        self._changes, self._change = {}, None
        super().set_document(source, place)

    # -- what lies on the pages --------------------------------------------------------------------------

    def set_marks(self, marks: Sequence[MarkView]) -> None:
        """Draw these; those made on another version of the document have no place here and are left out."""
        self._marks.clear()
        for mark in marks:
            if mark.current:
                self._marks.setdefault(mark.page, []).append(mark)
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

    def show_mark(self, mark: MarkView) -> None:
        """Choose a mark and bring it into sight."""
        self.choose_mark(mark.id)
        self.show_box(mark.page, mark.rects[0] if mark.rects else None)

    def set_hits(self, hits: Sequence[Hit], current_hit: int | None, *, move: bool = True) -> None:
        """Draw what was found; ``current_hit`` is an index into ``hits``, brought into sight if ``move``."""
        self._hit_list = hits
        self._hit = current_hit
        self._hits = {}
        for index, hit in enumerate(hits):
            self._hits.setdefault(hit.page, []).append((index, hit))
        if current_hit is not None and move:
            hit = hits[current_hit]
            self.show_box(hit.page, hit.rects[0] if hit.rects else None)
        self.viewport().update()

    def set_changes(self, changes: Sequence[Changed]) -> None:
        """Frame what differs from the version before."""
        self._changes, self._change = {}, None
        for change in changes:
            self._changes.setdefault(change.page, []).append(change)
        self.viewport().update()

    def show_change(self, change: Changed) -> None:
        """Bring one of them into sight and frame it more strongly."""
        self._change = change
        self.show_box(change.page, change.boxes[0] if change.boxes else None)
        self.viewport().update()

    # -- selecting ---------------------------------------------------------------------------------------

    @property
    def selected_text(self) -> str:
        """The selected words."""
        return self._selection.text()

    def clear_selection(self) -> None:
        """Select nothing."""
        self._selection.clear()
        self._quick.hide()
        self.viewport().update()

    def copy_selection(self) -> None:
        """Ask for the selected text to be copied."""
        text = self._selection.text()
        if text:
            self.copyRequested.emit(text)
            self._quick.hide()

    def highlight_selection(self) -> None:
        """Ask for the selected words (or else what was found last) to be highlighted."""
        for picked in self._picked():
            self.highlightRequested.emit(picked.page, picked.rects, picked.quote, self.ink)
        self.clear_selection()

    def note_selection(self) -> None:
        """Ask for a note on the selected words, or on the page."""
        picked = self._picked()
        self.clear_selection()
        if picked:
            self.noteRequested.emit(picked[0].page, picked[0].rects, picked[0].quote)
        elif self._column is not None:
            self.noteRequested.emit(self.page, (), None)

    def _picked(self) -> tuple[Picked, ...]:
        picked = self._selection.picked()
        if not picked and self._hit is not None:
            hit = self._hit_list[self._hit]
            found = picked_hit(self.words, hit)
            return () if found is None else (found,)
        return picked

    # -- painting ----------------------------------------------------------------------------------------

    def paint_over(self, painter: QPainter, sheet: painting.Sheet) -> None:
        page = sheet.frame.page
        found = self._hits.get(page, [])
        now = [sheet.rect(rect) for index, hit in found if index == self._hit for rect in hit.rects]
        others = [sheet.rect(rect) for index, hit in found if index != self._hit for rect in hit.rects]
        marks = self._marks.get(page, [])
        painting.paint_marks(painter, sheet, marks, self._chosen, [*now, *others])
        painting.paint_wash(painter, sheet, others, Colour.HIT)
        painting.paint_wash(painter, sheet, now, Colour.HIT_NOW)
        chosen = [sheet.rect(rect) for rect in self._selection.rects(page)]
        painting.paint_wash(painter, sheet, chosen, Colour.MARK_BLUE)
        paint_changes(painter, sheet, self._changes.get(page, ()), self._change)
        painting.paint_signs(painter, sheet, painting.note_signs(sheet, marks), self._chosen)

    def on_words(self, page: int) -> None:
        if page in self._selection.pages():
            self.viewport().update()

    # -- Qt ----------------------------------------------------------------------------------------------

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        if self._quick.isVisible():
            self._place_quick()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_C and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self.copy_selection()
        elif event.key() == Qt.Key.Key_H and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self.highlight_selection()
        elif event.key() == Qt.Key.Key_N and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self.note_selection()
        elif event.key() == Qt.Key.Key_Escape and not self._selection.empty:
            self.clear_selection()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        spot = self.spot_at(event.position())
        if event.button() != Qt.MouseButton.LeftButton or spot is None:
            super().mousePressEvent(event)
            return
        self._quick.hide()
        self._pressed = event.position()
        self._dragging = False
        self._selection.begin(spot)
        self.need_words(spot.page)
        self.viewport().update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._pointer = event.position()
        if self._pressed is None:
            self._show_cursor()
            return
        far = (event.position() - self._pressed).manhattanLength() >= QApplication.startDragDistance()
        if far or self._dragging:
            self._dragging = True
            self._extend()
            inside = self.viewport().rect().contains(self._pointer.toPoint())
            if inside:
                self._pull.stop()
            elif not self._pull.isActive():
                self._pull.start()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None or event.button() != Qt.MouseButton.LeftButton:
            super().mouseReleaseEvent(event)
            return
        self._pull.stop()
        self._pressed = None
        if self._dragging:
            self._dragging = False
            self._finish_selection()
        else:
            self._press_on(event.position())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        spot = self.spot_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and spot is not None:
            # The release that follows must not count as a press on what lies here.
            self._pressed = None
            if self._selection.pick_word(spot):
                self._finish_selection()
            self.viewport().update()

    # -- inside ------------------------------------------------------------------------------------------

    def _extend(self) -> None:
        spot = self.spot_at(self._pointer)
        if spot is not None:
            self._selection.extend(spot)
            for page in self._selection.pages():
                self.need_words(page)
            self.viewport().update()

    def _pull_selection(self) -> None:
        """The pointer is held above or below the pane: the pages follow it."""
        y, height = self._pointer.y(), self.viewport().height()
        beyond = y if y < 0 else max(0.0, y - height)
        self.verticalScrollBar().setValue(round(self.verticalScrollBar().value() + beyond / 2))
        self._extend()

    def _finish_selection(self) -> None:
        if self._selection.empty:
            return
        if self.highlight_at_once:
            self.highlight_selection()
        elif self.note_at_once:
            self.note_selection()
        else:
            self._place_quick()
            self._quick.show()
            self._quick.raise_()

    def _place_quick(self) -> None:
        """Under the end of the selection, or above it where there is no room."""
        end = self._selection.end
        sheet = None if end is None else self.sheet_of(end.page)
        boxes = () if end is None else self._selection.rects(end.page)
        if sheet is None or not boxes:
            self._quick.hide()
            return
        self._quick.adjustSize()
        area, gap = self.viewport().rect(), self.px(8)
        last, first = sheet.rect(boxes[-1]), sheet.rect(boxes[0])
        x = min(max(last.right() - self._quick.width() / 2, gap), area.width() - self._quick.width() - gap)
        y = last.bottom() + gap
        if y + self._quick.height() > area.height():
            y = max(float(gap), first.top() - gap - self._quick.height())
        self._quick.move(round(x), round(y))

    def _press_on(self, point: QPointF) -> None:
        self.clear_selection()
        mark = self._mark_at(point)
        self.choose_mark(None if mark is None else mark.id)
        spot = self.spot_at(point)
        if mark is None and self.note_at_once and spot is not None:
            side = 12.0
            self.noteRequested.emit(spot.page, (Rect(spot.x, spot.y, spot.x + side, spot.y + side),), None)
            return
        self.markActivated.emit("" if mark is None else mark.id)

    def _mark_at(self, point: QPointF) -> MarkView | None:
        for sheet in self.sheets():
            marks = self._marks.get(sheet.frame.page, [])
            for mark, place in painting.note_signs(sheet, marks):
                if place.contains(point):
                    return mark
            for mark in reversed(marks):
                if any(sheet.rect(rect).contains(point) for rect in mark.rects):
                    return mark
        return None

    def _show_cursor(self) -> None:
        spot = self.spot_at(self._pointer)
        shape = Qt.CursorShape.ArrowCursor
        if self._mark_at(self._pointer) is not None:
            shape = Qt.CursorShape.PointingHandCursor
        elif spot is not None and self._over_word(spot):
            shape = Qt.CursorShape.IBeamCursor
        self.viewport().setCursor(shape)

    def _over_word(self, spot: Spot) -> bool:
        return any(
            word.x0 - 2 <= spot.x <= word.x1 + 2 and word.y0 <= spot.y <= word.y1
            for word in self.words.get(spot.page)
        )
