"""A ``.sohop`` file's bytes: the open head, the sealed boxes, the frames (docs/BUNDLE.md).

Pure format: nothing here knows a key, a clock or a folder's name. Every number is bounded before it is used.
"""

from __future__ import annotations

import hashlib
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, BinaryIO, Final

import msgspec
from msgspec import Meta, Struct

from sync.errors import Code, SohopError
from sync.model.ids import Device, DeviceId, Tenant
from sync.model.text import Instant, Line, check_moments
from sync.wire.codec import decode_payload
from sync.wire.envelope import Envelope, Kind
from sync.wire.messages import RawHash

FORMAT: Final = 1
MAGIC: Final = b"SOHOP\r\n\x1a"
"""As PNG's: a copy that went through a text mode, or was cut at an end-of-file mark, shows at once."""
MAX_HEAD: Final = 512 * 1024
MAX_BOX: Final = 32 * 1024 * 1024
MAX_BOXES: Final = 2_000
MAX_PARTS: Final = 64
MAX_FRAME: Final = 32 * 1024 * 1024
MAX_FRAMES: Final = 500_000
MAX_PART_BYTES: Final = 2_000_000_000
"""Bytes of all frames of one part: FAT32, which most sticks have, ends a file at 4 GiB."""
GROUP: Final = 1024 * 1024
"""Bytes of chunks in one frame, about."""
TAG: Final = 16
"""Bytes by which AES-256-GCM makes a frame longer."""
_FRAME: Final = struct.Struct(">IHI")
FRAME_HEAD: Final = _FRAME.size
_LENGTH: Final = struct.Struct(">I")


class Way(StrEnum):
    """Which way a bundle goes."""

    OUT = "out"
    """From the office to laptops."""
    HOME = "home"
    """From a laptop to its hubs: the office's, and the room hubs that its roster names."""


class Box(Struct, frozen=True, array_like=True):
    """What is sealed to one device. ``hint`` tells a device that it is its own, and others nothing."""

    hint: Annotated[bytes, Meta(min_length=8, max_length=8)]
    size: Annotated[int, Meta(ge=1, le=MAX_BOX)]
    sha256: RawHash


