"""Threshold bar: every seat of the council, how it voted, and where the motion passes.

One cell a seat: solid for, hatched against, grey not voting, dashed no ballot; shape and place tell them
apart without colour. Above 80 seats the cells flow together and ticks count the tens.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from reader.ui.plain import tip
from reader.ui.theme import Colour, Role, current
from reader.ui.widgets.base import Themed, begin, box

_MOST_CELLS = 80
_FLAG = 22
_CELL_TOP = 26
_CELL = 36
_GAP = 3


class Vote(StrEnum):
    """What a cell stands for."""

    FOR = "for"
    AGAINST = "against"
    ABSTAIN = "abstain"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Count:
    """The numbers of one bar. `seats` is the whole council; what is not counted otherwise gave no ballot.

    `needed` is how many are needed (0: no flag); `present` of the seats are in the room (0: no bracket).
    `base_text` names what the share is taken of, and `base` how many seats that is (0: all of them).
    """

    seats: int
    in_favour: int
    against: int
    abstain: int
    needed: int = 0
    present: int = 0
    base: int = 0
    base_text: str = ""

    def __post_init__(self) -> None:
        parts = (self.seats, self.in_favour, self.against, self.abstain, self.needed, self.present, self.base)
        if min(parts) < 0 or self.in_favour + self.against + self.abstain > self.seats:
            raise ValueError(f"these numbers fit no council: {self}")

    @property
    def missing(self) -> int:
        """Seats with no ballot."""
        return self.seats - self.in_favour - self.against - self.abstain


class ThresholdBar(QWidget, Themed):
    """The bar with its flag and its brackets; the whole of it is spoken as one sentence."""

    def __init__(self, count: Count, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_count(count)
        self.follow()

    def set_count(self, count: Count) -> None:
        """Show these numbers."""
        self._count = count
        said = self.tr(
            "{total} đại biểu: tán thành {yes}, không tán thành {no}, không biểu quyết {abstain}, "
            "không có phiếu {missing}.",
            None,
            count.seats,
        ).format(
            total=count.seats,
            yes=count.in_favour,
            no=count.against,
            abstain=count.abstain,
            missing=count.missing,
        )
        if count.needed:
            said += " " + self.tr("Cần {n} phiếu tán thành.", None, count.needed).format(n=count.needed)
        if count.base_text:
            said += f" {count.base_text}."
        self.setAccessibleName(said)
        self.setToolTip(tip(said))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        high = _CELL_TOP + _CELL + 10
        if self._count.present:
            high += 30
        if self._count.base_text:
            high += 34
        return QSize(self.px(560), self.px(high))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.px(240), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._count.seats == 0:
            return
        painter = begin(self)
        if self._count.seats > _MOST_CELLS:
            self._draw_continuous(painter)
        else:
            self._draw_cells(painter)
        y = self.px(_CELL_TOP + _CELL + 10)
        if self._count.present:
            self._draw_present(painter, y)
            y += self.px(32)
        if self._count.base_text:
            self._draw_base(painter, y)
        if self._count.needed:
            self._draw_flag(painter)
        painter.end()

    def _edge(self, seats: int) -> float:
        """The x where the first `seats` seats end, in the middle of the gap."""
        return self.width() * min(seats, self._count.seats) / self._count.seats

    def _votes(self) -> list[tuple[Vote, int]]:
        count = self._count
        return [
            (Vote.FOR, count.in_favour),
            (Vote.AGAINST, count.against),
            (Vote.ABSTAIN, count.abstain),
            (Vote.NONE, count.missing),
        ]

    def _draw_cells(self, painter: QPainter) -> None:
        gap = self.px(_GAP) if self._count.seats <= 50 else max(1, self.px(_GAP) // 2)
        top, high = self.px(_CELL_TOP), self.px(_CELL)
        seat = 0
        for vote, many in self._votes():
            for _ in range(many):
                left, right = self._edge(seat) + gap / 2, self._edge(seat + 1) - gap / 2
                draw_cell(painter, QRectF(left, top, right - left, high), vote)
                seat += 1

    def _draw_continuous(self, painter: QPainter) -> None:
        top, high = self.px(_CELL_TOP), self.px(_CELL)
        seat = 0
        for vote, many in self._votes():
            if many:
                left, right = self._edge(seat), self._edge(seat + many)
                draw_cell(painter, QRectF(left, top, right - left - 1, high), vote)
                seat += many
        painter.setPen(QPen(self.theme.colour(Colour.LINE2), 1))
        low = top + high + self.px(2)
        for tens in range(0, self._count.seats + 1, 10):
            x = min(self._edge(tens), self.width() - 1) + 0.5
            painter.drawLine(QLineF(x, low, x, low + self.px(5)))

    def _draw_flag(self, painter: QPainter) -> None:
        words = self.tr("Cần {n}").format(n=self._count.needed)
        font = self.theme.font(Role.NOTE_STRONG)
        wide = QFontMetricsF(font).horizontalAdvance(words) + 2 * self.px(12)
        pole = self.px(2)
        x = min(max(self._edge(self._count.needed), pole / 2), self.width() - pole / 2)
        ink = self.theme.colour(Colour.INK)
        foot = self.px(_CELL_TOP + _CELL + 6)
        painter.fillRect(QRectF(x - pole / 2, 0, pole, foot), ink)
        left = x - pole / 2 if x + wide <= self.width() else x + pole / 2 - wide
        label = QRectF(left, 0, wide, self.px(_FLAG - 1))
        painter.fillRect(label, ink)
        painter.setFont(font)
        painter.setPen(self.theme.colour(Colour.PAPER))
        painter.drawText(label, Qt.AlignmentFlag.AlignCenter, words)

    def _draw_present(self, painter: QPainter, y: float) -> None:
        count = self._count
        there = min(count.present, count.seats)
        ink = self.theme.colour(Colour.INK2)
        half = self.px(_GAP) / 2
        painter.setFont(self.theme.font(Role.NOTE))
        end = self._edge(there)
        _bracket(painter, half, end - half, y, self.px(6), QPen(self.theme.colour(Colour.LINE2), 1))
        painter.setPen(ink)
        words = self.tr("Có mặt {n}").format(n=there)
        row = QRectF(half, y + self.px(6), self.width() - 2 * half, self.px(22))
        painter.drawText(row, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)
        away = count.seats - there
        if away:
            line = QPen(self.theme.colour(Colour.LINE2), 1)
            _bracket(painter, end + half, self.width() - half, y, self.px(6), line)
            painter.setPen(ink)
            words = self.tr("Vắng {n}").format(n=away)
            painter.drawText(row, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, words)

    def _draw_base(self, painter: QPainter, y: float) -> None:
        half = self.px(_GAP) / 2
        end = self._edge(self._count.base or self._count.seats) - half
        ink = self.theme.colour(Colour.INK)
        _bracket(painter, half, end, y, self.px(7), QPen(ink, self.px(2)))
        painter.setFont(self.theme.font(Role.NOTE_STRONG))
        painter.setPen(ink)
        row = QRectF(0, y + self.px(8), max(end, self.width() / 2), self.px(22))
        painter.drawText(row, Qt.AlignmentFlag.AlignCenter, self._count.base_text)


class Swatch(QWidget, Themed):
    """One cell as the key of a table; the word beside it says what it is."""

    def __init__(self, vote: Vote, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._vote = vote
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.follow()

    def sizeHint(self) -> QSize:
        return QSize(self.px(18), self.px(18))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = begin(self)
        draw_cell(painter, QRectF(self.rect()), self._vote)
        painter.end()


def draw_cell(painter: QPainter, area: QRectF, vote: Vote, scale: float | None = None) -> None:
    """Paint one seat, or several that voted alike, into `area`; `scale` instead of the theme's."""
    theme = current()
    edge = 1.0 if scale is None else max(1.0, scale)
    scale = scale or theme.scale
    radius = min(3 * scale, area.width() / 3)
    colour = theme.colour
    if vote is Vote.FOR:
        box(painter, area, colour(Colour.PRIMARY), None, radius)
    elif vote is Vote.ABSTAIN:
        box(painter, area, colour(Colour.TRACK), colour(Colour.LINE2), radius, edge)
    elif vote is Vote.NONE:
        box(painter, area, None, colour(Colour.LINE2), radius, edge, Qt.PenStyle.DashLine)
    else:
        path = QPainterPath()
        path.addRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        painter.fillPath(path, colour(Colour.WAIT_TINT))
        painter.save()
        painter.setClipPath(path, Qt.ClipOperation.IntersectClip)
        painter.setPen(QPen(colour(Colour.WAIT), max(2.0, 2.6 * scale)))
        step = 7 * scale
        reach = area.height()
        x = area.left() - reach
        while x < area.right():
            painter.drawLine(QPointF(x, area.bottom()), QPointF(x + reach, area.top()))
            x += step
        painter.restore()
        box(painter, area, None, colour(Colour.WAIT), radius, edge)


def _bracket(painter: QPainter, left: float, right: float, y: float, high: float, pen: QPen) -> None:
    """A bracket below the cells: its arms point up."""
    pen.setCapStyle(Qt.PenCapStyle.SquareCap)
    painter.setPen(pen)
    base = round(y + high) + 0.5
    path = QPainterPath(QPointF(round(left) + 0.5, y))
    path.lineTo(round(left) + 0.5, base)
    path.lineTo(round(right) - 0.5, base)
    path.lineTo(round(right) - 0.5, y)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path)
