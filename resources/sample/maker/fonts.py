"""The faces the sample documents are set in, read from the bundled OFL fonts.

A face that is not bundled falls back to the nearest weight; a missing italic is slanted by the writer.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pymupdf

THIRD_PARTY = Path(__file__).resolve().parents[2] / "third_party"
_SERIF = THIRD_PARTY / "source-serif-4"
_SANS = THIRD_PARTY / "ibm-plex-sans"
_WEIGHTS = {"thin": 100, "extralight": 200, "light": 300, "regular": 400, "medium": 500, "semibold": 600}
_WEIGHTS |= {"extrabold": 800, "black": 900}


@dataclass(frozen=True)
class Face:
    """One face; `slanted` means its italic must be made by shearing."""

    font: pymupdf.Font
    slanted: bool

    def width(self, text: str, size: float) -> float:
        """Width in points."""
        return float(self.font.text_length(text, size))


Faces = dict[str, Face]


def load_faces() -> Faces:
    """The faces by key: r, b, i, bi (serif), s, sb (sans).

    Raises:
        FileNotFoundError: no bundled font file was found.
    """
    return {
        "r": _nearest(_SERIF, 400, italic=False),
        "b": _nearest(_SERIF, 700, italic=False),
        "i": _nearest(_SERIF, 400, italic=True),
        "bi": _nearest(_SERIF, 700, italic=True),
        "s": _nearest(_SANS, 400, italic=False),
        "sb": _nearest(_SANS, 600, italic=False),
    }


def _nearest(folder: Path, weight: int, *, italic: bool) -> Face:
    files = sorted(folder.rglob("*.ttf"))
    if not files:
        raise FileNotFoundError(f"no *.ttf under {folder}")
    upright = [file for file in files if "italic" not in file.stem.lower()]
    slanted = [file for file in files if "italic" in file.stem.lower()]
    wanted = slanted if italic and slanted else upright
    best = min(wanted, key=lambda file: abs(_weight(file) - weight))
    return Face(pymupdf.Font(fontfile=str(best)), slanted=italic and not slanted)


def _weight(file: Path) -> int:
    name = file.stem.lower()
    found = [value for word, value in _WEIGHTS.items() if word in name]
    if found:
        return max(found) if "extra" not in name else found[-1]
    return 700 if "bold" in name else 400
