"""What the screens show: frozen values, made by the use cases from confirmed state and pending events.

A screen takes one of these whole and draws it; it never asks the vault. Sentences are the screen's work:
here are only facts and codes.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from reader.store.settings import Place as Place
from sync.errors import Code
from sync.model.annotation import Audience, Colour, MarkKind, Quote, Rect
from sync.model.ids import DeviceId, Digest, DocumentId, ItemId, MarkId, MeetingId, MotionId, PersonId
from sync.model.meeting import Urgency
from sync.model.motion import Choice, MotionState
from sync.model.people import Role
from sync.model.rules import Secrecy, Timing


@dataclass(frozen=True)
class OwnerView:
    """Whose laptop this is, for the unlock screen and the corner of the window."""

    person: str
    title: str
    office: str
    term: str
    roles: tuple[Role, ...] = ()

    @property
    def is_desk(self) -> bool:
        """Whether this person prepares or runs meetings."""
        return bool({Role.SECRETARY, Role.APPROVER, Role.CHAIR} & set(self.roles))


class PacketState(StrEnum):
    """How much of a meeting is on this laptop."""

    COMPLETE = "complete"
    PARTIAL = "partial"
    PAST = "past"
    EXPIRED = "expired"


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
    new: bool = False
    """Came with a version of the packet after the first one this person opened."""
    changed: bool = False
    """Its bytes differ from those this person last opened."""
    place: Place | None = None
    marks: int = 0

    @property
    def complete(self) -> bool:
        """All of it is on this laptop."""
        return self.have >= self.size


@dataclass(frozen=True)
class ItemView:
    """One agenda item."""

    id: ItemId
    number: str
    title: str
    speaker: str
    starts: datetime | None
    documents: tuple[DocumentView, ...]


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
    """For NOT_COUNTED: ``late``, ``replaced``, ``wrong_motion`` …; for REFUSED: an ``errors.Code``."""
    proved: bool = False
    """The receipt's proof was verified on this laptop."""


@dataclass(frozen=True)
class ResultView:
    """The result of a closed motion, as recomputed or as signed by the recorder."""

    total: int
    present: int
    base: int
    needed: int
    carried: bool | None
    counts: tuple[tuple[str, int], ...]
    """(choice id, votes), in the motion's order."""
    invalid: int
    late: int
    not_voted: int
    routes: tuple[tuple[str, int], ...]
    sentence_vi: str
    sentence_en: str
    closed_at: datetime | None = None


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
    rule_title: str
    rule_checked: bool
    ballot: BallotView
    result: ResultView | None = None

    @property
    def can_vote(self) -> bool:
        """A ballot may be sealed now."""
        return self.state is MotionState.OPEN and self.on_roll and self.secrecy is Secrecy.OPEN


class Trip(StrEnum):
    """Where an act of this person is."""

    WAITING = "waiting"
    SENT = "sent"
    REFUSED = "refused"


@dataclass(frozen=True)
class MarkView:
    """One mark or note, mine or shared with me."""

    id: MarkId
    meeting: MeetingId
    document: DocumentId
    sha256: Digest
    page: int
    kind: MarkKind
    rects: tuple[Rect, ...]
    quote: Quote | None
    colour: Colour
    text: str
    audience: Audience
    at: datetime
    mine: bool
    author: str
    trip: Trip
    current: bool = True
    """False when it was drawn on another version of the document."""


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

    @property
    def bytes_left(self) -> int:
        """Bytes still to come."""
        return self.bytes_total - self.bytes_have


@dataclass(frozen=True)
class MeetingView:
    """A meeting opened."""

    card: MeetingCard
    items: tuple[ItemView, ...]
    motions: tuple[MotionView, ...]
    marks: tuple[MarkView, ...]

    def document(self, document: DocumentId) -> DocumentView | None:
        """The document of that id, or None."""
        return next((d for item in self.items for d in item.documents if d.id == document), None)

    def motion(self, motion: MotionId) -> MotionView | None:
        """The motion of that id, or None."""
        return next((m for m in self.motions if m.id == motion), None)


@dataclass(frozen=True)
class WaitingView:
    """Something of this person's that is on its way, or was refused."""

    kind: str
    """The event's tag: ``ballot``, ``mark.put``, ``mark.sealed``, ``mark.drop``, …"""
    meeting: str
    title: str
    """For ballots the motion's title; else empty."""
    at: datetime
    size: int
    trip: Trip
    code: Code | None = None


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
    hub_time: datetime | None


class Line(StrEnum):
    """The line, as of the last try."""

    NEVER = "never"
    TALKING = "talking"
    ONLINE = "online"
    OFFLINE = "offline"
    PROBLEM = "problem"
    PAUSED = "paused"


@dataclass(frozen=True)
class FetchView:
    """A document that is still coming."""

    meeting: MeetingId
    meeting_title: str
    name: str
    have: int
    size: int
    active: bool = False


@dataclass(frozen=True)
class LogLine:
    """One line of the log in plain words: what happened is a code that the screen words."""

    at: datetime
    what: str
    """``connected``, ``lost``, ``sent``, ``received``, ``new_version``, ``document``, ``problem``."""
    count: int = 0
    name: str = ""
    code: Code | None = None


@dataclass(frozen=True)
class LineView:
    """What the quiet indicator and the sync page show about the line. Made by the engine's runner."""

    line: Line = Line.NEVER
    last_contact: datetime | None = None
    lost_since: datetime | None = None
    problem: Code | None = None
    bytes_per_second: float | None = None
    drops: int = 0
    """Cuts in the last ten minutes."""
    retry_in: float | None = None
    log: tuple[LogLine, ...] = ()


@dataclass(frozen=True)
class SyncView:
    """The page behind the indicator."""

    line: LineView
    waiting: tuple[WaitingView, ...] = ()
    fetching: tuple[FetchView, ...] = ()
    sent: tuple[WaitingView, ...] = ()
    """The last few that arrived, newest first."""
    paused: bool = False


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


@dataclass(frozen=True)
class NamedBallot:
    """One ballot of a closed open motion, for the desk."""

    person: PersonId
    name: str
    choices: tuple[str, ...]
    text: str
    counted: bool
    reason: str
    recorded_at: datetime
    via: str


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


@dataclass(frozen=True)
class DeskView:
    """The secretary's page for one meeting."""

    card: MeetingCard
    owner: OwnerView
    documents: int
    rows: tuple[ReaderRow, ...]
    marks: tuple[MarkView, ...]
    """Shared marks and notes of delegates, by document and page."""
    motions: tuple[DeskMotion, ...]
    items: tuple[ItemView, ...] = ()
    draft_version: int | None = None
    """A newer version that is being prepared and is not visible to readers yet."""
    made: datetime | None = field(default=None)
