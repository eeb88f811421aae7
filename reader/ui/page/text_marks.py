"""Words of one's own on the page: laid out in its points, so that lines break the same at every size."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from msgspec import structs
from PySide6.QtCore import QRectF
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFont,
    QPainter,
    QPalette,
    QPen,
    QTextDocument,
    QTextOption,
)

from reader.ui.page.sheet import Box, Sheet
from reader.ui.theme import Colour, Role, current
from sync.model.annotation import Mark, Rect

SIZE: Final = 12.0
"""Points along a letter's height."""
MARGIN: Final = 3.0
"""Points between the words and the edge of their box."""
_KEPT: Final = 500


def prepare(document: QTextDocument, width: float) -> None:
    """Lay words out as they are on a page, in a box so many points wide. It is as high as they need."""
    font = QFont(current().font(Role.BODY))
    font.setPixelSize(round(SIZE))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    option = QTextOption()
    option.setUseDesignMetrics(True)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    document.setDefaultFont(font)
    document.setDefaultTextOption(option)
    document.setDocumentMargin(MARGIN)
    document.setTextWidth(width)


def fitted(mark: Mark) -> Mark:
    """As high as its words are."""
    return structs.replace(mark, rects=(fitted_box(mark.rects[0], mark.text),))


def fitted_box(box: Rect, text: str) -> Rect:
    """The box as high as these words are in it."""
    return Rect(box.x0, box.y0, box.x1, round(box.y0 + height_of(text, box.x1 - box.x0), 2))


def height_of(text: str, width: float) -> float:
    """Points."""
    return round(_laid(text, width).size().height(), 2)


def paint_text(painter: QPainter, sheet: Sheet, box: Box, text: str, ink: Colour) -> None:
    """In the box, on paper of their own: no wider than they are, for it covers what is printed there."""
    painter.save()
    painter.setTransform(sheet.transform, combine=True)
    painter.translate(box.x0, box.y0)
    document = _laid(text, box.x1 - box.x0)
    ground = QRectF(0, 0, min(document.idealWidth(), box.x1 - box.x0), document.size().height())
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(sheet.colour(ink), 1 / sheet.frame.scale))
    painter.setBrush(sheet.colour(Colour.PAGE))
    painter.drawRoundedRect(ground, 2, 2)
    context = QAbstractTextDocumentLayout.PaintContext()
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Text, QColor(sheet.colour(ink)))
    context.palette = palette
    document.documentLayout().draw(painter, context)
    painter.restore()


def forget() -> None:
    """Nothing that was written stays in memory."""
    _laid.cache_clear()


@lru_cache(maxsize=_KEPT)
def _laid(text: str, width: float) -> QTextDocument:
    document = QTextDocument()
    prepare(document, width)
    document.setPlainText(text)
    return document
