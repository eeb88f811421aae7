"""Text set in lines of a real line height, as the type table says; for paragraphs and list delegates."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)

_WIDEST = 1 << 20


@dataclass(frozen=True, slots=True)
class Span:
    """`units` `start` to `start + length` painted otherwise: colour, weight (100–900), background."""

    start: int
    length: int
    colour: QColor | None = None
    weight: int | None = None
    back: QColor | None = None
    underline: bool = False


@dataclass(frozen=True, slots=True)
class Laid:
    """Text laid out for one width. `width` is the widest line, `height` whole lines, in pixels."""

    layout: QTextLayout
    width: float
    height: int
    lines: int
    elided: bool

    def draw(self, painter: QPainter, at: QPointF, colour: QColor) -> None:
        """Paint the lines with the top left corner `at`."""
        painter.setPen(colour)
        self.layout.draw(painter, at)


def lay_out(
    text: str,
    font: QFont,
    line: int,
    width: float,
    *,
    max_lines: int = 0,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    spans: Sequence[Span] = (),
) -> Laid:
    """Set `text` in lines of `line` pixels, wrapped at `width`; beyond `max_lines` (0: no limit) it ends in
    "…"."""
    laid = _set(text, font, line, width, align, spans)
    if max_lines == 0 or laid.lines <= max_lines:
        return laid
    start = laid.layout.lineAt(max_lines - 1).textStart()
    before = text.encode("utf-16-le", "surrogatepass")[: 2 * start].decode("utf-16-le", "surrogatepass")
    rest = text[len(before) :].replace("\n", " ")
    metrics = QFontMetricsF(_widest_of(font, spans))
    shortened = metrics.elidedText(rest, Qt.TextElideMode.ElideRight, max(0.0, width - 1))
    kept = [span for span in spans if span.start < start + units(shortened)]
    short = _set(before + shortened, font, line, _WIDEST, align, kept, breaks=laid, last=max_lines, box=width)
    return Laid(short.layout, short.width, short.height, short.lines, elided=True)


def units(text: str) -> int:
    """How long a layout counts a text: in UTF-16."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def natural_width(text: str, font: QFont) -> float:
    """The width of the longest line when nothing wraps."""
    return _set(text, font, 1, _WIDEST, Qt.AlignmentFlag.AlignLeft, ()).width


def longest_word(text: str, font: QFont) -> float:
    """The width of the widest word: below it a wrapped text would be broken inside words."""
    metrics = QFontMetricsF(font)
    return max((metrics.horizontalAdvance(word) for word in text.split()), default=0.0)


def _widest_of(font: QFont, spans: Sequence[Span]) -> QFont:
    """The heaviest weight in the text: measured with it, what is cut off is never too little."""
    heaviest = QFont(font)
    heaviest.setWeight(QFont.Weight(max([font.weight().value, *(s.weight for s in spans if s.weight)])))
    return heaviest


def _set(
    text: str,
    font: QFont,
    line: int,
    width: float,
    align: Qt.AlignmentFlag,
    spans: Sequence[Span],
    *,
    breaks: Laid | None = None,
    last: int = 0,
    box: float = 0.0,
) -> Laid:
    layout = QTextLayout(text.replace("\n", "\u2028"), font)
    option = QTextOption(align)
    option.setWrapMode(QTextOption.WrapMode.WordWrap)
    layout.setTextOption(option)
    layout.setFormats([_format(span, font) for span in spans])
    layout.beginLayout()
    widest = 0.0
    count = 0
    while True:
        row = layout.createLine()
        if not row.isValid():
            break
        if breaks is not None and count < last - 1:
            row.setNumColumns(breaks.layout.lineAt(count).textLength(), box)
        else:
            row.setLineWidth(box if breaks is not None else width)
        row.setPosition(QPointF(0, count * line + (line - row.height()) / 2))
        widest = max(widest, row.naturalTextWidth())
        count += 1
    layout.endLayout()
    return Laid(layout, widest, max(1, count) * line, max(1, count), elided=False)


def _format(span: Span, font: QFont) -> QTextLayout.FormatRange:
    look = QTextCharFormat()
    if span.colour is not None:
        look.setForeground(span.colour)
    if span.back is not None:
        look.setBackground(span.back)
    if span.weight is not None:
        own = QFont(font)
        own.setWeight(QFont.Weight(span.weight))
        look.setFont(own)
    look.setFontUnderline(span.underline)
    made = QTextLayout.FormatRange()
    made.start = span.start
    made.length = span.length
    made.format = look
    return made
