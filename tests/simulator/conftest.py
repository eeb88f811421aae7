"""One office for all stories of a worker."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

import pytest
from simulator.again import same_again
from simulator.office import Mould, Scene, make_mould
from simulator.rooms import RoomMould, make_room_mould
from simulator.wire import Loop

_numbers = count()


@pytest.fixture(scope="session")
def loop() -> Iterator[Loop]:
    with Loop() as made:
        yield made


@pytest.fixture(scope="session")
def mould(tmp_path_factory: pytest.TempPathFactory, loop: Loop) -> Mould:
    """The founded office."""
    return make_mould(tmp_path_factory.mktemp("office"), loop)


@pytest.fixture(scope="session")
def room_mould(mould: Mould, loop: Loop, tmp_path_factory: pytest.TempPathFactory) -> RoomMould:
    """The founded office with a room hub."""
    with same_again(2):
        return make_room_mould(mould, tmp_path_factory.mktemp("rooms") / "office", loop)


@pytest.fixture
def scene(mould: Mould, loop: Loop) -> Iterator[Scene]:
    """A copy of it for one story."""
    with same_again(1):
        made = Scene(mould, mould.folder.parent / f"scene{next(_numbers)}", loop)
        yield made
        made.close()
