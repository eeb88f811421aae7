"""A fling through 300 pages of text and through a 400 MB scan, in the real page view, from encrypted blocks.

How long the window stalls, how soon pages are sharp when they stand, from key to paint, and memory; beside
them a bare pymupdf loop over the plain file, which would stall a window for every page.
"""

from __future__ import annotations

import os
import random
import statistics
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pymupdf
from _common import Figure, arguments, show
from _documents import scan, sealed, text
from _window import SIZE, Stalls, View, open_view, pss, run, share, turn, until
from PySide6.QtWidgets import QWidget

from reader.pdf import PdfClient
from reader.ui.application import make_application

FRAME_MS = 16
FLINGS = 12
TURNS = 40
JUMPS = 30
REST_MS = 220
"""Between two page turns of somebody who skims."""
IDLE_MS = 8_000
"""What the machine does to a window that does nothing."""


def main() -> None:
    """Measure both documents."""
    options = arguments(__doc__ or "", runs=1)
    pages, megabytes = (12, 16) if options.small else (300, 400)
    make_application(sys.argv[:1], "vi")
    figures: list[Figure] = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        figures += _measure("text", text(folder / "t.pdf", pages), options.runs)
        figures += _measure("scan", scan(folder / "s.pdf", megabytes), options.runs)
    left_out = (
        "a real screen (frames go into memory) and a real mouse; the engine's threads; "
        "memory elsewhere than on Linux"
    )
    show("Scrolling, from encrypted blocks", figures, left_out, as_json=options.json)


def _measure(what: str, path: Path, runs: int) -> list[Figure]:
    size = path.stat().st_size / 2**20
    source = sealed(path)
    bare_window = _bare_window()
    idle = Stalls()
    idle.start()
    run(IDLE_MS)
    idle.stop()
    client = PdfClient()
    stalls = Stalls()
    sharp: list[float] = []
    turned: list[float] = []
    jumped: list[float] = []
    try:
        view, pages = open_view(client, source)
        zoom = view.sheets()[0].frame.scale
        stalls.start()
        for _ in range(runs):
            sharp += _fling(view)
            turned += turn(view, view.pages // 3, min(TURNS, view.pages // 2), REST_MS)
            jumped += _jump(view)
        stalls.stop()
        window, child = pss(os.getpid()), pss(client.child_pid)
        view.set_document(None)
        pages.close()
        view.deleteLater()
    finally:
        client.close()
    bare = _bare_loop(path, zoom)
    figures = [
        Figure(f"{what}: stall of the window, p99", share(stalls.late, 0.99), "ms", 16.0),
        Figure(f"{what}: stall of the window, p99.9", share(stalls.late, 0.999), "ms", 50.0),
        Figure(f"{what}: stall of the window, longest", max(stalls.late), "ms"),
        Figure(f"{what}: stall of an idle window, p99", share(idle.late, 0.99), "ms"),
        Figure(f"{what}: stall of an idle window, p99.9", share(idle.late, 0.999), "ms"),
        Figure(f"{what}: stall of an idle window, longest", max(idle.late), "ms"),
        Figure(f"{what}: pages stand → sharp, p50", statistics.median(sharp), "ms"),
        Figure(f"{what}: pages stand → sharp, p95", share(sharp, 0.95), "ms"),
        Figure(f"{what}: jump → sharp page painted, p50", statistics.median(jumped), "ms"),
        Figure(f"{what}: jump → sharp page painted, p95", share(jumped, 0.95), "ms"),
        Figure(f"{what}: key → sharp next page painted, p50", statistics.median(turned), "ms"),
        Figure(f"{what}: key → sharp next page painted, p95", share(turned, 0.95), "ms", 16.0),
        Figure(f"{what}: bare pymupdf, a page, p50", statistics.median(bare), "ms"),
        Figure(f"{what}: bare pymupdf, a page, p95", share(bare, 0.95), "ms"),
        Figure(f"{what}: the document", size, "MB"),
    ]
    if window is not None and child is not None and bare_window is not None:
        figures += [
            Figure(f"{what}: memory of the window beyond a bare one", window - bare_window, "MB", 150.0),
            Figure(f"{what}: memory of the child beyond the document", child - size, "MB", 200.0),
        ]
    return figures


def _fling(view: View) -> list[float]:
    """Through the whole document in so many flings; how long after each the page is sharp."""
    bar = view.verticalScrollBar()
    bar.setValue(0)
    taken = []
    for number in range(1, FLINGS + 1):
        start, goal = bar.value(), bar.maximum() * number // FLINGS
        frames = 40
        for frame in range(1, frames + 1):
            # Fast at first, then slower and slower, as a wheel or a finger lets go.
            way = 1.0 - (1.0 - frame / frames) ** 3
            bar.setValue(round(start + (goal - start) * way))
            run(FRAME_MS)
        stood = time.perf_counter()
        until(lambda: view.is_sharp and view.painted_sharp > 0)
        taken.append(max(0.0, time.perf_counter() - stood) * 1000)
        run(REST_MS)
    return taken


def _jump(view: View) -> list[float]:
    """From a jump to a page far away until it is painted sharp."""
    chance = random.Random(4)
    taken = []
    for _ in range(JUMPS):
        run(REST_MS)
        page = (view.page + chance.randrange(view.pages // 4, 3 * view.pages // 4)) % view.pages
        began = time.perf_counter()
        view.leap(page)
        until(lambda began=began: view.painted_sharp > began)
        taken.append((view.painted_sharp - began) * 1000)
    return taken


def _bare_loop(path: Path, zoom: float) -> list[float]:
    taken = []
    with pymupdf.open(path) as document:
        for page in list(document)[:: max(1, len(document) // 60)]:
            began = time.perf_counter()
            page.get_pixmap(matrix=pymupdf.Matrix(zoom, zoom))
            taken.append((time.perf_counter() - began) * 1000)
    return taken


def _bare_window() -> float | None:
    window = QWidget()
    window.resize(*SIZE)
    window.show()
    run(50)
    memory = pss(os.getpid())
    window.close()
    return memory


if __name__ == "__main__":
    main()
