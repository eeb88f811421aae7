"""One round with the office: what a room hub asks, and how it takes the answer over into its tables."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial

from sqlalchemy import Connection, delete, func, insert, select, update

from sync.audit import Audit
from sync.errors import SohopError
from sync.hub import adopting, handing, hearing, rosters, tables
from sync.hub.batch import Act, Batch
from sync.hub.effects.packets import take_over
from sync.hub.hub import Hub
from sync.hub.intake import read_events
from sync.hub.logs import note_bug
from sync.hub.rooms import RECORDED, directory_of
from sync.hub.settling import Settling
from sync.hub.stored import keep, keep_cert, keep_moment, keep_roles, milliseconds, record
from sync.hub.tables import PacketState
from sync.model.ids import DeviceId, Digest, EventId, TenantId
from sync.trust.directory import Directory
from sync.trust.packets import accept_manifest
from sync.trust.roots import accept_root
from sync.trust.rosters import accept_roster
from sync.wire.codec import digest, encode_payload
from sync.wire.envelope import Kind
from sync.wire.messages import Outcome
from sync.wire.rooms import Facts, KnownDevice, MotionLog, RoomReply, RoomRequest, Said


@dataclass(frozen=True)
class Asked:
    """A request, and up to which of its acts the room has come with it."""

    request: RoomRequest
    after: int
    up: int
    heard: int
    """Of laptops heard of up to then, in milliseconds, the office has been told."""


def ask(hub: Hub, after: int | None = None, told: frozenset[Digest] = frozenset(), heard: int = 0) -> Asked:
    """What to say to the office now. ``after``: acts up to there were said since the program began, also such
    as could not be settled; ``told`` are motions, by ``log_digest``, that stand there as they do here;
    ``heard`` is the last answer's."""
    now = milliseconds(hub.clock())
    with hub.database.read() as connection:
        line = connection.execute(select(tables.office_line)).one()
        roster, _ = rosters.newest(connection)
        after = line.up if after is None else after
        acts, up = handing.brought(connection, hub.recorder.named, after)
        # A log is checked there against its ballots: it goes when none of them is left behind.
        all_of_it = up == (connection.execute(select(func.max(tables.relays.c.seq))).scalar_one() or 0)
        packets, motions = tables.packets.c, tables.motions.c
        mine = motions.recorder == hub.recorder.named
        return Asked(
            RoomRequest(
                root=rosters.root_number(connection),
                roster=(roster.epoch, roster.number),
                stamp=line.stamp,
                cursor=line.cursor,
                carried=line.carried,
                packets=tuple(
                    connection.execute(
                        select(packets.manifest).where(packets.state == PacketState.PUBLISHED)
                    ).scalars()
                ),
                acts=tuple(acts),
                motions=tuple(
                    log
                    for log in (handing.logs(connection, mine, ballots=True) if all_of_it else ())
                    if log_digest(log) not in told
                ),
                contacts=hearing.of_room(hub, connection, heard, now, up) if all_of_it else (),
            ),
            after,
            up,
            now if all_of_it else heard,
        )


def log_digest(log: MotionLog) -> Digest:
    """Names how a motion stands."""
    return digest(encode_payload(log))


def take(hub: Hub, asked: Asked, reply: RoomReply) -> None:
    """Take over the answer. The blobs of its packets must be here. Again it changes nothing."""
    hub.ledger.work(partial(_believe, hub.recorder.tenant, reply)).result()
    with hub.database.read() as connection:
        directory = directory_of(connection)
        envelopes = [said.envelope for said in reply.acts if said.envelope.kind is Kind.EVENT]
        acts = read_events(connection, envelopes, hub.recorder.tenant, hub.packets)
    known = {act.id: act for act in acts if isinstance(act, Act)}
    hub.ledger.work(partial(_take, asked, reply, directory, known)).result()


def _believe(tenant: TenantId, reply: RoomReply, batch: Batch, settling: Settling) -> Callable[[], None]:
    """Whom to believe, in the order of what hangs on what: roots, roster, people and laptops."""
    connection = batch.connection
    for envelope in reply.roots:
        number = rosters.root_number(connection)
        key = connection.execute(select(tables.office.c.root_key)).scalar_one()
        root = accept_root(envelope, tenant, number, key)
        connection.execute(
            insert(tables.roots).values(number=root.number, envelope=keep(envelope), signed=batch.now)
        )
        connection.execute(update(tables.office).values(root_key=root.root_key))
    if reply.roster is not None:
        key = connection.execute(select(tables.office.c.root_key)).scalar_one()
        roster = accept_roster(reply.roster, tenant, key, rosters.newest_envelope(connection))
        known, _ = rosters.newest(connection)
        if (roster.epoch, roster.number) != (known.epoch, known.number):
            connection.execute(
                insert(tables.rosters).values(
                    epoch=roster.epoch,
                    number=roster.number,
                    envelope=keep(reply.roster),
                    signed=keep_moment(roster.issued),
                )
            )
            if roster.epoch != known.epoch:  # the office's order began anew
                connection.execute(update(tables.office_line).values(cursor=0, carried=0, up=0))
    if reply.facts is not None:
        _facts(connection, batch.now, reply.facts)
    return lambda: None


