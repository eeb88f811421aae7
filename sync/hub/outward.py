"""Outward bundles: letters sealed to laptops, and the content of agenda items under a key of their own."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from msgspec.structs import replace
from sqlalchemy import select

from sync.courier.opening import Recipient
from sync.courier.writing import Sheet
from sync.errors import Code, SohopError
from sync.hub import tables
from sync.hub.actors import actor
from sync.hub.blobs import Blobs
from sync.hub.hub import Hub
from sync.hub.keys import box_public
from sync.hub.letters import Content, Written, readers_of, standing, write_letter
from sync.model.ids import DeviceId, Digest, MeetingId
from sync.model.meeting import AgendaItem
from sync.model.text import utc
from sync.trust.bundles import seal_box
from sync.wire.bundle import (
    FRAME_HEAD,
    GROUP,
    MAX_FRAMES,
    MAX_PART_BYTES,
    MAX_PARTS,
    TAG,
    Box,
    Head,
    Way,
    encode_head,
    hint,
)
from sync.wire.codec import decode_payload, encode_payload
from sync.wire.envelope import Envelope, Kind
from sync.wire.letters import (
    BundleAsk,
    BundleSheet,
    Contents,
    Item,
    Letter,
    Plan,
    PlannedItem,
    chunks_of,
    group_of,
    pack_contents,
)
from sync.wire.messages import ExchangeRequest

_LENGTH: Final = 4


@dataclass(frozen=True)
class Wanted:
    """What is asked for: content of one meeting or of all that may be read; for these laptops or for all of
    those meetings' readers."""

    meeting: MeetingId | None = None
    devices: tuple[DeviceId, ...] = ()
    content: bool = True


class BlobSource:
    """A hub's blobs as the content of a bundle (``courier.writing.Source``)."""

    def __init__(self, blobs: Blobs) -> None:
        self._blobs = blobs

    def descriptor(self, name: Digest) -> bytes:
        """Raises ``SohopError(PACKET_INCOMPLETE)``."""
        return self._blobs.get(name)

    def chunk(self, name: bytes, size: int) -> bytes:
        """Raises ``SohopError(PACKET_INCOMPLETE)``."""
        data = self._blobs.get(Digest(name.hex()))
        if len(data) != size or hashlib.sha256(data).digest() != name:
            raise SohopError(Code.PACKET_INCOMPLETE)
        return data


def make_sheet(hub: Hub, wanted: Wanted, writer: DeviceId | None = None) -> Sheet:
    """Letters for all who are meant, and the plan of the frames, which is also sealed to ``writer``: the hub
    itself unless another is named.

    Raises ``SohopError``: ``PACKET_UNKNOWN`` when no such meeting may be read, ``NOTHING_TO_CARRY`` when
    there is nobody, ``UNKNOWN_DEVICE``, ``TOO_LARGE``.
    """
    now = hub.clock()
    with hub.database.read() as connection:
        packets = standing(connection, now, wanted.meeting) if wanted.content else []
        if wanted.meeting is not None and not packets:
            raise SohopError(Code.PACKET_UNKNOWN)
        devices = wanted.devices or tuple(readers_of(connection, [meeting for meeting, _ in packets]))
        office = connection.execute(select(tables.office.c.name)).scalar_one()
    if not devices:
        raise SohopError(Code.NOTHING_TO_CARRY)
    content = Content()
    letters = [write_letter(hub, device, packets, content) for device in devices]
    items = _plan(hub, content)
    head = Head(
        way=Way.OUT,
        tenant=hub.recorder.tenant,
        office=office,
        id=secrets.token_hex(16),
        made=utc(now),
        maker=hub.recorder.hub,
        devices=len(devices),
    )
    return _sealed(hub, head, letters, items, writer or hub.recorder.hub)


def writer_of(hub: Hub) -> Recipient:
    """The hub as it goes on with what it began to write itself."""
    recorder = hub.recorder
    mine = {recorder.hub: recorder.key.public_key().public_bytes_raw()}
    return Recipient(recorder.tenant, recorder.hub, hub.box_seed, mine)


def answer_ask(hub: Hub, device: DeviceId, ask: BundleAsk) -> BundleSheet:
    """What a secretary's laptop needs to write a bundle. Raises what ``make_sheet`` does."""
    sheet = make_sheet(hub, Wanted(ask.meeting or None, ask.devices), device)
    return BundleSheet(heads=sheet.heads, boxes=sheet.boxes)


