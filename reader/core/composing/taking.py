"""Files and folders on the way into a packet: counted before anything is read, looked at one by one, kept.

What is no document is named with its reason; the others go in all the same.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Sequence
from concurrent.futures import CancelledError
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from pathlib import Path, PurePath
from typing import Final

from reader.core.book import Book
from reader.core.composing import composition as steps
from reader.core.composing import drafting
from reader.core.composing.arranging import ordered
from reader.core.composing.composition import ComposedDocument
from reader.core.composing.looking import Looked, look, look_converted
from reader.core.converting import ENDINGS, program
from reader.core.plain import plain_line
from reader.core.services import OnBook
from reader.pdf import PdfClient
from reader.pdf.stopping import StoppedError, go_on
from sync.errors import SohopError
from sync.model.ids import DocumentRef, ItemRef, MeetingId

MOST_DOCUMENTS: Final = 500
"""In one packet."""
MOST_BYTES: Final = 250_000_000
"""Of one document: over four hours on a line of 128 kbit/s."""
MOST_ENTRIES: Final = 20_000
"""Of a folder and what is below it: it is looked through no further."""
DEEPEST: Final = 8
"""Folders in one another whose files are taken."""
_SHOWN: Final = 120
_UNSEEN: Final = ("thumbs.db", "desktop.ini")


class Reason(StrEnum):
    """Why a file is no document."""

    WORD = "word"
    """It would have to be made PDF, and there is no LibreOffice here."""
    HAS_PDF = "has_pdf"
    """A PDF file of the same name lies beside it: that one is the document."""
    NOT_PDF = "not_pdf"
    TOO_LARGE = "too_large"
    TOO_MANY = "too_many"
    EMPTY = "empty"
    TOO_DEEP = "too_deep"
    """A folder in so many others that its files are left out."""
    CLOSED = "closed"
    """A folder that may not be read."""
    ENDLESS = "endless"
    """More entries than anybody looks through."""
    ITEM_GONE = "item_gone"
    """The item that it was for was removed meanwhile."""


@dataclass(frozen=True)
class Wrong:
    """A file that does not go in, by a name fit to be shown. ``error`` says why where ``reason`` is None."""

    name: str
    reason: Reason | None = None
    error: SohopError | None = None


@dataclass(frozen=True)
class Listing:
    """What was pointed at. ``files`` are PDF files, and those that can be made PDF here, by their path inside
    the folder, in order; none where ``over`` says of what it is too much."""

    files: tuple[tuple[str, Path], ...] = ()
    wrong: tuple[Wrong, ...] = ()
    over: Reason | None = None


@dataclass(frozen=True)
class Basket:
    """Files for one item: one that is there, or a new one with a title."""

    files: tuple[Path, ...]
    item: str = ""
    title: str = ""


@dataclass(frozen=True)
class Twice:
    """A document whose bytes the packet had: both with the numbers of their items, for the names are mostly
    the same."""

    name: str
    item: int
    other: str
    other_item: int


@dataclass(frozen=True)
class Taken:
    """What became of files."""

    documents: tuple[DocumentRef, ...]
    items: tuple[ItemRef, ...]
    """That were made for them."""
    wrong: tuple[Wrong, ...]
    twice: tuple[Twice, ...]


def shown(name: str) -> str:
    """A file's name as it is told: plain, and cut."""
    plain = plain_line(name)
    return plain if len(plain) <= _SHOWN else plain[: _SHOWN - 1] + "…"


