"""Taking things out of the window: asked first, and what was written is said."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtWidgets import QStackedWidget
from pytestqt.qtbot import QtBot
from support.evidence import deliver, stories
from support.packets import MEETING, MOTION, PaperOffice

from reader.core.book import Book
from reader.ui.exports import Exports
from reader.ui.tasks import Asker, BookThread
from reader.ui.widgets import Paragraph
from sync.model.events import DropMark


@pytest.fixture
def exports(qtbot: QtBot, tmp_path: Path) -> Iterator[Exports]:
    office = PaperOffice()
    window = QStackedWidget()
    qtbot.addWidget(window)
    window.resize(1366, 696)
    window.show()
    books = BookThread()
    opened: list[bool] = []
    books.open(lambda: office.book(tmp_path / "thu", office.thu), lambda: opened.append(True), pytest.fail)
    qtbot.waitUntil(lambda: bool(opened))
    books.ask(lambda book: book.act(MEETING, DropMark(id="k-1")))
    made = Exports(Asker(books), window)
    yield made
    if made.dialog is not None:
        made.dialog.close()
    books.stop()


def said(exports: Exports) -> str:
    assert exports.dialog is not None
    return " ".join(one.text() for one in exports.dialog.findChildren(Paragraph))


def test_before_a_place_is_chosen_it_says_who_can_read_the_file(exports: Exports) -> None:
    exports.unsent()
    assert "Ai có tệp cũng đọc được" in said(exports)


def test_what_was_written_is_said(exports: Exports, qtbot: QtBot, tmp_path: Path) -> None:
    exports.unsent_to(tmp_path / "out.zip")
    qtbot.waitUntil(lambda: exports.dialog is not None)
    assert "1 mục, trong" in said(exports)
    assert (tmp_path / "out.zip").exists()


def test_what_could_not_be_written_is_said(exports: Exports, qtbot: QtBot, tmp_path: Path) -> None:
    exports.unsent_to(tmp_path / "nowhere" / "out.zip")
    qtbot.waitUntil(lambda: exports.dialog is not None)
    assert "chọn nơi khác" in said(exports)


def test_the_evidence_of_a_motion_says_whose_choices_are_in_it(
    exports: Exports, qtbot: QtBot, tmp_path: Path
) -> None:
    exports.proof(MEETING, MOTION)
    qtbot.waitUntil(lambda: exports.dialog is not None)
    assert "phiếu của chính bạn" in said(exports)
    exports._books.ask(lambda book: deliver(stories()["plain"], book.vault))
    exports.proof(MEETING, MOTION)
    qtbot.waitUntil(lambda: "ai chọn gì" in said(exports))
    exports.proof_to(tmp_path / "out.json", MEETING, MOTION)
    qtbot.waitUntil(lambda: "kiểm tra lại: đúng" in said(exports))
    assert "Đã ghi 4 phiếu" in said(exports)
    assert (tmp_path / "out.json").exists()


def test_evidence_for_which_something_is_lacking_is_not_written(
    exports: Exports, qtbot: QtBot, tmp_path: Path
) -> None:
    exports.proof_to(tmp_path / "out.json", MEETING, MOTION)
    qtbot.waitUntil(lambda: exports.dialog is not None)
    assert "chưa có đủ để làm tệp chứng cứ" in said(exports)
    assert not (tmp_path / "out.json").exists()


def test_evidence_that_does_not_hold_is_written_and_said(
    exports: Exports, qtbot: QtBot, tmp_path: Path
) -> None:
    def tampered(book: Book) -> None:
        story = stories()["plain"]
        story.closing = replace(story.closing, invalid=1)
        deliver(story, book.vault)

    exports._books.ask(tampered)
    exports.proof_to(tmp_path / "out.json", MEETING, MOTION)
    qtbot.waitUntil(lambda: exports.dialog is not None)
    assert "không tự chứng minh được" in said(exports)
    assert "closing.payload.invalid" in said(exports)
    assert (tmp_path / "out.json").exists()
