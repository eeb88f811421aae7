"""Where a motion is recorded: at the office, or at the room hub that its opening names."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from reader.core.book import Book
from sync.model.events import OFFICE
from sync.model.ids import DeviceId, EventId, MeetingId, MotionId
from sync.model.motion import Motion
from sync.model.rules import Timing
from sync.trust.recorders import is_room

HERE: Final = timedelta(minutes=6)
"""A room hub that was spoken to so lately is taken to be in the room: a laptop that listens exchanges every
five minutes."""


def chosen(book: Book, meeting: MeetingId, motion: Motion) -> DeviceId:
    """Whom an opening names now: the motion's recorder if it ever was opened; else, for a vote in the room,
    the room hub that this laptop talks to; else the office."""
    known = book.recorder(meeting, motion.id)
    if known is not None:
        return known
    return OFFICE if motion.window.timing is not Timing.STRICT else room_here(book) or OFFICE


def reachable(book: Book, meeting: MeetingId, motion: MotionId) -> DeviceId:
    """Who is to record that a motion counts for nothing: its recorder may be gone, so whoever is here."""
    return room_here(book) or OFFICE


def room_here(book: Book) -> DeviceId | None:
    """The room hub that this laptop talks to."""
    last = book.vault.last_room()
    if last is None or not _is_now(book, last.when):
        return None
    return last.hub


def name_of(book: Book, recorder: DeviceId) -> str:
    """What the roster calls a room hub; empty for the office and for one that it does not name."""
    roster = book.vault.trust.read_roster()
    if roster is None:
        return ""
    certs = (*roster.office, *(retired.cert for retired in roster.retired))
    return next((cert.name for cert in certs if cert.device == recorder and is_room(cert)), "")


def shown(book: Book, motion: Motion, recorder: DeviceId | None) -> str | None:
    """The room hub that records a motion, as the roster calls it; for one that was never opened the one that
    would if it were opened here now. None where the office does."""
    if recorder is None and motion.window.timing is Timing.STRICT:
        recorder = room_here(book)
    return name_of(book, recorder) if recorder else None


def room_took(book: Book, event: EventId) -> bool:
    """Whether a room hub has settled an own act that waits for the office: it holds in the room."""
    return any(receipt is not None and receipt.accepted for _, receipt in book.vault.outbox.relays(event))


def _is_now(book: Book, heard: datetime) -> bool:
    return abs(book.local_time() - heard) <= HERE
