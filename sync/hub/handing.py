"""What one hub hands to another: acts in the order of arrival, and what it has recorded itself."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
from sqlalchemy import ColumnElement, Connection, bindparam, select
from sqlalchemy.engine import Row

from sync.hub import tables
from sync.hub.stored import kept, moment
from sync.model.events import OFFICE, Event
from sync.model.ids import DeviceId, EventId, PersonId
from sync.model.motion import MotionState
from sync.wire.codec import decode_payload
from sync.wire.rooms import MOST_ACTS, Addressed, MotionLog, Said, Written

_Row = Row[tuple[object, ...]]

MOST_BYTES = 2 * 1024 * 1024
"""Of the acts in one message; at least one always goes."""

_relays, _events, _deliveries = tables.relays.c, tables.events.c, tables.deliveries.c
_RELAYED = select(tables.relays).where(_relays.seq > bindparam("after")).order_by(_relays.seq)
_EVENT = select(tables.events).where(_events.id == bindparam("event"))
_TO = (
    select(_deliveries.audience, _deliveries.person)
    .where(_deliveries.event == bindparam("event"))
    .order_by(_deliveries.seq)
)


def brought(connection: Connection, mine: DeviceId, after: int) -> tuple[list[Said], int]:
    """What laptops have brought since, each with what was recorded of it where that is this hub's to do; and
    the number of the last."""
    said: list[Said] = []
    size = 0
    for row in connection.execute(_RELAYED.limit(MOST_ACTS), {"after": after}).all():
        size += len(row.envelope)
        if said and size > MOST_BYTES:
            break
        passed = Said(envelope=kept(row.envelope), recorded=moment(row.recorded))
        said.append(_recorded(connection, EventId(row.event), passed) if row.recorder == mine else passed)
        after = row.seq
    return said, after


def carried(
    connection: Connection, room: DeviceId, meetings: Sequence[str], after: int
) -> tuple[list[Said], int]:
    """What the office carries for a room hub, and the number of the last."""
    rows = connection.execute(
        _RELAYED.where(_relays.recorder == room, _relays.meeting.in_(meetings)).limit(MOST_ACTS),
        {"after": after},
    ).all()
    said = [Said(envelope=kept(row.envelope), recorded=moment(row.recorded)) for row in rows]
    return said, rows[-1].seq if rows else after


def said_of(connection: Connection, event: EventId) -> Said | None:
    """A recorded act as it stands here; None when it is none that is delivered."""
    row = connection.execute(_EVENT, {"event": event}).one_or_none()
    if row is None:
        return None
    return Said(
        envelope=kept(row.envelope),
        recorded=moment(row.recorded),
        kind=row.kind,
        motion=row.motion or "",
        to=_to(connection, event),
    )


def logs(connection: Connection, *where: ColumnElement[bool], ballots: bool) -> list[MotionLog]:
    """Motions that were opened, or annulled. ``ballots``: with what was written down by hand."""
    motions = tables.motions
    rows = connection.execute(
        select(motions).where(motions.c.state != MotionState.DRAFTED, *where).order_by(motions.c.id)
    ).all()
    return [_log(connection, row, entries=ballots) for row in rows]


def _recorded(connection: Connection, event: EventId, passed: Said) -> Said:
    outcomes, evidence, ballots = tables.outcomes.c, tables.evidence.c, tables.ballots.c
    receipt = connection.execute(select(outcomes.receipt).where(outcomes.event == event)).scalar_one()
    late = connection.execute(select(ballots.late).where(ballots.id == event)).scalar_one_or_none()
    kept_as = connection.execute(select(evidence.code).where(evidence.event == event)).scalar_one_or_none()
    stands = said_of(connection, event) or passed
    return msgspec.structs.replace(
        stands, receipt=receipt, late=bool(late), evidence=kept_as or "", recorded=passed.recorded
    )


def _to(connection: Connection, event: EventId) -> tuple[Addressed, ...]:
    rows = connection.execute(_TO, {"event": event}).all()
    return tuple(Addressed(row.audience, PersonId(row.person or "")) for row in rows)


def _log(connection: Connection, row: _Row, *, entries: bool) -> MotionLog:
    return MotionLog(
        motion=row.id,
        meeting=row.meeting,
        manifest=row.manifest,
        digest=row.digest,
        recorder=row.recorder or OFFICE,
        state=MotionState(row.state),
        opened=None if row.opened is None else moment(row.opened),
        open_act=row.open_act or "",
        present=msgspec.json.decode(row.present, type=tuple[PersonId, ...]),
        ended=None if row.ended is None else moment(row.ended),
        end_act=row.end_act or "",
        in_time=row.in_time,
        closed=None if row.closed is None else moment(row.closed),
        closing=None if row.closing is None else kept(row.closing),
        head=None if row.head is None else kept(row.head),
        entries=_written(connection, row.id) if entries else (),
    )


def _written(connection: Connection, motion: str) -> tuple[Written, ...]:
    entries, entered = tables.entries.c, tables.entered.c
    persons: dict[str, list[PersonId]] = {}
    for one in connection.execute(
        select(entered.entry, entered.person).where(entered.motion == motion).order_by(entered.person)
    ):
        persons.setdefault(one.entry, []).append(PersonId(one.person))
    rows = connection.execute(
        select(tables.entries).where(entries.motion == motion).order_by(entries.id)
    ).all()
    return tuple(
        Written(row.id, row.ballot or "", row.confirmed or "", row.withdrawn, tuple(persons.get(row.id, ())))
        for row in rows
    )


def event_of(said: Said) -> Event:
    """The act itself. Raises ``SohopError(MALFORMED)`` for a closing."""
    return decode_payload(said.envelope.payload, Event)
