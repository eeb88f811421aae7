"""A short column of rows to be read: icon, title, second line, perhaps a bar or a button."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from reader.ui.theme import Colour, Role, Tone
from reader.ui.widgets.button import Button
from reader.ui.widgets.layout import Column, Row, hold
from reader.ui.widgets.paragraph import Paragraph
from reader.ui.widgets.pill import TONE_INK, Glyph
from reader.ui.widgets.progress import Bar
from reader.ui.widgets.surface import Line, Surface

_LEAD = 46
WIDEST = (1 << 24) - 1
"""Qt's own bound for the size of a widget: no bound."""


@dataclass(frozen=True)
class Entry:
    """What one row shows. ``share`` (0–1) adds a bar; ``head`` begins a group, ``count`` is at its right.

    ``act`` adds a button with these words; ``key`` is what ``Stack.pressed`` sends for it. ``lead`` is a few
    letters in place of the icon, such as the time.
    """

    icon: str
    title: str
    detail: str = ""
    tone: Tone = Tone.PLAIN
    share: float | None = None
    paused: bool = False
    head: str = ""
    count: str = ""
    act: str = ""
    key: str = ""
    lead: str = ""


class Stack(QWidget):
    """Rows under one another with hairlines between. `set_entries` changes the rows in place."""

    pressed = Signal(str)
    """The key of the row whose button was pressed."""

    def __init__(self, *, side: int = 20, pad: int = 12, small: bool = False) -> None:
        super().__init__()
        self._side, self._pad, self._small = side, pad, small
        self._rows: list[_Row] = []
        self._column = Column(self)

    def set_entries(self, entries: Sequence[Entry]) -> None:
        """Show these."""
        while len(self._rows) < len(entries):
            row = _Row(self._side, self._pad, self._small)
            row.pressed.connect(self.pressed)
            self._rows.append(row)
            self._column.addWidget(row)
        for number, row in enumerate(self._rows):
            row.setVisible(number < len(entries))
            if number < len(entries):
                row.set_entry(entries[number], first=number == 0)
        self.setVisible(bool(entries))


class _Row(QWidget):
    pressed = Signal(str)

    def __init__(self, side: int, pad: int, small: bool) -> None:
        super().__init__()
        self._entry: Entry | None = None
        self._line = Line()
        self._head = Surface(Colour.DESK)
        self._head_words = Paragraph("", Role.NOTE_STRONG, Colour.INK2)
        self._count = Paragraph("", Role.NOTE, Colour.INK2, max_lines=1)
        head = Row(self._head, (side, 8, side, 8), 12)
        head.addWidget(self._head_words, 1)
        head.addWidget(self._count, 0, Qt.AlignmentFlag.AlignTop)
        self._head_line = Line()
        self._glyph = Glyph("clock", 24)
        self._lead = Paragraph("", Role.BODY, Colour.INK2, max_lines=1)
        hold(self._lead, min_width=_LEAD, max_width=_LEAD)
        self._title = Paragraph("", Role.BODY_MEDIUM)
        self._detail = Paragraph("", Role.NOTE, Colour.INK2)
        self._bar = Bar()
        words = Column()
        words.addWidget(self._title)
        words.addWidget(self._detail)
        self._bar_gap = QWidget()
        Column(self._bar_gap, (0, 6, 0, 0)).addWidget(self._bar)
        words.addWidget(self._bar_gap)
        self.button = Button("")
        self.button.clicked.connect(self._press)
        self._act_place = QWidget()
        act = Row(self._act_place, (0, 8, 0, 0))
        act.addWidget(self.button)
        act.addStretch(1)
        words.addWidget(self._act_place)
        inner = Row(None, (0 if small else side, pad, 0 if small else side, pad), 12)
        inner.addWidget(self._glyph, 0, Qt.AlignmentFlag.AlignTop)
        inner.addWidget(self._lead, 0, Qt.AlignmentFlag.AlignTop)
        inner.addLayout(words, 1)
        whole = Column(self)
        whole.addWidget(self._line)
        whole.addWidget(self._head)
        whole.addWidget(self._head_line)
        whole.addLayout(inner)

    def set_entry(self, entry: Entry, *, first: bool) -> None:
        self._line.setVisible(not first or bool(entry.head))
        if entry == self._entry:
            return
        self._entry = entry
        for widget in (self._head, self._head_line):
            widget.setVisible(bool(entry.head))
        self._head_words.set_text(entry.head)
        self._count.set_text(entry.count)
        ink = TONE_INK[entry.tone]
        self._glyph.setVisible(not entry.lead)
        self._lead.setVisible(bool(entry.lead))
        self._lead.set_text(entry.lead)
        if entry.icon:
            self._glyph.set_icon(entry.icon, ink)
        self._title.set_role(Role.BODY if entry.lead else Role.BODY_MEDIUM)
        self._title.set_text(entry.title)
        self._detail.set_text(entry.detail)
        self._detail.set_role(Role.NOTE if entry.tone is Tone.PLAIN else Role.NOTE_MEDIUM)
        self._detail.set_colour(ink)
        self._detail.setVisible(bool(entry.detail))
        self._act_place.setVisible(bool(entry.act))
        self.button.set_text(entry.act)
        self.button.setAccessibleDescription(entry.title)
        self._bar_gap.setVisible(entry.share is not None)
        if entry.share is not None:
            self._bar.set_share(entry.share, paused=entry.paused)
            self._bar.setAccessibleName(entry.title)
            self._bar.setAccessibleDescription(entry.detail)

    def _press(self, _checked: bool = False) -> None:
        if self._entry is not None:
            self.pressed.emit(self._entry.key)
