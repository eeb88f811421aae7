"""Packets: submitted by a secretary, approved or returned by another person, published by a secretary."""

from __future__ import annotations

from sqlalchemy import delete, insert, select, update
from sqlalchemy.engine import Row

from sync.audit import Audit
from sync.errors import Code, SohopError
from sync.hub import awaiting, tables
from sync.hub.actors import Actor
from sync.hub.batch import Act, Batch, Verdict
from sync.hub.effects.motions import offer
from sync.hub.effects.recalls import recalled_up_to, withdraw
from sync.hub.packets import PacketView
from sync.hub.rosters import FIRST_EPOCH, directory, epoch
from sync.hub.stored import keep, keep_moment, kept
from sync.hub.tables import PacketState, To
from sync.model.events import ApprovePacket, PublishPacket, SubmitPacket
from sync.model.ids import Digest, MeetingId
from sync.model.people import Role
from sync.model.review import ReturnPacket
from sync.trust.packets import accept_manifest
from sync.wire.envelope import Envelope, Kind, Signature, verify

_packets = tables.packets


def submit(batch: Batch, act: Act, who: Actor, body: SubmitPacket) -> Verdict:
    """Everything is here, the signature fits, and it follows the newest published version."""
    who.need(Role.SECRETARY)
    view = act.packet
    if view is None or act.flaw is not None:
        raise SohopError(act.flaw or Code.PACKET_INCOMPLETE)
    manifest = view.manifest
    meeting = manifest.meeting.id
    if meeting != act.event.meeting:
        raise SohopError(Code.MALFORMED)
    _check_next(batch, meeting, manifest.version, manifest.previous)
    _check_motions_are_new(batch, view)
    envelope = _sign(batch, who, Envelope(Kind.MANIFEST, view.payload, ()), body.signature)
    batch.store(act, "packet")
    batch.deliver(act.id, meeting, To.DESK)
    values = {"state": PacketState.SUBMITTED, "submitter": who.person, "envelope": keep(envelope)}
    if _find(batch, view.digest) is None:
        batch.connection.execute(
            insert(_packets).values(
                manifest=view.digest,
                meeting=meeting,
                version=manifest.version,
                previous=manifest.previous,
                lease=keep_moment(manifest.lease),
                changed=0,
                **values,
            )
        )
    else:
        batch.connection.execute(update(_packets).where(_packets.c.manifest == view.digest).values(**values))
    batch.deliver_packet(view.digest, meeting, To.DESK)
    batch.audit(Audit.PACKET_SUBMITTED, act, view.digest)
    return Verdict()


def approve(batch: Batch, act: Act, who: Actor, body: ApprovePacket) -> Verdict:
    """A second person's signature on the same bytes."""
    who.need(Role.APPROVER)
    row = _named(batch, act, body.manifest)
    if row.submitter == who.person:
        raise SohopError(Code.SAME_PERSON)
    if row.state == PacketState.PUBLISHED:
        return Verdict()
    _need_not_returned(row)
    _check_next(batch, row.meeting, row.version, row.previous)
    _need_newest(batch, row)
    envelope = _sign(batch, who, kept(row.envelope), body.signature)
    batch.store(act, "packet")
    batch.deliver(act.id, row.meeting, To.DESK)
    batch.connection.execute(
        update(_packets)
        .where(_packets.c.manifest == row.manifest)
        .values(state=PacketState.APPROVED, envelope=keep(envelope))
    )
    batch.deliver_packet(row.manifest, row.meeting, To.DESK)
    batch.audit(Audit.PACKET_APPROVED, act, row.manifest)
    return Verdict()


def send_back(batch: Batch, act: Act, who: Actor, body: ReturnPacket) -> Verdict:
    """The desk hears what is to be changed. What is published is recalled, not returned."""
    who.need(Role.APPROVER)
    row = _named(batch, act, body.manifest)
    if row.submitter == who.person:
        raise SohopError(Code.SAME_PERSON)
    if row.published is not None:
        raise SohopError(Code.PACKET_SUPERSEDED)
    batch.store(act, "packet")
    batch.deliver(act.id, row.meeting, To.DESK)
    batch.connection.execute(
        update(_packets).where(_packets.c.manifest == row.manifest).values(state=PacketState.RETURNED)
    )
    batch.audit(Audit.PACKET_RETURNED, act, row.manifest)
    return Verdict()


