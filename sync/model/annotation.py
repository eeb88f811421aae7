"""Marks and notes: a position on a page *and* a quotation of the text there (W3C Web Annotation's idea).

The position is exact on this very version; the quotation finds the place again in the next.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from msgspec import Meta, Struct

from sync.model.ids import DocumentRef, EventRef, Hash, MarkRef
from sync.model.text import Text

Coordinate = Annotated[float, Meta(ge=-14_400.0, le=14_400.0)]
"""Points (1/72 inch), origin top left of the unrotated page, y downwards. NaN is refused."""


class MarkKind(StrEnum):
    """What was drawn."""

    HIGHLIGHT = "highlight"
    UNDERLINE = "underline"
    STRIKE = "strike"
    NOTE = "note"


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
    colour: Colour = Colour.YELLOW
    text: Text = ""
    audience: Audience = Audience.PRIVATE
    replaces: Annotated[tuple[EventRef, ...], Meta(max_length=64)] = ()
