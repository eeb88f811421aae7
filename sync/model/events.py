"""A person's act is one event: written to the outbox, signed by the device, settled once by a hub.

Each device's events form a chain: ``seq`` counts from 1 and ``prev`` is the id of the one before. A hub
that knows a later head than the device does has met a restored disk or a copy, and says so.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Final

from msgspec import Meta, Struct

from sync.model.annotation import Mark
from sync.model.conduct import After, ConductAct
from sync.model.counts import AdmitBallot, ConfirmVotes, EnterVotes, WithdrawVotes
from sync.model.ids import (
    OPT_HEX,
    Counter,
    Device,
    DeviceId,
    EventRef,
    Hash,
    MarkRef,
    MaybeDevice,
    MaybeMeeting,
    MeetingId,
    MeetingRef,
    MotionRef,
    OpinionRef,
    Person,
    Tenant,
)
from sync.model.opinion import Attendance, Opinion, Reason
from sync.model.review import ReturnPacket
from sync.model.text import Instant, Line, check_moments

MAX_SEALED: Final = 64 * 1024
Sealed = Annotated[bytes, Meta(max_length=MAX_SEALED)]
Count = Annotated[int, Meta(ge=0, le=2**31)]
Bytes32 = Annotated[bytes, Meta(min_length=32, max_length=32)]

OWN = MeetingId("")
"""Where a meeting's id would stand in acts that only a person's own laptops are told of."""


class PutMark(Struct, frozen=True, kw_only=True, tag="mark.put"):
    """A mark shared with the secretary or with everybody in the meeting."""

    mark: Mark


class PutSealedMark(Struct, frozen=True, kw_only=True, tag="mark.sealed"):
    """A private mark: AES-256-GCM under the person's note key (nonce ‖ ciphertext; AAD = tenant, id)."""

    id: MarkRef
    sealed: Sealed


class DropMark(Struct, frozen=True, kw_only=True, tag="mark.drop"):
    """A tombstone. A deleted mark does not come back. Words written on it meanwhile, not known where it was
    deleted, are offered to their author."""

    id: MarkRef
    versions: Annotated[tuple[EventRef, ...], Meta(max_length=64)] = ()
    """Those that stood where it was deleted."""


class PutOpinion(Struct, frozen=True, kw_only=True, tag="opinion.put"):
    """An opinion or a reply, for the secretary or for everybody who may read what it is about."""

    opinion: Opinion


class DropOpinion(Struct, frozen=True, kw_only=True, tag="opinion.drop"):
    """A tombstone. A deleted opinion does not come back, and takes no more replies."""

    id: OpinionRef


class CheckIn(Struct, frozen=True, kw_only=True, tag="checkin"):
    """Whether this person attends, said at ``at`` by this laptop's best time. What was said last holds (see
    ``words``); the desk and the person read it.

    An absence has its reason. ``proxy`` names who comes instead: they attend and never vote, for the roll is
    in the packet.
    """

    state: Attendance
    at: Instant
    after: After = {}
    reason: Reason = ""
    proxy: Line = ""

    def __post_init__(self) -> None:
        check_moments(self.at)
        absent, delegated = self.state is Attendance.ABSENT, self.state is Attendance.DELEGATED
        if (
            (absent and not self.reason.strip())
            or delegated != bool(self.proxy.strip())
            or (self.state is Attendance.PRESENT and self.reason)
        ):
            raise ValueError("a check-in that contradicts itself")


class CastBallot(Struct, frozen=True, kw_only=True, tag="ballot"):
    """An open ballot. The highest ``ballot_seq`` of a person counts; ``prev_ballot`` chains the voter's own.

    ``motion_digest`` binds question, choices, documents, roll, rule and policy. ``freshness`` is the digest
    of the newest freshness statement the device had verified (empty when it had none).
    """

    motion: MotionRef
    motion_digest: Hash
    choices: Annotated[tuple[Annotated[str, Meta(max_length=64)], ...], Meta(max_length=200)]
    text: Annotated[str, Meta(max_length=4_000)] = ""
    ballot_seq: Counter
    prev_ballot: Annotated[str, Meta(max_length=64)] = ""
    freshness: Annotated[str, Meta(max_length=64)] = ""
    nonce: Annotated[str, Meta(min_length=32, max_length=64)]


class OpenMotion(Struct, frozen=True, kw_only=True, tag="motion.open"):
    """The chair opens a motion. Freezes who is present; the event's ``recorder`` is the motion's from
    here on: one motion, one recorder, one log."""

    motion: MotionRef
    motion_digest: Hash
    present: Annotated[tuple[Person, ...], Meta(max_length=5_000)] = ()


class EndVoting(Struct, frozen=True, kw_only=True, tag="motion.end"):
    """The chair ends the voting and keeps the motion open for what is still to be counted: hands, paper, late
    ballots. What the recorder records from now on is late.

    ``early``: a strict motion may end before ``STRICT_LEAST_S``; whoever ends it has confirmed that twice.
    """

    motion: MotionRef
    early: bool = False


