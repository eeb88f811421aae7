"""Flat surfaces: the card, the panel and the hairline."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from reader.ui.theme import SPACE, Colour
from reader.ui.widgets.base import Themed, begin, box
from reader.ui.widgets.layout import Column, Margins


class Surface(QFrame, Themed):
    """A box in two colours of the theme; the base of cards, banners and toasts."""

    def __init__(
        self,
        fill: Colour | None = Colour.PAPER,
        edge: Colour | None = None,
        radius: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._fill = fill
        self._edge = edge
        self._radius = radius
        self.follow()

    def set_colours(self, fill: Colour | None, edge: Colour | None) -> None:
        """Change fill and edge; None leaves it unpainted."""
        self._fill = fill
        self._edge = edge
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = begin(self)
        fill = None if self._fill is None else self.theme.colour(self._fill)
        edge = None if self._edge is None else self.theme.colour(self._edge)
        box(painter, QRectF(self.rect()), fill, edge, self.px(self._radius))
        painter.end()


class Card(Surface):
    """A free-standing thing on the desk. Add to `column`; `strong` is the darker edge of the first card."""

    def __init__(
        self,
        margins: Margins = 20,
        spacing: int = 0,
        *,
        strong: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        edge = Colour.LINE2 if strong else Colour.LINE
        super().__init__(Colour.PAPER, edge, SPACE.radius_card, parent)
        self.column = Column(self, margins, spacing)


class Panel(Surface):
    """A flush pane with no edge: agenda, notes. Add to `column`."""

    def __init__(
        self,
        margins: Margins = 0,
        spacing: int = 0,
        fill: Colour = Colour.PAPER,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(fill, None, 0, parent)
        self.column = Column(self, margins, spacing)


class Line(QWidget, Themed):
    """A hairline, across or down; one pixel at every scale."""

    def __init__(
        self, *, vertical: bool = False, colour: Colour = Colour.LINE, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._vertical = vertical
        self._colour = colour
        fixed, wide = QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding
        self.setSizePolicy(fixed if vertical else wide, wide if vertical else fixed)
        self.follow()

    def sizeHint(self) -> QSize:
        return QSize(1, self.px(24)) if self._vertical else QSize(self.px(24), 1)

    def minimumSizeHint(self) -> QSize:
        return QSize(1, 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = begin(self)
        painter.fillRect(self.rect(), self.theme.colour(self._colour))
        painter.end()
