"""The open book: shelf, line page, meetings. Asks the vault's thread, hands whole views to the screens."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QWidget

from reader.core import collecting, desk, library, preparing, saving, voting
from reader.core.book import Book
from reader.core.services import LineControl, Services
from reader.core.views import (
    DeskView,
    Line,
    LineView,
    MeetingView,
    OwnerView,
    SavingView,
    ShelfView,
    SyncView,
)
from reader.pdf import PdfClient
from reader.ui.ballot.screen import BallotScreen
from reader.ui.desk.screen import DeskScreen
from reader.ui.dialogs import AboutDialog, PassphraseDialog
from reader.ui.exports import Exports
from reader.ui.header import Header
from reader.ui.meeting.screen import MeetingScreen, Tab
from reader.ui.reading import Reading
from reader.ui.shelf.recalled import RecalledDialog
from reader.ui.shelf.shelf import ShelfScreen
from reader.ui.sync.screen import SyncScreen
from reader.ui.tasks import BookThread
from reader.ui.theme import Tone
from sync.model.ids import DocumentId, EventId, MeetingId, MotionId

_GATHER_MS = 40
"""Changes that come together are shown together."""


class OpenBook(QObject):
    """Lives from unlock to lock. ``put_away`` empties the screens and stops the line."""

    modeChosen = Signal(str)
    scaleChosen = Signal(float)
    languageChosen = Signal(str)
    lockRequested = Signal()
    fullScreenRequested = Signal()

    _reported = Signal(object, bool)

    def __init__(
        self, services: Services, books: BookThread, owner: OwnerView, stack: QStackedWidget
    ) -> None:
        super().__init__()
        self._books = books
        self._stack = stack
        self._owner = owner
        self._line_view = LineView()
        self._sync = SyncView(self._line_view)
        self._meeting: MeetingId | None = None
        self._view: MeetingView | None = None
        self._shelf_view: ShelfView | None = None
        self._desk_view: DeskView | None = None
        self._saving: SavingView | None = None
        self._wanted_document: DocumentId | None = None
        self._closed = False
        self._asked_sync = False
        self.pdf = PdfClient()
        self.pdf.warm()
        self.shelf = ShelfScreen()
        self.sync = SyncScreen()
        self.meeting = MeetingScreen(desk=owner.is_desk)
        self.ballot = BallotScreen()
        self.desk = DeskScreen()
        self.reading = Reading(books, self.pdf)
        self._screens: tuple[QWidget, ...] = (self.shelf, self.sync, self.meeting)
        for screen in self._screens:
            stack.addWidget(screen)
        self._gather = QTimer(self)
        self._gather.setSingleShot(True)
        self._gather.setInterval(_GATHER_MS)
        self._gather.timeout.connect(self.refresh)
        self._reported.connect(self._on_reported, Qt.ConnectionType.QueuedConnection)
        self.exports = Exports(books, stack)
        self._put_together()
        self.sync.set_owner(self._owner)
        self.meeting.header.set_owner(self._owner)
        stack.setCurrentWidget(self.shelf)
        self.refresh()
        books.ask(lambda opened: services.connect(opened, books.wait, self._report), self._connected)
        self._line: LineControl | None = None

    @property
    def shelf_view(self) -> ShelfView | None:
        """What the shelf shows."""
        return self._shelf_view

    @property
    def meeting_view(self) -> MeetingView | None:
        """What the meeting's screens show."""
        return self._view

    @property
    def sync_view(self) -> SyncView:
        """What the line's page shows."""
        return self._sync

    @property
    def desk_view(self) -> DeskView | None:
        """What the secretary's page shows."""
        return self._desk_view

    def refresh(self) -> None:
        """Ask the book for what the visible screens show."""
        if self._closed:
            return
        self._books.ask(library.shelf, self._show_shelf)
        self._books.ask(self._read_sync, self._show_sync)
        meeting = self._meeting
        if meeting is not None:
            self._books.ask(lambda book: library.meeting(book, meeting), self._show_meeting)
            if self._owner.is_desk:
                self._books.ask(lambda book: desk.desk(book, meeting), self._show_desk)

    def open_meeting(self, meeting: MeetingId, tab: Tab = Tab.DOCUMENTS) -> None:
        """Show a meeting."""
        if meeting != self._meeting:
            self.reading.leave()
            self._meeting, self._view = meeting, None
        self._books.ask(lambda book: library.opened_meeting(book, meeting))
        self._books.ask(lambda book: library.meeting(book, meeting), lambda view: self._enter(view, tab))

    def open_document(self, meeting: MeetingId, document: DocumentId) -> None:
        """Show a document of a meeting."""
        self._wanted_document = document
        self.open_meeting(meeting)

    def put_away(self) -> None:
        """Empty every screen and stop talking. The vault itself is closed by its thread afterwards."""
        self.sync.settle()
        self._closed = True
        self._gather.stop()
        self.reading.leave()
        for screen in self._screens:
            self._stack.removeWidget(screen)
            screen.deleteLater()
        if self._line is not None:
            self._line.stop()
        self.pdf.close()

    # --- from the line ------------------------------------------------------------------------------------

    def _connected(self, line: LineControl) -> None:
        if self._closed:
            line.stop()
            return
        self._line = line
        self.reading.wanted.connect(line.want)
        line.start()

    def _report(self, view: LineView, changed: bool) -> None:
        """On the talking thread."""
        self._reported.emit(view, changed)

    @Slot(object, bool)
    def _on_reported(self, view: LineView, changed: bool) -> None:
        if self._closed:
            return
        self._line_view = view
        self._show_sync(replace(self._sync, line=view, paused=view.line is Line.PAUSED))
        if changed:
            self._gather.start()

    def _read_sync(self, book: Book) -> SyncView:
        return SyncView(
            line=self._line_view,
            waiting=library.waiting(book),
            fetching=library.fetching(book, self._line_view.fetching),
            sent=library.recently_sent(book),
            paused=self._line_view.line is Line.PAUSED,
            saving=saving.saving(book),
        )

    # --- showing ------------------------------------------------------------------------------------------

    def _show_shelf(self, view: ShelfView) -> None:
        if not self._closed:
            self._owner, self._shelf_view = view.owner, view
            self.shelf.set_view(view)

    def _show_sync(self, view: SyncView) -> None:
        if self._closed:
            return
        self._sync = replace(view, line=self._line_view, saving=self._saving or view.saving)
        self.shelf.set_line(self._sync)
        self.sync.set_view(self._sync)
        self.meeting.header.set_sync(self._sync)

    def _show_meeting(self, view: MeetingView | None) -> None:
        if self._closed or view is None or view.card.id != self._meeting:
            return
        self._view = view
        self.meeting.set_view(view)
        self.ballot.set_view(view)
        self.reading.set_view(view)

    def _show_desk(self, view: DeskView | None) -> None:
        if not self._closed and view is not None and view.card.id == self._meeting:
            self._desk_view = view
            self.desk.set_view(view)

    def _enter(self, view: MeetingView | None, tab: Tab) -> None:
        if self._closed:
            return
        if view is None:
            self.shelf.setFocus()
            return
        self._show_meeting(view)
        self._stack.setCurrentWidget(self.meeting)
        self.meeting.show_tab(tab)
        wanted, self._wanted_document = self._wanted_document, None
        self.reading.open_first(wanted)
        self.refresh()

    # --- acts ---------------------------------------------------------------------------------------------

    def _put_together(self) -> None:
        self.meeting.set_document_pane(self.reading.pane)
        self.meeting.set_notes_pane(self.reading.notes)
        self.meeting.set_ballot_pane(self.ballot)
        if self._owner.is_desk:
            self.meeting.set_desk_pane(self.desk)
        self.shelf.meetingOpened.connect(self.open_meeting)
        self.shelf.changesRequested.connect(self.open_meeting)
        self.shelf.documentOpened.connect(self.open_document)
        self.shelf.deskOpened.connect(lambda meeting: self.open_meeting(MeetingId(meeting), Tab.DESK))
        self.shelf.syncOpened.connect(self.show_sync)
        self.shelf.recallOpened.connect(self._say_recalled)
        self.shelf.notesExportRequested.connect(lambda: self.exports.notes())
        self.shelf.unsentExportRequested.connect(self.exports.unsent)
        self.shelf.lockRequested.connect(self.lockRequested)
        self.meeting.backRequested.connect(self._to_shelf)
        self.meeting.syncOpened.connect(self.show_sync)
        self.meeting.documentOpened.connect(self.reading.open)
        self.ballot.documentOpened.connect(self._from_ballot)
        self.ballot.castRequested.connect(self._cast)
        self.desk.openMotionRequested.connect(self._open_motion)
        self.desk.closeMotionRequested.connect(self._close_motion)
        self.desk.collectRequested.connect(self._collect)
        self.sync.pauseToggled.connect(self._pause)
        self.sync.syncRequested.connect(self.wake)
        self.sync.savingChanged.connect(self._save_line)
        self.sync.dismissed.connect(self._dismiss)
        self.sync.exportRequested.connect(self.exports.unsent)
        self.reading.opened.connect(self.meeting.show_document)
        self.reading.pane.agendaRequested.connect(lambda: self.meeting.show_agenda(True))
        self.reading.pane.notesRequested.connect(lambda: self.meeting.show_right(True))
        self.reading.pane.noteRequested.connect(lambda *_: self.meeting.show_right(True))
        self.reading.pane.findOpened.connect(lambda on: self.meeting.show_agenda(not on))
        self.reading.pane.toolsOpened.connect(lambda on: self.meeting.show_right(not on))
        self.reading.pane.fullScreenRequested.connect(self.fullScreenRequested)
        self.reading.acted.connect(self._acted)
        for header in (self.shelf.header, self.sync.header):
            header.tabChosen.connect(self._go)
            self._wire_menu(header)
        self._wire_menu(self.meeting.header)

    def _wire_menu(self, header: Header) -> None:
        header.syncOpened.connect(self.show_sync)
        header.menu.modeChosen.connect(self.modeChosen)
        header.menu.scaleChosen.connect(self.scaleChosen)
        header.menu.languageChosen.connect(self.languageChosen)
        header.menu.lockRequested.connect(self.lockRequested)
        header.menu.passphraseRequested.connect(self._change_passphrase)
        header.menu.aboutRequested.connect(self._about)

    def _go(self, tab: int) -> None:
        if tab == 0:
            self._to_shelf()
        else:
            self.show_sync()

    def _to_shelf(self) -> None:
        self.reading.save_place()
        self._stack.setCurrentWidget(self.shelf)
        self.shelf.header.set_tab(0)
        self.refresh()

    def show_sync(self) -> None:
        """Show the page behind the indicator."""
        self._stack.setCurrentWidget(self.sync)
        self.sync.header.set_tab(1)
        self.refresh()

    def _from_ballot(self, document: str) -> None:
        self.meeting.show_tab(Tab.DOCUMENTS)
        self.reading.open(DocumentId(document))

    def _cast(self, motion: str, choices: tuple[str, ...], text: str, passphrase: str) -> None:
        meeting = self._meeting
        if meeting is None:
            return
        which = MotionId(motion)
        self._books.ask(
            lambda book: voting.cast(book, meeting, which, choices, text, passphrase or None),
            lambda _: self._sealed(which),
            self.ballot.problem,
        )

    def _sealed(self, motion: MotionId) -> None:
        self.ballot.sealed(motion)
        self._acted()

    def _open_motion(self, motion: str) -> None:
        meeting = self._meeting
        if meeting is not None:
            which = MotionId(motion)
            self._books.ask(
                lambda book: preparing.open_motion(book, meeting, which), self._acted, self.desk.problem
            )

    def _close_motion(self, motion: str) -> None:
        meeting = self._meeting
        if meeting is not None:
            which = MotionId(motion)
            self._books.ask(
                lambda book: preparing.close_motion(book, meeting, which), self._acted, self.desk.problem
            )

    def _collect(self) -> None:
        meeting = self._meeting
        folder = QFileDialog.getExistingDirectory(self.desk, self.tr("Lưu kết quả vào thư mục"))
        if meeting is not None and folder:
            self.collect_to(meeting, Path(folder))

    def collect_to(self, meeting: MeetingId, folder: Path) -> None:
        """Write a meeting's results into a folder."""
        self._books.ask(
            lambda book: collecting.collect(book, meeting, folder),
            lambda files: self.desk.say(
                self.tr("Đã lưu kết quả"),
                self.tr("{n} tệp trong {folder}").format(n=len(files), folder=folder),
                Tone.OK,
            ),
            self.desk.problem,
        )

    def _change_passphrase(self) -> None:
        dialog = PassphraseDialog(self._stack)

        def change(old: str, new: str) -> None:
            self._books.ask(
                lambda book: book.vault.change_passphrase(old, new),
                lambda _: dialog.succeeded(),
                dialog.problem,
            )

        dialog.changeRequested.connect(change)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _about(self) -> None:
        dialog = AboutDialog(self._stack)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _acted(self, _: object = None) -> None:
        """The person did something: show it, and send it."""
        self.refresh()
        self.wake()

    def wake(self) -> None:
        """Ask the line for a round now."""
        if self._line is not None:
            self._line.wake()

    def _pause(self, paused: bool) -> None:
        if self._line is not None:
            self._line.pause(paused)

    def _save_line(self, wanted: SavingView) -> None:
        """Remember what was asked of the line, and tell it. An answer that is on its way knows it not yet."""
        self._saving = wanted
        if self._line is not None:
            self._line.save(wanted)
        self._books.ask(lambda book: saving.put_saving(book, wanted), self._saved)

    def _saved(self, _: object) -> None:
        self._saving = None
        self.refresh()

    def _dismiss(self, event: str) -> None:
        which = EventId(event)
        self._books.ask(lambda book: book.vault.outbox.dismiss(which), lambda _: self.refresh())

    def _say_recalled(self, meeting: str) -> None:
        cards = self._shelf_view.cards if self._shelf_view is not None else ()
        card = next((one for one in cards if one.id == meeting and one.recall is not None), None)
        if card is not None:
            dialog = RecalledDialog(card, self._stack)
            dialog.accepted.connect(lambda: self.exports.notes(card.id))
            dialog.finished.connect(dialog.deleteLater)
            dialog.open()
