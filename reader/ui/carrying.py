"""Looking for marks on the versions shown now, beside everything else: one document after another."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal

from reader.core import carrying
from reader.core.book import Book
from reader.core.carrying import Due, Found
from reader.core.views import MeetingView
from reader.pdf import PdfClient, PdfError
from reader.pdf.stopping import StoppedError
from reader.store.documents import DocumentBytes
from reader.ui.relay import Channel, expect
from reader.ui.tasks import Asker
from sync.errors import SohopError
from sync.model.ids import Digest, DocumentId


@dataclass(frozen=True)
class CarryingView:
    """How it stands with one document. ``share`` is how far it is, None when it is over."""

    document: DocumentId
    share: float | None = None
    failed: bool = False


@dataclass(frozen=True)
class _Job:
    due: Due
    stop: threading.Event


class Carrying(QObject):
    """Begins by itself when a meeting has marks to look for, with the document on the screen."""

    changed = Signal(object)
    """CarryingView."""
    kept = Signal()
    """Places were written down: ask the book for the marks again."""

    def __init__(self, books: Asker, pdf: PdfClient) -> None:
        super().__init__()
        self._books = books
        self._pdf = pdf
        self._due: tuple[Due, ...] = ()
        self._first: DocumentId | None = None
        self._job: _Job | None = None
        self._left: set[tuple[Digest, Digest]] = set()
        """Not to be begun again by itself: it failed, or the person stopped it."""
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="sohop-carry")

    def set_view(self, view: MeetingView, shown: DocumentId | None) -> None:
        """The meeting has changed."""
        self._due, self._first = carrying.due(view), shown
        if self._job is not None and not any(_pair(one) == _pair(self._job.due) for one in self._due):
            self._end()
        self._next()

    def stop(self) -> None:
        """The person does not want to wait for it."""
        if self._job is not None:
            self._left.add(_pair(self._job.due))
            document = self._job.due.document
            self._end()
            self.changed.emit(CarryingView(document))
            self._next()

    def begin(self, document: DocumentId) -> None:
        """Look for the marks of this one again, which was stopped or has failed."""
        self._left -= {_pair(one) for one in self._due if one.document == document}
        self._first = document
        self._next()

    def close(self) -> None:
        """Nothing of it stays."""
        self._due = ()
        self._left.clear()
        self._end()

    def _next(self) -> None:
        waiting = [one for one in self._due if _pair(one) not in self._left]
        if self._job is not None or not waiting:
            return
        due = min(waiting, key=lambda one: one.document != self._first)
        job = self._job = _Job(due, threading.Event())
        self.changed.emit(CarryingView(due.document, 0.0))

        def sources(book: Book) -> tuple[DocumentBytes | None, DocumentBytes]:
            documents = book.vault.documents
            old = documents.source(due.old) if documents.is_complete(due.old) else None
            return old, documents.source(due.new)

        self._books.ask(sources, lambda both: self._start(job, *both), lambda _: self._over(job, None))

    def _start(self, job: _Job, old: DocumentBytes | None, new: DocumentBytes) -> None:
        if job is not self._job:
            return
        progress = Channel(partial(self._on_progress, job))

        def ended(work: Future[Found | None]) -> None:
            progress.close()
            if job is self._job:  # else nobody asks how it ended: the child may have gone meanwhile
                self._over(job, work.result())

        expect(self._thread.submit(_work, self._pdf, job, old, new, progress.send()), ended)

    def _on_progress(self, job: _Job, share: float) -> None:
        if job is self._job:
            self.changed.emit(CarryingView(job.due.document, share))

    def _over(self, job: _Job, found: Found | None) -> None:
        if job is not self._job:
            return
        if found is None:
            self._failed(job)
        else:
            self._books.ask(
                lambda book: carrying.keep(book, found),
                lambda _: self._kept(job),
                lambda _: self._failed(job),
            )

    def _kept(self, job: _Job) -> None:
        if job is self._job:
            self._job = None
            self._due = tuple(one for one in self._due if one != job.due)
            self.changed.emit(CarryingView(job.due.document))
            self.kept.emit()

    def _failed(self, job: _Job) -> None:
        if job is self._job:
            self._job = None
            self._left.add(_pair(job.due))
            self.changed.emit(CarryingView(job.due.document, failed=True))
            self._next()

    def _end(self) -> None:
        job, self._job = self._job, None
        if job is not None:
            job.stop.set()


def _work(
    pdf: PdfClient,
    job: _Job,
    old: DocumentBytes | None,
    new: DocumentBytes,
    tell: Callable[[float], None],
) -> Found | None:
    """On the carrying thread; None when there is nothing to be told."""
    told = 0

    def progress(share: float) -> None:
        nonlocal told
        if (percent := int(share * 100)) > told:
            told = percent
            tell(share)

    try:
        return carrying.find(pdf, job.due, old, new, progress, job.stop.is_set)
    except (StoppedError, CancelledError, PdfError, SohopError):
        return None


def _pair(due: Due) -> tuple[Digest, Digest]:
    return due.old, due.new
