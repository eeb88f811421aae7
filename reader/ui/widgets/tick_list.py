"""TickList: many things to tick, painted; a click anywhere in a row, Space or Enter ticks it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
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
    Signal,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from reader.ui import rows
from reader.ui.lists import RowList, draw_ring
from reader.ui.theme import Colour, Role, current
from reader.ui.widgets.base import box, draw_icon

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_HEIGHT = 44
_BOX = 22


@dataclass(frozen=True)
class TickRow:
    """A thing to tick: words at the left, and a note at the right."""

    key: str
    text: str
    note: str = ""


class TickList(RowList):
    """`changed` is sent when the person ticks. What is ticked stays so while its row is not shown."""

    changed = Signal()

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self._model = _Model(self)
        self.setModel(self._model)
        self.setItemDelegate(_Delegate(self, self._model))
        self.setUniformItemSizes(True)
        self.chosen.connect(self._toggle)

    @property
    def rows(self) -> tuple[TickRow, ...]:
        """What is shown."""
        return self._model.rows

    @property
    def ticked(self) -> frozenset[str]:
        """The keys of all that is ticked, shown or not."""
        return frozenset(self._model.ticked)

    def set_rows(self, made: Sequence[TickRow]) -> None:
        """Show these; the row with the keyboard and the place scrolled to stay."""
        if tuple(made) == self._model.rows:
            return
        at, place = self.currentIndex(), self.verticalScrollBar().value()
        key = self._model.rows[at.row()].key if at.isValid() else ""
        self._model.set_rows(made)
        for number, row in enumerate(made):
            if row.key == key:
                self.setCurrentIndex(self._model.index(number))
        self.verticalScrollBar().setValue(place)

    def set_ticked(self, keys: Iterable[str]) -> None:
        """Tick exactly these, without sending `changed`."""
        self._model.ticked = set(keys)
        self.viewport().update()

    def _toggle(self, index: QModelIndex) -> None:
        self._model.ticked ^= {self._model.rows[index.row()].key}
        self.update(index)
        self.changed.emit()


class _Model(QAbstractListModel):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.rows: tuple[TickRow, ...] = ()
        self.ticked: set[str] = set()

    def set_rows(self, made: Sequence[TickRow]) -> None:
        self.beginResetModel()
        self.rows = tuple(made)
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{row.text}, {row.note}" if row.note else row.text
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if row.key in self.ticked else Qt.CheckState.Unchecked
        return None


class _Delegate(QStyledItemDelegate):
    def __init__(self, view: RowList, model: _Model) -> None:
        super().__init__(view)
        self._view = view
        self._model = model

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(self._view.viewport().width(), current().px(_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, place = current(), option.rect
        px, row = theme.px, self._model.rows[index.row()]
        on = row.key in self._model.ticked
        hover = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill = Colour.PRIMARY_TINT if on else Colour.HOVER if hover else Colour.PAPER
        painter.fillRect(place, theme.colour(fill))
        painter.fillRect(place.left(), place.bottom(), place.width(), 1, theme.colour(Colour.LINE))
        side = px(_BOX)
        area = QRectF(place.left() + px(14), place.top() + (place.height() - side) / 2, side, side)
        if on:
            box(painter, area, theme.colour(Colour.PRIMARY), None, px(4))
            inset = (side - px(16)) / 2
            draw_icon(painter, "check", 16, Colour.ON_PRIMARY, area.topLeft() + QPointF(inset, inset))
        else:
            box(painter, area, theme.colour(Colour.PAPER), theme.colour(Colour.LINE2), px(4), px(2))
        left, right = int(area.right()) + px(12), place.right() - px(14)
        wide = min(rows.text_width(row.note, Role.NOTE) + px(4), (right - left) // 2) if row.note else 0
        top = place.top() + (place.height() - theme.line(Role.NOTE)) // 2
        if row.note:
            ink = Colour.INK2
            rows.draw_text(painter, right - wide, top, wide, row.note, Role.NOTE, ink, lines=1, right=True)
        top = place.top() + (place.height() - theme.line(Role.BODY)) // 2
        room = right - left - (wide + px(12) if wide else 0)
        ink = Colour.PRIMARY_TEXT if on else Colour.INK
        rows.draw_text(painter, left, top, room, row.text, Role.BODY_MEDIUM, ink, lines=1)
        draw_ring(painter, self._view, index, place)
        painter.restore()
