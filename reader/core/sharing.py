"""Who may read a mark. Letting more read it is a new version; letting fewer can only be done by deleting it
for all and going on with a copy: who has read it has read it, and the replies to it end with it."""

from __future__ import annotations

from typing import Final

import msgspec

from reader.core import annotating
from reader.core.book import Book
from sync.model.annotation import Audience, Mark
from sync.model.ids import MarkId, MeetingId, new_id

WIDTH: Final = {Audience.PRIVATE: 0, Audience.SECRETARY: 1, Audience.MEETING: 2}
"""More people read it, the greater the number."""


def share(book: Book, meeting: MeetingId, mark: Mark, audience: Audience) -> None:
    """Let others read a mark, or fewer than do. That can't be undone; what was done to it before still can,
    and stays shared. Raises as ``annotating.put`` does."""
    with book.vault.transaction():
        before = annotating.heads(book, meeting).get(mark.id, ())
        if not before:
            return
        shared = msgspec.structs.replace(mark, audience=audience, replaces=before)
        if WIDTH[audience] < WIDTH[mark.audience]:
            annotating.drop(book, meeting, mark.id)
            shared = msgspec.structs.replace(shared, id=MarkId(new_id("m")), replaces=())
        event = annotating.write(book, meeting, shared)
        for old in before:
            book.vault.undo.follow(old, event)
