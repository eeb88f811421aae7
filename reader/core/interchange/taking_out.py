"""Marks to a file of the person's choice, in clear: an explicit export, in the format that the name asks for.

Three steps: ``gather`` on the vault's thread, ``make_…`` on one that may take its time (it asks the PDF
child), and ``written``. The signed original is read and never written.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Final

from reader.core import library, opining, standing
from reader.core.annotating import views
from reader.core.book import Book
from reader.core.exporting import Exported, write_export
from reader.core.interchange import xfdf
from reader.core.interchange.annotations import PIECE, annotations_of
from reader.core.interchange.listing import Sheaf, listed
from reader.core.interchange.markdown import markdown
from reader.core.interchange.problems import said_of
from reader.core.interchange.word import word
from reader.core.mark_views import on_version
from reader.core.plain import plain_line
from reader.core.views import MarkView
from reader.pdf import PdfClient, PdfError
from reader.pdf.annotating import Saying, annotated, frames, opened
from reader.pdf.stopping import go_on
from reader.resources import resource
from reader.store.documents import DocumentBytes
from reader.store.packets import StoredPacket
from sync.errors import Code, SohopError
from sync.model.ids import Digest, DocumentId, MeetingId

FONT: Final = "third_party/ibm-plex-sans/IBMPlexSans_400Regular.ttf"


class Format(StrEnum):
    """What can be written; the value is how the file's name ends."""

    PDF = "pdf"
    XFDF = "xfdf"
    WORD = "docx"
    MARKDOWN = "md"

    @property
    def on_pages(self) -> bool:
        """Places on the pages of one document, rather than a list."""
        return self in (Format.PDF, Format.XFDF)


def format_of(path: Path) -> Format:
    """By the end of the name. Raises ``SohopError(FORMAT_UNKNOWN)``."""
    try:
        return Format(path.suffix.lower().removeprefix("."))
    except ValueError:
        raise SohopError(Code.FORMAT_UNKNOWN, name=path.name) from None


@dataclass(frozen=True)
class OneDocument:
    """The version of a document that is on this laptop, and the marks on it, a piece for a page."""

    name: str
    source: DocumentBytes
    marks: tuple[MarkView, ...]


@dataclass(frozen=True)
class Gathered:
    """All that a file is made of."""

    owner: str
    now: datetime
    sheaves: tuple[Sheaf, ...]
    document: OneDocument | None = None
    elsewhere: int = 0
    """Marks of the document that were made on another version of it and have no certain place on this one."""


@dataclass(frozen=True)
class Made:
    """The bytes of a file, and how many marks are in it, each once on however many pages."""

    data: bytes
    count: int


def gather(
    book: Book,
    meeting: MeetingId | None,
    document: DocumentId | None = None,
    *,
    pages: bool = False,
    others: bool = False,
) -> Gathered:
    """This person's marks of a meeting or of all, or of one document of a meeting; ``others``: also what
    others shared. ``pages``: with the document itself, to put them on.

    Marks outlive a packet that was taken back: then page numbers and the person's own words are given, never
    a word of the document. Raises ``SohopError(PACKET_UNKNOWN)`` for a meeting that is not here;
    ``NOT_DOWNLOADED`` with ``pages``, when the document is not here or may not be read any more.
    """
    titles = _titles(book)
    chosen = {one: _marks(book, one, document, others=others) for one in titles if meeting in (None, one)}
    if meeting is not None and meeting not in chosen:
        raise SohopError(Code.PACKET_UNKNOWN)
    sheaves = tuple(_sheaf(book, one, titles[one], marks) for one, marks in chosen.items())
    owner, now = book.identity.person_name, book.now()
    if not pages or meeting is None or document is None:
        return Gathered(owner, now, sheaves)
    view = library.meeting(book, meeting)
    shown = view.document(document) if view is not None else None
    if shown is None or not shown.complete:
        raise SohopError(Code.NOT_DOWNLOADED)
    standing_here = [_standing(mark, shown.sha256) for mark in chosen[meeting]]
    here = tuple(piece for pieces in standing_here for piece in pieces)
    source = book.vault.documents.source(shown.sha256)
    elsewhere = sum(not pieces for pieces in standing_here)
    return Gathered(owner, now, sheaves, OneDocument(shown.name, source, here), elsewhere)


