"""Copies of a hub's folder, taken while it serves, and put back on another machine.

A backup is a folder: ``blobs/`` as in the hub's own, each copied once, and ``copies/TIME/`` with the database
as it stood and the keys. A copy appears when all of it is on disk, blobs first: one that a power cut
interrupted is not there at all. The root key is never in it: it is kept apart from the hub.
"""

from __future__ import annotations

import errno
import hashlib
import json
import os
import shutil
import sqlite3
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import msgspec

from sync.errors import Code, SohopError
from sync.hub.blobs import Blobs
from sync.hub.files import flush_folder, is_full, replace, write_new
from sync.hub.hub import Layout
from sync.hub.lock import held
from sync.hub.version import program_version
from sync.wire.admin import BackupRow

KEEP: Final = 30
"""Copies that are kept; older ones go. Blobs stay: the next copy would bring most of them again."""
_TIME: Final = "%Y-%m-%dT%H%M%S.%fZ"
_ABOUT: Final = "sohop-backup.json"
_LAST: Final = "last-backup.json"
_FRESH: Final = ".fresh"
_AHEAD: Final = "ahead-"
_NOT_OURS: Final = (
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_BUSY,
)
"""What SQLite says of a disk, or of another program, not of the database."""
_SMALL: Final = ("online.key", "ca.crt", "tls.pem")


class BackupInsideError(ValueError):
    """The backup would lie in what it is to save."""


class RoomBackupError(ValueError):
    """A room hub is not copied: put back an hour later it would contradict what it has signed since. What it
    has goes up to its office."""


@dataclass(frozen=True)
class Copied:
    """What a backup did. Sizes in bytes."""

    copy: Path
    blobs: int
    """Blobs that were not there before."""
    size: int
    """Of the database, and of these."""
    damaged: tuple[str, ...] = ()
    """Blobs of the hub that are not what their name says. They are left out: all else is safe."""


def back_up(folder: Path, target: Path, now: datetime) -> Copied:
    """Take a copy of the hub in ``folder``, which may be serving. Raises ``OSError``; ``BackupInsideError``
    when ``target`` is in that folder; ``RoomBackupError`` for a room hub; ``SohopError``: ``VAULT_MISSING``
    without a hub; ``OTHER_TENANT`` when ``target`` is another office's backup; ``VAULT_IN_USE`` while another
    backup is being taken there; ``VAULT_DAMAGED``; ``DISK_FULL``.
    """
    layout = Layout(folder)
    if not layout.database.exists():
        raise SohopError(Code.VAULT_MISSING)
    if layout.box_key.exists():
        raise RoomBackupError(folder)
    if target.resolve().is_relative_to(folder.resolve()):
        raise BackupInsideError(target)
    target.mkdir(parents=True, exist_ok=True, mode=0o700)
    with held(target / ".lock"):
        fresh = target / "copies" / _FRESH
        shutil.rmtree(fresh, ignore_errors=True)
        try:
            _claim(target, _tenant(layout.database))
            fresh.mkdir(parents=True, mode=0o700)
            # The database first: every blob that it names was on disk before it did.
            _copy_database(layout.database, fresh / "hub.db")
            for name in _SMALL:
                write_new(fresh / name, (folder / name).read_bytes(), private=True)
            count, size, damaged = _copy_blobs(layout.blobs, target / "blobs")
            copy = fresh.rename(fresh.with_name(now.astimezone(UTC).strftime(_TIME)))
            flush_folder(copy.parent)
        except sqlite3.Error as error:
            raise _flaw(error) from error
        except OSError as error:
            if is_full(error):
                raise SohopError(Code.DISK_FULL) from error
            raise
        _tidy(target, copy)
        _note(folder, target, now)
        return Copied(copy, count, size + (copy / "hub.db").stat().st_size, damaged)


def last_backup(folder: Path) -> BackupRow | None:
    """The newest backup of the hub in ``folder``; None when none is known."""
    try:
        return msgspec.json.decode((folder / _LAST).read_bytes(), type=BackupRow)
    except (FileNotFoundError, msgspec.DecodeError):
        return None


def _note(folder: Path, target: Path, now: datetime) -> None:
    """Beside the hub, for its administrator; not part of what is copied."""
    noted = BackupRow(
        taken=now.astimezone(UTC),
        copies=len(copies(target)),
        folder=str(target.resolve()),
        version=program_version(),
    )
    replace(folder / _LAST, msgspec.json.encode(noted), private=True)


def copies(target: Path) -> list[Path]:
    """The copies of a backup, the oldest first; whatever else somebody put there is left alone."""
    place = target / "copies"
    return sorted(path for path in place.iterdir() if _is_copy(path)) if place.is_dir() else []


def taken(target: Path) -> datetime | None:
    """When the newest copy was taken, by its name."""
    known = copies(target)
    return datetime.strptime(known[-1].name, _TIME).replace(tzinfo=UTC) if known else None


