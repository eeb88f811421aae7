"""Who could read on if the line failed now, and who needs help."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from reader.core.views import DeskView, ReaderRow, Readiness
from reader.ui.desk import words
from reader.ui.desk.board import Entry, EntryDelegate, EntryModel, ReadyBar, is_narrow, row_height
from reader.ui.lists import RowList
from reader.ui.plain import plain_line
from reader.ui.theme import Colour, Role, Tone, current
from reader.ui.widgets.banner import Banner
from reader.ui.widgets.button import Button, Kind
from reader.ui.widgets.layout import Column, Flow
from reader.ui.widgets.paragraph import Paragraph
from reader.ui.widgets.select import Select
from reader.ui.widgets.surface import Card
from sync.model.people import Role as PersonRole

_TAKES_BACK = frozenset({PersonRole.SECRETARY, PersonRole.APPROVER})
_NAME = 200
_CARD_PAD = 12
_LEAST = 140
"""With less room for the board than this, the whole page scrolls."""


class _Show(IntEnum):
    """In the order of the box."""

    ALL = 0
    NEEDING = 1
    UNOPENED = 2
    OUTSTANDING = 3
    CONTACT = 4


class ReadyPage(QWidget):
    """Headline, one cell per person, and the board, filtered; reminding, a new version, taking all back."""

    reviseRequested = Signal()
    recallRequested = Signal()
    bundleRequested = Signal()
    reminderRequested = Signal(str)
    """The message to be copied."""
    mailRequested = Signal(str, str)
    """Subject and message."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: DeskView | None = None
        self._columns = 0
        self._headline = Paragraph("", Role.PAGE_TITLE)
        self._sentence = Paragraph("", Role.BODY, Colour.INK2)
        self.lease_line = Paragraph("", Role.BODY_MEDIUM, Colour.WAIT)
        self.remind_button = Button(self.tr("Chép lời nhắc"), icon="copy")
        self.remind_button.clicked.connect(lambda _checked=False: self._remind())
        self.bundle_button = Button(self.tr("Chép gói ra USB…"), icon="usb")
        self.bundle_button.clicked.connect(lambda _checked=False: self.bundleRequested.emit())
        self.mail_button = Button(self.tr("Soạn thư nhắc"), icon="envelope-simple")
        self.mail_button.clicked.connect(lambda _checked=False: self._mail())
        self.show_box = Select(
            [
                *(self.tr("Mọi người"), self.tr("Người cần giúp"), self.tr("Người chưa mở xem")),
                *(self.tr("Người còn thiếu"), self.tr("Liên lạc gần nhất")),
            ],
            self.tr("Hiện"),
        )
        self.show_box.currentIndexChanged.connect(self._fill)
        self.recall_button = Button(self.tr("Thu hồi tài liệu…"), Kind.QUIET, icon="arrow-counter-clockwise")
        self.recall_button.clicked.connect(lambda _checked=False: self.recallRequested.emit())
        self.revise_button = Button(self.tr("Soạn bản mới"), icon="note-pencil")
        self.revise_button.clicked.connect(lambda _checked=False: self.reviseRequested.emit())
        self._tools = QWidget()
        flow = Flow(self._tools, 0, 8)
        for tool in (
            self.show_box,
            self.remind_button,
            self.mail_button,
            self.revise_button,
            self.bundle_button,
            self.recall_button,
        ):
            flow.addWidget(tool)
        self.recalling = Banner("", tone=Tone.WAIT, icon="paper-plane-tilt")
        self.recalling.hide()
        self.cells = ReadyBar()
        self.model = EntryModel(self)
        self.rows = RowList(self.tr("Bảng sẵn sàng"))
        self.rows.setModel(self.model)
        self.rows.setItemDelegate(EntryDelegate(self.rows, self.model))
        column = Column(self, (26, 16, 24, 16), 0)
        column.addWidget(self._headline)
        column.addWidget(self._sentence)
        column.addWidget(self.lease_line)
        column.gap(10)
        column.addWidget(self._tools)
        column.addWidget(self.recalling)
        column.gap(14)
        column.addWidget(self.cells)
        column.gap(14)
        self._card = Card((1, 6, 1, 6))
        self._card.column.addWidget(self.rows)
        column.addWidget(self._card, 1000)
        column.addStretch(1)
        current().changed.connect(self._fit_card)

    @property
    def headline(self) -> str:
        """The sentence at the top."""
        return self._headline.text()

    @property
    def view(self) -> DeskView | None:
        """What is shown."""
        return self._view

    def set_view(self, view: DeskView) -> None:
        """Show another state; the scrolled place stays."""
        self._view = view
        self._headline.set_text(words.headline(view))
        self._sentence.set_text(words.if_line_fails(view))
        self.lease_line.set_text(words.lease(view))
        self.lease_line.setVisible(bool(self.lease_line.text()))
        self.cells.set_rows(view.rows)
        for button in (self.remind_button, self.mail_button):
            button.setEnabled(bool(words.in_need(view)))
        self.revise_button.setVisible(PersonRole.SECRETARY in view.owner.roles)
        self.recall_button.setVisible(bool(_TAKES_BACK & set(view.owner.roles)))
        self.bundle_button.setVisible(PersonRole.SECRETARY in view.owner.roles)
        self._tools.setVisible(not view.recalling)
        self.recalling.setVisible(bool(view.recalling))
        self.recalling.set_words(
            self.tr("Chờ gửi tới hệ thống: thu hồi tài liệu"),
            self.tr("Đến khi gửi được, mọi người vẫn đọc. Lý do: {reason}").format(
                reason=plain_line(view.recalling)
            ),
        )
        self._fill()

    def _remind(self) -> None:
        if self._view is not None:
            self.reminderRequested.emit(words.reminder(self._view))

    def _mail(self) -> None:
        if self._view is not None:
            subject = plain_line(self._view.card.short or self._view.card.title)
            self.mailRequested.emit(subject, words.reminder(self._view))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._view is None:
            return
        if self._columns != self._fitting():
            self._fill()
        else:
            self._fit_card()  # rows are higher where it is narrow

    def _fitting(self) -> int:
        return max(1, min(6, (self.width() - current().px(90)) // current().px(_NAME)))

    def _fill(self) -> None:
        view = self._view
        if view is None:
            return
        self._columns = self._fitting()
        shown = {
            _Show.ALL: (self._needing, self._owing, self._ready),
            _Show.NEEDING: (self._needing,),
            _Show.UNOPENED: (self._unopened,),
            _Show.OUTSTANDING: (self._outstanding,),
            _Show.CONTACT: (self._contacts,),
        }
        show = _Show(self.show_box.currentIndex())
        entries = [entry for section in shown[show] for entry in section(view)]
        if not entries:
            entries = [Entry(head=self.tr("Không có ai"), tone=Tone.OK, icon="check-circle")]
        place = self.rows.verticalScrollBar().value()
        self.model.set_entries(entries, self._columns)
        self.rows.scheduleDelayedItemsLayout()
        self.rows.verticalScrollBar().setValue(place)
        self._fit_card()

    def _needing(self, view: DeskView) -> Sequence[Entry]:
        people = words.in_need(view)
        head = self.tr("Cần giúp ngay: {n} người").format(n=len(people))
        return _section(Entry(head=head, tone=Tone.WAIT, icon="warning"), people)

    def _owing(self, view: DeskView) -> Sequence[Entry]:
        """Who has all documents, and of whom something else has not come."""
        people = [row for row in _longest_silent(view.rows) if row.owed]
        people = [row for row in people if row.readiness is Readiness.READY]
        head = self.tr("Đủ tài liệu, còn thiếu việc khác: {n} người").format(n=len(people))
        return _section(Entry(head=head, tone=Tone.WAIT, icon="hourglass-medium"), people)

    def _outstanding(self, view: DeskView) -> Sequence[Entry]:
        needing = words.in_need(view)
        people = [*needing, *(row for row in _longest_silent(view.rows) if row.owed and row not in needing)]
        head = self.tr("Còn thiếu: {n} người").format(n=len(people))
        return _section(Entry(head=head, tone=Tone.WAIT, icon="hourglass-medium"), people)

    def _contacts(self, view: DeskView) -> Sequence[Entry]:
        head = Entry(head=self.tr("Liên lạc gần nhất, lâu nhất đứng trước"), icon="clock")
        return _section(head, _longest_silent(view.rows))

    def _unopened(self, view: DeskView) -> Sequence[Entry]:
        people = [row for row in view.rows if not row.opened]
        head = self.tr("Chưa mở xem tài liệu: {n} người").format(n=len(people))
        return _section(Entry(head=head, tone=Tone.WAIT, icon="eye-slash"), people)

    def _ready(self, view: DeskView) -> Sequence[Entry]:
        """Who lacks nothing: nobody stands on the board twice."""
        rows = [row for row in view.rows if row.readiness is Readiness.READY and not row.owed]
        ready = [plain_line(row.name) for row in rows]
        if not ready:
            return []
        said = self.tr("Sẵn sàng: {n} người – đủ {files} tài liệu", None, view.documents)
        head = Entry(head=said.format(n=len(ready), files=view.documents), tone=Tone.OK, icon="check-circle")
        step = self._columns
        starts = range(0, len(ready), step)
        return [head, *(Entry(names=tuple(ready[start : start + step])) for start in starts)]

    def _fit_card(self) -> None:
        """As high as its rows, where there is room; else they scroll."""
        narrow = is_narrow(self.rows.viewport().width())
        high = sum(current().px(row_height(entry, narrow=narrow)) for entry in self.model.entries)
        high += current().px(_CARD_PAD)
        self._card.setMinimumHeight(min(high, current().px(_LEAST)))
        self._card.setMaximumHeight(high)


def _longest_silent(rows: Sequence[ReaderRow]) -> list[ReaderRow]:
    """Of whom nothing was ever heard first, then by the last contact, the oldest first."""
    return sorted(rows, key=lambda row: row.heard.at.timestamp() if row.heard else 0.0)


def _section(head: Entry, people: Sequence[ReaderRow]) -> Sequence[Entry]:
    return [head, *(Entry(person=row) for row in people)] if people else []
