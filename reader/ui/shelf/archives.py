"""Meetings that go from all laptops soon, of which the secretary has no archive yet."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from reader.core.archiving import Due
from reader.ui.format import date_text
from reader.ui.plain import plain_line
from reader.ui.stack import Entry, Stack
from reader.ui.theme import Colour, Role, Tone
from reader.ui.widgets import Card, Paragraph


class ArchivesCard(Card):
    """For secretaries only; hidden while there is none."""

    wanted = Signal(str)
    """MeetingId"""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__((20, 14, 20, 12), 0, parent=parent)
        self.stack = Stack(side=0, pad=10)
        self.column.addWidget(Paragraph(self.tr("Cần lưu hồ sơ"), Role.NOTE_STRONG, Colour.INK2))
        self.column.addWidget(self.stack)
        self.stack.pressed.connect(self.wanted)
        self.hide()

    def set_due(self, due: Sequence[Due]) -> None:
        """Show these."""
        self.stack.set_entries([self._entry(one) for one in due])
        self.setVisible(bool(due))

    def _entry(self, one: Due) -> Entry:
        said = self.tr("Tài liệu được xóa khỏi mọi máy ngày {day}. Lưu hồ sơ trước ngày đó.")
        detail = said.format(day=date_text(one.until))
        act = self.tr("Lưu hồ sơ…")
        return Entry("shield-check", plain_line(one.title), detail, Tone.WAIT, act=act, key=one.meeting)
