"""From a packet as it is written down to the bytes that two persons sign."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Protocol

from reader.core.composing.tables import URGENCY, DocumentTable, MotionTable, PacketTable, in_zone
from sync.errors import Code, SohopError
from sync.model.ids import Digest, DocumentId, ItemId, MeetingId, MotionId, PersonId, TenantId
from sync.model.meeting import MAX_DOCUMENT_BYTES, AgendaItem, Document, Manifest, Meeting
from sync.model.motion import Attached, Choice, Motion, Window
from sync.model.names import given_name_key
from sync.model.people import PersonEntry, Role, RollEntry
from sync.model.rules import Form, MotionKind, Rule, Tie, Timing
from sync.wire.chunks import cut
from sync.wire.codec import digest, encode_payload

LEASE_AFTER_END = timedelta(days=90)


class Spans(Protocol):
    """A packet's files, by the name that a document gives its own."""

    def span(self, file: str, start: int, size: int) -> bytes:
        """Some of it, so that a large file is never whole in memory while it is sent.

        Raises ``SohopError(FILE_…)``, as what is below.
        """
        ...


class Files(Spans, Protocol):
    """Files that a version is made of."""

    def read(self, file: str) -> bytes:
        """All of it."""
        ...


@dataclass(frozen=True)
class Inspected:
    """What the PDF child found in one file."""

    pages: int
    has_text: bool


@dataclass(frozen=True)
class Draft:
    """One version of a packet as bytes: what is signed, and what is uploaded beside it."""

    manifest: Manifest
    payload: bytes
    descriptors: tuple[bytes, ...]
    names: tuple[str, ...]
    """Of the documents' files, in the order of the descriptors."""
    files: Spans


def build(
    table: PacketTable,
    files: Files,
    inspected: dict[str, Inspected],
    rules: dict[MotionKind, Rule],
    people: Sequence[PersonEntry],
    tenant: TenantId,
    previous: tuple[int, str] = (0, ""),
) -> Draft:
    """Make the manifest and the descriptors. ``inspected`` is by file name, ``previous`` (version, digest).

    Every delegate is on the roll; delegates, guests and tellers are readers.
    Raises ``SohopError(PACKET_FILE_WRONG | TIMING_REFUSED)``.
    """
    items: list[AgendaItem] = []
    for item in table.item:
        documents = []
        for document in item.document:
            documents.append(_document(document, files.read(document.file), inspected[document.file]))
        items.append(
            AgendaItem(
                salt=secrets.token_hex(16),
                id=ItemId(item.id),
                number=item.number,
                title=item.title,
                speaker=item.speaker,
                starts=_zoned(item.starts),
                access=tuple(PersonId(person) for person in item.access),
                documents=tuple(documents),
            )
        )
    descriptors = tuple(encode_payload(item) for item in items)
    digests = {document.id: document.sha256 for item in items for document in item.documents}
    reading = readers(people)
    delegates = [one for one in reading if Role.DELEGATE in one.roles]
    meeting = table.meeting
    ends = in_zone(meeting.ends)
    manifest = Manifest(
        tenant=tenant,
        meeting=Meeting(
            id=MeetingId(meeting.id),
            title=meeting.title,
            short=meeting.short or meeting.title,
            kind=meeting.kind,
            place=meeting.place,
            starts=in_zone(meeting.starts),
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
        readers=tuple(PersonId(p.person) for p in reading),
    )
    names = tuple(document.file for item in table.item for document in item.document)
    return Draft(manifest, encode_payload(manifest), descriptors, names, files)


def readers(people: Sequence[PersonEntry]) -> list[PersonEntry]:
    """Who will read a packet: delegates by given name, behind them guests and tellers as they are listed."""
    delegates = sorted((p for p in people if Role.DELEGATE in p.roles), key=lambda p: given_name_key(p.name))
    others = [p for p in people if {Role.GUEST, Role.TELLER} & set(p.roles) and p not in delegates]
    return [*delegates, *others]


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
        urgency=URGENCY[table.urgency],
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


def _zoned(moment: datetime | None) -> datetime | None:
    return None if moment is None else in_zone(moment)