def put_back(target: Path, folder: Path, copy: Path | None = None) -> Path:
    """Make a hub's folder of a copy, the newest unless told; ``folder`` must not exist or be empty.

    It has then to begin a new epoch (``Office.restored``). Raises ``FileExistsError``; ``SohopError``:
    ``VAULT_MISSING`` when there is no copy; ``WRONG_DIGEST`` when a blob is not what its name says;
    ``DISK_FULL``. Whether it is whole says ``checking``.
    """
    known = copies(target)
    chosen = copy or (known[-1] if known else None)
    if chosen is None or not (chosen / "hub.db").is_file():
        raise SohopError(Code.VAULT_MISSING)
    if folder.exists() and any(folder.iterdir()):
        raise FileExistsError(folder)
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    layout = Layout(folder)
    try:
        Blobs.make(layout.blobs)
        _, _, damaged = _copy_blobs(target / "blobs", layout.blobs)
        if damaged:
            raise SohopError(Code.WRONG_DIGEST)
        for name in _SMALL:
            write_new(folder / name, (chosen / name).read_bytes(), private=name != "ca.crt")
        # Last, and whole at once: with a database a folder is a hub.
        fresh = layout.database.with_name(f".{layout.database.name}.new")
        shutil.copyfile(chosen / "hub.db", fresh)
        fresh.chmod(0o600)
        with fresh.open("rb+") as file:
            os.fsync(file.fileno())
        fresh.rename(layout.database)
        flush_folder(folder)
    except OSError as error:
        if is_full(error):
            raise SohopError(Code.DISK_FULL) from error
        raise
    return chosen


def _tidy(target: Path, newest: Path) -> None:
    """Let the oldest go. A copy with a later name than the newest was taken while the clock was ahead: it is
    put aside, so that it is not taken for the newest. What cannot be moved now is moved the next time."""
    with suppress(OSError):
        for ahead in [copy for copy in copies(target) if copy.name > newest.name]:
            ahead.rename(ahead.with_name(f"{_AHEAD}{ahead.name}"))
        aside = sorted(path for path in newest.parent.glob(f"{_AHEAD}*") if path.is_dir())
        for old in (*copies(target)[:-KEEP], *aside[:-KEEP]):
            shutil.rmtree(old)


def _claim(target: Path, tenant: str) -> None:
    """A folder holds the backup of one office."""
    about = target / _ABOUT
    said = json.dumps({"format": 1, "tenant": tenant}).encode()
    if not about.exists():
        write_new(about, said, private=True)
    elif about.read_bytes() != said:
        raise SohopError(Code.OTHER_TENANT)


def _tenant(database: Path) -> str:
    with closing(sqlite3.connect(f"{database.absolute().as_uri()}?mode=ro", uri=True)) as connection:
        (tenant,) = connection.execute("SELECT tenant FROM office").fetchone()
    return str(tenant)


def _copy_database(source: Path, target: Path) -> None:
    """As it stood at one moment; those who write meanwhile are not kept waiting."""
    with (
        closing(sqlite3.connect(f"{source.absolute().as_uri()}?mode=ro", uri=True)) as before,
        closing(sqlite3.connect(target)) as after,
    ):
        before.backup(after, pages=-1)
        after.execute("PRAGMA journal_mode=DELETE")
        (state,) = after.execute("PRAGMA integrity_check(1)").fetchone()
    if state != "ok":
        raise SohopError(Code.VAULT_DAMAGED)
    target.chmod(0o600)
    with target.open("rb+") as file:
        os.fsync(file.fileno())


def _copy_blobs(source: Path, target: Path) -> tuple[int, int, tuple[str, ...]]:
    """Those that the target lacks; how many, their bytes, and those left out, as they are not what they are
    called."""
    count = size = 0
    damaged: list[str] = []
    for group in sorted(source.glob("??")):
        into = target / group.name
        into.mkdir(parents=True, exist_ok=True, mode=0o700)
        there = set(os.listdir(into))
        lacking = [name for name in os.listdir(group) if name not in there]
        for name in lacking:
            data = (group / name).read_bytes()
            if hashlib.sha256(data).hexdigest() != name:
                damaged.append(name)
                continue
            fresh = into / f".{name}"
            with fresh.open("wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            fresh.rename(into / name)
            count, size = count + 1, size + len(data)
        for left in into.glob(".*"):
            left.unlink()
        if lacking:
            flush_folder(into)
    return count, size, tuple(damaged)


def _flaw(error: sqlite3.Error) -> Exception:
    """What SQLite says in the terms of this program."""
    primary = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT) & 0xFF
    if primary == sqlite3.SQLITE_FULL:
        return SohopError(Code.DISK_FULL)
    if primary in _NOT_OURS:
        return OSError(errno.EIO, str(error))
    return SohopError(Code.VAULT_DAMAGED)


def _is_copy(path: Path) -> bool:
    try:
        datetime.strptime(path.name, _TIME)
    except ValueError:
        return False
    return path.is_dir()
