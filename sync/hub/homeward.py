"""Homeward bundles: what laptops wrote to sticks, settled by the same ledger as an exchange's acts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from io import BytesIO
from typing import Final

from sqlalchemy import Connection, delete, insert, select

from sync.audit import Audit
from sync.errors import Code, SohopError
from sync.hub import tables
from sync.hub.actors import actor
from sync.hub.batch import Act
from sync.hub.hub import Hub
from sync.hub.intake import arrived
from sync.hub.keys import box_seed
from sync.hub.outward import answer
from sync.hub.stored import record
from sync.model.ids import EventId
from sync.trust.bundles import check_head, open_box
from sync.trust.receipts import read_receipt
from sync.wire.bundle import Head, Opened, Way, hint, read_box, read_head
from sync.wire.envelope import Envelope
from sync.wire.letters import MAX_HOMEWARD, BundleTaken, Homeward
from sync.wire.messages import ExchangeRequest, Outcome, Retry
from sync.wire.statements import HUB, DeviceCert

VIA: Final = "usb"


@dataclass(frozen=True)
class Taken:
    """What became of one file: of how many acts, how many have a receipt, were refused, wait for others.
    ``answer`` is a file for that laptop: its receipts, and what else is new and small."""

    cert: DeviceCert
    events: int
    recorded: int
    refused: int
    answer: bytes

    @property
    def waiting(self) -> int:
        """Acts that could not be settled now, as earlier ones lack."""
        return self.events - self.recorded - self.refused


def take(hub: Hub, data: bytes) -> Taken:
    """Settle what a laptop wrote; doing it again changes nothing and gives the same receipts.

    Raises ``SohopError``, with nothing changed: what ``read_head`` does; ``BUNDLE_OTHER`` for one that goes
    the other way, or is sealed to another hub; ``OTHER_TENANT``, ``UNKNOWN_DEVICE``, ``BUNDLE_BROKEN``,
    ``TOO_LARGE``; ``DISK_FULL``.
    """
    cert, head, home = _opened(hub, data)
    events = [envelope for request in home.requests for envelope in request.events]
    outcomes, settled = [0, 0], []
    for request in home.requests:
        for done in _settle(hub, request.events):
            if isinstance(done, Outcome):
                settled.append(done.event)
                outcomes[read_receipt(done.receipt, done.event).accepted] += 1
    hub.ledger.change(partial(_note, cert, head.id, home.requests[-1], settled)).result()
    refused, recorded = outcomes
    return Taken(cert, len(events), recorded, refused, answer(hub, cert.device))


def take_in(hub: Hub, data: bytes) -> BundleTaken:
    """The same as it is told to whoever brought it."""
    taken = take(hub, data)
    return BundleTaken(
        device=taken.cert.device,
        person=taken.cert.person,
        recorded=taken.recorded,
        refused=taken.refused,
        waiting=taken.waiting,
        answer=taken.answer,
    )


def _opened(hub: Hub, data: bytes) -> tuple[DeviceCert, Head, Homeward]:
    if len(data) > MAX_HOMEWARD:
        raise SohopError(Code.TOO_LARGE)
    file = BytesIO(data)
    opened = read_head(file)
    head = opened.head
    if head.tenant != hub.recorder.tenant:
        raise SohopError(Code.OTHER_TENANT)
    if head.way is not Way.HOME:
        raise SohopError(Code.BUNDLE_OTHER)
    with hub.database.read() as connection:
        cert = actor(connection, head.maker).cert
    check_head(opened.envelope, head, hub.recorder.tenant, cert.sign_key)
    _check_whole(opened, len(data))
    sealed = read_box(file, opened, 0)
    home = open_box(sealed, head, HUB, box_seed(hub.recorder.key), Homeward)
    signers = {
        each.signer for one in home.requests for envelope in one.events for each in envelope.signatures
    }
    if home.device != cert.device or signers - {cert.device}:
        raise SohopError(Code.BUNDLE_BROKEN)  # a laptop carries its own acts
    return cert, head, home


def _check_whole(opened: Opened, length: int) -> None:
    """One file, one box, no frames, nothing behind it."""
    head = opened.head
    if length < opened.size:
        raise SohopError(Code.BUNDLE_UNFINISHED)
    if length > opened.size or head.frames or head.size or head.parts > 1 or len(head.boxes) != 1:
        raise SohopError(Code.BUNDLE_BROKEN)
    if head.boxes[0].hint != hint(head.id, HUB):
        raise SohopError(Code.BUNDLE_OTHER)


def _settle(hub: Hub, envelopes: Sequence[Envelope]) -> list[Outcome | Retry]:
    if not envelopes:
        return []
    acts = [each for each in arrived(hub, envelopes, VIA) if isinstance(each, Act)]
    return list(hub.ledger.submit(acts).result()) if acts else []


def _note(
    cert: DeviceCert,
    bundle: str,
    newest: ExchangeRequest,
    settled: Sequence[EventId],
    connection: Connection,
    now: int,
) -> None:
    """Remember how far the laptop had heard, and of which acts it wants receipts: those of its newest bundle,
    as what it has a receipt for it does not send again. An older one, by the device's chain, only adds."""
    heard, carried, device = tables.couriered, tables.carried, cert.device
    row = connection.execute(select(heard).where(heard.c.device == device)).one_or_none()
    before = (0, 0, 0) if row is None else (row.epoch, row.head, row.cursor)
    told = newest.epoch, newest.head, newest.cursor
    if told >= before:
        connection.execute(delete(heard).where(heard.c.device == device))
        epoch, head, cursor = told
        connection.execute(insert(heard).values(device=device, epoch=epoch, head=head, cursor=cursor))
        connection.execute(delete(carried).where(carried.c.device == device))
    known = connection.execute(select(carried.c.event).where(carried.c.device == device)).scalars()
    fresh = [event for event in settled if event not in set(known)]
    if fresh:
        connection.execute(insert(carried), [{"event": event, "device": device} for event in fresh])
    record(connection, now, Audit.BUNDLE_TAKEN, person=cert.person, device=device, subject=bundle)
