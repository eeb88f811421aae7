"""The office's side of a meeting with a room hub: takes what it brings, gives what its meetings need."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from functools import partial

from msgspec.structs import replace
from sqlalchemy import Connection, exists, func, or_, select

from sync.audit import Audit
from sync.errors import Code, SohopError
from sync.hub import adopting, handing, hearing, rosters, tables
from sync.hub.actors import Actor
from sync.hub.batch import Act, Batch
from sync.hub.hub import Hub
from sync.hub.intake import read_events
from sync.hub.settling import Settling
from sync.hub.stored import kept, kept_cert, kept_roles, moment
from sync.hub.tables import PacketState, To
from sync.model.events import OFFICE
from sync.model.ids import DeviceId, Digest, EventId, MotionId, PersonId
from sync.model.people import PersonEntry, Role
from sync.trust.directory import Directory
from sync.trust.recorders import is_for
from sync.wire.desk import Contact
from sync.wire.letters import FromRoom
from sync.wire.messages import Outcome, Retry
from sync.wire.rooms import (
    MOST_ACTS,
    Facts,
    KnownDevice,
    KnownVoting,
    Left,
    MotionLog,
    Published,
    RoomReply,
    RoomRequest,
    Said,
)

REPLAYED = frozenset({"mark", "opinion", "checkin", "attendance", "point", "speaker", "recall"})
"""Kinds of acts that a room hub settles again for its laptops, as the office did."""
DRAFTED = "packet"
"""What is done to a packet that is not published yet: a room hub goes on with it when the line is cut."""
RECORDED = frozenset({"open", "end", "close", "closing", "annul"})
"""Kinds that tell how a motion stands: taken over as its recorder has them."""
_STAMPED = (
    Audit.OFFICE_CHANGED,
    Audit.PERSON_ADDED,
    Audit.PERSON_CHANGED,
    Audit.ENROLLED,
    Audit.REVOKED,
    Audit.ROSTER_SIGNED,
    Audit.VOTING_DEVICE,
    Audit.PACKET_PUBLISHED,
    Audit.ROOM_CARRIES,
)
"""What changes ``Facts``."""


def meet(hub: Hub, who: Actor, message: RoomRequest) -> RoomReply:
    """One round with a room hub. Doing it again changes nothing.

    Raises ``SohopError(NOT_PERMITTED)`` for anybody else, and what the ledger does.
    """
    done = take(hub, who, message)
    with hub.database.read() as connection:
        meetings = sorted(carried_meetings(connection, who.device))
        return _news(hub, connection, who.device, meetings, message, done)


def take(hub: Hub, who: Actor, brought: RoomRequest | FromRoom) -> RoomReply:
    """Settle what a room hub brings, some acts at a time, then how its motions stand: what became of it.

    Raises ``SohopError(NOT_PERMITTED)`` for anybody else, and what the ledger does.
    """
    who.need(Role.ROOM_HUB)
    with hub.database.read() as connection:
        meetings = frozenset(carried_meetings(connection, who.device))
        directory = directory_of(connection)
    room = _Room(who.device, meetings, directory)
    done = RoomReply()
    for start in range(0, len(brought.acts), MOST_ACTS):
        some = brought.acts[start : start + MOST_ACTS]
        with hub.database.read() as connection:
            envelopes = [said.envelope for said in some]
            acts = read_events(connection, envelopes, hub.recorder.tenant, hub.packets)
        more = hub.ledger.work(partial(_take, room, some, acts)).result()
        done = replace(done, outcomes=(*done.outcomes, *more.outcomes), left=(*done.left, *more.left))
    if brought.motions or brought.contacts:
        logs = hub.ledger.work(partial(_take_logs, room, brought.motions, brought.contacts)).result()
        done = replace(done, left=(*done.left, *logs.left), forked=logs.forked)
    return done


def carried_meetings(connection: Connection, device: DeviceId) -> list[str]:
    """Which meetings this room hub carries."""
    table = tables.room_meetings.c
    return list(connection.execute(select(table.meeting).where(table.device == device)).scalars())


def directory_of(connection: Connection) -> Directory:
    """By whom acts were signed: all that this hub knows, also those revoked since."""
    devices = tables.devices.c
    rows = connection.execute(select(devices.cert).where(~devices.office)).scalars()
    roster, _ = rosters.newest(connection)
    return Directory(roster, map(kept_cert, rows))


def permitted(hub: Hub, who: Actor, wanted: Collection[Digest]) -> list[Digest]:
    """Those of these blobs that belong to packets of its meetings, in the order asked.

    Raises ``SohopError(NOT_PERMITTED)``.
    """
    who.need(Role.ROOM_HUB)
    packets = tables.packets.c
    with hub.database.read() as connection:
        meetings = carried_meetings(connection, who.device)
        published = connection.execute(
            select(packets.manifest).where(
                packets.meeting.in_(meetings), packets.state == PacketState.PUBLISHED
            )
        ).scalars()
        known: set[Digest] = set()
        for manifest in {*published, *_drafts(connection, meetings)}:
            known.update(hub.packets.open(Digest(manifest)).blobs)
    return [each for each in wanted if each in known]


# --- what it brings


@dataclass(frozen=True)
class _Room:
    """A room hub, its meetings, and by whom acts were signed."""

    device: DeviceId
    meetings: frozenset[str]
    directory: Directory


def _take(
    room: _Room, brought: Sequence[Said], acts: Sequence[Act | Retry], batch: Batch, settling: Settling
) -> Callable[[], RoomReply]:
    left: list[Left] = []
    settled: list[EventId] = []
    via, batch.via = batch.via, "room"
    for said, act in zip(brought, acts, strict=True):
        name = said.envelope.event_id
        if isinstance(act, Retry):
            left.append(Left(name, act.code))
        elif act.event.recorder == room.device and not is_for(act.event, OFFICE):
            try:
                with batch.undoable():
                    _adopt(batch, said, act, room)
            except SohopError as error:
                left.append(Left(name, error.code))
            else:
                settling.follow(act)
        elif (retry := settling.settle(act)) is not None:
            if retry.code is not Code.CARRIED:  # that is kept here
                left.append(Left(name, retry.code))
        else:
            settled.append(name)
    batch.via = via

    def done() -> RoomReply:
        outcomes: tuple[Outcome, ...] = tuple(settling.outcome(name) for name in settled)
        return RoomReply(outcomes=outcomes, left=tuple(left))

    return done


def _take_logs(
    room: _Room, motions: Sequence[MotionLog], contacts: Sequence[Contact], batch: Batch, _settling: Settling
) -> Callable[[], RoomReply]:
    left: list[Left] = []
    forked: list[MotionId] = []
    for log in motions:
        try:
            with batch.undoable():
                if not _adopt_log(batch, log, room):
                    forked.append(log.motion)
        except SohopError as error:
            left.append(Left(EventId(log.open_act or "0" * 64), error.code))
    if contacts:
        hearing.note_room(batch.connection, room.device, contacts, batch.now)
    return lambda: RoomReply(left=tuple(left), forked=tuple(forked))


def _adopt(batch: Batch, said: Said, act: Act, room: _Room) -> None:
    if act.event.meeting not in room.meetings:
        raise SohopError(Code.NOT_PERMITTED)
    if said.motion and batch.motion(MotionId(said.motion)) is None:
        raise SohopError(Code.PACKET_UNKNOWN)
    adopting.adopt_act(batch, said, room.directory, room.device)


def _adopt_log(batch: Batch, log: MotionLog, room: _Room) -> bool:
    if log.recorder != room.device or log.meeting not in room.meetings:
        raise SohopError(Code.NOT_PERMITTED)
    return adopting.adopt_log(batch, log, room.directory, whole=True)


# --- what it is given


def _news(
    hub: Hub,
    connection: Connection,
    room: DeviceId,
    meetings: Sequence[str],
    message: RoomRequest,
    done: RoomReply,
) -> RoomReply:
    roster, envelope = rosters.newest(connection)
    same = message.roster == (roster.epoch, roster.number)
    cursor = message.cursor if message.roster[0] == roster.epoch else 0
    acts, motions, cursor, more = _since(connection, room, meetings, cursor)
    passed, carried = handing.carried(connection, room, meetings, message.carried)
    stamp = _stamp(connection, room)
    return RoomReply(
        outcomes=done.outcomes,
        left=done.left,
        forked=done.forked,
        roots=rosters.roots_after(connection, message.root),
        roster=None if same else envelope,
        facts=None if message.stamp == stamp else _facts(connection, room, meetings, stamp),
        packets=_packets(connection, meetings, message.packets),
        acts=(*acts, *passed),
        motions=tuple(motions),
        cursor=cursor,
        carried=carried,
        more=more or len(passed) == MOST_ACTS,
    )


def _since(
    connection: Connection, room: DeviceId, meetings: Sequence[str], cursor: int
) -> tuple[list[Said], list[MotionLog], int, bool]:
    """What became known of these meetings since, other than what the room recorded itself."""
    deliveries, events, motions = tables.deliveries.c, tables.events.c, tables.motions.c
    rows = connection.execute(
        select(deliveries.seq, deliveries.event, events.kind, events.motion, motions.recorder)
        .join(tables.events, events.id == deliveries.event)
        .outerjoin(tables.motions, motions.id == events.motion)
        .where(
            deliveries.seq > cursor,
            deliveries.meeting.in_(meetings),
            deliveries.audience.in_([To.MEETING, To.DESK, To.TELLERS]),
            events.kind.in_(REPLAYED | RECORDED | {DRAFTED}),
        )
        .order_by(deliveries.seq)
        .limit(MOST_ACTS)
    ).all()
    acts: dict[str, Said] = {}
    changed: set[str] = set()
    open_ones = _drafts(connection, meetings)
    for row in rows:
        if row.event in acts or (row.kind in RECORDED and row.kind != "annul" and row.recorder == room):
            continue
        said = handing.said_of(connection, EventId(row.event))
        if said is not None and (row.kind != DRAFTED or _is_open(said, open_ones)):
            acts[row.event] = said
        if row.kind in RECORDED:
            changed.add(row.motion)
    logs = handing.logs(
        connection,
        motions.id.in_(changed),
        or_(motions.recorder.is_(None), motions.recorder != room),
        ballots=False,
    )
    more = len(rows) == MOST_ACTS
    end = rows[-1].seq if more else connection.execute(select(func.max(deliveries.seq))).scalar_one() or 0
    return list(acts.values()), logs, max(cursor, end), more


def _drafts(connection: Connection, meetings: Sequence[str]) -> frozenset[str]:
    """Manifests that were submitted and neither published nor recalled, of versions that may still be."""
    packets, later = tables.packets.c, tables.packets.alias().c
    over = exists().where(
        later.meeting == packets.meeting, later.version >= packets.version, later.published.is_not(None)
    )
    open_states = (PacketState.SUBMITTED, PacketState.APPROVED, PacketState.RETURNED)
    return frozenset(
        connection.execute(
            select(packets.manifest).where(
                packets.meeting.in_(meetings), packets.state.in_(open_states), ~over
            )
        ).scalars()
    )


def _is_open(said: Said, drafts: frozenset[str]) -> bool:
    return getattr(handing.event_of(said).body, "manifest", None) in drafts


def _packets(
    connection: Connection, meetings: Sequence[str], known: Collection[str]
) -> tuple[Published, ...]:
    """The newest version of each meeting, where the room has another or none."""
    packets = tables.packets.c
    newest: dict[str, Published] = {}
    for row in connection.execute(
        select(packets.meeting, packets.manifest, packets.envelope, packets.published)
        .where(packets.meeting.in_(meetings), packets.state == PacketState.PUBLISHED)
        .order_by(packets.meeting, packets.version)
    ).all():
        newest[row.meeting] = Published(manifest=kept(row.envelope), published=moment(row.published))
    return tuple(each for each in newest.values() if each.manifest.digest not in known)


def _stamp(connection: Connection, room: DeviceId) -> bytes:
    audit, rooms = tables.audit.c, tables.room_hubs.c
    last = connection.execute(select(func.max(audit.seq)).where(audit.kind.in_(_STAMPED))).scalar_one()
    signed = connection.execute(select(rooms.certificate).where(rooms.device == room)).scalar_one_or_none()
    return hashlib.sha256(f"{last}".encode() + (signed or b"")).digest()[:16]


def _facts(connection: Connection, room: DeviceId, meetings: Sequence[str], stamp: bytes) -> Facts:
    """People of these meetings and of the desk, and their laptops."""
    people, devices, voting = tables.people.c, tables.devices.c, tables.voting_devices.c
    readers, rooms = tables.readers.c, tables.room_hubs.c
    office = connection.execute(select(tables.office)).one()
    wanted = set(
        connection.execute(select(readers.person).where(readers.meeting.in_(meetings))).scalars()
    ) | set(connection.execute(select(devices.person).where(devices.office)).scalars())
    certificate = connection.execute(
        select(rooms.certificate).where(rooms.device == room)
    ).scalar_one_or_none()
    return Facts(
        stamp=stamp,
        name=office.name,
        term=office.term,
        people=tuple(
            PersonEntry(person=PersonId(row.id), name=row.name, title=row.title, roles=kept_roles(row.roles))
            for row in connection.execute(select(tables.people).order_by(people.id))
            if row.id in wanted
        ),
        devices=tuple(
            KnownDevice(
                cert=kept_cert(row.cert),
                name=row.name,
                statement=None if row.statement is None else kept(row.statement),
                office=row.office,
                roster=row.roster,
                enrolled=moment(row.enrolled),
                revoked=None if row.revoked is None else moment(row.revoked),
                seq=row.head_seq,
                head=row.head_id,
            )
            for row in connection.execute(select(tables.devices).order_by(devices.enrolled, devices.id))
            if row.person in wanted
        ),
        voting=tuple(
            KnownVoting(PersonId(row.person), DeviceId(row.device), moment(row.since))
            for row in connection.execute(select(tables.voting_devices).order_by(voting.id))
            if row.person in wanted
        ),
        certificate=certificate or b"",
    )
