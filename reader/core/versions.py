"""Two versions of a document set against one another, with the places on the pages of the new one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from reader.core.comparing import Comparison, Edit, PageState, PageText, compare
from reader.core.opened import Opened, opened, plain_rows
from reader.core.page_texts import page_texts
from reader.pdf import DocumentSource, PdfClient, Rect, Word
from reader.pdf.protocol import WordRow
from sync.model.ids import Digest


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

    Raises ``StoppedError``, ``PdfError`` when either can't be opened, what a source raises.
    """
    with opened(pdf, old, stopped) as before, opened(pdf, new, stopped) as now:
        count = before.pages + now.pages
        old_pages = _read(before, lambda done: progress(done / count))
        old_texts = _texts(before, old_pages)
        new_pages = _read(now, lambda done: progress((before.pages + done) / count))
        rows: list[tuple[WordRow, ...]] = []
        new_texts = _texts(now, _kept(new_pages, rows))
        told = compare(old_texts, new_texts, stopped)
    return Compared(Digest(old.sha256), Digest(new.sha256), told, _spots(told, new_texts, rows))


def _read(document: Opened, progress: Callable[[int], None]) -> Iterator[tuple[Word, ...]]:
    for page in range(document.pages):
        yield document.words(page)
        progress(page + 1)


def _kept(pages: Iterable[tuple[Word, ...]], rows: list[tuple[WordRow, ...]]) -> Iterator[tuple[Word, ...]]:
    """``pages``, and each in ``rows`` as plain tuples: see ``plain_rows``."""
    for words in pages:
        rows.append(plain_rows(words))
        yield words


def _texts(document: Opened, pages: Iterable[Sequence[Word]]) -> list[PageText]:
    return [
        text if text.lines else replace(text, picture=document.picture(page))
        for page, text in enumerate(page_texts(pages))
    ]


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
