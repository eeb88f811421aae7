"""How fast, how much, and how much of it."""

import pytest

from sync.engine.pace import (
    AIM_S,
    LARGEST_REQUEST,
    SMALLEST_BATCH,
    SMALLEST_REQUEST,
    Batches,
    Cap,
    Rate,
    request_size,
)
from sync.wire.messages import MAX_UPLOAD


class Clock:
    now = 100.0

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


def coming(rate, clock, seconds, per_second):
    for _ in range(seconds * 10):
        clock.now += 0.1
        rate.add(per_second / 10)


def test_a_rate_is_what_comes(clock):
    rate = Rate(clock)
    assert rate.value() is None
    rate.begin()
    coming(rate, clock, 2, 16_000)
    assert rate.value() == pytest.approx(16_000, rel=0.02)
    coming(rate, clock, 60, 4_000)
    assert rate.value() == pytest.approx(4_000, rel=0.1)


def test_a_rate_decays_while_nothing_comes(clock):
    rate = Rate(clock)
    rate.begin()
    coming(rate, clock, 60, 16_000)
    clock.now += 60
    assert rate.value() < 16_000 / 40


def test_time_in_which_nothing_is_expected_does_not_count(clock):
    rate = Rate(clock)
    rate.begin()
    coming(rate, clock, 60, 16_000)
    rate.end()
    clock.now += 3_600
    assert rate.value() == pytest.approx(16_000, rel=0.02)
    rate.begin()
    coming(rate, clock, 1, 16_000)
    assert rate.value() == pytest.approx(16_000, rel=0.02)


def test_many_short_requests_count_as_little_as_the_time_they_took(clock):
    rate = Rate(clock)
    rate.begin()
    coming(rate, clock, 60, 16_000)
    for _ in range(20):
        rate.begin()
        clock.now += 0.001
        rate.add(1)
        rate.end()
    assert rate.value() > 15_000


def test_requests_fit_the_line():
    assert request_size(None) == SMALLEST_REQUEST
    assert request_size(100) == SMALLEST_REQUEST
    assert request_size(32_000) == AIM_S * 32_000
    assert request_size(1e9) == LARGEST_REQUEST
    # The line is idle for a round trip of 1.5 s between two requests of so many seconds.
    assert 1.5 / AIM_S < 0.02


def test_batches_grow_to_ten_seconds_of_line_and_shrink_with_cuts():
    batches = Batches()
    for _ in range(6):
        batches.learn(batches.size, batches.size / 32_000)
    assert batches.size == pytest.approx(320_000, abs=1)
    batches.cut()
    assert batches.size == pytest.approx(160_000, abs=1)
    for _ in range(6):
        batches.cut()
    assert batches.size == SMALLEST_BATCH
    batches.learn(1_000, 2.0)  # a small one tells of the delay, not of the rate
    assert batches.size == SMALLEST_BATCH
    for _ in range(9):
        batches.learn(batches.size, 0.0)
    assert batches.size == MAX_UPLOAD


def test_a_cap_is_kept_over_time(clock):
    cap = Cap(clock)
    assert cap.take(10**9) == 0.0
    cap.rate = 4_000
    began, taken = clock.now, 0
    for size in (1_000, 16_000, 100, 7_000) * 20:
        clock.now += cap.take(size)
        taken += size
    assert taken / (clock.now - began) == pytest.approx(4_000, rel=0.02)


def test_what_was_not_used_of_a_cap_is_not_saved_up(clock):
    cap = Cap(clock)
    cap.rate = 4_000
    cap.take(1)
    clock.now += 3_600
    assert cap.take(6_000) == pytest.approx(1.0)


def test_a_cap_can_be_changed_and_lifted_at_any_moment(clock):
    cap = Cap(clock)
    cap.rate = 2_000
    assert cap.take(200_000) > 90
    cap.rate = 100_000
    assert cap.take(100_000) < 1.1
    cap.rate = None
    assert cap.take(10**9) == 0.0
    cap.rate = 1
    assert cap.rate == 1_024  # less would be no line
