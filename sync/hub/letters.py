"""What each laptop may have, for a stick: replies as an exchange gives them, and the content it lacks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from msgspec.structs import replace
from sqlalchemy import Connection, select

from sync.errors import Code, SohopError
from sync.hub import rosters, tables
from sync.hub.actors import Actor, actor
from sync.hub.exchange import assemble, may_have
from sync.hub.hub import Hub
from sync.hub.packets import PacketView
from sync.hub.stored import kept, milliseconds
from sync.hub.tables import PacketState
from sync.model.events import Event, ReportReady
from sync.model.ids import DeviceId, Digest, MeetingId
from sync.wire.codec import decode_payload
from sync.wire.messages import MAX_EVENTS, MAX_SEQ, ExchangeReply, ExchangeRequest, Outcome, Packet, Retry

MOST_REPLIES: Final = 200
"""Of about 128 KB. A laptop that lacks more gets the rest with the next stick, or by its line."""

_devices, _packets, _readers = tables.devices.c, tables.packets.c, tables.readers.c


@dataclass(frozen=True)
class Written:
    """A letter before it is sealed: see ``wire.bundle.Letter``. ``items``: descriptors whose content this
    laptop may have and, as far as is known, lacks; ``known``: chunks that it reported to have."""

    who: Actor
    asked: ExchangeRequest
    replies: tuple[ExchangeReply, ...]
    items: tuple[Digest, ...] = ()


@dataclass
class Content:
    """What goes into the frames: descriptors with the chunks that somebody lacks of them."""

    lacking: dict[Digest, set[tuple[Digest, int]]] = field(default_factory=dict)

    def want(self, view: PacketView, at: int, known: frozenset[Digest]) -> bool:
        """Somebody who has ``known`` may have this item; whether they lack anything of it."""
        chunks = {
            (chunk.digest, chunk.size)
            for document in view.items[at].documents
            for chunk in document.chunks
            if chunk.digest not in known
        }
        if chunks:
            self.lacking.setdefault(view.manifest.items[at], set()).update(chunks)
        return bool(chunks)


def readers_of(connection: Connection, meetings: Iterable[MeetingId]) -> list[DeviceId]:
    """Laptops in use of all who receive these meetings' packets."""
    rows = connection.execute(
        select(_devices.id)
        .join(tables.readers, _readers.person == _devices.person)
        .where(_readers.meeting.in_(list(meetings)), _devices.revoked.is_(None))
        .distinct()
        .order_by(_devices.id)
    )
    return [DeviceId(device) for device in rows.scalars()]


def standing(connection: Connection, now: float, meeting: MeetingId | None) -> list[tuple[MeetingId, Digest]]:
    """The newest published packet of each meeting that may still be read, or of one."""
    rows = connection.execute(
        select(_packets.meeting, _packets.manifest)
        .where(
            _packets.state == PacketState.PUBLISHED,
            _packets.lease > milliseconds(now),
            *(() if meeting is None else (_packets.meeting == meeting,)),
        )
        .order_by(_packets.meeting, _packets.version)
    )
    newest = {MeetingId(row.meeting): Digest(row.manifest) for row in rows}
    return list(newest.items())


def write_letter(
    hub: Hub, device: DeviceId, packets: Sequence[tuple[MeetingId, Digest]], content: Content
) -> Written:
    """All that is new for one laptop since it was last heard of by stick, and which of these packets'
    content it lacks (``content`` is told). Raises ``SohopError(UNKNOWN_DEVICE)``."""
    with hub.database.read() as connection:
        who = actor(connection, device)
        epoch = rosters.epoch(connection)
        asked = ExchangeRequest(epoch=epoch, cursor=_heard(connection, device, epoch))
        answers = _receipts(connection, device)
        items: dict[Digest, list[int]] = {}
        lacked: set[Digest] = set()
        for meeting, manifest in packets:
            if who.blind or not may_have(connection, who, manifest):
                continue
            view = hub.packets.open(manifest)
            known = _known(hub, connection, who, meeting)
            mine = view.places_for(who.person, desk=who.desk)
            there = [at for at in mine if content.want(view, at, known)]
            if there:
                items[manifest] = there
                lacked.update(view.manifest.items[at] for at in there)
    replies = [_told_apart(hub, reply, items) for reply in _replies(hub, device, asked, answers)]
    return Written(who, asked, tuple(replies), tuple(sorted(lacked)))


