"""The window with a real vault and real documents, and a line that is held here."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pymupdf
import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QTabBar, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid
from support.packets import DOCUMENT, MEETING, PASSPHRASE
from support.windows import HeldLine, WindowOffice, WindowReader, before_the_window, copied

from reader.core import library
from reader.core.book import Book
from reader.core.remembering import OpenTabs
from reader.core.views import Line, LineView
from reader.ui.ballot.confirm import ConfirmBallot
from reader.ui.ballot.draft import Draft
from reader.ui.dialogs import PassphraseDialog
from reader.ui.exports import Exports
from reader.ui.marks.notes_out import NotesOut
from reader.ui.marks.texts import Texts
from reader.ui.marks.wanted import Wanted
from reader.ui.page.page_words import Spot
from reader.ui.page.presentation import Presentation
from reader.ui.widgets import Button, Dialog, Scrim
from reader.ui.widgets.toast import Toast
from sync.model.annotation import Colour, Mark, MarkKind, Rect
from sync.model.ids import Digest, DocumentId
from sync.model.meeting import Manifest
from sync.wire.envelope import Kind

OTHER = DocumentId("doc-2")


def a_pdf(word: str, pages: int = 3) -> bytes:
    document = pymupdf.open()
    for number in range(pages):
        document.new_page().insert_text((72, 72), f"{word} {number + 1}")
    return bytes(document.tobytes(garbage=3, deflate=True))


FIRST, NEW, SECOND = a_pdf("khoa"), a_pdf("khoa, sang"), a_pdf("hai")


class Office(WindowOffice):
    """Has a meeting on the laptop of its delegate Lan."""

    def __init__(self, profile: Path) -> None:
        super().__init__(profile)
        self.made: Manifest | None = None
        book = self.paper.book(profile, self.paper.lan)
        self.publish(book, {DOCUMENT: FIRST, OTHER: SECOND})
        book.vault.close()

    def publish(
        self, book: Book, documents: dict[DocumentId, bytes], *, here: bool = True, **changes: Any
    ) -> None:
        """The next version arrives, with its documents if ``here``."""
        made = [self.paper.document(data, name, f"Tờ trình {name}") for name, data in documents.items()]
        item = self.paper.item(*made)
        manifest = self.paper.manifest(
            item, starts=datetime.now(UTC) + timedelta(days=1), after=self.made, **changes
        )
        self.paper.deliver(book.vault, manifest, item)
        self.made = manifest
        if here:
            for data in documents.values():
                self.arrive_here(book, data)

    def arrive_here(self, book: Book, data: bytes) -> None:
        """The whole of one document of the meeting."""
        self.arrive(book, MEETING, self.paper.document(data), data)


class Reader(WindowReader[Office]):
    """Lan before the open book."""

    def read(self, document: DocumentId = DOCUMENT) -> None:
        """Open a document and wait for its first page."""
        self.open_meeting()
        self.open_document(document)
        self.wait(lambda: self.pictures() > 0, "a page is painted")

    def save_a_note_on_the_document_before(self) -> None:
        """It is begun on page 2 of the first document, and saved while another one is shown."""
        self.read()
        notes = self.book.meeting.reading.notes
        notes.begin_note(1, (), None)
        self.type(notes.editor.field, "Của tờ trình một")
        self.open_document(OTHER)
        notes.editor.save()
        self.wait(lambda: len(self.marks()) == 1, "the note is kept")

    def focus(self) -> None:
        """The keyboard is on the page."""
        self.window.activateWindow()
        self.wait(self.window.isActiveWindow, "the window has the keyboard")
        self.book.meeting.reading.pane.view.setFocus()

    def press(self, key: Qt.Key, with_: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key on the page."""
        QTest.keyClick(self.book.meeting.reading.pane.view, key, with_)

    def pictures(self) -> int:
        """Bytes of pages kept for the screen."""
        return self.book.meeting.reading.pane.view._pictures.bytes_kept

    def cached(self, sha256: Digest) -> bool:
        """Whether any page of these bytes is still at hand."""
        pdf = self.book.pdf
        return sha256 in pdf._documents or any(key[0] == sha256 for key in pdf._cache._pages)


@pytest.fixture(scope="module")
def mould(tmp_path_factory: pytest.TempPathFactory) -> Office:
    return Office(tmp_path_factory.mktemp("office") / "lan")


@pytest.fixture
def office(tmp_path: Path, mould: Office) -> Office:
    return copied(mould, tmp_path / "lan")


@pytest.fixture
def reader(office: Office, qtbot: QtBot) -> Iterator[Reader]:
    yield from before_the_window(Reader, office, qtbot)


def lost(reader: Reader) -> str:
    banner = reader.book.shelf.lost
    return banner.banner.accessibleName() + " " + banner.banner.accessibleDescription()


def test_keys_turn_pages_as_soon_as_a_meeting_is_open(reader: Reader) -> None:
    reader.open_meeting()
    reader.wait(lambda: reader.pictures() > 0, "a page is painted")
    assert reader.window.focusWidget() is reader.book.meeting.reading.pane.view


