"""What the person asked of the line, to save it; remembered for the next start."""

from __future__ import annotations

from reader.core.book import Book
from reader.core.line_views import CAPS, SavingView

_SMALL_ONLY = "line/small_only"
_CAP = "line/cap"


def saving(book: Book) -> SavingView:
    """What was asked last; a limit that is none of ``CAPS`` counts as none."""
    cap = book.vault.settings.get(_CAP, int, 0)
    small = book.vault.settings.get(_SMALL_ONLY, bool, False)
    return SavingView(small_only=small, cap=cap if cap in CAPS else 0)


def put_saving(book: Book, wanted: SavingView) -> None:
    """Remember it."""
    with book.vault.transaction():
        book.vault.settings.put(_SMALL_ONLY, wanted.small_only)
        book.vault.settings.put(_CAP, wanted.cap)
