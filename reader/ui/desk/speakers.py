"""Who has the word and for how long, who waits, and what the desk does about it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from reader.core.views import AttendanceView, DeskView, TurnView
from reader.ui import sitting_words as words
from reader.ui.best_clock import BestClock
from reader.ui.desk.add_speaker import AddSpeakerDialog
from reader.ui.desk.speaker_queue import SpeakerQueue
from reader.ui.plain import plain_line
from reader.ui.theme import SPACE, Colour, Role
from reader.ui.widgets.button import Button, Kind
from reader.ui.widgets.empty import Empty
from reader.ui.widgets.layout import Column, Flow, Row
from reader.ui.widgets.paragraph import Paragraph
from reader.ui.widgets.pill import Glyph
from reader.ui.widgets.progress import Bar
from reader.ui.widgets.select import Select
from reader.ui.widgets.surface import Line, Panel, Surface
from sync.model.conduct import TurnId
from sync.model.ids import ItemId

MORE_S = 120
_TICK_MS = 1_000
_MINUTES = (2, 3, 5, 7, 10, 15, 20, 30)


class SpeakersPane(Panel):
    """The card of who speaks, and the list of who waits."""

    added = Signal(str, object, str)
    """ItemId, PersonId or None, name."""
    begun = Signal(str, int)
    """TurnId, seconds allowed."""
    moreGiven = Signal(str, int)
    """TurnId, seconds more."""
    ended = Signal(str)
    """TurnId"""
    usualChosen = Signal(int)
    """Seconds for those who speak from now on."""
    ordered = Signal(str, object)
    """ItemId, TurnIds in their order."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, 0, Colour.PAPER, parent)
        self._clock = BestClock()
        self._speaking: TurnView | None = None
        self._next: TurnView | None = None
        self._item: ItemId | None = None
        self._people = AttendanceView()
        self._usual_s = 0
        self._may = False
        self._filling = False
        self.dialog: AddSpeakerDialog | None = None
        self.queue = SpeakerQueue()
        self.queue.invited.connect(lambda turn: self.begun.emit(turn, self._usual_s))
        self.queue.moved.connect(self._moved)
        self.usual = Select(
            [self.tr("{n} phút", None, n).format(n=n) for n in _MINUTES], self.tr("Thời gian mỗi lượt")
        )
        self.usual.currentIndexChanged.connect(self._on_usual)
        self.add_button = Button(self.tr("Thêm"), icon="plus", name=self.tr("Thêm người phát biểu"))
        self.add_button.clicked.connect(lambda _checked=False: self._ask())
        head = QWidget()
        top = Row(head, (16, 10, 12, 10), 8)
        top.addWidget(Paragraph(self.tr("Phát biểu"), Role.BODY_STRONG), 1, Qt.AlignmentFlag.AlignVCenter)
        top.addWidget(self.usual)
        top.addWidget(self.add_button)
        self._waiting = Paragraph("", Role.NOTE_STRONG, Colour.INK2)
        self.rank_button = Button("", Kind.QUIET, icon="list-numbers")
        self.rank_button.clicked.connect(lambda _checked=False: self._rank())
        waiting = QWidget()
        between = Flow(waiting, (16, 8, 8, 4), 8)
        between.addWidget(self._waiting)
        between.addWidget(self.rank_button)
        self._nobody = Empty("users", self.tr("Chưa ai đăng ký phát biểu"))
        self.column.addWidget(head)
        self.column.addWidget(self._make_card())
        self.column.addWidget(waiting)
        self.column.addWidget(Line())
        self.column.addWidget(self.queue, 1)
        self.column.addWidget(self._nobody, 1)
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self._tick)

    def set_view(self, view: DeskView, item: ItemId | None, *, may: bool) -> None:
        """Show another state of the speakers on an item; ``may``: this person gives the word."""
        sitting, self._may = view.sitting, may
        self._clock.set(sitting.as_of)
        self._item, self._people, self._usual_s = item, view.conduct.attendance, sitting.usual_s
        here = sitting.of(item)
        others = tuple(one for one in sitting.waiting if one.item != item)
        self._speaking, self._next = sitting.speaking, here[0] if here else None
        self.queue.set_turns(here, others, may=may)
        self._waiting.setVisible(bool(here))
        self._waiting.set_text(self.tr("Chờ đến lượt: {n}").format(n=len(here)))
        new = sum(not one.ranked and not one.waits for one in here)
        self.rank_button.set_text(self.tr("Xếp {n} người mới").format(n=new))
        self.rank_button.setVisible(may and new > 0)
        self.queue.setVisible(bool(here or others))
        self._nobody.setVisible(not here and not others)
        self._choose_usual()
        for control in (self.usual, self.add_button):
            control.setVisible(may)
        self.add_button.setEnabled(item is not None)
        self._buttons.setVisible(may and (self._speaking is not None or self._next is not None))
        self._show_card()

    @property
    def card_text(self) -> str:
        """Who speaks and how long, as it is read."""
        parts = (self._state.text(), self._name.text(), self._time.text(), self._of.text())
        return " · ".join(part for part in parts if part)

    def _make_card(self) -> QWidget:
        self._card = Surface(Colour.PRIMARY_TINT, Colour.PRIMARY_LINE, SPACE.radius_card)
        self._state = Paragraph("", Role.BODY_STRONG, Colour.PRIMARY_TEXT)
        self._name = Paragraph("", Role.SERIF_SMALL, max_lines=3)
        self._time = Paragraph("", Role.PAGE_TITLE)
        self._of = Paragraph("", Role.BODY, Colour.INK2)
        self._bar = Bar(total=True)
        self._bar.setAccessibleName(self.tr("Thời gian đã nói"))
        self.more_button = Button(self.tr("Thêm 2 phút"))
        self.more_button.clicked.connect(lambda _checked=False: self._more())
        self.next_button = Button("")
        self.next_button.clicked.connect(lambda _checked=False: self._invite())
        self.end_button = Button("", Kind.QUIET, icon="stop", name=self.tr("Kết thúc lượt"))
        self.end_button.clicked.connect(lambda _checked=False: self._end())
        self._buttons = QWidget()
        flow = Flow(self._buttons, (0, 10, 0, 0), 8)
        for button in (self.more_button, self.next_button):
            flow.addWidget(button)
        self._times = QWidget()
        times = Row(self._times, 0, 8)
        times.addWidget(self._time, 0, Qt.AlignmentFlag.AlignVCenter)
        times.addWidget(self._of, 1, Qt.AlignmentFlag.AlignVCenter)
        inside = Column(self._card, (16, 8, 12, 14), 2)
        top = Row(spacing=8)
        top.addWidget(Glyph("microphone", 20, Colour.PRIMARY_TEXT), 0, Qt.AlignmentFlag.AlignVCenter)
        top.addWidget(self._state, 1, Qt.AlignmentFlag.AlignVCenter)
        top.addWidget(self.end_button)
        inside.addLayout(top)
        for part in (self._name, self._times, self._bar, self._buttons):
            inside.addWidget(part)
        place = QWidget()
        Column(place, (12, 0, 12, 0)).addWidget(self._card)
        return place

    def showEvent(self, event: QShowEvent) -> None:
        self._keep_time()
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self._timer.stop()
        super().hideEvent(event)

    def _keep_time(self) -> None:
        """Say how long it has been, and go on saying it while somebody speaks and this is seen."""
        self._tick()
        if self._speaking is not None and self.isVisible():
            self._timer.start()
        else:
            self._timer.stop()

    def _show_card(self) -> None:
        turn = self._speaking
        speaks = turn is not None
        self._state.set_text(self.tr("Đang phát biểu") if speaks else self.tr("Chưa ai phát biểu"))
        self._name.set_text(plain_line(turn.name) if turn is not None else "")
        for part in (self._name, self._times, self._bar, self.more_button):
            part.setVisible(speaks)
        self.end_button.setVisible(speaks and self._may)
        self.next_button.setVisible(self._next is not None)
        invite = self.tr("Người kế tiếp") if speaks else self.tr("Mời người đầu danh sách")
        self.next_button.set_text(invite)
        self._card.set_colours(
            Colour.PRIMARY_TINT if speaks else Colour.DESK, Colour.PRIMARY_LINE if speaks else Colour.LINE
        )
        self._keep_time()

    def _tick(self) -> None:
        turn = self._speaking
        if turn is None:
            self._time.set_text("")
            self._of.set_text("")
            return
        now = self._clock.now()
        over = turn.spoken(now) > timedelta(seconds=turn.allowed)
        self._time.set_text(words.clock_text(turn.spoken(now)))
        self._time.set_colour(Colour.WAIT if over else Colour.INK)
        said = words.allowed_text(turn)
        self._of.set_text(f"{said} · {words.left_text(turn, now).lower()}" if over else said)
        self._bar.set_share(words.share(turn, now))

    def _choose_usual(self) -> None:
        minutes = max(1, round(self._usual_s / 60))
        nearest = min(_MINUTES, key=lambda one: abs(one - minutes))
        self._filling = True
        self.usual.setCurrentIndex(_MINUTES.index(nearest))
        self._filling = False

    def _on_usual(self, number: int) -> None:
        if not self._filling and number >= 0:
            self._usual_s = _MINUTES[number] * 60
            self.usualChosen.emit(self._usual_s)

    def _more(self) -> None:
        if self._speaking is not None:
            self.moreGiven.emit(self._speaking.turn, MORE_S)

    def _invite(self) -> None:
        if self._next is not None:
            self.begun.emit(self._next.turn, self._usual_s)

    def _end(self) -> None:
        if self._speaking is not None:
            self.ended.emit(self._speaking.turn)

    def _moved(self, turns: Sequence[TurnId]) -> None:
        if self._item is not None:
            self.ordered.emit(self._item, list(turns))

    def _rank(self) -> None:
        """As they stand: those in the order first, the new ones behind them."""
        if self._item is not None:
            self.ordered.emit(self._item, [])

    def _ask(self) -> None:
        item = self._item
        if item is None:
            return
        dialog = self.dialog = AddSpeakerDialog(self._people, self)
        dialog.accepted.connect(lambda: self.added.emit(item, dialog.person, dialog.name))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
