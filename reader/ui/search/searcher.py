"""One search after another on the vault's thread, slice by slice; an older one is dropped for a newer."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from reader.core.searching import Found, Search
from reader.ui.tasks import Asker
from sync.model.ids import MeetingId


class Searcher(QObject):
    """`ask` begins; `found` comes with some places at a time, `ended` when there are no more."""

    found = Signal(object)
    """Tuple of Found; may be empty."""
    replaced = Signal(object)
    """Tuple of Found: all places of the same query asked again."""
    ended = Signal(object)
    """The Search, finished."""

    def __init__(self, books: Asker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._books = books
        self._search: Search | None = None
        self._query: tuple[str, MeetingId | None, bool] | None = None
        self._quietly: list[Found] | None = None
        self._stale = False
        """Something changed while it was looked for: what was found before may be gone."""

    @property
    def busy(self) -> bool:
        """Not all of it has come yet."""
        return self._search is not None and not self._search.finished

    def ask(self, query: str, meeting: MeetingId | None, *, exact: bool) -> None:
        """Look for this from now on."""
        self._query = (query, meeting, exact)
        self._begin(None)

    def again(self) -> None:
        """Something has changed on the laptop: the same once more, shown when all of it has come."""
        if self.busy:
            self._stale = True
        elif self._query is not None:
            self._begin([])

    def drop(self) -> None:
        """Nothing is looked for any more."""
        self._search = self._query = None

    def _begin(self, quietly: list[Found] | None) -> None:
        assert self._query is not None
        query, meeting, exact = self._query
        self._stale = False
        self._search, self._quietly = Search(query, meeting, exact=exact), quietly
        self._go_on(self._search)

    def _go_on(self, search: Search) -> None:
        self._books.ask(search.more, lambda found: self._came(search, found))

    def _came(self, search: Search, found: tuple[Found, ...]) -> None:
        if search is not self._search:
            return
        if self._quietly is None:
            self.found.emit(found)
        else:
            self._quietly += found
        if search is not self._search:
            return
        if not search.finished:
            self._go_on(search)
            return
        if self._quietly is not None:
            self.replaced.emit(tuple(self._quietly))
        self.ended.emit(search)
        if self._stale and search is self._search:
            self._begin([])
