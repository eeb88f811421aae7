"""Choice: one answer on a ballot. All look alike: no colour for yes or no, nothing chosen beforehand."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QWidget

from reader.ui.theme import SPACE, Colour, Drawing, Role
from reader.ui.widgets.base import Themed, begin, box, draw_icon
from reader.ui.widgets.layout import Column
from reader.ui.widgets.text import lay_out, longest_word


class Choice(QAbstractButton, Themed):
    """A line to tick, 72 high (52 when `compact`), taller when the words wrap.

    With `multi` it has a square and is ticked independently; otherwise a circle, and its group is exclusive.
    Enter ticks like Space. A locked one can't be changed: it keeps its tick, its words fade, and it leaves
    the tab order.
    """

    def __init__(
        self,
        text: str,
        *,
        multi: bool = False,
        compact: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._multi = multi
        self._compact = compact
        self._locked = False
        self._hover = False
        self._note = ""
        self._note_icon = ""
        self.setText(text)
        self.setAccessibleName(text)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setProperty("ringRadius", SPACE.radius_card)
        self.follow()

    @property
    def locked(self) -> bool:
        """Whether it can no longer be changed."""
        return self._locked

    def set_locked(self, locked: bool) -> None:
        """Lock or unlock it."""
        self._locked = locked
        focus = Qt.FocusPolicy.NoFocus if locked else Qt.FocusPolicy.StrongFocus
        self.setFocusPolicy(focus)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, locked)
        self.update()

    def set_note(self, text: str, icon: str = "") -> None:
        """Words at the right, such as "Đã niêm phong"; shown in the ink of the line."""
        self._note = text
        self._note_icon = icon
        self.setAccessibleDescription(text)
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        font = self.theme.font(self._role())
        laid = lay_out(self.text(), font, self.theme.line(self._role()), max(1, self._room(width)))
        return max(self.px(self._height()), laid.height + 2 * self.px(20 if not self._compact else 13))

    def sizeHint(self) -> QSize:
        width = self.px(360)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        wide = longest_word(self.text(), self.theme.font(self._role()))
        return QSize(int(wide) + self._left() + self.px(24), self.px(self._height()))

    def hitButton(self, pos: object) -> bool:
        return not self._locked

    def nextCheckState(self) -> None:
        # Every way of pressing ends here: mouse, keys, the arrows of a group, a screen reader.
        if not self._locked:
            super().nextCheckState()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat() and not self._locked:
                self.click()
            return
        super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        self._hover = True
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._hover = False
        self.update()
        super().leaveEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = begin(self)
        chosen = self.isChecked()
        if chosen:
            fill, edge, ink, width = Colour.PRIMARY_TINT, Colour.PRIMARY, Colour.PRIMARY_TEXT, self.px(2)
        elif self._locked or not self.isEnabled():
            fill, edge, ink, width = Colour.PAPER, Colour.LINE, Colour.INK3, 1
        else:
            fill = Colour.PRESS if self.isDown() else Colour.HOVER if self._hover else Colour.PAPER
            edge, ink, width = Colour.LINE2, Colour.INK, 1
        radius = self.px(SPACE.radius_card if not self._compact else SPACE.radius_control)
        colour = self.theme.colour
        box(painter, QRectF(self.rect()), colour(fill), colour(edge), radius, width)
        self._draw_mark(painter, chosen)
        font = self.theme.font(self._role(), 600 if not self._locked or chosen else 500)
        laid = lay_out(self.text(), font, self.theme.line(self._role()), self._room(self.width()))
        laid.draw(painter, QPointF(self._left(), (self.height() - laid.height) / 2), colour(ink))
        if self._note:
            self._draw_note(painter, ink)
        painter.end()

    def _draw_mark(self, painter: QPainter, chosen: bool) -> None:
        side = self.px(26 if not self._compact else 22)
        left = self.px(20)
        area = QRectF(left, (self.height() - side) / 2, side, side)
        colour = self.theme.colour
        if self._multi:
            edge = None if chosen else colour(Colour.LINE2)
            fill = colour(Colour.PRIMARY) if chosen else None
            box(painter, area, fill, edge, self.px(4), self.px(2))
            if chosen:
                at = QPointF(area.center().x() - self.px(9), area.center().y() - self.px(9))
                draw_icon(painter, "check", 18, Colour.ON_PRIMARY, at)
            return
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour(Colour.PRIMARY))
            painter.drawEllipse(area)
            painter.setBrush(colour(Colour.ON_PRIMARY))
            dot = side * 0.19
            painter.drawEllipse(area.center(), dot, dot)
            return
        width = 1 if self._locked else self.px(2)
        painter.setPen(QPen(colour(Colour.LINE2), width))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        half = width / 2
        painter.drawEllipse(area.adjusted(half, half, -half, -half))

    def _draw_note(self, painter: QPainter, ink: Colour) -> None:
        font = self.theme.font(Role.BODY_MEDIUM)
        metrics = QFontMetricsF(font)
        x = self.width() - self.px(20) - metrics.horizontalAdvance(self._note)
        baseline = (self.height() - metrics.height()) / 2 + metrics.ascent()
        painter.setFont(font)
        painter.setPen(self.theme.colour(ink))
        painter.drawText(QPointF(x, baseline), self._note)
        if self._note_icon:
            side = self.px(20)
            at = QPointF(x - side - self.px(8), (self.height() - side) / 2)
            draw_icon(painter, self._note_icon, 20, ink, at, Drawing.AUTO)

    def _role(self) -> Role:
        return Role.BODY_STRONG if self._compact else Role.CHOICE

    def _height(self) -> int:
        return 52 if self._compact else 72

    def _left(self) -> int:
        return self.px(62 if not self._compact else 58)

    def _room(self, width: int) -> int:
        taken = self.px(20)
        if self._note:
            wide = QFontMetricsF(self.theme.font(Role.BODY_MEDIUM)).horizontalAdvance(self._note)
            taken += int(wide) + self.px(28 if self._note_icon else 0) + self.px(16)
        return width - self._left() - taken


class Choices(QWidget):
    """A column of choices. `changed` is sent with the chosen numbers, counted from 0, in order.

    One answer at most unless `multi`; then `limit` bounds how many (0: no bound) by leaving the others
    unticked. Arrow keys walk, Space and Enter tick. Nothing is chosen at first.
    """

    changed = Signal(tuple)

    def __init__(
        self,
        labels: Sequence[str],
        *,
        multi: bool = False,
        limit: int = 0,
        compact: bool = False,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._multi = multi
        self._limit = limit
        self._group = QButtonGroup(self)
        self._group.setExclusive(not multi)
        column = Column(self, 0, 8 if compact else 12)
        self.choices = tuple(Choice(label, multi=multi, compact=compact) for label in labels)
        for number, choice in enumerate(self.choices):
            self._group.addButton(choice, number)
            column.addWidget(choice)
        column.addStretch(1)
        self._group.idToggled.connect(self._toggled)
        self.setAccessibleName(name)

    @property
    def chosen(self) -> tuple[int, ...]:
        """The numbers of the ticked choices."""
        return tuple(number for number, choice in enumerate(self.choices) if choice.isChecked())

    def set_chosen(self, numbers: Sequence[int]) -> None:
        """Tick exactly these, without sending `changed`."""
        self._group.blockSignals(True)
        self._group.setExclusive(False)
        for number, choice in enumerate(self.choices):
            choice.setChecked(number in numbers)
        self._group.setExclusive(not self._multi)
        self._group.blockSignals(False)

    def lock(self, locked: bool = True) -> None:
        """Lock or unlock all of them."""
        for choice in self.choices:
            choice.set_locked(locked)

    def _toggled(self, number: int, on: bool) -> None:
        if on and self._multi and self._limit and len(self.chosen) > self._limit:
            self.choices[number].setChecked(False)
            return
        if on or self._multi:
            self.changed.emit(self.chosen)
