"""Motions: offered by a published packet, opened and closed by the chair or the secretary."""

from __future__ import annotations

import msgspec
from sqlalchemy import insert, select, update
from sqlalchemy.engine import Row

from sync.audit import Audit
from sync.errors import Code, SohopError
from sync.hub import tables
from sync.hub.actors import Actor
from sync.hub.batch import Act, Batch, Verdict
from sync.hub.effects.closing import count
from sync.hub.effects.counting import withdraw_all
from sync.hub.effects.finding import find, is_late, need_open, opened
from sync.hub.packets import PacketView
from sync.hub.stored import keep
from sync.hub.tables import To
from sync.model.events import OFFICE, AnnulMotion, CloseMotion, EndVoting, OpenMotion, ReportFork
from sync.model.motion import OVER, STRICT_LEAST_S, Motion, MotionState
from sync.model.people import Role
from sync.model.rules import Timing
from sync.wire.codec import encode_payload
from sync.wire.digests import motion_digest
from sync.wire.envelope import Kind

_motions = tables.motions


def offer(batch: Batch, act: Act | None, view: PacketView) -> None:
    """Take over the motions of a version that is being published.

    A motion that is over stays as it is. One that changed while open has to be opened again: its earlier
    ballots stay in its log and do not count, and what was entered by hand is entered anew.
    """
    meeting = view.manifest.meeting.id
    batch.connection.execute(update(_motions).where(_motions.c.meeting == meeting).values(offered=False))
    for motion in view.manifest.motions:
        fixed = motion_digest(view.manifest, motion)
        row = batch.connection.execute(select(_motions).where(_motions.c.id == motion.id)).one_or_none()
        here = {"manifest": view.digest, "digest": fixed, "offered": True}
        fresh = {
            "state": MotionState.DRAFTED,
            "present": "[]",
            **dict.fromkeys(("opened", "open_act", "ended", "end_act", "in_time")),
        }
        if row is None:
            batch.connection.execute(insert(_motions).values(id=motion.id, meeting=meeting, **here, **fresh))
            continue
        if row.state in OVER:
            continue
        changed = row.digest != fixed
        if changed and row.state != MotionState.DRAFTED and act is not None:
            batch.audit(Audit.MOTION_CHANGED, act, motion.id)
        if changed:
            withdraw_all(batch, motion.id)
            _begin_anew(batch, motion)
        batch.connection.execute(
            update(_motions).where(_motions.c.id == motion.id).values(**here, **(fresh if changed else {}))
        )


def open_motion(batch: Batch, act: Act, who: Actor, body: OpenMotion) -> Verdict:
    """Freeze who is present and who records. A second opening changes nothing, also after the voting.

    Raises ``SohopError(MOTION_NOT_OPEN | MOTION_CHANGED | RECORDED_ELSEWHERE)``.
    """
    who.need(Role.CHAIR, Role.SECRETARY)
    row, _, motion = find(batch, act, body.motion, by_anyone=True)
    recorder = act.event.recorder
    # A motion keeps its recorder, also when it changed and is opened again: else it had two logs. What opens
    # by a schedule has the office's from the beginning.
    if row.recorder not in (None, recorder) or (
        recorder != OFFICE and motion.window.timing is not Timing.STRICT
    ):
        raise SohopError(Code.RECORDED_ELSEWHERE)
    if row.state in OVER or not row.offered:
        raise SohopError(Code.MOTION_NOT_OPEN)
    if row.digest != body.motion_digest:
        raise SohopError(Code.MOTION_CHANGED)
    if row.state != MotionState.DRAFTED:
        return Verdict()
    batch.connection.execute(
        update(_motions)
        .where(_motions.c.id == body.motion)
        .values(
            state=MotionState.OPEN,
            recorder=recorder,
            opened=batch.now,
            open_act=act.id,
            present=msgspec.json.encode(body.present).decode(),
        )
    )
    batch.store(act, "open", body.motion)
    batch.deliver(act.id, act.event.meeting, To.MEETING)
    batch.audit(Audit.MOTION_OPENED, act, body.motion)
    return Verdict()


def end_voting(batch: Batch, act: Act, who: Actor, body: EndVoting) -> Verdict:
    """From now on ballots are late; the count goes on. A second time changes nothing.

    Raises ``SohopError(MOTION_NOT_OPEN | ENDED_EARLY)``.
    """
    who.need(Role.CHAIR, Role.SECRETARY)
    row, _, motion = find(batch, act, body.motion)
    if row.state == MotionState.ENDED:
        return Verdict()
    need_open(batch, row, motion)
    _need_time(batch, row, motion, early=body.early)
    batch.connection.execute(
        update(_motions)
        .where(_motions.c.id == motion.id)
        .values(state=MotionState.ENDED, ended=batch.now, end_act=act.id, in_time=batch.tree(motion.id).size)
    )
    batch.store(act, "end", motion.id)
    batch.deliver(act.id, act.event.meeting, To.MEETING)
    batch.audit(Audit.VOTING_ENDED, act, motion.id)
    return Verdict()


def close_motion(batch: Batch, act: Act, who: Actor, body: CloseMotion) -> Verdict:
    """Freeze the log, count, and sign what became of each ballot. A second close changes nothing.

    The chair may close a ``sealed_until`` motion before its time; the closing says when it was. An entry that
    nobody has confirmed does not count. Raises ``SohopError(MOTION_NOT_OPEN | ENDED_EARLY)``.
    """
    who.need(Role.CHAIR, Role.SECRETARY)
    row, view, motion = find(batch, act, body.motion)
    if row.state == MotionState.CLOSED:
        return Verdict()
    need_open(batch, row, motion)
    if row.ended is None:
        _need_time(batch, row, motion, early=body.early)
    closing = count(batch, act, row, view, motion, body.present)
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
    """A motion that was opened counts for nothing any more, whoever recorded it: its recorder may be gone. A
    second time changes nothing."""
    who.need(Role.CHAIR, Role.SECRETARY)
    row, _, motion = find(batch, act, body.motion, by_anyone=True)
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


def _begin_anew(batch: Batch, motion: Motion) -> None:
    """An end of the voting on an earlier form is none of this one: should the same form come back, ballots
    for it are late by its schedule alone."""
    ballots, events = tables.ballots, tables.events
    rows = batch.connection.execute(
        select(ballots.c.id, events.c.recorded)
        .join(events, events.c.id == ballots.c.id)
        .where(ballots.c.motion == motion.id, ballots.c.late)
    ).all()
    in_time = [row.id for row in rows if not is_late(motion, row.recorded)]
    batch.connection.execute(update(ballots).where(ballots.c.id.in_(in_time)).values(late=False))


def _need_time(batch: Batch, row: Row[tuple[object, ...]], motion: Motion, *, early: bool) -> None:
    """Raises ``SohopError(ENDED_EARLY)`` while those who are to vote have hardly had the time to."""
    least = STRICT_LEAST_S * 1_000
    if motion.window.timing is Timing.STRICT and not early and batch.now - opened(batch, row, motion) < least:
        raise SohopError(Code.ENDED_EARLY)
