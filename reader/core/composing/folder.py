"""A packet as a folder with ``packet.toml`` and PDFs: what is wrong is named with its place in the file."""

from __future__ import annotations

import os
import tomllib
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import msgspec

from reader.core.composing.tables import URGENCY, DocumentTable, PacketTable, in_zone
from sync.errors import Code, SohopError


@dataclass(frozen=True)
class PacketFolder:
    """A folder whose ``packet.toml`` is well-formed and whose files exist."""

    root: Path
    table: PacketTable

    def files(self) -> Iterator[tuple[DocumentTable, Path]]:
        """Each document with its file, in agenda order."""
        for item in self.table.item:
            for document in item.document:
                yield document, _on_disk(self.root, document.file)

    def read(self, file: str) -> bytes:
        """The bytes of one of its files."""
        return _on_disk(self.root, file).read_bytes()

    def span(self, file: str, start: int, size: int) -> bytes:
        """Some of them."""
        with _on_disk(self.root, file).open("rb") as opened:
            opened.seek(start)
            return opened.read(size)


def read_folder(root: Path) -> PacketFolder:
    """Read ``packet.toml``. Raises ``SohopError(FILE_MISSING | PACKET_FILE_WRONG)`` naming what and where."""
    path = root / "packet.toml"
    try:
        text = path.read_text("utf-8-sig")
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError) as error:
        raise SohopError(Code.FILE_MISSING, name="packet.toml") from error
    except UnicodeDecodeError as error:
        raise SohopError(Code.PACKET_FILE_WRONG, where="UTF-8", what=str(error.reason)) from error
    try:
        table = msgspec.convert(tomllib.loads(text), PacketTable)
    except tomllib.TOMLDecodeError as error:
        raise SohopError(Code.PACKET_FILE_WRONG, where="TOML", what=str(error)) from error
    except msgspec.ValidationError as error:
        what, _, where = str(error).partition(" - at ")
        raise SohopError(Code.PACKET_FILE_WRONG, where=where or "packet.toml", what=what) from error
    _check_references(root, table)
    return PacketFolder(root, table)


def _on_disk(root: Path, file: str) -> Path:
    """A file as its folder spells it: what comes from a Mac or an archive has its marks apart (NFD)."""
    path = root / file
    if not os.path.isfile(path):
        wanted = unicodedata.normalize("NFC", file)
        for name in os.listdir(root):
            if unicodedata.normalize("NFC", name) == wanted:
                return root / name
    return path


def _check_references(root: Path, table: PacketTable) -> None:
    documents = [document for item in table.item for document in item.document]
    _unique([item.id for item in table.item], "item")
    _unique([document.id for document in documents], "item.document")
    _unique([motion.id for motion in table.motion], "motion")
    for document in documents:
        if Path(document.file).name != document.file:
            raise SohopError(Code.PACKET_FILE_WRONG, where=f"document {document.id}", what="file")
        if not os.path.isfile(_on_disk(root, document.file)):
            raise SohopError(Code.FILE_MISSING, name=document.file)
        if document.urgency not in URGENCY:
            raise SohopError(Code.PACKET_FILE_WRONG, where=f"document {document.id}", what="urgency")
    _check_times(table)
    items = {item.id for item in table.item}
    known = {document.id for document in documents}
    for motion in table.motion:
        if motion.item not in items:
            raise SohopError(Code.PACKET_FILE_WRONG, where=f"motion {motion.id}", what=f"item {motion.item}")
        for attached in motion.documents:
            if attached not in known:
                raise SohopError(Code.PACKET_FILE_WRONG, where=f"motion {motion.id}", what=attached)


def _check_times(table: PacketTable) -> None:
    """Spans run forward and are of this age."""
    _span("meeting", starts=table.meeting.starts, ends=table.meeting.ends)
    for item in table.item:
        _span(f"item {item.id}", starts=item.starts)
    for motion in table.motion:
        _span(f"motion {motion.id}", opens=motion.opens, until=motion.until)


def _span(where: str, **moments: datetime | None) -> None:
    earlier = None
    for name, moment in moments.items():
        if moment is None:
            continue
        zoned = in_zone(moment)
        if not 1900 < zoned.year < 2900 or (earlier is not None and zoned <= earlier):
            raise SohopError(Code.PACKET_FILE_WRONG, where=where, what=name)
        earlier = zoned


def _unique(ids: list[str], where: str) -> None:
    twice = {one for one in ids if ids.count(one) > 1}
    if twice:
        raise SohopError(Code.PACKET_FILE_WRONG, where=where, what=", ".join(sorted(twice)))
