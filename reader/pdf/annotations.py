"""Annotations as PDF has them (ISO 32000-1, 12.5), as neutral values in a page's own user space.

They travel between the window and the PDF child, so every part is bounded. What a mark of ours is among them
is decided by ``reader.core.interchange``; the child writes and reads these and knows no marks.
"""

from __future__ import annotations

import calendar
import math
import re
import time
from enum import StrEnum
from typing import Annotated, Final

from msgspec import Meta, Struct

MAX_QUADS: Final = 1_000
MAX_STROKES: Final = 256
MAX_NUMBERS: Final = 8_000
"""Coordinates of one stroke: two for each place."""
MAX_CONTENTS: Final = 20_000
MAX_NAME: Final = 256
MAX_SUBJECT: Final = 200
FARTHEST: Final = 1_000_000.0
"""Units of user space. Some files have their page far from the origin; none has it farther than this."""
LAST_SECOND: Final = 253_370_764_800
"""The year 9999 begins: no moment is later."""

_DATE: Final = re.compile(r"D?:?(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?(?:([+-])(\d\d)'?(\d\d)?)?")

UserCoordinate = Annotated[float, Meta(ge=-FARTHEST, le=FARTHEST)]
"""Finite by construction: a bound refuses NaN and the infinities."""
Quad = tuple[
    UserCoordinate,
    UserCoordinate,
    UserCoordinate,
    UserCoordinate,
    UserCoordinate,
    UserCoordinate,
    UserCoordinate,
    UserCoordinate,
]
"""x and y of the corners upper left, upper right, lower left, lower right, as somebody sees them who reads:
the order that all programs write, against the standard's letter."""
UserBox = tuple[UserCoordinate, UserCoordinate, UserCoordinate, UserCoordinate]
"""x0, y0, x1, y1 with x0 <= x1 and y0 <= y1; y upwards."""
Share = Annotated[float, Meta(ge=0.0, le=1.0)]
Factor = Annotated[float, Meta(ge=-1_000.0, le=1_000.0)]
Moment = Annotated[int, Meta(ge=0, le=LAST_SECOND)]
"""Seconds since 1970 in UTC."""


class AnnotationKind(StrEnum):
    """The subtypes that are written and read, by their names in PDF."""

    HIGHLIGHT = "Highlight"
    UNDERLINE = "Underline"
    STRIKE = "StrikeOut"
    NOTE = "Text"
    INK = "Ink"
    SQUARE = "Square"
    CIRCLE = "Circle"
    LINE = "Line"
    TEXT = "FreeText"


ON_WORDS: Final = frozenset({AnnotationKind.HIGHLIGHT, AnnotationKind.UNDERLINE, AnnotationKind.STRIKE})
"""They have quads; ink and lines have strokes; the others have their ``box`` only."""


class Annotation(Struct, frozen=True, kw_only=True):
    """One annotation."""

    page: Annotated[int, Meta(ge=0, lt=20_000)]
    kind: AnnotationKind
    box: UserBox
    """The shape itself, without the room that its line takes."""
    quads: Annotated[tuple[Quad, ...], Meta(max_length=MAX_QUADS)] = ()
    strokes: Annotated[
        tuple[Annotated[tuple[UserCoordinate, ...], Meta(max_length=MAX_NUMBERS)], ...],
        Meta(max_length=MAX_STROKES),
    ] = ()
    """x and y by turns; of a line its two ends."""
    width: Annotated[float, Meta(ge=0.0, le=FARTHEST)] = 1.0
    colour: tuple[Share, Share, Share] | None = None
    """Red, green, blue."""
    opacity: Share = 1.0
    contents: Annotated[str, Meta(max_length=MAX_CONTENTS)] = ""
    name: Annotated[str, Meta(max_length=MAX_NAME)] = ""
    """``/NM``: what tells it apart in its file."""
    author: Annotated[str, Meta(max_length=MAX_NAME)] = ""
    subject: Annotated[str, Meta(max_length=MAX_SUBJECT)] = ""
    created: Moment | None = None
    changed: Moment | None = None


class Frame(Struct, frozen=True, array_like=True):
    """How a page's user space lies on the page as shown (points, origin top left, y down): the matrix of
    ``x' = a x + c y + e``, ``y' = b x + d y + f``. Rotation, crop box and user unit are in it.
    """

    a: Factor
    b: Factor
    c: Factor
    d: Factor
    e: Annotated[float, Meta(ge=-1e9, le=1e9)]
    f: Annotated[float, Meta(ge=-1e9, le=1e9)]

    @property
    def scale(self) -> float:
        """Points on the page as shown for one unit of user space."""
        return math.sqrt(abs(self.a * self.d - self.b * self.c)) or 1.0

    def shown(self, x: float, y: float) -> tuple[float, float]:
        """Where a place of user space is seen."""
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def user(self, x: float, y: float) -> tuple[float, float]:
        """The place of user space that is seen there."""
        whole = (self.a * self.d - self.b * self.c) or 1.0
        x, y = x - self.e, y - self.f
        return (self.d * x - self.c * y) / whole, (self.a * y - self.b * x) / whole


UPRIGHT: Final = Frame(1.0, 0.0, 0.0, -1.0, 0.0, 842.0)
"""Of an A4 page that is not turned; for a page that can't be read."""


def box_around(places: tuple[tuple[float, float], ...] | list[tuple[float, float]]) -> UserBox:
    """The smallest box that holds these places, at least one."""
    across, down = [x for x, _ in places], [y for _, y in places]
    return min(across), min(down), max(across), max(down)


def box_of(numbers: tuple[float, ...]) -> UserBox | None:
    """The box with two opposite corners there; None where there are not just four numbers."""
    if len(numbers) != 4:
        return None
    x0, y0, x1, y1 = numbers
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


def inner_box(box: UserBox, fringe: tuple[float, ...], width: float) -> UserBox:
    """The shape inside a rectangle that has room for its line as well. ``fringe`` says how much; where it
    does not, half the line's width.
    """
    left, top, right, bottom = fringe if len(fringe) == 4 else (width / 2,) * 4
    x0, y0, x1, y1 = box[0] + left, box[1] + bottom, box[2] - right, box[3] - top
    return (x0, y0, x1, y1) if x0 < x1 and y0 < y1 else box


def pairs(numbers: tuple[float, ...]) -> list[tuple[float, float]]:
    """x and y by turns, as places."""
    return list(zip(numbers[::2], numbers[1::2], strict=False))


def moment_of(text: str) -> int | None:
    """A date as PDF writes it (ISO 32000-1, 7.9.4), in seconds since 1970; None for one that is none."""
    match = _DATE.match(text.strip())
    if match is None:
        return None
    year, month, day, hour, minute, second = (
        int(part or default) for part, default in zip(match.groups()[:6], (0, 1, 1, 0, 0, 0), strict=True)
    )
    sign, hours, minutes = match.groups()[6:]
    away = (int(hours or 0) * 60 + int(minutes or 0)) * 60 * (-1 if sign == "-" else 1)
    if not (1970 <= year < 9_999 and 1 <= month <= 12 and 1 <= day <= 31):
        return None
    seconds = calendar.timegm((year, month, day, hour, minute, second, 0, 0, 0)) - away
    return seconds if 0 <= seconds <= LAST_SECOND else None


def date_of(seconds: int | None) -> str:
    """Seconds since 1970 as PDF writes a date; empty for none."""
    return "" if seconds is None else time.strftime("D:%Y%m%d%H%M%SZ", time.gmtime(seconds))
