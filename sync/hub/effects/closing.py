"""The closing of a motion: its log as it stands, the entries that count, and what they come to."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec
from sqlalchemy import select
from sqlalchemy.engine import Row

from sync.hub import rosters, tables
from sync.hub.batch import Act, Batch
from sync.hub.effects.finding import opened
from sync.hub.packets import PacketView
from sync.hub.stored import kept, moment
from sync.model.counts import AdmitBallot, EnterVotes
from sync.model.events import CastBallot, Closing, Event, Status
from sync.model.ids import Digest, EventId, MotionId, PersonId
from sync.model.motion import Motion
from sync.model.tally import Recorded, tally
from sync.wire.codec import decode_payload

_PRESENT = msgspec.json.Decoder(tuple[PersonId, ...])


def count(
    batch: Batch,
    act: Act,
    row: Row[tuple[object, ...]],
    view: PacketView,
    motion: Motion,
    present_at_close: tuple[PersonId, ...],
) -> Closing:
    """The closing of this motion as its log and its entries stand now."""
    entries, admitted, pairs = _entries(batch, motion.id)
    ballots = ballots_of(batch, motion.id, admitted)
    present = _PRESENT.decode(row.present)
    result = tally(motion, Digest(row.digest), view.manifest.roll, present, ballots, entries)
    statuses = sorted((fate.ballot, fate.counted, fate.reason) for fate in result.fates)
    tree = batch.tree(motion.id)
    roster, _ = rosters.newest(batch.connection)
    return Closing(
        tenant=batch.recorder.tenant,
        meeting=act.event.meeting,
        motion=motion.id,
        motion_digest=Digest(row.digest),
        opened=moment(opened(batch, row, motion)),
        closed=moment(batch.now),
        closed_by=act.event.person,
        manifest=Digest(row.manifest),
        epoch=roster.epoch,
        roster=roster.number,
        opening=row.open_act or "",
        act=act.id,
        size=tree.size,
        root=Digest(tree.root().hex()),
        ended=None if row.ended is None else moment(row.ended),
        end=row.end_act or "",
        in_time=tree.size if row.in_time is None else row.in_time,
        present=present,
        present_at_close=present_at_close,
        entries=pairs,
        entered=result.entered,
        entered_invalid=result.entered_invalid,
        # By ballot, not by person: their order must not tell whose they are.
        statuses=tuple(Status(ballot=b, counted=counted, reason=reason) for b, counted, reason in statuses),
        counts=tuple(result.counts.items()),
        invalid=result.invalid,
        late=result.late,
        not_voted=result.not_voted,
        chair=result.chair,
    )


def ballots_of(
    batch: Batch, motion: MotionId, admitted: Iterable[str] = (), person: PersonId | None = None
) -> list[Recorded]:
    """The motion's log as it is counted, or one person's ballots in it."""
    waived = set(admitted)
    ballots, events = tables.ballots.c, tables.events.c
    query = (
        select(ballots.id, ballots.late, ballots.revoked, events.envelope)
        .join(tables.events, events.id == ballots.id)
        .where(ballots.motion == motion)
        .order_by(ballots.place)
    )
    if person is not None:
        query = query.where(ballots.person == person)
    recorded: list[Recorded] = []
    for row in batch.connection.execute(query):
        event = decode_payload(kept(row.envelope).payload, Event)
        if not isinstance(event.body, CastBallot):
            raise TypeError("a motion's log holds ballots only")
        recorded.append(
            Recorded(
                id=Digest(row.id),
                person=event.person,
                motion_digest=event.body.motion_digest,
                choices=event.body.choices,
                ballot_seq=event.body.ballot_seq,
                late=row.late and row.id not in waived,
                revoked=row.revoked,
            )
        )
    return recorded


def _entries(
    batch: Batch, motion: MotionId
) -> tuple[list[EnterVotes], list[str], tuple[tuple[EventId, EventId], ...]]:
    """Votes by hand and on paper that count, late ballots that count, and who says so."""
    table, events = tables.entries.c, tables.events.c
    rows = batch.connection.execute(
        select(table.id, table.confirmed, events.envelope)
        .join(tables.events, events.id == table.id)
        .where(table.motion == motion, table.confirmed.is_not(None), ~table.withdrawn)
        .order_by(table.id)
    ).all()
    votes: list[EnterVotes] = []
    admitted: list[str] = []
    for row in rows:
        match decode_payload(kept(row.envelope).payload, Event).body:
            case EnterVotes() as entry:
                votes.append(entry)
            case AdmitBallot(ballot=ballot):
                admitted.append(ballot)
            case _:
                raise TypeError("an entry holds votes or admits a ballot")
    return votes, admitted, tuple((EventId(row.id), EventId(row.confirmed)) for row in rows)
