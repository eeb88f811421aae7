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
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from sync.errors import Code, SohopError
from sync.hub.blobs import Blobs
from sync.hub.files import write_new
from sync.hub.hub import Layout
from sync.hub.lock import held

KEEP: Final = 30
"""Copies that are kept; older ones go. Blobs stay: the next copy would bring most of them again."""
_TIME: Final = "%Y-%m-%dT%H%M%S.%fZ"
_ABOUT: Final = "sohop-backup.json"
_FRESH: Final = ".fresh"
_SMALL: Final = ("online.key", "ca.crt", "tls.pem")


@dataclass(frozen=True)
class Copied:
    """What a backup did. Sizes in bytes."""

    copy: Path
    blobs: int
    """Blobs that were not there before."""
    size: int
    """Of the database, and of these."""


def back_up(folder: Path, target: Path, now: datetime) -> Copied:
    """Take a copy of the hub in ``folder``, which may be serving. Raises ``SohopError``: ``VAULT_MISSING``
    without a hub; ``OTHER_TENANT`` when ``target`` is another office's backup; ``VAULT_IN_USE`` while another
    backup is being taken there; ``DISK_FULL``.
    """
    layout = Layout(folder)
    if not layout.database.exists():
        raise SohopError(Code.VAULT_MISSING)
    target.mkdir(parents=True, exist_ok=True, mode=0o700)
    with held(target / ".lock"):
        _claim(target, _tenant(layout.database))
        fresh = target / "copies" / _FRESH
        shutil.rmtree(fresh, ignore_errors=True)
        try:
            fresh.mkdir(parents=True, mode=0o700)
            # The database first: every blob that it names was on disk before it did.
            _copy_database(layout.database, fresh / "hub.db")
            for name in _SMALL:
                write_new(fresh / name, (folder / name).read_bytes(), private=True)
            count, size = _copy_blobs(layout.blobs, target / "blobs")
            copy = fresh.rename(fresh.with_name(now.astimezone(UTC).strftime(_TIME)))
            _flush(copy.parent)
        except OSError as error:
            raise _said(error) from error
        for old in copies(target)[:-KEEP]:
            shutil.rmtree(old)
        return Copied(copy, count, size + (copy / "hub.db").stat().st_size)


def copies(target: Path) -> list[Path]:
    """The copies of a backup, the oldest first."""
    place = target / "copies"
    return sorted(path for path in place.iterdir() if path.name != _FRESH) if place.is_dir() else []


def taken(target: Path) -> datetime | None:
    """When the newest copy was taken, by its name."""
    for copy in reversed(copies(target)):
        try:
            return datetime.strptime(copy.name, _TIME).replace(tzinfo=UTC)
        except ValueError:
            continue  # somebody put something else there
    return None


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
        _copy_blobs(target / "blobs", layout.blobs)
        for name in _SMALL:
            write_new(folder / name, (chosen / name).read_bytes(), private=name != "ca.crt")
        shutil.copyfile(chosen / "hub.db", layout.database)
        layout.database.chmod(0o600)
        _flush(folder)
    except OSError as error:
        raise _said(error) from error
    return chosen


def _claim(target: Path, tenant: str) -> None:
    """A folder holds the backup of one office."""
    about = target / _ABOUT
    if not about.exists():
        write_new(about, json.dumps({"format": 1, "tenant": tenant}).encode(), private=True)
    elif json.loads(about.read_text("utf-8"))["tenant"] != tenant:
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


def _copy_blobs(source: Path, target: Path) -> tuple[int, int]:
    """Those that the target lacks, each checked against its name; how many, and their bytes."""
    count = size = 0
    for group in sorted(source.glob("??")):
        into = target / group.name
        into.mkdir(parents=True, exist_ok=True, mode=0o700)
        there = set(os.listdir(into))
        lacking = [name for name in os.listdir(group) if name not in there]
        for name in lacking:
            data = (group / name).read_bytes()
            if hashlib.sha256(data).hexdigest() != name:
                raise SohopError(Code.WRONG_DIGEST)
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
            _flush(into)
    return count, size


def _said(error: OSError) -> Exception:
    full = error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
    return SohopError(Code.DISK_FULL) if full else error


def _flush(folder: Path) -> None:
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
