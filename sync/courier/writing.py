"""A bundle written to a stick: beside its name first, frame by frame, and renamed when all of it is on disk.

The same plan gives the same bytes. So a copy that was cut, by whatever it was, goes on behind the last frame
that is whole on the stick.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Final, Protocol

from sync.courier.stick import PARTIAL, SUFFIX, file_name, flush_folder, room, stick_errors
from sync.errors import Code, SohopError
from sync.model.ids import Digest
from sync.trust.bundles import open_frame, seal_frame
from sync.wire.bundle import FrameAt, Head, Opened, encode_head, frame, scan
from sync.wire.chunks import joined
from sync.wire.codec import decode_payload
from sync.wire.envelope import Envelope
from sync.wire.letters import Contents, PlannedItem, chunks_of, pack_contents

_FLUSH: Final = 16 * 1024 * 1024
"""Bytes after which what was written is made durable: progress that is shown is on the stick, or nearly."""
_SPARE: Final = 1_000_000
"""Bytes that a file system wants for itself."""


class StoppedError(Exception):
    """The person stopped it; what was copied stays, and the next copy goes on from there."""


class Source(Protocol):
    """Where the content comes from: the hub's blobs, or the vault of a secretary's laptop."""

    def descriptor(self, name: Digest) -> bytes: ...
    def chunk(self, name: bytes, size: int) -> bytes:
        """The bytes under that raw SHA-256. Raises ``SohopError(PACKET_INCOMPLETE)``."""


@dataclass(frozen=True)
class Sheet:
    """All that is decided of a bundle: its signed heads, its boxes, and what the frames are."""

    heads: tuple[Envelope, ...]
    boxes: tuple[bytes, ...]
    plan: tuple[PlannedItem, ...] = ()

    @property
    def parts(self) -> list[Opened]:
        """Each part as it will be found."""
        return [
            Opened(decode_payload(each.payload, Head), each, len(encode_head(each))) for each in self.heads
        ]

    @property
    def size(self) -> int:
        """Bytes of all files."""
        return sum(part.size for part in self.parts)


@dataclass(frozen=True)
class _Frame:
    """One frame to come: of which item, and the chunks in it; None for the item's contents."""

    planned: PlannedItem
    number: int
    group: bytes | None

    @property
    def item(self) -> int:
        return self.planned.item.number


def write(
    folder: Path,
    sheet: Sheet,
    source: Source | None = None,
    progress: Callable[[int], object] = lambda size: None,
    stop: Callable[[], bool] = lambda: False,
) -> list[Path]:
    """Write all files of a bundle into ``folder``; gives their paths, once all are durable.

    What is there already is not written again; ``progress`` is told of every byte, also of those. Raises
    ``StoppedError``; ``SohopError``: ``STICK_FULL`` before anything is written, or when it fills up all the
    same; ``STICK_GONE``; what ``source`` raises.
    """
    parts = sheet.parts
    _need_room(folder, parts)
    frames = _frames(sheet.plan)
    paths = []
    for part in parts:
        mine = [next(frames) for _ in range(part.head.frames)]
        boxes = sheet.boxes if part.head.part == 1 else ()
        paths.append(_Part(folder, part, boxes, mine, source, progress, stop).write())
    return paths


def path_of(folder: Path, head: Head) -> Path:
    """Where a part lies once it is whole."""
    return folder / file_name(head)


