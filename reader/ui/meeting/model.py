"""The agenda as a tree of two levels: items, and the documents of each."""

from __future__ import annotations

from datetime import UTC, datetime
from enum import IntEnum
from typing import overload

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from reader.core.views import DocumentView, ItemView, MeetingView
from reader.ui.meeting.words import spoken_document, spoken_item
from sync.model.ids import DocumentId, ItemId

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class AgendaRole(IntEnum):
    """What the delegate asks for."""

    ITEM = Qt.ItemDataRole.UserRole + 1
    DOCUMENT = Qt.ItemDataRole.UserRole + 2


class AgendaModel(QAbstractItemModel):
    """Rows of the agenda. Internal ids: 0 for an item, its item's row plus one for a document."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._items: tuple[ItemView, ...] = ()
        self.made = datetime.fromtimestamp(0, UTC)

    def set_view(self, view: MeetingView) -> bool:
        """Show another state. Returns True when rows were added, removed or moved (indexes are then void)."""
        same = _shape(self._items) == _shape(view.items)
        if not same:
            self.beginResetModel()
        self._items = view.items
        self.made = view.card.made
        if not same:
            self.endResetModel()
            return True
        for row, item in enumerate(self._items):
            top = self.index(row, 0)
            self.dataChanged.emit(top, top)
            if item.documents:
                self.dataChanged.emit(self.index(0, 0, top), self.index(len(item.documents) - 1, 0, top))
        return False

    def item_of(self, index: Index) -> ItemView | None:
        """The item that `index` is, or whose document it is; None for no row."""
        if not index.isValid():
            return None
        row = index.row() if index.internalId() == 0 else index.internalId() - 1
        return self._items[row]

    def document_of(self, index: Index) -> DocumentView | None:
        """The document that `index` is; None for an item."""
        if not index.isValid() or index.internalId() == 0:
            return None
        return self._items[index.internalId() - 1].documents[index.row()]

    def index_of_item(self, item: ItemId) -> QModelIndex:
        """The row of an item; invalid when it is not there."""
        for row, one in enumerate(self._items):
            if one.id == item:
                return self.index(row, 0)
        return QModelIndex()

    def index_of_document(self, document: DocumentId) -> QModelIndex:
        """The row of a document; invalid when it is not there."""
        for row, item in enumerate(self._items):
            for below, one in enumerate(item.documents):
                if one.id == document:
                    return self.index(below, 0, self.index(row, 0))
        return QModelIndex()

    def index(self, row: int, column: int, parent: Index = _NOWHERE) -> QModelIndex:
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else 0)

    @overload
    def parent(self) -> QObject | None: ...

    @overload
    def parent(self, child: Index) -> QModelIndex: ...

    def parent(self, child: Index | None = None) -> QModelIndex | QObject | None:
        if child is None:
            return super().parent()
        if not child.isValid() or child.internalId() == 0:
            return QModelIndex()
        return self.createIndex(child.internalId() - 1, 0, 0)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        if not parent.isValid():
            return len(self._items)
        if parent.internalId() == 0:
            return len(self._items[parent.row()].documents)
        return 0

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        item = self.item_of(index)
        if item is None:
            return None
        document = self.document_of(index)
        if role == AgendaRole.ITEM:
            return item
        if role == AgendaRole.DOCUMENT:
            return document
        if role == Qt.ItemDataRole.DisplayRole:
            return item.title if document is None else document.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken_item(item) if document is None else spoken_document(document, self.made)
        return None


def _shape(items: tuple[ItemView, ...]) -> tuple[tuple[ItemId, tuple[DocumentId, ...]], ...]:
    return tuple((item.id, tuple(document.id for document in item.documents)) for item in items)
