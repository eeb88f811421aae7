"""The small table of a result: what was chosen, how often, which share, and what became of it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from reader.ui import rows
from reader.ui.ballot.outcome import Figure, State
from reader.ui.theme import Colour, Role
from reader.ui.widgets.base import Themed, begin, draw_icon
from reader.ui.widgets.pill import TONE_INK
from reader.ui.widgets.threshold import draw_cell

_NUMBER = 48
_NOTE_ICON = 16


class Figures(QWidget, Themed):
    """A small table, painted: head, hairlines, numbers flush right."""

    def __init__(self, head: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._head = head
        self._figures: list[Figure] = []
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.follow()

    def set_figures(self, figures: list[Figure]) -> None:
        """Show these lines."""
        self._figures = figures
        said = ". ".join(_said(one) for one in figures)
        self.setAccessibleName(f"{self._head}. {said}")
        self.updateGeometry()
        self.update()

    @property
    def figures(self) -> list[Figure]:
        """The lines shown."""
        return self._figures

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._lines(None, width)

    def sizeHint(self) -> QSize:
        width = self.px(240)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.px(200), self.px(60))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = begin(self)
        self._lines(painter, self.width())
        painter.end()

    def _lines(self, painter: QPainter | None, width: int) -> int:
        """Paint all of it, or only measure it. Returns the height."""
        px = self.px
        y = px(4)
        if painter is not None:
            rows.draw_text(painter, 0, y, width, self._head, Role.NOTE_STRONG, Colour.INK2)
        y += self.theme.line(Role.NOTE_STRONG) + px(4)
        swatch = px(28) if any(one.vote for one in self._figures) else 0
        share = px(86) if any(one.share for one in self._figures) else 0
        room = width - swatch - share - px(_NUMBER)
        for one in self._figures:
            top = y + px(4)
            high = rows.text_height(one.label, Role.BODY, room)
            if painter is not None:
                painter.fillRect(QRectF(swatch, y, width - swatch, 1), self.theme.colour(Colour.LINE))
                self._line(painter, one, swatch, share, top, width)
            y = top + high
            if one.note is not None:
                y += self._note(painter, one.note, swatch, y, width - swatch)
            if one.part is not None:
                y += self._bar(painter, one, swatch, y, width - swatch)
            y += px(3)
        return y

    def _line(self, painter: QPainter, one: Figure, swatch: int, share: int, top: int, width: int) -> None:
        px = self.px
        if one.vote:
            side = px(18)
            place = top + (self.theme.line(Role.BODY) - side) / 2
            draw_cell(painter, QRectF(0, place, side, side), one.vote)
        right = width - share
        number = px(_NUMBER)
        rows.draw_text(painter, swatch, top, right - number - swatch, one.label, Role.BODY, Colour.INK)
        rows.draw_text(
            painter, right - number, top, number, str(one.number), Role.BODY_STRONG, Colour.INK, right=True
        )
        if one.share:
            rows.draw_text(painter, right, top, share, one.share, Role.BODY, Colour.INK2, right=True)

    def _note(self, painter: QPainter | None, note: State, x: int, y: int, width: int) -> int:
        """What became of it, with its icon."""
        px, line = self.px, self.theme.line(Role.NOTE_MEDIUM)
        left = x + px(_NOTE_ICON + 6)
        if painter is not None:
            ink = TONE_INK[note.tone]
            draw_icon(painter, note.icon, _NOTE_ICON, ink, QPointF(x, y + (line - px(_NOTE_ICON)) / 2))
            rows.draw_text(painter, left, y, width - (left - x), note.text, Role.NOTE_MEDIUM, ink)
        return rows.text_height(note.text, Role.NOTE_MEDIUM, width - (left - x))

    def _bar(self, painter: QPainter | None, one: Figure, x: int, y: int, width: int) -> int:
        """How much of everybody; a line where it is enough."""
        px = self.px
        if painter is not None and one.part is not None:
            rows.draw_bar(painter, x, y + px(5), width, px(8), one.part)
            if one.needed is not None:
                at = x + min(width - px(2), round(width * one.needed))
                painter.fillRect(QRectF(at, y + px(1), px(2), px(16)), self.theme.colour(Colour.INK))
        return px(20)


def _said(one: Figure) -> str:
    note = "" if one.note is None else f", {one.note.text}"
    return f"{one.label}: {one.number} {one.share}".rstrip() + note
