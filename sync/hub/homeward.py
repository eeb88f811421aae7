"""Homeward bundles: what laptops wrote to sticks, settled by the same ledger as an exchange's acts. The
office's hub opens them, and a room hub; what a room hub wrote itself the office's alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from enum import Enum, auto
from functools import partial
from io import BytesIO
from typing import Final

from msgspec.structs import replace
from sqlalchemy import Connection, delete, insert, select

from sync.audit import Audit
from sync.errors import Code, SohopError
from sync.hub import hearing, rooms, tables
from sync.hub.actors import actor
from sync.hub.batch import Act
from sync.hub.hub import Hub
from sync.hub.intake import arrived
from sync.hub.outward import answer
from sync.hub.stored import keep_moment, milliseconds, record
from sync.model.events import REPORTS, Event
from sync.model.ids import DeviceId, EventId
from sync.model.people import Role
from sync.trust.bundles import check_head, open_box, open_content
from sync.trust.receipts import read_receipt
from sync.wire.bundle import NOBODY, Head, Opened, Way, hint, read_box, read_head
from sync.wire.codec import decode_payload
from sync.wire.desk import LONG_AGO
from sync.wire.envelope import Envelope
from sync.wire.letters import MAX_HOMEWARD, MAX_HUBS, BundleTaken, ContentKey, FromRoom, Homeward
from sync.wire.messages import MAX_EVENTS, Outcome, Retry
from sync.wire.statements import DeviceCert

VIA: Final = "usb"
_MOST: Final = MAX_HUBS + 1
_KEY_BOX: Final = 512
"""Bytes of a hub's box: it holds a key."""


@dataclass(frozen=True)
class Taken:
    """What became of one file: of how many acts of people's that waited, how many are recorded here, were
    refused, are carried on to their recorder. ``answer`` is a file for that laptop: its receipts, and what
    else is new and small; empty for a room hub."""

    cert: DeviceCert
    events: int
    recorded: int
    refused: int
    carried: int
    answer: bytes

    @property
    def waiting(self) -> int:
        """Acts that could not be settled now, as earlier ones lack."""
        return self.events - self.recorded - self.refused - self.carried


def take(hub: Hub, data: bytes) -> Taken:
    """Settle what a laptop wrote; doing it again changes nothing and gives the same receipts.

    Raises ``SohopError``, with nothing changed: what ``read_head`` does; ``BUNDLE_OTHER`` for one that goes
    the other way, ``BUNDLE_OTHER_HUB`` for one that is not sealed to this hub, or by a laptop that this room
    hub does not know; ``OTHER_TENANT``, ``UNKNOWN_DEVICE``, ``BUNDLE_BROKEN``, ``TOO_LARGE``; ``DISK_FULL``.
    """
    cert, head, home = _opened(hub, data)
    if home.room is not None:
        return _take_room(hub, cert, head, home.room)
    waited = {envelope.event_id for envelope in home.acts}
    work = _work(home.acts)
    here: list[EventId] = []
    counts = dict.fromkeys(_End, 0)
    for act, done in _settle(hub, cert.device, home):
        end = _end(hub, act, done)
        if done.event in waited and end is not None:
            here.append(done.event)
            counts[end] += done.event in work
    told = home.heard_of(hub.recorder.hub)
    hub.ledger.change(partial(_note, cert, head.id, (told.epoch, home.head, told.cursor), here)).result()
    return Taken(
        cert,
        events=len(work),
        recorded=counts[_End.RECORDED],
        refused=counts[_End.REFUSED],
        carried=counts[_End.CARRIED],
        answer=answer(hub, cert.device),
    )


def _take_room(hub: Hub, cert: DeviceCert, head: Head, brought: FromRoom) -> Taken:
    """What a room hub says over the line (``rooms``), and its answers are there alone."""
    with hub.database.read() as connection:
        who = actor(connection, cert.device)
    who.need(Role.ROOM_HUB)
    hub.blobs.put(brought.blobs)
    way = max(0, milliseconds(hub.clock()) - keep_moment(head.made))
    contacts = tuple(replace(one, ago=min(one.ago + way, LONG_AGO)) for one in brought.contacts)
    done = rooms.take(hub, who, replace(brought, contacts=contacts))
    hub.ledger.change(partial(_note_taken, cert, head.id)).result()
    work = _work(said.envelope for said in brought.acts)
    left = work & {each.event for each in done.left}
    refused = {
        each.event for each in done.outcomes if not read_receipt(each.receipt, each.event).accepted
    } & work
    return Taken(
        cert,
        events=len(work),
        recorded=len(work) - len(refused) - len(left),
        refused=len(refused),
        carried=0,
        answer=b"",
    )


def _work(acts: Iterable[Envelope]) -> frozenset[EventId]:
    """Those that a person did; of what cannot be read nothing is said."""
    found = set()
    for envelope in acts:
        with suppress(SohopError):
            if not isinstance(decode_payload(envelope.payload, Event).body, REPORTS):
                found.add(envelope.event_id)
    return frozenset(found)