def list_files(
    paths: Sequence[Path],
    have: int,
    stopped: Callable[[], bool] = lambda: False,
    *,
    converts: bool = False,
) -> Listing:
    """Files, and folders with all that is in them, as one list. ``have``: documents of the packet so far;
    ``converts``: there is a LibreOffice.

    Nothing is read but the folders. Links to folders are not followed. Blocks; raises ``StoppedError``.
    """
    files: list[tuple[str, Path]] = []
    wrong: list[Wrong] = []
    left = MOST_ENTRIES
    found: list[tuple[str, Path]] = []
    for path in paths:
        if os.path.isdir(path):
            inside, left = _walk(path, left, wrong, stopped)
            found += inside
        else:
            found.append((path.name, path))
    ready = {one.with_suffix("") for _, one in found if one.suffix.lower() == ".pdf"}
    for name, one in found:
        go_on(stopped)
        reason = _reason(one, converts=converts)
        if reason is None and _ending(one) in ENDINGS and one.with_suffix("") in ready:
            reason = Reason.HAS_PDF
        if reason is None and not one.name.startswith("~$"):
            files.append((name, one))
        elif reason and one.name.lower() not in _UNSEEN and not one.name.startswith((".", "~$")):
            wrong.append(Wrong(shown(one.name), reason))
    if left < 0 or have + len(files) > MOST_DOCUMENTS:
        return Listing(over=Reason.ENDLESS if left < 0 else Reason.TOO_MANY)
    by_name: dict[str, list[Path]] = {}
    for name, one in files:
        by_name.setdefault(name, []).append(one)
    return Listing(
        tuple((name, one) for name in ordered(list(by_name)) for one in by_name[name]), tuple(wrong)
    )


def take(
    baskets: Sequence[Basket],
    client: PdfClient,
    on_book: OnBook,
    meeting: MeetingId,
    tell: Callable[[float], None] = lambda share: None,
    stopped: Callable[[], bool] = lambda: False,
) -> Taken:
    """Look at every file, keep those that can be documents, and put them in as one step.

    Blocks; on a thread of its own. ``client`` must have nothing else to do: files are tried with it.
    Raises ``SohopError(DISK_FULL | PACKET_UNKNOWN)``, ``StoppedError``: then the packet is as it was, and
    nothing is kept of the files.
    """
    try:
        return _take(baskets, client, on_book, meeting, tell, stopped)
    except (SohopError, StoppedError, CancelledError):  # the last: the client was closed, to end its wait
        on_book(lambda book: drafting.sweep(book, meeting))
        raise


def _take(
    baskets: Sequence[Basket],
    client: PdfClient,
    on_book: OnBook,
    meeting: MeetingId,
    tell: Callable[[float], None],
    stopped: Callable[[], bool],
) -> Taken:
    count = sum(len(basket.files) for basket in baskets)
    kept: list[tuple[Basket, list[ComposedDocument]]] = []
    wrong: list[Wrong] = []
    done = 0
    soffice = on_book(program)
    for basket in baskets:
        documents: list[ComposedDocument] = []
        for path in basket.files:
            looked = _looked(path, soffice, client, stopped, wrong)
            if looked is not None:
                documents.append(on_book(partial(drafting.add_file, meeting=meeting, looked=looked)))
            done += 1
            tell(done / count)
        kept.append((basket, documents))
    go_on(stopped)
    return on_book(lambda book: _put(book, meeting, kept, tuple(wrong)))


def exchange(
    path: Path,
    document: str,
    client: PdfClient,
    on_book: OnBook,
    meeting: MeetingId,
    stopped: Callable[[], bool] = lambda: False,
) -> tuple[Wrong, ...]:
    """Another file for a document, whose id and words stay; or why it can't be. Raises as ``take``."""
    wrong: list[Wrong] = []
    looked = _looked(path, on_book(program), client, stopped, wrong)
    if looked is not None:

        def put(book: Book) -> None:
            packet = drafting.packet_of(book, meeting)
            if all(one.id != document for _, one in packet.documents()):
                return  # removed meanwhile
            with book.vault.transaction():
                file = drafting.add_file(book, meeting, looked).file
                drafting.save(book, steps.set_document(packet, document, file=file))

        on_book(put)
    return tuple(wrong)


