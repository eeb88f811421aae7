"""The side column of the shelf: the document to go on with, and what waits for the person or for the line."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from reader.core.views import (
    DeviceState,
    DocumentView,
    MeetingCard,
    PacketState,
    ReadingView,
    ShelfView,
    Trip,
    WaitingView,
)
from reader.ui import problems
from reader.ui.plain import plain_line
from reader.ui.stack import Entry, Stack
from reader.ui.sync.words import act_title, counted, stale_text
from reader.ui.theme import Colour, Role, Tone
from reader.ui.widgets import Button, Card, Column, Glyph, Paragraph, Row, Themed
from reader.ui.widgets.base import begin, box
from sync.model.ids import DocumentId, MeetingId


class ReadingCard(Card):
    """ "Đọc tiếp": one document and the page it was left at."""

    opened = Signal(str, str)
    """Meeting and document."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__((20, 14, 20, 16), 8, parent=parent)
        self._meeting, self._document = MeetingId(""), DocumentId("")
        self._name = Paragraph("", Role.BODY_STRONG, max_lines=2)
        self._about = Paragraph("", Role.NOTE, Colour.INK2, max_lines=2)
        self._page = Paragraph("", Role.NOTE, Colour.INK2)
        self.button = Button(icon="book-open", text=self.tr("Đọc tiếp"))
        self.column.addWidget(Paragraph(self.tr("Đọc tiếp"), Role.NOTE_STRONG, Colour.INK2))
        row = Row(spacing=12)
        row.addWidget(_Leaf(), 0, Qt.AlignmentFlag.AlignTop)
        words = Column()
        for line in (self._name, self._about, self._page):
            words.addWidget(line)
        words.addStretch(1)
        row.addLayout(words, 1)
        self.column.addLayout(row)
        self.column.gap(4)
        self.column.addWidget(self.button)
        self.button.clicked.connect(lambda _checked=False: self.opened.emit(self._meeting, self._document))

    def set_reading(self, reading: ReadingView) -> None:
        """Show this document."""
        document = reading.document
        self._meeting, self._document = reading.meeting, document.id
        self._name.set_text(document_name(document))
        about = document.summary if document.summary != document.name else reading.meeting_title
        self._about.set_text(plain_line(about or reading.meeting_title))
        page = document.place.page + 1 if document.place is not None else 1
        self._page.set_text(self.tr("Đang ở trang {page}/{pages}").format(page=page, pages=document.pages))
        self.button.set_text(self.tr("Đọc tiếp trang {page}").format(page=page))


