"""What is known of the line, for whoever shows it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from sync.engine.machine import LINE_CODES, Phase
from sync.engine.settle import Applied
from sync.errors import Code
from sync.model.ids import DocumentId, MeetingId

DROPS_WINDOW_S = 600.0


@dataclass(frozen=True)
class Status:
    """The line as of the last try. Times are this laptop's own."""

    phase: Phase = Phase.RESTING
    online: bool | None = None
    listening: bool = False
    """The hub tells of news by itself."""
    small_only: bool = False
    last_contact: datetime | None = None
    lost_since: datetime | None = None
    problem: Code | None = None
    fetching: DocumentId | None = None
    bytes_per_second: float | None = None
    """Of documents, smoothed; it decays while nothing comes."""
    drops: tuple[float, ...] = ()
    """Cuts of the last ten minutes, on the monotonic clock."""
    retry_at: float | None = None
    """When it is tried again after a failure, on the monotonic clock."""


@dataclass(frozen=True)
class Happened:
    """One thing for the log and for whoever shows it."""

    status: Status
    applied: Applied | None = None
    arrived: DocumentId | None = None
    """A document of which bytes were stored."""
    what: str = ""
    """``connected``, ``lost``, ``restored``, ``problem`` or empty."""


@dataclass
class Wishes:
    """What the person wants first. Set from any thread, read by the lanes."""

    order: Callable[[], Sequence[MeetingId]] = field(default=lambda: ())
    document: DocumentId | None = None


def connected(status: Status, applied: Applied) -> tuple[Status, str]:
    """After an exchange; and what is worth a line in the log."""
    problem = applied.refused[0] if applied.refused else None
    if Code.NOT_THIS_ROOM in applied.refused:  # nothing of it was believed, whatever else it said
        problem = Code.NOT_THIS_ROOM
    what = "" if status.online else "connected"
    if applied.restored:
        what = "restored"
    if problem is not None:
        what = "problem"
    after = replace(
        status,
        online=True,
        last_contact=datetime.now(UTC),
        lost_since=None,
        problem=problem,
    )
    return after, what


def failed(status: Status, code: Code, now: float, *, resumed: bool = False) -> tuple[Status, str]:
    """After a failure. ``resumed``: a cut after which it goes on at once is a drop and no loss."""
    drops = tuple(each for each in status.drops if now - each < DROPS_WINDOW_S)
    if code is Code.TOKEN_EXPIRED:
        return replace(status, drops=drops), ""
    if code not in LINE_CODES:
        what = "problem" if status.problem is not code else ""
        return replace(status, online=False, problem=code, fetching=None, drops=drops), what
    if resumed:
        return replace(status, drops=(*drops, now)), ""
    was_online = status.online is not False
    after = replace(
        status,
        online=False,
        lost_since=status.lost_since or datetime.now(UTC),
        problem=None,
        fetching=None,
        drops=(*drops, now) if was_online else drops,
    )
    return after, "lost" if was_online else ""
