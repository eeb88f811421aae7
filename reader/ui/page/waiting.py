"""What stands in place of a document that is still on its way."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from reader.ui.format import progress_text
from reader.ui.theme import Colour, Role
from reader.ui.widgets import Card, Panel, Paragraph, Row
from reader.ui.widgets.progress import Progress


class Waiting(Panel):
    """How much of it is here."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__((24, 24, 24, 24), 0, Colour.DESK, parent)
        self._progress = Progress()
        inner = Card(24, 12)
        inner.column.addWidget(self._progress)
        told = self.tr("Tài liệu mở ngay khi về đủ. Các tài liệu đã có vẫn đọc được.")
        inner.column.addWidget(Paragraph(told, Role.NOTE, Colour.INK2))
        row = Row()
        row.addStretch(1)
        row.addWidget(inner, 4)
        row.addStretch(1)
        self.column.addStretch(1)
        self.column.addLayout(row)
        self.column.addStretch(2)

    def set_progress(self, have: int, size: int) -> None:
        """Bytes of so many."""
        share = have / size if size else 0.0
        self._progress.set_state(self.tr("Đang tải về máy này"), progress_text(have, size), share)