def test_a_recalled_meeting_leaves_the_screen_with_its_pages(reader: Reader) -> None:
    reader.read()
    shown = reader.book.meeting.reading.shown
    old = reader.book.meeting.screen
    assert reader.cached(shown)
    reader.happens(lambda book: book.vault.packets.recall(MEETING, 1))
    reader.wait(reader.book.shelf.isVisible, "the shelf")
    reader.wait(reader.book.shelf.lost.isVisible, "the reason")
    assert lost(reader).startswith("Đã đóng “Kỳ họp 5” Văn phòng đã thu hồi")
    assert not isValid(old)
    assert reader.pictures() == 0
    assert reader.book.meeting.view is None
    assert reader.book.meeting.reading.shown is None
    reader.wait(lambda: not reader.cached(shown), "no page of it is at hand")


def test_a_recall_while_another_page_is_on_the_screen_takes_the_pages_too(reader: Reader) -> None:
    reader.read()
    shown = reader.book.meeting.reading.shown
    reader.book.show_sync()
    reader.happens(lambda book: book.vault.packets.recall(MEETING, 1))
    reader.wait(lambda: reader.book.meeting.view is None, "the meeting is forgotten")
    reader.wait(lambda: not reader.cached(shown), "no page of it is at hand")
    assert reader.book.sync.isVisible()


def test_a_place_in_a_recalled_document_is_not_written_down_again(reader: Reader) -> None:
    reader.read()
    reader.book.meeting.reading.pane.view.go_to(2)
    reader.happens(lambda book: book.vault.packets.recall(MEETING, 1))
    reader.wait(reader.book.shelf.lost.isVisible, "the reason")
    assert reader.window._books.wait(lambda book: book.vault.places.get(MEETING, DOCUMENT)) is None


