"""The reply to an exchange: from one snapshot, what this person may have and the laptop lacks."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

import msgspec
from sqlalchemy import ColumnElement, Connection, Row, func, or_, select, true

from sync.hub import rosters, tables
from sync.hub.actors import Actor
from sync.hub.closed import closed_motion, turnout
from sync.hub.hub import Hub
from sync.hub.patches import offers
from sync.hub.stored import kept, kept_roles, moment
from sync.hub.tables import PacketState, To
from sync.model.ids import DeviceId, Digest, MeetingId, PersonId
from sync.model.people import PersonEntry
from sync.model.text import utc
from sync.wire.codec import encode_payload
from sync.wire.envelope import Envelope, Kind
from sync.wire.messages import (
    MAX_EVENTS,
    ClosedMotion,
    Delivered,
    ExchangeReply,
    ExchangeRequest,
    Outcome,
    Packet,
    Retry,
    Turnout,
)
from sync.wire.statements import Freshness, Roster, Version

FRESH_S = 300
"""An idle laptop gets a newly signed freshness statement this often."""
_MOST_BYTES = 4 * 1024 * 1024
"""Of events, and of packets, in one reply; at least one of each always goes."""

PacketRow = Row[tuple[object, ...]]


def assemble(
    hub: Hub, who: Actor, request: ExchangeRequest, answers: Sequence[Outcome | Retry]
) -> ExchangeReply:
    """Everything new for this device; next to nothing when nothing is."""
    now = hub.clock()
    outcomes = tuple(answer for answer in answers if isinstance(answer, Outcome))
    retries = tuple(answer for answer in answers if isinstance(answer, Retry))
    with hub.database.read() as connection:
        sight = _look(connection, who)
        state = _state(sight, who, now)
        if state == request.state and not answers:
            return ExchangeReply(state=state, time=utc(now), cursor=request.cursor)
        page = _page(connection, who, request.cursor)
        packets, cut = _packets(connection, hub, who, request, sight, page)
        return ExchangeReply(
            state=b"" if page.more or cut else state,
            time=utc(now),
            cursor=page.cursor,
            more=page.more or cut,
            freshness=_freshness(hub, sight, now),
            roster=sight.envelope if sight.roster.number > request.roster else None,
            certs=_certs(connection, page),
            outcomes=outcomes,
            retries=retries,
            events=page.events,
            packets=packets,
            turnout=sight.turnout,
            people=sight.people,
            closed=page.closed,
        )


@dataclass(frozen=True)
class _Sight:
    """What this person can see, without the bulk."""

    roster: Roster
    envelope: Envelope
    revoked: tuple[DeviceId, ...]
    published: tuple[PacketRow, ...]
    drafts: tuple[PacketRow, ...]
    turnout: tuple[Turnout, ...]
    people: tuple[PersonEntry, ...] | None
    newest: int


@dataclass(frozen=True)
class _Page:
    """Events after the laptop's cursor."""

    events: tuple[Delivered, ...]
    devices: frozenset[str]
    closed: tuple[ClosedMotion, ...]
    cursor: int
    more: bool


def _visible(who: Actor) -> ColumnElement[bool]:
    """Which deliveries are for this person. A revoked device, or one not yet listed, gets none."""
    deliveries = tables.deliveries.c
    if who.desk:
        return or_(
            deliveries.audience.in_([To.DESK, To.MEETING]),
            (deliveries.audience == To.PERSON) & (deliveries.person == who.person),
        )
    mine = select(tables.readers.c.meeting).where(tables.readers.c.person == who.person)
    return or_(
        (deliveries.audience == To.MEETING) & deliveries.meeting.in_(mine),
        (deliveries.audience == To.PERSON) & (deliveries.person == who.person),
    )


def _blind(who: Actor) -> bool:
    return who.revoked or not who.listed


def _look(connection: Connection, who: Actor) -> _Sight:
    roster, envelope = rosters.newest(connection)
    gone = tuple(rosters.revoked(connection))
    if _blind(who):
        return _Sight(roster, envelope, gone, (), (), (), None, 0)
    packets, deliveries = tables.packets.c, tables.deliveries.c
    mine = (
        true()
        if who.desk
        else packets.meeting.in_(
            select(tables.readers.c.meeting).where(tables.readers.c.person == who.person)
        )
    )
    rows = connection.execute(
        select(tables.packets)
        .where(mine, packets.state == PacketState.PUBLISHED)
        .order_by(packets.meeting, packets.version)
    )
    published = {row.meeting: row for row in rows}
    drafts: list[PacketRow] = []
    if who.desk:
        rows = connection.execute(
            select(tables.packets)
            .where(packets.state != PacketState.PUBLISHED)
            .order_by(packets.meeting, packets.manifest)
        )
        drafts = [
            row
            for row in rows
            if row.meeting not in published or row.version > published[row.meeting].version
        ]
    newest = connection.execute(
        select(deliveries.seq).where(_visible(who)).order_by(deliveries.seq.desc()).limit(1)
    ).scalar_one_or_none()
    return _Sight(
        roster,
        envelope,
        gone,
        tuple(published.values()),
        tuple(drafts),
        turnout(connection) if who.desk else (),
        _people(connection) if who.desk else None,
        newest or 0,
    )


