"""Notes and opinions that delegates shared, by document and page. Words are shown as words only."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QKeySequence, QPainter, QShortcut
from PySide6.QtWidgets import (
    QStackedWidget,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from reader.core.views import DeskView, MarkView
from reader.ui import clipboard, rows
from reader.ui.desk import words
from reader.ui.format import moment_text
from reader.ui.lists import RowList, draw_ring
from reader.ui.marks.words import mark_name
from reader.ui.page.painting import INK_COLOUR
from reader.ui.plain import plain, plain_line
from reader.ui.theme import Colour, Role, current
from reader.ui.widgets.button import Button
from reader.ui.widgets.empty import Empty
from reader.ui.widgets.layout import Column, Row
from reader.ui.widgets.paragraph import Paragraph

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_MAX_LINES = 12


@dataclass(frozen=True)
class MarkRow:
    """A document's head (no mark), or one mark with its words made plain."""

    document: str
    mark: MarkView | None = None
    head: str = ""
    quote: str = ""
    text: str = ""

    def spoken(self) -> str:
        """The row for a screen reader, and what is copied."""
        if self.mark is None:
            return self.document
        quote = f"“{self.quote}”" if self.quote else ""
        return "\n".join(part for part in (f"{self.document} · {self.head}", quote, self.text) if part)


class MarksPage(QWidget):
    """The list, and a button that copies what is selected, or everything."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._count = Paragraph("", Role.BODY_STRONG, max_lines=1)
        self.copy_button = Button(self.tr("Chép tất cả"), icon="copy")
        self.copy_button.clicked.connect(self.copy)
        self.model = MarkModel(self)
        self.rows = RowList(self.tr("Ý kiến và ghi chú đại biểu đã gửi"))
        self.rows.setModel(self.model)
        self.rows.setItemDelegate(_MarkDelegate(self.rows, self.model))
        self.rows.selectionModel().selectionChanged.connect(lambda _now, _before: self._name_button())
        shortcut = QShortcut(QKeySequence.StandardKey.Copy, self.rows)
        shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
        shortcut.activated.connect(self.copy)
        listed = QWidget()
        column = Column(listed, (26, 12, 24, 16), 12)
        top = Row(spacing=16)
        top.addWidget(self._count, 1)
        top.addWidget(self.copy_button)
        column.addLayout(top)
        column.addWidget(self.rows, 1)
        empty = Empty(
            "note-pencil", self.tr("Chưa có ý kiến nào gửi thư ký"), self.tr("Đại biểu gửi thì hiện ở đây.")
        )
        self._pages = QStackedWidget()
        self._pages.addWidget(empty)
        self._pages.addWidget(listed)
        Column(self, 0).addWidget(self._pages)

    def set_view(self, view: DeskView) -> None:
        """Show another state; the scrolled place and the selection stay."""
        made = _rows(view)
        marks = sum(row.mark is not None for row in made)
        self._count.set_text(self.tr("{n} ý kiến, ghi chú đã gửi").format(n=marks))
        selected = self._selected()
        place = self.rows.verticalScrollBar().value()
        self.model.set_rows(made)
        self.rows.scheduleDelayedItemsLayout()
        if selected is not None and selected.mark is not None:
            for number, row in enumerate(made):
                if row.mark is not None and row.mark.id == selected.mark.id:
                    self.rows.setCurrentIndex(self.model.index(number))
        self.rows.verticalScrollBar().setValue(place)
        self._pages.setCurrentIndex(1 if marks else 0)

    def copy(self) -> None:
        """Put the selected note, or all of them, on the clipboard as plain text."""
        selected = self._selected()
        wanted = [selected] if selected is not None and selected.mark is not None else self.model.rows
        said = "\n\n".join(row.spoken() for row in wanted if row.mark is not None)
        clipboard.copy(said)

    def _selected(self) -> MarkRow | None:
        chosen = self.rows.selectionModel().selectedIndexes()
        return self.model.rows[chosen[0].row()] if chosen and chosen[0].row() < len(self.model.rows) else None

    def _name_button(self) -> None:
        one = self._selected()
        chosen = one is not None and one.mark is not None
        self.copy_button.set_text(self.tr("Chép ý kiến này") if chosen else self.tr("Chép tất cả"))


class MarkModel(QAbstractListModel):
    """Heads and marks."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: list[MarkRow] = []

    def set_rows(self, made: list[MarkRow]) -> None:
        """Show other rows."""
        if made == self.rows:
            return
        self.beginResetModel()
        self.rows = made
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if index.isValid() and role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.rows[index.row()].spoken()
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.isValid() and self.rows[index.row()].mark is None:
            return Qt.ItemFlag.ItemIsEnabled
        return super().flags(index)


