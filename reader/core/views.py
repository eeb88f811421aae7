"""What the screens show: frozen values, made by the use cases from confirmed state and pending events.

A screen takes one of these whole and draws it; it never asks the vault. Sentences are the screen's work:
here are only facts and codes.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from reader.core.contact_views import HeardView as HeardView
from reader.core.contact_views import OwedView as OwedView
from reader.core.contact_views import Way as Way
from reader.core.count_views import EntryState as EntryState
from reader.core.count_views import EntryView as EntryView
from reader.core.count_views import HandView as HandView
from reader.core.count_views import Reconciliation as Reconciliation
from reader.core.count_views import RunAct as RunAct
from reader.core.count_views import RunView as RunView
from reader.core.count_views import SheetRow as SheetRow
from reader.core.count_views import Source as Source
from reader.core.line_views import CAPS as CAPS
from reader.core.line_views import ONLY_HERE as ONLY_HERE
from reader.core.line_views import DeviceState as DeviceState
from reader.core.line_views import FetchView as FetchView
from reader.core.line_views import ForkView as ForkView
from reader.core.line_views import Line as Line
from reader.core.line_views import LineView as LineView
from reader.core.line_views import LogLine as LogLine
from reader.core.line_views import Passage as Passage
from reader.core.line_views import SavingView as SavingView
from reader.core.line_views import SyncView as SyncView
from reader.core.line_views import Trip as Trip
from reader.core.line_views import WaitingView as WaitingView
from reader.core.mark_views import Elsewhere as Elsewhere
from reader.core.mark_views import Fate as Fate
from reader.core.mark_views import MarkPiece as MarkPiece
from reader.core.mark_views import MarkView as MarkView
from reader.core.mark_views import on_version as on_version
from reader.core.mark_views import place_on as place_on
from reader.core.opinion_views import CheckInView as CheckInView
from reader.core.opinion_views import OpinionView as OpinionView
from reader.core.opinion_views import SaidView as SaidView
from reader.core.owner import OwnerView
from reader.core.recall_views import ReachRow as ReachRow
from reader.core.recall_views import ReachView as ReachView
from reader.core.recall_views import RecallView as RecallView
from reader.core.result_views import NamedBallot as NamedBallot
from reader.core.result_views import ResultView as ResultView
from reader.core.sitting_views import AttendanceRow as AttendanceRow
from reader.core.sitting_views import AttendanceView as AttendanceView
from reader.core.sitting_views import ConductView as ConductView
from reader.core.sitting_views import PointView as PointView
from reader.core.sitting_views import SittingView as SittingView
from reader.core.sitting_views import TurnView as TurnView
from reader.core.voting_views import Change as Change
from reader.core.voting_views import Lull as Lull
from reader.core.voting_views import OtherLaptop as OtherLaptop
from reader.core.voting_views import VotingView as VotingView
from reader.store.place import Fit as Fit
from reader.store.place import Flow as Flow
from reader.store.place import Place as Place
from sync.model.ids import DeviceId, Digest, DocumentId, ItemId, MeetingId, MotionId, PersonId
from sync.model.meeting import Urgency
from sync.model.motion import Choice, MotionState
from sync.model.rules import Rule, Secrecy, Timing


class PacketState(StrEnum):
    """How much of a meeting is on this laptop."""

    COMPLETE = "complete"
    PARTIAL = "partial"
    PAST = "past"
    EXPIRED = "expired"
    RECALLED = "recalled"
    REVOKED = "revoked"
    """Destroyed because the office revoked this laptop."""

    @property
    def is_gone(self) -> bool:
        """It cannot be opened any more."""
        return self in (PacketState.EXPIRED, PacketState.RECALLED, PacketState.REVOKED)


@dataclass(frozen=True)
class DocumentView:
    """One document of an agenda item."""

    id: DocumentId
    meeting: MeetingId
    name: str
    symbol: str
    summary: str
    issuer: str
    issued: date | None
    urgency: Urgency
    pages: int
    size: int
    have: int
    sha256: Digest
    has_text: bool
    to_come: int | None = None
    """Bytes still to travel; None: all that is not here."""
    new: bool = False
    """Came with a version of the packet after the first one this person opened."""
    changed: bool = False
    """Its bytes differ from those this person last opened."""
    before: Digest | None = None
    """The version this person knew before this one, when its bytes are on this laptop to compare with."""
    seen: int = 0
    """Pages of this version that this person has had before their eyes."""
    place: Place | None = None
    marks: int = 0

    @property
    def complete(self) -> bool:
        """All of it is on this laptop."""
        return self.have >= self.size

    @property
    def bytes_left(self) -> int:
        """Bytes still to travel: fewer than are missing when only changes come."""
        return self.size - self.have if self.to_come is None else self.to_come


@dataclass(frozen=True)
class ItemView:
    """One agenda item."""

    id: ItemId
    number: str
    title: str
    speaker: str
    starts: datetime | None
    documents: tuple[DocumentView, ...]
    restricted: bool = False
    """Not everybody may know of it."""


class BallotState(StrEnum):
    """The trail of a ballot: sealed here → received by a hub → counted, or why not."""

    NONE = "none"
    SEALED = "sealed"
    RECEIVED = "received"
    COUNTED = "counted"
    NOT_COUNTED = "not_counted"
    REFUSED = "refused"


@dataclass(frozen=True)
class BallotView:
    """This person's newest ballot on one motion."""

    state: BallotState
    choices: tuple[str, ...] = ()
    text: str = ""
    sealed_at: datetime | None = None
    received_at: datetime | None = None
    settled_at: datetime | None = None
    reason: str = ""
    """For NOT_COUNTED: ``late``, ``replaced``, ``wrong_motion`` …, and before the close how far a late one
    has come that may be admitted: ``late_may_count``, ``late_proposed``, ``late_admitted``. For REFUSED: an
    ``errors.Code``."""
    proved: bool = False
    """The receipt's proof was verified on this laptop."""
    passage: Passage = ONLY_HERE
    """Of one that waits for its receipt."""


