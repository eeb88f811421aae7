"""Search over 5,000 pages: the index as it is built behind a window, its size, the time to first results.

Beside it a bare loop of pymupdf over the plain files, which finds only what is spelt and accented alike.
"""

from __future__ import annotations

import os
import random
import statistics
import tempfile
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import TypeVar

from _common import ROOT, Figure, arguments, show

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pymupdf
from PySide6.QtCore import QCoreApplication, QEventLoop, QTimer
from support.packets import PaperOffice

from reader.core.book import Book
from reader.core.indexing import Indexing, IndexView
from reader.core.searching import Search
from reader.pdf import PdfClient, extract, fold
from reader.store.chunk_lists import ChunkList
from reader.store.packets import recipe
from reader.ui.tasks import BookThread
from sync.model.ids import MeetingId

FONT = ROOT / "resources/third_party/source-serif-4/SourceSerif4_400Regular.ttf"
LINES, WORDS = 40, 11
T = TypeVar("T")
TICK_MS = 5
HEADS = "b c ch d đ g gi h kh l m n ng nh ph qu t th tr v"
MIDDLES = "a á à ả ạ ă ằ â ấ e è ẻ ế ề i í ì o ó ò ộ ố ồ ơ ớ ờ u ú ủ ư ứ ừ ươ ườ ướ iê iế uyề oà oá"
TAILS = "n ng nh t c m i p"
RARE = "đường liên thôn Suối Lam"
"""On one page in 250, the last of all among them."""


@dataclass
class Watch:
    """Gaps of a timer on the window's thread, and how long each visit to the vault's thread took."""

    gaps: list[float] = field(default_factory=list)
    visits: list[float] = field(default_factory=list)


def main() -> None:
    """Build, then search."""
    options = arguments(__doc__ or "", runs=20)
    documents, pages = (3, 8) if options.small else (50, 100)
    QCoreApplication([])
    with tempfile.TemporaryDirectory() as name:
        files = _make(Path(name) / "plain", documents, pages)
        books = BookThread()
        try:
            figures = _measure(Path(name) / "profile", books, files, documents * pages, options.runs)
        finally:
            books.stop()
        figures += _bare(files)
    left_out = (
        "painting the results. Time to first results is the vault thread's: the window asks 180 ms after "
        "the last key. The index is built with its rests, beside an idle window"
    )
    show("Search", figures, left_out, as_json=options.json)


def _measure(profile: Path, books: BookThread, files: list[Path], pages: int, runs: int) -> list[Figure]:
    done = threading.Event()
    books.open(lambda: _shelf(profile, files), done.set, lambda error: None)
    _until(done.is_set)
    before = books.wait(_size)
    idle: list[float] = []
    ends = time.perf_counter() + (0.2 if pages < 100 else 10.0)
    _until(lambda: time.perf_counter() > ends, idle)
    watch = Watch()
    taken = _index(books, watch)
    after = books.wait(_size)
    rng, syllables = random.Random(2), _syllables()
    common = rng.choices(syllables[:30], k=runs)
    pairs = [" ".join(rng.choices(syllables[:300], k=2)) for _ in range(runs)]
    figures = [
        Figure(f"index of {pages} pages, built", taken, "s"),
        Figure("pages a second, with the rests", pages / taken, "pages/s"),
        Figure("index, bytes a page", (after - before) / pages, "B"),
        Figure("stall of the window with nothing to do, p99", _share(idle, 99), "ms"),
        Figure("stall of the window with nothing to do, p99.9", _share(idle, 99.9), "ms"),
        Figure("stall of the window while indexing, p99", _share(watch.gaps, 99), "ms", 16.0),
        Figure("stall of the window while indexing, p99.9", _share(watch.gaps, 99.9), "ms", 50.0),
        Figure("vault thread, one visit while indexing, p50", _share(watch.visits, 50), "ms"),
        Figure("vault thread, one visit while indexing, p99", _share(watch.visits, 99), "ms"),
    ]
    for what, queries in (
        ("a rare phrase", [RARE] * runs),
        ("two syllables", pairs),
        ("a common syllable", common),
        ("nothing", ["zzz khong"] * runs),
    ):
        for how, key in (("with accents", str), ("without", fold)):
            first, whole = zip(*(_search(books, key(query)) for query in queries), strict=True)
            figures += [
                Figure(f"{what}, {how}: first results, p50", _share(first, 50), "ms", 50.0),
                Figure(f"{what}, {how}: first results, p95", _share(first, 95), "ms", 50.0),
                Figure(f"{what}, {how}: all results, p50", _share(whole, 50), "ms"),
            ]
    exact = [_search(books, RARE, exact=True) for _ in range(runs)]
    figures.append(
        Figure("a rare phrase, exactly: first results, p95", _share([f for f, _ in exact], 95), "ms", 50.0)
    )
    began = time.perf_counter()
    books.wait(lambda book: book.vault.packets.recall(MeetingId("m-0"), 1))
    figures.append(Figure("recall of a tenth of it, words gone", (time.perf_counter() - began) * 1000, "ms"))
    return figures


