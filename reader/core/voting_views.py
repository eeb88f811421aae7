"""What the screens show of where a person votes, and of a motion that takes no ballot though it was open."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Lull(StrEnum):
    """What keeps a motion from taking ballots until something comes from the chair."""

    NONE = ""
    TIME_OVER = "time_over"
    """Its time is over, by the hub's signed word; the closing has not come."""
    TIME_OVER_HERE = "time_over_here"
    """The same, by this laptop's clock."""
    CHANGED = "changed"
    """It was changed after it had been opened, and has to be opened again."""


class Change(StrEnum):
    """How far this laptop has come with becoming the voting one."""

    NONE = ""
    WAITING = "waiting"
    """On this laptop only: nothing has changed yet."""
    REFUSED = "refused"


@dataclass(frozen=True)
class OtherLaptop:
    """The other laptop of a person's on which they vote. ``name`` is what it calls itself."""

    name: str
    revoked: bool = False
    """It counts no more: what it was to vote on is voted on on paper."""


@dataclass(frozen=True)
class VotingView:
    """On which laptop this person votes on what opens from now on."""

    elsewhere: OtherLaptop | None = None
    """None: on this one, as on a person's only one."""
    change: Change = Change.NONE
