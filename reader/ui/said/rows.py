"""The rows of opinions and replies. One walk both measures and paints a row, so the two cannot differ."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from reader.core.views import OpinionView
from reader.ui import rows
from reader.ui.format import moment_text
from reader.ui.lists import RowList, draw_ring
from reader.ui.plain import plain_line
from reader.ui.said import words
from reader.ui.theme import Colour, Role, current
from reader.ui.widgets.base import draw_icon
from sync.model.ids import DocumentId, OpinionId
from sync.model.opinion import OpinionKind

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_MAX_LINES = 14
_PAD, _INDENT = 16, 18


@dataclass(frozen=True)
class SaidRow:
    """A head (no opinion), an opinion, or a reply to ``root``."""

    head: str = ""
    opinion: OpinionView | None = None
    root: OpinionId | None = None
    place: str = ""
    """The document and clause it is about, in words."""

    @property
    def is_reply(self) -> bool:
        """Drawn further in."""
        return self.opinion is not None and self.opinion.kind is OpinionKind.REPLY

    def title(self) -> str:
        """Who says what."""
        if self.opinion is None:
            return self.head
        who = words.author(self.opinion)
        return who if self.is_reply else f"{who} · {words.kind_name(self.opinion.kind)}"

    def spoken(self) -> str:
        """The row for a screen reader, and what is copied."""
        one = self.opinion
        if one is None:
            return self.head
        answer = words.answer_name(one.answer) if one.answer is not None else ""
        parts = (self.title(), self.place, answer, words.text_of(one), words.standing(one).text)
        return "\n".join(part for part in parts if part)


def threads(opinions: Iterable[OpinionView], names: Mapping[DocumentId, str]) -> list[SaidRow]:
    """Each opinion and behind it the replies to it."""
    made: list[SaidRow] = []
    for root in opinions:
        name = plain_line(names.get(root.document, "")) if root.document is not None else ""
        place = " · ".join(part for part in (plain_line(root.clause), name) if part)
        made.append(SaidRow(opinion=root, root=root.id, place=place))
        made += [SaidRow(opinion=reply, root=root.id) for reply in root.replies]
    return made


class SaidModel(QAbstractListModel):
    """Heads, opinions and replies."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: list[SaidRow] = []

    def set_rows(self, made: Sequence[SaidRow]) -> None:
        """Show other rows."""
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
        if index.isValid() and self.rows[index.row()].opinion is None:
            return Qt.ItemFlag.ItemIsEnabled
        return super().flags(index)


