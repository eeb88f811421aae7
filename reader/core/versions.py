"""Two versions of a document set against one another, with the places on the pages of the new one."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Final, TypeVar

from reader.core.comparing import (
    ComparingStoppedError,
    Comparison,
    Edit,
    PageState,
    PageText,
    compare,
)
from reader.core.page_texts import page_texts
from reader.pdf import (
    DocumentId,
    DocumentInfo,
    DocumentSource,
    PdfClient,
    PdfError,
    Priority,
    Rect,
    Word,
)
from reader.pdf.protocol import WordRow
from sync.model.ids import Digest

_LOOK: Final = 0.5
"""Pixels a point at which pages without words are looked at: a changed figure still changes the picture."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Spot:
    """One place that changed. ``boxes`` are in points on the new page; none: the whole page is new."""

    page: int
    boxes: tuple[Rect, ...]
    removed: tuple[str, ...]
    added: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Compared:
    """What is shown of a comparison."""

    before: Digest
    now: Digest
    comparison: Comparison
    spots: tuple[Spot, ...]
    """From the first page to the last."""


def compare_versions(
    pdf: PdfClient,
    old: DocumentSource,
    new: DocumentSource,
    progress: Callable[[float], None],
    stopped: Callable[[], bool],
) -> Compared:
    """Read both and compare them: one page at a time, after whatever somebody waits for. Blocks; any thread
    but the window's. ``progress`` is told how far it is, 0 to 1.

    Raises ``ComparingStoppedError``, ``PdfError`` when either can't be opened, what a source raises.
    """
    with _opened(pdf, old) as before, _opened(pdf, new) as now:
        count = len(before.pages) + len(now.pages)
        old_pages = _read(pdf, before, lambda done: progress(done / count), stopped)
        old_texts = _texts(pdf, before, old_pages, stopped)
        first = len(before.pages)
        new_pages = _read(pdf, now, lambda done: progress((first + done) / count), stopped)
        rows: list[tuple[WordRow, ...]] = []
        new_texts = _texts(pdf, now, _kept(new_pages, rows), stopped)
        told = compare(old_texts, new_texts, stopped)
    return Compared(Digest(old.sha256), Digest(new.sha256), told, _spots(told, new_texts, rows))


@contextmanager
def _opened(pdf: PdfClient, source: DocumentSource) -> Iterator[DocumentInfo]:
    info = pdf.open(source).result()
    try:
        yield info
    finally:
        pdf.release(info.document)


def _read(
    pdf: PdfClient, info: DocumentInfo, progress: Callable[[int], None], stopped: Callable[[], bool]
) -> Iterator[tuple[Word, ...]]:
    for page in range(len(info.pages)):
        yield _one(pdf.words(info.document, page), stopped) or ()
        progress(page + 1)


def _kept(pages: Iterable[tuple[Word, ...]], rows: list[tuple[WordRow, ...]]) -> Iterator[tuple[Word, ...]]:
    """``pages``, and each in ``rows`` as plain tuples. Python's garbage collector stops looking at those, but
    not at named ones: hundreds of thousands of them would stall every thread for a fifth of a second.
    """
    for words in pages:
        rows.append(tuple(word[:] for word in words))
        yield words


def _texts(
    pdf: PdfClient, info: DocumentInfo, pages: Iterable[Sequence[Word]], stopped: Callable[[], bool]
) -> list[PageText]:
    return [
        text if text.lines else replace(text, picture=_picture(pdf, info.document, page, stopped))
        for page, text in enumerate(page_texts(pages))
    ]


def _picture(pdf: PdfClient, document: DocumentId, page: int, stopped: Callable[[], bool]) -> str:
    """What a page without words looks like; empty when it can't be painted."""
    pixels = _one(pdf.render(document, page, _LOOK, priority=Priority.TEXT), stopped)
    return "" if pixels is None else hashlib.sha256(pixels.data).hexdigest()


def _one(future: Future[T], stopped: Callable[[], bool]) -> T | None:
    """What one page gives; None for a page that can't be read."""
    if stopped():
        future.cancel()
        raise ComparingStoppedError
    try:
        return future.result()
    except PdfError:
        return None


def _spots(
    told: Comparison, texts: Sequence[PageText], rows: Sequence[Sequence[WordRow]]
) -> tuple[Spot, ...]:
    spots = []
    for one in told.pages:
        if one.state is PageState.NEW:
            spots.append(Spot(one.page, (), (), ()))
        elif one.state is PageState.CHANGED:
            for edit in one.edits:
                boxes = _boxes(edit, texts[one.page].places, rows[one.page])
                spots.append(Spot(one.page, boxes, edit.removed, edit.added))
    return tuple(spots)


def _boxes(edit: Edit, places: Sequence[int], rows: Sequence[WordRow]) -> tuple[Rect, ...]:
    """Around the words that came; where words only went, a box without width between their neighbours."""
    if edit.added:
        came = [Word._make(rows[place]) for place in places[edit.start : edit.end]]
        lines = [list(line) for _, line in groupby(came, key=lambda word: (word.block, word.line))]
        return tuple(
            Rect(line[0].x0, min(word.y0 for word in line), line[-1].x1, max(word.y1 for word in line))
            for line in lines
        )
    if edit.start > 0:
        word = Word._make(rows[places[edit.start - 1]])
        return (Rect(word.x1, word.y0, word.x1, word.y1),)
    word = Word._make(rows[places[0]])
    return (Rect(word.x0, word.y0, word.x0, word.y1),)
