"""Paints the rows of a packet being made, in columns where there is room for them."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QAbstractItemModel, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from reader.ui import rows
from reader.ui.compose.model import ComposeModel, ComposeRow, Index, RowKind
from reader.ui.format import pages_text
from reader.ui.lists import RowList, draw_ring
from reader.ui.theme import Colour, Drawing, Role, current
from reader.ui.widgets.base import draw_icon
from reader.ui.widgets.pill import TONE_INK

_ROW = 46
_HANDLE = 34
_ICON = 28
_PAGES = 64
_SIZE = 84
_CHECK = 220
_GAP = 20
_LEAST = 640
"""Narrower than that, in design pixels, there are no columns: what is in them stands below the title."""
_LONGEST = 500
_ICONS = {RowKind.MEETING: "calendar", RowKind.DOCUMENT: "file-text", RowKind.MOTION: "check-square"}


@dataclass(frozen=True)
class Columns:
    """Where the columns are in a row of some width, in pixels from its left edge."""

    title: int
    title_end: int
    pages_end: int
    size_end: int
    check: int
    wide: bool

    @classmethod
    def of(cls, width: int) -> Columns:
        """For a row ``width`` pixels wide."""
        px = current().px
        if width < px(_LEAST):
            end = width - px(16)
            return cls(px(_HANDLE), end, end, end, px(_HANDLE), False)
        check = width - px(_CHECK)
        size_end = check - px(_GAP)
        pages_end = size_end - px(_SIZE)
        return cls(px(_HANDLE), pages_end - px(_PAGES), pages_end, size_end, check, True)


class ComposeDelegate(QStyledItemDelegate):
    """Rows as wide as the view."""

    def __init__(self, view: RowList, model: ComposeModel) -> None:
        super().__init__(view)
        self._view = view
        self._model = model
        self.on_item = ""
        """The item on which something that is dragged would fall."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        width = self._view.viewport().width()
        row = self._model.row(index)
        return QSize(width, 0 if row is None else self._height(row, width))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = self._model.row(index)
        if row is None:
            return
        theme, place = current(), option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        hover = bool(option.state & QStyle.StateFlag.State_MouseOver)
        fill = Colour.DESK if row.kind is RowKind.ITEM else Colour.PAPER
        if chosen or row.id == self.on_item:
            fill = Colour.PRIMARY_TINT
        elif hover:
            fill = Colour.HOVER
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(place)
        painter.fillRect(place, theme.colour(fill))
        painter.fillRect(place.left(), place.bottom(), place.width(), 1, theme.colour(Colour.LINE))
        self._draw(painter, row, place, chosen)
        draw_ring(painter, self._view, self._model.index(index.row()), place)
        painter.restore()

    # --- renaming in place --------------------------------------------------------------------------------

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = QLineEdit(parent)
        editor.setMaxLength(_LONGEST)
        editor.setFont(current().font(Role.BODY))
        editor.setAccessibleName(self.tr("Tên mới"))
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        # The view asks again when the draft has changed; a name that is being typed is left alone.
        if isinstance(editor, QLineEdit) and not editor.isModified():
            editor.setText(str(self._model.data(index, Qt.ItemDataRole.EditRole) or ""))
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, QLineEdit):
            self._model.setData(index, editor.text())

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        place, px = option.rect, current().px
        left = place.left() + px(_HANDLE) - px(8)
        high = min(place.height(), px(_ROW)) - px(4)
        top = place.top() + (place.height() - high) // 2
        right = place.left() + Columns.of(place.width()).title_end
        editor.setGeometry(left, top, max(px(160), right - left), high)

    # --- painting -----------------------------------------------------------------------------------------

    def _height(self, row: ComposeRow, width: int) -> int:
        theme = current()
        columns = Columns.of(width)
        room = columns.title_end - self._left(row, columns)
        lines = 1 if columns.wide else 2
        high = rows.text_height(row.title, _role(row, chosen=False), room, lines=lines)
        if not columns.wide and row.check is not None:
            high += theme.line(Role.NOTE)
        return max(theme.px(_ROW), high + theme.px(20))

    def _draw(self, painter: QPainter, row: ComposeRow, place: QRect, chosen: bool) -> None:
        theme = current()
        px, columns = theme.px, Columns.of(place.width())
        ink = Colour.PRIMARY_TEXT if chosen else Colour.INK
        middle = place.top() + place.height() / 2
        if row.kind is not RowKind.MEETING:
            at = QPointF(place.left() + px(8), middle - px(9))
            draw_icon(painter, "dots-six-vertical", 18, Colour.INK3, at)
        left = place.left() + self._left(row, columns)
        room = place.left() + columns.title_end - left
        role, lines = _role(row, chosen=chosen), 1 if columns.wide else 2
        high = rows.text_height(row.title, role, room, lines=lines)
        below = theme.line(Role.NOTE) if not columns.wide and row.check is not None else 0
        top = round(middle - (high + below) / 2)
        icon = _ICONS.get(row.kind)
        if icon is not None:
            drawing = Drawing.FILL if chosen and icon == "file-text" else Drawing.AUTO
            at = QPointF(place.left() + columns.title, top + (theme.line(Role.BODY) - px(20)) / 2)
            draw_icon(painter, icon, 20, ink, at, drawing)
        rows.draw_text(painter, left, top, room, row.title, role, ink, lines=lines)
        if columns.wide:
            self._draw_columns(painter, row, place, columns)
        elif row.check is not None:
            self._draw_below(painter, row, left, top + high, room)

    def _draw_columns(self, painter: QPainter, row: ComposeRow, place: QRect, columns: Columns) -> None:
        theme = current()
        top = place.top() + (place.height() - theme.line(Role.BODY)) // 2
        for end, text in ((columns.pages_end, row.pages_number), (columns.size_end, row.size)):
            if text:
                wide = rows.text_width(text, Role.BODY)
                left = place.left() + end - wide
                rows.draw_text(painter, left, top, wide, text, Role.BODY, Colour.INK2, lines=1)
        if row.check is not None:
            top = place.top() + (place.height() - theme.line(Role.NOTE_MEDIUM)) // 2
            room = place.width() - columns.check - theme.px(12)
            self._draw_check(painter, row, place.left() + columns.check, top, room)

    def _draw_below(self, painter: QPainter, row: ComposeRow, left: int, top: int, room: int) -> None:
        x = left
        if row.pages is not None:
            text = f"{pages_text(row.pages)} · {row.size}"
            wide = min(rows.text_width(text, Role.NOTE), room)
            rows.draw_text(painter, x, top, wide, text, Role.NOTE, Colour.INK2, lines=1)
            x += wide + current().px(16)
        self._draw_check(painter, row, x, top, left + room - x)

    def _draw_check(self, painter: QPainter, row: ComposeRow, x: int, top: int, room: int) -> None:
        theme, said = current(), row.check
        if said is None or room < theme.px(60):
            return
        ink = TONE_INK[said.tone]
        lift = (theme.line(Role.NOTE_MEDIUM) - theme.px(18)) / 2
        draw_icon(painter, said.icon, 18, ink, QPointF(x, top + lift))
        shift = theme.px(26)
        rows.draw_text(painter, x + shift, top, room - shift, said.text, Role.NOTE_MEDIUM, ink, lines=1)

    def _left(self, row: ComposeRow, columns: Columns) -> int:
        return columns.title + (current().px(_ICON) if row.kind in _ICONS else 0)


