"""A page on the screen: where its points are in the viewport, and its colours."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QTransform

from reader.ui.page.geometry import Frame
from reader.ui.theme import Colour, Tokens
from sync.model.annotation import Rect


class Box(Protocol):
    """A rectangle on a page, in points."""

    @property
    def x0(self) -> float:
        """Left."""

    @property
    def y0(self) -> float:
        """Top."""

    @property
    def x1(self) -> float:
        """Right."""

    @property
    def y1(self) -> float:
        """Bottom."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page on the screen: its frame, where its corner is in the viewport, and how it is inked.

    ``viewport`` is where pages may be seen.
    """

    frame: Frame
    origin: QPointF
    viewport: QRectF
    night: bool
    tokens: Tokens
    """Of the page, which may be night in a light window."""

    @property
    def area(self) -> QRectF:
        """The page in viewport pixels."""
        return QRectF(self.origin.x(), self.origin.y(), self.frame.width, self.frame.height)

    @property
    def seen(self) -> QRectF:
        """The part of the page that can be seen."""
        return self.area.intersected(self.viewport)

    def rect(self, box_: Box) -> QRectF:
        """A rectangle of the page in viewport pixels."""
        area = self.frame.area(box_.x0, box_.y0, box_.x1, box_.y1)
        return QRectF(
            self.origin.x() + area.x0, self.origin.y() + area.y0, area.x1 - area.x0, area.y1 - area.y0
        )

    def point(self, x: float, y: float) -> QPointF:
        """A point of the page in viewport pixels."""
        return self.rect(Rect(x, y, x, y)).topLeft()

    @property
    def transform(self) -> QTransform:
        """From points of the page to pixels of the viewport."""
        corner, along, down = self.point(0, 0), self.point(1, 0), self.point(0, 1)
        x, y = along - corner, down - corner
        return QTransform(x.x(), x.y(), y.x(), y.y(), corner.x(), corner.y())

    def colour(self, colour: Colour) -> QColor:
        """A colour as it is on this page."""
        return QColor(self.tokens.of(colour))
