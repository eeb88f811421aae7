"""Marks that were made on another version than the one shown: where they stand on it.

What is worked out is kept on this laptop and nothing is sent: another laptop finds the same. A place that a
person chooses is their act, a new version of the mark.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

import msgspec
from msgspec import Struct

from reader.core.anchoring import Anchor, Page, Placed, anchor, quote_under
from reader.core.book import Book
from reader.core.mark_views import Elsewhere, Fate, MarkPiece, MarkView
from reader.core.opened import Opened, opened, plain_rows
from reader.core.views import MeetingView
from reader.pdf import DocumentSource, PdfClient
from sync.model.annotation import Mark, Quote, Rect, Stroke, held
from sync.model.ids import Digest, DocumentId, MeetingId
from sync.model.projection import MarkFact


class _Kept(Struct, frozen=True, array_like=True):
    fate: Fate
    pieces: tuple[tuple[int, tuple[Rect, ...], tuple[Stroke, ...]], ...] = ()
    quote: Quote | None = None


@dataclass(frozen=True)
class Due:
    """Marks of one version of a document that have to be looked for in the version shown now."""

    meeting: MeetingId
    document: DocumentId
    old: Digest
    new: Digest
    marks: tuple[MarkView, ...]
    """At the places they were made in."""


@dataclass(frozen=True)
class Found:
    """What became of each mark of a ``Due``, in its order."""

    due: Due
    places: tuple[Elsewhere, ...]


def due(view: MeetingView) -> tuple[Due, ...]:
    """What there is to look for, document by document, those that are wholly here."""
    wanted: dict[tuple[DocumentId, Digest, Digest], list[MarkView]] = {}
    documents = {one.id: one for item in view.items for one in item.documents if one.complete}
    for mark in view.marks:
        document = documents.get(mark.document)
        if document is not None and mark.fate is Fate.COMING:
            wanted.setdefault((document.id, mark.sha256, document.sha256), []).append(mark)
    return tuple(
        Due(view.card.id, document, old, new, tuple(marks)) for (document, old, new), marks in wanted.items()
    )


def find(
    pdf: PdfClient,
    due: Due,
    old: DocumentSource | None,
    new: DocumentSource,
    progress: Callable[[float], None],
    stopped: Callable[[], bool],
) -> Found:
    """Read both versions and look for the marks. ``old`` is None where its bytes are not here any more: then
    a mark's quotation alone has to find it. Blocks; any thread but the window's.

    Raises ``StoppedError``, ``PdfError`` when the new one can't be opened, what a source raises.
    """
    share, before = 0.0, []
    if old is not None:
        share = 0.5
        with opened(pdf, old, stopped) as document:
            before = _pages(document, lambda done: progress(share * done))
    with opened(pdf, new, stopped) as document:
        now = _pages(document, lambda done: progress(share + (1 - share) * done))
    placed = anchor(before, now, [_anchor(mark) for mark in due.marks], stopped)
    return Found(
        due, tuple(_elsewhere(due.new, mark, one, now) for mark, one in zip(due.marks, placed, strict=True))
    )


def keep(book: Book, found: Found) -> None:
    """Remember it: nothing is looked for twice. Raises ``SohopError(DISK_FULL)``."""
    due = found.due
    book.vault.placements.put(
        due.meeting,
        due.new,
        [(anchor_of(mark), _encoded(place)) for mark, place in zip(due.marks, found.places, strict=True)],
    )


def see(book: Book, marks: Iterable[MarkView], sha256: Digest) -> None:
    """The person knows now that these have moved on that version."""
    by_meeting: dict[MeetingId, list[bytes]] = {}
    for mark in marks:
        by_meeting.setdefault(mark.meeting, []).append(anchor_of(mark))
    for meeting, anchors in by_meeting.items():
        book.vault.placements.see(meeting, sha256, anchors)


def known(
    book: Book, meeting: MeetingId, facts: Sequence[MarkFact], current: Mapping[DocumentId, Digest]
) -> Mapping[bytes, tuple[Elsewhere, ...]]:
    """What was worked out before, by ``anchor_of``. Nothing is read where no mark is on another version."""
    if all(current.get(fact.mark.document) in (None, fact.mark.sha256) for fact in facts):
        return {}
    places: dict[bytes, list[Elsewhere]] = {}
    for row in book.vault.placements.of(meeting):
        kept = msgspec.json.decode(row.value, type=_Kept)
        pieces = tuple(MarkPiece(*piece) for piece in kept.pieces)
        seen = row.seen or kept.fate is not Fate.MOVED
        place = Elsewhere(row.sha256, kept.fate, pieces, seen, kept.quote)
        places.setdefault(row.anchor, []).append(place)
    return {name: tuple(found) for name, found in places.items()}


def by_hand(mark: Mark) -> Elsewhere:
    """Where an earlier version of a mark was: it stays there when that version of the document is read.

    What was worked out goes before it: it holds again when a place chosen by hand is taken back.
    """
    return Elsewhere(mark.sha256, Fate.HERE, (MarkPiece(mark.page, mark.rects, mark.strokes),))


def anchor_of(mark: Mark | MarkView) -> bytes:
    """A name for the place a mark was made in: an edit of its words leaves it where it is."""
    place = (mark.sha256, mark.page, mark.rects, mark.quote, mark.strokes)
    return hashlib.blake2b(msgspec.json.encode(place), digest_size=16).digest()


def _pages(document: Opened, progress: Callable[[float], None]) -> list[Page]:
    pages = []
    for page in range(document.pages):
        rows = plain_rows(document.words(page))
        pages.append(Page(rows, "" if rows else document.picture(page)))
        progress((page + 1) / document.pages)
    return pages


def _anchor(mark: MarkView) -> Anchor:
    return Anchor(mark.page, mark.rects or _around(mark.strokes), mark.quote)


def _around(strokes: Sequence[Stroke]) -> tuple[Rect, ...]:
    places = [place for stroke in strokes for place in stroke.places]
    if not places:
        return ()
    across, down = [x for x, _ in places], [y for _, y in places]
    return (Rect(min(across), min(down), max(across), max(down)),)


def _elsewhere(sha256: Digest, mark: MarkView, placed: Placed, pages: Sequence[Page]) -> Elsewhere:
    was = mark.rects or _around(mark.strokes)
    pieces = tuple(
        MarkPiece(piece.page, piece.rects if mark.rects else (), _shifted(mark.strokes, was, piece.rects))
        for piece in placed.pieces
    )
    fate = Fate(placed.outcome.value)
    guessed = fate is Fate.UNSURE and mark.quote is not None and bool(pieces)
    words = quote_under(pages[pieces[0].page], pieces[0].rects) if guessed else None
    return Elsewhere(sha256, fate, pieces, seen=fate is not Fate.MOVED, quote=words)


def _shifted(strokes: tuple[Stroke, ...], was: Sequence[Rect], now: Sequence[Rect]) -> tuple[Stroke, ...]:
    """What was drawn goes as far as its box."""
    if not strokes or not was or not now:
        return strokes
    across, down = now[0].x0 - was[0].x0, now[0].y0 - was[0].y0
    return tuple(
        msgspec.structs.replace(
            stroke,
            path=tuple(value for x, y in stroke.places for value in (held(x + across), held(y + down))),
        )
        for stroke in strokes
    )


def _encoded(place: Elsewhere) -> bytes:
    pieces = tuple((piece.page, piece.rects, piece.strokes) for piece in place.pieces)
    return msgspec.json.encode(_Kept(place.fate, pieces, place.quote))
