"""The panel beside the list: everything about the row that the keyboard is on."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QWidget

from reader.core.composing.outline import Kind, outline
from reader.core.composing.showing import ComposeView
from reader.ui.compose.document_page import DocumentPage
from reader.ui.compose.item_pages import ItemPage, MeetingPage
from reader.ui.compose.model import MEETING
from reader.ui.compose.motion_page import MotionPage
from reader.ui.compose.page import Page
from reader.ui.compose.returned import ReturnedPane
from reader.ui.theme import Colour
from reader.ui.widgets.layout import Scroll
from reader.ui.widgets.surface import Panel


class SidePanel(Panel):
    """One page a kind of row."""

    edited = Signal(object)
    """Step"""
    removed = Signal(str)
    """Row"""

    def __init__(self) -> None:
        super().__init__(fill=Colour.DESK)
        self.meeting = MeetingPage()
        self.item = ItemPage()
        self.document = DocumentPage()
        self.motion = MotionPage()
        self._all: tuple[Page, ...] = (self.meeting, self.item, self.document, self.motion)
        self._pages = _Pages()
        for page in self._all:
            self._pages.addWidget(page)
            page.edited.connect(self.edited)
            page.removed.connect(self.removed)
        self.returned = ReturnedPane()
        self.column.addWidget(self.returned)
        self._scroll = Scroll(self._pages)
        self.column.addWidget(self._scroll, 1)
        self.setAccessibleName(self.tr("Chi tiết"))
        self._row = ""

    @property
    def page(self) -> Page:
        """The one shown."""
        return next(one for one in self._all if one is self._pages.currentWidget())

    def show_row(self, view: ComposeView, row: str) -> None:
        """Show a row, or the meeting where it is not there any more."""
        self.returned.set_view(view)
        places = {place.id: place.kind for place in outline(view.draft.packet)}
        page: Page = self.meeting
        if row in places:
            page = {Kind.ITEM: self.item, Kind.DOCUMENT: self.document, Kind.MOTION: self.motion}[places[row]]
        else:
            row = MEETING
        if page is not self._pages.currentWidget():
            self.page.flush()
        page.show_row(view, row)
        self._pages.setCurrentWidget(page)
        if row != self._row:
            self._row = row
            self._scroll.verticalScrollBar().setValue(0)

    def flush(self) -> None:
        """Keep now what is still being written."""
        self.page.flush()

    def forget(self) -> None:
        """Another draft comes: what is shown next is another row, also where it has the same name."""
        for page in self._all:
            page.row = ""


class _Pages(QStackedWidget):
    """As high as the page shown, not as the highest."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.currentChanged.connect(lambda _: self.updateGeometry())

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        shown = self.currentWidget()
        return 0 if shown is None else _height(shown, width)

    def sizeHint(self) -> QSize:
        shown = self.currentWidget()
        return QSize() if shown is None else shown.sizeHint()

    def minimumSizeHint(self) -> QSize:
        shown = self.currentWidget()
        return QSize() if shown is None else QSize(shown.minimumSizeHint().width(), 0)


def _height(shown: QWidget, width: int) -> int:
    layout = shown.layout()
    return shown.sizeHint().height() if layout is None else layout.totalHeightForWidth(width)
