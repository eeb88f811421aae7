"""The protocol as an OpenAPI 3.1 document, made from the message types."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

import msgspec

from sync.codes import Code
from sync.model.events import Closing, Event
from sync.model.meeting import AgendaItem, Manifest
from sync.wire.admin import (
    AdminDone,
    AdminLook,
    AuditAsk,
    AuditPage,
    Invited,
    InvitePeople,
    KeepPeople,
    Overview,
    PutCarried,
    PutOffice,
    PutRoster,
    RevokeDevice,
    RosterAsk,
    RosterDraft,
)
from sync.wire.letters import MAX_HOMEWARD, BundleAsk, BundleSheet, BundleTaken
from sync.wire.messages import (
    CONTENT_TYPE,
    MAX_BLOB,
    MAX_MISSING,
    MAX_UPLOAD,
    PROTOCOL,
    Blobs,
    Challenge,
    ChallengeRequest,
    ChunksRequest,
    EnrolHello,
    EnrolProof,
    EnrolReply,
    EnrolRequest,
    ExchangeReply,
    ExchangeRequest,
    LiveRequest,
    Receipt,
    Refusal,
    RestRequest,
    Stored,
    Token,
    TokenRequest,
)
from sync.wire.rooms import RoomReply, RoomRequest
from sync.wire.statements import CertStatement, Freshness, Head, Leaf, NewRoot, Roster

_REFERENCE = "#/components/schemas/{name}"

_ABOUT = f"""The conversation of a laptop with its office's hub.

A body of `{CONTENT_TYPE}` is the message's MessagePack map inside exactly one zstd frame (RFC 8878), unless
the operation says that it is a stream. The schemas give names, types and limits of its fields. Text with
`contentEncoding: base64` travels as MessagePack's binary type, not as base64; its `minLength` and `maxLength`
count base64's letters, four for three bytes. A moment is MessagePack's timestamp. Unknown fields are ignored.

Payloads of envelopes (`Event`, `Manifest`, `Roster`, …) are JSON, signed and stored byte for byte.

