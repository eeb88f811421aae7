"""Marks that are moved and made larger or smaller: what becomes of one. No Qt, no drawing."""

from __future__ import annotations

from dataclasses import replace
from enum import Enum
from typing import Final

from reader.core.views import MarkView
from reader.ui.page.drawing import box_of
from reader.ui.page.geometry import Size
from reader.ui.page.ink import DRAWN
from sync.model.annotation import MarkKind, Rect, Stroke

Place = tuple[float, float]
"""x and y in points of the page."""

NARROWEST: Final = 36.0
"""Points that a text on the page has at least from left to right."""
_LEAST: Final = 4.0
"""Points that a frame or an ellipse keeps in each direction."""


class Grip(Enum):
    """Where a mark is taken hold of: across and down from its top left corner, 0 to 1."""

    BODY = (0.25, 0.25)
    TOP_LEFT = (0.0, 0.0)
    TOP = (0.5, 0.0)
    TOP_RIGHT = (1.0, 0.0)
    RIGHT = (1.0, 0.5)
    BOTTOM_RIGHT = (1.0, 1.0)
    BOTTOM = (0.5, 1.0)
    BOTTOM_LEFT = (0.0, 1.0)
    LEFT = (0.0, 0.5)
    START = (-1.0, 0.0)
    """Of an arrow."""
    END = (-1.0, 1.0)


_AROUND: Final = tuple(grip for grip in Grip if grip not in (Grip.BODY, Grip.START, Grip.END))


def is_movable(mark: MarkView) -> bool:
    """Drawings, text on the page, notes with a place of their own. What lies on words stays there."""
    placed = mark.kind is MarkKind.NOTE and mark.quote is None and bool(mark.rects)
    return mark.mine and mark.current and (placed or mark.kind in DRAWN or mark.kind is MarkKind.TEXT)


def box(mark: MarkView) -> Rect | None:
    """All of a mark."""
    places = [place for stroke in mark.strokes for place in stroke.places]
    places += [corner for rect in mark.rects for corner in ((rect.x0, rect.y0), (rect.x1, rect.y1))]
    return box_of(places) if places else None


def grips(mark: MarkView) -> dict[Grip, Place]:
    """Where its size can be changed."""
    whole = box(mark)
    if whole is None or not is_movable(mark):
        return {}
    match mark.kind:
        case MarkKind.ARROW:
            return {Grip.START: mark.strokes[0].places[0], Grip.END: mark.strokes[0].places[-1]}
        case MarkKind.RECTANGLE | MarkKind.ELLIPSE:
            held = _AROUND
        case MarkKind.TEXT:
            held = (Grip.LEFT, Grip.RIGHT)
        case _:
            return {}
    return {grip: _on(whole, grip) for grip in held}


def moved(mark: MarkView, across: float, down: float, page: Size) -> MarkView:
    """So many points to the right and down, and no farther than to the page's edges."""
    across, down = way(mark, across, down, page)
    return replace(
        mark,
        rects=tuple(
            Rect(*(_round(v) for v in (r.x0 + across, r.y0 + down, r.x1 + across, r.y1 + down)))
            for r in mark.rects
        ),
        strokes=tuple(
            Stroke(
                tuple(_round(v + (down if at % 2 else across)) for at, v in enumerate(stroke.path)),
                stroke.pressure,
            )
            for stroke in mark.strokes
        ),
    )


def way(mark: MarkView, across: float, down: float, page: Size) -> Place:
    """How far of that a mark can go to the right and down."""
    whole = box(mark)
    if whole is None:
        return 0.0, 0.0
    return (
        _shift(across, -whole.x0, page.width - whole.x1),
        _shift(down, -whole.y0, page.height - whole.y1),
    )


def resized(mark: MarkView, grip: Grip, to: Place, page: Size) -> MarkView:
    """With ``grip`` pulled to a place, at most to the page's edges."""
    whole = box(mark)
    if whole is None or grip not in grips(mark):
        return mark
    x, y = min(max(to[0], 0.0), page.width), min(max(to[1], 0.0), page.height)
    if grip in (Grip.START, Grip.END):
        places = mark.strokes[0].places
        ends = [(x, y), places[-1]] if grip is Grip.START else [places[0], (x, y)]
    else:
        least = NARROWEST if mark.kind is MarkKind.TEXT else _LEAST
        left, right = _pulled(whole.x0, whole.x1, grip.value[0], x, least)
        top, bottom = _pulled(whole.y0, whole.y1, grip.value[1], y, _LEAST)
        ends = [(left, top), (right, bottom)]
    ends = [(_round(x), _round(y)) for x, y in ends]
    strokes = () if mark.kind is MarkKind.TEXT else (Stroke((*ends[0], *ends[1])),)
    return replace(mark, rects=(box_of(ends),), strokes=strokes)


def grown(mark: MarkView, across: float, down: float, page: Size) -> MarkView:
    """Made larger by so many points, or smaller, by the end that keys change: the lower right corner."""
    held = grips(mark)
    grip = next((one for one in (Grip.BOTTOM_RIGHT, Grip.END, Grip.RIGHT) if one in held), None)
    if grip is None:
        return mark
    x, y = held[grip]
    return resized(mark, grip, (x + across, y + down), page)


def _on(whole: Rect, grip: Grip) -> Place:
    across, down = grip.value
    return whole.x0 + across * (whole.x1 - whole.x0), whole.y0 + down * (whole.y1 - whole.y0)


def _pulled(start: float, end: float, share: float, to: float, least: float) -> tuple[float, float]:
    """A side that is held at one end, or in the middle and so not at all."""
    if share == 0.0:
        return min(to, end - least), end
    return (start, max(to, start + least)) if share == 1.0 else (start, end)


def _shift(by: float, least: float, most: float) -> float:
    """What lies beyond an edge already is not pulled in, and goes no farther."""
    return min(max(by, min(least, 0.0)), max(most, 0.0))


def _round(value: float) -> float:
    return round(value, 2)
