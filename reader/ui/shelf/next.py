"""The card of the next meeting: when, what, whether it can be read offline, and the one filled button."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from reader.core.views import MeetingCard
from reader.ui.plain import plain_line
from reader.ui.shelf import words
from reader.ui.theme import Colour, Drawing, Role, Tone, current
from reader.ui.widgets import (
    Button,
    Card,
    Column,
    DateTile,
    Flow,
    Glyph,
    Grid,
    Kind,
    Line,
    Paragraph,
    Row,
    Run,
    Size,
)
from reader.ui.widgets.pill import TONE_INK
from reader.ui.widgets.progress import Bar
from sync.model.ids import MeetingId

_BESIDE = 760


class NextCard(Card):
    """Shows one MeetingCard; the buttons speak of that meeting."""

    opened = Signal(str)
    changes = Signal(str)
    desk = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__((20, 20, 24, 20), strong=True, parent=parent)
        self._meeting = MeetingId("")
        self._tile = DateTile(date.today())
        self._when = Paragraph("", Role.NOTE_STRONG, Colour.PRIMARY_TEXT)
        self._title = Paragraph("", Role.PAGE_TITLE)
        self._where = Paragraph("", Role.BODY, Colour.INK2)
        self._whole = Glyph("check-circle", 24, Colour.OK, Drawing.FILL)
        self._sign = Glyph("download-simple", 24, Colour.PRIMARY_TEXT)
        self._state = Paragraph("", Role.EMPHASIS_STRONG, Colour.OK)
        self._amount = Paragraph("", Role.BODY, Colour.INK2)
        self._bar = Bar()
        self._votes = Paragraph("", Role.BODY_MEDIUM, Colour.WAIT)
        self.open_button = Button(self.tr("Mở kỳ họp"), Kind.PRIMARY, size=Size.MAIN)
        self.changes_button = Button(self.tr("Xem chỗ thay đổi"), size=Size.MAIN)
        self.desk_button = Button(self.tr("Bàn thư ký"), size=Size.MAIN)
        self._buttons = QWidget()
        self._lay_out()
        for button, signal in (
            (self.open_button, self.opened),
            (self.changes_button, self.changes),
            (self.desk_button, self.desk),
        ):
            button.clicked.connect(lambda _checked=False, signal=signal: signal.emit(self._meeting))
        current().changed.connect(self._arrange)

    def set_card(self, card: MeetingCard, *, bytes_per_second: float | None, desk: bool) -> None:
        """Show this meeting."""
        self._meeting = card.id
        self._tile.set_date(card.starts.astimezone().date())
        self._when.set_text(words.when_text(card))
        self._title.set_text(plain_line(card.title))
        self._where.set_text(plain_line(words.where_text(card)))
        said = words.state(card, bytes_per_second)
        ink = TONE_INK[said.tone]
        self._whole.setVisible(said.tone is Tone.OK)
        self._sign.setVisible(said.tone is not Tone.OK)
        self._sign.set_icon(said.icon, ink)
        self._state.set_text(said.text)
        self._state.set_colour(ink)
        changed, news = words.change_text(card), words.news_text(card)
        amount = words.amount_text(card) if card.is_whole else words.have_text(card)
        runs = [Run(amount)]
        if news:
            runs += [Run(" · "), Run(news, Colour.WAIT, 500)]
        self._amount.set_runs(runs)
        self._bar.setVisible(not card.is_whole)
        self._bar.set_share(card.bytes_have / card.bytes_total if card.bytes_total else 1.0)
        self._bar.setAccessibleName(said.text)
        self._votes.setVisible(card.open_motions > 0)
        self._votes.set_text(
            self.tr("{n} nội dung đang biểu quyết, chưa bỏ phiếu").format(n=card.open_motions)
        )
        self.changes_button.setVisible(bool(changed))
        self.changes_button.setAccessibleDescription(changed)
        self.desk_button.setVisible(desk)
        self.open_button.setAccessibleDescription(plain_line(card.title))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A press anywhere on the card opens it, as on the rows below."""
        super().mouseReleaseEvent(event)
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.opened.emit(self._meeting)

    def _lay_out(self) -> None:
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        head = Row(spacing=20)
        head.addWidget(self._tile, 0, Qt.AlignmentFlag.AlignTop)
        said = Column()
        for line in (self._when, self._title, self._where):
            said.addWidget(line)
        said.addStretch(1)
        head.addLayout(said, 1)
        state = Column()
        for line in (self._state, self._amount, self._votes):
            state.addWidget(line)
        left = Row(spacing=8)
        left.addWidget(self._whole, 0, Qt.AlignmentFlag.AlignTop)
        left.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        left.addLayout(state, 1)
        flow = Flow(self._buttons, 0, 16)
        for button in (self.desk_button, self.changes_button, self.open_button):
            flow.addWidget(button)
        self._foot = Grid(None, 0, 24, 16)
        self._foot.addLayout(left, 0, 0)
        self._foot.addWidget(self._bar, 1, 0, 1, 2)
        self._foot.addWidget(self._buttons, 0, 1, Qt.AlignmentFlag.AlignVCenter)
        self._foot.setColumnStretch(0, 1)
        self.column.addLayout(head)
        self.column.gap(16)
        self.column.addWidget(Line())
        self.column.gap(16)
        self.column.addLayout(self._foot)

    def _arrange(self) -> None:
        """The buttons stand beside the state, or below it where it is narrow."""
        beside = self.width() >= current().px(_BESIDE)
        self._foot.removeWidget(self._buttons)
        self._foot.removeWidget(self._bar)
        if beside:
            self._foot.addWidget(self._buttons, 0, 1, Qt.AlignmentFlag.AlignVCenter)
            self._foot.addWidget(self._bar, 1, 0, 1, 2)
        else:
            self._foot.addWidget(self._bar, 1, 0, 1, 2)
            self._foot.addWidget(self._buttons, 2, 0, 1, 2)
