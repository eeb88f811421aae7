"""The vault's header file: parameters, the wrapped data key, and what the unlock screen may show.

Read before anything is unlocked, so nothing heavy is imported here; ``keys`` makes and opens what is in it.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Final

import msgspec
from msgspec import Meta, Struct

from reader.store.files import write_atomically
from sync.errors import Code, SohopError
from sync.model.emblem import MOST_BYTES

FORMAT: Final = 1
FLOOR_KIB: Final = 64 * 1024
CEILING_KIB: Final = 1024 * 1024
NONCE: Final = 12
_NAME: Final = "vault.head"


class Kdf(Struct, frozen=True, kw_only=True):
    """Argon2id parameters. ``m`` in KiB. Outside these bounds a header is refused before any work is done."""

    m: Annotated[int, Meta(ge=FLOOR_KIB, le=CEILING_KIB)]
    t: Annotated[int, Meta(ge=3, le=64)] = 3
    p: Annotated[int, Meta(ge=1, le=16)] = 4
    salt: Annotated[bytes, Meta(min_length=16, max_length=64)]


class Greeting(Struct, frozen=True, kw_only=True):
    """What stands in plain in the profile, for the unlock screen; all empty when the person turned it off."""

    person_name: Annotated[str, Meta(max_length=500)] = ""
    tenant_name: Annotated[str, Meta(max_length=500)] = ""
    term: Annotated[str, Meta(max_length=500)] = ""
    emblem: Annotated[bytes, Meta(max_length=MOST_BYTES)] = b""


class Head(Struct, frozen=True, kw_only=True):
    """The header file. ``wrapped`` is nonce ‖ ciphertext of the data key, bound to the parameters."""

    format: int
    kdf: Kdf
    wrapped: Annotated[bytes, Meta(min_length=NONCE + 48, max_length=NONCE + 48)]
    greeting: Greeting = Greeting()


class _Format(Struct):
    format: int


def path_in(profile: Path) -> Path:
    """Where the header lies."""
    return profile / _NAME


def exists(profile: Path) -> bool:
    """Whether there is a vault. The header is written last, so a creation cut short leaves none."""
    return path_in(profile).exists()


def read(profile: Path) -> Head:
    """Raises ``SohopError(VAULT_MISSING | VAULT_NEWER | VAULT_DAMAGED)``."""
    try:
        data = path_in(profile).read_bytes()
    except FileNotFoundError as error:
        raise SohopError(Code.VAULT_MISSING) from error
    try:
        if msgspec.json.decode(data, type=_Format).format > FORMAT:
            raise SohopError(Code.VAULT_NEWER)
        return msgspec.json.decode(data, type=Head)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise SohopError(Code.VAULT_DAMAGED) from error


def write(profile: Path, head: Head) -> None:
    """Replace the header atomically. Raises ``SohopError(DISK_FULL)``."""
    write_atomically(path_in(profile), msgspec.json.format(msgspec.json.encode(head)))