Every answer bears the header `Sohop-Protocol: {PROTOCOL}`: what lacks it does not come from a hub. Every
refusal is a `Refusal` with a status of 4xx; the status follows from its code."""


@dataclass(frozen=True)
class Operation:
    """One route. ``body`` and ``reply``: a message type, or words about a stream of bytes."""

    path: str
    says: str
    body: type | str | None
    reply: type | str
    method: str = "post"
    token: bool = True


OPERATIONS = (
    Operation(
        "/v1/enrol/hello",
        "The hub proves that it knows an invitation's secret.",
        EnrolHello,
        EnrolProof,
        token=False,
    ),
    Operation(
        "/v1/enrol", "A laptop's public keys, under the same secret.", EnrolRequest, EnrolReply, token=False
    ),
    Operation("/v1/challenge", "Something to sign.", ChallengeRequest, Challenge, token=False),
    Operation("/v1/token", "A signed challenge for a token of 12 hours.", TokenRequest, Token, token=False),
    Operation("/v1/exchange", "Small things, both ways, one round trip.", ExchangeRequest, ExchangeReply),
    Operation(
        "/v1/reply",
        "The rest of a long exchange reply that a cut line ended; the hub may have forgotten it.",
        RestRequest,
        "The reply's bytes after the first `have`.",
    ),
    Operation(
        "/v1/chunks",
        "Runs of chunks of documents, or of pieces of patches.",
        ChunksRequest,
        "A stream of frames in the order asked, without the first `skip` bytes. A frame is its length "
        "(4 bytes, big-endian) and the bytes of one chunk. `Content-Length` is exact.",
    ),
    Operation(
        "/v1/live",
        "Listen for changes.",
        LiveRequest,
        "A stream without end of single bytes: `!` when an exchange would bring something, `.` for still "
        "here.",
    ),
    Operation("/v1/missing", "Which of these blobs the hub lacks. For secretaries.", Blobs, Blobs),
    Operation(
        "/v1/upload",
        "Blobs under their SHA-256. For secretaries.",
        f"A stream of at most {MAX_MISSING} frames and {MAX_UPLOAD} bytes of blobs, each of 1 to {MAX_BLOB} "
        "bytes. Whole frames that arrived are kept when the rest does not come.",
        Stored,
    ),
    Operation("/v1/room", "A room hub meets its office's hub. For room hubs.", RoomRequest, RoomReply),
    Operation(
        "/v1/room/blobs",
        "Blobs of packets that a room hub carries. For room hubs.",
        Blobs,
        "A stream of frames: those of these that belong to them, in the order asked.",
    ),
    Operation(
        "/v1/bundle/out",
        "All of an outward bundle but its frames. For secretaries; docs/BUNDLE.md.",
        BundleAsk,
        BundleSheet,
    ),
    Operation(
        "/v1/bundle/room",
        "All that a room hub has for its office, as a homeward bundle. For secretaries; docs/BUNDLE.md.",
        None,
        BundleSheet,
    ),
    Operation(
        "/v1/bundle/in",
        "What a laptop wrote to a stick, brought by whoever has a line; docs/BUNDLE.md.",
        f"A homeward `.sohop` file of at most {MAX_HOMEWARD} bytes.",
        BundleTaken,
    ),
    *(
        Operation(f"/v1/admin/{name}", f"{says} For administrators.", body, reply)
        for name, says, body, reply in (
            ("look", "The office as its hub has it.", AdminLook, Overview),
            ("people", "Add, change, leave.", KeepPeople, AdminDone),
            ("invite", "Codes to enrol laptops with.", InvitePeople, Invited),
            ("revoke", "Trust a laptop no more.", RevokeDevice, AdminDone),
            ("draft", "What the root would sign.", RosterAsk, RosterDraft),
            ("roster", "What it has signed.", PutRoster, AdminDone),
            ("audit", "A page of the audit.", AuditAsk, AuditPage),
            ("office", "The office's name and emblem.", PutOffice, AdminDone),
            ("carry", "The meetings that a room hub has.", PutCarried, AdminDone),
        )
    ),
    Operation("/v1/openapi.json", "This document.", None, "OpenAPI 3.1 as JSON.", method="get", token=False),
)

_PAYLOADS = (
    *(Event, Manifest, AgendaItem, Closing, Receipt, Leaf),
    *(Roster, NewRoot, CertStatement, Freshness, Head),
)


@cache
def document() -> bytes:
    """The document as JSON."""
    return msgspec.json.encode(build())


def message_types() -> tuple[type, ...]:
    """Every type that travels: bodies, replies, and the payloads of envelopes."""
    named = (side for each in OPERATIONS for side in (each.body, each.reply) if isinstance(side, type))
    return (*dict.fromkeys((Refusal, *named, *_PAYLOADS)),)


def build() -> dict[str, Any]:
    """The document as plain values."""
    _, schemas = msgspec.json.schema_components(message_types(), ref_template=_REFERENCE)
    return {
        "openapi": "3.1.0",
        "info": {"title": "Sổ Họp hub", "version": str(PROTOCOL), "description": _ABOUT},
        "paths": {each.path: {each.method: _operation(each)} for each in OPERATIONS},
        "components": {
            "schemas": schemas,
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
        },
    }


def _operation(each: Operation) -> dict[str, Any]:
    refusal = {"description": "One of: " + ", ".join(Code), "content": _content(Refusal)}
    described: dict[str, Any] = {
        "summary": each.says,
        "security": [{"token": []}] if each.token else [],
        "responses": {
            "200": {"description": _words(each.reply), "content": _content(each.reply, each.method)},
            "4XX": refusal,
        },
    }
    if each.body is not None:
        described["requestBody"] = {
            "required": True,
            "description": _words(each.body),
            "content": _content(each.body),
        }
    return described


def _words(side: type | str) -> str:
    return side if isinstance(side, str) else (side.__doc__ or side.__name__).partition("\n\n")[0]


def _content(side: type | str, method: str = "post") -> dict[str, Any]:
    if isinstance(side, type):
        return {CONTENT_TYPE: {"schema": {"$ref": _REFERENCE.format(name=side.__name__)}}}
    return {"application/json" if method == "get" else CONTENT_TYPE: {}}
