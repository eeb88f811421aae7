"""What is in a bundle's boxes and frames, and how a secretary's laptop and its hub speak of bundles."""

from __future__ import annotations

import struct
from typing import Annotated, Final

import msgspec
from msgspec import Meta, Struct

from sync.errors import Code, SohopError
from sync.model.ids import Device, DeviceId, Digest, Hash, MaybeMeeting, Person
from sync.wire.bundle import MAX_BOX, MAX_BOXES, MAX_FRAME, MAX_FRAMES, MAX_PARTS
from sync.wire.codec import learn
from sync.wire.desk import Contact
from sync.wire.envelope import Envelope
from sync.wire.messages import MAX_BLOB, MAX_SEQ, ExchangeReply, ExchangeRequest
from sync.wire.rooms import MotionLog, Said
from sync.wire.statements import Key

MAX_HOMEWARD: Final = 17 * 1024 * 1024
"""Bytes of one homeward file: about as much as the largest exchange brings."""
MAX_ACTS: Final = 20_000
"""In one homeward bundle."""
MAX_HUBS: Final = 1_001
"""That a homeward bundle is sealed to: the office's, and as many room hubs as a roster can name."""
_PIECE: Final = struct.Struct(">32sI")

Groups = Annotated[tuple[Annotated[bytes, Meta(max_length=MAX_FRAME)], ...], Meta(max_length=MAX_FRAMES)]
"""For each frame its chunks: 32 bytes of SHA-256 and 4 of size each, back to back."""


class Item(Struct, frozen=True, array_like=True):
    """One agenda item whose content is in the frames: its number there, its descriptor, and the key."""

    number: Annotated[int, Meta(ge=0, le=65_535)]
    descriptor: Hash
    key: Key


class PlannedItem(Struct, frozen=True, array_like=True):
    """What goes into an item's frames: in each but the first, these chunks."""

    item: Item
    groups: Groups


class Plan(Struct, frozen=True, kw_only=True):
    """For the one who writes the files: all frames in order, and the heads of the parts after the first. It
    stands in the writer's own box, so that a copy that was cut can go on with nothing but what is there."""

    items: Annotated[tuple[PlannedItem, ...], Meta(max_length=65_535)] = ()
    heads: Annotated[tuple[Envelope, ...], Meta(max_length=MAX_PARTS)] = ()


class Letter(Struct, frozen=True, kw_only=True):
    """What an outward box holds: the replies to exchanges that this device might have begun with ``asked``.

    Descriptors of packets may be left out of the replies: they are in the frames of ``items``, as are the
    chunks.
    """

    device: Device
    asked: ExchangeRequest
    replies: Annotated[tuple[ExchangeReply, ...], Meta(max_length=1_000)]
    items: Annotated[tuple[Item, ...], Meta(max_length=65_535)] = ()
    plan: Plan | None = None


class Heard(Struct, frozen=True, array_like=True):
    """How far a laptop has heard one hub, in that one's order."""

    hub: Device
    epoch: Annotated[int, Meta(ge=0, le=2**31)] = 0
    cursor: Annotated[int, Meta(ge=0, le=MAX_SEQ)] = 0


class FromRoom(Struct, frozen=True, kw_only=True):
    """What a room hub has and its office may lack, as it says it over the line (``rooms.RoomRequest``); and
    of the packets that were submitted in the room as much as there was space for."""

    acts: Annotated[tuple[Said, ...], Meta(max_length=MAX_ACTS)]
    motions: Annotated[tuple[MotionLog, ...], Meta(max_length=1_000)] = ()
    contacts: Annotated[tuple[Contact, ...], Meta(max_length=20_000)] = ()
    blobs: Annotated[tuple[Annotated[bytes, Meta(max_length=MAX_BLOB)], ...], Meta(max_length=MAX_ACTS)] = ()


