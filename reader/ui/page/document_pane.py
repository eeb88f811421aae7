"""The middle column of a meeting: one document with its bar, notices, pages, finding and marking tools."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget

from reader.core.views import DocumentView, MarkView, Place
from reader.pdf import PdfErrorCode
from reader.ui.format import progress_text
from reader.ui.marks.mark_bar import MarkBar
from reader.ui.marks.tools import MarkTools, Tool
from reader.ui.page import failures
from reader.ui.page.finding import FindPanel
from reader.ui.page.notice import Notice
from reader.ui.page.source import PageSource
from reader.ui.page.toolbar import PageToolbar
from reader.ui.page.view import PageView
from reader.ui.theme import Colour, Role, Tone
from reader.ui.widgets import Card, Column, Empty, Line, Panel, Paragraph, Progress, Row, Themed, hold
from sync.model.annotation import Colour as Ink
from sync.model.ids import DocumentId, MarkId

_BOTH_SIDES: Final = 352 + 164 + 400
"""Design pixels below which finding and marking are not open together."""


class DocumentPane(QWidget, Themed):
    """Shows one document at a time. It owns the `PageSource` given to it and closes it when another comes."""

    placeChanged = Signal(object)
    """Place, at rest: to be remembered for the document."""
    pageChanged = Signal(int, int)
    """Page from 0, of so many."""
    copyRequested = Signal(str)
    highlightRequested = Signal(int, object, object, object)
    """Page, tuple of Rect, Quote, Colour (of sync.model.annotation)."""
    noteRequested = Signal(int, object, object)
    """Page, tuple of Rect (may be empty), Quote or None: open the editor for it."""
    markActivated = Signal(str)
    """MarkId of the mark chosen on the page; empty: none is chosen any more."""
    noteEditRequested = Signal(str)
    """MarkId: write or change its note."""
    shareRequested = Signal(str)
    """MarkId: ask before it is sent to the secretary."""
    deleteRequested = Signal(str)
    """MarkId."""
    undoRequested = Signal()
    redoRequested = Signal()
    fullScreenRequested = Signal()
    agendaRequested = Signal()
    notesRequested = Signal()
    findLeft = Signal()
    """Finding was ended with Escape."""
    findOpened = Signal(bool)
    """The finding panel needs the left side, or gives it back."""
    toolsOpened = Signal(bool)
    """The marking tools need the right side, or give it back."""
    noticePressed = Signal(str)
    """Id of the action of a notice."""
    firstPainted = Signal()
    """The first sharp page of a document is on the screen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document: DocumentId | None = None
        self._source: PageSource | None = None
        self._marks: tuple[MarkView, ...] = ()
        self.toolbar = PageToolbar()
        self.view = PageView()
        self.finding = FindPanel()
        self.tools = MarkTools()
        self.mark_bar = MarkBar()
        self._notice = Notice()
        self._progress = Progress()
        self._empty = Empty("file-text", self.tr("Chọn một tài liệu trong chương trình"))
        self._failure = Empty("warning-circle", "")
        self._stack = QStackedWidget()
        self._waiting = self._waiting_page()
        for page in (self._empty, self.view, self._waiting, self._failure):
            self._stack.addWidget(page)
        self._find_line, self._tools_line = Line(vertical=True), Line(vertical=True)
        self._lay_out()
        self._connect()
        self._show_find(False)
        self._show_tools(False)
        self.follow()

    # -- what is shown -----------------------------------------------------------------------------------

    @property
    def document(self) -> DocumentId | None:
        """The document shown, waited for, or failed."""
        return self._document

    def set_document(self, document: DocumentView, source: PageSource, place: Place | None = None) -> None:
        """Show an open document. Without a place: where it was left; a new version stays at its page."""
        same, first = document.id == self._document, self._document is None
        self._take(document)
        self.view.set_document(source, place or (None if same else document.place or Place()))
        self._replace_source(source)
        self.view.set_marks(self._marks)
        self._stack.setCurrentWidget(self.view)
        if first:  # keys turn pages from the first moment
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        if self.finding.isVisibleTo(self):
            self._look_for(self.finding.query)
        self._on_page(self.view.page)

    def set_waiting(self, document: DocumentView) -> None:
        """Not all of it is on this laptop yet: say how much is. Call it again as more comes."""
        self._take(document)
        self._drop_pages()
        share = document.have / document.size if document.size else 0.0
        self._progress.set_state(
            self.tr("Đang tải về máy này"), progress_text(document.have, document.size), share
        )
        self._stack.setCurrentWidget(self._waiting)

    def set_failed(self, document: DocumentView, code: PdfErrorCode) -> None:
        """It can't be opened: say what happened and what can be done."""
        self._take(document)
        self._drop_pages()
        title, text = failures.document(code)
        empty = Empty("warning-circle", title, text)
        self._stack.removeWidget(self._failure)
        self._failure.deleteLater()
        self._failure = empty
        self._stack.addWidget(empty)
        self._stack.setCurrentWidget(empty)

    def clear(self) -> None:
        """No document; what was shown is forgotten (also when the vault is locked)."""
        self._document = None
        self._marks = ()
        self.toolbar.set_title("")
        self.finding.reset()
        self.clear_notice()
        self._drop_pages()
        self._stack.setCurrentWidget(self._empty)

    def set_marks(self, marks: Sequence[MarkView]) -> None:
        """The marks of this document; the one chosen stays chosen."""
        self._marks = tuple(marks)
        self.view.set_marks(self._marks)
        chosen = self._mark(self.view.chosen_mark)
        if chosen is None:
            self.view.choose_mark(None)
        self.mark_bar.set_mark(chosen)

    def choose_mark(self, mark: MarkId | None) -> None:
        """Choose a mark and bring it into sight."""
        found = self._mark(mark)
        if found is None:
            self.view.choose_mark(None)
        elif found.current:
            self.view.show_mark(found)
        self.mark_bar.set_mark(found)

    def set_undo(self, *, can_undo: bool, can_redo: bool) -> None:
        """Say whether there is something to take back or to do again."""
        self.tools.set_undo(can_undo=can_undo, can_redo=can_redo)

    def notice(self, tone: Tone, text: str, actions: Sequence[tuple[str, str]] = ()) -> None:
        """A strip above the pages; each action is (id, words). `noticePressed` says which was chosen."""
        self._notice.say(tone, text, actions)

    def clear_notice(self) -> None:
        """Take the strip away."""
        self._notice.hide()

    def offer_neighbours(self, *, agenda: bool, notes: bool) -> None:
        """Show the buttons that bring a hidden agenda or hidden notes back."""
        self.toolbar.offer(agenda=agenda, notes=notes)

    def open_find(self, query: str | None = None) -> None:
        """Open the finding panel, with something to look for."""
        self._show_find(True)
        if query is not None:
            self.finding.set_query(query)
        self.finding.take_keyboard()

    def close_find(self) -> None:
        """Close it; the page stays where the last place found is."""
        self._show_find(False)

    # -- Qt ----------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def restyle(self) -> None:
        super().restyle()
        self.toolbar.set_night(self.view.night)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._escape():
            return
        super().keyPressEvent(event)

    # -- inside ------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        pages = Column()
        pages.addWidget(self._stack, 1)
        pages.addWidget(self.mark_bar)
        middle = Row()
        middle.addLayout(pages, 1)
        middle.addWidget(self._tools_line)
        middle.addWidget(self.tools)
        right = Column()
        right.addWidget(self.toolbar)
        right.addWidget(self._notice)
        right.addLayout(middle, 1)
        whole = Row(self)
        whole.addWidget(self.finding)
        whole.addWidget(self._find_line)
        whole.addLayout(right, 1)
        hold(self.finding, width=352)

    def _connect(self) -> None:
        bar, view = self.toolbar, self.view
        bar.turned.connect(lambda way: view.go_to(view.page + way))
        bar.pageRequested.connect(self._on_page_asked)
        bar.zoomChosen.connect(view.set_zoom)
        bar.zoomStepped.connect(lambda way: view.zoom_in() if way > 0 else view.zoom_out())
        bar.findToggled.connect(lambda on: self.open_find() if on else self.close_find())
        bar.nightToggled.connect(view.set_night)
        bar.toolsToggled.connect(self._show_tools)
        bar.fullScreenRequested.connect(self.fullScreenRequested)
        bar.agendaRequested.connect(self.agendaRequested)
        bar.notesRequested.connect(self.notesRequested)
        view.pageChanged.connect(self._on_page)
        view.placeChanged.connect(self.placeChanged)
        view.zoomChanged.connect(bar.set_zoom)
        view.nightChanged.connect(bar.set_night)
        view.copyRequested.connect(self.copyRequested)
        view.highlightRequested.connect(self.highlightRequested)
        view.noteRequested.connect(self.noteRequested)
        view.markActivated.connect(self._on_mark)
        view.firstPainted.connect(self.firstPainted)
        self.finding.queryChanged.connect(self._look_for)
        self.finding.currentChanged.connect(lambda _now: self._draw_hits())
        self.finding.closed.connect(self.close_find)
        self.finding.left.connect(self._leave_find)
        self.finding.pageWanted.connect(view.go_to)
        self.tools.toolChanged.connect(self._on_tool)
        self.tools.inkChanged.connect(self._on_ink)
        self.tools.undoRequested.connect(self.undoRequested)
        self.tools.redoRequested.connect(self.redoRequested)
        self.mark_bar.noteRequested.connect(self.noteEditRequested)
        self.mark_bar.shareRequested.connect(self.shareRequested)
        self.mark_bar.copyRequested.connect(self.copyRequested)
        self.mark_bar.deleteRequested.connect(self.deleteRequested)
        self._notice.pressed.connect(self.noticePressed)
        self._key(QKeySequence.StandardKey.Find, self.open_find)
        self._key("F3", lambda: self.finding.step(1))
        self._key("Shift+F3", lambda: self.finding.step(-1))
        self._key("Ctrl+G", self.toolbar.ask_page)
        self._key("Ctrl+Z", self.undoRequested.emit)
        self._key("Ctrl+Y", self.redoRequested.emit)
        self._key("Ctrl+Shift+Z", self.redoRequested.emit)

    def _key(self, keys: QKeySequence.StandardKey | str, run: Callable[[], object]) -> None:
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(lambda: run())

    def _waiting_page(self) -> QWidget:
        page = Panel((24, 24, 24, 24), 0, Colour.DESK)
        inner = Card(24, 12)
        inner.column.addWidget(self._progress)
        told = self.tr("Tài liệu mở ngay khi về đủ. Các tài liệu đã có vẫn đọc được.")
        inner.column.addWidget(Paragraph(told, Role.NOTE, Colour.INK2))
        row = Row()
        row.addStretch(1)
        row.addWidget(inner, 4)
        row.addStretch(1)
        page.column.addStretch(1)
        page.column.addLayout(row)
        page.column.addStretch(2)
        return page

    def _take(self, document: DocumentView) -> None:
        if document.id != self._document:
            self._document = document.id
            self._marks = ()
            self.mark_bar.set_mark(None)
            self.finding.set_shown(document.id)
            self.clear_notice()
        self.toolbar.set_title(document.name)

    def _drop_pages(self) -> None:
        self.view.set_document(None)
        self._replace_source(None)
        self.mark_bar.set_mark(None)
        self.toolbar.set_page(0, 0)
        self.pageChanged.emit(0, 0)

    def _replace_source(self, source: PageSource | None) -> None:
        if self._source is not None and self._source is not source:
            self._source.found.disconnect(self._on_found)
            self._source.findEnded.disconnect(self.finding.finish)
            self._source.close()
        if source is not None and self._source is not source:
            source.found.connect(self._on_found)
            source.findEnded.connect(self.finding.finish)
        self._source = source

    def _mark(self, mark: MarkId | None) -> MarkView | None:
        return next((known for known in self._marks if known.id == mark), None)

    def _look_for(self, query: str) -> None:
        self.view.set_hits((), None)
        if self._source is None:
            return
        if query:
            self.finding.begin()
            self._source.find(query, self.view.page, exact=self.finding.exact)
        else:
            self._source.stop_find()
            self.finding.clear_hits()

    def _on_found(self, hits: object) -> None:
        assert isinstance(hits, tuple)
        known = self.finding.current
        self.finding.add_hits(hits)
        if known is not None:
            self._draw_hits(move=False)
        if self.finding.full and self._source is not None:
            self._source.stop_find()
            self.finding.finish()

    def _draw_hits(self, *, move: bool = True) -> None:
        self.view.set_hits([hit.hit for hit in self.finding.hits], self.finding.current, move=move)

    def _on_page(self, page: int) -> None:
        self.toolbar.set_page(page, self.view.pages)
        self.pageChanged.emit(page, self.view.pages)

    def _on_page_asked(self, page: int) -> None:
        self.view.go_to(page)
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_mark(self, mark: str) -> None:
        self.mark_bar.set_mark(self._mark(MarkId(mark)))
        self.markActivated.emit(mark)

    def _on_tool(self, tool: Tool) -> None:
        self.view.highlight_at_once = tool is Tool.HIGHLIGHT
        self.view.note_at_once = tool is Tool.NOTE

    def _on_ink(self, ink: Ink) -> None:
        self.view.ink = ink

    def _show_find(self, on: bool) -> None:
        was = self.finding.isVisibleTo(self)
        self.finding.setVisible(on)
        self._find_line.setVisible(on)
        self.toolbar.set_find(on)
        if on == was:
            return
        if on:
            self._one_side(self._show_tools)
            self._draw_hits()
        else:
            if self._source is not None:
                self._source.stop_find()
            self.view.set_hits((), None)
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        self._fit()
        self.findOpened.emit(on)

    def _leave_find(self) -> None:
        self.close_find()
        self.findLeft.emit()

    def _show_tools(self, on: bool) -> None:
        was = self.tools.isVisibleTo(self)
        self.tools.setVisible(on)
        self._tools_line.setVisible(on)
        self.toolbar.set_tools(on)
        if not on:
            # Nothing stays in the hand that can't be seen.
            self.tools.set_tool(Tool.NONE)
            self._on_tool(Tool.NONE)
        if on != was:
            if on:
                self._one_side(self._show_find)
            self._fit()
            self.toolsOpened.emit(on)

    def _one_side(self, close_other: Callable[[bool], None]) -> None:
        """Where both panels would leave too little of the page, the one opened last stays."""
        if self.width() < self.px(_BOTH_SIDES):
            close_other(False)

    def _escape(self) -> bool:
        if self.view.chosen_mark is not None:
            self.choose_mark(None)
            self.markActivated.emit("")
        elif self.finding.isVisibleTo(self):
            self._leave_find()
        elif self.tools.isVisibleTo(self):
            self._show_tools(False)
        else:
            return False
        return True

    def _fit(self) -> None:
        taken = (352 if self.finding.isVisibleTo(self) else 0) + (164 if self.tools.isVisibleTo(self) else 0)
        self.mark_bar.set_compact(self.width() < self.px(taken + 620))