class _MarkDelegate(QStyledItemDelegate):
    def __init__(self, view: RowList, model: MarkModel) -> None:
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
        if row.mark is None:
            fill = Colour.DESK
        elif option.state & QStyle.StateFlag.State_Selected:
            fill = Colour.PRIMARY_TINT
        elif option.state & QStyle.StateFlag.State_MouseOver:
            fill = Colour.HOVER
        painter.fillRect(place, theme.colour(fill))
        painter.fillRect(place.left(), place.bottom(), place.width(), 1, theme.colour(Colour.LINE))
        self._row(painter, row, place.left(), place.top(), place.width())
        draw_ring(painter, self._view, index, place)
        painter.restore()

    def _row(self, painter: QPainter | None, row: MarkRow, x: int, y: int, width: int) -> int:
        theme = current()
        px = theme.px
        mark = row.mark
        if mark is None:
            if painter is not None:
                top = y + (px(46) - theme.line(Role.BODY)) // 2
                room = width - px(32)
                rows.draw_text(
                    painter, x + px(16), top, room, row.document, Role.BODY_STRONG, Colour.INK, lines=1
                )
            return px(46)
        left, room = x + px(32), width - px(48)
        top = y + px(12)
        side = f"{moment_text(mark.at)} · {words.mark_audience(mark)}"
        side_room = min(rows.text_width(side, Role.NOTE), room // 2)
        if painter is not None:
            rows.draw_text(
                painter,
                left,
                top,
                room - side_room - px(12),
                row.head,
                Role.NOTE_STRONG,
                Colour.INK2,
                lines=1,
            )
            at = left + room - side_room
            rows.draw_text(painter, at, top, side_room, side, Role.NOTE, Colour.INK2, lines=1, right=True)
        top += theme.line(Role.NOTE)
        if row.quote:
            quote = f"“{row.quote}”"
            if painter is not None:
                rows.draw_text(painter, left, top, room, quote, Role.NOTE, Colour.INK2, lines=2)
            top += rows.text_height(quote, Role.NOTE, room, lines=2)
        if row.text:
            if painter is not None:
                rows.draw_text(painter, left, top, room, row.text, Role.BODY, Colour.INK, lines=_MAX_LINES)
            top += rows.text_height(row.text, Role.BODY, room, lines=_MAX_LINES)
        height = top + px(13) - y
        if painter is not None:
            stripe = QRectF(x + px(16), y + px(13), px(6), height - px(26))
            painter.fillRect(stripe, theme.colour(INK_COLOUR[mark.colour]))
        return height


def _rows(view: DeskView) -> list[MarkRow]:
    """By agenda order, then page, then time. Marks on documents that are gone come last."""
    names = {document.id: document.name for item in view.items for document in item.documents}
    order = {document: number for number, document in enumerate(names)}
    made: list[MarkRow] = []
    last = ""
    for mark in sorted(
        view.marks, key=lambda m: (order.get(m.document, len(order)), m.document, m.page, m.at)
    ):
        name = plain_line(names.get(mark.document, mark.document))
        if mark.document != last:
            made.append(MarkRow(name))
            last = mark.document
        quote = "" if mark.quote is None else plain_line(mark.quote.exact)
        text = plain(mark.text) or ("" if quote else mark_name(mark))
        made.append(MarkRow(name, mark, words.mark_head(mark), quote, text))
    return made
