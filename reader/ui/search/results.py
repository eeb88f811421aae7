"""The list of results, wide on the shelf and narrow beside a page: painted, without a widget for each row."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QKeyEvent, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from reader.core.searching import Found, Where
from reader.ui.lists import RowList, draw_ring
from reader.ui.plain import plain_in_place
from reader.ui.search import words
from reader.ui.search.model import Heading, ResultModel
from reader.ui.theme import Colour, Role, current
from reader.ui.widgets.text import Laid, Span, lay_out, units

_WIDE = 640
_LEAD = 80
_SIDE = 16
_LINES = 3

Index = QModelIndex | QPersistentModelIndex


class ResultList(RowList):
    """`opened` is sent with the Found of a click or Enter. Up from the first place goes back to the field."""

    opened = Signal(object)
    leftUpwards = Signal()

    def __init__(self, name: str, *, everywhere: bool, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.results = ResultModel(everywhere=everywhere, parent=self)
        self.setModel(self.results)
        self.setItemDelegate(_Rows(self))
        self.chosen.connect(self._open)

    @property
    def wide(self) -> bool:
        """Room for a place on one line."""
        return self.viewport().width() >= current().px(_WIDE)

    def here(self) -> Found | None:
        """The place the keyboard is on."""
        return self.results.found(self.currentIndex())

    @property
    def position(self) -> int:
        """Which of the places the keyboard is on, from 1; 0: on none."""
        return self.results.position(self.currentIndex())

    def go(self, found: Found | None) -> None:
        """Put the keyboard's row on this place, or on the first."""
        index = self.results.index_of(found)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def step(self, way: int) -> Found | None:
        """The next (1) or last (-1) place, and round."""
        count = self.results.rowCount()
        row = self.currentIndex().row()
        for _ in range(count):
            row = (row + way) % count
            index = self.results.index(row)
            if self.results.found(index) is not None:
                self.setCurrentIndex(index)
                self.scrollTo(index)
                return self.here()
        return None

    def focusInEvent(self, event: QFocusEvent) -> None:
        if self.here() is None:
            self.go(None)
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Up and self.currentIndex().row() <= 1:
            self.leftUpwards.emit()
            return
        super().keyPressEvent(event)

    def _open(self, index: QModelIndex) -> None:
        found = self.results.found(index)
        if found is not None:
            self.opened.emit(found)


class _Rows(QStyledItemDelegate):
    """Headings, and places: at the left the page, beside it the words with those found in them."""

    def __init__(self, view: ResultList) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        theme = current()
        row = self._view.results.row(index)
        if isinstance(row, Heading):
            return QSize(theme.px(200), theme.line(Role.NOTE_STRONG) + theme.px(17))
        lines = 1 if self._view.wide else 2
        if isinstance(row, Found) and self._apart(row):
            lines = self._text(row).lines + bool(words.detail(row, everywhere=self._everywhere))
        return QSize(theme.px(200), lines * theme.line(Role.NOTE) + theme.px(19))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = self._view.results.row(index)
        place: QRect = option.rect
        painter.save()
        painter.setClipRect(place)
        if isinstance(row, Heading):
            self._heading(painter, place, row, first=index.row() == 0)
        elif row is not None:
            chosen = index == self._view.currentIndex()
            self._place(painter, place, row, option.state, chosen=chosen)
        draw_ring(painter, self._view, index, place)
        painter.restore()

    @property
    def _everywhere(self) -> bool:
        return self._view.results.everywhere

    def _apart(self, found: Found) -> bool:
        """Not below the heading of its document."""
        return found.where is not Where.PAGE

    def _text(self, found: Found) -> Laid:
        """The words of a place. A name is read to its end, if that is not too far."""
        theme = current()
        lines = _LINES if self._apart(found) else 1 if self._view.wide else 2
        return lay_out(
            plain_in_place(found.text),
            theme.font(Role.NOTE),
            theme.line(Role.NOTE),
            self._room(),
            max_lines=lines,
            spans=found_spans(found.text, found.spans),
        )

    def _room(self) -> int:
        return room_beside(self._view.viewport().width())

    def _heading(self, painter: QPainter, place: QRect, row: Heading, *, first: bool) -> None:
        theme = current()
        painter.fillRect(place, theme.colour(Colour.DESK))
        if not first:
            painter.fillRect(place.left(), place.top(), place.width(), 1, theme.colour(Colour.LINE))
        painter.fillRect(place.left(), place.bottom(), place.width(), 1, theme.colour(Colour.LINE))
        count = words.count(row.count, more=False)
        font, line = theme.font(Role.NOTE), theme.line(Role.NOTE)
        wide = int(QFontMetricsF(font).horizontalAdvance(count)) + 1
        left, top = place.left() + theme.px(_SIDE), place.top() + (place.height() - line) // 2
        right = place.right() - theme.px(_SIDE)
        room = max(1, right - wide - theme.px(12) - left)
        lay_out(row.text, theme.font(Role.NOTE_STRONG), line, room, max_lines=1).draw(
            painter, QPointF(left, top), theme.colour(Colour.INK)
        )
        lay_out(count, font, line, wide + 1, max_lines=1).draw(
            painter, QPointF(right - wide, top), theme.colour(Colour.INK2)
        )

    def _place(
        self, painter: QPainter, place: QRect, found: Found, state: QStyle.StateFlag, *, chosen: bool
    ) -> None:
        at = draw_row(painter, place, state, words.lead(found), chosen=chosen)
        theme, laid = current(), self._text(found)
        laid.draw(painter, at, theme.colour(Colour.INK if self._apart(found) else Colour.INK2))
        below = words.detail(found, everywhere=self._everywhere) if self._apart(found) else ""
        if below:
            lay_out(below, theme.font(Role.NOTE), theme.line(Role.NOTE), self._room(), max_lines=1).draw(
                painter, at + QPointF(0, laid.height), theme.colour(Colour.INK2)
            )


def draw_row(painter: QPainter, place: QRect, state: QStyle.StateFlag, lead: str, *, chosen: bool) -> QPointF:
    """The ground of a place with the few words at its left; gives where its text stands."""
    theme = current()
    if chosen:
        painter.fillRect(place, theme.colour(Colour.PRIMARY_TINT))
    elif state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(place, theme.colour(Colour.HOVER))
    painter.fillRect(place.left(), place.bottom(), place.width(), 1, theme.colour(Colour.LINE))
    at = QPointF(place.left() + theme.px(_SIDE), place.top() + theme.px(9))
    role, ink = (Role.NOTE_STRONG, Colour.PRIMARY_TEXT) if chosen else (Role.NOTE, Colour.INK2)
    lay_out(lead, theme.font(role), theme.line(role), theme.px(_LEAD - 8), max_lines=1).draw(
        painter, at, theme.colour(ink)
    )
    return at + QPointF(theme.px(_LEAD), 0)


def room_beside(width: int) -> int:
    """How wide the text of a place is in a row of ``width``."""
    px = current().px
    return max(1, width - 2 * px(_SIDE) - px(_LEAD))


def found_spans(text: str, places: Iterable[tuple[int, int]]) -> list[Span]:
    """What was found, strong and coloured; a text layout counts in UTF-16."""
    theme = current()
    ink, back = theme.colour(Colour.INK), theme.colour(Colour.HIT)
    return [
        Span(units(text[:start]), units(text[start : start + length]), ink, 600, back)
        for start, length in places
    ]
