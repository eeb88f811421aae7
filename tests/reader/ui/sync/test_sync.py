from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from pytestqt.qtbot import QtBot
from support.layouts import Relaid

from reader.core.views import FetchView, Line, LineView, LogLine, Passage, SavingView, SyncView, Trip
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
    assert words.counted([act("checkin"), act(), act("mark.put")]) == "1 phiếu, 2 việc khác"


ROOM, STICK = "Hội trường", datetime(2026, 12, 11, 7, 30).astimezone()


@pytest.mark.parametrize(
    ("passage", "talking", "said", "tone"),
    [
        (Passage(), False, "Đã niêm phong trên máy này – chờ gửi", Tone.WAIT),
        (Passage(), True, "Đã niêm phong trên máy này – đang gửi", Tone.INFO),
        (Passage(ROOM), True, "Đã nhận qua trạm phòng họp – chờ máy chủ ghi nhận", Tone.INFO),
        (
            Passage(ROOM, copied=STICK),
            False,
            "Đã nhận qua trạm phòng họp, đã chép ra USB – chờ máy chủ ghi nhận",
            Tone.INFO,
        ),
        (Passage(forwarded=True), False, "Đã chuyển đi – chờ trạm phòng họp ghi nhận", Tone.INFO),
        (
            Passage(forwarded=True, copied=STICK),
            False,
            "Đã chuyển đi, đã chép ra USB – chờ trạm phòng họp ghi nhận",
            Tone.INFO,
        ),
        (
            Passage(copied=STICK),
            False,
            f"Đã chép ra USB lúc {moment_text(STICK)} – chưa được ghi nhận",
            Tone.WAIT,
        ),
        (Passage(copied=STICK), True, "Đã niêm phong trên máy này – đang gửi", Tone.INFO),
    ],
)
def test_where_an_act_is_that_waits(
    make: Make, passage: Passage, talking: bool, said: str, tone: Tone
) -> None:
    state = words.act_state(replace(make["act"](), passage=passage), talking=talking)
    assert state.text.partition(" · ")[0] == said
    assert state.tone is tone


def test_what_was_recorded_says_when_and_by_a_room_hub_where(make: Make) -> None:
    sent = make["act"](trip=Trip.SENT)
    at = moment_text(sent.at)
    assert words.act_state(sent, talking=False).text == f"Đã ghi nhận lúc {at}"
    by_room = words.act_state(replace(sent, by_room=True), talking=False)
    assert by_room.text == f"Đã ghi nhận lúc {at} tại trạm phòng họp"


def test_what_a_hub_has_does_not_wait_to_be_sent(screen: SyncScreen, make: Make) -> None:
    there = [replace(make["act"](), passage=one) for one in (Passage(ROOM), Passage(forwarded=True))]
    for waiting, title in (
        (there[:1], "Trạm phòng họp đã nhận hết"),
        (there, "Đã chuyển đi hết"),
        ([*there, make["act"]()], "1 phiếu chờ gửi"),
    ):
        view = make["sync"](Line.OFFLINE, waiting=tuple(waiting))
        screen.set_view(view)
        assert screen._up._title.text() == title
    assert words.waiting_text(make["sync"](waiting=tuple(there))) == ""


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
    kinds = ("connected", "lost", "sent", "new_version", "document", "restored", "recalled")
    kinds += ("erased", "withheld", "copied", "revoked", "problem", "problem")
    lines = tuple(LogLine(NOW.replace(minute=n), kinds[n], 2, "Tờ trình 12") for n in range(13))
    screen.set_view(SyncView(LineView(Line.ONLINE, log=lines)))
    shown = [row for row in screen._log._rows if row.isVisible()]
    assert len(shown) == MOST_LOG
    assert shown[0]._entry is not None
    assert shown[0]._entry.title == "Có trục trặc; máy tự thử lại."
    screen._more.click()
    assert len([row for row in screen._log._rows if row.isVisible()]) == 13


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


def test_the_same_view_again_moves_and_rebuilds_nothing(
    qtbot: QtBot, screen: SyncScreen, make: Make, settle: Callable[[], None], relaid: Relaid
) -> None:
    view = make["busy"]()
    screen.set_view(view)
    screen.saving.small.setFocus()
    screen._scroll.verticalScrollBar().setValue(7)
    settle()
    with relaid(screen) as layouts:
        screen.set_view(view)
        settle()
    assert layouts == []
    assert screen.saving.small.hasFocus()
    with relaid(screen) as layouts:
        screen.set_view(replace(view, fetching=view.fetching[:1]))
        settle()
    assert layouts  # what does change is laid out
    screen.set_view(view)
    settle()
    assert screen._scroll.verticalScrollBar().value() <= 7


def test_saving_the_line_is_asked_for_and_shown(qtbot: QtBot, screen: SyncScreen, make: Make) -> None:
    asked: list[SavingView] = []
    screen.savingChanged.connect(asked.append)
    qtbot.mouseClick(screen.saving.small, Qt.MouseButton.LeftButton)
    screen.saving.cap.choose(1)
    assert asked == [SavingView(small_only=True), SavingView(small_only=True, cap=64)]
    screen.set_view(make["sync"](Line.ONLINE, saving=SavingView(cap=32)))
    assert (screen.saving.small.isChecked(), screen.saving.cap.chosen) == (False, 0)
    assert len(asked) == 2  # showing is not asking


