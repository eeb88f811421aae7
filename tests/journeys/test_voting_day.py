"""A vote with the line down, before three real windows and a real hub: each knows what happened to it.

The chair opens; a delegate's line fails for the moments around the end; somebody without a laptop raises a
hand; what came late is admitted by chair and secretary; the result is announced and proved.

``SOHOP_PICTURES`` names a folder for a picture of every step; ``QT_QPA_PLATFORM=xcb`` shows the windows.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from simulator.bad_line import BadLine

from sync.model.people import Role
from sync.wire.invitation import link
from tools.demo.person import Person
from tools.demo.stage import (
    APPROVER,
    DELEGATE,
    MEETING,
    OTHER,
    PASSPHRASE,
    SECRETARY,
    Stage,
    sample_folder,
    set_stage,
)

CHAIR = APPROVER
pytestmark = pytest.mark.storm  # three windows and a hub: half a minute

MOTION = "yk-1"
HAND = "Bà Bùi Thị Tư"
FOR, AGAINST = 0, 1


@dataclass
class Day:
    """The office on the day, with the windows of those who take part."""

    stage: Stage
    line: BadLine
    chair: Person
    secretary: Person
    delegate: Person

    def shoot(self, name: str) -> None:
        """Everybody's window."""
        for who, person in (("chu-toa", self.chair), ("thu-ky", self.secretary), ("dai-bieu", self.delegate)):
            person.ask("shoot", f"{name}-{who}")


def strict_packet(root: Path) -> Path:
    """The sample, whose first motion is voted on in the room; a late ballot of it may be admitted."""
    folder = sample_folder(root)
    path = folder / "packet.toml"
    text = path.read_text("utf-8")
    head, first, rest = text.partition("[[motion]]")
    motion, second, others = rest.partition("[[motion]]")
    motion = re.sub(r"(?m)^(opens|until|grace_minutes) = .*\n", "", motion)
    motion = motion.replace('kind = "written_opinion"', 'kind = "resolution"\nlate = "may_be_admitted"')
    path.write_text(head + first + motion + second + others, "utf-8")
    return folder


@pytest.fixture
def day(tmp_path: Path) -> Iterator[Day]:
    pictures = Path(os.environ.get("SOHOP_PICTURES", tmp_path / "pictures"))
    stage = set_stage(tmp_path)
    people: list[Person] = []
    try:
        with BadLine(stage.hub.url) as line:
            for actor in (SECRETARY, CHAIR, DELEGATE, OTHER):
                person = stage.office.add(actor.name, *actor.roles)
                url = line.url if actor is DELEGATE else stage.hub.url
                stage.sohop(actor, "enrol", link(stage.office.invite(person, url)))
            stage.office.add(HAND, Role.DELEGATE)
            stage.office.sign_roster()
            stage.publish(strict_packet(tmp_path))
            platform = {"QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen")}
            for actor in (CHAIR, SECRETARY, DELEGATE):
                person = Person(stage.profile(actor), pictures, platform)
                people.append(person)
                person.ask("unlock", PASSPHRASE)
                person.ask("download")
                person.ask("meeting")
            yield Day(stage, line, *people)
    finally:
        for person in people:
            person.kill()
        stage.close()


def test_each_knows_at_each_moment_what_happened_to_each_vote(day: Day, tmp_path: Path) -> None:
    chair, secretary, delegate = day.chair, day.secretary, day.delegate
    assert chair.ask("votes", MOTION) == "drafted"
    secretary.ask("votes", MOTION)
    assert chair.ask("open_motion", MOTION) == "open"
    delegate.ask("wait_motion", MOTION, "open")
    secretary.ask("wait_state", MOTION, "open")

    # Half filled, and nothing that arrives disturbs it.
    filled = delegate.ask("fill", MOTION, AGAINST)
    day.stage.sohop(OTHER, "sync")
    day.shoot("1-open")
    assert delegate.ask("filled") == filled != ""

    # The line goes; the ballot is sealed and says that it waits.
    day.line.down()
    delegate.ask("offline")
    assert delegate.ask("vote", MOTION, FOR, "") == "sealed"
    assert chair.ask("end", MOTION, 1, "2-ending") == "ended"
    secretary.ask("wait_state", MOTION, "ended")
    day.shoot("3-ended-line-down")
    assert delegate.ask("ballots", MOTION) == {MOTION: "sealed"}

    # Who has no laptop raised a hand: the secretary writes it down, the chair vouches for it.
    secretary.ask("enter", MOTION, HAND, FOR, "4-entering")
    assert chair.ask("confirm", MOTION, "5-confirming") == 1
    sheet = chair.ask("sheet", MOTION)
    assert isinstance(sheet, dict)
    assert (sheet[HAND], sheet[DELEGATE.name], sheet[OTHER.name]) == ("hand", "nothing", "nothing")

    # The line is back: late, and both say so. Chair and secretary let it count.
    day.line.up()
    delegate.ask("wait_motion", MOTION, "ended")
    delegate.ask("wait_ballot", MOTION, "not_counted", "late_may_count")
    day.shoot("6-late")
    secretary.ask("put_forward", MOTION, DELEGATE.name, "Mất mạng từ trước khi kết thúc", "7-admitting")
    delegate.ask("wait_ballot", MOTION, "not_counted", "late_proposed")
    assert chair.ask("confirm", MOTION, "8-second-person") == 2
    delegate.ask("wait_ballot", MOTION, "not_counted", "late_admitted")
    day.shoot("9-sheet")

    sentence = chair.ask("publish", MOTION, "10-announcing")
    assert sentence == "Cần 2/3 phiếu tán thành (quá nửa tổng số đại biểu); có 2; dư 0: thông qua."
    delegate.ask("wait_ballot", MOTION, "counted")
    secretary.ask("wait_state", MOTION, "closed")
    day.shoot("11-result")

    # The secretary archives the meeting, and reads it from the archive.
    archive = tmp_path / "ho-so.zip"
    said = secretary.ask("archive", str(archive), "12-archive")
    assert "1 biểu quyết có chứng cứ" in str(said)
    assert secretary.ask("open_archive", str(archive), "13-opened") == [sentence]

    # And it can be proved without any of them.
    for person in (chair, secretary, delegate):
        person.leave()
    file = tmp_path / "chung-cu.json"
    day.stage.sohop(SECRETARY, "motion", "export", MEETING, MOTION, "--to", file)
    said = day.stage.sohop(SECRETARY, "verify", file)
    assert "giơ tay" in said
    assert "Mất mạng từ trước khi kết thúc" in said
    day.stage.sohop(CHAIR, "archive", "sign", archive, "--yes")
    said = day.stage.sohop(SECRETARY, "verify", archive)
    assert f"{CHAIR.name} cùng ký bản liệt kê" in said
    day.stage.sohop(SECRETARY, "archive", "open", archive, tmp_path / "giay-to")
    assert (tmp_path / "giay-to" / "muc-luc.html").exists()
