"""What a packet holds: a manifest that two people sign, and the item descriptors it names by digest.

A delegate receives the manifest and only the descriptors permitted to them: the manifest names the
others by a digest over salted bytes, which tells nothing.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated

from msgspec import Meta, Struct

from sync.model.ids import DocumentRef, Hash, ItemRef, MeetingRef, Person, PersonId, Tenant
from sync.model.motion import Motion
from sync.model.people import RollEntry
from sync.model.text import Instant, Line, Text, check_moments

MAX_DOCUMENT_BYTES = 2**31
MAX_CHUNK_BYTES = 64 * 1024


class Urgency(StrEnum):
    """Độ khẩn, as in Decree 30/2020/NĐ-CP."""

    NORMAL = "normal"
    URGENT = "urgent"
    VERY_URGENT = "very_urgent"
    EXPRESS = "express"


class Chunk(Struct, frozen=True, array_like=True):
    """The wire's unit: a content-defined piece of a document."""

    digest: Hash
    size: Annotated[int, Meta(ge=1, le=MAX_CHUNK_BYTES)]


class Document(Struct, frozen=True, kw_only=True):
    """One PDF with its metadata as Vietnamese offices file it (số/ký hiệu, trích yếu, cơ quan ban hành)."""

    id: DocumentRef
    name: Line
    symbol: Line = ""
    summary: Line = ""
    issuer: Line = ""
    issued: date | None = None
    urgency: Urgency = Urgency.NORMAL
    pages: Annotated[int, Meta(ge=1, le=20_000)]
    size: Annotated[int, Meta(ge=1, le=MAX_DOCUMENT_BYTES)]
    sha256: Hash
    has_text: bool = True
    chunks: Annotated[tuple[Chunk, ...], Meta(min_length=1, max_length=200_000)]


class AgendaItem(Struct, frozen=True, kw_only=True):
    """A descriptor: one item of the agenda with its documents, and who may have it.

    ``salt`` (32 random hexadecimal characters or more) keeps the digest from being guessed from the text.
    ``access`` empty means everybody on the packet's list of readers.
    """

    salt: Annotated[str, Meta(min_length=32, max_length=64)]
    id: ItemRef
    number: Annotated[str, Meta(max_length=20)]
    title: Line
    speaker: Line = ""
    starts: Instant | None = None
    documents: Annotated[tuple[Document, ...], Meta(max_length=500)] = ()
    access: Annotated[tuple[Person, ...], Meta(max_length=5_000)] = ()

    def __post_init__(self) -> None:
        check_moments(self.starts)

    def permits(self, person: PersonId) -> bool:
        """Whether this person may receive the item."""
        return not self.access or person in self.access


class Meeting(Struct, frozen=True, kw_only=True):
    """The meeting itself, as invited."""

    id: MeetingRef
    title: Line
    short: Line = ""
    kind: Line = ""
    place: Line = ""
    starts: Instant
    ends: Instant

    def __post_init__(self) -> None:
        check_moments(self.starts, self.ends)


class Manifest(Struct, frozen=True, kw_only=True):
    """One version of a packet. It counts only with a secretary's *and* an approver's signature.

    ``readers`` are all who receive it (delegates and guests; the desk's people always do); ``roll`` those
    who may vote. ``lease`` is when the content is hidden by the local clock: never before the meeting's
    end + 24 h. ``previous`` is the digest of the published manifest before this one, empty for the first;
    when that one was recalled it may be the recall's id instead.
    """

    tenant: Tenant
    meeting: Meeting
    version: Annotated[int, Meta(ge=1, le=2**31)]
    previous: Annotated[str, Meta(max_length=64)] = ""
    change: Text = ""
    made: Instant
    lease: Instant
    items: Annotated[tuple[Hash, ...], Meta(max_length=500)]
    motions: Annotated[tuple[Motion, ...], Meta(max_length=200)] = ()
    roll: Annotated[tuple[RollEntry, ...], Meta(max_length=5_000)] = ()
    readers: Annotated[tuple[Person, ...], Meta(max_length=5_000)] = ()

    def __post_init__(self) -> None:
        check_moments(self.made, self.lease)

    def motion(self, motion_id: str) -> Motion | None:
        """The motion of that id, or None."""
        return next((m for m in self.motions if m.id == motion_id), None)
