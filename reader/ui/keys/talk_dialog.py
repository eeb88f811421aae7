"""What the dialogs of both laptops have in common: a page that changes with how far the exchange is."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from reader.core.key_views import KeysView, TalkView
from reader.ui import problems
from reader.ui.format import time_text
from reader.ui.keys import words
from reader.ui.keys.digits import Digits
from reader.ui.theme import Colour, Role
from reader.ui.unlock.frame import Working
from reader.ui.widgets import Dialog, Gap, Kind, Paragraph
from sync.errors import SohopError


class TalkDialog(Dialog):
    """Escape closes it and ends nothing: it goes on where it was when it is opened again."""

    sameRequested = Signal(str)
    """The digits are the same, says the owner here; which ask."""
    ended = Signal(str, str)
    """End this ask, and why (an ``EndReason``)."""

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(title, parent, action=" ")
        self._view = KeysView()
        self._heading = Paragraph("", Role.SERIF_TEXT)
        self._text = Paragraph("", Role.BODY, Colour.INK2)
        self.digits = Digits()
        self._working = Working()
        self._until = Paragraph("", Role.NOTE, Colour.INK2)
        self.body.gap(8)
        self.body.addWidget(self._heading)
        self.body.gap(12)
        self._below = Gap(height=12)
        self.body.addWidget(self.digits)  # above the text: in large type there is no room for both
        self.body.addWidget(self._below)
        self.body.addWidget(self._text)
        self.body.gap(12)
        self.body.addWidget(self._working)
        self.body.gap(8)
        self.body.addWidget(self._until)
        self._trouble = ""
        self._safe: Callable[[], None] = self.reject
        self._act: Callable[[], None] = self.reject
        self.safe_button.clicked.disconnect()
        self.safe_button.clicked.connect(lambda _checked=False: self._safe())

    def accept(self) -> None:
        """What the button at the right means on this page."""
        if self.action_button is not None and self.action_button.isVisibleTo(self):
            self._trouble = ""
            self._act()

    def page(self, heading: str, text: str, *, digits: str = "", waits: str = "", until: str = "") -> None:
        """Show this; ``waits`` is what is waited for, for who does not see the bar move."""
        before = self._heading.text()
        self._heading.set_text(heading)
        self._text.set_text(text)
        self._text.setVisible(bool(text))
        self.digits.setVisible(bool(digits))
        self._below.setVisible(bool(digits))
        if digits:
            self.digits.set_digits(digits)
        self._working.setVisible(bool(waits))
        self._working.set_on(bool(waits), waits)
        self._until.set_text(self._trouble or until)
        self._until.setVisible(bool(self._trouble or until))
        self.setAccessibleDescription(f"{heading} {text}".strip())
        if before != heading and digits:
            self.digits.setFocus(Qt.FocusReason.OtherFocusReason)

    def problem(self, error: SohopError) -> None:
        """What was pressed could not be done: said until the next press."""
        self._trouble = problems.sentence(error)
        self._until.set_text(self._trouble)
        self._until.setVisible(True)
        self.place()

    def buttons(
        self,
        safe: tuple[str, Callable[[], None]],
        action: tuple[str, Callable[[], None]] | None = None,
        kind: Kind = Kind.PRIMARY,
    ) -> None:
        """What the two buttons say and do on this page."""
        self.safe_button.set_text(safe[0])
        self._safe = safe[1]
        if self.action_button is not None:
            self.action_button.setVisible(action is not None)
            if action is not None:
                self.action_button.set_text(action[0])
                self.action_button.set_kind(kind)
                self._act = action[1]
        if self.isVisible():
            self.place()

    def until(self, talk: TalkView) -> str:
        """How long it goes on."""
        if talk.until is None:
            return self.tr("Chưa gửi được: chờ có mạng.")
        return self.tr("Chờ đến {time}.").format(time=time_text(talk.until.astimezone()))

    def compare(self, talk: TalkView, different: Callable[[], None]) -> None:
        """The page with the digits."""
        self.page(
            self.tr("Máy “{name}” có hiện đúng sáu chữ số này không?").format(
                name=words.laptop_name(talk.other)
            ),
            self.tr("Đặt hai máy cạnh nhau và so từng chữ số. Cả hai máy đều phải bấm “Giống nhau”."),
            digits=talk.digits,
        )
        self.buttons(
            (self.tr("Khác nhau"), different),
            (self.tr("Giống nhau"), lambda: self.sameRequested.emit(talk.ask)),
        )
