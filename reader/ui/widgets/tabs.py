"""Tabs and segments: one of a few views, chosen with the mouse or the arrow keys."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QWidget

from reader.ui.theme import SPACE, Colour, Role
from reader.ui.widgets.base import Themed, begin, box
from reader.ui.widgets.layout import Row


class _Row(QWidget):
    """An exclusive row of buttons; `changed` is sent with the number of the one chosen by the person."""

    changed = Signal(int)

    def __init__(
        self, buttons: Sequence[QAbstractButton], spacing: int, name: str, parent: QWidget | None
    ) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        row = Row(self, 0, spacing)
        for number, button in enumerate(buttons):
            self._group.addButton(button, number)
            row.addWidget(button)
        if buttons:
            buttons[0].setChecked(True)
        self._group.idToggled.connect(self._toggled)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    @property
    def chosen(self) -> int:
        """The number of the one shown, counted from 0; -1 when there is none."""
        return self._group.checkedId()

    def choose(self, number: int) -> None:
        """Show `number`, and send `changed` if it is another one."""
        button = self._group.button(number)
        if button is None:
            raise IndexError(number)
        button.setChecked(True)

    def set_usable(self, number: int, usable: bool) -> None:
        """Show the one of that number, or take it away."""
        button = self._group.button(number)
        if button is None:
            raise IndexError(number)
        button.setVisible(usable)

    def _toggled(self, number: int, on: bool) -> None:
        if on:
            self.changed.emit(number)


class Tabs(_Row):
    """Views of one screen: 56 high, the chosen one underlined and strong. A badge says how much waits."""

    def __init__(
        self,
        labels: Sequence[str],
        *,
        height: int = 56,
        spacing: int = 20,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        self._tabs = tuple(_Tab(label, height) for label in labels)
        super().__init__(self._tabs, spacing, name, parent)

    def set_badge(self, number: int, waiting: int) -> None:
        """Show how many things wait for the person behind tab `number`; 0 takes the badge away."""
        self._tabs[number].set_badge(waiting)

    def set_label(self, number: int, text: str) -> None:
        """Change the words of tab `number`."""
        self._tabs[number].setText(text)
        self._tabs[number].restyle()


class Segments(_Row):
    """Two to four short alternatives in one frame."""

    def __init__(
        self,
        labels: Sequence[str],
        *,
        stretch: bool = False,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        last = len(labels) - 1
        parts = [_Segment(label, number == 0, number == last) for number, label in enumerate(labels)]
        super().__init__(parts, 0, name, parent)
        if stretch:
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)


class _Part(QAbstractButton, Themed):
    def __init__(self, text: str) -> None:
        super().__init__()
        self._hover = False
        self.setText(text)
        self.setAccessibleName(text)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def enterEvent(self, event: QEnterEvent) -> None:
        self._hover = True
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._hover = False
        self.update()
        super().leaveEvent(event)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _text_width(self) -> int:
        """The strong width, so that nothing moves when the choice does."""
        wide = QFontMetricsF(self.theme.font(Role.BODY_STRONG)).horizontalAdvance(self.text())
        return int(wide + 0.999)


class _Tab(_Part):
    def __init__(self, text: str, height: int) -> None:
        super().__init__(text)
        self._height = height
        self._badge = 0
        self.follow()

    def set_badge(self, waiting: int) -> None:
        if waiting == self._badge:
            return
        self._badge = waiting
        said = self.tr("{n} việc đang chờ").format(n=waiting) if waiting else ""
        self.setAccessibleDescription(said)
        self.setToolTip(said)
        self.restyle()

    def sizeHint(self) -> QSize:
        return QSize(self._text_width() + 2 * self.px(4) + self._badge_room(), self.px(self._height))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = begin(self)
        on = self.isChecked()
        ink = Colour.PRIMARY_TEXT if on else Colour.INK if self._hover else Colour.INK2
        font = self.theme.font(Role.BODY_STRONG if on else Role.BODY_MEDIUM)
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        painter.setPen(self.theme.colour(ink))
        baseline = (self.height() - metrics.height()) / 2 + metrics.ascent()
        x = float(self.px(4))
        painter.drawText(QPointF(x, baseline), self.text())
        if self._badge:
            self._draw_badge(painter)
        if on or self._hover:
            high = self.px(3)
            bar = QRectF(0, self.height() - high, self.width(), high)
            box(painter, bar, self.theme.colour(Colour.PRIMARY if on else Colour.LINE), None, high / 2)
        painter.end()

    def _draw_badge(self, painter: QPainter) -> None:
        words = str(self._badge)
        font = self.theme.font(Role.NOTE_STRONG)
        metrics = QFontMetricsF(font)
        high = self.px(22)
        wide = max(high, metrics.horizontalAdvance(words) + self.px(12))
        area = QRectF(self.width() - self.px(4) - wide, (self.height() - high) / 2, wide, high)
        colour = self.theme.colour
        box(painter, area, colour(Colour.WAIT_TINT), colour(Colour.WAIT_LINE), high / 2)
        painter.setFont(font)
        painter.setPen(colour(Colour.WAIT))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, words)

    def _badge_room(self) -> int:
        if not self._badge:
            return 0
        wide = QFontMetricsF(self.theme.font(Role.NOTE_STRONG)).horizontalAdvance(str(self._badge))
        return max(self.px(22), int(wide) + self.px(12)) + self.px(8)


class _Segment(_Part):
    def __init__(self, text: str, first: bool, last: bool) -> None:
        super().__init__(text)
        self._first = first
        self._last = last
        self.follow()

    def sizeHint(self) -> QSize:
        return QSize(self._text_width() + 2 * self.px(12), self.px(SPACE.control + 2))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = begin(self)
        on = self.isChecked()
        colour = self.theme.colour
        fill = Colour.PRIMARY_TINT if on else Colour.HOVER if self._hover else Colour.PAPER
        # Each segment paints the whole frame, moved out of sight on the sides where a neighbour goes on.
        radius = self.px(SPACE.radius_control)
        over = radius * 2
        left = 0 if self._first else -over
        right = self.width() if self._last else self.width() + over
        frame = QRectF(left, 0, right - left, self.height())
        box(painter, frame, colour(fill), colour(Colour.LINE2), radius)
        if not self._first:
            painter.setPen(QPen(colour(Colour.LINE2), 1))
            painter.drawLine(QPointF(0.5, 0), QPointF(0.5, self.height()))
        font = self.theme.font(Role.BODY_STRONG if on else Role.BODY_MEDIUM)
        painter.setFont(font)
        painter.setPen(colour(Colour.PRIMARY_TEXT if on else Colour.INK2))
        painter.drawText(QRectF(self.rect()), Qt.AlignmentFlag.AlignCenter, self.text())
        painter.end()
