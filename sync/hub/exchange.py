"""The reply to an exchange: from one snapshot, what is new for this device."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from msgspec.structs import replace
from sqlalchemy import BindParameter, ColumnElement, Connection, Select, bindparam, exists, select, true

from sync.errors import Code, SohopError
from sync.hub import hearing, people, rosters, tables, voting_devices
from sync.hub.actors import Actor, actor
from sync.hub.hub import Hub
from sync.hub.order import Page, read_again, read_page
from sync.hub.reach import Recalled, note_told, reached, untold
from sync.hub.state import Marks, news, read_marks, told_since
from sync.hub.stored import kept, milliseconds
from sync.hub.tables import PacketState
from sync.model.ids import DeviceId, Digest
from sync.model.text import utc
from sync.wire.codec import encode_payload
from sync.wire.envelope import Envelope, Kind
from sync.wire.messages import (
    MAX_EVENTS,
    MAX_VOTING,
    ChainHead,
    ExchangeReply,
    ExchangeRequest,
    Outcome,
    Retry,
)
from sync.wire.statements import Freshness, Version

_packets, _readers, _devices = tables.packets, tables.readers, tables.devices


def _newest(desk: bool) -> Select[tuple[object, ...]]:
    """The question for the newest version of each meeting that ``person`` may read."""
    packets, later = _packets.c, _packets.alias().c
    superseded = exists().where(
        later.meeting == packets.meeting, later.version > packets.version, later.published.is_not(None)
    )
    reads: ColumnElement[bool] = true()
    if not desk:
        person: BindParameter[str] = bindparam("person")
        reads = exists().where(_readers.c.meeting == packets.meeting, _readers.c.person == person)
    return (
        select(packets.meeting, packets.version, packets.manifest)
        .where(
            packets.state == PacketState.PUBLISHED,
            packets.lease > bindparam("now"),
            reads,
            ~superseded,
        )
        .order_by(packets.meeting)
    )


# Made once: to make such a question takes longer than to answer it.
_STANDING = {desk: _newest(desk) for desk in (False, True)}
_statements = select(_devices.c.statement).where(_devices.c.statement.is_not(None)).order_by(_devices.c.id)
_CERT = _statements.where(_devices.c.id == bindparam("device"))
_CERTS = _statements.where(_devices.c.id.in_(bindparam("devices", expanding=True)))


def assemble(
    hub: Hub,
    device: DeviceId,
    request: ExchangeRequest,
    answers: Sequence[Outcome | Retry],
    *,
    by_stick: bool = False,
) -> ExchangeReply:
    """Everything new for this device; next to nothing when nothing is. ``by_stick``: it was not the
    device that asked, and nobody knows whether it will get there: a recall in it is not told.

    A revoked device, and an office device not yet on the roster, hears of roots, roster and freshness only:
    the former has to learn, under the hub's signature, that it is revoked.
    """
    now = hub.clock()
    if not by_stick:
        hub.contacts.note(device, milliseconds(now))
    with hub.database.read() as connection:
        who = actor(connection, device)
        marks = read_marks(connection)
        # Another epoch has another order: what the laptop says of the old one means nothing here.
        known = request.epoch == marks.epoch
        same_roster = known and request.roster == marks.roster
        cursor, told = (request.cursor, request.state) if known else (0, b"")
        most = MAX_EVENTS - len(request.again)
        page = read_page(connection, hub.packets, who, cursor, marks.last, most)
        state = marks.state(who, min(page.cursor, marks.last), now)
        changed = news(told, state)
        behind = not known or who.head_seq > request.head
        reply = ExchangeReply(
            state=told,
            time=utc(now),
            cursor=page.cursor,
            more=page.more,
            epoch=0 if known else marks.epoch,
            chain=ChainHead(seq=who.head_seq, id=who.head_id) if behind else None,
            outcomes=tuple(answer for answer in answers if isinstance(answer, Outcome)),
            retries=tuple(answer for answer in answers if isinstance(answer, Retry)),
            links=hub.proofs.links(connection, who, request.logs),
        )
        if not page.news and not changed.any:
            return reply  # the state as it came: it says "nothing is new" also when the cursor moves on
        if known:
            page.prepend(read_again(connection, hub.packets, who, request.again))
        reply = replace(
            reply,
            state=b"" if page.more else state,
            roots=rosters.roots_after(connection, request.root) if request.root < marks.root else (),
            # Also to a laptop that has a newer roster: it sees by itself that this hub was put back.
            roster=None if same_roster else rosters.newest_envelope(connection),
            certs=_certs(connection, page),
            events=tuple(page.events),
            refused=tuple(page.refused),
            packets=tuple(page.packets),
            turnout=page.turnout,
            closed=tuple(page.closed),
            voting=voting_devices.of_person(connection, who.person)[-MAX_VOTING:] if page.voting else None,
        )
        if hub.recorder.is_room:  # of what is newest, who is who and how far a recall got, the office speaks
            reply = replace(reply, voting=None)
        elif not page.more:  # then these speak of everything that the laptop has got
            due = changed.common or changed.time or page.newest_changed
            reply = replace(
                reply,
                freshness=_freshness(hub, connection, who, marks, now) if due else None,
                people=people.nameable(connection) if who.desk and changed.people else None,
                reach=reached(connection, page.reached) if who.desk else (),
            )
        if who.desk and not page.more and not by_stick:  # what is on a stick grows old
            since = told_since(told, now)
            reply = replace(reply, contacts=hearing.told(hub, connection, since, milliseconds(now)))
        handed = untold(connection, who.device, page.recalls)
    if handed and not by_stick:
        _note_told(hub, who.device, handed)
    return reply


def may_have(connection: Connection, who: Actor, manifest: Digest) -> bool:
    """Whether the hub may hand out pieces of this packet: published to the person, or the desk's draft.

    Raises ``SohopError(RECALLED)`` to those who could have it if it were not.
    """
    packets = _packets.c
    row = connection.execute(
        select(packets.meeting, packets.state, packets.published).where(packets.manifest == manifest)
    ).one_or_none()
    if row is None or who.blind:
        return False
    if not who.desk:
        reads = select(exists().where(_readers.c.meeting == row.meeting, _readers.c.person == who.person))
        if row.published is None or not connection.execute(reads).scalar_one():
            return False
    if row.state == PacketState.RECALLED:
        raise SohopError(Code.RECALLED)
    return True


def _freshness(hub: Hub, connection: Connection, who: Actor, marks: Marks, now: float) -> Envelope:
    statement = Freshness(
        tenant=hub.recorder.tenant,
        epoch=marks.epoch,
        time=utc(now),
        roster=marks.roster,
        manifests=() if who.blind else _standing(connection, who, now),
        revoked=tuple(rosters.revoked(connection)),
    )
    return hub.recorder.seal(Kind.FRESHNESS, encode_payload(statement))


def _standing(connection: Connection, who: Actor, now: float) -> tuple[Version, ...]:
    """The newest version of each meeting that this person may read, while its lease has not ended."""
    whose = {} if who.desk else {"person": who.person}
    rows = connection.execute(_STANDING[who.desk], {"now": milliseconds(now), **whose})
    return tuple(Version(meeting=row.meeting, version=row.version, manifest=row.manifest) for row in rows)


def _certs(connection: Connection, page: Page) -> tuple[Envelope, ...]:
    """Certificates of the delegates' devices in this page; office devices stand in the roster."""
    if not page.devices:
        return ()
    if len(page.devices) == 1:  # nearly always: its own ballot, or the chair's act
        rows = connection.execute(_CERT, {"device": next(iter(page.devices))})
    else:
        rows = connection.execute(_CERTS, {"devices": list(page.devices)})
    return tuple(kept(statement) for statement in rows.scalars())


def _note_told(hub: Hub, device: DeviceId, handed: Sequence[Recalled]) -> None:
    """Write down that a recall is handed out, before it is."""
    try:
        hub.ledger.change(partial(note_told, device, handed)).result()
    except SohopError as error:
        # A full disk must not hold a recall back; "not told" in the ledger errs on the safe side.
        if error.code is not Code.DISK_FULL:
            raise
