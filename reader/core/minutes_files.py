"""The minutes of a meeting, by the office's own template where it has one."""

from __future__ import annotations

from reader.core.book import Book
from reader.core.desk import desk
from reader.core.inviting import chair_of
from reader.core.papers import Paper, written
from sync.errors import Code, SohopError
from sync.model.ids import MeetingId


def minutes_docx(book: Book, meeting: MeetingId) -> bytes:
    """They as a Word file. Raises ``SohopError``: ``PACKET_UNKNOWN``; ``TEMPLATE_WRONG`` (``what``)."""
    from reader.core.office.minutes import minutes

    view = desk(book, meeting)
    if view is None:
        raise SohopError(Code.PACKET_UNKNOWN)
    return written(book, Paper.MINUTES, minutes(view, chair_of(book)))
