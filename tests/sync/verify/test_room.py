"""Evidence of a vote that a room hub recorded: proved by the roster and the opening, and by nothing less."""

from __future__ import annotations

from typing import Any

import pytest
from support.evidence import Cast, Story, a_motion, hands, written
from support.packets import PaperOffice, a_member

from sync import verify
from sync.model.people import Role
from sync.verify.reading import Why
from sync.verify.steps import Outcome, Step
from sync.wire.statements import Retired

ROOM = PaperOffice(recorder=a_member("room", Role.ROOM_HUB).device)
OFFICE = PaperOffice()


def story(office: PaperOffice) -> Story:
    """Two ballots of a strict motion."""
    motion = a_motion(office, office.motion().rule)
    return Story(office, motion, [Cast(office.lan, ("c1",)), Cast(office.minh, ("c2",))])


def checked(file: dict[str, Any]) -> Outcome:
    return verify.check(verify.parse(written(file), ""), OFFICE.root_key)


def why(file: dict[str, Any]) -> tuple[str, Why]:
    broken = checked(file).broken
    assert broken is not None
    return broken.place, broken.why


@pytest.mark.parametrize("member", ["lan", "minh"])
def test_a_vote_in_the_room_is_proved_in_either_form(member: str) -> None:
    told = story(ROOM)
    for file in (told.named(), told.own(getattr(ROOM, member)), hands(ROOM).named()):
        assert checked(file).broken is None


def test_the_offices_closing_over_ballots_for_the_room_is_none() -> None:
    room, office = story(ROOM).named(), story(OFFICE).named()
    mixed = {**room, "closing": office["closing"], "head": office["head"], "roster": office["roster"]}
    assert why(mixed)[1] is Why.MISMATCH


def test_a_room_hubs_closing_over_what_was_opened_for_the_office_is_none() -> None:
    room, office = story(ROOM).named(), story(OFFICE).named()
    mixed = {**office, "closing": room["closing"], "head": room["head"], "roster": room["roster"]}
    assert why(mixed)[1] is Why.MISMATCH


def test_a_room_hub_that_the_root_has_not_named_is_nobody() -> None:
    room, office = story(ROOM).named(), story(OFFICE).named()
    assert why({**room, "roster": office["roster"]}) == (
        "closing.signatures[0]",
        Why.UNKNOWN_DEVICE,
    )


def test_another_office_device_closes_nothing() -> None:
    thief = PaperOffice(recorder=OFFICE.thu.device)
    thief.room = thief.thu
    assert why(story(thief).named())[1] in {Why.ROLE, Why.SAME_KEY}


def test_of_a_retired_room_hub_the_closings_kept_in_the_roster_are_proved() -> None:
    told = story(ROOM)
    kept = told.ground.closing.digest
    for manifests, proved in (((kept,), True), ((), False)):
        told.roster = ROOM.roster(
            3,
            office=[*ROOM.desk, ROOM.kiem],
            retired=[Retired(cert=ROOM.room.cert, manifests=manifests)],
        )
        assert (checked(told.named()).broken is None) is proved


def test_who_kept_the_log_is_told() -> None:
    said = [step for step, _ in checked(story(ROOM).named()).held]
    assert Step.ROOM in said
