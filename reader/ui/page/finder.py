"""Finding in the document shown: the panel's words go to the document, what it finds to panel and pages."""

from __future__ import annotations

from PySide6.QtCore import QObject

from reader.ui.page.finding import FindPanel
from reader.ui.page.source import PageSource
from reader.ui.page.view import PageView


class Finder(QObject):
    """Between `FindPanel`, `PageView` and the document."""

    def __init__(self, panel: FindPanel, view: PageView) -> None:
        super().__init__(panel)
        self._panel, self._view = panel, view
        self._source: PageSource | None = None
        self._due = False
        """Not all of the document was looked through: the panel was closed."""
        panel.queryChanged.connect(self.look_for)
        panel.currentChanged.connect(lambda _now: self.draw())

    def set_source(self, source: PageSource | None) -> None:
        """Another document, or none."""
        if self._source is source:
            return
        if self._source is not None:
            self._source.found.disconnect(self._on_found)
            self._source.findEnded.disconnect(self._panel.finish)
        if source is not None:
            source.found.connect(self._on_found)
            source.findEnded.connect(self._panel.finish)
        self._source = source
        self._panel.clear_hits()
        self._due = True

    def look_for(self, query: str) -> None:
        """From the page shown on and round."""
        self._view.set_hits((), None)
        if self._source is None:
            return
        self._due = False
        if query:
            self._panel.begin()
            self._source.find(query, self._view.page, exact=self._panel.exact)
        else:
            self._source.stop_find()
            self._panel.clear_hits()

    def start(self) -> None:
        """The panel is opened: show what it lists, after looking for what it does not yet."""
        if self._due:
            self.look_for(self._panel.query)
        else:
            self.draw()

    def stop(self) -> None:
        """The panel is closed; the page stays where the last place found is."""
        if self._source is not None:
            self._source.stop_find()
        self._due = self._due or self._panel.searching
        self._view.set_hits((), None)

    def draw(self, *, move: bool = True) -> None:
        """Show on the pages what the panel lists."""
        self._view.set_hits([hit.hit for hit in self._panel.hits], self._panel.current, move=move)

    def _on_found(self, hits: object) -> None:
        assert isinstance(hits, tuple)
        known = self._panel.current
        self._panel.add_hits(hits)
        if known is not None:
            self.draw(move=False)
        if self._panel.full and self._source is not None:
            self._source.stop_find()
            self._panel.finish()
