"""The bundled typefaces: IBM Plex Sans for the interface, Source Serif 4 for titles and large numbers."""

from __future__ import annotations

import functools
import pathlib

from PySide6.QtGui import QFont, QFontDatabase

from reader.resources import resource
from reader.ui.theme.tokens import TypeStyle

SANS = "IBM Plex Sans"
SERIF = "Source Serif 4"
_FOLDERS = ("third_party/ibm-plex-sans", "third_party/source-serif-4")


def font_files() -> tuple[pathlib.Path, ...]:
    """Every bundled font file, in a fixed order."""
    return tuple(path for folder in _FOLDERS for path in sorted(resource(folder).glob("*.ttf")))


@functools.cache
def register() -> None:
    """Make the bundled fonts known to Qt. Needs a QGuiApplication. Raises OSError when a file is damaged."""
    for path in font_files():
        if QFontDatabase.addApplicationFont(str(path)) == -1:
            raise OSError(f"{path.name} is not a usable font")


def make(style: TypeStyle, pixels: int, weight: int | None = None) -> QFont:
    """A font of `pixels` in the face of `style`.

    The weight is set on the family's own name: the faces "IBM Plex Sans Medium" and the like would be matched
    as families of their own and then emboldened a second time.
    """
    font = QFont([SERIF, "Georgia", "serif"] if style.serif else [SANS, "Segoe UI", "sans-serif"])
    font.setPixelSize(pixels)
    font.setWeight(QFont.Weight(style.weight if weight is None else weight))
    font.setStyleStrategy(QFont.StyleStrategy.PreferAntialias)
    return font
