"""The four mark colours as other programs know colours: red, green, blue."""

from __future__ import annotations

import colorsys
from typing import Final

from sync.model.annotation import Colour

RGB = tuple[float, float, float]
"""Each 0 to 1."""


def _rgb(text: str) -> RGB:
    red, green, blue = (int(text[at : at + 2], 16) / 255 for at in (0, 2, 4))
    return red, green, blue


WASH: Final = {
    Colour.YELLOW: _rgb("FFE37A"),
    Colour.GREEN: _rgb("BFE3B4"),
    Colour.PINK: _rgb("F9C3B4"),
    Colour.BLUE: _rgb("BFD8F5"),
}
"""Under letters: as the window's light theme has them, since paper is white."""
LINE: Final = {
    Colour.YELLOW: _rgb("9A7400"),
    Colour.GREEN: _rgb("2E7D3C"),
    Colour.PINK: _rgb("B8452C"),
    Colour.BLUE: _rgb("2A64A8"),
}
_GREY: Final = 0.12
"""Less of a colour than this is none."""
_HUES: Final = ((28, Colour.PINK), (72, Colour.YELLOW), (165, Colour.GREEN), (280, Colour.BLUE))
"""Degrees up to which a hue is taken for that colour; beyond the last it is pink again."""


def nearest(colour: RGB | None, otherwise: Colour) -> Colour:
    """The mark colour that a person would call by the same name; ``otherwise`` for none and for greys."""
    if colour is None:
        return otherwise
    hue, saturation, value = colorsys.rgb_to_hsv(*colour)
    if saturation < _GREY or value < _GREY:
        return otherwise
    return next((one for end, one in _HUES if hue * 360 < end), Colour.PINK)
