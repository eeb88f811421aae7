"""The window from its first paint to its end."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reader.app.window import OfficeServices
from reader.ui import window as module
from reader.ui.window import MainWindow


def test_the_program_does_not_end_while_a_thread_still_reads_its_parts(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    began, go_on, ended = threading.Event(), threading.Event(), threading.Event()

    def slow() -> None:
        began.set()
        assert go_on.wait(20)
        ended.set()

    monkeypatch.setattr(module, "_warm", slow)
    window = MainWindow(OfficeServices(tmp_path / "profile"))
    qtbot.addWidget(window)
    window.show()
    qtbot.waitUntil(began.is_set, timeout=10_000)
    soon = threading.Timer(0.1, go_on.set)
    soon.start()
    window.shut_down()
    assert ended.is_set()
    soon.join()
