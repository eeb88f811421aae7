"""A session without the office, before four real windows: the secretary's laptop is the room hub.

One button; a delegate's window finds it by itself, another one's is told the address; notes, presence and a
strict vote; what each screen says while the office is away, and when it is back.

``SOHOP_PICTURES`` names a folder for a picture of every step; ``QT_QPA_PLATFORM=xcb`` shows the windows.
"""

from __future__ import annotations

import os
import re
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from support.town import PASSPHRASE, Town, town

from reader.app.room_program import room_folder
from reader.core import evidence
from sync import verify
from sync.engine.room_finder import Finder, Seen
from sync.model.ids import MeetingId, MotionId, TenantId
from sync.model.people import Role
from sync.room.announcing import Announcing
from sync.trust.recorders import is_room
from sync.wire.invitation import link
from tools.demo.person import Person
from tools.demo.stage import APPROVER, DELEGATE, OTHER, SECRETARY, Actor
from tools.demo.stage import MEETING as SAMPLE

from .test_room import rows
from .test_voting_day import strict_packet

CHAIR = APPROVER
pytestmark = pytest.mark.storm  # four windows and two hubs

MEETING = MeetingId(SAMPLE)
MOTION = MotionId("yk-1")
ROOM = "Phòng họp lớn"
SCAN = "bien-ban-tiep-xuc"
NOTE = "Đề nghị ghi rõ chiều dài đoạn còn lại."
IN_ROOM, AT_OFFICE = "Đã nhận qua trạm phòng họp", "Đã ghi nhận lúc"
FOR, AGAINST = 0, 1


@dataclass
class RoomDay:
    """The office, and whoever sits before an open window."""

    place: Town
    pictures: Path
    windows: dict[Actor, Person] = field(default_factory=dict)

    def open(self, *actors: Actor) -> list[Person]:
        """Their windows, with the meeting open."""
        with ThreadPoolExecutor(2) as at_once:
            opened = list(at_once.map(self._open, actors))
        self.windows |= dict(zip(actors, opened, strict=True))
        return opened

    def _open(self, actor: Actor) -> Person:
        platform = {"QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen")}
        person = Person(self.place.root / actor.key, self.pictures, platform)
        person.ask("unlock", PASSPHRASE)
        return person

    def shoot(self, name: str) -> None:
        """Everybody's window."""
        for actor, person in self.windows.items():
            person.ask("shoot", f"{name}-{actor.key}")


@pytest.fixture
def day(tmp_path: Path) -> Iterator[RoomDay]:
    with town(tmp_path) as place:
        place.submit(light_packet(tmp_path))
        place.approve(MEETING)
        place.publish(MEETING)
        made = RoomDay(place, Path(os.environ.get("SOHOP_PICTURES", tmp_path / "pictures")))
        try:
            yield made
        finally:
            for person in made.windows.values():
                person.kill()


