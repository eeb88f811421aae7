"""What measurements of the window share: how late its timer comes, memory, waiting."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtTest import QTest

from reader.core.views import Fit, Place
from reader.pdf import DocumentSource, PdfClient
from reader.ui.page.source import Opening, PageSource
from reader.ui.page.view import PageView

TICK_MS = 5
LONGEST_S = 20.0
SIZE = (732, 644)
"""Of the page view at 1366 × 768 with agenda and notes beside it."""


class View(PageView):
    """Notes when it has painted, and when a sharp picture of everything in sight."""

    painted = 0.0
    painted_sharp = 0.0

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        self.painted = time.perf_counter()
        if self.is_sharp:
            self.painted_sharp = self.painted


def open_view(client: PdfClient, data: DocumentSource) -> tuple[View, PageSource]:
    """A document on the screen, its first page sharp."""
    opening = Opening(client, data)
    opened: list[PageSource] = []
    opening.opened.connect(opened.append)
    until(lambda: bool(opened))
    view = View()
    view.resize(*SIZE)
    view.show()
    view.set_document(opened[0], Place(fit=Fit.WIDTH))
    until(lambda: view.is_sharp)
    return view, opened[0]


class Stalls:
    """How late a timer of the window comes."""

    def __init__(self) -> None:
        self.late: list[float] = []
        self._due = 0.0
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self._tick)

    def start(self) -> None:
        self._due = time.perf_counter() + TICK_MS / 1000
        self._timer.start()

    def stop(self) -> None:
        self._timer.stop()

    def _tick(self) -> None:
        now = time.perf_counter()
        self.late.append(max(0.0, now - self._due) * 1000)
        self._due = now + TICK_MS / 1000


def pss(pid: int | None) -> float | None:
    """The process's share of memory in MB, where the system tells."""
    rollup = Path(f"/proc/{pid}/smaps_rollup")
    if pid is None or not rollup.exists():
        return None
    found = next(line for line in rollup.read_text().splitlines() if line.startswith("Pss:"))
    return int(found.split()[1]) / 1024


def share(values: list[float], part: float) -> float:
    """The value that ``part`` (0 to 1) of them do not go beyond."""
    return sorted(values)[min(len(values) - 1, int(len(values) * part))]


def turn(view: View, start: int, times: int, rest_ms: int) -> list[float]:
    """From a key to the next page painted sharp, in ms, for somebody who skims."""
    view.go_to(start)
    until(lambda: view.is_sharp)
    taken = []
    for _ in range(times):
        run(rest_ms)
        pressed = time.perf_counter()
        QTest.keyClick(view, Qt.Key.Key_Right)
        until(lambda pressed=pressed: view.painted_sharp > pressed)
        taken.append((view.painted_sharp - pressed) * 1000)
    return taken


def run(ms: int) -> None:
    """Let the window live so long."""
    loop = QEventLoop()
    QTimer.singleShot(ms, loop.quit)
    loop.exec()


def until(done: Callable[[], bool], seconds: float = LONGEST_S) -> None:
    """Let it live until ``done``. Raises TimeoutError."""
    end = time.perf_counter() + seconds
    while not done():
        if time.perf_counter() > end:
            raise TimeoutError("nothing came")
        run(1)
