"""The words of a whole document, page after page: what the search index is made from.

The seam between a file and the index: how words come out of a page is decided in the child, what is kept of
them by whoever asks here.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from typing import Final

from reader.pdf.client import PdfClient
from reader.pdf.dispatch import Priority
from reader.pdf.documents import DocumentInfo, DocumentSource
from reader.pdf.protocol import PdfError, PdfErrorCode
from reader.pdf.text import Word

_LOST_PAGES: Final = 3
"""Pages that may cost a child each before the document is given up: more would take minutes."""


@dataclass(frozen=True, slots=True)
class PageText:
    """The words of a page, or why it has none."""

    page: int
    pages: int
    """Of the whole document."""
    words: tuple[Word, ...]
    error: PdfErrorCode | None = None


def extract(
    client: PdfClient, source: DocumentSource, read: Callable[[PageText], None], *, start: int = 0
) -> Future[DocumentInfo]:
    """Open a document, hand every page from ``start`` on to ``read``, in order, and release it.

    ``client`` is normally ``pdf.background``. ``read`` is called on its thread and may take its time: the
    next page waits for it. A page that can't be read is handed over with its ``error``. Cancel the future
    to stop; ``read`` is then called at most once more. The future fails with the PdfError of a document
    that does not open, or that cost a child three times; or with what the source or ``read`` raised.
    """
    finished: Future[DocumentInfo] = Future()
    client.open(source).add_done_callback(lambda opened: _opened(client, read, start, finished, opened))
    return finished


def _opened(
    client: PdfClient,
    read: Callable[[PageText], None],
    start: int,
    finished: Future[DocumentInfo],
    opened: Future[DocumentInfo],
) -> None:
    if opened.cancelled():
        finished.cancel()
        return
    error = opened.exception()
    if error is not None:
        _fail(finished, error)
        return
    _Extraction(client, read, finished, opened.result(), start).go_on()


@dataclass
class _Extraction:
    client: PdfClient
    read: Callable[[PageText], None]
    finished: Future[DocumentInfo]
    info: DocumentInfo
    page: int
    lost: int = 0

    def go_on(self) -> None:
        """Ask for the next page, or end."""
        if self.finished.cancelled():
            self._release()
        elif self.page >= len(self.info.pages):
            self._release()
            if self.finished.set_running_or_notify_cancel():
                self.finished.set_result(self.info)
        else:
            words = self.client.words(self.info.document, self.page, Priority.TEXT)
            words.add_done_callback(self._arrived)

    def _arrived(self, words: Future[tuple[Word, ...]]) -> None:
        if words.cancelled():
            self.finished.cancel()  # the client was closed
            return
        error = words.exception()
        if error is not None and not isinstance(error, PdfError):
            self._give_up(error)
            return
        if error is not None and error.code in (PdfErrorCode.TIMEOUT, PdfErrorCode.CRASHED):
            self.lost += 1
            if self.lost == _LOST_PAGES:
                self._give_up(error)
                return
        if not self.finished.cancelled():
            try:
                self._hand_over(() if error is not None else words.result(), error.code if error else None)
            except BaseException as bug:  # noqa: BLE001 – handed to whose future it is
                self._give_up(bug)
                return
        self.page += 1
        self.go_on()

    def _hand_over(self, words: tuple[Word, ...], error: PdfErrorCode | None) -> None:
        self.read(PageText(self.page, len(self.info.pages), words, error))

    def _give_up(self, error: BaseException) -> None:
        self._release()
        _fail(self.finished, error)

    def _release(self) -> None:
        self.client.release(self.info.document)


def _fail(finished: Future[DocumentInfo], error: BaseException) -> None:
    if finished.set_running_or_notify_cancel():
        finished.set_exception(error)
