"""Searching everything on the laptop: between the shelf's page of results and the book."""

from __future__ import annotations

from PySide6.QtCore import QObject

from reader.core.indexing import IndexView
from reader.core.searching import Found
from reader.ui.search.in_meeting import InMeeting
from reader.ui.search.page import SearchPage
from reader.ui.search.searcher import Searcher
from reader.ui.tasks import Asker


class Everywhere(QObject):
    """Asks for what the page's field says."""

    def __init__(self, books: Asker, page: SearchPage, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._page = page
        self.brought: Found | None = None
        """The place on the screen that was found here: Escape leads back to it."""
        self._searcher = Searcher(books, self)
        page.queryChanged.connect(self._ask)
        self._searcher.found.connect(page.add)
        self._searcher.replaced.connect(page.replace)
        self._searcher.ended.connect(page.finish)

    def bring(self, found: Found | None, meeting: InMeeting) -> None:
        """A meeting is shown, at a place that was found here or for another reason."""
        self.brought = found
        if found is not None:
            meeting.bring(found, self._page.query, exact=self._page.exact.isChecked())

    def come_back(self) -> None:
        """The shelf is shown again: the keyboard is on the place from which one comes."""
        found, self.brought = self.brought, None
        if found is not None and self._page.query:
            self._page.take_up(found)

    def stay(self) -> None:
        """The person goes on reading there."""
        self.brought = None

    def refresh(self) -> None:
        """Something has come, gone, or been indexed."""
        self._searcher.again()

    def set_index(self, view: IndexView) -> None:
        """How far the index has come."""
        self._page.set_index(view)

    def _ask(self, query: str, exact: bool) -> None:
        if query:
            self._searcher.ask(query, None, exact=exact)
        else:
            self._searcher.drop()
