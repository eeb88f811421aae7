"""What lies on a stick: bundles found and listed without opening one; what is wrong with the stick itself."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Final

from sync.errors import Code, SohopError
from sync.wire.bundle import FRAME_HEAD, TAG, Head, Opened, Way, read_head

FOLDER: Final = "SOHOP"
SUFFIX: Final = ".sohop"
PARTIAL: Final = ".sohop.part"
MOST_FILES: Final = 1_000
"""Looked at on one stick; the newest names first."""
_INVITATION: Final = b"sohop:"
_FULL: Final = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_MB: Final = 1_000_000


@dataclass(frozen=True)
class Found:
    """One file. ``opened`` is what its head claims, which nobody has checked; None with ``code`` for what has
    no readable head. ``length`` in bytes."""

    path: Path
    length: int
    opened: Opened | None
    code: Code | None = None

    @property
    def head(self) -> Head:
        """Only of a file that has one."""
        assert self.opened is not None
        return self.opened.head

    @property
    def whole(self) -> bool:
        """Whether it was copied to its end, as far as its length tells."""
        return self.code is None


def look(place: Path) -> list[Found]:
    """The bundles at ``place``: a stick, its folder ``SOHOP``, or one file. In order of when they claim to
    have been made; those without a readable head last.

    Nothing is followed out of the folder, and nothing but plain files is touched. Raises
    ``SohopError(STICK_GONE)``.
    """
    with stick_errors():
        found = [_found(path) for path in _files(place)]
    known = [one for one in found if one is not None]
    return sorted(known, key=_rank)


def usable(found: Sequence[Found], way: Way) -> list[list[Found]]:
    """Whole files of that way, those of one bundle together in order of their parts; of two that claim to be
    the same part the first."""
    bundles: dict[str, dict[int, Found]] = {}
    for one in found:
        if one.opened is not None and one.whole and one.head.way is way:
            bundles.setdefault(one.head.id, {}).setdefault(one.head.part, one)
    return [[parts[number] for number in sorted(parts)] for parts in bundles.values()]


def folder_on(place: Path) -> Path:
    """Where bundles are written on a stick: its folder ``SOHOP``, made when it is not there."""
    folder = place if place.name.upper() == FOLDER else place / FOLDER
    with stick_errors():
        if folder.is_symlink():
            raise SohopError(Code.STICK_GONE)
        folder.mkdir(exist_ok=True)
    return folder


def put_whole(folder: Path, data: bytes) -> None:
    """Put a small file that came whole, as the hub's answer to a homeward bundle, under its own name.

    Raises ``SohopError(BUNDLE_BROKEN)`` when it is none; ``STICK_FULL``, ``STICK_GONE``.
    """
    opened = read_head(BytesIO(data))
    if opened.size != len(data):
        raise SohopError(Code.BUNDLE_BROKEN)
    path = folder / file_name(opened.head)
    partial = path.with_name(path.name.removesuffix(SUFFIX) + PARTIAL)
    with stick_errors(len(data)):
        with partial.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.replace(partial, path)
        flush_folder(folder)


def flush_folder(folder: Path) -> None:
    """What was renamed in it is on the stick. Some file systems know no such thing, and Windows neither."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        with suppress(OSError):  # as vfat through FUSE: the file itself is durable
            os.fsync(handle)
    finally:
        os.close(handle)


def file_name(head: Head) -> str:
    """Made of nothing but the head's numbers; small letters only, so that no two names clash."""
    way = "ve" if head.way is Way.HOME else "ra"
    part = f".{head.part}-{head.parts}" if head.parts > 1 else ""
    return f"{way}-{head.made:%Y%m%d-%H%M}-{head.id[:12]}{part}{SUFFIX}"


@contextmanager
def stick_errors(need: int = 0, free: int = 0) -> Iterator[None]:
    """What the system says of a stick, in our words."""
    try:
        yield
    except OSError as error:
        code = Code.STICK_FULL if error.errno in _FULL else Code.STICK_GONE
        raise SohopError(code, **room(need, free)) from error


def room(need: int, free: int) -> dict[str, int]:
    """The fields of ``STICK_FULL``: what is needed and what is free, in bytes here, in MB there."""
    return {"need": -(-need // _MB), "free": free // _MB}


def _files(place: Path) -> list[Path]:
    if not place.is_dir():
        return [place]
    folders = [place] + [
        Path(each.path)
        for each in sorted(os.scandir(place), key=lambda each: each.name)
        if each.name.upper() == FOLDER and each.is_dir(follow_symlinks=False)
    ]
    paths = [
        Path(each.path)
        for folder in folders
        for each in os.scandir(folder)
        if each.name.casefold().endswith((SUFFIX, PARTIAL))
    ]
    return sorted(paths, key=lambda path: path.name, reverse=True)[:MOST_FILES]


def _found(path: Path) -> Found | None:
    """None for what is no file of ours at all: an invitation has the same ending."""
    known = path.lstat()
    if not stat.S_ISREG(known.st_mode):
        return Found(path, 0, None, Code.BUNDLE_BROKEN)
    with path.open("rb") as file:
        if file.read(len(_INVITATION)) == _INVITATION:
            return None
        file.seek(0)
        try:
            opened = read_head(file)
        except SohopError as error:
            return Found(path, known.st_size, None, error.code)
    head, length = opened.head, known.st_size
    partial = path.name.casefold().endswith(PARTIAL)
    if partial or length < opened.size:
        return Found(path, length, opened, Code.BUNDLE_UNFINISHED)
    if length > opened.size or head.size < head.frames * (FRAME_HEAD + TAG):
        return Found(path, length, opened, Code.BUNDLE_BROKEN)
    return Found(path, length, opened)


def _rank(found: Found) -> tuple[bool, float, int, str]:
    if found.opened is None:
        return True, 0.0, 0, found.path.name
    return False, found.head.made.timestamp(), found.head.part, found.path.name
