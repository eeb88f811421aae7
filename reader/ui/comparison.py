"""Comparing the document on the screen with the version before it, beside everything else."""

from __future__ import annotations

import threading
from collections.abc import Callable, Collection
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal

from reader.core.versions import Compared, compare_versions
from reader.core.views import DocumentView, MeetingView
from reader.pdf import PdfClient, PdfError
from reader.pdf.stopping import StoppedError
from reader.store.documents import DocumentBytes
from reader.ui.relay import Channel, expect
from reader.ui.tasks import Asker
from sync.errors import SohopError
from sync.model.ids import Digest

AT_ONCE = 64 * 1024**2
"""Bytes of both versions up to which they are compared unasked; more has to be asked for."""


@dataclass(frozen=True)
class ComparisonView:
    """How a comparison stands. ``share`` is how far it is, None when it is not under way."""

    share: float | None = None
    done: Compared | None = None
    failed: bool = False


@dataclass(frozen=True)
class _Job:
    before: Digest
    now: Digest
    stop: threading.Event


class Comparisons(QObject):
    """One comparison at a time, of the document shown; those done are kept as long as the meeting is open."""

    changed = Signal(object)
    """ComparisonView of the document shown, or None when there is nothing to compare it with."""

    def __init__(self, books: Asker, pdf: PdfClient) -> None:
        super().__init__()
        self._books = books
        self._pdf = pdf
        self._document: DocumentView | None = None
        self._job: _Job | None = None
        self._kept: dict[tuple[Digest, Digest], Compared] = {}
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="sohop-compare")

    def show(self, document: DocumentView | None) -> None:
        """This document's pages are on the screen now; None: no pages."""
        if document is not None and document.before is None:
            document = None
        pair, same = _pair(document), _pair(document) == _pair(self._document)
        self._document = document
        if same:
            return
        self.stop()
        if document is None or pair is None:
            self.changed.emit(None)
            return
        kept = self._kept.get(pair)
        self.changed.emit(ComparisonView(done=kept))
        if kept is None and 2 * document.size <= AT_ONCE:
            self.begin()

    def begin(self) -> None:
        """Compare it."""
        pair = _pair(self._document)
        if pair is None or self._job is not None:
            return
        before, now = pair
        job = self._job = _Job(before, now, threading.Event())
        self.changed.emit(ComparisonView(share=0.0))
        self._books.ask(
            lambda book: (book.vault.documents.source(before), book.vault.documents.source(now)),
            lambda sources: self._start(job, *sources),
            lambda _: self._on_told(job, ComparisonView(failed=True)),
        )

    def stop(self) -> None:
        """It is not wanted any more."""
        job, self._job = self._job, None
        if job is not None:
            job.stop.set()
            self.changed.emit(ComparisonView())

    @property
    def before(self) -> Digest | None:
        """The older of the two versions of which something is shown."""
        return None if self._document is None else self._document.before

    def keep_only(self, view: MeetingView, destroyed: Collection[Digest]) -> None:
        """Forget the words of versions that were taken back."""
        if self.before in destroyed:
            self.show(None)
        pairs = {_pair(one) for item in view.items for one in item.documents}
        self._kept = {pair: done for pair, done in self._kept.items() if pair in pairs}

    def close(self) -> None:
        """Nothing of it stays."""
        self.show(None)
        self._kept.clear()

    def _start(self, job: _Job, old: DocumentBytes, new: DocumentBytes) -> None:
        if job is self._job:
            progress = Channel(partial(self._on_told, job))

            def ended(work: Future[ComparisonView]) -> None:
                progress.close()
                if job is self._job:  # else nobody asks how it ended: the child may have gone meanwhile
                    self._on_told(job, work.result())

            expect(self._thread.submit(_work, self._pdf, job, old, new, progress.send()), ended)

    def _on_told(self, job: _Job, view: ComparisonView) -> None:
        if job is not self._job:
            return
        if view.share is None:
            self._job = None
        if view.done is not None:
            self._kept[(job.before, job.now)] = view.done
        self.changed.emit(view)


def _work(
    pdf: PdfClient,
    job: _Job,
    old: DocumentBytes,
    new: DocumentBytes,
    tell: Callable[[ComparisonView], None],
) -> ComparisonView:
    """On the comparing thread."""
    told = 0

    def progress(share: float) -> None:
        """In whole percents: the window would be drawn anew for each of thousands of pages."""
        nonlocal told
        if (percent := int(share * 100)) > told:
            told = percent
            tell(ComparisonView(share=share))

    try:
        return ComparisonView(done=compare_versions(pdf, old, new, progress, job.stop.is_set))
    except (StoppedError, CancelledError):
        return ComparisonView()
    except (PdfError, SohopError):
        return ComparisonView(failed=True)


def _pair(document: DocumentView | None) -> tuple[Digest, Digest] | None:
    if document is None or document.before is None:
        return None
    return document.before, document.sha256
