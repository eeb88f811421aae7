"""The same story again, byte for byte: what is random follows from a number, and time is nobody else's."""

from __future__ import annotations

import os
import random
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from unittest.mock import patch

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

BEGINNING = datetime(2026, 9, 1, 8, tzinfo=UTC).timestamp()
_MOMENTS = (0.0, 0.0, 0.0003, 0.001, 0.02)


class Clock:
    """True time, which goes on by a moment, or by none, whenever somebody looks."""

    def __init__(self, begins: float = BEGINNING) -> None:
        self.time = begins
        self._dice = random.Random(begins)
        self._lock = threading.Lock()

    def __call__(self) -> float:
        with self._lock:
            self.time += self._dice.choice(_MOMENTS)
            return self.time

    def now(self) -> datetime:
        """The same for people."""
        return datetime.fromtimestamp(self(), UTC)


@contextmanager
def same_again(number: int = 0) -> Iterator[random.Random]:
    """Keys, ids, nonces and salts that are made meanwhile follow from these dice: they are the same again.

    What goes on with what was made under one number needs another: names that are to be random would repeat.
    """
    dice = random.Random(number)

    def key() -> Ed25519PrivateKey:
        return Ed25519PrivateKey.from_private_bytes(dice.randbytes(32))

    with (
        patch.object(os, "urandom", dice.randbytes),
        patch.object(random, "_urandom", dice.randbytes),  # what ``secrets`` draws from
        patch.object(Ed25519PrivateKey, "generate", key),
        patch.object(os, "fsync", lambda handle: None),  # nobody cuts this machine's power
    ):
        yield dice
