"""Voting: a half-filled ballot is never disturbed, the confirmation names the choice, states are words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from support.layouts import Relaid

from reader.core.views import BallotState, BallotView, Passage
from reader.ui.ballot.screen import BallotScreen
from reader.ui.theme import current
from sync.errors import Code, SohopError
from sync.model.motion import MotionState
from sync.model.rules import MotionKind, Secrecy, Timing

COPIED = datetime(2026, 12, 11, 8, tzinfo=UTC)


class Clock:
    """A clock that the test moves."""

    def __init__(self) -> None:
        self.seconds = 100.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def screen(qtbot: QtBot, make: Any, clock: Clock) -> BallotScreen:
    now = make.day + timedelta(hours=2, minutes=14, seconds=30)
    made = BallotScreen(now=lambda: now + timedelta(seconds=clock.seconds - 100.0), clock=clock)
    qtbot.addWidget(made)
    made.resize(1360, 640)
    made.show()
    return made


def tick(screen: BallotScreen, *numbers: int) -> None:
    assert screen.paper.choices is not None
    for number in numbers:
        screen.paper.choices.choices[number].click()


def chosen(screen: BallotScreen) -> tuple[int, ...]:
    assert screen.paper.choices is not None
    return screen.paper.choices.chosen


def test_nothing_is_chosen_beforehand(screen: BallotScreen, make: Any) -> None:
    screen.set_view(make.council(make.motion()))
    assert chosen(screen) == ()
    assert not screen.paper.cast_button.isEnabled()


def test_it_opens_on_the_motion_that_waits_for_me(screen: BallotScreen, make: Any) -> None:
    done = make.motion(1, state=MotionState.CLOSED, result=make.result())
    screen.set_view(make.council(done, make.motion(2)))
    assert screen.motion == "v-2"


def test_a_half_filled_ballot_survives_views_and_going_away(screen: BallotScreen, make: Any) -> None:
    labels = make.choices("Tán thành", "Không tán thành", "Ý kiến khác", free="Ý kiến khác")
    one, two = make.motion(1, choices=labels), make.motion(2)
    screen.set_view(make.council(one, two))
    tick(screen, 2)
    screen.paper.text.setPlainText("Chờ thẩm tra lại")
    cursor = screen.paper.text.textCursor()
    cursor.setPosition(4)
    screen.paper.text.setTextCursor(cursor)
    screen.set_view(make.council(one, replace(two, title="Tên khác")))
    assert chosen(screen) == (2,)
    assert screen.paper.text.toPlainText() == "Chờ thẩm tra lại"
    assert screen.paper.text.textCursor().position() == 4
    screen.show_motion(two.id)
    assert chosen(screen) == ()
    tick(screen, 1)
    screen.set_view(make.council(one, two))
    screen.show_motion(one.id)
    assert chosen(screen) == (2,)
    assert screen.paper.text.toPlainText() == "Chờ thẩm tra lại"
    screen.show_motion(two.id)
    assert chosen(screen) == (1,)


def test_the_focus_stays_on_the_answer_when_a_view_arrives(
    screen: BallotScreen, make: Any, qtbot: QtBot
) -> None:
    screen.set_view(make.council(make.motion()))
    assert screen.paper.choices is not None
    screen.activateWindow()
    screen.paper.choices.choices[1].setFocus()
    before = screen.paper.choices.choices[1]
    screen.set_view(make.council(make.motion(rule=make.rule(checked=True))))
    assert screen.focusWidget() is before


def test_free_words_are_needed_where_the_answer_asks_for_them(screen: BallotScreen, make: Any) -> None:
    labels = make.choices("Tán thành", "Ý kiến khác", free="Ý kiến khác")
    screen.set_view(make.council(make.motion(choices=labels)))
    tick(screen, 0)
    assert screen.paper.cast_button.isEnabled()
    assert not screen.paper.text.isVisible()
    tick(screen, 1)
    assert screen.paper.text.isVisible()
    assert not screen.paper.cast_button.isEnabled()
    screen.paper.text.setPlainText("Hoãn sang kỳ sau")
    assert screen.paper.cast_button.isEnabled()


def test_a_poll_takes_no_more_than_its_limit(screen: BallotScreen, make: Any) -> None:
    screen.set_view(make.council(make.motion(choices=make.choices("A", "B", "C"), max_choices=2)))
    tick(screen, 0, 2, 1)
    assert chosen(screen) == (0, 2)
    assert screen.draft(screen.motion).choices == ("c0", "c2")  # type: ignore[arg-type,union-attr]


def test_the_confirmation_names_motion_and_choice(screen: BallotScreen, make: Any, qtbot: QtBot) -> None:
    motion = make.motion()
    screen.set_view(make.council(motion))
    tick(screen, 1)
    screen.paper.cast_button.click()
    assert screen.dialog is not None
    said = screen.dialog.accessibleDescription()
    assert motion.question in said
    assert "Không tán thành" in said
    with qtbot.waitSignal(screen.castRequested) as sent:
        screen.dialog.action_button.click()  # type: ignore[union-attr]
    assert sent.args == [motion.id, ("c1",), "", ""]


def test_a_key_held_from_the_window_below_confirms_nothing(
    screen: BallotScreen, make: Any, qtbot: QtBot, clock: Clock
) -> None:
    screen.set_view(make.council(make.motion()))
    tick(screen, 0)
    screen.paper.cast_button.click()
    dialog = screen.dialog
    assert dialog is not None
    assert dialog.action_button is not None
    sent: list[tuple[object, ...]] = []
    screen.castRequested.connect(lambda *args: sent.append(args))
    clock.seconds += 0.39
    qtbot.keyClick(dialog.action_button, Qt.Key.Key_Return)
    assert sent == []
    clock.seconds += 0.02
    qtbot.keyClick(dialog.action_button, Qt.Key.Key_Return)
    assert len(sent) == 1


def test_going_back_sends_nothing_and_keeps_the_choice(screen: BallotScreen, make: Any) -> None:
    screen.set_view(make.council(make.motion()))
    sent: list[object] = []
    screen.castRequested.connect(lambda *args: sent.append(args))
    tick(screen, 0)
    screen.paper.cast_button.click()
    assert screen.dialog is not None
    screen.dialog.reject()
    assert sent == []
    assert chosen(screen) == (0,)


def test_the_passphrase_is_asked_where_the_motion_says_so(
    screen: BallotScreen, make: Any, qtbot: QtBot
) -> None:
    screen.set_view(make.council(make.motion(ask_passphrase=True)))
    tick(screen, 0)
    screen.paper.cast_button.click()
    dialog = screen.dialog
    assert dialog is not None
    assert dialog.field is not None
    assert dialog.action_button is not None
    assert not dialog.action_button.isEnabled()
    dialog.field.set_text("suối lam xanh")
    with qtbot.waitSignal(screen.castRequested) as sent:
        dialog.action_button.click()
    assert sent.args[3] == "suối lam xanh"


def cast(screen: BallotScreen, number: int = 0) -> None:
    tick(screen, number)
    screen.paper.cast_button.click()
    assert screen.dialog is not None
    screen.dialog.accept()


def test_while_sealing_nothing_can_be_pressed_twice(screen: BallotScreen, make: Any) -> None:
    screen.set_view(make.council(make.motion()))
    cast(screen)
    assert not screen.paper.cast_button.isEnabled()
    assert screen.paper.choices is not None
    assert all(choice.locked for choice in screen.paper.choices.choices)


def test_after_sealing_it_is_locked_and_says_so(screen: BallotScreen, make: Any) -> None:
    screen.set_view(make.council(make.motion()))
    cast(screen)
    screen.sealed(screen.motion)  # type: ignore[arg-type]
    screen.set_view(make.council(make.motion(ballot=make.sealed())))
    assert screen.paper.choices is not None
    assert screen.paper.choices.choices[0].accessibleDescription() == "Đã niêm phong"
    assert all(choice.locked for choice in screen.paper.choices.choices)
    assert screen.paper.change_button.isVisible()
    assert screen.focusWidget() is screen.paper.change_button
    assert not screen.paper.cast_button.isVisible()
    assert screen.trail.heading == "Đã niêm phong trên máy này – chờ gửi"


def test_a_problem_is_said_and_the_choice_stays(screen: BallotScreen, make: Any) -> None:
    screen.set_view(make.council(make.motion()))
    cast(screen, 2)
    screen.problem(SohopError(Code.DISK_FULL))
    assert screen.paper.banner.isVisible()
    assert "đầy" in screen.paper.banner.accessibleDescription()
    assert chosen(screen) == (2,)
    assert screen.paper.cast_button.isEnabled()


def test_changing_starts_from_nothing_and_can_be_left(screen: BallotScreen, make: Any) -> None:
    view = make.council(make.motion(ballot=make.sealed()))
    screen.set_view(view)
    screen.paper.change_button.click()
    assert chosen(screen) == ()
    tick(screen, 1)
    screen.set_view(view)
    assert chosen(screen) == (1,)
    screen.paper.keep_button.click()
    assert chosen(screen) == (0,)
    assert screen.draft(screen.motion) is None  # type: ignore[arg-type]


def test_an_unsealed_choice_is_named_when_the_vote_closes(screen: BallotScreen, make: Any) -> None:
    screen.set_view(make.council(make.motion()))
    tick(screen, 0)
    screen.set_view(make.council(make.motion(state=MotionState.CLOSED)))
    assert screen.paper.banner.accessibleName() == "Lựa chọn này chưa niêm phong"
    assert not screen.paper.cast_button.isVisible()


def test_a_secret_motion_offers_no_choice(screen: BallotScreen, make: Any) -> None:
    screen.set_view(make.council(make.motion(secrecy=Secrecy.SECRET)))
    assert screen.paper.choices is not None
    assert not screen.paper.choices.isVisible()
    assert not screen.paper.cast_button.isVisible()
    assert screen.trail.heading == "Phiếu kín, bỏ phiếu giấy"


def test_the_advice_comes_after_a_minute_for_votes_in_the_room_only(
    screen: BallotScreen, make: Any, clock: Clock
) -> None:
    screen.set_view(make.council(make.motion(ballot=make.sealed())))
    assert not screen.trail.advice.isVisible()
    clock.seconds += 31
    screen.trail.refresh()
    assert screen.trail.advice.isVisible()
    screen.set_view(make.council(make.motion(ballot=make.sealed(), timing=Timing.SEALED_UNTIL)))
    assert not screen.trail.advice.isVisible()


@pytest.mark.parametrize(
    ("ballot", "heading"),
    [
        (BallotView(BallotState.NONE), "Chưa bỏ phiếu"),
        (BallotView(BallotState.RECEIVED, ("c0",), proved=True), "Hệ thống đã nhận"),
        (BallotView(BallotState.SEALED, ("c0",)), "Đã niêm phong trên máy này – chờ gửi"),
        (
            BallotView(BallotState.SEALED, ("c0",), passage=Passage(forwarded=True, copied=COPIED)),
            "Đã chuyển đi – chờ ghi nhận",
        ),
        (
            BallotView(BallotState.SEALED, ("c0",), passage=Passage(room="Phòng họp", copied=COPIED)),
            "Đã nhận qua trạm phòng họp – chờ máy chủ ghi nhận",
        ),
        (
            BallotView(BallotState.SEALED, ("c0",), passage=Passage(copied=COPIED)),
            "Đã chép ra USB – chưa được ghi nhận",
        ),
        (BallotView(BallotState.COUNTED, ("c0",), proved=True), "Đã được tính"),
        (BallotView(BallotState.NOT_COUNTED, ("c0",), reason="late"), "Đến muộn, không tính"),
        (BallotView(BallotState.NOT_COUNTED, ("c0",), reason="?"), "Không được tính"),
        (BallotView(BallotState.REFUSED, ("c0",), reason="not_on_roll"), "Phiếu chưa được nhận"),
    ],
)
def test_each_state_has_its_words(screen: BallotScreen, make: Any, ballot: BallotView, heading: str) -> None:
    screen.set_view(make.council(make.motion(ballot=ballot)))
    assert screen.trail.heading == heading


def test_a_ballot_for_an_older_question_can_be_cast_again(screen: BallotScreen, make: Any) -> None:
    gone = BallotView(BallotState.NOT_COUNTED, ("c0",), reason="wrong_motion")
    screen.set_view(make.council(make.motion(ballot=gone)))
    assert chosen(screen) == ()
    assert screen.paper.cast_button.isVisible()
    assert screen.paper.banner.isVisible()


def test_the_result_explains_itself_with_shares_of_everybody(screen: BallotScreen, make: Any) -> None:
    screen.set_view(make.council(make.motion(state=MotionState.CLOSED, result=make.result())))
    body = screen.result.body
    assert body.isVisible()
    assert [(one.label, one.number, one.share) for one in body.choices.figures] == [
        ("Tán thành", 19, "73,08 %"),
        ("Không tán thành", 2, "7,69 %"),
        ("Không biểu quyết", 2, "7,69 %"),
        ("Không có phiếu", 3, "11,54 %"),
    ]
    assert "dư 5: thông qua" in body.bar.accessibleName()


def test_a_poll_has_no_verdict(screen: BallotScreen, make: Any) -> None:
    poll = make.result(carried=None, needed=0)
    rule = make.rule(MotionKind.POLL)
    screen.set_view(make.council(make.motion(state=MotionState.CLOSED, result=poll, rule=rule)))
    assert screen.result.body.verdict.text() == "Kết quả thăm dò"
    assert not screen.result.body.bar.isVisible()


@pytest.mark.parametrize(
    ("width", "panes"), [(1360, (True, True)), (1024, (True, False)), (800, (False, False))]
)
def test_panes_follow_the_width(
    screen: BallotScreen, make: Any, width: int, panes: tuple[bool, bool], qtbot: QtBot
) -> None:
    screen.set_view(make.council(make.motion(ballot=make.sealed())))
    screen.resize(width, 640)
    qtbot.waitUntil(lambda: (screen.list.isVisible(), screen.trail.isVisible()) == panes)


def test_panes_are_as_wide_as_before_after_large_text(
    screen: BallotScreen, make: Any, settle: Callable[[], None]
) -> None:
    screen.set_view(make.council(make.motion()))
    settle()
    before = screen.splitter.sizes()
    current().set_scale(2.0)
    settle()
    current().set_scale(1.0)
    settle()
    assert screen.splitter.sizes() == before


def test_another_meeting_with_the_same_motion_ids_shares_nothing(screen: BallotScreen, make: Any) -> None:
    here = make.council(make.motion())
    there = replace(here, card=replace(here.card, id="m-2"))
    screen.set_view(here)
    tick(screen, 1)
    screen.set_view(there)
    assert chosen(screen) == ()
    screen.set_view(here)
    assert chosen(screen) == (1,)


def test_the_same_view_again_leaves_a_half_filled_ballot_as_it_stands(
    screen: BallotScreen, make: Any, settle: Callable[[], None], relaid: Relaid
) -> None:
    labels = make.choices("Tán thành", "Không tán thành", "Ý kiến khác", free="Ý kiến khác")
    view = make.council(make.motion(1, choices=labels))
    screen.set_view(view)
    tick(screen, 2)
    screen.paper.text.setPlainText("Chờ thẩm tra lại")
    screen.paper.text.setFocus()
    settle()
    with relaid(screen) as layouts:
        screen.set_view(view)
        settle()
    assert layouts == []
    assert chosen(screen) == (2,)
    assert screen.paper.text.toPlainText() == "Chờ thẩm tra lại"
    assert screen.focusWidget() is screen.paper.text


def test_what_the_room_hub_records_is_said_to_be_received_by_it(screen: BallotScreen, make: Any) -> None:
    ballot = BallotView(BallotState.RECEIVED, ("c0",), proved=True)
    screen.set_view(make.council(make.motion(ballot=ballot, room="Phòng họp lớn")))
    assert screen.trail.heading == "Đã nhận qua trạm phòng họp"