def _looked(
    path: Path, soffice: Path | None, client: PdfClient, stopped: Callable[[], bool], wrong: list[Wrong]
) -> Looked | None:
    go_on(stopped)
    reason = _reason(path, converts=soffice is not None)  # it may have grown since it was listed
    if reason is not None:
        wrong.append(Wrong(shown(path.name), reason))
        return None
    try:
        if _ending(path) in ENDINGS:
            return look_converted(path, soffice, client, stopped)
        return look(path, client, stopped)
    except SohopError as error:
        wrong.append(Wrong(shown(path.name), error=SohopError(error.code, name=shown(path.name))))
        return None


def _put(
    book: Book,
    meeting: MeetingId,
    kept: Sequence[tuple[Basket, Sequence[ComposedDocument]]],
    wrong: tuple[Wrong, ...],
) -> Taken:
    packet = drafting.packet_of(book, meeting)
    known = {
        document.file: (document.id, document.name, number)
        for number, one in enumerate(packet.items, 1)
        for document in one.documents
    }
    twice: list[Twice] = []
    items: list[ItemRef] = []
    put: list[DocumentRef] = []
    for basket, documents in kept:
        if not documents:
            continue
        item = basket.item
        if item and all(one.id != item for one in packet.items):
            # Elsewhere all might read them whom that item kept out.
            wrong = (*wrong, *(Wrong(shown(one.name), Reason.ITEM_GONE) for one in documents))
            continue
        if not item:
            packet, item = steps.add_item(packet, basket.title)
            items.append(item)
        packet = steps.add_documents(packet, item, documents)
        put += [one.id for one in documents]
        number = next(n for n, one in enumerate(packet.items, 1) if one.id == item)
        for document in documents:
            first, name, place = known.setdefault(document.file, (document.id, document.name, number))
            if first != document.id:
                twice.append(Twice(document.name, number, name, place))
    drafting.save(book, packet)
    if len(put) < sum(len(several) for _, several in kept):
        drafting.sweep(book, meeting)
    return Taken(tuple(put), tuple(items), wrong, tuple(twice))


def _ending(path: Path) -> str:
    """What kind of file it says it is, whatever is not seen behind it."""
    return PurePath(plain_line(path.name).rstrip(". ")).suffix.lower()


def _reason(path: Path, *, converts: bool) -> Reason | None:
    ending = _ending(path)
    if ending in ENDINGS and not converts:
        return Reason.WORD
    if ending not in (".pdf", *ENDINGS):
        return Reason.NOT_PDF
    try:
        found = path.stat()
    except OSError:
        return None  # what is wrong with it is told when it is opened
    if not stat.S_ISREG(found.st_mode):
        return None  # as is that it is no file
    size = found.st_size
    return Reason.TOO_LARGE if size > MOST_BYTES else Reason.EMPTY if size == 0 else None


def _walk(
    folder: Path, left: int, wrong: list[Wrong], stopped: Callable[[], bool]
) -> tuple[list[tuple[str, Path]], int]:
    """All files below a folder by their path inside it, and how many entries may still be looked at;
    negative: it was too many. Folders whose files are not taken are put to what is wrong."""
    found: list[tuple[str, Path]] = []
    waiting = [(folder, "", 0)]
    while waiting:
        here, inside, depth = waiting.pop()
        try:
            with os.scandir(here) as entries:
                for entry in entries:
                    go_on(stopped)
                    left -= 1
                    if left < 0:
                        return [], left
                    if not entry.is_dir(follow_symlinks=False):
                        found.append((inside + entry.name, Path(entry.path)))
                    elif depth == DEEPEST:
                        wrong.append(Wrong(shown(entry.name), Reason.TOO_DEEP))
                    elif not entry.name.startswith("."):
                        waiting.append((Path(entry.path), f"{inside}{entry.name}/", depth + 1))
        except OSError:
            wrong.append(Wrong(shown(here.name), Reason.CLOSED))
    return found, left
