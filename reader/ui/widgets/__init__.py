"""The window's own widgets. They take their words from the caller and their looks from the theme."""

from reader.ui.widgets.banner import Banner
from reader.ui.widgets.base import Themed
from reader.ui.widgets.button import Button, Kind, Size
from reader.ui.widgets.check import Check
from reader.ui.widgets.choice import Choice, Choices
from reader.ui.widgets.cover import Cover
from reader.ui.widgets.dialog import Dialog, Scrim, close_dialogs, picture
from reader.ui.widgets.empty import Empty
from reader.ui.widgets.field import Field
from reader.ui.widgets.layout import Column, Flow, Gap, Grid, Row, Scroll, hold
from reader.ui.widgets.marks import Avatar, DateTile, NumberCircle, SignalBars, Spine
from reader.ui.widgets.paragraph import Paragraph, Run
from reader.ui.widgets.pill import Glyph, Pill, Sign
from reader.ui.widgets.progress import Bar, Progress
from reader.ui.widgets.rows import ROW_ROLE, RowData, RowDelegate, RowModel
from reader.ui.widgets.select import Select
from reader.ui.widgets.surface import Card, Line, Panel, Surface
from reader.ui.widgets.tabs import Segments, Tabs
from reader.ui.widgets.threshold import Count, Swatch, ThresholdBar, Vote
from reader.ui.widgets.toast import Toast
from reader.ui.widgets.trail import FlatTrail, Step, StepState, Trail

__all__ = [
    "ROW_ROLE",
    "Avatar",
    "Banner",
    "Bar",
    "Button",
    "Card",
    "Check",
    "Choice",
    "Choices",
    "Column",
    "Count",
    "Cover",
    "DateTile",
    "Dialog",
    "Empty",
    "Field",
    "FlatTrail",
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
    "Progress",
    "Row",
    "RowData",
    "RowDelegate",
    "RowModel",
    "Run",
    "Scrim",
    "Scroll",
    "Segments",
    "Select",
    "Sign",
    "SignalBars",
    "Size",
    "Spine",
    "Step",
    "StepState",
    "Surface",
    "Swatch",
    "Tabs",
    "Themed",
    "ThresholdBar",
    "Toast",
    "Trail",
    "Vote",
    "close_dialogs",
    "hold",
    "picture",
]
