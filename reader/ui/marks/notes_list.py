"""The rows of the notes' list: a colour bar, the page, who may read it, the words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from reader.core.views import MarkView
from reader.ui.lists import RowList, draw_ring
from reader.ui.marks.words import mark_name, place_icon, place_words, standing
from reader.ui.page.painting import INK_COLOUR
from reader.ui.theme import Colour, Role, current
from reader.ui.widgets.base import box, draw_icon
from reader.ui.widgets.text import Laid, lay_out, natural_width
from sync.model.ids import DocumentId, MarkId

_LINES = 4
_Index = QModelIndex | QPersistentModelIndex


class NotesModel(QAbstractListModel):
    """The marks of a document: by page and height, those without a place in this version last."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.marks: tuple[MarkView, ...] = ()
        self._names: Mapping[DocumentId, str] = {}

    def set_marks(self, marks: Sequence[MarkView], names: Mapping[DocumentId, str] | None = None) -> None:
        """Show these instead: by document in the order of ``names``, which are told, if there are any."""
        self._names = names or {}
        place = {document: number for number, document in enumerate(self._names)}
        ordered = tuple(sorted(marks, key=lambda mark: (place.get(mark.document, len(place)), *_order(mark))))
        if ordered == self.marks:
            return
        if [mark.id for mark in ordered] == [mark.id for mark in self.marks]:
            # The same rows with other words: selection and scrolling stay as they are.
            self.marks = ordered
            self.dataChanged.emit(self.index(0), self.index(len(ordered) - 1))
            return
        self.beginResetModel()
        self.marks = ordered
        self.endResetModel()

    def row_of(self, mark: MarkId) -> int | None:
        """The row of a mark, or None."""
        return next((row for row, known in enumerate(self.marks) if known.id == mark), None)

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.marks)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        mark = self.marks[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return mark
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{self.head(mark)}, {standing(mark).text}: {words_of(mark)}"
        return None

    def head(self, mark: MarkView) -> str:
        """The first line of a row."""
        name = self._names.get(mark.document)
        return f"{place_words(mark)} · {name}" if name else place_words(mark)


def words_of(mark: MarkView) -> str:
    """The note, or the words marked, or what was drawn."""
    if mark.text:
        return mark.text
    return f"“{mark.quote.exact}”" if mark.quote is not None else mark_name(mark)


class NotesDelegate(QStyledItemDelegate):
    """Paints a row of `NotesModel`."""

    def __init__(self, view: RowList) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        mark: MarkView = index.data(Qt.ItemDataRole.UserRole)
        width = self._view.viewport().width()
        theme = current()
        words = self._words(mark, width)
        head = self._head_height(mark, width)
        return QSize(width, head + words.height + theme.px(25))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        theme = current()
        mark: MarkView = index.data(Qt.ItemDataRole.UserRole)
        place: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(place, theme.colour(Colour.HOVER))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(place, theme.colour(Colour.DESK))
        painter.fillRect(QRect(place.left(), place.bottom(), place.width(), 1), theme.colour(Colour.LINE))
        top = place.top() + theme.px(12)
        bar = QRectF(place.left() + theme.px(16), top, theme.px(6), place.height() - theme.px(25))
        icon = place_icon(mark)
        if icon:
            at = QPointF(place.left() + theme.px(11), top + theme.px(1))
            draw_icon(painter, icon, 18, Colour.WAIT, at)
        else:
            fill = theme.colour(INK_COLOUR[mark.colour])
            box(painter, bar, fill, theme.colour(Colour.LINE2), theme.px(2))
        self._paint_head(painter, mark, place, top)
        left = float(place.left() + theme.px(34))
        words = self._words(mark, place.width())
        words.draw(
            painter,
            QPointF(left, top + self._head_height(mark, place.width())),
            theme.colour(Colour.INK),
        )
        draw_ring(painter, self._view, index, place)
        painter.restore()

    def _paint_head(self, painter: QPainter, mark: MarkView, place: QRect, top: int) -> None:
        theme = current()
        left, right = place.left() + theme.px(34), place.right() - theme.px(12)
        strong, plain = theme.font(Role.NOTE_STRONG), theme.font(Role.NOTE_MEDIUM)
        line = theme.line(Role.NOTE)
        head, state = self._model_head(mark), standing(mark)
        lay_out(head, strong, line, max(1, right - left), max_lines=1).draw(
            painter, QPointF(left, top), theme.colour(Colour.INK2)
        )
        if not mark.current:
            return
        icon = theme.px(16)
        room = max(1.0, right - left - icon - theme.px(6))
        laid = lay_out(state.text, plain, line, room, max_lines=1)
        x, y = float(left), float(top + line)
        if not self._two_lines(mark, place.width()):
            x, y = right - laid.width - icon - theme.px(6), float(top)
        draw_icon(painter, state.icon, 16, state.colour, QPointF(x, y + (line - icon) / 2))
        laid.draw(painter, QPointF(x + icon + theme.px(6), y), theme.colour(state.colour))

    def _two_lines(self, mark: MarkView, width: int) -> bool:
        """Page and standing do not fit side by side."""
        if not mark.current:
            return False
        theme = current()
        wide = natural_width(self._model_head(mark), theme.font(Role.NOTE_STRONG))
        wide += natural_width(standing(mark).text, theme.font(Role.NOTE_MEDIUM))
        return wide + theme.px(34 + 12 + 16 + 6 + 12) > width

    def _head_height(self, mark: MarkView, width: int) -> int:
        return current().line(Role.NOTE) * (2 if self._two_lines(mark, width) else 1) + current().px(2)

    def _model_head(self, mark: MarkView) -> str:
        model = self._view.model()
        assert isinstance(model, NotesModel)
        return model.head(mark)

    def _words(self, mark: MarkView, width: int) -> Laid:
        theme = current()
        room = max(theme.px(40), width - theme.px(34 + 12))
        font, line = theme.font(Role.BODY), theme.line(Role.BODY)
        return lay_out(words_of(mark), font, line, room, max_lines=_LINES)


def _order(mark: MarkView) -> tuple[bool, int, float, str]:
    return not mark.current, mark.page, min((rect.y0 for rect in mark.rects), default=0.0), mark.id