def test_only_small_things_says_so_above_the_downloads(screen: SyncScreen, make: Make) -> None:
    view = replace(make["busy"](), saving=SavingView(small_only=True))
    screen.set_view(view)
    assert "chỉ gửi nhận thứ nhỏ" in screen._down._note.text()
    assert screen._down._title.text() == "Còn 3 tệp, 1,8 MB"
    first = screen._down.stack._rows[0]._entry
    assert first is not None
    assert first.detail == "Để sau · còn 228 KB"
    quiet = words.quiet(replace(view, waiting=()))
    assert quiet.text == "Chỉ gửi nhận thứ nhỏ – còn 3 tệp, 1,8 MB"


def test_the_minutes_keep_the_limit_that_was_set(make: Make) -> None:
    coming = (FetchView("m", "Họp", "Tờ trình", 0, 960_000),)
    fast = make["sync"](Line.ONLINE, fetching=coming)
    fast = replace(fast, line=replace(fast.line, bytes_per_second=100_000.0))
    assert words.left_text(fast).endswith("dưới 1 phút")
    assert words.left_text(replace(fast, saving=SavingView(cap=64))).endswith("khoảng 2 phút")


def test_a_changed_document_says_that_only_changes_come(make: Make) -> None:
    each = FetchView("m", "Họp", "Phụ lục", 0, 1_460_000, to_come=780_000)
    assert words.fetch_detail(each, still=False, later=False) == (
        "Chờ tới lượt · 780 KB, chỉ tải phần thay đổi"
    )
    view = make["sync"](Line.ONLINE, fetching=(each,))
    assert words.left_text(view).startswith("Còn 1 tệp, 780 KB")


def test_a_refused_act_is_put_away_and_can_be_brought_back(
    qtbot: QtBot, screen: SyncScreen, make: Make
) -> None:
    gone: list[str] = []
    screen.dismissed.connect(gone.append)
    refused = replace(make["act"](trip=Trip.REFUSED, code=Code.MOTION_CHANGED), event="e1")
    screen.set_view(make["sync"](waiting=(refused,)))
    row = screen._up.stack._rows[0]
    assert row.button.text() == "Đã hiểu"
    qtbot.mouseClick(row.button, Qt.MouseButton.LeftButton)
    assert not row.isVisible()
    assert screen._toast is not None
    screen._toast.button.click()
    assert row.isVisible()
    qtbot.mouseClick(row.button, Qt.MouseButton.LeftButton)
    screen.set_view(make["sync"](waiting=(refused,)))  # a view that comes meanwhile brings nothing back
    assert not row.isVisible()
    assert gone == []
    assert screen._toast is not None
    screen._toast.leave()
    assert gone == ["e1"]


def test_a_dismissal_is_kept_when_the_page_is_left_before_the_strip(
    qtbot: QtBot, screen: SyncScreen, make: Make
) -> None:
    gone: list[str] = []
    screen.dismissed.connect(gone.append)
    refused = [
        replace(make["act"](trip=Trip.REFUSED, code=Code.MOTION_CHANGED), event=event)
        for event in ("e1", "e2")
    ]
    screen.set_view(make["sync"](waiting=tuple(refused)))
    screen._understood("e1")
    toast = screen._toast
    assert toast is not None
    screen.hide()
    toast._timer.timeout.emit()
    assert gone == ["e1"]
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    screen.show()
    screen._understood("e2")
    assert screen._toast is not None


def test_a_dismissal_is_kept_when_the_book_is_locked_before_the_strip_is_gone(
    screen: SyncScreen, make: Make
) -> None:
    gone: list[str] = []
    screen.dismissed.connect(gone.append)
    screen.set_view(make["sync"](waiting=(replace(make["act"](trip=Trip.REFUSED), event="e1"),)))
    screen._understood("e1")
    screen.settle()
    assert gone == ["e1"]


def test_unsent_work_can_be_taken_out_only_when_there_is_any(
    qtbot: QtBot, screen: SyncScreen, make: Make
) -> None:
    with qtbot.waitSignal(screen.exportRequested):
        qtbot.mouseClick(screen.export, Qt.MouseButton.LeftButton)
    screen.set_view(make["sync"](Line.ONLINE))
    assert not screen.export.isVisible()


def test_what_was_refused_and_put_away_can_still_be_taken_out_and_why_is_said(
    screen: SyncScreen, make: Make
) -> None:
    screen.set_view(make["sync"](Line.ONLINE, unsent=True))
    assert screen.export.isVisible()
    assert "chờ gửi. Việc không được nhận đã ẩn vẫn xuất" in screen._up._note.text()


def test_what_a_hub_has_is_counted_neither_as_waiting_nor_as_going(make: Make) -> None:
    held = replace(make["act"]("mark.put"), passage=Passage(room="Phòng họp lớn"))
    view = make["sync"](Line.TALKING, waiting=(held, make["act"]("checkin")))
    assert (words.waiting_text(view), words.sending_text(view)) == ("1 việc chờ gửi", "Đang gửi 1 việc")


def test_a_refusal_is_not_called_a_lost_line() -> None:
    view = SyncView(LineView(Line.ONLINE, last_contact=NOW, problem=Code.BAD_SIGNATURE))
    said = words.line_state(view)
    assert said.text == "Đang nối, có phần máy này không nhận"
    assert "Chữ ký" in said.detail
    assert words.quiet(view).text.startswith("Đã gửi hết")
