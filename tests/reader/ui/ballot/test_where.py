"""On a laptop that does not vote: it says which one does, and becomes it only when the hub says so."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from reader.core.views import (
    BallotState,
    BallotView,
    Change,
    Line,
    Lull,
    MeetingView,
    OtherLaptop,
    VotingView,
)
from reader.ui.ballot.screen import BallotScreen
from reader.ui.ballot.words import list_state
from sync.errors import Code, SohopError
from sync.model.motion import MotionState
from sync.model.rules import Timing

OTHER = OtherLaptop("Máy phòng họp")
AWAY = VotingView(OTHER)


class Clock:
    """A clock that the test moves."""

    def __init__(self) -> None:
        self.seconds = 100.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture
def screen(qtbot: QtBot) -> BallotScreen:
    made = BallotScreen(clock=Clock())
    qtbot.addWidget(made)
    made.resize(1360, 640)
    made.show()
    made.where.set_line(Line.ONLINE)
    return made


@pytest.fixture
def meeting(make: Any) -> Callable[..., MeetingView]:
    """A meeting with one open motion, as it stands on this laptop."""

    def made(voting: VotingView, **motion: Any) -> MeetingView:
        return replace(make.council(make.motion(**motion)), voting=voting)

    return made


def accept(screen: BallotScreen) -> None:
    screen.where.button.click()
    assert screen.where.dialog is not None
    screen.where.dialog.accept()


def test_a_person_with_one_laptop_sees_nothing_of_it(screen: BallotScreen, meeting: Any) -> None:
    screen.set_view(meeting(VotingView()))
    assert not screen.where.isVisible()


def test_it_says_which_laptop_votes_and_why_nothing_can_be_cast_here(
    screen: BallotScreen, meeting: Any
) -> None:
    view = meeting(AWAY, elsewhere=OTHER)
    screen.set_view(view)
    assert screen.where.isVisible()
    assert screen.where.accessibleName() == "Bạn biểu quyết trên máy “Máy phòng họp”."
    assert screen.paper.cast_button.isVisible()
    assert not screen.paper.cast_button.isEnabled()
    assert "Máy phòng họp" in screen.paper._foot_note.text()
    assert screen.paper.choices is not None
    assert all(choice.locked for choice in screen.paper.choices.choices)
    assert list_state(view.motions[0]).text == "Đang mở · bỏ phiếu trên máy “Máy phòng họp”"


def test_who_has_voted_there_is_not_sent_to_the_paper(screen: BallotScreen, meeting: Any) -> None:
    received = BallotView(BallotState.RECEIVED, ("c0",), proved=True)
    view = meeting(AWAY, elsewhere=OTHER, ballot=received)
    screen.set_view(view)
    assert not screen.paper.cast_button.isVisible()
    assert not screen.paper.change_button.isVisible()
    assert screen.paper._foot_note.text() == "Muốn đổi lựa chọn thì đổi trên máy “Máy phòng họp”."
    assert list_state(view.motions[0]).text == "Đang mở · đã nhận phiếu"


def test_a_revoked_laptop_sends_its_owner_to_the_paper(screen: BallotScreen, meeting: Any) -> None:
    screen.set_view(meeting(VotingView(), elsewhere=replace(OTHER, revoked=True)))
    assert "Báo thư ký để bỏ phiếu giấy" in screen.paper._foot_note.text()


def test_it_is_confirmed_once_and_waits_until_the_hub_says_so(
    screen: BallotScreen, meeting: Any, qtbot: QtBot
) -> None:
    screen.set_view(meeting(AWAY))
    with qtbot.waitSignal(screen.where.chosen):
        accept(screen)
    assert not screen.where.button.isVisible()
    assert screen.where.accessibleName() == "Bạn biểu quyết trên máy “Máy phòng họp”."
    assert "chờ hệ thống ghi nhận" in screen.where.accessibleDescription()
    screen.set_view(meeting(replace(AWAY, change=Change.WAITING)))
    assert "chờ hệ thống ghi nhận" in screen.where.accessibleDescription()
    screen.set_view(meeting(VotingView()))
    assert "Hệ thống đã ghi nhận" in screen.where.accessibleName()
    screen.where.button.click()
    assert not screen.where.isVisible()


def test_going_back_changes_nothing(screen: BallotScreen, meeting: Any) -> None:
    screen.set_view(meeting(AWAY))
    chosen: list[bool] = []
    screen.where.chosen.connect(lambda: chosen.append(True))
    screen.where.button.click()
    assert screen.where.dialog is not None
    screen.where.dialog.reject()
    assert chosen == []
    assert screen.where.button.isVisible()


def test_without_a_line_it_is_not_offered(screen: BallotScreen, meeting: Any) -> None:
    screen.set_view(meeting(AWAY))
    assert screen.where.button.isEnabled()
    screen.where.set_line(Line.TALKING)
    assert screen.where.button.isEnabled()
    screen.where.set_line(Line.OFFLINE)
    assert not screen.where.button.isEnabled()
    assert screen.where.accessibleDescription() == "Đổi sang máy này khi có mạng."


def test_a_line_that_goes_while_it_is_asked_leaves_all_as_it_was(screen: BallotScreen, meeting: Any) -> None:
    screen.set_view(meeting(AWAY))
    chosen: list[bool] = []
    screen.where.chosen.connect(lambda: chosen.append(True))
    screen.where.button.click()
    screen.where.set_line(Line.OFFLINE)
    assert screen.where.dialog is not None
    screen.where.dialog.accept()
    assert chosen == []
    assert screen.where.button.isVisible()


def test_a_full_disk_is_said_and_it_can_be_pressed_again(screen: BallotScreen, meeting: Any) -> None:
    screen.set_view(meeting(AWAY))
    accept(screen)
    screen.where.problem(SohopError(Code.DISK_FULL))
    assert "đầy" in screen.where.accessibleDescription()
    assert screen.where.button.isEnabled()


def test_what_was_ticked_before_the_other_laptop_voted_is_not_said_to_be_sent(
    screen: BallotScreen, meeting: Any
) -> None:
    screen.set_view(meeting(VotingView()))
    assert screen.paper.choices is not None
    screen.paper.choices.choices[0].click()
    screen.set_view(meeting(AWAY, elsewhere=OTHER))
    assert "bỏ phiếu trên máy khác, nên chưa gửi gì" in screen.paper.banner.accessibleDescription()


@pytest.mark.parametrize(
    ("changes", "pill", "said"),
    [
        (
            {"lull": Lull.TIME_OVER, "timing": Timing.SEALED_UNTIL},
            "Đã hết giờ, chờ kết quả",
            "Đã hết giờ nhận phiếu.",
        ),
        (
            {"lull": Lull.TIME_OVER_HERE, "timing": Timing.SEALED_UNTIL},
            "Đã hết giờ, chờ kết quả",
            "Theo đồng hồ máy này",
        ),
        (
            {"lull": Lull.CHANGED, "state": MotionState.DRAFTED},
            "Nội dung đã thay đổi, chờ mở lại",
            "chờ chủ tọa mở lại",
        ),
    ],
)
def test_an_open_motion_that_takes_no_ballot_says_what_it_waits_for(
    screen: BallotScreen, meeting: Any, changes: dict[str, Any], pill: str, said: str
) -> None:
    view = meeting(VotingView(), **changes)
    screen.set_view(view)
    assert list_state(view.motions[0]).text == screen.paper._state.accessibleName() == pill
    assert said in screen.paper._notice.text()
    assert not screen.paper.footer.isVisible()
