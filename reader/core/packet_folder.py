"""A packet as the secretary keeps it: a folder with ``packet.toml`` and PDFs. Read, checked, made into bytes.

Nothing is guessed silently: what is wrong is named with its place in the file.
"""

from __future__ import annotations

import secrets
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from typing import Annotated

import msgspec
from msgspec import Meta, Struct

from sync.errors import Code, SohopError
from sync.model.ids import ID, Digest, DocumentId, ItemId, MeetingId, MotionId, PersonId, TenantId
from sync.model.meeting import MAX_DOCUMENT_BYTES, AgendaItem, Document, Manifest, Meeting, Urgency
from sync.model.motion import Attached, Choice, Late, Motion, Window
from sync.model.names import given_name_key
from sync.model.people import PersonEntry, Role, RollEntry
from sync.model.rules import Form, MotionKind, Rule, Secrecy, Tie, Timing
from sync.model.text import Line, Text
from sync.wire.chunks import cut
from sync.wire.codec import digest, encode_payload

LEASE_AFTER_END = timedelta(days=90)
_URGENCY = {
    "thường": Urgency.NORMAL,
    "khẩn": Urgency.URGENT,
    "thượng khẩn": Urgency.VERY_URGENT,
    "hỏa tốc": Urgency.EXPRESS,
}

_VIETNAM = timezone(timedelta(hours=7))
_Id = Annotated[str, ID]


