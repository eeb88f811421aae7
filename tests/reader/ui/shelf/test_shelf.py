from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot
from support.layouts import Relaid

from reader.core.views import (
    DeviceState,
    Line,
    LineView,
    PacketState,
    Passage,
    ReachRow,
    ReachView,
    RecallView,
    SyncView,
    Trip,
)
from reader.ui.format import moment_text
from reader.ui.shelf import words
from reader.ui.shelf.recalled import RecalledDialog
from reader.ui.shelf.shelf import ShelfScreen
from reader.ui.theme import current
from reader.ui.widgets import Paragraph
from sync.errors import Code
from sync.model.people import Role

Make = dict[str, Callable[..., Any]]
NOON = datetime(2026, 12, 11, 12, 0).astimezone()


@pytest.fixture
def screen(qtbot: QtBot, make: Make) -> ShelfScreen:
    made = ShelfScreen()
    qtbot.addWidget(made)
    made.resize(1360, 696)
    made.set_view(make["shelf"]())
    made.set_line(SyncView(LineView(Line.ONLINE, bytes_per_second=5_250)))
    made.show()
    return made


def heard(signal: Any) -> list[Any]:
    found: list[Any] = []
    signal.connect(lambda *what: found.append(what if len(what) > 1 else what[0]))
    return found


