"""Emblem: the office's own sign, as the root has signed it; nothing where there is none."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from reader.ui.theme import SPACE, Colour
from reader.ui.widgets.base import Themed, begin, box
from sync.errors import SohopError
from sync.model.emblem import check_emblem


@lru_cache(maxsize=4)
def emblem_image(data: bytes) -> QImage:
    """The emblem to be painted; a null image for none, and for bytes that are none."""
    try:
        check_emblem(data)
    except SohopError:
        return QImage()
    return QImage.fromData(QByteArray(data))


class Emblem(QWidget, Themed):
    """`side` wide and high. With `paper` it stands on white in a frame, also while there is none."""

    def __init__(self, side: int, *, paper: bool = False, name: str = "") -> None:
        super().__init__()
        self._side = side
        self._paper = paper
        self._image = QImage()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)
        self.setVisible(paper)
        self.follow()

    @property
    def empty(self) -> bool:
        """Nothing is shown."""
        return self._image.isNull()

    def set_emblem(self, data: bytes) -> None:
        """Show this one."""
        self._image = emblem_image(data) if data else QImage()
        self.setVisible(self._paper or not self.empty)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self.px(self._side), self.px(self._side))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = begin(self)
        area = QRectF(self.rect())
        if self._paper:
            colour, radius = self.theme.colour, self.px(SPACE.radius_control)
            box(painter, area, colour(Colour.PAPER), colour(Colour.LINE2), radius)
            area = area.adjusted(self.px(6), self.px(6), -self.px(6), -self.px(6))
        if not self.empty:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(area, self._image)
        painter.end()
