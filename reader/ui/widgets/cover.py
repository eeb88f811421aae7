"""Cover: the cloth of the register, seen at the unlock screen: foil title, two foil lines, a drum in blind
relief."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from reader.ui.theme import Colour, Role
from reader.ui.widgets.base import Themed, begin
from reader.ui.widgets.emblem import Emblem
from reader.ui.widgets.layout import Column, Gap, hold
from reader.ui.widgets.paragraph import Paragraph

_RINGS = (390, 384, 366, 326, 320, 270, 234, 228, 200, 166, 130, 124, 96, 90)
_ZIGZAGS = ((334, 360, 96), (240, 264, 84), (136, 160, 60))
_BEADS = ((214, 5, 64), (110, 5, 36))
_STAR = (26, 82, 14)
_DESIGN_HEIGHT = 696


class Cover(QWidget, Themed):
    """Title, organisation and term on the cloth. It fills whatever room it gets."""

    def __init__(
        self,
        title: str,
        organisation: str = "",
        term: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        column = Column(self, (64, 24, 24, 8), 0)
        column.addWidget(_Air(), 1000)
        name = Paragraph(title, Role.COVER_TITLE, Colour.FOIL)
        hold(name, min_width=192)
        column.addWidget(name)
        column.gap(22)
        column.addWidget(_Rule())
        column.gap(24)
        self.emblem = Emblem(72)
        column.addWidget(self.emblem)
        self._emblem_gap = Gap(height=14)
        self._emblem_gap.hide()
        column.addWidget(self._emblem_gap)
        self._organisation = Paragraph("", Role.PAGE_TITLE, Colour.COVER_INK)
        hold(self._organisation, max_width=320)
        column.addWidget(self._organisation)
        column.gap(8)
        self._term = Paragraph("", Role.EMPHASIS, Colour.COVER_INK2, weight=400)
        column.addWidget(self._term)
        column.addStretch(1)
        self.set_owner(organisation, term)
        self.setAccessibleName(title)
        self.follow()

    def set_owner(self, organisation: str, term: str, emblem: bytes = b"") -> None:
        """Name the council and its term, and show its emblem; all may be empty before enrolment."""
        self.emblem.set_emblem(emblem)
        self._emblem_gap.setVisible(not self.emblem.empty)
        self._organisation.set_text(organisation)
        self._term.set_text(term)

    def sizeHint(self) -> QSize:
        return QSize(self.px(560), self.px(_DESIGN_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = begin(self)
        painter.fillRect(self.rect(), self.theme.colour(Colour.COVER))
        self._draw_drum(painter)
        foil = self.theme.colour(Colour.FOIL)
        foil.setAlphaF(0.55)
        painter.setPen(Qt.PenStyle.NoPen)
        for x in (22, 26):
            painter.fillRect(QRectF(x, 0, 1, self.height()), foil)
        painter.end()

    def _draw_drum(self, painter: QPainter) -> None:
        grow = self.height() / _DESIGN_HEIGHT
        painter.save()
        painter.translate(self.width(), self.height() - 56 * grow)
        painter.scale(grow, grow)
        pen = QPen(self.theme.colour(Colour.COVER_LINE), 1)
        pen.setCosmetic(True)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for radius in _RINGS:
            painter.drawEllipse(QPointF(0, 0), radius, radius)
        for inner, outer, teeth in _ZIGZAGS:
            painter.drawPath(_zigzag(inner, outer, teeth))
        for radius, bead, many in _BEADS:
            for number in range(many):
                turn = 2 * math.pi * number / many
                painter.drawEllipse(QPointF(radius * math.cos(turn), radius * math.sin(turn)), bead, bead)
        painter.drawPath(_zigzag(*_STAR))
        painter.restore()


class _Air(QWidget, Themed):
    """Room above the title that is given up first when the window is low or the text large."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        hold(self, max_height=48)
        self.follow()


class _Rule(QWidget, Themed):
    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.follow()

    def sizeHint(self) -> QSize:
        return QSize(self.px(72), 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = begin(self)
        painter.fillRect(self.rect(), self.theme.colour(Colour.FOIL))
        painter.end()


def _zigzag(inner: float, outer: float, teeth: int) -> QPainterPath:
    """A closed line around the centre that touches the two radii in turn, `teeth` times each."""
    path = QPainterPath()
    for corner in range(2 * teeth):
        radius = outer if corner % 2 == 0 else inner
        turn = math.pi * corner / teeth
        at = QPointF(radius * math.cos(turn), radius * math.sin(turn))
        if corner == 0:
            path.moveTo(at)
        else:
            path.lineTo(at)
    path.closeSubpath()
    return path
