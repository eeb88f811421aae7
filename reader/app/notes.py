"""``sohop notes``: this person's notes out into files and in from files, without a window."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from reader.app.laptop import Laptop
from reader.app.words import Speaker
from reader.core import library
from reader.core.book import Book
from reader.core.interchange import taking_in, taking_out
from reader.core.plain import plain_line
from reader.core.views import DocumentView
from reader.pdf import PdfClient
from sync.errors import Code, SohopError
from sync.model.ids import DocumentId, MeetingId


def export(arguments: argparse.Namespace, laptop: Laptop, say: Speaker) -> int:
    """Write notes in the format that the file's name asks for; 2 when a document must be named and is not."""
    book, path = laptop.book, Path(arguments.to)
    meeting = MeetingId(arguments.meeting)
    form = taking_out.format_of(path)
    document = DocumentId(arguments.document) if arguments.document else None
    if document is None and form.on_pages:
        document = _only_one(book, meeting, say)
        if document is None:
            return 2
    gathered = taking_out.gather(book, meeting, document, pages=form.on_pages, others=arguments.shared)
    if gathered.document is None:
        made = taking_out.make_list(gathered, form, say.language)
    else:
        pdf = PdfClient(background=True)
        try:
            made = taking_out.make_on_pages(pdf, gathered.document, form, say.language)
        finally:
            pdf.close()
    written = taking_out.written(made, path)
    print(say("notes-exported", count=written.count, file=written.path))
    if gathered.elsewhere:
        print(say("notes-elsewhere", count=gathered.elsewhere))
    return 0


def take_in(arguments: argparse.Namespace, laptop: Laptop, say: Speaker) -> int:
    """Take notes in from a file, or without one from the document's own; 2 when a document must be named."""
    book, meeting = laptop.book, MeetingId(arguments.meeting)
    named = DocumentId(arguments.document) if arguments.document else _only_one(book, meeting, say)
    if named is None:
        return 2
    view = library.meeting(book, meeting)
    document = view.document(named) if view is not None else None
    if document is None or not document.complete:
        raise SohopError(Code.NOT_DOWNLOADED)
    source = book.vault.documents.source(document.sha256)
    pdf = PdfClient(background=True)
    try:
        if arguments.file is None:
            offer = taking_in.offered_by_document(pdf, source, document.name)
        else:
            offer = taking_in.offered_by_file(pdf, arguments.file, source, document.name)
    finally:
        pdf.close()
    taking = taking_in.Taking(book, meeting, document.id, document.sha256)
    taking.take(offer.found)
    taking.finish()
    print(say("notes-imported", count=len(taking.taken), known=taking.known))
    left = offer.others + offer.lost
    if left or not offer.whole:
        print(say("notes-left", count=left))
    return 0


def _only_one(book: Book, meeting: MeetingId, say: Speaker) -> DocumentId | None:
    """The meeting's document when it has one only; else says which there are."""
    view = library.meeting(book, meeting)
    if view is None:
        raise SohopError(Code.PACKET_UNKNOWN)
    documents: list[DocumentView] = [one for item in view.items for one in item.documents]
    if len(documents) == 1:
        return documents[0].id
    print(say("notes-which"), file=sys.stderr)
    for one in documents:
        print(f"  {one.id}  {plain_line(one.name)}", file=sys.stderr)
    return None
