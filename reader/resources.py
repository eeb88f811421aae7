"""Where the program's own files are: in a checkout, in an installed wheel, or in the frozen folder."""

from __future__ import annotations

import pathlib

_PACKAGED = pathlib.Path(__file__).parent / "_resources"
_CHECKOUT = pathlib.Path(__file__).parent.parent / "resources"


def resource(name: str) -> pathlib.Path:
    """The path of the resource `name` (slashes between folders), which may be a file or a folder.

    The wheel and the frozen program carry the folder as `reader/_resources`; a checkout has it at its root.
    Raises FileNotFoundError when the program was packed without it, and ValueError when `name` would leave
    the folder.
    """
    parts = pathlib.PurePosixPath(name)
    if parts.is_absolute() or ".." in parts.parts:
        raise ValueError(f"not a resource name: {name!r}")
    for root in (_PACKAGED, _CHECKOUT):
        path = root / parts
        if path.exists():
            return path
    raise FileNotFoundError(f"resource {name!r} is missing from this installation")
