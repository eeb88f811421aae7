"""The secretary's and the approver's work on a packet: submit, approve, publish; the chair's on a motion."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from typing import Protocol

from reader.core.book import Book
from reader.core.composing.building import Draft, Files, Inspected, build
from reader.core.composing.tables import PacketTable
from reader.store.packets import StoredPacket
from sync.errors import Code, SohopError
from sync.model.events import (
    ApprovePacket,
    Event,
    PublishPacket,
    RecallPacket,
    SubmitPacket,
)
from sync.model.ids import Digest, MeetingId
from sync.model.meeting import AgendaItem
from sync.model.rules import MotionKind, Rule
from sync.wire.codec import decode_payload, digest

Blob = tuple[Digest, Callable[[], bytes]]


class Uploads(Protocol):
    """Brings blobs to the hub; sends only those it lacks. Raises ``SohopError`` of the line."""

    def __call__(self, blobs: Iterable[Blob], arrived: Callable[[int], None]) -> int: ...


@dataclass(frozen=True)
class Submitted:
    """A version that is at the hub with the secretary's signature on its way."""

    meeting: MeetingId
    version: int
    manifest: Digest
    sent: int
    """Bytes that had to be uploaded."""


def prepare(
    book: Book,
    table: PacketTable,
    files: Files,
    inspected: dict[str, Inspected],
    rules: dict[MotionKind, Rule],
) -> Draft:
    """Make the next version of the meeting. Raises as ``build``."""
    before = previous(book, MeetingId(table.meeting.id))
    people = book.vault.trust.people()
    return build(table, files, inspected, rules, people, book.identity.tenant, before)


def previous(book: Book, meeting: MeetingId) -> tuple[int, str]:
    """The number that the next version follows, and the digest of what it follows; ``(0, "")`` for the first.

    That is the published version, not a draft that is corrected before anybody saw it.
    """
    newest = book.vault.packets.current(meeting)
    return (newest.manifest.version, str(newest.digest)) if newest else _recalled(book, meeting)


def _recalled(book: Book, meeting: MeetingId) -> tuple[int, str]:
    """What the first version after a recall follows: the recalled one's number, and the recall itself."""
    version = book.vault.packets.tombstone(meeting)
    recalls = [
        known.id
        for known in book.vault.events.of_kinds(meeting, RecallPacket)
        if isinstance(known.event, Event)
        and isinstance(known.event.body, RecallPacket)
        and known.event.body.version == version
    ]
    return version, str(recalls[0]) if recalls else ""


def submit(book: Book, draft: Draft, uploads: Uploads, arrived: Callable[[int], None]) -> Submitted:
    """Upload what the hub lacks, then write the secretary's signature to the outbox."""
    return sign(book, draft, uploads(blobs(draft), arrived))


def sign(book: Book, draft: Draft, sent: int) -> Submitted:
    """Write the secretary's signature on what is at the hub to the outbox. ``sent`` bytes were uploaded."""
    manifest = digest(draft.payload)
    signature = book.sign_manifest(draft.payload)
    meeting = draft.manifest.meeting.id
    book.act(meeting, SubmitPacket(manifest=manifest, signature=signature))
    return Submitted(meeting, draft.manifest.version, manifest, sent)


def approve(book: Book, meeting: MeetingId) -> StoredPacket:
    """Sign the newest submitted version. Raises ``SohopError(PACKET_UNKNOWN)`` when there is none."""
    draft = draft_of(book, meeting)
    signature = book.sign_manifest(draft.envelope.payload)
    book.act(meeting, ApprovePacket(manifest=draft.digest, signature=signature))
    return draft


def publish(book: Book, meeting: MeetingId) -> StoredPacket:
    """Make the newest submitted version visible. The hub refuses it without both signatures."""
    draft = draft_of(book, meeting)
    book.act(meeting, PublishPacket(manifest=draft.digest))
    return draft


def draft_of(book: Book, meeting: MeetingId) -> StoredPacket:
    """The version on the desk. Raises ``SohopError(PACKET_UNKNOWN)``."""
    drafts = book.vault.packets.drafts(meeting)
    if not drafts:
        raise SohopError(Code.PACKET_UNKNOWN)
    return drafts[-1]


def blobs(draft: Draft) -> Iterable[Blob]:
    """The manifest, the descriptors and every chunk; chunks are read from their file when they are sent."""
    for data in (draft.payload, *draft.descriptors):
        yield digest(data), _constant(data)
    items = (decode_payload(data, AgendaItem) for data in draft.descriptors)
    documents = (document for item in items for document in item.documents)
    for name, document in zip(draft.names, documents, strict=True):
        offset = 0
        for chunk in document.chunks:
            yield chunk.digest, partial(draft.files.span, name, offset, chunk.size)
            offset += chunk.size


def _constant(data: bytes) -> Callable[[], bytes]:
    return lambda: data
