"""What waits for the child when the client is closed."""

from __future__ import annotations

import threading
from concurrent.futures import wait

from reader.pdf.dispatch import Dispatcher, Priority, cancelled


def test_who_waits_for_what_is_cancelled_by_closing_goes_on() -> None:
    dispatcher = Dispatcher("test", lambda: None)
    began, may_end = threading.Event(), threading.Event()

    def slow() -> None:
        began.set()
        assert may_end.wait(20)

    running = dispatcher.submit(Priority.VISIBLE, slow)
    waiting = dispatcher.submit(Priority.VISIBLE, lambda: None)
    assert began.wait(20)
    dispatcher.stop()
    late = dispatcher.submit(Priority.VISIBLE, lambda: None)
    for future in (waiting, late, cancelled()):
        assert wait([future], 0).done == {future}
        assert future.cancelled()
    may_end.set()
    dispatcher.join()
    assert running.result() is None
