"""Colours, type, icons and the focus ring; `current()` is the theme of this program."""

from reader.ui.theme.icons import Drawing
from reader.ui.theme.theme import Mode, Theme, current
from reader.ui.theme.tokens import SPACE, Colour, Role, Tokens, Tone

__all__ = ["SPACE", "Colour", "Drawing", "Mode", "Role", "Theme", "Tokens", "Tone", "current"]
