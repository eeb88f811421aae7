"""Stories of fifty steps, many of each kind: people work, and everything around them goes wrong."""

from __future__ import annotations

import pytest
from simulator.office import Mould
from simulator.rules import SHARE, Hostile, Mortal, OfficeMachine, Restored, examples
from simulator.sticks import Sticks
from simulator.wire import Loop

pytestmark = [
    pytest.mark.storm,
    # They run for minutes: what other tests left to the garbage collector is collected here.
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]


@pytest.fixture(autouse=True)
def office(mould: Mould, loop: Loop) -> None:
    """One office, from which all stories begin."""
    OfficeMachine.loop, OfficeMachine.mould = loop, mould


class TestBadLine(OfficeMachine.TestCase):
    settings = examples(SHARE)


class TestLies(Hostile.TestCase):
    settings = examples(SHARE)


class TestCrashes(Mortal.TestCase):
    settings = examples(SHARE)


class TestSticks(Sticks.TestCase):
    settings = examples(SHARE)


class TestRestored(Restored.TestCase):
    settings = examples(SHARE)
