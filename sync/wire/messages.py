"""Messages between laptop and hub, protocol 1. All bodies are ``codec.pack``; all lists are bounded.

========================  ======================  ======================================================
``POST /v1/enrol/hello``  EnrolHello → EnrolProof  the hub proves itself before it learns keys
``POST /v1/enrol``        EnrolRequest → EnrolReply
``POST /v1/challenge``    ChallengeRequest → Challenge
``POST /v1/token``        TokenRequest → Token
``POST /v1/exchange``     ExchangeRequest → ExchangeReply   small things, both ways, one round trip
``POST /v1/chunks``       ChunksRequest → a stream of frames, in the order asked
``POST /v1/missing``      Blobs → Blobs           which of these the hub lacks (secretary)
``POST /v1/upload``       frames → Stored         chunks, manifests and descriptors by digest (secretary)
========================  ======================  ======================================================

History: 1 (2026-11): first.
"""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta, Struct

from sync.errors import Code
from sync.model.ids import Device, EventRef, Hash, MeetingRef, MotionRef, Person, Tenant
from sync.model.people import PersonEntry
from sync.model.text import Instant, Line, check_moments
from sync.wire.envelope import Envelope
from sync.wire.statements import DeviceCert, Key

PROTOCOL = 1
CONTENT_TYPE = "application/vnd.sohop.v1"
MAX_EVENTS = 500
MAX_SEQ = 2**53
"""A number that every database and every reader of JSON can hold."""
MAX_CHUNKS_A_REQUEST = 1_000
MAX_BLOB = 8 * 1024 * 1024
"""A manifest or a descriptor; a chunk is at most ``MAX_CHUNK_BYTES``."""

Nonce = Annotated[bytes, Meta(min_length=32, max_length=32)]
Mac = Annotated[bytes, Meta(min_length=32, max_length=32)]
State = Annotated[bytes, Meta(max_length=32)]


class Refusal(Struct, frozen=True, kw_only=True):
    """Any answer with status 4xx: one code of the catalogue and its sentence's fields."""

    code: Code
    fields: Annotated[dict[str, Annotated[str, Meta(max_length=500)]], Meta(max_length=8)] = {}


class EnrolHello(Struct, frozen=True, kw_only=True):
    """``lookup`` finds the invitation and tells nothing of its secret (see ``wire.invitation``)."""

    lookup: Annotated[bytes, Meta(min_length=8, max_length=8)]
    nonce: Nonce


class EnrolProof(Struct, frozen=True, kw_only=True):
    """MAC over (certificate key, root key, both nonces) under the invitation's secret.

    ``certificate`` is the SHA-256 of the TLS certificate's public key, zeros on loopback without TLS.
    """

    tenant: Tenant
    office: Line = ""
    person: Line = ""
    """Whose invitation it is, to show before keys are made. Not under the MAC: it only greets."""
    root_key: Key
    ca: Annotated[bytes, Meta(max_length=16_384)]
    nonce: Nonce
    certificate: Mac
    mac: Mac


class EnrolRequest(Struct, frozen=True, kw_only=True):
    """The laptop's public keys, under a MAC with the same secret."""

    lookup: Annotated[bytes, Meta(min_length=8, max_length=8)]
    nonce: Nonce
    sign_key: Key
    box_key: Key
    device_name: Line
    mac: Mac


class EnrolReply(Struct, frozen=True, kw_only=True):
    """Who this laptop now is. An office device has no certificate until the root signs it into a roster."""

    cert: DeviceCert
    statement: Envelope | None
    roster: Envelope | None


class ChallengeRequest(Struct, frozen=True, kw_only=True):
    """Asks for something to sign."""

    device: Device


class Challenge(Struct, frozen=True, kw_only=True):
    """Random bytes, good for a minute and once."""

    nonce: Nonce


class TokenRequest(Struct, frozen=True, kw_only=True):
    """The challenge signed by the device key (``auth_bytes``)."""

    device: Device
    nonce: Nonce
    signature: Annotated[bytes, Meta(min_length=64, max_length=64)]


class Token(Struct, frozen=True, kw_only=True):
    """For the header ``Authorization: Bearer …``; 12 hours."""

    token: Annotated[str, Meta(max_length=128)]
    time: Instant


def auth_bytes(tenant: str, device: str, nonce: bytes) -> bytes:
    """What a device signs to obtain a token."""
    parts = (b"sohop token v1", tenant.encode(), device.encode(), nonce)
    return b"".join(len(part).to_bytes(4, "big") + part for part in parts)


