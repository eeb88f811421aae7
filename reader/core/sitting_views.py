"""What the screens show of a meeting that sits: where it is, who is there, who speaks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from reader.core.contact_views import HeardView
from reader.core.line_views import Trip
from sync.model.conduct import TurnId
from sync.model.ids import DocumentId, ItemId, PersonId
from sync.model.opinion import Attendance

USUAL_S = 300
"""Seconds that somebody may speak where nobody has said otherwise."""


@dataclass(frozen=True)
class PointView:
    """Where the meeting is: an item that this person may have, perhaps a document and page of it."""

    item: ItemId
    document: DocumentId | None
    page: int
    """Counted from 0."""
    by: str
    at: datetime
    waits: bool
    """It is still to be sent from here."""


@dataclass(frozen=True)
class TurnView:
    """One person's turn to speak."""

    turn: TurnId
    item: ItemId
    name: str
    mine: bool
    person: PersonId | None = None
    """None for somebody who is not of the meeting."""
    asked_at: datetime | None = None
    text: str = ""
    """On what, where it was asked for in words."""
    ranked: bool = True
    """It has its place in the order that everybody is told."""
    waits: bool = False
    began: datetime | None = None
    ended: datetime | None = None
    allowed: int = 0
    """Seconds."""

    def spoken(self, now: datetime) -> timedelta:
        """So long until now, or in all."""
        if self.began is None:
            return timedelta()
        return max(timedelta(), (self.ended or now) - self.began)


@dataclass(frozen=True)
class SittingView:
    """The meeting as it sits."""

    point: PointView | None = None
    speaking: TurnView | None = None
    waiting: tuple[TurnView, ...] = ()
    """By item in the agenda's order, then in their own. What a delegate knows of it: the own turns."""
    spoken: tuple[TurnView, ...] = ()
    ahead: int | None = None
    """So many speak before this person, who waits and has a place; else None."""
    follows: bool = False
    """This person wants to be where the meeting is."""
    usual_s: int = USUAL_S
    """Seconds for the next speaker."""
    as_of: datetime | None = None
    """The best known time when this was made."""

    @property
    def asked(self) -> bool:
        """This person waits to speak."""
        return any(turn.mine for turn in self.waiting)

    def of(self, item: ItemId | None) -> tuple[TurnView, ...]:
        """Who waits to speak on it, in their order."""
        return tuple(turn for turn in self.waiting if turn.item == item)


@dataclass(frozen=True)
class AttendanceRow:
    """One who is expected, as was said last; ``state`` is None where nobody has said anything."""

    person: PersonId
    name: str
    on_roll: bool
    state: Attendance | None = None
    reason: str = ""
    proxy: str = ""
    by: str = ""
    """Who wrote it, where that was the desk."""
    at: datetime | None = None
    trip: Trip = Trip.SENT
    heard: HeardView | None = None
    """Of somebody of whom nothing was said: the last contact with a laptop of theirs. It says no more."""


@dataclass(frozen=True)
class AttendanceView:
    """Who is there. Numbers are of the roll, or of all who are expected where there is none."""

    rows: tuple[AttendanceRow, ...] = ()
    """Whoever something may have to be done about first, then by given name."""
    present: int = 0
    expected: int = 0
    needed: int = 0
    """How many must be there for the meeting's votes to hold; 0 where no rule says so."""

    @property
    def silent(self) -> tuple[AttendanceRow, ...]:
        """Those of whom nobody has said anything."""
        return tuple(row for row in self.rows if row.state is None)


@dataclass(frozen=True)
class ConductView:
    """What only who conducts the meeting is shown."""

    attendance: AttendanceView = field(default_factory=AttendanceView)
    notes: Mapping[ItemId, str] = field(default_factory=dict)
    """Written for the minutes on this laptop, by item."""
