"""A note while it is being written."""

from __future__ import annotations

from dataclasses import dataclass

from sync.model.annotation import Audience, Quote, Rect
from sync.model.ids import Digest, DocumentId, MarkId


@dataclass(frozen=True, slots=True)
class NoteDraft:
    """What the person is writing, and where it belongs. ``mark`` is None for a note that is new."""

    page: int
    """From 0."""
    rects: tuple[Rect, ...] = ()
    quote: Quote | None = None
    mark: MarkId | None = None
    text: str = ""
    audience: Audience = Audience.PRIVATE
    document: DocumentId | None = None
    sha256: Digest | None = None
    """The version it was begun on; None in one kept by an earlier program."""
