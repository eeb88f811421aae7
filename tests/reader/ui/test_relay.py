"""From other threads to the window's, and what is let go of there."""

from __future__ import annotations

import threading
import weakref
from concurrent.futures import Future, ThreadPoolExecutor

import shiboken6
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.ui.garbage import Collector
from reader.ui.relay import Channel, expect


class Screen(QObject):
    """Hears on the window's thread."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[object] = []
        self.me: Screen | None = None
        self.threads: set[int] = set()

    def hear(self, *what: object) -> None:
        self.heard += what
        self.threads.add(threading.get_ident())

    def hear_future(self, done: Future[str]) -> None:
        self.hear(done.result())


def test_an_answer_comes_on_the_windows_thread(qtbot: QtBot) -> None:
    screen = Screen()
    with ThreadPoolExecutor(1) as pool:
        expect(pool.submit(lambda: "answer"), screen.hear_future)
    assert screen.heard == []
    qtbot.waitUntil(lambda: screen.heard == ["answer"], timeout=5_000)
    assert screen.threads == {threading.get_ident()}


def test_what_was_cancelled_is_not_answered(qtbot: QtBot) -> None:
    screen = Screen()
    asked: Future[str] = Future()
    expect(asked, screen.hear_future)
    asked.cancel()
    last: Future[str] = Future()
    expect(last, screen.hear_future)
    last.set_result("last")
    qtbot.waitUntil(lambda: screen.heard == ["last"], timeout=5_000)


def test_a_channel_delivers_in_order_until_it_is_closed(qtbot: QtBot) -> None:
    screen = Screen()
    channel = Channel(screen.hear)
    send = channel.send()
    with ThreadPoolExecutor(1) as pool:
        for number in range(50):
            pool.submit(send, number)
    qtbot.waitUntil(lambda: screen.heard == list(range(50)), timeout=5_000)
    send("under way")
    channel.close()
    last: Future[str] = Future()
    expect(last, screen.hear_future)
    last.set_result("last")
    qtbot.waitUntil(lambda: screen.heard[-1] == "last", timeout=5_000)
    assert "under way" not in screen.heard


def test_who_waits_is_held_by_no_other_thread(qtbot: QtBot) -> None:
    screen = Screen()
    seen, heard = weakref.ref(screen), screen.heard
    asked: Future[str] = Future()
    channel = Channel(screen.hear)
    send = channel.send()
    channel.close()
    expect(asked, screen.hear_future)
    asked.set_result("answer")  # all that is left of it on the other thread is the future and `send`
    qtbot.waitUntil(lambda: heard == ["answer"], timeout=5_000)
    del screen
    assert seen() is None
    send("to nobody")


def test_qt_objects_in_a_cycle_go_on_the_windows_thread_only(qtbot: QtBot, qapp: QApplication) -> None:
    collector = Collector(qapp)
    gone: list[int] = []
    screen = Screen()
    screen.me = screen
    weakref.finalize(screen, lambda: gone.append(threading.get_ident()))
    del screen

    with ThreadPoolExecutor(1) as pool:  # so many that Python would collect hundreds of times
        kept = pool.submit(lambda: [[number] for number in range(200_000)]).result()
    assert gone == []
    qtbot.waitUntil(lambda: bool(gone), timeout=5_000)
    assert gone == [threading.get_ident()]
    assert len(kept) == 200_000
    shiboken6.delete(collector)