def _state(sight: _Sight, who: Actor, now: float) -> bytes:
    """16 bytes that change when anything does that this laptop would be told."""
    parts = (
        who.person,
        who.desk,
        _blind(who),
        sight.newest,
        sight.roster.number,
        sight.revoked,
        [(row.manifest, row.state, row.changed) for row in (*sight.published, *sight.drafts)],
        [(each.motion, each.voted) for each in sight.turnout],
        sight.people,
        int(now // FRESH_S),
    )
    return hashlib.sha256(msgspec.json.encode(parts)).digest()[:16]


def _people(connection: Connection) -> tuple[PersonEntry, ...]:
    """Everybody whom a packet may name."""
    people = tables.people.c
    rows = connection.execute(select(people.id, people.name, people.title, people.roles).order_by(people.id))
    return tuple(
        PersonEntry(person=PersonId(row.id), name=row.name, title=row.title, roles=kept_roles(row.roles))
        for row in rows
    )


def _freshness(hub: Hub, sight: _Sight, now: float) -> Envelope:
    statement = Freshness(
        tenant=hub.recorder.tenant,
        time=utc(now),
        roster=sight.roster.number,
        manifests=tuple(
            Version(meeting=row.meeting, version=row.version, manifest=row.manifest)
            for row in sight.published
        ),
        revoked=sight.revoked,
    )
    return hub.recorder.seal(Kind.FRESHNESS, encode_payload(statement))


def _page(connection: Connection, who: Actor, cursor: int) -> _Page:
    deliveries, events = tables.deliveries.c, tables.events.c
    last = connection.execute(select(func.max(deliveries.seq))).scalar_one() or 0
    if _blind(who):
        return _Page((), frozenset(), (), cursor, more=False)
    rows = connection.execute(
        select(
            deliveries.seq,
            events.id,
            events.kind,
            events.motion,
            events.device,
            events.recorded,
            events.envelope,
        )
        .join(tables.events, events.id == deliveries.event)
        .where(deliveries.seq > cursor, _visible(who))
        .order_by(deliveries.seq)
        .limit(MAX_EVENTS + 1)
    ).all()
    taken: list[Delivered] = []
    devices: set[str] = set()
    closed: list[ClosedMotion] = []
    seen: set[str] = set()
    size = 0
    for row in rows:
        if len(taken) == MAX_EVENTS or (taken and size + len(row.envelope) > _MOST_BYTES):
            return _Page(tuple(taken), frozenset(devices), tuple(closed), taken[-1].seq, more=True)
        if row.id in seen:
            continue
        seen.add(row.id)
        size += len(row.envelope)
        taken.append(Delivered(row.seq, moment(row.recorded), kept(row.envelope)))
        if row.device is not None:
            devices.add(row.device)
        if row.kind == "closing" and who.desk:
            motion, voters = closed_motion(connection, row.motion)
            closed.append(motion)
            devices |= voters
    return _Page(tuple(taken), frozenset(devices), tuple(closed), last, more=False)


def _certs(connection: Connection, page: _Page) -> tuple[Envelope, ...]:
    """Certificates of the delegates' devices in this page; office devices stand in the roster."""
    devices = tables.devices.c
    rows = connection.execute(
        select(devices.statement)
        .where(devices.id.in_(page.devices), devices.statement.is_not(None))
        .order_by(devices.id)
    )
    return tuple(kept(statement) for statement in rows.scalars())


def _packets(
    connection: Connection, hub: Hub, who: Actor, request: ExchangeRequest, sight: _Sight, page: _Page
) -> tuple[tuple[Packet, ...], bool]:
    """Packets the laptop lacks; for the desk also those whose signatures have changed since its cursor."""
    had: set[str] = set()
    found: list[Packet] = []
    size = 0
    for row in (*sight.published, *sight.drafts):
        news = who.desk and request.cursor < row.changed <= page.cursor
        if row.manifest in had and not news:
            continue
        view = hub.packets.open(Digest(row.manifest))
        packet = Packet(
            seq=row.changed,
            patches=offers(connection, hub.packets, view, who.person, desk=who.desk),
            manifest=kept(row.envelope),
            descriptors=view.descriptors_for(who.person, desk=who.desk),
            published=row.state == PacketState.PUBLISHED,
        )
        size += len(row.envelope) + sum(map(len, packet.descriptors))
        if found and packet.published and size > _MOST_BYTES:
            return tuple(found), True
        found.append(packet)
    return tuple(found), False


def may_have(connection: Connection, who: Actor, manifest: Digest) -> bool:
    """Whether the hub may hand out pieces of this packet: published to the person, or the desk's draft."""
    packets, readers = tables.packets.c, tables.readers.c
    row = connection.execute(
        select(packets.meeting, packets.state).where(packets.manifest == manifest)
    ).one_or_none()
    if row is None or _blind(who):
        return False
    if who.desk:
        return True
    if row.state != PacketState.PUBLISHED:
        return False
    reader = connection.execute(
        select(readers.person).where(readers.meeting == MeetingId(row.meeting), readers.person == who.person)
    ).first()
    return reader is not None
