"""The places found in one document, as rows: the page at the left, two lines of text beside it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from reader.pdf import SearchHit
from reader.ui.lists import RowList, draw_ring
from reader.ui.search.results import draw_row, found_spans, room_beside
from reader.ui.theme import Colour, Role, current
from reader.ui.widgets.text import lay_out

_BEFORE: Final = 20
"""Letters shown before a hit, so that it stands in the first line."""

_Index = QModelIndex | QPersistentModelIndex


class HitModel(QAbstractListModel):
    """In the order of the pages, however they come; `current` is the one gone to."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.hits: list[SearchHit] = []
        self.current: int | None = None

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.hits)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        hit = self.hits[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return hit
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            page = self.tr("Trang {page}").format(page=hit.hit.page + 1)
            return f"{page}: {hit.before} {hit.match} {hit.after}"
        return None

    def clear(self) -> None:
        """Another query."""
        self.beginResetModel()
        self.hits = []
        self.current = None
        self.endResetModel()

    def add(self, hits: Sequence[SearchHit]) -> None:
        """Hits of following pages; they may belong before those already here."""
        if not hits:
            return
        at = bisect_left(self.hits, _order(hits[0]), key=_order)
        self.beginInsertRows(QModelIndex(), at, at + len(hits) - 1)
        self.hits[at:at] = hits
        if self.current is not None and self.current >= at:
            self.current += len(hits)
        self.endInsertRows()

    def set_current(self, row: int) -> None:
        """Go to this one."""
        before, self.current = self.current, row
        for changed in (before, row):
            if changed is not None:
                self.dataChanged.emit(self.index(changed), self.index(changed))


class HitDelegate(QStyledItemDelegate):
    """The page at the left, two lines of text with the words found."""

    def __init__(self, view: RowList) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        theme = current()
        return QSize(theme.px(200), 2 * theme.line(Role.NOTE) + theme.px(19))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        theme = current()
        hit: SearchHit = index.data(Qt.ItemDataRole.UserRole)
        place: QRect = option.rect
        model = index.model()
        chosen = isinstance(model, HitModel) and model.current == index.row()
        painter.save()
        page = self.tr("Trang {page}").format(page=hit.hit.page + 1)
        at = draw_row(painter, place, option.state, page, chosen=chosen)
        text, start, length = shown(hit)
        lay_out(
            text,
            theme.font(Role.NOTE),
            theme.line(Role.NOTE),
            room_beside(place.width()),
            max_lines=2,
            spans=found_spans(text, [(start, length)]),
        ).draw(painter, at, theme.colour(Colour.INK2))
        draw_ring(painter, self._view, index, place)
        painter.restore()


def shown(hit: SearchHit) -> tuple[str, int, int]:
    """The words of a hit as one line of text, and where in it the found ones are (start, length)."""
    before = hit.before
    if len(before) > _BEFORE:
        words = before.split()
        while len(words) > 1 and len(" ".join(words)) > _BEFORE:
            words.pop(0)
        before = " ".join(words)
    head = f"…{before} " if before else "…"
    tail = f" {hit.after}…" if hit.after else "…"
    return head + hit.match + tail, len(head), len(hit.match)


def _order(hit: SearchHit) -> tuple[int, int]:
    return hit.hit.page, hit.hit.first
