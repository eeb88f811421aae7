"""A delegate without any line, and a secretary with one, before two real windows: all they have is a stick.

The bundle goes out, the delegate votes and writes, and brings it home; twice the stick is pulled out in the
middle. What each screen says is what is so.

``SOHOP_PICTURES`` names a folder for a picture of every step; ``QT_QPA_PLATFORM=xcb`` shows the windows.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from simulator.bad_line import BadLine
from support.town import PASSPHRASE, Town, town

from sync.courier.stick import FOLDER, PARTIAL, SUFFIX
from sync.model.ids import MeetingId, MotionId
from sync.model.people import Role
from tools.demo.person import Person
from tools.demo.stage import MEETING as SAMPLE
from tools.demo.stage import SECRETARY, Actor, sample_folder

pytestmark = pytest.mark.storm  # two windows and a hub

FAR = Actor("dai-bieu-xa", "Bùi Thị Tư", (Role.DELEGATE,))
MEETING = MeetingId(SAMPLE)
MOTION = MotionId("yk-1")
PRIVATE, SHARED = "Hỏi lại số liệu này.", "Đề nghị ghi rõ chiều dài đoạn còn lại."
ON_STICK, RECORDED = "Đã chép ra USB lúc", "Đã ghi nhận lúc"


@dataclass
class StickDay:
    """The office, two windows, and a stick."""

    place: Town
    stick: Path
    secretary: Person
    far: Person

    def pulled_out_while_writing(self) -> None:
        """The newest bundle as a stick has it that was pulled out half-way."""
        path = max((self.stick / FOLDER).glob(f"*{SUFFIX}"), key=lambda each: each.stat().st_mtime_ns)
        partial = path.with_name(path.name.removesuffix(SUFFIX) + PARTIAL)
        path.rename(partial)
        os.truncate(partial, partial.stat().st_size // 2)

    def pulled_out(self) -> Path:
        """Out of the laptop, and in the hand."""
        return self.stick.rename(self.stick.with_name("trong-tay"))

    def put_in(self) -> None:
        """Into a laptop again."""
        self.stick.with_name("trong-tay").rename(self.stick)


@pytest.fixture
def day(tmp_path: Path) -> Iterator[StickDay]:
    pictures = Path(os.environ.get("SOHOP_PICTURES", tmp_path / "pictures"))
    stick = tmp_path / "USB"
    stick.mkdir()
    people: list[Person] = []
    with town(tmp_path) as place, BadLine(place.hub.url) as line:
        place.enrol(FAR, url=line.url)
        line.down()  # from now on this laptop hears nothing, for good
        place.submit(sample_folder(tmp_path))
        place.approve(MEETING)
        place.publish(MEETING)
        try:
            for actor in (SECRETARY, FAR):
                platform = {"QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen")}
                people.append(Person(place.root / actor.key, pictures, platform))
                people[-1].ask("unlock", PASSPHRASE)
            yield StickDay(place, stick, *people)
        finally:
            for person in people:
                person.kill()


def test_two_people_with_only_a_stick_between_them_know_what_has_become_of_everything(day: StickDay) -> None:
    secretary, far, stick = day.secretary, day.far, str(day.stick)
    secretary.ask("download")
    secretary.ask("meeting")

    # Out: cut in the middle, and gone on with.
    assert "máy đã ở trên USB" in str(secretary.ask("stick_out", stick, "01-out"))
    secretary.ask("stick_close")
    day.pulled_out_while_writing()
    far.ask("line_page")
    far.ask("wait_line", "offline")
    assert "Không có gói nào cho máy này" in str(far.ask("stick_look", stick, "02-half-a-bundle"))
    far.ask("stick_close")
    assert "Đã chép tiếp gói còn dở" in str(secretary.ask("stick_out", stick, "03-out-again"))
    secretary.ask("stick_close")

    # The delegate takes it; the stick is pulled out between the question and the answer.
    assert "Có gói cho máy này" in str(far.ask("stick_look", stick, "04-on-the-stick"))
    day.pulled_out()
    assert "USB" in str(far.ask("stick_take", "05-pulled-out"))
    far.ask("stick_close")
    day.put_in()
    far.ask("stick_look", stick, "06-again")
    assert "Đã nhận xong" in str(far.ask("stick_take", "07-taken"))
    far.ask("stick_close")
    far.ask("shoot", "08-after-taking")

    # A vote, two notes: they wait, and go onto the stick.
    far.ask("back_to_meeting")
    far.ask("note", "to-trinh-12", "tang 6,4", PRIVATE, False)
    far.ask("note", "to-trinh-12", "toi thieu 1.850", SHARED, True)
    assert far.ask("vote", MOTION, 0, "") == "sealed"
    far.ask("line_page")
    far.ask("wait_told", "chờ gửi", "Chờ gửi")
    far.ask("shoot", "09-waits")
    assert "chưa được ghi nhận" in str(far.ask("stick_home", stick, "10-home"))
    far.ask("stick_close")
    far.ask("wait_told", ON_STICK)
    day.pulled_out_while_writing()

    # Half of it is nothing; written once more it is all there.
    secretary.ask("line_page")
    said = str(secretary.ask("stick_look", stick, "11-half-came"))
    assert "gói gửi về cơ quan" not in said
    secretary.ask("stick_close")
    assert "3 việc đã chép ra USB" in str(far.ask("stick_home", stick, "12-home-again"))
    far.ask("stick_close")
    far.ask("shoot", "13-on-the-stick")
    far.ask("back_to_meeting")
    far.ask("trail", MOTION, "Đã chép ra USB")
    far.ask("shoot", "14-ballot-on-the-stick")

    # The secretary hands it in without seeing it; the receipts travel back.
    assert "1 gói gửi về cơ quan" in str(secretary.ask("stick_look", stick, "15-came"))
    said = str(secretary.ask("stick_take", "16-handed-in"))
    assert FAR.name in said  # of whose laptop she had not heard a word before
    assert "Biên nhận đã chép lên USB" in said
    secretary.ask("stick_close")
    far.ask("line_page")
    far.ask("stick_look", stick, "17-receipts")
    assert "việc của bạn đã được ghi nhận" in str(far.ask("stick_take", "18-receipts-taken"))
    far.ask("stick_close")
    far.ask("wait_told", RECORDED)
    far.ask("shoot", "19-recorded")
    far.ask("back_to_meeting")
    far.ask("trail", MOTION, "Hệ thống đã nhận")
    far.ask("shoot", "20-ballot-recorded")

    # And the office has it, once.
    secretary.ask("back_to_meeting")
    secretary.ask("votes", MOTION)
    secretary.ask("wait_voted", MOTION, 1)
    secretary.ask("shoot", "21-at-the-office")
    for person in (secretary, far):
        person.leave()
    with day.place.laptop(SECRETARY) as laptop:
        laptop.sync(documents=False)
        assert [mark.mark.text for mark in laptop.book.project(MEETING).marks] == [SHARED]
    with day.place.laptop(FAR) as laptop:
        assert laptop.book.vault.outbox.quarantine() == []