def _index(books: BookThread, watch: Watch) -> float:
    """Seconds until everything is in the index."""
    whole = threading.Event()

    def report(view: IndexView) -> None:
        if view.complete:
            whole.set()

    def on_book(work: Callable[[Book], T]) -> T:
        def timed(book: Book) -> T:
            began = time.perf_counter()
            try:
                return work(book)
            finally:
                watch.visits.append((time.perf_counter() - began) * 1000)

        return books.wait(timed)

    pdf = PdfClient()
    indexing = Indexing(on_book, partial(extract, pdf.background), report)
    began = time.perf_counter()
    indexing.start()
    _until(whole.is_set, watch.gaps)
    taken = time.perf_counter() - began
    indexing.stop()
    pdf.close()
    return taken


def _search(books: BookThread, query: str, *, exact: bool = False) -> tuple[float, float]:
    """Milliseconds to the first results (or to the end, when there are none), and to the end."""
    search = Search(query, exact=exact)
    began = time.perf_counter()
    first = 0.0
    while not search.finished:
        found = books.wait(search.more)
        if found and not first:
            first = (time.perf_counter() - began) * 1000
    whole = (time.perf_counter() - began) * 1000
    return first or whole, whole


def _bare(files: list[Path]) -> list[Figure]:
    """As the simplest reader would: every page of every file, once."""
    began = time.perf_counter()
    first = 0.0
    for path in files:
        with pymupdf.open(path) as document:
            for page in document:
                if page.search_for(RARE) and not first:
                    first = time.perf_counter() - began
    return [
        Figure("pymupdf over the plain files: first result", first * 1000, "ms"),
        Figure("pymupdf over the plain files: all results", (time.perf_counter() - began) * 1000, "ms"),
    ]


def _until(condition: Callable[[], bool], gaps: list[float] | None = None) -> None:
    """Let the window's loop run until ``condition``; note by how much a tick came too late."""
    loop = QEventLoop()
    last = time.perf_counter()

    def tick() -> None:
        nonlocal last
        now = time.perf_counter()
        if gaps is not None:
            gaps.append(max(0.0, (now - last) * 1000 - TICK_MS))
        last = now
        if condition():
            loop.quit()

    timer = QTimer()
    timer.setInterval(TICK_MS)
    timer.timeout.connect(tick)
    timer.start()
    loop.exec()


def _shelf(profile: Path, files: list[Path]) -> Book:
    """A laptop with ten meetings to come and all documents here."""
    office = PaperOffice()
    book = office.book(profile, office.lan)
    for number in range(10):
        meeting, mine = f"m-{number}", files[number::10]
        described = [
            (office.document(path.read_bytes(), f"{meeting}-{n}", f"Báo cáo {n}"), path.read_bytes())
            for n, path in enumerate(mine)
        ]
        item = office.item(*(one for one, _ in described))
        starts = datetime.now(UTC) + timedelta(days=1 + number)
        office.deliver(book.vault, office.manifest(item, meeting=meeting, starts=starts), item)
        for one, data in described:
            chunks = ChunkList.of(one.chunks)
            kept = book.vault.documents.begin(MeetingId(meeting), one.sha256, one.size, recipe(chunks))
            book.vault.documents.fill(kept, data, chunks)
    return book


def _size(book: Book) -> int:
    """Bytes of the database file, everything in it."""
    book.vault._database.checkpoint()
    return (book.vault.profile / "vault.db").stat().st_size


def _make(folder: Path, documents: int, pages: int) -> list[Path]:
    """Reports of made-up sentences, some syllables common and most rare, as in the language."""
    folder.mkdir()
    rng = random.Random(1)
    syllables = _syllables()
    weights = [1 / (rank + 3) for rank in range(len(syllables))]
    files = []
    for number in range(documents):
        document = pymupdf.open()
        for page_number in range(pages):
            page = document.new_page()
            page.insert_font(fontname="vn", fontfile=str(FONT))
            words = rng.choices(syllables, weights, k=LINES * WORDS)
            place = number * pages + page_number
            if place % 250 == 100 or place == documents * pages - 1:
                words[100:105] = RARE.split()
            lines = [" ".join(words[n : n + WORDS]) for n in range(0, len(words), WORDS)]
            page.insert_text((60, 70), lines, fontname="vn", fontsize=11, lineheight=1.6)
        path = folder / f"{number}.pdf"
        document.save(path, garbage=3, deflate=True)
        files.append(path)
    return files


def _syllables() -> list[str]:
    """Made of the parts that syllables of the language are made of; the first are the most common."""
    tails = ("", *TAILS.split())
    made = {head + middle + tail for head in HEADS.split() for middle in MIDDLES.split() for tail in tails}
    return random.Random(3).sample(sorted(made), 4_000)


def _share(values: list[float] | tuple[float, ...], percent: float) -> float:
    """That percentile."""
    ranked = sorted(values)
    if len(ranked) < 3:
        return statistics.median(ranked)
    return ranked[min(len(ranked) - 1, int(len(ranked) * percent / 100))]


if __name__ == "__main__":
    main()
