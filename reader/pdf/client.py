"""The parent's side of the PDF boundary: ask for pages, words and finds; never wait, never crash.

Everything answers with a ``concurrent.futures.Future``. One thread owns the child; requests wait in order of
priority and can be cancelled while they wait. Futures are settled on that thread: a window must pass results
on through a signal.
"""

from __future__ import annotations

import math
import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import Final, TypeVar

from reader.pdf import protocol
from reader.pdf.confine import is_filtered
from reader.pdf.dispatch import Dispatcher, Priority, cancelled, done, failed, following
from reader.pdf.documents import DocumentInfo, DocumentSource, PageSize, SearchHit
from reader.pdf.finding import Finding
from reader.pdf.keeper import Keeper
from reader.pdf.memory import DocumentMemory
from reader.pdf.pixels import PagePixels, PixelCache, pixel_key
from reader.pdf.protocol import DocumentId, Link, OutlineEntry, PdfError, PdfErrorCode, Rotation
from reader.pdf.text import Word

CACHE_BYTES: Final = 96 * 1024**2
REQUEST_SECONDS: Final = 10.0
REST_SECONDS: Final = 20.0

T = TypeVar("T")


@dataclass
class _Document:
    opened: Future[DocumentInfo]
    users: int = 1
    info: DocumentInfo | None = None


