"""The pane of notes beside a document: the list, and below it what can be done with the one chosen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from reader.core.views import DocumentView, MarkView
from reader.ui.lists import RowList
from reader.ui.marks.all_notes import AllNotes
from reader.ui.marks.draft import NoteDraft
from reader.ui.marks.note_editor import NoteEditor
from reader.ui.marks.notes_list import NotesDelegate, NotesModel
from reader.ui.marks.notes_menu import NotesMenu
from reader.ui.marks.placing import Placing
from reader.ui.marks.thread import ThreadPane
from reader.ui.theme import Colour
from reader.ui.widgets import Button, Column, Line, Panel, Row
from reader.ui.widgets.empty import Empty
from reader.ui.widgets.shrinking import Shrinking
from reader.ui.widgets.tabs import Segments
from sync.model.annotation import Quote, Rect
from sync.model.ids import MarkId

_LOW = 420
"""Design pixels of height."""


class NotesPane(Panel):
    """Give it all marks of the document shown; a note being written stays whatever is set meanwhile."""

    markActivated = Signal(str)
    """MarkId of the row chosen: go there."""
    noteSaved = Signal(object)
    """NoteDraft; ``mark`` None is a new note."""
    noteCancelled = Signal(object)
    """NoteDraft left unsaved though it has a text that was not saved: offer it back."""
    draftChanged = Signal(object)
    """NoteDraft, within a second of every change."""
    deleteRequested = Signal(str)
    """MarkId."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, 0, Colour.PAPER, parent)
        self._page = 0
        self._document: DocumentView | None = None
        self._has_document = False
        self._model = NotesModel(self)
        self._list = _NotesView(self.tr("Ghi chú của tài liệu này"))
        self._list.setModel(self._model)
        self._list.setItemDelegate(NotesDelegate(self._list))
        self._list.chosen.connect(self._on_chosen)
        self._list.opened.connect(self._edit_row)
        self._list.removed.connect(self._remove_row)
        self._list.selectionModel().currentRowChanged.connect(lambda _new, _old: self._offer())
        self._empty = Empty(
            "note-pencil",
            self.tr("Chưa có ghi chú"),
            self.tr("Chọn chữ trên trang rồi bấm Ghi chú, hoặc viết cho cả trang."),
        )
        self._editor = NoteEditor()
        self._editor.saved.connect(self._on_saved)
        self._editor.cancelled.connect(self._on_cancelled)
        self._editor.deleteRequested.connect(self._on_delete)
        self._editor.draftChanged.connect(lambda _text: self.draftChanged.emit(self._editor.draft))
        self._editor_line = Line()
        self._editor_area = Shrinking(self._editor)
        self._change = Button(self.tr("Sửa"), icon="pencil-simple")
        self._change.clicked.connect(lambda _checked=False: self._edit_row(self._list.currentIndex()))
        self._remove = Button(self.tr("Xóa"), icon="trash")
        self._remove.clicked.connect(lambda _checked=False: self._remove_row(self._list.currentIndex()))
        self._write = Button("", icon="plus")
        self._write.clicked.connect(lambda _checked=False: self.begin_note(self._page, (), None))
        self.placing = Placing(self)
        self.placing.chosen.connect(self._on_placing)
        self._acts = QWidget()
        acts = Row(self._acts, 0, 8)
        acts.addWidget(self._change, 1)
        acts.addWidget(self._remove, 1)
        self._foot = QWidget()
        foot = Column(self._foot, (16, 12, 12, 12), 8)
        foot.addWidget(self.placing.strip)
        foot.addWidget(self._acts)
        self.menu = NotesMenu(self)
        last = Row(spacing=8)
        last.addWidget(self._write, 1)
        last.addWidget(self.menu.button())
        foot.addLayout(last)
        self._here = QWidget()
        here = Column(self._here)
        here.addWidget(self.placing.summary)
        here.addWidget(self._list, 1)
        here.addWidget(self._empty, 1)
        self.replies = ThreadPane()
        here.addWidget(self.replies, 1)
        self.all = AllNotes()
        self._scope = Segments(
            [self.tr("Tài liệu này"), self.tr("Cả kỳ họp")], stretch=True, name=self.tr("Ghi chú của")
        )
        self._scope.changed.connect(lambda _: self._offer())
        self._scopes = QWidget()
        scope = Row(self._scopes, (12, 10, 12, 8))
        scope.addWidget(self._scope)
        self.column.addWidget(self._scopes)
        self.column.addWidget(self._here, 1)
        self.column.addWidget(self.all, 1)
        self.column.addWidget(self._editor_line)
        self.column.addWidget(self._editor_area)
        self.column.addWidget(Line())
        self.column.addWidget(self._foot)
        self._editing(False)
        self.set_page(0, 0)
        self.set_marks(())

    @property
    def editor(self) -> NoteEditor:
        """Where a note is written."""
        return self._editor

    @property
    def writing(self) -> bool:
        """A note is being written."""
        return not self._editor_area.isHidden()

    @property
    def draft(self) -> NoteDraft | None:
        """The note being written, as it stands."""
        return self._editor.draft if self.writing else None

    def set_marks(self, marks: Sequence[MarkView]) -> None:
        """Show these; the row chosen stays chosen."""
        chosen = self.chosen
        self._model.set_marks(marks)
        self.placing.set_marks(self._model.marks)
        if chosen is not None and self.chosen != chosen:
            self.choose(chosen)
        self._list.setVisible(bool(marks))
        self._empty.setVisible(not marks)
        self._offer()

    def set_document(self, document: DocumentView | None) -> None:
        """The version that a new note is begun on; one being written stays on its own."""
        self._document = document

    def set_page(self, page: int, pages: int) -> None:
        """The page that a note without a place is for, from 0."""
        self._page = page
        self._has_document = pages > 0
        self._write.set_text(self.tr("Ghi chú cho trang {page}").format(page=page + 1))
        self._write.setEnabled(self._has_document)

    @property
    def chosen(self) -> MarkId | None:
        """The mark of the row chosen."""
        mark = self._mark(self._list.currentIndex())
        return None if mark is None else mark.id

    def choose(self, mark: MarkId | None) -> None:
        """Choose the row of a mark and bring it into sight."""
        row = None if mark is None else self._model.row_of(mark)
        if row is None:
            self._list.selectionModel().clear()
        else:
            index = self._model.index(row)
            self._list.setCurrentIndex(index)
            self._list.scrollTo(index)
        self._offer()

    def begin_note(self, page: int, rects: tuple[Rect, ...], quote: Quote | None) -> None:
        """Write a new note; what is being written is not thrown away for it."""
        if self._keeps_writing():
            return
        draft, shown = NoteDraft(page, rects, quote), self._document
        if shown is not None:
            draft = replace(draft, document=shown.id, sha256=shown.sha256)
        self._open(draft)

    def edit_note(self, mark: MarkView) -> None:
        """Change a note of one's own, or write one on a highlight."""
        if mark.mine and not self._keeps_writing():
            self._open(
                NoteDraft(
                    mark.page,
                    mark.rects,
                    mark.quote,
                    mark.id,
                    mark.text,
                    mark.audience,
                    mark.document,
                    mark.sha256,
                )
            )

    def resume(self, draft: NoteDraft, text: str) -> None:
        """Go on with a draft that was kept: ``draft`` as last saved, ``text`` as last written."""
        self._open(draft)
        self._editor.set_text(text)

    def put_away(self) -> None:
        """Nothing is being written any more; whoever calls keeps what was."""
        self._editing(False)
        self._editor.forget()

    def _keeps_writing(self) -> bool:
        if self.writing and self._editor.changed:
            self._editor.take_keyboard()
            return True
        return False

    def _open(self, draft: NoteDraft) -> None:
        self._editing(True)
        self._editor.edit(draft)

    def _editing(self, on: bool) -> None:
        self._editor_area.setVisible(on)
        self._editor_line.setVisible(on)
        self._foot.setVisible(not on)
        self.replies.set_away(on)

    def _offer(self) -> None:
        here = self._scope.chosen == 0
        self._here.setVisible(here)
        self.all.setVisible(not here)
        mark = self._mark(self._list.currentIndex()) if here else None
        mine = mark is not None and mark.mine and not self._list.isHidden()
        self.placing.set_mark(mark)
        self._acts.setVisible(mine and not self.placing.cares)
        self.replies.set_mark(mark if not self._list.isHidden() else None)
        self._make_room()
        if mark is not None:
            self._change.set_text(self.tr("Sửa") if mark.text else self.tr("Ghi chú"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        """On a low screen a thread has the place of what else can be done."""
        roomy = self.replies.isHidden() or self.height() >= self.px(_LOW)
        self._scopes.setVisible(roomy)
        self._write.setVisible(roomy and not self.placing.cares)
        offers = roomy or self.placing.cares or not self._acts.isHidden()
        self._foot.setVisible(offers and not self.writing)

    def _mark(self, index: QModelIndex) -> MarkView | None:
        return self._model.marks[index.row()] if index.isValid() else None

    def _on_chosen(self, index: QModelIndex) -> None:
        mark = self._mark(index)
        if mark is not None:
            self.markActivated.emit(mark.id)

    def _on_placing(self, mark: str) -> None:
        self.choose(MarkId(mark))
        self.markActivated.emit(mark)

    def _edit_row(self, index: QModelIndex) -> None:
        mark = self._mark(index)
        if mark is not None:
            self.edit_note(mark)

    def _remove_row(self, index: QModelIndex) -> None:
        mark = self._mark(index)
        if mark is not None and mark.mine:
            self.deleteRequested.emit(mark.id)

    def _on_saved(self, draft: NoteDraft) -> None:
        self._editing(False)
        self._write.setFocus(Qt.FocusReason.OtherFocusReason)
        self.noteSaved.emit(draft)

    def _on_cancelled(self, draft: NoteDraft) -> None:
        unsaved = self._editor.changed and bool(draft.text)
        self._editing(False)
        self._write.setFocus(Qt.FocusReason.OtherFocusReason)
        if unsaved:
            self.noteCancelled.emit(draft)

    def _on_delete(self, mark: str) -> None:
        self._editing(False)
        self.deleteRequested.emit(mark)


class _NotesView(RowList):
    """F2 opens a row, Delete removes it."""

    opened = Signal(QModelIndex)
    removed = Signal(QModelIndex)

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.doubleClicked.connect(self.opened)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self.removed.emit(self.currentIndex())
        elif event.key() == Qt.Key.Key_F2:
            self.opened.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)
