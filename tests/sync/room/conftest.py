"""An office for each test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from support.meetings import Made
from support.rooms import Room, carrying
from support.world import Mould, World, make_world


@pytest.fixture
def world(tmp_path: Path, mould: Mould) -> Iterator[World]:
    """Everybody enrolled, nothing published."""
    made = make_world(tmp_path, mould)
    yield made
    made.close()


@pytest.fixture
def room(world: World, packet: Made) -> Iterator[Room]:
    """A room hub that carries the meeting of the file's own ``packet``."""
    made = carrying(world, packet.meeting)
    yield made
    made.stop()
