"""What the desk is told of motions, laptops and recalls, in an exchange's reply."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from msgspec import Meta, Struct

from sync.model.ids import Device, DeviceId, Hash, MaybeDevice, MeetingRef, MotionRef, Person, PersonId
from sync.model.people import PersonEntry
from sync.model.text import Instant, check_moments
from sync.wire.codec import learn
from sync.wire.envelope import Envelope

LeafBytes = Annotated[bytes, Meta(max_length=2_048)]
"""The JSON bytes of a ``statements.Leaf``."""


LONG_AGO = 2**40
"""Milliseconds; what is longer ago is said to be so long ago."""


class Way(StrEnum):
    """By which way a laptop, or a ballot, reached a hub."""

    HUB = "hub"
    """By the line to the office's hub."""
    ROOM = "room"
    """To a room hub."""
    USB = "usb"
    """On a stick."""


class Contact(Struct, frozen=True, array_like=True):
    """When a laptop was last heard of by one way. Nobody signed it: it decides nothing, it is shown."""

    person: Person
    device: Device
    ago: Annotated[int, Meta(ge=0, le=LONG_AGO)]
    """Milliseconds before this was said: no two clocks have to agree."""
    via: Way
    room: MaybeDevice = DeviceId("")
    """Which room hub heard it."""
    held: bool = False
    """That room hub has something of this laptop's that the office has not got yet."""


class Cast(Struct, frozen=True, array_like=True):
    """Somebody's newest ballot that counts as things stand: when and how its recorder got it, never what it
    says."""

    person: Person
    recorded: Instant
    via: Way

    def __post_init__(self) -> None:
        check_moments(self.recorded)


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
    ballots: Annotated[tuple[Cast, ...], Meta(max_length=5_000)]
    late: Annotated[tuple[LateBallot, ...], Meta(max_length=5_000)] = ()

    @property
    def voted(self) -> tuple[PersonId, ...]:
        """Whose ballots those are."""
        return tuple(PersonId(one.person) for one in self.ballots)


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
