"""The head of the secretary's page: its tabs keep their words, whatever the size of the text."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from reader.ui.desk.screen import DeskScreen


@pytest.mark.parametrize(("width", "worded"), [(1366, True), (1130, True), (990, False), (700, False)])
def test_buttons_give_their_room_to_the_tabs(qtbot: QtBot, width: int, worded: bool) -> None:
    desk = DeskScreen()
    qtbot.addWidget(desk)
    desk.resize(width, 640)
    desk.show()
    for button, label in (
        (desk.papers_button, "Văn bản…"),
        (desk.collect_button, "Lưu kết quả…"),
        (desk.revise_button, "Soạn bản mới"),
    ):
        assert button.text() == (label if worded else "")
        assert button.toolTip() == ("" if worded else label)
        assert button.accessibleName() == label
    assert desk.archive_button.text() == ("Hồ sơ…" if worded else "")
    assert desk.archive_button.accessibleName() == "Lưu hồ sơ cuộc họp…"
    assert desk.tabs.width() >= desk.tabs.minimumSizeHint().width()
    assert desk.tabs.width() >= desk.tabs.sizeHint().width()
