"""A field of several lines: how much it takes."""

from PySide6.QtCore import QMimeData
from pytestqt.qtbot import QtBot

from reader.ui.widgets.text_area import TextArea


def test_of_a_long_paste_it_takes_as_much_as_there_is_room_for(qtbot: QtBot) -> None:
    area = TextArea("Ghi")
    qtbot.addWidget(area)
    area.write("a" * 9_990)
    long = QMimeData()
    long.setText("b" * 5_000)
    area.insertFromMimeData(long)
    assert area.text == "b" * 10 + "a" * 9_990
    assert area.waiting
    area.insertFromMimeData(long)
    assert len(area.text) == 10_000
    area.undo()
    assert area.text == "a" * 9_990
    area.selectAll()
    area.insertFromMimeData(long)
    assert area.text == "b" * 5_000
