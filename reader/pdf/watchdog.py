"""Ends what takes too long: one thread for any number of time limits, asleep while they are kept."""

from __future__ import annotations

import math
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager


class Watchdog:
    """Calls ``strike`` when a block is still under way after its time; one block at a time."""

    def __init__(self, name: str, strike: Callable[[], None]) -> None:
        self._strike = strike
        self._changed = threading.Condition()
        self._until = math.inf
        self._wakes = math.inf
        self._closed = False
        self._thread = threading.Thread(target=self._watch, name=name, daemon=True)
        self._thread.start()

    @contextmanager
    def limit(self, seconds: float) -> Iterator[None]:
        """The block may take ``seconds``. Once it is left, its time can't strike any more."""
        with self._changed:
            self._until = time.monotonic() + seconds
            # One that wakes for an earlier limit looks for itself: to wake it each time costs more than
            # many a block.
            if self._until < self._wakes:
                self._changed.notify()
        try:
            yield
        finally:
            with self._changed:
                self._until = math.inf

    def close(self) -> None:
        """End the thread and wait for it."""
        with self._changed:
            self._closed = True
            self._changed.notify()
        self._thread.join()

    def _watch(self) -> None:
        with self._changed:
            while not self._closed:
                left = self._until - time.monotonic()
                if left <= 0:
                    self._until = math.inf
                    self._strike()
                    continue
                self._wakes = self._until
                self._changed.wait(None if left == math.inf else left)
