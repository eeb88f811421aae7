"""First start: this laptop makes its keys, the office accepts them, and an empty vault is created."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from reader.core.book import Book
from reader.store.identity import Identity
from reader.store.vault import Vault
from sync.errors import Code, SohopError
from sync.model.ids import TenantId
from sync.trust.rosters import accept_roster
from sync.wire.invitation import ALPHABET, plain_code
from sync.wire.messages import EnrolReply

RECOVERY_LENGTH = 26
SHORTEST_PASSPHRASE = 8


class Found(Protocol):
    """A hub that has proved itself (``sync.engine.enrolment.Contact``)."""

    @property
    def address(self) -> str: ...
    @property
    def tenant(self) -> TenantId: ...
    @property
    def office(self) -> str: ...
    @property
    def ca(self) -> str: ...
    @property
    def root_key(self) -> bytes: ...
    @property
    def root_number(self) -> int: ...


Enrol = Callable[[bytes, bytes], EnrolReply]
"""Sends the two public keys and gives the hub's answer. Raises ``SohopError``."""


def create(
    profile: Path,
    passphrase: str,
    found: Found,
    enrol: Enrol,
    recovery: str | None = None,
    memory_kib: int | None = None,
) -> tuple[Book, str]:
    """Make keys, enrol, create the vault; gives the opened book and the recovery code of private notes.

    ``recovery`` is the code from an earlier laptop of the same person, for the same note key. Without
    one, and when the hub says that the person has other laptops, the key is temporary and the code given is
    empty: one of those laptops is to give this one theirs (``note_key``).
    Raises ``SohopError`` of enrolment or of the disk; then there is no vault.
    """
    if recovery is not None:
        secret = read_recovery(recovery)
    else:
        secret = secrets.token_bytes(16)
    sign_seed, box_seed = secrets.token_bytes(32), secrets.token_bytes(32)
    sign_key = Ed25519PrivateKey.from_private_bytes(sign_seed).public_key().public_bytes_raw()
    box_key = X25519PrivateKey.from_private_bytes(box_seed).public_key().public_bytes_raw()
    reply = enrol(sign_key, box_key)
    temporary = recovery is None and reply.others > 0
    identity = Identity(
        tenant=found.tenant,
        tenant_name=found.office,
        hub=found.address,
        ca=found.ca,
        root_key=found.root_key,
        root_number=found.root_number,
        person=reply.cert.person,
        person_name=reply.cert.name,
        device=reply.cert.device,
        roles=reply.cert.roles,
        sign_seed=sign_seed,
        box_seed=box_seed,
        note_key=note_key(secret),
        temporary=secret if temporary else b"",
        cert=reply.cert,
    )
    vault = Vault.create(profile, passphrase, identity, memory_kib=memory_kib)
    if reply.roster is not None:
        accept_roster(reply.roster, found.tenant, found.root_key, None)
        vault.trust.put_roster(reply.roster)
    return Book(vault), "" if temporary else recovery_code(secret)


def recovery_code(secret: bytes) -> str:
    """128 bits as 26 characters: five a character, the last two bits a checksum."""
    value = int.from_bytes(secret, "big") << 2 | _checksum(secret)
    digits = [ALPHABET[value >> shift & 31] for shift in range(125, -1, -5)]
    return "".join(digits)


def read_recovery(typed: str) -> bytes:
    """The 16 bytes of a recovery code. Raises ``SohopError(MALFORMED)`` when it was mistyped."""
    plain = plain_code(typed)
    if len(plain) != RECOVERY_LENGTH or any(c not in ALPHABET for c in plain):
        raise SohopError(Code.MALFORMED)
    value = 0
    for character in plain:
        value = value << 5 | ALPHABET.index(character)
    secret = (value >> 2).to_bytes(16, "big")
    if value & 3 != _checksum(secret):
        raise SohopError(Code.MALFORMED)
    return secret


def _checksum(secret: bytes) -> int:
    return hashlib.sha256(b"sohop recovery v1" + secret).digest()[0] & 3


def note_key(secret: bytes) -> bytes:
    """The key that a recovery code stands for."""
    return HKDF(algorithm=SHA256(), length=32, salt=None, info=b"sohop note key v1").derive(secret)
