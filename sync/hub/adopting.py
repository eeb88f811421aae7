"""Taking over what another hub has recorded: its word on its own motions, and nothing that it may not say.

What was recorded elsewhere is not judged again here. It is checked: each act bears its device's signature and
its author's role, receipts and heads are the recorder's, and the log has the root that the recorder signed.
"""

from __future__ import annotations

from datetime import datetime

import msgspec
from sqlalchemy import Column, Connection, delete, insert, select, update

from sync.audit import Audit
from sync.errors import Code, SohopError
from sync.hub import tables
from sync.hub.batch import Batch
from sync.hub.stored import keep, keep_moment, record
from sync.hub.tables import To
from sync.model.events import CastBallot, Closing, Event
from sync.model.ids import DeviceId, EventId, MotionId
from sync.model.motion import MotionState
from sync.trust.acts import accept_closing, accept_delivered, accept_head
from sync.trust.directory import Directory
from sync.trust.receipts import check_inclusion, read_receipt
from sync.trust.recorders import recorder_of
from sync.wire.codec import decode_payload
from sync.wire.log import leaf_hash, tree_root
from sync.wire.messages import Delivered, Receipt
from sync.wire.rooms import MotionLog, Said, Written
from sync.wire.statements import Head

_motions, _ballots = tables.motions, tables.ballots
_AUDIENCES = frozenset(To)


def adopt_act(batch: Batch, said: Said, directory: Directory, recorder: DeviceId) -> Event:
    """An act on a motion as its recorder settled it. Again it changes nothing.

    Raises ``SohopError``: ``NOT_PERMITTED`` for one that is not for this recorder; what ``accept_delivered``,
    ``read_receipt`` and ``check_inclusion`` do.
    """
    event = accept_delivered(Delivered(1, said.recorded, said.envelope), directory)
    if not isinstance(event, Event) or event.recorder != recorder:
        raise SohopError(Code.NOT_PERMITTED)
    name = said.envelope.event_id
    receipt = _check(said, event, directory, recorder)
    connection = batch.connection
    if said.receipt and not _has(connection, tables.outcomes.c.event, name):
        connection.execute(
            insert(tables.outcomes).values(event=name, device=event.device, receipt=said.receipt)
        )
    if said.evidence and not _has(connection, tables.evidence.c.event, name):
        connection.execute(
            insert(tables.evidence).values(
                event=name,
                code=said.evidence,
                device=event.device,
                recorded=keep_moment(said.recorded),
                envelope=keep(said.envelope),
            )
        )
    if said.kind and not _has(connection, tables.events.c.id, name):
        _keep(connection, said, event)
        if isinstance(event.body, CastBallot) and receipt is not None and receipt.log is not None:
            connection.execute(
                insert(_ballots).values(
                    id=name,
                    motion=event.body.motion,
                    place=receipt.log.index,
                    person=event.person,
                    leaf=receipt.log.leaf,
                    digest=event.body.motion_digest,
                    late=said.late,
                    revoked=receipt.code is Code.DEVICE_REVOKED,
                )
            )
        if said.kind == "annul":
            connection.execute(
                update(_motions)
                .where(_motions.c.id == said.motion, _motions.c.meeting == event.meeting)
                .values(state=MotionState.ANNULLED)
            )
    return event


def adopt_log(batch: Batch, log: MotionLog, directory: Directory, *, whole: bool) -> bool:
    """How a motion stands at its recorder. ``whole``: all of its ballots are here already.

    False when there is another log of it here: both are kept, the desk hears of it, people decide.
    Raises ``SohopError``: ``PACKET_UNKNOWN`` before its packet is here; ``WRONG_DIGEST`` for a log that is
    not what was signed; what ``accept_closing`` and ``accept_head`` do.
    """
    connection = batch.connection
    row = connection.execute(select(_motions).where(_motions.c.id == log.motion)).one_or_none()
    if row is None or row.meeting != log.meeting:
        raise SohopError(Code.PACKET_UNKNOWN)
    closing = _signed(log, directory)
    if row.recorder not in (None, log.recorder):
        _tell(connection, log, closing)
        record(connection, batch.now, Audit.LOG_FORKED, meeting=log.meeting, subject=log.motion)
        return False
    if whole:
        _check_tree(connection, log)
    values: dict[str, object] = {
        "recorder": log.recorder,
        "opened": _kept(log.opened),
        "open_act": log.open_act or None,
        "present": msgspec.json.encode(log.present).decode(),
        "ended": _kept(log.ended),
        "end_act": log.end_act or None,
        "in_time": log.in_time,
        "closed": _kept(log.closed),
        "closing": None if log.closing is None else keep(log.closing),
        "head": None if log.head is None else keep(log.head),
    }
    if row.state != MotionState.ANNULLED:
        values["state"] = log.state
    packets = tables.packets.c
    known = select(packets.manifest).where(packets.manifest == log.manifest)
    if connection.execute(known).first() is not None:  # it was voted on as it stood there
        values |= {"manifest": log.manifest, "digest": log.digest}
    connection.execute(update(_motions).where(_motions.c.id == log.motion).values(**values))
    batch.trees.pop(MotionId(log.motion), None)
    _tell(connection, log, closing)
    if whole:
        _write(connection, MotionId(log.motion), log.entries)
    return True


