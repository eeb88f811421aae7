"""The room hub on the line's page: how it stands, an address by hand, the hub on this laptop."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from reader.core.book import Book
from reader.core.line_views import Line, RoomHubState, RoomHubView, RoomView
from reader.core.services import LineControl, RoomControl, Services
from reader.ui.desk.reason import ReasonDialog
from reader.ui.relay import Channel
from reader.ui.sync import room_words as words
from reader.ui.sync.showing import Addresses
from reader.ui.tasks import Asker
from reader.ui.theme import Colour, Role
from reader.ui.widgets.button import Button
from reader.ui.widgets.layout import Column, Flow, Row
from reader.ui.widgets.paragraph import Paragraph
from reader.ui.widgets.pill import TONE_INK
from reader.ui.widgets.surface import Card
from reader.ui.widgets.surface import Line as Hairline
from sync.model import people

_LONGEST_ADDRESS = 200
_LONGEST_CODE = 6_000


class RoomCard(Card):
    """Shows a RoomView, and to who may run one a RoomHubView."""

    addressRequested = Signal()
    codeRequested = Signal()
    startRequested = Signal()
    stopRequested = Signal()
    projectRequested = Signal()
    """Show the room where this laptop's room hub is; nothing, when it is shown."""

    def __init__(self) -> None:
        super().__init__((20, 14, 20, 16))
        self._state = Paragraph("", Role.BODY_STRONG)
        self._detail = Paragraph("", Role.NOTE, Colour.INK2)
        self.typed = Button(self.tr("Gõ địa chỉ trạm…"), icon="pencil-simple")
        self._line = Hairline()
        self._hub_state = Paragraph("", Role.BODY_STRONG)
        self._hub_detail = Paragraph("", Role.NOTE, Colour.INK2)
        self.code = Button(self.tr("Lập trạm trên máy này…"), icon="desktop")
        self.begin = Button(self.tr("Mở trạm trên máy này"), icon="wifi-high")
        self.end = Button(self.tr("Đóng trạm"), icon="stop")
        self.project = Button(self.tr("Chiếu địa chỉ"), icon="presentation")
        self.column.addWidget(Paragraph(self.tr("Trạm phòng họp"), Role.NOTE_STRONG, Colour.INK2))
        self.column.gap(6)
        self.column.addWidget(self._state)
        self.column.addWidget(self._detail)
        self.column.gap(10)
        row = Row()
        row.addWidget(self.typed)
        row.addStretch(1)
        self.column.addLayout(row)
        self._hub = QWidget()
        inside = Flow(self._hub, 0, 12)
        for button in (self.code, self.begin, self.project, self.end):
            inside.addWidget(button)
        self._here = QWidget()  # with its gaps: without a hub the card ends above it
        here = Column(self._here)
        parts = (self._line, self._hub_state, self._hub_detail, self._hub)
        for part, above in zip(parts, (14, 12, 2, 10), strict=True):
            here.gap(above)
            here.addWidget(part)
        self.column.addWidget(self._here)
        self._here.hide()
        self.setAccessibleName(self.tr("Trạm phòng họp"))
        for one, signal in (
            (self.typed, self.addressRequested),
            (self.code, self.codeRequested),
            (self.begin, self.startRequested),
            (self.end, self.stopRequested),
            (self.project, self.projectRequested),
        ):
            one.clicked.connect(lambda _checked=False, signal=signal: signal.emit())
        self.set_room(None)

    def set_room(self, room: RoomView | None) -> None:
        """The room hub that this laptop talks to."""
        said = words.room_state(room)
        self._state.set_text(said.text)
        self._state.set_colour(TONE_INK[said.tone] if room is not None else Colour.INK)
        self._detail.set_text(said.detail)
        self._detail.setVisible(bool(said.detail))
        self.typed.setEnabled(room is None or room.line is not Line.TALKING)

    def set_hub(self, hub: RoomHubView) -> None:
        """The room hub on this laptop."""
        self._here.show()
        said = words.room_hub_state(hub)
        self._hub_state.set_text(said.text)
        self._hub_detail.set_text(said.detail)
        self._hub_detail.setVisible(bool(said.detail))
        self.code.setVisible(hub.state is RoomHubState.NONE)
        self.begin.setVisible(hub.state in (RoomHubState.UNSIGNED, RoomHubState.READY))
        self.end.setVisible(hub.state is RoomHubState.RUNNING)
        self.project.setVisible(hub.state is RoomHubState.RUNNING and bool(hub.addresses))

    def set_projected(self, on: bool) -> None:
        """The room sees the addresses."""
        self.project.set_text(self.tr("Ngừng chiếu") if on else self.tr("Chiếu địa chỉ"))


