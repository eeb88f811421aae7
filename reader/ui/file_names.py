"""The name of a file that is taken out: it ends as what the file is."""

from __future__ import annotations

from pathlib import Path


def named_as(path: Path, chosen: str, offered: tuple[str, ...]) -> Path:
    """The name with the ending of the kind chosen; a typed ending counts, other than the one offered first,
    which the proposed name has.

    A name that the person was not asked about takes no other file's place.
    """
    typed = next((one for one in offered if path.suffix.lower() == one), None)
    if typed == chosen or typed not in (None, offered[0]):
        return path
    stem = path.name if typed is None else path.stem
    made, number = path.with_name(stem + chosen), 2
    while made.exists():
        made = path.with_name(f"{stem} ({number}){chosen}")
        number += 1
    return made
