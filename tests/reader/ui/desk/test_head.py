"""The head of the secretary's page: its tabs keep their words, whatever the size of the text."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from reader.ui.desk.screen import DeskScreen


@pytest.mark.parametrize(("width", "worded"), [(1366, True), (990, True), (720, True), (620, False)])
def test_the_button_gives_its_room_to_the_tabs(qtbot: QtBot, width: int, worded: bool) -> None:
    desk = DeskScreen()
    qtbot.addWidget(desk)
    desk.resize(width, 640)
    desk.show()
    button, label = desk.papers_button, "Văn bản, hồ sơ…"
    assert button.text() == (label if worded else "")
    assert button.toolTip() == ("" if worded else label)
    assert button.accessibleName() == label
    assert desk.tabs.width() >= desk.tabs.minimumSizeHint().width()
    assert desk.tabs.width() >= desk.tabs.sizeHint().width()