class CloseMotion(Struct, frozen=True, kw_only=True, tag="motion.close"):
    """The chair closes a motion. The recorder freezes its log, counts, and signs the closing.

    ``present`` is who is there at that moment; quorum and bases go by who was there when it opened.
    ``early`` as in ``EndVoting``, where the close is the end.
    """

    motion: MotionRef
    present: Annotated[tuple[Person, ...], Meta(max_length=5_000)] = ()
    early: bool = False


class AnnulMotion(Struct, frozen=True, kw_only=True, tag="motion.annul"):
    """The chair annuls a motion that is open or closed, for a reason that all are told. It is never opened
    again; its ballots are kept and count for nothing."""

    motion: MotionRef
    reason: Reason


class SubmitPacket(Struct, frozen=True, kw_only=True, tag="packet.submit"):
    """The secretary's signature on a manifest whose bytes and chunks are already at the hub."""

    manifest: Hash
    signature: Annotated[bytes, Meta(min_length=64, max_length=64)]


class ApprovePacket(Struct, frozen=True, kw_only=True, tag="packet.approve"):
    """The approver's signature on the same bytes."""

    manifest: Hash
    signature: Annotated[bytes, Meta(min_length=64, max_length=64)]


class PublishPacket(Struct, frozen=True, kw_only=True, tag="packet.publish"):
    """The secretary makes an approved version visible to its readers."""

    manifest: Hash


class RecallPacket(Struct, frozen=True, kw_only=True, tag="packet.recall"):
    """The desk takes back every version of a meeting's packet up to ``version``: a tombstone.

    Laptops destroy what they have of it and refuse it from then on; a later version may be published.
    A secretary's or an approver's signature is enough: waiting for a second one would leave it readable.
    """

    version: Annotated[int, Meta(ge=1, le=2**31)]
    reason: Annotated[str, Meta(min_length=1, max_length=500)]


class ReportDestroyed(Struct, frozen=True, kw_only=True, tag="device.destroyed"):
    """This laptop has destroyed its copies of the meeting's packet up to ``version``."""

    version: Annotated[int, Meta(ge=1, le=2**31)]


class ReportReady(Struct, frozen=True, kw_only=True, tag="device.ready"):
    """What this laptop could open if the line failed now."""

    manifest: Hash
    version: Annotated[int, Meta(ge=1, le=2**31)]
    documents: Annotated[int, Meta(ge=0, le=100_000)]
    complete: Annotated[int, Meta(ge=0, le=100_000)]
    opened: bool = False
    """A page of the meeting's documents was looked at here. Which, is nobody's business."""


class AskForKey(Struct, frozen=True, kw_only=True, tag="key.ask"):
    """A new laptop asks the person's others for the note key. The event's id names the exchange.

    ``commitment`` fixes the nonce that the laptop will open once another has answered. ``epoch`` is the
    hub's as this laptop knew it: an ask does not outlive it.
    """

    epoch: Annotated[int, Meta(ge=0, le=2**31)]
    commitment: Bytes32


class HearAsk(Struct, frozen=True, kw_only=True, tag="key.hear"):
    """The owner of a laptop that has the key will compare: its nonce."""

    ask: EventRef
    nonce: Bytes32


class OpenAsk(Struct, frozen=True, kw_only=True, tag="key.open"):
    """The asking laptop opens its commitment, to the one whose answer ``heard`` is, and to no other."""

    ask: EventRef
    heard: EventRef
    nonce: Bytes32


class GiveKey(Struct, frozen=True, kw_only=True, tag="key.give"):
    """The digits were the same: the note key, sealed to the asking laptop's X25519 key (RFC 9180)."""

    ask: EventRef
    opened: EventRef
    sealed: Annotated[bytes, Meta(min_length=32, max_length=256)]


class EndReason(StrEnum):
    """Why a person ended an exchange."""

    CANCELLED = "cancelled"
    REFUSED = "refused"
    DIFFERENT = "different"


class EndAsk(Struct, frozen=True, kw_only=True, tag="key.end"):
    """Nothing comes of this ask any more, whatever else arrives."""

    ask: EventRef
    reason: EndReason


KEY_ACTS = (AskForKey, HearAsk, OpenAsk, GiveKey, EndAsk)
"""About the note key, between a person's own laptops."""


class ChooseVotingDevice(Struct, frozen=True, kw_only=True, tag="device.voting"):
    """This laptop is its person's voting device, for motions that open after this was recorded."""


OWN_ACTS = (*KEY_ACTS, ChooseVotingDevice)
"""What only a person's own laptops are told of."""


class ReportFork(Struct, frozen=True, kw_only=True, tag="log.forked"):
    """This laptop was shown two logs of one motion: their roots. It keeps the recorder's signed words."""

    motion: MotionRef
    one: Hash
    other: Hash


