"""Marks that are wanted, before the book has them."""

from __future__ import annotations

from dataclasses import dataclass

from reader.core.views import MarkView
from sync.model.annotation import PEN_WIDTH, Colour, MarkKind, Quote, Rect, Stroke
from sync.model.ids import MarkId


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


@dataclass(frozen=True, slots=True)
class MarkAct:
    """What one gesture does to the marks of the document shown: undone as one."""

    made: tuple[Wanted, ...] = ()
    changed: tuple[MarkView, ...] = ()
    gone: tuple[MarkId, ...] = ()
