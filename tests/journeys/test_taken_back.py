"""A packet is taken back before two real windows and a real hub: with no line the delegate reads on, then
only the reason is left, and the desk sees whom it has reached. ``SOHOP_PICTURES``: for pictures."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from simulator.bad_line import BadLine

from sync.wire.invitation import link
from tools.demo.person import Person
from tools.demo.stage import APPROVER, DELEGATE, PASSPHRASE, SECRETARY, Stage, sample_folder, set_stage

pytestmark = pytest.mark.storm  # two windows and a hub

REASON = "Phụ lục 2 của tờ trình 12 có số liệu sai"


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[Stage]:
    made = set_stage(tmp_path)
    yield made
    made.close()


def test_a_packet_is_taken_back_and_the_desk_sees_whom_it_reached(stage: Stage, tmp_path: Path) -> None:
    pictures = Path(os.environ.get("SOHOP_PICTURES", tmp_path / "pictures"))
    platform = {"QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen")}
    people: list[Person] = []
    with BadLine(stage.hub.url) as line:
        for actor in (SECRETARY, APPROVER, DELEGATE):
            person = stage.office.add(actor.name, *actor.roles)
            url = line.url if actor is DELEGATE else stage.hub.url
            stage.sohop(actor, "enrol", link(stage.office.invite(person, url)))
        stage.office.sign_roster()
        stage.publish(sample_folder(tmp_path))
        try:
            for actor in (SECRETARY, DELEGATE):
                people.append(Person(stage.profile(actor), pictures, platform))
                people[-1].ask("unlock", PASSPHRASE)
                people[-1].ask("download")
                people[-1].ask("meeting")
            secretary, delegate = people
            line.down()
            delegate.ask("offline")

            secretary.ask("recall", REASON, "1-taking-back")
            assert secretary.ask("wait_recalled", 0) == ["1", REASON]
            secretary.ask("shoot", "2-desk-taken-back")
            assert delegate.ask("read", "bao-cao-215", 2) == 2

            line.up()
            assert delegate.ask("wait_recalled", 0) == ["1", REASON]
            delegate.ask("shoot", "3-delegate-taken-back")
            secretary.ask("wait_recalled", 2)
            secretary.ask("shoot", "4-desk-reached")
        finally:
            for one in people:
                one.kill()
