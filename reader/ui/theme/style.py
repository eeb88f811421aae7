"""The focus ring: a 3-px line around whatever has the keyboard, 2 px away, its corners 4 px rounder.

Only the ring has a QProxyStyle (its margins come from the style). An application-wide one in Python would
be called thousands of times for every window; Fusion and the style sheet need no help.

A widget says what it wants with dynamic properties: `ring` (bool; buttons and combo boxes have one by
default, text fields and lists paint their own) and `ringRadius` (the widget's own corner, in pixels at scale
1.0).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QObject, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QFocusFrame,
    QProxyStyle,
    QSlider,
    QStyle,
    QStyleHintReturn,
    QStyleOption,
    QWidget,
)

from reader.ui.theme.tokens import SPACE, Colour

if TYPE_CHECKING:
    from reader.ui.theme.theme import Theme

_ROUNDER = 4


def install_ring(app: QApplication, theme: Theme) -> None:
    """From now on the ring follows the keyboard focus of `app`."""
    _Follower(app, theme)


def wants_ring(widget: QWidget) -> bool:
    """Whether the ring is drawn around `widget` when it has the focus."""
    said = widget.property("ring")
    if said is not None:
        return bool(said)
    return isinstance(widget, QAbstractButton | QComboBox | QSlider)


class FocusRing(QFocusFrame):
    """The ring itself, painted above the window's content so that no neighbour covers it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._ring_style = _RingStyle(theme)
        self._ring_style.setParent(self)
        self.setStyle(self._ring_style)

    def paintEvent(self, event: QPaintEvent) -> None:
        own = self.widget().property("ringRadius")
        radius = self._theme.px((SPACE.radius_control if own is None else float(own)) + _ROUNDER)
        line = self._theme.px(SPACE.ring)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._theme.tokens.of(Colour.PRIMARY)), line))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        half = line / 2
        # Around what touches the window's edge it stays inside: a ring of three sides looks like a fault.
        host = self.parentWidget()
        seen = QRectF(self.rect().intersected(host.rect().translated(-self.pos())) if host else self.rect())
        painter.drawRoundedRect(seen.adjusted(half, half, -half, -half), radius, radius)


class _RingStyle(QProxyStyle):
    def __init__(self, theme: Theme) -> None:
        super().__init__("Fusion")
        self._theme = theme

    def pixelMetric(
        self,
        metric: QStyle.PixelMetric,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
    ) -> int:
        if metric in (QStyle.PixelMetric.PM_FocusFrameHMargin, QStyle.PixelMetric.PM_FocusFrameVMargin):
            return self._theme.px(SPACE.ring + SPACE.ring_gap)
        return int(super().pixelMetric(metric, option, widget))

    def styleHint(
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        result: QStyleHintReturn | None = None,
    ) -> int:
        if hint is QStyle.StyleHint.SH_FocusFrame_AboveWidget:
            return 1
        if hint is QStyle.StyleHint.SH_FocusFrame_Mask:
            return 0
        return int(super().styleHint(hint, option, widget, result))


class _Follower(QObject):
    """Gives every newly focused widget a ring of its own and takes the former one away: a ring is a child of
    the window it is in, and may already have gone with it."""

    def __init__(self, app: QApplication, theme: Theme) -> None:
        super().__init__(app)
        self._theme = theme
        self._ring: FocusRing | None = None
        app.focusChanged.connect(self._moved)
        theme.changed.connect(self._again)

    def _moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        self._drop()
        by_mouse = QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton
        if new is not None and wants_ring(new) and not by_mouse:
            self._put(new)

    def _again(self) -> None:
        if self._ring is not None and shiboken6.isValid(self._ring):
            widget = self._ring.widget()
            self._drop()
            self._put(widget)

    def _put(self, widget: QWidget) -> None:
        self._ring = FocusRing(self._theme)
        self._ring.setWidget(widget)

    def _drop(self) -> None:
        if self._ring is not None and shiboken6.isValid(self._ring):
            self._ring.hide()
            self._ring.deleteLater()
        self._ring = None