def test_a_reading_period_that_ends_without_a_line_hides_the_meeting(
    reader: Reader, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader.read()
    assert office.made is not None
    after = office.made.lease + timedelta(minutes=1)
    monkeypatch.setattr(Book, "now", lambda _: after)
    assert reader.book._minute.isActive()
    reader.book._minute.timeout.emit()
    reader.wait(reader.book.shelf.lost.isVisible, "the reason")
    assert "Đã hết hạn đọc" in lost(reader)
    assert reader.book.meeting.view is None


def test_what_is_shown_grows_old_by_itself(
    reader: Reader, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader.window._books.wait(
        lambda book: book.vault.trust.put_freshness(
            office.paper.by_hub(Kind.FRESHNESS, office.paper.freshness(office.made)), datetime.now(UTC)
        )
    )
    reader.read()
    assert not reader.book.meeting.screen.age.isVisible()
    later = datetime.now(UTC) + timedelta(days=5)
    monkeypatch.setattr(Book, "now", lambda _: later)
    reader.book._minute.timeout.emit()
    reader.wait(reader.book.meeting.screen.age.isVisible, "the strip")


def test_the_reason_is_taken_away_with_its_button(reader: Reader) -> None:
    reader.read()
    reader.happens(lambda book: book.vault.packets.recall(MEETING, 1))
    reader.wait(reader.book.shelf.lost.isVisible, "the reason")
    reader.click(reader.book.shelf.lost.banner.buttons[0])
    assert not reader.book.shelf.lost.isVisible()


def test_a_meeting_that_went_just_before_it_was_opened_is_explained(reader: Reader) -> None:
    reader.window._books.wait(lambda book: book.vault.packets.recall(MEETING, 1))
    reader.book.open_meeting(MEETING, document=OTHER)
    reader.wait(reader.book.shelf.lost.isVisible, "the reason")
    assert reader.book.meeting.id is None


def strip(reader: Reader) -> str:
    notice = reader.book.meeting.reading.pane._notice
    return notice.text if notice.isVisible() else ""


def renewed(reader: Reader, *, here: bool = True) -> None:
    """A new version of the first document arrives."""
    documents = {DOCUMENT: NEW, OTHER: SECOND}
    reader.happens(lambda book: reader.office.publish(book, documents, here=here))
    reader.wait(lambda: "Có bản mới" in strip(reader), "the strip")


def test_a_new_version_waits_until_the_reader_asks_for_it(reader: Reader) -> None:
    reader.read()
    reading = reader.book.meeting.reading
    old = reading.shown
    reading.pane.view.go_to(2)
    renewed(reader)
    assert (reading.shown, reading.pane.view.page) == (old, 2)
    assert strip(reader) == "Có bản mới của tài liệu này."
    reader.click(reading.pane._notice._buttons[0])
    reader.wait(lambda: reading.shown not in (None, old), "the new version")
    assert reading.shown == reader.office.paper.document(NEW).sha256
    assert reading.pane.view.page == 2
    assert strip(reader) == ""
    reader.wait(lambda: not reader.cached(old), "the old one is let go")


def test_a_new_version_that_is_still_coming_is_told_of_and_offered_when_it_is_here(reader: Reader) -> None:
    reader.read()
    reading = reader.book.meeting.reading
    old = reading.shown
    renewed(reader, here=False)
    assert strip(reader) == "Có bản mới, chưa tải về đủ. Bản này vẫn đọc được."
    reader.book.meeting.screen.documentOpened.emit(DOCUMENT)
    reader.settle()
    assert reading.shown == old
    reader.happens(lambda book: reader.office.arrive_here(book, NEW))
    reader.wait(lambda: strip(reader) == "Có bản mới của tài liệu này.", "the offer")
    assert reading.shown == old


def test_the_agenda_opens_the_new_version(reader: Reader) -> None:
    reader.read()
    renewed(reader)
    reader.open_document(DOCUMENT)
    assert reader.book.meeting.reading.shown == reader.office.paper.document(NEW).sha256


def test_a_document_is_not_called_changed_any_more_once_it_is_opened(reader: Reader) -> None:
    reader.read()
    renewed(reader)

    def changed() -> bool:
        index = reader.book.meeting.screen.agenda.tree.model().index_of_document(DOCUMENT)
        return "Đổi bản" in index.data(Qt.ItemDataRole.AccessibleTextRole)

    assert changed()
    reader.open_document(DOCUMENT)
    reader.wait(lambda: not changed(), "the pill is gone")


def test_marks_made_meanwhile_belong_to_the_version_on_the_screen(reader: Reader) -> None:
    reader.read()
    reading = reader.book.meeting.reading
    old = reading.shown
    renewed(reader)
    reading.notes.begin_note(0, (), None)
    reader.type(reading.notes.editor.field, "Hỏi lại số liệu")
    reader.open_document(DOCUMENT)
    assert reading.shown != old
    reading.notes.editor.save()
    reader.wait(lambda: len(reader.marks()) == 1, "the note is kept")
    view = reader.book.meeting.view
    assert view is not None
    assert [(mark.sha256, mark.text, mark.current) for mark in view.marks] == [
        (old, "Hỏi lại số liệu", False)
    ]


def test_a_mark_on_the_version_on_the_screen_is_drawn_although_there_is_a_newer_one(reader: Reader) -> None:
    reader.read()
    reading = reader.book.meeting.reading
    old = reading.shown
    renewed(reader)
    reading.pane.markRequested.emit((Wanted(0, MarkKind.HIGHLIGHT, Colour.YELLOW, (Rect(72, 60, 200, 80),)),))
    reader.wait(lambda: len(reader.marks()) == 1, "the mark is kept")
    (mark,) = reading.pane.marks.shown
    assert (mark.sha256, mark.current) == (old, True)


def test_a_version_taken_back_goes_at_once_and_the_new_one_opens_at_its_page(reader: Reader) -> None:
    reader.read()
    reading = reader.book.meeting.reading
    old = reading.shown
    reading.pane.view.go_to(2)
    renewed(reader)
    reader.happens(lambda book: book.vault.packets.recall(MEETING, 1))
    reader.wait(lambda: reading.shown not in (None, old), "the new version")
    reader.wait(lambda: not reader.cached(old), "no page of the old one is at hand")
    assert reading.pane.view.page == 2
    assert strip(reader) == "Bản vừa đọc đã bị gỡ khỏi máy; đây là bản mới."
    reader.book.refresh()
    view = reader.book.meeting
    reader.wait(
        lambda: view.view and not view.view.document(DOCUMENT).changed, "it is not called changed any more"
    )
    reader.click(reading.pane._notice._buttons[0])
    assert strip(reader) == ""


def test_a_document_that_left_the_agenda_can_be_read_to_its_end(reader: Reader) -> None:
    reader.read()
    old = reader.book.meeting.reading.shown
    reader.happens(lambda book: reader.office.publish(book, {OTHER: SECOND}))
    reader.wait(lambda: "không còn tài liệu này" in strip(reader), "the strip")
    assert reader.book.meeting.reading.shown == old


def test_the_place_of_a_document_is_not_that_of_the_one_shown_before(reader: Reader) -> None:
    reader.read()
    reading = reader.book.meeting.reading
    reading.pane.view.go_to(2)
    reading.open(OTHER)
    reading.save_place()
    reader.wait(lambda: reading.shown == reader.office.paper.document(SECOND).sha256, "the other")
    assert reading.pane.view.page == 0


def test_a_note_saved_while_another_document_is_shown_belongs_to_its_own(reader: Reader) -> None:
    reader.save_a_note_on_the_document_before()
    view = reader.book.meeting.view
    assert view is not None
    (mark,) = view.marks
    first = reader.office.paper.document(FIRST).sha256
    assert (mark.document, mark.sha256, mark.page) == (DOCUMENT, first, 1)


def test_what_is_done_to_another_document_is_not_undone_in_the_one_shown(reader: Reader) -> None:
    reader.save_a_note_on_the_document_before()
    reader.book.meeting.reading.marking.acts.undo()
    reader.settle()
    assert len(reader.marks()) == 1


def test_the_keyboard_is_on_the_pages_when_the_tools_take_the_place_of_the_notes(reader: Reader) -> None:
    reader.read()
    reader.focus()
    pane = reader.book.meeting.reading.pane
    tools = next(
        button for button in pane.toolbar.findChildren(Button) if button.accessibleName() == "Đánh dấu"
    )
    reader.click(tools, "Đánh dấu")
    assert pane.tools.isVisible()
    assert pane.view.hasFocus()


@pytest.mark.parametrize("then", ["another act", "another document"])
def test_undo_is_offered_for_a_deletion_only_while_it_is_what_was_done_last(
    reader: Reader, then: str
) -> None:
    reader.read()
    pane = reader.book.meeting.reading.pane
    pane.markRequested.emit((Wanted(0, MarkKind.HIGHLIGHT, Colour.YELLOW, (Rect(72, 60, 200, 80),)),))
    reader.wait(lambda: len(reader.marks()) == 1, "the mark is kept")
    pane.deleteRequested.emit(reader.book.meeting.view.marks[0].id)
    reader.wait(lambda: offers(pane) == 1, "undo is offered")
    if then == "another act":
        pane.markRequested.emit((Wanted(0, MarkKind.HIGHLIGHT, Colour.YELLOW, (Rect(72, 90, 200, 110),)),))
    else:
        reader.open_document(OTHER)
    reader.wait(lambda: offers(pane) == 0, "undo is offered no more")


def test_a_mark_that_was_deleted_comes_back_with_ctrl_z_after_a_restart(reader: Reader) -> None:
    reader.read()
    pane = reader.book.meeting.reading.pane
    pane.markRequested.emit((Wanted(2, MarkKind.HIGHLIGHT, Colour.YELLOW, (Rect(72, 60, 200, 80),)),))
    reader.wait(lambda: len(reader.marks()) == 1, "the mark is kept")
    pane.deleteRequested.emit(reader.book.meeting.view.marks[0].id)
    reader.wait(lambda: reader.marks() == [], "the mark is gone")
    reader.lock()
    reader.unlock(PASSPHRASE)
    reader.read()
    tools = reader.book.meeting.reading.pane.tools
    reader.wait(lambda: tools._undo.isEnabled(), "there is something to undo")
    reader.focus()
    reader.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    reader.wait(lambda: len(reader.marks()) == 1, "the mark is back")
    view = reader.book.meeting.reading.pane.view
    reader.wait(lambda: view.sheet_of(2) is not None, "it is in sight")
    reader.press(Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    reader.wait(lambda: reader.marks() == [], "it is gone again")


def test_a_selection_over_several_pages_is_marked_in_one_act(reader: Reader) -> None:
    reader.read()
    view = reader.book.meeting.reading.pane.view
    for page in (0, 1):
        view.need_words(page)
    reader.wait(lambda: 0 in view.words and 1 in view.words, "the words of both pages are here")
    view._selection.begin(Spot(0, 0, 0))
    view._selection.extend(Spot(1, 600, 800))
    reader.focus()
    reader.press(Qt.Key.Key_H)
    reader.wait(lambda: len(reader.marks()) == 2, "both pages are marked")
    reader.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    reader.wait(lambda: reader.marks() == [], "and neither is any more")


def write_on_the_page(reader: Reader, words: str) -> None:
    """With the tool, by keys."""
    pane = reader.book.meeting.reading.pane
    reader.focus()
    reader.press(Qt.Key.Key_5, Qt.KeyboardModifier.AltModifier)
    reader.wait(lambda: pane.view.is_sharp, "the page is painted in its new room")
    QTest.mouseClick(pane.view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(200, 200))
    QTest.keyClicks(pane.view._editor, words)


@pytest.mark.parametrize("then", ["escape", "lock", "another document"])
def test_words_written_on_the_page_are_kept_whatever_comes_then(reader: Reader, then: str) -> None:
    reader.read()
    write_on_the_page(reader, "hoi lai")
    if then == "escape":
        QTest.keyClick(reader.book.meeting.reading.pane.view._editor, Qt.Key.Key_Escape)
    elif then == "another document":
        reader.open_document(OTHER)
    else:
        reader.lock()
        reader.unlock(PASSPHRASE)
        reader.read()
    reader.wait(lambda: reader.marks() == ["text|private|hoi lai"], "the words are a mark")
    assert reader.book.meeting.view.marks[0].document == DOCUMENT


def test_words_being_written_when_the_program_dies_are_a_mark_afterwards(
    reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader.read()
    write_on_the_page(reader, "do dang")
    reader.wait(
        lambda: reader.window._books.wait(
            lambda book: book.vault.settings.get(f"text/{DOCUMENT}", list[Mark], [])
        ),
        "the words are on the disk",
        1.5,
    )
    with monkeypatch.context() as killed:
        killed.setattr(Texts, "_end", lambda *_: None)
        reader.lock()
    reader.unlock(PASSPHRASE)
    reader.read()
    reader.wait(lambda: reader.marks() == ["text|private|do dang"], "the words are a mark")
    kept = reader.window._books.wait(lambda book: book.vault.settings.get(f"text/{DOCUMENT}", list[Mark], []))
    assert kept == []
    reader.focus()
    reader.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    reader.wait(lambda: reader.marks() == [], "it can be undone")


def test_ctrl_z_while_writing_takes_letters_back_and_no_mark(reader: Reader) -> None:
    reader.read()
    pane = reader.book.meeting.reading.pane
    pane.markRequested.emit((Wanted(0, MarkKind.HIGHLIGHT, Colour.YELLOW, (Rect(72, 60, 200, 80),)),))
    reader.wait(lambda: len(reader.marks()) == 1, "the mark is kept")
    write_on_the_page(reader, "mot")
    QTest.keyClick(reader.window.windowHandle(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(reader.window.windowHandle(), Qt.Key.Key_H)
    reader.settle()
    assert pane.view._editor.text == "h"
    assert len(reader.marks()) == 1


def test_nothing_written_makes_nothing(reader: Reader) -> None:
    reader.read()
    write_on_the_page(reader, "  ")
    pane = reader.book.meeting.reading.pane
    QTest.keyClick(pane.view._editor, Qt.Key.Key_Escape)
    reader.settle()
    assert reader.marks() == []
    assert not pane.tools._undo.isEnabled()


def offers(pane: QWidget) -> int:
    return sum(toast.isVisible() for toast in pane.findChildren(Toast))


def test_a_note_being_written_comes_back_with_its_document(reader: Reader) -> None:
    reader.read()
    reading = reader.book.meeting.reading
    reading.notes.begin_note(1, (), None)
    reader.type(reading.notes.editor.field, "Dở dang")
    reading.leave()
    assert not reading.notes.writing
    reader.book.open_meeting(MEETING, document=DOCUMENT)
    reader.wait(lambda: reading.notes.writing, "the note is offered again")
    assert reading.notes.editor.text == "Dở dang"


def test_locking_shows_the_gate_at_once_whatever_the_line_does(reader: Reader, office: Office) -> None:
    reader.read()
    line = office.line
    assert line is not None
    line.may_stop.clear()
    began = time.monotonic()
    reader.window.lock()
    assert time.monotonic() - began < 1.0
    assert reader.window.gate.unlock.isVisible()
    assert not line.stopped
    reader.type(reader.window.gate.unlock.field.edit, PASSPHRASE)
    reader.window.gate.unlock.unlockRequested.emit(PASSPHRASE)
    reader.settle(0.5)
    assert reader.window.book is None
    assert reader.window._books._book is not None
    line.may_stop.set()
    reader.wait(lambda: reader.window.book is not None, "the book is opened again")
    assert line.stopped


def test_what_the_person_does_puts_off_the_lock_and_what_the_window_does_not(reader: Reader) -> None:
    window, dialog = reader.window, Dialog("Hỏi", reader.window)
    window._idle.stop()
    dialog.open()
    window.update()
    reader.settle(0.1)
    assert not window._idle.isActive()
    for act in (
        lambda: QTest.keyClick(dialog, Qt.Key.Key_Shift),
        lambda: QTest.mousePress(dialog.safe_button, Qt.MouseButton.RightButton),
        lambda: QTest.mouseMove(dialog, QPoint(40, 40)),
        lambda: QTest.keyClick(window, Qt.Key.Key_Down),
    ):
        window._idle.stop()
        act()
        reader.settle(0.05)
        assert window._idle.isActive()
    dialog.reject()
    dialog.deleteLater()
    window._idle.timeout.emit()
    assert reader.window.book is None


def test_a_locked_book_leaves_no_screen_behind(reader: Reader) -> None:
    reader.read()
    reader.window.lock()
    reader.wait(lambda: reader.window.gate.unlock.isVisible(), "the unlock screen")
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert QApplication.topLevelWidgets() == [reader.window]


def test_a_lock_while_the_line_is_being_made_stops_it(
    reader: Reader, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader.lock()
    made: list[HeldLine] = []
    connect, locked = office.connect, threading.Event()

    def slow(*what: Any) -> HeldLine:
        assert locked.wait(10)
        made.append(connect(*what))
        return made[0]

    monkeypatch.setattr(office, "connect", slow)
    reader.unlock(PASSPHRASE)
    reader.window.lock()
    locked.set()
    reader.wait(lambda: made and made[0].stopped, "the line is stopped")
    assert not made[0].started


@pytest.mark.parametrize("which", ["export", "passphrase", "cast", "share", "about"])
def test_no_dialog_stays_over_the_unlock_screen(reader: Reader, which: str) -> None:
    reader.read()
    book = reader.book
    if which == "export":
        book.notes_out.notes()
    elif which == "passphrase":
        book.shelf.header.menu.passphraseRequested.emit()
        (dialog,) = reader.window.findChildren(PassphraseDialog)
        dialog._set_busy(True)
    elif which == "about":
        book.shelf.header.menu.aboutRequested.emit()
    elif which == "cast":
        book.meeting.ballot.dialog = ConfirmBallot(motion(reader), Draft(("c1",)), book.meeting.ballot)
        book.meeting.ballot.dialog.open()
    else:
        book.meeting.reading.pane.markRequested.emit(
            (Wanted(0, MarkKind.HIGHLIGHT, Colour.YELLOW, (Rect(72, 60, 200, 80),)),)
        )
        reader.wait(lambda: len(reader.marks()) == 1, "the mark is kept")
        book.meeting.reading.pane.shareRequested.emit(book.meeting.view.marks[0].id)
    assert any(dialog.isVisible() for dialog in reader.window.findChildren(QDialog))
    assert reader.window.findChildren(Scrim)
    reader.window.lock()
    assert not any(dialog.isVisible() for dialog in reader.window.findChildren(QDialog))
    reader.wait(lambda: not reader.window.findChildren(QDialog), "the dialog is deleted")
    assert not reader.window.findChildren(Scrim)
    reader.wait(lambda: reader.window._books._book is None, "the vault is closed")


def motion(reader: Reader) -> Any:
    assert reader.book.meeting.view is not None
    return reader.book.meeting.view.motions[0]


def test_a_delegate_has_no_secretarys_page_not_even_a_hidden_one(reader: Reader) -> None:
    assert reader.book.meeting.desk is None
    reader.open_meeting()
    reader.window.lock()
    reader.wait(lambda: reader.window._books._book is None, "the vault is closed")


def test_evidence_asked_for_beside_a_result_is_asked_about_first(reader: Reader) -> None:
    reader.book.meeting.ballot.result.proof.exportRequested.emit(MEETING, "v-1")
    reader.wait(lambda: reader.book.exports.dialog is not None, "the question")


def test_what_is_answered_after_the_lock_is_shown_nowhere(reader: Reader, tmp_path: Path) -> None:
    reader.book.exports.unsent_to(tmp_path / "unsent.zip")
    reader.book.notes_out.notes_to(tmp_path / "notes.md")
    reader.window.lock()
    reader.wait(lambda: reader.window._books._book is None, "the vault is closed")
    reader.settle()
    assert (tmp_path / "unsent.zip").exists()
    assert not reader.window.findChildren(QDialog)
    assert not reader.window.findChildren(Exports)
    assert not reader.window.findChildren(NotesOut)


def test_a_note_being_written_survives_a_lock(reader: Reader) -> None:
    reader.read()
    notes = reader.book.meeting.reading.notes
    notes.begin_note(1, (), None)
    reader.type(notes.editor.field, "Dở dang")
    reader.lock()
    reader.unlock(PASSPHRASE)
    reader.read()
    reader.wait(lambda: reader.book.meeting.reading.notes.writing, "the note is offered again")
    assert reader.book.meeting.reading.notes.editor.text == "Dở dang"


def test_only_what_the_screen_shown_needs_is_read_again(
    reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []
    for name in ("shelf", "meeting"):
        known = getattr(library, name)
        monkeypatch.setattr(
            library, name, lambda *args, name=name, known=known: (read.append(name), known(*args))[1]
        )

    def news(until: Callable[[], object]) -> set[str]:
        reader.settle()
        read.clear()
        reader.happens(lambda _: None)
        reader.wait(until, "the news are read")
        reader.settle()
        return set(read)

    assert news(lambda: "shelf" in read) == {"shelf"}
    reader.read()
    assert news(lambda: "meeting" in read) == {"meeting"}
    reader.book.show_sync()
    assert news(lambda: True) == set()
    reader.book._to_shelf()
    assert news(lambda: "shelf" in read) == {"shelf"}


def test_a_screen_that_is_shown_again_shows_how_things_stand_now(reader: Reader) -> None:
    reader.read()
    reader.happens(lambda book: reader.office.publish(book, {DOCUMENT: NEW, OTHER: SECOND}))
    reader.wait(lambda: "Có bản mới" in strip(reader), "the strip")
    reader.book._to_shelf()
    reader.wait(lambda: reader.book.shelf_view.cards[0].changed_documents == 1, "the shelf's news")
    assert reader.office.line is not None
    reader.office.line.report(LineView(Line.OFFLINE), False)
    reader.wait(lambda: reader.book.sync_view.line.line is Line.OFFLINE, "the line is seen to be gone")
    reader.book.show_sync()
    assert reader.book.sync._view is not None
    assert reader.book.sync._view.line.line is Line.OFFLINE


def test_a_version_taken_back_while_the_shelf_is_on_the_screen_goes_too(reader: Reader) -> None:
    reader.read()
    reading = reader.book.meeting.reading
    old = reading.shown
    reader.happens(lambda book: reader.office.publish(book, {DOCUMENT: NEW, OTHER: SECOND}))
    reader.book._to_shelf()
    reader.happens(lambda book: book.vault.packets.recall(MEETING, 1))
    reader.wait(lambda: not reader.cached(old), "no page of the old one is at hand")
    assert reader.book.shelf.isVisible()


def test_the_document_asked_for_with_a_meeting_that_is_gone_is_not_opened_in_another(
    reader: Reader,
) -> None:
    reader.window._books.wait(lambda book: book.vault.packets.recall(MEETING, 1))
    reader.book.open_meeting(MEETING, document=OTHER)
    reader.wait(reader.book.shelf.lost.isVisible, "the reason")
    reader.happens(lambda book: reader.office.publish(book, {DOCUMENT: NEW, OTHER: SECOND}, meeting=MEETING))
    reader.read(DOCUMENT)
    assert reader.book.meeting.reading.document.id == DOCUMENT


# --- versions compared --------------------------------------------------------------------------------------


def compared(reader: Reader) -> Any:
    """The new version is on the screen and was compared with the one before."""
    reader.read()
    renewed(reader)
    reader.open_document(DOCUMENT)
    differences = reader.book.meeting.screen.changes.differences
    reader.wait(lambda: differences.spots, "the places that changed")
    return differences


def rows(differences: Any) -> list[str]:
    return [row.title for row in differences.rows.model().rows]


def test_a_new_version_is_compared_with_the_one_before_and_says_so_on_the_page(reader: Reader) -> None:
    differences = compared(reader)
    assert rows(differences) == [f"Trang {n}: sửa 1 chỗ" for n in (1, 2, 3)]
    assert strip(reader) == "So với bản trước: sửa 3 trang"
    view = reader.book.meeting.reading.pane.view
    assert [len(spots) for spots in view._changes.values()] == [1, 1, 1]
    spot = view._changes[0][0]
    assert spot.added == ("khoa,", "sang")
    assert spot.removed == ("khoa",)
    reader.click(reader.book.meeting.reading.pane._notice._buttons[0])
    assert view._change is spot


def test_keys_go_from_change_to_change_and_round(reader: Reader) -> None:
    differences = compared(reader)
    view = reader.book.meeting.reading.pane.view
    reader.focus()
    for key, with_, page in (
        (Qt.Key.Key_F7, Qt.KeyboardModifier.NoModifier, 0),
        (Qt.Key.Key_F7, Qt.KeyboardModifier.NoModifier, 1),
        (Qt.Key.Key_F7, Qt.KeyboardModifier.ShiftModifier, 0),
        (Qt.Key.Key_F7, Qt.KeyboardModifier.ShiftModifier, 2),
    ):
        reader.press(key, with_)
        assert view._change is not None
        assert view._change.page == page
        assert differences.rows.currentIndex().row() == page


def test_nothing_of_a_version_taken_back_stays_among_the_changes(reader: Reader) -> None:
    differences = compared(reader)
    reader.happens(lambda book: book.vault.packets.recall(MEETING, 1))
    reader.wait(lambda: not differences.spots, "the old words are gone")
    assert not differences.isVisibleTo(reader.book.meeting.screen.changes)
    assert not reader.book.meeting.reading.pane.view._changes
    assert not reader.book.meeting.reading.comparisons._kept


def test_nor_does_it_beside_a_version_that_is_read_on_while_a_newer_one_is_here(reader: Reader) -> None:
    differences = compared(reader)
    shown = reader.book.meeting.reading.shown
    reader.happens(lambda book: reader.office.publish(book, {DOCUMENT: SECOND, OTHER: SECOND}))
    reader.wait(lambda: "bản mới" in strip(reader), "the newer version is told of")
    assert differences.spots
    reader.happens(lambda book: book.vault.packets.recall(MEETING, 1))
    reader.wait(lambda: not differences.spots, "the old words are gone", 5)
    assert not reader.book.meeting.reading.pane.view._changes
    assert reader.book.meeting.reading.shown == shown


def test_a_long_comparison_tells_the_window_of_whole_percents(reader: Reader) -> None:
    reader.read()
    comparisons, told = reader.book.meeting.reading.comparisons, []
    comparisons.changed.connect(told.append)
    data = a_pdf("dài", 150)
    reader.happens(lambda book: reader.office.publish(book, {DOCUMENT: data, OTHER: SECOND}))
    reader.wait(lambda: "bản mới" in strip(reader), "the newer version is told of")
    reader.open_document(DOCUMENT)
    reader.wait(lambda: comparisons._kept, "it is compared")
    shares = [view.share for view in told if view is not None and view.share is not None]
    assert (len(shares), shares) == (101, sorted(shares))


def test_a_comparison_can_be_stopped_and_begun_again(reader: Reader) -> None:
    differences = compared(reader)
    comparisons = reader.book.meeting.reading.comparisons
    comparisons._kept.clear()
    comparisons.begin()
    assert not differences.spots
    reader.book.meeting.screen.right_tabs.choose(1)
    reader.click(differences._stop)
    reader.settle()
    assert not differences.spots
    reader.click(differences._begin)
    reader.wait(lambda: differences.spots, "the places that changed")


def test_a_lock_in_the_middle_of_a_comparison_waits_for_nothing(reader: Reader) -> None:
    compared(reader)
    comparisons = reader.book.meeting.reading.comparisons
    comparisons._kept.clear()
    comparisons.begin()
    reader.lock()
    reader.unlock(PASSPHRASE)


def test_pages_read_do_not_have_everything_looked_for_again(
    reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader.read()
    meeting = reader.book.meeting
    again: list[None] = []
    monkeypatch.setattr(meeting.search, "refresh", lambda: again.append(None))
    meeting.reading.known.emit()
    assert not again
    meeting.refresh()
    assert again


# --- documents open, pages seen -----------------------------------------------------------------------------


def names(reader: Reader) -> list[str]:
    bar = reader.book.meeting.screen.tabs
    return [bar.tabText(n) for n in range(bar.count())] if bar.isVisible() else []


def test_open_documents_are_tabs_that_keys_choose_and_close(reader: Reader) -> None:
    reader.read()
    meeting = reader.book.meeting
    assert names(reader) == []
    reader.open_document(OTHER)
    assert len(names(reader)) == 2
    reader.focus()
    control, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
    for key, with_, front in (
        (Qt.Key.Key_Tab, control, DOCUMENT),
        (Qt.Key.Key_Backtab, control | shift, OTHER),
        (Qt.Key.Key_1, control, DOCUMENT),
        (Qt.Key.Key_9, control, OTHER),
        (Qt.Key.Key_W, control, DOCUMENT),
    ):
        reader.press(key, with_)
        reader.wait(
            lambda front=front: meeting.documents.tabs.front == front and reader.pictures() > 0,
            f"{front} is shown",
        )
        assert meeting.reading.document is not None
        assert meeting.reading.document.id == front
        assert meeting.screen.agenda.document == front
    assert names(reader) == []
    reader.press(Qt.Key.Key_W, control)
    assert meeting.documents.tabs.front == DOCUMENT


def test_documents_turned_to_quickly_are_opened_once(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    reader.read()
    reader.open_document(OTHER)
    reading, made = reader.book.meeting.reading, []
    begun = reading._open_in_child
    monkeypatch.setattr(reading, "_open_in_child", lambda *what: (made.append(what[0].id), begun(*what)))
    for document in (DOCUMENT, OTHER, DOCUMENT):
        reading.open(document)
    reader.wait(lambda: reading.shown == reader.office.paper.document(FIRST).sha256, "the one asked for last")
    reader.settle()
    assert made == [DOCUMENT]


def test_the_mouse_chooses_and_closes_tabs(reader: Reader, qtbot: QtBot) -> None:
    reader.read()
    reader.open_document(OTHER)
    bar, tabs = reader.book.meeting.screen.tabs, reader.book.meeting.documents
    qtbot.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar.tabRect(0).center())
    assert tabs.tabs.front == DOCUMENT
    qtbot.mouseClick(bar, Qt.MouseButton.MiddleButton, pos=bar.tabRect(1).center())
    assert tabs.tabs.documents == (DOCUMENT,)
    reader.open_document(OTHER)
    reader.click(bar.tabButton(0, QTabBar.ButtonPosition.RightSide))
    assert tabs.tabs.documents == (OTHER,)


def test_open_documents_come_back_after_a_lock_each_at_its_place(reader: Reader) -> None:
    reader.read()
    reader.book.meeting.reading.pane.view.go_to(2)
    reader.open_document(OTHER)
    reader.lock()
    reader.unlock(PASSPHRASE)
    reader.open_meeting()
    reader.wait(lambda: len(names(reader)) == 2, "the tabs")
    meeting = reader.book.meeting
    reader.wait(lambda: reader.pictures() > 0, "a page")
    assert meeting.documents.tabs == OpenTabs((DOCUMENT, OTHER), OTHER)
    assert meeting.reading.document is not None
    assert meeting.reading.document.id == OTHER
    meeting.documents.choose(1)
    reader.wait(lambda: meeting.reading.pane.document == DOCUMENT and reader.pictures() > 0, "the other")
    assert meeting.reading.pane.view.page == 2


def test_a_document_opened_before_the_tabs_are_known_is_one_of_them(reader: Reader) -> None:
    reader.open_meeting()
    documents = reader.book.meeting.documents
    documents.leave()
    documents.opened(OTHER)
    view = reader.book.meeting.view
    assert view is not None
    documents.restore(view, OpenTabs((DOCUMENT,), DOCUMENT))
    assert documents.tabs == OpenTabs((DOCUMENT, OTHER), OTHER)


def test_a_document_that_left_the_agenda_is_a_tab_only_while_it_is_in_front(reader: Reader) -> None:
    reader.read()
    reader.open_document(OTHER)
    reader.open_document(DOCUMENT)
    reader.happens(lambda book: reader.office.publish(book, {OTHER: SECOND}))
    reader.wait(lambda: "không còn tài liệu này" in strip(reader), "the strip")
    assert len(names(reader)) == 2
    reader.open_document(OTHER)
    reader.wait(lambda: names(reader) == [], "it is gone")


def test_pages_in_sight_for_a_moment_are_read(reader: Reader) -> None:
    reader.read()
    reading, meeting = reader.book.meeting.reading, reader.book.meeting
    reader.focus()
    reading._watch.moment.timeout.emit()

    def seen() -> int:
        found = meeting.view.document(DOCUMENT) if meeting.view is not None else None
        return 0 if found is None else found.seen

    reader.wait(lambda: seen() == 1, "the first page counts")
    reading.pane.view.go_to(2)
    reading.pane.view.go_to(0)
    reading._watch.moment.timeout.emit()
    reading.pane.view.go_to(1)
    reading._watch.moment.timeout.emit()
    reader.wait(lambda: seen() == 2, "the second counts, the third was flown over")
    spoken = meeting.screen.agenda.tree.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    assert "đã đọc 2/3 trang" in spoken.replace("\u00a0", " ")


# --- the whole screen ---------------------------------------------------------------------------------------


def test_the_whole_screen_is_the_documents_until_escape_or_the_lock(reader: Reader, qtbot: QtBot) -> None:
    reader.read()
    reader.open_document(OTHER)
    window, screen, pane = reader.window, reader.book.meeting.screen, reader.book.meeting.reading.pane
    assert screen.tabs.isVisible()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=5_000)
    qtbot.keyClick(pane.view, Qt.Key.Key_F11)
    assert window.isFullScreen()
    assert not screen.header.isVisible()
    assert not screen.tabs.isVisible()
    assert not screen.agenda.isVisible()
    qtbot.keyClick(pane.view, Qt.Key.Key_Escape)
    assert not window.isFullScreen()
    assert screen.header.isVisible()
    assert screen.tabs.isVisible()
    assert screen.agenda.isVisible()
    qtbot.keyClick(pane.view, Qt.Key.Key_F9)
    assert pane.side.isVisible()
    assert not screen.agenda.isVisible()
    qtbot.keyClick(pane.view, Qt.Key.Key_F9)
    assert screen.agenda.isVisible()
    assert pane.view.hasFocus()
    qtbot.keyClick(pane.view, Qt.Key.Key_F11)
    window.lock()
    assert not window.isFullScreen()
    assert not window._spine.isVisible()


def test_the_lock_takes_the_pages_from_the_projector(reader: Reader, qtbot: QtBot) -> None:
    reader.read()
    window, pane = reader.window, reader.book.meeting.reading.pane
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=5_000)
    qtbot.keyClick(pane.view, Qt.Key.Key_F11)
    qtbot.keyClick(pane.view, Qt.Key.Key_F5)
    shown = pane.findChild(Presentation)
    assert shown is not None
    reader.wait(lambda: shown.stage.bytes_kept > 0, "the projector shows a page")
    with qtbot.waitSignal(shown.destroyed):
        window.lock()
        assert not shown.isVisible()
    assert not window.isFullScreen()
    assert window.gate.unlock.isVisible()
