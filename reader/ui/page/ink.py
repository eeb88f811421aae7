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


@dataclass(frozen=True, slots=True)
class Piece:
    """What is drawn with one width: ``share`` of the pen's. In points of the page."""

    share: float
    path: QPainterPath
    filled: bool = False


def paint_pieces(
    painter: QPainter, sheet: Sheet, pieces: Sequence[Piece], width: float, colour: QColor
) -> None:
    """Draw them; ``width`` of the pen in points."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setTransform(sheet.transform, combine=True)
    pen = QPen(colour)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    least = 1 / sheet.frame.scale
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
        points = [QPointF(x, y) for x, y in stroke.places]
        if kind is not MarkKind.PEN:
            made += _shape(kind, points[0], points[-1], width)
        elif len(stroke.pressure) < len(points):
            made.append(Piece(1.0, smooth(points)))
        else:
            made += _pressed(points, stroke.pressure)
    return tuple(made)


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


def smooth(points: Sequence[QPointF]) -> QPainterPath:
    """A curve through the middles between points, drawn towards them: no corner where the hand made none."""
    path = QPainterPath(points[0])
    for at, to in pairwise(points[1:]):
        path.quadTo(at, (at + to) / 2)
    # A line of no length is not drawn, and a touch of the pen is a dot.
    path.lineTo(points[-1] if len(points) > 1 else points[0] + QPointF(0.01, 0))
    return path


def _pressed(points: Sequence[QPointF], pressure: Sequence[int]) -> list[Piece]:
    made: list[Piece] = []
    if len(points) == 1:
        return [Piece(1.0, smooth(points))]
    for (start, end), (before, after) in zip(pairwise(points), pairwise(pressure), strict=False):
        level = round((before + after) / 510 * _STEPS) / _STEPS
        share = _LIGHTEST + (1 - _LIGHTEST) * level
        if not made or made[-1].share != share:
            made.append(Piece(share, QPainterPath(start)))
        made[-1].path.lineTo(end)
    return made


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
    if kind is MarkKind.RECTANGLE:
        path.addRect(box)
    else:
        path.addEllipse(box)
    return [Piece(1.0, path)]


Line = tuple[tuple[float, float], tuple[float, float]]


def _lines(kind: MarkKind, places: Sequence[tuple[float, float]]) -> list[Line]:
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
