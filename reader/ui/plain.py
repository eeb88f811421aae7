"""Text that other people wrote, made fit to be shown: it must not reorder, hide or overrun its neighbours.

Only for display. What was written is kept, sent and exported exactly as it is.
"""

from __future__ import annotations

import unicodedata

_DROPPED = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
"""Controls, format characters (bidi overrides, zero-width), surrogates, private and unassigned."""
_MARKS = frozenset({"Mn", "Me", "Mc"})
_MAX_MARKS = 4
"""Combining marks kept on one letter; Vietnamese needs two."""


def plain(text: str) -> str:
    """`text` in NFC without controls, bidi or unseen characters, towers of accents; keeps line breaks."""
    kept: list[str] = []
    marks = 0
    for char in unicodedata.normalize("NFC", text.replace("\r\n", "\n")):
        kind = unicodedata.category(char)
        marks = marks + 1 if kind in _MARKS else 0
        if char in "\n\r\u2028\u2029\x0b\x0c\x85":
            kept.append("\n")
        elif char == "\t" or kind == "Zs":
            kept.append(" ")
        elif kind not in _DROPPED and marks <= _MAX_MARKS:
            kept.append(char)
    return "".join(kept).strip()


def plain_line(text: str) -> str:
    """The same on one line: line breaks and runs of blanks become one blank."""
    return " ".join(plain(text).split())


def plain_in_place(text: str) -> str:
    """`text` with a blank for every letter that is not to be shown, so that places in it stay the same."""
    return "".join(" " if unicodedata.category(char) in _DROPPED else char for char in text)