class Rooms(QObject):
    """Does what is asked on the card. ``line`` gives the line once it talks."""

    def __init__(
        self, card: RoomCard, services: Services, books: Asker, line: Callable[[], LineControl | None]
    ) -> None:
        super().__init__(card)
        self._card = card
        self._line = line
        self._control: RoomControl | None = None
        self._own = ""
        self._hub = RoomHubView()
        self._reported = Channel(self._show)
        self._addresses = Addresses(card)
        self._addresses.projected.connect(card.set_projected)
        card.projectRequested.connect(self._addresses.toggle)
        card.addressRequested.connect(self._ask_address)
        card.codeRequested.connect(self._ask_code)
        card.startRequested.connect(self._begin)
        card.stopRequested.connect(self._end)
        books.ask(partial(_connect, services, self._reported.send()), self._connected)

    def line_began(self) -> None:
        """There is a line now: the room hub may have been running before, as after an unlocking."""
        self._use_own(self._hub.here)

    def close(self) -> None:
        """The book is being locked; a room hub goes on."""
        self._reported.close()
        self._addresses.end()

    def _show(self, hub: RoomHubView) -> None:
        self._hub = hub
        self._card.set_hub(hub)
        self._addresses.set_hub(hub)
        self._use_own(hub.here)

    def _use_own(self, address: str) -> None:
        """This laptop's line goes to the room hub on it, once each time that it runs, unless it has one:
        where there is no network at all, only sticks, nothing would find it."""
        line = self._line()
        if address == self._own or (address and line is None):
            return
        self._own = address
        if address and line is not None and line.room_at() is None:
            line.try_room(address)

    def _connected(self, control: RoomControl | None) -> None:
        self._control = control
        if control is not None:
            control.look()

    def _ask_address(self) -> None:
        dialog = ReasonDialog(
            self.tr("Trạm phòng họp"),
            self._card,
            heading=self.tr("Địa chỉ của trạm"),
            text=self.tr("Như trên màn chiếu, ví dụ 192.168.1.20. Chỉ trạm của cơ quan mới được tin."),
            label=self.tr("Địa chỉ"),
            safe=self.tr("Quay lại"),
            action=self.tr("Nối với trạm"),
            longest=_LONGEST_ADDRESS,
        )
        dialog.accepted.connect(lambda: self._try(dialog.reason))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _try(self, address: str) -> None:
        line = self._line()
        if line is not None:
            line.try_room(address)

    def _ask_code(self) -> None:
        dialog = ReasonDialog(
            self.tr("Trạm phòng họp"),
            self._card,
            heading=self.tr("Lập trạm trên máy này"),
            text=self.tr("Dán mã hoặc liên kết người quản trị cấp cho trạm. Mã dùng một lần."),
            label=self.tr("Mã của trạm"),
            safe=self.tr("Quay lại"),
            action=self.tr("Lập trạm"),
            longest=_LONGEST_CODE,
        )
        dialog.accepted.connect(lambda: self._join(dialog.reason))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _join(self, code: str) -> None:
        if self._control is not None:
            self._control.join(code)

    def _begin(self) -> None:
        if self._control is not None:
            self._control.start()

    def _end(self) -> None:
        """Its own line leaves it first: what is closed on purpose is not lost."""
        line = self._line()
        if line is not None and self._hub.here:
            line.leave_room((self._hub.here, *self._hub.addresses))
        if self._control is not None:
            self._control.stop()


def _connect(services: Services, report: Callable[[RoomHubView], None], book: Book) -> RoomControl | None:
    """For those who run meetings; on the vault's thread."""
    runs = {people.Role.SECRETARY, people.Role.CHAIR} & set(book.identity.roles)
    return services.room(book, report) if runs else None
