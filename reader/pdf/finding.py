"""A search through a document under way: which pages come next, and who is told what was found."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from typing import Final

from reader.pdf import protocol
from reader.pdf.documents import SearchHit
from reader.pdf.protocol import DocumentId
from reader.pdf.text import Hit, Rect

_PAGES: Final = 64


class Finding:
    """Asks for some pages at a time, from ``start`` on and round to it again."""

    def __init__(
        self,
        document: DocumentId,
        query: str,
        exact: bool,
        found: Callable[[tuple[SearchHit, ...]], None],
        count: int,
        start: int,
    ) -> None:
        self.document = document
        self.finished: Future[int] = Future()
        """The number of hits; cancelled by who looks for something else."""
        self._query = query
        self._exact = exact
        self._found = found
        first = min(max(start, 0), count - 1)
        self._spans = [(first, count), (0, first)] if first else [(0, count)]
        self._step = _PAGES
        self._hits = 0

    def request(self) -> protocol.Find | None:
        """What to ask next; None when there is nothing more, or nobody who wants it."""
        if self.finished.cancelled() or not self._spans:
            return None
        first, end = self._spans[0]
        pages = min(self._step, end - first)
        return protocol.Find(self.document, self._query, first, pages, self._exact)

    def take(self, reply: protocol.Found) -> None:
        """The answer to the last request."""
        first, end = self._spans[0]
        self._go_on(min(max(reply.untrusted_next, first + 1), end))
        self._step = _PAGES
        self._report(reply.untrusted_hits)

    def skip(self) -> None:
        """There was none. One bad page among many: go on one at a time, and past it."""
        first, _ = self._spans[0]
        self._go_on(first if self._step > 1 else first + 1)
        self._step = 1

    def end(self) -> None:
        """Say how many there were."""
        if self.finished.set_running_or_notify_cancel():
            self.finished.set_result(self._hits)

    def end_if_broken(self, slice_: Future[None]) -> None:
        """The slice was cancelled with the client: so is the search. A bug in it is the search's."""
        if slice_.cancelled():
            self.finished.cancel()
            return
        error = slice_.exception()
        if error is not None and self.finished.set_running_or_notify_cancel():
            self.finished.set_exception(error)

    def _go_on(self, following: int) -> None:
        _, end = self._spans[0]
        if following < end:
            self._spans[0] = (following, end)
        else:
            self._spans.pop(0)

    def _report(self, rows: tuple[protocol.HitRow, ...]) -> None:
        hits = tuple(
            SearchHit(Hit(page, tuple(Rect._make(box) for box in boxes), first, last), before, match, after)
            for page, boxes, first, last, before, match, after in rows
        )
        self._hits += len(hits)
        if hits and not self.finished.cancelled():
            self._found(hits)
