"""Paragraph: text with the line height of the type table, which a QLabel cannot give."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from reader.ui.plain import tip
from reader.ui.theme import Colour, Role
from reader.ui.widgets.base import Themed, begin
from reader.ui.widgets.text import Laid, Span, lay_out, longest_word, natural_width

_MEASURE = 620


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a paragraph with a colour or a weight of its own."""

    text: str
    colour: Colour | None = None
    weight: int | None = None
    back: Colour | None = None


class Paragraph(QLabel, Themed):
    """Plain text that wraps, in a role and a colour of the theme; screen readers read it as a label.

    `max_lines` cuts with "…" and puts the whole text in the tool tip; 1 makes a line that may be squeezed.
    Its height follows its width, so give it a layout that asks (all of ours do).
    """

    def __init__(
        self,
        text: str = "",
        role: Role = Role.BODY,
        colour: Colour = Colour.INK,
        *,
        max_lines: int = 0,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
        weight: int | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._role = role
        self._colour = colour
        self._max_lines = max_lines
        self._align = align
        self._weight = weight
        self._runs: tuple[Run, ...] = ()
        self._laid: Laid | None = None
        self._laid_width = -1
        self._heights: dict[int, int] = {}
        """By width: a layout asks for many, again and again."""
        self.setTextFormat(Qt.TextFormat.PlainText)
        # Not Fixed: that would hold the height at the size hint's, which is for another width.
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.set_text(text)
        self.follow()

    def set_text(self, text: str) -> None:
        """Show `text`; a line break in it is kept."""
        if text != self.text() or self._runs:
            self._runs = ()
            self._take(text)

    def set_runs(self, runs: Sequence[Run]) -> None:
        """Show several runs one after another, each in its own colour and weight."""
        if tuple(runs) == self._runs:
            return
        self._runs = tuple(runs)
        self._take("".join(run.text for run in runs))

    def set_colour(self, colour: Colour) -> None:
        """Change the colour of the text."""
        if colour is not self._colour:
            self._colour = colour
            self._forget()
            self.update()

    def set_role(self, role: Role) -> None:
        """Change the row of the type table."""
        self._role = role
        self.restyle()

    def restyle(self) -> None:
        # Kept here too: a style sheet may put back the font that the widget was polished with.
        self._font = self.theme.font(self._role, self._weight)
        self.setFont(self._font)
        self._forget()
        super().restyle()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        height = self._heights.get(width)
        if height is None:
            height = self._heights[width] = self._height(width)
        return height

    def sizeHint(self) -> QSize:
        width = math.ceil(self._natural()) + 1
        if self._max_lines != 1:
            width = min(width, self.px(_MEASURE))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        if self._max_lines == 1:
            least = min(self._natural() + 1, self.px(48))
        else:
            least = min(longest_word(self.text(), self._font) + 1, self.px(240))
        return QSize(math.ceil(least), self.theme.line(self._role))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setToolTip(tip(self.text()) if self._at(self.width()).elided else "")

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = begin(self)
        laid = self._at(self.width())
        top = 0
        if self.alignment() & Qt.AlignmentFlag.AlignVCenter:
            top = max(0, (self.height() - laid.height) // 2)
        colour = self._colour if self.isEnabled() else Colour.INK3
        laid.draw(painter, QPointF(0, top), self.theme.colour(colour))
        painter.end()

    def _take(self, text: str) -> None:
        self.setText(text)
        self.setAccessibleName(text)
        self._forget()
        self.updateGeometry()
        self.update()

    def _forget(self) -> None:
        self._laid = None
        self._laid_width = -1
        self._heights.clear()
        self._wide: float | None = None

    def _natural(self) -> float:
        if self._wide is None:
            if self._runs:
                spans = self._spans()
                laid = lay_out(self.text(), self._font, self.theme.line(self._role), 1 << 20, spans=spans)
                self._wide = laid.width
            else:
                self._wide = natural_width(self.text(), self._font)
        return self._wide

    def _height(self, width: int) -> int:
        if self._natural() + 1 > width:
            return self._at(width).height
        lines = self.text().count("\n") + 1  # nothing is broken
        return self.theme.line(self._role) * (min(lines, self._max_lines) if self._max_lines else lines)

    def _at(self, width: int) -> Laid:
        if self._laid is None or self._laid_width != width:
            self._laid = lay_out(
                self.text(),
                self._font,
                self.theme.line(self._role),
                max(1, width),
                max_lines=self._max_lines,
                align=self._align,
                spans=self._spans(),
            )
            self._laid_width = width
        return self._laid

    def _spans(self) -> list[Span]:
        spans: list[Span] = []
        start = 0
        for run in self._runs:
            spans.append(
                Span(
                    start,
                    len(run.text),
                    None if run.colour is None else self.theme.colour(run.colour),
                    run.weight,
                    None if run.back is None else self.theme.colour(run.back),
                )
            )
            start += len(run.text)
        return spans
