"""The vault's thread."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from support.packets import PaperOffice

from reader.ui.tasks import BookThread, NoBookError


def test_a_lock_closes_the_vault_even_when_what_comes_before_it_fails(qtbot: QtBot, tmp_path: Path) -> None:
    paper = PaperOffice()
    opened: list[bool] = []
    books = BookThread()
    books.open(lambda: paper.book(tmp_path, paper.lan), lambda: opened.append(True), lambda _: None)
    qtbot.waitUntil(lambda: bool(opened))

    def leave() -> None:
        raise ZeroDivisionError

    try:
        with qtbot.capture_exceptions() as ours:
            books.lock(leave, lambda: None)
            qtbot.waitUntil(lambda: bool(ours))
        assert ours[0][0] is ZeroDivisionError
        with pytest.raises(NoBookError):
            books.wait(lambda book: book)
    finally:
        books.stop()
