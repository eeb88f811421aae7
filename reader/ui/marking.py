"""Marking one document: highlights, notes and their drafts, undoing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from reader.core import annotating
from reader.core.book import Book
from reader.core.undoing import Act, rewrite, undo_change, undo_drop, undo_put
from reader.core.views import DocumentView, MarkView
from reader.ui import clipboard
from reader.ui.marks.draft import NoteDraft
from reader.ui.marks.notes_pane import NotesPane
from reader.ui.marks.share_dialog import ShareDialog
from reader.ui.marks.wanted import Wanted
from reader.ui.page.document_pane import DocumentPane
from reader.ui.tasks import Asker
from reader.ui.widgets.toast import Toast
from sync.model.annotation import PEN_WIDTH, Colour, MarkKind
from sync.model.ids import DocumentId, MarkId, MeetingId

_DRAFT = "draft"


class Marking(QObject):
    """Writes marks on the version of a document that is on the screen."""

    acted = Signal()
    """A mark was written: show it and send it."""
    failed = Signal(object)
    """SohopError: it was not."""

    def __init__(self, books: Asker, pane: DocumentPane, notes: NotesPane) -> None:
        super().__init__()
        self._books = books
        self._pane = pane
        self._notes = notes
        self._meeting: MeetingId | None = None
        self._document: DocumentView | None = None
        self._marks: tuple[MarkView, ...] = ()
        self._done: list[Act] = []
        self._undone: list[Act] = []
        self._toast: Toast | None = None
        self._connect()

    def set_document(self, document: DocumentView | None) -> None:
        """The version on the screen, or waited for, or None."""
        before, self._document = self._document, document
        if document is not None:
            self._meeting = document.meeting
        self._notes.set_document(document)
        if before is None or document is None or before.id != document.id:
            self._done.clear()
            self._undone.clear()
            self._tell_undo()

    def set_marks(self, marks: tuple[MarkView, ...]) -> None:
        """All marks of the meeting. Those made on the version that is shown have a place on its pages."""
        document = self._document
        self._marks = marks
        if document is None:
            self._notes.set_marks(())
            return
        shown = tuple(
            replace(mark, current=mark.sha256 == document.sha256)
            for mark in marks
            if mark.document == document.id
        )
        self._notes.set_marks(shown)
        self._notes.set_page(self._pane.view.page, document.pages)
        self._pane.set_marks(shown)

    def leave(self) -> None:
        """The meeting is left: what is being written is kept and comes back with its document."""
        draft = self._notes.draft
        if draft is not None and self._notes.editor.changed:
            self._keep_draft(draft)
        self._notes.put_away()
        self.set_document(None)
        self.set_marks(())

    def resume(self, document: DocumentView) -> None:
        """Go on with a note that was being written when the program ended."""
        if self._notes.writing:
            return

        def told(kept: list[NoteDraft]) -> None:
            if kept and self._document is not None and self._document.id == document.id:
                found = kept[0]
                draft = replace(found, document=document.id, sha256=found.sha256 or document.sha256)
                self._notes.resume(draft, draft.text)

        self._books.ask(
            lambda book: book.vault.settings.get(f"{_DRAFT}/{document.id}", list[NoteDraft], []), told
        )

    def undo(self) -> None:
        """Undo the last mark, change or deletion in this document."""
        self._turn(self._done, self._undone)

    def redo(self) -> None:
        """Do again what was undone."""
        self._turn(self._undone, self._done)

    def _turn(self, source: list[Act], target: list[Act]) -> None:
        if not source:
            return
        act, document = source.pop(), self._shown

        def turned(reverse: Act) -> None:
            if document == self._shown:
                target.append(reverse)
                self._tell_undo()
            self.acted.emit()

        self._books.ask(act.back, turned, self.failed.emit)

    def _connect(self) -> None:
        pane, notes = self._pane, self._notes
        pane.pageChanged.connect(notes.set_page)
        pane.copyRequested.connect(clipboard.copy)
        pane.markRequested.connect(self._put_mark)
        pane.noteRequested.connect(notes.begin_note)
        pane.markActivated.connect(lambda mark: notes.choose(MarkId(mark) if mark else None))
        pane.undoRequested.connect(self.undo)
        pane.redoRequested.connect(self.redo)
        pane.deleteRequested.connect(self._delete)
        pane.shareRequested.connect(self._ask_to_share)
        pane.noteEditRequested.connect(self._note_on)
        notes.markActivated.connect(self._go_to_mark)
        notes.noteSaved.connect(self._save_note)
        notes.noteCancelled.connect(lambda draft: self._keep_draft(replace(draft, text="")))
        notes.draftChanged.connect(self._keep_draft)
        notes.deleteRequested.connect(self._delete)

    def _put_mark(self, wanted: Wanted) -> None:
        document = self._document
        if document is None:
            return
        self._do(
            document.id,
            lambda book: undo_put(
                document.meeting,
                annotating.put(
                    book,
                    document.meeting,
                    document=document.id,
                    sha256=document.sha256,
                    page=wanted.page,
                    kind=wanted.kind,
                    rects=wanted.rects,
                    quote=wanted.quote,
                    strokes=wanted.strokes,
                    width=wanted.width,
                    colour=wanted.colour,
                ),
            ),
        )

    def _save_note(self, draft: NoteDraft) -> None:
        """On the version it was begun on, whatever is on the screen by now."""
        meeting, document, sha256 = self._meeting, draft.document, draft.sha256
        if meeting is None or document is None or sha256 is None:
            raise AssertionError("a note is begun on a document")
        old = self._mark(draft.mark) if draft.mark is not None else None
        kind = old.kind if old is not None else MarkKind.NOTE

        def write(book: Book) -> Act:
            mark = annotating.put(
                book,
                meeting,
                document=document,
                sha256=sha256,
                page=draft.page,
                kind=kind,
                rects=draft.rects,
                quote=draft.quote,
                strokes=old.strokes if old is not None else (),
                width=old.width if old is not None else PEN_WIDTH,
                colour=old.colour if old is not None else Colour.YELLOW,
                text=draft.text,
                audience=draft.audience,
                mark=draft.mark,
            )
            book.vault.settings.put(f"{_DRAFT}/{document}", [])
            return undo_put(meeting, mark) if old is None else undo_change(old)

        self._do(document, write)

    def _delete(self, mark: str) -> None:
        found = self._mark(MarkId(mark))
        if found is None or not found.mine:
            return

        def drop(book: Book) -> Act:
            return undo_drop(found.meeting, annotating.drop(book, found.meeting, found.id))

        self._do(found.document, drop, self._offer_undo)

    def _ask_to_share(self, mark: str) -> None:
        found = self._mark(MarkId(mark))
        if found is None or not found.mine:
            return
        dialog = ShareDialog(found, self._pane.window())
        dialog.chosen.connect(
            lambda audience: self._do(found.document, lambda book: rewrite(book, found, audience))
        )
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _note_on(self, mark: str) -> None:
        found = self._mark(MarkId(mark))
        if found is not None:
            self._notes.edit_note(found)

    def _do(
        self, document: DocumentId, act: Callable[[Book], Act], after: Callable[[], None] | None = None
    ) -> None:
        """Can be undone while that document is the one shown: nothing is undone out of sight."""

        def done(reverse: Act) -> None:
            shown = document == self._shown
            if shown:
                self._done.append(reverse)
                self._undone.clear()
                self._tell_undo()
            self.acted.emit()
            if shown and after is not None:
                after()

        self._books.ask(act, done, self.failed.emit)

    def _offer_undo(self) -> None:
        toast = self._toast = Toast(self.tr("Đã xóa ghi chú"), self._pane)
        toast.undone.connect(self.undo)
        toast.gone.connect(self._offer_gone)
        toast.pop()

    def _offer_gone(self) -> None:
        self._toast = None

    def _keep_draft(self, draft: NoteDraft) -> None:
        """Typed text is never older than a second on the disk."""
        document = draft.document
        kept = [draft] if draft.text else []
        self._books.ask(
            lambda book: book.vault.settings.put(f"{_DRAFT}/{document}", kept), None, self.failed.emit
        )

    def _tell_undo(self) -> None:
        """What would be undone is another thing now, or nothing: no offer made before holds any more."""
        if self._toast is not None:
            self._toast.leave()
        self._pane.set_undo(can_undo=bool(self._done), can_redo=bool(self._undone))

    def _go_to_mark(self, mark: str) -> None:
        found = self._mark(MarkId(mark))
        if found is not None:
            self._pane.choose_mark(found.id)

    @property
    def _shown(self) -> DocumentId | None:
        return None if self._document is None else self._document.id

    def _mark(self, mark: MarkId | None) -> MarkView | None:
        return next((one for one in self._marks if one.id == mark), None)