MOTION_ACTS = (
    CastBallot,
    OpenMotion,
    EndVoting,
    CloseMotion,
    AnnulMotion,
    EnterVotes,
    AdmitBallot,
    ConfirmVotes,
    WithdrawVotes,
)
"""What a motion's recorder records, and no other hub: those only carry it (docs/decisions/0023)."""

REPORTS = (ReportReady, ReportDestroyed, ReportFork)
"""What a laptop tells by itself; all else a person did."""

OFFICE = DeviceId("")
"""The office's hub, where an act names its recorder."""

Body = (
    PutMark
    | PutSealedMark
    | DropMark
    | PutOpinion
    | DropOpinion
    | CheckIn
    | ConductAct
    | CastBallot
    | OpenMotion
    | EndVoting
    | CloseMotion
    | AnnulMotion
    | EnterVotes
    | AdmitBallot
    | ConfirmVotes
    | WithdrawVotes
    | SubmitPacket
    | ApprovePacket
    | ReturnPacket
    | PublishPacket
    | RecallPacket
    | ReportDestroyed
    | ReportReady
    | AskForKey
    | HearAsk
    | OpenAsk
    | GiveKey
    | EndAsk
    | ChooseVotingDevice
    | ReportFork
)


class Event(Struct, frozen=True, kw_only=True):
    """The signed header around a body. ``at`` is the device's own claim and decides nothing."""

    tenant: Tenant
    meeting: MaybeMeeting
    """``OWN`` for what only the person's laptops are told of, and for nothing else."""
    person: Person
    device: Device
    seq: Counter
    prev: Annotated[str, Meta(max_length=64)] = ""
    at: Instant
    recorder: MaybeDevice = OFFICE
    """For an act on a motion: the room hub whose log it is for. An opening chooses it, all that follows says
    the same; whoever signs this signs where it counts."""
    body: Body

    def __post_init__(self) -> None:
        check_moments(self.at)
        if self.recorder != OFFICE and not isinstance(self.body, MOTION_ACTS):
            raise ValueError("only acts on a motion have a recorder")
        if (self.meeting == OWN) != isinstance(self.body, OWN_ACTS):
            raise ValueError("an act in the wrong place")


class Status(Struct, frozen=True, kw_only=True):
    """What became of one ballot at the close."""

    ballot: Hash
    counted: bool
    reason: Annotated[str, Meta(max_length=32)] = ""
    """Empty when counted; else ``replaced``, ``late``, ``not_on_roll``, ``invalid``, ``wrong_motion``,
    ``equivocation``, ``revoked``, ``by_hand``: an entry by hand or on paper counts in its place."""


class Closing(Struct, frozen=True, kw_only=True):
    """The recorder's word on a closed motion: its frozen log head, and the fate of each ballot by id.

    A delegate finds the own ballots by id; names of others are not in it.
    """

    tenant: Tenant
    meeting: MeetingRef
    motion: MotionRef
    motion_digest: Hash
    opened: Instant
    closed: Instant
    closed_by: Person
    manifest: Hash
    """The version of the packet whose motion this is."""
    epoch: Annotated[int, Meta(ge=1, le=2**31)]
    roster: Annotated[int, Meta(ge=1, le=2**31)]
    """The root's newest word on who belongs to the office, when it closed."""
    opening: Annotated[str, OPT_HEX] = ""
    """The act that opened it; empty when it opened by the schedule in the packet."""
    act: EventRef
    """The act that closed it."""
    size: Annotated[int, Meta(ge=0, le=2**40)]
    root: Hash
    ended: Instant | None = None
    """When the voting ended, where that was an act before the close."""
    end: Annotated[str, OPT_HEX] = ""
    """That act."""
    in_time: Annotated[int, Meta(ge=0, le=2**40)] = 0
    """So many ballots the log held then, all of them without such an act. Those behind are late."""
    present: Annotated[tuple[Person, ...], Meta(max_length=5_000)] = ()
    """Who was there when it opened."""
    present_at_close: Annotated[tuple[Person, ...], Meta(max_length=5_000)] = ()
    """Who was there when it closed."""
    entries: Annotated[tuple[tuple[EventRef, EventRef], ...], Meta(max_length=10_000)] = ()
    """Each entry that counts and its confirmation, in order of entry: votes by hand and on paper, late
    ballots admitted. What they say is the desk's and the voter's to read."""
    entered: Count = 0
    """Persons whose vote came by hand or on paper,"""
    entered_invalid: Count = 0
    """and of these with a ballot that is not valid."""
    statuses: Annotated[tuple[Status, ...], Meta(max_length=200_000)] = ()
    counts: Annotated[
        tuple[tuple[Annotated[str, Meta(max_length=64)], Count], ...], Meta(max_length=200)
    ] = ()
    invalid: Count = 0
    late: Count = 0
    not_voted: Count = 0
    chair: Annotated[str, Meta(max_length=64)] = ""
    """What the chair chose where that decided a tie."""

    def __post_init__(self) -> None:
        check_moments(self.opened, self.ended, self.closed)
