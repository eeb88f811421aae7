"""Reading and marking one document: the middle and the right pane of a meeting."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from reader.core import annotating, library
from reader.core.book import Book
from reader.core.undoing import Act, rewrite, undo_change, undo_drop, undo_put
from reader.core.views import DocumentView, MarkView, MeetingView, Place
from reader.pdf import PdfClient, PdfErrorCode
from reader.store.documents import DocumentBytes
from reader.ui.marks.draft import NoteDraft
from reader.ui.marks.notes_pane import NotesPane
from reader.ui.page.document_pane import DocumentPane
from reader.ui.page.source import Opening, PageSource
from reader.ui.problems import sentence
from reader.ui.tasks import Asker
from reader.ui.theme import Tone
from reader.ui.widgets import Dialog, Toast
from sync.errors import Code, SohopError
from sync.model.annotation import Audience, Colour, MarkKind, Quote, Rect
from sync.model.ids import Digest, DocumentId, MarkId

_PLACE_MS = 800
"""A place is written down when the person has rested there so long."""
_DRAFT = "draft"


class Reading(QObject):
    """Opens documents, keeps places, writes marks. Signals: ``wanted`` asks the line for a document first."""

    wanted = Signal(object)
    """DocumentId, or None when nothing special is wanted any more."""
    opened = Signal(str)
    """DocumentId now shown."""
    acted = Signal()
    """A mark was written: show it and send it."""

    def __init__(self, books: Asker, pdf: PdfClient) -> None:
        super().__init__()
        self._books = books
        self._pdf = pdf
        self._view: MeetingView | None = None
        self._document: DocumentView | None = None
        self._opening: Opening | None = None
        self._shown: Digest | None = None
        self._done: list[Act] = []
        self._undone: list[Act] = []
        self.pane = DocumentPane()
        self.notes = NotesPane()
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_PLACE_MS)
        self._rest.timeout.connect(self.save_place)
        self._connect()

    @property
    def document(self) -> DocumentView | None:
        """The document shown, or being opened."""
        return self._document

    @property
    def shown(self) -> Digest | None:
        """The bytes whose pages are on the screen."""
        return self._shown

    def set_view(self, view: MeetingView) -> None:
        """The meeting has changed: marks, versions, what has arrived. The page shown stays where it is."""
        self._view = view
        if self._document is None:
            return
        now = view.document(self._document.id)
        if now is None:
            self._close()
            return
        before, self._document = self._document, now
        if now.sha256 != before.sha256 and now.complete:
            self.save_place()
            self._open_bytes(now, self.pane.view.place())
        elif self._shown is None and self._opening is None:
            self._show_state(now)
        self._show_marks()

    def open_first(self, wanted: DocumentId | None) -> None:
        """Show ``wanted``, else what is shown already, else the first document of the agenda."""
        view = self._view
        if view is None:
            return
        if wanted is None:
            if self._document is not None:
                return
            first = [d for item in view.items for d in item.documents]
            wanted = first[0].id if first else None
        if wanted is not None:
            self.open(wanted)

    def open(self, document: DocumentId | str) -> None:
        """Show a document at the place where this person left it."""
        view = self._view
        found = view.document(DocumentId(document)) if view is not None else None
        if found is None:
            return
        if self._document is not None and found.id == self._document.id and self._shown is not None:
            self.opened.emit(found.id)
            return
        self.save_place()
        self._document = found
        self._done.clear()
        self._undone.clear()
        self._tell_undo()
        self.opened.emit(found.id)
        self._show_state(found)
        self._show_marks()
        self._books.ask(lambda book: library.opened_document(book, found))

    def save_place(self) -> None:
        """Write down where the person is."""
        self._rest.stop()
        document = self._document
        if document is None or self._shown is None:
            return
        where: Place = self.pane.view.place()
        self._books.ask(lambda book: library.put_place(book, document.meeting, document.id, where))

    def leave(self, *, gone: bool = False) -> None:
        """Nothing of a document stays on the screen or in the child; ``gone``: nor a place on the disk."""
        if not gone:
            self.save_place()
        self._rest.stop()
        self._close()
        self._view = None
        self.notes.set_marks(())

    # --- documents ----------------------------------------------------------------------------------------

    def _show_state(self, document: DocumentView) -> None:
        """Open it, or say how much of it is here."""
        if document.complete:
            self.wanted.emit(None)
            if self._shown is None or self._shown != document.sha256:
                self._books.ask(
                    lambda book: library.place(book, document.meeting, document.id),
                    lambda place: self._open_bytes(document, place),
                )
            return
        self._drop_source()
        self.pane.set_waiting(document)
        self.wanted.emit(document.id)

    def _open_bytes(self, document: DocumentView, place: Place | None) -> None:
        if self._document is None or self._document.sha256 != document.sha256:
            return
        self._books.ask(
            lambda book: book.vault.documents.source(document.sha256),
            lambda data: self._open_in_child(document, data, place),
            lambda error: self._failed(document, error),
        )

    def _open_in_child(self, document: DocumentView, data: DocumentBytes, place: Place | None) -> None:
        if self._document is None or self._document.sha256 != document.sha256:
            return
        if self._opening is not None:
            self._opening.cancel()
        opening = self._opening = Opening(self._pdf, data)
        opening.opened.connect(lambda source: self._show(document, source, place))
        opening.failed.connect(lambda error: self._failed(document, error))

    def _show(self, document: DocumentView, source: PageSource, place: Place | None) -> None:
        self._opening = None
        self._shown = document.sha256
        self.pane.set_document(document, source, place)
        self._show_marks()
        if not self.notes.writing:
            self._resume_draft(document)

    def _failed(self, document: DocumentView, error: object) -> None:
        self._opening = None
        if self._document is None or self._document.sha256 != document.sha256:
            return
        self._drop_source()
        if isinstance(error, SohopError):
            if error.code is Code.WRONG_DIGEST:
                self._books.ask(lambda book: book.vault.documents.damaged(document.sha256))
                self.wanted.emit(document.id)
            self.pane.set_waiting(document)
            self.pane.notice(Tone.WAIT, sentence(error))
        elif isinstance(error, PdfErrorCode):
            self.pane.set_failed(document, error)

    def _drop_source(self) -> None:
        if self._opening is not None:
            self._opening.cancel()
            self._opening = None
        self._shown = None

    def _close(self) -> None:
        self._drop_source()
        self.pane.clear()
        self._document = None

    # --- marks --------------------------------------------------------------------------------------------

    def _connect(self) -> None:
        pane, notes = self.pane, self.notes
        pane.placeChanged.connect(lambda _: self._rest.start())
        pane.pageChanged.connect(notes.set_page)
        pane.copyRequested.connect(_copy)
        pane.highlightRequested.connect(self._highlight)
        pane.noteRequested.connect(notes.begin_note)
        pane.markActivated.connect(lambda mark: notes.choose(MarkId(mark) if mark else None))
        pane.undoRequested.connect(self.undo)
        pane.redoRequested.connect(self.redo)
        pane.deleteRequested.connect(self._delete)
        pane.shareRequested.connect(self._ask_to_share)
        pane.noteEditRequested.connect(self._note_on)
        notes.markActivated.connect(self._go_to_mark)
        notes.noteSaved.connect(self._save_note)
        notes.noteCancelled.connect(lambda _: self._keep_draft(None))
        notes.draftChanged.connect(self._keep_draft)
        notes.deleteRequested.connect(self._delete)

    def undo(self) -> None:
        """Undo the last mark, change or deletion in this document."""
        self._turn(self._done, self._undone)

    def redo(self) -> None:
        """Do again what was undone."""
        self._turn(self._undone, self._done)

    def _turn(self, source: list[Act], target: list[Act]) -> None:
        if not source:
            return
        act = source.pop()

        def turned(reverse: Act) -> None:
            target.append(reverse)
            self._tell_undo()
            self.acted.emit()

        self._books.ask(act.back, turned, self._problem)

    def _highlight(self, page: int, rects: tuple[Rect, ...], quote: Quote | None, colour: Colour) -> None:
        document = self._document
        if document is None:
            return
        self._do(
            lambda book: undo_put(
                document.meeting,
                annotating.put(
                    book,
                    document.meeting,
                    document=document.id,
                    sha256=document.sha256,
                    page=page,
                    kind=MarkKind.HIGHLIGHT,
                    rects=rects,
                    quote=quote,
                    colour=colour,
                ),
            )
        )

    def _save_note(self, draft: NoteDraft) -> None:
        document = self._document
        if document is None:
            return
        old = self._mark(draft.mark) if draft.mark is not None else None
        kind = old.kind if old is not None else MarkKind.NOTE

        def write(book: Book) -> Act:
            mark = annotating.put(
                book,
                document.meeting,
                document=document.id,
                sha256=document.sha256,
                page=draft.page,
                kind=kind,
                rects=draft.rects,
                quote=draft.quote,
                colour=old.colour if old is not None else Colour.YELLOW,
                text=draft.text,
                audience=draft.audience,
                mark=draft.mark,
            )
            book.vault.settings.put(f"{_DRAFT}/{document.id}", [])
            return undo_put(document.meeting, mark) if old is None else undo_change(old)

        self._do(write)

    def _delete(self, mark: str) -> None:
        found = self._mark(MarkId(mark))
        if found is None or not found.mine:
            return

        def drop(book: Book) -> Act:
            return undo_drop(found.meeting, annotating.drop(book, found.meeting, found.id))

        self._do(drop, self._offer_undo)

    def _ask_to_share(self, mark: str) -> None:
        found = self._mark(MarkId(mark))
        if found is None or not found.mine:
            return
        dialog = Dialog(
            self.tr("Gửi thư ký"),
            self.pane.window(),
            text=self.tr("Thư ký sẽ đọc được đoạn đánh dấu và ghi chú ở trang {page}.").format(
                page=found.page + 1
            ),
            safe=self.tr("Quay lại"),
            action=self.tr("Gửi thư ký"),
        )
        dialog.accepted.connect(lambda: self._do(lambda book: rewrite(book, found, Audience.SECRETARY)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _note_on(self, mark: str) -> None:
        found = self._mark(MarkId(mark))
        if found is not None:
            self.notes.edit_note(found)

    def _do(self, act: Callable[[Book], Act], after: Callable[[], None] | None = None) -> None:
        def done(reverse: Act) -> None:
            self._done.append(reverse)
            self._undone.clear()
            self._tell_undo()
            self.acted.emit()
            if after is not None:
                after()

        self._books.ask(act, done, self._problem)

    def _offer_undo(self) -> None:
        toast = Toast(self.tr("Đã xóa ghi chú"), self.pane)
        toast.undone.connect(self.undo)
        toast.gone.connect(toast.deleteLater)
        toast.pop()

    def _keep_draft(self, draft: NoteDraft | None) -> None:
        """Typed text is never older than a second on the disk."""
        document = self._document
        if document is None:
            return
        kept = [draft] if draft is not None and draft.text else []
        self._books.ask(
            lambda book: book.vault.settings.put(f"{_DRAFT}/{document.id}", kept), None, self._problem
        )

    def _resume_draft(self, document: DocumentView) -> None:
        """Go on with a note that was being written when the program ended."""

        def resume(kept: list[NoteDraft]) -> None:
            if kept and self._document is not None and self._document.id == document.id:
                self.notes.resume(kept[0], kept[0].text)

        self._books.ask(
            lambda book: book.vault.settings.get(f"{_DRAFT}/{document.id}", list[NoteDraft], []), resume
        )

    def _problem(self, error: SohopError) -> None:
        self.pane.notice(Tone.BAD, sentence(error))

    def _tell_undo(self) -> None:
        self.pane.set_undo(can_undo=bool(self._done), can_redo=bool(self._undone))

    def _show_marks(self) -> None:
        document, view = self._document, self._view
        if document is None or view is None:
            self.notes.set_marks(())
            return
        marks = tuple(mark for mark in view.marks if mark.document == document.id)
        self.notes.set_marks(marks)
        self.notes.set_page(self.pane.view.page, document.pages)
        self.pane.set_marks(marks)

    def _go_to_mark(self, mark: str) -> None:
        found = self._mark(MarkId(mark))
        if found is not None:
            self.pane.choose_mark(found.id)

    def _mark(self, mark: MarkId | None) -> MarkView | None:
        if self._view is None:
            return None
        return next((one for one in self._view.marks if one.id == mark), None)


def _copy(text: str) -> None:
    QGuiApplication.clipboard().setText(text)
