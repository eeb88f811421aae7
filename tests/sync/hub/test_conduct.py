"""Who is told of the agenda's pointer, attendance by hand and speakers; and who may not do any of it."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from support.meetings import make_packet
from support.packets import NOON
from support.world import World

from sync.errors import Code
from sync.model.conduct import (
    AddSpeaker,
    BeginSpeaking,
    DropSpeaker,
    EndSpeaking,
    GiveTime,
    OrderSpeakers,
    PointAgenda,
    PutAttendance,
)
from sync.model.events import Body
from sync.model.ids import MeetingId
from sync.model.opinion import Attendance

from .test_opinions import ALL, DESK, ITEM, SECRET, audience_of, meeting, refused, says

__all__ = ["meeting"]

NOW = datetime(2026, 12, 11, 8, tzinfo=UTC)
OPEN, CLOSED = ITEM.item, SECRET.item


def speaker_acts(item: str) -> list[Body]:
    return [
        AddSpeaker(turn="s-1", item=item, name="Bà Tư"),
        OrderSpeakers(at=NOON, item=item, turns=("s-1",)),
        BeginSpeaking(turn="s-1", item=item, name="Bà Tư", at=NOW, allowed=300),
        GiveTime(turn="s-1", item=item, seconds=120),
        EndSpeaking(turn="s-1", item=item, at=NOW),
        DropSpeaker(turn="s-1", item=item),
    ]


def every_act(world: World, item: str) -> list[Body]:
    put = PutAttendance(at=NOON, person=world.lan.cert.person, state=Attendance.ABSENT)
    return [PointAgenda(item=item, at=datetime(2026, 12, 11, 1, tzinfo=UTC)), put, *speaker_acts(item)]


@pytest.mark.parametrize("number", range(7))
def test_who_may_have_the_item_hears_where_the_meeting_is_and_who_speaks(
    world: World, meeting: MeetingId, number: int
) -> None:
    def act(item: str) -> Body:
        return [PointAgenda(item=item, at=datetime(2026, 12, 11, 1, tzinfo=UTC)), *speaker_acts(item)][number]

    assert audience_of(world, says(world.chair, meeting, act(OPEN))) == ALL
    assert audience_of(world, says(world.secretary, meeting, act(CLOSED))) == DESK | {"lan"}
    assert audience_of(world, says(world.secretary, meeting, act("i-nowhere"))) == DESK


def test_an_attendance_by_hand_is_told_to_the_desk_and_to_whom_it_is_about(
    world: World, meeting: MeetingId
) -> None:
    body = PutAttendance(at=NOON, person=world.minh.cert.person, state=Attendance.ABSENT, reason="Đi viện")
    assert audience_of(world, says(world.secretary, meeting, body)) == DESK | {"minh"}


def test_only_who_is_expected_is_written_down(world: World) -> None:
    packet = world.publish(make_packet(world.tenant, [world.lan.cert.person]))
    stranger = PutAttendance(at=NOON, person=world.minh.cert.person, state=Attendance.PRESENT)
    assert refused(world.secretary, packet.meeting, stranger) is Code.NOT_PERMITTED
    nobody = PutAttendance(at=NOON, person="p-nobody", state=Attendance.PRESENT)
    assert refused(world.chair, packet.meeting, nobody) is Code.NOT_PERMITTED


def test_nobody_but_chair_and_secretary_conducts(world: World, meeting: MeetingId) -> None:
    for laptop in (world.lan, world.guest, world.approver):
        for body in every_act(world, OPEN):
            assert refused(laptop, meeting, body) is Code.NOT_PERMITTED


def test_a_revoked_laptop_of_the_secretary_conducts_nothing(world: World, meeting: MeetingId) -> None:
    world.office.revoke(world.secretary.cert.device)
    world.secretary.sign_in()
    for body in every_act(world, OPEN):
        assert refused(world.secretary, meeting, body) is Code.DEVICE_REVOKED


def test_a_meeting_without_a_packet_is_not_conducted(world: World) -> None:
    for body in every_act(world, OPEN):
        assert refused(world.chair, MeetingId("m-nowhere"), body) is Code.PACKET_UNKNOWN
