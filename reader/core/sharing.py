"""Who may read a mark. Letting more read it is a new version; letting fewer can only be done by deleting it
for all and going on with a copy: who has read it has read it, and the replies to it end with it."""

from __future__ import annotations

from typing import Final

from reader.core import annotating
from reader.core.book import Book
from reader.core.views import MarkView
from sync.model.annotation import Audience
from sync.model.ids import MarkId, new_id

WIDTH: Final = {Audience.PRIVATE: 0, Audience.SECRETARY: 1, Audience.MEETING: 2}
"""More people read it, the greater the number."""


def identity_for(book: Book, standing: MarkView, audience: Audience) -> MarkId:
    """Under which id the next version for this audience is written: for fewer readers than it has, the mark
    is taken back first. In one transaction with that version."""
    if WIDTH[audience] >= WIDTH[standing.audience]:
        return standing.id
    annotating.drop(book, standing.meeting, standing.id)
    return MarkId(new_id("m"))
