"""What an annotation looks like, as a PDF content stream: so that every viewer shows it, and shows the same.

Pure: numbers in, text out. Shapes are drawn in user space as it is; signs and text in a box of their own from
the origin, which the form's matrix turns upright as the page is seen.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from reader.pdf.annotations import Annotation, AnnotationKind, Frame, UserBox, pairs

LINE_WIDTH: Final = 1.2
"""Points, of lines on words."""
TEXT_SIZE: Final = 12.0
"""Points, where the words fit into their box; smaller, down to a half, where they do not."""
STATE: Final = "/G gs"
"""The graphics state that has the opacity, and for a highlight that it darkens what is under it."""
_LEADING: Final = 1.3
_LINE_AT: Final = {AnnotationKind.UNDERLINE: 0.94, AnnotationKind.STRIKE: 0.56}
"""How far down a line of text its line is drawn."""
_HEAD: Final = 5.0
"""Of an arrow: its length in widths."""
_ROUND: Final = 0.5522847498
"""How far a Bézier curve's handles are away for a quarter of a circle."""
_PAPER: Final = (1.0, 0.89, 0.48)

Advance = Callable[[str], float]
"""How wide a line of text is, in its own size."""
Matrix = tuple[float, float, float, float, float, float]
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Setting:
    """Text in its box: the lines, their size, and how high the box is."""

    lines: tuple[str, ...]
    size: float
    down: float

    def baselines(self) -> Iterator[tuple[float, float, str]]:
        """Where each line begins, from the lower left corner of the box, and the line."""
        for number, line in enumerate(self.lines):
            yield self.size * 0.25, self.down - self.size * (1.05 + _LEADING * number), line


def outer_box(annotation: Annotation, unit: float) -> UserBox:
    """``/Rect``: the shape and the room that its line takes. ``unit`` points are one unit of user space."""
    x0, y0, x1, y1 = annotation.box
    room = _room(annotation, unit)
    return x0 - room, y0 - room, x1 + room, y1 + room


def upright(box: UserBox, frame: Frame) -> tuple[float, float, Matrix]:
    """How wide and how high ``box`` is as the page is seen, in units of user space, and the matrix that
    turns a form so.
    """
    right, up = _direction(frame, 1.0, 0.0), _direction(frame, 0.0, -1.0)
    x0, y0, x1, y1 = box
    across = abs(right[0]) * (x1 - x0) + abs(right[1]) * (y1 - y0)
    down = abs(up[0]) * (x1 - x0) + abs(up[1]) * (y1 - y0)
    return across, down, (*right, *up, 0.0, 0.0)


def shape(annotation: Annotation, unit: float) -> str:
    """The content of a shape's form, in user space."""
    parts: Iterable[str]
    match annotation.kind:
        case AnnotationKind.HIGHLIGHT:
            parts = (f"{_colour(annotation)} rg", *(_filled(quad) for quad in annotation.quads))
        case AnnotationKind.UNDERLINE | AnnotationKind.STRIKE as kind:
            lines = (_line_at(quad, _LINE_AT[kind]) for quad in annotation.quads)
            parts = (*_pen(annotation, LINE_WIDTH / unit), *lines)
        case AnnotationKind.LINE:
            parts = (*_pen(annotation, annotation.width), *_arrow(annotation))
        case AnnotationKind.INK:
            strokes = (_smooth(pairs(stroke)) for stroke in annotation.strokes)
            parts = (*_pen(annotation, annotation.width), *strokes)
        case AnnotationKind.CIRCLE:
            parts = (*_pen(annotation, annotation.width), _ellipse(annotation.box))
        case _:
            parts = (*_pen(annotation, annotation.width), f"{_frame(annotation.box)} S")
    return "\n".join(("q", STATE, *parts, "Q"))


def sign(annotation: Annotation, across: float, down: float) -> str:
    """The content of a note's form: a sheet with three lines, on the colour of the mark."""
    thin = across / 20
    frame = _frame((thin / 2, thin / 2, across - thin / 2, down - thin / 2))
    lines = (
        f"{_at((across * 0.25, down * at))} m {_at((across * to, down * at))} l S"
        for at, to in ((0.7, 0.75), (0.5, 0.75), (0.3, 0.55))
    )
    parts = (f"{_colour(annotation, _PAPER)} rg", "0.2 0.2 0.2 RG", f"{_n(thin)} w", f"{frame} B", *lines)
    return "\n".join(("q", *parts, "Q"))


def words(annotation: Annotation, setting: Setting, glyphs: Callable[[str], str]) -> str:
    """The content of a text's form, in the font ``/F``. ``glyphs`` gives a line as a string of that font."""
    lines = (f"1 0 0 1 {_at((x, y))} Tm {glyphs(line)} Tj" for x, y, line in setting.baselines())
    font = f"/F {_n(setting.size)} Tf"
    return "\n".join(("q", STATE, "BT", font, f"{_colour(annotation)} rg", *lines, "ET", "Q"))