class SaidList(RowList):
    """The list. F2 opens a row, Delete removes it; the row chosen stays chosen whatever is set."""

    opened = Signal()
    removed = Signal()
    picked = Signal()
    """Another row, or none, is the chosen one."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self._model = SaidModel(self)
        self.setModel(self._model)
        self.setItemDelegate(_SaidDelegate(self, self._model))
        self.doubleClicked.connect(self.opened)
        self.selectionModel().currentRowChanged.connect(lambda _new, _old: self.picked.emit())

    @property
    def rows(self) -> list[SaidRow]:
        """What is shown."""
        return self._model.rows

    @property
    def current(self) -> SaidRow | None:
        """The row chosen, if it says something."""
        at = self.currentIndex()
        row = self._model.rows[at.row()] if at.isValid() else None
        return row if row is not None and row.opinion is not None else None

    def set_rows(self, made: Sequence[SaidRow]) -> None:
        """Show these; what is chosen and the place scrolled to stay."""
        if list(made) == self._model.rows:
            return
        chosen = self.current
        place = self.verticalScrollBar().value()
        self._model.set_rows(made)
        self.doItemsLayout()
        if chosen is not None and chosen.opinion is not None:
            self.choose(chosen.opinion.id)
        self.verticalScrollBar().setValue(place)
        self.picked.emit()

    def choose(self, opinion: OpinionId) -> None:
        """Choose the row of an opinion or a reply."""
        for number, row in enumerate(self._model.rows):
            if row.opinion is not None and row.opinion.id == opinion:
                self.setCurrentIndex(self._model.index(number))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self.removed.emit()
        elif event.key() == Qt.Key.Key_F2:
            self.opened.emit()
        else:
            super().keyPressEvent(event)


class _SaidDelegate(QStyledItemDelegate):
    def __init__(self, view: RowList, model: SaidModel) -> None:
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
        if row.opinion is None:
            fill = Colour.DESK
        elif option.state & QStyle.StateFlag.State_Selected:
            fill = Colour.PRIMARY_TINT
        elif option.state & QStyle.StateFlag.State_MouseOver:
            fill = Colour.HOVER
        painter.fillRect(place, theme.colour(fill))
        if not row.is_reply:
            painter.fillRect(place.left(), place.top(), place.width(), 1, theme.colour(Colour.LINE))
        self._row(painter, row, place.left(), place.top(), place.width())
        draw_ring(painter, self._view, index, place)
        painter.restore()

    def _row(self, painter: QPainter | None, row: SaidRow, x: int, y: int, width: int) -> int:
        px = current().px
        one = row.opinion
        left, room = x + px(_PAD), width - px(2 * _PAD)
        if one is None:
            top = y + px(9)
            height = _put(painter, left, top, room, row.head, Role.NOTE_STRONG, Colour.INK2, 2)
            return height + px(18)
        if row.is_reply:
            left, room = left + px(_INDENT), room - px(_INDENT)
        top = y + px(4 if row.is_reply else 12)
        begins = top
        top += self._head(painter, row, one, left, top, room)
        if row.place:
            top += _put(painter, left, top, room, row.place, Role.NOTE, Colour.INK2, 2)
        if one.answer is not None:
            top += px(2) + _state(
                painter, left, top + px(2), room, words.answer_state(one.answer), strong=True
            )
        if text := words.text_of(one):
            top += _put(painter, left, top, room, text, Role.BODY, Colour.INK, _MAX_LINES)
        # Of a reply its thread has said already who reads it.
        if not row.is_reply or words.standing(one).colour in (Colour.WAIT, Colour.BAD):
            top += px(2) + _state(painter, left, top + px(2), room, words.standing(one))
        if row.is_reply and painter is not None:
            bar = x + px(_PAD + 5)
            painter.fillRect(bar, begins, px(3), top - begins, current().colour(Colour.LINE2))
        return top + px(10) - y

    def _head(
        self, painter: QPainter | None, row: SaidRow, one: OpinionView, left: int, top: int, room: int
    ) -> int:
        """Who and when: side by side where there is room."""
        title, when = row.title(), moment_text(one.at)
        side = rows.text_width(when, Role.NOTE)
        gap = current().px(12)
        if rows.text_width(title, Role.NOTE_STRONG) + gap + side <= room:
            if painter is not None:
                at = left + room - side
                rows.draw_text(painter, at, top, side, when, Role.NOTE, Colour.INK2, lines=1)
            return _put(painter, left, top, room - side - gap, title, Role.NOTE_STRONG, Colour.INK, 1)
        high = _put(painter, left, top, room, title, Role.NOTE_STRONG, Colour.INK, 2)
        return high + _put(painter, left, top + high, room, when, Role.NOTE, Colour.INK2, 1)


def _put(
    painter: QPainter | None, x: int, y: int, room: int, text: str, role: Role, ink: Colour, lines: int
) -> int:
    if painter is None:
        return rows.text_height(text, role, room, lines=lines)
    return rows.draw_text(painter, x, y, room, text, role, ink, lines=lines)


def _state(
    painter: QPainter | None, x: int, y: int, room: int, state: words.State, *, strong: bool = False
) -> int:
    """An icon with its words."""
    px = current().px
    if painter is not None:
        drop = (current().line(Role.NOTE) - px(16)) / 2
        draw_icon(painter, state.icon, 16, state.colour, QPointF(x, y + drop))
    role = Role.NOTE_STRONG if strong else Role.NOTE_MEDIUM
    return _put(painter, x + px(22), y, room - px(22), state.text, role, state.colour, 4)
