"""The pages of a document with what lies on them: the selection, marks and notes, what was found."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QToolTip, QWidget

from reader.core.versions import Spot as Changed
from reader.core.views import MarkView, Place
from reader.pdf import Hit, Link
from reader.ui.marks.wanted import Wanted
from reader.ui.page import painting
from reader.ui.page.changed import paint_changes
from reader.ui.page.drawing import Drawn
from reader.ui.page.geometry import Area
from reader.ui.page.history import History
from reader.ui.page.links import PageLinks, link_words, share_of
from reader.ui.page.page_words import Spot
from reader.ui.page.quick_bar import AddressBar, QuickBar
from reader.ui.page.selection import Picked, picked_hit
from reader.ui.page.sheet import Sheet
from reader.ui.page.source import PageSource
from reader.ui.page.text_pages import TextPages
from reader.ui.plain import tip
from reader.ui.theme import Colour
from sync.model.annotation import MarkKind, Rect

_MARK_KEYS: Final[dict[int, MarkKind]] = {
    Qt.Key.Key_H: MarkKind.HIGHLIGHT,
    Qt.Key.Key_U: MarkKind.UNDERLINE,
    Qt.Key.Key_S: MarkKind.STRIKE,
}


class PageView(TextPages):
    """`TextPages`, and places found, links and the way back on it."""

    copyRequested = Signal(str)
    markRequested = Signal(object)
    """Tuple of Wanted: one act, with one for each page of a selection."""
    noteRequested = Signal(int, object, object)
    """Page, tuple of Rect (may be empty), Quote or None."""
    jumped = Signal()
    """There may be another way back, or forward."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._hits: dict[int, list[tuple[int, Hit]]] = {}
        self._hit: int | None = None
        self._hit_list: Sequence[Hit] = ()
        self._changes: dict[int, list[Changed]] = {}
        self._change: Changed | None = None
        self._links = PageLinks()
        self._ringed: tuple[int, Link] | None = None
        """The link that Enter follows, and its page."""
        self.history = History()
        super().__init__(parent)
        self.drawn.connect(self._on_drawn)
        self.mark_at_once: MarkKind | None = None
        """What is in the hand: the words selected are marked with it at once."""
        self.note_at_once = False
        """The note tool is in the hand: a press places a note."""
        self._quick = QuickBar(self.viewport())
        self._quick.mark.connect(self.mark_selection)
        self._quick.note.connect(self.note_selection)
        self._quick.copy.connect(self.copy_selection)
        self._quick.hide()
        self._address = AddressBar(self.viewport())
        self._address.copy.connect(self.copyRequested)
        self._address.hide()

    def set_document(self, source: PageSource | None, place: Place | None = None) -> None:
        self._quick.hide()
        self._address.hide()
        if self._source is not None:
            self._source.linksReady.disconnect(self._links.put)
        self._links.clear()
        self._ringed = None
        if place is not None or source is None:
            self.history.clear()
        if source is not None:
            source.linksReady.connect(self._links.put)
        self._hits, self._hit, self._hit_list = {}, None, ()
        self._changes, self._change = {}, None
        super().set_document(source, place)
        self.jumped.emit()

    # -- what lies on the pages --------------------------------------------------------------------------

    def show_mark(self, mark: MarkView) -> None:
        """Choose a mark and bring it into sight."""
        self.choose_mark(mark.id)
        box = mark.rects[0] if mark.rects else None
        self._jump(lambda: self.show_box(mark.page, box), "marks")

    def set_hits(self, hits: Sequence[Hit], current_hit: int | None, *, move: bool = True) -> None:
        """Draw what was found; ``current_hit`` is an index into ``hits``, brought into sight if ``move``."""
        self._hit_list = hits
        self._hit = current_hit
        self._hits = {}
        for index, hit in enumerate(hits):
            self._hits.setdefault(hit.page, []).append((index, hit))
        if current_hit is not None and move:
            hit = hits[current_hit]
            box = hit.rects[0] if hit.rects else None
            self._jump(lambda: self.show_box(hit.page, box), "found")
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
        box = change.boxes[0] if change.boxes else None
        self._jump(lambda: self.show_box(change.page, box), "changes")
        self.viewport().update()

    # -- jumping -----------------------------------------------------------------------------------------

    def leap(self, page: int, offset: float = 0.0) -> None:
        """`go_to`, and remember the way back."""
        self._jump(lambda: self.go_to(page, offset))

    def leap_to(self, page: int, y: float | None) -> None:
        """To a height on a page, in points, that a link or the table of contents names; None: its top."""
        if 0 <= page < self.pages:
            self.leap(page, share_of(self._sizes[page], y, self._look.turn))

    def go_back(self) -> None:
        """To where one was before the last jump."""
        self._return_to(self.history.back(self.place()))

    def go_forward(self) -> None:
        """To where one has gone back from."""
        self._return_to(self.history.forward(self.place()))

    def _jump(self, go: Callable[[], None], series: str = "") -> None:
        before = self.place()
        go()
        self.history.jumped(before, self.place(), series)
        self.jumped.emit()

    def _return_to(self, place: Place | None) -> None:
        if place is not None:
            self.go_to(place.page, place.offset)
            self.jumped.emit()

    # -- selecting ---------------------------------------------------------------------------------------

    def copy_selection(self) -> None:
        """Ask for the selected text to be copied."""
        text = self._selection.text()
        if text:
            self.copyRequested.emit(text)
            self._quick.hide()

    def mark_selection(self, kind: MarkKind) -> None:
        """Ask for the selected words (or else what was found last) to be marked."""
        wanted = tuple(
            Wanted(picked.page, kind, self.ink, picked.rects, picked.quote) for picked in self.picked()
        )
        if wanted:
            self.markRequested.emit(wanted)
        self.clear_selection()

    def note_selection(self) -> None:
        """Ask for a note on the selected words, or on the page."""
        picked = self.picked()
        self.clear_selection()
        if picked:
            self.noteRequested.emit(picked[0].page, picked[0].rects, picked[0].quote)
        elif self._column is not None:
            self.noteRequested.emit(self.page, (), None)

    def picked(self) -> tuple[Picked, ...]:
        """The words selected, or what was found last, page by page."""
        picked = self._selection.picked()
        if not picked and self._hit is not None:
            hit = self._hit_list[self._hit]
            found = picked_hit(self.words, hit)
            return () if found is None else (found,)
        return picked

    # -- painting ----------------------------------------------------------------------------------------

    def paint_over(self, painter: QPainter, sheet: Sheet) -> None:
        page = sheet.frame.page
        found = self._hits.get(page, [])
        now = [sheet.rect(rect) for index, hit in found if index == self._hit for rect in hit.rects]
        others = [sheet.rect(rect) for index, hit in found if index != self._hit for rect in hit.rects]
        self.paint_marks(painter, sheet, [*now, *others])
        painting.paint_wash(painter, sheet, others, Colour.HIT)
        painting.paint_wash(painter, sheet, now, Colour.HIT_NOW)
        chosen = [sheet.rect(rect) for rect in self._selection.rects(page)]
        painting.paint_wash(painter, sheet, chosen, Colour.MARK_BLUE)
        super().paint_over(painter, sheet)
        paint_changes(painter, sheet, self._changes.get(page, ()), self._change)
        if self._ringed is not None and self._ringed[0] == page:
            painting.paint_ring(painter, sheet.rect(Area(*self._ringed[1].box)))
        self.paint_signs(painter, sheet)

    # -- Qt ----------------------------------------------------------------------------------------------

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self._address.hide()
        if self._quick.isVisible():
            self._place_quick()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_C and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self.copy_selection()
        elif event.key() in _MARK_KEYS and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self.mark_selection(_MARK_KEYS[event.key()])
        elif event.key() == Qt.Key.Key_N and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self.note_selection()
        elif event.key() == Qt.Key.Key_L and not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier:
            self._ring_link(-1 if event.modifiers() else 1)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._ringed is not None:
            self._follow_ringed()
        elif event.key() == Qt.Key.Key_Escape and (self._address.isVisible() or self._ringed):
            self._address.hide()
            self._ringed = None
            self.viewport().update()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._address.hide()
        if event.button() == Qt.MouseButton.BackButton:
            self.go_back()
        elif event.button() == Qt.MouseButton.ForwardButton:
            self.go_forward()
        else:
            super().mousePressEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            found = self._link_at(event.pos().toPointF())
            QToolTip.showText(event.globalPos(), "" if found is None else tip(link_words(found)), self)
            return True
        return super().viewportEvent(event)

    # -- what `SelectingPages` says ----------------------------------------------------------------------

    def selection_drawn(self) -> None:
        self._quick.hide()

    def selection_made(self) -> None:
        if self.mark_at_once is not None:
            self.mark_selection(self.mark_at_once)
        elif self.note_at_once:
            self.note_selection()
        else:
            self._place_quick()
            self._quick.show()
            self._quick.raise_()

    def press_on(self, point: QPointF) -> None:
        mark = self.mark_at(point)
        self.choose_mark(None if mark is None else mark.id)
        spot = self.spot_at(point)
        if mark is None and self.note_at_once and spot is not None:
            side = 12.0
            self.noteRequested.emit(spot.page, (Rect(spot.x, spot.y, spot.x + side, spot.y + side),), None)
            return
        self.markActivated.emit("" if mark is None else mark.id)
        link = self._link_at(point) if mark is None else None
        if link is not None:
            self._follow(link, point)

    def pointer_moved(self, point: QPointF) -> None:
        shape = self.shape_at(point) or Qt.CursorShape.ArrowCursor
        spot = self.spot_at(point)
        if shape is not Qt.CursorShape.ArrowCursor:
            pass
        elif self.hand_is_full:
            shape = Qt.CursorShape.CrossCursor
        elif self.mark_at(point) is not None or self._link_at(point) is not None:
            shape = Qt.CursorShape.PointingHandCursor
        elif spot is not None and self._over_word(spot):
            shape = Qt.CursorShape.IBeamCursor
        self.viewport().setCursor(shape)

    def on_settled(self, pages: Sequence[int]) -> None:
        if self._source is not None:
            for page in pages:
                if page not in self._links:
                    self._source.ask_links(page)
        super().on_settled(pages)

    # -- inside ------------------------------------------------------------------------------------------

    def _on_drawn(self, drawn: Drawn) -> None:
        if drawn.kind is MarkKind.TEXT:
            self.begin_writing(drawn.page, drawn.box)
            return
        wanted = Wanted(
            drawn.page, drawn.kind, self.ink, (drawn.box,), strokes=(drawn.stroke,), width=self.pen_width
        )
        self.markRequested.emit((wanted,))

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

    def _follow(self, link: Link, point: QPointF) -> None:
        if link.page is not None and link.page < self.pages:
            self.leap_to(link.page, link.y)
        elif link.uri is not None:
            self._address.show_address(link.uri, point.toPoint())

    def _ring_link(self, way: int) -> None:
        """Go on to the next link in sight, or back to the one before."""
        seen = [
            (sheet.frame.page, link)
            for sheet in self.sheets()
            for link in self._links.of(sheet.frame.page)
            if sheet.seen.contains(sheet.rect(Area(*link.box)).center())
        ]
        if not seen:
            return
        start = len(seen) if way < 0 else -1
        at = seen.index(self._ringed) if self._ringed in seen else start
        self._ringed = seen[(at + way) % len(seen)]
        self.announce(link_words(self._ringed[1]))
        self.viewport().update()

    def _follow_ringed(self) -> None:
        if self._ringed is not None:
            page, link = self._ringed
            sheet = self.sheet_of(page)
            if sheet is not None:
                self._follow(link, sheet.rect(Area(*link.box)).center())

    def _link_at(self, point: QPointF) -> Link | None:
        for sheet in self.sheets():
            if sheet.seen.contains(point):
                inside = point - sheet.origin
                return self._links.at(sheet.frame.page, *sheet.frame.to_points(inside.x(), inside.y()))
        return None

    def _over_word(self, spot: Spot) -> bool:
        return any(
            word.x0 - 2 <= spot.x <= word.x1 + 2 and word.y0 <= spot.y <= word.y1
            for word in self.words.get(spot.page)
        )