class Homeward(Struct, frozen=True, kw_only=True):
    """What a laptop would send in exchanges with each of its hubs: ``acts`` that wait, the oldest first;
    ``before`` are earlier ones of its chain that a room hub may lack. ``head`` numbers its newest act. Of a
    room hub's there is ``room`` alone."""

    device: Device
    head: Annotated[int, Meta(ge=0, le=MAX_SEQ)]
    heard: Annotated[tuple[Heard, ...], Meta(max_length=MAX_HUBS)] = ()
    acts: Annotated[tuple[Envelope, ...], Meta(max_length=MAX_ACTS)] = ()
    before: Annotated[tuple[Envelope, ...], Meta(max_length=MAX_ACTS)] = ()
    room: FromRoom | None = None

    def heard_of(self, hub: DeviceId) -> Heard:
        """How far it has heard this one."""
        return next((each for each in self.heard if each.hub == hub), Heard(hub))


class ContentKey(Struct, frozen=True, kw_only=True):
    """What a hub's box in a homeward bundle holds: the key of its first box, which is for nobody else."""

    key: Key


class Contents(Struct, frozen=True, kw_only=True):
    """An item's first frame: its descriptor's bytes, and which chunks stand in which of the frames after."""

    descriptor: Annotated[bytes, Meta(max_length=MAX_BLOB)]
    groups: Groups


class BundleAsk(Struct, frozen=True, kw_only=True):
    """A secretary asks for an outward bundle, to write it to a stick: of one meeting, or with an empty one of
    all that may be read; for these laptops, or for all that receive it."""

    meeting: MaybeMeeting
    devices: Annotated[tuple[Device, ...], Meta(max_length=MAX_BOXES)] = ()


class BundleSheet(Struct, frozen=True, kw_only=True):
    """All of an outward bundle but its frames: heads and boxes, among them one for who asked, whose letter
    holds the plan of the frames."""

    heads: Annotated[tuple[Envelope, ...], Meta(min_length=1, max_length=MAX_PARTS)]
    boxes: Annotated[
        tuple[Annotated[bytes, Meta(max_length=MAX_BOX)], ...], Meta(min_length=1, max_length=MAX_BOXES + 1)
    ]


class BundleTaken(Struct, frozen=True, kw_only=True):
    """What became of a homeward bundle: how many of the acts that waited are recorded here, refused, taken
    along to the hub that records them, or wait for earlier ones; and the file that brings its laptop the
    receipts, empty for a room hub's."""

    device: Device
    person: Person
    """Whose laptop it is: who brought it may not have heard of it."""
    recorded: Annotated[int, Meta(ge=0, le=1_000_000)]
    refused: Annotated[int, Meta(ge=0, le=1_000_000)]
    carried: Annotated[int, Meta(ge=0, le=1_000_000)]
    waiting: Annotated[int, Meta(ge=0, le=1_000_000)]
    answer: Annotated[bytes, Meta(max_length=MAX_BOX + MAX_HOMEWARD)]


learn(Contents, Letter, Homeward, ContentKey)


def pack_contents(contents: Contents) -> bytes:
    """An item's first frame before it is sealed."""
    return msgspec.msgpack.encode(contents)


def unpack_contents(data: bytes) -> Contents:
    """Raises ``SohopError(BUNDLE_BROKEN)``."""
    try:
        contents = msgspec.msgpack.decode(data, type=Contents)
    except (msgspec.DecodeError, RecursionError) as error:
        raise SohopError(Code.BUNDLE_BROKEN) from error
    if any(len(group) % _PIECE.size for group in contents.groups):
        raise SohopError(Code.BUNDLE_BROKEN)
    return contents


def group_of(chunks: list[tuple[Digest, int]]) -> bytes:
    """Chunks of one frame as they are listed."""
    return b"".join(_PIECE.pack(bytes.fromhex(name), size) for name, size in chunks)


def chunks_of(group: bytes) -> list[tuple[bytes, int]]:
    """The raw SHA-256 and the size of each chunk that such a list names."""
    return list(_PIECE.iter_unpack(group))