class MeetingTable(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """``[meeting]``."""

    id: _Id
    title: Line
    short: Line = ""
    kind: Line = ""
    place: Line = ""
    starts: datetime
    ends: datetime
    change: Text = ""


class DocumentTable(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """``[[item.document]]``."""

    id: _Id
    file: Annotated[str, Meta(min_length=1, max_length=255)]
    name: Line
    symbol: Line = ""
    summary: Line = ""
    issuer: Line = ""
    date: date | None = None
    urgency: str = "thường"


class ItemTable(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """``[[item]]``."""

    id: _Id
    number: Annotated[str, Meta(max_length=20)]
    title: Line
    speaker: Line = ""
    starts: datetime | None = None
    document: tuple[DocumentTable, ...] = ()


class MotionTable(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """``[[motion]]``."""

    id: _Id
    item: _Id
    kind: MotionKind
    title: Line
    question: Text
    documents: tuple[_Id, ...] = ()
    choices: Annotated[tuple[Line, ...], Meta(max_length=20)] = ()
    max_choices: Annotated[int, Meta(ge=1, le=200)] = 1
    timing: Timing | None = None
    opens: datetime | None = None
    until: datetime | None = None
    grace_minutes: Annotated[int, Meta(ge=0, le=30 * 1440)] = 0
    late: Late = Late.RECORDED_ONLY
    secrecy: Secrecy = Secrecy.OPEN
    ask_passphrase: bool = False
    chair: _Id | None = None
    """Whose side prevails on a tie, where the rule says so; else the one chair on the roll."""


class PacketTable(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The whole file."""

    meeting: MeetingTable
    item: tuple[ItemTable, ...]
    motion: tuple[MotionTable, ...] = ()


@dataclass(frozen=True)
class Inspected:
    """What the PDF child found in one file."""

    pages: int
    has_text: bool


@dataclass(frozen=True)
class PacketFolder:
    """A folder whose ``packet.toml`` is well-formed and whose files exist."""

    root: Path
    table: PacketTable

    def files(self) -> Iterator[tuple[DocumentTable, Path]]:
        """Each document with its file, in agenda order."""
        for item in self.table.item:
            for document in item.document:
                yield document, self.root / document.file


@dataclass(frozen=True)
class Draft:
    """One version of a packet as bytes: what is signed, and what is uploaded beside it."""

    manifest: Manifest
    payload: bytes
    descriptors: tuple[bytes, ...]
    files: tuple[Path, ...]


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


def build(
    folder: PacketFolder,
    inspected: dict[str, Inspected],
    rules: dict[MotionKind, Rule],
    people: Sequence[PersonEntry],
    tenant: TenantId,
    previous: tuple[int, str] = (0, ""),
) -> Draft:
    """Make the manifest and the descriptors. ``inspected`` is by file name; ``previous`` (version, digest).

    Every delegate is on the roll; delegates and guests are readers. Raises ``SohopError(PACKET_FILE_WRONG |
    TIMING_REFUSED)``.
    """
    table = folder.table
    items, paths = [], []
    for item in table.item:
        documents = []
        for document in item.document:
            path = folder.root / document.file
            documents.append(_document(document, path.read_bytes(), inspected[document.file]))
            paths.append(path)
        items.append(
            AgendaItem(
                salt=secrets.token_hex(16),
                id=ItemId(item.id),
                number=item.number,
                title=item.title,
                speaker=item.speaker,
                starts=_zoned(item.starts),
                documents=tuple(documents),
            )
        )
    descriptors = tuple(encode_payload(item) for item in items)
    digests = {document.id: document.sha256 for item in items for document in item.documents}
    delegates = sorted((p for p in people if Role.DELEGATE in p.roles), key=lambda p: given_name_key(p.name))
    others = [p for p in people if {Role.GUEST, Role.TELLER} & set(p.roles) and p not in delegates]
    meeting = table.meeting
    ends = _in_zone(meeting.ends)
    manifest = Manifest(
        tenant=tenant,
        meeting=Meeting(
            id=MeetingId(meeting.id),
            title=meeting.title,
            short=meeting.short or meeting.title,
            kind=meeting.kind,
            place=meeting.place,
            starts=_in_zone(meeting.starts),
            ends=ends,
        ),
        version=previous[0] + 1,
        previous=previous[1],
        change=meeting.change,
        made=datetime.now(UTC),
        lease=ends + LEASE_AFTER_END,
        items=tuple(digest(data) for data in descriptors),
        motions=tuple(_motion(m, digests, rules, delegates) for m in table.motion),
        roll=tuple(RollEntry(person=p.person, name=p.name, title=p.title) for p in delegates),
        readers=tuple(PersonId(p.person) for p in (*delegates, *others)),
    )
    return Draft(manifest, encode_payload(manifest), descriptors, tuple(paths))


def _document(table: DocumentTable, data: bytes, inspected: Inspected) -> Document:
    if len(data) > MAX_DOCUMENT_BYTES:
        raise SohopError(Code.TOO_LARGE)
    return Document(
        id=DocumentId(table.id),
        name=table.name,
        symbol=table.symbol,
        summary=table.summary,
        issuer=table.issuer,
        issued=table.date,
        urgency=_URGENCY[table.urgency],
        pages=inspected.pages,
        size=len(data),
        sha256=digest(data),
        has_text=inspected.has_text,
        chunks=tuple(cut(data)),
    )


def _motion(
    table: MotionTable,
    digests: dict[DocumentId, Digest],
    rules: dict[MotionKind, Rule],
    roll: Sequence[PersonEntry],
) -> Motion:
    rule = rules.get(table.kind)
    if rule is None:
        raise SohopError(Code.PACKET_FILE_WRONG, where=f"motion {table.id}", what=f"kind {table.kind}")
    timing = table.timing or rule.timings[0]
    if timing not in rule.timings or table.secrecy not in rule.secrecies:
        raise SohopError(Code.TIMING_REFUSED)
    if timing is Timing.SEALED_UNTIL and table.until is None:
        raise SohopError(Code.PACKET_FILE_WRONG, where=f"motion {table.id}", what="until")
    labels = table.choices or rule.choices
    if len(set(labels)) < max(2, len(labels)) or table.max_choices > len(labels):
        raise SohopError(Code.PACKET_FILE_WRONG, where=f"motion {table.id}", what="choices")
    if rule.threshold is not None and rule.form is Form.CHOICE and table.max_choices != 1:
        raise SohopError(Code.PACKET_FILE_WRONG, where=f"motion {table.id}", what="max_choices")
    free = len(labels) - 1 if table.kind is MotionKind.WRITTEN_OPINION else -1
    return Motion(
        id=MotionId(table.id),
        item=ItemId(table.item),
        title=table.title,
        question=table.question,
        documents=tuple(Attached(id=DocumentId(d), sha256=digests[DocumentId(d)]) for d in table.documents),
        choices=tuple(
            Choice(id=f"c{n + 1}", label=label, free_text=n == free) for n, label in enumerate(labels)
        ),
        max_choices=table.max_choices,
        rule=rule,
        window=Window(
            timing=timing,
            opens=_zoned(table.opens),
            until=_zoned(table.until),
            grace_s=table.grace_minutes * 60,
            late=table.late,
        ),
        secrecy=table.secrecy,
        ask_passphrase=table.ask_passphrase,
        chair=_chair(table, rule, roll),
    )


def _chair(table: MotionTable, rule: Rule, roll: Sequence[PersonEntry]) -> PersonId | None:
    if table.chair is not None:
        if all(one.person != table.chair for one in roll):
            raise SohopError(Code.PACKET_FILE_WRONG, where=f"motion {table.id}", what=f"chair {table.chair}")
        return PersonId(table.chair)
    chairs = [one.person for one in roll if Role.CHAIR in one.roles]
    return chairs[0] if rule.tie is Tie.CHAIR and len(chairs) == 1 else None


def _check_references(root: Path, table: PacketTable) -> None:
    documents = [document for item in table.item for document in item.document]
    _unique([item.id for item in table.item], "item")
    _unique([document.id for document in documents], "item.document")
    _unique([motion.id for motion in table.motion], "motion")
    for document in documents:
        path = root / document.file
        if Path(document.file).name != document.file:
            raise SohopError(Code.PACKET_FILE_WRONG, where=f"document {document.id}", what="file")
        if not path.is_file():
            raise SohopError(Code.FILE_MISSING, name=document.file)
        if document.urgency not in _URGENCY:
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
        zoned = _in_zone(moment)
        if not 1900 < zoned.year < 2900 or (earlier is not None and zoned <= earlier):
            raise SohopError(Code.PACKET_FILE_WRONG, where=where, what=name)
        earlier = zoned


def _unique(ids: list[str], where: str) -> None:
    twice = {one for one in ids if ids.count(one) > 1}
    if twice:
        raise SohopError(Code.PACKET_FILE_WRONG, where=where, what=", ".join(sorted(twice)))


def _zoned(moment: datetime | None) -> datetime | None:
    return None if moment is None else _in_zone(moment)


def _in_zone(moment: datetime) -> datetime:
    """A moment written without an offset is in Vietnam's zone."""
    return moment if moment.tzinfo is not None else moment.replace(tzinfo=_VIETNAM)
