"""The reconciliation sheet (bảng đối chiếu): each person on the roll with the one thing they count by.

Of a secret motion only what was counted together: whose ballots those were nobody is shown.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from reader.core.count_views import EntryState, EntryView, SheetRow, Source
from reader.core.views import DeskMotion, DeskView
from reader.pdf import fold
from reader.ui.ballot.outcome import State
from reader.ui.desk import count_words as words
from reader.ui.desk.count_dialogs import CountDialogs
from reader.ui.desk.entry_strip import EntryStrip
from reader.ui.lists import RowList
from reader.ui.plain import plain_line
from reader.ui.theme import Colour, Role, Tone, current
from reader.ui.widgets.banner import Banner
from reader.ui.widgets.button import Button
from reader.ui.widgets.empty import Empty
from reader.ui.widgets.field import Field
from reader.ui.widgets.layout import Column, Flow, Row, hold
from reader.ui.widgets.paragraph import Paragraph
from reader.ui.widgets.rows import RowData, RowDelegate, RowModel
from reader.ui.widgets.select import Select
from reader.ui.widgets.surface import Panel
from sync.model.motion import MotionState
from sync.model.names import given_name_key
from sync.model.rules import Secrecy

_BESIDE = 760
_Keep = Callable[[SheetRow], bool]


class SheetPage(QWidget):
    """Sums, what waits for a second person, the people, and what can be done about the one chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: DeskView | None = None
        self._shown: DeskMotion | None = None
        self._rows: list[SheetRow | EntryView] = []
        self._filling = False
        self.dialogs = CountDialogs(self)
        self._sums = Paragraph("", Role.BODY_STRONG)
        self.waiting = Banner("", tone=Tone.WAIT, buttons=(self.tr("Kiểm và xác nhận…"),), beside=True)
        self.waiting.pressed.connect(lambda _which: self._confirm())
        self.enter_button = Button(self.tr("Ghi phiếu…"), icon="pencil-simple")
        self.enter_button.clicked.connect(lambda _checked=False: self._enter())
        self.search = Field(
            placeholder=self.tr("Tìm theo tên"),
            icon="magnifying-glass",
            clearable=True,
        )
        self.search.changed.connect(lambda _text: self._fill())
        hold(self.search, min_width=180, max_width=280)
        self._filters = self._make_filters()
        self.filter = Select([name for name, _ in self._filters], self.tr("Lọc theo nguồn"))
        self.filter.currentIndexChanged.connect(lambda _number: self._fill())
        tools = QWidget()
        flow = Flow(tools, 0, 8)
        for tool in (self.enter_button, self.search, self.filter):
            flow.addWidget(tool)
        self._model = RowModel(parent=self)
        self.rows = RowList(self.tr("Bảng đối chiếu"))
        self.rows.setModel(self._model)
        self.rows.setItemDelegate(RowDelegate(self.rows))
        self.rows.selectionModel().currentChanged.connect(lambda _now, _before: self._choose())
        self._none = Paragraph(self.tr("Không có ai như vậy."), Role.BODY, Colour.INK2)
        self._list = Panel()
        self._list.column.addWidget(self.rows)
        hold(self._list, min_height=150)
        self._empty = Empty(
            "list-checks",
            self.tr("Chưa ghi lần kiểm phiếu nào"),
            self.tr("Bấm Ghi phiếu để ghi số phiếu giấy."),
        )
        self.strip = EntryStrip(self.dialogs)
        self._note = Paragraph(
            self.tr("Chỉ hiện ai đã có phiếu; lựa chọn và kết quả hiện sau khi công bố."),
            Role.NOTE,
            Colour.INK2,
        )
        column = Column(self, 0, 10)
        for part in (self._sums, self._note, self.waiting, tools, self._none, self._empty):
            column.addWidget(part)
        self._both = Row(spacing=14)
        self._both.addWidget(self._list, 3)
        self._both.addWidget(self.strip, 2, Qt.AlignmentFlag.AlignTop)
        column.addLayout(self._both, 1)

    @property
    def sums(self) -> str:
        """How many count by what."""
        return self._sums.text()

    @property
    def shown(self) -> tuple[RowData, ...]:
        """The lines of the list."""
        return self._model.rows

    def set_motion(self, view: DeskView, shown: DeskMotion) -> None:
        """Show another state. The line chosen, the place scrolled to and what is being entered stay."""
        other = self._shown is None or self._shown.motion.id != shown.motion.id
        self._view, self._shown = view, shown
        sheet, secret = shown.sheet, shown.motion.secrecy is Secrecy.SECRET
        self.dialogs.set_motion(view, shown)
        if other:
            self.search.set_text("")
            self.filter.setCurrentIndex(0)
        self._sums.set_text(self._said_secret(shown) if secret else words.sums(sheet))
        self._note.setVisible(shown.motion.state is MotionState.OPEN and not secret)
        mine = self.dialogs.confirmable
        self.waiting.setVisible(bool(sheet.waiting))
        self.waiting.buttons[0].setVisible(bool(mine))
        self.waiting.set_words(
            words.waiting_title(sheet),
            ""
            if mine
            else self.tr("Người xác nhận: {who}; người đã ghi không tự xác nhận.").format(
                who=words.second_person(view.owner.roles)
            ),
        )
        self.enter_button.setVisible(sheet.enters)
        self._free()
        self.search.setVisible(not secret)
        self.filter.setVisible(not secret)
        self._fill()

    def resizeEvent(self, event: QResizeEvent) -> None:
        narrow = self.width() / current().scale < _BESIDE
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        if self._both.direction() is not way:
            self._both.setDirection(way)
        super().resizeEvent(event)

    def set_busy(self, busy: bool) -> None:
        """An act is being written: none is asked for meanwhile."""
        self.dialogs.set_busy(busy)
        self._free()
        self._choose()

    def _free(self) -> None:
        empty = self._shown is not None and bool(self._shown.sheet.empty)
        self.enter_button.setEnabled(empty and not self.dialogs.busy)

    def _make_filters(self) -> list[tuple[str, _Keep]]:
        named: list[tuple[str, _Keep]] = [
            (self.tr("Tất cả mọi người"), _anybody),
            (self.tr("Chờ người thứ hai"), _waits),
        ]
        return named + [
            (words.source_state(source).text, partial(_has, source))
            for source in (
                Source.NOTHING,
                Source.BALLOT,
                Source.HAND,
                Source.PAPER,
                Source.LATE,
                Source.ADMITTED,
            )
        ]

    def _said_secret(self, shown: DeskMotion) -> str:
        return self.tr(
            "Phiếu kín, chỉ ghi số đếm chung: {n}/{all} phiếu giấy đã được xác nhận", None, shown.roll
        ).format(n=shown.sheet.votes, all=shown.roll)

    def _fill(self) -> None:
        shown, view = self._shown, self._view
        if shown is None or view is None:
            return
        key, place = self._key(), self.rows.verticalScrollBar().value()
        secret = shown.motion.secrecy is Secrecy.SECRET
        self._rows = list(shown.sheet.entries) if secret else list(self._people(shown))
        made = [
            self._entry(shown, view, row) if isinstance(row, EntryView) else self._person(shown, row)
            for row in self._rows
        ]
        self._filling = True
        self._model.set_rows(made)
        at = next((number for number, row in enumerate(self._rows) if _key_of(row) == key), -1)
        if at >= 0:
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.rows.selectionModel().setCurrentIndex(self._model.index(at), flags)
        else:
            self.rows.selectionModel().clear()
        self._filling = False
        self.rows.scheduleDelayedItemsLayout()
        self.rows.verticalScrollBar().setValue(place)
        self._none.setVisible(not made and not secret)
        self._empty.setVisible(not made and secret)
        self._list.setVisible(bool(made))
        self._choose()

    def _people(self, shown: DeskMotion) -> list[SheetRow]:
        _, keep = self._filters[max(0, self.filter.currentIndex())]
        wanted = fold(self.search.text).split()
        kept = [
            row for row in shown.sheet.rows if keep(row) and all(word in fold(row.name) for word in wanted)
        ]
        return sorted(kept, key=lambda row: given_name_key(row.name))

    def _person(self, shown: DeskMotion, row: SheetRow) -> RowData:
        state = words.source_state(row.source)
        note = words.row_note(shown.motion, row, refused_of(shown, row))
        return RowData(
            plain_line(row.name),
            note=note.text,
            note_icon=note.icon,
            note_tone=note.tone,
            right=state.text,
            right_icon=state.icon,
            right_tone=state.tone,
        )

    def _entry(self, shown: DeskMotion, view: DeskView, entry: EntryView) -> RowData:
        state: State = words.entry_state(entry, view.owner.roles)
        return RowData(
            words.entry_text(shown.motion, entry),
            note=state.text,
            note_icon=state.icon,
            note_tone=state.tone,
            right=words.written_by(entry),
        )

    def _key(self) -> str:
        at = self.rows.currentIndex().row()
        return _key_of(self._rows[at]) if 0 <= at < len(self._rows) else ""

    def _choose(self) -> None:
        if self._filling or self._view is None or self._shown is None:
            return
        at = self.rows.currentIndex().row()
        row = self._rows[at] if 0 <= at < len(self._rows) else None
        self.strip.set_row(self._view, self._shown, row)

    def _enter(self) -> None:
        self.dialogs.enter()

    def _confirm(self) -> None:
        self.dialogs.confirm()


def refused_of(shown: DeskMotion, row: SheetRow) -> EntryView | None:
    """The newest entry of a person, where the hub refused it and nothing was entered since."""
    if row.entry is not None or row.source not in (Source.NOTHING, Source.LATE):
        return None
    newest = next((one for one in shown.sheet.entries if row.person in one.persons), None)
    return newest if newest is not None and newest.state is EntryState.REFUSED else None


def _key_of(row: SheetRow | EntryView) -> str:
    return str(row.id) if isinstance(row, EntryView) else str(row.person)


def _anybody(row: SheetRow) -> bool:
    return True


def _waits(row: SheetRow) -> bool:
    return row.entry is not None and row.entry.state is EntryState.WAITING


def _has(source: Source, row: SheetRow) -> bool:
    return row.source is source
