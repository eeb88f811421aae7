"""Conducting: chair and secretary alone; told to those who may read the item, an attendance to the person."""

from __future__ import annotations

from sqlalchemy import select

from sync.errors import Code, SohopError
from sync.hub import awaiting, tables
from sync.hub.actors import Actor
from sync.hub.batch import Act, Batch, Verdict
from sync.hub.effects.spreading import spread
from sync.hub.rosters import FIRST_EPOCH, epoch
from sync.model.annotation import Audience
from sync.model.conduct import CONDUCTORS, PointAgenda, PutAttendance, SpeakerAct

_readers = tables.readers.c


def point(batch: Batch, act: Act, who: Actor, body: PointAgenda) -> Verdict:
    """Where the meeting is. Raises ``SohopError(NOT_PERMITTED | PACKET_UNKNOWN)``, as all of these."""
    _begin(batch, act, who, "point")
    spread(batch, act.id, act.event.meeting, Audience.MEETING, body.item, who.person)
    return Verdict()


def speakers(batch: Batch, act: Act, who: Actor, body: SpeakerAct) -> Verdict:
    """Who speaks on an item, who waits, and for how long."""
    _begin(batch, act, who, "speaker")
    spread(batch, act.id, act.event.meeting, Audience.MEETING, body.item, who.person)
    return Verdict()


def put_attendance(batch: Batch, act: Act, who: Actor, body: PutAttendance) -> Verdict:
    """Of somebody who is expected: else ``NOT_PERMITTED``. A restored hub may have lost whom it expected."""
    _begin(batch, act, who, "attendance")
    meeting = act.event.meeting
    expected = batch.connection.execute(
        select(_readers.person).where(_readers.meeting == meeting, _readers.person == body.person)
    ).first()
    if expected is None and epoch(batch.connection) == FIRST_EPOCH:
        elsewhere = awaiting.may_be_elsewhere(batch, meeting)
        raise SohopError(Code.PACKET_UNKNOWN if elsewhere else Code.NOT_PERMITTED)
    spread(batch, act.id, meeting, Audience.SECRETARY, "", who.person, body.person)
    return Verdict()


def _begin(batch: Batch, act: Act, who: Actor, kind: str) -> None:
    who.need(*CONDUCTORS)
    batch.need_reader(who, act.event.meeting)
    batch.store(act, kind)
