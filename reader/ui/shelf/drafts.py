"""The packets that are being made on this laptop, and the way to a new one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from reader.core.composing.showing import DraftCard
from reader.ui.compose.words import cut, stage_said
from reader.ui.format import moment_text
from reader.ui.stack import Entry, Stack
from reader.ui.theme import Colour, Role, Tone
from reader.ui.widgets import Button, Card, Paragraph, Row


class DraftsCard(Card):
    """For secretaries only; hidden until `set_drafts`."""

    opened = Signal(str)
    """MeetingId"""
    beginRequested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__((20, 14, 20, 12), 0, parent=parent)
        self.button = Button(self.tr("Soạn kỳ họp mới…"), icon="file-plus")
        self.stack = Stack(side=0, pad=10)
        head = QWidget()
        row = Row(head, 0, 16)
        row.addWidget(Paragraph(self.tr("Soạn tài liệu kỳ họp"), Role.NOTE_STRONG, Colour.INK2), 1)
        row.addWidget(self.button)
        self.column.addWidget(head)
        self.column.addWidget(self.stack)
        self.column.gap(4)
        self.button.clicked.connect(lambda _checked=False: self.beginRequested.emit())
        self.stack.pressed.connect(self.opened)
        self.hide()

    def set_drafts(self, drafts: Sequence[DraftCard]) -> None:
        """Show these."""
        self.stack.set_entries([self._entry(one) for one in drafts])
        self.show()

    def _entry(self, draft: DraftCard) -> Entry:
        saved = self.tr("lưu trên máy lúc {when}").format(when=moment_text(draft.saved_at))
        said = stage_said(draft.standing)
        state, tone = (said.text, said.tone) if said is not None else (self.tr("Đang soạn"), Tone.PLAIN)
        return Entry(
            said.icon if said is not None else "pencil-line",
            cut(draft.title),
            f"{state} · {saved}",
            tone,
            act=self.tr("Mở bản soạn"),
            key=draft.meeting,
        )
