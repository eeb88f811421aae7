"""Painting of list rows: wrapped text with the design's line heights, thin bars.

For delegates, which paint thousands of rows without a widget for each. Lengths are pixels on the screen; text
once set is kept.
"""

from __future__ import annotations

import functools

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from reader.ui.theme import Colour, Role, current
from reader.ui.widgets.text import Laid, lay_out


def text_height(text: str, role: Role, width: int, weight: int | None = None, lines: int = 0) -> int:
    """How high `text` is when wrapped to `width`; at most `lines` lines (0: as many as it needs)."""
    return laid(text, role, width, weight, lines).height


def text_width(text: str, role: Role, weight: int | None = None) -> int:
    """How wide `text` is on one line, rounded up."""
    return int(QFontMetricsF(current().font(role, weight)).horizontalAdvance(text)) + 1


def draw_text(
    painter: QPainter,
    x: int,
    y: int,
    width: int,
    text: str,
    role: Role,
    colour: Colour,
    weight: int | None = None,
    lines: int = 0,
    right: bool = False,
) -> int:
    """Paint `text` wrapped to `width`, top at `y`; the last line allowed is elided. Returns the height.

    With `right` the lines end at `x + width`.
    """
    made = laid(text, role, width, weight, lines, right)
    made.draw(painter, QPointF(x, y), current().colour(colour))
    return made.height


def laid(
    text: str, role: Role, width: float, weight: int | None = None, lines: int = 0, right: bool = False
) -> Laid:
    """`text` set as ``draw_text`` paints it; not to be changed, for others get the same."""
    return _laid(text, role, weight, max(1.0, width), lines, right, current().scale)


def circle_width(number: str, side: int) -> int:
    """The width to draw this number in: a circle, or longer when the number is."""
    return max(side, text_width(number, Role.NOTE_STRONG) + current().px(12))


def draw_bar(painter: QPainter, x: int, y: int, width: int, height: int, share: float) -> None:
    """Paint a progress bar; `share` from 0 to 1."""
    theme = current()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour(Colour.TRACK))
    painter.drawRoundedRect(QRectF(x, y, width, height), height / 2, height / 2)
    if share > 0:
        painter.setBrush(theme.colour(Colour.PRIMARY))
        filled = max(height, round(width * min(1.0, share)))
        painter.drawRoundedRect(QRectF(x, y, filled, height), height / 2, height / 2)
    painter.restore()


@functools.lru_cache(maxsize=4096)
def _laid(
    text: str, role: Role, weight: int | None, width: float, lines: int, right: bool, _scale: float
) -> Laid:
    """Text set for one width, kept while it is being shown again and again. `_scale` is part of the key."""
    theme = current()
    align = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    return lay_out(text, theme.font(role, weight), theme.line(role), width, max_lines=lines, align=align)
