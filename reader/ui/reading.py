"""Reading one document after another: which version is on the screen, and the place in it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from reader.core import library, remembering
from reader.core.versions import Spot
from reader.core.views import DocumentView, MeetingView, Place
from reader.pdf import PdfClient, PdfErrorCode
from reader.store.documents import DocumentBytes
from reader.ui.carrying import Carrying, CarryingView
from reader.ui.comparison import Comparisons, ComparisonView
from reader.ui.marking import Marking
from reader.ui.marks.notes_pane import NotesPane
from reader.ui.meeting.differences import comparison_text
from reader.ui.page.document_pane import DocumentPane
from reader.ui.page.source import Opening, PageSource
from reader.ui.problems import sentence
from reader.ui.seen import SeenPages
from reader.ui.tasks import Asker
from reader.ui.theme import Tone
from sync.errors import Code, SohopError
from sync.model.ids import Digest, DocumentId, MarkId

_PLACE_MS = 800
"""A place is written down when the person has rested there so long."""
_NEWER, _KNOWN, _CHANGES = "newer", "known", "changes"


class Reading(QObject):
    """Opens documents and keeps places; `marking` writes on them.

    The version on the screen stays there until the person asks for the new one, or it is taken back.
    """

    wanted = Signal(object)
    """DocumentId that the line is to fetch first, or None when nothing special is wanted any more."""
    opened = Signal(str)
    """DocumentId now shown."""
    ready = Signal(str)
    """DocumentId whose pages are on the screen."""
    changesWanted = Signal()
    """Go to the first place that differs from the version before."""
    known = Signal()
    """What the agenda says of a document has changed: it is not new any more, or more of it was read."""
    acted = Signal()
    """A mark was written: show it and send it."""

    def __init__(self, books: Asker, pdf: PdfClient) -> None:
        super().__init__()
        self._books = books
        self._pdf = pdf
        self._view: MeetingView | None = None
        self._document: DocumentView | None = None
        """On the screen, or waited for, or failed."""
        self._shown: Digest | None = None
        self._coming: DocumentView | None = None
        """All of it is here and it is being opened; until it is, the screen stays as it is."""
        self._opening: Opening | None = None
        self._mark: MarkId | None = None
        """To be gone to once its document is on the screen."""
        self._fresh: Digest | None = None
        """This version is seen for the first time: what changed in it is told on the page."""
        self._back: Digest | None = None
        """The older version that the person wants to see for once."""
        self._strip = ""
        """What is said on the page of a newer version."""
        self.pane = DocumentPane()
        self.notes = NotesPane()
        self.marking = Marking(books, self.pane, self.notes)
        self.marking.setParent(self)
        self.comparisons = Comparisons(books, pdf)
        self.comparisons.setParent(self)
        self.comparisons.changed.connect(self._on_comparison)
        self._watch = SeenPages(self.pane.view)
        self._watch.setParent(self)
        self._watch.seen.connect(self._put_seen)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_PLACE_MS)
        self._rest.timeout.connect(self.save_place)
        self.pane.placeChanged.connect(lambda _: self._rest.start())
        self.pane.noticePressed.connect(self._on_notice)
        self.marking.acted.connect(self.acted)
        self.marking.failed.connect(self.tell)
        self.marking.carried.known.connect(self.known)
        self.marking.carried.oldWanted.connect(self.open_version)
        self.carrying = Carrying(books, pdf)
        self.carrying.setParent(self)
        self.carrying.kept.connect(self.known)
        self.carrying.changed.connect(self._on_carrying)
        self.notes.all.opened.connect(self.open_at_mark)
        self.notes.placing.stopped.connect(self.carrying.stop)
        self.notes.placing.begun.connect(self._carry)

    @property
    def document(self) -> DocumentView | None:
        """The document shown, or being opened."""
        return self._coming or self._document

    @property
    def opening(self) -> bool:
        """A document is being opened; the pages of the one before are still on the screen."""
        return self._coming is not None

    @property
    def shown(self) -> Digest | None:
        """The bytes whose pages are on the screen."""
        return self._shown

    @property
    def held(self) -> frozenset[Digest]:
        """The versions of which something is on the screen: its pages, or words that it had."""
        return frozenset(one for one in (self._shown, self.comparisons.before) if one is not None)

    def set_view(self, view: MeetingView, destroyed: Collection[Digest] = ()) -> None:
        """The meeting has changed: marks, versions, what has arrived. What is held stays, unless
        its bytes were ``destroyed``."""
        self._view = view
        self.comparisons.keep_only(view, destroyed)
        self.notes.all.set_view(view)
        self.carrying.set_view(view, None if self.document is None else self.document.id)
        if self.document is None:
            return
        now = view.document(self.document.id)
        if now is None:
            if self._coming is not None or self._shown in (None, *destroyed):
                self._close()
            else:
                self._tell_newer(None)
        elif self._shown in destroyed:
            self._take_back(now)
        elif self._coming is not None:
            if self._coming.sha256 not in (now.sha256, self._back) or not now.complete:
                self._begin(now)
        elif self._shown is not None:
            if now.sha256 == self._shown:  # else marks go on to that version which is on the screen
                self._show_on(now)
                self.comparisons.show(now)
            self._tell_newer(now)
        elif self._document is not None and _state(now) != _state(self._document):
            self._begin(now)
        self.marking.set_marks(view.marks)

    def open_first(self, wanted: DocumentId | None) -> None:
        """Show ``wanted``, else what is shown already, else the first document of the agenda."""
        view = self._view
        if view is None:
            return
        if wanted is None:
            if self.document is not None:
                return
            first = [d for item in view.items for d in item.documents]
            wanted = first[0].id if first else None
        if wanted is not None:
            self.open(wanted)

    def open(self, document: DocumentId | str) -> None:
        """Show a document, its newest version, at the place where this person left it."""
        view = self._view
        found = view.document(DocumentId(document)) if view is not None else None
        if found is None:
            return
        self.opened.emit(found.id)
        if self._coming is not None and self._coming.id == found.id:
            return
        here = self._shown if self._document is not None and self._document.id == found.id else None
        if here == found.sha256 or (here is not None and not found.complete):
            self._call_off()
            return
        self.save_place()
        self._back = None
        self._fresh = found.sha256 if found.changed else None
        self._begin(found)
        self._note_opened(found)

    def open_at_mark(self, document: str, mark: str) -> None:
        """Show a document at one of its marks."""
        self._mark = MarkId(mark)
        self.open(document)
        self._go_to_mark()

    def open_version(self, sha256: Digest, mark: MarkId) -> None:
        """Show a mark on an older version of the document shown; the place in the newest one is kept."""
        shown, view = self._document, self._view
        now = view.document(shown.id) if shown is not None and view is not None else None
        if now is None or sha256 == self._shown:
            return

        def found(is_here: bool) -> None:
            if not is_here:
                self.pane.notice(Tone.WAIT, self.tr("Bản cũ không còn trên máy này."), self._way_on())
            elif self._document is not None and self._document.id == now.id:
                self.save_place()
                self._back, self._mark = sha256, mark
                self._begin(replace(now, sha256=sha256, have=now.size, before=None))

        self._books.ask(lambda book: book.vault.documents.is_complete(sha256), found)

    def save_place(self) -> None:
        """Write down where the person is: in the version read, not in one only looked up."""
        self._rest.stop()
        document = self._document
        if document is None or self._shown in (None, self._back):
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
        self.comparisons.close()
        self.carrying.close()
        self.notes.all.set_view(None)
        self.marking.leave()

    def show_change(self, spot: Spot) -> None:
        """Bring a place that changed into sight."""
        self.pane.view.show_change(spot)

    # --- opening ------------------------------------------------------------------------------------------

    def _begin(self, document: DocumentView) -> None:
        """Open it, or say how much of it is here."""
        self._call_off()
        if not document.complete:
            self._wait_for(document)
            self.wanted.emit(document.id)
            return
        self.wanted.emit(None)
        # A new object for each time: what was asked for an earlier one is known by it, and passed over.
        document = self._coming = replace(document)
        self._books.ask(
            lambda book: library.place(book, document.meeting, document.id),
            lambda place: self._open_bytes(document, place),
        )

    def _open_bytes(self, document: DocumentView, place: Place | None) -> None:
        if self._coming is not document:
            return
        self._books.ask(
            lambda book: book.vault.documents.source(document.sha256),
            lambda data: self._open_in_child(document, data, place),
            lambda error: self._failed(document, error),
        )

    def _open_in_child(self, document: DocumentView, data: DocumentBytes, place: Place | None) -> None:
        if self._coming is not document:
            return
        opening = self._opening = Opening(self._pdf, data)
        opening.opened.connect(lambda source: self._show(document, source, place))
        opening.failed.connect(lambda error: self._failed(document, error))

    def _show(self, document: DocumentView, source: PageSource, place: Place | None) -> None:
        self._opening = self._coming = None
        self._shown = document.sha256
        self._show_on(document)
        self.pane.set_document(document, source, place)
        self._show_marks()
        self._go_to_mark()
        self.comparisons.show(document)
        self.marking.resume(document)
        if self._view is not None:
            self._tell_newer(self._view.document(document.id))
        self.ready.emit(document.id)

    def _wait_for(self, document: DocumentView) -> None:
        """Nothing of it is on the screen yet."""
        self._shown, self._strip = None, ""
        self.comparisons.show(None)
        self._show_on(document)
        self.pane.set_waiting(document)
        self._show_marks()

    def _failed(self, document: DocumentView, error: object) -> None:
        if self._coming is not document:
            return
        self._call_off()
        self._wait_for(document)
        if isinstance(error, SohopError):
            if error.code is Code.WRONG_DIGEST:
                self._books.ask(lambda book: book.vault.documents.damaged(document.sha256))
                self.wanted.emit(document.id)
            self.pane.notice(Tone.WAIT, sentence(error))
        elif isinstance(error, PdfErrorCode):
            self.pane.set_failed(document, error)

    def _call_off(self) -> None:
        """What is being opened is not wanted any more."""
        if self._opening is not None:
            self._opening.cancel()
        self._opening = self._coming = None

    def _close(self) -> None:
        self._call_off()
        self._shown, self._strip = None, ""
        self.comparisons.show(None)
        self.pane.clear()
        self._show_on(None)
        self._show_marks()

    def _show_on(self, document: DocumentView | None) -> None:
        self._document = document
        self.marking.set_document(document)

    def _go_to_mark(self) -> None:
        if self._mark is not None and self._shown is not None and self._coming is None:
            mark, self._mark = self._mark, None
            self.pane.choose_mark(mark)

    def _show_marks(self) -> None:
        self.marking.set_marks(self._view.marks if self._view is not None else ())

    def _put_seen(self, pages: frozenset[int]) -> None:
        document, shown = self._document, self._shown
        if document is not None and shown is not None:
            self._books.ask(
                lambda book: remembering.put_seen(book, document.meeting, shown, pages),
                lambda more: self.known.emit() if more else None,
            )

    def _note_opened(self, document: DocumentView) -> None:
        self._books.ask(lambda book: library.opened_document(book, document), lambda _: self.known.emit())

    # --- versions -----------------------------------------------------------------------------------------

    def _tell_newer(self, now: DocumentView | None) -> None:
        """On the page, and no more than that: nothing jumps under the eyes of a reader."""
        said = ""
        if now is None:
            said = self.tr("Chương trình mới không còn tài liệu này. Bản này vẫn đọc được.")
        elif now.sha256 != self._shown and self._shown == self._back:
            said = self.tr("Đây là bản cũ.")
        elif now.sha256 != self._shown and now.complete:
            said = self.tr("Có bản mới của tài liệu này.")
        elif now.sha256 != self._shown:
            said = self.tr("Có bản mới, chưa tải về đủ. Bản này vẫn đọc được.")
        if said == self._strip:
            return
        self._strip = said
        if said:
            self.pane.notice(Tone.WAIT, said, self._way_on())
        else:
            self.pane.clear_notice()

    def _on_comparison(self, view: ComparisonView | None) -> None:
        done = None if view is None else view.done
        self.pane.view.set_changes(() if done is None else done.spots)
        if done is not None and self._document is not None:
            meeting = self._document.meeting
            self._books.ask(
                lambda book: remembering.carry_seen(book, meeting, done),
                lambda more: self.known.emit() if more else None,
            )
        if view is None or done is None or done.now != self._fresh or self._strip:
            return
        self._fresh = None
        acts = ((_CHANGES, self.tr("Xem chỗ đổi (F7)")),) if done.spots else ()
        self.pane.notice(Tone.WAIT, comparison_text(view), (*acts, (_KNOWN, self.tr("Đã hiểu"))))

    def _on_carrying(self, view: CarryingView) -> None:
        if self._document is not None and view.document == self._document.id:
            self.notes.placing.set_progress(view.share)

    def _carry(self) -> None:
        if self._document is not None:
            self.carrying.begin(self._document.id)

    def _on_notice(self, act: str) -> None:
        if act == _NEWER:
            self._open_newer()
        elif act == _CHANGES:
            self.changesWanted.emit()
        else:
            self.pane.clear_notice()

    def _way_on(self) -> tuple[tuple[str, str], ...]:
        shown, view = self._document, self._view
        now = view.document(shown.id) if shown is not None and view is not None else None
        newer = now is not None and now.complete and self._shown not in (None, now.sha256)
        return ((_NEWER, self.tr("Mở bản mới")),) if newer else ()

    def _open_newer(self) -> None:
        if self._document is not None:
            self.open(self._document.id)
            self.pane.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_back(self, now: DocumentView) -> None:
        """The version on the screen was destroyed: its pages go at once, the place in them stays."""
        self.save_place()
        before = self._document
        self._wait_for(now)
        if before is not None and before.id == now.id and before.sha256 != now.sha256:
            said = self.tr("Bản vừa đọc đã bị gỡ khỏi máy; đây là bản mới.")
            self.pane.notice(Tone.WAIT, said, ((_KNOWN, self.tr("Đã hiểu")),))
        self._begin(now)
        self._note_opened(now)

    def tell(self, error: SohopError) -> None:
        """Say over the page what could not be done."""
        self.pane.notice(Tone.BAD, sentence(error), self._way_on())


def _state(document: DocumentView) -> tuple[Digest, int]:
    """What decides whether it can be opened."""
    return document.sha256, document.have
