"""What lies on a page: paper, marks, hits, the selection, note signs. Only painting."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap, QRegion

from reader.core.views import Fate, MarkView
from reader.ui.page.ink import DRAWN, Piece, bounds_of, paint_drawings, pieces_of
from reader.ui.page.moving import grips
from reader.ui.page.sheet import Sheet
from reader.ui.page.text_marks import paint_text
from reader.ui.theme import Colour, Drawing, Role, current
from reader.ui.widgets.base import box, draw_icon
from reader.ui.widgets.text import lay_out
from sync.model.annotation import Colour as Ink
from sync.model.annotation import MarkKind, Rect
from sync.model.ids import MarkId

INK_COLOUR: Final = {
    Ink.YELLOW: Colour.MARK_YELLOW,
    Ink.GREEN: Colour.MARK_GREEN,
    Ink.PINK: Colour.MARK_PINK,
    Ink.BLUE: Colour.MARK_BLUE,
}
LINE_COLOUR: Final = {
    Ink.YELLOW: Colour.LINE_YELLOW,
    Ink.GREEN: Colour.LINE_GREEN,
    Ink.PINK: Colour.LINE_PINK,
    Ink.BLUE: Colour.LINE_BLUE,
}
"""The same inks as a line: dark enough to be seen on the page."""
_LINE_AT: Final = {MarkKind.UNDERLINE: 0.94, MarkKind.STRIKE: 0.56}
"""How far down a line of text its line is drawn."""
_LINE_WIDTH: Final = 1.2
"""Points."""
_UNSIGNED: Final = (MarkKind.TEXT, MarkKind.BOOKMARK)
"""Their words stand on the page, or are none of the page's."""
SIGN: Final = 22
"""Design pixels along a note's sign in the margin."""


def paint_paper(painter: QPainter, sheet: Sheet) -> None:
    """The empty page."""
    painter.fillRect(sheet.area, sheet.colour(Colour.PAGE))


def paint_edge(painter: QPainter, sheet: Sheet) -> None:
    """The line around the page."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setPen(QPen(current().colour(Colour.LINE2), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(sheet.seen.toRect().adjusted(-1, -1, 0, 0))


def paint_failure(painter: QPainter, sheet: Sheet, sentence: str) -> None:
    """A page that can't be shown says so."""
    theme = current()
    seen = sheet.seen
    width = min(seen.width() - theme.px(48), theme.px(420))
    if width < theme.px(80):
        return
    words = lay_out(
        sentence,
        theme.font(Role.BODY),
        theme.line(Role.BODY),
        width,
        align=Qt.AlignmentFlag.AlignHCenter,
    )
    icon = theme.px(32)
    height = icon + theme.px(12) + words.height
    top = min(max(seen.center().y() - height / 2, sheet.area.top() + theme.px(24)), seen.bottom() - height)
    painter.drawPixmap(
        QPointF(seen.center().x() - icon / 2, top), theme.pixmap("warning-circle", 32, Colour.INK3)
    )
    words.draw(
        painter,
        QPointF(seen.center().x() - width / 2, top + icon + theme.px(12)),
        sheet.colour(Colour.PAGE_INK),
    )


