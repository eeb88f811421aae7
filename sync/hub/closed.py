"""What the desk learns about motions: who has voted while one is open, and all ballots once it is closed."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from sqlalchemy import Connection, select

from sync.hub import tables
from sync.hub.stored import kept, moment
from sync.model.events import Closing
from sync.model.ids import MotionId
from sync.model.motion import OVER
from sync.wire.codec import decode_payload
from sync.wire.desk import Cast, ClosedMotion, LateBallot, Turnout, Way
from sync.wire.statements import Leaf

_WAYS = {way.value: way for way in Way}


def turnout(connection: Connection, wanted: Iterable[MotionId]) -> tuple[Turnout, ...]:
    """Who has a ballot on each of these motions that is not closed, since when and how; never which choice.

    Ballots that will not count (from a revoked laptop, for another form of the motion) are not told.
    """
    ballots, motions = tables.ballots.c, tables.motions.c
    events = tables.events.c
    rows = connection.execute(
        select(
            *(motions.id, motions.meeting, ballots.id, ballots.person, ballots.late, ballots.leaf),
            events.recorded,
        )
        .select_from(tables.motions)
        .join(tables.ballots, ballots.motion == motions.id)
        .join(tables.events, events.id == ballots.id)
        .where(
            motions.id.in_(list(wanted)),
            motions.state.not_in(OVER),
            ballots.digest == motions.digest,
            ~ballots.revoked,
        )
        .order_by(motions.id, ballots.person, ballots.place)
    ).all()
    found: list[Turnout] = []
    for (motion, meeting), several in groupby(rows, lambda row: (row[0], row[1])):
        told = list(several)
        # The last of each person: it has their latest choice.
        voted = {row.person: row for row in told if not row.late}
        late = {row.person: row for row in told if row.late and row.person not in voted}
        found.append(
            Turnout(
                motion=motion,
                meeting=meeting,
                ballots=tuple(
                    Cast(person, moment(row.recorded), _way(row.leaf)) for person, row in voted.items()
                ),
                late=tuple(
                    LateBallot(ballot=row[2], person=row.person, recorded=moment(row.recorded))
                    for row in late.values()
                ),
            )
        )
    return tuple(found)


def _way(leaf: bytes) -> Way:
    """How a ballot came, as its leaf says; a word that is none of ours says as much as none."""
    return _WAYS.get(decode_payload(leaf, Leaf).via, Way.HUB)


def closed_motion(connection: Connection, motion: str) -> tuple[ClosedMotion, set[str]] | None:
    """A closed motion with all its ballots in the order of its log, and the devices they came from.

    None when they are not all here: of what another hub recorded a room hub has none.
    """
    ballots, events = tables.ballots.c, tables.events.c
    row = connection.execute(select(tables.motions).where(tables.motions.c.id == motion)).one_or_none()
    if row is None or row.closing is None:
        return None
    rows = connection.execute(
        select(ballots.leaf, events.envelope, events.device)
        .join(tables.events, events.id == ballots.id)
        .where(ballots.motion == motion)
        .order_by(ballots.place)
    ).all()
    closing = kept(row.closing)
    if len(rows) != decode_payload(closing.payload, Closing).size:
        return None
    closed = ClosedMotion(
        meeting=row.meeting,
        motion=row.id,
        closing=closing,
        head=kept(row.head),
        ballots=tuple((kept(each.envelope), each.leaf) for each in rows),
    )
    return closed, {each.device for each in rows}
