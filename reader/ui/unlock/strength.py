"""An honest word about a new passphrase: its length, nothing about capitals or digits.

Guessing costs 64 MiB and the better part of a second for each try (Argon2id), so that length decides.
"""

from __future__ import annotations

from enum import StrEnum

LEAST = 8
"""Characters below which no vault is made."""
_LONG = 20
_MIDDLE = 12
_WORDS = 4


class Strength(StrEnum):
    """What a thief with the laptop would meet."""

    EMPTY = "empty"
    SHORT = "short"
    WEAK = "weak"
    FAIR = "fair"
    GOOD = "good"


def strength(passphrase: str) -> Strength:
    """By length, and by how many different characters it has: ``aaaaaaaaaaaa`` is one letter."""
    if not passphrase:
        return Strength.EMPTY
    if len(passphrase) < LEAST:
        return Strength.SHORT
    if len(set(passphrase.casefold())) < 5:
        return Strength.WEAK
    if len(passphrase) >= _LONG or (len(passphrase.split()) >= _WORDS and len(passphrase) >= _MIDDLE):
        return Strength.GOOD
    return Strength.FAIR if len(passphrase) >= _MIDDLE else Strength.WEAK


def share(found: Strength) -> float:
    """How much of the bar is filled, 0–1."""
    return {
        Strength.EMPTY: 0.0,
        Strength.SHORT: 0.1,
        Strength.WEAK: 0.35,
        Strength.FAIR: 0.65,
        Strength.GOOD: 1.0,
    }[found]
