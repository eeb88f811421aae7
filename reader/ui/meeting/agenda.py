"""The pane at the left: the agenda with its documents."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Signal
from PySide6.QtWidgets import QWidget

from reader.core.views import MeetingView
from reader.ui.lists import RowTree
from reader.ui.meeting.delegate import AgendaDelegate
from reader.ui.meeting.model import AgendaModel
from reader.ui.theme import Role
from reader.ui.widgets.button import Button, Kind
from reader.ui.widgets.layout import Column, Row, hold
from reader.ui.widgets.paragraph import Paragraph
from reader.ui.widgets.surface import Line, Panel
from sync.model.ids import DocumentId, ItemId


class AgendaPane(Panel):
    """Items and documents. One click on a document opens it; one on an item shows or folds its documents."""

    documentOpened = Signal(str)
    """DocumentId"""
    itemOpened = Signal(str)
    """ItemId"""
    hideRequested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        head = QWidget()
        row = Row(head, (16, 0, 8, 0), 8)
        row.addWidget(Paragraph(self.tr("Chương trình"), Role.BODY_STRONG, max_lines=1), 1)
        self.hide_button = Button(
            self.tr("Ẩn"), Kind.QUIET, icon="caret-left", name=self.tr("Ẩn chương trình")
        )
        self.hide_button.clicked.connect(self.hideRequested)
        row.addWidget(self.hide_button)
        hold(head, height=52)
        self._model = AgendaModel(self)
        self.tree = RowTree(self.tr("Chương trình và tài liệu"))
        self.tree.setModel(self._model)
        self.tree.setItemDelegate(AgendaDelegate(self.tree, self._model))
        self.tree.chosen.connect(self._choose)
        self.tree.selectionModel().currentChanged.connect(lambda _now, _before: self.tree.viewport().update())
        self.column.addWidget(head)
        self.column.addWidget(Line())
        self._strip = Column()
        self.column.addLayout(self._strip)
        self.column.addWidget(self.tree, 1)
        self._meeting: str | None = None

    @property
    def document(self) -> DocumentId | None:
        """The document whose row is selected."""
        found = self._model.document_of(self.tree.currentIndex())
        return None if found is None else found.id

    def set_strip(self, strip: QWidget) -> None:
        """Put something between the head and the agenda."""
        self._strip.addWidget(strip)

    def set_view(self, view: MeetingView) -> None:
        """Show another state of the meeting; selection, folding and the scrolled place stay."""
        tree = self.tree
        first = self._meeting != view.card.id
        self._meeting = view.card.id
        folded = self._folded()
        item = self._model.item_of(tree.currentIndex())
        selected, document = (None if item is None else item.id), self.document
        place = tree.verticalScrollBar().value()
        if not self._model.set_view(view):
            tree.scheduleDelayedItemsLayout()
            return
        tree.expandAll()
        if first:
            return
        for one in folded:
            index = self._model.index_of_item(one)
            if index.isValid():
                tree.collapse(index)
        if document is not None:
            self.select(document)
        elif selected is not None:
            self._mark(self._model.index_of_item(selected))
        tree.doItemsLayout()
        tree.verticalScrollBar().setValue(place)

    def select(self, document: DocumentId) -> None:
        """Mark the row of a document that was opened elsewhere. Sends no signal."""
        index = self._model.index_of_document(document)
        if index.isValid():
            self.tree.expand(index.parent())
            self._mark(index)

    def _mark(self, index: QModelIndex) -> None:
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.tree.selectionModel().setCurrentIndex(index, flags)

    def _choose(self, index: QModelIndex) -> None:
        document = self._model.document_of(index)
        if document is not None:
            self.documentOpened.emit(document.id)
            return
        item = self._model.item_of(index)
        if item is not None:
            self.tree.setExpanded(index, not self.tree.isExpanded(index))
            self.itemOpened.emit(item.id)

    def _folded(self) -> list[ItemId]:
        folded: list[ItemId] = []
        for row in range(self._model.rowCount()):
            index = self._model.index(row, 0)
            item = self._model.item_of(index)
            if not self.tree.isExpanded(index) and item is not None and item.documents:
                folded.append(item.id)
        return folded
