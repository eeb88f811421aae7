"""Threads of the conversation: each carries out one thing after another, and one of them has an alarm."""

from __future__ import annotations

import queue
import threading
from collections import deque
from collections.abc import Callable
from time import monotonic
from typing import Protocol

Work = Callable[[], object]


class Lane(Protocol):
    """Something that does one thing after another."""

    def do(self, work: Work) -> None:
        """After what was asked before."""

    def ring(self, at: float | None) -> None:
        """Ring at this moment of the monotonic clock; None: not at all."""


class Thread:
    """A lane on a thread of its own. A daemon: the program's end does not wait for a line that hangs."""

    def __init__(self, name: str, rang: Work = lambda: None) -> None:
        self._rang = rang
        self._works: queue.SimpleQueue[Work | None] = queue.SimpleQueue()
        self._at: float | None = None
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def do(self, work: Work) -> None:
        """From any thread."""
        self._works.put(work)

    def ring(self, at: float | None) -> None:
        """From any thread; takes the place of what was set before."""
        self._at = at
        self._works.put(lambda: None)  # whoever waits must look at the new time

    def end(self) -> None:
        """Let the thread end after what was asked so far."""
        self._works.put(None)

    def join(self, timeout: float) -> bool:
        """Wait for the end; True when it came."""
        if self._thread.ident is not None:
            self._thread.join(max(0.0, timeout))
        return not self._thread.is_alive()

    def _run(self) -> None:
        while True:
            at = self._at
            try:
                work = self._works.get(timeout=None if at is None else max(0.0, at - monotonic()))
            except queue.Empty:
                if self._at == at:
                    self._at = None
                    self._rang()
                continue
            if work is None:
                return
            work()


class Inline:
    """A lane on the caller's own thread, for the command line: it rings never."""

    def __init__(self) -> None:
        self._works: deque[Work] = deque()

    def do(self, work: Work) -> None:
        """When ``run`` comes to it."""
        self._works.append(work)

    def ring(self, at: float | None) -> None:
        """Nobody waits."""

    def run(self) -> None:
        """Until nothing is left."""
        while self._works:
            self._works.popleft()()


class Deaf(Inline):
    """Does nothing at all."""

    def do(self, work: Work) -> None:
        """Not even later."""
