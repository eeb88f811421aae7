"""Pill and Sign: a state in words with its icon. The first has a box, the second has none."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from reader.ui.theme import SPACE, Colour, Drawing, Role, Tone, current
from reader.ui.widgets.base import Themed, begin, box, draw_icon

TONE_INK: dict[Tone, Colour] = {
    Tone.PLAIN: Colour.INK2,
    Tone.INFO: Colour.PRIMARY_TEXT,
    Tone.OK: Colour.OK,
    Tone.WAIT: Colour.WAIT,
    Tone.BAD: Colour.BAD,
}
TONE_FILL: dict[Tone, Colour] = {
    Tone.PLAIN: Colour.HOVER,
    Tone.INFO: Colour.PRIMARY_TINT,
    Tone.OK: Colour.OK_TINT,
    Tone.WAIT: Colour.WAIT_TINT,
    Tone.BAD: Colour.BAD_TINT,
}
TONE_EDGE: dict[Tone, Colour] = {
    Tone.PLAIN: Colour.LINE,
    Tone.INFO: Colour.PRIMARY_LINE,
    Tone.OK: Colour.OK_LINE,
    Tone.WAIT: Colour.WAIT_LINE,
    Tone.BAD: Colour.BAD_LINE,
}
_HEIGHT = 28
_ICON = 16
_SIDE = 11
_GAP = 6


def pill_size(text: str, icon: str) -> QSize:
    """The size of a pill with these words, in pixels at the present scale."""
    theme = current()
    wide = QFontMetricsF(theme.font(Role.NOTE_MEDIUM)).horizontalAdvance(text)
    side = theme.px(_ICON) + theme.px(_GAP) if icon else 0
    return QSize(math.ceil(wide) + side + 2 * theme.px(_SIDE), theme.px(_HEIGHT))


def draw_pill(painter: QPainter, rect: QRectF, text: str, icon: str, tone: Tone) -> None:
    """Paint a pill into `rect`; also used by list delegates. Words that do not fit end in "…"."""
    theme = current()
    fill, edge = theme.colour(TONE_FILL[tone]), theme.colour(TONE_EDGE[tone])
    box(painter, rect, fill, edge, theme.px(SPACE.radius_control))
    x = rect.left() + theme.px(_SIDE)
    if icon:
        side = theme.px(_ICON)
        top = rect.top() + (rect.height() - side) / 2
        draw_icon(painter, icon, _ICON, TONE_INK[tone], QPointF(x, top))
        x += side + theme.px(_GAP)
    font = theme.font(Role.NOTE_MEDIUM)
    metrics = QFontMetricsF(font)
    room = rect.right() - theme.px(_SIDE) - x
    painter.setFont(font)
    painter.setPen(theme.colour(TONE_INK[tone]))
    baseline = rect.top() + (rect.height() - metrics.height()) / 2 + metrics.ascent()
    words = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room + 1)
    painter.drawText(QPointF(x, baseline), words)


class Pill(QLabel, Themed):
    """A state: icon and words in a tinted box, 28 high. It is never a button."""

    def __init__(
        self,
        text: str,
        tone: Tone = Tone.PLAIN,
        icon: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._tone = tone
        self._icon = icon
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setText(text)
        self.setAccessibleName(text)
        self.follow()

    @property
    def tone(self) -> Tone:
        """The tone it is painted in."""
        return self._tone

    def set_state(self, text: str, tone: Tone, icon: str) -> None:
        """Show another state."""
        self._tone = tone
        self._icon = icon
        self.setText(text)
        self.setAccessibleName(text)
        self.restyle()

    def sizeHint(self) -> QSize:
        return pill_size(self.text(), self._icon)

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), self.px(64)), self.px(_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = begin(self)
        draw_pill(painter, QRectF(self.rect()), self.text(), self._icon, self._tone)
        painter.end()


class Sign(QLabel, Themed):
    """One line: icon, gap, words, all in the ink of a tone. For states in headers and rows."""

    def __init__(
        self,
        text: str,
        tone: Tone = Tone.PLAIN,
        icon: str = "",
        *,
        role: Role = Role.NOTE_MEDIUM,
        icon_size: int = 18,
        drawing: Drawing = Drawing.AUTO,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._tone = tone
        self._icon = icon
        self._role = role
        self._icon_size = icon_size
        self._drawing = drawing
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setText(text)
        self.setAccessibleName(text)
        self.follow()

    def set_state(self, text: str, tone: Tone, icon: str) -> None:
        """Show another state."""
        self._tone = tone
        self._icon = icon
        self.setText(text)
        self.setAccessibleName(text)
        self.restyle()

    def sizeHint(self) -> QSize:
        wide = QFontMetricsF(self.theme.font(self._role)).horizontalAdvance(self.text())
        side = self.px(self._icon_size) + self.px(8) if self._icon else 0
        height = max(self.theme.line(self._role), self.px(self._icon_size))
        return QSize(math.ceil(wide) + 1 + side, height)

    def minimumSizeHint(self) -> QSize:
        hint = self.sizeHint()
        return QSize(min(hint.width(), self.px(80)), hint.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = begin(self)
        x = 0.0
        if self._icon:
            side = self.px(self._icon_size)
            top = (self.height() - side) / 2
            ink = TONE_INK[self._tone]
            draw_icon(painter, self._icon, self._icon_size, ink, QPointF(0, top), self._drawing)
            x = side + self.px(8)
        font = self.theme.font(self._role)
        metrics = QFontMetricsF(font)
        words = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width() - x)
        painter.setFont(font)
        painter.setPen(self.theme.colour(TONE_INK[self._tone]))
        baseline = (self.height() - metrics.height()) / 2 + metrics.ascent()
        painter.drawText(QPointF(x, baseline), words)
        painter.end()


class Glyph(QWidget, Themed):
    """A single icon as a widget. It is decoration: the words beside it say the same."""

    def __init__(
        self,
        icon: str,
        size: int = 24,
        colour: Colour = Colour.INK2,
        drawing: Drawing = Drawing.AUTO,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon = icon
        self._size = size
        self._colour = colour
        self._drawing = drawing
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.follow()

    def set_icon(self, icon: str, colour: Colour) -> None:
        """Show another icon."""
        self._icon = icon
        self._colour = colour
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self.px(self._size), self.px(self._size))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = begin(self)
        draw_icon(painter, self._icon, self._size, self._colour, QPointF(0, 0), self._drawing)
        painter.end()
