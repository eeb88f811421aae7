"""The pages with words of one's own being written on them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

from reader.core.views import MarkView, Place
from reader.ui.page import text_marks
from reader.ui.page.moving import NARROWEST
from reader.ui.page.moving_pages import MovingPages
from reader.ui.page.painting import LINE_COLOUR
from reader.ui.page.source import PageSource
from reader.ui.page.text_editor import TextEditor
from sync.model.annotation import Colour as Ink
from sync.model.annotation import MarkKind, Rect
from sync.model.ids import MarkId

_WIDE: Final = 220.0
"""Points of a box that was not pulled open."""
_FROM_EDGE: Final = 12.0


@dataclass(frozen=True, slots=True)
class Writing:
    """Words on a page as they stand; ``mark`` None: they are new."""

    page: int
    box: Rect
    text: str
    ink: Ink
    mark: MarkId | None = None


class TextPages(MovingPages):
    """`MovingPages`, and an editor on the page."""

    writingBegun = Signal(object)
    """MarkId that is written on, or None; on the document that is shown now."""
    writingTyped = Signal(object)
    """Writing: within a second of every change."""
    writingEnded = Signal(object)
    """Writing: to be kept; its text may be empty."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._editor: TextEditor | None = None
        self._written: MarkId | None = None
        """The mark that is written on."""
        self._writing_ink = Ink.YELLOW
        super().__init__(parent)
        editor = self._editor = TextEditor(self.viewport())
        editor.typed.connect(lambda: self.writingTyped.emit(self._writing()))
        editor.ended.connect(self.end_writing)
        editor.grown.connect(self._place_editor)

    def set_document(self, source: PageSource | None, place: Place | None = None) -> None:
        self.end_writing()
        text_marks.forget()
        super().set_document(source, place)

    def begin_writing(self, page: int, box: Rect) -> None:
        """New words, in a box as it was pulled open; one that was not gets a width of its own."""
        self.end_writing()
        size = self._sizes[page]
        left = min(box.x0, size.width - NARROWEST)
        wide = box.x1 - box.x0 if box.x1 - box.x0 >= NARROWEST else _WIDE
        right = max(min(left + wide, size.width - _FROM_EDGE), left + NARROWEST)
        self._open_editor(Writing(page, Rect(round(left, 2), box.y0, round(right, 2), box.y0), "", self.ink))

    def write_on(self, mark: MarkView) -> None:
        """Change the words of a mark of one's own."""
        self.end_writing()
        if mark.mine and mark.current and mark.rects:
            self.show_box(mark.page, mark.rects[0])
            self._open_editor(Writing(mark.page, mark.rects[0], mark.text, mark.colour, mark.id))

    def end_writing(self) -> bool:
        """What is written is to be kept; False when nothing is being written."""
        editor = self._editor
        if editor is None or not editor.writing:
            return False
        writing = self._writing()
        editor.end()
        self._written = None
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.writingEnded.emit(writing)
        self.viewport().update()
        return True

    def set_writing_ink(self, ink: Ink) -> None:
        """The words being written get another colour."""
        self._writing_ink = ink
        self._place_editor()

    def marks_on(self, page: int) -> Sequence[MarkView]:
        marks = super().marks_on(page)
        if self._written is None or not any(mark.id == self._written for mark in marks):
            return marks
        return [mark for mark in marks if mark.id != self._written]

    def fitted(self, mark: MarkView) -> MarkView:
        if mark.kind is not MarkKind.TEXT:
            return mark
        return replace(mark, rects=(text_marks.fitted_box(mark.rects[0], mark.text),))

    # -- Qt ----------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self.end_writing():
            event.accept()  # that is all this press does
        else:
            super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        mark = None if self.hand_is_full else self.mark_at(event.position())
        if mark is not None and mark.mine and mark.kind is MarkKind.TEXT:
            self.editRequested.emit(mark.id)
        else:
            super().mouseDoubleClickEvent(event)

    def _moved(self) -> None:
        super()._moved()
        self._place_editor()

    # -- inside ------------------------------------------------------------------------------------------

    def _open_editor(self, writing: Writing) -> None:
        assert self._editor is not None
        self._written, self._writing_ink = writing.mark, writing.ink
        self.choose_mark(None)
        self.clear_selection()
        self._editor.begin(writing.page, writing.box, writing.text)
        self._place_editor()
        self.writingBegun.emit(writing.mark)

    def _writing(self) -> Writing:
        assert self._editor is not None
        editor = self._editor
        return Writing(editor.page, editor.box, editor.text.strip(), self._writing_ink, self._written)

    def _place_editor(self) -> None:
        if self._editor is not None and self._editor.writing:
            self._editor.place(self.sheet_of(self._editor.page), LINE_COLOUR[self._writing_ink])
