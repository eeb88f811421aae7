"""Text that other people wrote, made fit to be shown: it must not reorder, hide or overrun its neighbours.

For display, and for documents that show it. What was written is kept, sent and given to programs exactly as
it is.
"""

from __future__ import annotations

import unicodedata

DROPPED = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
"""Controls, format characters (bidi overrides, zero-width), surrogates, private and unassigned."""
_MARKS = frozenset({"Mn", "Me", "Mc"})
_MAX_MARKS = 4
"""Combining marks kept on one letter; Vietnamese needs two."""


def plain(text: str) -> str:
    """`text` in NFC without controls, bidi or unseen characters, towers of accents; keeps line breaks."""
    if text.isascii() and text.isprintable():  # as most names of thousands of files are
        return text.strip()
    kept: list[str] = []
    marks = 0
    for char in unicodedata.normalize("NFC", text.replace("\r\n", "\n")):
        kind = unicodedata.category(char)
        marks = marks + 1 if kind in _MARKS else 0
        if char in "\n\r\u2028\u2029\x0b\x0c\x85":
            kept.append("\n")
        elif char == "\t" or kind == "Zs":
            kept.append(" ")
        elif kind not in DROPPED and marks <= _MAX_MARKS:
            kept.append(char)
    return "".join(kept).strip()


def plain_line(text: str) -> str:
    """The same on one line: line breaks and runs of blanks become one blank."""
    return " ".join(plain(text).split())
