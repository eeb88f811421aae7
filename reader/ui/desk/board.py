"""The rows of the readiness board: one cell a person, who needs help, and the names of those who do not."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from reader.core.views import ReaderRow, Readiness
from reader.ui import rows
from reader.ui.desk import words
from reader.ui.lists import RowList, draw_ring
from reader.ui.plain import plain_line
from reader.ui.theme import Colour, Role, Tone, current
from reader.ui.widgets.base import Themed, begin, box, draw_icon
from reader.ui.widgets.pill import TONE_INK

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_NARROW = 860


@dataclass(frozen=True)
class Entry:
    """A row of the board: a section head, one person who needs help, or a line of names that are ready."""

    head: str = ""
    tone: Tone = Tone.PLAIN
    icon: str = ""
    person: ReaderRow | None = None
    names: tuple[str, ...] = ()

    def spoken(self) -> str:
        """The row for a screen reader."""
        if self.person is None:
            return self.head or ", ".join(self.names)
        row = self.person
        said = (plain_line(row.name), words.has(row)[0], words.lacks(row), words.heard(row))
        return ". ".join(part for part in said if part)


def row_height(entry: Entry) -> int:
    """Pixels at 100 %."""
    return 44 if entry.head else 64 if entry.person else 34


class ReadyBar(QWidget, Themed):
    """One cell per person: full, outlined (something is missing), dashed (nothing there)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._states: list[Readiness] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.follow()

    def set_rows(self, people: tuple[ReaderRow, ...]) -> None:
        """Show these people, the ready ones first."""
        order = list(Readiness)
        self._states = sorted((row.readiness for row in people), key=order.index)
        ready = sum(state is Readiness.READY for state in self._states)
        said = self.tr("{ready} trên {all} người sẵn sàng").format(ready=ready, all=len(self._states))
        self.setAccessibleName(said)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self.px(400), self.px(14))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.px(120), self.px(14))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = begin(self)
        many = len(self._states)
        gap = self.px(3) if many <= 80 else 1
        colour, radius = self.theme.colour, self.px(3)
        for number, state in enumerate(self._states):
            left = self.width() * number / many
            right = self.width() * (number + 1) / many - gap
            cell = QRectF(left, 0, max(1.0, right - left), self.height())
            if state is Readiness.READY:
                box(painter, cell, colour(Colour.OK), None, radius)
            elif state is Readiness.NOTHING:
                dash = Qt.PenStyle.DashLine
                box(painter, cell, colour(Colour.BAD_TINT), colour(Colour.BAD), radius, 2, dash)
            else:
                box(painter, cell, colour(Colour.WAIT_TINT), colour(Colour.WAIT), radius, 2)
        painter.end()


class EntryModel(QAbstractListModel):
    """The board's rows."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.entries: list[Entry] = []
        self.columns = 1

    def set_entries(self, entries: list[Entry], columns: int) -> None:
        """Show other rows."""
        self.columns = columns
        if len(entries) == len(self.entries):
            self.entries = entries
            if entries:
                self.dataChanged.emit(self.index(0), self.index(len(entries) - 1))
            return
        self.beginResetModel()
        self.entries = entries
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        entry = self.entries[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return entry.spoken()
        return None


class EntryDelegate(QStyledItemDelegate):
    """Draws them."""

    def __init__(self, view: RowList, model: EntryModel) -> None:
        super().__init__(view)
        self._view = view
        self._model = model

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        entry = self._model.entries[index.row()]
        return QSize(self._view.viewport().width(), current().px(row_height(entry)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, place = current(), option.rect
        entry = self._model.entries[index.row()]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(place, theme.colour(Colour.PAPER))
        if entry.head or entry.person:
            line = theme.colour(Colour.LINE)
            painter.fillRect(place.left(), place.bottom(), place.width(), 1, line)
        left, right = place.left() + theme.px(20), place.right() - theme.px(20)
        if entry.head:
            top = place.top() + (place.height() - theme.line(Role.BODY)) // 2
            ink = TONE_INK[entry.tone]
            draw_icon(painter, entry.icon, 20, ink, QPointF(left, top + theme.px(2)))
            x = left + theme.px(28)
            rows.draw_text(painter, x, top, right - x, entry.head, Role.BODY_STRONG, Colour.INK, lines=1)
        elif entry.person is not None:
            self._person(painter, entry.person, left, right, place.top(), place.height())
        else:
            self._names(painter, entry.names, left, right, place.top(), place.height())
        draw_ring(painter, self._view, index, place)
        painter.restore()

    def _names(
        self, painter: QPainter, names: tuple[str, ...], left: int, right: int, top: int, high: int
    ) -> None:
        theme = current()
        step = (right - left) // self._model.columns
        y = top + (high - theme.line(Role.BODY)) // 2
        for number, name in enumerate(names):
            x = left + number * step
            draw_icon(painter, "check", 18, Colour.OK, QPointF(x, y + theme.px(3)))
            room = step - theme.px(34)
            rows.draw_text(painter, x + theme.px(26), y, room, name, Role.BODY, Colour.INK, lines=1)

    def _person(
        self, painter: QPainter, person: ReaderRow, left: int, right: int, top: int, high: int
    ) -> None:
        theme = current()
        px = theme.px
        narrow = (right - left) / theme.scale < _NARROW
        width = right - left
        name_room = width * (45 if narrow else 28) // 100
        state_room = width * (55 if narrow else 32) // 100
        body, note = theme.line(Role.BODY), theme.line(Role.NOTE)
        y = top + (high - body - note) // 2
        name = plain_line(person.name)
        rows.draw_text(painter, left, y, name_room - px(12), name, Role.BODY_MEDIUM, Colour.INK, lines=1)
        when = words.heard(person)
        rows.draw_text(painter, left, y + body, name_room - px(12), when, Role.NOTE, Colour.INK2, lines=1)
        said, tone, icon = words.has(person)
        x = left + name_room
        ink = TONE_INK[tone]
        if person.readiness is Readiness.PARTIAL and person.documents:
            y = top + (high - note - px(14)) // 2
            rows.draw_text(painter, x, y, state_room, said, Role.NOTE_MEDIUM, ink, lines=1)
            bar = min(px(240), state_room - px(12))
            rows.draw_bar(painter, x, y + note + px(4), bar, px(8), person.complete / person.documents)
        else:
            y = top + (high - body) // 2
            draw_icon(painter, icon, 20, ink, QPointF(x, y + px(2)))
            room = state_room - px(28)
            rows.draw_text(painter, x + px(28), y, room, said, Role.BODY_MEDIUM, ink, lines=1)
        if not narrow:
            y = top + (high - body) // 2
            x = left + name_room + state_room
            rows.draw_text(painter, x, y, right - x, words.lacks(person), Role.BODY, Colour.INK, lines=1)
