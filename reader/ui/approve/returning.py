"""Writing remarks on a submitted version, and giving it back with them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from reader.core import approving, reviewing
from reader.core.approving import ApprovalView
from reader.ui.approve.remarks import RemarkDialog, places_of
from reader.ui.approve.screen import ApproveScreen
from reader.ui.compose.words import cut
from reader.ui.tasks import Asker
from reader.ui.widgets import Dialog, Kind, open_for
from sync.errors import SohopError
from sync.model.review import Remark


class Returning(QObject):
    """Every remark is kept at once; ``view`` gives what is shown now."""

    changed = Signal()
    """Something else is to be shown."""
    acted = Signal()
    """Something waits to be sent."""

    def __init__(self, books: Asker, screen: ApproveScreen, view: Callable[[], ApprovalView | None]) -> None:
        super().__init__(screen)
        self._books = books
        self._screen = screen
        self._view = view
        self.dialog: Dialog | None = None
        screen.summary.remarks.addRequested.connect(self.write)
        screen.summary.remarks.editRequested.connect(self.edit)
        screen.summary.returnRequested.connect(self.ask)
        screen.remarkRequested.connect(self.write)

    def write(self, about: str = "") -> None:
        """A new remark."""
        self._open(about, None)

    def edit(self, number: int) -> None:
        """One that was written."""
        view = self._view()
        if view is not None and number < len(view.remarks):
            self._open(view.remarks[number].about, number)

    def ask(self) -> None:
        """Give it back? Without a remark one is asked for first."""
        view = self._view()
        if view is None:
            return
        if not view.remarks:
            self.write()
            return
        dialog = Dialog(
            self.tr("Trả lại thư ký"),
            self._screen,
            heading=self.tr("{title}, bản {n}").format(title=cut(view.card.title), n=view.card.version),
            text=self.tr(
                "Thư ký nhận {n} góp ý. Bản này không phê duyệt hay phát hành được nữa; thư ký sửa rồi "
                "trình lại.",
                None,
                len(view.remarks),
            ).format(n=len(view.remarks)),
            safe=self.tr("Xem lại"),
            action=self.tr("Trả lại"),
            kind=Kind.PRIMARY,
        )
        dialog.body.gap(16)
        dialog.accepted.connect(lambda: self._send(view))
        open_for(self, dialog)

    def _open(self, about: str, number: int | None) -> None:
        view = self._view()
        if view is None:
            return
        text = view.remarks[number].text if number is not None else ""
        dialog = RemarkDialog(self._screen, places_of(view), about, text)
        dialog.accepted.connect(lambda: self._keep(view, number, dialog.remark))
        dialog.removed.connect(lambda: self._keep(view, number, None))
        open_for(self, dialog)

    def _keep(self, view: ApprovalView, number: int | None, remark: Remark | None) -> None:
        """Put it in the place of another, or behind them; None takes it out."""
        shown = None if number is None else view.remarks[number]
        was = None if shown is None else Remark(about=shown.about, text=shown.text)
        meeting, version = view.card.meeting, view.card.version
        self._books.ask(
            lambda book: reviewing.put_remark(book, meeting, version, was, remark),
            lambda _: self.changed.emit(),
            self._failed,
        )

    def _send(self, view: ApprovalView) -> None:
        meeting, manifest = view.card.meeting, view.card.manifest
        self._books.ask(
            lambda book: approving.send_back(book, meeting, manifest),
            lambda _: self.acted.emit(),
            self._failed,
        )

    def _failed(self, error: SohopError) -> None:
        self._screen.problem(self.tr("Chưa làm được"), error)
        self.changed.emit()
