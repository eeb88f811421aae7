"""Time limits, many of them, by one thread."""

from __future__ import annotations

import threading

import pytest

from reader.pdf.watchdog import Watchdog


class Struck:
    def __init__(self):
        self.times = 0
        self.changed = threading.Event()

    def __call__(self):
        self.times += 1
        self.changed.set()


@pytest.fixture
def struck():
    return Struck()


@pytest.fixture
def watchdog(struck):
    made = Watchdog("test", struck)
    yield made
    made.close()


def test_a_block_that_takes_too_long_is_struck_once(watchdog, struck):
    with watchdog.limit(0.01):
        assert struck.changed.wait(30)
    assert struck.times == 1


def test_blocks_left_in_time_are_not(watchdog, struck):
    for _ in range(3):
        with watchdog.limit(0.05):
            pass
    with watchdog.limit(0.2):
        assert struck.changed.wait(30)
    assert struck.times == 1


def test_a_short_limit_after_a_long_one_is_short(watchdog, struck):
    with watchdog.limit(600):
        pass
    with watchdog.limit(0.01):
        assert struck.changed.wait(30)


def test_it_can_be_closed_within_a_block(struck):
    watchdog = Watchdog("test", struck)
    with watchdog.limit(600):
        watchdog.close()
    assert struck.times == 0
    assert "test" not in {thread.name for thread in threading.enumerate()}
