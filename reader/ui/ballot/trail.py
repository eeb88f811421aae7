"""The pane at the right of voting: where this person's ballot is, and what to do when it does not move."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from reader.core.views import BallotState, MotionView
from reader.ui.ballot import by_hand, words
from reader.ui.theme import Colour, Role, Tone
from reader.ui.widgets.banner import Banner
from reader.ui.widgets.layout import Column, Scroll
from reader.ui.widgets.paragraph import Paragraph
from reader.ui.widgets.pill import TONE_INK
from reader.ui.widgets.surface import Panel
from reader.ui.widgets.trail import FlatTrail, StepState, Trail
from sync.model.rules import Secrecy


class TrailPane(Panel):
    """Heading, three nodes, and after a minute of waiting the advice to raise a hand.

    `flat` puts the nodes beside one another, for where there is no pane. `now` is the present (aware); the
    advice comes by itself when its minute is over.
    """

    def __init__(
        self,
        *,
        flat: bool = False,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(fill=Colour.PAPER, parent=parent)
        self._now = now
        self._flat = flat
        self._motion: MotionView | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.refresh)
        self._label = Paragraph(self.tr("Đường đi của lá phiếu"), Role.NOTE_STRONG, Colour.INK2)
        self._heading = Paragraph("", Role.SERIF_TITLE)
        self._choice = Paragraph("", Role.BODY, Colour.INK2)
        self.trail = Trail()
        self.flat_trail = FlatTrail()
        self._flat_note = Paragraph("", Role.BODY, Colour.INK2)
        self.advice = Banner(
            "",
            tone=Tone.WAIT,
            icon="hand-palm",
        )
        inside = QWidget()
        margin = 0 if flat else 20
        column = Column(inside, (margin, 0 if flat else 18, margin, 8), 0)
        column.addWidget(self._label)
        column.gap(0 if flat else 4)
        column.addWidget(self._heading)
        column.addWidget(self._choice)
        column.gap(8 if flat else 18)
        column.addWidget(self.trail)
        column.addWidget(self.flat_trail)
        column.addWidget(self._flat_note)
        column.addStretch(1)
        if flat:
            column.gap(8)
            column.addWidget(self.advice)
            self.column.addWidget(inside)
            self.set_colours(None, None)
        else:
            self.column.addWidget(Scroll(inside), 1)
            foot = QWidget()
            Column(foot, (20, 8, 20, 20)).addWidget(self.advice)
            self._foot = foot
            self.column.addWidget(foot)
        self._label.setVisible(not flat)
        self._heading.setVisible(not flat)
        self.trail.setVisible(not flat)
        self.flat_trail.setVisible(flat)
        self._flat_note.setVisible(flat)

    @property
    def heading(self) -> str:
        """The state in words."""
        return self._heading.text()

    @property
    def moves(self) -> bool:
        """Whether there is a ballot on its way: without one, a flat trail says nothing."""
        motion = self._motion
        return (
            motion is not None
            and motion.secrecy is Secrecy.OPEN
            and (motion.ballot.state is not BallotState.NONE or by_hand.is_the_vote(motion))
        )

    def set_motion(self, motion: MotionView) -> None:
        """Show the ballot of this motion."""
        self._motion = motion
        self.refresh()

    def refresh(self) -> None:
        """Look at the clock again."""
        motion = self._motion
        self._timer.stop()
        if motion is None:
            return
        paper = motion.secrecy is Secrecy.SECRET
        said = words.trail(motion)
        heading = self.tr("Phiếu kín, bỏ phiếu giấy") if paper else said.heading
        self._heading.set_text(heading)
        self._heading.set_colour(TONE_INK[said.tone] if said.tone is not Tone.PLAIN else Colour.INK)
        self.trail.set_steps(() if paper else said.steps)
        self.flat_trail.set_steps(() if paper else said.flat)
        last = next((step for step in reversed(said.steps) if step.state is not StepState.NEXT), None)
        self._flat_note.set_text(last.note if last else "")
        labels = [choice.label for choice in motion.choices if choice.id in motion.ballot.choices]
        self._choice.set_text(self.tr("Lựa chọn: {choice}").format(choice=", ".join(labels)))
        settled = motion.ballot.state in (BallotState.COUNTED, BallotState.NOT_COUNTED)
        if by_hand.is_the_vote(motion):
            settled = False  # the banner beside the question says which, and the heading how
        self._choice.setVisible(bool(labels) and settled and not self._flat and not paper)
        late = words.waits_too_long(motion, self._now())
        self.advice.set_words(
            self.tr("Quá 1 phút vẫn chờ? Giơ tay báo thư ký"), words.waits_long_text(motion)
        )
        self.advice.setVisible(late)
        if not late and motion.ballot.state is BallotState.SEALED and motion.ballot.sealed_at is not None:
            left = motion.ballot.sealed_at + words.PATIENCE - self._now()
            # A clock that was put back would make this very long; a later view asks again anyway.
            self._timer.start(max(50, min(int(left.total_seconds() * 1000) + 50, 120_000)))
        self.setAccessibleName(heading)
