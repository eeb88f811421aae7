"""The shelf: the next meeting, the others, what to go on with and what waits."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from reader.core.views import DeviceState, Line, MeetingCard, PacketState, ShelfView, SyncView
from reader.ui.header import Header
from reader.ui.keys.notices import KeyNotices
from reader.ui.search.page import SearchPage
from reader.ui.shelf.approvals import ApprovalsCard
from reader.ui.shelf.archives import ArchivesCard
from reader.ui.shelf.device import DeviceBanner
from reader.ui.shelf.drafts import DraftsCard
from reader.ui.shelf.lost import LostBanner
from reader.ui.shelf.next import NextCard
from reader.ui.shelf.rows import ShelfList
from reader.ui.shelf.side import AgeCard, ReadingCard, WaitingCard
from reader.ui.stack import WIDEST
from reader.ui.sync.words import speed
from reader.ui.theme import Colour, Role, current
from reader.ui.widgets import Card, Column, Grid, Paragraph, Row, Scroll, Surface
from reader.ui.widgets.empty import Empty
from reader.ui.widgets.layout import clear

_SIDE = 336
_WIDEST = 1440
_TWO = 960


class ShelfScreen(QWidget):
    """Shows a ShelfView; `set_line` adds what the line does. Tabs of `header`: the shelf (0), sync (1)."""

    meetingOpened = Signal(str)
    changesRequested = Signal(str)
    documentOpened = Signal(str, str)
    """Meeting and document."""
    deskOpened = Signal(str)
    recallOpened = Signal(str)
    """A recalled meeting, to say why."""
    notesExportRequested = Signal()
    """All of the person's notes: this laptop was revoked."""
    unsentExportRequested = Signal()
    syncOpened = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: ShelfView | None = None
        self._speed: float | None = None
        self._line = Line.NEVER
        self.header = Header(tabs=(self.tr("Kệ họp"), self.tr("Đồng bộ")))
        self.next = NextCard()
        self.list = ShelfList()
        self.drafts = DraftsCard()
        self.approvals = ApprovalsCard()
        self.archives = ArchivesCard()
        self.reading = ReadingCard()
        self.waiting = WaitingCard()
        self.age = AgeCard()
        self.device = DeviceBanner()
        self.lost = LostBanner()
        self.keys = KeyNotices()
        self._title = Paragraph(self.tr("Trên kệ"), Role.SERIF_SMALL)
        self._list_card = Card(1)
        self._list_card.column.addWidget(self.list)
        self._nothing = _Nothing()
        self._page = QWidget()
        self._scroll = Scroll(self._page)
        self.search = SearchPage()
        self._pages = QStackedWidget()
        self._search_row = Surface(Colour.PAPER)
        self._search_line = Row(self._search_row, (26, 10, 24, 10))
        self._lay_out()
        self._connect()
        current().changed.connect(self._arrange)

    def set_view(self, view: ShelfView) -> None:
        """Show the shelf. What is unchanged stays as it is: scroll, focus, the current row."""
        self._view = view
        self.header.set_owner(view.owner)
        following = next_meeting(view.cards)
        others = tuple(card for card in view.cards if card is not following)
        desk = view.owner.is_desk
        self.next.setVisible(following is not None)
        if following is not None:
            self.next.set_card(following, bytes_per_second=self._speed, desk=desk)
        self.setFocusProxy(self.next.open_button if following is not None else self.header.indicator)
        self.list.set_cards(others, desk=desk)
        self._title.setVisible(bool(others))
        self._list_card.setVisible(bool(others))
        self.reading.setVisible(view.reading is not None)
        if view.reading is not None:
            self.reading.set_reading(view.reading)
        self.waiting.set_shelf(view)
        self.age.set_stale(view.stale)
        self.device.set_state(view.device, unsent=view.unsent)
        self.waiting.setVisible(bool(view.cards))
        self._aside.setVisible(bool(view.cards))
        self._nothing.setVisible(following is None and view.device is not DeviceState.REVOKED)
        self._nothing.set_state(
            first=not view.cards,
            offline=self._line in (Line.OFFLINE, Line.PROBLEM),
            readable=any(not card.state.is_gone for card in view.cards),
        )

    def set_line(self, view: SyncView) -> None:
        """How the line stands: for the indicator, and for "khoảng 6 phút"."""
        self.header.set_sync(view)
        self._speed, self._line = speed(view), view.line.line
        self.list.shown_model().set_speed(self._speed)
        if self._view is not None:
            self.set_view(self._view)

    def say_lost(self, card: MeetingCard | None) -> None:
        """Why the meeting that was being read is not on the screen any more; None: nothing is known of it."""
        self.search.leave()
        self.lost.say(card)
        self._scroll.ensureVisible(0, 0)

    def hush(self) -> None:
        """That is known now."""
        self.lost.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _lay_out(self) -> None:
        self._main = QWidget()
        main = Column(self._main)
        main.addWidget(self.next)
        main.addWidget(self._nothing)
        main.gap(16)
        for card in (self.approvals, self.archives, self.drafts):
            main.addWidget(card)
            main.gap(16)
        main.addWidget(self._title)
        main.gap(12)
        main.addWidget(self._list_card)
        main.addStretch(1)
        self._aside = QWidget()
        aside = Column(self._aside, 0, 20)
        aside.addWidget(self.reading)
        aside.addWidget(self.waiting)
        aside.addWidget(self.age)
        aside.addStretch(1)
        self._shelf = QWidget()
        self._grid = Grid(self._shelf, (26, 20, 24, 20), 24, 20)
        self._outer = QVBoxLayout(self._page)
        self._outer.setSpacing(0)
        self._outer.addWidget(self.lost)
        self._outer.addWidget(self.device)
        self._outer.addWidget(self.keys)
        self._outer.addWidget(self._shelf)
        whole = Column(self)
        whole.addWidget(self.header)
        whole.addWidget(self._search_row)
        for page in (self._scroll, self.search):
            self._pages.addWidget(page)
        whole.addWidget(self._pages, 1)
        self.header.slot.gap(24)
        self.header.slot.gap(16)
        self._columns = 0

    def _connect(self) -> None:
        self.next.opened.connect(self.meetingOpened)
        self.next.changes.connect(self.changesRequested)
        self.next.desk.connect(self.deskOpened)
        self.list.opened.connect(self.meetingOpened)
        self.list.deskOpened.connect(self.deskOpened)
        self.list.explained.connect(self.recallOpened)
        self.device.notesExportRequested.connect(self.notesExportRequested)
        self.device.unsentExportRequested.connect(self.unsentExportRequested)
        self.list.moved.connect(self._see)
        self.reading.opened.connect(self.documentOpened)
        self.waiting.button.clicked.connect(lambda _checked=False: self.syncOpened.emit())
        self.search.queryChanged.connect(self._show_search)
        self.search.left.connect(self._leave_search)
        for keys in ("Ctrl+Shift+F", "Ctrl+F", "/"):
            QShortcut(QKeySequence(keys), self, self.search.take_keyboard)

    def _show_search(self, query: str, _exact: bool) -> None:
        self._pages.setCurrentWidget(self.search if query else self._scroll)

    def _leave_search(self) -> None:
        self.search.leave()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _arrange(self) -> None:
        """Two columns, or one below 960; never wider than 1440, and then in the middle."""
        px = current().px
        columns = 2 if self.width() >= px(_TWO) else 1
        side = px(_SIDE)
        self._aside.setMinimumWidth(side if columns == 2 else 0)
        self._aside.setMaximumWidth(side if columns == 2 else WIDEST)
        edge = max(0, (self._scroll.viewport().width() - px(_WIDEST)) // 2)
        self._outer.setContentsMargins(edge, 0, edge, 0)
        if columns == self._columns:
            return
        self._columns = columns
        place, row = (self.header.slot, self._search_line)[:: 1 if columns == 2 else -1]
        row.removeWidget(self.search.field)
        place.insertWidget(min(1, place.count()), self.search.field, 1)
        self.search.field.edit.setFont(current().font(Role.BODY))  # another parent's style took it
        self._search_row.setVisible(columns == 1)
        for part in (self._main, self._aside):
            self._grid.removeWidget(part)
        self._grid.addWidget(self._main, 0, 0)
        self._grid.addWidget(self._aside, *((0, 1) if columns == 2 else (1, 0)))
        self._grid.setColumnStretch(0, 1)
        self._grid.setRowStretch(0, 1 if columns == 2 else 0)

    def _see(self, row: QRect) -> None:
        """Bring a row of the list into sight when the keyboard came to it."""
        middle = self.list.mapTo(self._page, row.center())
        self._scroll.ensureVisible(middle.x(), middle.y(), 0, row.height() // 2 + current().px(16))


def next_meeting(cards: tuple[MeetingCard, ...]) -> MeetingCard | None:
    """The meeting of the large card: the first that is neither past nor gone."""
    return next(
        (card for card in cards if card.state is not PacketState.PAST and not card.state.is_gone), None
    )


class _Nothing(Card):
    """What stands where the next meeting would be: what will happen, and that nothing need be done."""

    def __init__(self) -> None:
        super().__init__(20)
        self._shown: tuple[bool, bool, bool] | None = None

    def set_state(self, *, first: bool, offline: bool, readable: bool) -> None:
        """``first``: no meeting has ever come. ``offline``: nor is there a line now. ``readable``: an earlier
        one can still be opened."""
        if self._shown == (first, offline, readable):
            return
        self._shown = (first, offline, readable)
        clear(self.column)
        if first and offline:
            title = self.tr("Chưa nối được với hệ thống")
            text = self.tr("Có mạng là máy tự liên lạc và tải tài liệu kỳ họp về đây. Không cần làm gì thêm.")
            icon = "cloud-slash"
        elif first:
            title = self.tr("Chưa có kỳ họp nào")
            text = self.tr("Khi văn phòng phát hành tài liệu, kỳ họp hiện ở đây và tự tải về máy này.")
            icon = "calendar"
        else:
            title = self.tr("Chưa có kỳ họp mới")
            text = self.tr("Khi văn phòng phát hành tài liệu, kỳ họp hiện ở đây và tự tải về máy này.")
            if readable:
                text = self.tr("Các kỳ họp trước vẫn ở dưới đây, đọc được khi mất mạng.")
            icon = "calendar"
        self.column.addWidget(Empty(icon, title, text))
