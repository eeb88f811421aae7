"""Conducting a meeting (điều hành): what chair and secretary do while it sits.

Where the meeting is in its agenda, who is there, who speaks and for how long. All of these are the desk's
acts; ``sitting`` says what they come to.
"""

from __future__ import annotations

from typing import Annotated, Final, NewType

from msgspec import Meta, Struct

from sync.model.ids import ID, Counter, Device, DocumentRef, ItemRef, Person
from sync.model.opinion import Attendance, Reason
from sync.model.people import Role
from sync.model.text import Instant, Line, check_moments

CONDUCTORS: Final = frozenset({Role.CHAIR, Role.SECRETARY})
"""Who conducts."""

TurnId = NewType("TurnId", str)
TurnRef = Annotated[TurnId, ID]
"""One person's turn to speak: the id of the opinion that asked for the word, or a fresh one."""
SHORTEST_S: Final = 30
LONGEST_S: Final = 4 * 3_600
MOST_TURNS: Final = 500
"""In one order."""
Seconds = Annotated[int, Meta(ge=SHORTEST_S, le=LONGEST_S)]
MOST_KNOWN: Final = 64
After = Annotated[dict[Device, Counter], Meta(max_length=MOST_KNOWN)]
"""The words on the same thing that were known where this one was said, all of which have had their time: of
each laptop, up to which of its acts (``seq``). Empty where nothing had been said."""


class PointAgenda(Struct, frozen=True, kw_only=True, tag="agenda.point"):
    """The meeting is at this item; with a document, at this page of it (counted from 0). Since ``at``, by the
    desk's best time: the act may travel later, and takes nobody back then."""

    item: ItemRef
    at: Instant
    after: After = {}
    document: DocumentRef | None = None
    page: Annotated[int, Meta(ge=0, le=20_000)] = 0

    def __post_init__(self) -> None:
        check_moments(self.at)
        if self.page and self.document is None:
            raise ValueError("a page of no document")


class PutAttendance(Struct, frozen=True, kw_only=True, tag="attendance.put"):
    """The desk writes down whether somebody is there. An absence without a reason is one whose reason is not
    known yet. The word that was said last holds, this or the person's own ``checkin`` (see ``words``)."""

    person: Person
    state: Attendance
    at: Instant
    """By the desk's best time."""
    after: After = {}
    presumed: bool = False
    """Present like all others of whom nothing was known here: gives way to every word that is more than that,
    whenever it was said."""
    reason: Reason = ""
    proxy: Line = ""

    def __post_init__(self) -> None:
        check_moments(self.at)
        delegated, here = self.state is Attendance.DELEGATED, self.state is Attendance.PRESENT
        if (
            delegated != bool(self.proxy.strip())
            or (here and self.reason)
            or (self.presumed and (self.after or not here))
        ):
            raise ValueError("an attendance that contradicts itself")


class AddSpeaker(Struct, frozen=True, kw_only=True, tag="speaker.add"):
    """Somebody who asked for the word in the room; ``person`` is none for who is not of the meeting."""

    turn: TurnRef
    item: ItemRef
    person: Person | None = None
    name: Annotated[str, Meta(min_length=1, max_length=500)]


class OrderSpeakers(Struct, frozen=True, kw_only=True, tag="speaker.order"):
    """Who waits to speak on an item, in this order. What was said last, at ``at`` by the desk's best time,
    holds; whoever is not in it comes behind."""

    item: ItemRef
    at: Instant
    after: After = {}
    turns: Annotated[tuple[TurnRef, ...], Meta(max_length=MOST_TURNS)]

    def __post_init__(self) -> None:
        check_moments(self.at)


class BeginSpeaking(Struct, frozen=True, kw_only=True, tag="speaker.begin"):
    """Somebody begins to speak, at ``at`` by the desk's best time: the act may travel later. Whoever spoke
    until then has ended."""

    turn: TurnRef
    item: ItemRef
    person: Person | None = None
    name: Annotated[str, Meta(min_length=1, max_length=500)]
    at: Instant
    allowed: Seconds

    def __post_init__(self) -> None:
        check_moments(self.at)


class GiveTime(Struct, frozen=True, kw_only=True, tag="speaker.more"):
    """So much longer than allowed before."""

    turn: TurnRef
    item: ItemRef
    seconds: Seconds


class EndSpeaking(Struct, frozen=True, kw_only=True, tag="speaker.end"):
    """Somebody has spoken, until ``at`` by the desk's best time."""

    turn: TurnRef
    item: ItemRef
    at: Instant

    def __post_init__(self) -> None:
        check_moments(self.at)


class DropSpeaker(Struct, frozen=True, kw_only=True, tag="speaker.drop"):
    """Who waits does not speak any more. Changes nothing of a turn that has begun."""

    turn: TurnRef
    item: ItemRef


SpeakerAct = AddSpeaker | OrderSpeakers | BeginSpeaking | GiveTime | EndSpeaking | DropSpeaker
"""About the speakers on one item."""
ConductAct = PointAgenda | PutAttendance | SpeakerAct
"""All acts of this page: the desk's alone."""
