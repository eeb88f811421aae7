"""Two hundred stories of fifty steps: people work, and everything around them goes wrong."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from simulator.office import make_mould, workshop
from simulator.rules import Hostile, Mortal, OfficeMachine, Restored, examples
from simulator.wire import Loop


@pytest.fixture(scope="module", autouse=True)
def office() -> Iterator[None]:
    """One office, from which all stories begin."""
    with workshop() as folder, Loop() as loop:
        OfficeMachine.loop, OfficeMachine.mould = loop, make_mould(folder, loop)
        yield


class TestBadLine(OfficeMachine.TestCase):
    settings = examples(60)


class TestLies(Hostile.TestCase):
    settings = examples(60)


class TestCrashes(Mortal.TestCase):
    settings = examples(50)


class TestRestored(Restored.TestCase):
    settings = examples(40)
