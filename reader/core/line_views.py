"""What the screens show of the line: its state, what goes up, what comes down, the log, what is saved."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sync.errors import Code
from sync.model.ids import DeviceId, DocumentId, EventId, MeetingId
from sync.model.networks import NetworkKind

CAPS = (32, 64, 128)
"""Limits to choose from, in kbit/s."""


class Trip(StrEnum):
    """Where an act of this person is."""

    WAITING = "waiting"
    SENT = "sent"
    REFUSED = "refused"


class DeviceState(StrEnum):
    """Whether the office still takes this laptop's acts."""

    FINE = "fine"
    REVOKED = "revoked"
    COPIED = "copied"


class Line(StrEnum):
    """The line, as of the last try."""

    NEVER = "never"
    TALKING = "talking"
    ONLINE = "online"
    OFFLINE = "offline"
    PROBLEM = "problem"
    PAUSED = "paused"


@dataclass(frozen=True)
class Passage:
    """How far an act has come that waits for its receipt."""

    room: str | None = None
    """The room hub that has it for the office, as the roster calls it; None for none."""
    forwarded: bool = False
    """A hub has it for the room hub that is to record it."""
    copied: datetime | None = None
    """It was written to a stick then."""

    @property
    def with_hub(self) -> bool:
        """Some hub has it: it is durable elsewhere too, and need not be sent by this laptop any more."""
        return self.room is not None or self.forwarded


ONLY_HERE = Passage()
"""It is on this laptop and nowhere else."""


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
    event: EventId | None = None
    """For a refused one: which it is."""
    passage: Passage = ONLY_HERE
    """Of one that waits."""
    by_room: bool = False
    """A room hub records it, not the office."""


@dataclass(frozen=True)
class FetchView:
    """A document that is still coming."""

    meeting: MeetingId
    meeting_title: str
    name: str
    have: int
    size: int
    active: bool = False
    to_come: int | None = None
    """Bytes still to travel; None: all that is not here."""

    @property
    def bytes_left(self) -> int:
        """Bytes still to travel."""
        return self.size - self.have if self.to_come is None else self.to_come

    @property
    def only_changes(self) -> bool:
        """Less travels than is missing: the rest is on this laptop in an earlier version."""
        return 0 < self.bytes_left < self.size - self.have


@dataclass(frozen=True)
class LogLine:
    """One line of the log in plain words: what happened is a code that the screen words."""

    at: datetime
    what: str
    """``connected``, ``lost``, ``sent``, ``received``, ``new_version``, ``document``, ``restored``,
    ``recalled``, ``erased``, ``withheld``, ``copied``, ``revoked``, ``problem``; of the room hub
    ``room_connected``, ``room_lost``, ``room_closed``, ``room_sent``."""
    count: int = 0
    name: str = ""
    code: Code | None = None


@dataclass(frozen=True)
class RoomView:
    """The room hub that this laptop talks to, or tries to."""

    name: str = ""
    """What the roster calls it; empty before that is known."""
    address: str = ""
    line: Line = Line.NEVER
    problem: Code | None = None
    networks: tuple[NetworkKind, ...] | None = None
    """While there is no room hub: the networks on which one is listened for; None when nobody listens."""


@dataclass(frozen=True)
class RoomAt:
    """A room hub that answers, for what is asked beside the talking threads. ``first``: the office's does
    not."""

    hub: DeviceId
    address: str
    name: str = ""
    """What the roster calls it."""
    first: bool = True


class RoomHubState(StrEnum):
    """A room hub on this very laptop."""

    NONE = "none"
    UNSIGNED = "unsigned"
    """It was joined; the administrator has not signed it, or it has not met the office since."""
    READY = "ready"
    WORKING = "working"
    RUNNING = "running"
    CLOSING = "closing"


@dataclass(frozen=True)
class RoomHubView:
    """How the program stands that is a room hub on this laptop."""

    state: RoomHubState = RoomHubState.NONE
    addresses: tuple[str, ...] = ()
    """By which others reach it, the likely one first."""
    office: bool | None = None
    """Whether it reached the office's hub, when it last tried."""
    problem: str = ""
    """The program's own sentence on why it ended, or could not begin."""
    kinds: tuple[NetworkKind, ...] = ()
    """On which network each of the addresses is; empty where that is not known."""
    mark: str = ""
    """Of its key, for the administrator to compare, while it waits to be signed."""
    here: str = ""
    """By which this laptop reaches it while it runs, also on no network."""

    @property
    def is_running(self) -> bool:
        """The room can use it."""
        return self.state is RoomHubState.RUNNING


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
    fetching: DocumentId | None = None
    """The document that is coming now."""
    room: RoomView | None = None
    """None while there is none, and nobody has typed an address."""


@dataclass(frozen=True)
class SavingView:
    """What the person asked of the line, to save it."""

    small_only: bool = False
    """Only small things now: ballots, notes, new versions; no documents."""
    cap: int = 0
    """Most kbit/s for documents, one of ``CAPS``; 0: no limit."""

    @property
    def bytes_per_second(self) -> float | None:
        """The limit as the engine takes it; None for none."""
        return self.cap * 1000 / 8 if self.cap else None


@dataclass(frozen=True)
class ForkView:
    """The hub has shown two logs of one motion; ``one`` and ``other`` are their marks, as people compare
    them."""

    title: str
    heard: datetime
    one: str
    other: str


@dataclass(frozen=True)
class SyncView:
    """The page behind the indicator."""

    line: LineView
    waiting: tuple[WaitingView, ...] = ()
    fetching: tuple[FetchView, ...] = ()
    sent: tuple[WaitingView, ...] = ()
    """The last few that arrived, newest first."""
    paused: bool = False
    saving: SavingView = SavingView()
    unsent: bool = False
    """There is work here that waits for its receipt or was refused, listed or not."""
    forks: tuple[ForkView, ...] = ()
    """What was ever found of two logs of one motion."""
