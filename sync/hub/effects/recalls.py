"""Recalls: versions of a packet are taken back for good; the laptops say when their copies are destroyed."""

from __future__ import annotations

from sqlalchemy import func, insert, select, update

from sync.audit import Audit
from sync.errors import Code, SohopError
from sync.hub import awaiting, reach, tables
from sync.hub.actors import Actor, from_row
from sync.hub.batch import Act, Batch, Verdict
from sync.hub.packets import people_of
from sync.hub.rosters import FIRST_EPOCH, epoch
from sync.hub.stored import kept
from sync.hub.tables import PacketState, To
from sync.model.events import RecallPacket, ReportDestroyed
from sync.model.ids import DeviceId, MeetingId, PersonId
from sync.model.meeting import Manifest
from sync.model.people import Role
from sync.wire.codec import decode_payload

_packets = tables.packets


def recall(batch: Batch, act: Act, who: Actor, body: RecallPacket) -> Verdict:
    """A tombstone for every version up to this one. A second recall of the same changes nothing.

    Delivered to all who read any of them, also those whom a later version no longer names.
    Raises ``SohopError(PACKET_UNKNOWN)`` for a version that was never published.
    """
    who.need(Role.SECRETARY, Role.APPROVER)
    meeting = act.event.meeting
    published = batch.connection.execute(
        select(_packets.c.version, _packets.c.state, _packets.c.envelope)
        .where(_packets.c.meeting == meeting, _packets.c.published.is_not(None))
        .order_by(_packets.c.version)
    ).all()
    # A version that is not here yet, or that a restored hub has lost, is recalled with those before it.
    if not published or (body.version > published[-1].version and not _may_have_been(batch, meeting)):
        raise SohopError(Code.PACKET_UNKNOWN)
    taken = [row for row in published if row.version <= body.version]
    if taken and taken[-1].state == PacketState.RECALLED:
        return Verdict()
    withdraw(batch, meeting, body.version)
    persons: set[PersonId] = set()
    for row in taken or published:  # of a version that was lost, those who read the next ones are asked
        persons |= people_of(decode_payload(kept(row.envelope).payload, Manifest))
    batch.connection.execute(
        insert(tables.reaches),
        [
            {"meeting": meeting, "version": body.version, "device": device}
            for device in _holders(batch, persons)
        ],
    )
    batch.store(act, "recall")
    batch.deliver(act.id, meeting, To.MEETING)
    readers = tables.readers.c
    present = batch.connection.execute(select(readers.person).where(readers.meeting == meeting)).scalars()
    for person in sorted(persons.difference(present)):
        batch.deliver(act.id, meeting, To.PERSON, person)
    batch.audit(Audit.PACKET_RECALLED, act, str(body.version))
    return Verdict()


def destroyed(batch: Batch, act: Act, who: Actor, body: ReportDestroyed) -> Verdict:
    """A laptop's signed word that its copies are gone. It stays true said twice, or by one never asked."""
    meeting = act.event.meeting
    if reach.note_destroyed(batch.connection, batch.now, who.device, meeting, body.version):
        batch.store(act, "destroyed")
        batch.deliver(act.id, meeting, To.DESK)
        batch.audit(Audit.COPY_DESTROYED, act, str(body.version))
    return Verdict()


def _may_have_been(batch: Batch, meeting: MeetingId) -> bool:
    """Whether there may be later versions than are here."""
    return epoch(batch.connection) > FIRST_EPOCH or awaiting.may_be_elsewhere(batch, meeting)


def recalled_up_to(batch: Batch, meeting: MeetingId) -> int:
    """The newest version that was ever recalled; 0 for none. It may not have been here then."""
    reaches = tables.reaches.c
    query = select(func.max(reaches.version)).where(reaches.meeting == meeting)
    return batch.connection.execute(query).scalar_one() or 0


def withdraw(batch: Batch, meeting: MeetingId, version: int) -> None:
    """From now on nothing of these versions is handed out, and none of their motions takes ballots."""
    these = (_packets.c.meeting == meeting) & (_packets.c.version <= version)
    batch.connection.execute(update(_packets).where(these).values(state=PacketState.RECALLED))
    motions = tables.motions
    batch.connection.execute(
        update(motions)
        .where(
            motions.c.meeting == meeting,
            motions.c.manifest.in_(select(_packets.c.manifest).where(these)),
        )
        .values(offered=False)
    )


def _holders(batch: Batch, persons: set[PersonId]) -> list[DeviceId]:
    """Devices that could have a copy now: one enrolled later never had any, one revoked gets no word."""
    devices = tables.devices
    rows = batch.connection.execute(select(devices).where(devices.c.revoked.is_(None)))
    actors = [from_row(row) for row in rows]
    return sorted(each.device for each in actors if each.desk or each.person in persons)
