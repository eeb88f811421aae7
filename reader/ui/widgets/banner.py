"""Banner: what happened, what is safe, and one or two things to do; it stands inside the pane it concerns."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from reader.ui.theme import SPACE, Colour, Role, Tone
from reader.ui.widgets.button import Button
from reader.ui.widgets.layout import Column, Row
from reader.ui.widgets.paragraph import Paragraph
from reader.ui.widgets.pill import TONE_EDGE, TONE_FILL, TONE_INK, Glyph
from reader.ui.widgets.surface import Surface

_ICON: dict[Tone, str] = {
    Tone.PLAIN: "info",
    Tone.INFO: "info",
    Tone.OK: "check-circle",
    Tone.WAIT: "hourglass-medium",
    Tone.BAD: "warning-octagon",
}


class Banner(Surface):
    """A tinted box: icon, title, text and up to two buttons; `pressed(0)` or `pressed(1)` says which one.

    With `beside`, the buttons stand at the right instead of under the text.
    """

    pressed = Signal(int)

    def __init__(
        self,
        title: str,
        text: str = "",
        tone: Tone = Tone.INFO,
        *,
        icon: str = "",
        buttons: Sequence[str] = (),
        beside: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        if len(buttons) > 2:
            raise ValueError("a banner has at most two buttons")
        super().__init__(TONE_FILL[tone], TONE_EDGE[tone], SPACE.radius_card, parent)
        self._title = Paragraph(title, Role.BODY_STRONG)
        self._text = Paragraph(text, Role.NOTE, Colour.INK)
        self._text.setVisible(bool(text))
        self._glyph = Glyph(icon or _ICON[tone], 24, TONE_INK[tone])
        self.buttons = tuple(Button(label) for label in buttons)
        row = Row(self, (17, 13, 17, 13), 12)
        row.addWidget(self._glyph, 0, Qt.AlignmentFlag.AlignTop)
        words = Column(spacing=0)
        words.addWidget(self._title)
        words.addWidget(self._text)
        row.addLayout(words, 1)
        acts = Row(spacing=8)
        for which, button in enumerate(self.buttons):
            button.clicked.connect(lambda _checked=False, which=which: self.pressed.emit(which))
            acts.addWidget(button)
        if self.buttons and beside:
            row.addLayout(acts)
        elif self.buttons:
            words.gap(8)
            acts.addStretch(1)
            words.addLayout(acts)
        self._name()

    def set_words(self, title: str, text: str = "") -> None:
        """Change title and text."""
        self._title.set_text(title)
        self._text.set_text(text)
        self._text.setVisible(bool(text))
        self._name()

    def set_tone(self, tone: Tone, icon: str = "") -> None:
        """Change tone and icon."""
        self.set_colours(TONE_FILL[tone], TONE_EDGE[tone])
        self._glyph.set_icon(icon or _ICON[tone], TONE_INK[tone])

    def _name(self) -> None:
        self.setAccessibleName(self._title.text())
        self.setAccessibleDescription(self._text.text())