def paint_marks(
    painter: QPainter,
    sheet: Sheet,
    marks: Iterable[MarkView],
    chosen: MarkId | None,
    spare: Sequence[QRectF],
    ink: QPixmap | None = None,
) -> None:
    """Colour under the letters, then lines under or through them and words over them, then drawings;
    ``spare`` is left out: hits have their own colour there.

    A page may have a hundred: colours are laid on all at once, what is out of sight costs next to nothing.
    """
    painter.save()
    if spare:
        free = QRegion(sheet.area.toAlignedRect())
        for rect in spare:
            free = free.subtracted(QRegion(rect.toAlignedRect()))
        painter.setClipRegion(free, Qt.ClipOperation.IntersectClip)
    due, transform = painter.clipBoundingRect(), sheet.transform
    washes: dict[Colour, list[QRectF]] = {}
    over: list[MarkView] = []
    drawn: list[MarkView] = []
    frames: list[tuple[list[QRectF], Colour, Qt.PenStyle]] = []
    for mark in marks:
        if mark.fate is Fate.UNSURE:
            frames.append(([sheet.rect(r) for r in mark.rects], Colour.PRIMARY, Qt.PenStyle.DashLine))
        elif mark.id == chosen and (not grips(mark) or mark.kind is MarkKind.TEXT):  # grips show it, too
            frames.append(([sheet.rect(r) for r in mark.rects], Colour.PRIMARY, Qt.PenStyle.SolidLine))
        elif mark.id != chosen and not mark.seen:
            frames.append(([sheet.rect(r) for r in mark.rects], Colour.WAIT, Qt.PenStyle.DashLine))
        if mark.kind in DRAWN and mark.fate is not Fate.UNSURE:
            if ink is None:
                drawn.append(mark)
            continue
        places = [transform.mapRect(QRectF(r.x0, r.y0, r.x1 - r.x0, r.y1 - r.y0)) for r in mark.rects]
        if not any(place.intersects(due) for place in places):
            continue
        if mark.fate is not Fate.UNSURE and (mark.kind in _LINE_AT or mark.kind is MarkKind.TEXT):
            over.append(mark)
        else:
            washes.setdefault(INK_COLOUR[mark.colour], []).extend(places)
    for colour, places in washes.items():
        paint_wash(painter, sheet, places, colour)
    for mark in over:
        if mark.kind is MarkKind.TEXT:
            paint_text(painter, sheet, mark.rects[0], mark.text, LINE_COLOUR[mark.colour])
        else:
            _paint_lines(painter, sheet, mark)
    if ink is not None:
        painter.drawPixmap(sheet.origin.toPoint(), ink)
    drawings_of(painter, sheet, drawn)
    for places, colour, style in frames:
        _paint_frame(painter, places, colour, style)
    painter.restore()


def drawings_of(painter: QPainter, sheet: Sheet, marks: Iterable[MarkView]) -> None:
    """What was drawn by hand, as far as it has to be painted."""
    transform, due = sheet.transform, painter.clipBoundingRect() if painter.hasClipping() else sheet.area
    drawn: list[tuple[Sequence[Piece], float, QColor]] = []
    for mark in marks:
        if mark.kind in DRAWN and mark.fate is not Fate.UNSURE:
            shape = mark.kind, mark.strokes, mark.width
            if transform.mapRect(bounds_of(*shape)).intersects(due):
                drawn.append((pieces_of(*shape), mark.width, sheet.colour(LINE_COLOUR[mark.colour])))
    paint_drawings(painter, sheet, drawn)


def prepare(mark: MarkView) -> None:
    """Work out what will be painted soon."""
    if mark.kind in DRAWN:
        bounds_of(mark.kind, mark.strokes, mark.width)


def _paint_frame(painter: QPainter, places: Iterable[QRectF], colour: Colour, style: Qt.PenStyle) -> None:
    """Around a mark: solid when it is chosen, dashed where its place has to be looked at."""
    painter.setPen(QPen(current().colour(colour), current().px(2), style))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(_outline(places))


def _paint_lines(painter: QPainter, sheet: Sheet, mark: MarkView) -> None:
    """One for each line of text, wherever up is on a turned page."""
    painter.setPen(QPen(sheet.colour(LINE_COLOUR[mark.colour]), max(1.5, sheet.frame.scale * _LINE_WIDTH)))
    for rect in mark.rects:
        height = rect.y0 + (rect.y1 - rect.y0) * _LINE_AT[mark.kind]
        line = sheet.rect(Rect(rect.x0, height, rect.x1, height))
        painter.drawLine(line.topLeft(), line.bottomRight())


