"""The pages on which a mark of one's own is moved, made larger and deleted, by mouse, finger and keys."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPen, QPointingDevice, QTouchEvent
from PySide6.QtWidgets import QApplication, QWidget

from reader.core.views import MarkView, Place
from reader.ui.page import painting
from reader.ui.page.erasing_pages import ErasingPages
from reader.ui.page.moving import Grip, grips, grown, is_movable, moved, resized, way
from reader.ui.page.sheet import Sheet
from reader.ui.page.source import PageSource
from reader.ui.theme import Colour, current
from sync.model.ids import MarkId

_GRIP: Final = 9
"""Design pixels along the square of a grip."""
_REACH: Final = 8
"""Design pixels around the middle of a grip at which it is meant; twice that for a finger."""
_REST_MS: Final = 700
"""After the last key a mark stays where it is: keys pressed in a row are one act."""
_KEYS: Final = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_FAR: Final = 10
"""Points that a key moves with Shift, instead of one."""


@dataclass
class _Grasp:
    """A mark that the pointer holds, as it was then; moved so many points across and down."""

    mark: MarkView
    grip: Grip
    start: QPointF
    going: bool = False
    way: tuple[float, float] = (0.0, 0.0)

    @property
    def moves(self) -> bool:
        """It goes as it is, and is painted elsewhere: a long stroke is not made anew at every step."""
        return self.going and self.grip is Grip.BODY


class MovingPages(ErasingPages):
    """`ErasingPages`, and a hand on the mark chosen. What is changed is shown so from the first moment."""

    changeRequested = Signal(object)
    """MarkView: a mark of one's own as it is to be from now on. Once for each gesture."""
    deleteRequested = Signal(str)
    """MarkId."""
    editRequested = Signal(str)
    """MarkId: write on it."""
    markActivated = Signal(str)
    """MarkId of the mark pressed; empty when the press was beside all of them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._grasp: _Grasp | None = None
        self._shown: MarkView | None = None
        """A mark as it is being changed, or as it is about to be kept."""
        self._before: MarkView | None = None
        """The same as the book has it."""
        super().__init__(parent)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self._ask)

    def set_document(self, source: PageSource | None, place: Place | None = None) -> None:
        self.settle()
        self._grasp = self._shown = self._before = None
        super().set_document(source, place)

    def set_marks(self, marks: Sequence[MarkView]) -> None:
        before = self._before
        if before is not None and self._grasp is None and not self._rest.isActive():
            now = next((mark for mark in marks if mark.id == before.id), None)
            if now != before:  # else this was asked for before the change was kept
                self._let_go()
        super().set_marks(marks)

    def choose_mark(self, mark: MarkId | None) -> None:
        if mark != self._chosen:
            self.settle()
        super().choose_mark(mark)

    def marks_on(self, page: int) -> Sequence[MarkView]:
        marks, shown, grasp = super().marks_on(page), self._shown, self._grasp
        if grasp is not None and grasp.moves and grasp.mark.page == page:
            return [mark for mark in marks if mark.id != grasp.mark.id]
        if shown is None or shown.page != page:
            return marks
        return [shown if mark.id == shown.id else mark for mark in marks]

    def chosen_view(self) -> MarkView | None:
        if self._shown is not None and self._shown.id == self._chosen:
            return self._shown
        return super().chosen_view()

    def settle(self) -> None:
        """What keys have changed is changed: ask for it to be kept."""
        if self._rest.isActive():
            self._rest.stop()
            self._ask()

    def show_as_kept(self) -> None:
        self._let_go()
        super().show_as_kept()

    def change(self, mark: MarkView) -> None:
        """A mark of one's own is to be as this is."""
        self.settle()
        self._show_changed(mark)
        self._ask()

    # -- for `PageView` ----------------------------------------------------------------------------------

    def fitted(self, mark: MarkView) -> MarkView:
        """As it is with what belongs to its size. Extended where text is written."""
        return mark

    def shape_at(self, point: QPointF) -> Qt.CursorShape | None:
        """The pointer's shape over what can be held there; None: nothing can."""
        if self.hand_is_full:
            return None
        chosen = self.chosen_view()
        sheet = None if chosen is None else self.sheet_of(chosen.page)
        if chosen is not None and sheet is not None:
            grip = self._grip_at(chosen, sheet, point, self.px(_REACH))
            if grip is not None:
                return _shape_of(grip, self._look.turn)
            under = self.mark_at(point)
            if under is not None and under.id == chosen.id and is_movable(chosen):
                return Qt.CursorShape.SizeAllCursor
        return None

    def paint_marks(self, painter: QPainter, sheet: Sheet, spare: Sequence[QRectF]) -> None:
        super().paint_marks(painter, sheet, spare)
        grasp = self._grasp
        if grasp is not None and grasp.moves and grasp.mark.page == sheet.frame.page:
            painting.paint_marks(painter, self._moved_sheet(sheet), [grasp.mark], self._chosen, ())

    def paint_signs(self, painter: QPainter, sheet: Sheet) -> None:
        super().paint_signs(painter, sheet)
        chosen = self.chosen_view()
        if chosen is None or chosen.page != sheet.frame.page:
            return
        theme = current()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour(Colour.PRIMARY), theme.px(2)))
        painter.setBrush(theme.colour(Colour.PAPER))
        for place in self._grips(chosen, self._moved_sheet(sheet)).values():
            painter.drawRect(_square(place, theme.px(_GRIP)))

    # -- Qt ----------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        plain = event.button() == Qt.MouseButton.LeftButton and not event.modifiers()

        finger = event.pointerType() is QPointingDevice.PointerType.Finger
        reach = self.px(2 * _REACH if finger else _REACH)
        if not (plain and not self.hand_is_full and self._take(event.position(), reach)):
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grasp is None:
            super().mouseMoveEvent(event)
        else:
            self._drag_to(self._grasp, event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        grasp, self._grasp = self._grasp, None
        if grasp is None:
            super().mouseReleaseEvent(event)
        elif grasp.going:
            if grasp.grip is Grip.BODY:
                self._show_changed(moved(grasp.mark, *grasp.way, self._sizes[grasp.mark.page]))
            self._ask()
        else:
            self.press_on(event.position())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        chosen = self.chosen_view()
        if event.key() == Qt.Key.Key_Escape and self._grasp is not None:
            self._let_go()
        elif chosen is not None and chosen.mine and self._press(event, chosen):
            return
        elif event.key() == Qt.Key.Key_M and not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier:
            self._choose_next(-1 if event.modifiers() else 1)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.settle()
        super().focusOutEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QTouchEvent) and self._finger_holds(event):
            event.ignore()  # Qt makes a mouse of what is not taken
            return False
        return super().viewportEvent(event)

    # -- inside ------------------------------------------------------------------------------------------

    def _press(self, event: QKeyEvent, chosen: MarkView) -> bool:
        """A key while a mark of one's own is chosen."""
        key, modifiers = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        shift, control = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
        if key in _KEYS and not modifiers & ~(shift | control) and is_movable(chosen):
            across, down = (step * (_FAR if modifiers & shift else 1) for step in _KEYS[Qt.Key(key)])
            page = self._sizes[chosen.page]
            turned = self._unturned(across, down)
            changed = (grown if modifiers & control else moved)(chosen, *turned, page)
            self._show_changed(self.fitted(changed))
            self.show_box(chosen.page, changed.rects[0] if changed.rects else None)
            self._rest.start()
            return True
        if modifiers:
            return False
        if key == Qt.Key.Key_Delete:
            self.settle()
            self.deleteRequested.emit(chosen.id)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self.settle()
            self.editRequested.emit(chosen.id)
        else:
            return False
        return True

    def _unturned(self, across: float, down: float) -> tuple[float, float]:
        """A way on the screen as a way on the page, which may be turned."""
        for _ in range(self._look.turn):
            across, down = down, -across
        return across, down

    def _take(self, point: QPointF, reach: float) -> bool:
        """Whether there is something to hold under a point of the viewport; it is held now."""
        chosen = self.chosen_view()
        sheet = None if chosen is None else self.sheet_of(chosen.page)
        held = None if chosen is None or sheet is None else self._grip_at(chosen, sheet, point, reach)
        mark = chosen if held is not None else self.mark_at(point)
        if mark is None or not is_movable(mark):
            return False
        self.settle()
        self.clear_selection()
        self._grasp = _Grasp(mark, held or Grip.BODY, point)
        return True

    def _drag_to(self, grasp: _Grasp, point: QPointF) -> None:
        if not grasp.going:
            if (point - grasp.start).manhattanLength() < QApplication.startDragDistance():
                return
            grasp.going = True
            if grasp.mark.id != self._chosen:
                self.choose_mark(grasp.mark.id)
                self.markActivated.emit(grasp.mark.id)
        sheet = self.sheet_of(grasp.mark.page)
        if sheet is None:
            return
        page = self._sizes[grasp.mark.page]
        (x0, y0), (x, y) = (sheet.frame.to_points(p.x(), p.y()) for p in (grasp.start, point))
        if grasp.grip is Grip.BODY:
            grasp.way = way(grasp.mark, x - x0, y - y0, page)
            self.viewport().update()
        else:
            place = grips(grasp.mark)[grasp.grip]
            changed = resized(grasp.mark, grasp.grip, (place[0] + x - x0, place[1] + y - y0), page)
            self._show_changed(self.fitted(changed))

    def _moved_sheet(self, sheet: Sheet) -> Sheet:
        """Where the mark that is being moved is painted."""
        grasp = self._grasp
        if grasp is None or not grasp.moves:
            return sheet
        shift = sheet.point(*grasp.way) - sheet.point(0, 0)
        return replace(sheet, origin=sheet.origin + shift)

    def _show_changed(self, mark: MarkView) -> None:
        self._shown, self._before = mark, self._known.get(mark.id)
        self.viewport().update()

    def _ask(self) -> None:
        if self._shown is not None and self._shown != self._before:
            self.changeRequested.emit(self._shown)
        else:
            self._let_go()

    def _let_go(self) -> None:
        """Nothing is being changed any more."""
        self._grasp = self._shown = self._before = None
        self.viewport().update()

    def _grips(self, mark: MarkView, sheet: Sheet) -> dict[Grip, QPointF]:
        return {grip: sheet.point(*place) for grip, place in grips(mark).items()}

    def _grip_at(self, mark: MarkView, sheet: Sheet, point: QPointF, reach: float) -> Grip | None:
        near = {
            grip: math.dist(place.toTuple(), point.toTuple())
            for grip, place in self._grips(mark, sheet).items()
        }
        nearest = min(near, key=lambda grip: near[grip], default=None)
        return nearest if nearest is not None and near[nearest] <= reach else None

    def _finger_holds(self, event: QTouchEvent) -> bool:
        """One finger on the mark chosen moves it, not the pages."""
        if event.type() is not QEvent.Type.TouchBegin:
            return self._grasp is not None
        chosen, points = self.chosen_view(), event.points()
        sheet = None if chosen is None else self.sheet_of(chosen.page)
        if chosen is None or sheet is None or len(points) != 1 or not is_movable(chosen):
            return False
        at = points[0].position()
        on = self._grip_at(chosen, sheet, at, self.px(2 * _REACH)) is not None
        under = self.mark_at(at)
        return on or (under is not None and under.id == chosen.id)

    def _choose_next(self, way: int) -> None:
        """The next mark in sight, or the one before."""
        seen = [
            mark.id
            for sheet in self.sheets()
            for mark in self.marks_on(sheet.frame.page)
            if any(sheet.seen.intersects(sheet.rect(rect)) for rect in mark.rects)
        ]
        if seen:
            start = len(seen) if way < 0 else -1
            at = seen.index(self._chosen) if self._chosen in seen else start
            mark = seen[(at + way) % len(seen)]
            self.choose_mark(mark)
            self.markActivated.emit(mark)


def _square(middle: QPointF, side: float) -> QRectF:
    return QRectF(middle.x() - side / 2, middle.y() - side / 2, side, side)


def _shape_of(grip: Grip, turn: int) -> Qt.CursorShape:
    """Which way it can be pulled, as the page lies."""
    if grip in (Grip.START, Grip.END):
        return Qt.CursorShape.CrossCursor
    across, down = grip.value
    if 0.5 in (across, down):
        upright = (across == 0.5) == (turn % 2 == 0)
        return Qt.CursorShape.SizeVerCursor if upright else Qt.CursorShape.SizeHorCursor
    falling = (across == down) == (turn % 2 == 0)
    return Qt.CursorShape.SizeFDiagCursor if falling else Qt.CursorShape.SizeBDiagCursor
