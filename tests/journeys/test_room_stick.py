"""A room hub and two laptops that no line reaches: a strict vote goes to it and comes back on sticks, by the
desk and by the command line; then a stick brings the office what the room hub has, and both are equal.

Everything is real: two hubs as programs, TLS, four laptops with their vaults, a stick as a folder.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

import pytest
from journeys.test_room import check_offices_laptops, rows, say, state_of, strict_folder
from support.town import MEETING, Town, town

from reader.app import bundles
from reader.app.courier import OfficeStick
from reader.app.laptop import Laptop
from reader.app.words import Speaker
from reader.core import library, opining, running, voting
from reader.core.book import Book
from reader.core.line_views import RoomAt
from reader.core.stick_views import Took
from reader.core.views import BallotState
from sync.courier.stick import look
from sync.errors import SohopError
from sync.model.ids import MotionId
from sync.model.opinion import Attendance
from sync.wire.bundle import Way
from tools.demo.stage import APPROVER, DELEGATE, OTHER, SECRETARY, Actor
from tools.rooms import RoomProcess, make_room

T = TypeVar("T")
CHAIR = APPROVER
STRICT = MotionId("m-1")
NAME = "Phòng họp lớn"

pytestmark = pytest.mark.storm  # two hubs and a dozen programs


def quiet(share: float) -> None:
    """Nobody watches."""


def never() -> bool:
    return False


def stick_of(laptop: Laptop, room: RoomProcess | None = None, *, first: bool = True) -> OfficeStick:
    """The courier; at the desk with the room hub in reach, before or after the office's."""

    def on_book(work: Callable[[Book], T]) -> T:
        return work(laptop.book)

    at = None if room is None else RoomAt(room.device, room.url, NAME, first)
    return OfficeStick(on_book, lambda: at)


def take(laptop: Laptop, usb: Path, room: RoomProcess | None = None) -> Took:
    return stick_of(laptop, room, first=False).take(usb, quiet, never)


@contextmanager
def far(place: Town, actor: Actor) -> Iterator[Laptop]:
    """A laptop that reaches nobody."""
    with place.laptop(actor) as laptop:
        with pytest.raises(SohopError):
            laptop.sync()
        yield laptop


def at_room(room: RoomProcess, *arguments: str) -> str:
    """A command at the room hub's machine, beside the program that serves."""
    command = [sys.executable, "-m", "sync.room.main", "--dir", str(room.folder), "--lang", "vi", *arguments]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def shown(laptop: Laptop) -> dict[str, str | None]:
    """What waits for the office, by the room hub that has it meanwhile."""
    return {one.kind: one.passage.room for one in library.waiting(laptop.book)}


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Town]:
    with town(tmp_path) as made:
        yield made


def test_two_laptops_without_a_line_take_part_by_stick_at_the_room_hub(place: Town, tmp_path: Path) -> None:
    place.submit(strict_folder(tmp_path / "packet"))
    place.approve()
    place.publish()
    room = make_room(place.office, place.hub.url, [MEETING])
    for actor in (CHAIR, SECRETARY, DELEGATE, OTHER):
        with place.laptop(actor) as laptop:
            laptop.sync(documents=actor is SECRETARY)
    place.hub.stop()  # the internet is gone; and the delegates have no network either
    usb = tmp_path / "usb"
    usb.mkdir()
    try:
        room.start()
        opened(place, room)
        with place.laptop(SECRETARY) as desk:
            desk.sync_room(room.url)
            out = stick_of(desk, room).write_out(usb, MEETING, (), quiet, never)
            assert (out.devices, out.room) == (2, NAME)
        home_by_stick(place, usb)
        shutil.copytree(usb, tmp_path / "other-usb")
        brought_at_the_desk(place, usb, room)
        with far(place, DELEGATE) as laptop:
            answered(laptop, take(laptop, usb))
        other_votes_and_the_machine_takes_it(place, usb, room)
        with place.laptop(CHAIR) as chair:
            running.close_motion(chair.book, MEETING, STRICT, early=True)
            chair.sync_room(room.url)
        assert "2 máy" in at_room(room, "bundle", "out", str(usb), "--meeting", MEETING)
        for actor in (DELEGATE, OTHER):
            with far(place, actor) as laptop:
                assert take(laptop, usb).troubles == ()
                assert state_of(laptop) is BallotState.COUNTED
                assert take(laptop, usb).confirmed == 0  # again, nothing changes
        gone_home(place, tmp_path / "last-usb", room)
        assert rows(place.office.folder) == rows(room.folder)
        assert len(rows(room.folder)["ballots"]) == 2
        room.start()  # it has a line after all, and says all of it again
        room.met()
        room.stop()
        assert rows(place.office.folder) == rows(room.folder)
        with place.laptop(
            SECRETARY
        ) as desk:  # a copy of that stick comes to the office now: the room is shut
            (brought,) = stick_of(desk, room).take(tmp_path / "other-usb", quiet, never).brought
            assert (brought.room, brought.refused, brought.carried, brought.waiting) == (None, 0, 0, 0)
        assert rows(place.office.folder) == rows(room.folder)
        check_offices_laptops(place, tmp_path)
    finally:
        room.stop()


