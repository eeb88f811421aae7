"""A delegate's book with a meeting whose document is a real one, and a PDF child."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from support.annotated import every_mark
from support.packets import MEETING, PaperOffice
from support.pdfs import BytesSource

from reader.core import annotating
from reader.core.book import Book
from reader.pdf import PdfClient
from reader.store.chunk_lists import ChunkList
from reader.store.packets import recipe
from sync.model.annotation import Audience
from sync.model.ids import Digest, DocumentId


@pytest.fixture(scope="session")
def session_pdf():
    client = PdfClient(background=True)
    yield client
    client.close()


@pytest.fixture
def pdf(session_pdf):
    return session_pdf


@dataclass
class Held:
    """The book, and the document in it."""

    office: PaperOffice
    book: Book
    document: DocumentId
    sha256: Digest
    data: bytes

    def put(self, *marks, audience=Audience.PRIVATE, sha256=""):
        """Make these."""
        for mark in marks:
            annotating.put(
                self.book,
                MEETING,
                document=self.document,
                sha256=sha256 or self.sha256,
                page=mark.page,
                kind=mark.kind,
                rects=mark.rects,
                quote=mark.quote,
                strokes=mark.strokes,
                width=mark.width,
                colour=mark.colour,
                text=mark.text,
                audience=audience,
            )

    def put_every_kind(self):
        self.put(*every_mark())

    @property
    def marks(self):
        return [fact.mark for fact in self.book.project(MEETING).marks]

    @property
    def source(self):
        return BytesSource(self.data)


@pytest.fixture
def hold(book, office):
    """Put a document into Lan's book."""

    def put(data: bytes) -> Held:
        described = office.document(data)
        item = office.item(described)
        office.deliver(book.vault, office.manifest(item), item)
        chunks = ChunkList.of(described.chunks)
        kept = book.vault.documents.begin(MEETING, described.sha256, described.size, recipe(chunks))
        book.vault.documents.fill(kept, data, chunks)
        return Held(office, book, described.id, described.sha256, data)

    return put
