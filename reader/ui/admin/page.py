"""What the pages of administration have in common: a headline, tools, and a list in a card."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from reader.pdf import fold
from reader.ui.admin.records import Record, RecordList
from reader.ui.theme import Colour, Role
from reader.ui.widgets import Button, Card, Column, Field, Flow, Paragraph, hold
from reader.ui.widgets.empty import Empty


class Page(QWidget):
    """`set_head` says how things stand in a line; `tools` is a row of buttons that wraps."""

    def __init__(self) -> None:
        super().__init__()
        self._title = Paragraph("", Role.PAGE_TITLE)
        self._note = Paragraph("", Role.BODY, Colour.INK2)
        self._tools = QWidget()
        self.tools = Flow(self._tools, 0, 8)
        self.column = Column(self, (26, 16, 24, 16), 0)
        self.column.addWidget(self._title)
        self.column.addWidget(self._note)
        self.column.gap(12)
        self.column.addWidget(self._tools)
        self.column.gap(12)

    @property
    def headline(self) -> str:
        """What stands at the top."""
        return self._title.text()

    def set_head(self, title: str, note: str = "") -> None:
        """How things stand."""
        self._title.set_text(title)
        self._note.set_text(note)
        self._note.setVisible(bool(note))

    def add_tools(self, tools: Iterable[Button]) -> None:
        """Buttons above the list."""
        for tool in tools:
            self.tools.addWidget(tool)


class ListPage(Page):
    """A page that is a list with a search. `opened` is sent with the key of the row chosen."""

    opened = Signal(str)

    def __init__(self, name: str, search: str, nothing: Empty) -> None:
        super().__init__()
        self._records: tuple[Record, ...] = ()
        self.search = Field(placeholder=search, icon="magnifying-glass", clearable=True)
        self.search.changed.connect(lambda _: self._fill())
        self.list = RecordList(name)
        self.list.opened.connect(self.opened)
        self._nothing = nothing
        self._none = Paragraph(self.tr("Không có dòng nào khớp."), Role.BODY, Colour.INK2)
        self.card = Card((1, 1, 1, 1))
        self.card.column.addWidget(self.list)
        hold(self.card, min_height=150)
        self.column.addWidget(self.search)
        self.column.gap(8)
        self.column.addWidget(self._none)
        self.column.addWidget(nothing, 1)
        self.column.addWidget(self.card, 1)
        self.set_records(())

    def set_records(self, records: Sequence[Record]) -> None:
        """Show these, as far as they match what is searched for."""
        self._records = tuple(records)
        self._fill()

    def _fill(self) -> None:
        wanted = fold(self.search.text).split()
        shown = [one for one in self._records if all(word in fold(one.spoken) for word in wanted)]
        self.list.set_records(shown)
        self._nothing.setVisible(not self._records)
        self.search.setVisible(bool(self._records))
        self.card.setVisible(bool(shown))
        self._none.setVisible(bool(self._records) and not shown)
