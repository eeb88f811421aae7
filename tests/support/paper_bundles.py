"""Outward bundles made by hand, as a hub would seal them: for laptops of a paper office."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from support.packets import BOX_KEY, NOON, Member, PaperOffice

from sync.courier.writing import Sheet, write
from sync.model.ids import Digest
from sync.model.meeting import AgendaItem
from sync.trust.bundles import seal_box
from sync.wire.bundle import FRAME_HEAD, TAG, Box, Head, Way, hint
from sync.wire.chunks import pieces
from sync.wire.codec import digest, encode_payload
from sync.wire.envelope import Kind
from sync.wire.letters import (
    Contents,
    Item,
    Letter,
    PlannedItem,
    chunks_of,
    group_of,
    pack_contents,
)
from sync.wire.messages import ExchangeReply, ExchangeRequest
from sync.wire.statements import HUB


class PaperContent:
    """Items with the bytes of their documents (``courier.writing.Source``)."""

    def __init__(self, *items: tuple[AgendaItem, bytes]) -> None:
        self.items = items
        self._descriptors = {digest(encode_payload(item)): encode_payload(item) for item, _ in items}
        self._chunks = {
            bytes.fromhex(chunk.digest): piece for _, data in items for chunk, piece in pieces(data)
        }

    def descriptor(self, name: Digest) -> bytes:
        return self._descriptors[name]

    def chunk(self, name: bytes, size: int) -> bytes:
        return self._chunks[name]

    def plan(self) -> tuple[PlannedItem, ...]:
        """All of it."""
        return tuple(
            PlannedItem(
                Item(number, digest(encode_payload(item)), secrets.token_bytes(32)),
                (group_of([(chunk.digest, chunk.size) for chunk, _ in pieces(data)]),),
            )
            for number, (item, data) in enumerate(self.items)
        )


def letter(member: Member, *replies: ExchangeReply, **asked: Any) -> Letter:
    """A letter that begins where ``asked`` says."""
    request = ExchangeRequest(**{"epoch": 1, **asked})
    return Letter(device=member.device, asked=request, replies=replies)


def paper_bundle(
    office: PaperOffice,
    folder: Path,
    letters: Sequence[Letter],
    content: PaperContent | None = None,
    made: datetime = NOON,
) -> list[Path]:
    """Write one bundle with these letters; each holds the keys of all content. It is made by the hub, or by
    the room hub that ``office`` has as its recorder."""
    source = content or PaperContent()
    plan = source.plan()
    sizes = [
        FRAME_HEAD + TAG + size
        for planned in plan
        for size in (
            len(
                pack_contents(
                    Contents(descriptor=source.descriptor(planned.item.descriptor), groups=planned.groups)
                )
            ),
            *(sum(4 + size for _, size in chunks_of(group)) for group in planned.groups),
        )
    ]
    head = Head(
        way=Way.OUT,
        tenant=office.tenant,
        office=office.name,
        id=secrets.token_hex(16),
        made=made,
        maker=office.recorder or HUB,
        devices=len(letters),
        frames=len(sizes),
        size=sum(sizes),
    )
    items = tuple(planned.item for planned in plan)
    boxes = [seal_box(_with_items(each, items), head, each.device, BOX_KEY) for each in letters]
    listed = tuple(
        Box(hint(head.id, each.device), len(box), hashlib.sha256(box).digest())
        for each, box in zip(letters, boxes, strict=True)
    )
    whole = Head(**{**{name: getattr(head, name) for name in head.__struct_fields__}, "boxes": listed})
    return write(folder, Sheet((office.by_recorder(Kind.BUNDLE, whole),), tuple(boxes), plan), source)


def _with_items(each: Letter, items: tuple[Item, ...]) -> Letter:
    return Letter(device=each.device, asked=each.asked, replies=each.replies, items=items)
