"""The meeting on the screen: agenda, document, notes, ballots, the desk's page; and the acts in it."""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut

from reader.core import desk, library, merging, remembering, voting, voting_device
from reader.core.book import Book
from reader.core.merging import Group
from reader.core.owner import OwnerView
from reader.core.remembering import OpenTabs
from reader.core.views import DeskView, MeetingView, SyncView
from reader.pdf import PdfClient
from reader.ui.ballot.screen import BallotScreen
from reader.ui.conducting import Conducting
from reader.ui.counting import Counting
from reader.ui.desk.collect_export import CollectExport
from reader.ui.desk.papers import DeskPapers
from reader.ui.desk.recall import Recalling
from reader.ui.desk.result_export import ResultExport
from reader.ui.desk.screen import DeskScreen
from reader.ui.following import Following
from reader.ui.marks.notes_files import NotesFiles
from reader.ui.meeting.screen import MeetingScreen, Tab
from reader.ui.open_documents import OpenDocuments
from reader.ui.opining import Opining
from reader.ui.reading import Reading
from reader.ui.search.in_meeting import InMeeting
from reader.ui.tasks import Asker, BookThread
from sync.errors import SohopError
from sync.model.conduct import CONDUCTORS
from sync.model.ids import Digest, DocumentId, MeetingId, MotionId

_Desk = tuple[DeskView, tuple[Group, ...]]


