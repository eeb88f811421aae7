"""An eraser that rubs out parts of pen strokes: what is left of them. Pure."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from sync.model.annotation import STROKE_PLACES, Stroke

STROKES: Final = 64
"""The most that one mark has."""
_SPARE: Final = 0.01
"""Points beyond the eraser's edge at which a stroke is cut: places are kept to hundredths."""
_Place = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Rubber:
    """A round eraser pulled straight from one place to another, in points of the page."""

    start: _Place
    end: _Place
    radius: float

    def misses(self, one: _Place, other: _Place) -> bool:
        """It certainly does not touch the line between these; says so quickly, for most do not."""
        reach = self.radius + _SPARE
        (x0, y0), (x1, y1) = self.start, self.end
        return (
            max(one[0], other[0]) < min(x0, x1) - reach
            or min(one[0], other[0]) > max(x0, x1) + reach
            or max(one[1], other[1]) < min(y0, y1) - reach
            or min(one[1], other[1]) > max(y0, y1) + reach
        )


def rub(stroke: Stroke, rubber: Rubber) -> tuple[Stroke, ...]:
    """What is left of a stroke, in its order: itself where it was not touched, nothing where all of it was.

    What lies beyond the eraser stays as it was; where a stroke is cut it gets a place at the eraser's edge,
    with the pressure it had there. No piece has more places than the whole had.
    """
    places = stroke.places
    felt = stroke.pressure if len(stroke.pressure) >= len(places) else ()
    if len(places) == 1:
        return () if _covered(places[0], places[0], rubber) else (stroke,)
    pieces: list[tuple[list[_Place], list[int]]] = []
    touched, going = False, False
    for at, (one, other) in enumerate(pairwise(places)):
        covered = _covered(one, other, rubber)
        first, last = covered or (1.0, 1.0)
        touched = touched or covered is not None
        if not going and first > 0.0:
            pieces.append(([one], [felt[at]] if felt else []))
        if first > 0.0:
            _go_on(pieces[-1], one, other, first, felt[at : at + 2])
        going = covered is None
        if covered is not None and last < 1.0:
            pieces.append(([], []))
            _go_on(pieces[-1], one, other, last, felt[at : at + 2])
            _go_on(pieces[-1], one, other, 1.0, felt[at : at + 2])
            going = True
    if not touched:
        return (stroke,)
    return tuple(
        Stroke(tuple(value for place in path for value in place), tuple(pressure))
        for path, pressure in pieces
        if any(place != path[0] for place in path)
    )


def in_marks(strokes: Iterable[Stroke]) -> list[tuple[Stroke, ...]]:
    """As many marks as are needed to hold them."""
    marks: list[tuple[Stroke, ...]] = []
    room = 0
    for stroke in strokes:
        size = len(stroke.path) // 2
        if not marks or len(marks[-1]) == STROKES or size > room:
            marks.append(())
            room = STROKE_PLACES
        marks[-1] = (*marks[-1], stroke)
        room -= size
    return marks


def _go_on(
    piece: tuple[list[_Place], list[int]], one: _Place, other: _Place, share: float, felt: tuple[int, ...]
) -> None:
    """To a place on the way from one to the other; the ends are as they were."""
    if share == 1.0:
        piece[0].append(other)
        piece[1].extend(felt[1:])
        return
    piece[0].append(
        (round(one[0] + share * (other[0] - one[0]), 2), round(one[1] + share * (other[1] - one[1]), 2))
    )
    if felt:
        piece[1].append(round(felt[0] + share * (felt[1] - felt[0])))


def _covered(one: _Place, other: _Place, rubber: Rubber) -> tuple[float, float] | None:
    """From where to where (0 to 1) a straight line lies under the eraser. What an eraser goes over is convex,
    so it is one stretch: that of its round ends and of the band between them together."""
    if rubber.misses(one, other):
        return None
    found = [
        stretch
        for stretch in (
            _in_disc(one, other, rubber.start, rubber.radius + _SPARE),
            _in_disc(one, other, rubber.end, rubber.radius + _SPARE),
            _in_band(one, other, rubber),
        )
        if stretch is not None
    ]
    if not found:
        return None
    return min(first for first, _ in found), max(last for _, last in found)


def _in_disc(one: _Place, other: _Place, middle: _Place, radius: float) -> tuple[float, float] | None:
    dx, dy = other[0] - one[0], other[1] - one[1]
    px, py = one[0] - middle[0], one[1] - middle[1]
    length = dx * dx + dy * dy
    if length == 0:
        return (0.0, 1.0) if math.hypot(px, py) <= radius else None
    half = (px * dx + py * dy) / length
    root = half * half - (px * px + py * py - radius * radius) / length
    if root < 0:
        return None
    return _on_line(-half - math.sqrt(root), -half + math.sqrt(root))


def _in_band(one: _Place, other: _Place, rubber: Rubber) -> tuple[float, float] | None:
    """Of the rectangle between the eraser's two ends."""
    ux, uy = rubber.end[0] - rubber.start[0], rubber.end[1] - rubber.start[1]
    long = math.hypot(ux, uy)
    if long == 0:
        return None
    ux, uy = ux / long, uy / long
    first, last = 0.0, 1.0
    wide = rubber.radius + _SPARE
    for ax, ay, least, most in ((ux, uy, 0.0, long), (-uy, ux, -wide, wide)):
        start = (one[0] - rubber.start[0]) * ax + (one[1] - rubber.start[1]) * ay
        way = (other[0] - one[0]) * ax + (other[1] - one[1]) * ay
        if way == 0:
            if not least <= start <= most:
                return None
            continue
        ends = sorted(((least - start) / way, (most - start) / way))
        first, last = max(first, ends[0]), min(last, ends[1])
    return (first, last) if first <= last else None


def _on_line(first: float, last: float) -> tuple[float, float] | None:
    """The part of a stretch that lies between the ends of a line."""
    return (max(0.0, first), min(1.0, last)) if first <= 1.0 and last >= 0.0 else None