class PdfClient:
    """The one door to PDF files. Methods may be called from any thread; none of them blocks but ``close``."""

    def __init__(
        self,
        *,
        seconds: float = REQUEST_SECONDS,
        cache_bytes: int = CACHE_BYTES,
        background: bool = False,
        rest_seconds: float = REST_SECONDS,
    ) -> None:
        """``seconds`` is what one request may take before the child is ended. Nothing is started yet.

        ``background``: the child gives way to others on the processor, and is ended after
        ``rest_seconds`` without work, until there is some again.
        """
        self._seconds = seconds
        self._keeper = Keeper(seconds, background=background)
        self._cache = PixelCache(cache_bytes)
        self._documents: dict[DocumentId, _Document] = {}
        self._failed: dict[tuple[DocumentId, str, int, int], PdfErrorCode] = {}
        self._dispatcher = Dispatcher(
            "pdf-background" if background else "pdf-dispatch",
            self._keeper.bury,
            rest=self._keeper.rest if background else None,
            rest_seconds=rest_seconds,
        )
        self._background: PdfClient | None = self if background else None
        self._lock = threading.Lock()
        self._closed = False
        self._readers = ThreadPoolExecutor(max_workers=1, thread_name_prefix="pdf-read")

    @property
    def child_pid(self) -> int | None:
        """The child's process number, while there is one."""
        return self._keeper.pid

    @property
    def is_filtered(self) -> bool:
        """Whether the system holds the child to a list of system calls (``confine``); ask once it is warm."""
        pid = self._keeper.pid
        return pid is not None and is_filtered(pid)

    @property
    def peak(self) -> int | None:
        """The most bytes the child has held since it was handed a document with no other open; None where
        that is not known.
        """
        return self._keeper.peak

    @property
    def background(self) -> PdfClient:
        """The client for work nobody waits for: the search index, thumbnails of documents not on screen.

        It has a child of its own, so that what is slow or crashes there disturbs nothing here. A document
        is opened and released there apart from here. It is made when first asked for, and closed with us.
        """
        with self._lock:
            if self._background is None:
                self._background = PdfClient(seconds=self._seconds, cache_bytes=0, background=True)
                if self._closed:
                    self._background.close()
            return self._background

    def warm(self) -> Future[None]:
        """Start the child in the background; otherwise the first request does (about 0.3 s)."""
        return self._dispatcher.submit(Priority.VISIBLE, self._keeper.warm)

    def open(self, source: DocumentSource) -> Future[DocumentInfo]:
        """Open a document, or join those who have it open; each must ``release`` it.

        Other methods may be used for it once this has succeeded. PdfError: password, damaged, refused,
        memory, timeout, crashed; or what the source raised.
        """
        document = DocumentId(source.sha256)
        with self._lock:
            if self._closed:
                return cancelled()
            known = self._documents.get(document)
            if known is not None:
                known.users += 1
                return following(known.opened)
            opened: Future[DocumentInfo] = Future()
            opened.set_running_or_notify_cancel()  # shared: nobody cancels it for the others
            known = self._documents[document] = _Document(opened)
        if source.size == 0:
            self._not_opened(document, known, PdfError(PdfErrorCode.DAMAGED))
        elif source.size > protocol.MAX_DOCUMENT_BYTES:
            self._not_opened(document, known, PdfError(PdfErrorCode.REFUSED))
        else:
            # Read and decrypted beside the dispatcher, so that a visible page does not wait for it.
            reading = self._readers.submit(DocumentMemory, source.size, source.read_into)
            reading.add_done_callback(lambda ended: self._read(document, known, ended))
        return following(opened)

    def release(self, document: DocumentId) -> None:
        """Give back one ``open``; with the last one the document is forgotten everywhere."""
        with self._lock:
            known = self._documents.get(document)
            if known is None:
                return
            known.users -= 1
            if known.users > 0:
                return
            del self._documents[document]
            for key in [key for key in self._failed if key[0] == document]:
                del self._failed[key]
        self._cache.forget(document)
        self._dispatcher.submit(Priority.VISIBLE, lambda: self._close_unused(document))

    def cached(
        self,
        document: DocumentId,
        page: int,
        zoom: float,
        clip: tuple[float, float, float, float] | None = None,
        rotation: Rotation = 0,
    ) -> PagePixels | None:
        """The page if it is at hand."""
        return self._cache.get(pixel_key(document, page, zoom, clip, rotation))

    def render(
        self,
        document: DocumentId,
        page: int,
        zoom: float,
        clip: tuple[float, float, float, float] | None = None,
        priority: Priority = Priority.VISIBLE,
        *,
        rotation: Rotation = 0,
    ) -> Future[PagePixels]:
        """Paint a page (or ``clip`` of it) at ``zoom`` pixels a point, turned clockwise by ``rotation``.

        Only the pixels are turned: ``clip`` is in points on the page as the file has it, like the boxes of
        words, links and finds (``turned`` says where those are seen). A thumbnail is a page at a small zoom
        and ``Priority.THUMBNAIL``.

        PdfError refused: more than 64 million pixels. Timeout or crashed: remembered for this page and zoom
        until the document is released, so that it does not stop the others again.
        """
        size = self._info(document).pages[page]
        key = pixel_key(document, page, zoom, clip, rotation)
        if not protocol.MIN_ZOOM <= zoom <= protocol.MAX_ZOOM:
            return failed(PdfError(PdfErrorCode.REFUSED))
        at_hand = self._cache.get(key)
        if at_hand is not None:
            return done(at_hand)
        x0, y0, x1, y1 = clip or (0.0, 0.0, size.width, size.height)
        # One pixel more on each side: the child rounds outwards.
        across = math.ceil((min(x1, size.width) - max(x0, 0.0)) * zoom) + 2
        down = math.ceil((min(y1, size.height) - max(y0, 0.0)) * zoom) + 2
        if across <= 2 or down <= 2 or across * down > protocol.MAX_PIXELS:
            return failed(PdfError(PdfErrorCode.REFUSED))
        request = protocol.Render(document, page, zoom, clip, rotation)

        def paint() -> PagePixels:
            again = self._cache.get(key)  # asked for twice while it waited
            if again is not None:
                return again
            width, height, data = self._keeper.render(request, across * down * protocol.BYTES_PER_PIXEL)
            stride = width * protocol.BYTES_PER_PIXEL
            pixels = PagePixels(document, page, zoom, clip, rotation, width, height, stride, data)
            self._cache.put(key, pixels)
            return pixels

        return self._dispatcher.submit(
            priority, self._careful((document, "render", page, round(zoom * 1000)), paint)
        )

    def words(
        self, document: DocumentId, page: int, priority: Priority = Priority.TEXT
    ) -> Future[tuple[Word, ...]]:
        """The words of a page in reading order, at most 50,000."""
        self._info(document)
        request = protocol.Words(document, page)

        def read() -> tuple[Word, ...]:
            reply = self._keeper.ask(document, request, protocol.WordList)
            return tuple(Word._make(row) for row in reply.untrusted_words)

        return self._dispatcher.submit(priority, self._careful((document, "words", page, 0), read))

    def outline(self, document: DocumentId) -> Future[tuple[OutlineEntry, ...]]:
        """The table of contents, top to bottom, at most 5,000 lines."""
        self._info(document)
        request = protocol.Outline(document)
        return self._dispatcher.submit(
            Priority.TEXT,
            lambda: self._keeper.ask(document, request, protocol.OutlineList).untrusted_entries,
        )

    def labels(self, document: DocumentId) -> Future[tuple[str, ...]]:
        """What the document calls its pages ("iv", "PL-2"), one a page; none where they are just numbered."""
        count = len(self._info(document).pages)
        request = protocol.Labels(document)

        def read() -> tuple[str, ...]:
            labels = self._keeper.ask(document, request, protocol.LabelList).untrusted_labels
            return labels if len(labels) == count else ()

        return self._dispatcher.submit(Priority.TEXT, read)

    def links(self, document: DocumentId, page: int) -> Future[tuple[Link, ...]]:
        """The links of a page: to a page of this document, or an address to be shown as text."""
        self._info(document)
        request = protocol.Links(document, page)
        return self._dispatcher.submit(
            Priority.TEXT,
            self._careful(
                (document, "links", page, 0),
                lambda: self._keeper.ask(document, request, protocol.LinkList).untrusted_links,
            ),
        )

    def find(
        self,
        document: DocumentId,
        query: str,
        found: Callable[[tuple[SearchHit, ...]], None],
        *,
        start: int = 0,
        exact: bool = False,
    ) -> Future[int]:
        """Look for ``query`` on every page from ``start`` on and round to it again; the number of hits at
        the end.

        ``found`` is called on the dispatcher's thread, some pages at a time. Visible pages go in between.
        Cancel the future to stop. Pages that can't be read have no hits. Accents and case count only with
        ``exact``.
        """
        count = len(self._info(document).pages)
        finding = Finding(document, query[: protocol.MAX_QUERY], exact, found, count, start)
        self._queue_slice(finding)
        return finding.finished

    def work(
        self, document: DocumentId, run: Callable[[Keeper], T], priority: Priority = Priority.TEXT
    ) -> Future[T]:
        """Have ``run`` ask the keeper about an open document, on the dispatcher's thread."""
        self._info(document)
        return self._dispatcher.submit(priority, lambda: run(self._keeper))

    def expire(self) -> None:
        """What is under way has taken too long: it fails with PdfError timeout."""
        self._keeper.expire()

    def close(self) -> None:
        """End the child, cancel what waits, forget every page. Returns when nothing is left of it."""
        with self._lock:
            if self._closed:
                return
            self._closed = True
            background = self._background
        if background is not None and background is not self:
            background.close()
        self._dispatcher.stop()
        self._keeper.interrupt()
        self._readers.shutdown(wait=True, cancel_futures=True)
        self._dispatcher.join()
        self._cache.clear()
        with self._lock:
            documents, self._documents = self._documents, {}
        for known in documents.values():
            if not known.opened.done():
                known.opened.set_exception(PdfError(PdfErrorCode.CRASHED))

    def _info(self, document: DocumentId) -> DocumentInfo:
        with self._lock:
            known = self._documents.get(document)
            if known is None or known.info is None:
                raise LookupError("the document is not open")
            return known.info

    def _read(self, document: DocumentId, known: _Document, reading: Future[DocumentMemory]) -> None:
        if reading.cancelled():
            return  # closed meanwhile; close() settles it
        error = reading.exception()
        if error is not None:
            self._not_opened(document, known, error)
            return
        memory = reading.result()
        handing = self._dispatcher.submit(Priority.VISIBLE, lambda: self._hand_over(document, known, memory))
        handing.add_done_callback(lambda ended: self._handed(document, known, memory, ended))

    def _hand_over(self, document: DocumentId, known: _Document, memory: DocumentMemory) -> DocumentInfo:
        opened = self._keeper.open(document, memory)
        sizes = tuple(PageSize(width, height) for width, height in opened.untrusted_sizes)
        return DocumentInfo(document, sizes, opened.untrusted_repaired)

    def _handed(
        self,
        document: DocumentId,
        known: _Document,
        memory: DocumentMemory,
        handing: Future[DocumentInfo],
    ) -> None:
        if handing.cancelled():
            memory.close()
            return
        error = handing.exception()
        if error is not None:
            self._not_opened(document, known, error)
            return
        known.info = handing.result()
        known.opened.set_result(known.info)
        self._close_unused(document)

    def _close_unused(self, document: DocumentId) -> None:
        """Released while it was being opened, or now: on the dispatcher's thread."""
        with self._lock:
            wanted = document in self._documents
        if not wanted:
            self._cache.forget(document)  # a page that was being painted when it was released
            self._keeper.close(document)

    def _not_opened(self, document: DocumentId, known: _Document, error: BaseException) -> None:
        with self._lock:
            if self._documents.get(document) is known:
                del self._documents[document]
        known.opened.set_exception(error)

    def _careful(self, key: tuple[DocumentId, str, int, int], run: Callable[[], T]) -> Callable[[], T]:
        """``run``, unless it has cost a child before."""

        def guarded() -> T:
            code = self._failed.get(key)
            if code is not None:
                raise PdfError(code)
            try:
                return run()
            except PdfError as error:
                if error.code in (PdfErrorCode.TIMEOUT, PdfErrorCode.CRASHED) and not self._closed:
                    self._failed[key] = error.code
                raise

        return guarded

    def _search(self, finding: Finding) -> None:
        """One slice; queues the next."""
        with self._lock:
            gone = finding.document not in self._documents
        request = None if gone else finding.request()
        if request is None:
            finding.end()
            return
        try:
            reply = self._keeper.ask(finding.document, request, protocol.Found)
        except PdfError:
            finding.skip()
        else:
            finding.take(reply)
        self._queue_slice(finding)

    def _queue_slice(self, finding: Finding) -> None:
        future = self._dispatcher.submit(Priority.TEXT, lambda: self._search(finding))
        future.add_done_callback(finding.end_if_broken)
