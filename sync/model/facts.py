"""What a laptop knows of one event: the event, and where it stands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sync.model.events import Closing, Event
from sync.model.ids import EventId


class Standing(StrEnum):
    """Where an event stands."""

    PENDING = "pending"
    ACCEPTED = "accepted"
    REFUSED = "refused"
    DELIVERED = "delivered"
    """Somebody else's, or this person's from another device."""


@dataclass(frozen=True)
class Fact:
    """One event, or the recorder's closing of a motion. Private marks come unsealed (as ``PutMark``)."""

    id: EventId
    standing: Standing
    event: Event | None = None
    closing: Closing | None = None
    recorded: datetime | None = None
    refusal: str = ""
    """The code of a refused act."""
    reservation: str = ""
    """The code with which a ballot was recorded that does not count."""
    proved: bool = False
    """A receipt came whose place in the motion's log was checked."""
