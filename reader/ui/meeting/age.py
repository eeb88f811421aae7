"""The strip under a meeting's bar: how old what one sees is, and that a newer version is known of."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from reader.core.views import MeetingView
from reader.ui.sync.words import newer_text, stale_text
from reader.ui.theme import Colour, Role
from reader.ui.widgets.layout import Column, Row
from reader.ui.widgets.paragraph import Paragraph
from reader.ui.widgets.pill import Glyph
from reader.ui.widgets.surface import Line, Surface


class AgeStrip(Surface):
    """One amber line; hidden while the hub's word is fresh and complete."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Colour.WAIT_TINT, None, 0, parent)
        self._text = Paragraph("", Role.NOTE_MEDIUM, Colour.WAIT)
        whole = Column(self)
        row = Row(None, (22, 6, 22, 6), 10)
        row.addWidget(Glyph("clock", 20, Colour.WAIT), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._text, 1)
        whole.addLayout(row)
        whole.addWidget(Line(colour=Colour.WAIT_LINE))
        self.hide()

    def set_view(self, view: MeetingView) -> None:
        """Say what is to be said of this meeting."""
        said = ""
        if view.card.newer:
            said = f"{newer_text()}."
        elif view.stale is not None:
            said = stale_text(view.stale)
        self._text.set_text(said)
        self.setAccessibleName(self._text.text())
        self.setVisible(bool(said))
