"""A submitted packet as delegates would see it: a page that sums it up, and a page to read it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLayout, QSplitter, QStackedWidget, QWidget

from reader.core.approving import ApprovalView, Turn
from reader.pdf import PdfClient
from reader.ui.approve.summary import Summary
from reader.ui.compose.words import cut
from reader.ui.header import Header
from reader.ui.meeting.agenda import AgendaPane
from reader.ui.page.one_file import OneFile
from reader.ui.problems import sentence, tone
from reader.ui.tasks import Asker
from reader.ui.theme import Colour, Role, Tone
from reader.ui.widgets.banner import Banner
from reader.ui.widgets.button import Button, Kind
from reader.ui.widgets.layout import Column, Row, hold
from reader.ui.widgets.paragraph import Paragraph
from reader.ui.widgets.surface import Line, Panel, Surface
from sync.errors import SohopError
from sync.model.ids import DocumentId

_TWO = 960
_AGENDA = 340


class ApproveScreen(Surface):
    """Tabs of `header`: the summary (0), the documents (1)."""

    backRequested = Signal()
    remarkRequested = Signal(str)
    """DocumentId: of the document that is being read."""

    def __init__(self, books: Asker, pdf: PdfClient) -> None:
        super().__init__(Colour.DESK, None, 0)
        self._view: ApprovalView | None = None
        self.header = Header(
            back=self.tr("Kệ họp"), title=" ", tabs=(self.tr("Tóm tắt"), self.tr("Tài liệu"))
        )
        self.summary = Summary()
        self.agenda = AgendaPane()
        self.agenda.hide_button.hide()
        self.file = OneFile(books, pdf)
        self.banner = Banner("", tone=Tone.BAD, buttons=(self.tr("Đã hiểu"),), beside=True)
        self._banner_place = QWidget()
        Column(self._banner_place, (16, 12, 16, 0)).addWidget(self.banner)
        self._banner_place.hide()
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self.agenda)
        self.list_button = Button("", Kind.QUIET, icon="caret-left", name=self.tr("Danh sách tài liệu"))
        self._name = Paragraph("", Role.BODY_MEDIUM, max_lines=1)
        self.remark_button = Button(self.tr("Góp ý về tài liệu này…"), icon="note-pencil")
        self._document = DocumentId("")
        self._bar = self._make_bar()
        self._right = QWidget()
        right = Column(self._right)
        right.addWidget(self._bar)
        right.addWidget(self.file, 1)
        self.splitter.addWidget(self._right)
        self.splitter.setStretchFactor(1, 1)
        hold(self.agenda, min_width=240)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.summary)
        self._pages.addWidget(self.splitter)
        column = Column(self, 0)
        column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        column.addWidget(self.header)
        column.addWidget(self._banner_place)
        column.addWidget(self._pages, 1)
        self._reading = False
        self._sized = (0, 0.0)
        self.header.backPressed.connect(self.backRequested)
        self.header.tabChosen.connect(self._turn)
        self.summary.readRequested.connect(self._begin_reading)
        self.agenda.documentOpened.connect(lambda document: self.read(DocumentId(document)))
        self.banner.pressed.connect(lambda _: self.hush())
        self.theme.changed.connect(self._fit)

    def set_view(self, view: ApprovalView) -> None:
        """Show a version."""
        self._view = view
        self.header.set_title(view.card.title)
        self.summary.set_view(view)
        self.agenda.set_view(view.meeting)
        self.remark_button.setVisible(view.card.turn in (Turn.MINE, Turn.APPROVED))
        if view.meeting.document(self._document) is None:
            self._bar.hide()

    def show_tab(self, number: int) -> None:
        """Go to a page."""
        self.header.set_tab(number)
        self._turn(number)

    def read(self, document: DocumentId) -> None:
        """Show a document's pages."""
        found = self._view.meeting.document(document) if self._view is not None else None
        if found is not None:
            self.agenda.select(document)
            self.file.open(found.sha256)
            self._document = document
            self._name.set_text(cut(found.name))
            self._bar.show()
            self._reading = True
            self.show_tab(1)

    def _begin_reading(self) -> None:
        """The documents; where there is room for pages beside them, with the first one open."""
        self.show_tab(1)
        items = self._view.meeting.items if self._view is not None else ()
        first = next((document for item in items for document in item.documents), None)
        two = not (self.agenda.isHidden() or self._right.isHidden())
        if two and first is not None and not self.file.shown:
            self.read(first.id)

    def problem(self, title: str, error: SohopError) -> None:
        """Tell what could not be done."""
        self.banner.set_tone(tone(error))
        self.banner.set_words(title, sentence(error))
        self._banner_place.show()

    def hush(self) -> None:
        """Take that away."""
        self._banner_place.hide()

    def minimumSizeHint(self) -> QSize:
        return QSize(480, 320)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _make_bar(self) -> QWidget:
        """The name of what is read, and what can be said of it; hidden until something is read."""
        bar = Panel()
        inner = QWidget()
        row = Row(inner, (12, 6, 12, 6), 8)
        row.addWidget(self.list_button)
        row.addWidget(self._name, 1)
        row.addWidget(self.remark_button)
        bar.column.addWidget(inner)
        bar.column.addWidget(Line())
        bar.hide()
        self.list_button.clicked.connect(lambda _checked=False: self._list())
        self.remark_button.clicked.connect(lambda _checked=False: self.remarkRequested.emit(self._document))
        return bar

    def _list(self) -> None:
        self._reading = False
        self._fit()
        self.agenda.setFocus(Qt.FocusReason.OtherFocusReason)

    def _turn(self, number: int) -> None:
        if number == 0:
            self._reading = False
        self._pages.setCurrentIndex(number)
        self._fit()

    def _fit(self) -> None:
        """Agenda and pages, or one of them by the width at this text scale."""
        two = self.width() / self.theme.scale >= _TWO
        self.agenda.setVisible(two or not self._reading)
        self._right.setVisible(two or self._reading)
        self.list_button.setVisible(not two)
        if (self.width(), self.theme.scale) != self._sized:
            self._sized = (self.width(), self.theme.scale)
            self.splitter.setSizes([self.px(_AGENDA), max(1, self.width() - self.px(_AGENDA))])
