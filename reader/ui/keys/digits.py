"""Six digits to be compared: large, in two groups, and spoken one by one."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget

from reader.ui.keys.words import grouped
from reader.ui.theme import SPACE, Colour, Role
from reader.ui.widgets import Column, Paragraph, Surface


class Digits(Surface):
    """A panel that the keyboard can come to, so that a screen reader reads it again."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Colour.WELL, Colour.LINE2, SPACE.radius_card, parent)
        self._shown = Paragraph("", Role.COVER_TITLE, align=Qt.AlignmentFlag.AlignHCenter)
        self._shown.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        column = Column(self, (16, 4, 16, 4))
        column.addWidget(self._shown)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.set_colours(Colour.WELL, Colour.PRIMARY)
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.set_colours(Colour.WELL, Colour.LINE2)
        super().focusOutEvent(event)

    def set_digits(self, digits: str) -> None:
        """Show these."""
        self._shown.set_text(grouped(digits))
        spoken = self.tr("Sáu chữ số: {digits}").format(digits=", ".join(digits))
        self.setAccessibleName(spoken)
        self._shown.setAccessibleName(spoken)
