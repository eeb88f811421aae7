"""The vault's key: wrapped under the passphrase, unwrapped with it.

A random 32-byte data key opens the database. It lies in ``vault.head`` under AES-256-GCM, with a key that
Argon2id (RFC 9106) makes from the passphrase. Changing the passphrase wraps the same key anew.
"""

from __future__ import annotations

import os
import time
import unicodedata
from pathlib import Path
from typing import Final

import msgspec
from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from reader.store import header
from reader.store.header import CEILING_KIB, FLOOR_KIB, FORMAT, NONCE, Greeting, Head, Kdf
from reader.store.tries import Clock, Tries
from sync.errors import Code, SohopError

_START_KIB: Final = 128 * 1024
_STEP_KIB: Final = 16 * 1024
_TARGET_S: Final = 0.75
"""The middle of the half to one second that unlocking may cost."""
_CONTEXT: Final = b"sohop vault key v1"


def new_head(passphrase: str, data_key: bytes, greeting: Greeting, memory_kib: int | None) -> Head:
    """Wrap a data key. ``memory_kib`` None calibrates to this machine (0.5 to 1 s, from 128 MiB up)."""
    memory = calibrated() if memory_kib is None else memory_kib
    if not FLOOR_KIB <= memory <= CEILING_KIB:
        raise ValueError(f"Argon2id memory out of bounds: {memory} KiB")
    kdf = Kdf(m=memory, salt=os.urandom(16))
    return Head(format=FORMAT, kdf=kdf, wrapped=_wrap(passphrase, kdf, data_key), greeting=greeting)


def unlock(profile: Path, passphrase: str, clock: Clock) -> bytes:
    """The data key.

    Raises ``SohopError``: ``VAULT_MISSING``, ``VAULT_NEWER``, ``VAULT_DAMAGED`` (also for parameters out of
    bounds), ``WRONG_PASSPHRASE`` with ``seconds`` to wait. Wrong tries destroy nothing.
    """
    head = header.read(profile)
    tries = Tries(profile, clock)
    tries.refuse_while_waiting()
    try:
        key = AESGCM(_stretch(passphrase, head.kdf)).decrypt(
            head.wrapped[:NONCE], head.wrapped[NONCE:], _bound(head.kdf)
        )
    except InvalidTag as error:
        raise SohopError(Code.WRONG_PASSPHRASE, seconds=tries.failed()) from error
    tries.succeeded()
    return key


def change_passphrase(profile: Path, old: str, new: str, clock: Clock) -> None:
    """Wrap the same data key under another passphrase, in one atomic replacement of the header.

    Raises as ``unlock`` does, and ``SohopError(DISK_FULL)`` with the old passphrase still good.
    """
    key = unlock(profile, old, clock)
    head = header.read(profile)
    header.write(profile, new_head(new, key, head.greeting, head.kdf.m))


def calibrated() -> int:
    """Memory in KiB that makes Argon2id take about 0.75 s here: time is proportional to memory."""
    # The first run also pays for fresh memory; the faster of two is nearer to what unlocking will cost.
    seconds = min(_timed(), _timed())
    wanted = int(_START_KIB * _TARGET_S / seconds) // _STEP_KIB * _STEP_KIB
    return max(_START_KIB, min(wanted, CEILING_KIB))


def _timed() -> float:
    begun = time.perf_counter()
    _stretch("calibration", Kdf(m=_START_KIB, salt=bytes(16)))
    return time.perf_counter() - begun


def _wrap(passphrase: str, kdf: Kdf, data_key: bytes) -> bytes:
    nonce = os.urandom(NONCE)
    return nonce + AESGCM(_stretch(passphrase, kdf)).encrypt(nonce, data_key, _bound(kdf))


def _stretch(passphrase: str, kdf: Kdf) -> bytes:
    # The same keys may reach us composed or decomposed, depending on the Vietnamese input method.
    secret = unicodedata.normalize("NFC", passphrase).encode()
    return hash_secret_raw(
        secret,
        kdf.salt,
        time_cost=kdf.t,
        memory_cost=kdf.m,
        parallelism=kdf.p,
        hash_len=32,
        type=Type.ID,
    )


def _bound(kdf: Kdf) -> bytes:
    return _CONTEXT + msgspec.json.encode((FORMAT, kdf.m, kdf.t, kdf.p, kdf.salt))
