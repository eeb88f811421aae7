"""Marking one document: highlights, notes and their drafts, undoing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from reader.core import annotating, carrying
from reader.core.book import Book
from reader.core.undoing import Act, rewrite, undo_change, undo_drop, undo_put
from reader.core.views import DocumentView, MarkView, on_version, place_on
from reader.ui import clipboard
from reader.ui.marks.draft import NoteDraft
from reader.ui.marks.notes_pane import NotesPane
from reader.ui.marks.placing import ON_WORDS
from reader.ui.marks.wanted import Wanted
from reader.ui.page.document_pane import DocumentPane
from reader.ui.tasks import Asker
from reader.ui.widgets import Dialog
from reader.ui.widgets.toast import Toast
from sync.model.annotation import PEN_WIDTH, Audience, Colour, MarkKind, Quote, Rect, Stroke
from sync.model.ids import DocumentId, MarkId, MeetingId

_DRAFT = "draft"


class Marking(QObject):
    """Writes marks on the version of a document that is on the screen."""

    acted = Signal()
    """A mark was written: show it and send it."""
    failed = Signal(object)
    """SohopError: it was not."""
    known = Signal()
    """The person has seen where marks moved to."""
    oldWanted = Signal(str, str)
    """Digest of a version of this document, and MarkId of a mark that was made on it."""

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
        """All marks of the meeting: those of this document, as the version that is shown has them."""
        document = self._document
        self._marks = marks
        if document is None:
            self._notes.set_marks(())
            return
        shown = [on_version(mark, document.sha256) for mark in marks if mark.document == document.id]
        self._notes.set_marks([pieces[0] for pieces in shown])
        self._notes.set_page(self._pane.view.page, document.pages)
        self._pane.set_marks([piece for pieces in shown for piece in pieces])

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
        notes.placing.seen.connect(self._see)
        notes.placing.accepted.connect(self._accept)
        notes.placing.placed.connect(self._place_by_hand)
        notes.placing.oldWanted.connect(self._show_old)

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
        if old is not None:  # words change, the place stays the one it was made in
            sha256, draft = old.sha256, replace(draft, page=old.page, rects=old.rects, quote=old.quote)

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

    def _see(self, marks: tuple[MarkView, ...]) -> None:
        document = self._document
        made = [mark for mark in self._marks if mark.id in {one.id for one in marks}]
        if document is not None:
            self._books.ask(
                lambda book: carrying.see(book, made, document.sha256),
                lambda _: self.known.emit(),
                self.failed.emit,
            )

    def _accept(self, mark: str) -> None:
        found, document = self._mark(MarkId(mark)), self._document
        place = None if found is None or document is None else place_on(found, document.sha256)
        if place is not None and place.pieces:
            piece = place.pieces[0]
            self._place(MarkId(mark), piece.page, piece.rects, place.quote, piece.strokes)

    def _place_by_hand(self, mark: str) -> None:
        """Where words are selected; what does not lie on words may go to the same spot of the page shown."""
        found, picked = self._mark(MarkId(mark)), self._pane.view.picked()
        if found is None:
            return
        if picked and not found.strokes and found.kind is not MarkKind.TEXT:
            self._pane.view.clear_selection()
            self._place(found.id, picked[0].page, picked[0].rects, picked[0].quote, ())
        elif found.kind in ON_WORDS:
            self._notes.placing.needs_selection()
        else:
            self._place(found.id, self._pane.view.page, found.rects, None, found.strokes)

    def _place(
        self,
        mark: MarkId,
        page: int,
        rects: tuple[Rect, ...],
        quote: Quote | None,
        strokes: tuple[Stroke, ...],
    ) -> None:
        document, old = self._document, self._mark(mark)
        if document is None or old is None or not old.mine:
            return

        def write(book: Book) -> Act:
            annotating.place(
                book,
                document.meeting,
                mark,
                sha256=document.sha256,
                page=page,
                rects=rects,
                quote=quote,
                strokes=strokes,
            )
            return undo_change(old)

        self._do(document.id, write)

    def _show_old(self, mark: str) -> None:
        found = self._mark(MarkId(mark))
        if found is not None:
            self.oldWanted.emit(found.sha256, found.id)

    def _ask_to_share(self, mark: str) -> None:
        found = self._mark(MarkId(mark))
        if found is None or not found.mine:
            return
        dialog = Dialog(
            self.tr("Gửi thư ký"),
            self._pane.window(),
            text=self.tr("Thư ký sẽ đọc được đoạn đánh dấu và ghi chú ở trang {page}.").format(
                page=found.page + 1
            ),
            safe=self.tr("Quay lại"),
            action=self.tr("Gửi thư ký"),
        )
        dialog.accepted.connect(
            lambda: self._do(found.document, lambda book: rewrite(book, found, Audience.SECRETARY))
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
