"""Two hundred stories of fifty steps: people work, and everything around them goes wrong."""

from __future__ import annotations

import pytest
from hypothesis.errors import FlakyStrategyDefinition
from simulator.office import Mould
from simulator.rules import Hostile, Mortal, OfficeMachine, Restored, examples
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


class Stories:
    """Ends early, and says so, where two stories that began alike went on differently: keys are random."""

    def runTest(self) -> None:
        try:
            super().runTest()
        except FlakyStrategyDefinition as error:
            print("stories ended early:", error)


class TestBadLine(Stories, OfficeMachine.TestCase):
    settings = examples(50)


class TestLies(Stories, Hostile.TestCase):
    settings = examples(50)


class TestCrashes(Stories, Mortal.TestCase):
    settings = examples(50)


class TestRestored(Stories, Restored.TestCase):
    settings = examples(50)
