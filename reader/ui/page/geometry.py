"""How large a page is shown, how it is turned, and which point of it is where. No Qt, no drawing.

Two spaces: *points* on a page (1/72 inch, origin top left of the page as the file shows it, y down) and
*column* pixels (device-independent, origin top left of the whole column, see `column`). A page turned by the
reader keeps its points; only `Frame` knows of the turn.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple, Protocol

from reader.core.views import Fit, Flow, Place

PIXELS_PER_POINT: Final = 96 / 72
"""At 100 %."""
MIN_ZOOM: Final = 0.1
MAX_ZOOM: Final = 8.0
_NARROWEST_TEXT: Final = 0.35
"""Of the page's width. A narrower box is a title or a stamp, not the text."""


@dataclass(frozen=True, slots=True)
class Zoom:
    """How large pages are shown; ``factor`` of 100 % counts only with ``Fit.FACTOR``."""

    fit: Fit = Fit.TEXT
    factor: float = 1.0


@dataclass(frozen=True, slots=True)
class Look:
    """How a document is looked at; ``turn`` counts quarter turns clockwise, 0 to 3."""

    zoom: Zoom = Zoom()
    flow: Flow = Flow.CONTINUOUS
    turn: int = 0

    @property
    def pairs(self) -> bool:
        """Two pages stand side by side."""
        return self.flow in (Flow.FACING, Flow.BOOK)

    @property
    def fills_text(self) -> bool:
        """Text is to fill the pane. Beside another page, or lying on its side, the whole page is."""
        return self.zoom.fit is Fit.TEXT and not self.pairs and self.turn % 2 == 0


def look_of(place: Place) -> Look:
    """How the document was looked at there."""
    zoom = Zoom(place.fit, held(place.zoom)) if place.fit is Fit.FACTOR else Zoom(place.fit)
    return Look(zoom, place.flow, place.turn)


class Size(Protocol):
    """A page's size in points."""

    @property
    def width(self) -> float:
        """Points."""

    @property
    def height(self) -> float:
        """Points."""


SizeClass = tuple[int, int]
"""Pages of one format (to 4 points) share a text box."""


class Span(NamedTuple):
    """From where to where lines of text run, in points."""

    x0: float
    x1: float


class Area(NamedTuple):
    """A rectangle, in points or pixels."""

    x0: float
    y0: float
    x1: float
    y1: float


@dataclass(frozen=True, slots=True)
class Frame:
    """A page in the column: pixels as it is seen, pixels a point, and how often it is turned clockwise."""

    page: int
    x: float
    y: float
    width: float
    height: float
    scale: float
    turn: int = 0

    @property
    def points(self) -> tuple[float, float]:
        """The page's own width and height."""
        width, height = self.width / self.scale, self.height / self.scale
        return (width, height) if self.turn % 2 == 0 else (height, width)

    def to_pixels(self, x: float, y: float) -> tuple[float, float]:
        """A point of the page in pixels from the frame's corner."""
        across, down = x * self.scale, y * self.scale
        match self.turn:
            case 1:
                return self.width - down, across
            case 2:
                return self.width - across, self.height - down
            case 3:
                return down, self.height - across
        return across, down

    def to_points(self, x: float, y: float) -> tuple[float, float]:
        """Pixels from the frame's corner as a point of the page."""
        match self.turn:
            case 1:
                x, y = y, self.width - x
            case 2:
                x, y = self.width - x, self.height - y
            case 3:
                x, y = self.height - y, x
        return x / self.scale, y / self.scale

    def area(self, x0: float, y0: float, x1: float, y1: float) -> Area:
        """A rectangle of the page in pixels from the frame's corner."""
        return _spanned(self.to_pixels(x0, y0), self.to_pixels(x1, y1))

    def points_area(self, x0: float, y0: float, x1: float, y1: float) -> Area:
        """A rectangle of pixels from the frame's corner, in points of the page."""
        return _spanned(self.to_points(x0, y0), self.to_points(x1, y1))


@dataclass(frozen=True, slots=True)
class Pane:
    """What is visible at once, in pixels; ``pad`` stays free beside pages or text, ``gap`` between pages."""

    width: float
    height: float
    pad: float
    gap: float


def turned(size: Size, turn: int) -> tuple[float, float]:
    """Width and height in points of a page turned so."""
    return (size.width, size.height) if turn % 2 == 0 else (size.height, size.width)


def scale_of(size: Size, pane: Pane, look: Look, spans: Mapping[SizeClass, Span]) -> float:
    """Pixels a point for a page of this size."""
    width, height = turned(size, look.turn)
    wide = (pane.width - 3 * pane.gap) / 2 if look.pairs else pane.width - 2 * pane.gap
    wide, tall = max(wide, 16.0), max(pane.height - 2 * pane.gap, 16.0)
    span = spans.get(size_class(size)) if look.fills_text else None
    if look.zoom.fit is Fit.FACTOR:
        wanted = look.zoom.factor * PIXELS_PER_POINT
    elif look.zoom.fit is Fit.PAGE:
        wanted = min(wide / width, tall / height)
    elif span is not None:
        wanted = max(pane.width - 2 * pane.pad, 16.0) / (span.x1 - span.x0)
    else:
        wanted = wide / width
    return min(max(wanted, MIN_ZOOM * PIXELS_PER_POINT), MAX_ZOOM * PIXELS_PER_POINT)


def middle_of(size: Size, scale: float, look: Look, spans: Mapping[SizeClass, Span]) -> float:
    """What of a page stands in the middle of the pane, in pixels from its left: the text if it fills it."""
    span = spans.get(size_class(size)) if look.fills_text else None
    if span is None:
        return turned(size, look.turn)[0] / 2 * scale
    middle = (span.x0 + span.x1) / 2
    return (size.width - middle if look.turn == 2 else middle) * scale


def size_class(size: Size) -> SizeClass:
    """The format of a page."""
    return round(size.width / 4), round(size.height / 4)


def text_span(pages: Sequence[Sequence[tuple[float, float]]], width: float) -> Span | None:
    """From where to where text runs, of the (x0, x1) of the words of some pages of one format.

    None where there is too little text to say.
    """
    edges = [(max(x0, 0.0), min(x1, width)) for words in pages for x0, x1 in words if x1 > 0 and x0 < width]
    if len(edges) < 8:
        return None
    span = Span(min(x0 for x0, _ in edges), max(x1 for _, x1 in edges))
    return span if span.x1 - span.x0 >= _NARROWEST_TEXT * width else None


def held(factor: float) -> float:
    """A zoom factor within the bounds."""
    return min(max(factor, MIN_ZOOM), MAX_ZOOM)


def _spanned(a: tuple[float, float], b: tuple[float, float]) -> Area:
    return Area(min(a[0], b[0]), min(a[1], b[1]), max(a[0], b[0]), max(a[1], b[1]))
