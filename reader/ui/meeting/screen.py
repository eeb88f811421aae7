"""The meeting opened: agenda, document and notes beside one another; voting; the secretary's page."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from reader.core.views import MeetingView, PacketState
from reader.ui.ballot.words import waits_for_me
from reader.ui.header import Header
from reader.ui.meeting.age import AgeStrip
from reader.ui.meeting.agenda import AgendaPane
from reader.ui.meeting.changes import ChangesPane
from reader.ui.meeting.check_in import CheckInBar
from reader.ui.meeting.document_tabs import DocumentTabs
from reader.ui.meeting.sitting_strip import SittingStrip
from reader.ui.plain import plain_line
from reader.ui.said.pane import OpinionsPane
from reader.ui.theme import Colour
from reader.ui.widgets.button import Button, Kind
from reader.ui.widgets.layout import Column, Row, hold
from reader.ui.widgets.surface import Line, Panel, Surface
from reader.ui.widgets.tabs import Tabs
from sync.model.ids import DocumentId, ItemId

_WIDE = 1280
_MIDDLE = 960
_AGENDA = 324
_RIGHT = 304
_CHANGES = 1
"""The number of that tab beside the pages."""


class Tab(StrEnum):
    """The pages of a meeting."""

    DOCUMENTS = "documents"
    BALLOT = "ballot"
    DESK = "desk"


class MeetingScreen(Surface):
    """The frame around the panes. Page view, notes, ballot and desk are put in from outside.

    With `desk` there is the secretary's page, with `teller` what a teller sees of it; who `conducts` may
    point at pages. `header` is the bar at the top (owner, line, menu are set there). Three panes where there
    is room; with less, the pane last asked for takes the place of its neighbour.
    """

    backRequested = Signal()
    documentOpened = Signal(str)
    """DocumentId"""
    itemOpened = Signal(str)
    """ItemId"""
    tabChanged = Signal(str)
    """Tab"""

    def __init__(
        self,
        *,
        desk: bool = False,
        teller: bool = False,
        conducts: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(Colour.DESK, None, 0, parent)
        base = (Tab.DOCUMENTS, Tab.BALLOT)
        self._tabs: tuple[Tab, ...] = (*base, Tab.DESK) if desk or teller else base
        self._tab = Tab.DOCUMENTS
        names = {
            Tab.DOCUMENTS: self.tr("Tài liệu"),
            Tab.BALLOT: self.tr("Biểu quyết"),
            Tab.DESK: self.tr("Thư ký") if desk else self.tr("Kiểm phiếu"),
        }
        self.header = Header(back=self.tr("Kệ họp"), tabs=[names[tab] for tab in self._tabs])
        self.header.backPressed.connect(self.backRequested)
        self.header.tabChosen.connect(lambda number: self.show_tab(self._tabs[number]))
        self.agenda = AgendaPane()
        self.check_in = CheckInBar()
        self.agenda.set_strip(self.check_in)
        self.changes = ChangesPane()
        self._agenda_wanted = True
        self._right_wanted = True
        self._front = "centre"
        self._bare = False
        self._lent = False
        """The document needs the agenda's place for a panel of its own."""
        self._mode = ""
        self._scale = 0.0
        self._show_agenda = Button("", Kind.QUIET, icon="list-bullets", name=self.tr("Hiện chương trình"))
        self._show_right = Button("", Kind.QUIET, icon="note", name=self.tr("Hiện ghi chú, thay đổi, góp ý"))
        self._show_agenda.clicked.connect(lambda: self.show_agenda(True))
        self._show_right.clicked.connect(lambda: self.show_right(True))
        self.header.slot.addStretch(1)
        self.header.slot.addWidget(self._show_agenda)
        self.header.slot.addWidget(self._show_right)

        self.tabs = DocumentTabs()
        self._document = _slot()
        self._centre = QWidget()
        centre = Column(self._centre)
        self._strip = QWidget()  # tabs hide by themselves; this hides them whatever they do
        Column(self._strip).addWidget(self.tabs)
        centre.addWidget(self._strip)
        centre.addWidget(self._document, 1)
        self._notes = _slot()
        self._right = self._make_right()
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        for number, pane in enumerate((self.agenda, self._centre, self._right)):
            self.splitter.addWidget(pane)
            self.splitter.setStretchFactor(number, 1 if pane is self._centre else 0)
        hold(self.agenda, min_width=240)
        hold(self._right, min_width=240)
        hold(self._centre, min_width=320)
        self._pages: dict[Tab, QWidget] = {
            Tab.DOCUMENTS: self.splitter,
            Tab.BALLOT: _slot(),
            Tab.DESK: _slot(),
        }
        self._stack = QStackedWidget()
        for page in self._pages.values():
            self._stack.addWidget(page)
        column = Column(self, 0)
        column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        column.addWidget(self.header)
        self.age = AgeStrip()
        column.addWidget(self.age)
        self.sitting = SittingStrip(conducts=conducts)
        column.addWidget(self.sitting)
        column.addWidget(self._stack, 1)

        self.agenda.documentOpened.connect(self._open)
        self.agenda.itemOpened.connect(self.itemOpened)
        self.agenda.itemOpened.connect(lambda item: self.opinions.set_item(ItemId(item)))
        self.agenda.hideRequested.connect(lambda: self.show_agenda(False))
        self.changes.documentOpened.connect(self._open)
        self.changes.differences.spotChosen.connect(lambda _: self._to_centre())
        # After the panes' least widths have followed: a splitter gives no pane less than it needs.
        self.theme.changed.connect(self._fit)
        self._fit()

    @property
    def tab(self) -> Tab:
        """The page shown."""
        return self._tab

    def set_document_pane(self, widget: QWidget) -> None:
        """Put the page view into the middle."""
        _fill(self._document, widget)

    def set_notes_pane(self, widget: QWidget) -> None:
        """Put the list of notes to the right."""
        _fill(self._notes, widget)

    def set_ballot_pane(self, widget: QWidget) -> None:
        """Put the ballot screen behind its tab."""
        _fill(self._pages[Tab.BALLOT], widget)

    def set_desk_pane(self, widget: QWidget) -> None:
        """Put the secretary's page behind its tab."""
        _fill(self._pages[Tab.DESK], widget)

    def set_view(self, view: MeetingView) -> None:
        """Show another state of the meeting. Nothing chosen, scrolled or folded is disturbed."""
        self.header.set_title(plain_line(view.card.short or view.card.title))
        waiting = sum(waits_for_me(motion) for motion in view.motions)
        self.header.set_badge(self._tabs.index(Tab.BALLOT), waiting)
        self.age.set_view(view)
        self.sitting.set_view(view)
        self.agenda.set_view(view)
        self.check_in.set_said(view.said, over=view.card.state is PacketState.PAST)
        self.changes.set_view(view)
        # A version may come while the meeting is open: nothing else says so here.
        self.right_tabs.set_badge(_CHANGES, view.card.new_documents + view.card.changed_documents)

    def show_tab(self, tab: Tab) -> None:
        """Go to a page. Sends `tabChanged` when it is another one."""
        if tab not in self._tabs or tab is self._tab:
            return
        self._tab = tab
        self.header.set_tab(self._tabs.index(tab))
        self._stack.setCurrentWidget(self._pages[tab])
        self._fit()
        self.tabChanged.emit(tab)

    def show_document(self, document: DocumentId) -> None:
        """A document was opened elsewhere (search, a link, a motion): mark its row, show the pages."""
        self.agenda.select(document)
        self.show_tab(Tab.DOCUMENTS)
        self._to_centre()

    def show_agenda(self, shown: bool) -> None:
        """Show or hide the agenda."""
        if self._mode == "three":
            self._agenda_wanted = shown
        self._lent = self._lent and not shown
        self._front = "agenda" if shown else "centre"
        self._fit()
        self._focus(self.agenda.tree if shown else self._show_agenda)

    def show_right(self, shown: bool) -> None:
        """Show or hide notes and changes."""
        if self._mode == "three":
            self._right_wanted = shown
        self._front = "right" if shown else "centre"
        self._fit()
        self._focus(self.right_tabs if shown else self._show_right)

    def lend_left(self, lent: bool) -> None:
        """Give the agenda's place to the document, or take it back. What the person had shown is shown again;
        the keyboard stays where it is."""
        self._lent = lent
        self._fit()

    def set_bare(self, bare: bool) -> None:
        """Leave the whole of the screen to the document, or bring the rest back."""
        self._bare = bare
        for above in (self.header, self._strip):
            above.setVisible(not bare)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        # Less than the panes need: a narrower window shows fewer of them, so it must be able to get there.
        return QSize(480, 320)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _make_right(self) -> Panel:
        right = Panel()
        head = QWidget()
        row = Row(head, (12, 0, 8, 0), 8)
        self.right_tabs = Tabs(
            [self.tr("Ghi chú"), self.tr("Thay đổi"), self.tr("Góp ý")],
            height=52,
            spacing=12,
            name=self.tr("Ghi chú, thay đổi, góp ý"),
        )
        row.addWidget(self.right_tabs)
        row.addStretch(1)
        self._hide_right = Button(
            "", Kind.QUIET, icon="caret-right", name=self.tr("Ẩn ghi chú, thay đổi, góp ý")
        )
        self._hide_right.clicked.connect(lambda: self.show_right(False))
        row.addWidget(self._hide_right)
        hold(head, height=52)
        pages = QStackedWidget()
        pages.addWidget(self._notes)
        pages.addWidget(self.changes)
        self.opinions = OpinionsPane()
        pages.addWidget(self.opinions)
        self.right_tabs.changed.connect(pages.setCurrentIndex)
        right.column.addWidget(head)
        right.column.addWidget(Line())
        right.column.addWidget(pages, 1)
        return right

    def _open(self, document: str) -> None:
        self._to_centre()
        self.documentOpened.emit(document)

    def _to_centre(self) -> None:
        """Where only one pane has room, it is the page."""
        self._front = "centre"
        self._fit()

    def _fit(self) -> None:
        """Three panes, two, or one, by the width at this text scale."""
        width = self.width() / self.theme.scale
        mode = "three" if width >= _WIDE else "two" if width >= _MIDDLE else "one"
        if mode == "three":
            shown = (self._agenda_wanted, True, self._right_wanted)
        elif mode == "two":
            right = self._front == "right"
            shown = (not right and self._agenda_wanted, True, right)
        else:
            shown = (self._front == "agenda", self._front == "centre", self._front == "right")
        if self._bare:
            shown = (False, True, False)
        elif self._lent:
            shown = (False, *shown[1:])
        self.sitting.set_covered(self._bare or self._tab is Tab.DESK)
        for pane, wanted in zip((self.agenda, self._centre, self._right), shown, strict=True):
            pane.setVisible(wanted)
        documents = self._tab is Tab.DOCUMENTS
        self._show_agenda.setVisible(documents and not shown[0])
        self._show_right.setVisible(documents and not shown[2])
        if (mode, self.theme.scale) != (self._mode, self._scale):
            self._mode, self._scale = mode, self.theme.scale
            left, right_width = self.px(_AGENDA), self.px(_RIGHT)
            if self.width() >= 1800 * self.theme.scale:
                left, right_width = self.px(360), self.px(380)
            self.splitter.setSizes([left, max(1, self.width() - left - right_width), right_width])

    def _focus(self, widget: QWidget) -> None:
        if widget.isVisible():
            widget.setFocus(Qt.FocusReason.OtherFocusReason)


def _slot() -> QWidget:
    place = QWidget()
    layout = QVBoxLayout(place)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    return place


def _fill(slot: QWidget, widget: QWidget) -> None:
    layout = slot.layout()
    assert layout is not None
    while (item := layout.takeAt(0)) is not None:
        if (old := item.widget()) is not None:
            old.hide()
            old.setParent(None)
    layout.addWidget(widget)
    widget.show()
