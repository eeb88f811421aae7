"""The page behind the indicator: the line, what goes up, what comes down, and the log in plain words."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from reader.core.views import FetchView, Line, LogLine, OwnerView, SyncView, Trip, WaitingView
from reader.ui.format import moment_text, progress_text, size_text
from reader.ui.header import Header
from reader.ui.plain import plain_line
from reader.ui.stack import WIDEST, Entry, Stack
from reader.ui.sync import words
from reader.ui.theme import Colour, Role, Tone, current
from reader.ui.widgets.button import Button, Size
from reader.ui.widgets.layout import Column, Flow, Grid, Row, Scroll
from reader.ui.widgets.marks import SignalBars
from reader.ui.widgets.paragraph import Paragraph
from reader.ui.widgets.pill import Glyph
from reader.ui.widgets.progress import Bar
from reader.ui.widgets.surface import Card
from reader.ui.widgets.surface import Line as Hairline

MOST_ROWS = 24
"""Rows shown in one card; the rest is a number, for nobody reads further."""
MOST_LOG = 8
_SIDE = 336
_THREE = 1120
_TWO = 760


class SyncScreen(QWidget):
    """Shows a SyncView. `header` is its bar; its tabs are the shelf (0) and this page (1)."""

    pauseToggled = Signal(bool)
    """True: pause; False: go on."""
    syncRequested = Signal()

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
        self._up = _Part("upload-simple", self.tr("Gửi lên"))
        self._down = _Part("download-simple", self.tr("Tải về"))
        self._log = Stack(side=0, pad=8, small=True)
        self._more = Button(self.tr("Xem cả nhật ký"))
        self._line_card = self._make_line_card()
        self._log_card = self._make_log_card()
        page = QWidget()
        self._grid = Grid(page, (26, 20, 24, 20), 16, 16)
        self._scroll = Scroll(page)
        whole = Column(self)
        whole.addWidget(self.header)
        whole.addWidget(self._scroll, 1)
        self._now.clicked.connect(lambda _checked=False: self.syncRequested.emit())
        self._pause.clicked.connect(self._toggle)
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

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _show_up(self, view: SyncView) -> None:
        going = [act for act in view.waiting if act.trip is Trip.WAITING]
        refused = [act for act in view.waiting if act.trip is Trip.REFUSED]
        talking = view.line.line is Line.TALKING and not view.paused
        if not going:
            title = self.tr("Đã gửi hết")
        else:
            title = words.sending_text(view) if talking else words.waiting_text(view)
        note = self.tr("Không còn gì chờ gửi từ máy này.")
        if any(act.kind == "ballot" for act in going):
            note = self.tr("Phiếu luôn đi trước. Mọi thứ tự gửi khi có mạng.")
        elif going:
            note = self.tr("Tự gửi khi có mạng, không cần làm gì.")
        self._up.set_head(title, note)
        shown = [_act(act, talking=talking and number == 0) for number, act in enumerate(going)]
        shown = [_act(act, talking=False) for act in refused] + shown
        shown += [_act(act, talking=False) for act in view.sent]
        self._up.set_rows(_cut(shown, self.tr("và {n} việc nữa")))

    def _show_down(self, view: SyncView) -> None:
        coming = view.fetching
        if not coming:
            self._down.set_head(
                self.tr("Đủ tài liệu"), self.tr("Mọi tài liệu đã phát hành đều ở trên máy này.")
            )
            self._down.set_share(None)
            self._down.set_rows([])
            return
        still = view.paused or view.line.line not in (Line.ONLINE, Line.TALKING)
        ballots = any(act.kind == "ballot" and act.trip is Trip.WAITING for act in view.waiting)
        note = self.tr("Kỳ họp gần nhất tải trước, theo thứ tự chương trình.")
        if view.paused:
            note = self.tr("Đang tạm dừng, phần đã có được giữ lại.")
        elif still:
            note = self.tr("Có mạng là tải tiếp từ chỗ dừng.")
        elif ballots:
            note = self.tr("Đang nhường đường cho phiếu, sẽ tự tải tiếp.")
        self._down.set_head(words.left_text(view), note)
        size = sum(each.size for each in coming)
        have = sum(each.have for each in coming)
        self._down.set_share(have / size if size else 0.0, paused=still)
        self._down.set_rows(_cut(self._fetches(coming, still), self.tr("và {n} tệp nữa")))

    def _fetches(self, coming: tuple[FetchView, ...], still: bool) -> list[Entry]:
        entries = []
        last = None
        for each in coming:
            head = "" if each.meeting == last else plain_line(each.meeting_title)
            last = each.meeting
            left = sum(other.meeting == each.meeting for other in coming)
            entries.append(
                Entry(
                    icon="pause" if still and each.have else "download-simple" if each.active else "clock",
                    title=plain_line(each.name),
                    detail=self._fetch_detail(each, still),
                    share=each.have / each.size if each.have and each.size else None,
                    paused=still or not each.active,
                    head=head,
                    count=self.tr("còn {n} tệp").format(n=left) if head else "",
                )
            )
        return entries

    def _fetch_detail(self, each: FetchView, still: bool) -> str:
        if not each.have and not each.active:
            return self.tr("Chờ tới lượt · {size}").format(size=size_text(each.size))
        how_far = progress_text(each.have, each.size)
        if each.active and not still:
            return self.tr("Đang tải, đã có {far}").format(far=how_far)
        return self.tr("Tạm dừng, đã có {far}").format(far=how_far)

    def _show_lines(self, view: SyncView) -> None:
        newest = sorted(view.line.log, key=lambda line: line.at, reverse=True)
        shown = newest if self._whole_log else newest[:MOST_LOG]
        self._log.set_entries([_log_entry(line) for line in shown] or [self._no_log()])
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
        self._log_card.setMinimumWidth(side if columns == 3 else 0)
        self._log_card.setMaximumWidth(side if columns == 3 else WIDEST)
        if columns == self._columns:
            return
        self._columns = columns
        grid = self._grid
        parts = (self._line_card, self._up, self._down, self._log_card)
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


class _Part(Card):
    """One direction: its name, the sentence, a bar, a note, the rows."""

    def __init__(self, icon: str, name: str) -> None:
        super().__init__(1)
        self._title = Paragraph("", Role.SERIF_SMALL)
        self._note = Paragraph("", Role.NOTE, Colour.INK2)
        self._bar = Bar(total=True)
        self.stack = Stack()
        head = Column(None, (19, 15, 19, 16), 6)
        name_row = Row(spacing=10)
        name_row.addWidget(Glyph(icon, 22, Colour.INK))
        name_row.addWidget(Paragraph(name, Role.EMPHASIS), 1)
        head.addLayout(name_row)
        head.addWidget(self._title)
        head.addWidget(self._bar)
        head.addWidget(self._note)
        self.column.addLayout(head)
        self._line = Hairline()
        self.column.addWidget(self._line)
        self.column.addWidget(self.stack)
        self.column.addStretch(1)
        self._bar.hide()
        self.setAccessibleName(name)

    def set_head(self, title: str, note: str) -> None:
        """The sentence and the note below it."""
        self._title.set_text(title)
        self._note.set_text(note)
        self._bar.setAccessibleName(title)

    def set_rows(self, entries: list[Entry]) -> None:
        """The rows, which may be none."""
        self._line.setVisible(bool(entries))
        self.stack.set_entries(entries)

    def set_share(self, share: float | None, *, paused: bool = False) -> None:
        """How much of all has come, or None for no bar."""
        self._bar.setVisible(share is not None)
        if share is not None:
            self._bar.set_share(share, paused=paused)


def _act(act: WaitingView, *, talking: bool) -> Entry:
    said = words.act_state(act, talking=talking)
    return Entry(said.icon, plain_line(words.act_title(act)), said.text, said.tone)


def _log_entry(line: LogLine) -> Entry:
    icons = {
        "connected": "wifi-high",
        "lost": "wifi-slash",
        "sent": "paper-plane-tilt",
        "received": "tray",
        "new_version": "arrows-left-right",
        "document": "file-arrow-down",
        "problem": "warning-circle",
    }
    return Entry(icons[line.what], plain_line(words.log_text(line)), moment_text(line.at))


def _cut(entries: list[Entry], rest: str) -> list[Entry]:
    if len(entries) <= MOST_ROWS:
        return entries
    more = Entry("dots-three", rest.format(n=len(entries) - MOST_ROWS), tone=Tone.PLAIN)
    return [*entries[:MOST_ROWS], more]
