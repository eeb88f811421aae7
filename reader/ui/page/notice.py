"""The strip between the bar and the pages: what happened to this document, and one or two things to do."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from reader.ui.theme import Colour, Role, Tone
from reader.ui.widgets import Button, Column, Glyph, Kind, Line, Paragraph, Row, Surface

_ICON = {
    Tone.PLAIN: "info",
    Tone.INFO: "info",
    Tone.OK: "check-circle",
    Tone.WAIT: "arrows-left-right",
    Tone.BAD: "warning-octagon",
}
_LOOK = {
    Tone.PLAIN: (Colour.INK2, Colour.HOVER, Colour.LINE),
    Tone.INFO: (Colour.PRIMARY_TEXT, Colour.PRIMARY_TINT, Colour.PRIMARY_LINE),
    Tone.OK: (Colour.OK, Colour.OK_TINT, Colour.OK_LINE),
    Tone.WAIT: (Colour.WAIT, Colour.WAIT_TINT, Colour.WAIT_LINE),
    Tone.BAD: (Colour.BAD, Colour.BAD_TINT, Colour.BAD_LINE),
}


class Notice(Surface):
    """Hidden until `say`; `pressed` is sent with the id of the action chosen."""

    pressed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Colour.WAIT_TINT, None, 0, parent)
        self._glyph = Glyph("info", 20, Colour.WAIT)
        self._words = Paragraph("", Role.NOTE)
        self._buttons: list[Button] = []
        self._row = Row(margins=(16, 9, 16, 9), spacing=10)
        self._row.addWidget(self._glyph, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addWidget(self._words, 1)
        self._line = Line()
        column = Column(self)
        column.addLayout(self._row)
        column.addWidget(self._line)
        self.hide()

    @property
    def text(self) -> str:
        """What it says."""
        return self._words.text()

    def say(self, tone: Tone, text: str, actions: Sequence[tuple[str, str]] = ()) -> None:
        """Show a sentence; each action is (id, words of its link)."""
        ink, fill, _edge = _LOOK[tone]
        self.set_colours(fill, None)
        self._glyph.set_icon(_ICON[tone], ink)
        self._words.set_text(text)
        for button in self._buttons:
            self._row.removeWidget(button)
            button.deleteLater()
        self._buttons = []
        for action, words in actions:
            button = Button(words, Kind.LINK)
            button.clicked.connect(lambda _checked=False, action=action: self.pressed.emit(action))
            self._row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
            self._buttons.append(button)
        self.setAccessibleName(text)
        self.show()
