"""Progress: a sentence that says how far, and a bar below it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainterPath, QPaintEvent
from PySide6.QtWidgets import QProgressBar, QSizePolicy, QWidget

from reader.ui.theme import Colour, Mode, Role
from reader.ui.widgets.base import Themed, begin, box
from reader.ui.widgets.layout import Column, Row
from reader.ui.widgets.paragraph import Paragraph


class Bar(QProgressBar, Themed):
    """The bar alone: 8 high, 12 for a total. Grey while paused."""

    def __init__(self, *, total: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._high = 12 if total else 8
        self._paused = False
        self.setTextVisible(False)
        self.setRange(0, 1000)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.follow()

    def set_share(self, share: float, *, paused: bool = False) -> None:
        """Fill `share` (0.0–1.0) of it."""
        self._paused = paused
        self.setValue(round(1000 * min(1.0, max(0.0, share))))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self.px(150), self.px(self._high))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.px(48), self.px(self._high))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = begin(self)
        whole = QRectF(self.rect())
        radius = whole.height() / 2
        track = QPainterPath()
        track.addRoundedRect(whole, radius, radius)
        painter.fillPath(track, self.theme.colour(Colour.TRACK))
        if self.theme.mode is Mode.CONTRAST:
            box(painter, whole, None, self.theme.colour(Colour.LINE), radius)
        if self.value() > 0:
            done = QRectF(whole)
            done.setWidth(max(whole.height(), whole.width() * self.value() / 1000))
            filled = QPainterPath()
            filled.addRoundedRect(done, radius, radius)
            colour = Colour.LINE2 if self._paused else Colour.PRIMARY
            painter.fillPath(filled, self.theme.colour(colour))
        painter.end()


class Progress(QWidget):
    """What is being fetched or sent, at the right how far, below the bar."""

    def __init__(
        self,
        text: str = "",
        note: str = "",
        share: float = 0.0,
        *,
        paused: bool = False,
        total: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._text = Paragraph("", Role.BODY_MEDIUM, max_lines=1)
        self._note = Paragraph("", Role.NOTE, Colour.INK2)
        self.bar = Bar(total=total)
        column = Column(self, 0, 6)
        row = Row(spacing=16)
        row.addWidget(self._text, 1)
        row.addWidget(self._note)
        column.addLayout(row)
        column.addWidget(self.bar)
        self.set_state(text, note, share, paused=paused)

    def set_state(self, text: str, note: str, share: float, *, paused: bool = False) -> None:
        """Say how it stands; `share` is 0.0–1.0."""
        self._text.set_text(text)
        self._note.set_text(note)
        self._note.setVisible(bool(note))
        self.bar.set_share(share, paused=paused)
        self.bar.setAccessibleName(text)
        self.bar.setAccessibleDescription(note)