class ExchangeRequest(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What the laptop has and what it sends. ``state`` is the last reply's; equal states mean nothing new."""

    protocol: int = PROTOCOL
    state: State = b""
    cursor: Annotated[int, Meta(ge=0, le=MAX_SEQ)] = 0
    roster: Annotated[int, Meta(ge=0)] = 0
    manifests: Annotated[tuple[Hash, ...], Meta(max_length=20_000)] = ()
    """Digests of the newest manifest the laptop has, of every meeting it keeps."""
    events: Annotated[tuple[Envelope, ...], Meta(max_length=MAX_EVENTS)] = ()


class LogReceipt(Struct, frozen=True, kw_only=True):
    """Where a ballot stands in its motion's log: leaf bytes, index, head with the hub's signature, path."""

    leaf: Annotated[bytes, Meta(max_length=2_048)]
    index: Annotated[int, Meta(ge=0)]
    head: Envelope
    """Kind ``head``; payload is a ``statements.Head`` in JSON."""
    proof: Annotated[tuple[bytes, ...], Meta(max_length=64)]


class Receipt(Struct, frozen=True, kw_only=True):
    """The hub's permanent record of one event; the same event again gets the same bytes."""

    event: EventRef
    accepted: bool
    recorded: Instant
    code: Code | None = None
    """Why it was refused."""
    log: LogReceipt | None = None

    def __post_init__(self) -> None:
        check_moments(self.recorded)


class Outcome(Struct, frozen=True, kw_only=True):
    """A settled event: ``receipt`` holds the stored JSON bytes of a ``Receipt``."""

    event: EventRef
    receipt: Annotated[bytes, Meta(max_length=64 * 1024)]


class Retry(Struct, frozen=True, kw_only=True):
    """An event that could not be settled now; it stays in the outbox."""

    event: EventRef
    code: Code


class Delivered(Struct, frozen=True, array_like=True):
    """An event or a closing, with its place in the hub's order and the time it was recorded there."""

    seq: Annotated[int, Meta(ge=1, le=MAX_SEQ)]
    recorded: Instant
    envelope: Envelope

    def __post_init__(self) -> None:
        check_moments(self.recorded)


class Packet(Struct, frozen=True, kw_only=True):
    """A manifest with its signatures, and the descriptors this person may have."""

    manifest: Envelope
    descriptors: Annotated[tuple[bytes, ...], Meta(max_length=500)]
    published: bool = True
    """False only for the desk: submitted or approved, not yet visible to readers."""


class Turnout(Struct, frozen=True, kw_only=True):
    """Who has a ballot recorded on an open motion; never which choice. For the desk."""

    motion: MotionRef
    meeting: MeetingRef
    voted: Annotated[tuple[Person, ...], Meta(max_length=5_000)]


class ClosedMotion(Struct, frozen=True, kw_only=True):
    """For the desk: all ballots of a closed motion, with the leaf of each, in log order."""

    meeting: MeetingRef
    motion: MotionRef
    closing: Envelope
    head: Envelope
    ballots: Annotated[tuple[tuple[Envelope, bytes], ...], Meta(max_length=200_000)]


class ExchangeReply(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Everything is empty when nothing is new (``state`` equal): an idle exchange is tiny."""

    state: State
    time: Instant
    cursor: Annotated[int, Meta(ge=0, le=MAX_SEQ)]
    more: bool = False
    """Ask again at once: the reply was cut at its limit."""
    freshness: Envelope | None = None
    roster: Envelope | None = None
    certs: Annotated[tuple[Envelope, ...], Meta(max_length=20_000)] = ()
    """Certificates of delegates' devices whose events are delivered below (kind ``device``)."""
    outcomes: Annotated[tuple[Outcome, ...], Meta(max_length=MAX_EVENTS)] = ()
    retries: Annotated[tuple[Retry, ...], Meta(max_length=MAX_EVENTS)] = ()
    events: Annotated[tuple[Delivered, ...], Meta(max_length=MAX_EVENTS)] = ()
    packets: Annotated[tuple[Packet, ...], Meta(max_length=1_000)] = ()
    turnout: Annotated[tuple[Turnout, ...], Meta(max_length=1_000)] = ()
    people: Annotated[tuple[PersonEntry, ...], Meta(max_length=20_000)] | None = None
    """For the desk, when ``state`` differs: everybody whom a packet may name."""
    closed: Annotated[tuple[ClosedMotion, ...], Meta(max_length=1_000)] = ()


class ChunksRequest(Struct, frozen=True, kw_only=True):
    """Chunks of one document of one manifest; the hub checks chunk → document → person."""

    manifest: Hash
    document: Annotated[str, Meta(max_length=64)]
    first: Annotated[int, Meta(ge=0, le=MAX_SEQ)]
    count: Annotated[int, Meta(ge=1, le=MAX_CHUNKS_A_REQUEST)]


class Blobs(Struct, frozen=True, kw_only=True):
    """Digests asked about, and those lacking in the answer."""

    digests: Annotated[tuple[Hash, ...], Meta(max_length=200_000)]


class Stored(Struct, frozen=True, kw_only=True):
    """How many blobs are durably stored after an upload."""

    count: Annotated[int, Meta(ge=0)]


MAX_UPLOAD = 4 * 1024 * 1024
"""Bytes of frames in one upload request; a cut costs at most this."""
