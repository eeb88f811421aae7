"""The vault's thread, where a test's own is that."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from reader.core.book import Book

T = TypeVar("T")


class OnBook:
    """``reader.core.services.OnBook``, done in the call itself."""

    def __init__(self, book: Book) -> None:
        self._book = book

    def __call__(self, work: Callable[[Book], T]) -> T:
        return work(self._book)
