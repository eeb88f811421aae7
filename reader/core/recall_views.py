"""What the screens show of a meeting that was taken back, and of how far that got."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class RecallView:
    """Why a meeting was taken back."""

    version: int
    reason: str
    at: datetime | None
    by: str
    """The name of who did it; empty when it is not known here."""
    notes: int
    """This person's own marks and notes: they stay, and can be saved to a file."""


@dataclass(frozen=True)
class ReachRow:
    """One device on the ledger of a recall."""

    person: str
    device: str


@dataclass(frozen=True)
class ReachView:
    """For the desk: how far a recall got."""

    version: int
    destroyed: tuple[ReachRow, ...] = ()
    told: tuple[ReachRow, ...] = ()
    """These were told and have not confirmed yet."""
    outstanding: tuple[ReachRow, ...] = ()
    """These the hub has not reached."""
