"""A story told twice is the same, byte for byte: or one that failed could not be shortened, nor looked at."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import Phase, settings
from hypothesis.stateful import run_state_machine_as_test
from simulator.rooms import RoomMould
from simulator.routes import Routes
from simulator.rules import Hostile, Mortal, OfficeMachine, Restored, examples
from simulator.wire import Loop
from starlette.types import ASGIApp
from support.asgi import Reply

from sync.wire.codec import digest

ONCE = settings(examples(3), max_examples=3, derandomize=True, phases=[Phase.generate])


@pytest.mark.parametrize(("asked", "same"), [("", True), (None, True), ("7", False)])
def test_stories_are_the_same_ones_unless_a_number_is_asked_for(
    asked: str | None, same: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SOHOP_EXAMPLES", raising=False)
    if asked is not None:
        monkeypatch.setenv("SOHOP_EXAMPLES", asked)
    chosen = examples(50)
    assert chosen.derandomize is same
    assert chosen.max_examples == (50 if same else 7)


@pytest.mark.storm
@pytest.mark.parametrize("kind", [OfficeMachine, Hostile, Mortal, Restored, Routes])
def test_a_story_told_twice_is_the_same(
    kind: type[OfficeMachine], room_mould: RoomMould, loop: Loop, monkeypatch: pytest.MonkeyPatch
) -> None:
    ask = loop.ask
    told: list[tuple[str, str, str]] = []

    def note(app: ASGIApp, method: str, path: str, headers: Mapping[str, str], body: bytes) -> Reply:
        answer = ask(app, method, path, headers, body)
        told.append((path, digest(body), digest(answer.body)))
        return answer

    monkeypatch.setattr(loop, "ask", note)
    monkeypatch.setattr(kind, "loop", loop, raising=False)  # of this test alone: others begin without a room
    monkeypatch.setattr(kind, "mould", room_mould.mould, raising=False)
    monkeypatch.setattr(Routes, "made", room_mould, raising=False)
    stories = []
    for _ in range(2):
        run_state_machine_as_test(kind, settings=ONCE)
        stories.append(told[:])
        told.clear()
    first, second = stories
    assert len(first) > 50
    assert first == second