def take_in(hub: Hub, data: bytes) -> BundleTaken:
    """The same as it is told to whoever brought it."""
    taken = take(hub, data)
    return BundleTaken(
        device=taken.cert.device,
        person=taken.cert.person,
        recorded=taken.recorded,
        refused=taken.refused,
        carried=taken.carried,
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
    cert = _maker(hub, head)
    check_head(opened.envelope, head, hub.recorder.tenant, cert.sign_key)
    _check_whole(opened, len(data))
    boxes = [read_box(file, opened, place) for place in range(len(head.boxes))]
    home = _content(hub, head, boxes)
    signers = {each.signer for envelope in (*home.before, *home.acts) for each in envelope.signatures}
    if home.device != cert.device or signers - {cert.device}:
        raise SohopError(Code.BUNDLE_BROKEN)  # a laptop carries its own acts
    return cert, head, home


def _maker(hub: Hub, head: Head) -> DeviceCert:
    try:
        with hub.database.read() as connection:
            return actor(connection, head.maker).cert
    except SohopError as error:
        if hub.recorder.is_room:  # of the office's laptops it knows those of its meetings
            raise SohopError(Code.BUNDLE_OTHER_HUB) from error
        raise


def _check_whole(opened: Opened, length: int) -> None:
    """One file: the content, and a box each for hubs that differ; no frames, nothing behind it."""
    head = opened.head
    if length < opened.size:
        raise SohopError(Code.BUNDLE_UNFINISHED)
    if length > opened.size or head.frames or head.size or head.parts > 1 or not 1 < len(head.boxes) <= _MOST:
        raise SohopError(Code.BUNDLE_BROKEN)
    content, *others = head.boxes
    if content.hint != hint(head.id, NOBODY) or len({box.hint for box in head.boxes}) < len(head.boxes):
        raise SohopError(Code.BUNDLE_BROKEN)
    if any(box.size > _KEY_BOX for box in others):
        raise SohopError(Code.BUNDLE_BROKEN)


def _content(hub: Hub, head: Head, boxes: Sequence[bytes]) -> Homeward:
    whose = hub.recorder.hub
    mine = hint(head.id, whose)
    place = next((at for at, box in enumerate(head.boxes) if box.hint == mine), None)
    if place is None:
        raise SohopError(Code.BUNDLE_OTHER_HUB)
    try:
        found = open_box(boxes[place], head, whose, hub.box_seed, ContentKey)
    except SohopError as error:
        if error.code is Code.BUNDLE_OTHER:  # sealed to a key that this hub had, or never had
            raise SohopError(Code.BUNDLE_OTHER_HUB) from error
        raise
    return open_content(boxes[0], head, found.key, Homeward)


def _settle(hub: Hub, device: DeviceId, home: Homeward) -> Iterator[tuple[Act, Outcome | Retry]]:
    """In the order of the device's chain, as many at once as an exchange brings."""
    acts = [each for each in arrived(hub, (*home.before, *home.acts), VIA) if isinstance(each, Act)]
    acts.sort(key=lambda act: act.event.seq)
    if hub.recorder.is_room:
        acts = _of_here(hub, device, acts)
    for start in range(0, len(acts), MAX_EVENTS):
        some = acts[start : start + MAX_EVENTS]
        yield from zip(some, hub.ledger.submit(some).result(), strict=True)


def _of_here(hub: Hub, device: DeviceId, acts: Sequence[Act]) -> list[Act]:
    """Without what the office had before this room hub heard of the device, whose chain goes on here from
    there: it is not known here, and no copy's either. Over the line a laptop asks where that is."""
    with hub.database.read() as connection:
        head = actor(connection, device).head_seq
        old = [act.id for act in acts if act.event.seq <= head]
        known: set[str] = set()
        for start in range(0, len(old), MAX_EVENTS):
            some = old[start : start + MAX_EVENTS]
            for column in (tables.outcomes.c.event, tables.relays.c.event):
                known.update(connection.execute(select(column).where(column.in_(some))).scalars())
    return [act for act in acts if act.event.seq > head or act.id in known]


class _End(Enum):
    """What became of one act."""

    RECORDED = auto()
    REFUSED = auto()
    CARRIED = auto()


def _end(hub: Hub, act: Act, done: Outcome | Retry) -> _End | None:
    """None for one that waits for others."""
    if isinstance(done, Retry):
        return _End.CARRIED if done.code is Code.CARRIED else None
    if read_receipt(done.receipt, done.event).accepted:
        return _End.RECORDED
    # A room hub refuses what is of meetings that it does not know; the office has the word on that.
    return _End.REFUSED if act.event.recorder == hub.recorder.named else _End.CARRIED


def _note(
    cert: DeviceCert,
    bundle: str,
    told: tuple[int, int, int],
    here: Sequence[EventId],
    connection: Connection,
    now: int,
) -> None:
    """Remember how far the laptop had heard (``told``: epoch, its own newest act, cursor), and of which acts
    it wants receipts: those of its newest bundle, as what it has a receipt for it does not send again. An
    older one, by the device's chain, only adds."""
    heard, carried, device = tables.couriered, tables.carried, cert.device
    row = connection.execute(select(heard).where(heard.c.device == device)).one_or_none()
    before = (0, 0, 0) if row is None else (row.epoch, row.head, row.cursor)
    if told >= before:
        connection.execute(delete(heard).where(heard.c.device == device))
        epoch, head, cursor = told
        connection.execute(insert(heard).values(device=device, epoch=epoch, head=head, cursor=cursor))
        connection.execute(delete(carried).where(carried.c.device == device))
    known = connection.execute(select(carried.c.event).where(carried.c.device == device)).scalars()
    fresh = set(here) - set(known)
    if fresh:
        connection.execute(insert(carried), [{"event": event, "device": device} for event in fresh])
    _note_taken(cert, bundle, connection, now)


def _note_taken(cert: DeviceCert, bundle: str, connection: Connection, now: int) -> None:
    hearing.note_stick(connection, cert.device, now)
    record(connection, now, Audit.BUNDLE_TAKEN, person=cert.person, device=cert.device, subject=bundle)
