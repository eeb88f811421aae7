"""Notes out and in, from the window: asked first, what was done is said, and it can be stopped."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QStackedWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid
from support.annotated import LETTERS, a_mark, odd_pdf
from support.packets import DOCUMENT, MEETING, PaperOffice

from reader.core import annotating, library
from reader.core.book import Book
from reader.core.views import DocumentView
from reader.pdf import PdfClient
from reader.pdf.stopping import StoppedError
from reader.store.chunk_lists import ChunkList
from reader.store.packets import recipe
from reader.ui.long_work import LongWork, Work
from reader.ui.marks.notes_in import NotesIn
from reader.ui.marks.notes_menu import NotesMenu
from reader.ui.marks.notes_out import NotesOut
from reader.ui.tasks import Asker, BookThread
from reader.ui.widgets import Button, Dialog, Paragraph
from reader.ui.widgets.rows import RowModel
from reader.ui.widgets.tabs import Segments
from sync.model.annotation import MarkKind

FOREIGN = tuple(
    b"<</Type/Annot/Subtype/Text/Rect[%d 700 %d 720]/Contents(note %d)/T(An)>>" % (n, n + 20, n)
    for n in range(100, 190)
)


class Desk:
    """A window over a book with one document and a mark in it."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        self.qtbot = qtbot
        self.window = QStackedWidget()
        qtbot.addWidget(self.window)
        self.window.resize(1366, 696)
        self.window.show()
        self.books = BookThread()
        self.pdf = PdfClient()
        office = PaperOffice()
        opened: list[bool] = []
        self.books.open(lambda: office.book(folder, office.lan), lambda: opened.append(True), pytest.fail)
        qtbot.waitUntil(lambda: bool(opened))
        self.document: DocumentView = self.books.wait(lambda book: self._fill(book, office))
        asker = Asker(self.books)
        self.out = NotesOut(asker, self.window, self.pdf)
        self.taking = NotesIn(asker, self.books.wait, self.window, self.pdf)
        self.acted = 0
        self.taking.acted.connect(self._count)

    def _count(self) -> None:
        self.acted += 1

    def _fill(self, book: Book, office: PaperOffice) -> DocumentView:
        data = odd_pdf(annotations=FOREIGN)
        described = office.document(data)
        item = office.item(described)
        office.deliver(book.vault, office.manifest(item), item)
        chunks = ChunkList.of(described.chunks)
        kept = book.vault.documents.begin(MEETING, described.sha256, described.size, recipe(chunks))
        book.vault.documents.fill(kept, data, chunks)
        annotating.put(
            book,
            MEETING,
            document=described.id,
            sha256=described.sha256,
            page=0,
            kind=MarkKind.HIGHLIGHT,
            rects=a_mark(MarkKind.HIGHLIGHT).rects,
            text=LETTERS,
        )
        view = library.meeting(book, MEETING)
        assert view is not None
        found = view.document(DOCUMENT)
        assert found is not None
        return found

    def marks(self) -> int:
        return self.books.wait(lambda book: len(book.project(MEETING).marks))

    def said(self, part: NotesOut | NotesIn) -> str:
        if part.dialog is None or not isValid(part.dialog):
            return ""
        return " ".join(one.text() for one in part.dialog.findChildren(Paragraph))

    def wait_for(self, part: NotesOut | NotesIn, words: str) -> None:
        self.qtbot.waitUntil(lambda: words in self.said(part), timeout=20_000)

    def close(self) -> None:
        self.out.stop()
        self.taking.stop()
        for part in (self.out, self.taking):
            if part.dialog is not None and isValid(part.dialog):
                part.dialog.close()
        self.pdf.close()
        self.books.stop()


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    made = Desk(qtbot, tmp_path / "lan")
    yield made
    made.close()


def test_before_a_place_is_chosen_it_says_who_can_read_the_copy_and_what_it_is_not(desk: Desk) -> None:
    desk.out.copy(desk.document)
    assert "Ai có tệp cũng đọc được" in desk.said(desk.out)
    assert "không phải bản gốc đã ký" in desk.said(desk.out)


