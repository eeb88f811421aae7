"""Taking things out of the window: asked first, and what was written is said."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QStackedWidget
from pytestqt.qtbot import QtBot
from support.packets import MEETING, PaperOffice

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
    books.open(lambda: office.book(tmp_path / "lan", office.lan), lambda: opened.append(True), pytest.fail)
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
