"""The notes of all documents of a meeting, narrowed by kind and by words; a row leads to its place."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QWidget

from reader.core.choosing import Which, choose
from reader.core.views import MeetingView, on_version
from reader.ui.lists import RowList
from reader.ui.marks.notes_list import NotesDelegate, NotesModel
from reader.ui.plain import plain_line
from reader.ui.widgets import Column, Field, Line
from reader.ui.widgets.empty import Empty
from reader.ui.widgets.select import Select


class AllNotes(QWidget):
    """Fills itself when it is seen: a meeting may have thousands of marks."""

    opened = Signal(str, str)
    """DocumentId, MarkId."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: MeetingView | None = None
        self._kinds = {
            Which.ALL: self.tr("Mọi ghi chú"),
            Which.WRITTEN: self.tr("Có chữ viết thêm"),
            Which.PRIVATE: self.tr("Riêng tôi"),
            Which.SHARED: self.tr("Tôi đã chia sẻ"),
            Which.OTHERS: self.tr("Của người khác"),
            Which.CARE: self.tr("Cần xem lại chỗ"),
            Which.BOOKMARKS: self.tr("Dấu trang"),
        }
        self.words = Field(placeholder=self.tr("Tìm trong ghi chú"), icon="magnifying-glass", clearable=True)
        self.kind = Select(list(self._kinds.values()), self.tr("Loại ghi chú"))
        self.model = NotesModel(self)
        self.rows = RowList(self.tr("Ghi chú của cả kỳ họp"))
        self.rows.setModel(self.model)
        self.rows.setItemDelegate(NotesDelegate(self.rows))
        self._none = Empty("note-pencil", self.tr("Không có ghi chú nào như vậy"))
        head = QWidget()
        column = Column(head, (12, 4, 12, 8), 8)
        column.addWidget(self.words)
        column.addWidget(self.kind)
        whole = Column(self)
        whole.addWidget(head)
        whole.addWidget(Line())
        whole.addWidget(self.rows, 1)
        whole.addWidget(self._none, 1)
        self.words.changed.connect(lambda _: self._fill())
        self.kind.currentIndexChanged.connect(lambda _: self._fill())
        self.rows.chosen.connect(self._open)
        self._fill()

    def set_view(self, view: MeetingView | None) -> None:
        """The meeting, or none: then nothing of it stays."""
        self._view = view
        if view is None:
            self.words.set_text("")
            self.kind.setCurrentIndex(0)
        if view is None or not self.isHidden():
            self._fill()

    def setVisible(self, visible: bool) -> None:
        super().setVisible(visible)
        if visible:
            self._fill()

    def _fill(self) -> None:
        items = () if self._view is None else self._view.items
        documents = [document for item in items for document in item.documents]
        versions = {document.id: document.sha256 for document in documents}
        marks = () if self._view is None else self._view.marks
        which = list(self._kinds)[self.kind.currentIndex()]
        chosen = [
            on_version(mark, versions.get(mark.document, mark.sha256))[0]
            for mark in choose(marks, which, self.words.text)
        ]
        names = {document.id: plain_line(document.name) for document in documents}
        self.model.set_marks(chosen, names)
        self.rows.setVisible(bool(chosen))
        self._none.setVisible(not chosen)

    def _open(self, index: QModelIndex) -> None:
        mark = self.model.marks[index.row()]
        self.opened.emit(mark.document, mark.id)
