"""The first page of a draft's file in small, painted by the background client when nothing else waits."""

from __future__ import annotations

from concurrent.futures import CancelledError, Future
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from reader.pdf import DocumentInfo, PagePixels, PdfClient, PdfError, Priority
from reader.store.documents import DocumentBytes
from reader.ui.relay import expect
from reader.ui.tasks import Asker
from sync.errors import SohopError
from sync.model.ids import Digest

_ACROSS: Final = 200
"""Pixels: twice the width on the screen."""


class FirstPages(QObject):
    """One at a time; another that is wanted meanwhile takes its place."""

    drawn = Signal(str, QImage)
    """Digest, picture."""

    def __init__(self, books: Asker, pdf: PdfClient, parent: QObject) -> None:
        super().__init__(parent)
        self._books = books
        self._pdf = pdf
        self._wanted = ""

    def want(self, file: str) -> None:
        """Paint it; an empty digest is nothing."""
        self._wanted = file
        if file:
            sha256 = Digest(file)
            self._books.ask(lambda book: book.vault.documents.source(sha256), self._open, lambda _: None)

    def stop(self) -> None:
        """Nothing is wanted any more."""
        self._wanted = ""

    def _open(self, source: DocumentBytes) -> None:
        if source.sha256 == self._wanted:
            file = source.sha256
            expect(self._pdf.background.open(source), lambda opened: self._opened(file, opened))

    def _opened(self, file: Digest, opened: Future[DocumentInfo]) -> None:
        try:
            info = opened.result()
        except (PdfError, SohopError, CancelledError):
            return  # no picture: the empty sheet stays
        if file != self._wanted:
            self._pdf.background.release(info.document)
            return
        zoom = max(0.05, min(2.0, _ACROSS / max(1.0, info.pages[0].width)))
        painting = self._pdf.background.render(info.document, 0, zoom, priority=Priority.THUMBNAIL)
        expect(painting, lambda painted: self._painted(file, info, painted))

    def _painted(self, file: Digest, info: DocumentInfo, painted: Future[PagePixels]) -> None:
        self._pdf.background.release(info.document)
        try:
            pixels = painted.result()
        except (PdfError, CancelledError):
            return
        if file == self._wanted:
            image = QImage(
                pixels.data, pixels.width, pixels.height, pixels.stride, QImage.Format.Format_RGB32
            )
            self.drawn.emit(file, image.copy())
