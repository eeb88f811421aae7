"""The dialogs of the reconciliation sheet, and what they ask for. One that is open follows every refresh."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from reader.core.count_views import EntryState, EntryView, SheetRow
from reader.core.views import DeskMotion, DeskView
from reader.ui.desk.confirm_votes import ConfirmLate, ConfirmNamed, ConfirmTotals
from reader.ui.desk.enter import EnterDialog
from reader.ui.desk.reason import ReasonDialog
from reader.ui.plain import plain_line
from reader.ui.widgets.dialog import Dialog, open_for
from sync.errors import SohopError
from sync.model.counts import Named, Totals


class CountDialogs(QObject):
    """One is open at a time."""

    enterRequested = Signal(str, object)
    """MotionId, [(Means, [Named or Totals])]; then ``saved`` or ``problem``."""
    confirmRequested = Signal(str, object)
    """MotionId, entries as EventIds."""
    withdrawRequested = Signal(str, str, str)
    """MotionId, EventId, reason."""
    admitRequested = Signal(str, str, str)
    """MotionId, ballot, reason."""

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self._host = host
        self._view: DeskView | None = None
        self._shown: DeskMotion | None = None
        self.busy = False
        self.dialog: Dialog | None = None

    @property
    def confirmable(self) -> list[EntryView]:
        """What this person can vouch for."""
        return (
            [one for one in self._shown.sheet.entries if one.may_confirm] if self._shown is not None else []
        )

    def set_motion(self, view: DeskView, shown: DeskMotion) -> None:
        """Another state of the motion shown, or another motion."""
        self._view, self._shown = view, shown
        if isinstance(self.dialog, EnterDialog) and self.dialog.motion == shown.motion.id:
            self.dialog.set_motion(view, shown)

    def set_busy(self, busy: bool) -> None:
        """An act is being written."""
        self.busy = busy

    def saved(self) -> None:
        """The votes are written."""
        if isinstance(self.dialog, EnterDialog):
            self.dialog.saved()

    def problem(self, error: SohopError) -> bool:
        """Say it in the dialog that asked; False when that is none."""
        if not isinstance(self.dialog, EnterDialog):
            return False
        self.dialog.problem(error)
        return True

    def enter(self) -> None:
        """Write votes down."""
        view, shown = self._view, self._shown
        if view is not None and shown is not None and self.dialog is None:
            dialog = EnterDialog(view, shown, self._host)
            dialog.wanted.connect(lambda votes: self.enterRequested.emit(shown.motion.id, votes))
            open_for(self, dialog)

    def confirm(self) -> None:
        """All that waits for this person, kind by kind: by name, then each count, then late ballots."""
        named = [one for one in self.confirmable if isinstance(one.votes, Named)]
        if named:
            self._confirm_named(named)
        elif self.confirmable:
            together = [one for one in self.confirmable if isinstance(one.votes, Totals)]
            self.confirm_one((together or self.confirmable)[-1])

    def confirm_one(self, entry: EntryView) -> None:
        """This one."""
        shown = self._shown
        if shown is None or self.dialog is not None:
            return
        motion = shown.motion
        if isinstance(entry.votes, Named):
            self._confirm_named([entry])
            return
        if isinstance(entry.votes, Totals):
            again = ConfirmTotals(motion, entry, entry.votes, self._host)
            again.withdrawWanted.connect(lambda: self._withdraw_next(entry))
            dialog: Dialog = again
        else:
            dialog = ConfirmLate(motion, entry, self._host)
        dialog.accepted.connect(lambda: self.confirmRequested.emit(motion.id, (entry.id,)))
        open_for(self, dialog)

    def withdraw(self, entry: EntryView) -> None:
        """Take an entry back, for a reason."""
        shown = self._shown
        if shown is None or self.dialog is not None:
            return
        motion = shown.motion
        counted = entry.state is EntryState.COUNTS
        whose = ", ".join(plain_line(name) for name in entry.names[:5])
        if len(entry.names) > 5:
            whose = self.tr("{n} người", None, len(entry.names)).format(n=len(entry.names))
        dialog = ReasonDialog(
            self.tr("Rút một lần ghi phiếu"),
            self._host,
            heading=self.tr("Phiếu ghi cho {names}").format(names=whose),
            text=self.tr("Lần ghi này đã được xác nhận. Rút thì không tính nữa; ghi lại được.")
            if counted
            else self.tr("Rút thì không tính; ghi lại được."),
            label=self.tr("Lý do rút"),
            safe=self.tr("Giữ lần ghi"),
            action=self.tr("Rút lần ghi"),
            longest=500,
        )
        dialog.accepted.connect(lambda: self.withdrawRequested.emit(motion.id, entry.id, dialog.reason))
        open_for(self, dialog)

    def admit(self, row: SheetRow) -> None:
        """Put a late ballot forward, for a reason that the minutes show."""
        shown = self._shown
        if shown is None or row.ballot is None or self.dialog is not None:
            return
        motion, ballot = shown.motion, row.ballot
        dialog = ReasonDialog(
            self.tr("Đề nghị tính phiếu đến muộn"),
            self._host,
            heading=self.tr("Phiếu của {name}").format(name=plain_line(row.name)),
            text=self.tr("Phiếu được tính khi cả chủ tọa và thư ký đồng ý. Lý do được ghi vào biên bản."),
            label=self.tr("Lý do"),
            safe=self.tr("Quay lại"),
            action=self.tr("Đề nghị tính"),
            longest=1_000,
        )
        dialog.accepted.connect(lambda: self.admitRequested.emit(motion.id, ballot, dialog.reason))
        open_for(self, dialog)

    def _confirm_named(self, entries: list[EntryView]) -> None:
        shown = self._shown
        if shown is None or self.dialog is not None:
            return
        motion = shown.motion
        dialog = ConfirmNamed(motion, entries, self._host)
        dialog.accepted.connect(lambda: self.confirmRequested.emit(motion.id, dialog.confirmed))
        open_for(self, dialog)

    def _withdraw_next(self, entry: EntryView) -> None:
        self.dialog = None
        self.withdraw(entry)
