"""A hand that draws on a page: what comes of the pointer's way between press and release."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import Final

from reader.ui.page.page_words import Spot
from sync.model.annotation import STROKE_PLACES, MarkKind, Rect, Stroke

_ROUGH: Final = 0.35
"""Points by which a stroke may differ from the hand's way: a third of a hair's breadth."""
_LEAST: Final = 3.0
"""Points across below which a frame or an arrow was a slip."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A finished drawing on one page."""

    page: int
    kind: MarkKind
    stroke: Stroke
    box: Rect


@dataclass
class Drawing:
    """One movement. It stays on the page where it began."""

    kind: MarkKind
    page: int
    places: list[tuple[float, float]]
    pressure: list[int] = field(default_factory=list)

    @classmethod
    def begin(cls, kind: MarkKind, spot: Spot, pressure: float | None = None) -> Drawing:
        """At ``spot``; ``pressure`` 0 to 1, None: the pointer feels none."""
        drawing = cls(kind, spot.page, [])
        drawing.extend(spot, pressure)
        return drawing

    def extend(self, spot: Spot, pressure: float | None = None) -> bool:
        """To ``spot``, or nowhere if that lies on another page. False: there is no room for more; it ends,
        and another goes on.
        """
        if spot.page != self.page:
            return True
        if self.kind is not MarkKind.PEN:
            del self.places[1:]  # of a shape only the ends matter
        elif len(self.places) >= STROKE_PLACES:
            return False
        self.places.append((spot.x, spot.y))
        if pressure is not None:
            self.pressure.append(round(255 * min(max(pressure, 0.0), 1.0)))
        return True

    @property
    def stroke(self) -> Stroke:
        """As it is now."""
        return Stroke(_flat(self.places))

    def end(self) -> Drawn | None:
        """What it has become; None: a slip."""
        if self.kind is not MarkKind.PEN:
            box = box_of(self.places)
            slip = max(box.x1 - box.x0, box.y1 - box.y0) < _LEAST
            if slip and self.kind is MarkKind.TEXT:  # pressed and not pulled open: that is a place to write
                x, y = self.places[0]
                return Drawn(self.page, self.kind, self.stroke, Rect(x, y, x, y))
            return None if slip else Drawn(self.page, self.kind, self.stroke, box)
        kept = simplified(self.places)
        path = [self.places[at] for at in kept]
        felt = len(self.pressure) == len(self.places)
        pressure = tuple(self.pressure[at] for at in kept) if felt else ()
        return Drawn(self.page, self.kind, Stroke(_flat(path), pressure), box_of(path))


def simplified(places: list[tuple[float, float]], rough: float = _ROUGH) -> list[int]:
    """Which places to keep so that no other lies farther than ``rough`` from the line through them
    (Ramer 1972, Douglas and Peucker 1973)."""
    kept = {0, len(places) - 1}
    spans = [(0, len(places) - 1)]
    while spans:
        first, last = spans.pop()
        farthest, at = rough, None
        for index in range(first + 1, last):
            far = distance(places[first], places[last], places[index])
            if far > farthest:
                farthest, at = far, index
        if at is not None:
            kept.add(at)
            spans += [(first, at), (at, last)]
    return sorted(kept)


def distance(start: tuple[float, float], end: tuple[float, float], place: tuple[float, float]) -> float:
    """How far a place is from the line between two others."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    px, py = place[0] - start[0], place[1] - start[1]
    length = dx * dx + dy * dy
    along = 0.0 if length == 0 else max(0.0, min(1.0, (px * dx + py * dy) / length))
    return math.hypot(px - along * dx, py - along * dy)


def box_of(places: list[tuple[float, float]]) -> Rect:
    """The least rectangle around them."""
    across, down = [x for x, _ in places], [y for _, y in places]
    return Rect(min(across), min(down), max(across), max(down))


def _flat(places: list[tuple[float, float]]) -> tuple[float, ...]:
    return tuple(round(value, 2) for place in places for value in place)
