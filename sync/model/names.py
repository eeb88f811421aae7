"""The Vietnamese order of names: by given name (the last word), letter by letter, tones last."""

from __future__ import annotations

import unicodedata

_LETTERS = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_TONES = ["", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323"]
"""Ngang, huyền, hỏi, ngã, sắc, nặng: the order of dictionaries."""

Key = tuple[tuple[int, ...], tuple[int, ...]]


def given_name_key(name: str) -> tuple[Key, Key, str]:
    """Sort key of a person's name: the given name first, then the whole name."""
    words = name.split()
    return (_key(words[-1] if words else ""), _key(name), name)


def _key(text: str) -> Key:
    """Letters decide; tones only between words of the same letters (hoa, hòa, hỏa)."""
    letters, tones = [], []
    for character in unicodedata.normalize("NFC", text).casefold():
        parts = unicodedata.normalize("NFD", character)
        tone = next((_TONES.index(part) for part in parts[1:] if part in _TONES), 0)
        letter = unicodedata.normalize("NFC", "".join(p for p in parts if p not in _TONES[1:]))
        letters.append(_LETTERS.find(letter) + 1 or len(_LETTERS) + ord(letter[0]))
        tones.append(tone)
    return tuple(letters), tuple(tones)