class Head(QWidget):
    """The names of the columns, above the list."""

    def __init__(self, view: RowList) -> None:
        super().__init__()
        self._view = view
        current().changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        self.setFixedHeight(current().px(34))
        self.update()

    def paintEvent(self, _event: object) -> None:
        theme = current()
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour(Colour.PAPER))
        painter.fillRect(0, self.height() - 1, self.width(), 1, theme.colour(Colour.LINE))
        columns = Columns.of(self._view.viewport().width())
        font = theme.font(Role.NOTE_STRONG)
        metrics = QFontMetricsF(font)
        base = (self.height() - metrics.height()) / 2 + metrics.ascent()
        painter.setFont(font)
        painter.setPen(theme.colour(Colour.INK2))
        painter.drawText(QPointF(columns.title, base), self.tr("Chương trình và tài liệu"))
        if columns.wide:
            for end, text in ((columns.pages_end, self.tr("Trang")), (columns.size_end, self.tr("Cỡ"))):
                painter.drawText(QPointF(end - metrics.horizontalAdvance(text), base), text)
            painter.drawText(QPointF(columns.check, base), self.tr("Kiểm tra"))
        painter.end()


def _role(row: ComposeRow, *, chosen: bool) -> Role:
    return Role.BODY_STRONG if chosen or row.kind is RowKind.ITEM else Role.BODY