def _facts(connection: Connection, now: int, facts: Facts) -> None:
    people, voting = tables.people, tables.voting_devices
    connection.execute(update(tables.office).values(name=facts.name, term=facts.term))
    for one in facts.people:
        values = {"name": one.name, "title": one.title, "roles": keep_roles(one.roles)}
        changed = connection.execute(update(people).where(people.c.id == one.person).values(**values))
        if not changed.rowcount:
            connection.execute(insert(people).values(id=one.person, added=now, groups="", code="", **values))
    for device in facts.devices:
        _device(connection, now, device)
    connection.execute(delete(voting))
    rows = [
        {"person": one.person, "device": one.device, "since": keep_moment(one.since)} for one in facts.voting
    ]
    if rows:
        connection.execute(insert(voting), rows)
    connection.execute(update(tables.office_line).values(stamp=facts.stamp))


def _device(connection: Connection, now: int, known: KnownDevice) -> None:
    devices = tables.devices
    revoked = None if known.revoked is None else keep_moment(known.revoked)
    values = {
        "name": known.name,
        "cert": keep_cert(known.cert),
        "statement": None if known.statement is None else keep(known.statement),
        "office": known.office,
        "roster": known.roster,
        "revoked": revoked,
    }
    name = known.cert.device
    row = connection.execute(select(devices.c.revoked).where(devices.c.id == name)).one_or_none()
    if row is None:
        # Its chain goes on here from where it is at the office: what comes after that it brings itself.
        connection.execute(
            insert(devices).values(
                id=name,
                person=known.cert.person,
                enrolled=keep_moment(known.enrolled),
                head_seq=known.seq,
                head_id=known.head,
                **values,
            )
        )
        return
    connection.execute(update(devices).where(devices.c.id == name).values(**values))
    if revoked is not None and row.revoked is None:
        connection.execute(delete(tables.tokens).where(tables.tokens.c.device == name))
        record(connection, now, Audit.REVOKED, person=known.cert.person, device=name)


def _take(
    asked: Asked,
    reply: RoomReply,
    directory: Directory,
    known: dict[EventId, Act],
    batch: Batch,
    settling: Settling,
) -> Callable[[], None]:
    for packet in reply.packets:
        with _left_out(batch):
            accept_manifest(packet.manifest, directory)
            view = batch.packets.open(packet.manifest.digest)
            batch.packets.check(view)
            take_over(batch, packet.manifest, keep_moment(packet.published), view)
    for said in reply.acts:
        act = known.get(said.envelope.event_id)
        if act is not None:
            with _left_out(batch):
                _act(batch, settling, said, act, directory)
    for log in reply.motions:
        with _left_out(batch):
            adopting.adopt_log(batch, log, directory, whole=False)
    connection = batch.connection
    for outcome in reply.outcomes:
        if not settling.has(outcome.event):  # what waited here may have been settled just now
            _outcome(connection, outcome, asked.request.acts)
    line = tables.office_line
    values: dict[str, object] = {"cursor": reply.cursor, "carried": reply.carried, "met": batch.now}
    connection.execute(update(line).values(**values))
    if not reply.left:
        connection.execute(update(line).where(line.c.up == asked.after).values(up=asked.up))
    return lambda: None


def _act(batch: Batch, settling: Settling, said: Said, act: Act, directory: Directory) -> None:
    if not said.kind:  # carried here by the office; recorded now
        via, batch.via = batch.via, "hub"
        settling.replay(act, relay=True)
        batch.via = via
    elif said.kind in RECORDED:
        adopting.adopt_act(batch, said, directory, act.event.recorder)
    else:
        with batch.at(keep_moment(said.recorded)):
            settling.replay(act)


def _outcome(connection: Connection, outcome: Outcome, acts: Sequence[Said]) -> None:
    """The office's receipt of what was only carried here: whoever asks again for it gets that."""
    table = tables.outcomes
    known = connection.execute(select(table.c.event).where(table.c.event == outcome.event)).first()
    sent = next((said for said in acts if said.envelope.event_id == outcome.event), None)
    if known is None and sent is not None:
        device = DeviceId(sent.envelope.signatures[0].signer)
        connection.execute(insert(table).values(event=outcome.event, device=device, receipt=outcome.receipt))


@contextmanager
def _left_out(batch: Batch) -> Iterator[None]:
    """What the office says and the rules here refuse is passed over, and the rest goes on."""
    try:
        with batch.undoable():
            yield
    except SohopError as error:
        note_bug(error)