def test_the_next_meeting_has_the_one_filled_button(qtbot: QtBot, screen: ShelfScreen) -> None:
    opened, changes = heard(screen.meetingOpened), heard(screen.changesRequested)
    qtbot.mouseClick(screen.next.open_button, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(screen.next.changes_button, Qt.MouseButton.LeftButton)
    assert (opened, changes) == (["m-1"], ["m-1"])
    assert not screen.next.desk_button.isVisible()


def test_a_press_anywhere_on_the_next_meetings_card_opens_it(qtbot: QtBot, screen: ShelfScreen) -> None:
    opened, changes = heard(screen.meetingOpened), heard(screen.changesRequested)
    qtbot.mouseClick(screen.next, Qt.MouseButton.LeftButton, pos=QPoint(40, 40))
    qtbot.mouseClick(screen.next, Qt.MouseButton.RightButton, pos=QPoint(40, 40))
    title = screen.next._title
    qtbot.mouseClick(title, Qt.MouseButton.LeftButton)
    qtbot.mousePress(screen.next, Qt.MouseButton.LeftButton, pos=QPoint(40, 40))
    qtbot.mouseRelease(screen.next, Qt.MouseButton.LeftButton, pos=QPoint(-40, 40))
    assert (opened, changes) == (["m-1", "m-1"], [])


def test_changes_are_offered_only_when_there_are_any(screen: ShelfScreen, make: Make) -> None:
    screen.set_view(make["shelf"](cards=(make["card"](1),)))
    assert not screen.next.changes_button.isVisible()


def test_a_click_anywhere_in_a_row_opens_its_meeting(qtbot: QtBot, screen: ShelfScreen) -> None:
    opened = heard(screen.meetingOpened)
    row = screen.list.visualRect(screen.list.model().index(1, 0))
    for x in (row.left() + 5, row.center().x(), row.right() - 5):
        qtbot.mouseClick(screen.list.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(x, row.center().y()))
    assert opened == ["m-3"] * 3


def test_the_list_works_from_the_keyboard(qtbot: QtBot, screen: ShelfScreen, make: Make) -> None:
    opened, desk = heard(screen.meetingOpened), heard(screen.deskOpened)
    screen.list.setFocus()
    qtbot.keyClick(screen.list, Qt.Key.Key_Down)
    qtbot.keyClick(screen.list, Qt.Key.Key_Return)
    assert opened == ["m-3"]
    qtbot.keyClick(screen.list, Qt.Key.Key_Right)
    assert not screen.list.on_desk
    view = make["shelf"]()
    screen.set_view(replace(view, owner=replace(view.owner, roles=(Role.SECRETARY,))))
    assert screen.next.desk_button.isVisible()
    qtbot.keyClick(screen.list, Qt.Key.Key_Right)
    qtbot.keyClick(screen.list, Qt.Key.Key_Return)
    assert desk == ["m-3"]


def test_the_current_row_stays_with_its_meeting(qtbot: QtBot, screen: ShelfScreen, make: Make) -> None:
    screen.list.setFocus()
    qtbot.keyClick(screen.list, Qt.Key.Key_Down)
    view = make["shelf"]()
    newcomer = make["card"](9, starts=NOON + timedelta(days=90))
    screen.set_view(replace(view, cards=(view.cards[0], newcomer, *view.cards[1:])))
    model = screen.list.shown_model()
    assert model.card(screen.list.currentIndex()).id == "m-3"


def test_reading_goes_on_where_it_was(qtbot: QtBot, screen: ShelfScreen, make: Make) -> None:
    opened = heard(screen.documentOpened)
    assert screen.reading.button.text() == "Đọc tiếp trang 9"
    qtbot.mouseClick(screen.reading.button, Qt.MouseButton.LeftButton)
    assert opened == [("m-1", "d-1")]
    screen.set_view(make["shelf"](reading=None))
    assert not screen.reading.isVisible()


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_a_meeting_still_coming_says_how_much_and_draws_at_every_scale(
    screen: ShelfScreen, make: Make, scale: float
) -> None:
    current().set_scale(scale)
    part = make["card"](files_have=11, bytes_have=7_800_000, state=PacketState.PARTIAL, open_motions=2)
    screen.set_view(make["shelf"](cards=(part, make["card"](2, state=PacketState.EXPIRED))))
    assert screen.next._state.text() == "Còn 3 tệp, 1,8 MB, khoảng 6 phút"
    assert screen.next._bar.isVisible()
    assert not screen.grab().isNull()


def test_nothing_yet_says_what_will_happen(screen: ShelfScreen, make: Make) -> None:
    screen.set_line(SyncView(LineView(Line.OFFLINE)))
    screen.set_view(make["shelf"](cards=(), reading=None, waiting=()))
    assert screen._nothing.isVisible()
    assert not screen.next.isVisible()
    assert not screen._list_card.isVisible()


def test_when_all_are_past_they_stay_in_the_list(screen: ShelfScreen, make: Make) -> None:
    screen.set_view(make["shelf"](cards=(make["card"](5, state=PacketState.PAST),)))
    assert not screen.next.isVisible()
    assert screen.list.shown_model().rowCount() == 1


def test_what_was_refused_is_said_first(screen: ShelfScreen, make: Make) -> None:
    refused = make["act"](trip=Trip.REFUSED, title="Dự toán", code=Code.NOT_ON_ROLL)
    screen.set_view(make["shelf"](waiting=(make["act"](), refused)))
    first = screen.waiting._stack._rows[0]._entry
    assert first is not None
    assert "Dự toán" in first.title
    assert "danh sách biểu quyết" in first.detail


@pytest.mark.parametrize(
    ("passages", "titles"),
    [
        ((Passage("Hội trường"),), ["1 phiếu đã nhận qua trạm phòng họp"]),
        (
            (Passage("Hội trường"), Passage()),
            ["1 phiếu đã nhận qua trạm phòng họp", "1 phiếu đã niêm phong, chờ gửi"],
        ),
        ((Passage(forwarded=True), Passage("Hội trường")), ["2 phiếu đã chuyển đi, chờ ghi nhận"]),
        ((Passage(copied=NOON), Passage(copied=NOON)), ["2 phiếu đã chép ra USB – chưa được ghi nhận"]),
        ((Passage(copied=NOON), Passage()), ["2 phiếu đã niêm phong, chờ gửi"]),
    ],
)
def test_what_a_hub_or_a_stick_has_is_not_said_to_be_here_only(
    screen: ShelfScreen, make: Make, passages: tuple[Passage, ...], titles: list[str]
) -> None:
    waiting = tuple(replace(make["act"](), passage=passage) for passage in passages)
    screen.set_view(make["shelf"](waiting=waiting))
    entries = [row._entry for row in screen.waiting._stack._rows if row.isVisible()]
    said = [entry.title for entry in entries if entry is not None]
    assert [title for title in said if "phiếu đã" in title] == titles


def test_two_hundred_meetings_are_shown_fast(screen: ShelfScreen, make: Make) -> None:
    view = make["shelf"]()
    many = tuple(make["card"](n, starts=NOON + timedelta(days=n)) for n in range(200))
    start = time.perf_counter()
    screen.set_view(replace(view, cards=many))
    screen.grab()
    assert time.perf_counter() - start < 1.0
    assert screen.list.height() >= 199 * 72


def test_nothing_is_wider_than_the_window_at_200_percent(screen: ShelfScreen) -> None:
    current().set_scale(2.0)
    screen.resize(1360, 690)
    screen.grab()
    assert screen._page.minimumSizeHint().width() <= screen._scroll.viewport().width()


@pytest.mark.parametrize(
    ("starts", "text"),
    [
        (NOON + timedelta(minutes=8), "Họp hôm nay, còn 8 phút nữa"),
        (NOON + timedelta(hours=2), "Họp hôm nay"),
        (NOON + timedelta(days=1), "Họp ngày mai"),
        (NOON - timedelta(hours=1), "Đang họp, đến 13:00"),
        (NOON - timedelta(days=3), "Đã họp ngày 08/12/2026"),
    ],
)
def test_when_it_is(make: Make, starts: datetime, text: str) -> None:
    card = make["card"](1, starts=starts, ends=starts + timedelta(hours=2))
    assert words.when_text(card, NOON) == text


def test_states_in_words(make: Make) -> None:
    card = make["card"]
    assert words.state(card(), None).text == "Đủ tài liệu – đọc được khi mất mạng"
    part = card(files_have=11, bytes_have=7_800_000, state=PacketState.PARTIAL)
    assert words.state(part, 5_250).text == "Còn 3 tệp, 1,8 MB, khoảng 6 phút"
    assert words.state(part, None).text == "Còn 3 tệp, 1,8 MB"
    assert "hết hạn" in words.state(card(state=PacketState.EXPIRED), None).text
    assert words.change_text(card()) == ""


def recalled(make: Make, **changed: Any) -> Any:
    recall = RecallView(2, "Phụ lục 2 có số liệu sai", NOON, "Trần Thị Thu", 4)
    card = make["card"](7, state=PacketState.RECALLED, files=0, files_have=0, recall=recall)
    return replace(card, **changed)


def test_the_same_shelf_again_moves_and_rebuilds_nothing(
    screen: ShelfScreen, make: Make, settle: Callable[[], None], relaid: Relaid
) -> None:
    view, line = make["shelf"](stale=NOON), SyncView(LineView(Line.ONLINE, bytes_per_second=5_250))
    screen.set_view(view)
    screen.list.setFocus()
    screen.list.setCurrentIndex(screen.list.model().index(2, 0))
    screen.resize(1360, 400)
    settle()
    screen._scroll.verticalScrollBar().setValue(60)
    settle()
    with relaid(screen) as layouts:
        screen.set_view(view)
        screen.set_line(line)
        settle()
    assert layouts == []
    assert screen.list.hasFocus()
    assert screen.list.currentIndex().row() == 2
    assert screen._scroll.verticalScrollBar().value() == 60


def test_a_recalled_meeting_explains_itself_and_does_not_open(
    qtbot: QtBot, screen: ShelfScreen, make: Make
) -> None:
    screen.set_view(make["shelf"](cards=(make["card"](1), recalled(make))))
    opened, explained = heard(screen.meetingOpened), heard(screen.recallOpened)
    row = screen.list.visualRect(screen.list.model().index(0, 0))
    for x in (row.left() + 5, row.right() - 90):
        qtbot.mouseClick(screen.list.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(x, row.center().y()))
    screen.list.setFocus()
    qtbot.keyClick(screen.list, Qt.Key.Key_Right)
    qtbot.keyClick(screen.list, Qt.Key.Key_Return)
    assert (opened, explained) == ([], ["m-7"] * 3)
    assert words.state(recalled(make), None).text.startswith("Văn phòng đã thu hồi lúc")


def test_a_recalled_meeting_is_never_the_next_one(screen: ShelfScreen, make: Make) -> None:
    screen.set_view(make["shelf"](cards=(recalled(make),)))
    assert not screen.next.isVisible()
    assert screen.list.shown_model().rowCount() == 1


def test_why_it_was_recalled_is_said_with_what_stays(qtbot: QtBot, screen: ShelfScreen, make: Make) -> None:
    reach = ReachView(2, told=(ReachRow("Lan", "d-1"),), outstanding=(ReachRow("", "d-2"),) * 11)
    dialog = RecalledDialog(recalled(make, reach=reach), screen)
    said = "\n".join(one.text() for one in dialog.findChildren(Paragraph))
    assert "Phụ lục 2 có số liệu sai" in said
    assert "Trần Thị Thu · đến bản 2" in said
    assert "Vẫn còn 4 ghi chú" in said
    assert "Đã báo, chờ xác nhận: Lan." in said
    assert "và 3 máy nữa" in said
    assert dialog.action_button is not None
    dialog.deleteLater()


def test_without_notes_there_is_nothing_to_save(screen: ShelfScreen, make: Make) -> None:
    card = recalled(make)
    dialog = RecalledDialog(replace(card, recall=replace(card.recall, notes=0)), screen)
    assert dialog.action_button is None
    dialog.deleteLater()


def test_how_old_the_news_are_is_said_only_when_they_are_old(screen: ShelfScreen, make: Make) -> None:
    assert not screen.age.isVisible()
    screen.set_view(make["shelf"](stale=NOON))
    assert screen.age.isVisible()
    assert screen.age._text.text() == (
        f"Thông tin trên máy tính đến {moment_text(NOON)}. Có thể đã có bản mới hơn."
    )


def test_a_newer_version_that_has_not_come_is_said(screen: ShelfScreen, make: Make) -> None:
    newer = make["card"](1, newer=True)
    screen.set_view(make["shelf"](cards=(newer,)))
    assert "đã có bản mới hơn, đang chờ tải" in screen.next._amount.text()
    assert words.row_state(newer, None).text == "Đã có bản mới hơn, đang chờ tải"


def test_a_revoked_laptop_says_what_is_safe_and_what_to_do(
    qtbot: QtBot, screen: ShelfScreen, make: Make
) -> None:
    assert not screen.device.isVisible()
    gone = make["card"](1, state=PacketState.REVOKED)
    screen.set_view(make["shelf"](device=DeviceState.REVOKED, cards=(gone,)))
    assert screen.device._revoked.isVisible()
    assert not screen.device._copied.isVisible()
    assert not screen.next.isVisible()
    assert not screen._nothing.isVisible()
    assert "phiếu giấy" in screen.device._revoked.accessibleDescription()
    with qtbot.waitSignal(screen.notesExportRequested):
        qtbot.mouseClick(screen.device._revoked.buttons[0], Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(screen.unsentExportRequested):
        qtbot.mouseClick(screen.device._revoked.buttons[1], Qt.MouseButton.LeftButton)
    first = screen.waiting._stack._rows[0]._entry
    assert first is not None
    assert "Tự gửi" not in first.detail


def test_a_copied_disk_says_what_to_ask_for(screen: ShelfScreen, make: Make) -> None:
    screen.set_view(make["shelf"](device=DeviceState.COPIED, waiting=(), unsent=False))
    assert screen.device._copied.isVisible()
    assert "mã ghi danh mới" in screen.device._copied.accessibleDescription()
    assert not screen.device._copied.buttons[0].isVisible()