class _Part:
    """One file of a bundle."""

    def __init__(
        self,
        folder: Path,
        part: Opened,
        boxes: Sequence[bytes],
        frames: Sequence[_Frame],
        source: Source | None,
        progress: Callable[[int], object],
        stop: Callable[[], bool],
    ) -> None:
        self._path = path_of(folder, part.head)
        self._part = part
        self._begin = encode_head(part.envelope) + b"".join(boxes)
        self._frames = frames
        self._source = source
        self._progress = progress
        self._stop = stop

    def write(self) -> Path:
        need = self._part.size
        with stick_errors(need, 0):
            if _is_whole(self._path, self._begin, need):
                self._progress(need)
                return self._path
            partial = partial_path(self._path)
            if partial.is_symlink():
                raise SohopError(Code.STICK_GONE)
            with partial.open("r+b" if partial.exists() else "w+b") as file:
                try:
                    self._fill(file)
                finally:
                    _flush(file)
            os.replace(partial, self._path)
            flush_folder(self._path.parent)
        return self._path

    def _fill(self, file: BinaryIO) -> None:
        done, at = self._taken_over(file)
        if not at:
            file.seek(0)
            file.write(self._begin)
            at = len(self._begin)
        file.truncate(at)
        file.seek(at)
        self._progress(at)
        unflushed = 0
        for each in self._frames[done:]:
            if self._stop():
                raise StoppedError
            sealed = seal_frame(
                self._plain(each), self._part.head.id, each.item, each.number, each.planned.item.key
            )
            data = frame(each.item, each.number, sealed)
            file.write(data)
            at, unflushed = at + len(data), unflushed + len(data)
            if unflushed >= _FLUSH:
                _flush(file)
                unflushed = 0
            self._progress(len(data))
        if at != self._part.size:
            raise SohopError(Code.PACKET_INCOMPLETE)  # the source gave something else than was planned

    def _taken_over(self, file: BinaryIO) -> tuple[int, int]:
        """How many frames of an earlier try are good, and where they end; nothing when it is another file."""
        length = file.seek(0, os.SEEK_END)
        file.seek(0)
        if file.read(len(self._begin)) != self._begin:
            return 0, 0
        done, at = 0, len(self._begin)
        try:
            for there, wanted in zip(scan(file, self._part, length), self._frames, strict=False):
                if not self._is_good(file, there, wanted):
                    break
                done, at = done + 1, there.at + there.size
        except SohopError as error:
            if error.code not in (Code.BUNDLE_UNFINISHED, Code.BUNDLE_BROKEN):
                raise
        return done, at

    def _is_good(self, file: BinaryIO, there: FrameAt, wanted: _Frame) -> bool:
        if (there.item, there.number) != (wanted.item, wanted.number):
            return False
        file.seek(there.at)
        try:
            open_frame(
                file.read(there.size), self._part.head.id, there.item, there.number, wanted.planned.item.key
            )
        except SohopError:
            return False
        return True

    def _plain(self, each: _Frame) -> bytes:
        assert self._source is not None
        if each.group is None:
            descriptor = self._source.descriptor(each.planned.item.descriptor)
            return pack_contents(Contents(descriptor=descriptor, groups=each.planned.groups))
        return joined(self._source.chunk(name, size) for name, size in chunks_of(each.group))


def partial_path(path: Path) -> Path:
    """Where a file lies while it is being written."""
    return path.with_name(path.name.removesuffix(SUFFIX) + PARTIAL)


def _frames(plan: Sequence[PlannedItem]) -> Iterator[_Frame]:
    for planned in plan:
        yield _Frame(planned, 0, None)
        for number, group in enumerate(planned.groups, 1):
            yield _Frame(planned, number, group)


def _need_room(folder: Path, parts: Sequence[Opened]) -> None:
    with stick_errors():
        need = 0
        for part in parts:
            path = path_of(folder, part.head)
            there = next((each for each in (path, partial_path(path)) if each.exists()), None)
            need += max(0, part.size - (0 if there is None else there.stat().st_size))
        free = shutil.disk_usage(folder).free
    if need and free < need + _SPARE:
        raise SohopError(Code.STICK_FULL, **room(need + _SPARE, free))


def _is_whole(path: Path, begin: bytes, size: int) -> bool:
    if path.is_symlink() or not path.is_file() or path.stat().st_size != size:
        return False
    with path.open("rb") as file:
        return file.read(len(begin)) == begin


def _flush(file: BinaryIO) -> None:
    file.flush()
    os.fsync(file.fileno())
