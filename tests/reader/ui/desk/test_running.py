"""The page on which a meeting is conducted: what it says, and what it asks for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reader.core.views import SittingView, Trip
from reader.ui.desk.attendance import WhyDialog
from reader.ui.desk.opening import OpenDialog
from reader.ui.desk.running import RunningPage
from reader.ui.desk.screen import DeskScreen
from reader.ui.format import moment_text
from reader.ui.theme import current
from sync.model.ids import ItemId, MotionId
from sync.model.motion import MotionState
from sync.model.opinion import Attendance
from sync.model.people import Role
from sync.model.rules import Timing
from tools.count_states import NOW, motion, with_entries
from tools.running_states import attendance, sits, turn, view

# Dialogs and menus, where there is no screen.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "raise", "grabbing the keyboard")


@pytest.fixture
def screen(qtbot: QtBot) -> Iterator[DeskScreen]:
    made = DeskScreen()
    qtbot.addWidget(made)
    made.resize(1366, 640)
    made.tabs.choose(1)
    made.show()
    yield made
    made.projection.end()
    current().set_scale(1.0)


@pytest.fixture
def page(screen: DeskScreen) -> RunningPage:
    screen.set_view(view(sits()), ())
    return screen.running


def names(page: RunningPage) -> list[str]:
    return [row.title for row in page.speakers.queue.shown]


# --- where the meeting is


def test_the_strip_says_the_item_its_time_and_how_late_it_is(page: RunningPage) -> None:
    assert page.strip.said.startswith("Dự toán và phân bổ ngân sách năm 2027 · Từ ")
    assert "đã quá" not in page.strip.said
    late = sits(as_of=NOW + timedelta(minutes=43))
    page.set_view(view(late))
    assert page.strip.said.endswith("đã quá 5 phút")


def test_with_large_text_the_item_scrolls_and_no_word_of_it_is_cut(page: RunningPage, qtbot: QtBot) -> None:
    current().set_scale(2.0)
    title, rows = page.course.title, page.course.rows
    page.course.parts.choose(0)
    qtbot.waitUntil(lambda: title.isVisible() and title.height() >= title.heightForWidth(title.width()) > 0)
    assert rows.height() >= 2 * 140


def test_the_next_item_is_one_press_away_and_any_other_two(page: RunningPage, qtbot: QtBot) -> None:
    assert page.strip.next_button.text() == "Sang mục 4"
    with qtbot.waitSignal(page.strip.pointed) as sent:
        page.strip.next_button.click()
    assert sent.args == ["i-4"]
    page.strip.other_button.click()
    assert page.strip.menu is not None
    with qtbot.waitSignal(page.strip.pointed) as sent:
        page.strip.menu.actions()[0].trigger()
    assert sent.args == ["i-1"]
    page.strip.menu.close()


def test_a_meeting_begins_with_its_first_item_and_ends_with_its_last(page: RunningPage) -> None:
    page.set_view(view(SittingView(as_of=NOW)))
    assert page.strip.next_button.text() == "Bắt đầu mục 1"
    assert not page.speakers.add_button.isEnabled()
    point = sits().point
    assert point is not None
    page.set_view(view(sits(point=replace(point, item=ItemId("i-4")))))
    assert not page.strip.next_button.isVisible()


def test_an_approver_looks_on(page: RunningPage) -> None:
    seen = view(sits())
    page.set_view(replace(seen, owner=replace(seen.owner, roles=(Role.APPROVER,))))
    for control in (
        page.strip.next_button,
        page.strip.other_button,
        page.speakers.add_button,
        page.speakers.more_button,
        page.attendance.all_button,
    ):
        assert not control.isVisible()
    page.attendance.rows.chosen.emit(page.attendance.rows.model().index(0, 0))
    assert page.attendance.menu is None


# --- attendance


def test_the_numbers_and_the_quorum_are_said_in_words(page: RunningPage) -> None:
    assert page.attendance.headline == "Điểm danh: có mặt 21/26 · chưa điểm danh 2"
    silent = [(row.title, row.note) for row in page.attendance.shown if row.right == "Chưa điểm danh"]
    heard = f"Liên lạc {moment_text(NOW - timedelta(minutes=4))} · trạm “Hội trường lớn”"
    assert silent == [("Đinh Văn Phúc", heard), ("Bùi Thị Thảo", "")]
    assert page.attendance.quorum == "Đủ số người dự tối thiểu (cần 18)"
    few = replace(attendance(), present=15)
    page.attendance.set_view(few, may=True)
    assert page.attendance.quorum == "Chưa đủ số người dự tối thiểu: cần 18, thiếu 3"


def test_whoever_is_away_comes_first_with_the_reason_and_who_wrote_it(page: RunningPage) -> None:
    first, second, third, *_ = page.attendance.shown
    assert (first.title, first.right, first.note) == (
        "Trần Văn Hiệp",
        "Vắng, có lý do",
        "Đi viện · Trần Thị Hạnh ghi",
    )
    assert (second.right, third.note) == ("Vắng, chưa rõ lý do", "Ông Bùi Văn Tâm, Phó Trưởng ban")


def test_a_press_on_a_person_writes_them_down_and_an_absence_asks_for_its_reason(
    page: RunningPage, qtbot: QtBot
) -> None:
    page.attendance.rows.chosen.emit(page.attendance.rows.model().index(3, 0))
    menu = page.attendance.menu
    assert menu is not None
    with qtbot.waitSignal(page.attendance.put) as sent:
        menu.actions()[0].trigger()
    assert sent.args == ["p-20", Attendance.PRESENT, "", ""]
    menu.close()
    page.attendance.press(attendance().rows[3].person, Attendance.ABSENT)
    dialog = page.attendance.dialog
    assert isinstance(dialog, WhyDialog)
    assert dialog.action_button is not None
    assert not dialog.action_button.isEnabled()
    dialog.field.set_text("Đi viện")
    with qtbot.waitSignal(page.attendance.put) as sent:
        dialog.accept()
    assert sent.args == ["p-20", Attendance.ABSENT, "Đi viện", ""]


def test_all_of_whom_nobody_has_said_anything_are_named_before_they_are_written_down(
    page: RunningPage, qtbot: QtBot
) -> None:
    page.attendance.all_button.click()
    dialog = page.attendance.dialog
    assert dialog is not None
    assert dialog.accessibleDescription() == "Ghi có mặt 2 người chưa điểm danh"
    with qtbot.waitSignal(page.attendance.allPresent) as sent:
        dialog.accept()
    assert sent.args == [["p-20", "p-22"]]


def test_what_waits_to_be_sent_is_said_at_the_person(page: RunningPage) -> None:
    rows = attendance().rows
    waiting = replace(attendance(), rows=(replace(rows[0], trip=Trip.WAITING), *rows[1:]))
    page.attendance.set_view(waiting, may=True)
    assert page.attendance.shown[0].note == "Chờ gửi"


def test_a_name_is_found_without_its_accents(page: RunningPage) -> None:
    page.attendance.search_button.click()
    page.attendance.search.set_text("hue")
    assert [row.title for row in page.attendance.shown] == ["Đinh Thị Huệ"]
    page.attendance.search_button.click()
    assert len(page.attendance.shown) == 26


# --- speakers


def test_who_speaks_has_a_clock_that_goes_on_without_the_book(
    page: RunningPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(page.speakers._clock, "now", lambda: NOW)
    page.speakers._timer.timeout.emit()
    assert page.speakers.card_text == "Đang phát biểu · Đinh Thị Huệ · 3:12 · trên 5 phút"
    monkeypatch.setattr(page.speakers._clock, "now", lambda: NOW + timedelta(seconds=60))
    page.speakers._timer.timeout.emit()
    assert "4:12" in page.speakers.card_text
    monkeypatch.setattr(page.speakers._clock, "now", lambda: NOW + timedelta(seconds=168))
    page.speakers._timer.timeout.emit()
    assert page.speakers.card_text.endswith("6:00 · trên 5 phút · quá 1:00")
    page.set_view(view(sits(speaking=None)))
    assert page.speakers.card_text == "Chưa ai phát biểu"


def test_the_desk_gives_time_ends_a_turn_and_calls_the_next(page: RunningPage, qtbot: QtBot) -> None:
    speakers = page.speakers
    with qtbot.waitSignal(speakers.moreGiven) as sent:
        speakers.more_button.click()
    assert sent.args == ["s-0", 120]
    with qtbot.waitSignal(speakers.begun) as sent:
        speakers.next_button.click()
    assert sent.args == ["s-1", 300]
    with qtbot.waitSignal(speakers.ended) as sent:
        speakers.end_button.click()
    assert sent.args == ["s-0"]


def test_the_queue_is_moved_by_keys_and_the_one_moved_keeps_the_keyboard(
    page: RunningPage, qtbot: QtBot
) -> None:
    queue = page.speakers.queue
    assert names(page) == [
        "Nguyễn Văn Tuấn",
        "Bùi Thị Thảo",
        "Quách Văn Dũng",
        "Ở mục khác: 1",
        "Hoàng Thị Lượng",
    ]
    queue.setCurrentIndex(queue.model().index(1, 0))
    with qtbot.waitSignal(page.speakers.ordered) as sent:
        QTest.keyClick(queue, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert sent.args == ["i-3", ["s-2", "s-1", "s-3"]]
    first, second, *others = sits().waiting
    page.set_view(view(sits(waiting=(second, first, *others))))
    assert queue.currentIndex().row() == 0
    with qtbot.assertNotEmitted(page.speakers.ordered):
        QTest.keyClick(queue, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    with qtbot.waitSignal(queue.dropped) as dropped:
        QTest.keyClick(queue, Qt.Key.Key_Delete)
    assert dropped.args == ["s-2"]


@pytest.mark.parametrize(
    ("name", "gap", "order"),
    [
        ("s-1", 3, ["s-2", "s-3", "s-1"]),
        ("s-3", 0, ["s-3", "s-1", "s-2"]),
        ("s-1", 2, ["s-2", "s-1", "s-3"]),
        ("s-2", 2, None),
        ("s-2", 1, None),
        ("s-4", 0, None),
    ],
)
def test_letting_somebody_go_at_a_gap_makes_that_order(
    page: RunningPage, qtbot: QtBot, name: str, gap: int, order: list[str] | None
) -> None:
    made: list[list[str]] = []
    page.speakers.queue.moved.connect(made.append)
    page.speakers.queue.move_turn(turn(int(name[2:]), "").turn, gap)
    assert made == ([] if order is None else [order])


def test_somebody_in_the_room_is_added_by_a_few_letters_or_by_name(page: RunningPage, qtbot: QtBot) -> None:
    speakers = page.speakers
    speakers.add_button.click()
    dialog = speakers.dialog
    assert dialog is not None
    dialog.field.set_text("hue")
    with qtbot.waitSignal(speakers.added) as sent:
        QTest.keyClick(dialog.field.edit, Qt.Key.Key_Return)
    assert sent.args == ["i-3", "p-12", "Đinh Thị Huệ"]
    speakers.add_button.click()
    other = speakers.dialog
    assert other is not None
    other.field.set_text("Ông Hòa, Mặt trận xã")
    with qtbot.waitSignal(speakers.added) as sent:
        other.accept()
    assert sent.args == ["i-3", None, "Ông Hòa, Mặt trận xã"]


def test_new_ones_are_given_a_place_with_one_press(page: RunningPage, qtbot: QtBot) -> None:
    assert page.speakers.rank_button.text() == "Xếp 1 người mới"
    with qtbot.waitSignal(page.speakers.ordered) as sent:
        page.speakers.rank_button.click()
    assert sent.args == ["i-3", []]


def test_names_are_words_and_nothing_else(page: RunningPage) -> None:
    hostile = turn(1, "<b>=1+1</b>\u202e\n{{ x }}", text="\u202e<script>")
    page.set_view(view(sits(waiting=(hostile,), speaking=replace(hostile, began=NOW, allowed=300))))
    assert "\u202e" not in page.speakers.card_text
    assert "<b>=1+1</b>" in page.speakers.card_text
    assert "\u202e" not in page.speakers.queue.shown[0].note


# --- the middle


def test_the_middle_turns_to_a_vote_that_opens_but_not_from_under_a_writer(
    screen: DeskScreen, qtbot: QtBot
) -> None:
    before = view(sits(), drafted=True)
    screen.set_view(before, ())
    course = screen.running.course
    course.parts.choose(2)
    course.notes.setFocus()
    qtbot.waitUntil(course.notes.hasFocus)
    screen.set_view(view(sits()), ())
    assert course.parts.chosen == 2
    course.parts.setFocus()
    screen.set_view(before, ())
    course.notes.clearFocus()
    screen.set_view(view(sits()), ())
    assert course.parts.chosen == 1
    assert course.motion.turnout == "Đã có 21/26 phiếu"


def test_a_vote_that_is_open_for_days_does_not_take_the_middle_or_the_wall(
    screen: DeskScreen, page: RunningPage
) -> None:
    page.course.parts.choose(0)
    scheduled = motion(id=MotionId("yk-2"), item=ItemId("i-4"), timing=Timing.SEALED_UNTIL)
    screen.set_view(replace(view(sits()), motions=(with_entries(scheduled, ()),)), ())
    assert page.course.parts.chosen == 0
    page.strip.project_button.click()
    projector = screen.projection.projector
    assert projector is not None
    assert projector.scene.state == "Mục 3"


def test_the_item_lists_documents_votes_and_who_has_spoken(page: RunningPage, qtbot: QtBot) -> None:
    course = page.course
    titles = [row.title for row in course.shown]
    assert titles == [
        "Tài liệu",
        "Tờ trình 18/TTr-UBND",
        "Dự thảo Nghị quyết",
        "Biểu quyết",
        "Dự toán và phân bổ ngân sách năm 2027",
        "Đã phát biểu: 1",
        "Bùi Văn An",
    ]
    assert course.shown[-1].right.endswith(" · 5:00")
    with qtbot.waitSignal(course.documentOpened) as sent:
        course.rows.chosen.emit(course.rows.model().index(2, 0))
    assert sent.args == ["nq"]


def test_whose_vote_has_not_come_stands_with_where_their_laptop_is(page: RunningPage) -> None:
    left = page.course.motion.left.model()
    role = Qt.ItemDataRole.AccessibleTextRole
    said = [str(left.data(left.index(number, 0), role)) for number in range(left.rowCount())]
    room = f"Liên lạc {moment_text(NOW - timedelta(minutes=1))} · trạm “Hội trường lớn”"
    held = "Trạm phòng họp đang giữ việc của máy này, chưa lên máy chủ"
    assert len(said) == 5
    for name, note in (("Quách Văn Quyền", room), ("Nguyễn Văn Tuấn", held)):
        assert any(name in line and note in line for line in said)
    assert [line for line in said if "Bùi Thị Thảo" in line] == ["Bùi Thị Thảo"]


def test_notes_are_kept_as_they_are_typed_when_the_item_changes_and_when_the_meeting_is_left(
    page: RunningPage, qtbot: QtBot
) -> None:
    course = page.course
    assert course.notes.toPlainText().startswith("Chủ tọa nêu nội dung")
    course.notes.setPlainText("Đang ghi")
    with qtbot.waitSignal(course.noteKept) as kept:
        pass
    assert kept.args == ["ky-hop-5", "i-3", "Đang ghi"]
    course.notes.setPlainText("Đang ghi dở")
    page.set_view(view(sits()))  # something arrives: what is typed stays
    assert course.notes.toPlainText() == "Đang ghi dở"
    point = sits().point
    assert point is not None
    with qtbot.waitSignal(course.noteKept) as kept:
        page.set_view(view(sits(point=replace(point, item=ItemId("i-4")))))
    assert kept.args == ["ky-hop-5", "i-3", "Đang ghi dở"]
    assert course.notes.toPlainText() == ""
    course.notes.setPlainText("Mục bốn")
    with qtbot.waitSignal(course.noteKept) as kept:
        course.leave()
    assert kept.args == ["ky-hop-5", "i-4", "Mục bốn"]


def test_another_who_moves_the_meeting_on_takes_no_sentence_into_another_items_notes(
    page: RunningPage, qtbot: QtBot
) -> None:
    course, point = page.course, sits().point
    assert point is not None
    course.parts.choose(2)
    course.notes.setFocus()
    qtbot.waitUntil(course.notes.hasFocus)
    course.notes.setPlainText("Chủ tọa kết")
    page.set_view(view(sits(point=replace(point, item=ItemId("i-4")))))
    course.notes.setPlainText("Chủ tọa kết luận.")
    with qtbot.waitSignal(course.noteKept) as kept:
        course.parts.setFocus()
    assert kept.args == ["ky-hop-5", "i-3", "Chủ tọa kết luận."]
    assert course.notes.toPlainText() == ""
    page.set_view(view(sits()))  # made before the book had kept it
    assert course.notes.toPlainText() == "Chủ tọa kết luận."


def test_the_whole_sheet_is_one_press_away(screen: DeskScreen, page: RunningPage) -> None:
    page.course.motion.whole_button.click()
    assert screen.tabs.chosen == 3


def test_what_has_not_changed_is_not_laid_out_again(page: RunningPage, qtbot: QtBot) -> None:
    lists = (page.attendance.rows, page.speakers.queue, page.course.rows)
    for one in lists:
        with qtbot.assertNotEmitted(one.model().dataChanged):
            page.set_view(view(sits()))
    here = replace(attendance(), rows=attendance().rows[1:])
    with qtbot.waitSignal(page.attendance.rows.model().modelReset):
        page.attendance.set_view(here, may=True)


def test_the_room_sees_of_a_restricted_item_only_its_number(screen: DeskScreen, page: RunningPage) -> None:
    shown = view(sits(), drafted=True)
    screen.set_view(replace(shown, items=tuple(replace(one, restricted=True) for one in shown.items)), ())
    page.strip.project_button.click()
    projector = screen.projection.projector
    assert projector is not None
    scene = projector.scene
    assert (scene.state, scene.title) == ("Mục 3", "Nội dung chỉ dành cho một số người")
    assert "Huệ" not in repr(scene)
    assert "Dự toán" not in repr(scene)


# --- opening


def open_dialog(screen: DeskScreen, present: int) -> OpenDialog:
    seen = view(sits(), drafted=True)
    conduct = replace(seen.conduct, attendance=replace(attendance(), present=present))
    screen.set_view(replace(seen, conduct=conduct), ())
    screen.running.course.parts.choose(1)
    acts = screen.running.course.motion.acts
    acts.act_button.click()
    assert isinstance(acts.dialog, OpenDialog)
    return acts.dialog


def test_opening_a_vote_says_who_is_there_and_takes_the_silent_along_only_when_told(
    screen: DeskScreen, qtbot: QtBot
) -> None:
    acts = screen.running.course.motion.acts
    dialog = open_dialog(screen, 21)
    assert "Có mặt 21/26" in dialog.there.accessibleName()
    with qtbot.waitSignal(acts.openRequested) as sent:
        dialog.accept()
    assert sent.args == ["nq-3", False]
    dialog = open_dialog(screen, 21)
    dialog.confirm.click()
    assert "Có mặt 23/26" in dialog.there.accessibleName()
    with qtbot.waitSignal(acts.openRequested) as sent:
        dialog.accept()
    assert sent.args == ["nq-3", True]


# --- the room


def test_the_room_sees_the_item_and_speaker_then_the_vote_and_its_result_until_the_meeting_goes_on(
    screen: DeskScreen, page: RunningPage
) -> None:
    drafted = view(sits(), drafted=True)
    screen.set_view(drafted, ())
    page.strip.project_button.click()
    projector = screen.projection.projector
    assert projector is not None
    assert (projector.scene.state, projector.scene.verdict.text) == ("Mục 3", "Đinh Thị Huệ")
    assert projector.scene.sentence.startswith("Còn 1:")
    assert projector.scene.sentence.endswith(" trên 5 phút")
    screen.set_view(view(sits()), ())
    assert projector.scene.verdict.text == "Đã có 21/26 phiếu"
    annulled = motion(item=ItemId("i-3"), state=MotionState.ANNULLED, annulled="Nhầm")
    over = replace(view(sits()), motions=(with_entries(annulled, ()),))
    screen.set_view(over, ())
    assert projector.scene.verdict.text == "Đã hủy biểu quyết"
    screen.set_view(replace(over, sitting=sits(speaking=None)), ())
    assert (projector.scene.state, projector.scene.share) == ("Mục 3", None)
    page.strip.project_button.click()
    assert screen.projection.projector is None


# --- room on the screen


@pytest.mark.parametrize(("width", "scale"), [(1366, 1.0), (1024, 1.0), (640, 1.0), (1366, 2.0)])
def test_every_part_can_be_reached_at_every_width(
    screen: DeskScreen, page: RunningPage, width: int, scale: float, qtbot: QtBot
) -> None:
    current().set_scale(scale)
    screen.resize(width, 640)
    panes = (page.course, page.attendance, page.speakers)
    seen = {pane for pane in panes if pane.isVisible()}
    for chooser in (page.side.choose, page.which.setCurrentIndex):
        for number in range(2 if chooser == page.side.choose else 5):
            chooser(number)
            seen |= {pane for pane in panes if pane.isVisible()}
            assert any(pane.isVisible() for pane in panes)
    assert seen == set(panes)
