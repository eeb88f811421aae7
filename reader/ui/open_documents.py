"""The documents open in a meeting: which, in what order, and the one in front; remembered in the vault."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from reader.core import remembering
from reader.core.remembering import OpenTabs
from reader.core.views import MeetingView
from reader.ui.meeting.document_tabs import DocumentTabs
from reader.ui.plain import plain_line
from reader.ui.tasks import Asker
from sync.model.ids import DocumentId, MeetingId


class OpenDocuments(QObject):
    """Behind the tabs. What it wants shown it asks for with `wanted`, and is told with `opened`."""

    wanted = Signal(str)
    """DocumentId"""

    def __init__(self, books: Asker, bar: DocumentTabs) -> None:
        super().__init__()
        self._books = books
        self._bar = bar
        self._meeting: MeetingId | None = None
        self._names: dict[DocumentId, str] = {}
        self._tabs = OpenTabs()
        bar.chosen.connect(self.wanted)
        bar.closed.connect(lambda document: self.close(DocumentId(document)))

    @property
    def tabs(self) -> OpenTabs:
        """What is open."""
        return self._tabs

    def restore(self, view: MeetingView, tabs: OpenTabs) -> None:
        """The meeting is on the screen now; ``tabs`` were open when it was left. What the person has opened
        before this was known stays in front."""
        meanwhile = self._tabs
        known = (*tabs.documents, *(one for one in meanwhile.documents if one not in tabs.documents))
        self._meeting, self._names = view.card.id, {}
        self._tabs = OpenTabs(known, meanwhile.front or tabs.front)
        self.set_view(view)

    def leave(self) -> None:
        """Nothing of the meeting stays on the screen."""
        self._meeting, self._tabs, self._names = None, OpenTabs(), {}
        self._draw()

    def set_view(self, view: MeetingView) -> None:
        """Names may have changed; a document that left the agenda stays only while it is in front."""
        if view.card.id != self._meeting:
            return
        here = {one.id: plain_line(one.name) for item in view.items for one in item.documents}
        front = self._tabs.front
        if front is not None and front in self._names:
            here.setdefault(front, self._names[front])
        self._names = here
        self._put(tuple(one for one in self._tabs.documents if one in here), front if front in here else None)

    def opened(self, document: str) -> None:
        """It is in front now."""
        which = DocumentId(document)
        known = self._tabs.documents
        self._put(known if which in known else (*known, which), which)

    def close(self, document: DocumentId | None = None) -> None:
        """Close one (the one in front, unless given); the last one stays."""
        known, which = self._tabs.documents, document or self._tabs.front
        if which not in known or len(known) < 2:
            return
        at = known.index(which)
        left = known[:at] + known[at + 1 :]
        if which == self._tabs.front:
            front = left[min(at, len(left) - 1)]
            self._put(left, front)
            self.wanted.emit(front)
        else:
            self._put(left, self._tabs.front)

    def step(self, way: int) -> None:
        """To the next tab or the one before, round at the ends."""
        known, front = self._tabs.documents, self._tabs.front
        if front in known and len(known) > 1:
            self.wanted.emit(known[(known.index(front) + way) % len(known)])

    def choose(self, number: int) -> None:
        """To a tab by its place from 1; 9 is the last one."""
        known = self._tabs.documents
        at = len(known) if number == 9 else number
        if len(known) > 1 and at <= len(known):
            self.wanted.emit(known[at - 1])

    def _put(self, documents: tuple[DocumentId, ...], front: DocumentId | None) -> None:
        tabs, meeting = OpenTabs(documents, front), self._meeting
        if meeting is not None and tabs != self._tabs:
            self._books.ask(lambda book: remembering.put_tabs(book, meeting, tabs))
        self._tabs = tabs
        self._draw()

    def _draw(self) -> None:
        names = self._names
        shown = [(one, names[one]) for one in self._tabs.documents if one in names]
        self._bar.set_documents(shown, self._tabs.front)
