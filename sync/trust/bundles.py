"""Who may open a bundle, who made it, and how its parts are sealed (docs/decisions/0022).

A box is sealed to one device by HPKE base mode (RFC 9180); that anybody can do. Who made it is told by the
signature on the head, which names the SHA-256 of every box. Frames are sealed under a key of their agenda
item, which is made for one bundle and stands in the boxes of those who may have the item. What goes home is
sealed once, under a key that stands in a box for each hub.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection
from typing import Final, NamedTuple, TypeVar

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite

from sync.errors import Code, SohopError
from sync.model.ids import DeviceId, TenantId
from sync.trust.recorders import is_room
from sync.wire.bundle import MAX_BOX, NOBODY, TAG, Head
from sync.wire.codec import pack, unpack
from sync.wire.envelope import Envelope, Kind, verify
from sync.wire.statements import HUB, Roster

T = TypeVar("T")

_BOX: Final = b"sohop bundle box v1"
_FRAME: Final = b"sohop bundle frame v1"
_SUITE: Final = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)
_MAX_PLAIN: Final = 64 * 1024 * 1024


class HubKeys(NamedTuple):
    """A hub's raw public keys, by the root's word: with one it signs outward heads, to the other homeward
    boxes are sealed."""

    sign: bytes
    box: bytes


def hub_keys(roster: Roster, revoked: Collection[DeviceId] = ()) -> dict[DeviceId, HubKeys]:
    """The hubs that may make outward bundles and open homeward ones: the office's, and the room hubs that
    the roster names, but for those that the office has ``revoked`` since."""
    rooms = {
        cert.device: HubKeys(cert.sign_key, cert.box_key)
        for cert in roster.office
        if is_room(cert) and cert.device not in revoked
    }
    return {HUB: HubKeys(roster.online_key, roster.box_key), **rooms}


def check_head(envelope: Envelope, head: Head, tenant: TenantId, key: bytes) -> None:
    """A bundle's head is this office's, and its maker's, whose public key is ``key``.

    Raises ``SohopError(OTHER_TENANT | BUNDLE_BROKEN)``.
    """
    if head.tenant != tenant:
        raise SohopError(Code.OTHER_TENANT)
    try:
        verify(envelope, Kind.BUNDLE, tenant, head.maker, key)
    except SohopError as error:
        raise SohopError(Code.BUNDLE_BROKEN) from error


def seal_box(message: object, head: Head, device: DeviceId, box_key: bytes) -> bytes:
    """A box for one device. Of ``head`` only what stands fixed before the boxes do is bound: office, bundle,
    way and maker. Raises ``SohopError(MALFORMED)`` for a certificate whose key is none, ``TOO_LARGE``."""
    plain = pack(message)
    if len(plain) > MAX_BOX - 256:
        raise SohopError(Code.TOO_LARGE)
    try:
        return _SUITE.encrypt(plain, X25519PublicKey.from_public_bytes(box_key), _bound(head, device))
    except ValueError as error:
        raise SohopError(Code.MALFORMED) from error


def open_box(sealed: bytes, head: Head, device: DeviceId, box_seed: bytes, kind: type[T]) -> T:
    """What is in a box of this device. Raises ``SohopError``: ``BUNDLE_OTHER`` for what was sealed to another
    device or for another bundle, ``BUNDLE_BROKEN`` for what says nothing sensible."""
    key = X25519PrivateKey.from_private_bytes(box_seed)
    try:
        plain = _SUITE.decrypt(sealed, key, _bound(head, device))
    except (InvalidTag, ValueError) as error:
        raise SohopError(Code.BUNDLE_OTHER) from error
    try:
        return unpack(plain, kind, _MAX_PLAIN)
    except SohopError as error:
        raise SohopError(Code.BUNDLE_BROKEN) from error


def seal_content(message: object, head: Head, key: bytes) -> bytes:
    """What is for whoever has ``key``, which seals nothing else. Raises ``SohopError(TOO_LARGE)``."""
    plain = pack(message)
    if len(plain) > MAX_BOX - TAG:
        raise SohopError(Code.TOO_LARGE)
    return AESGCM(key).encrypt(_nonce(0), plain, _bound(head, NOBODY))


def open_content(sealed: bytes, head: Head, key: bytes, kind: type[T]) -> T:
    """Raises ``SohopError(BUNDLE_BROKEN)`` for what another key sealed, or what says nothing sensible."""
    try:
        return unpack(AESGCM(key).decrypt(_nonce(0), sealed, _bound(head, NOBODY)), kind, _MAX_PLAIN)
    except (InvalidTag, SohopError) as error:
        raise SohopError(Code.BUNDLE_BROKEN) from error


def seal_frame(plain: bytes, bundle: str, item: int, number: int, key: bytes) -> bytes:
    """One frame's sealed bytes: the same for the same input, so that a copy that was cut can go on. ``key``
    is of one item and one bundle, and seals one thing under each number."""
    return AESGCM(key).encrypt(_nonce(number), plain, _place(bundle, item, number))


def open_frame(sealed: bytes, bundle: str, item: int, number: int, key: bytes) -> bytes:
    """Raises ``SohopError(BUNDLE_BROKEN)`` for what was altered, or stands at another place."""
    try:
        return AESGCM(key).decrypt(_nonce(number), sealed, _place(bundle, item, number))
    except InvalidTag as error:
        raise SohopError(Code.BUNDLE_BROKEN) from error


def _nonce(number: int) -> bytes:
    return number.to_bytes(12, "big")


def _place(bundle: str, item: int, number: int) -> bytes:
    return _hash(_FRAME, bundle.encode(), item.to_bytes(4, "big"), number.to_bytes(8, "big"))


def _bound(head: Head, device: DeviceId) -> bytes:
    parts = (head.tenant, head.id, head.way.value, head.maker, device)
    return _hash(_BOX, *(part.encode() for part in parts))


def _hash(*parts: bytes) -> bytes:
    return hashlib.sha256(b"".join(len(part).to_bytes(4, "big") + part for part in parts)).digest()
