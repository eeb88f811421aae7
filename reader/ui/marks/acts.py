"""What is done to the marks of the document shown, undone and done again."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from reader.core import sharing, undoing
from reader.core.book import Book
from reader.core.undoing import Turned, Ways
from reader.core.views import DocumentView
from reader.ui.page.document_pane import DocumentPane
from reader.ui.tasks import Asker
from reader.ui.theme import Tone
from reader.ui.widgets.toast import Toast
from sync.model.annotation import Audience, Mark
from sync.model.ids import DocumentId, MarkId, MeetingId


class MarkActs(QObject):
    """Acts go to the book one after another; what can be undone is kept there, document by document."""

    acted = Signal()
    """A mark was written: show it and send it."""
    failed = Signal(object)
    """SohopError: it was not."""

    def __init__(self, books: Asker, pane: DocumentPane) -> None:
        super().__init__(pane)
        self._books = books
        self._pane = pane
        self._document: DocumentView | None = None
        self._toast: Toast | None = None
        self._turned: MarkId | None = None
        """To be brought into sight when it is shown again."""
        pane.undoRequested.connect(self.undo)
        pane.redoRequested.connect(self.redo)

    def set_document(self, document: DocumentView | None) -> None:
        """What is undone is what was done to this one: nothing is undone out of sight."""
        before, self._document = self._document, document
        if before is None or document is None or before.id != document.id:
            self._turned = None
            self._retract()
            self._pane.set_undo(can_undo=False, can_redo=False)
            self._ask_ways()

    def do(
        self,
        meeting: MeetingId,
        document: DocumentId,
        puts: Sequence[Mark] = (),
        drops: Sequence[MarkId] = (),
        *,
        also: Callable[[Book], None] | None = None,
        then: Callable[[], None] | None = None,
    ) -> None:
        """Write marks and delete others, as one act; ``also`` goes with it, all or nothing. ``then`` is
        called when it is kept and its document is still shown.
        """

        def act(book: Book) -> Ways:
            with book.vault.transaction():
                undoing.act(book, meeting, document, puts, drops)
                if also is not None:
                    also(book)
            return undoing.ways(book, meeting, document)

        def done(ways: Ways) -> None:
            if document == self._shown:
                self._tell(ways)
            self.acted.emit()
            if then is not None and document == self._shown:
                then()

        self._books.ask(act, done, self.failed.emit)

    def share(self, meeting: MeetingId, mark: Mark, audience: Audience) -> None:
        """Let others read it."""
        self._books.ask(
            lambda book: sharing.share(book, meeting, mark, audience),
            lambda _: self.acted.emit(),
            self.failed.emit,
        )

    def undo(self) -> None:
        """Undo what was done last in this document."""
        self._turn(undoing.undo)

    def redo(self) -> None:
        """Do again what was undone."""
        self._turn(undoing.redo)

    def offer_undo(self, words: str) -> None:
        """Say what was done, and offer to undo it while it is what was done last."""
        toast = self._toast = Toast(words, self._pane)
        toast.undone.connect(self.undo)
        toast.gone.connect(self._offer_gone)
        toast.pop()

    def tell(self, document: DocumentView) -> None:
        """Something was done to the marks of a document elsewhere: show it, and that it can be undone."""
        if document.id == self._shown:
            self._ask_ways()
        self.acted.emit()

    def turned_to(self) -> MarkId | None:
        """The mark that was brought back last; once."""
        mark, self._turned = self._turned, None
        return mark

    def _turn(self, way: Callable[[Book, MeetingId, DocumentId], Turned | None]) -> None:
        self._pane.view.settle()
        document = self._document
        if document is None:
            return

        def turn(book: Book) -> tuple[Turned | None, Ways]:
            turned = way(book, document.meeting, document.id)
            return turned, undoing.ways(book, document.meeting, document.id)

        def done(found: tuple[Turned | None, Ways]) -> None:
            turned, ways = found
            if document.id == self._shown:
                self._tell(ways)
                if turned is not None:
                    self._told(turned)
            if turned is not None:
                self.acted.emit()

        self._books.ask(turn, done, self.failed.emit)

    def _told(self, turned: Turned) -> None:
        self._turned = turned.marks[0] if turned.marks else None
        if turned.left:
            said = self.tr("Đánh dấu này đã đổi từ máy khác nên được giữ nguyên, không hoàn tác nữa.")
            self._pane.notice(Tone.WAIT, said, (("known", self.tr("Đã hiểu")),))

    def _ask_ways(self) -> None:
        document = self._document
        if document is None:
            return

        def found(ways: Ways) -> None:
            if self._document is not None and self._document.id == document.id:
                self._pane.set_undo(can_undo=ways.back, can_redo=ways.on)

        self._books.ask(lambda book: undoing.ways(book, document.meeting, document.id), found)

    def _tell(self, ways: Ways) -> None:
        """What would be undone is another thing now, or nothing: no offer made before holds any more."""
        self._retract()
        self._pane.set_undo(can_undo=ways.back, can_redo=ways.on)

    def _retract(self) -> None:
        if self._toast is not None:
            self._toast.leave()

    def _offer_gone(self) -> None:
        self._toast = None

    @property
    def _shown(self) -> DocumentId | None:
        return None if self._document is None else self._document.id
