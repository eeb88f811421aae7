"""Acts that came before what they are about.

Where a room hub carries the meeting, a packet's bytes or its approval may be at the other hub still, the new
document that somebody writes on, the note that a reply answers, or the packet with the motion of a ballot.
Such acts wait among ``tables.relays``, and are settled when it comes, or is refused.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from sqlalchemy import insert, select

from sync.errors import Code
from sync.hub import tables
from sync.hub.batch import Act, Batch, Verdict
from sync.hub.stored import kept
from sync.hub.tables import To
from sync.model.events import (
    MOTION_ACTS,
    OFFICE,
    ApprovePacket,
    CastBallot,
    Event,
    PublishPacket,
    PutMark,
    PutOpinion,
    RecallPacket,
    SubmitPacket,
)
from sync.model.ids import EventId, MeetingId
from sync.model.opinion import OnMark, OnOpinion
from sync.model.review import ReturnPacket
from sync.wire.codec import decode_payload

_LACKS: Final[dict[type, frozenset[Code]]] = {
    SubmitPacket: frozenset({Code.PACKET_INCOMPLETE, Code.PACKET_UNKNOWN}),
    PublishPacket: frozenset({Code.PACKET_UNKNOWN, Code.PACKET_NOT_APPROVED}),
}
"""What may only not be here *yet*, by what is done; for the rest ``_USUAL``."""
_USUAL: Final = frozenset({Code.PACKET_UNKNOWN})
_BASES: Final = (
    SubmitPacket,
    ApprovePacket,
    ReturnPacket,
    PublishPacket,
    RecallPacket,
    PutMark,
    PutOpinion,
)


def may_wait(batch: Batch, event: Event) -> bool:
    """Of acts on motions a ballot does, at the office: who leads a vote is better told at once."""
    if isinstance(event.body, CastBallot):
        return event.recorder == OFFICE and not batch.recorder.is_room
    return not isinstance(event.body, MOTION_ACTS)


def may_come_before(batch: Batch, event: Event) -> bool:
    """Whether another hub may have what it is about and is not here."""
    return may_wait(batch, event) and may_be_elsewhere(batch, event.meeting)


def waits(batch: Batch, act: Act) -> bool:
    """Whether it has come before, and waits."""
    body = act.event.body
    if isinstance(body, CastBallot) and batch.motion(body.motion) is not None:
        return False  # nearly always, and a question less
    return may_wait(batch, act.event) and batch.is_relayed(act.id)


def is_basis(event: Event) -> bool:
    """Whether others may wait for it."""
    return isinstance(event.body, _BASES)


def lacks(batch: Batch, act: Act, verdict: Verdict) -> bool:
    """Whether it was refused only for what the other hub may have. An office whose meeting no room hub
    carries has everything, and refuses at once."""
    if verdict.accepted or verdict.code not in _LACKS.get(type(act.event.body), _USUAL):
        return False
    event = act.event
    return may_come_before(batch, event) and not hangs_on_refused(batch, event)


def note_refusal(batch: Batch, act: Act) -> None:
    """An act was refused for good. Where a room hub may have taken it nobody is to wait for it; and those who
    heard it there are told by the office, whose word holds."""
    event = act.event
    if isinstance(event.body, MOTION_ACTS) or not may_be_elsewhere(batch, event.meeting):
        return
    if basis := _basis(event):
        row = {"event": act.id, "meeting": event.meeting, "basis": basis}
        batch.connection.execute(insert(tables.refusals).values(row))
    if not batch.recorder.is_room:
        told = {"refused": act.id, "meeting": event.meeting, "audience": To.MEETING}
        batch.connection.execute(insert(tables.deliveries).values(told))


def hangs_on_refused(batch: Batch, event: Event) -> bool:
    """Whether what it is about was refused here, and so is not to be waited for."""
    refusals = tables.refusals.c
    found = batch.connection.execute(
        select(refusals.event).where(refusals.meeting == event.meeting, refusals.basis.in_(_needs(event)))
    ).first()
    return found is not None


def waiting(batch: Batch, meeting: MeetingId | None, settled: Collection[EventId]) -> list[Act]:
    """Those of a meeting, or all, that are not ``settled``, in the order of arrival, each read anew. A ballot
    is in time or late by when it came."""
    relays, outcomes = tables.relays.c, tables.outcomes.c
    which = [] if meeting is None else [relays.meeting == meeting]
    rows = batch.connection.execute(
        select(relays.event, relays.recorded, relays.envelope)
        .outerjoin(tables.outcomes, outcomes.event == relays.event)
        .where(relays.recorder == OFFICE, outcomes.event.is_(None), *which)
        .order_by(relays.seq)
    ).all()
    acts = []
    for row in rows:
        envelope = kept(row.envelope)
        event = decode_payload(envelope.payload, Event)
        if may_wait(batch, event) and row.event not in settled:
            came = row.recorded if isinstance(event.body, CastBallot) else None
            acts.append(Act(envelope, event, *batch.packets.submitted(event), came=came))
    return acts


def may_be_elsewhere(batch: Batch, meeting: MeetingId) -> bool:
    """Whether another hub may have what is not here."""
    if batch.recorder.is_room:
        return True
    carried, devices = tables.room_meetings.c, tables.devices.c
    found = batch.connection.execute(
        select(carried.device)
        .join(tables.devices, devices.id == carried.device)
        .where(carried.meeting == meeting, devices.revoked.is_(None))
    ).first()
    return found is not None


def _basis(event: Event) -> str:
    """What others may wait for: a packet, its approval, something to reply to."""
    match event.body:
        case SubmitPacket(manifest=manifest):
            return f"packet {manifest}"
        case ApprovePacket(manifest=manifest):
            return f"approval {manifest}"
        case PutOpinion(opinion=opinion):
            return f"opinion {opinion.id}"
        case PutMark(mark=mark):
            return f"mark {mark.id}"
    return ""


def _needs(event: Event) -> list[str]:
    """Of these what an act hangs on."""
    match event.body:
        case ApprovePacket(manifest=manifest) | ReturnPacket(manifest=manifest):
            return [f"packet {manifest}"]
        case PublishPacket(manifest=manifest):
            return [f"packet {manifest}", f"approval {manifest}"]
        case PutOpinion(opinion=opinion):
            match opinion.about:
                case OnOpinion(opinion=about):
                    return [f"opinion {about}"]
                case OnMark(mark=about):
                    return [f"mark {about}"]
    return []