class Head(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What anybody may read of a file (envelope kind ``bundle``), signed by its maker: a hub outward, the
    laptop homeward. The boxes stand in part 1 only; the first of a homeward bundle is for nobody: what is in
    it is opened with the key in the others."""

    format: Annotated[int, Meta(ge=1, le=2**31)] = FORMAT
    way: Way
    tenant: Tenant
    office: Line
    id: Annotated[str, Meta(pattern=r"^[0-9a-f]{32}\Z")]
    made: Instant
    maker: Device
    part: Annotated[int, Meta(ge=1, le=MAX_PARTS)] = 1
    parts: Annotated[int, Meta(ge=1, le=MAX_PARTS)] = 1
    devices: Annotated[int, Meta(ge=0, le=MAX_BOXES)]
    """For so many laptops."""
    boxes: Annotated[tuple[Box, ...], Meta(max_length=MAX_BOXES)] = ()
    frames: Annotated[int, Meta(ge=0, le=MAX_FRAMES)] = 0
    size: Annotated[int, Meta(ge=0, le=MAX_PART_BYTES)] = 0
    """Bytes of the frames of this part, with their heads."""

    def __post_init__(self) -> None:
        check_moments(self.made)
        if self.part > self.parts or (self.part > 1 and self.boxes):
            raise ValueError("a part that is none")


class _Format(Struct, frozen=True):
    """As much of a head as every program can read."""

    format: int


@dataclass(frozen=True)
class Opened:
    """A file whose head was read. ``boxes_at`` and ``frames_at`` count bytes from its begin."""

    head: Head
    envelope: Envelope
    boxes_at: int

    @property
    def frames_at(self) -> int:
        """Where the frames begin."""
        return self.boxes_at + sum(box.size for box in self.head.boxes)

    @property
    def size(self) -> int:
        """Bytes of the whole file."""
        return self.frames_at + self.head.size


@dataclass(frozen=True)
class FrameAt:
    """Where one frame stands. ``size`` is that of its sealed bytes, which begin at ``at``."""

    item: int
    number: int
    at: int
    size: int


def encode_head(envelope: Envelope) -> bytes:
    """The begin of a file."""
    data = msgspec.msgpack.encode(envelope)
    return MAGIC + _LENGTH.pack(len(data)) + data


def read_head(file: BinaryIO) -> Opened:
    """Read a file's head, believing nothing: its signature is for ``trust.bundles``.

    Raises ``SohopError``: ``BUNDLE_BROKEN`` for what is no bundle, ``BUNDLE_NEWER`` for one that a newer
    program made, ``BUNDLE_UNFINISHED`` when the file ends within its head.
    """
    begin = _exactly(file, len(MAGIC) + 4, MAGIC)
    size = _LENGTH.unpack(begin[len(MAGIC) :])[0]
    if size > MAX_HEAD:
        raise SohopError(Code.BUNDLE_BROKEN)
    data = _exactly(file, size)
    try:
        envelope = msgspec.msgpack.decode(data, type=Envelope)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise SohopError(Code.BUNDLE_BROKEN) from error
    if envelope.kind is not Kind.BUNDLE or len(envelope.payload) > MAX_HEAD:
        raise SohopError(Code.BUNDLE_BROKEN)
    try:
        if decode_payload(envelope.payload, _Format).format > FORMAT:
            raise SohopError(Code.BUNDLE_NEWER)
        head = decode_payload(envelope.payload, Head)
    except SohopError as error:
        if error.code is Code.BUNDLE_NEWER:
            raise
        raise SohopError(Code.BUNDLE_BROKEN) from error
    return Opened(head, envelope, len(begin) + size)


def read_box(file: BinaryIO, opened: Opened, place: int) -> bytes:
    """The sealed bytes of one box, checked against the head.

    Raises ``SohopError(BUNDLE_UNFINISHED | BUNDLE_BROKEN)``.
    """
    box = opened.head.boxes[place]
    file.seek(opened.boxes_at + sum(each.size for each in opened.head.boxes[:place]))
    data = _exactly(file, box.size)
    if hashlib.sha256(data).digest() != box.sha256:
        raise SohopError(Code.BUNDLE_BROKEN)
    return data


def scan(file: BinaryIO, opened: Opened, length: int) -> Iterator[FrameAt]:
    """Where the frames of a file of ``length`` bytes stand; at its end whether all of them are there.

    Raises ``SohopError``: ``BUNDLE_UNFINISHED`` once a frame is cut or lacking, ``BUNDLE_BROKEN`` for one
    that cannot be, or for bytes behind the last.
    """
    at = opened.frames_at
    for _ in range(opened.head.frames):
        if at + FRAME_HEAD > length:
            raise SohopError(Code.BUNDLE_UNFINISHED)
        file.seek(at)
        size, item, number = _FRAME.unpack(_exactly(file, FRAME_HEAD))
        if not TAG <= size <= MAX_FRAME + TAG or at + FRAME_HEAD + size > opened.size:
            raise SohopError(Code.BUNDLE_BROKEN)
        if at + FRAME_HEAD + size > length:
            raise SohopError(Code.BUNDLE_UNFINISHED)
        yield FrameAt(item, number, at + FRAME_HEAD, size)
        at += FRAME_HEAD + size
    if at != opened.size or length > at:
        raise SohopError(Code.BUNDLE_BROKEN)
    if length < at:
        raise SohopError(Code.BUNDLE_UNFINISHED)


def frame(item: int, number: int, sealed: bytes) -> bytes:
    """One frame as it is written."""
    return _FRAME.pack(len(sealed), item, number) + sealed


NOBODY: Final = DeviceId("")
"""Whose box the content of a homeward bundle is: each hub has its key."""


def hint(bundle: str, device: DeviceId) -> bytes:
    """By what a device knows its box: only who knows the device's id can tell whose it is."""
    return hashlib.sha256(b"sohop box hint v1\x00" + bundle.encode() + b"\x00" + device.encode()).digest()[:8]


def _exactly(file: BinaryIO, size: int, magic: bytes = b"") -> bytes:
    data = file.read(size)
    if not data.startswith(magic[: len(data)]):
        raise SohopError(Code.BUNDLE_BROKEN)
    if len(data) < size:
        raise SohopError(Code.BUNDLE_UNFINISHED)
    return data
