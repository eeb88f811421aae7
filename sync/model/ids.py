"""Identifiers. An id identifies; names are shown beside it and may repeat."""

from __future__ import annotations

import re
import secrets
from typing import Annotated, NewType

from msgspec import Meta

TenantId = NewType("TenantId", str)
PersonId = NewType("PersonId", str)
DeviceId = NewType("DeviceId", str)
MeetingId = NewType("MeetingId", str)
ItemId = NewType("ItemId", str)
DocumentId = NewType("DocumentId", str)
MotionId = NewType("MotionId", str)
MarkId = NewType("MarkId", str)
OpinionId = NewType("OpinionId", str)
Digest = NewType("Digest", str)
"""SHA-256 in lower-case hexadecimal, 64 characters."""
EventId = NewType("EventId", str)
"""The digest of an event's exact signed bytes: a resend has the same id."""

ID = Meta(min_length=1, max_length=64, pattern=r"^[A-Za-z0-9][A-Za-z0-9_.-]*\Z")
HEX = Meta(min_length=64, max_length=64, pattern=r"^[0-9a-f]{64}\Z")
OPT_ID = Meta(max_length=64, pattern=r"^([A-Za-z0-9][A-Za-z0-9_.-]*)?\Z")
OPT_HEX = Meta(max_length=64, pattern=r"^([0-9a-f]{64})?\Z")

Tenant = Annotated[TenantId, ID]
Person = Annotated[PersonId, ID]
Device = Annotated[DeviceId, ID]
MeetingRef = Annotated[MeetingId, ID]
MaybeMeeting = Annotated[MeetingId, OPT_ID]
"""Empty for what belongs to no meeting."""
MaybeDevice = Annotated[DeviceId, OPT_ID]
ItemRef = Annotated[ItemId, ID]
DocumentRef = Annotated[DocumentId, ID]
MotionRef = Annotated[MotionId, ID]
MarkRef = Annotated[MarkId, ID]
OpinionRef = Annotated[OpinionId, ID]
Hash = Annotated[Digest, HEX]
EventRef = Annotated[EventId, HEX]
Counter = Annotated[int, Meta(ge=1, le=2**53)]
"""The how manieth: of a laptop's acts, of a person's ballots."""

_ID = re.compile(ID.pattern or "")


def new_id(prefix: str) -> str:
    """A fresh random id such as ``p-3f9c…``: 80 random bits behind a letter that tells what it names."""
    return f"{prefix}-{secrets.token_hex(10)}"


def is_id(text: str) -> bool:
    """True for text that may be an id: 1–64 of letters, digits, ``_ . -``, not starting with a sign."""
    return len(text) <= 64 and _ID.match(text) is not None
