"""The one table of colours, text sizes and spaces; everything painted takes its numbers from here.

Colours are hex strings, sizes are device-independent pixels at scale 1.0. Source: the project's visual
design; the ratios it gives are checked again in tests/reader/ui/test_theme.py.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Colour(StrEnum):
    """The name of a colour; `Tokens.of` gives its value in the present theme."""

    DESK = "desk"
    PAPER = "paper"
    WELL = "well"
    HOVER = "hover"
    PRESS = "press"
    LINE = "line"
    LINE2 = "line2"
    INK = "ink"
    INK2 = "ink2"
    INK3 = "ink3"
    PRIMARY = "primary"
    PRIMARY_HOVER = "primary_hover"
    PRIMARY_PRESS = "primary_press"
    ON_PRIMARY = "on_primary"
    PRIMARY_TEXT = "primary_text"
    PRIMARY_TINT = "primary_tint"
    PRIMARY_LINE = "primary_line"
    OK = "ok"
    OK_TINT = "ok_tint"
    OK_LINE = "ok_line"
    WAIT = "wait"
    WAIT_TINT = "wait_tint"
    WAIT_LINE = "wait_line"
    BAD = "bad"
    BAD_TINT = "bad_tint"
    BAD_LINE = "bad_line"
    ON_STATE = "on_state"
    TRACK = "track"
    SPINE = "spine"
    COVER = "cover"
    COVER_LINE = "cover_line"
    COVER_INK = "cover_ink"
    COVER_INK2 = "cover_ink2"
    FOIL = "foil"
    PAGE = "page"
    PAGE_INK = "page_ink"
    MARK_YELLOW = "mark_yellow"
    MARK_GREEN = "mark_green"
    MARK_PINK = "mark_pink"
    MARK_BLUE = "mark_blue"
    LINE_YELLOW = "line_yellow"
    LINE_GREEN = "line_green"
    LINE_PINK = "line_pink"
    LINE_BLUE = "line_blue"
    HIT = "hit"
    HIT_NOW = "hit_now"
    SCRIM = "scrim"


class Tone(StrEnum):
    """What a pill, banner or sentence reports. A tone never stands alone: words and an icon go with it."""

    PLAIN = "plain"
    INFO = "info"
    OK = "ok"
    WAIT = "wait"
    BAD = "bad"


class Role(StrEnum):
    """A row of the type table."""

    NOTE = "note"
    NOTE_MEDIUM = "note_medium"
    NOTE_STRONG = "note_strong"
    BODY = "body"
    BODY_MEDIUM = "body_medium"
    BODY_STRONG = "body_strong"
    EMPHASIS = "emphasis"
    EMPHASIS_STRONG = "emphasis_strong"
    CHOICE = "choice"
    SERIF_TEXT = "serif_text"
    SERIF_SMALL = "serif_small"
    SERIF_TITLE = "serif_title"
    QUESTION = "question"
    PAGE_TITLE = "page_title"
    NUMBER = "number"
    VERDICT = "verdict"
    COVER_TITLE = "cover_title"


@dataclass(frozen=True, slots=True)
class TypeStyle:
    """Size and line height in pixels at scale 1.0; weight on the 100–900 scale."""

    size: int
    line: int
    weight: int
    serif: bool = False


TYPE: dict[Role, TypeStyle] = {
    Role.NOTE: TypeStyle(14, 21, 400),
    Role.NOTE_MEDIUM: TypeStyle(14, 21, 500),
    Role.NOTE_STRONG: TypeStyle(14, 21, 600),
    Role.BODY: TypeStyle(16, 24, 400),
    Role.BODY_MEDIUM: TypeStyle(16, 24, 500),
    Role.BODY_STRONG: TypeStyle(16, 24, 600),
    Role.EMPHASIS: TypeStyle(18, 27, 500),
    Role.EMPHASIS_STRONG: TypeStyle(18, 27, 600),
    Role.CHOICE: TypeStyle(20, 30, 600),
    Role.SERIF_TEXT: TypeStyle(20, 31, 400, serif=True),
    Role.SERIF_SMALL: TypeStyle(20, 30, 600, serif=True),
    Role.SERIF_TITLE: TypeStyle(22, 33, 600, serif=True),
    Role.QUESTION: TypeStyle(24, 36, 600, serif=True),
    Role.PAGE_TITLE: TypeStyle(28, 41, 600, serif=True),
    Role.NUMBER: TypeStyle(42, 52, 600, serif=True),
    Role.VERDICT: TypeStyle(36, 53, 600, serif=True),
    Role.COVER_TITLE: TypeStyle(56, 80, 600, serif=True),
}


@dataclass(frozen=True, slots=True)
class Space:
    """The grid and the radii, in pixels at scale 1.0."""

    half: int = 4
    unit: int = 8
    gap: int = 16
    margin: int = 24
    radius_page: int = 4
    radius_control: int = 6
    radius_card: int = 8
    radius_dialog: int = 10
    ring: int = 3
    ring_gap: int = 2
    control: int = 40
    control_main: int = 48
    control_large: int = 56


SPACE = Space()


@dataclass(frozen=True, slots=True)
class ToneColours:
    """The three colours a tone is painted with: words and icon, fill, edge."""

    text: str
    tint: str
    line: str


_TABLE: dict[Colour, tuple[str, str]] = {
    Colour.DESK: ("#F4F0E7", "#1B1916"),
    Colour.PAPER: ("#FFFDF8", "#26231F"),
    Colour.WELL: ("#E4DDD0", "#131210"),
    Colour.HOVER: ("#ECE5D8", "#312D28"),
    Colour.PRESS: ("#E1D8C8", "#3B3630"),
    Colour.LINE: ("#DAD1C1", "#3D3831"),
    Colour.LINE2: ("#82786A", "#8B8171"),
    Colour.INK: ("#211C15", "#F2ECE0"),
    Colour.INK2: ("#4C4539", "#D3CABB"),
    Colour.INK3: ("#635B4D", "#ADA393"),
    Colour.PRIMARY: ("#22467A", "#A9C5EC"),
    Colour.PRIMARY_HOVER: ("#193760", "#C2D6F3"),
    Colour.PRIMARY_PRESS: ("#122A4B", "#D6E4F8"),
    Colour.ON_PRIMARY: ("#FFFFFF", "#12233D"),
    Colour.PRIMARY_TEXT: ("#1D4074", "#BCD3F2"),
    Colour.PRIMARY_TINT: ("#E3EAF4", "#23344E"),
    Colour.PRIMARY_LINE: ("#9DB3D1", "#4A6388"),
    Colour.OK: ("#1D6648", "#8FD0AC"),
    Colour.OK_TINT: ("#E1EFE6", "#1D3328"),
    Colour.OK_LINE: ("#A6CBB5", "#3E6A53"),
    Colour.WAIT: ("#825300", "#EBC273"),
    Colour.WAIT_TINT: ("#FAEED2", "#38290F"),
    Colour.WAIT_LINE: ("#DFC083", "#755A28"),
    Colour.BAD: ("#A2271C", "#F4A496"),
    Colour.BAD_TINT: ("#FAE5DF", "#44211B"),
    Colour.BAD_LINE: ("#E0AEA4", "#83463B"),
    Colour.ON_STATE: ("#FFFFFF", "#16130F"),
    Colour.TRACK: ("#E4DDD0", "#131210"),
    Colour.SPINE: ("#22467A", "#3F659C"),
    Colour.COVER: ("#1E3E6C", "#152C4E"),
    Colour.COVER_LINE: ("#3E5C88", "#33507C"),
    Colour.COVER_INK: ("#FBF5E8", "#FBF5E8"),
    Colour.COVER_INK2: ("#D6DFEE", "#D6DFEE"),
    Colour.FOIL: ("#E2BF7B", "#E2BF7B"),
    Colour.PAGE: ("#FFFFFF", "#211E1A"),
    Colour.PAGE_INK: ("#141414", "#DDD5C6"),
    Colour.MARK_YELLOW: ("#FFE37A", "#6A5720"),
    Colour.MARK_GREEN: ("#BFE3B4", "#2F5A3A"),
    Colour.MARK_PINK: ("#F9C3B4", "#6B3A30"),
    Colour.MARK_BLUE: ("#BFD8F5", "#2C4A70"),
    Colour.LINE_YELLOW: ("#9A7400", "#E3C158"),
    Colour.LINE_GREEN: ("#2E7D3C", "#82C48F"),
    Colour.LINE_PINK: ("#B8452C", "#F0A08B"),
    Colour.LINE_BLUE: ("#2A64A8", "#8FB9EC"),
    Colour.HIT: ("#FFD27A", "#6A5720"),
    Colour.HIT_NOW: ("#FF9F45", "#8A5A12"),
    Colour.SCRIM: ("#211C15", "#000000"),
}


_TONES: dict[Tone, tuple[Colour, Colour, Colour]] = {
    Tone.PLAIN: (Colour.INK2, Colour.HOVER, Colour.LINE),
    Tone.INFO: (Colour.PRIMARY_TEXT, Colour.PRIMARY_TINT, Colour.PRIMARY_LINE),
    Tone.OK: (Colour.OK, Colour.OK_TINT, Colour.OK_LINE),
    Tone.WAIT: (Colour.WAIT, Colour.WAIT_TINT, Colour.WAIT_LINE),
    Tone.BAD: (Colour.BAD, Colour.BAD_TINT, Colour.BAD_LINE),
}


@dataclass(frozen=True, slots=True)
class Tokens:
    """The colours of one theme, every one of them present."""

    name: str
    dark: bool
    colours: Mapping[Colour, str]

    def of(self, colour: Colour) -> str:
        """The hex value (#RRGGBB) of `colour` in this theme."""
        return self.colours[colour]

    def tone(self, tone: Tone) -> ToneColours:
        """The words, fill and edge that `tone` is painted with."""
        text, tint, line = _TONES[tone]
        return ToneColours(self.of(text), self.of(tint), self.of(line))


LIGHT = Tokens("light", False, {colour: values[0] for colour, values in _TABLE.items()})
DARK = Tokens("dark", True, {colour: values[1] for colour, values in _TABLE.items()})


@dataclass(frozen=True, slots=True)
class SystemColours:
    """What the system's own palette says, hex strings: the whole input of the high-contrast theme."""

    window: str
    base: str
    text: str
    highlight: str
    on_highlight: str
    dark: bool


def contrast(system: SystemColours) -> Tokens:
    """High contrast: the system's colours only, no tints, every line as strong as the words."""
    inks = {Colour.INK, Colour.INK2, Colour.INK3, Colour.LINE, Colour.LINE2, Colour.PRIMARY_TEXT, Colour.OK}
    inks |= {Colour.WAIT, Colour.BAD, Colour.PRIMARY_LINE, Colour.OK_LINE, Colour.WAIT_LINE, Colour.BAD_LINE}
    inks |= {Colour.PAGE_INK, Colour.COVER_INK, Colour.COVER_INK2, Colour.COVER_LINE, Colour.FOIL}
    filled = {Colour.PRIMARY, Colour.PRIMARY_HOVER, Colour.PRIMARY_PRESS, Colour.SPINE}
    marks = {Colour.MARK_YELLOW, Colour.MARK_GREEN, Colour.MARK_PINK, Colour.MARK_BLUE}
    marks |= {Colour.LINE_YELLOW, Colour.LINE_GREEN, Colour.LINE_PINK, Colour.LINE_BLUE}
    marks |= {Colour.HIT, Colour.HIT_NOW, Colour.SCRIM}
    painted: dict[Colour, str] = {}
    for colour, (light, dark) in _TABLE.items():
        if colour in inks:
            painted[colour] = system.text
        elif colour in filled:
            painted[colour] = system.highlight
        elif colour is Colour.ON_PRIMARY:
            painted[colour] = system.on_highlight
        elif colour in marks:
            painted[colour] = dark if system.dark else light
        elif colour in (Colour.DESK, Colour.WELL):
            painted[colour] = system.window
        elif colour is Colour.PRIMARY_TINT:
            # The one tint that stays: it says what is selected or switched on.
            painted[colour] = _mix(system.base, system.highlight, 0.2)
        else:
            painted[colour] = system.base
    return Tokens("contrast", system.dark, painted)


def _mix(one: str, other: str, share: float) -> str:
    """The colour `share` of the way from `one` to `other`, both #RRGGBB."""
    pairs = ((int(one[at : at + 2], 16), int(other[at : at + 2], 16)) for at in (1, 3, 5))
    return "#" + "".join(f"{round(a + (b - a) * share):02X}" for a, b in pairs)
