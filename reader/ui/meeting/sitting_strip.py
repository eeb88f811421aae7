"""The strip that says where the meeting is, who speaks, how soon one's own turn comes; and the choice to be
where the meeting is."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from reader.core.views import MeetingView, PacketState
from reader.ui import sitting_words as words
from reader.ui.best_clock import BestClock
from reader.ui.theme import Colour, Role
from reader.ui.widgets.button import Button, Kind
from reader.ui.widgets.layout import Column, Row
from reader.ui.widgets.paragraph import Paragraph, Run
from reader.ui.widgets.pill import Glyph
from reader.ui.widgets.surface import Line, Surface

_TICK_MS = 1_000


class SittingStrip(Surface):
    """Quiet: hidden until the desk has said where the meeting is. `set_following` says how this person's
    following stands."""

    followToggled = Signal(bool)
    backRequested = Signal()
    """To where the meeting is, now."""
    pointRequested = Signal()
    """The meeting is where this person reads."""

    def __init__(self, *, conducts: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(Colour.PAPER, None, 0, parent)
        self._conducts = conducts
        self._clock = BestClock()
        self._view: MeetingView | None = None
        self._covered = False
        self._where = Paragraph("", Role.NOTE_STRONG, max_lines=2)
        self._below = Paragraph("", Role.NOTE, Colour.INK2, max_lines=2)
        self.point_button = Button(self.tr("Chỉ trang này"), Kind.QUIET, icon="presentation")
        self.point_button.setToolTip(self.tr("Máy của người theo chủ tọa chuyển tới trang đang xem ở đây."))
        self.point_button.clicked.connect(lambda _checked=False: self.pointRequested.emit())
        self.back_button = Button(self.tr("Về chỗ chủ tọa"), Kind.QUIET, icon="arrow-u-up-left")
        self.back_button.clicked.connect(lambda _checked=False: self.backRequested.emit())
        self.follow_button = Button(
            self.tr("Theo chủ tọa"), Kind.QUIET, icon="circle", icon_on="check-circle", checkable=True
        )
        self.follow_button.setToolTip(
            self.tr("Tự chuyển tới mục và trang mà chủ tọa chỉ. Tự mở chỗ khác thì thôi theo.")
        )
        self.follow_button.clicked.connect(lambda on=False: self.followToggled.emit(on))
        said = QWidget()
        words_ = Column(said, 0, 0)
        words_.addWidget(self._where)
        words_.addWidget(self._below)
        whole = Column(self)
        row = Row(None, (22, 4, 16, 4), 10)
        row.addWidget(Glyph("users", 20, Colour.INK2), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(said, 1, Qt.AlignmentFlag.AlignVCenter)
        for button in (self.point_button, self.back_button, self.follow_button):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        whole.addLayout(row)
        whole.addWidget(Line())
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self._tick)
        self.hide()

    @property
    def said(self) -> str:
        """All that it says."""
        parts = (self._where.text(), self._below.text())
        return " · ".join(part for part in parts if part)

    def set_view(self, view: MeetingView) -> None:
        """Show where the meeting is."""
        self._view = view
        self._clock.set(view.sitting.as_of)
        point = view.sitting.point
        item = next((one for one in view.items if point is not None and one.id == point.item), None)
        self._where.set_text("" if item is None else words.where(item))
        shown = (item is not None or view.sitting.speaking is not None) and (
            view.card.state is not PacketState.PAST and not self._covered
        )
        self.point_button.setVisible(self._conducts)
        self.follow_button.setVisible(item is not None)
        self.setVisible(shown)
        self._keep_time()

    def showEvent(self, event: QShowEvent) -> None:
        self._keep_time()
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self._timer.stop()
        super().hideEvent(event)

    def set_following(self, follows: bool, *, away: bool) -> None:
        """Whether this person's laptop goes where the meeting is; ``away``: it is somewhere else."""
        self.follow_button.setChecked(follows)
        self.back_button.setVisible(away)

    def set_covered(self, covered: bool) -> None:
        """The screen is all the document's, or the desk's page says the same."""
        if covered != self._covered:
            self._covered = covered
            if self._view is not None:
                self.set_view(self._view)

    def set_pointing(self, possible: bool) -> None:
        """There is a page that could be pointed at."""
        self.point_button.setEnabled(possible)

    def _keep_time(self) -> None:
        """Say how long it has been, and go on saying it while somebody speaks and this is seen."""
        self._tick()
        if self.isVisible() and self._view is not None and self._view.sitting.speaking is not None:
            self._timer.start()
        else:
            self._timer.stop()

    def _tick(self) -> None:
        if self._view is None:
            return
        said = words.speaking(self._view.sitting, self._clock.now())
        place = words.own_place(self._view.sitting)
        runs = [Run(said)] if said else []
        if place:
            runs.append(Run(f" · {place}" if said else place, Colour.PRIMARY_TEXT, 600))
        self._below.set_runs(runs)
        self._below.setVisible(bool(runs))
        self.setAccessibleName(self._where.text())
