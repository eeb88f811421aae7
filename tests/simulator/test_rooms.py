"""Four laptops, the office's hub and a room hub, in any order of routes, lines cut and programs killed: the
same end, nothing lost, nothing doubled."""

from __future__ import annotations

import os
from collections.abc import Iterator
from itertools import count
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, event, given, settings
from hypothesis import strategies as st
from simulator.again import same_again
from simulator.office import LAN, MINH, OPEN, SEALED, STRICT, THU
from simulator.rooms import RoomMould, RoomScene, doubled, log_of, meetings_acts, motion_of
from simulator.wire import Fate, Fault, Loop

from reader.core import opining, running, voting
from reader.store.events import EventState
from sync.errors import Code, SohopError
from sync.model.annotation import Audience
from sync.model.events import CastBallot, Event
from sync.model.opinion import Attendance, OnDocument, OpinionKind
from sync.trust.receipts import read_receipt
from sync.wire.codec import decode_payload

_numbers = count()
_FATES = [Fate.LOST, Fate.UNANSWERED, Fate.TWICE, Fate.CUT, Fate.CORRUPTED, Fate.LATE]
_faults = st.lists(st.builds(Fault, st.sampled_from(_FATES), st.sampled_from([0.1, 0.5, 0.9])), max_size=3)
_people = st.sampled_from([THU, LAN, MINH])
_vote = st.tuples(st.just("vote"), st.sampled_from([LAN, MINH]), st.sampled_from(["for", "against"]))
_step = st.one_of(
    _vote,
    _vote,
    st.tuples(st.just("vote"), st.sampled_from([LAN, MINH]), st.sampled_from(["for", "against"])),
    st.tuples(st.just("seal"), st.sampled_from([LAN, MINH]), st.sampled_from(["for", "against"])),
    st.tuples(st.just("here"), _people),
    st.tuples(st.just("says"), st.sampled_from([LAN, MINH])),
    st.tuples(st.just("office"), _people, _faults),
    st.tuples(st.just("room"), _people, _faults),
    st.tuples(st.just("meet"), _faults),
    st.tuples(st.just("kill"), st.sampled_from(["room", "office", LAN])),
)


@pytest.fixture
def scene(room_mould: RoomMould, loop: Loop) -> Iterator[RoomScene]:
    """A copy of it for one story."""
    with same_again(3):
        made = new_scene(room_mould, loop)
        yield made
        made.close()


def new_scene(made: RoomMould, loop: Loop) -> RoomScene:
    return RoomScene(made, made.mould.folder.parent / f"room{next(_numbers)}", loop)


def play(scene: RoomScene, step: tuple[Any, ...]) -> None:
    """One thing happens; what cannot be done now is not done."""
    meeting = scene.meeting
    match step:
        case ("vote", name, choice):
            attempt(lambda: voting.cast(scene.laptops[name].book, meeting, STRICT, (choice,)))
        case ("seal", name, choice):
            attempt(lambda: voting.cast(scene.laptops[name].book, meeting, SEALED, (choice,)))
        case ("here", name):
            opining.check_in(scene.laptops[name].book, meeting, Attendance.PRESENT)
        case ("says", name):
            say(scene, name)
        case ("open",):
            running.open_motion(scene.thu.book, meeting, STRICT)
        case ("close",):
            running.close_motion(scene.thu.book, meeting, STRICT, early=True)
        case ("office", name, faults):
            scene.laptops[name].sync(faults)
        case ("room", name, faults):
            scene.seats[name].sync(faults)
        case ("meet", faults):
            scene.meet(faults)
        case ("kill", "room"):
            scene.room.kill()
        case ("kill", "office"):
            scene.hub.kill()
        case ("kill", name):
            scene.laptops[name].kill()


def attempt(act: Any) -> None:
    try:
        act()
    except SohopError as error:
        if error.code is not Code.MOTION_NOT_OPEN:
            raise


def say(scene: RoomScene, name: str) -> None:
    opining.put(
        scene.laptops[name].book,
        scene.meeting,
        kind=OpinionKind.COMMENT,
        about=OnDocument(document=OPEN),
        audience=Audience.MEETING,
        text="Đồng ý.",
    )


