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
from reader.ui.desk import contact_words, words
from reader.ui.lists import RowList, draw_ring
from reader.ui.plain import plain_line
from reader.ui.theme import Colour, Role, Tone, current
from reader.ui.widgets.base import Themed, begin, box, draw_icon
from reader.ui.widgets.pill import TONE_INK

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_NARROW = 860
_SIDE = 20
_BODY, _OWED = 26, 23
"""Pixels of a line of what is lacking, and of what is outstanding."""


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
        owed = (each.text for each in contact_words.outstanding(row.owed))
        said = (
            *(plain_line(row.name), words.has(row)[0], words.lacks(row), *owed),
            *(contact_words.contact(row.heard), contact_words.opened(row)),
        )
        return ". ".join(part for part in said if part)


def row_height(entry: Entry, *, narrow: bool) -> int:
    """Pixels at 100 %. What is outstanding is below what is lacking; where it is ``narrow``, below all."""
    if entry.head:
        return 44
    if entry.person is None:
        return 34
    lines = len(contact_words.outstanding(entry.person.owed))
    if narrow:
        return 64 + _OWED * lines
    return max(64, 22 + _BODY * bool(words.lacks(entry.person)) + _OWED * lines)


def is_narrow(width: int) -> bool:
    """Whether the board has two columns instead of three."""
    return (width - 2 * current().px(_SIDE)) / current().scale < _NARROW


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
        width = self._view.viewport().width()
        return QSize(width, current().px(row_height(entry, narrow=is_narrow(width))))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, place = current(), option.rect
        entry = self._model.entries[index.row()]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(place, theme.colour(Colour.PAPER))
        if entry.head or entry.person:
            line = theme.colour(Colour.LINE)
            painter.fillRect(place.left(), place.bottom(), place.width(), 1, line)
        left, right = place.left() + theme.px(_SIDE), place.right() - theme.px(_SIDE)
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
        px, line = theme.px, theme.line
        width = right - left
        narrow = width / theme.scale < _NARROW
        name_room = width * (52 if narrow else 34) // 100
        state_room = width * (48 if narrow else 25) // 100
        owed = contact_words.outstanding(person.owed)
        if narrow:
            y = top + high - px(8) - px(_OWED) * len(owed)
            self._owed(painter, owed, left, right, y)
            high -= px(_OWED) * len(owed)
        body, note = line(Role.BODY), line(Role.NOTE)
        y = top + (high - body - note) // 2
        name = plain_line(person.name)
        rows.draw_text(painter, left, y, name_room - px(12), name, Role.BODY_MEDIUM, Colour.INK, lines=1)
        when = contact_words.contact(person.heard)
        rows.draw_text(painter, left, y + body, name_room - px(12), when, Role.NOTE, Colour.INK2, lines=1)
        self._state(painter, person, left + name_room, state_room - px(12), top, high)
        if not narrow:
            lacks, x = words.lacks(person), left + name_room + state_room
            y = top + (high - px(_BODY) * bool(lacks) - px(_OWED) * len(owed)) // 2
            rows.draw_text(painter, x, y, right - x, lacks, Role.BODY, Colour.INK, lines=1)
            self._owed(painter, owed, x, right, y + px(_BODY) * bool(lacks))

    def _state(self, painter: QPainter, person: ReaderRow, x: int, room: int, top: int, high: int) -> None:
        """What is on their laptop, and whether they have looked at it."""
        theme = current()
        px = theme.px
        said, tone, icon = words.has(person)
        ink, opened = TONE_INK[tone], contact_words.opened(person)
        body, note = theme.line(Role.BODY), theme.line(Role.NOTE)
        if person.readiness is Readiness.PARTIAL and person.documents:
            text = " · ".join(part for part in (said, opened) if part)
            y = top + (high - note - px(14)) // 2
            rows.draw_text(painter, x, y, room, text, Role.NOTE_MEDIUM, ink, lines=1)
            share = person.complete / person.documents
            rows.draw_bar(painter, x, y + note + px(4), min(px(240), room), px(8), share)
            return
        y = top + (high - body - note * bool(opened)) // 2
        draw_icon(painter, icon, 20, ink, QPointF(x, y + px(2)))
        x, room = x + px(28), room - px(28)
        rows.draw_text(painter, x, y, room, said, Role.BODY_MEDIUM, ink, lines=1)
        if opened:
            rows.draw_text(painter, x, y + body, room, opened, Role.NOTE, Colour.INK2, lines=1)

    def _owed(self, painter: QPainter, owed: list[contact_words.Owed], left: int, right: int, y: int) -> None:
        px = current().px
        for each in owed:
            ink = TONE_INK[each.tone]
            draw_icon(painter, each.icon, 16, ink, QPointF(left, y + px(2)))
            x = left + px(23)
            rows.draw_text(painter, x, y, right - x, each.text, Role.NOTE_MEDIUM, ink, lines=1)
            y += px(_OWED)
