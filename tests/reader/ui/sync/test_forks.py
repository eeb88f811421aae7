"""Two logs of one motion: the page behind the indicator says it as long as the book exists."""

from dataclasses import replace
from datetime import datetime

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from reader.core.views import ForkView
from reader.ui.sync.screen import SyncScreen

ONE, OTHER = "3f9c 02ab 77d1 4410 9e0a 5b6c 1122 aa0f", "0000 1111 2222 3333 4444 5555 6666 7777"
FORK = ForkView("Dự toán năm 2027", datetime(2026, 12, 11, 7, 52).astimezone(), ONE, OTHER)


def test_a_fork_is_said_with_both_marks_and_what_to_do(qtbot: QtBot, make) -> None:
    screen = SyncScreen()
    qtbot.addWidget(screen)
    screen.resize(1360, 696)
    screen.show()
    view = make["busy"]()
    screen.set_view(view)
    assert not screen.forks.isVisibleTo(screen)
    screen.set_view(replace(view, forks=(FORK,)))
    assert screen.forks.isVisibleTo(screen)
    text = " ".join(label.text() for label in screen.forks.findChildren(QLabel))
    for part in ("hai sổ ghi phiếu khác nhau", "“Dự toán năm 2027”", ONE, OTHER, "kiểm phiếu lại bằng giấy"):
        assert part in text
