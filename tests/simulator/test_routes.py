"""Office, room hub and two sticks in any order end in the same state."""

from __future__ import annotations

import pytest
from hypothesis import settings
from simulator.rooms import RoomMould
from simulator.routes import Routes
from simulator.rules import SHARE, examples
from simulator.wire import Loop

FEW = settings(examples(3), max_examples=3, derandomize=True)
"""Also where many are asked for."""


@pytest.fixture(autouse=True)
def office(room_mould: RoomMould, loop: Loop) -> None:
    """One office with a room, from which all stories begin."""
    Routes.loop, Routes.mould, Routes.made = loop, room_mould.mould, room_mould


class TestFew(Routes.TestCase):
    settings = FEW


@pytest.mark.storm
class TestMany(Routes.TestCase):
    settings = examples(SHARE)
