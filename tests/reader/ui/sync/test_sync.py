from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from reader.core.views import Line, LineView, LogLine, SyncView
from reader.ui.format import moment_text
from reader.ui.sync import words
from reader.ui.sync.indicator import SyncIndicator
from reader.ui.sync.parts import MOST_ROWS
from reader.ui.sync.screen import MOST_LOG, SyncScreen
from reader.ui.theme import Tone, current
from sync.errors import Code

Make = dict[str, Callable[..., Any]]
NOW = datetime(2026, 12, 11, 7, 52).astimezone()


@pytest.fixture
def screen(qtbot: QtBot, make: Make) -> SyncScreen:
    made = SyncScreen()
    qtbot.addWidget(made)
    made.resize(1360, 696)
    made.set_view(make["busy"]())
    made.show()
    return made


def test_the_indicator_says_what_waits_and_is_never_red(make: Make) -> None:
    lost = SyncView(LineView(Line.OFFLINE, lost_since=NOW), waiting=(make["act"](),))
    assert words.quiet(lost).text == f"Mất mạng từ {moment_text(NOW)} – 1 phiếu chờ gửi"
    sent = SyncView(LineView(Line.ONLINE, last_contact=NOW))
    assert words.quiet(sent).text == f"Đã gửi hết – vừa liên lạc {moment_text(NOW)}"
    assert words.quiet(make["sync"](Line.ONLINE, fetching=make["busy"]().fetching)).text.startswith(
        "Còn 3 tệp"
    )
    for line in Line:
        problem = SyncView(LineView(line, problem=Code.TLS_UNTRUSTED), waiting=(make["act"](),))
        assert words.quiet(problem).tone is not Tone.BAD


def test_ballots_are_named_first(make: Make) -> None:
    act = make["act"]
    assert words.counted([act()]) == "1 phiếu"
    assert words.counted([act("mark.put"), act("mark.put")]) == "2 ghi chú"
    assert words.counted([act("mark.put"), act()]) == "1 phiếu, 1 ghi chú"
    assert words.counted([act("device.ready"), act(), act("mark.put")]) == "1 phiếu, 2 việc khác"


def test_bars_follow_speed_and_cuts() -> None:
    def level(line: Line, speed: float | None, drops: int = 0) -> int:
        return words.bars(SyncView(LineView(line, bytes_per_second=speed, drops=drops)))

    assert [level(Line.OFFLINE, 1e6), level(Line.ONLINE, 1_000), level(Line.ONLINE, 5_000)] == [0, 1, 2]
    assert [level(Line.ONLINE, 50_000), level(Line.ONLINE, 1e6), level(Line.ONLINE, 1e6, 3)] == [3, 4, 2]


def test_a_click_on_the_indicator_opens_the_page(qtbot: QtBot, make: Make) -> None:
    made = SyncIndicator()
    qtbot.addWidget(made)
    made.set_view(make["busy"]())
    made.show()
    with qtbot.waitSignal(made.clicked):
        qtbot.keyClick(made, Qt.Key.Key_Space)
    assert "Đang gửi 1 phiếu" in made.accessibleName()


def test_pause_and_go_on(qtbot: QtBot, screen: SyncScreen, make: Make) -> None:
    wanted: list[bool] = []
    screen.pauseToggled.connect(wanted.append)
    qtbot.mouseClick(screen._pause, Qt.MouseButton.LeftButton)
    screen.set_view(make["sync"](Line.PAUSED, paused=True, fetching=make["busy"]().fetching))
    assert screen._pause.text() == "Tiếp tục"
    assert not screen._now.isEnabled()
    qtbot.mouseClick(screen._pause, Qt.MouseButton.LeftButton)
    assert wanted == [True, False]


def test_sync_now_is_offered_when_it_would_do_something(qtbot: QtBot, screen: SyncScreen, make: Make) -> None:
    assert not screen._now.isEnabled()
    screen.set_view(make["sync"](Line.OFFLINE))
    with qtbot.waitSignal(screen.syncRequested):
        qtbot.mouseClick(screen._now, Qt.MouseButton.LeftButton)


def test_refused_things_stand_first_with_their_sentence(screen: SyncScreen) -> None:
    first = screen._up.stack._rows[0]._entry
    assert first is not None
    assert first.tone is Tone.BAD
    assert "bỏ phiếu lại" in first.detail


def test_long_lists_end_in_a_number(screen: SyncScreen, make: Make) -> None:
    screen.set_view(make["sync"](waiting=tuple(make["act"]("mark.put") for _ in range(MOST_ROWS + 7))))
    last = screen._up.stack._rows[-1]._entry
    assert last is not None
    assert last.title == "và 7 việc nữa"


def test_the_log_is_in_plain_words_newest_first(screen: SyncScreen) -> None:
    kinds = ("connected", "lost", "sent", "received", "new_version", "document", "problem")
    lines = tuple(LogLine(NOW.replace(minute=n), kinds[n % 7], 2, "Tờ trình 12") for n in range(14))
    screen.set_view(SyncView(LineView(Line.ONLINE, log=lines)))
    shown = [row for row in screen._log._rows if row.isVisible()]
    assert len(shown) == MOST_LOG
    assert shown[0]._entry is not None
    assert shown[0]._entry.title == "Có trục trặc; máy tự thử lại."
    screen._more.click()
    assert len([row for row in screen._log._rows if row.isVisible()]) == 14


@pytest.mark.parametrize(("width", "scale"), [(1360, 1.0), (1018, 1.0), (700, 1.0), (1360, 2.0)])
def test_nothing_is_cut_off_at_the_side(screen: SyncScreen, width: int, scale: float) -> None:
    current().set_scale(scale)
    screen.resize(width, 690)
    screen.grab()
    assert screen._scroll.widget().minimumSizeHint().width() <= screen._scroll.viewport().width()


def test_the_rows_stay_where_they_are_when_the_numbers_change(screen: SyncScreen, make: Make) -> None:
    before = list(screen._down.stack._rows)
    screen._scroll.verticalScrollBar().setValue(10)
    screen.set_view(make["busy"]())
    assert screen._down.stack._rows == before
    assert screen._scroll.verticalScrollBar().value() == 10
