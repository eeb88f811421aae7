"""Signed envelopes: Ed25519 (RFC 8032) over type ‖ tenant ‖ the exact stored bytes.

The bytes are verified first and decoded after; they are stored and passed on as they came.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from msgspec import Meta, Struct

from sync.errors import Code, SohopError
from sync.model.ids import Device, DeviceId, Digest, EventId, TenantId
from sync.wire.codec import MAX_PAYLOAD, digest, learn

_CONTEXT = b"sohop envelope v1"


class Kind(StrEnum):
    """What an envelope says. A signature for one kind never fits another."""

    ROOT = "root"
    ROSTER = "roster"
    DEVICE = "device"
    FRESHNESS = "freshness"
    MANIFEST = "manifest"
    EVENT = "event"
    CLOSING = "closing"
    HEAD = "head"
    BUNDLE = "bundle"
    ARCHIVE = "archive"


class Signature(Struct, frozen=True, array_like=True):
    """Who signed (a device id, ``root`` or ``hub``) and the 64 bytes."""

    signer: Device
    value: Annotated[bytes, Meta(min_length=64, max_length=64)]


class Envelope(Struct, frozen=True, array_like=True):
    """Exact bytes with the signatures over them."""

    kind: Kind
    payload: Annotated[bytes, Meta(max_length=MAX_PAYLOAD)]
    signatures: Annotated[tuple[Signature, ...], Meta(max_length=16)]

    @property
    def digest(self) -> Digest:
        """SHA-256 of the payload: the id of an event, the digest of a manifest."""
        return digest(self.payload)

    @property
    def event_id(self) -> EventId:
        """The same digest, as the id of an event."""
        return EventId(self.digest)


learn(Envelope)  # stores read their own rows of it


def signed_bytes(kind: Kind, tenant: TenantId, payload: bytes) -> bytes:
    """What a signature covers: each part preceded by its length (4 bytes, big-endian)."""
    parts = (_CONTEXT, kind.value.encode(), tenant.encode(), payload)
    return b"".join(len(part).to_bytes(4, "big") + part for part in parts)


def sign(kind: Kind, tenant: TenantId, payload: bytes, signer: DeviceId, key: Ed25519PrivateKey) -> Signature:
    """One signature over ``payload``."""
    return Signature(signer, key.sign(signed_bytes(kind, tenant, payload)))


def seal(kind: Kind, tenant: TenantId, payload: bytes, signer: DeviceId, key: Ed25519PrivateKey) -> Envelope:
    """An envelope with one signature."""
    return Envelope(kind, payload, (sign(kind, tenant, payload, signer, key),))


def verify(envelope: Envelope, kind: Kind, tenant: TenantId, signer: DeviceId, public_key: bytes) -> None:
    """Check that ``envelope`` is of this kind and bears a fitting signature by ``signer``.

    ``public_key`` is 32 raw bytes. Raises ``SohopError(BAD_SIGNATURE)``.
    """
    if envelope.kind is not kind:
        raise SohopError(Code.BAD_SIGNATURE)
    message = signed_bytes(kind, tenant, envelope.payload)
    for signature in envelope.signatures:
        if signature.signer == signer and _fits(public_key, signature.value, message):
            return
    raise SohopError(Code.BAD_SIGNATURE)


def _fits(public_key: bytes, signature: bytes, message: bytes) -> bool:
    try:
        Ed25519PublicKey.from_public_bytes(public_key).verify(signature, message)
    except (InvalidSignature, ValueError):
        return False
    return True
