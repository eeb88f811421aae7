"""Empty: what stands where there is nothing yet: an icon, one fact, one thing to do."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from reader.ui.theme import Colour, Role
from reader.ui.widgets.button import Button
from reader.ui.widgets.layout import Column
from reader.ui.widgets.paragraph import Paragraph
from reader.ui.widgets.pill import Glyph


class Empty(QWidget):
    """Centred icon, title, sentence and button; `pressed` is sent by the button, if `button` names one."""

    pressed = Signal()

    def __init__(
        self,
        icon: str,
        title: str,
        text: str = "",
        button: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        middle = Qt.AlignmentFlag.AlignHCenter
        column = Column(self, 16, 0)
        column.addStretch(1)
        column.addWidget(Glyph(icon, 36, Colour.INK2), 0, middle)
        column.gap(8)
        column.addWidget(Paragraph(title, Role.BODY_STRONG, align=middle))
        if text:
            column.addWidget(Paragraph(text, Role.NOTE, Colour.INK2, align=middle))
        self.button: Button | None = None
        if button:
            column.gap(12)
            self.button = Button(button)
            self.button.clicked.connect(lambda _checked=False: self.pressed.emit())
            column.addWidget(self.button, 0, middle)
        column.addStretch(1)
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)
