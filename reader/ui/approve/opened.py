"""The way from the shelf to a submitted packet, and the approver's act."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget

from reader.core import approving
from reader.core.approving import ApprovalView, Turn
from reader.core.owner import OwnerView
from reader.core.views import SyncView
from reader.pdf import PdfClient
from reader.ui.approve.returning import Returning
from reader.ui.approve.screen import ApproveScreen
from reader.ui.compose.words import cut
from reader.ui.shelf.shelf import ShelfScreen
from reader.ui.tasks import Asker, BookThread
from reader.ui.theme import Colour
from reader.ui.theme import Role as TextRole
from reader.ui.widgets import Dialog, Paragraph, close_dialogs, open_for
from sync.errors import Code, SohopError
from sync.model.ids import EventId, MeetingId
from sync.model.people import Role


class Approving(QObject):
    """For approvers; for others it shows nothing and does nothing."""

    made = Signal(object)
    """Header: its screen is there, to be joined to the menu. It is made when it is first asked for."""
    entered = Signal(object)
    """QWidget: its screen, which is to be shown."""
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
        self._told: EventId | None = None
        """The refusal that was told last."""
        self.view: ApprovalView | None = None
        self.dialog: Dialog | None = None
        self._pdf = pdf
        self._owner = owner
        self._screen: ApproveScreen | None = None
        self.returning: Returning | None = None
        shelf.approvals.opened.connect(lambda meeting: self.open(MeetingId(meeting)))

    @property
    def screen(self) -> ApproveScreen:
        """Its screen."""
        if self._screen is None:
            made = self._screen = ApproveScreen(self._books, self._pdf)
            made.header.set_owner(self._owner)
            self._stack.addWidget(made)
            made.backRequested.connect(self._leave)
            made.summary.approveRequested.connect(self.ask)
            returning = self.returning = Returning(self._books, made, lambda: self.view)
            returning.changed.connect(self.refresh)
            returning.acted.connect(self.acted)
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
        """Ask for what is shown of it."""
        meeting = self._meeting
        if self.shown and meeting is not None:
            self._books.ask(lambda book: approving.view(book, meeting), self._show, self._failed)
        elif self._stack.currentWidget() is self._shelf and self._usable:
            self._books.ask(approving.cards, self._shelf.approvals.set_cards)

    def open(self, meeting: MeetingId) -> None:
        """Show what is submitted of a meeting."""
        self._meeting, self.view = meeting, None
        self.screen.hush()
        self.screen.file.close_file()

        def enter(view: ApprovalView) -> None:
            self._show(view)
            self.screen.show_tab(0)
            self.entered.emit(self.screen)

        self._books.ask(lambda book: approving.view(book, meeting), enter, self._failed)

    def ask(self) -> None:
        """Sign it?"""
        view = self.view
        if view is None:
            return
        dialog = Dialog(
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
        if view.remarks:
            dialog.body.gap(12)
            unsent = self.tr("{n} góp ý đã viết sẽ không được gửi.", None, len(view.remarks))
            unsent = unsent.format(n=len(view.remarks))
            dialog.body.addWidget(Paragraph(unsent, TextRole.BODY_MEDIUM, Colour.WAIT))
        dialog.body.gap(16)
        dialog.accepted.connect(lambda: self._approve(view))
        open_for(self, dialog)

    def put_away(self) -> None:
        """The book is being locked."""
        self._books.close()
        made, self._screen = self._screen, None
        if made is not None:
            made.file.close_file()
            self._stack.removeWidget(made)
            made.deleteLater()
        self.deleteLater()

    def _approve(self, view: ApprovalView) -> None:
        meeting, manifest = view.card.meeting, view.card.manifest
        self._books.ask(
            lambda book: approving.approve(book, meeting, manifest),
            lambda _: self.acted.emit(),
            self._refused,
        )

    def _show(self, view: ApprovalView) -> None:
        if view.card.meeting == self._meeting:
            self.view = view
            self.screen.set_view(view)
            if view.refused is not None and view.refused[0] != self._told:
                self._told = view.refused[0]
                self.screen.problem(self.tr("Việc vừa làm không được nhận"), SohopError(view.refused[1]))

    def _leave(self) -> None:
        self._meeting = None
        self.screen.file.close_file()
        self.left.emit()

    def _failed(self, error: SohopError) -> None:
        """It can't be shown; what is shown now, if anything, stays."""
        if error.code is Code.PACKET_UNKNOWN:  # published, or recalled
            self._lose()
        else:
            self.screen.problem(self.tr("Chưa xem lại được"), error)

    def _refused(self, error: SohopError) -> None:
        """It was not signed: perhaps another version took its place, which is shown then."""
        if error.code is Code.PACKET_UNKNOWN:
            self._lose()
        else:
            self.screen.problem(self.tr("Chưa phê duyệt được"), error)
            self.refresh()

    def _lose(self) -> None:
        """There is nothing to approve any more, nor to be asked about."""
        shown = self.shown
        waited = shown and self.view is not None and self.view.card.turn is Turn.MINE
        if shown:
            close_dialogs(self._stack.window())
        self._leave()
        if waited:
            title = self.tr("Bản này không còn chờ phê duyệt")
            text = self.tr(
                "Trong lúc đó một bản của kỳ họp đã được phát hành hoặc thu hồi. Bản mới nhất ở trên kệ."
            )
            dialog = Dialog(title, self._stack, text=text, safe=self.tr("Đã hiểu"))
            dialog.body.gap(16)
            open_for(self, dialog)
