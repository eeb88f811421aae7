"""Voting: the motions, the ballot or the result, the trail."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, datetime

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLayout, QMenu, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from reader.core.views import BallotState, MeetingView, MotionView
from reader.ui.ballot import reasons, words
from reader.ui.ballot.confirm import ConfirmBallot
from reader.ui.ballot.draft import Draft, lacking
from reader.ui.ballot.list import MotionList
from reader.ui.ballot.paper import BallotPaper
from reader.ui.ballot.result import ResultPaper
from reader.ui.ballot.trail import TrailPane
from reader.ui.ballot.where import WhereStrip
from reader.ui.problems import sentence
from reader.ui.theme import Colour, Tone
from reader.ui.widgets.base import Themed
from reader.ui.widgets.button import Button
from reader.ui.widgets.empty import Empty
from reader.ui.widgets.layout import Column, Row, hold
from reader.ui.widgets.surface import Surface
from sync.errors import SohopError
from sync.model.ids import MeetingId, MotionId
from sync.model.motion import MotionState

_WIDE = 1280
_MIDDLE = 960
_GOING = (MotionState.OPEN, MotionState.ENDED)


class BallotScreen(Surface, Themed):
    """Everything about voting in one meeting.

    What is ticked or typed and not sealed yet is kept per motion until `sealed`: neither `set_view` nor going
    to another motion, tab or meeting touches it. `now` (aware) is the present for the advice after a minute;
    `clock` (seconds) is the dialog's.
    """

    castRequested = Signal(str, tuple, str, str)
    """MotionId, choice ids, text, passphrase (empty where none is asked)."""
    documentOpened = Signal(str)
    """DocumentId"""

    def __init__(
        self,
        *,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        clock: Callable[[], float] = time.monotonic,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(Colour.DESK, None, 0, parent)
        self._clock = clock
        self._view: MeetingView | None = None
        self._motion: MotionId | None = None
        self._drafts: dict[tuple[MeetingId | None, MotionId], Draft] = {}
        self._casting: MotionId | None = None
        self._problem: tuple[MotionId, SohopError] | None = None
        self._hidden = False
        self._mode: tuple[bool, bool, float] | None = None
        self.dialog: ConfirmBallot | None = None

        self.where = WhereStrip(clock=clock)
        self.list = MotionList()
        self.paper = BallotPaper()
        self.result = ResultPaper()
        self.trail = TrailPane(now=now)
        self._flat = TrailPane(flat=True, now=now)
        self._menu_button = Button("", trailing="caret-down")
        self._menu_button.clicked.connect(self._open_menu)
        self._show_list = Button(self.tr("Danh sách"), icon="list-bullets")
        self._show_list.clicked.connect(lambda: self._hide_list(False))
        self._bar = QWidget()
        bar = Row(self._bar, (16, 8, 16, 2), 12)
        bar.addWidget(self._show_list)
        bar.addWidget(self._menu_button)
        bar.addStretch(1)
        self._centre = QStackedWidget()
        self._centre.addWidget(self.paper)
        self._centre.addWidget(self.result)
        middle = QWidget()
        self._frame = QVBoxLayout(middle)
        self._frame.setSpacing(0)
        self._frame.addWidget(self._bar)
        self._frame.addWidget(self._centre, 1)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self.list)
        self.splitter.addWidget(middle)
        self.splitter.addWidget(self.trail)
        self.splitter.setStretchFactor(1, 1)
        hold(self.list, min_width=240, max_width=420)
        hold(self.trail, min_width=280, max_width=420)
        self._empty = Empty(
            "list-checks",
            self.tr("Chưa có nội dung biểu quyết"),
            self.tr("Nội dung có trong tập tài liệu sẽ hiện ở đây."),
        )
        self._whole = QStackedWidget()
        self._whole.addWidget(self._empty)
        self._whole.addWidget(self.splitter)
        self.where.hide()
        whole = Column(self, 0)
        whole.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        whole.addWidget(self.where)
        whole.addWidget(self._whole, 1)

        self.list.motionChosen.connect(self.show_motion)
        self.list.hideRequested.connect(lambda: self._hide_list(True))
        self.paper.edited.connect(self._edited)
        self.paper.castPressed.connect(self._ask)
        self.paper.changePressed.connect(self._change)
        self.paper.keepPressed.connect(self._keep)
        self.paper.documentOpened.connect(self.documentOpened)
        # After the panes' least widths have followed: a splitter gives no pane less than it needs.
        self.theme.changed.connect(self._fit)
        self._fit()

    @property
    def motion(self) -> MotionId | None:
        """The motion shown."""
        return self._motion

    def draft(self, motion: MotionId) -> Draft | None:
        """What is ticked and typed for a motion and not sealed yet."""
        return self._drafts.get(self._key(motion))

    def set_view(self, view: MeetingView) -> None:
        """Show another state of the meeting. Half-filled ballots stay as they are; without news of a motion
        nothing is touched at all."""
        before, self._view = self._view, view
        self.where.set_view(view.voting, shown=bool(view.motions), meeting=view.card.id)
        if before is not None and (before.card.id, before.motions) == (view.card.id, view.motions):
            return
        if before is not None and before.card.id != view.card.id:
            self._casting = self._motion = self._problem = None
        if self._motion is None or view.motion(self._motion) is None:
            first = next((one for one in view.motions if words.waits_for_me(one)), None)
            self._motion = first.id if first else view.motions[0].id if view.motions else None
        self._whole.setCurrentIndex(1 if view.motions else 0)
        self._show()

    def show_motion(self, motion: MotionId) -> None:
        """Go to a motion."""
        if motion != self._motion:
            self._motion = motion
            self._show()

    def sealed(self, motion: MotionId) -> None:
        """The ballot is durably sealed: its draft is done with. The next view shows it."""
        self._drafts.pop(self._key(motion), None)
        if self._casting == motion:
            self._casting = None
        self._problem = None
        self._show()

    def problem(self, error: SohopError) -> None:
        """Sealing failed: say so beside the ballot; what was chosen stays."""
        motion = self._casting or self._motion
        self._casting = None
        self._problem = None if motion is None else (motion, error)
        self._show()

    def minimumSizeHint(self) -> QSize:
        # Less than the panes need: a narrower window shows fewer of them, so it must be able to get there.
        return QSize(480, 320)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _key(self, motion: MotionId) -> tuple[MeetingId | None, MotionId]:
        """Motions of different meetings may have the same id."""
        return (None if self._view is None else self._view.card.id, motion)

    def _show(self) -> None:
        view = self._view
        if view is None or self._motion is None:
            return
        motion = view.motion(self._motion)
        if motion is None:
            return
        self.list.set_motions(view.motions, self._motion)
        self._menu_button.set_text(
            self.tr("Biểu quyết · {n} trên {total}").format(n=motion.number, total=len(view.motions))
        )
        if motion.state is MotionState.CLOSED and motion.result is not None:
            self.result.set_motion(motion)
            self._centre.setCurrentWidget(self.result)
        else:
            self.paper.set_motion(motion, self._editable(motion), casting=self._casting == motion.id)
            self._centre.setCurrentWidget(self.paper)
        self._say_problem(motion)
        self.trail.set_motion(motion)
        self._flat.set_motion(motion)
        self._place_trail()

    def _editable(self, motion: MotionView) -> Draft | None:
        """The draft to edit: the one begun, or a blank one where a ballot is still wanted."""
        begun = self._drafts.get(self._key(motion.id))
        if begun is not None or not motion.can_vote:
            return begun
        return Draft() if words.wants_ballot(motion) else None

    def _say_problem(self, motion: MotionView) -> None:
        if self._problem is not None and self._problem[0] == motion.id:
            self.paper.show_problem(self.tr("Phiếu chưa được niêm phong"), sentence(self._problem[1]))
        elif motion.ballot.state is BallotState.NOT_COUNTED and motion.state in _GOING:
            reason = motion.ballot.reason
            late = reasons.may_still_count(reason)
            if late and motion.by_hand is not None:  # its own banner says who has put it forward
                self.paper.show_problem("", "")
                return
            tone = Tone.WAIT if late else Tone.BAD
            self.paper.show_problem(reasons.not_counted(reason), reasons.why_not_counted(reason), tone)
        elif motion.ballot.state is BallotState.REFUSED:
            self.paper.show_problem(
                self.tr("Phiếu chưa được nhận"), reasons.why_refused(motion.ballot.reason)
            )
        elif motion.by_hand is not None and motion.by_hand.counts:
            self.paper.show_problem("", "")
        elif not motion.can_vote and not self._drafts.get(self._key(motion.id), Draft()).empty:
            self.paper.show_problem(self.tr("Lựa chọn này chưa niêm phong"), words.not_sealed(motion))
        else:
            self.paper.show_problem("", "")

    def _edited(self, draft: Draft) -> None:
        if self._motion is not None:
            self._drafts[self._key(self._motion)] = draft

    def _change(self) -> None:
        """Begin a new ballot for a motion that has a sealed one: from nothing, as the first time."""
        if self._motion is not None:
            self._drafts[self._key(self._motion)] = Draft()
            self._show()
            if self.paper.choices is not None:
                self.paper.choices.choices[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep(self) -> None:
        if self._motion is not None:
            self._drafts.pop(self._key(self._motion), None)
            self._show()

    def _ask(self) -> None:
        motion = None if self._view is None or self._motion is None else self._view.motion(self._motion)
        if motion is None or not motion.can_vote:
            return
        draft = self._drafts.get(self._key(motion.id), Draft())
        if lacking(motion, draft):
            return
        self.dialog = ConfirmBallot(motion, draft, self, clock=self._clock)
        self.dialog.finished.connect(self._answered)
        self.dialog.open()

    def _answered(self, accepted: int) -> None:
        dialog, self.dialog = self.dialog, None
        if dialog is None:
            return
        dialog.deleteLater()
        if not accepted:
            self.paper.cast_button.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._casting = dialog.motion.id
        self._problem = None
        self._show()
        self.castRequested.emit(dialog.motion.id, dialog.draft.choices, dialog.text, dialog.passphrase)

    def _open_menu(self) -> None:
        if self._view is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for motion in self._view.motions:
            action = menu.addAction(f"{motion.number}. {motion.title} – {words.list_state(motion).text}")
            action.triggered.connect(lambda _checked=False, motion=motion.id: self.show_motion(motion))
        menu.popup(self._menu_button.mapToGlobal(QPoint(0, self._menu_button.height())))

    def _hide_list(self, hidden: bool) -> None:
        self._hidden = hidden
        self._fit()
        target = self._show_list if hidden else self.list.rows
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fit(self) -> None:
        """Three panes, two (the trail lies flat under the ballot) or one (the list becomes a menu)."""
        width = self.width() / self.theme.scale
        one, three = width < _MIDDLE, width >= _WIDE
        self.list.setVisible(not one and not self._hidden)
        self.trail.setVisible(three)
        self._show_list.setVisible(self._hidden and not one)
        self._menu_button.setVisible(one)
        self._bar.setVisible(one or self._hidden)
        self.paper.set_flat(one)
        side, end = (0, 0) if one else (self.px(24), self.px(20))
        self._frame.setContentsMargins(side, end, side, end)
        mode = (one, three, self.theme.scale)
        if mode != self._mode:
            self._mode = mode
            left, right = self.px(316), self.px(344)
            self.splitter.setSizes([left, max(1, self.width() - left - right * three), right])
            self._show()
        self._place_trail()

    def _place_trail(self) -> None:
        place = self.result.below if self._centre.currentWidget() is self.result else self.paper.below
        if place.indexOf(self._flat) < 0:
            place.addWidget(self._flat)
        self._flat.setVisible(self._flat.moves and self.width() / self.theme.scale < _WIDE)