def paint_ring(painter: QPainter, place: QRectF) -> None:
    """A line around something that the keyboard has come to."""
    theme = current()
    painter.setPen(QPen(theme.colour(Colour.PRIMARY), theme.px(2)))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(place.adjusted(-2, -2, 2, 2))


def paint_wash(painter: QPainter, sheet: Sheet, rects: Iterable[QRectF], colour: Colour) -> None:
    """Colour under the letters, once where rectangles overlap."""
    # On white paper the darker of both wins, so letters stay black; on a night page the lighter.
    mode = QPainter.CompositionMode
    whole = QRegion()
    for rect in rects:
        whole = whole.united(QRegion(rect.adjusted(-1, 0, 1, 0).toAlignedRect()))
    painter.save()
    painter.setClipRegion(whole, Qt.ClipOperation.IntersectClip)
    painter.setCompositionMode(mode.CompositionMode_Lighten if sheet.night else mode.CompositionMode_Multiply)
    painter.fillRect(whole.boundingRect(), sheet.colour(colour))
    painter.restore()


def note_signs(sheet: Sheet, marks: Iterable[MarkView]) -> list[tuple[MarkView, QRectF]]:
    """The sign of every note on this page, in viewport pixels, in the right margin that is visible, none over
    another.
    """
    theme = current()
    side = theme.px(SIGN)
    right = sheet.seen.right() - theme.px(2)
    signs: list[tuple[MarkView, QRectF]] = []
    below = sheet.area.top() + theme.px(4)
    places = [
        (_top(sheet, mark), mark)
        for mark in marks
        if mark.kind is MarkKind.NOTE or (mark.text and mark.kind not in _UNSIGNED)
    ]
    for wanted, mark in sorted(places, key=lambda place: place[0]):
        top = max(wanted, below)
        below = top + side + theme.px(4)
        signs.append((mark, QRectF(right - side, top, side, side)))
    return signs


def paint_signs(
    painter: QPainter, sheet: Sheet, signs: Iterable[tuple[MarkView, QRectF]], chosen: MarkId | None
) -> None:
    """The notes' signs."""
    theme = current()
    for mark, place in signs:
        fill = sheet.colour(INK_COLOUR[mark.colour])
        edge = theme.colour(Colour.PRIMARY if mark.id == chosen else Colour.LINE2)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box(painter, place, fill, edge, theme.px(4), 2 if mark.id == chosen else 1)
        inset = (place.width() - theme.px(14)) / 2
        icon = theme.pixmap("note", 14, Colour.INK, painter.device().devicePixelRatioF(), Drawing.BOLD)
        if sheet.night == theme.tokens.dark:
            painter.drawPixmap(place.topLeft() + QPointF(inset, inset), icon)
        else:
            draw_icon(painter, "note", 14, Colour.PAPER, place.topLeft() + QPointF(inset, inset))


def _outline(places: Iterable[QRectF]) -> QPainterPath:
    """One line around all of them."""
    whole = QPainterPath()
    for place in places:
        one = QPainterPath()
        one.addRect(place.adjusted(-2, -1, 2, 1))
        whole = whole.united(one)
    return whole.simplified()


def _top(sheet: Sheet, mark: MarkView) -> float:
    """Where in the viewport a mark begins."""
    return min((sheet.rect(rect).top() for rect in mark.rects), default=sheet.origin.y() + 24.0)


def paint_focus(painter: QPainter, area: QRect) -> None:
    """The pane has the keyboard: a line inside its edge."""
    width = current().px(2)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    colour = current().colour(Colour.PRIMARY)
    for edge in (
        QRect(area.left(), area.top(), area.width(), width),
        QRect(area.left(), area.bottom() + 1 - width, area.width(), width),
        QRect(area.left(), area.top(), width, area.height()),
        QRect(area.right() + 1 - width, area.top(), width, area.height()),
    ):
        painter.fillRect(edge, colour)
