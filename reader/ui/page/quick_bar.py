"""The small bar beside a selection: highlight it, write a note on it, copy it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from reader.ui.theme import SPACE, Colour
from reader.ui.widgets.button import Button, Kind
from reader.ui.widgets.layout import Row
from reader.ui.widgets.surface import Surface


class QuickBar(Surface):
    """Floats over the page it is a child of. Its keys are H, N and Ctrl+C in the page."""

    highlight = Signal()
    note = Signal()
    copy = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Colour.PAPER, Colour.LINE2, SPACE.radius_card, parent)
        row = Row(self, (5, 5, 5, 5), 2)
        for text, icon, keys, signal in (
            (self.tr("Tô sáng"), "highlighter", "H", self.highlight),
            (self.tr("Ghi chú"), "note-pencil", "N", self.note),
            (self.tr("Chép chữ"), "copy", "Ctrl+C", self.copy),
        ):
            button = Button(text, Kind.QUIET, icon=icon)
            button.setToolTip(f"{text} ({keys})")
            button.clicked.connect(signal)
            # The keyboard stays with the page, where the same things have keys.
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            row.addWidget(button)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.setAccessibleName(self.tr("Việc với đoạn đã chọn"))
