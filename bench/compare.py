"""Comparing a revised document with the version before it: how long it takes, and what a window feels of it.

A book of so many pages in which one page is new, every tenth has another word, and one is gone.
"""

from __future__ import annotations

import os
import sys
import tempfile
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pymupdf
from _common import Figure, arguments, show
from _documents import sealed
from _window import Stalls, run, share, until
from PySide6.QtWidgets import QWidget

from reader.core.versions import Compared, compare_versions
from reader.pdf import PdfClient
from reader.ui.application import make_application
from reader.ui.garbage import spare_what_is_loaded

IDLE_MS = 8_000
LONGEST_S = 300.0


def main() -> None:
    """Measure once; the stalls are thousands of ticks of one run."""
    options = arguments(__doc__ or "", runs=1)
    pages = 12 if options.small else 300
    make_application(sys.argv[:1], "vi")
    with tempfile.TemporaryDirectory() as name:
        old, new = _write(Path(name), pages)
        figures = _measure(old, new, pages)
    left_out = "drawing what changed; the machine of a delegate, which has less to spare"
    show(f"Comparing {pages} pages with {pages}", figures, left_out, as_json=options.json)


def _measure(old: Path, new: Path, pages: int) -> list[Figure]:
    window = QWidget()
    window.show()
    spare_what_is_loaded()
    idle, stalls = Stalls(), Stalls()
    idle.start()
    run(IDLE_MS)
    idle.stop()
    client = PdfClient()
    told: list[float] = []
    try:
        with ThreadPoolExecutor(1) as thread:
            stalls.start()
            never = threading.Event()
            work = thread.submit(
                compare_versions, client, sealed(old), sealed(new), told.append, never.is_set
            )
            until(work.done, LONGEST_S)
            stalls.stop()
            compared: Compared = work.result()
    finally:
        client.close()
    taken = sum(late + 5 for late in stalls.late) / 1000
    return [
        Figure("from opening both to what changed", taken, "s"),
        Figure("places found", len(compared.spots), ""),
        Figure("stall of the window, p99", share(stalls.late, 0.99), "ms", 16.0),
        Figure("stall of the window, p99.9", share(stalls.late, 0.999), "ms", 50.0),
        Figure("stall of the window, longest", max(stalls.late), "ms"),
        Figure("stall of an idle window, p99", share(idle.late, 0.99), "ms"),
        Figure("stall of an idle window, longest", max(idle.late), "ms"),
    ]


def _write(folder: Path, pages: int) -> tuple[Path, Path]:
    def page(document: pymupdf.Document, number: int, word: str) -> None:
        made = document.new_page()
        for line in range(45):
            made.insert_text(
                (60, 60 + line * 16), f"{number} {line} " + f"{word} of a long report " * 4, fontsize=9
            )

    old, new = pymupdf.open(), pymupdf.open()
    for number in range(pages):
        page(old, number, "words")
        if number == pages // 3:
            page(new, pages, "something")
        if number != pages // 2:
            page(new, number, "others" if number % 10 == 0 else "words")
    old.save(folder / "old.pdf")
    new.save(folder / "new.pdf")
    return folder / "old.pdf", folder / "new.pdf"


if __name__ == "__main__":
    main()