class AgeCard(Card):
    """How old what one sees is: one quiet sentence, when the hub's last word is old."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__((20, 14, 20, 14), parent=parent)
        self._text = Paragraph("", Role.NOTE_MEDIUM, Colour.WAIT)
        row = Row(spacing=12)
        row.addWidget(Glyph("clock", 24, Colour.WAIT), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._text, 1)
        self.column.addLayout(row)

    def set_stale(self, when: datetime | None) -> None:
        """When the hub last signed what is newest, if that is long ago; None hides the card."""
        self.setVisible(when is not None)
        if when is not None:
            self._text.set_text(stale_text(when))
            self.setAccessibleName(self._text.text())


class WaitingCard(Card):
    """ "Việc đang chờ": ballots and notes on their way, votes to be cast, what was refused."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__((20, 14, 20, 12), 0, parent=parent)
        self._stack = Stack(side=0, pad=10, small=True)
        self.button = Button(self.tr("Xem đồng bộ"))
        self.column.addWidget(Paragraph(self.tr("Việc đang chờ"), Role.NOTE_STRONG, Colour.INK2))
        self.column.addWidget(self._stack)
        self.column.addWidget(self.button)
        self.column.gap(4)

    def set_shelf(self, view: ShelfView) -> None:
        """Show what waits."""
        entries = [*self._refused(view.waiting), *self._votes(view.cards), *self._going(view)]
        self.button.setVisible(bool(view.waiting))
        self._stack.set_entries(entries or [Entry("check", self.tr("Không có việc nào chờ."))])

    def _refused(self, acts: tuple[WaitingView, ...]) -> list[Entry]:
        return [
            Entry(
                "warning-octagon",
                plain_line(act_title(act)),
                problems.sentence(act.code) if act.code is not None else self.tr("Không được nhận."),
                Tone.BAD,
            )
            for act in acts
            if act.trip is Trip.REFUSED
        ]

    def _votes(self, cards: tuple[MeetingCard, ...]) -> list[Entry]:
        return [
            Entry(
                "scales",
                self.tr("{n} nội dung chờ bỏ phiếu").format(n=card.open_motions),
                plain_line(card.short or card.title),
                Tone.WAIT,
            )
            for card in cards
            if card.open_motions and card.state is not PacketState.PAST and not card.state.is_gone
        ]

    def _going(self, view: ShelfView) -> list[Entry]:
        waiting = [act for act in view.waiting if act.trip is Trip.WAITING]
        passed_on = [act for act in waiting if act.passage.with_hub]
        going = [act for act in waiting if not act.passage.with_hub]
        ballots = [act for act in going if act.kind == "ballot"]
        others = [act for act in going if act.kind != "ballot"]
        entries = []
        sends, copied = self.tr("Tự gửi khi có mạng."), self.tr("Có mạng thì máy vẫn tự gửi.")
        if view.device is not DeviceState.FINE:
            sends = copied = self.tr("Không gửi được từ máy này nữa.")
        if passed_on:
            text = self.tr("{what} đã chuyển đi, chờ ghi nhận").format(what=counted(passed_on))
            note = self.tr("Trạm giữ và tự chuyển đến nơi ghi nhận.")
            if all(act.passage.room is not None for act in passed_on):
                text = self.tr("{what} đã nhận qua trạm phòng họp").format(what=counted(passed_on))
                note = self.tr("Chờ máy chủ cơ quan ghi nhận.")
            entries.append(Entry("tray", text, note, Tone.INFO))
        if going and all(act.passage.copied is not None for act in going):
            text = self.tr("{what} đã chép ra USB – chưa được ghi nhận").format(what=counted(going))
            return [*entries, Entry("usb", text, copied, Tone.WAIT)]
        if ballots:
            text = self.tr("{what} đã niêm phong, chờ gửi").format(what=counted(ballots))
            named = plain_line(ballots[0].title) if len(ballots) == 1 else ""
            entries.append(Entry("upload-simple", text, f"{named}. {sends}" if named else sends, Tone.WAIT))
        if others:
            text = self.tr("{what} chờ gửi").format(what=counted(others))
            entries.append(Entry("paper-plane-tilt", text, sends, Tone.WAIT))
        return entries


def document_name(document: DocumentView) -> str:
    """What a document is called on one line: its name, and its symbol when the name lacks it."""
    name, symbol = plain_line(document.name), plain_line(document.symbol)
    return name if not symbol or symbol in name else f"{name} {symbol}"


class _Leaf(QWidget, Themed):
    """A small page. It is decoration: nothing of the document is drawn before it is opened."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.follow()

    def sizeHint(self) -> QSize:
        return QSize(self.px(60), self.px(84))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = begin(self)
        colour = self.theme.colour
        box(painter, QRectF(self.rect()), colour(Colour.PAGE), colour(Colour.LINE2), 0)
        step = self.height() / 14
        for row in range(9):
            short = {0: 0.26, 1: 0.18, 8: 0.16}.get(row, 0.12)
            last = 0.5 if row == 8 else short
            left, right = self.width() * short, self.width() * (1 - last)
            shade = colour(Colour.INK3 if row < 2 else Colour.LINE2)
            high = max(1.0, self.px(2) if row < 2 else self.px(1.5))
            painter.fillRect(
                QRectF(QPointF(left, step * (row + 1.8)), QPointF(right, step * (row + 1.8) + high)), shade
            )
        painter.end()
