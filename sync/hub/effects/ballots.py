"""Ballots: entered into their motion's log, with a reservation where they will not count."""

from __future__ import annotations

from typing import Final

from sqlalchemy import bindparam, func, insert, select

from sync.audit import Audit
from sync.errors import Code, SohopError
from sync.hub import awaiting, tables
from sync.hub.actors import Actor
from sync.hub.batch import Act, Batch, Entered, Verdict
from sync.hub.effects.counting import is_entered
from sync.hub.effects.finding import find, has_begun, is_late
from sync.hub.effects.voters import votes_here
from sync.hub.stored import keep
from sync.hub.tables import To
from sync.model.counts import is_valid
from sync.model.events import CastBallot
from sync.model.ids import Digest, MotionId, PersonId
from sync.model.motion import OVER, MotionState
from sync.model.rules import Secrecy
from sync.wire.codec import encode_payload
from sync.wire.log import leaf_hash
from sync.wire.statements import Leaf

MOST_BALLOTS: Final = 1_000
"""Of one person on one motion, and those of the exchange that passes it: nobody fills the log of all."""
_CAST = select(func.count()).where(
    tables.ballots.c.motion == bindparam("motion"), tables.ballots.c.person == bindparam("person")
)


def cast(batch: Batch, act: Act, who: Actor, body: CastBallot) -> Verdict:
    """Record a ballot. Only the recorder's clock and log decide; the device's claims do not.

    Recorded with a reservation in ``code``: from a revoked device, for another form of the motion, late, of a
    person who was counted by hand, or invalid. After the close the log is frozen: the ballot is kept as
    evidence. So is one from a laptop on which its person does not vote on this motion; it is refused.
    Raises ``SohopError(SECRET_ON_PAPER | NOT_ON_ROLL | MOTION_NOT_OPEN | TOO_MANY_BALLOTS)``;
    ``PACKET_UNKNOWN`` while a room hub may have the packet that has the motion.
    """
    if batch.motion(body.motion) is None and awaiting.may_come_before(batch, act.event):
        raise SohopError(Code.PACKET_UNKNOWN)
    row, view, motion = find(batch, act, body.motion)
    if motion.secrecy is Secrecy.SECRET:
        raise SohopError(Code.SECRET_ON_PAPER)
    if who.person not in view.roll:
        raise SohopError(Code.NOT_ON_ROLL)
    if row.state not in OVER and not (row.offered and has_begun(batch, row, motion)):
        raise SohopError(Code.MOTION_NOT_OPEN)
    if not who.revoked and not votes_here(batch, who, row, view, motion):
        keep_evidence(batch, act, Code.OTHER_DEVICE_VOTES)
        batch.audit(Audit.OTHER_DEVICE_VOTES, act, act.id)
        return Verdict(Code.OTHER_DEVICE_VOTES, accepted=False)
    if row.state in OVER:
        keep_evidence(batch, act, Code.MOTION_NOT_OPEN)
        batch.audit(Audit.LATE_BALLOT, act, act.id)
        return Verdict(Code.MOTION_NOT_OPEN)
    if _cast_before(batch, motion.id, who.person) >= MOST_BALLOTS:
        raise SohopError(Code.TOO_MANY_BALLOTS)
    late = row.state == MotionState.ENDED or is_late(motion, batch.now)
    batch.store(act, "ballot", motion.id)
    batch.deliver(act.id, act.event.meeting, To.PERSON, who.person)
    leaf = encode_payload(
        Leaf(
            ballot=Digest(act.id),
            person=who.person,
            device=who.device,
            recorded=batch.time,
            via=batch.via if act.via == "hub" else act.via,
        )
    )
    tree = batch.tree(motion.id)
    ballot = {
        "id": act.id,
        "motion": motion.id,
        "place": tree.size,
        "person": who.person,
        "leaf": leaf,
        "digest": body.motion_digest,
        "late": late,
        "revoked": who.revoked,
    }
    batch.rows.put_off(tables.ballots, ballot)
    # Last, when nothing can fail any more: the tree in memory knows no rollback.
    place = tree.append(leaf_hash(leaf))
    batch.touched.add(motion.id)
    code = (
        Code.DEVICE_REVOKED
        if who.revoked
        else Code.MOTION_CHANGED
        if body.motion_digest != row.digest
        else Code.MOTION_NOT_OPEN
        if late
        else Code.COUNTED_BY_HAND
        if is_entered(batch, motion.id, who.person)
        else None
        if is_valid(motion, body.choices)
        else Code.BALLOT_INVALID
    )
    return Verdict(code, Entered(motion.id, place, leaf))


def keep_evidence(batch: Batch, act: Act, code: Code) -> None:
    """Keep a ballot that can enter no log."""
    batch.connection.execute(
        insert(tables.evidence).values(
            event=act.id,
            code=code,
            device=act.event.device,
            recorded=batch.now,
            envelope=keep(act.envelope),
        )
    )


def _cast_before(batch: Batch, motion: MotionId, person: PersonId) -> int:
    """Ballots of this person that are written; what is put off is not looked for."""
    return batch.once(
        "cast",
        f"{motion}/{person}",
        lambda reading: int(reading.execute(_CAST, {"motion": motion, "person": person}).scalar_one()),
    )
