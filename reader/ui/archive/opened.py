"""Archives behind the window: what is due, making one, opening one from a file and its screen."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QStackedWidget

from reader.core import archiving
from reader.core.archive import opening
from reader.core.archive.opening import ArchiveView
from reader.core.owner import OwnerView
from reader.core.views import SyncView
from reader.pdf import PdfClient
from reader.ui.archive.making import MakingArchive
from reader.ui.archive.screen import ArchiveScreen
from reader.ui.format import language
from reader.ui.long_work import LongWork, Stopped, Tell, Work
from reader.ui.problems import sentence
from reader.ui.shelf.shelf import ShelfScreen
from reader.ui.tasks import Asker, BookThread
from reader.ui.widgets import Dialog
from reader.ui.widgets.dialog import open_for
from sync.errors import SohopError
from sync.model.ids import MeetingId
from sync.model.people import Role


class Archives(QObject):
    """Lives as long as the open book."""

    made = Signal(object)
    """Header: its screen is there, to be joined to the menu. It is made when it is first asked for."""
    entered = Signal(object)
    """QWidget: its screen, which is to be shown."""
    left = Signal()
    """The shelf is to be shown."""

    def __init__(
        self, books: BookThread, pdf: PdfClient, owner: OwnerView, shelf: ShelfScreen, stack: QStackedWidget
    ) -> None:
        super().__init__()
        self._thread = books
        self._books = Asker(books)
        self._pdf = pdf
        self._owner = owner
        self._shelf = shelf
        self._stack = stack
        self._usable = Role.SECRETARY in owner.roles
        self._screen: ArchiveScreen | None = None
        self.dialog: Dialog | None = None
        self.work = LongWork(stack)
        self.making = MakingArchive(self._books, books.wait, stack)
        self.making.made.connect(self.refresh)
        shelf.archives.wanted.connect(lambda meeting: self.making.ask(MeetingId(meeting)))

    @property
    def screen(self) -> ArchiveScreen:
        """Its screen."""
        if self._screen is None:
            made = self._screen = ArchiveScreen(self._books, self._pdf)
            made.header.set_owner(self._owner)
            self._stack.addWidget(made)
            made.backRequested.connect(self._leave)
            made.unpackRequested.connect(self._choose_folder)
            self.made.emit(made.header)
        return self._screen

    @property
    def shown(self) -> bool:
        """Its screen is the one shown."""
        return self._screen is not None and self._stack.currentWidget() is self._screen

    def set_sync(self, view: SyncView) -> None:
        """How the line stands."""
        if self.shown:
            self.screen.header.set_sync(view)

    def refresh(self) -> None:
        """Ask what is due, for the shelf."""
        if self._usable and self._stack.currentWidget() is self._shelf:
            self._books.ask(archiving.due, self._shelf.archives.set_due)

    def make(self, meeting: MeetingId | None) -> None:
        """Ask how the archive of a meeting is to be made."""
        if meeting is not None:
            self.making.ask(meeting)

    def choose(self) -> None:
        """Ask which file to open."""
        title, home = self.tr("Mở hồ sơ lưu trữ"), str(Path.home())
        path, _ = QFileDialog.getOpenFileName(self._stack, title, home, "ZIP (*.zip)")
        if path:
            self.open(Path(path))

    def open(self, path: Path) -> None:
        """Check an archive, then show it."""
        said, on_book = language(), self._thread.wait

        def run(tell: Tell, stopped: Stopped) -> ArchiveView:
            root_key = on_book(lambda book: book.identity.root_key)
            return opening.look(path, root_key, said, tell, stopped)

        self.work.start(Work(self.tr("Đang kiểm chứng hồ sơ"), run, self._show, self._failed))

    def unpack_to(self, folder: Path) -> None:
        """Write what people read into a new folder in this one."""
        view = self.screen.view
        if view is None:
            return
        said, target = language(), folder / view.path.stem

        def run(tell: Tell, stopped: Stopped) -> int:
            return opening.unpack(view, target, said, tell, stopped)

        def done(count: int) -> None:
            said = self.tr(
                "{n} tệp trong {folder}. Mở muc-luc.html để đọc. Ai có thư mục này cũng đọc được.",
                None,
                count,
            )
            self._tell(self.tr("Đã lấy giấy tờ ra"), said.format(n=count, folder=target))

        self.work.start(Work(self.tr("Đang lấy giấy tờ ra"), run, done, self._failed))

    def put_away(self) -> None:
        """The book is being locked."""
        self.work.stop()
        self.making.stop()
        self._books.close()
        made, self._screen = self._screen, None
        if made is not None:
            made.file.close_file()
            self._stack.removeWidget(made)
            made.deleteLater()
        for helper in (self.making, self.work):
            helper.deleteLater()
        self.deleteLater()

    def _show(self, view: ArchiveView) -> None:
        self.screen.set_view(view)
        self.entered.emit(self.screen)

    def _choose_folder(self) -> None:
        folder = QFileDialog.getExistingDirectory(self._stack, self.tr("Lấy giấy tờ ra thư mục"))
        if folder:
            self.unpack_to(Path(folder))

    def _leave(self) -> None:
        self.screen.file.close_file()
        self.left.emit()

    def _failed(self, error: SohopError) -> None:
        self._tell(self.tr("Chưa mở được hồ sơ"), sentence(error))

    def _tell(self, title: str, text: str) -> None:
        dialog = Dialog(title, self._stack, text=text, safe=self.tr("Đóng"))
        dialog.body.gap(16)
        open_for(self, dialog)
