"""The secretary's page: who is ready, conducting, what was said, the votes; and taking the results out."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QLayout, QStackedWidget, QWidget

from reader.core.merging import Group
from reader.core.views import DeskView
from reader.ui import clipboard
from reader.ui.desk import mailing
from reader.ui.desk.opinions import OpinionsPage
from reader.ui.desk.projection import Projection
from reader.ui.desk.ready import ReadyPage
from reader.ui.desk.running import RunningPage
from reader.ui.desk.votes import VotesPage
from reader.ui.problems import sentence, tone
from reader.ui.theme import Colour, Tone
from reader.ui.widgets.banner import Banner
from reader.ui.widgets.button import Button
from reader.ui.widgets.layout import Column, Row, Scroll
from reader.ui.widgets.surface import Line, Panel, Surface
from reader.ui.widgets.tabs import Tabs
from sync.errors import SohopError
from sync.model.ids import MotionId
from sync.model.motion import MotionState
from sync.model.people import Role

_VOTES = 3
"""The number of the last page."""
_REMINDER_MS = 300_000
"""A message is pasted into another program, which has to be found first."""
_WIDE = 700
"""From here on there is room for four tabs and the words of the button."""


class DeskScreen(Surface):
    """Four pages for one meeting, and one button for all that is taken out of it; `votes_only`, for a
    teller, has the last page.

    `say` and `problem` show a banner above them; `hush` takes it away.
    """

    collectRequested = Signal()
    reviseRequested = Signal()
    papersRequested = Signal()
    archiveRequested = Signal()

    def __init__(self, *, votes_only: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(Colour.DESK, None, 0, parent)
        self._votes_only = votes_only
        self.tabs = Tabs(
            [self.tr("Sẵn sàng"), self.tr("Điều hành"), self.tr("Ý kiến"), self.tr("Biểu quyết")],
            height=52,
            name=self.tr("Trang của thư ký"),
        )
        self.papers_button = Button(self.tr("Văn bản, hồ sơ…"), icon="file-text")
        self.papers_button.clicked.connect(lambda _checked=False: self.papersRequested.emit())
        self._label = self.papers_button.text()
        self.papers_button.setAccessibleName(self._label)
        head = Panel()
        bar = QWidget()
        place = Row(bar, (26, 0, 24, 0), 16)
        place.addWidget(self.tabs)
        place.addStretch(1)
        place.addWidget(self.papers_button)
        head.column.addWidget(bar)
        self.banner = Banner("", tone=Tone.BAD)
        self._banner_place = QWidget()
        Column(self._banner_place, (26, 12, 24, 0)).addWidget(self.banner)
        self._banner_place.hide()
        self.ready = ReadyPage()
        self.projection = Projection(self)
        self.running = RunningPage(self.projection)
        self.opinions = OpinionsPage()
        self.votes = VotesPage(self.projection)
        self.running.course.motion.wholeRequested.connect(self._show_votes)
        self.ready.reminderRequested.connect(self._copy)
        self.ready.mailRequested.connect(self._mail)
        self.ready.reviseRequested.connect(self.reviseRequested)
        pages = QStackedWidget()
        for page in (Scroll(self.ready), self.running, self.opinions, self.votes):
            pages.addWidget(page)
        self.tabs.changed.connect(pages.setCurrentIndex)
        if votes_only:
            self.tabs.choose(_VOTES)
            for tab in range(_VOTES):
                self.tabs.set_usable(tab, False)
            self.papers_button.hide()
        self.theme.changed.connect(self._fit)
        column = Column(self, 0)
        column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        column.addWidget(head)
        column.addWidget(Line())
        column.addWidget(self._banner_place)
        column.addWidget(pages, 1)

    def minimumSizeHint(self) -> QSize:
        # Less than the panes need: a narrower window shows fewer of them, so it must be able to get there.
        return QSize(480, 320)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():  # what was told is not news any more when the person comes back
            self.hush()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """The button without words where the tabs need the room, by the width at this text scale."""
        wide = self.width() / self.theme.scale >= _WIDE
        self.papers_button.set_text(self._label if wide else "")
        self.papers_button.setToolTip("" if wide else self._label)

    @property
    def secretary(self) -> bool:
        """The person before it is one, who alone archives a meeting."""
        view = self.ready.view
        return view is not None and Role.SECRETARY in view.owner.roles

    def set_view(self, view: DeskView, groups: tuple[Group, ...]) -> None:
        """Show another state of the meeting, and what was said in it as it is merged."""
        if not self._votes_only:
            self.ready.set_view(view)
            self.running.set_view(view)
            self.opinions.set_view(view, groups)
        self.votes.set_view(view)
        opened = sum(one.motion.state in (MotionState.OPEN, MotionState.ENDED) for one in view.motions)
        self.tabs.set_badge(_VOTES, opened)

    def _show_votes(self, motion: str) -> None:
        self.votes.show_motion(MotionId(motion))
        self.tabs.choose(_VOTES)

    def say(self, title: str, text: str = "", said: Tone = Tone.OK) -> None:
        """Tell what was done, such as where the results were saved."""
        self.banner.set_tone(said)
        self.banner.set_words(title, text)
        self._banner_place.show()

    def _copy(self, text: str) -> None:
        clipboard.copy(text, _REMINDER_MS)
        self.say(self.tr("Đã chép lời nhắc"), self.tr("Dán vào tin nhắn hoặc thư trong vòng 5 phút."))

    def _mail(self, subject: str, text: str) -> None:
        """A long reminder does not fit into the address of a letter: then it is copied, to be pasted."""
        fits = bool(mailing.address(subject, text))
        begun = mailing.write(subject, text if fits else self.tr("(Dán lời nhắc vào đây.)"))
        if not (fits and begun):
            clipboard.copy(text, _REMINDER_MS)
            where = (
                self.tr("Dán vào thư vừa mở trong vòng 5 phút.")
                if begun
                else self.tr("Máy này chưa có phần mềm thư. Dán vào tin nhắn hoặc thư trong vòng 5 phút.")
            )
            self.say(self.tr("Đã chép lời nhắc"), where)

    def problem(self, error: SohopError) -> None:
        """Tell what could not be done."""
        self.say(self.tr("Chưa làm được"), sentence(error), tone(error))

    def hush(self) -> None:
        """Take the banner away."""
        self._banner_place.hide()
