"""Searching everything on the laptop: between the shelf's page of results and the book."""

from __future__ import annotations

from PySide6.QtCore import QObject

from reader.core.indexing import IndexView
from reader.ui.search.page import SearchPage
from reader.ui.search.searcher import Searcher
from reader.ui.tasks import Asker


class Everywhere(QObject):
    """Asks for what the page's field says."""

    def __init__(self, books: Asker, page: SearchPage, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._page = page
        self._searcher = Searcher(books, self)
        page.queryChanged.connect(self._ask)
        self._searcher.found.connect(page.add)
        self._searcher.replaced.connect(page.replace)
        self._searcher.ended.connect(page.finish)

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
