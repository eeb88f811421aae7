"""Trail: the way of a ballot in three nodes. Solid has happened, dashed has not yet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from reader.ui.theme import Colour, Role, current
from reader.ui.widgets.base import Themed, begin, draw_icon
from reader.ui.widgets.layout import Column, hold
from reader.ui.widgets.paragraph import Paragraph

_NODE = 36
_TEXT = 52
_BETWEEN = 22


class StepState(StrEnum):
    """How far a step is."""

    DONE = "done"
    NOW = "now"
    NEXT = "next"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Step:
    """A node: what it is, what is known about it, how far it is."""

    title: str
    note: str
    state: StepState


_LOOK: dict[StepState, tuple[Colour, Colour, Colour]] = {
    StepState.DONE: (Colour.OK, Colour.OK, Colour.ON_STATE),
    StepState.NOW: (Colour.WAIT_TINT, Colour.WAIT, Colour.WAIT),
    StepState.NEXT: (Colour.PAPER, Colour.LINE2, Colour.INK2),
    StepState.FAILED: (Colour.BAD_TINT, Colour.BAD, Colour.BAD),
}
_ICON = {StepState.DONE: "check", StepState.NOW: "hourglass-medium", StepState.FAILED: "x"}


class Trail(QWidget, Themed):
    """The steps below one another, each with its note; `place(n)` is where a button for step `n` goes."""

    def __init__(self, steps: Sequence[Step] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps: tuple[Step, ...] = ()
        self._rows: list[_StepRow] = []
        whole = Column(self, 0, 0)
        self._column = Column(spacing=0)
        whole.addLayout(self._column)
        whole.addStretch(1)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.set_steps(steps)
        self.follow()

    def set_steps(self, steps: Sequence[Step]) -> None:
        """Show these steps. What was put into `place` stays while their number does."""
        self._steps = tuple(steps)
        if len(self._rows) != len(self._steps):
            for row in self._rows:
                self._column.removeWidget(row)
                row.deleteLater()
            last = len(self._steps) - 1
            self._rows = [_StepRow(last=number == last) for number in range(len(self._steps))]
            for row in self._rows:
                self._column.addWidget(row)
        for row, step in zip(self._rows, self._steps, strict=True):
            row.show_step(step)
        self.setAccessibleName(spoken(self._steps))
        self.update()

    def place(self, number: int) -> Column:
        """The layout below the words of step `number`, counted from 0."""
        return self._rows[number].below

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = begin(self)
        node = self.px(_NODE)
        centres = [QPointF(node / 2, row.y() + node / 2) for row in self._rows]
        for number in range(len(centres) - 1):
            start = centres[number] + QPointF(0, node / 2)
            end = centres[number + 1] - QPointF(0, node / 2)
            _link(painter, start, end, self._steps[number], self._steps[number + 1])
        for number, centre in enumerate(centres):
            _node(painter, centre, node, number + 1, self._steps[number].state)
        painter.end()


class FlatTrail(QWidget, Themed):
    """The steps beside one another, for narrow or much enlarged windows; the notes are left to a sentence
    below."""

    def __init__(self, steps: Sequence[Step] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps: tuple[Step, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_steps(steps)
        self.follow()

    def set_steps(self, steps: Sequence[Step]) -> None:
        """Show these steps."""
        self._steps = tuple(steps)
        self.setAccessibleName(spoken(self._steps))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        words = sum(QFontMetricsF(self._font()).horizontalAdvance(step.title) for step in self._steps)
        count = len(self._steps)
        wide = int(words) + count * self.px(_NODE + 10) + max(0, count - 1) * self.px(72)
        return QSize(wide, self.px(_NODE) + 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(len(self._steps) * self.px(_NODE + 24), self.px(_NODE) + 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        count = len(self._steps)
        if count == 0:
            return
        painter = begin(self)
        node, gap = self.px(_NODE), self.px(10)
        metrics = QFontMetricsF(self._font())
        room = self.width() - count * (node + gap) - (count - 1) * self.px(32)
        wanted = [metrics.horizontalAdvance(step.title) for step in self._steps]
        share = min(1.0, room / max(1.0, sum(wanted)))
        words = [wide * share for wide in wanted]
        link = (self.width() - count * (node + gap) - sum(words)) / max(1, count - 1)
        middle = self.height() / 2
        x = 0.0
        painter.setFont(self._font())
        for number, step in enumerate(self._steps):
            _node(painter, QPointF(x + node / 2, middle), node, number + 1, step.state)
            x += node + gap
            painter.setFont(self._font())
            painter.setPen(self.theme.colour(_ink(step.state)))
            shown = metrics.elidedText(step.title, Qt.TextElideMode.ElideRight, words[number] + 1)
            baseline = (self.height() - metrics.height()) / 2 + metrics.ascent()
            painter.drawText(QPointF(x, baseline), shown)
            x += words[number]
            if number + 1 < count:
                inset = self.px(8)
                start, end = QPointF(x + inset, middle), QPointF(x + link - inset, middle)
                _link(painter, start, end, step, self._steps[number + 1])
                x += link
        painter.end()

    def _font(self) -> QFont:
        return self.theme.font(Role.BODY_STRONG)


class _StepRow(QWidget):
    def __init__(self, *, last: bool) -> None:
        super().__init__()
        self._title = Paragraph("", Role.BODY_STRONG)
        self._note = Paragraph("", Role.NOTE, Colour.INK2)
        column = Column(self, (_TEXT, 0, 0, 0 if last else _BETWEEN), 0)
        column.addWidget(self._title)
        column.addWidget(self._note)
        self.below = Column(spacing=8)
        column.addLayout(self.below)
        column.addStretch(1)
        # The node is taller than one line of words.
        hold(self, min_height=_NODE if last else _NODE + _BETWEEN)

    def show_step(self, step: Step) -> None:
        self._title.set_text(step.title)
        self._title.set_colour(Colour.INK2 if step.state is StepState.NEXT else Colour.INK)
        self._note.set_text(step.note)
        self._note.setVisible(bool(step.note))


def spoken(steps: Sequence[Step]) -> str:
    """The whole trail as a sentence for a screen reader."""
    said = {
        StepState.DONE: QCoreApplication.translate("Trail", "xong"),
        StepState.NOW: QCoreApplication.translate("Trail", "đang chờ"),
        StepState.NEXT: QCoreApplication.translate("Trail", "chưa tới"),
        StepState.FAILED: QCoreApplication.translate("Trail", "không được"),
    }
    return ". ".join(f"{step.title}: {said[step.state]}. {step.note}".rstrip(". ") for step in steps)


def _ink(state: StepState) -> Colour:
    inks = {StepState.DONE: Colour.INK, StepState.NOW: Colour.WAIT, StepState.FAILED: Colour.BAD}
    return inks.get(state, Colour.INK2)


def _node(painter: QPainter, centre: QPointF, side: int, number: int, state: StepState) -> None:
    theme = current()
    fill, edge, ink = _LOOK[state]
    width = theme.px(2)
    half = side / 2 - width / 2
    painter.setPen(QPen(theme.colour(edge), width))
    painter.setBrush(theme.colour(fill))
    painter.drawEllipse(centre, half, half)
    icon = _ICON.get(state)
    if icon is not None:
        size = 20
        corner = theme.px(size) / 2
        draw_icon(painter, icon, size, ink, centre - QPointF(corner, corner))
        return
    painter.setFont(theme.font(Role.BODY_STRONG))
    painter.setPen(theme.colour(ink))
    area = QRectF(centre.x() - side / 2, centre.y() - side / 2, side, side)
    painter.drawText(area, Qt.AlignmentFlag.AlignCenter, str(number))


def _link(painter: QPainter, start: QPointF, end: QPointF, before: Step, after: Step) -> None:
    theme = current()
    done = before.state is StepState.DONE
    pen = QPen(theme.colour(Colour.OK if done else Colour.LINE2), theme.px(2))
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if not (done and after.state is StepState.DONE):
        pen.setDashPattern([2.5, 1.8])
    painter.setPen(pen)
    painter.drawLine(start, end)
