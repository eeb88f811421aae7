"""The marks of the document shown: which one is chosen, the bar for it, and the tool in the hand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from reader.core.views import MarkView
from reader.ui.marks.mark_bar import MarkBar
from reader.ui.marks.tools import DRAWING, MARKING, MarkTools, Tool
from reader.ui.page.ink import DRAWN
from reader.ui.page.view import PageView
from sync.model.annotation import Colour as Ink
from sync.model.ids import MarkId


class PaneMarks(QObject):
    """Between the page view, the bar of a mark and the tools."""

    activated = Signal(str)
    """MarkId of the mark chosen on the page; empty: none is chosen any more."""

    changed = Signal(object)
    """MarkView: a mark of one's own as it is to be from now on."""
    acted = Signal(object)
    """MarkAct: what a gesture has made of marks."""
    noteRequested = Signal(str)
    """MarkId: write or change its note."""
    deleteRequested = Signal(str)
    """MarkId."""

    def __init__(self, view: PageView, bar: MarkBar, tools: MarkTools) -> None:
        super().__init__(view)
        self._view, self._bar = view, bar
        self._marks: tuple[MarkView, ...] = ()
        self._offered: MarkId | None = None
        view.markActivated.connect(self._on_mark)
        view.changeRequested.connect(self.changed)
        view.erasedMarks.connect(self.acted)
        tools.partsChanged.connect(self._on_parts)
        view.deleteRequested.connect(self.deleteRequested)
        view.editRequested.connect(self.noteRequested)
        bar.noteRequested.connect(self.noteRequested)
        bar.deleteRequested.connect(self.deleteRequested)
        bar.inkChosen.connect(self._recolour)
        bar.widthChosen.connect(self._redraw)
        tools.toolChanged.connect(self.take)
        tools.inkChanged.connect(self._on_ink)
        tools.widthChanged.connect(self._on_width)

    @property
    def shown(self) -> tuple[MarkView, ...]:
        """The marks of this document."""
        return self._marks

    def set_marks(self, marks: Sequence[MarkView]) -> None:
        """The marks of this document; the one chosen stays chosen."""
        self._marks = tuple(marks)
        self.draw_again()
        chosen = self._mark(self._view.chosen_mark)
        if chosen is None:
            self._view.choose_mark(None)
        self._bar.set_mark(chosen)

    def choose(self, mark: MarkId | None) -> None:
        """Choose a mark and bring it into sight."""
        found = self._mark(mark)
        self._offer(found)
        if found is None or not found.has_place:
            self._view.choose_mark(None)
        else:
            self._view.show_mark(found)
        self._bar.set_mark(found)

    def show_page_of(self, mark: MarkId) -> None:
        """Bring a mark into sight, unless its page is."""
        found = self._mark(mark)
        if found is not None and found.current and self._view.sheet_of(found.page) is None:
            self._view.show_mark(found)

    def forget(self) -> None:
        """Another document."""
        self._marks = ()
        self._bar.set_mark(None)

    def draw_again(self) -> None:
        """The pages were replaced by those of another version, or other marks are to be seen."""
        self._view.set_marks([mark for mark in self._marks if mark.current or mark.id == self._offered])

    def let_go(self) -> bool:
        """Choose none; False when none was chosen."""
        if self._view.chosen_mark is None:
            return False
        self.choose(None)
        self.activated.emit("")
        return True

    def take(self, tool: Tool) -> None:
        """The tool in the hand. It is for what comes next: no mark stays chosen."""
        self._view.end_writing()
        if tool is not Tool.NONE:
            self.let_go()
        self._view.mark_at_once = MARKING.get(tool)
        self._view.draws = DRAWING.get(tool)
        self._view.erases = tool is Tool.ERASER
        self._view.note_at_once = tool is Tool.NOTE

    def _mark(self, mark: MarkId | None) -> MarkView | None:
        return next((known for known in self._marks if known.id == mark), None)

    def _offer(self, mark: MarkView | None) -> None:
        """Show where one that is unsure may belong, as long as it is chosen."""
        offered = mark.id if mark is not None and not mark.current else None
        if offered != self._offered:
            self._offered = offered
            self.draw_again()

    def _on_mark(self, mark: str) -> None:
        if mark != self._offered:
            self._offer(None)
        self._bar.set_mark(self._mark(MarkId(mark)))
        self.activated.emit(mark)

    def _on_ink(self, ink: Ink) -> None:
        self._view.ink = ink
        self._view.set_writing_ink(ink)
        self._recolour(ink)

    def _on_width(self, width: float) -> None:
        self._view.pen_width = width
        self._redraw(width)

    def _on_parts(self, parts: bool) -> None:
        self._view.erases_parts = parts

    def _recolour(self, ink: Ink) -> None:
        """The mark chosen gets another colour."""
        chosen = self._view.chosen_view()
        if chosen is not None and chosen.mine:
            self._view.change(replace(chosen, colour=ink))

    def _redraw(self, width: float) -> None:
        """The drawing chosen is drawn with another pen."""
        chosen = self._view.chosen_view()
        if chosen is not None and chosen.mine and chosen.kind in DRAWN:
            self._view.change(replace(chosen, width=width))
