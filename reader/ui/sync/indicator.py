"""The quiet indicator of every screen's bar: an icon and one sentence; a click opens the page behind it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from reader.core.views import SyncView
from reader.ui.plain import tip
from reader.ui.sync import words
from reader.ui.theme import SPACE, Colour, Role, Tone
from reader.ui.widgets.base import Themed, begin, box, draw_icon
from reader.ui.widgets.pill import TONE_INK

_ICON = 20
_PAD = 8
_HEIGHT = 40
_LEAST = 80
"""Two words; of one word and three dots nobody learns anything."""


class SyncIndicator(QAbstractButton, Themed):
    """One sentence about the line and what waits; amber when the line is lost, never red. `clicked` opens the
    page.

    Squeezed, it shows its beginning, then the icon alone; the tool tip always has the whole sentence.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._said = words.Said("")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.follow()

    def set_view(self, view: SyncView) -> None:
        """Show how things stand."""
        said = words.quiet(view)
        if said != self._said:
            self._said = said
            self.setText(said.text)
            self.setToolTip(tip(said.text))
            self.setAccessibleName(self.tr("Đồng bộ: {state}").format(state=said.text))
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        wide = QFontMetricsF(self.theme.font(Role.NOTE_MEDIUM)).horizontalAdvance(self._said.text)
        return QSize(self.minimumSizeHint().width() + self.px(8) + int(wide) + 2, self.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.px(_ICON + 2 * _PAD), self.px(_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = begin(self)
        if self.underMouse() and self.isEnabled():
            radius = self.px(SPACE.radius_control)
            box(painter, QRectF(self.rect()), self.theme.colour(Colour.HOVER), None, radius)
        tone = self._said.tone
        ink = Colour.INK2 if tone in (Tone.PLAIN, Tone.INFO) else TONE_INK[tone]
        side, pad = self.px(_ICON), self.px(_PAD)
        if self._said.icon:
            draw_icon(painter, self._said.icon, _ICON, ink, QPointF(pad, (self.height() - side) / 2))
        font = self.theme.font(Role.NOTE_MEDIUM)
        metrics = QFontMetricsF(font)
        x = pad + side + self.px(8)
        room = self.width() - x - pad + 1
        if room >= min(self.px(_LEAST), metrics.horizontalAdvance(self._said.text)):
            text = metrics.elidedText(self._said.text, Qt.TextElideMode.ElideRight, room)
            painter.setFont(font)
            painter.setPen(self.theme.colour(ink))
            baseline = (self.height() - metrics.height()) / 2 + metrics.ascent()
            painter.drawText(QPointF(x, baseline), text)
        painter.end()
