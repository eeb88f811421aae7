"""The room hub on the line's page: told in words, its address typed by anybody, run by who may."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, cast

import pytest
from PySide6.QtWidgets import QApplication
from support.windows import HeldLine

from reader.core.line_views import Line, RoomHubState, RoomHubView, RoomView
from reader.ui.sync.room import RoomCard, Rooms
from sync.errors import Code
from sync.model.networks import NetworkKind


class Silent:
    """The vault's thread, of which nothing comes."""

    def ask(self, work: object, done: object) -> None: ...


@pytest.fixture
def card(qapp: QApplication) -> Iterator[RoomCard]:
    made = RoomCard()
    made.resize(336, 400)
    made.show()
    yield made
    made.close()
    made.deleteLater()


def words_of(card: RoomCard) -> str:
    return " ".join(
        (card._state.text(), card._detail.text(), card._hub_state.text(), card._hub_detail.text())
    )


def test_a_delegate_sees_where_the_room_hub_is_and_can_type_its_address(card: RoomCard) -> None:
    assert "Chưa thấy trạm" in words_of(card)
    assert card.typed.isVisible()
    assert not card._hub.isVisible()
    asked: list[bool] = []
    card.addressRequested.connect(lambda: asked.append(True))
    card.typed.click()
    assert asked == [True]


@pytest.mark.parametrize(
    ("room", "said"),
    [
        (
            RoomView("Phòng họp lớn", "https://10.0.0.2:8744", Line.ONLINE),
            "Đang nối với trạm “Phòng họp lớn”",
        ),
        (RoomView("", "10.0.0.2", Line.TALKING), "Đang tìm trạm “10.0.0.2”"),
        (RoomView("", "10.0.0.2", Line.PROBLEM, Code.NO_ROOM_HERE), "không phải trạm phòng họp"),
        (RoomView("", "10.0.0.2", Line.PROBLEM, Code.ROOM_OF_ANOTHER), "trạm của cơ quan khác"),
        (RoomView("P", "10.0.0.2", Line.PROBLEM, Code.NOT_THIS_ROOM), "chưa có hoặc đã bỏ trạm này"),
        (RoomView("P", "10.0.0.2", Line.PROBLEM, Code.UNKNOWN_DEVICE), "Trạm chưa biết máy này"),
        (RoomView("", "abc def", Line.PROBLEM, Code.MALFORMED), "không phải là địa chỉ"),
        (RoomView(networks=()), "chưa vào mạng nào"),
        (RoomView(networks=(NetworkKind.WIFI,)), "Máy đang ở mạng: Wi-Fi"),
        (RoomView("Phòng họp lớn", "10.0.0.2", Line.OFFLINE), "Mất liên lạc với trạm"),
        (RoomView("Phòng họp lớn", "10.0.0.2", Line.PAUSED), "Đang tạm dừng với trạm"),
    ],
)
def test_each_state_has_its_sentence(card: RoomCard, room: RoomView, said: str) -> None:
    card.set_room(room)
    assert said in words_of(card)


@pytest.mark.parametrize(
    ("state", "button"),
    [
        (RoomHubState.NONE, "code"),
        (RoomHubState.UNSIGNED, "begin"),
        (RoomHubState.READY, "begin"),
        (RoomHubState.WORKING, ""),
        (RoomHubState.CLOSING, ""),
        (RoomHubState.RUNNING, "end"),
    ],
)
def test_who_runs_meetings_is_offered_what_can_be_done_now(
    card: RoomCard, state: RoomHubState, button: str
) -> None:
    card.set_hub(RoomHubView(state, ("192.168.1.20:8744",)))
    shown = [name for name in ("code", "begin", "end") if getattr(card, name).isVisible()]
    assert shown == ([button] if button else [])
    if state is RoomHubState.RUNNING:
        assert "192.168.1.20:8744" in words_of(card)


def test_while_it_waits_to_be_signed_the_mark_of_its_key_can_be_read_out(card: RoomCard) -> None:
    card.set_hub(RoomHubView(RoomHubState.UNSIGNED, mark="9f3c 01ab 77d0 52e8"))
    assert "9f3c 01ab 77d0 52e8" in words_of(card)


def test_a_room_hub_on_no_network_says_so_and_has_nothing_to_show(card: RoomCard) -> None:
    card.set_hub(RoomHubView(RoomHubState.RUNNING))
    assert "chưa vào mạng nào" in words_of(card)
    assert not card.project.isVisible()


def test_a_room_hub_that_ran_before_there_was_a_line_is_used_when_there_is_one(card: RoomCard) -> None:
    line: list[HeldLine] = []
    rooms = Rooms(card, cast(Any, None), cast(Any, Silent()), lambda: line[0] if line else None)
    rooms._show(RoomHubView(RoomHubState.RUNNING, here="127.0.0.1:8744"))
    line.append(HeldLine(lambda view, changed: None))
    rooms.line_began()
    assert line[0].tried == ["127.0.0.1:8744"]


def test_why_it_ended_is_told_in_the_programs_own_words_without_markup(card: RoomCard) -> None:
    card.set_hub(RoomHubView(RoomHubState.READY, problem="<b>Cổng</b> đang bận"))
    assert "chưa chạy được" in words_of(card)
    assert "Cổng" in words_of(card)
