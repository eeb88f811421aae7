"""A mark that is wanted, before it has a place in the book."""

from __future__ import annotations

from dataclasses import dataclass

from sync.model.annotation import PEN_WIDTH, Colour, MarkKind, Quote, Rect, Stroke


@dataclass(frozen=True, slots=True)
class Wanted:
    """On one page of the document shown."""

    page: int
    kind: MarkKind
    colour: Colour
    rects: tuple[Rect, ...] = ()
    quote: Quote | None = None
    strokes: tuple[Stroke, ...] = ()
    width: float = PEN_WIDTH
    """Of the pen, in points."""
