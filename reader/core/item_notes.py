"""What the secretary writes for the minutes as it goes, item by item. In the vault, never sent."""

from __future__ import annotations

from collections.abc import Mapping

from reader.core.book import Book
from sync.errors import Code, SohopError
from sync.model.ids import ItemId, MeetingId

LONGEST = 10_000
"""Letters for one item."""


def notes(book: Book, meeting: MeetingId) -> Mapping[ItemId, str]:
    """All of a meeting."""
    return book.vault.settings.get(f"course/{meeting}", dict[ItemId, str], {})


def put_note(book: Book, meeting: MeetingId, item: ItemId, text: str) -> None:
    """Keep what is written now. Raises ``SohopError``: ``DISK_FULL``; ``MALFORMED`` beyond ``LONGEST``. Then
    what was kept before stays.
    """
    if len(text) > LONGEST:
        raise SohopError(Code.MALFORMED)
    kept = dict(notes(book, meeting))
    kept[item] = text
    if not kept[item].strip():
        del kept[item]
    book.vault.settings.put(f"course/{meeting}", kept)
