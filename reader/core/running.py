"""Running motions for the chair: open, end the voting, close, annul."""

from __future__ import annotations

from datetime import datetime, timedelta

from reader.core import attending, recorders
from reader.core.book import Book
from reader.core.count_views import RunAct, RunView
from reader.store.packets import StoredPacket
from sync.errors import Code, SohopError
from sync.model.events import AnnulMotion, CloseMotion, EndVoting, OpenMotion
from sync.model.ids import MeetingId, MotionId, PersonId
from sync.model.motion import OVER, STRICT_LEAST_S, Motion, MotionState
from sync.model.projection import MotionFacts, Standing
from sync.model.rules import Timing
from sync.model.runs import RunAct as RunAction
from sync.wire.digests import motion_digest

_ACTS: dict[type[RunAction], tuple[RunAct, tuple[MotionState, ...]]] = {
    OpenMotion: (RunAct.OPEN, (MotionState.OPEN, MotionState.ENDED, *OVER)),
    EndVoting: (RunAct.END, (MotionState.ENDED, *OVER)),
    CloseMotion: (RunAct.CLOSE, OVER),
    AnnulMotion: (RunAct.ANNUL, (MotionState.ANNULLED,)),
}


def open_motion(
    book: Book, meeting: MeetingId, motion: MotionId, present: tuple[PersonId, ...] | None = None
) -> None:
    """Open a motion for the chair. Without ``present`` those of the roll are present of whom it was said, by
    themselves or by the desk (docs/decisions/0018).

    It is opened for the room hub that this laptop talks to, else for the office (``recorders.chosen``).
    Raises ``SohopError(PACKET_UNKNOWN)`` for a motion that is in no published packet here.
    """
    stored, found = find(book, meeting, motion)
    here = present if present is not None else _present(book, stored)
    digest_ = motion_digest(stored.manifest, found)
    body = OpenMotion(motion=motion, motion_digest=digest_, present=here)
    book.act(meeting, body, recorders.chosen(book, meeting, found))


def open_with_all(book: Book, meeting: MeetingId, motion: MotionId) -> None:
    """Write down as present all of the roll of whom nobody has said anything, and open a motion: both or
    neither. Raises as ``open_motion``."""
    stored, _ = find(book, meeting, motion)
    with book.vault.transaction():
        attending.put_present(book, meeting, (entry.person for entry in stored.manifest.roll))
        open_motion(book, meeting, motion)


def end_voting(book: Book, meeting: MeetingId, motion: MotionId, *, early: bool = False) -> None:
    """Stop taking ballots; what was raised or written on paper is still to be counted, then close.

    ``early``: a strict motion may end in its first ``STRICT_LEAST_S`` seconds; the hub refuses it otherwise.
    Raises as ``open_motion``.
    """
    find(book, meeting, motion)
    book.act(meeting, EndVoting(motion=motion, early=early))


def close_motion(book: Book, meeting: MeetingId, motion: MotionId, *, early: bool = False) -> None:
    """Close a motion; the recorder then freezes its log, counts and signs the closing.

    Who is there at the close goes with it, as ``open_motion`` takes it. Raises as ``open_motion``.
    """
    stored, _ = find(book, meeting, motion)
    book.act(meeting, CloseMotion(motion=motion, present=_present(book, stored), early=early))


def annul_motion(book: Book, meeting: MeetingId, motion: MotionId, reason: str) -> None:
    """Annul a motion for the chair; ``reason`` is told to everybody.

    Raises ``SohopError(PACKET_UNKNOWN)``, ``MALFORMED`` without a reason.
    """
    find(book, meeting, motion)
    if not reason.strip():
        raise SohopError(Code.MALFORMED)
    body = AnnulMotion(motion=motion, reason=reason.strip())
    book.act(meeting, body, recorders.reachable(book, meeting, motion))


def is_early(timing: Timing, opened: datetime | None, now: datetime) -> bool:
    """Whether the hub would take an end at ``now`` only from somebody who confirms it twice."""
    return timing is Timing.STRICT and opened is not None and now - opened < timedelta(seconds=STRICT_LEAST_S)


def last(state: MotionState, facts: MotionFacts) -> RunView | None:
    """What was last done with a motion on this laptop, where that waits to be sent or was refused.

    A refusal is over once the motion has come to where the act would have brought it, whoever did that.
    """
    here = [run for run in facts.runs if run.standing is not Standing.DELIVERED]
    own = next(reversed(here), None)
    if own is None or own.standing is Standing.ACCEPTED:
        return None
    act, over = _ACTS[type(own.act)]
    if own.standing is Standing.REFUSED and state in over:
        return None
    return RunView(own.id, act, own.refusal)


def find(book: Book, meeting: MeetingId, motion: MotionId) -> tuple[StoredPacket, Motion]:
    """The published packet and its motion. Raises ``SohopError(PACKET_UNKNOWN)``."""
    stored = book.vault.packets.current(meeting)
    found = stored.manifest.motion(motion) if stored else None
    if stored is None or found is None:
        raise SohopError(Code.PACKET_UNKNOWN)
    return stored, found


def _present(book: Book, stored: StoredPacket) -> tuple[PersonId, ...]:
    return attending.present(stored, book.project(stored.manifest.meeting.id))
