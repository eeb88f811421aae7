"""The words of real documents are read in the background, by a real child, and go on after a lock."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from functools import partial

import msgspec
import pymupdf
import pytest
from support.packets import MEETING, PASSPHRASE, PaperOffice

from reader.core.book import Book
from reader.core.indexing import TEXT_VERSION, Indexing, IndexView, indexed
from reader.core.searching import Where, search
from reader.pdf import PdfClient, extract
from reader.store.chunk_lists import ChunkList
from reader.store.index import IndexState
from reader.store.packets import recipe
from reader.store.vault import Vault


def a_pdf(*pages: str) -> bytes:
    document = pymupdf.open()
    for text in pages:
        document.new_page().insert_text((72, 72), text)
    return bytes(document.tobytes(garbage=3, deflate=True))


class Laptop:
    """A book on its own thread, as in the program."""

    def __init__(self, profile, office):
        self.profile, self.office = profile, office
        self.thread = ThreadPoolExecutor(1)
        self.views: list[IndexView] = []
        self.whole = threading.Event()
        self.pdf = PdfClient()
        self.thread.submit(lambda: self._made(office.book(profile, office.lan))).result()

    def on_book(self, work):
        return self.thread.submit(lambda: work(self.book)).result()

    def reopen(self):
        self.on_book(lambda book: book.vault.close())
        self.thread.submit(lambda: self._made(Book(Vault.open(self.profile, PASSPHRASE)))).result()

    def close(self):
        self.pdf.close()
        self.on_book(lambda book: book.vault.close())
        self.thread.shutdown()

    def indexing(self, halting=None):
        self.whole.clear()
        return Indexing(self.on_book, halting or partial(extract, self.pdf.background), self._reported)

    def publish(self, documents, scans=(), meeting=MEETING):
        described = [self.office.document(data, name, name) for name, data in documents.items()]
        described = [msgspec.structs.replace(d, has_text=d.id not in scans) for d in described]
        item = self.office.item(*described)
        manifest = self.office.manifest(item, starts=datetime.now(UTC) + timedelta(days=1), meeting=meeting)

        def put(book):
            self.office.deliver(book.vault, manifest, item)
            for one, data in zip(described, documents.values(), strict=True):
                chunks = ChunkList.of(one.chunks)
                kept = book.vault.documents.begin(meeting, one.sha256, one.size, recipe(chunks))
                book.vault.documents.fill(kept, data, chunks)

        self.on_book(put)
        return {one.id: one.sha256 for one in described}

    def states(self):
        known = self.on_book(lambda book: book.vault.index.documents())
        return {sha256: state for sha256, (_, state) in known.items()}

    def pages(self, query):
        return [
            (one.document, one.page)
            for one in self.on_book(lambda book: search(book, query))
            if one.where is Where.PAGE
        ]

    def _made(self, book):
        self.book = book

    def _reported(self, view):
        self.views.append(view)
        if view.complete:
            self.whole.set()


@pytest.fixture
def laptop(tmp_path) -> Iterator[Laptop]:
    made = Laptop(tmp_path / "lan", PaperOffice())
    yield made
    made.close()


def test_documents_are_read_one_after_another_and_new_ones_when_they_come(laptop):
    shas = laptop.publish(
        {
            "a": a_pdf("nothing here", "liên thôn one", *["more"] * 20, "lien thon two"),
            "scan": a_pdf("never looked at: lien thon"),
            "empty": a_pdf("", ""),
            "bad": b"this is no document",
        },
        scans=["scan"],
    )
    indexing = laptop.indexing()
    indexing.start()
    try:
        assert laptop.whole.wait(60)
        assert laptop.pages("lien thon") == [("a", 1), ("a", 22)]
        assert laptop.states() == {
            shas["a"]: IndexState.DONE,
            shas["scan"]: IndexState.NO_TEXT,
            shas["empty"]: IndexState.NO_TEXT,
            shas["bad"]: IndexState.UNREADABLE,
        }
        assert laptop.views[0] == IndexView(0, 4)
        assert laptop.views[-1] == IndexView(4, 4)
        laptop.whole.clear()
        laptop.publish({"b": a_pdf("lien thon three")}, meeting="m-2")
        indexing.wake()
        assert laptop.whole.wait(60)
        assert ("b", 0) in laptop.pages("lien thon")
    finally:
        indexing.stop()


class Halting:
    """The real one, which says when it is in the middle of a document and waits there."""

    def __init__(self, laptop, after):
        self.pdf, self.after, self.starts = laptop.pdf, after, []
        self.there, self.may_go = threading.Event(), threading.Event()

    def __call__(self, source, read, *, start):
        self.starts.append(start)

        def halting(page):
            read(page)
            if page.page == self.after:
                self.there.set()
                self.may_go.wait()

        return extract(self.pdf.background, source, halting, start=start)


def test_after_a_lock_it_goes_on_where_it_was(laptop):
    pages = [f"lien thon {n}" for n in range(30)]
    [sha256] = laptop.publish({"a": a_pdf(*pages)}).values()
    extractor = Halting(laptop, after=20)
    indexing = laptop.indexing(extractor)
    indexing.start()
    assert extractor.there.wait(60)
    indexing.stop()
    extractor.may_go.set()
    assert laptop.states() == {sha256: IndexState.COMING}
    read = len(laptop.pages("lien thon"))
    assert 0 < read <= 21
    laptop.reopen()
    again = Halting(laptop, after=1_000)
    indexing = laptop.indexing(again)
    indexing.start()
    assert laptop.whole.wait(60)
    indexing.stop()
    assert again.starts == [read]
    assert laptop.pages("lien thon") == [("a", n) for n in range(30)]


def test_a_document_that_is_recalled_while_it_is_read_leaves_nothing(laptop):
    laptop.publish({"a": a_pdf(*[f"lien thon {n}" for n in range(30)])})
    extractor = Halting(laptop, after=20)
    indexing = laptop.indexing(extractor)
    indexing.start()
    assert extractor.there.wait(60)
    laptop.on_book(lambda book: book.vault.packets.recall(MEETING, 1))
    extractor.may_go.set()
    assert laptop.whole.wait(60)
    indexing.stop()
    assert laptop.states() == {}
    assert laptop.pages("lien thon") == []


def test_a_document_whose_file_was_altered_is_dropped_and_the_others_are_read(laptop):
    laptop.publish({"a": a_pdf("lien thon one")})
    [file] = (laptop.profile / "blocks").iterdir()
    data = bytearray(file.read_bytes())
    data[100] ^= 1
    file.write_bytes(data)
    shas = laptop.publish({"b": a_pdf("lien thon two")}, meeting="m-2")
    indexing = laptop.indexing()
    indexing.start()
    assert laptop.whole.wait(60)
    indexing.stop()
    assert laptop.pages("lien thon") == [("b", 0)]
    assert laptop.states() == {shas["b"]: IndexState.DONE}
    assert laptop.views[-1] == IndexView(1, 1)


def test_it_can_be_stopped_before_it_was_started_and_twice(laptop):
    laptop.publish({"a": a_pdf("one")})
    indexing = laptop.indexing()
    indexing.stop()
    indexing.start()
    indexing.stop()
    indexing.stop()
    assert laptop.states() == {}


def test_a_space_inside_a_word_makes_no_two_of_it():
    text = indexed(0, ("a b", "đồng"))
    assert text.text.split(" ") == ["a\N{NO-BREAK SPACE}b", "đồng"]
    assert text.folded == "a b dong"
    assert TEXT_VERSION > 0
