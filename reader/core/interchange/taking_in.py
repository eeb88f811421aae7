"""Marks from elsewhere as this person's own private marks: those in a document's own file, in another copy of
it, in XFDF.

What is offered is read beside the vault (``offered_…``, on a thread that may take its time); ``Taking``
writes on the vault's, some at a time. Each mark is one act with an id made of what it is: the same annotation
taken twice is one mark, and one that was deleted since comes back only when it is taken in again.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Container, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from reader.core import annotating
from reader.core.book import Book
from reader.core.inspecting import FileSource
from reader.core.interchange import xfdf
from reader.core.interchange.annotations import PIECE, Drawn, drawn_of
from reader.core.interchange.problems import said_of
from reader.core.interchange.safe_xml import MAX_BYTES, NotSafeError
from reader.pdf import (
    DocumentInfo,
    DocumentSource,
    PageSize,
    PdfClient,
    PdfError,
    Priority,
    Selection,
    Word,
    quote,
)
from reader.pdf.annotating import Frames, frames, opened, read_annotations
from reader.pdf.annotations import Annotation
from reader.pdf.stopping import go_on
from reader.store.undo import Step
from sync.errors import Code, SohopError
from sync.model.annotation import Mark, MarkKind, Quote, Rect
from sync.model.events import DropMark, Event
from sync.model.ids import Digest, DocumentId, EventId, MarkId, MeetingId

MOST: Final = 20_000
"""Annotations taken from one file: as many as a document may be marked with."""
AT_ONCE: Final = 40
"""Acts written between two looks at whether it is still wanted."""
_EXACT: Final = 4_000
_QUOTED: Final = frozenset({MarkKind.HIGHLIGHT, MarkKind.UNDERLINE, MarkKind.STRIKE, MarkKind.NOTE})
_UNDONE: Final = 100
"""Marks that are undone one by one in no time."""
_ALIKE: Final = 1.0
"""Points by which a page of a copy may differ from the document's."""


@dataclass(frozen=True)
class Found:
    """A mark that may be taken in, with the words it stands on."""

    drawn: Drawn
    quote: Quote | None = None


@dataclass(frozen=True)
class Offer:
    """What a file has. ``others`` are remarks of kinds that can't be taken in (stamps, sounds, files),
    ``lost`` those whose page or place the document has not; ``whole`` is False when the file has even more.
    """

    found: tuple[Found, ...]
    others: int
    lost: int
    whole: bool


def offered_by_document(
    pdf: PdfClient,
    source: DocumentSource,
    name: str,
    progress: Callable[[float], None] = lambda _: None,
    stopped: Callable[[], bool] = lambda: False,
) -> Offer:
    """What stands in the document's own file. Raises ``StoppedError``, ``SohopError(PDF_…)``."""
    try:
        with opened(pdf, source) as info:
            lie = frames(pdf, info)
            read = read_annotations(pdf, info, MOST, progress, stopped)
            placed = _Placed(info, lie, info.pages)
            return placed.offer(pdf, info, read.annotations, read.others, read.whole, stopped)
    except PdfError as error:
        raise said_of(error, name) from error


def offered_by_file(
    pdf: PdfClient,
    path: Path,
    source: DocumentSource,
    name: str,
    progress: Callable[[float], None] = lambda _: None,
    stopped: Callable[[], bool] = lambda: False,
) -> Offer:
    """What an XFDF file, or a copy of the document with annotations, has for the document ``source``.

    Raises ``StoppedError``; ``SohopError(FORMAT_UNKNOWN | NOTES_FILE_WRONG | FILE_… | PDF_…)``.
    """
    suffix = path.suffix.lower()
    if suffix not in (".xfdf", ".pdf"):
        raise SohopError(Code.FORMAT_UNKNOWN, name=path.name)
    try:
        with opened(pdf, source) as info:
            if suffix == ".xfdf":
                told = _read_xfdf(path)
                placed = _Placed(info, frames(pdf, info), info.pages)
                return placed.offer(pdf, info, told.annotations, told.others, told.whole, stopped)
            try:
                with opened(pdf, FileSource(path)) as copy:
                    read = read_annotations(pdf, copy, MOST, progress, stopped)
                    placed = _Placed(copy, frames(pdf, copy), info.pages)
                    return placed.offer(pdf, info, read.annotations, read.others, read.whole, stopped)
            except PdfError as error:
                raise said_of(error, path.name) from error
    except PdfError as error:
        raise said_of(error, name) from error


def _read_xfdf(path: Path) -> xfdf.Read:
    source = FileSource(path)
    if source.size > MAX_BYTES:
        raise SohopError(Code.NOTES_FILE_WRONG, name=path.name)
    data = bytearray(source.size)
    source.read_into(memoryview(data))
    try:
        return xfdf.read(bytes(data), MOST)
    except NotSafeError as error:
        raise SohopError(Code.NOTES_FILE_WRONG, name=path.name) from error


