"""What can be asked of anybody on the line's page: what each act came to, and the room hub."""

from __future__ import annotations

import re

from PySide6.QtWidgets import QAbstractButton, QScrollArea, QWidget

from reader.core.line_views import Line
from reader.ui.desk.reason import ReasonDialog
from reader.ui.meeting.screen import Tab
from reader.ui.sync.indicator import SyncIndicator
from reader.ui.sync.words import act_state, act_title
from reader.ui.widgets import Paragraph
from sync.model.ids import MotionId
from tools.demo import dialogs
from tools.hand import Hand, TooLongError

_ADDRESS = re.compile(r"\d+(?:\.\d+){3}:\d+")


class LinePage:
    """Acts on the page behind the indicator; mixed into what any person can do."""

    _hand: Hand

    def act_line_page(self) -> str:
        """Show it, by the indicator that every screen has."""
        hand = self._hand
        if not hand.book.sync.isVisible():
            shown = [one for one in hand.window.findChildren(SyncIndicator) if one.isVisible()]
            hand.click(shown[0], "the indicator")
            hand.wait(hand.book.sync.isVisible, "the line's page")
        return hand.book.sync_view.line.line.value

    def act_back_to_meeting(self) -> str:
        """By the shelf, as a person goes."""
        hand = self._hand
        tabs = hand.book.sync.header.findChildren(QAbstractButton)
        hand.click(next(one for one in tabs if one.text() == "Kệ họp"), "Kệ họp")
        hand.wait(hand.book.shelf.isVisible, "the shelf")
        hand.open_meeting()
        return "meeting"

    def act_wait_line(self, line: str) -> str:
        """Until the office's line is so, as this window has it."""
        self._hand.wait(lambda: self._hand.book.sync_view.line.line == line, f"the line is {line}", 60)
        return line

    def act_sync_now(self, line: str = Line.ONLINE.value) -> str:
        """Press the button, as who does not want to wait for the next try; the office's line is so then."""
        self.act_line_page()
        buttons = self._hand.book.sync.findChildren(QAbstractButton)
        self._press_here(next(one for one in buttons if one.text() == "Đồng bộ ngay"))
        return self.act_wait_line(line)

    def act_told(self) -> list[str]:
        """What the page tells of each act that waits, was refused, or arrived."""
        view = self._hand.book.sync_view
        acts = (*view.waiting, *view.sent)
        return [f"{act_title(act)}: {act_state(act, talking=False).text}" for act in acts]

    def act_wait_told(self, *words: str) -> list[str]:
        """Until every act on the page is told in one of these words, and each of these is among them."""

        def said() -> bool:
            acts = self.act_told()
            every = all(any(word in act for word in words) for act in acts)
            return every and all(any(word in act for act in acts) for word in words)

        try:
            self._hand.wait(said, f"{words}", 60)
        except TooLongError as error:
            raise TooLongError(f"{error}: {self.act_told()}") from error
        return self.act_told()

    def act_trail(self, motion: str, words: str) -> str:
        """Until this person's ballot is told in these words; what the trail says then."""
        hand = self._hand
        hand.book.meeting.screen.show_tab(Tab.BALLOT)
        ballot = hand.book.meeting.ballot
        ballot.show_motion(MotionId(motion))
        hand.wait(lambda: ballot.trail.heading.startswith(words), f"“{words}” is said of the ballot", 60)
        return ballot.trail.heading

    # --- the room hub

    def act_room_code(self, code: str, picture: str) -> str:
        """Make this laptop a room hub, with the administrator's code."""
        self.act_line_page()
        self._fill_line(self._hand.book.sync.room.code, code, picture)
        return self.act_wait_room_says("chờ người quản trị ký")

    def act_room_open(self, picture: str) -> str:
        """Press the one button; the address that is to be told in the room."""
        room = self._hand.book.sync.room
        self.act_line_page()
        self._press_here(room.begin)
        self._hand.wait(room.end.isVisible, "the room hub runs", 60)
        self._hand.wait(lambda: _ADDRESS.search(said(room)), "its address", 30)
        self._hand.shoot(picture)
        found = _ADDRESS.search(said(room))
        assert found is not None
        return found.group()

    def act_room_project(self, picture: str) -> str:
        """Show the room where it is: a sheet, where there is no projector; and put it away again."""
        self.act_line_page()
        self._press_here(self._hand.book.sync.room.project)
        dialog = dialogs.last(self._hand)
        self._hand.shoot(picture)
        shown = dialog.accessibleDescription()
        dialog.safe_button.click()
        return shown

    def act_room_close(self) -> str:
        """Press the button that ends it."""
        self.act_line_page()
        self._press_here(self._hand.book.sync.room.end)
        return self.act_wait_room_says("sẵn sàng làm trạm")

    def act_room_address(self, address: str, picture: str) -> str:
        """Type where the room hub is, as it stands on the wall."""
        self.act_line_page()
        self._fill_line(self._hand.book.sync.room.typed, address, picture)
        return address

    def act_wait_room(self, line: str = Line.ONLINE.value) -> str:
        """Until this window talks to a room hub that the roster names; what it is called."""
        seen: list[str] = []

        def found() -> bool:
            room = self._hand.book.sync_view.line.room
            seen[:] = [] if room is None else [room.name]
            return room is not None and room.line == line and bool(room.name)

        self._hand.wait(found, f"the room hub's line is {line}", 60)
        return seen[0]

    def act_wait_room_says(self, words: str) -> str:
        """Until the room's card says so."""
        room = self._hand.book.sync.room
        try:
            self._hand.wait(lambda: words in said(room), f"“{words}” is said", 60)
        except TooLongError as error:
            raise TooLongError(f"{error}: {said(room)}") from error
        return said(room)

    # --- both

    def _fill_line(self, button: QAbstractButton, text: str, picture: str) -> None:
        """Press a button that asks for one line, give it, and go on."""
        self._press_here(button)
        dialog = dialogs.last(self._hand)
        assert isinstance(dialog, ReasonDialog)
        self._hand.type(dialog.field.edit, text)
        self._hand.shoot(picture)
        dialogs.agree(self._hand, dialog)

    def _press_here(self, button: QAbstractButton) -> None:
        """A button of this page, brought into view first."""
        self._bring_here(button)
        self._hand.click(button, button.text())

    def _bring_here(self, widget: QWidget) -> None:
        """Scroll to it."""
        area = widget.parentWidget()
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        if area is not None:
            area.ensureWidgetVisible(widget)
            self._hand.settle()


def said(inside: QWidget) -> str:
    """All sentences that are to be read in it."""
    return " · ".join(one.text() for one in inside.findChildren(Paragraph) if one.isVisible())
