"""Questions to a book, answered in the call itself."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from reader.core.book import Book
from sync.errors import SohopError


class AtOnce:
    """The vault's thread, for whoever does not mind to wait."""

    def __init__(self, book: Book) -> None:
        self._book = book

    def ask(
        self, work: Callable[[Book], Any], done: Callable[[Any], None], failed: Callable[[SohopError], None]
    ) -> None:
        try:
            made = work(self._book)
        except SohopError as error:
            failed(error)
        else:
            done(made)
