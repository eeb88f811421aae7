"""What the delegate sees while votes are counted, and of an entry by hand of their own."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from reader.core.views import BallotState, BallotView, EntryState, HandView, MotionView
from reader.ui.ballot.screen import BallotScreen
from reader.ui.ballot.words import list_state, waits_for_me
from sync.model.counts import Means
from sync.model.motion import MotionState
from sync.model.rules import Secrecy


@pytest.fixture
def screen(qtbot: QtBot) -> BallotScreen:
    made = BallotScreen()
    qtbot.addWidget(made)
    made.resize(1360, 640)
    made.show()
    return made


def hand(make: Any, **changes: Any) -> HandView:
    made = HandView(EntryState.WAITING, Means.PAPER, ("c1",), "Trần Thị Hạnh", make.day)
    return replace(made, **changes)


def notice(screen: BallotScreen) -> str:
    return screen.paper._notice.text()


def test_when_the_voting_has_ended_nothing_can_be_cast_and_the_ballot_is_still_shown(
    screen: BallotScreen, make: Any
) -> None:
    received = BallotView(
        BallotState.RECEIVED, ("c0",), sealed_at=make.day, received_at=make.day, proved=True
    )
    screen.set_view(make.council(make.motion(state=MotionState.ENDED, ballot=received)))
    assert screen.paper.footer.isHidden()
    assert notice(screen).startswith("Đã ngừng nhận phiếu, đang kiểm phiếu.")
    assert screen.paper.choices is not None
    assert screen.paper.choices.chosen == (0,)
    assert screen.trail.heading == "Hệ thống đã nhận"
    assert screen.list.model.rows[0].note == "Đang kiểm phiếu"


def test_a_choice_that_was_not_sealed_in_time_is_said_to_be_unsent(screen: BallotScreen, make: Any) -> None:
    screen.set_view(make.council(make.motion()))
    assert screen.paper.choices is not None
    screen.paper.choices.choices[0].click()
    screen.set_view(make.council(make.motion(state=MotionState.ENDED)))
    assert screen.paper.banner.accessibleName() == "Lựa chọn này chưa niêm phong"


def test_an_entry_of_ones_own_names_who_wrote_it_and_what_to_do_if_it_is_wrong(
    screen: BallotScreen, make: Any
) -> None:
    screen.set_view(make.council(make.motion(by_hand=hand(make))))
    banner = screen.paper.hand
    assert not screen.paper._hand_place.isHidden()
    assert banner.accessibleName() == "Đã ghi phiếu giấy: Không tán thành"
    assert "Trần Thị Hạnh ghi lúc" in banner.accessibleDescription()
    assert "chờ người thứ hai xác nhận" in banner.accessibleDescription()
    assert "bỏ phiếu trên máy này trước khi được xác nhận" in banner.accessibleDescription()
    assert not screen.paper.cast_button.isHidden()  # it is not confirmed: a ballot would still count


def test_once_confirmed_it_is_the_vote_and_no_ballot_is_asked_for(screen: BallotScreen, make: Any) -> None:
    confirmed = hand(make, state=EntryState.COUNTS, confirmer="Đinh Công Minh", means=Means.HAND)
    motion: MotionView = make.motion(by_hand=confirmed)
    assert not waits_for_me(motion)
    assert list_state(motion).text == "Đang mở · đã ghi bằng tay"
    screen.set_view(make.council(motion))
    assert screen.paper.footer.isHidden()
    assert "Đinh Công Minh đã xác nhận" in screen.paper.hand.accessibleDescription()
    assert "trước khi công bố kết quả" in screen.paper.hand.accessibleDescription()
    assert screen.trail.heading == "Đã ghi bằng tay"


@pytest.mark.parametrize(
    ("reason", "again", "said"),
    [
        ("by_hand", False, "Đã được ghi bằng tay hoặc phiếu giấy"),
        ("late", False, "Đến muộn, không tính"),
        ("invalid", True, "Phiếu không hợp lệ"),
    ],
)
def test_a_ballot_recorded_with_a_reservation_says_so_at_once(
    screen: BallotScreen, make: Any, reason: str, again: bool, said: str
) -> None:
    ballot = BallotView(
        BallotState.NOT_COUNTED, ("c0",), sealed_at=make.day, received_at=make.day, reason=reason
    )
    motion = make.motion(ballot=ballot)
    assert waits_for_me(motion) is again
    screen.set_view(make.council(motion))
    assert screen.trail.heading == said
    assert screen.paper.banner.accessibleName() == said


def test_a_secret_motion_is_voted_on_on_paper_and_has_its_result_here(
    screen: BallotScreen, make: Any
) -> None:
    for state in (MotionState.OPEN, MotionState.ENDED):
        screen.set_view(make.council(make.motion(secrecy=Secrecy.SECRET, state=state)))
        assert notice(screen).startswith("Phiếu kín: bỏ phiếu giấy tại phòng họp.")
        assert screen.paper.footer.isHidden()
    closed = make.motion(secrecy=Secrecy.SECRET, state=MotionState.CLOSED, result=make.result())
    screen.set_view(make.council(closed))
    assert screen.result.isVisible()
    assert screen.result.body.verdict.text() == "Thông qua"
