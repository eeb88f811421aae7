"""RecordList: rows of two lines with a state at the right; the whole row is the target."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from reader.ui import rows
from reader.ui.lists import RowList, draw_ring
from reader.ui.theme import Colour, Role, Tone, current
from reader.ui.widgets.pill import draw_pill, pill_size

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_PAD = 9
_SIDE = 16


@dataclass(frozen=True)
class Record:
    """One row. ``state`` is a pill at the right, in ``tone``."""

    key: str
    title: str
    note: str = ""
    state: str = ""
    tone: Tone = Tone.PLAIN
    icon: str = ""

    @property
    def spoken(self) -> str:
        """The row for a screen reader."""
        return ". ".join(part for part in (self.title, self.state, self.note) if part)


class RecordList(RowList):
    """`opened` is sent with the key of the row that the person chose."""

    opened = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self._model = _Model(self)
        self.setModel(self._model)
        self.setItemDelegate(_Delegate(self, self._model))
        self.setUniformItemSizes(True)
        self.chosen.connect(lambda index: self.opened.emit(self._model.records[index.row()].key))

    @property
    def records(self) -> tuple[Record, ...]:
        """What is shown."""
        return self._model.records

    def set_records(self, made: Sequence[Record]) -> None:
        """Show these; the row with the keyboard and the place scrolled to stay."""
        if tuple(made) == self._model.records:
            return
        at, place = self.currentIndex(), self.verticalScrollBar().value()
        key = self._model.records[at.row()].key if at.isValid() else ""
        self._model.set_records(made)
        for number, record in enumerate(made):
            if key and record.key == key:
                self.setCurrentIndex(self._model.index(number))
                break
        self.verticalScrollBar().setValue(place)


class _Model(QAbstractListModel):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.records: tuple[Record, ...] = ()

    def set_records(self, made: Sequence[Record]) -> None:
        self.beginResetModel()
        self.records = tuple(made)
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.records)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if index.isValid() and role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.records[index.row()].spoken
        return None


class _Delegate(QStyledItemDelegate):
    def __init__(self, view: RowList, model: _Model) -> None:
        super().__init__(view)
        self._view = view
        self._model = model

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        theme = current()
        high = theme.line(Role.BODY_MEDIUM) + theme.line(Role.NOTE) + 2 * theme.px(_PAD)
        return QSize(self._view.viewport().width(), high)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, place = current(), option.rect
        px, record = theme.px, self._model.records[index.row()]
        hover = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(place, theme.colour(Colour.HOVER if hover else Colour.PAPER))
        painter.fillRect(place.left(), place.bottom(), place.width(), 1, theme.colour(Colour.LINE))
        left, right = place.left() + px(_SIDE), place.right() - px(_SIDE)
        if record.state:
            size = pill_size(record.state, record.icon)
            wide = min(size.width(), (right - left) // 2)
            top = place.top() + (place.height() - size.height()) / 2
            area = QRectF(right - wide, top, wide, size.height())
            draw_pill(painter, area, record.state, record.icon, record.tone)
            right -= wide + px(12)
        top, room = place.top() + px(_PAD), right - left
        if not record.note:
            top = place.top() + (place.height() - theme.line(Role.BODY_MEDIUM)) // 2
        rows.draw_text(painter, left, top, room, record.title, Role.BODY_MEDIUM, Colour.INK, lines=1)
        top += theme.line(Role.BODY_MEDIUM)
        if record.note:
            rows.draw_text(painter, left, top, room, record.note, Role.NOTE, Colour.INK2, lines=1)
        draw_ring(painter, self._view, index, place)
        painter.restore()