@dataclass(frozen=True)
class MotionView:
    """One motion as this person sees it."""

    id: MotionId
    meeting: MeetingId
    item: ItemId
    number: int
    title: str
    question: str
    documents: tuple[tuple[DocumentId, str], ...]
    """(id, name to show)."""
    choices: tuple[Choice, ...]
    max_choices: int
    secrecy: Secrecy
    timing: Timing
    state: MotionState
    opened_at: datetime | None
    until: datetime | None
    ask_passphrase: bool
    on_roll: bool
    rule: Rule
    ballot: BallotView
    result: ResultView | None = None
    annulled: str = ""
    room: str | None = None
    """The room hub that records it, or would if it were opened here now, as the roster calls it; None where
    the office does."""
    """Why it counts for nothing any more."""
    ended_at: datetime | None = None
    """When the voting ended, before the close."""
    by_hand: HandView | None = None
    """What the desk has written down of this person's own vote."""
    lull: Lull = Lull.NONE
    elsewhere: OtherLaptop | None = None
    """The other laptop on which this person votes on it; None: this one."""

    @property
    def takes_my_ballot(self) -> bool:
        """This person may vote on it now, on one of their laptops, and would count by that."""
        open_now = self.state is MotionState.OPEN and self.lull is Lull.NONE
        by_hand = self.by_hand is not None and self.by_hand.counts
        return open_now and self.on_roll and self.secrecy is Secrecy.OPEN and not by_hand

    @property
    def can_vote(self) -> bool:
        """A ballot may be sealed here now."""
        return self.takes_my_ballot and self.elsewhere is None


@dataclass(frozen=True)
class MeetingCard:
    """A meeting on the shelf."""

    id: MeetingId
    title: str
    short: str
    kind: str
    place: str
    starts: datetime
    ends: datetime
    state: PacketState
    version: int
    files: int
    files_have: int
    bytes_total: int
    bytes_have: int
    new_documents: int
    changed_documents: int
    change: str
    made: datetime
    open_motions: int
    """Open motions on which this person has not voted."""
    bytes_to_come: int | None = None
    """Bytes still to travel; None: all that is not here."""
    newer: bool = False
    """The hub has signed that there is a newer version, and has not handed it over."""
    recall: RecallView | None = None
    reach: ReachView | None = None
    """With ``recall``, for the desk."""

    @property
    def is_whole(self) -> bool:
        """Every document is on this laptop."""
        return self.files_have >= self.files

    @property
    def bytes_left(self) -> int:
        """Bytes still to travel: fewer than are missing when only changes come."""
        return self.bytes_total - self.bytes_have if self.bytes_to_come is None else self.bytes_to_come


