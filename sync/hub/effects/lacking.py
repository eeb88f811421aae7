"""A word may come before what it is about: what laptops have that this hub does not."""

from __future__ import annotations

from sqlalchemy import func, select

from sync.hub import tables
from sync.hub.batch import Batch
from sync.hub.rosters import FIRST_EPOCH, epoch
from sync.model.ids import MeetingId


def may_lack(batch: Batch, meeting: MeetingId) -> bool:
    """Whether laptops may know of more in this meeting than this hub: it was restored from a backup, or the
    meeting has another hub beside it. What is unknown here is then no reason to refuse a word about it."""
    if batch.recorder.is_room or epoch(batch.connection) != FIRST_EPOCH:
        return True
    rooms = tables.room_meetings.c
    return (
        batch.connection.execute(select(rooms.device).where(rooms.meeting == meeting).limit(1)).first()
        is not None
    )


def recalled(batch: Batch, meeting: MeetingId) -> int:
    """The version up to which this meeting's packet was recalled, be it known here or not; 0 for never."""
    reaches = tables.reaches.c
    query = select(func.max(reaches.version)).where(reaches.meeting == meeting)
    return batch.connection.execute(query).scalar_one() or 0
