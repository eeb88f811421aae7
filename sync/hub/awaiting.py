"""Acts on a packet that came before what they are about.

Where a room hub carries the meeting, the packet's bytes or its approval may be at the other hub still. Such
acts wait among ``tables.relays``, and are settled when it comes.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from sqlalchemy import select

from sync.errors import Code
from sync.hub import tables
from sync.hub.batch import Act, Batch, Verdict
from sync.hub.stored import kept
from sync.model.events import OFFICE, ApprovePacket, Event, PublishPacket, RecallPacket, SubmitPacket
from sync.model.ids import EventId, MeetingId
from sync.model.review import ReturnPacket
from sync.wire.codec import decode_payload

_LACKS: Final[dict[type, frozenset[Code]]] = {
    SubmitPacket: frozenset({Code.PACKET_INCOMPLETE}),
    ApprovePacket: frozenset({Code.PACKET_UNKNOWN}),
    ReturnPacket: frozenset({Code.PACKET_UNKNOWN}),
    PublishPacket: frozenset({Code.PACKET_UNKNOWN, Code.PACKET_NOT_APPROVED}),
    RecallPacket: frozenset({Code.PACKET_UNKNOWN}),
}
"""What may only not be here *yet*, by what is done."""


def is_on_packet(event: Event) -> bool:
    """Whether others may wait for it, or it for others."""
    return type(event.body) in _LACKS


def lacks(batch: Batch, act: Act, verdict: Verdict) -> bool:
    """Whether it was refused only for what the other hub may have. An office whose meeting no room hub
    carries has everything, and refuses at once."""
    if verdict.accepted or verdict.code not in _LACKS.get(type(act.event.body), ()):
        return False
    return batch.recorder.is_room or _is_carried(batch, act.event.meeting)


def waiting(batch: Batch, meeting: MeetingId | None, settled: Collection[EventId]) -> list[Act]:
    """Those of a meeting, or all, that are not ``settled``, in the order of arrival, each read anew."""
    relays, outcomes = tables.relays.c, tables.outcomes.c
    which = [] if meeting is None else [relays.meeting == meeting]
    rows = batch.connection.execute(
        select(relays.event, relays.envelope)
        .outerjoin(tables.outcomes, outcomes.event == relays.event)
        .where(relays.recorder == OFFICE, outcomes.event.is_(None), *which)
        .order_by(relays.seq)
    ).all()
    acts = []
    for row in rows:
        envelope = kept(row.envelope)
        event = decode_payload(envelope.payload, Event)
        if is_on_packet(event) and row.event not in settled:
            acts.append(Act(envelope, event, *batch.packets.submitted(event)))
    return acts


def _is_carried(batch: Batch, meeting: MeetingId) -> bool:
    carried = tables.room_meetings.c
    found = batch.connection.execute(select(carried.device).where(carried.meeting == meeting)).first()
    return found is not None