@dataclass(frozen=True)
class MeetingView:
    """A meeting opened."""

    card: MeetingCard
    items: tuple[ItemView, ...]
    motions: tuple[MotionView, ...]
    marks: tuple[MarkView, ...]
    stale: datetime | None = None
    """When the hub last signed what is newest, if that is long ago."""
    said: SaidView = field(default_factory=SaidView)
    voting: VotingView = field(default_factory=VotingView)
    sitting: SittingView = field(default_factory=SittingView)

    def document(self, document: DocumentId) -> DocumentView | None:
        """The document of that id, or None."""
        return next((d for item in self.items for d in item.documents if d.id == document), None)

    def motion(self, motion: MotionId) -> MotionView | None:
        """The motion of that id, or None."""
        return next((m for m in self.motions if m.id == motion), None)


@dataclass(frozen=True)
class ReadingView:
    """The document to go on with."""

    meeting: MeetingId
    meeting_title: str
    document: DocumentView


@dataclass(frozen=True)
class ShelfView:
    """The first screen after unlocking."""

    owner: OwnerView
    cards: tuple[MeetingCard, ...]
    """The next meeting first, then by date, past ones last."""
    reading: ReadingView | None
    waiting: tuple[WaitingView, ...]
    stale: datetime | None = None
    """When the hub last signed what is newest, if that is long ago: there may be newer versions."""
    device: DeviceState = DeviceState.FINE
    unsent: bool = False
    """There is work here that waits for its receipt or was refused, listed or not."""


class Readiness(StrEnum):
    """What a person could open if the line failed now."""

    READY = "ready"
    PARTIAL = "partial"
    OLD_VERSION = "old_version"
    NOTHING = "nothing"


@dataclass(frozen=True)
class ReaderRow:
    """One reader of a packet on the secretary's page."""

    person: PersonId
    name: str
    readiness: Readiness
    documents: int
    complete: int
    version: int
    last_report: datetime | None
    device: DeviceId | None = None
    opened: bool = False
    """Something of the meeting was looked at, on any laptop of this person's."""
    enrolled: bool = True
    """They have a laptop, as far as the hub has told."""
    heard: HeardView | None = None
    """The last contact with any of their laptops; None where no hub has told of one."""
    owed: OwedView = field(default_factory=OwedView)


@dataclass(frozen=True)
class DeskMotion:
    """A motion on the secretary's page: turnout while open, the result and the ballots after the close."""

    motion: MotionView
    voted: tuple[str, ...]
    """Names of those with a ballot recorded (turnout, never choices)."""
    roll: int
    not_voted: tuple[str, ...] = ()
    """Names of those on the roll without one."""
    ballots: tuple[NamedBallot, ...] = ()
    forked: tuple[str, ...] = ()
    """Names of those whose laptops were shown two logs of it."""
    entries: tuple[EntryView, ...] = ()
    """Of a closed motion: those by which somebody counts."""
    sheet: Reconciliation = field(default_factory=Reconciliation)
    """Who counts by what, while it is not closed."""
    last: RunView | None = None
    """What this person last did with it, where that waits or was refused."""


@dataclass(frozen=True)
class DeskView:
    """The secretary's page for one meeting."""

    card: MeetingCard
    owner: OwnerView
    documents: int
    rows: tuple[ReaderRow, ...]
    """By given name."""
    marks: tuple[MarkView, ...]
    """Shared marks and notes of delegates, by document and page."""
    motions: tuple[DeskMotion, ...]
    items: tuple[ItemView, ...] = ()
    draft_version: int | None = None
    """A newer version that is being prepared and is not visible to readers yet."""
    made: datetime | None = field(default=None)
    as_of: datetime | None = None
    """What time it was by the best clock of this laptop."""
    said: SaidView = field(default_factory=SaidView)
    sitting: SittingView = field(default_factory=SittingView)
    conduct: ConductView = field(default_factory=ConductView)
    lease: datetime | None = None
    """Until when laptops show the packet."""
    recalling: str = ""
    """The reason of an own recall of this packet that waits to be sent."""