def test_the_copy_is_written_and_its_place_is_said(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "bản có ghi chú.pdf"
    desk.out.copy_to(path, desk.document)
    desk.wait_for(desk.out, "1 ghi chú, trong")
    assert str(path) in desk.said(desk.out)
    assert path.read_bytes().startswith(odd_pdf(annotations=FOREIGN))


@pytest.mark.parametrize("name", ["notes.docx", "notes.md", "notes.xfdf"])
def test_notes_are_written_in_the_format_of_the_name(desk: Desk, tmp_path: Path, name: str) -> None:
    desk.out.notes_to(tmp_path / name, MEETING, desk.document)
    desk.wait_for(desk.out, "1 ghi chú, trong")
    assert (tmp_path / name).stat().st_size > 100


def test_what_could_not_be_written_is_said(desk: Desk, tmp_path: Path) -> None:
    desk.out.notes_to(tmp_path / "nowhere" / "notes.md", MEETING)
    desk.wait_for(desk.out, "chọn nơi khác")
    desk.out.notes_to(tmp_path / "notes.txt", MEETING)
    desk.wait_for(desk.out, "Không biết phải ghi")


def test_marks_alone_are_of_one_document(desk: Desk) -> None:
    desk.out.notes(MEETING, desk.document)
    assert desk.out.dialog is not None
    scopes, kinds = desk.out.dialog.findChildren(Segments)
    scopes.choose(1)
    kinds.choose(2)
    kinds.changed.emit(2)
    assert (scopes.chosen, scopes.isEnabled()) == (0, False)
    kinds.choose(0)
    kinds.changed.emit(0)
    assert scopes.isEnabled()


def press(dialog: Dialog | None, words: str) -> None:
    assert dialog is not None
    (button,) = [one for one in dialog.findChildren(Button) if words in one.text()]
    button.click()


def test_what_stands_in_the_document_is_shown_then_taken_in_and_can_be_given_back(desk: Desk) -> None:
    desk.taking.ask(desk.document)
    press(desk.taking.dialog, "Có sẵn trong tài liệu")
    desk.wait_for(desk.taking, f"{len(FOREIGN)} mục từ tài liệu này")
    assert desk.marks() == 1
    assert desk.taking.dialog is not None
    (model,) = desk.taking.dialog.findChildren(RowModel)
    assert model.rows[0].title == "Ghi chú · note 100"
    assert (model.rows[0].note, model.rows[0].right) == ("An", "Trang 1")
    press(desk.taking.dialog, f"Nhập {len(FOREIGN)} mục")
    desk.wait_for(desk.taking, f"Đã nhập {len(FOREIGN)} ghi chú")
    assert (desk.marks(), desk.acted) == (1 + len(FOREIGN), 1)
    press(desk.taking.dialog, "Bỏ ghi chú vừa nhập")
    desk.qtbot.waitUntil(lambda: desk.acted == 2)
    assert desk.marks() == 1


def test_a_hostile_file_is_refused_in_a_sentence(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "bom.xfdf"
    path.write_bytes(b'<!DOCTYPE x [<!ENTITY a "b">]><xfdf>&a;</xfdf>')
    desk.taking.from_file(path, desk.document)
    desk.wait_for(desk.taking, "bom.xfdf không phải tệp ghi chú XFDF")


def test_a_file_without_notes_says_so(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "empty.xfdf"
    path.write_bytes(b"<xfdf><annots/></xfdf>")
    desk.taking.from_file(path, desk.document)
    desk.wait_for(desk.taking, "Không có ghi chú nào nhập được")


def test_what_takes_long_shows_how_far_it_is_and_can_be_stopped(desk: Desk) -> None:
    work, going, heard = LongWork(desk.window), threading.Event(), []

    def run(tell, stopped):
        tell(0.5)
        going.set()
        while not stopped():
            threading.Event().wait(0.005)
        raise StoppedError

    work.start(Work("Đang xuất ghi chú", run, heard.append, heard.append))
    desk.qtbot.waitUntil(lambda: work._dialog is not None and work._dialog.isVisible())
    assert going.is_set()
    dialog = work._dialog
    assert dialog is not None
    desk.qtbot.waitUntil(lambda: "50 %" in [one.text() for one in dialog.findChildren(Paragraph)])
    press(dialog, "Dừng")
    desk.qtbot.waitUntil(lambda: not work.busy)
    assert heard == []


def test_the_window_listens_between_the_dialog_and_what_is_told(desk: Desk) -> None:
    work, go_on, heard = LongWork(desk.window), threading.Event(), []

    def run(_tell, _stopped):
        assert go_on.wait(20)
        return 7

    def told(result: int) -> None:
        heard.append((result, list(listened)))

    listened: list[str] = []
    work.start(Work("Đang xuất ghi chú", run, told, heard.append))
    desk.qtbot.waitUntil(lambda: work._dialog is not None and work._dialog.isVisible())
    dialog = work._dialog
    assert dialog is not None
    dialog.finished.connect(lambda _: QTimer.singleShot(0, lambda: listened.append("a key")))
    go_on.set()
    desk.qtbot.waitUntil(lambda: bool(heard))
    assert heard == [(7, ["a key"])]
    assert not work.busy


def test_what_is_not_wanted_any_more_is_not_told_behind_its_dialog(desk: Desk) -> None:
    work, go_on, heard = LongWork(desk.window), threading.Event(), []

    def run(_tell, _stopped):
        assert go_on.wait(20)

    work.start(Work("Đang xuất ghi chú", run, heard.append, heard.append))
    desk.qtbot.waitUntil(lambda: work._dialog is not None and work._dialog.isVisible())
    dialog = work._dialog
    assert dialog is not None
    dialog.finished.connect(lambda _: work.stop())
    go_on.set()
    desk.qtbot.waitUntil(lambda: not work.busy)
    desk.qtbot.wait(50)
    assert heard == []


def test_what_is_quick_shows_no_dialog(desk: Desk) -> None:
    work, heard = LongWork(desk.window), []
    work.start(Work("", lambda _tell, _stopped: 7, heard.append, heard.append))
    desk.qtbot.waitUntil(lambda: heard == [7])
    assert work._dialog is None
    assert not work._late.isActive()


def test_the_menu_says_what_was_chosen(qtbot: QtBot) -> None:
    window = QStackedWidget()
    qtbot.addWidget(window)
    menu, heard = NotesMenu(window), []
    menu.copyRequested.connect(lambda: heard.append("copy"))
    menu.listRequested.connect(lambda: heard.append("list"))
    menu.importRequested.connect(lambda: heard.append("import"))
    for action in menu.actions():
        action.trigger()
    assert heard == ["copy", "list", "import"]
