"""Motions: offered by a published packet, opened and closed by the chair or the secretary."""

from __future__ import annotations

import msgspec
from sqlalchemy import insert, select, update
from sqlalchemy.engine import Row

from sync.audit import Audit
from sync.errors import Code, SohopError
from sync.hub import rosters, tables
from sync.hub.actors import Actor
from sync.hub.batch import Act, Batch, Verdict
from sync.hub.packets import PacketView
from sync.hub.stored import keep, kept, milliseconds, moment
from sync.hub.tables import To
from sync.model.events import (
    AnnulMotion,
    CastBallot,
    CloseMotion,
    Closing,
    Event,
    OpenMotion,
    ReportFork,
    Status,
)
from sync.model.ids import Digest, MotionId, PersonId
from sync.model.motion import OVER, Motion, MotionState
from sync.model.people import Role
from sync.model.rules import Secrecy, Timing
from sync.model.tally import Recorded, tally
from sync.wire.codec import decode_payload, encode_payload
from sync.wire.digests import motion_digest
from sync.wire.envelope import Kind

_motions = tables.motions
_PRESENT = msgspec.json.Decoder(tuple[PersonId, ...])


def offer(batch: Batch, act: Act, view: PacketView) -> None:
    """Take over the motions of a version that is being published.

    A motion that is over stays as it is. One that changed while open has to be opened again: its earlier
    ballots stay in its log and do not count.
    """
    meeting = view.manifest.meeting.id
    batch.connection.execute(update(_motions).where(_motions.c.meeting == meeting).values(offered=False))
    for motion in view.manifest.motions:
        fixed = motion_digest(view.manifest, motion)
        row = batch.connection.execute(select(_motions).where(_motions.c.id == motion.id)).one_or_none()
        here = {"manifest": view.digest, "digest": fixed, "offered": True}
        fresh = {"state": MotionState.DRAFTED, "opened": None, "present": "[]"}
        if row is None:
            batch.connection.execute(insert(_motions).values(id=motion.id, meeting=meeting, **here, **fresh))
            continue
        if row.state in OVER:
            continue
        changed = row.digest != fixed
        if changed and row.state == MotionState.OPEN:
            batch.audit(Audit.MOTION_CHANGED, act, motion.id)
        batch.connection.execute(
            update(_motions).where(_motions.c.id == motion.id).values(**here, **(fresh if changed else {}))
        )


def find(batch: Batch, act: Act, motion: MotionId) -> tuple[Row[tuple[object, ...]], PacketView, Motion]:
    """A motion's row, the packet that defines it and its definition.

    Raises ``SohopError(MOTION_NOT_OPEN)`` when this meeting has no such motion.
    """
    row = batch.motion(motion)
    if row is None or row.meeting != act.event.meeting:
        raise SohopError(Code.MOTION_NOT_OPEN)
    view = batch.packets.open(Digest(row.manifest))
    definition = view.manifest.motion(motion)
    if definition is None:
        raise SohopError(Code.MOTION_NOT_OPEN)
    return row, view, definition


def open_motion(batch: Batch, act: Act, who: Actor, body: OpenMotion) -> Verdict:
    """Freeze who is present. A second opening changes nothing."""
    who.need(Role.CHAIR, Role.SECRETARY)
    row, _, motion = find(batch, act, body.motion)
    if motion.secrecy is Secrecy.SECRET:
        raise SohopError(Code.SECRET_ON_PAPER)
    if row.state in OVER or not row.offered:
        raise SohopError(Code.MOTION_NOT_OPEN)
    if row.digest != body.motion_digest:
        raise SohopError(Code.MOTION_CHANGED)
    if row.state == MotionState.OPEN:
        return Verdict()
    batch.connection.execute(
        update(_motions)
        .where(_motions.c.id == body.motion)
        .values(
            state=MotionState.OPEN,
            opened=batch.now,
            present=msgspec.json.encode(body.present).decode(),
        )
    )
    batch.store(act, "open", body.motion)
    batch.deliver(act.id, act.event.meeting, To.MEETING)
    batch.audit(Audit.MOTION_OPENED, act, body.motion)
    return Verdict()


def close_motion(batch: Batch, act: Act, who: Actor, body: CloseMotion) -> Verdict:
    """Freeze the log, count, and sign what became of each ballot. A second close changes nothing.

    The chair may close a ``sealed_until`` motion before its time; the closing says when it was.
    """
    who.need(Role.CHAIR, Role.SECRETARY)
    row, view, motion = find(batch, act, body.motion)
    if motion.secrecy is Secrecy.SECRET:
        raise SohopError(Code.SECRET_ON_PAPER)
    if row.state == MotionState.CLOSED:
        return Verdict()
    if row.state == MotionState.ANNULLED:
        raise SohopError(Code.MOTION_NOT_OPEN)
    if motion.window.timing is Timing.STRICT and row.state != MotionState.OPEN:
        raise SohopError(Code.MOTION_NOT_OPEN)
    closing = _count(batch, act, row, view, motion)
    envelope = batch.recorder.seal(Kind.CLOSING, encode_payload(closing))
    batch.connection.execute(
        update(_motions)
        .where(_motions.c.id == motion.id)
        .values(state=MotionState.CLOSED, closed=batch.now, closing=keep(envelope))
    )
    batch.touched.add(motion.id)
    batch.store(act, "close", motion.id)
    batch.deliver(act.id, act.event.meeting, To.MEETING)
    batch.store_envelope(
        envelope.event_id, envelope, "closing", act.event.meeting, who.person, None, motion.id
    )
    batch.deliver(envelope.event_id, act.event.meeting, To.MEETING)
    batch.audit(Audit.MOTION_CLOSED, act, motion.id)
    return Verdict()


