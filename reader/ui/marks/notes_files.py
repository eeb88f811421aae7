"""The notes' menu put to work on the document that is read."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from reader.core.views import DocumentView
from reader.pdf import PdfClient
from reader.ui.marks.notes_in import NotesIn, OnBook
from reader.ui.marks.notes_out import NotesOut
from reader.ui.reading import Reading
from reader.ui.tasks import Asker


class NotesFiles(QObject):
    """`out` and `taking` do it; without a document there is nothing to be done."""

    acted = Signal()
    """Marks were taken in: show them and send them."""

    def __init__(self, books: Asker, on_book: OnBook, reading: Reading, pdf: PdfClient) -> None:
        super().__init__(reading)
        self._reading = reading
        self.out = NotesOut(books, reading.pane, pdf)
        self.taking = NotesIn(books, on_book, reading.pane, pdf)
        self.taking.acted.connect(self.acted)
        menu = reading.notes.menu
        menu.copyRequested.connect(lambda: self._with_document(self.out.copy))
        menu.listRequested.connect(
            lambda: self._with_document(lambda document: self.out.notes(document.meeting, document))
        )
        menu.importRequested.connect(lambda: self._with_document(self.taking.ask))

    def stop(self) -> None:
        """The meeting is left."""
        self.out.stop()
        self.taking.stop()

    def _with_document(self, act: Callable[[DocumentView], None]) -> None:
        document = self._reading.document
        if document is not None:
            act(document)
