"""What is done to marks whose place in the new version has to be looked at."""

from __future__ import annotations

import msgspec
from PySide6.QtCore import QObject, Signal

from reader.core import annotating, carrying
from reader.core.annotating import mark_of
from reader.core.views import DocumentView, MarkView, place_on
from reader.ui.marks.acts import MarkActs
from reader.ui.marks.placing import ON_WORDS, Placing
from reader.ui.page.view import PageView
from reader.ui.tasks import Asker
from sync.model.annotation import MarkKind, Quote, Rect, Stroke
from sync.model.ids import MarkId


class Carried(QObject):
    """Answers what is asked of `Placing`, for the document and the version shown."""

    known = Signal()
    """The person has seen where marks moved to."""
    oldWanted = Signal(str, str)
    """Digest of a version of this document, and MarkId of a mark that was made on it."""
    failed = Signal(object)
    """SohopError"""

    def __init__(self, books: Asker, acts: MarkActs, view: PageView, placing: Placing) -> None:
        super().__init__(view)
        self._books, self._acts, self._view, self._placing = books, acts, view, placing
        self._document: DocumentView | None = None
        self._marks: dict[MarkId, MarkView] = {}
        placing.seen.connect(self._see)
        placing.accepted.connect(self._accept)
        placing.placed.connect(self._place_by_hand)
        placing.oldWanted.connect(self._show_old)
        placing.kept.connect(lambda mark: self._settle(mark, keep=True))
        placing.dropped.connect(lambda mark: self._settle(mark, keep=False))

    def set(self, document: DocumentView | None, marks: tuple[MarkView, ...]) -> None:
        """The version shown, and all marks at the places they were made in."""
        self._document = document
        self._marks = {mark.id: mark for mark in marks}

    def _see(self, marks: tuple[MarkView, ...]) -> None:
        document = self._document
        made = [self._marks[mark.id] for mark in marks if mark.id in self._marks]
        if document is not None:
            self._books.ask(
                lambda book: carrying.see(book, made, document.sha256),
                lambda _: self.known.emit(),
                self.failed.emit,
            )

    def _accept(self, mark: str) -> None:
        found, document = self._marks.get(MarkId(mark)), self._document
        place = None if found is None or document is None else place_on(found, document.sha256)
        if found is not None and place is not None and place.pieces:
            piece = place.pieces[0]
            self._place(found, piece.page, piece.rects, place.quote, piece.strokes)

    def _place_by_hand(self, mark: str) -> None:
        """Where words are selected; what does not lie on words may go to the same spot of the page shown."""
        found, picked = self._marks.get(MarkId(mark)), self._view.picked()
        if found is None:
            return
        if picked and not found.strokes and found.kind is not MarkKind.TEXT:
            self._view.clear_selection()
            self._place(found, picked[0].page, picked[0].rects, picked[0].quote, ())
        elif found.kind in ON_WORDS:
            self._placing.needs_selection()
        else:
            self._place(found, self._view.page, found.rects, None, found.strokes)

    def _place(
        self,
        mark: MarkView,
        page: int,
        rects: tuple[Rect, ...],
        quote: Quote | None,
        strokes: tuple[Stroke, ...],
    ) -> None:
        document = self._document
        if document is not None and mark.mine:
            sha256 = document.sha256
            placed = msgspec.structs.replace(
                mark_of(mark), sha256=sha256, page=page, rects=rects, quote=quote, strokes=strokes
            )
            self._acts.do(document.meeting, document.id, [placed])

    def _settle(self, mark: str, *, keep: bool) -> None:
        """Words that came after a deletion: as a mark of their own, or away with them."""
        found = self._marks.get(MarkId(mark))
        if found is not None:
            meeting, gone = found.meeting, found.id
            copy = msgspec.structs.replace(mark_of(found), id=MarkId(""))
            self._acts.do(
                meeting,
                found.document,
                [copy] if keep else [],
                also=lambda book: annotating.drop(book, meeting, gone),
            )

    def _show_old(self, mark: str) -> None:
        found = self._marks.get(MarkId(mark))
        if found is not None:
            self.oldWanted.emit(found.sha256, found.id)
