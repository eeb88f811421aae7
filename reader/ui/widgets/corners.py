"""The rounded corners of a window of its own: outside the curve they show what is under it.

A translucent window would do, but a desktop that does not compose its windows (X11 without a compositor, some
remote desktops) paints black there.
"""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QWidget


class Corners:
    """Keeps a picture of the four corners."""

    def __init__(self) -> None:
        self._pictures: list[tuple[QPoint, QPixmap]] = []

    def take(self, area: QRect, under: QWidget, radius: int) -> None:
        """Look at what ``under`` shows where the corners of ``area`` (global) will be."""
        left, right = area.left(), area.right() + 1 - radius
        top, bottom = area.top(), area.bottom() + 1 - radius
        self._pictures = []
        for corner in (QPoint(left, top), QPoint(right, top), QPoint(left, bottom), QPoint(right, bottom)):
            seen = under.grab(QRect(under.mapFromGlobal(corner), QSize(radius, radius)))
            self._pictures.append((corner - area.topLeft(), seen))

    def forget(self) -> None:
        """The window is away: what was under it must not outlive it here."""
        self._pictures = []

    def draw(self, painter: QPainter) -> None:
        """Paint them; what is inside the curve is painted over them."""
        for corner, seen in self._pictures:
            painter.drawPixmap(corner, seen)
