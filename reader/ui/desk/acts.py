"""What who runs the meeting does with the motion chosen, and what became of the last such act."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from reader.core.views import DeskMotion, DeskView, MotionView, RunAct, RunView
from reader.ui.best_clock import BestClock
from reader.ui.desk.annul import AnnulDialog
from reader.ui.desk.ending import CloseDialog, EndDialog
from reader.ui.desk.opening import OpenDialog
from reader.ui.problems import sentence
from reader.ui.theme import Tone
from reader.ui.widgets.banner import Banner
from reader.ui.widgets.button import Button, Kind
from reader.ui.widgets.dialog import Dialog, open_for
from reader.ui.widgets.layout import Column, Flow
from sync.errors import Code
from sync.model.ids import EventId
from sync.model.motion import MotionState
from sync.model.people import Role as PersonRole

_RUNS = frozenset({PersonRole.CHAIR, PersonRole.SECRETARY})
_PATIENCE_MS: Final = 1_500
_GOING = (MotionState.OPEN, MotionState.ENDED)


class MotionActs(QWidget):
    """The buttons, and below them what waits to be sent or was refused. ``clock`` gives seconds."""

    openRequested = Signal(str, bool)
    """MotionId, whether those of whom nobody has said anything are to be written down as present."""
    endRequested = Signal(str, bool)
    """MotionId, whether an early end was confirmed."""
    closeRequested = Signal(str, bool)
    """The same, with the result at once."""
    annulRequested = Signal(str, str)
    """MotionId, the reason that all are told."""
    projectPressed = Signal()
    exportRequested = Signal(object)
    """DeskMotion that has a result."""

    def __init__(self, *, clock: Callable[[], float] = time.monotonic, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clock = BestClock(clock)
        self._view: DeskView | None = None
        self._shown: DeskMotion | None = None
        self._busy = False
        self._understood: EventId | None = None
        """The refusal that the person has taken note of."""
        self._slow: EventId | None = None
        """The act that has been waiting for a while."""
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_PATIENCE_MS)
        self._patience.timeout.connect(self._on_patience)
        self.dialog: Dialog | None = None
        self.act_button = Button("", Kind.PRIMARY)
        self.act_button.clicked.connect(lambda _checked=False: self._ask())
        self.annul_button = Button(self.tr("Hủy biểu quyết…"), Kind.QUIET, icon="prohibit")
        self.annul_button.clicked.connect(lambda _checked=False: self._ask_to_annul())
        self.project_button = Button(self.tr("Chiếu kết quả"), icon="presentation")
        self.project_button.clicked.connect(lambda _checked=False: self.projectPressed.emit())
        self.export_button = Button(self.tr("Xuất kết quả…"), icon="export")
        self.export_button.clicked.connect(lambda _checked=False: self._export())
        tools = QWidget()
        self.tools = Flow(tools, 0, 8)
        for button in (self.act_button, self.project_button, self.export_button, self.annul_button):
            self.tools.addWidget(button)
        self.told = Banner("", tone=Tone.WAIT, buttons=("", self.tr("Đã hiểu")), beside=True)
        self.told.pressed.connect(self._on_told)
        self.told.hide()
        column = Column(self, 0, 8)
        column.addWidget(tools)
        column.addWidget(self.told)

    @property
    def runs(self) -> bool:
        """Whether this person opens and ends motions."""
        return self._view is not None and bool(_RUNS & set(self._view.owner.roles))

    def set_motion(self, view: DeskView, shown: DeskMotion) -> None:
        """Show what can be done with this motion."""
        self._clock.set(view.as_of)
        self._view, self._shown = view, shown
        self._show()

    def set_busy(self, busy: bool) -> None:
        """An act is being written: none is asked for meanwhile."""
        self._busy = busy
        self._show()

    def name_projection(self, here: bool) -> None:
        """What the button that shows it to the room would do; ``here``: the room is shown it."""
        self.project_button.set_text(self.tr("Ngừng chiếu") if here else self.tr("Chiếu kết quả"))

    def _show(self) -> None:
        shown = self._shown
        if shown is None:
            return
        motion, last = shown.motion, shown.last
        waits = self._busy or (last is not None and not last.refusal)
        self.act_button.setVisible(self.runs and motion.state in (MotionState.DRAFTED, *_GOING))
        self.annul_button.setVisible(self.runs and motion.state in (*_GOING, MotionState.CLOSED))
        self.act_button.setEnabled(not waits)
        self.annul_button.setEnabled(not waits)
        opened = motion.state is MotionState.OPEN
        self.act_button.set_text(
            self.tr("Kết thúc biểu quyết…")
            if opened
            else self.tr("Công bố kết quả…")
            if motion.state is MotionState.ENDED
            else self.tr("Mở biểu quyết…")
        )
        self.act_button.set_kind(Kind.DANGER if opened else Kind.PRIMARY)
        self.export_button.setVisible(motion.result is not None)
        self._show_last(last)

    def _show_last(self, last: RunView | None) -> None:
        again, understood = self.told.buttons
        if last is not None and not last.refusal and last.id != self._slow:
            self._patience.start()  # mostly it is sent before anybody could read this
        seen = last is not None and (last.id != self._understood if last.refusal else last.id == self._slow)
        self.told.setVisible(seen)
        if last is None:
            return
        understood.setVisible(bool(last.refusal))
        too_early = last.refusal == Code.ENDED_EARLY
        again.setVisible(too_early and self.runs)
        again.setEnabled(not self._busy)
        again.set_text(self.tr("Kết thúc lại…"))
        if not last.refusal:
            self.told.set_tone(Tone.WAIT, "paper-plane-tilt")
            self.told.set_words(self._waiting(last.act), self._meanwhile(last.act))
            return
        self.told.set_tone(Tone.WAIT if too_early else Tone.BAD)
        known = last.refusal in {code.value for code in Code}
        title = (
            self.tr("Chưa kết thúc được: biểu quyết mới mở")
            if too_early
            else self.tr("Hệ thống không nhận lần bấm vừa rồi")
        )
        self.told.set_words(title, sentence(Code(last.refusal)) if known else "")

    def _waiting(self, act: RunAct) -> str:
        return {
            RunAct.OPEN: self.tr("Chờ gửi tới hệ thống: mở biểu quyết"),
            RunAct.END: self.tr("Chờ gửi tới hệ thống: ngừng nhận phiếu"),
            RunAct.CLOSE: self.tr("Chờ gửi tới hệ thống: kết thúc và công bố"),
            RunAct.ANNUL: self.tr("Chờ gửi tới hệ thống: hủy biểu quyết"),
        }[act]

    def _meanwhile(self, act: RunAct) -> str:
        if act in (RunAct.END, RunAct.CLOSE):
            return self.tr("Đến khi nhận được lệnh này, hệ thống vẫn nhận phiếu.")
        if act is RunAct.OPEN:
            return self.tr("Đại biểu thấy biểu quyết mở khi hệ thống nhận được lệnh này.")
        return ""

    def _ask(self, refused: bool = False) -> None:
        shown = self._shown
        if shown is None or self._view is None:
            return
        motion = shown.motion
        if motion.state is MotionState.OPEN:
            end = EndDialog(shown, self, now=self._clock.now, refused=refused)
            end.accepted.connect(lambda: self._end(motion, end))
            self._open(end)
        elif motion.state is MotionState.ENDED:
            close = CloseDialog(shown, self)
            close.accepted.connect(lambda: self.closeRequested.emit(motion.id, False))
            self._open(close)
        elif motion.state is MotionState.DRAFTED:
            self._open(self._opening(self._view, shown))

    def _opening(self, view: DeskView, shown: DeskMotion) -> Dialog:
        motion = shown.motion
        dialog = OpenDialog(shown, view.conduct.attendance, self)
        dialog.accepted.connect(lambda: self.openRequested.emit(motion.id, dialog.all_present))
        return dialog

    def _end(self, motion: MotionView, dialog: EndDialog) -> None:
        signal = self.endRequested if dialog.count_first else self.closeRequested
        signal.emit(motion.id, dialog.is_early)

    def _ask_to_annul(self) -> None:
        if self._shown is not None:
            motion = self._shown.motion
            dialog = AnnulDialog(motion, self)
            dialog.accepted.connect(lambda: self.annulRequested.emit(motion.id, dialog.reason))
            self._open(dialog)

    def _open(self, dialog: Dialog) -> None:
        open_for(self, dialog)

    def _export(self) -> None:
        if self._shown is not None and self._shown.motion.result is not None:
            self.exportRequested.emit(self._shown)

    def _on_patience(self) -> None:
        last = self._shown.last if self._shown is not None else None
        if last is not None and not last.refusal:
            self._slow = last.id
            self._show()

    def _on_told(self, which: int) -> None:
        last = self._shown.last if self._shown is not None else None
        if which == 0:
            self._ask(refused=True)
        elif last is not None:
            self._understood = last.id
            self._show()
