"""The window's own widgets. They take their words from the caller and their looks from the theme.

Here are those that the unlock screen needs, and what goes with them; the others are taken from their modules:
the first window waits for every one of these.
"""

from reader.ui.widgets.banner import Banner
from reader.ui.widgets.base import Themed
from reader.ui.widgets.button import Button, Kind, Size
from reader.ui.widgets.check import Check
from reader.ui.widgets.cover import Cover
from reader.ui.widgets.dialog import Dialog, Scrim, close_dialogs, open_for, picture
from reader.ui.widgets.field import Field
from reader.ui.widgets.layout import Column, Flow, Gap, Grid, Row, Scroll, hold
from reader.ui.widgets.marks import Avatar, DateTile, NumberCircle, SignalBars, Spine
from reader.ui.widgets.paragraph import Paragraph, Run
from reader.ui.widgets.pill import Glyph, Pill, Sign
from reader.ui.widgets.surface import Card, Line, Panel, Surface

__all__ = [
    "Avatar",
    "Banner",
    "Button",
    "Card",
    "Check",
    "Column",
    "Cover",
    "DateTile",
    "Dialog",
    "Field",
    "Flow",
    "Gap",
    "Glyph",
    "Grid",
    "Kind",
    "Line",
    "NumberCircle",
    "Panel",
    "Paragraph",
    "Pill",
    "Row",
    "Run",
    "Scrim",
    "Scroll",
    "Sign",
    "SignalBars",
    "Size",
    "Spine",
    "Surface",
    "Themed",
    "close_dialogs",
    "hold",
    "open_for",
    "picture",
]
