"""Keeps a PDF child alive and knowing its documents: what is asked is answered, or fails with a typed error.

Used by the client's dispatcher thread only, except ``interrupt``.
"""

from __future__ import annotations

import math
import threading
from collections import OrderedDict
from collections.abc import Callable
from typing import Final, TypeVar

from reader.pdf import protocol
from reader.pdf.child import Child, ChildLiedError, ChildLostError
from reader.pdf.memory import CanvasMemory, DocumentMemory
from reader.pdf.protocol import AnyReply, AnyRequest, DocumentId, PdfError, PdfErrorCode

_CANVAS_STEP: Final = 16 * 1024**2
_CHILD_DOCUMENTS: Final = 12
"""Documents the child holds at once; the longest unused is closed there and given again when it is needed."""
_HEAVY_FOR_BYTES: Final = 40 * 1024**2
"""Bytes a second assumed when a large document is opened and its table has to be rebuilt."""

T = TypeVar("T")
ReplyT = TypeVar("ReplyT", bound=protocol.Reply)


class Keeper:
    """The child, its documents and its canvas."""

    def __init__(self, seconds: float, *, background: bool = False) -> None:
        self._seconds = seconds
        self._background = background
        self._memories: dict[DocumentId, DocumentMemory] = {}
        self._known: OrderedDict[DocumentId, None] = OrderedDict()
        self._child: Child | None = None
        self._canvas: CanvasMemory | None = None
        self._canvas_given = False
        self._lock = threading.Lock()
        self._stopped = False
        self._lost_peak: int | None = None

    @property
    def pid(self) -> int | None:
        """The child's process number, while there is one."""
        with self._lock:
            return self._child.pid if self._child is not None else None

    @property
    def peak(self) -> int | None:
        """The most bytes a child has held since the last ``open``, by the kernel."""
        with self._lock:
            now = self._child.peak() if self._child is not None else None
            return max((one for one in (now, self._lost_peak) if one is not None), default=None)

    def warm(self) -> None:
        """Start the child and wait until it is ready. Raises PdfError."""
        try:
            self._ready_child()
        except (ChildLostError, ChildLiedError) as lost:
            self._drop_child()
            raise PdfError(PdfErrorCode.CRASHED) from lost

    def open(self, document: DocumentId, memory: DocumentMemory) -> protocol.Opened:
        """Hand a document over; its memory is the keeper's from now on. Raises PdfError (then it is
        closed).
        """
        self.close(document)  # released and opened again before it was handed over
        self._memories[document] = memory
        self._lost_peak = None
        try:
            return self._twice(lambda: self._give(document))
        except PdfError:
            self.close(document)
            raise

    def close(self, document: DocumentId) -> None:
        """Forget a document here and in the child."""
        memory = self._memories.pop(document, None)
        if memory is not None:
            memory.close()
        if document in self._known:
            self._tell_close(document)

    def ask(self, document: DocumentId, request: AnyRequest, expected: type[ReplyT]) -> ReplyT:
        """Ask about a document that is open. A child that dies over it is replaced and asked once more.

        Raises PdfError.
        """

        def attempt() -> ReplyT:
            return self._asked(document, request, expected, self._seconds)

        return self._twice(attempt)

    def render(self, request: protocol.Render, room: int) -> tuple[int, int, bytes]:
        """Width, height and pixels; ``room`` bytes are enough for them. Raises PdfError."""

        def attempt() -> tuple[int, int, bytes]:
            self._ensure_given(DocumentId(request.document))
            canvas = self._ensure_canvas(room)
            child = self._ready_child()
            reply = _as_expected(child.exchange(request, self._seconds), protocol.Rendered)
            width, height = reply.untrusted_width, reply.untrusted_height
            count = width * height * protocol.BYTES_PER_PIXEL
            if count > canvas.size:
                raise ChildLiedError
            return width, height, child.pixels(canvas, count, self._seconds)

        return self._twice(attempt)

    def once(
        self, document: DocumentId, request: AnyRequest, expected: type[ReplyT], seconds: float
    ) -> ReplyT:
        """Ask for what another child could not go on with: a child that dies over it is not asked again.

        Raises PdfError.
        """
        return self._once(lambda: self._asked(document, request, expected, seconds))

    def take(self, document: DocumentId, size: int, seconds: float) -> bytes:
        """The bytes of the copy that was written for this document. Raises PdfError."""

        def attempt() -> bytes:
            canvas = self._ensure_canvas(size)
            self._asked(document, protocol.Take(document), protocol.Done, seconds)
            return self._ready_child().pixels(canvas, size, seconds)

        return self._once(attempt)

    def interrupt(self) -> None:
        """End the child now and start no other. From any thread; the keeper's own thread sees it at once."""
        with self._lock:
            self._stopped = True
            if self._child is not None:
                self._child.kill()

    def expire(self) -> None:
        """End what the child is doing, as slow as if its own time limit had struck. From any thread."""
        with self._lock:
            if self._child is not None:
                self._child.expire()

    def rest(self) -> None:
        """End the child until it is needed again; documents stay open here."""
        self._drop_child()
        self._drop_canvas()

    def bury(self) -> None:
        """Let go of everything."""
        self._drop_child()
        for memory in self._memories.values():
            memory.close()
        self._memories.clear()
        self._drop_canvas()

    def _twice(self, attempt: Callable[[], T]) -> T:
        """A crash may have been another's fault (a kill from outside), a time limit is not: only crashes
        retry.
        """
        try:
            return self._once(attempt)
        except PdfError as error:
            if error.code is not PdfErrorCode.CRASHED:
                raise
        return self._once(attempt)

    def _once(self, attempt: Callable[[], T]) -> T:
        try:
            return attempt()
        except ChildLiedError as lie:
            self._drop_child()
            raise PdfError(PdfErrorCode.REFUSED) from lie
        except ChildLostError as lost:
            self._drop_child()
            raise PdfError(PdfErrorCode.TIMEOUT if lost.timed_out else PdfErrorCode.CRASHED) from lost

    def _asked(
        self, document: DocumentId, request: AnyRequest, expected: type[ReplyT], seconds: float
    ) -> ReplyT:
        self._ensure_given(document)
        return _as_expected(self._ready_child().exchange(request, seconds), expected)

    def _ready_child(self) -> Child:
        with self._lock:
            if self._stopped:
                raise ChildLostError(timed_out=False)
            if self._child is None:
                try:
                    self._child = Child(background=self._background)
                except OSError as error:
                    raise ChildLostError(timed_out=False) from error
            child = self._child
        child.wait_ready()
        return child

    def _drop_child(self) -> None:
        with self._lock:
            child, self._child = self._child, None
            if child is not None:
                self._lost_peak = child.peak()
        self._known.clear()
        self._canvas_given = False
        if child is not None:
            child.bury()

    def _ensure_given(self, document: DocumentId) -> None:
        if document in self._known:
            self._known.move_to_end(document)
        else:
            self._give(document)

    def _give(self, document: DocumentId) -> protocol.Opened:
        child = self._ready_child()
        while len(self._known) >= _CHILD_DOCUMENTS:
            self._tell_close(next(iter(self._known)))
        memory = self._memories[document]
        seconds = self._seconds + memory.size / _HEAVY_FOR_BYTES
        reply = child.exchange(protocol.Open(document, memory.size), seconds, memory)
        opened = _as_expected(reply, protocol.Opened)
        self._known[document] = None
        return opened

    def _tell_close(self, document: DocumentId) -> None:
        del self._known[document]
        try:
            _as_expected(self._ready_child().exchange(protocol.Close(document), self._seconds), protocol.Done)
        except (ChildLostError, ChildLiedError):
            # It is gone, and the document with it: that is what was wanted.
            self._drop_child()

    def _ensure_canvas(self, room: int) -> CanvasMemory:
        wanted = max(1, math.ceil(room / _CANVAS_STEP)) * _CANVAS_STEP
        canvas = self._canvas
        if canvas is None or not wanted <= canvas.size <= 4 * wanted:
            self._drop_canvas()
            try:
                canvas = self._canvas = CanvasMemory(wanted)
            except OSError as error:
                raise PdfError(PdfErrorCode.MEMORY) from error
            self._canvas_given = False
        if not self._canvas_given:
            request = protocol.Canvas(canvas.size)
            _as_expected(self._ready_child().exchange(request, self._seconds, canvas), protocol.Done)
            self._canvas_given = True
        return canvas

    def _drop_canvas(self) -> None:
        if self._canvas is not None:
            self._canvas.close()
            self._canvas = None


def _as_expected(reply: AnyReply, expected: type[ReplyT]) -> ReplyT:
    if isinstance(reply, protocol.Failed):
        raise PdfError(reply.code)
    if not isinstance(reply, expected):
        raise ChildLiedError
    return reply