def set_text(text: str, across: float, down: float, unit: float, advance: Advance) -> Setting:
    """Break ``text`` into lines, as large as fits; at the smallest size what does not fit runs out below."""
    size = TEXT_SIZE / unit
    for share in (1.0, 0.9, 0.8, 0.7, 0.6, 0.5):
        lines = tuple(_broken(text, across / (size * share) - 0.5, advance))
        if len(lines) * size * share * _LEADING <= down + size * 0.5:
            break
    return Setting(lines, size * share, down)


def _broken(text: str, room: float, advance: Advance) -> Iterator[str]:
    """Between words; a word that is wider than the line between letters."""
    for paragraph in text.splitlines() or [""]:
        line = ""
        for word in paragraph.split(" "):
            longer = f"{line} {word}" if line else word
            if not line or advance(longer) <= room:
                line = longer
            else:
                yield line
                line = word
            while len(line) > 1 and advance(line) > room:
                fits = next((n for n in range(1, len(line)) if advance(line[: n + 1]) > room), 1)
                yield line[:fits]
                line = line[fits:]
        yield line


def _direction(frame: Frame, x: float, y: float) -> Point:
    """A direction as the page is seen, in user space, of length 1."""
    (x0, y0), (x1, y1) = frame.user(0.0, 0.0), frame.user(x, y)
    length = math.hypot(x1 - x0, y1 - y0) or 1.0
    return (x1 - x0) / length, (y1 - y0) / length


def _room(annotation: Annotation, unit: float) -> float:
    """How far the line goes beyond the shape."""
    match annotation.kind:
        case AnnotationKind.INK | AnnotationKind.SQUARE | AnnotationKind.CIRCLE:
            return annotation.width / 2
        case AnnotationKind.LINE:
            return annotation.width * _HEAD / 2
        case AnnotationKind.UNDERLINE | AnnotationKind.STRIKE:
            return LINE_WIDTH / unit / 2
    return 0.0


def _pen(annotation: Annotation, width: float) -> tuple[str, ...]:
    colour = _colour(annotation)
    return f"{colour} RG", f"{colour} rg", f"{_n(width)} w", "1 J 1 j"


def _filled(quad: tuple[float, ...]) -> str:
    upper_left, upper_right, lower_left, lower_right = (_at(corner) for corner in pairs(quad))
    return f"{upper_left} m {upper_right} l {lower_right} l {lower_left} l h f"


def _line_at(quad: tuple[float, ...], share: float) -> str:
    upper_left, upper_right, lower_left, lower_right = pairs(quad)
    start, end = _between(upper_left, lower_left, share), _between(upper_right, lower_right, share)
    return f"{_at(start)} m {_at(end)} l S"


def _smooth(places: list[Point]) -> str:
    """A curve through the middles between places, drawn towards them: no corners of its own."""
    if not places:
        return ""
    parts, here = [f"{_at(places[0])} m"], places[0]
    for at, to in pairwise(places):
        middle = _between(at, to, 0.5)
        handles = _between(here, at, 2 / 3), _between(middle, at, 2 / 3)
        parts.append(f"{_at(handles[0])} {_at(handles[1])} {_at(middle)} c")
        here = middle
    return " ".join((*parts, f"{_at(places[-1])} l S"))


def _arrow(annotation: Annotation) -> tuple[str, ...]:
    places = [place for stroke in annotation.strokes for place in pairs(stroke)]
    if len(places) < 2:
        return ()
    start, end = places[0], places[-1]
    way = math.atan2(end[1] - start[1], end[0] - start[0])
    length = _HEAD * annotation.width
    sides = (
        (end[0] - length * math.cos(way + turn), end[1] - length * math.sin(way + turn))
        for turn in (0.45, -0.45)
    )
    head = " ".join(f"{_at(place)} l" for place in sides)
    return f"{_at(start)} m {_at(end)} l S", f"{_at(end)} m {head} b"


def _frame(box: UserBox) -> str:
    x0, y0, x1, y1 = box
    return f"{_at((x0, y0))} {_at((x1 - x0, y1 - y0))} re"


def _ellipse(box: UserBox) -> str:
    x0, y0, x1, y1 = box
    x, y, across, down = (x0 + x1) / 2, (y0 + y1) / 2, (x1 - x0) / 2, (y1 - y0) / 2
    parts = [f"{_at((x1, y))} m"]
    for u, v in ((1, 0), (0, 1), (-1, 0), (0, -1)):
        handles = (u - v * _ROUND, v + u * _ROUND), (u * _ROUND - v, v * _ROUND + u), (-v, u)
        parts.append(" ".join(_at((x + across * a, y + down * b)) for a, b in handles) + " c")
    return " ".join((*parts, "h S"))


def _between(a: Point, b: Point, share: float) -> Point:
    return a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share


def _at(place: Point) -> str:
    return f"{_n(place[0])} {_n(place[1])}"


def _colour(annotation: Annotation, otherwise: tuple[float, float, float] = (0.0, 0.0, 0.0)) -> str:
    return " ".join(_n(one) for one in annotation.colour or otherwise)


def _n(value: float) -> str:
    """As PDF wants it: never with an exponent."""
    return f"{value:.4f}".rstrip("0").rstrip(".")