def annul_motion(batch: Batch, act: Act, who: Actor, body: AnnulMotion) -> Verdict:
    """A motion that was opened counts for nothing any more. A second time changes nothing."""
    who.need(Role.CHAIR, Role.SECRETARY)
    row, _, motion = find(batch, act, body.motion)
    if row.state == MotionState.ANNULLED:
        return Verdict()
    by_schedule = motion.window.timing is Timing.SEALED_UNTIL and row.offered
    if row.state == MotionState.DRAFTED and not by_schedule:
        raise SohopError(Code.MOTION_NOT_OPEN)
    batch.connection.execute(
        update(_motions).where(_motions.c.id == motion.id).values(state=MotionState.ANNULLED)
    )
    batch.store(act, "annul", motion.id)
    batch.deliver(act.id, act.event.meeting, To.MEETING)
    batch.audit(Audit.MOTION_ANNULLED, act, motion.id)
    return Verdict()


def forked(batch: Batch, act: Act, who: Actor, body: ReportFork) -> Verdict:
    """A laptop's signed word that it was shown two logs: for the desk, and for ever."""
    batch.need_reader(who, act.event.meeting)
    batch.store(act, "fork", body.motion)
    batch.deliver(act.id, act.event.meeting, To.DESK)
    batch.audit(Audit.LOG_FORKED, act, body.motion)
    return Verdict()


def _count(batch: Batch, act: Act, row: Row[tuple[object, ...]], view: PacketView, motion: Motion) -> Closing:
    """The closing of this motion as its log stands now."""
    ballots = _ballots(batch, motion.id)
    present = _PRESENT.decode(row.present)
    result = tally(motion, Digest(row.digest), view.manifest.roll, present, ballots)
    statuses = sorted((fate.ballot, fate.counted, fate.reason) for fate in result.fates)
    tree = batch.tree(motion.id)
    roster, _ = rosters.newest(batch.connection)
    return Closing(
        tenant=batch.recorder.tenant,
        meeting=act.event.meeting,
        motion=motion.id,
        motion_digest=Digest(row.digest),
        opened=moment(_opened(batch, row, motion)),
        closed=moment(batch.now),
        closed_by=act.event.person,
        manifest=Digest(row.manifest),
        epoch=roster.epoch,
        roster=roster.number,
        opening=_opening(batch, row),
        act=act.id,
        size=tree.size,
        root=Digest(tree.root().hex()),
        present=present,
        # By ballot, not by person: their order must not tell whose they are.
        statuses=tuple(Status(ballot=b, counted=counted, reason=reason) for b, counted, reason in statuses),
        counts=tuple(result.counts.items()),
        invalid=result.invalid,
        late=result.late,
        not_voted=result.not_voted,
        chair=result.chair,
    )


def _opened(batch: Batch, row: Row[tuple[object, ...]], motion: Motion) -> int:
    """When it opened: by the chair, else by the schedule, else with the packet's publication."""
    if row.opened is not None:
        return int(row.opened)
    if motion.window.opens is not None:
        return milliseconds(motion.window.opens.timestamp())
    packets = tables.packets.c
    return int(
        batch.connection.execute(
            select(packets.published).where(packets.manifest == row.manifest)
        ).scalar_one()
    )


def _opening(batch: Batch, row: Row[tuple[object, ...]]) -> str:
    """The act that opened it as it stands; an earlier form of it may have been opened before.

    Empty where it opened by the schedule.
    """
    if row.opened is None:
        return ""
    events = tables.events.c
    found = batch.connection.execute(
        select(events.id)
        .where(
            events.meeting == row.meeting,  # the index: a hub keeps all meetings of its years
            events.kind == "open",
            events.motion == row.id,
            events.recorded == row.opened,
        )
        .order_by(events.id)
    )
    return str(found.scalars().first() or "")


def _ballots(batch: Batch, motion: MotionId) -> list[Recorded]:
    ballots, events = tables.ballots.c, tables.events.c
    rows = batch.connection.execute(
        select(ballots.id, ballots.late, ballots.revoked, events.envelope)
        .join(tables.events, events.id == ballots.id)
        .where(ballots.motion == motion)
        .order_by(ballots.place)
    )
    recorded: list[Recorded] = []
    for row in rows:
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
                late=row.late,
                revoked=row.revoked,
            )
        )
    return recorded
