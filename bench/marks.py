"""Marks: turning pages with 20,000 of them in the document, and how soon a pen's stroke is seen.

The bare operation beside it is the same pages without marks.
"""

from __future__ import annotations

import os
import random
import statistics
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from _common import Figure, arguments, show
from _documents import sealed, text
from _window import View, open_view, share, turn, until
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from reader.core.views import MarkView, Trip
from reader.pdf import PdfClient
from reader.ui.application import make_application
from sync.model.annotation import Audience, Colour, MarkKind, Rect, Stroke
from sync.model.ids import Digest, DocumentId, MarkId, MeetingId

TURNS = 40
REST_MS = 120
STROKES = 6
STEPS = 120


def main() -> None:
    """Measure with and without marks."""
    options = arguments(__doc__ or "", runs=1)
    pages, count = (12, 400) if options.small else (300, 20_000)
    make_application(sys.argv[:1], "vi")
    client = PdfClient()
    with tempfile.TemporaryDirectory() as name:
        view, source = open_view(client, sealed(text(Path(name) / "t.pdf", pages)))
        bare = turn(view, 2, min(TURNS, view.pages - 4), REST_MS)
        marks = _marks(pages, count)
        began = time.perf_counter()
        view.set_marks(marks)
        set_ms = (time.perf_counter() - began) * 1000
        marked = turn(view, 2, min(TURNS, view.pages - 4), REST_MS)
        drawn = _draw(view)
        view.set_document(None)
        source.close()
        client.close()
    figures = [
        Figure("key → next page painted, no marks, p95", share(bare, 0.95), "ms"),
        Figure(f"key → next page painted, {count} marks, p95", share(marked, 0.95), "ms", 16.0),
        Figure("handing the marks to the pages", set_ms, "ms"),
        Figure("pen: from the pointer's step to its paint, p50", statistics.median(drawn), "ms"),
        Figure("pen: from the pointer's step to its paint, p95", share(drawn, 0.95), "ms", 16.0),
    ]
    show("Marks", figures, "a real pen and a real screen; the vault", as_json=options.json)


def _draw(view: View) -> list[float]:
    """One stroke after another over a page full of marks, as fast as a pointer reports."""
    view.draws = MarkKind.PEN
    pane, taken = view.viewport(), []
    for number in range(STROKES):
        at = QPoint(60, 80 + 70 * number)
        QTest.mousePress(pane, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
        for step in range(1, STEPS):
            at = QPoint(60 + 5 * step, 80 + 70 * number + (step * 7) % 40)
            moved = time.perf_counter()
            QTest.mouseMove(pane, at)
            until(lambda moved=moved: view.painted > moved)
            taken.append((view.painted - moved) * 1000)
        QTest.mouseRelease(pane, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    view.draws = None
    return taken


def _marks(pages: int, count: int) -> list[MarkView]:
    chance = random.Random(5)
    kinds = (MarkKind.HIGHLIGHT, MarkKind.UNDERLINE, MarkKind.PEN, MarkKind.RECTANGLE, MarkKind.NOTE)
    made = []
    for number in range(count):
        x, y = chance.uniform(60, 400), chance.uniform(60, 760)
        kind = kinds[number % len(kinds)]
        places = [value for step in range(40) for value in (x + 3 * step, y + chance.uniform(0, 12))]
        drawn = kind in (MarkKind.PEN, MarkKind.RECTANGLE)
        made.append(
            MarkView(
                id=MarkId(f"k-{number}"),
                meeting=MeetingId("m"),
                document=DocumentId("d"),
                sha256=Digest("0" * 64),
                page=number % pages,
                kind=kind,
                rects=() if drawn else (Rect(x, y, x + 120, y + 12),),
                quote=None,
                colour=list(Colour)[number % 4],
                text="" if kind is not MarkKind.NOTE else "ghi chú",
                audience=Audience.PRIVATE,
                at=datetime(2026, 12, 11, tzinfo=UTC),
                mine=True,
                author="",
                trip=Trip.SENT,
                strokes=(Stroke(tuple(places)),) if drawn else (),
            )
        )
    return made


if __name__ == "__main__":
    main()
