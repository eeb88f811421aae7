"""A hand on the window: waits, clicks, types and takes pictures. For the demo, the shots and tests."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEventLoop, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from reader.ui.desk.screen import DeskScreen
from reader.ui.marks.tools import Tool
from reader.ui.meeting.check_in import CheckInDialog
from reader.ui.meeting.screen import Tab
from reader.ui.open_book import OpenBook
from reader.ui.page.page_words import Spot
from reader.ui.page.text_editor import TextEditor
from reader.ui.page.view import PageView
from reader.ui.theme import current
from reader.ui.widgets import Dialog, picture
from reader.ui.window import MainWindow
from sync.model.ids import DocumentId, MotionId

EVERY_LOOK = "SOHOP_EVERY_LOOK"
OTHER_LOOKS = (("dark", 1.0), ("light", 2.0), ("dark", 2.0))
"""Beside light at 100 %."""


class TooLongError(AssertionError):
    """Something that should happen on the screen did not."""


class Hand:
    """Drives one window. Every wait has an end, and says what it waited for."""

    def __init__(self, window: MainWindow, pictures: Path | None = None) -> None:
        self.window = window
        self.shots: list[Path] = []
        self._pictures = pictures

    @property
    def book(self) -> OpenBook:
        """The open book's screens."""
        book = self.window.book
        if book is None:
            raise TooLongError("the book is locked")
        return book

    @property
    def desk(self) -> DeskScreen:
        """The secretary's page of the meeting."""
        desk = self.book.meeting.desk
        assert desk is not None
        return desk

    def wait(self, condition: Callable[[], object], what: str, seconds: float = 20.0) -> None:
        """Let the window live until ``condition`` holds. Raises ``TooLongError``."""
        end = time.monotonic() + seconds
        while not condition():
            if time.monotonic() > end:
                raise TooLongError(f"not within {seconds:.0f} s: {what}")
            _live(10)

    def settle(self, seconds: float = 0.15) -> None:
        """Let paints and queued answers arrive."""
        _live(round(seconds * 1000))

    def shoot(self, name: str, of: QWidget | None = None) -> None:
        """A picture of the window as a person sees it; in every look, when ``EVERY_LOOK`` is set. ``of``
        another window: as that is now."""
        self.settle()
        if self._pictures is None:
            return
        self._pictures.mkdir(parents=True, exist_ok=True)
        if of is not None:
            picture(of).save(str(self._pictures / f"{name}.png"))
            return
        self._save(self._pictures / f"{name}.png")
        if os.environ.get(EVERY_LOOK):
            theme, scale = current(), current().scale
            for mode, text in OTHER_LOOKS:
                theme.set_mode(mode)
                theme.set_scale(text)
                self.settle(0.4)
                self._save(self._pictures / f"{name}-{mode}-{round(text * 100)}.png")
            theme.set_mode("light")
            theme.set_scale(scale)
            self.settle()

    def _save(self, path: Path) -> None:
        picture(self.window).save(str(path))
        self.shots.append(path)

    def click(self, button: QAbstractButton, what: str = "button") -> None:
        """Press a button with the mouse."""
        self.wait(lambda: button.isVisible() and button.isEnabled(), f"{what} can be pressed")
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def type(self, field: QWidget, text: str) -> None:
        """Type any letters, as an input method gives them."""
        field.setFocus()
        event = QInputMethodEvent("", [])
        event.setCommitString(text)
        QApplication.sendEvent(field, event)

    # --- the ways of this program -------------------------------------------------------------------------

    def unlock(self, passphrase: str) -> None:
        """Unlock, and wait for the shelf."""
        gate = self.window.gate
        gate.unlock.field.set_text(passphrase)
        self.click(gate.unlock.button, "Mở sổ")
        self.wait(lambda: self.window.book is not None, "the book opens", 30)
        self.wait(lambda: self.book.shelf_view is not None, "the shelf is drawn")

    def wait_complete(self, seconds: float = 60.0) -> None:
        """Wait until every document of every meeting is on this laptop."""

        def complete() -> bool:
            view = self.book.shelf_view
            return view is not None and bool(view.cards) and all(c.files == c.files_have for c in view.cards)

        self.wait(complete, "all documents arrive", seconds)

    def open_meeting(self) -> None:
        """Open the next meeting from the shelf."""
        self.click(self.book.shelf.next.open_button, "Mở kỳ họp")
        self.wait(lambda: self.book.meeting.screen.isVisible(), "the meeting is shown")

    def open_document(self, document: str) -> None:
        """Open a document and wait for its first sharp page."""
        self.book.meeting.screen.documentOpened.emit(document)
        reading = self.book.meeting.reading
        self.wait(
            lambda: (
                reading.document is not None
                and reading.document.id == document
                and reading.shown == reading.document.sha256
            ),
            f"{document} opens",
        )
        self.wait(lambda: reading.pane.view.is_sharp, f"the page of {document} is painted")

    def find(self, query: str) -> int:
        """Look for words in the open document; how many places were found."""
        finding = self.book.meeting.reading.pane.finding
        self.book.meeting.reading.pane.open_find(query)
        self.wait(lambda: len(finding.hits) > 0, f"“{query}” is found")
        self.settle(0.3)
        return len(finding.hits)

    def search(self, query: str) -> int:
        """Look for words in everything on the laptop, once all of it is in the index; how many places."""
        page = self.book.shelf.search
        self.wait(lambda: page.index.total > 0 and page.index.complete, "every document is in the index", 60)
        page.field.set_text("")
        self.type(page.field.edit, query)
        self.wait(lambda: page.list.results.places > 0, f"“{query}” is found")
        return page.list.results.places

    def select_hit(self) -> None:
        """Drag the mouse over the place that was found last."""
        pane = self.book.meeting.reading.pane
        current = pane.finding.current
        hit = pane.finding.hits[current or 0].hit
        box = hit.rects[0]
        self.wait(lambda: bool(pane.view.words.get(hit.page)), "the page's words arrive")
        middle = (box.y0 + box.y1) / 2
        start = self._point(pane.view, Spot(hit.page, box.x0 + 1, middle))
        end = self._point(pane.view, Spot(hit.page, box.x1 - 1, middle))
        viewport = pane.view.viewport()
        QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=start)
        for step in range(1, 9):
            QTest.mouseMove(viewport, start + (end - start) * step / 8)
            _live(5)
        QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=end)
        self.wait(lambda: pane.view.selected_text != "", "words are selected")

    def highlight(self) -> None:
        """Highlight what is selected, with the key."""
        before = len(self.marks())
        view = self.book.meeting.reading.pane.view
        view.setFocus()
        QTest.keyClick(view, Qt.Key.Key_H)
        self._wait_for_marks(before + 1, "the highlight is kept")

    def draw(self, tool: Tool, *way: tuple[float, float]) -> None:
        """Take a tool out of the column and pull it through points of the page shown."""
        before, pane = len(self.marks()), self.book.meeting.reading.pane
        if pane.tools.isHidden():
            self.click(self._button(pane.toolbar, "Đánh dấu"), "Đánh dấu")
            self.wait(lambda: pane.view.is_sharp, "the page is painted in its new room")
        pane.tools.set_tool(tool)
        pane.tools.toolChanged.emit(tool)
        page = pane.view.page
        first, *others = [self._point(pane.view, Spot(page, x, y)) for x, y in way]
        viewport = pane.view.viewport()
        QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=first)
        for point in others:
            QTest.mouseMove(viewport, point)
            _live(5)
        QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=others[-1])
        self._wait_for_marks(before + 1, "the drawing is kept")

    def write_on_page(self, text: str, place: tuple[float, float]) -> None:
        """Type plain letters at a point of the page shown; Escape ends it."""
        before, pane = len(self.marks()), self.book.meeting.reading.pane
        pane.tools.press(Tool.TEXT)
        point = self._point(pane.view, Spot(pane.view.page, *place))
        QTest.mouseClick(pane.view.viewport(), Qt.MouseButton.LeftButton, pos=point)
        (editor,) = pane.view.viewport().findChildren(TextEditor)
        QTest.keyClicks(editor, text)
        QTest.keyClick(editor, Qt.Key.Key_Escape)
        self._wait_for_marks(before + 1, "the words are kept")

    def bookmark(self) -> None:
        """Set one on the page shown."""
        before = len(self.marks())
        self.book.meeting.reading.pane.bookmarks.toggle()
        self._wait_for_marks(before + 1, "the bookmark is kept")

    def undo_drawings(self, count: int) -> None:
        """Take the last ones back and lay the tools down."""
        before, pane = len(self.marks()), self.book.meeting.reading.pane
        for number in range(1, count + 1):
            pane.undoRequested.emit()
            self._wait_for_marks(before - number, "a drawing is taken back")
        self.click(self._button(pane.toolbar, "Đánh dấu"), "Đánh dấu")

    @staticmethod
    def _button(inside: QWidget, name: str) -> QAbstractButton:
        found = [one for one in inside.findChildren(QAbstractButton) if one.accessibleName() == name]
        if len(found) != 1:
            raise TooLongError(f"{len(found)} buttons are called {name}")
        return found[0]

    def write_note(self, text: str, *, share: bool) -> None:
        """Write a note on what is selected, private or for the secretary."""
        before = len(self.marks())
        view = self.book.meeting.reading.pane.view
        view.setFocus()
        QTest.keyClick(view, Qt.Key.Key_N)
        notes = self.book.meeting.reading.notes
        self.wait(lambda: notes.writing, "the note editor opens")
        self.type(notes.editor.field, text)
        notes.editor.audience.choose(1 if share else 0)
        notes.editor.save()
        self._wait_for_marks(before + 1, "the note is kept")

    def check_in(self) -> None:
        """Say that this person is present."""
        meeting = self.book.meeting
        self.click(meeting.screen.check_in.button, "Điểm danh…")
        dialog = self.window.findChild(CheckInDialog)
        if dialog is None or dialog.action_button is None:
            raise TooLongError("no dialog to check in")
        self.click(dialog.choices.choices[0], "Có mặt")
        self.click(dialog.action_button, "Báo thư ký")
        self.wait(lambda: meeting.view is not None and meeting.view.said.check_in, "checked in")

    def give_opinion(self, text: str) -> None:
        """Write an opinion on the item whose document is open, for the secretary."""
        meeting = self.book.meeting
        meeting.screen.right_tabs.choose(2)
        pane = meeting.screen.opinions
        self.click(pane.write_button, "Viết góp ý")
        self.type(pane.composer.text, text)
        self.click(pane.composer.send, "Gửi")
        self.wait(lambda: meeting.view is not None and meeting.view.said.opinions, "the opinion is kept")

    def _wait_for_marks(self, count: int, what: str) -> None:
        self.wait(lambda: len(self.marks()) == count, what)

    def marks(self) -> list[str]:
        """Marks of the meeting shown, as (kind, audience, text) in words."""
        view = self.book.meeting.view
        return [] if view is None else [f"{m.kind}|{m.audience}|{m.text}" for m in view.marks]

    def vote(self, motion: str, choice: int, text: str = "") -> None:
        """Choose, confirm, and wait until the ballot is sealed on this laptop."""
        self.book.meeting.screen.show_tab(Tab.BALLOT)
        ballot = self.book.meeting.ballot
        ballot.show_motion(MotionId(motion))
        self.settle()
        choices = ballot.paper.choices
        if choices is None:
            raise TooLongError(f"{motion} has no choices on the screen")
        self.click(choices.choices[choice], "choice")
        if text:
            self.type(ballot.paper.text, text)
        self.click(ballot.paper.cast_button, "Bỏ phiếu…")
        self.wait(lambda: ballot.dialog is not None and ballot.dialog.isVisible(), "the confirmation")

    def confirm(self, motion: str) -> None:
        """Press the confirmation's button and wait until the ballot is sealed."""
        dialog: Dialog | None = self.book.meeting.ballot.dialog
        if dialog is None or dialog.action_button is None:
            raise TooLongError("no confirmation is shown")
        button = dialog.action_button
        self.click(button, "Niêm phong và gửi")
        self.wait(lambda: self.ballot_state(motion) not in ("", "none"), f"{motion} is sealed")

    def ballot_state(self, motion: str) -> str:
        """Where this person's ballot is."""
        view = self.book.meeting.view
        found = view.motion(MotionId(motion)) if view is not None else None
        return found.ballot.state.value if found is not None else ""

    def lock(self) -> None:
        """Lock the book with the keys."""
        self.window.activateWindow()
        QTest.keyClick(self.window.windowHandle(), Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
        self.wait(lambda: self.window.book is None, "the book is locked")
        self.wait(lambda: self.window.gate.unlock.isVisible(), "the unlock screen")

    def document_page(self, document: str) -> int:
        """The page shown of a document that is open."""
        shown = self.book.meeting.reading.document
        if shown is None or shown.id != DocumentId(document):
            raise TooLongError(f"{document} is not shown")
        return self.book.meeting.reading.pane.view.page

    def _point(self, view: PageView, spot: Spot) -> QPoint:
        sheet = view.sheet_of(spot.page)
        if sheet is None:
            raise TooLongError(f"page {spot.page} is not on the screen")
        scale = sheet.frame.scale
        return (sheet.origin + QPointF(spot.x * scale, spot.y * scale)).toPoint()


def _live(milliseconds: int) -> None:
    """Let the window live so long. ``QTest.qWait`` would keep Python's lock from the other threads."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()