def test_the_secretarys_laptop_is_the_room_hub_and_each_sees_where_things_are(
    day: RoomDay, tmp_path: Path
) -> None:
    place = day.place
    secretary, chair, delegate = day.open(SECRETARY, CHAIR, DELEGATE)
    for person in (secretary, chair, delegate):
        person.ask("download")
        person.ask("meeting")

    # Once, before the day: the administrator's code, signature and the meetings it may carry.
    code = link(place.office.invite(place.office.add(ROOM, Role.ROOM_HUB), place.hub.url))
    secretary.ask("room_code", code, "01-code")
    secretary.ask("shoot", "02-to-be-signed")
    roster = place.office.sign_roster()
    (device,) = [cert.device for cert in roster.office if is_room(cert)]
    place.office.carry(device, MEETING)
    with place.laptop(OTHER) as laptop:
        laptop.sync(documents=False)  # at home; the papers have not come

    # The one button. Laptops that hear of it find it, or are told where it is.
    address = str(secretary.ask("room_open", "03-open"))
    secretary.ask("room_project", "03-where-it-is")
    by_itself = multicast()
    for person in (secretary, chair, delegate):
        person.ask("sync_now")  # the roster that names it; by itself the office is asked every few minutes
        if person is chair or not by_itself:
            person.ask("room_address", address, "04-address")
        assert person.ask("wait_room") == ROOM
    place.hub.stop()  # the internet is gone, and nobody minds
    for person in (secretary, chair, delegate):
        person.ask("sync_now", "offline")  # who had just begun to listen would notice a minute later
    secretary.ask("wait_room_says", "Chưa tới được máy chủ")
    day.shoot("05-office-gone")

    # Who is there, and a note for the secretary.
    for person in (secretary, chair, delegate):
        person.ask("back_to_meeting")
    delegate.ask("note", "to-trinh-12", "toi thieu 1.850", NOTE, True)
    delegate.ask("say", "Đồng ý, nhưng xin làm rõ tiến độ.")

    # Somebody opens a laptop that has never heard of the office today: papers and all come from the room.
    (late,) = day.open(OTHER)
    if not by_itself:
        late.ask("room_address", address, "06-address")
    assert late.ask("wait_room") == ROOM
    late.ask("download")
    late.ask("meeting")

    # The strict vote, in the room.
    assert chair.ask("votes", MOTION) == "drafted"
    assert chair.ask("open_motion", MOTION, "07-opening") == "open"
    for person, choice in ((delegate, FOR), (late, AGAINST)):
        person.ask("wait_motion", MOTION, "open")
        person.ask("vote", MOTION, choice, "")
        person.ask("trail", MOTION, IN_ROOM)
    secretary.ask("votes", MOTION)
    secretary.ask("wait_voted", MOTION, 2)
    day.shoot("08-voted")
    secretary.ask("running")
    secretary.ask("shoot", "09-conducting")
    secretary.ask("ready", 2, "10-board")

    assert chair.ask("end", MOTION, 0, "11-ending") == "closed"
    sentence = chair.ask("result", MOTION)
    for person in (delegate, late):
        person.ask("trail", MOTION, "Đã được tính")
    day.shoot("12-result")
    delegate.ask("line_page")
    delegate.ask("wait_told", IN_ROOM, AT_OFFICE)  # the ballot's recorder is the room hub
    delegate.ask("shoot", "13-waits-for-the-office")

    # If it stays away, a stick brings the office all that the room hub has.
    stick = tmp_path / "USB"
    stick.mkdir()
    said = str(secretary.ask("stick_home", str(stick), "13-onto-a-stick"))
    assert f"Có cả phần của trạm “{ROOM}”" in said
    secretary.ask("stick_close")

    # The line is back: the office records all of it, once, and every screen says so.
    place.hub.start()
    for person in (delegate, late, chair, secretary):
        person.ask("sync_now")
        person.ask("wait_told", AT_OFFICE)
    secretary.ask("wait_room_says", "Đang nối với máy chủ")
    day.shoot("14-recorded")
    delegate.ask("back_to_meeting")
    delegate.ask("trail", MOTION, "Đã được tính")
    delegate.ask("shoot", "15-counted")
    secretary.ask("stick_look", str(stick), "15-the-stick-came")
    said = str(secretary.ask("stick_take", "15-handed-in"))
    assert ROOM in said
    assert "Chưa" not in said
    secretary.ask("stick_close")
    secretary.ask("room_close")
    secretary.ask("shoot", "16-closed")
    secretary.ask("back_to_meeting")
    secretary.ask("votes", MOTION)
    assert secretary.ask("result", MOTION) == sentence
    secretary.leave()

    assert rows(place.office.folder) == rows(room_folder(place.root / SECRETARY.key))
    with place.laptop(SECRETARY) as laptop:
        laptop.sync(documents=False)
        assert [mark.mark.text for mark in laptop.book.project(MEETING).marks] == [NOTE]
        proof = evidence.export(laptop.book, MEETING, MOTION, tmp_path / "chung-cu.json")
        assert (proof.broken, proof.ballots) == ("", 2)
    assert verify.check(verify.parse((tmp_path / "chung-cu.json").read_bytes(), "")).broken is None


def light_packet(root: Path) -> Path:
    """A strict vote, and papers without the scan of ten megabytes, which four laptops would fetch."""
    folder = strict_packet(root)
    path = folder / "packet.toml"
    parts = re.split(r"(?m)^(?=\[\[)", path.read_text("utf-8"))
    path.write_text("".join(part for part in parts if f'id = "{SCAN}"' not in part), "utf-8")
    (folder / f"{SCAN}.pdf").unlink(missing_ok=True)
    return folder


def multicast() -> bool:
    """Whether this machine lets programs hear one another by multicast."""
    heard = threading.Event()

    def seen(what: Seen) -> None:
        heard.set()

    with Announcing("d-probe", "t-probe", 9), Finder(TenantId("t-probe"), seen):
        return heard.wait(10)
