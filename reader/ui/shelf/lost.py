"""The banner about a meeting that was being read and may not be read any more: why, and what is safe."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from reader.core.views import MeetingCard
from reader.ui.plain import plain_line
from reader.ui.shelf import words
from reader.ui.theme import Tone
from reader.ui.widgets import Banner, Column


class LostBanner(QWidget):
    """Hidden until `say`; its button takes it away."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.banner = Banner("", tone=Tone.WAIT, icon="info", buttons=(self.tr("Đã hiểu"),), beside=True)
        self.banner.pressed.connect(lambda _which: self.hide())
        Column(self, (26, 20, 24, 0)).addWidget(self.banner)
        self.hide()

    def say(self, card: MeetingCard | None) -> None:
        """Say why; without a card nothing is known of the meeting here any more."""
        if card is None:
            self.banner.set_words(self.tr("Kỳ họp này không còn trên máy"), self.tr("Ghi chú vẫn còn."))
        else:
            title = self.tr("Đã đóng “{title}”").format(title=plain_line(card.short or card.title))
            said = words.state(card, None)
            self.banner.set_tone(Tone.WAIT, said.icon)
            self.banner.set_words(title, f"{said.text}.")
        self.show()
