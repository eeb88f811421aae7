"""The table of contents as a tree: where one is now, and one press to go elsewhere."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from reader.pdf import OutlineEntry
from reader.ui.lists import RowTree, draw_ring
from reader.ui.plain import plain_line
from reader.ui.theme import Colour, Role, current
from reader.ui.widgets.base import draw_icon
from reader.ui.widgets.text import lay_out

_ENTRY: Final = Qt.ItemDataRole.UserRole
_INDENT, _CARET, _PAGE = 14, 22, 44
_FEW: Final = 30
"""Lines up to which two levels are open from the start."""

_Index = QModelIndex | QPersistentModelIndex


class OutlineTree(RowTree):
    """Empty until `set_entries`. `gone_to` is sent with the entry chosen."""

    gone_to = Signal(object)
    """OutlineEntry that leads to a page."""

    def __init__(self) -> None:
        super().__init__(self.tr("Mục lục"))
        self._model = QStandardItemModel(self)
        self._order: list[tuple[int, QStandardItem]] = []
        """Pages that lines lead to, ascending, each with the last such line."""
        self._here: QStandardItem | None = None
        """The line that the page shown belongs to."""
        self.setModel(self._model)
        self.setItemDelegate(_Delegate(self))
        self.chosen.connect(self._choose)

    def set_entries(self, entries: Sequence[OutlineEntry]) -> None:
        """Show another table of contents; empty: none."""
        self._model.clear()
        self._order, self._here = [], None
        above: list[tuple[int, QStandardItem]] = []
        by_page: dict[int, QStandardItem] = {}
        for entry in entries:
            item = QStandardItem(plain_line(entry.title))
            item.setData(entry, _ENTRY)
            item.setEditable(False)
            if entry.page is not None:
                page = self.tr("trang {page}").format(page=entry.page + 1)
                item.setData(f"{item.text()}, {page}", Qt.ItemDataRole.AccessibleTextRole)
            while above and above[-1][0] >= entry.level:
                above.pop()
            (above[-1][1] if above else self._model.invisibleRootItem()).appendRow(item)
            above.append((entry.level, item))
            if entry.page is not None:
                by_page[entry.page] = item
        self._order = sorted(by_page.items(), key=lambda known: known[0])
        if len(entries) <= _FEW:
            self.expandToDepth(1)

    @property
    def empty(self) -> bool:
        """There is no table of contents."""
        return self._model.rowCount() == 0

    def set_page(self, page: int) -> None:
        """Show where this page belongs."""
        at = bisect_right(self._order, page, key=lambda known: known[0]) - 1
        self._here = self._order[at][1] if at >= 0 else None
        self.viewport().update()

    def is_here(self, index: _Index) -> bool:
        """Whether the page shown belongs to this line, or to one folded into it."""
        if self._here is None:
            return False
        line = self._here.index()
        above = line.parent()
        while above.isValid():
            if not self.isExpanded(above):
                line = above
            above = above.parent()
        return bool(line == index)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and self._model.hasChildren(index):
            left = current().px(8 + _INDENT * depth(index))
            if left <= event.position().x() < left + current().px(_CARET):
                self.setExpanded(index, not self.isExpanded(index))
                return
        super().mousePressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self.scheduleDelayedItemsLayout()

    def _choose(self, index: QModelIndex) -> None:
        entry: OutlineEntry = index.data(_ENTRY)
        if entry.page is not None:
            self.gone_to.emit(entry)
        else:
            self.setExpanded(index, not self.isExpanded(index))


class _Delegate(QStyledItemDelegate):
    """A caret where something is folded, the title on at most two lines, the page at the right."""

    def __init__(self, tree: OutlineTree) -> None:
        super().__init__(tree)
        self._tree = tree

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        theme = current()
        role = self._role(index)
        words = lay_out(index.data(), theme.font(role), theme.line(role), self._room(index), max_lines=2)
        return QSize(theme.px(120), max(theme.px(36), round(words.height) + theme.px(12)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        theme = current()
        place: QRect = option.rect
        state: QStyle.StateFlag = option.state
        entry: OutlineEntry = index.data(_ENTRY)
        here = self._tree.is_here(index)
        painter.save()
        if here:
            painter.fillRect(place, theme.colour(Colour.PRIMARY_TINT))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(place, theme.colour(Colour.HOVER))
        left, top = self._left(index), place.top() + theme.px(6)
        role = self._role(index)
        if index.model().hasChildren(index):
            icon = "caret-down" if state & QStyle.StateFlag.State_Open else "caret-right"
            middle = (theme.line(role) - theme.px(14)) / 2
            draw_icon(painter, icon, 14, Colour.INK2, QPointF(left + theme.px(2), top + middle))
        ink = theme.colour(Colour.PRIMARY_TEXT if here else Colour.INK)
        words = lay_out(index.data(), theme.font(role), theme.line(role), self._room(index), max_lines=2)
        words.draw(painter, QPointF(left + theme.px(_CARET), top), ink)
        if entry.page is not None:
            page = lay_out(
                str(entry.page + 1),
                theme.font(Role.NOTE),
                theme.line(Role.NOTE),
                theme.px(_PAGE),
                align=Qt.AlignmentFlag.AlignRight,
            )
            at = QPointF(place.right() - theme.px(_PAGE + 10), top)
            page.draw(painter, at, theme.colour(Colour.PRIMARY_TEXT if here else Colour.INK2))
        draw_ring(painter, self._tree, index, place)
        painter.restore()

    def _role(self, index: _Index) -> Role:
        return Role.NOTE_STRONG if depth(index) == 0 else Role.NOTE

    def _left(self, index: _Index) -> int:
        return current().px(8 + _INDENT * depth(index))

    def _room(self, index: _Index) -> int:
        theme = current()
        right = theme.px(_PAGE + 16)
        return max(theme.px(40), self._tree.viewport().width() - self._left(index) - theme.px(_CARET) - right)


def depth(index: _Index) -> int:
    """How deep a line stands, at most 6."""
    deep = 0
    above = index.parent()
    while above.isValid() and deep < 6:
        deep, above = deep + 1, above.parent()
    return deep
