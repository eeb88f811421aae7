"""The colours and widths of marks, to choose from: small and without words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QWidget

from reader.ui.marks.words import ink_name
from reader.ui.page.painting import INK_COLOUR
from reader.ui.theme import Colour
from reader.ui.widgets import Row, Themed
from reader.ui.widgets.base import begin, box
from sync.model.annotation import PEN_WIDTH
from sync.model.annotation import Colour as Ink

_INKS: Final = (Ink.YELLOW, Ink.GREEN, Ink.PINK, Ink.BLUE)
_THIN, _THICK = 1.0, 4.0


class Inks(QWidget):
    """The four colours; one is chosen."""

    chosen = Signal(object)
    """Colour of sync.model.annotation."""

    def __init__(self) -> None:
        super().__init__()
        self._buttons = {ink: _InkButton(ink) for ink in _INKS}
        _line_up(self, tuple(self._buttons.values()))
        for ink, button in self._buttons.items():
            button.clicked.connect(lambda _checked=False, ink=ink: self.chosen.emit(ink))

    def set_ink(self, ink: Ink) -> None:
        """This one is chosen."""
        self._buttons[ink].setChecked(True)


class Widths(QWidget):
    """Three pens; one is chosen, or none, for what was drawn with another."""

    chosen = Signal(float)
    """Points."""

    def __init__(self) -> None:
        super().__init__()
        names = {_THIN: self.tr("Nét mảnh"), PEN_WIDTH: self.tr("Nét vừa"), _THICK: self.tr("Nét đậm")}
        self._buttons = {width: _WidthButton(width, name) for width, name in names.items()}
        self._group = _line_up(self, tuple(self._buttons.values()))
        for width, button in self._buttons.items():
            button.clicked.connect(lambda _checked=False, width=width: self.chosen.emit(width))

    def set_width(self, width: float) -> None:
        """This one is chosen."""
        self._group.setExclusive(False)
        for known, button in self._buttons.items():
            button.setChecked(known == width)
        self._group.setExclusive(True)


def _line_up(parent: QWidget, buttons: Sequence[QAbstractButton]) -> QButtonGroup:
    group = QButtonGroup(parent)
    row = Row(parent, 0, 0)
    for button in buttons:
        group.addButton(button)
        row.addWidget(button)
    return group


class _Swatch(QAbstractButton, Themed):
    """Small and without words; its name is said, and shown when the pointer rests on it."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setCheckable(True)
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("ringRadius", 16)
        self.follow()

    def restyle(self) -> None:
        self.setFixedSize(self.sizeHint())
        super().restyle()

    def sizeHint(self) -> QSize:
        return QSize(self.px(33), self.px(33))


class _InkButton(_Swatch):
    """A disc of colour."""

    def __init__(self, ink: Ink) -> None:
        self._ink = ink
        super().__init__(ink_name(ink))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = begin(self)
        colour = self.theme.colour
        disc = QRectF(self.rect()).adjusted(self.px(6), self.px(6), -self.px(6), -self.px(6))
        painter.setPen(QPen(colour(Colour.LINE2), 1))
        painter.setBrush(colour(INK_COLOUR[self._ink]))
        painter.drawEllipse(disc)
        if self.isChecked():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colour(Colour.PRIMARY), self.px(2)))
            ring = self.px(3)
            painter.drawEllipse(disc.adjusted(-ring, -ring, ring, ring))
        painter.end()


class _WidthButton(_Swatch):
    """A line as wide as the pen's."""

    def __init__(self, width: float, name: str) -> None:
        self._width = width
        super().__init__(name)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = begin(self)
        colour, px = self.theme.colour, self.px
        if self.isChecked():
            ground = QRectF(self.rect()).adjusted(px(2), px(2), -px(2), -px(2))
            box(painter, ground, colour(Colour.PRIMARY_TINT), colour(Colour.PRIMARY), px(6))
        pen = QPen(colour(Colour.INK), max(1.0, self._width * self.theme.scale * 1.3))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        middle = self.height() / 2
        painter.drawLine(QPointF(px(11), middle), QPointF(self.width() - px(11), middle))
        painter.end()
