"""The style sheet of Qt's own widgets (fields, lists, menus, bars), filled from the tokens.

The template is resources/themes/window.qss: `$ink` is a colour, `$8px` a length that follows the scale. Our
painted widgets need no rule in it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.resources import resource
from reader.ui.theme.tokens import Colour

if TYPE_CHECKING:
    from reader.ui.theme.theme import Theme

_PLACE = re.compile(r"\$(?:(\d+)px|([a-z_0-9]+))")
_TEMPLATE = "themes/window.qss"


def build(theme: Theme) -> str:
    """The style sheet for the colours and the scale of `theme`. Raises ValueError for an unknown colour."""

    def fill(place: re.Match[str]) -> str:
        length, name = place.groups()
        if length is not None:
            return f"{theme.px(int(length))}px"
        return theme.tokens.of(Colour(name))

    return _PLACE.sub(fill, resource(_TEMPLATE).read_text(encoding="utf-8"))
