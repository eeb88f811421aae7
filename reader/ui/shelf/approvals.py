"""Packets that were submitted and wait for an approver, or for being published."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from reader.core.approving import ApprovalCard
from reader.ui.approve.words import turn_said
from reader.ui.compose.words import cut
from reader.ui.stack import Entry, Stack
from reader.ui.theme import Colour, Role
from reader.ui.widgets import Card, Paragraph


class ApprovalsCard(Card):
    """For approvers only; hidden while there is none."""

    opened = Signal(str)
    """MeetingId"""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__((20, 14, 20, 12), 0, parent=parent)
        self.stack = Stack(side=0, pad=10)
        self.column.addWidget(Paragraph(self.tr("Chờ phê duyệt"), Role.NOTE_STRONG, Colour.INK2))
        self.column.addWidget(self.stack)
        self.stack.pressed.connect(self.opened)
        self.hide()

    def set_cards(self, cards: Sequence[ApprovalCard]) -> None:
        """Show these."""
        self.stack.set_entries([self._entry(card) for card in cards])
        self.setVisible(bool(cards))

    def _entry(self, card: ApprovalCard) -> Entry:
        said = turn_said(card)
        by = self.tr("bản {n}, {by} trình").format(n=card.version, by=cut(card.by) or "–")
        act = self.tr("Xem bản trình")
        return Entry(said.icon, cut(card.title), f"{said.text} · {by}", said.tone, act=act, key=card.meeting)
