"""Messages between laptop and hub, protocol 1. All bodies are ``codec.pack``; all lists are bounded.

========================  ======================  ======================================================
``POST /v1/enrol/hello``  EnrolHello → EnrolProof  the hub proves itself before it learns keys
``POST /v1/enrol``        EnrolRequest → EnrolReply
``POST /v1/challenge``    ChallengeRequest → Challenge
``POST /v1/token``        TokenRequest → Token
``POST /v1/exchange``     ExchangeRequest → ExchangeReply   small things, both ways, one round trip
``POST /v1/reply``        RestRequest → the rest of an ExchangeReply that a cut line ended in the middle
``POST /v1/chunks``       ChunksRequest → a stream of frames, in the order asked
``POST /v1/live``         LiveRequest → a stream of single bytes: something changed, or still here
``POST /v1/missing``      Blobs → Blobs           which of these the hub lacks (secretary)
``POST /v1/upload``       frames → Stored         chunks, manifests and descriptors by digest (secretary)
``GET  /v1/openapi.json``  nothing → the OpenAPI document made from these types
========================  ======================  ======================================================

History: 1 (2026-11): first.
"""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta, Struct

from sync.errors import Code
from sync.model.ids import Device, EventRef, Hash, MotionRef, Tenant
from sync.model.meeting import MAX_CHUNK_BYTES, Chunk
from sync.model.people import PersonEntry
from sync.model.text import Instant, Line, check_moments
from sync.model.voting_device import VotingDevice
from sync.wire.desk import ClosedMotion, Contact, LeafBytes, Reach, Turnout
from sync.wire.envelope import Envelope
from sync.wire.statements import DeviceCert, Key

PROTOCOL = 1
CONTENT_TYPE = "application/vnd.sohop.v1"
MAX_EVENTS = 500
MAX_SEQ = 2**53
"""A number that every database and every reader of JSON can hold."""
MAX_CHUNKS_A_REQUEST = 4_096
"""Over all parts of one request; 64 MB on average."""
MAX_PARTS = 256
MAX_AGAIN = 256
MAX_ASKS = 8
MAX_MISSING = 4_096
MAX_VOTING = 64
MAX_BLOB = 8 * 1024 * 1024
"""A manifest or a descriptor; a chunk is at most ``MAX_CHUNK_BYTES``."""

Nonce = Annotated[bytes, Meta(min_length=32, max_length=32)]
Mac = Annotated[bytes, Meta(min_length=32, max_length=32)]
State = Annotated[bytes, Meta(max_length=32)]
Place = Annotated[int, Meta(ge=1, le=MAX_SEQ)]
"""A place in the hub's order of everything that it delivers."""
RawHash = Annotated[bytes, Meta(min_length=32, max_length=32)]
"""SHA-256 as it is: half the size of ``Hash`` where thousands travel."""


class Refusal(Struct, frozen=True, kw_only=True):
    """Any answer with status 4xx: one code of the catalogue and its sentence's fields."""

    code: Code
    fields: Annotated[
        dict[Annotated[str, Meta(max_length=64)], Annotated[str, Meta(max_length=500)]], Meta(max_length=8)
    ] = {}


class EnrolHello(Struct, frozen=True, kw_only=True):
    """``lookup`` finds the invitation and tells nothing of its secret (see ``wire.invitation``)."""

    lookup: Annotated[bytes, Meta(min_length=8, max_length=8)]
    nonce: Nonce


class EnrolProof(Struct, frozen=True, kw_only=True):
    """MAC over (tenant, certificate key, CA, root key and number, both nonces) under the invitation's secret.

    ``certificate`` is the SHA-256 of the TLS certificate's public key, zeros on loopback without TLS.
    """

    tenant: Tenant
    office: Line = ""
    person: Line = ""
    """Whose invitation it is, to show before keys are made. Not under the MAC: it only greets."""
    root_key: Key
    root_number: Annotated[int, Meta(ge=1, le=2**31)]
    """How many roots the office has had with this one: the next that the laptop accepts is one more."""
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
    others: Annotated[int, Meta(ge=0, le=2**31)] = 0
    """So many other laptops of this person's are in use. A hint: then this laptop's own note key is meant to
    be replaced by theirs."""


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


def auth_bytes(tenant: str, hub: str, device: str, nonce: bytes) -> bytes:
    """What a device signs to obtain a token of this hub (``HUB``, or a room hub's device). It names the hub,
    so that a stolen room hub can't pass on the office's challenge and go in with the answer."""
    parts = (b"sohop token v1", tenant.encode(), hub.encode(), device.encode(), nonce)
    return b"".join(len(part).to_bytes(4, "big") + part for part in parts)


class LogAsk(Struct, frozen=True, array_like=True):
    """Asks for the proof that a motion's log of ``second`` leaves begins with that of ``first``."""

    motion: MotionRef
    first: Annotated[int, Meta(ge=1, le=2**40)]
    second: Annotated[int, Meta(ge=2, le=2**40)]


