"""Whether a hub's folder is whole: what it has acknowledged is there, and its logs say what it has signed."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

import msgspec
from sqlalchemy import Connection, select

from sync.errors import Code, SohopError
from sync.hub import tables
from sync.hub.blobs import Blobs
from sync.hub.packets import Packets
from sync.hub.stored import kept, kept_cert
from sync.hub.tables import PacketState
from sync.model.events import Closing
from sync.model.ids import Digest, TenantId
from sync.trust.receipts import read_receipt
from sync.wire.codec import decode_payload
from sync.wire.envelope import Kind, verify
from sync.wire.log import leaf_hash, tree_root
from sync.wire.statements import Head, Leaf


class Flaw(StrEnum):
    """What can be wrong."""

    DATABASE = "database"
    EVENT = "event"
    """An act's bytes are not what its id and signature say."""
    RECEIPT = "receipt"
    """A receipt is not readable, or what it says of a ballot's place in the log is not so."""
    PACKET = "packet"
    BLOB = "blob"
    LOG = "log"
    """A motion's ballots do not give the root that was signed."""


@dataclass
class Checked:
    """How much was looked at, and what is wrong: the flaw and what it concerns."""

    events: int = 0
    receipts: int = 0
    packets: int = 0
    blobs: int = 0
    motions: int = 0
    flaws: list[tuple[Flaw, str]] = field(default_factory=list)


def check(connection: Connection, blobs: Blobs) -> Checked:
    """Look at everything in one snapshot; takes as long as reading all of it."""
    found = Checked()
    office = connection.execute(select(tables.office)).one()
    (state,) = connection.exec_driver_sql("PRAGMA integrity_check(1)").one()
    if state != "ok":
        found.flaws.append((Flaw.DATABASE, str(state)))
    _events(connection, office.tenant, found)
    _receipts(connection, found)
    _packets(connection, Packets(blobs, office.tenant), blobs, found)
    for motion in connection.execute(select(tables.motions)):
        found.motions += 1
        try:
            holds = _log_holds(connection, motion.id, motion.head, motion.closing)
        except (SohopError, msgspec.MsgspecError):
            holds = False
        if not holds:
            found.flaws.append((Flaw.LOG, motion.id))
    return found


def _events(connection: Connection, tenant: TenantId, found: Checked) -> None:
    devices = {}
    for device in connection.execute(select(tables.devices)):
        try:
            devices[device.id] = kept_cert(device.cert)
        except (SohopError, msgspec.MsgspecError):
            found.flaws.append((Flaw.EVENT, device.id))
    events = tables.events.c
    rows = connection.execution_options(yield_per=1_000).execute(
        select(events.id, events.device, events.kind, events.envelope)
    )
    for row in rows:
        found.events += 1
        try:
            envelope = kept(row.envelope)
            if envelope.event_id != row.id:
                raise SohopError(Code.WRONG_DIGEST)
            if row.device is not None and envelope.kind is Kind.EVENT:
                verify(envelope, Kind.EVENT, tenant, row.device, devices[row.device].sign_key)
        except (SohopError, KeyError, msgspec.MsgspecError):
            found.flaws.append((Flaw.EVENT, row.id))


def _receipts(connection: Connection, found: Checked) -> None:
    """Of ballots above all: the receipt's leaf stands at its place in the log."""
    outcomes, ballots = tables.outcomes.c, tables.ballots.c
    rows = connection.execute(
        select(outcomes.event, outcomes.receipt, ballots.leaf, ballots.place).outerjoin_from(
            tables.outcomes, tables.ballots, ballots.id == outcomes.event
        )
    )
    for row in rows:
        found.receipts += 1
        try:
            receipt = read_receipt(row.receipt, row.event)
        except SohopError:
            found.flaws.append((Flaw.RECEIPT, row.event))
            continue
        log = receipt.log
        if (log is None) != (row.leaf is None) or (
            log is not None and (log.leaf, log.index) != (row.leaf, row.place)
        ):
            found.flaws.append((Flaw.RECEIPT, row.event))


def _packets(connection: Connection, packets: Packets, blobs: Blobs, found: Checked) -> None:
    """Every version that may still be handed out, with every chunk of it as its name says."""
    seen: set[Digest] = set()
    rows = connection.execute(
        select(tables.packets.c.manifest).where(tables.packets.c.state != PacketState.RECALLED)
    )
    for manifest in map(Digest, rows.scalars()):
        found.packets += 1
        try:
            view = packets.open(manifest)
        except SohopError:
            found.flaws.append((Flaw.PACKET, manifest))
            continue
        for item in view.items:
            for document in item.documents:
                seen.update(chunk.digest for chunk in document.chunks)
    for name in sorted(seen):
        found.blobs += 1
        if not _is_whole(blobs, name):
            found.flaws.append((Flaw.BLOB, name))


def _is_whole(blobs: Blobs, name: Digest) -> bool:
    try:
        return hashlib.sha256(blobs.get(name)).hexdigest() == name
    except SohopError:
        return False


def _log_holds(connection: Connection, motion: str, head: bytes | None, closing: bytes | None) -> bool:
    ballots = tables.ballots.c
    rows = connection.execute(
        select(ballots.id, ballots.leaf, ballots.place)
        .where(ballots.motion == motion)
        .order_by(ballots.place)
    ).all()
    if [row.place for row in rows] != list(range(len(rows))):
        return False
    if any(decode_payload(row.leaf, Leaf).ballot != row.id for row in rows):
        return False
    root = tree_root([leaf_hash(row.leaf) for row in rows]).hex()
    return all(signed == (len(rows), root) for signed in _signed(head, closing))


def _signed(head: bytes | None, closing: bytes | None) -> Iterator[tuple[int, str]]:
    if head is not None:
        said = decode_payload(kept(head).payload, Head)
        yield said.size, said.root
    if closing is not None:
        frozen = decode_payload(kept(closing).payload, Closing)
        yield frozen.size, frozen.root
