"""The secretary archives a meeting before the window, and opens the archive again to read it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pymupdf
import pytest
from pytestqt.qtbot import QtBot
from support.archives import Filed
from support.packets import MEETING, PaperOffice
from support.windows import WindowOffice, WindowReader, before_the_window, copied

from reader.core import archiving
from reader.core.archive.plan import Wishes
from reader.ui.archive.making import ArchiveDialog
from reader.ui.archive.opened import Archives
from reader.ui.desk.papers import ARCHIVE
from reader.ui.meeting.screen import Tab
from reader.ui.widgets import Dialog, Paragraph
from sync import verify


def a_pdf(word: str) -> bytes:
    document = pymupdf.open()
    document.new_page().insert_text((72, 72), word)
    return bytes(document.tobytes(garbage=3))


class Desk(WindowOffice):
    """Thu's laptop, with a meeting that is over."""

    def __init__(self, profile: Path) -> None:
        super().__init__(profile)
        book = self.paper.book(profile, self.paper.thu)
        Filed(self.paper, book.vault, a_pdf("du toan nam 2027"))
        book.vault.close()


class Secretary(WindowReader[Desk]):
    """Thu."""

    @property
    def archives(self) -> Archives:
        return self.book.archives

    def told(self) -> str:
        """What the last dialog says."""
        dialog = self.archives.making.dialog or self.archives.dialog
        return words(dialog)

    def desk(self) -> None:
        self.book.open_meeting(MEETING, Tab.DESK)
        self.wait(lambda: self.book.meeting.desk_view is not None, "the desk")

    def ask(self) -> ArchiveDialog:
        self.desk()
        meeting = self.book.meeting
        self.click(meeting.desk.papers_button)
        self.wait(lambda: meeting.papers.dialog is not None, "what is to be taken out")
        meeting.papers.ways.choices[ARCHIVE].click()
        self.click(meeting.papers.dialog.action_button)
        making = self.archives.making
        self.wait(lambda: isinstance(making.dialog, ArchiveDialog), "the dialog")
        assert isinstance(making.dialog, ArchiveDialog)
        return making.dialog

    def write(self, path: Path, **wishes: object) -> None:
        self.archives.making.write_to(MEETING, path, Wishes(**wishes))
        self.wait(
            lambda: self.archives.making.dialog is not None and not self.archives.making.work.busy,
            "it is written",
        )
        self.wait(lambda: "Đã lưu hồ sơ" in self.told() or "Chưa lưu" in self.told(), "that is said")


def words(dialog: Dialog | None) -> str:
    return "" if dialog is None else " ".join(one.text() for one in dialog.findChildren(Paragraph))


@pytest.fixture(scope="module")
def mould(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return Desk(tmp_path_factory.mktemp("mould") / "thu")


@pytest.fixture
def thu(mould: Desk, tmp_path: Path, qtbot: QtBot) -> Iterator[Secretary]:
    yield from before_the_window(Secretary, copied(mould, tmp_path / "thu"), qtbot)


def test_the_dialog_says_what_is_in_it_and_who_can_read_it(thu: Secretary) -> None:
    dialog = thu.ask()
    said = words(dialog)
    assert "3 tài liệu" in said
    assert "không mã hóa" in said
    assert dialog.restricted.isVisible()
    assert dialog.wishes == Wishes(restricted=True)
    dialog.restricted.click()
    dialog.take_minutes([Path("bien-ban \u202e.pdf")])
    assert dialog.wishes == Wishes(restricted=False, minutes=(Path("bien-ban \u202e.pdf"),))
    assert "bien-ban .pdf" in words(dialog)
    dialog.reject()


def test_it_is_written_verified_and_opened_to_be_read(thu: Secretary, tmp_path: Path) -> None:
    path = tmp_path / "ho-so.zip"
    thu.desk()
    thu.write(path)
    assert "1 biểu quyết có chứng cứ" in thu.told()
    assert verify.check_archive(path, PaperOffice().root_key).broken is None
    assert thu.window._books.wait(lambda book: archiving.made_at(book, MEETING)) > archiving.NEVER
    thu.archives.making.dialog.reject()
    thu.archives.open(path)
    thu.wait(lambda: thu.archives.shown, "the archive's screen")
    screen = thu.archives.screen
    page = " ".join(one.text() for one in screen.findChildren(Paragraph))
    for told in ("Hồ sơ đã kiểm chứng", "Dự toán", "thông qua"):
        assert told in page
    document = screen.view.items[0].documents[0]
    thu.click(screen.documents[document.sha256])
    thu.wait(lambda: screen.file.shown == document.sha256, "its pages")
    thu.archives.unpack_to(tmp_path)
    thu.wait(lambda: thu.archives.dialog is not None, "that it was unpacked")
    assert (tmp_path / "ho-so" / "muc-luc.html").exists()
    thu.archives.dialog.reject()
    screen.header.backPressed.emit()
    thu.wait(lambda: not thu.archives.shown, "the shelf")
    assert screen.file.shown == ""


def test_a_broken_archive_is_not_shown(thu: Secretary, tmp_path: Path) -> None:
    path = tmp_path / "x.zip"
    thu.write(path)
    data = bytearray(path.read_bytes())
    data[3_000] ^= 1
    path.write_bytes(data)
    thu.archives.open(path)
    thu.wait(lambda: thu.archives.dialog is not None, "why not")
    assert "SAI tại muc-luc.html" in words(thu.archives.dialog)
    assert not thu.archives.shown


def test_a_file_of_another_office_says_so(thu: Secretary, tmp_path: Path) -> None:
    other = PaperOffice("t-2")
    book = other.book(tmp_path / "other", other.thu)
    Filed(other, book.vault)
    made = archiving.make(lambda work: work(book), MEETING, tmp_path / "x.zip", Wishes())
    book.vault.close()
    thu.archives.open(made.path)
    thu.wait(lambda: thu.archives.shown, "the archive's screen")
    page = " ".join(one.text() for one in thu.archives.screen.findChildren(Paragraph))
    assert "Hồ sơ của cơ quan khác" in page
    assert made.fingerprint in page


def test_a_place_that_cannot_be_written_to_is_said(thu: Secretary, tmp_path: Path) -> None:
    thu.write(tmp_path / "gone" / "x.zip")
    assert "Chưa ghi được tệp x.zip" in thu.told()


def test_the_shelf_asks_for_it_before_the_packet_goes(
    thu: Secretary, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    card = thu.book.shelf.archives
    assert not card.isVisible()
    monkeypatch.setattr(archiving, "_SOON", archiving.timedelta(days=100))
    thu.book.refresh()
    thu.wait(card.isVisible, "the card")
    thu.click(card.stack._rows[0].button)
    thu.wait(lambda: isinstance(thu.archives.making.dialog, ArchiveDialog), "the dialog")
    thu.archives.making.dialog.reject()
    thu.write(tmp_path / "x.zip")
    thu.wait(lambda: not card.isVisible(), "nothing is due any more")


def test_locking_ends_what_is_being_written(thu: Secretary, tmp_path: Path) -> None:
    thu.archives.making.write_to(MEETING, tmp_path / "x.zip", Wishes())
    thu.window.lock()
    thu.wait(lambda: thu.window.book is None, "it is locked")
    thu.wait(lambda: list(tmp_path.glob("x.zip*")) in ([], [tmp_path / "x.zip"]), "nothing half written")
