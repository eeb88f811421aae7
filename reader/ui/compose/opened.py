"""The way from the shelf and from a meeting's desk to a packet being made, and back."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QStackedWidget

from reader.core.book import Book
from reader.core.composing import beginning, showing
from reader.core.owner import OwnerView
from reader.core.services import Services
from reader.core.views import SyncView
from reader.pdf import PdfClient
from reader.ui.compose.begin import BeginDialog, Source
from reader.ui.compose.composer import Composer
from reader.ui.problems import sentence
from reader.ui.shelf.shelf import ShelfScreen
from reader.ui.tasks import Asker, BookThread
from reader.ui.widgets import Dialog, open_for
from sync.errors import SohopError
from sync.model.ids import MeetingId
from sync.model.people import Role


class Composing(QObject):
    """For secretaries; for others it shows nothing and does nothing."""

    made = Signal(object)
    """Header: its screen is there, to be joined to the menu. It is made when it is first asked for."""
    entered = Signal(object)
    """QWidget: its screen, which is to be shown."""
    left = Signal()
    """The shelf is to be shown."""
    acted = Signal()

    def __init__(
        self,
        services: Services,
        books: BookThread,
        pdf: PdfClient,
        owner: OwnerView,
        shelf: ShelfScreen,
        stack: QStackedWidget,
    ) -> None:
        super().__init__()
        self._books = Asker(books)
        self._shelf = shelf
        self._stack = stack
        self._usable = Role.SECRETARY in owner.roles
        self.dialog: Dialog | None = None
        self._make = partial(Composer, services, books, pdf, owner)
        self._composer: Composer | None = None
        shelf.drafts.beginRequested.connect(self.ask)
        shelf.drafts.opened.connect(lambda meeting: self.open(MeetingId(meeting)))

    @property
    def composer(self) -> Composer:
        """What is done on its screen."""
        if self._composer is None:
            made = self._composer = self._make()
            self._stack.addWidget(made.screen)
            made.screen.backRequested.connect(self._leave)
            made.gone.connect(self.left)
            made.acted.connect(self.acted)
            made.followed.connect(self._shelf.deskOpened)
            self.made.emit(made.screen.header)
        return self._composer

    @property
    def shown(self) -> bool:
        """Its screen is the one shown."""
        return self._composer is not None and self._stack.currentWidget() is self._composer.screen

    def set_sync(self, view: SyncView) -> None:
        """How the line stands."""
        if self.shown:
            self.composer.screen.header.set_sync(view)

    def refresh(self) -> None:
        """Ask for what is shown of it."""
        if self.shown:
            self.composer.refresh()
        elif self._stack.currentWidget() is self._shelf and self._usable:
            self._books.ask(showing.cards, self._shelf.drafts.set_drafts)

    def open(self, meeting: MeetingId) -> None:
        """Go on with a draft."""
        self.composer.enter(meeting, self._enter)

    def revise(self, meeting: MeetingId | None) -> None:
        """Begin the next version of a published meeting, or go on with it."""
        if meeting is None:
            return
        self._books.ask(
            lambda book: beginning.revise(book, meeting), lambda _: self.open(meeting), self._failed
        )

    def ask(self) -> None:
        """Begin a new packet: how?"""
        self._books.ask(_former, self._ask)

    def begin(self, title: str, starts: datetime, ends: datetime, former: MeetingId | None = None) -> None:
        """From nothing, or with the agenda of an earlier meeting."""

        def work(book: Book) -> MeetingId:
            if former is not None:
                return beginning.begin_like(book, former, title, starts, ends)
            return beginning.begin(book, title, starts, ends)

        self._books.ask(work, self.open, self._failed)

    def begin_from(self, folder: Path, title: str, starts: datetime, ends: datetime) -> None:
        """With what a folder proposes; the draft is there even if that is not taken."""

        def go_on(meeting: MeetingId) -> None:
            self.composer.enter(meeting, propose)

        def propose() -> None:
            self._enter()
            self.composer.add_files([folder], "")

        self._books.ask(lambda book: beginning.begin(book, title, starts, ends), go_on, self._failed)

    def put_away(self) -> None:
        """The book is being locked."""
        self._books.close()
        made, self._composer = self._composer, None
        if made is not None:
            made.put_away()
            self._stack.removeWidget(made.screen)
            made.screen.deleteLater()
            made.deleteLater()
        self.deleteLater()

    def _enter(self) -> None:
        self.entered.emit(self.composer.screen)

    def _leave(self) -> None:
        self.composer.leave()
        self.left.emit()

    def _ask(self, former: list[tuple[MeetingId, str]]) -> None:
        dialog = BeginDialog(self._stack, former)
        dialog.accepted.connect(lambda: self._begin(dialog))
        open_for(self, dialog)
        dialog.name.setFocus()

    def _begin(self, dialog: BeginDialog) -> None:
        starts, ends = dialog.starts, dialog.ends
        if starts is None or ends is None:
            return
        if dialog.source is Source.FOLDER:
            title = self.tr("Chọn thư mục tài liệu")
            folder = QFileDialog.getExistingDirectory(self._stack, title, str(Path.home()))
            if folder:
                self.begin_from(Path(folder), dialog.title, starts, ends)
            return
        former = dialog.former.value if dialog.source is Source.MEETING else None
        self.begin(dialog.title, starts, ends, MeetingId(former) if former else None)

    def _failed(self, error: SohopError) -> None:
        title = self.tr("Chưa mở được bản soạn")
        dialog = Dialog(title, self._stack, text=sentence(error), safe=self.tr("Đóng"))
        dialog.body.gap(16)
        open_for(self, dialog)


def _former(book: Book) -> list[tuple[MeetingId, str]]:
    """Meetings whose agenda can be taken over, the latest first."""
    packets = sorted(book.vault.packets.all(), key=lambda one: one.manifest.meeting.starts, reverse=True)
    return [(one.manifest.meeting.id, one.manifest.meeting.title) for one in packets]
