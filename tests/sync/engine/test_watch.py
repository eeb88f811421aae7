"""The line is back: noticed by its address, without a packet."""

import threading

import pytest

from sync.engine.watch import Watch, came_back, way_out


@pytest.mark.parametrize(
    ("before", "now", "back"),
    [
        ("", "", False),
        ("", "10.0.0.2", True),
        ("10.0.0.2", "10.0.0.2", False),
        ("10.0.0.2", "", False),
        ("10.0.0.2", "192.168.1.7", True),
        ("10.0.0.2", "10.0.0.2 fd00::2", True),
        ("10.0.0.2 fd00::2", "10.0.0.2", False),
    ],
)
def test_only_a_way_that_was_not_there_before_is_news(before, now, back):
    assert came_back(before, now) is back


def test_the_thread_tells_of_each_way_that_appears_and_stops_when_told():
    seen, twice = [], threading.Semaphore(0)
    looks = iter(["10.0.0.2", "10.0.0.2", "", "10.0.0.2", "192.168.1.7"])

    def back():
        seen.append(1)
        twice.release()

    watch = Watch(back, lambda: next(looks, "192.168.1.7"), every=0.0)
    watch.start()
    assert twice.acquire(timeout=10)
    assert twice.acquire(timeout=10)
    watch.stop()
    assert len(seen) == 2
    assert not watch._thread.is_alive()


def test_towards_a_hub_on_this_machine_there_is_always_a_way():
    assert "127.0.0.1" in way_out("127.0.0.1").split()
    assert way_out("hop.example") == way_out()


def test_a_watch_that_was_never_started_can_be_stopped():
    Watch(lambda: None).stop()
