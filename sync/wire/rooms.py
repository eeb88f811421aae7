"""What a room hub and its office's hub tell one another (docs/decisions/0023). One round trip, both ways.

======================  =======================  =========================================================
route                   takes → gives
======================  =======================  =========================================================
``POST /v1/room``       RoomRequest → RoomReply  acts, what each has recorded, whom to believe
``POST /v1/room/blobs`` Blobs → a stream of frames   of packets that the room carries, in the order asked
======================  =======================  =========================================================
"""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta, Struct

from sync.errors import Code
from sync.model.ids import (
    OPT_HEX,
    Device,
    EventRef,
    Hash,
    MaybeDevice,
    MeetingRef,
    MotionRef,
    Person,
    PersonId,
)
from sync.model.motion import MotionState
from sync.model.people import PersonEntry
from sync.model.text import Instant, Line, check_moments
from sync.wire.desk import Contact
from sync.wire.envelope import Envelope
from sync.wire.messages import MAX_SEQ, Outcome
from sync.wire.statements import DeviceCert


def room_host(device: str) -> str:
    """The name in a room hub's certificate. It is looked up nowhere: whoever finds the hub at some address
    asks for this name (docs/decisions/0023)."""
    return f"{device}{_HOST}"


def device_of(host: str) -> str:
    """The device in such a name; empty for any other."""
    return host.removesuffix(_HOST) if host.endswith(_HOST) else ""


_HOST = ".room.sohop"
SERVICE = "_sohop-room._tcp.local."
"""How a room hub is found on a network (RFC 6763): its instance's name and the property ``hub`` are its
device, ``office`` is the tenant. It is a hint."""
DEFAULT_ROOM_PORT = 8744
MOST_ACTS = 256
"""In one message, either way."""

Place = Annotated[int, Meta(ge=0, le=MAX_SEQ)]
Name = Annotated[str, Meta(max_length=16)]


class Addressed(Struct, frozen=True, array_like=True):
    """Whom a recorded act is delivered to: an audience of the hub's, perhaps one person."""

    audience: Name
    person: Annotated[PersonId, Meta(max_length=64)] = PersonId("")


