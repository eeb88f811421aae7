"""The open book: shelf, line page, meetings. Asks the vault's thread, hands whole views to the screens."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from reader.core import evidence, library, saving, work
from reader.core.book import Book
from reader.core.indexing import Indexing, IndexView
from reader.core.owner import OwnerView
from reader.core.searching import Found
from reader.core.services import LineControl, Services
from reader.core.views import Line, LineView, MeetingView, SavingView, ShelfView, SyncView
from reader.pdf import PdfClient, extract
from reader.ui.admin.opened import Administering
from reader.ui.approve.opened import Approving
from reader.ui.archive.opened import Archives
from reader.ui.book_threads import connect_line, stop_all
from reader.ui.compose.opened import Composing
from reader.ui.dialogs import ask_passphrase, show_about
from reader.ui.exports import Exports
from reader.ui.header import Header
from reader.ui.keys.handing import KeyHanding
from reader.ui.marks.notes_out import NotesOut
from reader.ui.meeting.screen import Tab
from reader.ui.open_meeting import OpenMeeting
from reader.ui.relay import Channel
from reader.ui.search.everywhere import Everywhere
from reader.ui.shelf.recalled import RecalledDialog
from reader.ui.shelf.shelf import ShelfScreen
from reader.ui.sync.courier import Courier
from reader.ui.sync.room import Rooms
from reader.ui.sync.screen import SyncScreen
from reader.ui.tasks import Asker, BookThread
from reader.ui.widgets import close_dialogs
from sync.model.ids import DocumentId, EventId, MeetingId

_GATHER_MS = 40
"""Changes that come together are shown together."""
_MINUTE_MS = 60_000
"""A reading period ends, and what is shown grows old, without any news."""


class OpenBook(QObject):
    """Lives from unlock to lock. ``put_away`` empties the screens and stops the line."""

    modeChosen = Signal(str)
    scaleChosen = Signal(float)
    languageChosen = Signal(str)
    lockRequested = Signal()
    fullScreenChanged = Signal(bool)

    def __init__(
        self, services: Services, books: BookThread, owner: OwnerView, stack: QStackedWidget
    ) -> None:
        super().__init__()
        self._services = services
        self._thread = books
        self._books = Asker(books)
        self._stack = stack
        self._owner = owner
        self._line_view = LineView()
        self._sync = SyncView(self._line_view)
        self._shelf_view: ShelfView | None = None
        self._saving: SavingView | None = None
        self._index = IndexView()
        self._reported = Channel(self._on_reported)
        self._indexed = Channel(self._on_indexed)
        self._lost: MeetingId | None = None
        """Was shown, and may not be read any more: the shelf is to say why."""
        self.pdf = PdfClient()
        self.pdf.warm()
        self.shelf = ShelfScreen()
        self.sync = SyncScreen()
        self.keys = KeyHanding(self._books, self.shelf.keys, stack)
        self.search = Everywhere(self._books, self.shelf.search, self)
        self.indexing = Indexing(books.wait, partial(extract, self.pdf.background), self._indexed.send())
        self._made: list[LineControl] = []
        """The line, from the moment it is there; ``_line`` from when it talks."""
        self._line: LineControl | None = None
        for screen in (self.shelf, self.sync):
            stack.addWidget(screen)
        self.exports = Exports(self._books, stack)
        self.rooms = Rooms(self.sync.room, services, self._books, lambda: self._line)
        self.composing = Composing(services, books, self.pdf, owner, self.shelf, stack)
        self.approving = Approving(books, self.pdf, owner, self.shelf, stack)
        self.archives = Archives(books, self.pdf, owner, self.shelf, stack)
        self.admin = Administering(services, books, owner, stack)
        self._desks = (self.composing, self.approving, self.archives, self.admin)
        self.meeting = self._make_meeting()
        self._gather = QTimer(self)
        self._gather.setSingleShot(True)
        self._gather.setInterval(_GATHER_MS)
        self._gather.timeout.connect(self.refresh)
        self._minute = QTimer(self)
        self._minute.setInterval(_MINUTE_MS)
        self._minute.timeout.connect(self.refresh)
        self._minute.start()
        self.notes_out = NotesOut(self._books, stack)
        self.courier = Courier(services, books, owner, self.sync, lambda: self._line)
        self._put_together()
        self.sync.set_owner(self._owner)
        stack.setCurrentWidget(self.shelf)
        self.refresh()
        connect = partial(connect_line, services, books, self._reported.send(), self._made)
        self._books.ask(connect, self._connected)
        self.indexing.start()

    @property
    def shelf_view(self) -> ShelfView | None:
        """What the shelf shows."""
        return self._shelf_view

    @property
    def sync_view(self) -> SyncView:
        """What the line's page shows."""
        return self._sync

    def refresh(self) -> None:
        """Ask the book for what the screen shown needs; the others ask when they are shown again.
        Of a meeting that is not shown it asks only whether it may still be kept."""
        if self._books.closed:
            return
        shown = self._stack.currentWidget()
        if shown is self.shelf:
            self._books.ask(library.shelf, self._show_shelf)
            self.search.refresh()
        self.keys.refresh()
        for desk in self._desks:
            desk.refresh()
        self._books.ask(self._read_sync, self._show_sync)
        self.meeting.refresh(shown=shown is self.meeting.screen)

    def open_meeting(
        self,
        meeting: MeetingId,
        tab: Tab = Tab.DOCUMENTS,
        document: DocumentId | None = None,
        found: Found | None = None,
    ) -> None:
        """Show a meeting, with a document of it, or a place that was found."""
        self.meeting.turn_to(meeting)
        self._books.ask(lambda book: library.opened_meeting(book, meeting))
        self._books.ask(
            lambda book: library.meeting(book, meeting),
            lambda view: self._enter(meeting, view, tab, document, found),
        )

    def put_away(self) -> Callable[[], None]:
        """Empty every screen. Gives what is still to be done before the vault is closed, on any thread: it
        stops the talking, which may take some seconds."""
        self.sync.settle()
        self.rooms.close()
        self._books.close()
        self._reported.close()
        self._indexed.close()
        self._gather.stop()
        self._minute.stop()
        self._drop_meeting()
        for desk in self._desks:
            desk.put_away()
        self.notes_out.stop()
        self.courier.stop()
        for helper in (self.exports, self.notes_out, self.keys):
            helper.deleteLater()
        for screen in (self.shelf, self.sync):
            self._stack.removeWidget(screen)
            screen.deleteLater()
        return partial(stop_all, self.indexing, self._thread, self._made, self.pdf)

    # --- from the line ------------------------------------------------------------------------------------

    def _connected(self, line: LineControl) -> None:
        self._line = line
        line.start()
        self.rooms.line_began()

    def _on_reported(self, view: LineView, changed: bool) -> None:
        self._line_view = view
        self._show_sync(replace(self._sync, line=view, paused=view.line is Line.PAUSED))
        if changed:
            self._gather.start()
            self.indexing.wake()

    def _on_indexed(self, view: IndexView) -> None:
        self._index = view
        self.search.set_index(view)
        self.meeting.search.set_index(view)
        self.search.refresh()
        self.meeting.search.refresh()

    def _read_sync(self, book: Book) -> SyncView:
        return SyncView(
            line=self._line_view,
            waiting=library.waiting(book),
            fetching=library.fetching(book, self._line_view.fetching),
            sent=library.recently_sent(book),
            paused=self._line_view.line is Line.PAUSED,
            saving=saving.saving(book),
            unsent=work.has_unsent(book),
            forks=evidence.forks(book),
        )

    # --- showing ------------------------------------------------------------------------------------------

    def _show_shelf(self, view: ShelfView) -> None:
        self._owner, self._shelf_view = view.owner, view
        self.shelf.set_view(view)
        if self._lost is not None:
            lost, self._lost = self._lost, None
            self.shelf.say_lost(next((card for card in view.cards if card.id == lost), None))

    def _show_sync(self, view: SyncView) -> None:
        self._sync = replace(view, line=self._line_view, saving=self._saving or view.saving)
        self._draw_line()

    def _draw_line(self) -> None:
        """How the line stands, on the screen shown."""
        shown = self._stack.currentWidget()
        if shown is self.shelf:
            self.shelf.set_line(self._sync)
        elif shown is self.sync:
            self.sync.set_view(self._sync)
        elif shown is self.meeting.screen:
            self.meeting.set_sync(self._sync)
        for desk in self._desks:
            desk.set_sync(self._sync)

    def _turn_to(self, screen: QWidget) -> None:
        """Show another screen, and how things stand now."""
        if screen is not self.meeting.screen:  # which alone has the keys to give it back
            self.meeting.reading.pane.set_full_screen(False)
        self._stack.setCurrentWidget(screen)
        self._draw_line()
        self.refresh()

    def _enter(
        self,
        meeting: MeetingId,
        view: MeetingView | None,
        tab: Tab,
        document: DocumentId | None,
        found: Found | None,
    ) -> None:
        if meeting != self.meeting.id:
            return
        if view is None:
            self._lose(meeting)
            self._explain(meeting)
            return
        self.shelf.hush()
        self.meeting.enter(view, tab, found.document if found is not None else document)
        self._turn_to(self.meeting.screen)
        self.search.bring(found, self.meeting.search)

    def _lose(self, meeting: MeetingId) -> None:
        """It may not be read any more: nothing of it stays."""
        shown = self._stack.currentWidget() is self.meeting.screen
        if shown:
            self._stack.setCurrentWidget(self.shelf)
            close_dialogs(self._stack.window())
        self._drop_meeting(gone=True)
        self.meeting = self._make_meeting()
        self.search.stay()
        self.search.refresh()
        if shown:
            self._explain(meeting)

    def _explain(self, meeting: MeetingId) -> None:
        """The shelf says why a meeting can't be shown."""
        self._lost = meeting
        self._to_shelf()

    def _make_meeting(self) -> OpenMeeting:
        made = OpenMeeting(self._thread, self.pdf, self._owner)
        made.screen.backRequested.connect(self._go_back)
        made.reading.wanted.connect(self._want)
        made.reading.pane.findLeft.connect(lambda: self._go_back() if self.search.brought else None)
        made.reading.pane.finding.closed.connect(self.search.stay)
        made.search.set_index(self._index)
        made.reading.pane.fullScreenChanged.connect(self.fullScreenChanged)
        made.acted.connect(self._acted)
        made.gone.connect(self._lose)
        made.evidenceRequested.connect(self.exports.proof)
        made.bundleRequested.connect(lambda: self.courier.out(made.id))
        made.reviseRequested.connect(lambda: self.composing.revise(made.id))
        made.archiveRequested.connect(lambda: self.archives.make(made.id))
        self._wire_menu(made.screen.header)
        self._stack.addWidget(made.screen)
        return made

    def _drop_meeting(self, *, gone: bool = False) -> None:
        self._stack.removeWidget(self.meeting.screen)
        self.meeting.put_away(gone=gone)
        self.meeting.deleteLater()

    # --- acts ---------------------------------------------------------------------------------------------

    def _put_together(self) -> None:
        self.shelf.meetingOpened.connect(lambda meeting: self.open_meeting(MeetingId(meeting)))
        self.shelf.changesRequested.connect(lambda meeting: self.open_meeting(MeetingId(meeting)))
        self.shelf.documentOpened.connect(
            lambda meeting, document: self.open_meeting(MeetingId(meeting), document=DocumentId(document))
        )
        self.shelf.deskOpened.connect(lambda meeting: self.open_meeting(MeetingId(meeting), Tab.DESK))
        self.shelf.search.opened.connect(lambda found: self.open_meeting(found.meeting, found=found))
        self.shelf.syncOpened.connect(self.show_sync)
        self.keys.acted.connect(self._acted)
        self.shelf.recallOpened.connect(self._say_recalled)
        self.shelf.notesExportRequested.connect(lambda: self.notes_out.notes())
        self.shelf.unsentExportRequested.connect(self.exports.unsent)
        self.sync.pauseToggled.connect(self._pause)
        self.sync.syncRequested.connect(self.wake)
        self.sync.savingChanged.connect(self._save_line)
        self.sync.dismissed.connect(self._dismiss)
        self.sync.exportRequested.connect(self.exports.unsent)
        self.courier.acted.connect(self._acted)
        for desk in self._desks:
            desk.made.connect(self._wire_menu)
            desk.entered.connect(self._turn_to)
            desk.left.connect(self._to_shelf)
        for desk in (self.composing, self.approving):
            desk.acted.connect(self._acted)
        self.archives.making.notesRequested.connect(lambda meeting: self.notes_out.notes(MeetingId(meeting)))
        for header in (self.shelf.header, self.sync.header):
            header.tabChosen.connect(self._go)
            self._wire_menu(header)

    def _wire_menu(self, header: Header) -> None:
        header.syncOpened.connect(self.show_sync)
        header.menu.modeChosen.connect(self.modeChosen)
        header.menu.scaleChosen.connect(self.scaleChosen)
        header.menu.languageChosen.connect(self.languageChosen)
        header.menu.lockRequested.connect(self.lockRequested)
        header.menu.passphraseRequested.connect(partial(ask_passphrase, self._thread, self._stack))
        header.menu.aboutRequested.connect(partial(show_about, self._stack))
        header.menu.archiveRequested.connect(self.archives.choose)
        header.menu.adminRequested.connect(self.admin.open)
        header.menu.laptopsRequested.connect(self.keys.show_laptops)

    def _go(self, tab: int) -> None:
        if tab == 0:
            self._to_shelf()
        else:
            self.show_sync()

    def _to_shelf(self) -> None:
        self.meeting.reading.save_place()
        self.shelf.header.set_tab(0)
        self._turn_to(self.shelf)

    def _go_back(self) -> None:
        self._to_shelf()
        self.search.come_back()

    def show_sync(self) -> None:
        """Show the page behind the indicator."""
        self.sync.header.set_tab(1)
        self._turn_to(self.sync)

    def _acted(self, _: object = None) -> None:
        """The person did something: show it, and send it."""
        self.refresh()
        self.wake()

    def wake(self) -> None:
        """Ask the line for a round now."""
        if self._line is not None:
            self._line.wake()

    def _want(self, document: DocumentId | None) -> None:
        if self._line is not None:
            self._line.want(document)

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
            dialog.accepted.connect(lambda: self.notes_out.notes(card.id))
            dialog.finished.connect(dialog.deleteLater)
            dialog.open()
