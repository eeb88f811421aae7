"""What changed on a page since the version before: a bar in the margin and a frame around the words, never a
fill, because fills are the reader's own marks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from reader.core.versions import Spot
from reader.ui.page.sheet import Sheet
from reader.ui.theme import Colour, current
from reader.ui.widgets.base import box


def paint_changes(painter: QPainter, sheet: Sheet, spots: Iterable[Spot], chosen: Spot | None) -> None:
    """Paint the spots of one page; the chosen one stronger."""
    theme = current()
    ink = sheet.colour(Colour.WAIT)
    bar = float(theme.px(5))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for spot in spots:
        places = [sheet.rect(rect) for rect in spot.boxes] or [sheet.area.adjusted(0, bar, 0, -bar)]
        top, bottom = min(place.top() for place in places), max(place.bottom() for place in places)
        box(painter, QRectF(sheet.seen.left() + theme.px(4), top, bar, bottom - top), ink, None, bar / 2)
        line = theme.px(3 if spot is chosen else 2)
        if spot.added:
            painter.setPen(QPen(ink, line, j=Qt.PenJoinStyle.RoundJoin))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPath(_outline(places, theme.px(3)))
        elif spot.boxes:
            _draw_gap(painter, places[0], ink, line, theme.px(8))
    painter.restore()


def _outline(places: Sequence[QRectF], edge: float) -> QPainterPath:
    """One line around words on several lines."""
    whole = QPainterPath()
    for place in places:
        one = QPainterPath()
        one.addRect(place.adjusted(-edge, -edge / 2, edge, edge / 2))
        whole = whole.united(one)
    return whole.simplified()


def _draw_gap(painter: QPainter, place: QRectF, ink: QColor, line: int, foot: int) -> None:
    """Words went here: a stroke with feet between their neighbours."""
    stroke = QRectF(place.left() - line / 2, place.top() - line, line, place.height() + 2 * line)
    painter.fillRect(stroke, ink)
    for end in (stroke.top(), stroke.bottom() - line):
        painter.fillRect(QRectF(place.left() - foot / 2, end, foot, line), ink)