class Said(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """An act, or a closing, as another hub has it.

    Recorded by the sender where ``receipt`` or ``kind`` is given; else it is only passed on.
    """

    envelope: Envelope
    recorded: Instant
    receipt: Annotated[bytes, Meta(max_length=64 * 1024)] = b""
    kind: Name = ""
    """How the sender keeps it; empty for what it refused or only carries."""
    motion: Annotated[str, Meta(max_length=64)] = ""
    to: Annotated[tuple[Addressed, ...], Meta(max_length=5_000)] = ()
    late: bool = False
    """Of a ballot in the log."""
    evidence: Annotated[str, Meta(max_length=32)] = ""
    """The code with which a ballot is kept that is in no log."""

    def __post_init__(self) -> None:
        check_moments(self.recorded)


class Written(Struct, frozen=True, array_like=True):
    """Votes by hand or on paper, or a late ballot put forward: how it stands."""

    entry: EventRef
    ballot: Annotated[str, OPT_HEX]
    confirmed: Annotated[str, OPT_HEX]
    withdrawn: bool
    persons: Annotated[tuple[Person, ...], Meta(max_length=5_000)]


class MotionLog(Struct, frozen=True, kw_only=True):
    """A motion as its recorder has it. Its acts and ballots come as ``Said`` before it."""

    motion: MotionRef
    meeting: MeetingRef
    manifest: Hash
    digest: Hash
    recorder: MaybeDevice
    state: MotionState
    opened: Instant | None = None
    open_act: Annotated[str, OPT_HEX] = ""
    present: Annotated[tuple[Person, ...], Meta(max_length=5_000)] = ()
    ended: Instant | None = None
    end_act: Annotated[str, OPT_HEX] = ""
    in_time: Annotated[int, Meta(ge=0, le=2**40)] | None = None
    closed: Instant | None = None
    closing: Envelope | None = None
    head: Envelope | None = None
    entries: Annotated[tuple[Written, ...], Meta(max_length=10_000)] = ()

    def __post_init__(self) -> None:
        check_moments(self.opened, self.ended, self.closed)


class Published(Struct, frozen=True, kw_only=True):
    """A version of a packet that its readers may have."""

    manifest: Envelope
    published: Instant

    def __post_init__(self) -> None:
        check_moments(self.published)


class KnownDevice(Struct, frozen=True, kw_only=True):
    """A laptop as the office knows it. ``seq`` and ``head`` are the newest act of its chain there."""

    cert: DeviceCert
    name: Line
    statement: Envelope | None
    office: bool
    roster: Annotated[int, Meta(ge=1, le=2**31)] | None
    enrolled: Instant
    revoked: Instant | None
    seq: Place
    head: Annotated[str, OPT_HEX]

    def __post_init__(self) -> None:
        check_moments(self.enrolled, self.revoked)


class KnownVoting(Struct, frozen=True, array_like=True):
    """From when on a laptop was its person's voting one."""

    person: Person
    device: Device
    since: Instant

    def __post_init__(self) -> None:
        check_moments(self.since)


class Facts(Struct, frozen=True, kw_only=True):
    """Who is who, as far as the room's meetings need it. ``stamp`` names this state of it."""

    stamp: Annotated[bytes, Meta(max_length=32)]
    name: Line
    term: Line
    people: Annotated[tuple[PersonEntry, ...], Meta(max_length=20_000)]
    devices: Annotated[tuple[KnownDevice, ...], Meta(max_length=20_000)]
    voting: Annotated[tuple[KnownVoting, ...], Meta(max_length=20_000)]
    certificate: Annotated[bytes, Meta(max_length=16_384)] = b""
    """The room hub's own, by the office's CA, PEM; empty until the administrator has signed it."""


class RoomRequest(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What the room has recorded and been given, and how much of the office's it knows."""

    root: Annotated[int, Meta(ge=1, le=2**31)] = 1
    roster: tuple[Place, Place] = (0, 0)
    """Epoch and number."""
    stamp: Annotated[bytes, Meta(max_length=32)] = b""
    cursor: Place = 0
    """In the office's order; of the epoch in ``roster``."""
    carried: Place = 0
    """Among what the office carries for rooms."""
    packets: Annotated[tuple[Hash, ...], Meta(max_length=1_000)] = ()
    """Published manifests that are here."""
    acts: Annotated[tuple[Said, ...], Meta(max_length=MOST_ACTS)] = ()
    motions: Annotated[tuple[MotionLog, ...], Meta(max_length=1_000)] = ()
    contacts: Annotated[tuple[Contact, ...], Meta(max_length=20_000)] = ()
    """Laptops heard of in the room since the last message in which everything was said."""


class Left(Struct, frozen=True, array_like=True):
    """An act that could not be settled now: its laptop will bring it."""

    event: EventRef
    code: Code


class RoomReply(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What became of the acts, and what the office has for the room."""

    outcomes: Annotated[tuple[Outcome, ...], Meta(max_length=MOST_ACTS)] = ()
    left: Annotated[tuple[Left, ...], Meta(max_length=MOST_ACTS)] = ()
    forked: Annotated[tuple[MotionRef, ...], Meta(max_length=1_000)] = ()
    """Motions of which the office has another log."""
    roots: Annotated[tuple[Envelope, ...], Meta(max_length=64)] = ()
    roster: Envelope | None = None
    facts: Facts | None = None
    packets: Annotated[tuple[Published, ...], Meta(max_length=100)] = ()
    acts: Annotated[tuple[Said, ...], Meta(max_length=2 * MOST_ACTS)] = ()
    motions: Annotated[tuple[MotionLog, ...], Meta(max_length=1_000)] = ()
    cursor: Place = 0
    carried: Place = 0
    more: bool = False
