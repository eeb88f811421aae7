"""The strip under the pages while a mark is chosen: what it is, and what can be done with it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize, Signal, SignalInstance
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from reader.core.views import MarkView
from reader.ui.marks.swatches import Inks, Widths
from reader.ui.marks.words import mark_name, standing
from reader.ui.page.ink import DRAWN
from reader.ui.page.painting import INK_COLOUR
from reader.ui.theme import Colour, Role
from reader.ui.widgets import Button, Column, Line, Paragraph, Row, Surface, hold
from sync.model.annotation import MarkKind

_WORDS, _SWATCHES = 860, 560
"""Design pixels below which there are only icons, and no swatches either: the tools have them, too."""
_COLOURLESS: Final = (MarkKind.BOOKMARK,)


class MarkBar(Surface):
    """56 high; hidden while no mark is chosen."""

    noteRequested = Signal(str)
    shareRequested = Signal(str)
    copyRequested = Signal(str)
    """The text under the mark."""
    deleteRequested = Signal(str)
    inkChosen = Signal(object)
    """Colour of sync.model.annotation."""
    widthChosen = Signal(float)
    """Points."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._mark: MarkView | None = None
        super().__init__(Colour.PAPER, None, 0, parent)
        self._swatch = Surface(Colour.MARK_YELLOW, Colour.LINE2, 4)
        hold(self._swatch, width=20, height=20)
        self._inks, self._widths = Inks(), Widths()
        self._inks.chosen.connect(self.inkChosen)
        self._widths.chosen.connect(self.widthChosen)
        self._words = Paragraph("", Role.BODY, max_lines=1)
        self._note = Button(self.tr("Ghi chú"), icon="note-pencil")
        self._share = Button(self.tr("Ai đọc được…"), icon="users")
        self._copy = Button(self.tr("Chép chữ"), icon="copy")
        self._delete = Button(self.tr("Xóa"), icon="trash")
        self._note.clicked.connect(lambda _checked=False: self._send(self.noteRequested))
        self._share.clicked.connect(lambda _checked=False: self._send(self.shareRequested))
        self._delete.clicked.connect(lambda _checked=False: self._send(self.deleteRequested))
        self._copy.clicked.connect(lambda _checked=False: self._on_copy())
        row = Row(margins=(16, 7, 12, 8), spacing=8)
        row.addWidget(self._swatch)
        row.addWidget(self._inks)
        row.addWidget(self._widths)
        row.addWidget(self._words, 1)
        for button in (self._note, self._share, self._copy, self._delete):
            row.addWidget(button)
        column = Column(self)
        column.addWidget(Line())
        column.addLayout(row)
        self.hide()

    def set_mark(self, mark: MarkView | None) -> None:
        """Speak of this mark, or of none."""
        self._mark = mark
        self.setVisible(mark is not None)
        if mark is None:
            return
        self._swatch.set_colours(INK_COLOUR[mark.colour], Colour.LINE2)
        self._inks.set_ink(mark.colour)
        self._widths.set_width(mark.width)
        self._words.set_text(f"{mark_name(mark)} · {standing(mark).text}")
        self._note.setVisible(mark.mine)
        self._share.setVisible(mark.mine)
        self._copy.setVisible(mark.quote is not None)
        self._delete.setVisible(mark.mine)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def restyle(self) -> None:
        super().restyle()
        if self._mark is not None:
            self._fit()

    def _fit(self) -> None:
        """Little room: icons without words."""
        mark, room = self._mark, self.width()
        compact = room < self.px(_WORDS)
        write = self.tr("Sửa") if mark is not None and mark.kind is MarkKind.TEXT else self.tr("Ghi chú")
        for button, words in (
            (self._note, write),
            (self._share, self.tr("Ai đọc được…")),
            (self._copy, self.tr("Chép chữ")),
            (self._delete, self.tr("Xóa")),
        ):
            button.set_text("" if compact else words)
            button.setAccessibleName(words)
            button.setToolTip(words if compact else "")
        offered = mark is not None and mark.mine and mark.kind not in _COLOURLESS
        offered = offered and room >= self.px(_SWATCHES)
        self._inks.setVisible(offered)
        self._swatch.setVisible(not offered)
        self._widths.setVisible(offered and mark is not None and mark.kind in DRAWN)

    def _send(self, signal: SignalInstance) -> None:
        if self._mark is not None:
            signal.emit(self._mark.id)

    def _on_copy(self) -> None:
        if self._mark is not None and self._mark.quote is not None:
            self.copyRequested.emit(self._mark.quote.exact)
