"""A meeting conducted before two real windows and a real hub, the secretary's line down in the middle of it.

The delegate follows; attendance is written down by hand; two speak, with their time; a vote; the minutes.

``SOHOP_PICTURES`` names a folder for a picture of every step; ``QT_QPA_PLATFORM=xcb`` shows the windows.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import docx
import pytest
from simulator.bad_line import BadLine

from sync.model.people import Role
from sync.wire.invitation import link
from tools.demo.person import Person
from tools.demo.stage import APPROVER, DELEGATE, MEETING, OTHER, PASSPHRASE, SECRETARY, Stage, set_stage

from .test_voting_day import strict_packet

pytestmark = pytest.mark.storm  # two windows and a hub: half a minute

MOTION = "yk-1"
ABSENT = "Bà Bùi Thị Tư"
GUEST = "Ông Hòa, Mặt trận xã"
NOTE = "Chủ tọa nêu vấn đề, đại biểu thảo luận."


@dataclass
class Sitting:
    """The office, with the windows of the secretary and of a delegate."""

    stage: Stage
    line: BadLine
    pictures: Path
    secretary: Person
    delegate: Person

    def shoot(self, name: str) -> None:
        """Both windows."""
        for who, person in (("thu-ky", self.secretary), ("dai-bieu", self.delegate)):
            person.ask("shoot", f"{name}-{who}")

    def start_again(self) -> None:
        """The secretary's laptop loses its power, and is switched on again."""
        self.secretary.kill()
        self.secretary = seated(self.stage, SECRETARY, self.pictures)


def seated(stage: Stage, actor, pictures: Path) -> Person:
    """Somebody before the open meeting."""
    platform = {"QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen")}
    person = Person(stage.profile(actor), pictures, platform)
    person.ask("unlock", PASSPHRASE)
    person.ask("download")
    person.ask("meeting")
    return person


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Sitting]:
    pictures = Path(os.environ.get("SOHOP_PICTURES", tmp_path / "pictures"))
    stage = set_stage(tmp_path)
    made: Sitting | None = None
    try:
        with BadLine(stage.hub.url) as line:
            for actor in (SECRETARY, APPROVER, DELEGATE, OTHER):
                person = stage.office.add(actor.name, *actor.roles)
                url = line.url if actor is SECRETARY else stage.hub.url
                stage.sohop(actor, "enrol", link(stage.office.invite(person, url)))
            stage.office.add(ABSENT, Role.DELEGATE)
            stage.office.sign_roster()
            stage.publish(strict_packet(tmp_path))
            both = [seated(stage, actor, pictures) for actor in (SECRETARY, DELEGATE)]
            made = Sitting(stage, line, pictures, *both)
            yield made
    finally:
        for person in (made.secretary, made.delegate) if made is not None else ():
            person.kill()
        stage.close()


def test_a_meeting_is_conducted_followed_and_minuted_with_the_line_down_in_between(
    room: Sitting, tmp_path: Path
) -> None:
    secretary, delegate = room.secretary, room.delegate

    # The meeting begins; the delegate chooses to follow.
    assert str(secretary.ask("running")).startswith("Chưa bắt đầu mục nào")
    secretary.ask("go_on", "Khai mạc")
    delegate.ask("wait_strip", "Đang ở mục 1")
    assert delegate.ask("follow") is True
    delegate.ask("wait_place", "giay-moi", 0)
    secretary.ask("point_at", "bao-cao-215", 1)
    delegate.ask("wait_strip", "Đang ở mục 2")
    delegate.ask("wait_place", "bao-cao-215", 1)
    room.shoot("1-following")

    # Who is there, written down by hand and told.
    secretary.ask("running")
    secretary.ask("put_attendance", DELEGATE.name, "present")
    assert "Trần Thu Hà ghi" in str(delegate.ask("wait_attendance", "Có mặt"))
    assert "có mặt 2/3" in str(secretary.ask("put_attendance", OTHER.name, "present"))

    # Two want to speak: one asked on the laptop, one in the room; the desk puts them in order.
    delegate.ask("ask_to_speak", "muc-2", "về hộ nghèo")
    secretary.ask("wait_waiting", DELEGATE.name)
    assert secretary.ask("add_speaker", GUEST) == [DELEGATE.name, GUEST]
    assert secretary.ask("last_first") == [GUEST, DELEGATE.name]
    delegate.ask("wait_strip", "Còn 1 người trước bạn")
    secretary.ask("next_speaker", GUEST)
    delegate.ask("wait_strip", f"Đang phát biểu: {GUEST}")
    delegate.ask("wait_strip", "Bạn phát biểu kế tiếp")
    room.shoot("2-speaking")

    # The secretary's line goes, and then her laptop's power: what she does is there at once, and again.
    room.line.down()
    secretary.ask("offline")
    assert "trên 7 phút" in str(secretary.ask("more_time"))
    assert secretary.ask("write_minutes", NOTE) == NOTE
    secretary.ask("next_speaker", DELEGATE.name)
    room.start_again()
    secretary = room.secretary
    secretary.ask("running")
    secretary.ask("wait_speaking", DELEGATE.name)
    assert DELEGATE.name in str(secretary.ask("project_meeting"))
    assert secretary.ask("project_meeting") == ""
    room.shoot("3-line-down")
    room.line.up()
    delegate.ask("wait_strip", "Đến lượt bạn phát biểu")
    assert secretary.ask("end_turn") == "Chưa ai phát biểu"

    # On to the next item, and its vote: the delegate is taken along, and left alone at the ballot.
    secretary.ask("go_on", "Dự toán")
    delegate.ask("wait_strip", "Đang ở mục 3")
    secretary.ask("votes", MOTION)
    assert secretary.ask("open_motion", MOTION) == "open"
    delegate.ask("wait_motion", MOTION, "open")
    delegate.ask("vote", MOTION, 0, "")
    delegate.ask("wait_ballot", MOTION, "received")
    room.stage.sohop(OTHER, "sync")
    assert secretary.ask("end", MOTION, 0, "4-ending") == "closed"
    delegate.ask("wait_ballot", MOTION, "counted")
    secretary.ask("running")
    room.shoot("5-result")

    # The minutes know who was there, who spoke and how long, and what was written down.
    secretary.leave()
    delegate.leave()
    file = tmp_path / "bien-ban.docx"
    room.stage.sohop(SECRETARY, "minutes", "write", MEETING, "--to", file)
    said = [paragraph.text for paragraph in docx.Document(str(file)).paragraphs]
    assert NOTE in said
    spoke = [line for line in said if " phát biểu lúc " in line]
    assert [line.split(" phát biểu")[0] for line in spoke] == [f"– {GUEST}", f"– {DELEGATE.name}"]
    assert any(ABSENT not in line and "có mặt 3 người" in line for line in said)
