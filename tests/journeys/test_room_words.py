"""What the window's line tells of the room: networks that it listens on, a room hub that the office has taken
back, one that was never told of this laptop. Real hubs and a real vault behind it."""

from __future__ import annotations

import queue
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import pytest
from support.town import MEETING, PASSPHRASE, Town, make_folder, town

from reader.app.laptop import Laptop
from reader.app.line import OfficeLine
from reader.core.line_views import Line, LineView, RoomView
from sync.errors import Code
from sync.model.people import Role
from tools.demo.stage import DELEGATE, Actor
from tools.rooms import RoomProcess, make_room

GUEST = Actor("khach", "Hoàng Văn Khách", (Role.GUEST,))

pytestmark = pytest.mark.storm  # two hubs: a quarter of a minute each


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Town]:
    with town(tmp_path / "town") as made:
        made.submit(make_folder(tmp_path / "packet"))
        made.approve()
        made.publish()
        yield made


@pytest.fixture
def room(place: Town) -> Iterator[RoomProcess]:
    made = make_room(place.office, place.hub.url, [MEETING])
    yield made
    made.stop()


@contextmanager
def line_of(place: Town, actor: Actor) -> Iterator[tuple[OfficeLine, queue.Queue[LineView]]]:
    """The line of an open book, as the window has it."""
    views: queue.Queue[LineView] = queue.Queue()
    with ThreadPoolExecutor(1) as vault:
        laptop = vault.submit(lambda: Laptop(place.root / actor.key, PASSPHRASE)).result()
        line = vault.submit(
            lambda: OfficeLine(
                laptop.book,
                lambda work: vault.submit(work, laptop.book).result(),
                lambda view, _changed: views.put(view),
            )
        ).result()
        try:
            line.start()
            yield line, views
        finally:
            line.stop()
            vault.submit(laptop.close).result()


def until(views: queue.Queue[LineView], holds: Callable[[RoomView], bool]) -> RoomView:
    while True:
        room = views.get(timeout=60).room
        if room is not None and holds(room):
            return room


def test_before_any_room_hub_is_heard_the_networks_are_told(place: Town, room: RoomProcess) -> None:
    with line_of(place, DELEGATE) as (_, views):
        told = until(views, lambda view: view.line is Line.NEVER)
    assert told.networks is not None  # whichever this machine is on


def test_a_room_hub_that_the_office_took_back_is_seen_and_not_believed(
    place: Town, room: RoomProcess
) -> None:
    place.office.revoke(room.device)
    place.office.sign_roster()
    with place.laptop(DELEGATE) as laptop:
        laptop.sync(documents=False)
    place.hub.stop()  # nor does the room hub hear of it
    room.start()
    with line_of(place, DELEGATE) as (line, views):
        line.try_room(room.url)
        told = until(views, lambda view: view.line is Line.PROBLEM)
        assert told.problem is Code.NOT_THIS_ROOM
        assert line.room_at() is None  # so nothing is uploaded to it


def test_a_room_hub_that_was_not_told_of_this_laptop_says_so(place: Town, room: RoomProcess) -> None:
    place.enrol(GUEST)
    with place.laptop(GUEST) as laptop:
        laptop.sync(documents=False)
    place.hub.stop()
    room.start()
    with line_of(place, GUEST) as (line, views):
        line.try_room(room.url)
        assert until(views, lambda view: view.line is Line.PROBLEM).problem is Code.UNKNOWN_DEVICE
