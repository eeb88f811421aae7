"""The page behind the indicator: the line, what goes up, what comes down, and the log in plain words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from reader.core.owner import OwnerView
from reader.core.views import FetchView, Line, SyncView, Trip
from reader.ui.header import Header
from reader.ui.plain import plain_line
from reader.ui.stack import WIDEST, Entry, Stack
from reader.ui.sync import words
from reader.ui.sync.forks import ForkBanner
from reader.ui.sync.parts import Part, SavingCard, act_entry, cut, log_entry
from reader.ui.sync.room import RoomCard
from reader.ui.theme import Colour, Role, current
from reader.ui.widgets.button import Button, Size
from reader.ui.widgets.layout import Column, Flow, Grid, Row, Scroll
from reader.ui.widgets.marks import SignalBars
from reader.ui.widgets.paragraph import Paragraph
from reader.ui.widgets.surface import Card
from reader.ui.widgets.toast import Toast

MOST_LOG = 6
_SIDE = 336
_THREE = 1120
_TWO = 760


class SyncScreen(QWidget):
    """Shows a SyncView. `header` is its bar; its tabs are the shelf (0) and this page (1)."""

    pauseToggled = Signal(bool)
    """True: pause; False: go on."""
    syncRequested = Signal()
    savingChanged = Signal(object)
    """SavingView"""
    dismissed = Signal(str)
    """EventId of a refused act whose reason the person has read."""
    exportRequested = Signal()
    stickWriteRequested = Signal(object)
    """SyncView: what waits"""
    stickTakeRequested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: SyncView | None = None
        self._whole_log = False
        self._columns = 0
        self.header = Header(tabs=(self.tr("Kệ họp"), self.tr("Đồng bộ")))
        self.header.set_tab(1)
        self._bars = SignalBars(0, "", 40)
        self._state = Paragraph("", Role.SERIF_TITLE)
        self._meaning = Paragraph("", Role.BODY, Colour.INK2)
        self._now = Button(self.tr("Đồng bộ ngay"), size=Size.MAIN, icon="arrows-clockwise")
        self._pause = Button(self.tr("Tạm dừng"), size=Size.MAIN, icon="pause")
        self._up = Part("upload-simple", self.tr("Gửi lên"))
        self._down = Part("download-simple", self.tr("Tải về"))
        self.saving = SavingCard()
        self.export = Button(self.tr("Xuất phần chưa ghi nhận…"), icon="export")
        self.to_stick = Button(self.tr("Chép ra USB…"), icon="usb")
        self.from_stick = Button(self.tr("Nhận từ USB…"), icon="usb")
        self._up.add_tool(self.to_stick)
        self._up.add_tool(self.export)
        self._down.add_tool(self.from_stick)
        self._hushed: set[str] = set()
        """Refused acts that are hidden while their dismissal can be undone."""
        self._toast: Toast | None = None
        self._log = Stack(side=0, pad=8, small=True)
        self._more = Button(self.tr("Xem cả nhật ký"))
        self._line_card = self._make_line_card()
        self._side = QWidget()
        aside = Column(self._side, 0, 16)
        self.room = RoomCard()
        aside.addWidget(self.room)
        aside.addWidget(self.saving)
        aside.addWidget(self._make_log_card(), 1)
        page = QWidget()
        self._grid = Grid(page, (26, 20, 24, 20), 16, 16)
        for card in (self._up, self._down, self._line_card, self._side):
            card.setParent(page)  # where they stand is decided when the screen is first shown
        self._scroll = Scroll(page)
        self.forks = ForkBanner()
        whole = Column(self)
        whole.addWidget(self.header)
        whole.addWidget(self.forks)
        whole.addWidget(self._scroll, 1)
        self._now.clicked.connect(lambda _checked=False: self.syncRequested.emit())
        self._pause.clicked.connect(self._toggle)
        self.saving.saved.connect(self.savingChanged)
        self.export.clicked.connect(lambda _checked=False: self.exportRequested.emit())
        self.to_stick.clicked.connect(lambda _checked=False: self.stickWriteRequested.emit(self._view))
        self.from_stick.clicked.connect(lambda _checked=False: self.stickTakeRequested.emit())
        self._up.stack.pressed.connect(self._understood)
        self._more.clicked.connect(self._show_log)
        current().changed.connect(self._arrange)
        self.setFocusProxy(self._pause)

    def set_owner(self, owner: OwnerView) -> None:
        """Whose laptop this is."""
        self.header.set_owner(owner)

    def set_view(self, view: SyncView) -> None:
        """Show how things stand."""
        self._view = view
        self.header.set_sync(view)
        self.forks.set_forks(view.forks)
        said = words.line_state(view)
        self._bars.set_level(words.bars(view), said.text)
        self._state.set_text(said.text)
        self._meaning.set_text(said.detail)
        self._meaning.setVisible(bool(said.detail))
        self._pause.set_text(self.tr("Tiếp tục") if view.paused else self.tr("Tạm dừng"))
        self._pause.set_icon("play" if view.paused else "pause")
        self._now.setEnabled(not view.paused and view.line.line is not Line.TALKING)
        self._show_up(view)
        self._show_down(view)
        self._show_lines(view)
        self.saving.set_saving(view.saving)
        self.room.set_room(view.line.room)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _show_up(self, view: SyncView) -> None:
        going = [act for act in view.waiting if act.trip is Trip.WAITING]
        going.sort(key=lambda act: act.kind != "ballot")  # as they are said to go
        refused = [act for act in view.waiting if act.trip is Trip.REFUSED and act.event not in self._hushed]
        talking = view.line.line is Line.TALKING and not view.paused
        with_hub = bool(going) and all(act.passage.with_hub for act in going)
        in_room = with_hub and all(act.passage.room is not None for act in going)
        on_stick = bool(going) and all(act.passage.copied is not None for act in going) and not talking
        if not going:
            title = self.tr("Đã gửi hết")
        elif in_room:
            title = self.tr("Trạm phòng họp đã nhận hết")
        elif with_hub:
            title = self.tr("Đã chuyển đi hết")
        elif on_stick:
            title = self.tr("{what} đã chép ra USB").format(what=words.counted(going))
        else:
            title = words.sending_text(view) if talking else words.waiting_text(view)
        note = self.tr("Không còn gì chờ gửi từ máy này.")
        if in_room:
            note = self.tr("Chờ máy chủ cơ quan ghi nhận, không cần làm gì.")
        elif with_hub:
            note = self.tr("Chờ nơi ghi phiếu ghi nhận, không cần làm gì.")
        elif on_stick:
            note = self.tr("Chưa được ghi nhận: đưa USB cho thư ký. Có mạng thì máy vẫn tự gửi.")
        elif any(act.kind == "ballot" for act in going):
            note = self.tr("Phiếu luôn đi trước. Mọi thứ tự gửi khi có mạng.")
        elif going:
            note = self.tr("Tự gửi khi có mạng, không cần làm gì.")
        if refused:
            first = self.tr("Phiếu luôn đi trước.") if going else ""
            said = self.tr("{n} việc không được nhận, lý do ở dưới.", None, len(refused)).format(
                n=len(refused)
            )
            note = f"{first} {said}".strip()
        elif view.unsent and not going:
            note = self.tr("Không còn gì chờ gửi. Việc không được nhận đã ẩn vẫn xuất ra tệp được.")
        self.export.setVisible(view.unsent)
        self._up.set_head(title, note)
        shown = [act_entry(act, talking=talking and number == 0) for number, act in enumerate(going)]
        shown = [act_entry(act, talking=False) for act in refused] + shown
        shown += [act_entry(act, talking=False) for act in view.sent]
        self._up.set_rows(cut(shown, self.tr("và {n} việc nữa")))

    def _show_down(self, view: SyncView) -> None:
        coming = view.fetching
        if not coming:
            self._down.set_head(
                self.tr("Đủ tài liệu"), self.tr("Mọi tài liệu đã phát hành đều ở trên máy này.")
            )
            self._down.set_share(None)
            self._down.set_rows([])
            return
        later = view.saving.small_only
        still = view.paused or later or view.line.line not in (Line.ONLINE, Line.TALKING)
        ballots = any(act.kind == "ballot" and act.trip is Trip.WAITING for act in view.waiting)
        note = self.tr("Kỳ họp gần nhất tải trước, theo thứ tự chương trình.")
        if view.paused:
            note = self.tr("Đang tạm dừng, phần đã có được giữ lại.")
        elif later:
            note = self.tr("Lúc này chỉ gửi nhận thứ nhỏ, tệp lớn để sau. Phần đã có được giữ lại.")
        elif still:
            note = self.tr("Có mạng là tải tiếp từ chỗ dừng.")
        elif ballots:
            note = self.tr("Đang nhường đường cho phiếu, sẽ tự tải tiếp.")
        self._down.set_head(words.left_text(view), note)
        size = sum(each.size for each in coming)
        left = sum(each.bytes_left for each in coming)
        self._down.set_share(1 - left / size if size else 0.0, paused=still)
        self._down.set_rows(cut(_fetches(coming, still, later), self.tr("và {n} tệp nữa")))

    def _show_lines(self, view: SyncView) -> None:
        newest = sorted(view.line.log, key=lambda line: line.at, reverse=True)
        shown = newest if self._whole_log else newest[:MOST_LOG]
        self._log.set_entries([log_entry(line) for line in shown] or [self._no_log()])
        self._more.setVisible(len(newest) > MOST_LOG)
        self._more.set_text(self.tr("Thu gọn nhật ký") if self._whole_log else self.tr("Xem cả nhật ký"))

    def _no_log(self) -> Entry:
        return Entry("clock", self.tr("Chưa có gì để ghi."))

    def _show_log(self) -> None:
        self._whole_log = not self._whole_log
        if self._view is not None:
            self._show_lines(self._view)

    def _toggle(self) -> None:
        if self._view is not None:
            self.pauseToggled.emit(not self._view.paused)

    def _understood(self, event: str) -> None:
        """Hide the row; the dismissal is written when it can no longer be undone."""
        self.settle()
        self._hushed.add(event)
        toast = self._toast = Toast(self.tr("Đã ẩn việc không được nhận"), self)
        toast.undone.connect(lambda: self._hushed.discard(event))
        toast.gone.connect(lambda: self._strip_gone(event))
        toast.pop()
        self._again()

    def settle(self) -> None:
        """Write down now what was put away and could still be undone: the book is being locked."""
        if self._toast is not None:
            self._toast.leave()

    def _strip_gone(self, event: str) -> None:
        self._toast = None
        if event in self._hushed:
            self.dismissed.emit(event)
        else:
            self._again()

    def _again(self) -> None:
        if self._view is not None:
            self._show_up(self._view)

    def _make_line_card(self) -> QWidget:
        card = Card((20, 16, 20, 16))
        inner = Grid(None, 0, 16, 12)
        head = Row(spacing=16)
        head.addWidget(self._bars, 0, Qt.AlignmentFlag.AlignTop)
        said = Column()
        said.addWidget(self._state)
        said.addWidget(self._meaning)
        head.addLayout(said, 1)
        buttons = QWidget()
        flow = Flow(buttons, 0, 12)
        flow.addWidget(self._now)
        flow.addWidget(self._pause)
        self._line_grid, self._line_head, self._line_buttons = inner, head, buttons
        inner.addLayout(head, 0, 0)
        inner.addWidget(buttons, 0, 1, Qt.AlignmentFlag.AlignVCenter)
        inner.setColumnStretch(0, 1)
        card.column.addLayout(inner)
        return card

    def _make_log_card(self) -> QWidget:
        card = Card((20, 16, 20, 20))
        card.column.addWidget(Paragraph(self.tr("Nhật ký"), Role.NOTE_STRONG, Colour.INK2))
        card.column.addWidget(self._log)
        card.column.gap(8)
        card.column.addStretch(1)
        card.column.addWidget(self._more)
        return card

    def _arrange(self) -> None:
        width = self.width() / current().scale
        columns = 3 if width >= _THREE else 2 if width >= _TWO else 1
        side = current().px(_SIDE)
        self._side.setMinimumWidth(side if columns == 3 else 0)
        self._side.setMaximumWidth(side if columns == 3 else WIDEST)
        if columns == self._columns:
            return
        self._columns = columns
        grid = self._grid
        parts = (self._line_card, self._up, self._down, self._side)
        for part in parts:
            grid.removeWidget(part)
        places = {
            3: ((0, 0, 1, 2), (1, 0, 1, 1), (1, 1, 1, 1), (0, 2, 2, 1)),
            2: ((0, 0, 1, 2), (1, 0, 1, 1), (1, 1, 1, 1), (2, 0, 1, 2)),
            1: ((0, 0, 1, 1), (1, 0, 1, 1), (2, 0, 1, 1), (3, 0, 1, 1)),
        }[columns]
        for part, place in zip(parts, places, strict=True):
            grid.addWidget(part, *place)
        for column in range(3):
            grid.setColumnStretch(column, 1 if column < min(columns, 2) else 0)
        for row in range(5):
            grid.setRowStretch(row, 0)
        grid.setRowStretch(1 if columns > 1 else 4, 1)
        self._line_grid.removeWidget(self._line_buttons)
        at = (0, 1) if columns > 1 else (1, 0)
        self._line_grid.addWidget(self._line_buttons, *at)
        grid.invalidate()


def _fetches(coming: tuple[FetchView, ...], still: bool, later: bool) -> list[Entry]:
    entries = []
    last = None
    for each in coming:
        head = "" if each.meeting == last else plain_line(each.meeting_title)
        last = each.meeting
        left = sum(other.meeting == each.meeting for other in coming)
        count = QCoreApplication.translate("Sync", "còn {n} tệp").format(n=left) if head else ""
        moving = each.active and not still
        began = 1 - each.bytes_left / each.size if each.size else 1.0
        entries.append(
            Entry(
                icon="download-simple" if moving else "pause" if still and each.have else "clock",
                title=plain_line(each.name),
                detail=words.fetch_detail(each, still=still, later=later),
                share=began if each.have or each.active else None,
                paused=not moving,
                head=head,
                count=count,
            )
        )
    return entries
