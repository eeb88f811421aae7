"""Which of a person's laptops votes on a motion: chosen before it opened, and the same after a ballot."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from sync.model.ids import DeviceId
from sync.model.voting_device import VotingDevice, voting_device

NOON = datetime(2026, 11, 23, 5, 0, tzinfo=UTC)


def at(minute: int) -> datetime:
    return NOON + timedelta(minutes=minute)


def chosen(device: str, minute: int) -> VotingDevice:
    return VotingDevice(DeviceId(device), f"Máy {device}", at(minute))


def test_the_last_chosen_before_the_opening_votes() -> None:
    rows = [chosen("one", 0), chosen("two", 10), chosen("one", 20)]
    assert [voting_device(rows, at(minute)) for minute in (5, 15, 25)] == ["one", "two", "one"]


def test_one_chosen_in_the_moment_of_the_opening_votes_on_the_next_motion() -> None:
    assert voting_device([chosen("one", 0), chosen("two", 10)], at(10)) == "one"


def test_who_was_enrolled_after_the_opening_votes_on_their_first() -> None:
    assert voting_device([chosen("one", 10), chosen("two", 20)], at(5)) == "one"


def test_where_nothing_is_known_any_may() -> None:
    assert voting_device([], NOON) is None


devices = st.sampled_from(["one", "two", "three"]).map(DeviceId)


@given(st.lists(st.tuples(devices, st.integers(0, 50)), min_size=1, max_size=8), st.integers(0, 50), devices)
def test_a_motion_that_has_a_ballot_keeps_its_laptop_whatever_is_chosen_and_the_clock_says(
    rows: list[tuple[DeviceId, int]], opened: int, voted: DeviceId
) -> None:
    assert voting_device([chosen(*row) for row in rows], at(opened), voted) == voted


@given(st.lists(st.tuples(devices, st.integers(0, 50)), min_size=1, max_size=8), st.integers(0, 50), devices)
def test_a_later_choice_changes_nothing_for_what_is_open(
    rows: list[tuple[DeviceId, int]], opened: int, device: DeviceId
) -> None:
    before = [chosen(*row) for row in rows]
    after = [*before, chosen(device, max(opened, 50))]
    assert voting_device(before, at(opened)) == voting_device(after, at(opened))
