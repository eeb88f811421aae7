"""The way from the shelf to a submitted packet, and the approver's act."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget

from reader.core import approving
from reader.core.approving import ApprovalView
from reader.core.owner import OwnerView
from reader.pdf import PdfClient
from reader.ui.approve.screen import ApproveScreen
from reader.ui.compose.words import cut
from reader.ui.shelf.shelf import ShelfScreen
from reader.ui.tasks import Asker, BookThread
from reader.ui.widgets import Dialog
from sync.errors import Code, SohopError
from sync.model.ids import MeetingId
from sync.model.people import Role


class Approving(QObject):
    """For approvers; for others it shows nothing and does nothing."""

    entered = Signal()
    """Its screen is to be shown."""
    left = Signal()
    """The shelf is to be shown."""
    acted = Signal()

    def __init__(
        self, books: BookThread, pdf: PdfClient, owner: OwnerView, shelf: ShelfScreen, stack: QStackedWidget
    ) -> None:
        super().__init__()
        self._books = Asker(books)
        self._shelf = shelf
        self._stack = stack
        self._usable = Role.APPROVER in owner.roles
        self._meeting: MeetingId | None = None
        self.view: ApprovalView | None = None
        self.dialog: Dialog | None = None
        self.screen = ApproveScreen(self._books, pdf)
        self.screen.header.set_owner(owner)
        stack.addWidget(self.screen)
        shelf.approvals.opened.connect(lambda meeting: self.open(MeetingId(meeting)))
        self.screen.backRequested.connect(self._leave)
        self.screen.summary.approveRequested.connect(self.ask)

    def refresh(self) -> None:
        """Ask for what is shown of it."""
        shown, meeting = self._stack.currentWidget(), self._meeting
        if shown is self.screen and meeting is not None:
            self._books.ask(lambda book: approving.view(book, meeting), self._show, self._failed)
        elif shown is self._shelf and self._usable:
            self._books.ask(approving.cards, self._shelf.approvals.set_cards)

    def open(self, meeting: MeetingId) -> None:
        """Show what is submitted of a meeting."""
        self._meeting, self.view = meeting, None
        self.screen.hush()
        self.screen.file.close_file()

        def enter(view: ApprovalView) -> None:
            self._show(view)
            self.screen.show_tab(0)
            self.entered.emit()

        self._books.ask(lambda book: approving.view(book, meeting), enter, self._failed)

    def ask(self) -> None:
        """Sign it?"""
        view = self.view
        if view is None:
            return
        dialog = self.dialog = Dialog(
            self.tr("Xác nhận phê duyệt"),
            self.screen,
            heading=self.tr("{title}, bản {n}").format(title=cut(view.card.title), n=view.card.version),
            text=self.tr(
                "Chữ ký của máy này gắn với đúng từng tệp của bản đã xem. Sau đó thư ký phát hành được. "
                "Không rút lại được; muốn sửa thì thư ký trình bản khác."
            ),
            safe=self.tr("Xem lại"),
            action=self.tr("Phê duyệt"),
        )
        dialog.body.gap(16)
        dialog.accepted.connect(lambda: self._approve(view))
        dialog.finished.connect(lambda _: self._closed(dialog))
        dialog.open()

    def put_away(self) -> None:
        """The book is being locked."""
        self.screen.file.close_file()
        self._books.close()
        self._stack.removeWidget(self.screen)
        self.screen.deleteLater()
        self.deleteLater()

    def _approve(self, view: ApprovalView) -> None:
        meeting, manifest = view.card.meeting, view.card.manifest
        self._books.ask(
            lambda book: approving.approve(book, meeting, manifest), lambda _: self.acted.emit(), self._failed
        )

    def _show(self, view: ApprovalView) -> None:
        if view.card.meeting == self._meeting:
            self.view = view
            self.screen.set_view(view)

    def _leave(self) -> None:
        self._meeting = None
        self.screen.file.close_file()
        self.left.emit()

    def _failed(self, error: SohopError) -> None:
        if error.code is Code.PACKET_UNKNOWN:  # published, or another took its place
            self._leave()
        else:
            self.screen.problem(error)
            self.refresh()

    def _closed(self, dialog: Dialog) -> None:
        if self.dialog is dialog:
            self.dialog = None
        dialog.deleteLater()
