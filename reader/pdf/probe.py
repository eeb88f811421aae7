"""Try a document as a reader will: does it open, how many pages, does it paint, has it text."""

from __future__ import annotations

import time
from concurrent.futures import Future, wait
from dataclasses import dataclass
from enum import Enum
from typing import Final, TypeVar

from reader.pdf.client import PdfClient
from reader.pdf.documents import DocumentSource
from reader.pdf.protocol import MAX_DOCUMENT_BYTES, PdfError, PdfErrorCode

_ZOOM: Final = 1.0
_LARGEST_SIDE: Final = 2_000.0
_SECONDS: Final = 8.0
"""For the whole trial, so that ten are enough for a file whatever it holds; more where much must be read."""
_AGAIN_SECONDS: Final = 0.2
_BYTES_A_SECOND: Final = 40 * 1024**2

T = TypeVar("T")


class PdfOutcome(Enum):
    """How the trial went. The value is the code of the sentence shown for it."""

    FINE = "pdf.fine"
    NO_TEXT = "pdf.no-text"
    """Fine, but nothing to search or select: a scan."""
    REPAIRED = "pdf.repaired"
    """Readable, but the file is not in order."""
    PASSWORD = "pdf.password"
    DAMAGED = "pdf.damaged"
    REFUSED = "pdf.refused"
    TIMEOUT = "pdf.timeout"
    MEMORY = "pdf.memory"
    CRASHED = "pdf.crashed"

    @property
    def readable(self) -> bool:
        """Whether the document may go into a packet."""
        return self in (PdfOutcome.FINE, PdfOutcome.NO_TEXT, PdfOutcome.REPAIRED)


@dataclass(frozen=True, slots=True)
class PdfReport:
    """What was found. ``pages`` is 0 where it did not open."""

    outcome: PdfOutcome
    pages: int
    has_text: bool
    seconds: float
    peak: int | None
    """The most memory, in bytes, that the child held meanwhile; None where that is not known."""


def inspect(source: DocumentSource, client: PdfClient) -> PdfReport:
    """Open, paint the first, middle and last page and read their words, all in the child; waits for it.

    Raises what the source raises. ``client`` must have nothing else to do: a trial that takes too long is
    ended by ending the child. Must not be called on the client's own threads.
    """
    if source.size == 0 or source.size > MAX_DOCUMENT_BYTES:
        outcome = PdfOutcome.REFUSED if source.size else PdfOutcome.DAMAGED
        return PdfReport(outcome, 0, False, 0.0, None)
    return _Trial(source, client).run()


class _Trial:
    def __init__(self, source: DocumentSource, client: PdfClient) -> None:
        self._source = source
        self._client = client
        self._pages = 0
        self._words = 0

    def run(self) -> PdfReport:
        began = time.monotonic()
        try:
            self._client.warm().result()
            began = time.monotonic()
            self._until = began + _SECONDS + self._source.size / _BYTES_A_SECOND
            outcome = self._read()
        except PdfError as error:
            outcome = _OUTCOMES[error.code]
        seconds = time.monotonic() - began
        return PdfReport(outcome, self._pages, self._words > 0, seconds, self._client.peak)

    def _read(self) -> PdfOutcome:
        client = self._client
        info = self._wait(client.open(self._source))
        self._pages = len(info.pages)
        try:
            for number in sorted({0, self._pages // 2, self._pages - 1}):
                size = info.pages[number]
                zoom = min(_ZOOM, _LARGEST_SIDE / max(size.width, size.height))
                self._wait(client.render(info.document, number, zoom))
                self._words += len(self._wait(client.words(info.document, number)))
        finally:
            client.release(info.document)
        if info.repaired:
            return PdfOutcome.REPAIRED
        return PdfOutcome.FINE if self._words else PdfOutcome.NO_TEXT

    def _wait(self, future: Future[T]) -> T:
        seconds = self._until - time.monotonic()
        # Again if need be: the file itself may come slowly, and the child's turn after that.
        while not wait([future], max(seconds, _AGAIN_SECONDS)).done:
            self._client.expire()
            seconds = 0.0
        return future.result()


_OUTCOMES: Final = {
    PdfErrorCode.PASSWORD: PdfOutcome.PASSWORD,
    PdfErrorCode.DAMAGED: PdfOutcome.DAMAGED,
    PdfErrorCode.REFUSED: PdfOutcome.REFUSED,
    PdfErrorCode.TIMEOUT: PdfOutcome.TIMEOUT,
    PdfErrorCode.MEMORY: PdfOutcome.MEMORY,
    PdfErrorCode.CRASHED: PdfOutcome.CRASHED,
}