def check(scene: RoomScene) -> None:
    """What must be true once everybody has met."""
    scene.quiesce_all()
    ballots: dict[str, set[str]] = {STRICT: set(), SEALED: set()}
    for name, laptop in scene.laptops.items():
        for act, own in laptop.acts().items():
            assert own.state in {EventState.ACCEPTED, EventState.REFUSED}, f"{name}: {act} waits for ever"
            assert own.receipt is not None
            body = decode_payload(laptop.envelope(act).payload, Event).body
            receipt = read_receipt(own.receipt, act)  # type: ignore[arg-type]
            if isinstance(body, CastBallot) and receipt.log is not None:
                ballots[body.motion].add(act)
        assert laptop.vault.heads.forks() == []
        assert not laptop.is_copied()
    for motion in (STRICT, SEALED):
        log = log_of(scene.hub, motion)
        assert {row[1] for row in log} == ballots[motion]
        assert len(log) == len(ballots[motion])
    stands = motion_of(scene.hub, STRICT)
    if stands["recorder"] == scene.device:
        assert log_of(scene.room, STRICT) == log_of(scene.hub, STRICT)
        assert motion_of(scene.room, STRICT) == stands
    else:
        assert log_of(scene.room, STRICT) == []
    for hub in (scene.hub, scene.room):
        assert doubled(hub) == []
    lan, minh = (meetings_acts(scene.laptops[name], scene.meeting) for name in (LAN, MINH))
    shared = lan | minh
    told = shared & scene.thu.events()
    assert {act for act in lan ^ minh if act in told and is_public(scene, act)} == set()
    closings = {frozenset(closing_ids(scene, name)) for name in scene.laptops}
    assert len(closings) == 1, closings


def is_public(scene: RoomScene, name: str) -> bool:
    """Whether all of the meeting are to hear of it."""
    envelope = scene.thu.envelope(name)
    if envelope.kind != "event":
        return True
    tag = type(decode_payload(envelope.payload, Event).body).__name__
    return tag in {"OpenMotion", "CloseMotion", "EndVoting", "PutOpinion"}


def closing_ids(scene: RoomScene, name: str) -> set[str]:
    laptop = scene.laptops[name]
    found = meetings_acts(laptop, scene.meeting)
    return {act for act in found if laptop.envelope(act).kind == "closing"}


def test_a_whole_vote_in_the_room_while_the_office_is_out_of_reach(scene: RoomScene) -> None:
    story: list[tuple[Any, ...]] = [
        *(("room", name, []) for name in (THU, LAN, MINH)),
        ("here", LAN),
        ("room", LAN, []),
        ("open",),
        ("room", THU, []),
        *(("room", name, []) for name in (LAN, MINH)),
        ("vote", LAN, "for"),
        ("room", LAN, [Fault(Fate.UNANSWERED)]),
        ("kill", "room"),
        ("vote", MINH, "against"),
        ("office", MINH, []),  # a phone's line: carried, not recorded
        ("room", LAN, []),
        ("room", MINH, []),
        ("close",),
        ("room", THU, []),
        ("kill", "room"),
    ]
    for step in story:
        play(scene, step)
    assert motion_of(scene.hub, STRICT)["state"] == "drafted"
    assert motion_of(scene.room, STRICT)["state"] == "closed"
    check(scene)
    stands = motion_of(scene.hub, STRICT)
    assert (stands["recorder"], stands["state"]) == (scene.device, "closed")
    assert len(log_of(scene.hub, STRICT)) == 2


@settings(
    max_examples=int(os.environ.get("SOHOP_EXAMPLES") or 12),
    suppress_health_check=list(HealthCheck),
    phases=[Phase.explicit, Phase.generate, Phase.shrink],
)
@given(
    before=st.lists(_step, max_size=6),
    heard=st.booleans(),
    while_open=st.lists(_step, min_size=4, max_size=20),
    closed=st.booleans(),
    after=st.lists(_step, max_size=8),
)
def test_in_any_order_of_routes_the_end_is_the_same(
    room_mould: RoomMould,
    loop: Loop,
    before: list[tuple[Any, ...]],
    heard: bool,
    while_open: list[tuple[Any, ...]],
    closed: bool,
    after: list[tuple[Any, ...]],
) -> None:
    """``heard``: the delegates hear of the opening in the room, before anything goes wrong."""
    opens: list[tuple[Any, ...]] = [("room", THU, []), ("open",), ("room", THU, [])]
    hears: list[tuple[Any, ...]] = [("room", name, []) for name in (LAN, MINH)] if heard else []
    ends: list[tuple[Any, ...]] = [("close",), ("room", THU, [])] if closed else []
    with same_again(4):
        scene = new_scene(room_mould, loop)
        try:
            for step in [*before, *opens, *hears, *while_open, *ends, *after]:
                play(scene, step)
            check(scene)
            event(f"{len(log_of(scene.room, STRICT))} ballots in the room's log")
        finally:
            scene.close()