class LogLink(Struct, frozen=True, array_like=True):
    """The proof that was asked for (RFC 9162, section 2.1.4)."""

    ask: LogAsk
    path: Annotated[tuple[RawHash, ...], Meta(max_length=64)]


class ExchangeRequest(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What the laptop has and what it sends. ``state`` is the last reply's; equal states mean nothing new.

    What it has needs no list: it has all that the hub put into its order up to ``cursor``, but for the
    places in ``again``, whose content it refused and asks for once more.
    """

    protocol: Annotated[int, Meta(ge=1, le=2**31)] = PROTOCOL
    epoch: Annotated[int, Meta(ge=0, le=2**31)] = 0
    """The hub's epoch as last heard; 0 before the first contact."""
    state: State = b""
    cursor: Annotated[int, Meta(ge=0, le=MAX_SEQ)] = 0
    root: Annotated[int, Meta(ge=1, le=2**31)] = 1
    """The number of the newest root key that the laptop believes."""
    roster: Annotated[int, Meta(ge=0, le=2**31)] = 0
    head: Annotated[int, Meta(ge=0, le=MAX_SEQ)] = 0
    """``seq`` of this device's newest act, sent or not: a hub that knows a later one has met an old disk."""
    again: Annotated[tuple[Place, ...], Meta(max_length=MAX_AGAIN)] = ()
    logs: Annotated[tuple[LogAsk, ...], Meta(max_length=MAX_ASKS)] = ()
    events: Annotated[tuple[Envelope, ...], Meta(max_length=MAX_EVENTS)] = ()


class LogReceipt(Struct, frozen=True, kw_only=True):
    """Where a ballot stands in its motion's log: leaf bytes, index, head with the hub's signature, path."""

    leaf: LeafBytes
    index: Annotated[int, Meta(ge=0, le=2**40)]
    head: Envelope
    """Kind ``head``; payload is a ``statements.Head`` in JSON."""
    proof: Annotated[tuple[RawHash, ...], Meta(max_length=64)]


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
    """An event, a closing or a certificate of one of the person's own laptops, with its place in the hub's
    order and the time it was recorded there."""

    seq: Annotated[int, Meta(ge=1, le=MAX_SEQ)]
    recorded: Instant
    envelope: Envelope

    def __post_init__(self) -> None:
        check_moments(self.recorded)


class PatchOffer(Struct, frozen=True, kw_only=True):
    """A document can be had as a patch (zstd, RFC 8878, with the older document as its dictionary).

    It is a hint of the hub's that nobody signed: what comes of it counts only when its SHA-256 is the
    document's. ``pieces`` are fetched like chunks, with ``ChunksRequest.base``.
    """

    document: Annotated[str, Meta(max_length=64)]
    base: Hash
    """SHA-256 of the older document, which the laptop may have."""
    pieces: Annotated[tuple[Chunk, ...], Meta(min_length=1, max_length=200_000)]

    @property
    def size(self) -> int:
        """Bytes of the patch."""
        return sum(piece.size for piece in self.pieces)


class Packet(Struct, frozen=True, kw_only=True):
    """A manifest with its signatures, and the descriptors this person may have."""

    seq: Place
    """Its place in the hub's order, to ask for it again."""
    manifest: Envelope
    descriptors: Annotated[tuple[Annotated[bytes, Meta(max_length=MAX_BLOB)], ...], Meta(max_length=500)]
    kept: Annotated[tuple[Annotated[int, Meta(ge=0, lt=500)], ...], Meta(max_length=500)] = ()
    """Which of ``manifest.items`` are left out of ``descriptors`` because this laptop has been handed them
    with an earlier packet. Never in the answer to ``again``: that is whole."""
    published: bool = True
    """False only for the desk: submitted or approved, not yet visible to readers."""
    patches: Annotated[tuple[PatchOffer, ...], Meta(max_length=1_000)] = ()


class ChainHead(Struct, frozen=True, kw_only=True):
    """The newest act of the asking device that the hub knows."""

    seq: Annotated[int, Meta(ge=0, le=MAX_SEQ)]
    id: Annotated[str, Meta(max_length=64)] = ""


class ExchangeReply(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Everything is empty when nothing is new (``state`` equal): an idle exchange is tiny."""

    state: State
    time: Instant
    cursor: Annotated[int, Meta(ge=0, le=MAX_SEQ)]
    more: bool = False
    """Ask again at once: the reply was cut at its limit."""
    epoch: Annotated[int, Meta(ge=0, le=2**31)] = 0
    """The hub's epoch, when it is not the request's."""
    chain: ChainHead | None = None
    """When the epochs differ, or the hub knows a later act of this device than the device itself."""
    roots: Annotated[tuple[Envelope, ...], Meta(max_length=64)] = ()
    """Roots after the request's, oldest first (kind ``root``)."""
    freshness: Envelope | None = None
    roster: Envelope | None = None
    certs: Annotated[tuple[Envelope, ...], Meta(max_length=20_000)] = ()
    """Certificates of delegates' devices whose events are delivered below (kind ``device``)."""
    outcomes: Annotated[tuple[Outcome, ...], Meta(max_length=MAX_EVENTS)] = ()
    retries: Annotated[tuple[Retry, ...], Meta(max_length=MAX_EVENTS)] = ()
    events: Annotated[tuple[Delivered, ...], Meta(max_length=MAX_EVENTS)] = ()
    refused: Annotated[tuple[EventRef, ...], Meta(max_length=MAX_EVENTS)] = ()
    """By the office: acts that a room hub may have handed on, and that are not to be believed."""
    packets: Annotated[tuple[Packet, ...], Meta(max_length=1_000)] = ()
    turnout: Annotated[tuple[Turnout, ...], Meta(max_length=1_000)] = ()
    people: Annotated[tuple[PersonEntry, ...], Meta(max_length=20_000)] | None = None
    """For the desk, when ``state`` differs: everybody whom a packet may name."""
    closed: Annotated[tuple[ClosedMotion, ...], Meta(max_length=1_000)] = ()
    links: Annotated[tuple[LogLink, ...], Meta(max_length=MAX_ASKS)] = ()
    """For ``logs``: whoever has a ballot in that log, the desk and tellers get what the hub can prove."""
    reach: Annotated[tuple[Reach, ...], Meta(max_length=1_000)] = ()
    """For the desk: recalls that are not yet destroyed everywhere."""
    contacts: Annotated[tuple[Contact, ...], Meta(max_length=40_000)] = ()
    """For the desk, with whatever else is new: laptops heard of since, or all."""
    voting: Annotated[tuple[VotingDevice, ...], Meta(max_length=MAX_VOTING)] | None = None
    """Which of this person's laptops voted and votes, the newest last, when there are several and that
    changed. A hint: the hub decides at each ballot."""


REPLY_NAME = "Sohop-Reply"
"""Header of a large exchange reply: a name (16 hexadecimal digits) by which its rest can be had."""


class RestRequest(Struct, frozen=True, kw_only=True):
    """The bytes of the newest large reply after the first ``have``. The hub may have forgotten it."""

    name: Annotated[bytes, Meta(min_length=8, max_length=8)]
    have: Annotated[int, Meta(ge=1, le=MAX_SEQ)]


class Part(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A run of chunks of one document of one manifest, or of a patch to it.

    ``base`` is empty for the document's own chunks, else the SHA-256 of the older document that an offered
    patch begins from; ``first`` and ``count`` then number the patch's pieces.
    """

    manifest: Hash
    document: Annotated[str, Meta(max_length=64)]
    base: Annotated[str, Meta(max_length=64)] = ""
    first: Annotated[int, Meta(ge=0, le=MAX_SEQ)] = 0
    count: Annotated[int, Meta(ge=1, le=MAX_CHUNKS_A_REQUEST)]


class ChunksRequest(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Many runs in one stream; the hub checks chunk → document → person for each part before the first byte.

    ``skip`` leaves out so many bytes of the *stream* (frame headers included): what came of the first frame
    before a cut. It must be shorter than that frame. The counts of all parts add up to
    ``MAX_CHUNKS_A_REQUEST`` at most.
    """

    parts: Annotated[tuple[Part, ...], Meta(min_length=1, max_length=MAX_PARTS)]
    skip: Annotated[int, Meta(ge=0, le=MAX_CHUNK_BYTES + 4)] = 0


class LiveRequest(Struct, frozen=True, kw_only=True):
    """Listen for changes after ``state`` (that of the last exchange).

    The answer is a stream without end: ``LIVE_NEWS`` when an exchange would bring something, ``LIVE_STILL``
    now and then so that a dead line is noticed. No content; it ends when the token or the device is revoked.
    """

    state: State = b""


LIVE_NEWS = b"!"
LIVE_STILL = b"."
LIVE_STILL_S = 25.0
"""Seconds between signs of life; a laptop gives up after three times as long."""


class Blobs(Struct, frozen=True, kw_only=True):
    """Digests asked about, and those lacking in the answer."""

    digests: Annotated[tuple[RawHash, ...], Meta(max_length=MAX_MISSING)]


class Stored(Struct, frozen=True, kw_only=True):
    """How many blobs are durably stored after an upload."""

    count: Annotated[int, Meta(ge=0, le=MAX_MISSING)]


MAX_UPLOAD = 16 * 1024 * 1024
"""Bytes of blobs in one upload request, in at most ``MAX_MISSING`` frames. The hub keeps every whole frame
that arrives, also when the line is cut: then a cut costs at most one frame."""