def make_list(
    gathered: Gathered,
    form: Format,
    language: str,
    progress: Callable[[float], None] = lambda _: None,
    stopped: Callable[[], bool] = lambda: False,
) -> Made:
    """A list to be read by people. May take seconds; any thread. Raises ``StoppedError``."""

    def tell(share: float) -> None:
        go_on(stopped)
        progress(share)

    notes = listed(gathered.sheaves, gathered.owner, gathered.now, language)
    if form is Format.WORD:
        return Made(word(notes, plain_line(gathered.owner), gathered.now, tell), notes.count)
    return Made(markdown(notes).encode(), notes.count)


def make_on_pages(
    pdf: PdfClient,
    document: OneDocument,
    form: Format,
    language: str,
    progress: Callable[[float], None] = lambda _: None,
    stopped: Callable[[], bool] = lambda: False,
) -> Made:
    """A copy of the document with its marks, or the marks alone as XFDF. Blocks; never on the window's thread
    nor on the client's.

    Raises ``StoppedError``; ``SohopError(PDF_…)`` for a document that can't be opened or allows no notes.
    """
    name = plain_line(document.name)
    try:
        with opened(pdf, document.source) as info:
            lie = frames(pdf, info)
            marks = annotations_of(document.marks, lie.pages, info.pages)
            count = len({one.name.partition(PIECE)[0] for one in marks})
            if form is Format.XFDF:
                return Made(xfdf.write(marks, f"{name}.pdf", lie.ids), count)
            saying = _saying(name, language)
            data = annotated(pdf, info, marks, saying, document.source.size, progress, stopped)
            return Made(data, count)
    except PdfError as error:
        raise said_of(error, name) from error


def written(made: Made, path: Path) -> Exported:
    """Write it, whole or not at all. Raises ``SohopError(DISK_FULL | FILE_REFUSED)``."""
    write_export(path, made.data)
    return Exported(path, made.count)


def _saying(name: str, language: str) -> Saying:
    """What the copy says of itself in its properties: it is not the document that was signed."""
    if language == "en":
        title = f"{name} – annotated copy"
        about = "A copy with somebody's notes. It is not the signed original."
    else:
        title = f"{name} – bản có ghi chú"
        about = "Bản sao có ghi chú của người đọc, không phải bản gốc đã ký."
    return Saying(title, about, resource(FONT).read_bytes())


def _titles(book: Book) -> dict[MeetingId, str]:
    """Every meeting that is or was on this laptop, with its title."""
    known = {one.meeting: one.title for one in book.vault.packets.recalled()}
    known.update((one.manifest.meeting.id, one.manifest.meeting.title) for one in book.vault.packets.all())
    return {meeting: title or meeting for meeting, title in known.items()}


def _marks(
    book: Book, meeting: MeetingId, document: DocumentId | None, *, others: bool
) -> tuple[MarkView, ...]:
    """At the places they were made in."""
    stored = book.vault.packets.current(meeting)
    me = book.identity
    people = {str(me.person): me.person_name} if stored is None else opining.names(book, stored)
    marks = views(book, meeting, book.project(meeting).marks, people, _versions(stored))
    return tuple(mark for mark in marks if (mark.mine or others) and document in (None, mark.document))


def _sheaf(book: Book, meeting: MeetingId, title: str, marks: Iterable[MarkView]) -> Sheaf:
    """A mark that goes on over several pages is one line of a list, where it begins."""
    stored = book.vault.packets.current(meeting)
    documents = [] if stored is None else [one for item in stored.items for one in item.documents]
    current = _versions(stored)
    places = tuple(
        next(iter(_standing(mark, current.get(mark.document, mark.sha256))), mark) for mark in marks
    )
    quoting = standing.readable(book, meeting) is not None
    return Sheaf(title, {str(one.id): one.name for one in documents}, places, quoting)


def _versions(stored: StoredPacket | None) -> dict[DocumentId, Digest]:
    """The version of each document that is shown."""
    return {} if stored is None else {one.id: one.sha256 for item in stored.items for one in item.documents}


def _standing(mark: MarkView, sha256: Digest) -> tuple[MarkView, ...]:
    """A mark as that version has it, once for each page; not where its place is a guess or not known."""
    return tuple(piece for piece in on_version(mark, sha256) if piece.current)
