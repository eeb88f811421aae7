"""Searching the meeting on the screen: between the finding panel, the book and the pages."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from reader.core.indexing import IndexView
from reader.core.searching import Found, Where
from reader.ui.page.document_pane import DocumentPane
from reader.ui.reading import Reading
from reader.ui.search.searcher import Searcher
from reader.ui.tasks import Asker
from sync.model.ids import DocumentId, MeetingId


class InMeeting(QObject):
    """Asks for what the panel says, and goes to the places chosen there or elsewhere."""

    def __init__(
        self, books: Asker, reading: Reading, screen: QWidget, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._reading = reading
        self._pane: DocumentPane = reading.pane
        self._meeting: MeetingId | None = None
        self._searcher = Searcher(books, self)
        panel = self._pane.finding
        panel.wholeChanged.connect(self._ask)
        panel.resultOpened.connect(self.go_to)
        self._searcher.found.connect(panel.add_results)
        self._searcher.replaced.connect(panel.replace_results)
        self._searcher.ended.connect(panel.finish_results)
        keys = QShortcut(QKeySequence("Ctrl+Shift+F"), screen)
        keys.activated.connect(self.open)

    def set_meeting(self, meeting: MeetingId | None) -> None:
        """Search this one from now on."""
        if meeting != self._meeting:
            self._meeting = meeting
            self._searcher.drop()

    def refresh(self) -> None:
        """Something has come, gone, or been indexed."""
        self._searcher.again()

    def set_index(self, view: IndexView) -> None:
        """How far the index has come."""
        self._pane.finding.set_index(view)

    def open(self) -> None:
        """Open the panel for the whole meeting."""
        self._pane.finding.look_in_whole()
        self._pane.open_find()

    def bring(self, found: Found, query: str, *, exact: bool) -> None:
        """Show a place that was found elsewhere, with the others of this meeting beside it."""
        if found.where is Where.PAGE:
            self._pane.open_find()
            self._pane.finding.look_in_whole(query, exact=exact)
            self._pane.finding.want_row(found)
        self.go_to(found)

    def go_to(self, found: Found) -> None:
        """Show a place: its document, at the words or the note."""
        if found.document is None:
            return
        if found.where is Where.PAGE and found.page is not None:
            self._pane.finding.aim_at(found)
        if found.where is Where.NOTE and found.mark is not None:
            self._reading.open_at_mark(DocumentId(found.document), found.mark)
        else:
            self._reading.open(found.document)

    def _ask(self, query: str, exact: bool) -> None:
        if query and self._meeting is not None:
            self._searcher.ask(query, self._meeting, exact=exact)
        else:
            self._searcher.drop()
