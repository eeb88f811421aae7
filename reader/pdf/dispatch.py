"""One thread that does one thing after another, the most urgent first."""

from __future__ import annotations

import heapq
import itertools
import threading
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, field
from enum import IntEnum
from typing import TypeVar

from reader.pdf.protocol import PdfError

T = TypeVar("T")


class Priority(IntEnum):
    """Who goes first."""

    VISIBLE = 0
    PREFETCH = 1
    TEXT = 2
    THUMBNAIL = 3


class Dispatcher:
    """The queue and its thread. ``submit`` from any thread; what is submitted runs on the dispatcher's."""

    def __init__(
        self,
        name: str,
        last: Callable[[], None],
        *,
        rest: Callable[[], None] | None = None,
        rest_seconds: float = 0.0,
    ) -> None:
        """``last`` is run on the thread when it ends, however it ends; ``rest`` after ``rest_seconds``
        without work. The thread starts with the first request.
        """
        self._name = name
        self._last = last
        self._rest = rest
        self._rest_seconds = rest_seconds
        self._queue: list[_Job] = []
        self._sequence = itertools.count()
        self._changed = threading.Condition()
        self._closed = False
        self._thread: threading.Thread | None = None

    def submit(self, priority: Priority, run: Callable[[], T]) -> Future[T]:
        """Have ``run`` done when its turn comes. Cancelled when closed; may be cancelled while it waits.

        A PdfError is the future's; any other exception is too, and ends the dispatcher: it is a bug.
        """
        future: Future[T] = Future()

        def settle() -> None:
            if not future.set_running_or_notify_cancel():
                return
            try:
                result = run()
            except PdfError as error:
                future.set_exception(error)
            except BaseException as bug:
                future.set_exception(bug)
                raise
            else:
                future.set_result(result)

        def cancel() -> None:
            if future.cancel():
                future.set_running_or_notify_cancel()

        with self._changed:
            if self._closed:
                return cancelled()
            heapq.heappush(self._queue, _Job(priority, next(self._sequence), settle, cancel))
            if self._thread is None:
                # A daemon, so that a program that forgot to close can end.
                self._thread = threading.Thread(target=self._serve, name=self._name, daemon=True)
                self._thread.start()
            self._changed.notify_all()
        return future

    def stop(self) -> None:
        """Cancel what waits and take nothing more; what is under way goes on."""
        with self._changed:
            self._closed = True
            waiting, self._queue = self._queue, []
            self._changed.notify_all()
        for job in waiting:
            job.cancel()

    def join(self) -> None:
        """Wait until the thread has ended. Must not be called on it."""
        if self._thread is not None:
            self._thread.join()

    def _serve(self) -> None:
        try:
            while True:
                job = self._next(self._rest_seconds if self._rest is not None else None)
                if job is None and self._rest is not None and not self._closed:
                    self._rest()
                    job = self._next(None)
                if job is None:
                    return
                job.run()
        finally:
            self.stop()
            self._last()

    def _next(self, seconds: float | None) -> _Job | None:
        """The most urgent job; None when closed, or when none came for ``seconds``."""
        with self._changed:
            self._changed.wait_for(lambda: self._queue or self._closed, seconds)
            if self._closed or not self._queue:
                return None
            return heapq.heappop(self._queue)


@dataclass(order=True)
class _Job:
    priority: int
    sequence: int
    run: Callable[[], None] = field(compare=False)
    cancel: Callable[[], None] = field(compare=False)


def following(shared: Future[T]) -> Future[T]:
    """A future of one's own that ends as ``shared`` ends."""
    own: Future[T] = Future()

    def settle(ended: Future[T]) -> None:
        if not own.set_running_or_notify_cancel():
            return
        error = ended.exception()
        if error is not None:
            own.set_exception(error)
        else:
            own.set_result(ended.result())

    shared.add_done_callback(settle)
    return own


def done(result: T) -> Future[T]:
    """A future that has its result."""
    future: Future[T] = Future()
    future.set_result(result)
    return future


def failed(error: PdfError) -> Future[T]:
    """A future that has failed."""
    future: Future[T] = Future()
    future.set_exception(error)
    return future


def cancelled() -> Future[T]:
    """A future that was cancelled, also for those who ``wait`` for several."""
    future: Future[T] = Future()
    future.cancel()
    future.set_running_or_notify_cancel()
    return future
