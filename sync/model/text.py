"""Bounded text and moments, shared by every value that travels."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated

from msgspec import Meta

Line = Annotated[str, Meta(max_length=500)]
"""One line: a title, a name, a place."""
Text = Annotated[str, Meta(max_length=20_000)]
"""A paragraph or a page: a note, an opinion, a summary."""
Instant = Annotated[datetime, Meta(tz=True)]
"""A moment with its offset; compared as moments, shown in the reader's zone (see ``check_moments``)."""


def check_moments(*moments: datetime | None) -> None:
    """Refuse the first and the last year that a calendar has: changing their zone would overflow.

    Called by values that travel when they are made. Raises ``ValueError``, which a decoder turns into
    ``Code.MALFORMED``.
    """
    if any(moment is not None and not 1 < moment.year < 9_999 for moment in moments):
        raise ValueError("a moment outside the calendar")


def utc(seconds: float) -> datetime:
    """The moment ``seconds`` after the Unix epoch, to the millisecond, in UTC."""
    return datetime.fromtimestamp(round(seconds, 3), UTC)