def answer(hub: Hub, device: DeviceId) -> bytes:
    """A whole file for one laptop, without content: receipts, and what else is small."""
    sheet = make_sheet(hub, Wanted(devices=(device,), content=False), device)
    return encode_head(sheet.heads[0]) + b"".join(sheet.boxes)


def _plan(hub: Hub, content: Content) -> list[PlannedItem]:
    """The frames of all items, in the order of their digests: it tells nothing of agendas."""
    items = []
    for number, (name, lacking) in enumerate(sorted(content.lacking.items())):
        descriptor = decode_payload(hub.blobs.get(name), AgendaItem)
        groups = tuple(group_of(group) for group in _groups(descriptor, lacking))
        items.append(PlannedItem(Item(number, name, secrets.token_bytes(32)), groups))
    return items


def _groups(item: AgendaItem, lacking: set[tuple[Digest, int]]) -> Iterator[list[tuple[Digest, int]]]:
    """In the order of the documents, each chunk once."""
    group: list[tuple[Digest, int]] = []
    size, left = 0, set(lacking)
    for document in item.documents:
        for chunk in document.chunks:
            pair = (chunk.digest, chunk.size)
            if pair not in left:
                continue
            left.discard(pair)
            group.append(pair)
            size += chunk.size
            if size >= GROUP:
                yield group
                group, size = [], 0
    if group:
        yield group


def _sealed(
    hub: Hub, head: Head, letters: Sequence[Written], items: Sequence[PlannedItem], writer: DeviceId
) -> Sheet:
    frames, sizes = _parts(hub, items)
    later = tuple(
        _signed(hub, head, part=part, frames=frames[part - 1], size=sizes[part - 1], parts=len(sizes))
        for part in range(2, len(sizes) + 1)
    )
    plan = Plan(items=tuple(items), heads=later)
    by_name = {planned.item.descriptor: planned.item for planned in items}
    boxes: list[tuple[DeviceId, bytes]] = []
    for letter in letters:
        device = letter.who.device
        message = Letter(
            device=device,
            asked=letter.asked,
            replies=letter.replies,
            items=tuple(by_name[name] for name in letter.items),
            plan=plan if device == writer else None,
        )
        boxes.append((device, seal_box(message, head, device, letter.who.cert.box_key)))
    if writer not in {device for device, _ in boxes}:
        message = Letter(device=writer, asked=ExchangeRequest(), replies=(), plan=plan)
        boxes.append((writer, seal_box(message, head, writer, _box_key(hub, writer))))
    listed = tuple(
        Box(hint(head.id, device), len(sealed), hashlib.sha256(sealed).digest()) for device, sealed in boxes
    )
    first = _signed(hub, head, boxes=listed, frames=frames[0], size=sizes[0], parts=len(sizes))
    return Sheet((first, *later), tuple(sealed for _, sealed in boxes), tuple(items))


def _parts(hub: Hub, items: Sequence[PlannedItem]) -> tuple[list[int], list[int]]:
    """Frames and bytes of each part: as many frames as its limit holds. Raises ``SohopError(TOO_LARGE)``."""
    frames, sizes = [0], [0]
    for planned in items:
        descriptor = hub.blobs.get(planned.item.descriptor)
        contents = len(pack_contents(Contents(descriptor=descriptor, groups=planned.groups)))
        plain = [contents, *(sum(_LENGTH + size for _, size in chunks_of(group)) for group in planned.groups)]
        for size in (FRAME_HEAD + each + TAG for each in plain):
            if sizes[-1] + size > MAX_PART_BYTES or frames[-1] == MAX_FRAMES:
                frames.append(0)
                sizes.append(0)
            frames[-1] += 1
            sizes[-1] += size
    if len(sizes) > MAX_PARTS:
        raise SohopError(Code.TOO_LARGE)
    return frames, sizes


def _signed(
    hub: Hub,
    head: Head,
    *,
    frames: int,
    size: int,
    parts: int,
    part: int = 1,
    boxes: tuple[Box, ...] = (),
) -> Envelope:
    whole = replace(head, part=part, parts=parts, boxes=boxes, frames=frames, size=size)
    return hub.recorder.seal(Kind.BUNDLE, encode_payload(whole))


def _box_key(hub: Hub, device: DeviceId) -> bytes:
    if device == hub.recorder.hub:
        return box_public(hub.box_seed)
    with hub.database.read() as connection:
        return actor(connection, device).cert.box_key
