"""What the desk is shown of where people's laptops are, and what of theirs has not arrived."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sync.wire.desk import Way as Way


@dataclass(frozen=True)
class HeardView:
    """When somebody's laptop was last heard of. ``via`` is None where nobody has told by which way."""

    at: datetime
    via: Way | None = None
    room: str = ""
    """Which room hub heard it, as the roster calls it."""


@dataclass(frozen=True)
class OwedView:
    """What is still outstanding with one person, as far as it is known here. Nothing known is no promise."""

    copied: datetime | None = None
    """The present version was copied to a stick for them then, and no laptop of theirs has said that it is
    whole there."""
    held: str | None = None
    """The room hub that has something of theirs which the office has not got; None for none."""
    votes: tuple[int, ...] = ()
    """Numbers of the motions that are open, or being counted, on which nothing of theirs has come."""

    def __bool__(self) -> bool:
        return self.copied is not None or self.held is not None or bool(self.votes)