@dataclass(frozen=True)
class _Placed:
    """Where annotations lie: on the pages of the file they are from, as far as those are the document's."""

    theirs: DocumentInfo
    lie: Frames
    pages: Sequence[PageSize]

    def offer(
        self,
        pdf: PdfClient,
        info: DocumentInfo,
        annotations: Iterable[Annotation],
        others: int,
        whole: bool,
        stopped: Callable[[], bool],
    ) -> Offer:
        """``info`` is the document's, which is open: its words are quoted."""
        found: list[Found] = []
        lost = 0
        words: tuple[int, Sequence[Word]] = (-1, ())
        for annotation in annotations:
            page = annotation.page
            drawn = drawn_of(annotation, self.lie.pages[page], self.pages[page]) if self._same(page) else ()
            lost += not drawn
            for one in drawn:
                if one.kind in _QUOTED and one.rects and words[0] != page:
                    go_on(stopped)
                    words = page, _words(pdf, info, page)
                found.append(Found(one, quote_at(words[1], one.rects) if one.kind in _QUOTED else None))
        return Offer(tuple(found), others, lost, whole)

    def _same(self, page: int) -> bool:
        if page >= len(self.pages) or page >= len(self.theirs.pages):
            return False
        here, there = self.pages[page], self.theirs.pages[page]
        return abs(here.width - there.width) <= _ALIKE and abs(here.height - there.height) <= _ALIKE


def _words(pdf: PdfClient, info: DocumentInfo, page: int) -> Sequence[Word]:
    try:
        return pdf.words(info.document, page, Priority.TEXT).result()
    except PdfError:
        return ()  # a page that can't be read has marks without quotations


def quote_at(words: Sequence[Word], rects: Sequence[Rect]) -> Quote | None:
    """The words whose middle lies in one of these, with what stands around them; None when they are no
    passage.
    """
    inside = [number for number, word in enumerate(words) if _covered(word, rects)]
    if not inside or inside[-1] - inside[0] + 1 != len(inside):
        return None
    told = quote(words, Selection(inside[0], inside[-1]))
    if len(told.exact) > _EXACT:
        return None
    return Quote(exact=told.exact, prefix=told.prefix, suffix=told.suffix)


def _covered(word: Word, rects: Sequence[Rect]) -> bool:
    x, y = (word.x0 + word.x1) / 2, (word.y0 + word.y1) / 2
    return any(rect.x0 <= x <= rect.x1 and rect.y0 <= y <= rect.y1 for rect in rects)


@dataclass
class Taking:
    """Writes what was offered. Made and used on the vault's thread."""

    book: Book
    meeting: MeetingId
    document: DocumentId
    sha256: Digest
    taken: dict[MarkId, EventId] = field(default_factory=dict)
    known: int = 0
    """These were there already."""

    def __post_init__(self) -> None:
        me = self.book.identity.person
        standing = [fact.mark for fact in self.book.project(self.meeting).marks if fact.person == me]
        self._here = {mark.id for mark in standing}
        self._mine = {(mark.id, mark.text) for mark in standing}
        self._gone = {
            one.event.body.id
            for one in self.book.vault.events.of_kinds(self.meeting, DropMark)
            if isinstance(one.event, Event)
            and one.event.person == me
            and isinstance(one.event.body, DropMark)
        }

    def take(self, found: Iterable[Found]) -> None:
        """Write these, each as one act, all durable when this returns. Raises ``SohopError(DISK_FULL)``; then
        none of them is written.
        """
        made: dict[MarkId, EventId] = {}
        known = 0
        with self.book.vault.transaction():
            for one in found:
                mark = self._id(one.drawn, made)
                if mark is None:
                    known += 1
                else:
                    made[mark] = annotating.write(self.book, self.meeting, self._mark(mark, one))
        self.known += known
        self.taken.update(made)

    def finish(self) -> None:
        """Nothing more comes. Few enough can be undone like anything else that was done in the document."""
        if self.taken and len(self.taken) <= _UNDONE:
            steps = [Step((), (event,)) for event in self.taken.values()]
            self.book.vault.undo.push(self.meeting, self.document, steps)

    def take_back(self) -> None:
        """Delete what was taken and was not changed since. Raises ``SohopError(DISK_FULL)``: nothing was."""
        standing = annotating.heads(self.book, self.meeting)
        with self.book.vault.transaction():
            for mark, event in self.taken.items():
                if standing.get(mark) == (event,):
                    self.book.act(self.meeting, DropMark(id=mark, versions=(event,)))

    def _mark(self, mark: MarkId, one: Found) -> Mark:
        drawn = one.drawn
        return Mark(
            id=mark,
            document=self.document,
            sha256=self.sha256,
            page=drawn.page,
            kind=drawn.kind,
            rects=drawn.rects,
            quote=one.quote,
            strokes=drawn.strokes,
            width=drawn.width,
            colour=drawn.colour,
            text=drawn.text,
        )

    def _id(self, drawn: Drawn, new: Container[MarkId]) -> MarkId | None:
        """None when it is here. A tombstone is for ever: what was deleted comes back under the next id."""
        if (drawn.name.partition(PIECE)[0], drawn.text) in self._mine:
            return None
        for turn in range(1_000):
            what = "\x00".join((self.meeting, self.document, drawn.key, str(turn)))
            mark = MarkId(f"m-{hashlib.sha256(what.encode()).hexdigest()[:20]}")
            if mark in self._here or mark in self.taken or mark in new:
                return None
            if mark not in self._gone:
                return mark
        return None
