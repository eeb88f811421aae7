"""What the desk learns about motions: who has voted while one is open, and all ballots once it is closed."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, select

from sync.hub import tables
from sync.hub.stored import kept
from sync.model.ids import MeetingId, MotionId, PersonId
from sync.model.motion import OVER
from sync.wire.messages import ClosedMotion, Turnout


def turnout(connection: Connection, wanted: Iterable[MotionId]) -> tuple[Turnout, ...]:
    """Who has a ballot recorded on each of these motions that is not closed; never which choice."""
    ballots, motions = tables.ballots.c, tables.motions.c
    rows = connection.execute(
        select(motions.id, motions.meeting, ballots.person)
        .join(tables.ballots, ballots.motion == motions.id)
        .where(motions.id.in_(list(wanted)), motions.state.not_in(OVER))
        .distinct()
        .order_by(motions.id, ballots.person)
    )
    voted: dict[tuple[MotionId, MeetingId], list[PersonId]] = {}
    for row in rows:
        voted.setdefault((row.id, row.meeting), []).append(row.person)
    return tuple(
        Turnout(motion=motion, meeting=meeting, voted=tuple(persons))
        for (motion, meeting), persons in voted.items()
    )


def closed_motion(connection: Connection, motion: str) -> tuple[ClosedMotion, set[str]]:
    """A closed motion with all its ballots in the order of its log, and the devices they came from."""
    ballots, events = tables.ballots.c, tables.events.c
    row = connection.execute(select(tables.motions).where(tables.motions.c.id == motion)).one()
    rows = connection.execute(
        select(ballots.leaf, events.envelope, events.device)
        .join(tables.events, events.id == ballots.id)
        .where(ballots.motion == motion)
        .order_by(ballots.place)
    ).all()
    closed = ClosedMotion(
        meeting=row.meeting,
        motion=row.id,
        closing=kept(row.closing),
        head=kept(row.head),
        ballots=tuple((kept(each.envelope), each.leaf) for each in rows),
    )
    return closed, {each.device for each in rows}
