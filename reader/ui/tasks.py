"""The vault's thread: everything that touches the book happens here, one thing after another.

The window asks and goes on; the answer comes back on the window's thread. The engine's thread asks and waits.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TYPE_CHECKING, TypeVar

from reader.ui.relay import expect
from sync.errors import SohopError

if TYPE_CHECKING:
    from reader.core.book import Book

T = TypeVar("T")


class NoBookError(Exception):
    """The book was locked before this was done. Passed over in silence: nobody waits for it any more."""


class BookThread:
    """Owns the open book. ``open`` and ``lock`` bracket its life; the thread itself lives as long as this."""

    def __init__(self) -> None:
        self._book: Book | None = None
        self._stopped = False
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="sohop-vault")
        self._life = ThreadPoolExecutor(1, thread_name_prefix="sohop-life")
        """Opens and locks, one after another: a book is opened when the one before it is closed."""

    def open(
        self, make: Callable[[], Book], done: Callable[[], None], failed: Callable[[SohopError], None]
    ) -> None:
        """Make the book on its thread (unlock, or first start)."""

        def work() -> None:
            self._book = make()

        self._put(self._life, lambda: self._thread.submit(work).result(), lambda _: done(), failed)

    def ask(
        self,
        work: Callable[[Book], T],
        done: Callable[[T], None] | None = None,
        failed: Callable[[SohopError], None] | None = None,
    ) -> None:
        """Do ``work`` on the book; ``done`` or ``failed`` is called on the window's thread."""
        self._put(self._thread, lambda: work(self._open_book()), done, failed)

    def wait(self, work: Callable[[Book], T]) -> T:
        """Do ``work`` and wait for it; for other threads than the window's. Raises what it raised."""
        return self._thread.submit(lambda: work(self._open_book())).result()

    def lock(self, leave: Callable[[], None], done: Callable[[], None]) -> None:
        """Close the vault after ``leave``, which may take its time on a thread of its own and still use the
        book; everything asked before is done first. Returns at once."""

        def work() -> None:
            try:
                leave()
            finally:
                self._thread.submit(self._close).result()

        self._put(self._life, work, lambda _: done(), lambda _: done())

    def stop(self) -> None:
        """Close the vault, after what was being locked, and end the threads; waits for all. No answer comes
        any more."""
        self._stopped = True
        self._life.shutdown()
        self._thread.submit(self._close).result()
        self._thread.shutdown()

    def _close(self) -> None:
        book, self._book = self._book, None
        if book is not None:
            book.vault.close()

    def _open_book(self) -> Book:
        if self._book is None:
            raise NoBookError
        return self._book

    def _put(
        self,
        thread: ThreadPoolExecutor,
        work: Callable[[], T],
        done: Callable[[T], None] | None,
        failed: Callable[[SohopError], None] | None,
    ) -> None:
        def deliver(future: Future[T]) -> None:
            if not self._stopped:
                _answer(future, done, failed)

        expect(thread.submit(work), deliver)


class Asker:
    """Asks the book on behalf of a screen. After ``close`` no answer comes any more: nobody is there to show
    it on. What was asked is done all the same."""

    def __init__(self, books: BookThread) -> None:
        self._books = books
        self._closed = False

    @property
    def closed(self) -> bool:
        """Nobody waits for an answer any more."""
        return self._closed

    def ask(
        self,
        work: Callable[[Book], T],
        done: Callable[[T], None] | None = None,
        failed: Callable[[SohopError], None] | None = None,
    ) -> None:
        """As ``BookThread.ask``."""
        self._books.ask(work, self._while_open(done), self._while_open(failed))

    def close(self) -> None:
        """The screen goes."""
        self._closed = True

    def _while_open(self, answer: Callable[[T], None] | None) -> Callable[[T], None] | None:
        if answer is None:
            return None
        told = answer
        return lambda result: None if self._closed else told(result)


def _answer(
    future: Future[T],
    done: Callable[[T], None] | None,
    failed: Callable[[SohopError], None] | None,
) -> None:
    """On the window's thread. A bug of the work is raised here, where bugs are reported."""
    try:
        result = future.result()
    except SohopError as error:
        if failed is None:
            raise
        failed(error)
    except NoBookError:
        return
    else:
        if done is not None:
            done(result)
