"""What was drawn by hand: strokes, frames, ellipses and arrows. Painting them, and what lies near."""

from __future__ import annotations

import math
from collections.abc import Sequence
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
_HEAD: Final = 5.0
"""Of an arrow: its length in widths."""


def paint_strokes(
    painter: QPainter, sheet: Sheet, kind: MarkKind, strokes: Sequence[Stroke], width: float, colour: QColor
) -> None:
    """Draw them; ``width`` in points."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(colour, max(1.0, width * sheet.frame.scale))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for stroke in strokes:
        points = [sheet.point(x, y) for x, y in stroke.places]
        if kind is MarkKind.PEN:
            _paint_pen(painter, points, stroke.pressure, pen)
        elif len(points) >= 2:
            _paint_shape(painter, kind, points[0], points[-1], pen)
    painter.restore()


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
    path.lineTo(points[-1])
    return path


def _paint_pen(painter: QPainter, points: Sequence[QPointF], pressure: Sequence[int], pen: QPen) -> None:
    if len(points) < 2:
        painter.drawPoint(points[0])
    elif len(pressure) < len(points):
        painter.drawPath(smooth(points))
    else:
        full = pen.widthF()
        for index, (start, end) in enumerate(pairwise(points)):
            pressed = (pressure[index] + pressure[index + 1]) / 510
            pen.setWidthF(full * (_LIGHTEST + (1 - _LIGHTEST) * pressed))
            painter.setPen(pen)
            painter.drawLine(start, end)


def _paint_shape(painter: QPainter, kind: MarkKind, start: QPointF, end: QPointF, pen: QPen) -> None:
    if kind is MarkKind.RECTANGLE:
        painter.drawRect(QRectF(start, end).normalized())
    elif kind is MarkKind.ELLIPSE:
        painter.drawEllipse(QRectF(start, end).normalized())
    else:
        painter.drawLine(start, end)
        way = math.atan2(end.y() - start.y(), end.x() - start.x())
        length = _HEAD * pen.widthF()
        sides = [
            QPointF(end.x() - length * math.cos(way + turn), end.y() - length * math.sin(way + turn))
            for turn in (0.45, -0.45)
        ]
        painter.setBrush(pen.color())
        painter.drawPolygon(QPolygonF([end, *sides]))
        painter.setBrush(Qt.BrushStyle.NoBrush)


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
