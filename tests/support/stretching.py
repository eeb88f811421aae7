"""Argon2id of the same passphrase, salt and costs is computed once a process: copies of a mould share them,
and each would cost a quarter of a second again. What a calibration measures is left alone.
"""

from __future__ import annotations

from typing import Any

import pytest
from argon2.low_level import hash_secret_raw

from reader.store import keys as vault_keys
from sync import root_file as root_keys

_known: dict[tuple[Any, ...], bytes] = {}


def remember_stretched(patch: pytest.MonkeyPatch) -> None:
    """Until ``patch`` is undone."""
    for keys in (vault_keys, root_keys):
        patch.setattr(keys, "hash_secret_raw", _stretched)


def _stretched(secret: bytes, salt: bytes, **costs: Any) -> bytes:
    if not any(salt):  # a calibration's
        return hash_secret_raw(secret, salt, **costs)
    key = (secret, salt, *sorted(costs.items()))
    if key not in _known:
        _known[key] = hash_secret_raw(secret, salt, **costs)
    return _known[key]