def _replies(
    hub: Hub, device: DeviceId, asked: ExchangeRequest, answers: Sequence[Outcome | Retry]
) -> list[ExchangeReply]:
    replies = [assemble(hub, device, asked, answers, by_stick=True)]
    with hub.database.read() as connection:
        roster, _ = rosters.newest(connection)
        later = replace(asked, root=rosters.root_number(connection), roster=roster.number, head=MAX_SEQ)
    while replies[-1].more and len(replies) < MOST_REPLIES:
        replies.append(assemble(hub, device, replace(later, cursor=replies[-1].cursor), (), by_stick=True))
    return replies


def _told_apart(hub: Hub, reply: ExchangeReply, items: dict[Digest, list[int]]) -> ExchangeReply:
    """Without the descriptors that are in the frames, once for all; and without offers of patches."""
    return replace(reply, packets=tuple(_lighter(hub, each, items) for each in reply.packets))


def _lighter(hub: Hub, packet: Packet, items: dict[Digest, list[int]]) -> Packet:
    view = hub.packets.open(packet.manifest.digest)
    apart = set(items.get(view.digest, ()))
    if not apart:
        return replace(packet, patches=())
    there = {view.descriptors[at] for at in apart}
    left = [data for data in packet.descriptors if data not in there]
    return replace(packet, descriptors=tuple(left), kept=tuple(sorted({*packet.kept, *apart})), patches=())


def _heard(connection: Connection, device: DeviceId, epoch: int) -> int:
    """How far this laptop had heard by its newest homeward bundle; 0 when that is not known."""
    table = tables.couriered.c
    row = connection.execute(select(table.epoch, table.cursor).where(table.device == device)).one_or_none()
    return int(row.cursor) if row is not None and row.epoch == epoch else 0


def _receipts(connection: Connection, device: DeviceId) -> list[Outcome | Retry]:
    """Of acts that came by stick, as many as one reply holds; last, of those whose receipt is not here yet,
    that they are carried."""
    outcomes, carried = tables.outcomes.c, tables.carried.c
    rows = connection.execute(
        select(carried.event, outcomes.receipt)
        .outerjoin(tables.outcomes, carried.event == outcomes.event)
        .where(carried.device == device)
        .order_by(outcomes.receipt.is_(None))
        .limit(MAX_EVENTS)
    )
    return [
        Retry(event=row.event, code=Code.CARRIED)
        if row.receipt is None
        else Outcome(event=row.event, receipt=row.receipt)
        for row in rows
    ]


def _known(hub: Hub, connection: Connection, who: Actor, meeting: MeetingId) -> frozenset[Digest]:
    """Chunks that this laptop has by its own newest report on the meeting: all of a version, or nothing that
    could be relied on."""
    events, deliveries = tables.events.c, tables.deliveries.c
    row = connection.execute(
        select(events.envelope)
        .join(tables.deliveries, deliveries.event == events.id)
        .where(events.meeting == meeting, events.device == who.device, events.kind == "ready")
        .order_by(deliveries.seq.desc())
        .limit(1)
    ).one_or_none()
    if row is None:
        return frozenset()
    report = decode_payload(kept(row.envelope).payload, Event).body
    if not isinstance(report, ReportReady) or report.complete < report.documents:
        return frozenset()
    held = connection.execute(
        select(_packets.manifest).where(_packets.manifest == report.manifest, _packets.meeting == meeting)
    ).one_or_none()
    if held is None:
        return frozenset()
    try:
        view = hub.packets.open(Digest(held.manifest))
    except SohopError as error:
        if error.code is not Code.PACKET_INCOMPLETE:
            raise
        return frozenset()
    return frozenset(
        chunk.digest
        for document in view.documents_for(who.person, desk=who.desk)
        for chunk in document.chunks
    )