def _check(said: Said, event: Event, directory: Directory, recorder: DeviceId) -> Receipt | None:
    if not said.receipt:
        return None
    receipt = read_receipt(said.receipt, said.envelope.event_id)
    if isinstance(event.body, CastBallot) and receipt.log is not None:
        leaf = check_inclusion(receipt, event.body.motion, directory.roster)
        of_this = recorder_of(receipt.log.head) == recorder
        if not of_this or (leaf.person, leaf.device) != (event.person, event.device):
            raise SohopError(Code.WRONG_DIGEST)
    return receipt


def _signed(log: MotionLog, directory: Directory) -> Closing | None:
    """Closing and head are this recorder's, and of this motion."""
    if log.head is not None:
        head = accept_head(log.head, directory.roster)
        if recorder_of(log.head) != log.recorder or head.motion != log.motion:
            raise SohopError(Code.WRONG_DIGEST)
    if log.closing is None:
        return None
    closing = accept_closing(log.closing, directory.roster)
    told = (recorder_of(log.closing), closing.meeting, closing.motion, closing.opening)
    if told != (log.recorder, log.meeting, log.motion, log.open_act):
        raise SohopError(Code.WRONG_DIGEST)
    return closing


def _check_tree(connection: Connection, log: MotionLog) -> None:
    """The leaves here come to the root that the recorder signed."""
    leaves = connection.execute(
        select(_ballots.c.leaf).where(_ballots.c.motion == log.motion).order_by(_ballots.c.place)
    ).scalars()
    hashes = [leaf_hash(leaf) for leaf in leaves]
    root = tree_root(hashes).hex()
    if log.head is None:
        if hashes:
            raise SohopError(Code.WRONG_DIGEST)
        return
    head = decode_payload(log.head.payload, Head)
    if (head.size, head.root) != (len(hashes), root):
        raise SohopError(Code.WRONG_DIGEST)


def _tell(connection: Connection, log: MotionLog, closing: Closing | None) -> None:
    """The closing, to the meeting."""
    if log.closing is None or closing is None or _has(connection, tables.events.c.id, log.closing.event_id):
        return
    connection.execute(
        insert(tables.events).values(
            id=log.closing.event_id,
            kind="closing",
            meeting=log.meeting,
            motion=log.motion,
            person=closing.closed_by,
            device=None,
            recorded=keep_moment(closing.closed),
            envelope=keep(log.closing),
        )
    )
    connection.execute(
        insert(tables.deliveries).values(
            event=log.closing.event_id, meeting=log.meeting, audience=To.MEETING, person=None
        )
    )


def _keep(connection: Connection, said: Said, event: Event) -> None:
    connection.execute(
        insert(tables.events).values(
            id=said.envelope.event_id,
            kind=said.kind,
            meeting=event.meeting,
            motion=said.motion or None,
            person=event.person,
            device=event.device,
            recorded=keep_moment(said.recorded),
            envelope=keep(said.envelope),
        )
    )
    rows = [
        {
            "event": said.envelope.event_id,
            "meeting": event.meeting,
            "audience": one.audience,
            "person": one.person or None,
        }
        for one in said.to
        if one.audience in _AUDIENCES
    ]
    if rows:
        connection.execute(insert(tables.deliveries), rows)


def _write(connection: Connection, motion: MotionId, entries: tuple[Written, ...]) -> None:
    """Votes by hand and on paper, as they stand there: nobody in two."""
    connection.execute(delete(tables.entered).where(tables.entered.c.motion == motion))
    table = tables.entries
    for one in entries:
        values = {"confirmed": one.confirmed or None, "withdrawn": one.withdrawn}
        known = connection.execute(select(table.c.id).where(table.c.id == one.entry)).first()
        if known is not None:
            connection.execute(update(table).where(table.c.id == one.entry).values(**values))
        elif _has(connection, tables.events.c.id, one.entry):
            connection.execute(
                insert(table).values(id=one.entry, motion=motion, ballot=one.ballot or None, **values)
            )
        else:
            raise SohopError(Code.WRONG_DIGEST)
        for person in one.persons:
            connection.execute(insert(tables.entered).values(motion=motion, person=person, entry=one.entry))


def _has(connection: Connection, name: Column[str], event: EventId) -> bool:
    """Whether a row's ``name`` is this act's."""
    return connection.execute(select(name).where(name == event)).first() is not None


def _kept(when: datetime | None) -> int | None:
    return None if when is None else keep_moment(when)