def publish(batch: Batch, act: Act, who: Actor, body: PublishPacket) -> Verdict:
    """Visible to its readers from now on, unless it was recalled already: the recall may have come by another
    route. The signers must still be in good standing."""
    who.need(Role.SECRETARY)
    row = _named(batch, act, body.manifest)
    if row.state == PacketState.PUBLISHED:
        return Verdict()
    _need_not_returned(row)
    _check_next(batch, row.meeting, row.version, row.previous)
    try:
        accept_manifest(kept(row.envelope), directory(batch.connection))
    except SohopError as error:
        raise SohopError(Code.PACKET_NOT_APPROVED) from error
    view = batch.packets.open(body.manifest)
    _check_motions_are_new(batch, view)
    batch.store(act, "packet")
    batch.deliver(act.id, row.meeting, To.DESK)
    batch.connection.execute(
        update(_packets)
        .where(_packets.c.manifest == row.manifest)
        .values(state=PacketState.PUBLISHED, published=batch.now)
    )
    _admit(batch, view)
    batch.deliver_packet(row.manifest, row.meeting, To.MEETING)
    offer(batch, act, view)
    if row.version <= recalled_up_to(batch, row.meeting):
        withdraw(batch, row.meeting, row.version)
    batch.audit(Audit.PACKET_PUBLISHED, act, row.manifest)
    return Verdict()


def take_over(batch: Batch, envelope: Envelope, published: int, view: PacketView) -> None:
    """A version that the office has published, at a room hub: the newest of its meeting, or nothing happens.

    Its signatures were checked.
    """
    manifest = view.manifest
    row = _find(batch, view.digest)
    newest = batch.connection.execute(
        select(_packets.c.version)
        .where(_packets.c.meeting == manifest.meeting.id, _packets.c.published.is_not(None))
        .order_by(_packets.c.version.desc())
        .limit(1)
    ).scalar_one_or_none()
    if (row is not None and row.published is not None) or (newest or 0) >= manifest.version:
        return
    values = {"state": PacketState.PUBLISHED, "envelope": keep(envelope), "published": published}
    if row is None:
        batch.connection.execute(
            insert(_packets).values(
                manifest=view.digest,
                meeting=manifest.meeting.id,
                version=manifest.version,
                previous=manifest.previous,
                submitter="",
                lease=keep_moment(manifest.lease),
                changed=0,
                **values,
            )
        )
    else:
        batch.connection.execute(update(_packets).where(_packets.c.manifest == view.digest).values(**values))
    _admit(batch, view)
    batch.deliver_packet(view.digest, manifest.meeting.id, To.MEETING)
    offer(batch, None, view)


def _sign(batch: Batch, who: Actor, envelope: Envelope, value: bytes) -> Envelope:
    """The envelope with this device's signature added. Raises ``SohopError(BAD_SIGNATURE)``."""
    others = tuple(s for s in envelope.signatures if s.signer != who.device)
    signed = Envelope(envelope.kind, envelope.payload, (*others, Signature(who.device, value)))
    verify(signed, Kind.MANIFEST, batch.recorder.tenant, who.device, who.cert.sign_key)
    return signed


def _find(batch: Batch, manifest: Digest) -> Row[tuple[object, ...]] | None:
    return batch.connection.execute(select(_packets).where(_packets.c.manifest == manifest)).one_or_none()


def _named(batch: Batch, act: Act, manifest: Digest) -> Row[tuple[object, ...]]:
    row = _find(batch, manifest)
    if row is None or row.meeting != act.event.meeting:
        raise SohopError(Code.PACKET_UNKNOWN)
    if row.state == PacketState.RECALLED:
        raise SohopError(Code.RECALLED)
    return row


