"""What the desk is told of motions and recalls, in an exchange's reply."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta, Struct

from sync.model.ids import Device, Hash, MeetingRef, MotionRef, Person
from sync.model.people import PersonEntry
from sync.model.text import Instant, check_moments
from sync.wire.codec import learn
from sync.wire.envelope import Envelope

LeafBytes = Annotated[bytes, Meta(max_length=2_048)]
"""The JSON bytes of a ``statements.Leaf``."""


class LateBallot(Struct, frozen=True, array_like=True):
    """A ballot that came after the voting had ended."""

    ballot: Hash
    person: Person
    recorded: Instant

    def __post_init__(self) -> None:
        check_moments(self.recorded)


class Turnout(Struct, frozen=True, kw_only=True):
    """Who has a ballot on an open motion that will count as things stand; never which choice. For the desk.

    ``late``: those of persons who have none, and could be admitted if the motion's policy allows it.
    """

    motion: MotionRef
    meeting: MeetingRef
    voted: Annotated[tuple[Person, ...], Meta(max_length=5_000)]
    late: Annotated[tuple[LateBallot, ...], Meta(max_length=5_000)] = ()


class ClosedMotion(Struct, frozen=True, kw_only=True):
    """For the desk and tellers: all ballots of a closed motion, with the leaf of each, in log order."""

    meeting: MeetingRef
    motion: MotionRef
    closing: Envelope
    head: Envelope
    ballots: Annotated[tuple[tuple[Envelope, LeafBytes], ...], Meta(max_length=200_000)]


class Reach(Struct, frozen=True, kw_only=True):
    """For the desk: how far a recall got."""

    meeting: MeetingRef
    version: Annotated[int, Meta(ge=1, le=2**31)]
    told: Annotated[tuple[Device, ...], Meta(max_length=20_000)] = ()
    """The recall was handed to these."""
    destroyed: Annotated[tuple[Device, ...], Meta(max_length=20_000)] = ()
    """These have signed that their copy is destroyed."""
    outstanding: Annotated[tuple[Device, ...], Meta(max_length=20_000)] = ()
    """Readers' devices that the hub has not told."""


learn(Turnout, ClosedMotion, PersonEntry)  # a laptop reads its own rows of these
