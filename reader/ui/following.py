"""Being where the meeting is: the document and page that the desk points at, for who has chosen so.

Whoever moves about by themselves follows no longer; who is writing or has a question before them is left
alone, and shown the way.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit

from reader.core import conducting
from reader.core.views import MeetingView
from reader.ui.meeting.screen import MeetingScreen, Tab
from reader.ui.reading import Reading
from reader.ui.tasks import Asker
from sync.errors import SohopError
from sync.model.ids import DocumentId, ItemId, MeetingId


@dataclass(frozen=True)
class Target:
    """Where the meeting is; ``page`` is None where only an item was named."""

    item: ItemId
    document: DocumentId | None
    page: int | None


class Following(QObject):
    """Moves the page of the meeting shown. It never takes the keyboard, and never leaves another page than
    that of the documents by itself."""

    acted = Signal()
    """The desk has pointed: show it and send it."""
    failed = Signal(object)
    """SohopError: it could not be written."""

    def __init__(self, books: Asker, screen: MeetingScreen, reading: Reading) -> None:
        super().__init__()
        self._books = books
        self._screen = screen
        self._reading = reading
        self._meeting: MeetingId | None = None
        self._view: MeetingView | None = None
        self._target: Target | None = None
        self._begun = False
        """What was open before is open again: from now on it is the person who opens something else."""
        self._follows = False
        self._left = False
        """Following ended because the person went elsewhere."""
        self._leading = False
        """What happens now is not the person's doing."""
        self._base: tuple[int, object] | None = None
        """The page that was arrived at, and how it was looked at then."""
        self._arrived: Target | None = None
        """Where the meeting was then: the page may be another than was named, where that is not on top."""
        strip = screen.sitting
        strip.followToggled.connect(self._toggled)
        strip.backRequested.connect(lambda: self._toggled(True))
        strip.pointRequested.connect(self._point)
        screen.tabChanged.connect(lambda tab: self._lead() if tab == Tab.DOCUMENTS else self._show())
        reading.opened.connect(self._opened)
        reading.ready.connect(self._ready)
        reading.pane.view.pageChanged.connect(self._paged)

    @property
    def follows(self) -> bool:
        """This person is taken along."""
        return self._follows

    def set_view(self, view: MeetingView) -> None:
        """Another state of the meeting."""
        if self._meeting != view.card.id:
            self._meeting, self._begun, self._base = view.card.id, False, None
            self._follows = view.sitting.follows
        self._view = view
        target = _target(view)
        moved, self._target = target != self._target, target
        if moved and self._begun:
            self._lead()
        self._show()

    def begin(self) -> None:
        """The meeting is on the screen with what was open in it."""
        self._begun = True
        self._lead()

    def leave(self) -> None:
        """The meeting is left."""
        self._meeting = self._view = self._target = None
        self._begun = self._follows = self._left = False

    # --- being led ----------------------------------------------------------------------------------------

    def _lead(self, *, asked: bool = False) -> None:
        """Go to where the meeting is, if this person follows and has free hands; ``asked``: in any case."""
        target = self._target
        if target is None or not (asked or (self._follows and self._begun)):
            return
        busy = self._screen.tab is not Tab.DOCUMENTS or self._reading.notes.writing or _writing()
        if (busy and not asked) or self._is_there():
            self._show()
            return
        self._base = None
        self._leading = True
        try:
            if asked:
                self._screen.show_tab(Tab.DOCUMENTS)
            if target.document is not None:
                self._reading.open(target.document)
                self._turn()
        finally:
            self._leading = False
        self._show()

    def _turn(self) -> None:
        """To the page, once its document is on the screen."""
        target, view = self._target, self._reading.pane.view
        if target is None or not self._shows(target.document):
            return
        if target.page is not None and view.page != target.page:
            view.leap(target.page)
        self._base, self._arrived = (view.page, self._look()), target

    def _ready(self, document: str) -> None:
        target = self._target
        if self._follows and self._begun and target is not None and target.document == document:
            self._leading = True
            try:
                self._turn()
            finally:
                self._leading = False
        self._show()

    def _opened(self, document: str) -> None:
        target = self._target
        if self._begun and self._follows and not self._leading:
            if target is None or document not in _documents(self._view, target):
                self._went_away()
            self._base = None if target is None or document != target.document else self._base
        self._show()

    def _paged(self, page: int) -> None:
        base = self._base
        if not self._follows or self._leading or base is None:
            return
        if base[1] != self._look():  # the window or the size of the page has changed: nobody went anywhere
            self._base = (page, self._look())
        elif page != base[0] and self._target is not None and self._target.page is not None:
            self._went_away()
        self._show()

    def _is_there(self) -> bool:
        target = self._target
        if target is None:
            return True
        if target.page is None:
            shown = self._reading.document
            here = _documents(self._view, target)
            return not here or (shown is not None and shown.id in here)
        if not self._shows(target.document):
            return False
        page = self._reading.pane.view.page
        base = self._base if self._arrived == target else None
        return page == target.page or (base is not None and page == base[0])

    def _shows(self, document: DocumentId | None) -> bool:
        """Not while it is being opened: the pages on the screen are another's then."""
        reading, shown = self._reading, self._reading.document
        here = shown is not None and shown.id == document
        return here and reading.shown is not None and not reading.opening

    def _look(self) -> object:
        view = self._reading.pane.view
        return (view.viewport().size(), view.look)

    # --- choosing -----------------------------------------------------------------------------------------

    def _toggled(self, on: bool) -> None:
        self._left = False
        self._choose(on)
        if on:
            self._lead(asked=True)
        self._show()

    def _went_away(self) -> None:
        self._left = True
        self._choose(False)

    def _choose(self, on: bool) -> None:
        meeting = self._meeting
        if on != self._follows and meeting is not None:
            self._follows = on
            self._books.ask(lambda book: conducting.put_following(book, meeting, on), None, self.failed.emit)

    def _show(self) -> None:
        there = self._target is None or (self._is_there() and self._screen.tab is Tab.DOCUMENTS)
        self._screen.sitting.set_following(self._follows, away=not there and (self._follows or self._left))
        self._screen.sitting.set_pointing(self._reading.shown is not None)

    # --- leading ------------------------------------------------------------------------------------------

    def _point(self) -> None:
        meeting, view, shown = self._meeting, self._view, self._reading.document
        if meeting is None or view is None or shown is None or self._reading.shown is None:
            return
        item = next((one for one in view.items if shown.id in [each.id for each in one.documents]), None)
        if item is None:
            return
        page = self._reading.pane.view.page

        def failed(error: SohopError) -> None:
            self.failed.emit(error)

        self._books.ask(
            lambda book: conducting.point(book, meeting, item.id, shown.id, page),
            lambda _: self.acted.emit(),
            failed,
        )


def _target(view: MeetingView) -> Target | None:
    point = view.sitting.point
    if point is None:
        return None
    if point.document is not None:
        return Target(point.item, point.document, point.page)
    item = next((one for one in view.items if one.id == point.item), None)
    first = item.documents[0].id if item is not None and item.documents else None
    return Target(point.item, first, None)


def _documents(view: MeetingView | None, target: Target) -> list[DocumentId]:
    """What belongs to where the meeting is: one document, or any of the item."""
    if target.page is not None:
        return [] if target.document is None else [target.document]
    items = view.items if view is not None else ()
    return [document.id for item in items if item.id == target.item for document in item.documents]


def _writing() -> bool:
    """The keyboard is in words that somebody writes, or something is asked of them."""
    if QApplication.activeModalWidget() is not None or QApplication.activePopupWidget() is not None:
        return True
    field = QApplication.focusWidget()
    return isinstance(field, QLineEdit | QTextEdit | QPlainTextEdit) and not field.isReadOnly()
