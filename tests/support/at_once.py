"""Questions to a book, answered in the call itself."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from reader.core.book import Book
from reader.ui.tasks import Asker, BookThread
from sync.errors import SohopError

T = TypeVar("T")


class AtOnce(Asker):
    """The vault's thread, for whoever does not mind to wait."""

    def __init__(self, book: Book) -> None:
        super().__init__(BookThread())
        self._book = book

    def ask(
        self,
        work: Callable[[Book], T],
        done: Callable[[T], None] | None = None,
        failed: Callable[[SohopError], None] | None = None,
    ) -> None:
        try:
            made = work(self._book)
        except SohopError as error:
            if failed is None:
                raise
            failed(error)
        else:
            if done is not None:
                done(made)
