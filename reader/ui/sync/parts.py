"""The pieces of the line's page: one direction with its rows, what saves the line, the log's rows."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from reader.core.views import CAPS, LogLine, SavingView, Trip, WaitingView
from reader.ui.format import short_date_text, time_text
from reader.ui.plain import plain_line
from reader.ui.stack import Entry, Stack
from reader.ui.sync import words
from reader.ui.theme import Colour, Role, Tone
from reader.ui.widgets.check import Check
from reader.ui.widgets.layout import Column, Flow, Row
from reader.ui.widgets.paragraph import Paragraph
from reader.ui.widgets.pill import Glyph
from reader.ui.widgets.progress import Bar
from reader.ui.widgets.surface import Card
from reader.ui.widgets.surface import Line as Hairline
from reader.ui.widgets.tabs import Segments

MOST_ROWS = 24
"""Rows shown in one card; the rest is a number, for nobody reads further."""


class Part(Card):
    """One direction: its name, the sentence, a bar, a note, what can be done, the rows.

    The buttons stand above the rows, of which there may be many: who has no line is to see the way by stick.
    """

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
        self._tools = Flow(None, (19, 0, 19, 16), 12)
        self.column.addLayout(self._tools)
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

    def add_tool(self, button: QWidget) -> None:
        """Put a button under the sentence."""
        self._tools.addWidget(button)

    def set_rows(self, entries: list[Entry]) -> None:
        """The rows, which may be none."""
        self._line.setVisible(bool(entries))
        self.stack.set_entries(entries)

    def set_share(self, share: float | None, *, paused: bool = False) -> None:
        """How much of all has come, or None for no bar."""
        self._bar.setVisible(share is not None)
        if share is not None:
            self._bar.set_share(share, paused=paused)


class SavingCard(Card):
    """ "Tiết kiệm đường truyền": only small things, and a limit. `saved` is sent when one was changed."""

    saved = Signal(object)
    """SavingView"""

    def __init__(self) -> None:
        super().__init__((20, 14, 20, 16))
        self._shown = SavingView()
        self.small = Check(self.tr("Lúc này chỉ gửi nhận thứ nhỏ"))
        note = Paragraph(self.tr("Phiếu, ghi chú, ý kiến. Tệp lớn để sau."), Role.NOTE, Colour.INK2)
        caps = [str(cap) for cap in CAPS] + [self.tr("Không hạn chế")]
        self.cap = Segments(caps, stretch=True, name=self.tr("Tốc độ tối đa (kbit/s)"))
        self.small.setAccessibleDescription(note.text())
        self.column.addWidget(Paragraph(self.tr("Tiết kiệm đường truyền"), Role.NOTE_STRONG, Colour.INK2))
        self.column.gap(2)
        self.column.addWidget(self.small)
        indent = Column(None, (36, 0, 0, 0))
        indent.addWidget(note)
        self.column.addLayout(indent)
        self.column.gap(14)
        self.column.addWidget(Paragraph(self.tr("Tốc độ tối đa (kbit/s)"), Role.BODY_MEDIUM))
        self.column.gap(6)
        self.column.addWidget(self.cap)
        self.cap.choose(len(CAPS))
        self.small.toggled.connect(lambda _on: self._changed())
        self.cap.changed.connect(lambda _number: self._changed())

    def set_saving(self, saving: SavingView) -> None:
        """Show what was asked; sends nothing."""
        if saving == self._shown:
            return
        self._shown = saving
        self.small.blockSignals(True)
        self.small.setChecked(saving.small_only)
        self.small.blockSignals(False)
        self.cap.blockSignals(True)
        self.cap.choose(CAPS.index(saving.cap) if saving.cap in CAPS else len(CAPS))
        self.cap.blockSignals(False)

    def _changed(self) -> None:
        number = self.cap.chosen
        cap = CAPS[number] if 0 <= number < len(CAPS) else 0
        wanted = SavingView(small_only=self.small.isChecked(), cap=cap)
        if wanted != self._shown:
            self._shown = wanted
            self.saved.emit(wanted)


def act_entry(act: WaitingView, *, talking: bool) -> Entry:
    said = words.act_state(act, talking=talking)
    entry = Entry(said.icon, plain_line(words.act_title(act)), said.text, said.tone)
    if act.trip is Trip.REFUSED and act.event is not None:
        understood = QCoreApplication.translate("Sync", "Đã hiểu")
        return replace(entry, act=understood, key=act.event)
    return entry


def log_entry(line: LogLine) -> Entry:
    """One line of the log: the time, or the day when it was another one, then what happened."""
    when = line.at.astimezone()
    today = when.date() == datetime.now().astimezone().date()
    said = plain_line(words.log_text(line))
    return Entry("", said, lead=time_text(when) if today else short_date_text(when))


def cut(entries: list[Entry], rest: str) -> list[Entry]:
    if len(entries) <= MOST_ROWS:
        return entries
    more = Entry("dots-three", rest.format(n=len(entries) - MOST_ROWS), tone=Tone.PLAIN)
    return [*entries[:MOST_ROWS], more]
