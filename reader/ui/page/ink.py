"""What was drawn by hand: strokes, frames, ellipses and arrows. Painting them, and what lies near."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from reader.ui.page.drawing import distance
from reader.ui.page.sheet import Sheet
from sync.model.annotation import MarkKind, Stroke

DRAWN: Final = frozenset({MarkKind.PEN, MarkKind.RECTANGLE, MarkKind.ELLIPSE, MarkKind.ARROW})
"""Kinds that are made of strokes."""
_LIGHTEST: Final = 0.4
"""Share of the width that is left where the pen is hardly pressed."""
_STEPS: Final = 8
"""Widths that are told apart between that and the full one."""
_HEAD: Final = 5.0
"""Of an arrow: its length in widths."""
_KEPT: Final = 2_000
"""Paths of marks; a page has a few, a document may have thousands."""


Place = tuple[float, float]
"""x and y in points of the page."""


@dataclass(frozen=True, slots=True)
class Piece:
    """What is drawn with one width: ``share`` of the pen's. In points of the page."""

    share: float
    path: QPainterPath
    filled: bool = False


def paint_drawings(
    painter: QPainter, sheet: Sheet, drawings: Sequence[tuple[Sequence[Piece], float, QColor]]
) -> None:
    """Draw them one over another, each with a pen so many points wide and of a colour."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setTransform(sheet.transform, combine=True)
    pen = QPen()
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    least = 1 / sheet.frame.scale
    for pieces, width, colour in drawings:
        pen.setColor(colour)
        for piece in pieces:
            pen.setWidthF(max(least, width * piece.share))
            painter.setPen(pen)
            painter.setBrush(colour if piece.filled else Qt.BrushStyle.NoBrush)
            painter.drawPath(piece.path)
    painter.restore()


@lru_cache(maxsize=_KEPT)
def pieces_of(kind: MarkKind, strokes: tuple[Stroke, ...], width: float) -> tuple[Piece, ...]:
    """What strokes are made of: worked out once, for a page is painted many times."""
    made: list[Piece] = []
    for stroke in strokes:
        growing = Growing(kind, width)
        path = stroke.path
        # Of a shape only the ends matter, however many places somebody else's has.
        places = stroke.places if kind is MarkKind.PEN else ((path[0], path[1]), (path[-2], path[-1]))
        growing.grow(places, stroke.pressure)
        made += growing.pieces
    return tuple(made)


def forget() -> None:
    """Nothing that was drawn stays in memory."""
    pieces_of.cache_clear()
    bounds_of.cache_clear()


class Growing:
    """One stroke, as it is drawn: only what has been added is worked out."""

    def __init__(self, kind: MarkKind, width: float) -> None:
        self._kind, self._width = kind, width
        self._done = 0
        self._path = QPainterPath()
        """Of a pen that feels nothing, up to the middle before its last place."""
        self.pieces: list[Piece] = []

    def grow(self, places: Sequence[Place], pressure: Sequence[int]) -> None:
        """It goes through these now, the first of them as before. Pressure counts if each place has one."""
        if self._kind is not MarkKind.PEN:
            self.pieces = _shape(self._kind, QPointF(*places[0]), QPointF(*places[-1]), self._width)
            return
        new = places[max(0, self._done - 1) :]
        if len(pressure) >= len(places) > 1:
            felt = pressure[max(0, self._done - 1) : len(places)]
            for ends, felts in zip(pairwise(new), pairwise(felt), strict=True):
                self._press(*ends, sum(felts) / 510)
        else:
            self._smooth(new)
        self._done = len(places)

    def _smooth(self, new: Sequence[Place]) -> None:
        """A curve through the middles between places, drawn towards them: no corners of its own."""
        path = self._path
        if self._done == 0:
            path.moveTo(*new[0])
        for (x, y), (to_x, to_y) in pairwise(new):
            path.quadTo(x, y, (x + to_x) / 2, (y + to_y) / 2)
        whole = QPainterPath(path)
        end_x, end_y = new[-1]
        # A line of no length is not drawn, and a touch of the pen is a dot.
        whole.lineTo(end_x if whole.elementCount() > 1 else end_x + 0.01, end_y)
        self.pieces = [Piece(1.0, whole)]

    def _press(self, start: Place, end: Place, pressed: float) -> None:
        share = _LIGHTEST + (1 - _LIGHTEST) * round(pressed * _STEPS) / _STEPS
        if not self.pieces or self.pieces[-1].share != share:
            self.pieces.append(Piece(share, QPainterPath(QPointF(*start))))
        self.pieces[-1].path.lineTo(*end)


@lru_cache(maxsize=_KEPT)
def bounds_of(kind: MarkKind, strokes: tuple[Stroke, ...], width: float) -> QRectF:
    """Where they are, in points of the page."""
    whole = QRectF()
    for piece in pieces_of(kind, strokes, width):
        # A straight line has no area, and would be lost in a union.
        whole = whole.united(piece.path.boundingRect().adjusted(-width, -width, width, width))
    return whole


def is_near(kind: MarkKind, strokes: Sequence[Stroke], x: float, y: float, reach: float) -> bool:
    """Whether a point of the page lies on what was drawn, or at most ``reach`` points beside it. A frame and
    an ellipse are their lines, not what is inside.
    """
    return any(distance(*line, (x, y)) <= reach for stroke in strokes for line in _lines(kind, stroke.places))


def _shape(kind: MarkKind, start: QPointF, end: QPointF, width: float) -> list[Piece]:
    path = QPainterPath(start)
    if kind is MarkKind.ARROW:
        path.lineTo(end)
        way = math.atan2(end.y() - start.y(), end.x() - start.x())
        length = _HEAD * width
        sides = [
            QPointF(end.x() - length * math.cos(way + turn), end.y() - length * math.sin(way + turn))
            for turn in (0.45, -0.45)
        ]
        head = QPainterPath()
        head.addPolygon(QPolygonF([end, *sides, end]))
        return [Piece(1.0, path), Piece(1.0, head, filled=True)]
    box = QRectF(start, end).normalized()
    path = QPainterPath()
    if kind in (MarkKind.RECTANGLE, MarkKind.TEXT):
        path.addRect(box)
    else:
        path.addEllipse(box)
    return [Piece(1.0, path)]


Line = tuple[Place, Place]


def _lines(kind: MarkKind, places: Sequence[Place]) -> list[Line]:
    if kind is MarkKind.PEN or kind is MarkKind.ARROW or len(places) < 2:
        return list(zip(places, places[1:] or places, strict=False))
    (x0, y0), (x1, y1) = places[0], places[-1]
    if kind is MarkKind.RECTANGLE:
        corners = [(x0, y0), (x1, y0), (x1, y1), (x0, y1)]
    else:
        turns = [2 * math.pi * step / 32 for step in range(32)]
        middle_x, middle_y, across, down = (x0 + x1) / 2, (y0 + y1) / 2, (x1 - x0) / 2, (y1 - y0) / 2
        corners = [(middle_x + across * math.cos(t), middle_y + down * math.sin(t)) for t in turns]
    return list(zip(corners, [*corners[1:], corners[0]], strict=True))
