"""Rows of lists and trees: a delegate that paints two-line rows, so that no row needs a widget."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from reader.ui.rows import laid
from reader.ui.theme import Colour, Role, Tone, current
from reader.ui.widgets.base import box, draw_icon
from reader.ui.widgets.marks import draw_number
from reader.ui.widgets.pill import TONE_INK, draw_pill, pill_size

ROW_ROLE: Final = int(Qt.ItemDataRole.UserRole) + 1
"""The model role under which the delegate looks for a RowData."""

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_PAD = 16
_GAP = 12
_TITLE_LINES = 3


@dataclass(frozen=True, slots=True)
class RowData:
    """What a row shows. The title may wrap; `note` is the second line with an icon and a tone of its own.

    `number` (in a circle) or `icon` stands before the words, `right` after them on the first line, the pill
    below. `header` makes a section head: one strong line on the desk's colour.
    """

    title: str
    note: str = ""
    note_icon: str = ""
    note_tone: Tone = Tone.PLAIN
    number: str = ""
    number_now: bool = False
    number_done: bool = False
    icon: str = ""
    right: str = ""
    right_icon: str = ""
    right_tone: Tone = Tone.PLAIN
    pill: str = ""
    pill_icon: str = ""
    pill_tone: Tone = Tone.WAIT
    header: bool = False
    strong: bool = False
    menu: bool = False
    """Three dots at the end: pressing the row opens a menu."""

    def spoken(self) -> str:
        """The row as a sentence for a screen reader."""
        parts = (self.number, self.title, self.note, self.pill, self.right)
        return ", ".join(part for part in parts if part)


class RowModel(QAbstractListModel):
    """A list of rows that is replaced as a whole."""

    def __init__(self, rows: Sequence[RowData] = (), parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows = tuple(rows)

    @property
    def rows(self) -> tuple[RowData, ...]:
        """The rows shown."""
        return self._rows

    def set_rows(self, rows: Sequence[RowData]) -> bool:
        """Show other rows; whether they are others. When their number stays, the selection does too."""
        if tuple(rows) == self._rows:
            return False
        if len(rows) == len(self._rows):
            self._rows = tuple(rows)
            if rows:
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return True
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()
        return True

    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.spoken()
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if index.isValid() and self._rows[index.row()].header:
            return Qt.ItemFlag.ItemIsEnabled
        return super().flags(index)


class RowDelegate(QStyledItemDelegate):
    """Paints RowData. Its view shows pointer and keyboard: hover wash, tint when selected, a ring when
    current."""

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view
        view.setMouseTracking(True)
        current().changed.connect(self._again)

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        row = index.data(ROW_ROLE)
        width = self._view.viewport().width()
        if not isinstance(row, RowData):
            return QSize(width, current().px(48))
        inside = option.rect.width() if option.rect.width() > 0 else width
        return QSize(width, _Plan(row, inside, selected=False).height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row = index.data(ROW_ROLE)
        if not isinstance(row, RowData):
            return
        theme = current()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(option.rect)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        hover = bool(option.state & QStyle.StateFlag.State_MouseOver)
        fill = Colour.PAPER
        if row.header:
            fill = Colour.DESK
        elif selected:
            fill = Colour.PRIMARY_TINT
        elif hover:
            fill = Colour.HOVER
        painter.fillRect(area, theme.colour(fill))
        painter.fillRect(QRectF(area.left(), area.bottom() - 1, area.width(), 1), theme.colour(Colour.LINE))
        _Plan(row, option.rect.width(), selected=selected).draw(painter, area)
        if option.state & QStyle.StateFlag.State_HasFocus:
            inner = area.adjusted(2, 2, -2, -3)
            box(painter, inner, None, theme.colour(Colour.PRIMARY), theme.px(4), theme.px(2))
        painter.restore()

    def _again(self) -> None:
        model: QAbstractItemModel | None = self._view.model()
        if model is not None and model.rowCount() > 0:
            self.sizeHintChanged.emit(model.index(0, 0))
        self._view.viewport().update()


class _Plan:
    """Where everything of one row goes, for one width."""

    def __init__(self, row: RowData, width: int, *, selected: bool) -> None:
        theme = current()
        px = theme.px
        self.row = row
        self._left = px(_PAD)
        if row.number:
            self._left += px(28 + _GAP)
        elif row.icon:
            self._left += px(20 + _GAP)
        self._right_wide = 0.0
        if row.right:
            font = theme.font(Role.NOTE_MEDIUM)
            self._right_wide = QFontMetricsF(font).horizontalAdvance(row.right) + px(8)
            self._right_wide += px(22) if row.right_icon else 0
        self._menu_wide = px(24) if row.menu else 0
        self._right_wide += self._menu_wide
        room = width - self._left - px(_PAD)
        strong = selected or row.strong or row.header
        title_role = Role.BODY_STRONG if strong else Role.BODY_MEDIUM
        self.title = laid(row.title, title_role, room - self._right_wide, lines=_TITLE_LINES)
        note_room = room - (px(26) if row.note_icon else 0)
        note_role = Role.NOTE if row.note_tone is Tone.PLAIN else Role.NOTE_MEDIUM
        self.note = laid(row.note, note_role, note_room, lines=2) if row.note else None
        self._selected = selected
        content = self.title.height + (self.note.height if self.note else 0)
        content += pill_size(row.pill, row.pill_icon).height() + px(6) if row.pill else 0
        least = 46 if row.header else 64 if row.note else 48
        self._content = content
        self.height = max(px(least), content + 2 * px(12)) + 1

    def draw(self, painter: QPainter, area: QRectF) -> None:
        theme = current()
        px, row = theme.px, self.row
        y = area.top() + (area.height() - 1 - self._content) / 2
        x = area.left() + px(_PAD)
        if row.number:
            circle = QRectF(x, y - px(2), px(28), px(28))
            draw_number(painter, circle, row.number, now=row.number_now, done=row.number_done)
        elif row.icon:
            ink = Colour.PRIMARY_TEXT if self._selected else Colour.INK
            draw_icon(painter, row.icon, 20, ink, QPointF(x, y + px(2)))
        left = area.left() + self._left
        ink = Colour.PRIMARY_TEXT if self._selected and not row.number else Colour.INK
        self.title.draw(painter, QPointF(left, y), theme.colour(ink))
        if row.right:
            self._draw_right(painter, area, y)
        if row.menu:
            at = QPointF(area.right() - px(_PAD) - px(12), area.center().y() - px(10))
            draw_icon(painter, "dots-three-vertical", 20, Colour.INK2, at)
        y += self.title.height
        if self.note is not None:
            text_left = left
            tone = TONE_INK[row.note_tone]
            if row.note_icon:
                draw_icon(painter, row.note_icon, 18, tone, QPointF(left, y + px(2)))
                text_left += px(26)
            self.note.draw(painter, QPointF(text_left, y), theme.colour(tone))
            y += self.note.height
        if row.pill:
            size = pill_size(row.pill, row.pill_icon)
            wide = min(float(size.width()), area.right() - px(_PAD) - left)
            place = QRectF(left, y + px(6), wide, size.height())
            draw_pill(painter, place, row.pill, row.pill_icon, row.pill_tone)

    def _draw_right(self, painter: QPainter, area: QRectF, y: float) -> None:
        theme = current()
        px, row = theme.px, self.row
        font = theme.font(Role.NOTE_MEDIUM)
        metrics = QFontMetricsF(font)
        x = area.right() - px(_PAD) - metrics.horizontalAdvance(row.right) - self._menu_wide
        line = theme.line(Role.BODY)
        painter.setFont(font)
        painter.setPen(QPen(theme.colour(TONE_INK[row.right_tone])))
        painter.drawText(QPointF(x, y + (line - metrics.height()) / 2 + metrics.ascent()), row.right)
        if row.right_icon:
            at = QPointF(x - px(22), y + (line - px(18)) / 2)
            draw_icon(painter, row.right_icon, 18, TONE_INK[row.right_tone], at)
