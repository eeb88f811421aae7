"""What the pages of the side panel have in common: they show one row, and send the steps taken on it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from reader.core.composing.composition import Composition
from reader.core.composing.showing import ComposeView
from reader.ui.compose.fields import FormRow, LineInput, TextInput
from reader.ui.widgets.button import Button
from reader.ui.widgets.layout import Column, Row

Step = Callable[[Composition], Composition]


class Page(QWidget):
    """Shows one row; `edited` carries a step to be taken with the draft as it then is."""

    edited = Signal(object)
    """Step"""
    removed = Signal(str)
    """Row"""

    def __init__(self) -> None:
        super().__init__()
        self.row = ""
        self.column = Column(self, (20, 16, 20, 20), 0)

    def show_row(self, view: ComposeView, row: str) -> None:
        """Show a row of a draft. What is being written in a field is left alone while the row stays."""
        if row != self.row:
            self.flush()
            self.row = row
            for one in self.findChildren(FormRow):
                one.say("")
            for area in self.findChildren(TextInput):
                area.empty()
        self.fill(view)

    def fill(self, view: ComposeView) -> None:
        """Put what is kept into the fields."""
        raise NotImplementedError

    def _end(self, button: Button) -> None:
        """The last thing on the page: what takes away all that it shows."""
        self.column.gap(20)
        foot = Row()
        foot.addWidget(button)
        foot.addStretch(1)
        self.column.addLayout(foot)
        self.column.addStretch(1)

    def flush(self) -> None:
        """Keep now what is still being written."""
        for line in self.findChildren(LineInput):
            line.keep_now()
        for area in self.findChildren(TextInput):
            area.keep_now()
