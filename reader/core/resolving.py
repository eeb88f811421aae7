"""Drafts of resolutions, of what a meeting has adopted, by the office's own template where it has one."""

from __future__ import annotations

from reader.core.book import Book
from reader.core.desk import desk
from reader.core.inviting import chair_of
from reader.core.papers import Paper, written
from sync.errors import Code, SohopError
from sync.model.ids import MeetingId, MotionId


def resolution_docx(book: Book, meeting: MeetingId, motion: MotionId) -> bytes:
    """The draft as a Word file.

    Raises ``SohopError``: ``PACKET_UNKNOWN``; ``NOT_ADOPTED``, also while there is no result here;
    ``TEMPLATE_WRONG`` (``what``).
    """
    from reader.core.office.resolution import is_adopted, resolution

    view = desk(book, meeting)
    shown = None if view is None else next((one for one in view.motions if one.motion.id == motion), None)
    if view is None or shown is None:
        raise SohopError(Code.PACKET_UNKNOWN)
    if not is_adopted(shown):
        raise SohopError(Code.NOT_ADOPTED)
    return written(book, Paper.RESOLUTION, resolution(view, shown, chair_of(book), book.now()))
