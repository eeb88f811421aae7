"""A document opened to be read page by page in the background, after whatever somebody waits for."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from contextlib import contextmanager
from typing import Final, TypeVar

from reader.pdf import DocumentInfo, DocumentSource, PdfClient, PdfError, Priority, Word, annotating
from reader.pdf.protocol import WordRow
from reader.pdf.stopping import go_on

_LOOK: Final = 0.5
"""Pixels a point at which pages without words are looked at: a changed figure still changes the picture."""

T = TypeVar("T")


class Opened:
    """Blocks; for any thread but the window's. Each raises ``StoppedError`` once ``stopped``."""

    def __init__(self, pdf: PdfClient, info: DocumentInfo, stopped: Callable[[], bool]) -> None:
        self._pdf = pdf
        self._info = info
        self._stopped = stopped

    @property
    def pages(self) -> int:
        """How many it has."""
        return len(self._info.pages)

    def words(self, page: int) -> tuple[Word, ...]:
        """In reading order; none of a page that can't be read."""
        return self._one(self._pdf.words(self._info.document, page)) or ()

    def picture(self, page: int) -> str:
        """What a page without words looks like, as a digest; empty when it can't be painted."""
        pixels = self._one(self._pdf.render(self._info.document, page, _LOOK, priority=Priority.TEXT))
        return "" if pixels is None else hashlib.sha256(pixels.data).hexdigest()

    def _one(self, future: Future[T]) -> T | None:
        """What one page gives; None for a page that can't be read."""
        if self._stopped():
            future.cancel()
        go_on(self._stopped)
        try:
            return future.result()
        except PdfError:
            return None


@contextmanager
def opened(pdf: PdfClient, source: DocumentSource, stopped: Callable[[], bool]) -> Iterator[Opened]:
    """Open it, and give it back. Raises ``PdfError`` when it can't be opened."""
    with annotating.opened(pdf, source) as info:
        yield Opened(pdf, info, stopped)


def plain_rows(words: Sequence[Word]) -> tuple[WordRow, ...]:
    """Words to be held for a whole document, as plain tuples. Python's garbage collector stops looking at
    those, but not at named ones: hundreds of thousands of them would stall every thread for a fifth of a
    second.
    """
    return tuple(word[:] for word in words)
