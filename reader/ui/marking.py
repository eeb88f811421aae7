"""Marking one document: highlights, notes and their drafts."""

from __future__ import annotations

from dataclasses import replace

import msgspec
from PySide6.QtCore import QObject, Signal

from reader.core.annotating import mark_of
from reader.core.views import DocumentView, MarkView, on_version
from reader.ui import clipboard
from reader.ui.marks.acts import MarkActs
from reader.ui.marks.carried import Carried
from reader.ui.marks.draft import NoteDraft
from reader.ui.marks.notes_pane import NotesPane
from reader.ui.marks.share_dialog import ShareDialog
from reader.ui.marks.texts import Texts
from reader.ui.marks.wanted import MarkAct, Wanted
from reader.ui.page import text_marks
from reader.ui.page.document_pane import DocumentPane
from reader.ui.tasks import Asker
from sync.model.annotation import Mark, MarkKind
from sync.model.ids import MarkId, MeetingId, new_id

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
        self.acts = MarkActs(books, pane)
        self.texts = Texts(books, pane.view, self.acts, self._mark)
        self.acts.acted.connect(self.acted)
        self.acts.failed.connect(self.failed)
        self.carried = Carried(books, self.acts, pane.view, notes.placing)
        self.carried.failed.connect(self.failed)
        self._connect()

    def set_document(self, document: DocumentView | None) -> None:
        """The version on the screen, or waited for, or None."""
        self._document = document
        if document is not None:
            self._meeting = document.meeting
        self._notes.set_document(document)
        self.acts.set_document(document)
        self.texts.set_document(document)

    def set_marks(self, marks: tuple[MarkView, ...]) -> None:
        """All marks of the meeting: those of this document, as the version that is shown has them."""
        document = self._document
        self._marks = marks
        self.carried.set(document, marks)
        if document is None:
            self._notes.set_marks(())
            return
        shown = [on_version(mark, document.sha256) for mark in marks if mark.document == document.id]
        self._notes.set_marks([pieces[0] for pieces in shown])
        self._notes.set_page(self._pane.view.page, document.pages)
        self._pane.set_marks([piece for pieces in shown for piece in pieces])
        if (turned := self.acts.turned_to()) is not None:
            self._pane.marks.show_page_of(turned)

    def leave(self) -> None:
        """The meeting is left: what is being written is kept and comes back with its document."""
        draft = self._notes.draft
        if draft is not None and self._notes.editor.changed:
            self._keep_draft(draft)
        self._pane.view.end_writing()
        self._notes.put_away()
        self.set_document(None)
        self.set_marks(())

    def resume(self, document: DocumentView) -> None:
        """Go on with a note that was being written when the program ended."""
        self.texts.resume(document)
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

    def _connect(self) -> None:
        pane, notes = self._pane, self._notes
        pane.pageChanged.connect(notes.set_page)
        pane.copyRequested.connect(clipboard.copy)
        pane.markRequested.connect(lambda made: self._act(MarkAct(made=made)))
        pane.noteRequested.connect(notes.begin_note)
        pane.markActivated.connect(lambda mark: notes.choose(MarkId(mark) if mark else None))
        pane.deleteRequested.connect(self._delete)
        pane.marks.changed.connect(self._change)
        pane.marks.acted.connect(self._act)
        pane.bookmarks.acted.connect(self._act)
        self.acts.failed.connect(lambda _error: pane.view.show_as_kept())
        pane.shareRequested.connect(self._ask_to_share)
        pane.noteEditRequested.connect(self._note_on)
        notes.markActivated.connect(self._go_to_mark)
        notes.noteSaved.connect(self._save_note)
        notes.noteCancelled.connect(lambda draft: self._keep_draft(replace(draft, text="")))
        notes.draftChanged.connect(self._keep_draft)
        notes.deleteRequested.connect(self._delete)

    def _act(self, act: MarkAct) -> None:
        document = self._document
        if document is not None:
            puts = [
                *(self._changed(mark) for mark in act.changed),
                *(_made(document, one) for one in act.made),
            ]
            written = any(mark.text for mark in map(self._mark, act.gone) if mark is not None)
            said = self.tr("Đã tẩy đánh dấu có chữ")
            then = (lambda: self.acts.offer_undo(said)) if written else None
            self.acts.do(document.meeting, document.id, puts, act.gone, then=then)

    def _save_note(self, draft: NoteDraft) -> None:
        """On the version it was begun on, whatever is on the screen by now."""
        meeting, document, sha256 = self._meeting, draft.document, draft.sha256
        if meeting is None or document is None or sha256 is None:
            raise AssertionError("a note is begun on a document")
        old = self._mark(draft.mark) if draft.mark is not None else None
        mark = (
            mark_of(old)
            if old is not None
            else Mark(
                id=MarkId(new_id("m")),
                document=document,
                sha256=sha256,
                page=draft.page,
                kind=MarkKind.NOTE,
                rects=draft.rects,
                quote=draft.quote,
            )
        )
        mark = msgspec.structs.replace(mark, text=draft.text, audience=draft.audience)
        key = f"{_DRAFT}/{document}"
        if mark.kind is MarkKind.TEXT:
            mark = text_marks.fitted(mark)
        nothing = mark.kind is MarkKind.TEXT and not mark.text  # it would stand on the page unseen
        puts, drops = ([], [mark.id]) if nothing else ([mark], [])
        self.acts.do(meeting, document, puts, drops, also=lambda book: book.vault.settings.put(key, []))

    def _change(self, mark: MarkView) -> None:
        self.acts.do(mark.meeting, mark.document, [self._changed(mark)])

    def _changed(self, mark: MarkView) -> Mark:
        """A mark as it was changed on the page. Made on another version it keeps its place there, unless it
        was moved: then its place is the one given to it here."""
        old, document = self._mark(mark.id), self._document
        if old is None or document is None or old.sha256 == document.sha256:
            return mark_of(mark)
        place = mark.page, mark.rects, mark.strokes
        if any(
            place == (piece.page, piece.rects, piece.strokes) for piece in on_version(old, document.sha256)
        ):
            return mark_of(replace(mark, page=old.page, rects=old.rects, strokes=old.strokes))
        return mark_of(replace(mark, sha256=document.sha256))

    def _delete(self, mark: str) -> None:
        found = self._mark(MarkId(mark))
        if found is not None and found.mine:
            said = self.tr("Đã xóa ghi chú") if found.kind is MarkKind.NOTE else self.tr("Đã xóa đánh dấu")
            self.acts.do(
                found.meeting, found.document, drops=[found.id], then=lambda: self.acts.offer_undo(said)
            )

    def _ask_to_share(self, mark: str) -> None:
        found = self._mark(MarkId(mark))
        if found is None or not found.mine:
            return
        dialog = ShareDialog(found, self._pane.window())
        dialog.chosen.connect(lambda audience: self.acts.share(found.meeting, mark_of(found), audience))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _note_on(self, mark: str) -> None:
        found = self._mark(MarkId(mark))
        if found is not None and found.kind is MarkKind.TEXT:
            self._pane.view.write_on(found)
        elif found is not None:
            self._notes.edit_note(found)

    def _keep_draft(self, draft: NoteDraft) -> None:
        """Typed text is never older than a second on the disk."""
        document = draft.document
        kept = [draft] if draft.text else []
        self._books.ask(
            lambda book: book.vault.settings.put(f"{_DRAFT}/{document}", kept), None, self.failed.emit
        )

    def _go_to_mark(self, mark: str) -> None:
        found = self._mark(MarkId(mark))
        if found is not None:
            self._pane.choose_mark(found.id)

    def _mark(self, mark: MarkId | None) -> MarkView | None:
        return next((one for one in self._marks if one.id == mark), None)


def _made(document: DocumentView, wanted: Wanted) -> Mark:
    return Mark(
        id=MarkId(new_id("m")),
        document=document.id,
        sha256=document.sha256,
        page=wanted.page,
        kind=wanted.kind,
        rects=wanted.rects,
        quote=wanted.quote,
        strokes=wanted.strokes,
        width=wanted.width,
        colour=wanted.colour,
    )
