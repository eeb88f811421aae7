"""Words on the clipboard go again."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from reader.ui import clipboard


@pytest.fixture(autouse=True)
def nothing_before(qtbot: QtBot) -> Iterator[None]:
    QGuiApplication.clipboard().clear()
    yield
    clipboard.take_off()
    QGuiApplication.clipboard().clear()


def test_what_was_copied_is_there_and_goes_when_its_time_is_over(qtbot: QtBot) -> None:
    clipboard.copy("dự toán năm 2027", life_ms=50)
    assert QGuiApplication.clipboard().text() == "dự toán năm 2027"
    qtbot.waitUntil(lambda: QGuiApplication.clipboard().text() == "", timeout=5_000)


def test_what_somebody_else_put_there_stays(qtbot: QtBot) -> None:
    clipboard.copy("của sổ họp")
    QGuiApplication.clipboard().setText("của chương trình khác")
    clipboard.take_off()
    assert QGuiApplication.clipboard().text() == "của chương trình khác"


def test_a_lock_takes_it_off_at_once(qtbot: QtBot) -> None:
    clipboard.copy("của sổ họp")
    clipboard.take_off()
    assert QGuiApplication.clipboard().text() == ""


def test_histories_are_asked_not_to_keep_it(qtbot: QtBot) -> None:
    clipboard.copy("của sổ họp")
    formats = QGuiApplication.clipboard().mimeData().formats()
    assert any("CanIncludeInClipboardHistory" in one for one in formats)
    assert "x-kde-passwordManagerHint" in formats