def gone_home(place: Town, usb: Path, room: RoomProcess) -> None:
    """The secretary writes the room hub's part to a stick, and brings that to the office: no line between."""
    usb.mkdir()
    assert "phần của trạm" in at_room(room, "bundle", "home", str(usb))
    with place.laptop(SECRETARY) as desk:
        wrote = stick_of(desk, room).write_home(usb, quiet, never)
        assert (wrote.beside, wrote.files, wrote.troubles) == (NAME, 2, ())
        assert len(look(usb)) == 2  # what the room hub had written before is in the newer one
        assert by_command(desk, usb, room=room.url) == 0
        assert len(look(usb)) == 2
    room.stop()
    place.hub.start()
    with place.laptop(SECRETARY) as desk:
        took = stick_of(desk).take(usb, quiet, never)
        assert took.troubles == ()
        of_room = next(one for one in took.brought if one.name == NAME)
        assert of_room.recorded >= 5
        assert (of_room.refused, of_room.waiting, of_room.receipts) == (0, 0, False)
    assert [one for one in look(usb) if one.head.way is Way.HOME] == []


def by_command(laptop: Laptop, usb: Path, room: str) -> int:
    """``sohop bundle make PLACE --room HOST``."""
    asked = argparse.Namespace(place=usb, room=room, meeting="", device=[])
    return bundles.make(asked, laptop, Speaker("vi"))


def opened(place: Town, room: RoomProcess) -> None:
    """The chair, who is in the room, opens the motion there."""
    with place.laptop(CHAIR) as chair:
        chair.sync_room(room.url)
        running.open_motion(chair.book, MEETING, STRICT)
        chair.sync_room(room.url)


def home_by_stick(place: Town, usb: Path) -> None:
    """A delegate hears of the motion by the stick, has the papers by it, and votes onto it."""
    with far(place, DELEGATE) as laptop:
        took = take(laptop, usb)
        assert (took.troubles, took.bundles) == ((), 1)
        stored = laptop.book.vault.packets.current(MEETING)
        assert stored is not None
        assert stored.complete
        voting.cast(laptop.book, MEETING, STRICT, ("c1",))
        opining.check_in(laptop.book, MEETING, Attendance.PRESENT)
        stick_of(laptop).write_home(usb, quiet, never)
        assert set(shown(laptop).values()) == {None}
        assert state_of(laptop) is BallotState.SEALED


def brought_at_the_desk(place: Town, usb: Path, room: RoomProcess) -> None:
    """The desk's laptop has the room's line only, and reads nothing of it."""
    with place.laptop(SECRETARY) as desk:
        took = take(desk, usb, room)
        assert took.troubles == ()
        (brought,) = took.brought
        assert brought.room == NAME
        assert brought.recorded >= 2
        assert (brought.refused, brought.waiting) == (0, 0)
    assert [one for one in look(usb) if one.head.way is Way.HOME] == []


def answered(laptop: Laptop, took: Took) -> None:
    """The ballot stands in the room's log; what else is at the room hub the office is still to record."""
    assert took.troubles == ()
    assert took.confirmed == 1
    assert took.in_room >= 1
    assert state_of(laptop) is BallotState.RECEIVED
    assert shown(laptop)["checkin"] == NAME


def other_votes_and_the_machine_takes_it(place: Town, usb: Path, room: RoomProcess) -> None:
    """The other delegate's stick goes to the room hub's own machine, whose program goes on serving."""
    with far(place, OTHER) as laptop:
        assert take(laptop, usb).bundles >= 1
        voting.cast(laptop.book, MEETING, STRICT, ("c2",))
        say(laptop)
        stick_of(laptop).write_home(usb, quiet, never)
    assert "trạm đã nhận" in at_room(room, "bundle", "in", str(usb))
    with far(place, OTHER) as laptop:
        assert take(laptop, usb).confirmed == 1
        assert state_of(laptop) is BallotState.RECEIVED
        laptop.book.vault.outbox.check_chain()
