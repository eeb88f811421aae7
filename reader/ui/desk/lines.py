"""A list of heads and of rows in several parts. One walk both measures and paints a row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QPointF, QSize, Qt
from PySide6.QtGui import QKeySequence, QPainter, QShortcut
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from reader.ui import clipboard, rows
from reader.ui.lists import RowList, draw_ring
from reader.ui.theme import Colour, Role, current
from reader.ui.widgets.base import draw_icon

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


@dataclass(frozen=True)
class Part:
    """One paragraph of a row, with an icon before it if it has one."""

    text: str
    role: Role = Role.BODY
    colour: Colour = Colour.INK
    lines: int = 0
    icon: str = ""


@dataclass(frozen=True)
class LineRow:
    """A head, or a row: a title with words at its right, and parts below."""

    key: str = ""
    """What it stands for; empty for one that can't be chosen."""
    head: str = ""
    title: str = ""
    side: str = ""
    parts: tuple[Part, ...] = ()

    def spoken(self) -> str:
        """The row for a screen reader, and what is copied."""
        first = " · ".join(part for part in (self.title, self.side) if part)
        return "\n".join(part for part in (self.head, first, *(part.text for part in self.parts)) if part)


class LineList(RowList):
    """Ctrl+C copies the row chosen; the row and the place scrolled to stay whatever is set."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self._model = _LineModel(self)
        self.setModel(self._model)
        self.setItemDelegate(_LineDelegate(self, self._model))
        shortcut = QShortcut(QKeySequence.StandardKey.Copy, self)
        shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
        shortcut.activated.connect(self._copy)

    @property
    def rows(self) -> list[LineRow]:
        """What is shown."""
        return self._model.rows

    @property
    def key(self) -> str:
        """What the row chosen stands for; empty when there is none."""
        at = self.currentIndex()
        return self._model.rows[at.row()].key if at.isValid() else ""

    def set_rows(self, made: Sequence[LineRow], key: str = "") -> None:
        """Show these. The row chosen stays so, by the `key` it has now if that is another."""
        if list(made) == self._model.rows:
            return
        chosen, place = key or self.key, self.verticalScrollBar().value()
        self._model.set_rows(made)
        self.doItemsLayout()
        if chosen:
            self.choose(chosen)
        self.verticalScrollBar().setValue(place)

    def choose(self, key: str) -> None:
        """Choose the row that stands for this, or none."""
        for number, row in enumerate(self._model.rows):
            if row.key == key:
                self.setCurrentIndex(self._model.index(number))
                return
        self.selectionModel().clear()

    def _copy(self) -> None:
        if self.key:
            clipboard.copy(self._model.rows[self.currentIndex().row()].spoken())


class _LineModel(QAbstractListModel):
    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: list[LineRow] = []

    def set_rows(self, made: Sequence[LineRow]) -> None:
        self.beginResetModel()
        self.rows = list(made)
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if index.isValid() and role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.rows[index.row()].spoken()
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.isValid() and self.rows[index.row()].head:
            return Qt.ItemFlag.ItemIsEnabled
        return super().flags(index)


class _LineDelegate(QStyledItemDelegate):
    def __init__(self, view: RowList, model: _LineModel) -> None:
        super().__init__(view)
        self._view = view
        self._model = model

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        width = self._view.viewport().width()
        return QSize(width, self._row(None, self._model.rows[index.row()], 0, 0, width))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, place = current(), option.rect
        row = self._model.rows[index.row()]
        painter.save()
        painter.setClipRect(place)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill = Colour.PAPER
        if row.head:
            fill = Colour.DESK
        elif option.state & QStyle.StateFlag.State_Selected and row.key:
            fill = Colour.PRIMARY_TINT
        elif option.state & QStyle.StateFlag.State_MouseOver and row.key:
            fill = Colour.HOVER
        painter.fillRect(place, theme.colour(fill))
        painter.fillRect(place.left(), place.bottom(), place.width(), 1, theme.colour(Colour.LINE))
        self._row(painter, row, place.left(), place.top(), place.width())
        draw_ring(painter, self._view, index, place)
        painter.restore()

    def _row(self, painter: QPainter | None, row: LineRow, x: int, y: int, width: int) -> int:
        px = current().px
        left, room = x + px(16), width - px(32)
        if row.head:
            return _put(painter, left, y + px(10), room, Part(row.head, Role.BODY_STRONG, lines=2)) + px(20)
        top = y + px(10)
        side = min(rows.text_width(row.side, Role.NOTE), room // 2) if row.side else 0
        if painter is not None and row.side:
            at = left + room - side
            rows.draw_text(painter, at, top, side, row.side, Role.NOTE, Colour.INK2, lines=1, right=True)
        title = Part(row.title, Role.NOTE_STRONG, lines=2)
        top += _put(painter, left, top, room - side - (px(12) if side else 0), title)
        for part in row.parts:
            if part.icon:
                top += px(2)
            top += _put(painter, left, top, room, part)
        return top + px(11) - y


def _put(painter: QPainter | None, x: int, y: int, room: int, part: Part) -> int:
    if part.icon:
        px = current().px
        if painter is not None:
            drop = (current().line(part.role) - px(16)) / 2
            draw_icon(painter, part.icon, 16, part.colour, QPointF(x, y + drop))
        x, room = x + px(22), room - px(22)
    if painter is None:
        return rows.text_height(part.text, part.role, room, lines=part.lines)
    return rows.draw_text(painter, x, y, room, part.text, part.role, part.colour, lines=part.lines)
