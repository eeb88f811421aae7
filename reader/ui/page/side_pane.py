"""Beside the pages: the table of contents, and all pages in small."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from reader.pdf import OutlineEntry
from reader.ui.page.night import NightInk
from reader.ui.page.outline import OutlineTree
from reader.ui.page.source import PageSource
from reader.ui.page.thumbnails import Thumbnails
from reader.ui.theme import Colour, Role
from reader.ui.widgets import Button, Kind, Line, Panel, Paragraph, Row, hold
from reader.ui.widgets.tabs import Tabs

_OUTLINE, _PAGES = 0, 1


class SidePane(Panel):
    """Hidden at first; the document is asked for its contents only when this is shown."""

    goneTo = Signal(int, object)
    """Page, and the height on it in points, or None."""
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, 0, Colour.PAPER, parent)
        self._source: PageSource | None = None
        self._page = 0
        self._told = False
        """It is known whether there is a table of contents."""
        self.tabs = Tabs(
            [self.tr("Mục lục"), self.tr("Trang")], height=52, name=self.tr("Mục lục và hình trang")
        )
        self.outline = OutlineTree()
        self.thumbnails = Thumbnails()
        none = Panel((16, 16, 16, 16), 0, Colour.PAPER)
        none.column.addWidget(Paragraph(self.tr("Tài liệu này không có mục lục."), Role.NOTE, Colour.INK2))
        none.column.addStretch(1)
        self._none = none
        self._stack = QStackedWidget()
        for widget in (self.outline, self.thumbnails, none):
            self._stack.addWidget(widget)
        head = QWidget()
        row = Row(head, (16, 0, 8, 0), 8)
        row.addWidget(self.tabs)
        row.addStretch(1)
        close = Button("", Kind.QUIET, icon="x", name=self.tr("Đóng (F9)"))
        close.clicked.connect(lambda _checked=False: self.closed.emit())
        row.addWidget(close)
        hold(head, height=51)
        self.column.addWidget(head)
        self.column.addWidget(Line())
        self.column.addWidget(self._stack, 1)
        self.tabs.changed.connect(lambda _now: self._show())
        self.outline.gone_to.connect(self._go_to_entry)
        self.thumbnails.gone_to.connect(lambda page: self.goneTo.emit(page, None))

    def set_source(self, source: PageSource | None) -> None:
        """Another document, or none."""
        if self._source is not None and self._source is not source:
            self._source.outlineReady.disconnect(self._on_outline)
        if source is not None and self._source is not source:
            source.outlineReady.connect(self._on_outline)
        self._source = source
        self._told = False
        self.outline.set_entries(())
        self.thumbnails.set_source(source)
        if not self.isHidden():
            self.fill()

    def fill(self) -> None:
        """It is shown: ask for what it shows."""
        if self._source is not None and not self._told:
            self._source.ask_outline()
        self.thumbnails.set_page(self._page)
        self._show()

    def set_page(self, page: int) -> None:
        """The page that is shown."""
        self._page = page
        self.outline.set_page(page)
        if self.thumbnails.isVisible():
            self.thumbnails.set_page(page)
        else:
            self.thumbnails.page = page

    def set_look(self, night: NightInk | None, turn: int) -> None:
        """Paint small pages as the pages are."""
        self.thumbnails.set_look(night, turn)

    def take_keyboard(self) -> None:
        """Put the keyboard into the list that is shown."""
        lists = (self.outline, self.thumbnails)
        shown = next((one for one in lists if one is self._stack.currentWidget()), None)
        (shown or self.tabs).setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return
        super().keyPressEvent(event)

    def _show(self) -> None:
        if self.tabs.chosen == _PAGES:
            shown: QWidget = self.thumbnails
        else:
            shown = self._none if self._told and self.outline.empty else self.outline
        self._stack.setCurrentWidget(shown)

    def _on_outline(self, entries: tuple[OutlineEntry, ...]) -> None:
        first = not self._told
        self._told = True
        self.outline.set_entries(entries)
        self.outline.set_page(self._page)
        if first and not entries and self.tabs.chosen == _OUTLINE:
            self.tabs.choose(_PAGES)  # there is nothing to see on the other one
        self._show()

    def _go_to_entry(self, entry: OutlineEntry) -> None:
        if entry.page is not None:
            self.goneTo.emit(entry.page, entry.y)
