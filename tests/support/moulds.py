"""Vaults made once and copied for each test: copies cost no Argon2id."""

from __future__ import annotations

import atexit
import shutil
import tempfile
import time
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import msgspec

from reader.store.header import FLOOR_KIB
from reader.store.identity import Identity
from reader.store.keys import unlock
from reader.store.vault import Vault


@dataclass(frozen=True)
class Mould:
    """A vault, locked, with its data key."""

    folder: Path
    key: bytes

    def cast(self, profile: Path) -> Vault:
        """A copy at ``profile``, opened."""
        shutil.copytree(self.folder, profile, dirs_exist_ok=True)
        return self.open(profile)

    def open(self, profile: Path) -> Vault:
        """Open a copy again."""
        return Vault.open_with_key(profile, self.key)


def mould_of(identity: Identity, passphrase: str) -> Mould:
    """The mould of a new vault of this person, made when it is first asked for."""
    made, key = _made(), (msgspec.json.encode(identity), passphrase)
    if key not in made:
        profile = _folder() / str(len(made))
        Vault.create(profile, passphrase, identity, memory_kib=FLOOR_KIB).close()
        made[key] = Mould(profile, unlock(profile, passphrase, time.time))
    return made[key]


@cache
def _made() -> dict[tuple[bytes, str], Mould]:
    return {}


@cache
def _folder() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="sohop-moulds-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder
