"""Paints the rows of the agenda. One walk both measures and paints a row, so the two cannot differ."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from reader.core.views import DocumentView, ItemView
from reader.ui import rows
from reader.ui.format import time_text
from reader.ui.lists import RowTree, draw_ring
from reader.ui.meeting import words
from reader.ui.meeting.model import AgendaModel
from reader.ui.theme import Colour, Drawing, Role, current
from reader.ui.widgets.base import box, draw_icon
from reader.ui.widgets.marks import draw_number
from reader.ui.widgets.pill import draw_pill, pill_size

_LEFT = 56
_DOCUMENT_LEFT = 86


class AgendaDelegate(QStyledItemDelegate):
    """Rows as wide as the view; heights follow the text."""

    def __init__(self, view: RowTree, model: AgendaModel) -> None:
        super().__init__(view)
        self._view = view
        self._model = model

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        width = self._view.viewport().width()
        return QSize(width, self._row(None, index, 0, 0, width, QStyle.StateFlag.State_None))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        theme = current()
        place, state = option.rect, option.state
        painter.save()
        painter.setClipRect(place)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        document = self._model.document_of(index)
        hover = bool(state & QStyle.StateFlag.State_MouseOver)
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        if document is None:
            fill = Colour.HOVER if hover else Colour.PAPER
            painter.fillRect(place, theme.colour(fill))
            if index.row() > 0:
                painter.fillRect(place.left(), place.top(), place.width(), 1, theme.colour(Colour.LINE))
        else:
            painter.fillRect(place, theme.colour(Colour.PAPER))
            frame = QRectF(place).adjusted(theme.px(42), theme.px(2), -theme.px(8), -theme.px(2))
            if chosen:
                box(
                    painter,
                    frame,
                    theme.colour(Colour.PRIMARY_TINT),
                    theme.colour(Colour.PRIMARY_LINE),
                    theme.px(6),
                )
            elif hover:
                box(painter, frame, theme.colour(Colour.HOVER), None, theme.px(6))
        self._row(painter, index, place.left(), place.top(), place.width(), state)
        draw_ring(painter, self._view, index, place)
        painter.restore()

    def _row(
        self,
        painter: QPainter | None,
        index: QModelIndex | QPersistentModelIndex,
        x: int,
        y: int,
        width: int,
        state: QStyle.StateFlag,
    ) -> int:
        """Paint a row (or only measure it, with no painter). Returns its height."""
        document = self._model.document_of(index)
        item = self._model.item_of(index)
        if document is not None:
            last = item is not None and index.row() == len(item.documents) - 1
            chosen = bool(state & QStyle.StateFlag.State_Selected)
            return self._document(painter, document, chosen, x, y, width) + (current().px(10) if last else 0)
        if item is None:
            return 0
        inside = self._view.currentIndex()
        here = self._model.item_of(inside) is item
        return self._item(painter, item, self._view.isExpanded(_plain(index)), here, x, y, width)

    def _item(
        self,
        painter: QPainter | None,
        item: ItemView,
        expanded: bool,
        here: bool,
        x: int,
        y: int,
        width: int,
    ) -> int:
        theme = current()
        px = theme.px
        side = px(26)
        pad = px(10)
        indent = max(px(_LEFT), px(14) + rows.circle_width(item.number, side) + px(10))
        left, right = x + indent, x + width - px(14)
        when = time_text(item.starts) if item.starts else ""
        when_width = rows.text_width(when, Role.NOTE, 600) if when else 0
        caret = px(22) if item.documents else 0
        room = right - left - (max(when_width, caret) + px(8) if when or caret else 0)
        weight = 600 if here else 500
        note = words.item_note(item, expanded)
        title_height = rows.text_height(item.title, Role.BODY, room, weight)
        note_room = right - left - caret
        note_height = rows.text_height(note, Role.NOTE, note_room, lines=2) if note else 0
        height = max(px(46), title_height + note_height + 2 * pad)
        if painter is None:
            return height
        top = y + (height - title_height - note_height) // 2
        circle = QRectF(
            x + px(14), top + (theme.line(Role.BODY) - side) / 2, rows.circle_width(item.number, side), side
        )
        draw_number(painter, circle, item.number, now=here)
        rows.draw_text(painter, left, top, room, item.title, Role.BODY, Colour.INK, weight)
        if when:
            ink = Colour.PRIMARY_TEXT if here else Colour.INK2
            offset = (theme.line(Role.BODY) - theme.line(Role.NOTE)) // 2
            rows.draw_text(
                painter,
                right - when_width,
                top + offset,
                when_width,
                when,
                Role.NOTE,
                ink,
                weight,
                right=True,
            )
        if note:
            rows.draw_text(
                painter, left, top + title_height, note_room, note, Role.NOTE, Colour.INK2, None, lines=2
            )
        if caret:
            icon = "caret-up" if expanded else "caret-down"
            drop = title_height + px(2) if note or when else px(4)
            draw_icon(painter, icon, 16, Colour.INK3, QPointF(right - px(16), top + drop))
        return height

    def _document(
        self, painter: QPainter | None, document: DocumentView, chosen: bool, x: int, y: int, width: int
    ) -> int:
        px = current().px
        left, right = x + px(_DOCUMENT_LEFT), x + width - px(18)
        room = right - left
        top = y + px(10)
        if painter is not None:
            ink = Colour.PRIMARY_TEXT if chosen else Colour.INK2
            drawing = Drawing.FILL if chosen else Drawing.AUTO
            draw_icon(painter, "file-text", 20, ink, QPointF(x + px(56), top + px(2)), drawing)
        weight = 600 if chosen or document.changed or document.new else 500
        top += _text(painter, left, top, room, document.name, Role.BODY, Colour.INK, weight)
        if note := words.document_note(document):
            top += _text(painter, left, top, room, note, Role.NOTE, Colour.INK2, None, 2)
        top += _text(painter, left, top, room, words.document_origin(document), Role.NOTE, Colour.INK2)
        if 0 < document.seen < document.pages:
            if painter is not None:
                rows.draw_bar(painter, left, top + px(3), room, px(4), document.seen / document.pages)
            top += px(9)
        if scan := words.scan_note(document):
            top += _text(painter, left, top, room, scan, Role.NOTE, Colour.INK2)
        if missing := words.document_state(document):
            top += _text(painter, left, top, room, missing, Role.NOTE, Colour.WAIT, 500)
            if document.have:
                if painter is not None:
                    rows.draw_bar(painter, left, top + px(3), room, px(6), document.have / document.size)
                top += px(11)
        at = left
        pills = words.document_pills(document, self._model.made)
        for number, (icon, said, tone) in enumerate(pills):
            size = pill_size(said, icon)
            wide = min(size.width(), room)
            if number == 0:
                top += px(5)
            elif at + wide > right:
                top += px(32)
                at = left
            if painter is not None:
                draw_pill(painter, QRectF(at, top, wide, size.height()), said, icon, tone)
            at += wide + px(6)
        if pills:
            top += px(28)
        return top + px(10) - y


def _text(
    painter: QPainter | None,
    x: int,
    y: int,
    width: int,
    text: str,
    role: Role,
    colour: Colour,
    weight: int | None = None,
    lines: int = 0,
) -> int:
    if painter is None:
        return rows.text_height(text, role, width, weight, lines)
    return rows.draw_text(painter, x, y, width, text, role, colour, weight, lines)


def _plain(index: QModelIndex | QPersistentModelIndex) -> QModelIndex:
    return index if isinstance(index, QModelIndex) else index.model().index(index.row(), 0, index.parent())
