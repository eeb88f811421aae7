"""How the note key gets from one laptop of a person to another, with a hub between them that may lie.

Commit, then compare: the asking laptop is bound to its nonce before it sees the other's, and the other has
given its own before it sees that. So whoever stands between them, with certificates of his own, must have
decided on both nonces before he knows what digits either laptop will show (docs/decisions/0015).
"""

from __future__ import annotations

import hashlib
import hmac
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite
from msgspec import Struct

from sync.errors import Code, SohopError
from sync.model.events import OWN, OWN_ACTS, Event
from sync.model.ids import DeviceId, EventId, PersonId, TenantId
from sync.trust.directory import Directory
from sync.wire.statements import DeviceCert, Freshness

DIGITS: Final = 6
_COMMIT: Final = b"sohop key commitment v1"
_DIGITS: Final = b"sohop key digits v1"
_SEAL: Final = b"sohop key seal v1"
_SUITE: Final = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)
KEY_SIZE: Final = 32


class Side(Struct, frozen=True):
    """One of the two laptops, by the keys that the one who computes believes it to have."""

    device: DeviceId
    sign_key: bytes
    box_key: bytes


class Exchange(Struct, frozen=True, kw_only=True):
    """All that both must agree on. Each laptop fills in what it knows itself."""

    tenant: TenantId
    person: PersonId
    ask: EventId
    heard: EventId
    asker: Side
    helper: Side
    asker_nonce: bytes
    helper_nonce: bytes


def check_own(event: Event, person: PersonId) -> None:
    """What goes between a person's laptops is that person's. Raises ``SohopError(NOT_PERMITTED)``."""
    own = event.meeting == OWN or isinstance(event.body, OWN_ACTS)
    if own and event.person != person:
        raise SohopError(Code.NOT_PERMITTED)


def own_laptop(
    device: DeviceId, person: PersonId, directory: Directory, newest: Freshness | None
) -> DeviceCert:
    """The certificate of a laptop of this person's that may take part: certified or in the roster, neither
    retired nor revoked.

    Raises ``SohopError``: ``UNKNOWN_DEVICE``; ``NOT_PERMITTED`` for another person's; ``DEVICE_REVOKED``.
    """
    cert = directory.find(device)
    if cert.person != person:
        raise SohopError(Code.NOT_PERMITTED)
    if newest is not None and device in newest.revoked:
        raise SohopError(Code.DEVICE_REVOKED)
    return cert


def commitment(tenant: TenantId, person: PersonId, device: DeviceId, nonce: bytes) -> bytes:
    """What an ask says of the nonce that it will open (32 random bytes): this tells nothing of it."""
    return _hash(_COMMIT, tenant.encode(), person.encode(), device.encode(), nonce)


def check_opening(
    committed: bytes, tenant: TenantId, person: PersonId, device: DeviceId, nonce: bytes
) -> None:
    """The nonce that was opened is the one that was committed to. Raises ``SohopError(WRONG_DIGEST)``."""
    if not hmac.compare_digest(committed, commitment(tenant, person, device, nonce)):
        raise SohopError(Code.WRONG_DIGEST)


def digits(exchange: Exchange) -> str:
    """The six digits that both laptops show: the same when both believe the same keys, and saw the same ask,
    answer and nonces. Else they are the same once in a million."""
    return f"{int.from_bytes(_hash(_DIGITS, _bound(exchange))) % 10**DIGITS:0{DIGITS}}"


def seal_key(note_key: bytes, exchange: Exchange) -> bytes:
    """The note key for the asking laptop and this exchange only (HPKE base mode, RFC 9180).

    Who sealed it is told by the signature on the act that carries it. Raises ``SohopError(MALFORMED)`` for a
    certificate whose key is none.
    """
    box = X25519PublicKey.from_public_bytes(exchange.asker.box_key)
    try:
        return _SUITE.encrypt(note_key, box, _hash(_SEAL, _bound(exchange)))
    except ValueError as error:
        raise SohopError(Code.MALFORMED) from error


def open_key(sealed: bytes, exchange: Exchange, box_seed: bytes) -> bytes:
    """The note key (32 bytes). Raises ``SohopError(BAD_SIGNATURE)`` for what was sealed to another laptop, in
    another exchange, or by nobody."""
    box = X25519PrivateKey.from_private_bytes(box_seed)
    try:
        key = _SUITE.decrypt(sealed, box, _hash(_SEAL, _bound(exchange)))
    except (InvalidTag, ValueError) as error:
        raise SohopError(Code.BAD_SIGNATURE) from error
    if len(key) != KEY_SIZE:
        raise SohopError(Code.BAD_SIGNATURE)
    return key


def _bound(exchange: Exchange) -> bytes:
    return _hash(
        exchange.tenant.encode(),
        exchange.person.encode(),
        exchange.ask.encode(),
        exchange.heard.encode(),
        *(
            part
            for side in (exchange.asker, exchange.helper)
            for part in (side.device.encode(), side.sign_key, side.box_key)
        ),
        exchange.asker_nonce,
        exchange.helper_nonce,
    )


def _hash(*parts: bytes) -> bytes:
    """SHA-256 over parts that each bear their length, so that nothing slides from one into the next."""
    return hashlib.sha256(b"".join(len(part).to_bytes(4, "big") + part for part in parts)).digest()
