"""Pages full of drawings are painted ahead of time, and laid on as a picture when somebody turns to them."""

from __future__ import annotations

import math
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPixmap

from reader.core.views import MarkView
from reader.ui.page.geometry import Frame
from reader.ui.page.ink import DRAWN
from reader.ui.page.painting import drawings_of
from reader.ui.page.sheet import Sheet
from reader.ui.theme import Tokens

_MANY: Final = 16
"""Drawings of which painting takes longer than anybody may wait."""
_PIXELS: Final = 6_000_000
"""The largest picture that is kept: of a page much enlarged only a part is seen at a time."""


_Look = tuple[float, float, float, int, Tokens, float]


@dataclass(frozen=True, slots=True)
class _Layer:
    marks: Sequence[MarkView]
    look: _Look
    picture: QPixmap


class InkLayers:
    """One picture a page, as long as its marks and its look stay as they were."""

    def __init__(self) -> None:
        self._layers: dict[int, _Layer] = {}

    def of(self, sheet: Sheet, marks: Sequence[MarkView], ratio: float) -> QPixmap | None:
        """The picture of the drawings among ``marks``, if it was made."""
        layer = self._layers.get(sheet.frame.page)
        if layer is None or layer.marks is not marks or layer.look != _look(sheet, ratio):
            return None
        return layer.picture

    def make(self, sheet: Sheet, marks: Sequence[MarkView], ratio: float) -> None:
        """Paint the drawings of a page whose corner is at 0, 0."""
        frame = sheet.frame
        size = QSize(math.ceil(frame.width * ratio), math.ceil(frame.height * ratio))
        many = sum(mark.kind in DRAWN for mark in marks) >= _MANY
        if not many or size.width() * size.height() > _PIXELS or self.of(sheet, marks, ratio) is not None:
            return
        picture = QPixmap(size)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        drawings_of(painter, sheet, marks)
        painter.end()
        self._layers[frame.page] = _Layer(marks, _look(sheet, ratio), picture)

    def keep_only(self, pages: Collection[int]) -> None:
        """Forget all others."""
        self._layers = {page: layer for page, layer in self._layers.items() if page in pages}


def _look(sheet: Sheet, ratio: float) -> _Look:
    frame: Frame = sheet.frame
    return frame.width, frame.height, frame.scale, frame.turn, sheet.tokens, ratio
