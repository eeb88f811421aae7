"""Try a document as a reader will: does it open, how many pages, does it paint, has it text."""

from __future__ import annotations

import time
from concurrent.futures import Future
from dataclasses import dataclass
from enum import Enum
from typing import Final, TypeVar

from reader.pdf.client import PdfClient
from reader.pdf.documents import DocumentSource
from reader.pdf.protocol import PdfError, PdfErrorCode

_ZOOM: Final = 1.0
_LARGEST_SIDE: Final = 2_000.0

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


def inspect(source: DocumentSource, client: PdfClient) -> PdfReport:
    """Open, paint the first, middle and last page and read their words, all in the child; waits for it.

    Raises what the source raises. Must not be called on the client's own threads.
    """
    began = time.monotonic()
    pages = 0
    words = 0
    try:
        info = _wait(client.open(source))
        pages = len(info.pages)
        try:
            for number in sorted({0, pages // 2, pages - 1}):
                size = info.pages[number]
                zoom = min(_ZOOM, _LARGEST_SIDE / max(size.width, size.height))
                _wait(client.render(info.document, number, zoom))
                words += len(_wait(client.words(info.document, number)))
        finally:
            client.release(info.document)
    except PdfError as error:
        return PdfReport(_OUTCOMES[error.code], pages, words > 0, time.monotonic() - began)
    if info.repaired:
        outcome = PdfOutcome.REPAIRED
    else:
        outcome = PdfOutcome.FINE if words else PdfOutcome.NO_TEXT
    return PdfReport(outcome, pages, words > 0, time.monotonic() - began)


def _wait(future: Future[T]) -> T:
    return future.result()


_OUTCOMES: Final = {
    PdfErrorCode.PASSWORD: PdfOutcome.PASSWORD,
    PdfErrorCode.DAMAGED: PdfOutcome.DAMAGED,
    PdfErrorCode.REFUSED: PdfOutcome.REFUSED,
    PdfErrorCode.TIMEOUT: PdfOutcome.TIMEOUT,
    PdfErrorCode.MEMORY: PdfOutcome.MEMORY,
    PdfErrorCode.CRASHED: PdfOutcome.CRASHED,
}
