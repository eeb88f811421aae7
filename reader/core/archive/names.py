"""Names in an archive: ASCII in lower case, so that every system of today and later can write them. Pure."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import Final

_LONGEST: Final = 60
_OTHERS: Final = re.compile(r"[^a-z0-9]+")


def slug(text: str) -> str:
    """The words of a title without their marks: ``to-trinh-12-ttr-ubnd``. Empty where nothing is left."""
    bare = unicodedata.normalize("NFKD", text.casefold().replace("đ", "d"))
    return (
        _OTHERS.sub("-", bare.encode("ascii", "ignore").decode())[: _LONGEST + 1]
        .strip("-")[:_LONGEST]
        .strip("-")
    )


def numbered(texts: Sequence[str]) -> list[str]:
    """A name for each, in their order: ``01-to-trinh``. The number makes it the only one, and none that a
    system keeps for itself."""
    width = max(2, len(str(len(texts))))
    return [f"{number:0{width}}-{slug(text)}".rstrip("-") for number, text in enumerate(texts, 1)]


def ending(name: str) -> str:
    """The ending of a file's name with its dot, when it is a plain one; else nothing."""
    found = re.search(r"\.([A-Za-z0-9]{1,8})\Z", name)
    return f".{found[1].lower()}" if found else ""
