"""The middle column of a meeting: one document with its bar, notices, pages, finding and marking tools."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from reader.core.views import DocumentView, MarkView, Place
from reader.pdf import PdfErrorCode
from reader.ui.marks.mark_bar import MarkBar
from reader.ui.marks.tools import TOOL_KEYS, MarkTools, Tool
from reader.ui.page import failures
from reader.ui.page.bookmarks import Bookmarks
from reader.ui.page.finder import Finder
from reader.ui.page.finding import FindPanel
from reader.ui.page.notice import Notice
from reader.ui.page.pane_marks import PaneMarks
from reader.ui.page.side_pane import SidePane
from reader.ui.page.source import PageSource
from reader.ui.page.toolbar import PageToolbar
from reader.ui.page.view import PageView
from reader.ui.page.waiting import Waiting
from reader.ui.page.whole_screen import WholeScreen
from reader.ui.theme import Tone
from reader.ui.widgets import Column, Line, Row, Themed, hold
from reader.ui.widgets.empty import Empty
from sync.model.ids import DocumentId, MarkId

_FIND, _SIDE = 352, 268
_BOTH_SIDES: Final = _FIND + 164 + 400
"""Design pixels below which finding and marking are not open together."""


class DocumentPane(QWidget, Themed):
    """Shows one document at a time. It owns the `PageSource` given to it and closes it when another comes."""

    placeChanged = Signal(object)
    """Place, at rest: to be remembered for the document."""
    pageChanged = Signal(int, int)
    """Page from 0, of so many."""
    copyRequested = Signal(str)
    markRequested = Signal(object)
    """Tuple of Wanted: one act."""
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
    fullScreenChanged = Signal(bool)
    """The pages are to have the whole screen, or give it back."""
    agendaRequested = Signal()
    notesRequested = Signal()
    findLeft = Signal()
    """Finding was ended with Escape."""
    leftOpened = Signal(bool)
    """Finding, or the table of contents, needs the left side, or gives it back."""
    toolsOpened = Signal(bool)
    """The marking tools need the right side, or give it back."""
    noticePressed = Signal(str)
    """Id of the action of a notice."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document: DocumentId | None = None
        self._source: PageSource | None = None
        self.toolbar = PageToolbar()
        self.view = PageView()
        self.finding = FindPanel()
        self.side = SidePane()
        self.tools = MarkTools()
        self.mark_bar = MarkBar()
        self._notice = Notice()
        self.marks = PaneMarks(self.view, self.mark_bar, self.tools)
        self.bookmarks = Bookmarks(self.view, self.tools, self.side.thumbnails)
        self._empty = Empty("file-text", self.tr("Chọn một tài liệu trong chương trình"))
        self._failure = Empty("warning-circle", "")
        self._stack = QStackedWidget()
        self._waiting = Waiting()
        for page in (self._empty, self.view, self._waiting, self._failure):
            self._stack.addWidget(page)
        self._left_line, self._tools_line = Line(vertical=True), Line(vertical=True)
        self._finder = Finder(self.finding, self.view)
        self._whole = WholeScreen(self, self.toolbar, self._lay_out(), self.view)
        self._connect()
        for panel in (self.finding, self.side, self._left_line, self.tools, self._tools_line):
            panel.hide()
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
        self._whole.end_presentation()  # where it was counts in its own document
        self.view.set_document(source, place or (None if same else document.place or Place()))
        self._replace_source(source)
        self.marks.draw_again()
        self._stack.setCurrentWidget(self.view)
        if first:  # keys turn pages from the first moment
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        if self.finding.isVisibleTo(self):
            self._finder.look_for(self.finding.query)
        self._on_page(self.view.page)

    def set_waiting(self, document: DocumentView) -> None:
        """Not all of it is on this laptop yet: say how much is. Call it again as more comes."""
        self._take(document)
        self._drop_pages()
        self._waiting.set_progress(document.have, document.size)
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
        self.set_full_screen(False)
        self.marks.forget()
        self.toolbar.set_title("")
        self.finding.reset()
        self.clear_notice()
        self._drop_pages()
        self._stack.setCurrentWidget(self._empty)

    def set_marks(self, marks: Sequence[MarkView]) -> None:
        """The marks of this document; the one chosen stays chosen."""
        self.marks.set_marks(marks)
        self.bookmarks.set_marks(marks)

    def choose_mark(self, mark: MarkId | None) -> None:
        """Choose a mark and bring it into sight."""
        self.marks.choose(mark)

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
        self._show_left(self.finding)
        if query is not None:
            self.finding.set_query(query)
        self.finding.take_keyboard()

    def close_find(self) -> None:
        """Close it; the page stays where the last place found is."""
        if not self.finding.isHidden():
            self._show_left(None)

    def show_side(self, on: bool) -> None:
        """Open the table of contents and the small pages, or close them."""
        if on:
            self._show_left(self.side)
            self.side.take_keyboard()
        elif not self.side.isHidden():
            self._show_left(None)

    def set_full_screen(self, on: bool) -> None:
        """Give the whole screen to the pages, or take it back."""
        self._whole.set_full(on)

    # -- Qt ----------------------------------------------------------------------------------------------

    def restyle(self) -> None:
        super().restyle()
        self.toolbar.set_night(self.view.night)
        self._dress_side()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._escape():
            return
        super().keyPressEvent(event)

    # -- inside ------------------------------------------------------------------------------------------

    def _lay_out(self) -> Column:
        """Gives the column of which the bar is the first."""
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
        whole.addWidget(self.side)
        whole.addWidget(self._left_line)
        whole.addLayout(right, 1)
        hold(self.finding, width=_FIND)
        hold(self.side, width=_SIDE)
        return right

    def _connect(self) -> None:
        bar, view = self.toolbar, self.view
        bar.turned.connect(view.turn_pages)
        bar.number.chosen.connect(view.leap)
        bar.number.left.connect(lambda: self.view.setFocus(Qt.FocusReason.OtherFocusReason))
        bar.zoomChosen.connect(view.set_zoom)
        bar.flowChosen.connect(view.set_flow)
        bar.rotated.connect(view.rotate)
        bar.zoomStepped.connect(lambda way: view.zoom_in() if way > 0 else view.zoom_out())
        bar.findToggled.connect(lambda on: self.open_find() if on else self.close_find())
        bar.nightToggled.connect(view.set_night)
        bar.toolsToggled.connect(self._show_tools)
        bar.sideToggled.connect(self.show_side)
        bar.backRequested.connect(view.go_back)
        bar.presentRequested.connect(lambda screen: self._whole.present(self._source, screen))
        bar.fullScreenRequested.connect(self._whole.toggle)
        self._whole.changed.connect(self.fullScreenChanged)
        bar.agendaRequested.connect(self.agendaRequested)
        bar.notesRequested.connect(self.notesRequested)
        view.pageChanged.connect(self._on_page)
        view.placeChanged.connect(self.placeChanged)
        view.lookChanged.connect(bar.set_look)
        view.lookChanged.connect(lambda _look: self._dress_side())
        view.nightChanged.connect(bar.set_night)
        view.nightChanged.connect(lambda _night: self._dress_side())
        view.jumped.connect(lambda: bar.set_back(view.history.has_back))
        view.copyRequested.connect(self.copyRequested)
        view.markRequested.connect(self.markRequested)
        view.noteRequested.connect(self.noteRequested)
        self.marks.activated.connect(self.markActivated)
        self.marks.noteRequested.connect(self.noteEditRequested)
        self.marks.deleteRequested.connect(self.deleteRequested)
        self.tools.undoRequested.connect(self.undoRequested)
        self.tools.redoRequested.connect(self.redoRequested)
        self.side.goneTo.connect(self._on_side)
        self.side.closed.connect(lambda: self.show_side(False))
        self.finding.closed.connect(self.close_find)
        self.finding.left.connect(self._leave_find)
        self.finding.pageWanted.connect(view.leap)
        self.mark_bar.shareRequested.connect(self.shareRequested)
        self.mark_bar.copyRequested.connect(self.copyRequested)
        self._notice.pressed.connect(self.noticePressed)
        self._key("Alt+Left", view.go_back)
        self._key("Alt+Right", view.go_forward)
        self._key("Ctrl+Z", self.undoRequested.emit)
        self._key("Ctrl+Y", self.redoRequested.emit)
        self._key("Ctrl+Shift+Z", self.redoRequested.emit)
        for tool, keys in TOOL_KEYS.items():
            self._key(keys, partial(self._press_tool, tool))
        # These are for the pages wherever in the window the keyboard is.
        window = Qt.ShortcutContext.WindowShortcut
        self._key(QKeySequence.StandardKey.Find, self.open_find, window)
        self._key("F3", lambda: self.finding.step(1), window)
        self._key("Shift+F3", lambda: self.finding.step(-1), window)
        self._key("Ctrl+G", self._ask_page, window)
        self._key("F5", lambda: self._whole.present(self._source), window)
        self._key("Ctrl+D", self.bookmarks.toggle, window)
        self._key("F8", lambda: self.bookmarks.step(1), window)
        self._key("Shift+F8", lambda: self.bookmarks.step(-1), window)
        self._key("F9", lambda: self.show_side(self.side.isHidden()), window)
        self._key("F11", self._whole.toggle, window)

    def _key(
        self,
        keys: QKeySequence.StandardKey | str,
        run: Callable[[], object],
        context: Qt.ShortcutContext = Qt.ShortcutContext.WidgetWithChildrenShortcut,
    ) -> None:
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.setContext(context)
        shortcut.activated.connect(lambda: run())

    def _take(self, document: DocumentView) -> None:
        if document.id != self._document:
            self._document = document.id
            self.marks.forget()
            self.finding.set_shown(document.id)
            self.clear_notice()
        self.toolbar.set_title(document.name)

    def _drop_pages(self) -> None:
        self._whole.end_presentation()
        self.view.set_document(None)
        self._replace_source(None)
        self.mark_bar.set_mark(None)
        self.toolbar.set_page(0, 0)
        self.pageChanged.emit(0, 0)

    def _replace_source(self, source: PageSource | None) -> None:
        if self._source is not None and self._source is not source:
            self.side.set_source(None)
            self._source.close()
        if source is not None and self._source is not source:
            self.side.set_source(source)
        self.toolbar.number.set_source(source)
        self._finder.set_source(source)
        self._source = source

    def _on_page(self, page: int) -> None:
        self.toolbar.set_page(page, self.view.pages, self.view.label(page))
        self.side.set_page(page)
        self.pageChanged.emit(page, self.view.pages)

    def _on_side(self, page: int, y: float | None) -> None:
        self.view.leap_to(page, y)
        if not self.side.isAncestorOf(QApplication.focusWidget() or self):
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _dress_side(self) -> None:
        self.side.set_look(self.view.night_ink, self.view.look.turn)

    def _ask_page(self) -> None:
        self._whole.reveal_bar()
        self.toolbar.number.edit()

    def _show_left(self, panel: QWidget | None) -> None:
        """Finding, the table of contents, or neither: there is room for one."""
        before = next((one for one in (self.finding, self.side) if not one.isHidden()), None)
        self.finding.setVisible(panel is self.finding)
        self.side.setVisible(panel is self.side)
        self._left_line.setVisible(panel is not None)
        self.toolbar.set_find(panel is self.finding)
        self.toolbar.set_side(panel is self.side)
        if panel is before:
            return
        if before is self.finding:
            self._finder.stop()
        if panel is self.finding:
            self._finder.start()
        elif panel is self.side:
            self._dress_side()
            self.side.fill()
        else:
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        if panel is not None:
            self._one_side(lambda: self._show_tools(False))
        if (panel is None) != (before is None):
            self.leftOpened.emit(panel is not None)

    def _leave_find(self) -> None:
        self.close_find()
        self.findLeft.emit()

    def _show_tools(self, on: bool) -> None:
        was = not self.tools.isHidden()
        self.tools.setVisible(on)
        self._tools_line.setVisible(on)
        self.toolbar.set_tools(on)
        if not on:
            # Nothing stays in the hand that can't be seen.
            self.tools.set_tool(Tool.NONE)
            self.marks.take(Tool.NONE)
        if on != was:
            if on:
                self._one_side(lambda: self._show_left(None))
                self.toolsOpened.emit(on)
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _press_tool(self, tool: Tool) -> None:
        self._show_tools(True)
        self.tools.press(tool)

    def _one_side(self, close_other: Callable[[], None]) -> None:
        """Where both panels would leave too little of the page, the one opened last stays."""
        if self.width() < self.px(_BOTH_SIDES):
            close_other()

    def _escape(self) -> bool:
        if self.marks.let_go():
            pass
        elif not self.finding.isHidden():
            self._leave_find()
        elif not self.side.isHidden():
            self._show_left(None)
        elif not self.tools.isHidden():
            self._show_tools(False)
        elif self._whole.is_full:
            self.set_full_screen(False)
        else:
            return False
        return True
