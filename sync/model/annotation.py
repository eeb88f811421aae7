"""Marks and notes: a position on a page *and* a quotation of the text there (W3C Web Annotation's idea).

The position is exact on this very version; the quotation finds the place again in the next.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Final

from msgspec import Meta, Struct

from sync.model.ids import DocumentRef, EventRef, Hash, MarkRef
from sync.model.text import Text

Coordinate = Annotated[float, Meta(ge=-14_400.0, le=14_400.0)]
"""Points (1/72 inch), origin top left of the unrotated page, y downwards. NaN is refused."""
_FARTHEST: Final = 14_400.0
PEN_WIDTH: Final = 2.0
"""Points, unless another width was chosen."""
STROKE_PLACES: Final = 3_000
"""The most that one stroke has: with pressure it fits into what is sealed. Others' are painted here, too."""


def held(value: float) -> float:
    """A coordinate as a mark can hold it."""
    return max(-_FARTHEST, min(_FARTHEST, value))


class MarkKind(StrEnum):
    """What was drawn."""

    HIGHLIGHT = "highlight"
    UNDERLINE = "underline"
    STRIKE = "strike"
    NOTE = "note"
    PEN = "pen"
    RECTANGLE = "rectangle"
    ELLIPSE = "ellipse"
    ARROW = "arrow"
    TEXT = "text"
    """Words of one's own on the page: ``text``, in the first of ``rects``."""
    BOOKMARK = "bookmark"
    """A page to come back to; ``text`` may say why."""


class Audience(StrEnum):
    """Who may read it. Private is the default and never leaves the laptop readable."""

    PRIVATE = "private"
    SECRETARY = "secretary"
    MEETING = "meeting"


class Colour(StrEnum):
    """The four mark colours of the design."""

    YELLOW = "yellow"
    GREEN = "green"
    PINK = "pink"
    BLUE = "blue"


class Rect(Struct, frozen=True, array_like=True):
    """One line's piece of a mark."""

    x0: Coordinate
    y0: Coordinate
    x1: Coordinate
    y1: Coordinate


class Stroke(Struct, frozen=True, array_like=True, cache_hash=True):
    """Where the pen went without being lifted; of a shape its two opposite corners, of an arrow its two ends.

    ``path`` holds x and y by turns; ``pressure`` one value for each place (255: as hard as can be), or none.
    """

    path: Annotated[tuple[Coordinate, ...], Meta(min_length=2, max_length=2 * STROKE_PLACES)]
    pressure: Annotated[tuple[Annotated[int, Meta(ge=0, le=255)], ...], Meta(max_length=STROKE_PLACES)] = ()

    @property
    def places(self) -> tuple[tuple[float, float], ...]:
        """The path as (x, y)."""
        return tuple(zip(self.path[::2], self.path[1::2], strict=False))


class Quote(Struct, frozen=True, kw_only=True):
    """The words under the mark, with some before and after, as extracted (NFC, not folded)."""

    exact: Annotated[str, Meta(max_length=4_000)]
    prefix: Annotated[str, Meta(max_length=64)] = ""
    suffix: Annotated[str, Meta(max_length=64)] = ""


class Mark(Struct, frozen=True, kw_only=True):
    """One version of one mark. Editing makes a new version that names those it ``replaces``."""

    id: MarkRef
    document: DocumentRef
    sha256: Hash
    """Which bytes of the document it was drawn on."""
    page: Annotated[int, Meta(ge=0, lt=20_000)]
    """Counted from 0."""
    kind: MarkKind
    rects: Annotated[tuple[Rect, ...], Meta(max_length=1_000)] = ()
    quote: Quote | None = None
    strokes: Annotated[tuple[Stroke, ...], Meta(max_length=64)] = ()
    width: Annotated[float, Meta(ge=0.25, le=24.0)] = PEN_WIDTH
    """Of the pen, in points."""
    colour: Colour = Colour.YELLOW
    text: Text = ""
    audience: Audience = Audience.PRIVATE
    replaces: Annotated[tuple[EventRef, ...], Meta(max_length=64)] = ()