def _need_not_returned(row: Row[tuple[object, ...]]) -> None:
    """Raises ``SohopError(PACKET_RETURNED)``."""
    if row.state == PacketState.RETURNED:
        raise SohopError(Code.PACKET_RETURNED)


def _need_newest(batch: Batch, row: Row[tuple[object, ...]]) -> None:
    """Raises ``SohopError(PACKET_SUPERSEDED)`` where another was submitted after it: that is looked at."""
    later = batch.connection.execute(
        select(_packets.c.manifest).where(
            _packets.c.meeting == row.meeting,
            _packets.c.version == row.version,
            _packets.c.published.is_(None),
            _packets.c.changed > row.changed,
        )
    ).first()
    if later is not None:
        raise SohopError(Code.PACKET_SUPERSEDED)


def _check_next(batch: Batch, meeting: MeetingId, version: int, previous: str) -> None:
    """Raises ``SohopError(PACKET_SUPERSEDED)`` unless it follows the newest version that was ever published.

    What was recalled keeps its number, and the next one follows it or the recall. A hub that was restored
    may have lost versions that laptops have: there the desk goes on from what *it* has, and leaves them out.
    ``PACKET_UNKNOWN`` while a room hub may have the one between.
    """
    newest = batch.connection.execute(
        select(_packets.c.version, _packets.c.manifest, _packets.c.state)
        .where(_packets.c.meeting == meeting, _packets.c.published.is_not(None))
        .order_by(_packets.c.version.desc())
        .limit(1)
    ).one_or_none()
    last = 0 if newest is None else newest.version
    if version == last + 1:
        recalled = newest is not None and newest.state == PacketState.RECALLED
        follows = previous != "" if recalled else previous == ("" if newest is None else newest.manifest)
    else:
        follows = version > last + 1 and previous != "" and _goes_on(batch, meeting)
    if not follows:
        raise SohopError(Code.PACKET_SUPERSEDED)


def _goes_on(batch: Batch, meeting: MeetingId) -> bool:
    """Whether a version may follow one that is not here. In a room it must: the line to what the office has
    published since may be down all day."""
    if batch.recorder.is_room or epoch(batch.connection) > FIRST_EPOCH:
        return True
    if awaiting.may_be_elsewhere(batch, meeting):
        raise SohopError(Code.PACKET_UNKNOWN)
    return False


def _check_motions_are_new(batch: Batch, view: PacketView) -> None:
    """A motion's log bears its id alone, so no other meeting may use the id.

    Raises ``SohopError(MALFORMED)``.
    """
    motions = tables.motions.c
    taken = batch.connection.execute(
        select(motions.id).where(
            motions.id.in_([motion.id for motion in view.manifest.motions]),
            motions.meeting != view.manifest.meeting.id,
        )
    ).first()
    if taken is not None:
        raise SohopError(Code.MALFORMED)


def _admit(batch: Batch, view: PacketView) -> None:
    """The meeting's readers become those of this version; who is new receives what was said before.

    The version itself has its place after this; older ones and their packets are nobody's any more.
    """
    meeting = view.manifest.meeting.id
    readers, deliveries = tables.readers.c, tables.deliveries.c
    wanted = view.people
    present = set(
        batch.connection.execute(select(readers.person).where(readers.meeting == meeting)).scalars()
    )
    if gone := present - wanted:
        batch.connection.execute(
            delete(tables.readers).where(readers.meeting == meeting, readers.person.in_(gone))
        )
    if not (fresh := sorted(wanted - present)):
        return
    batch.connection.execute(insert(tables.readers), [{"meeting": meeting, "person": p} for p in fresh])
    earlier = batch.connection.execute(
        select(deliveries.event)
        .where(
            deliveries.meeting == meeting,
            deliveries.audience == To.MEETING,
            deliveries.event.is_not(None),
        )
        .order_by(deliveries.seq)
    ).scalars()
    batch.deliver_each(list(earlier), meeting, fresh)
