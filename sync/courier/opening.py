"""An outward bundle as one device may read it: its letter, and the content of its items, frame by frame."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from typing import BinaryIO, Final, NamedTuple

from sync.courier.stick import Found, stick_errors
from sync.errors import Code, SohopError
from sync.model.ids import DeviceId, Digest, TenantId
from sync.trust.bundles import check_head, open_box, open_frame
from sync.wire.bundle import FrameAt, Head, Way, hint, read_box, scan
from sync.wire.chunks import FrameReader
from sync.wire.codec import digest
from sync.wire.envelope import Envelope
from sync.wire.letters import Contents, Letter, chunks_of, unpack_contents

_KEPT: Final = 4
"""Frames in the clear in memory: chunks are asked for in the order in which they stand."""


@dataclass(frozen=True)
class Recipient:
    """Who opens: a device with its X25519 key, and the signing keys of the hubs whose bundles it takes
    (``trust.bundles.hub_keys``)."""

    tenant: TenantId
    device: DeviceId
    box_seed: bytes
    makers: Mapping[DeviceId, bytes]

    def check(self, envelope: Envelope, head: Head) -> None:
        """A bundle's head is this office's, and was signed by one of those hubs.

        Raises ``SohopError(OTHER_TENANT | BUNDLE_STRANGE_HUB | BUNDLE_BROKEN)``.
        """
        key = self.makers.get(head.maker)
        if key is None and head.tenant == self.tenant:
            raise SohopError(Code.BUNDLE_STRANGE_HUB)
        check_head(envelope, head, self.tenant, key or b"")


class _Place(NamedTuple):
    file: BinaryIO
    frame: FrameAt


@contextmanager
def opened(parts: Sequence[Found], reader: Recipient) -> Iterator[Outward]:
    """Open the parts of one bundle (``stick.usable``). Nothing of it is believed before its hub's signature.

    Raises ``SohopError``: ``OTHER_TENANT``; ``BUNDLE_OTHER`` when there is nothing for this device in it;
    ``BUNDLE_STRANGE_HUB`` when no hub made it that this device takes bundles of;
    ``BUNDLE_BROKEN``; ``BUNDLE_PART_MISSING`` when the first part, with the letters, is not there;
    ``STICK_GONE``.
    """
    with ExitStack() as stack, stick_errors():
        files: list[BinaryIO] = [stack.enter_context(part.path.open("rb")) for part in parts]
        yield Outward(parts, files, reader)


class Outward:
    """``problems`` are what was refused so far: what else there is stays good."""

    def __init__(self, parts: Sequence[Found], files: Sequence[BinaryIO], reader: Recipient) -> None:
        self.head: Head = parts[0].head
        self.problems: dict[Code, SohopError] = {}
        for part in parts:
            assert part.opened is not None
            if part.head.maker not in reader.makers and not _is_for(part.head, reader.device):
                raise SohopError(Code.BUNDLE_OTHER)  # whoever made it
            reader.check(part.opened.envelope, part.head)
            if part.head.way is not Way.OUT or not _same(part.head, self.head):
                raise SohopError(Code.BUNDLE_BROKEN)
        if self.head.part != 1:
            raise SohopError(Code.BUNDLE_PART_MISSING, part=1, parts=self.head.parts)
        self.letter = self._letter(parts[0], files[0], reader)
        self._keys = {item.number: item for item in self.letter.items}
        self._frames: dict[tuple[int, int], _Place] = {}
        self._contents: dict[Digest, tuple[int, Contents]] = {}
        self._chunks: dict[tuple[bytes, int], tuple[int, int]] = {}
        self._cache: OrderedDict[tuple[int, int], dict[bytes, bytes]] = OrderedDict()
        for part, file in zip(parts, files, strict=True):
            self._scan(part, file)
        there = {part.head.part for part in parts}
        for number in range(1, self.head.parts + 1):
            if number not in there:
                self._note(SohopError(Code.BUNDLE_PART_MISSING, part=number, parts=self.head.parts))
                break
        self._index()

    @property
    def size(self) -> int:
        """Bytes of content for this device, as the contents list them."""
        return sum(size for _, size in self._chunks)

    def descriptor(self, name: Digest) -> bytes | None:
        """A descriptor's bytes, which fit its digest; None when it is not in here for this device."""
        found = self._contents.get(name)
        return None if found is None else found[1].descriptor

    def chunk(self, name: Digest, size: int) -> bytes | None:
        """A chunk's bytes, which fit its digest; None when it is not in here for this device, or was altered
        (``problems``). Raises ``SohopError(STICK_GONE)``."""
        raw = bytes.fromhex(name)
        place = self._chunks.get((raw, size))
        return None if place is None else self._group(place).get(raw)

    def _letter(self, part: Found, file: BinaryIO, reader: Recipient) -> Letter:
        assert part.opened is not None
        mine = hint(self.head.id, reader.device)
        places = [at for at, box in enumerate(self.head.boxes) if box.hint == mine]
        if len(places) != 1:
            raise SohopError(Code.BUNDLE_OTHER)
        sealed = read_box(file, part.opened, places[0])
        for at in range(len(self.head.boxes)):  # others' boxes: said, and no harm to this one
            try:
                read_box(file, part.opened, at)
            except SohopError as error:
                self._note(error)
        letter = open_box(sealed, self.head, reader.device, reader.box_seed, Letter)
        if letter.device != reader.device or not letter.replies:  # else it only wrote the file
            raise SohopError(Code.BUNDLE_OTHER)
        return letter

    def _scan(self, part: Found, file: BinaryIO) -> None:
        assert part.opened is not None
        try:
            for frame in scan(file, part.opened, part.length):
                place = frame.item, frame.number
                if place in self._frames:
                    raise SohopError(Code.BUNDLE_BROKEN)
                if frame.item in self._keys:
                    self._frames[place] = _Place(file, frame)
        except SohopError as error:
            self._note(error)

    def _index(self) -> None:
        for item in self.letter.items:
            plain = self._plain(item.number, 0)
            if plain is None:
                continue
            try:
                contents = unpack_contents(plain)
                if digest(contents.descriptor) != item.descriptor:
                    raise SohopError(Code.BUNDLE_BROKEN)
            except SohopError as error:
                self._note(error)
                continue
            self._contents[item.descriptor] = item.number, contents
            for number, group in enumerate(contents.groups, 1):
                for chunk in chunks_of(group):
                    self._chunks.setdefault(chunk, (item.number, number))

    def _group(self, place: tuple[int, int]) -> dict[bytes, bytes]:
        if place in self._cache:
            self._cache.move_to_end(place)
            return self._cache[place]
        plain = self._plain(*place)
        found: dict[bytes, bytes] = {}
        if plain is not None:
            reader = FrameReader()
            try:
                found = {bytes.fromhex(digest(piece)): piece for piece in reader.feed(plain)}
            except SohopError as error:
                self._note(error)
        self._cache[place] = found
        if len(self._cache) > _KEPT:
            self._cache.popitem(last=False)
        return found

    def _plain(self, item: int, number: int) -> bytes | None:
        place = self._frames.get((item, number))
        if place is None:
            self._note(SohopError(Code.BUNDLE_UNFINISHED))
            return None
        with stick_errors():
            place.file.seek(place.frame.at)
            sealed = place.file.read(place.frame.size)
        try:
            return open_frame(sealed, self.head.id, item, number, self._keys[item].key)
        except SohopError as error:
            self._note(error)
            return None

    def _note(self, error: SohopError) -> None:
        # What a missing part lacks is not an unfinished copy.
        if error.code is Code.BUNDLE_UNFINISHED and Code.BUNDLE_PART_MISSING in self.problems:
            return
        self.problems.setdefault(error.code, error)


def _is_for(head: Head, device: DeviceId) -> bool:
    mine = hint(head.id, device)
    return any(box.hint == mine for box in head.boxes)


def _same(one: Head, other: Head) -> bool:
    return (one.id, one.made, one.maker, one.parts) == (other.id, other.made, other.maker, other.parts)