class OpenMeeting(QObject):
    """One meeting after another, until one of them may not be read any more: then this object is thrown away
    with all that it shows, and another takes its place."""

    acted = Signal()
    """The person did something: show it and send it."""
    gone = Signal(str)
    """MeetingId: it was recalled, erased or its reading period has ended."""
    evidenceRequested = Signal(str, str)
    """MeetingId, MotionId"""
    reviseRequested = Signal()
    bundleRequested = Signal()
    """The next version of what is shown."""
    archiveRequested = Signal()
    """All of it into one file."""

    def __init__(self, books: BookThread, pdf: PdfClient, owner: OwnerView) -> None:
        super().__init__()
        self._books = Asker(books)
        self._is_desk = owner.is_desk
        self._id: MeetingId | None = None
        self._view: MeetingView | None = None
        self._desk_view: DeskView | None = None
        conducts = bool(CONDUCTORS & set(owner.roles))
        self.screen = MeetingScreen(desk=owner.is_desk, teller=owner.counts, conducts=conducts)
        self.screen.header.set_owner(owner)
        self.ballot = BallotScreen()
        self.desk = DeskScreen(votes_only=not owner.is_desk) if owner.counts else None
        """Only for those who have such a page: to make it takes a while."""
        self.reading = Reading(self._books, pdf)
        self.reading.setParent(self)
        self.search = InMeeting(self._books, self.reading, self.screen, self)
        self.documents = OpenDocuments(self._books, self.screen.tabs)
        self.documents.setParent(self)
        self.files = NotesFiles(self._books, books.wait, self.reading, pdf)
        self.files.acted.connect(self.acted)
        self.opining = Opining(
            self._books, self.screen.opinions, self.reading.notes.replies, self.screen.check_in
        )
        self.opining.setParent(self)
        self.following = Following(self._books, self.screen, self.reading)
        self.following.setParent(self)
        self._put_together()

    @property
    def id(self) -> MeetingId | None:
        """The meeting shown, or being opened."""
        return self._id

    @property
    def view(self) -> MeetingView | None:
        """What its screens show."""
        return self._view

    @property
    def desk_view(self) -> DeskView | None:
        """What the secretary's page shows."""
        return self._desk_view

    def turn_to(self, meeting: MeetingId) -> None:
        """Leave the meeting shown for this one, which ``enter`` will show."""
        if meeting != self._id:
            self.reading.leave()
            self.search.set_meeting(meeting)
            self.documents.leave()
            self.opining.leave()
            self.following.leave()
            self._leave_desk()
            self._id, self._view, self._desk_view = meeting, None, None

    def enter(self, view: MeetingView, tab: Tab, document: DocumentId | None) -> None:
        """Show it, with this document or the one shown last."""
        self._show(view)
        self.screen.show_tab(tab)
        if self.reading.document is None:
            which = view.card.id
            self._books.ask(
                lambda book: remembering.open_tabs(book, which),
                lambda tabs: self._restore(tabs, document),
            )
        else:
            self.reading.open_first(document)
            self.following.begin()
        if tab is Tab.DOCUMENTS:
            self.reading.pane.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self, *, shown: bool = True) -> None:
        """Ask the book for what is shown; when nothing is, only whether it may still be kept."""
        if shown:
            self.search.refresh()
        self._ask(shown=shown)

    def set_sync(self, view: SyncView) -> None:
        """How the line stands."""
        self.screen.header.set_sync(view)
        self.ballot.where.set_line(view.line.line)

    def put_away(self, *, gone: bool = False) -> None:
        """Nothing of it stays on the screen or in memory; ``gone``: nor anything new of it on the disk."""
        self.files.stop()
        if self._is_desk:
            self.papers.stop()
        self.reading.leave(gone=gone)
        self.opining.leave()
        self.following.leave()
        self._leave_desk()
        self._books.close()
        self._id = self._view = self._desk_view = None
        self.screen.deleteLater()

    # --- showing ------------------------------------------------------------------------------------------

    def _ask(self, *, shown: bool = True) -> None:
        """What was found stays as it is: nothing that can be looked for has changed."""
        meeting, held = self._id, self.reading.held
        if meeting is None:
            return

        def read(book: Book) -> tuple[MeetingView | None, Collection[Digest]] | None:
            destroyed = [one for one in held if not book.vault.documents.is_complete(one)]
            if not shown and not destroyed and library.is_readable(book, meeting):
                return None
            return library.meeting(book, meeting), destroyed

        self._books.ask(read, lambda found: self._answered(meeting, *found) if found is not None else None)
        if self.desk is None:
            return
        projects = self.desk.votes.projector is not None
        if projects or (shown and self.screen.tab is Tab.DESK):
            self._books.ask(lambda book: _desk(book, meeting), self._show_desk)

    def _answered(self, meeting: MeetingId, view: MeetingView | None, destroyed: Collection[Digest]) -> None:
        if meeting != self._id:
            return
        if view is not None:
            self._show(view, destroyed)
        elif self._view is not None:
            self.gone.emit(meeting)

    def _show(self, view: MeetingView, destroyed: Collection[Digest] = ()) -> None:
        self._view = view
        self.screen.set_view(view)
        self.ballot.set_view(view)
        self.reading.set_view(view, destroyed)
        self.documents.set_view(view)
        self.opining.set_view(view)
        self.following.set_view(view)

    def _show_desk(self, found: _Desk | None) -> None:
        if self.desk is not None and found is not None and found[0].card.id == self._id:
            self._desk_view = found[0]
            self.desk.set_view(*found)

    def _restore(self, tabs: OpenTabs, document: DocumentId | None) -> None:
        """What was open when the meeting was left. It comes behind the page that is shown by now."""
        if self._view is None:
            return
        self.documents.restore(self._view, tabs)
        shown = self.screen.tab
        self.reading.open_first(document or self.documents.tabs.front)
        self.screen.show_tab(shown)
        self.following.begin()

    def _put_together(self) -> None:
        self.screen.set_document_pane(self.reading.pane)
        self.screen.set_notes_pane(self.reading.notes)
        self.screen.set_ballot_pane(self.ballot)
        if self.desk is not None:
            self._put_desk(self.desk)
        self.screen.documentOpened.connect(self.reading.open)
        self.screen.tabChanged.connect(lambda tab: self._ask() if tab == Tab.DESK else None)
        self.ballot.documentOpened.connect(self._from_ballot)
        self.ballot.castRequested.connect(self._cast)
        self.ballot.where.chosen.connect(self._vote_here)
        self.ballot.result.proof.exportRequested.connect(self.evidenceRequested)
        self.reading.opened.connect(self.documents.opened)
        self.reading.opened.connect(self.screen.show_document)
        self.documents.wanted.connect(self.reading.open)
        changes = self.screen.changes
        self.reading.comparisons.changed.connect(changes.set_comparison)
        changes.differences.spotChosen.connect(self.reading.show_change)
        changes.differences.begun.connect(self.reading.comparisons.begin)
        changes.differences.stopped.connect(self.reading.comparisons.stop)
        self.reading.changesWanted.connect(lambda: changes.differences.step(1))
        self.reading.pane.agendaRequested.connect(lambda: self.screen.show_agenda(True))
        self.reading.pane.notesRequested.connect(lambda: self.screen.show_right(True))
        self.reading.pane.noteRequested.connect(lambda *_: self.screen.show_right(True))
        self.reading.pane.leftOpened.connect(self.screen.lend_left)
        self.reading.pane.fullScreenChanged.connect(self.screen.set_bare)
        self.reading.pane.toolsOpened.connect(lambda on: self.screen.show_right(not on))
        self.reading.opened.connect(lambda document: self.screen.opinions.set_document(DocumentId(document)))
        self.opining.acted.connect(self.acted)
        self.opining.failed.connect(self._not_said)
        self.following.acted.connect(self.acted)
        self.following.failed.connect(self._not_said)
        self.reading.acted.connect(self.acted)
        self.reading.known.connect(self._ask)
        self._keys()

    def _put_desk(self, desk: DeskScreen) -> None:
        self.screen.set_desk_pane(desk)
        self.results = ResultExport(self._books, desk, lambda: self._id)
        self.taking = CollectExport(self._books, desk, lambda: self._id)
        self.counting = Counting(self._books, desk, lambda: self._id)
        self.counting.acted.connect(self.acted)
        desk.votes.proof.exportRequested.connect(self.evidenceRequested)
        desk.reviseRequested.connect(self.reviseRequested)
        desk.ready.bundleRequested.connect(self.bundleRequested)
        desk.archiveRequested.connect(self.archiveRequested)
        if self._is_desk:
            self.conducting = Conducting(self._books, desk, lambda: self._id)
            self.conducting.acted.connect(self.acted)
            desk.running.course.documentOpened.connect(self._from_ballot)
            self.papers = DeskPapers(self._books, desk, lambda: self._id)
            self.recalling = Recalling(self._books, desk, lambda: self._id)
            self.recalling.acted.connect(self.acted)
            self.opining.attach_desk(desk.opinions)

    def _leave_desk(self) -> None:
        """Nothing is shown to the room, and what is written for the minutes is kept."""
        if self.desk is not None:
            self.desk.votes.end_projection()
            self.desk.running.course.leave()

    def _keys(self) -> None:
        differences, documents = self.screen.changes.differences, self.documents
        self._key("F7", lambda: differences.step(1))
        self._key("Shift+F7", lambda: differences.step(-1))
        self._key("Ctrl+W", documents.close)
        self._key("Ctrl+Tab", lambda: documents.step(1))
        self._key("Ctrl+Shift+Tab", lambda: documents.step(-1))
        for number in range(1, 10):
            self._key(f"Ctrl+{number}", partial(documents.choose, number))

    def _key(self, keys: str, run: Callable[[], object]) -> None:
        """On the page with the documents, wherever on it the keyboard is."""
        shortcut = QShortcut(QKeySequence(keys), self.screen.splitter)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(lambda: run())

    # --- acts ---------------------------------------------------------------------------------------------

    def _from_ballot(self, document: str) -> None:
        self.screen.show_tab(Tab.DOCUMENTS)
        self.reading.open(DocumentId(document))

    def _not_said(self, error: SohopError) -> None:
        if self.desk is not None and self.screen.tab is Tab.DESK:
            self.desk.problem(error)
        else:
            self.reading.tell(error)

    def _cast(self, motion: str, choices: tuple[str, ...], text: str, passphrase: str) -> None:
        meeting = self._id
        if meeting is None:
            return
        which = MotionId(motion)
        self._books.ask(
            lambda book: voting.cast(book, meeting, which, choices, text, passphrase or None),
            lambda _: self._sealed(which),
            self.ballot.problem,
        )

    def _vote_here(self) -> None:
        self._books.ask(voting_device.choose, lambda _: self.acted.emit(), self.ballot.where.problem)

    def _sealed(self, motion: MotionId) -> None:
        self.ballot.sealed(motion)
        self.acted.emit()


def _desk(book: Book, meeting: MeetingId) -> _Desk | None:
    """Merged here: no window waits for it."""
    view = desk.desk(book, meeting)
    return None if view is None else (view, merging.merge(view))
