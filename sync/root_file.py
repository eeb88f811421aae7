"""The root file: the office's root key under a passphrase, with the key of its CA and how the first root led
to this one. The hub needs none of it to run; an administrator's laptop opens it to sign, and forgets it."""

from __future__ import annotations

import base64
import secrets
from dataclasses import dataclass
from typing import Annotated

import msgspec
from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from msgspec import Meta, Struct

from sync.errors import Code, SohopError
from sync.model.ids import Tenant, TenantId
from sync.wire.envelope import Envelope

FLOOR_KIB = 64 * 1024
"""Least memory of Argon2id (64 MiB), also used in tests."""
USUAL_KIB = 256 * 1024
_FORMAT = "sohop root v1"


@dataclass(frozen=True)
class Root:
    """What the administrator takes away."""

    tenant: TenantId
    key: Ed25519PrivateKey
    ca_key: bytes
    """PEM."""
    chain: tuple[Envelope, ...] = ()
    """All ``NewRoot`` statements, from the second root to this one. A hub restored from an older backup is
    led to this root by them, and so is one whose administrator was interrupted while changing it."""

    @property
    def number(self) -> int:
        """The first root is number 1."""
        return len(self.chain) + 1

    @property
    def public(self) -> bytes:
        """The raw public root key, 32 bytes."""
        return self.key.public_key().public_bytes_raw()


class _Header(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    format: str
    tenant: Tenant
    passes: Annotated[int, Meta(ge=3, le=16)]
    memory_kib: Annotated[int, Meta(ge=FLOOR_KIB, le=1024 * 1024)]
    lanes: Annotated[int, Meta(ge=1, le=16)]
    salt: Annotated[str, Meta(min_length=32, max_length=64)]
    nonce: Annotated[str, Meta(min_length=24, max_length=24)]


class _File(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    header: _Header
    sealed: str


class _Secrets(Struct, frozen=True, kw_only=True):
    root: bytes
    ca_key: bytes
    chain: tuple[Envelope, ...] = ()


def seal_root(root: Root, passphrase: str, memory_kib: int = USUAL_KIB) -> bytes:
    """A root file's bytes: Argon2id, then AES-256-GCM with the header as associated data."""
    header = _Header(
        format=_FORMAT,
        tenant=root.tenant,
        passes=3,
        memory_kib=memory_kib,
        lanes=4,
        salt=secrets.token_hex(16),
        nonce=secrets.token_hex(12),
    )
    plain = msgspec.json.encode(
        _Secrets(root=root.key.private_bytes_raw(), ca_key=root.ca_key, chain=root.chain)
    )
    sealed = AESGCM(_stretch(passphrase, header)).encrypt(
        bytes.fromhex(header.nonce), plain, msgspec.json.encode(header)
    )
    file = _File(header=header, sealed=base64.b64encode(sealed).decode())
    return msgspec.json.format(msgspec.json.encode(file), indent=2)


def open_root(data: bytes, passphrase: str) -> Root:
    """Open a root file's bytes. Raises ``SohopError(WRONG_PASSPHRASE | MALFORMED)``."""
    try:
        file = msgspec.json.decode(data, type=_File)
        sealed = base64.b64decode(file.sealed, validate=True)
        nonce = bytes.fromhex(file.header.nonce)
        wrapping = _stretch(passphrase, file.header)
    except (msgspec.DecodeError, ValueError) as error:
        raise SohopError(Code.MALFORMED) from error
    if file.header.format != _FORMAT:
        raise SohopError(Code.MALFORMED)
    try:
        plain = AESGCM(wrapping).decrypt(nonce, sealed, msgspec.json.encode(file.header))
    except InvalidTag as error:
        raise SohopError(Code.WRONG_PASSPHRASE) from error
    opened = msgspec.json.decode(plain, type=_Secrets)
    key = Ed25519PrivateKey.from_private_bytes(opened.root)
    return Root(file.header.tenant, key, opened.ca_key, opened.chain)


def _stretch(passphrase: str, header: _Header) -> bytes:
    return hash_secret_raw(
        passphrase.encode(),
        bytes.fromhex(header.salt),
        time_cost=header.passes,
        memory_cost=header.memory_kib,
        parallelism=header.lanes,
        hash_len=32,
        type=Type.ID,
    )
