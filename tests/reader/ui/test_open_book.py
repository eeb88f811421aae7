"""The window with a real vault and real documents, and a line that is held here."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pymupdf
import pytest
from pytestqt.qtbot import QtBot
from shiboken6 import isValid
from support.packets import DOCUMENT, MEETING, PASSPHRASE, PaperOffice

from reader.core.book import Book
from reader.core.views import LineView
from reader.store.chunk_lists import ChunkList
from reader.store.packets import recipe
from reader.ui.window import MainWindow
from sync.model.ids import Digest, DocumentId
from sync.model.meeting import Manifest
from sync.wire.envelope import Kind
from tools.hand import Hand

OTHER = DocumentId("doc-2")


def a_pdf(word: str, pages: int = 3) -> bytes:
    document = pymupdf.open()
    for number in range(pages):
        document.new_page().insert_text((72, 72), f"{word} {number + 1}")
    return bytes(document.tobytes(garbage=3, deflate=True))


@dataclass
class HeldLine:
    """Takes orders and does nothing; ``stop`` waits until it may."""

    report: Callable[[LineView, bool], None]
    may_stop: threading.Event = field(default_factory=threading.Event)
    started: bool = False
    stopped: bool = False

    def start(self) -> None:
        self.started = True

    def wake(self) -> None: ...
    def pause(self, paused: bool) -> None: ...
    def want(self, document: DocumentId | None) -> None: ...
    def save(self, wanted: Any) -> None: ...

    def stop(self) -> None:
        assert self.may_stop.wait(20)
        self.stopped = True


class Office:
    """Services of the window, an office that signs, and the laptop of its delegate Lan."""

    def __init__(self, profile: Path) -> None:
        self.profile = profile
        self.paper = PaperOffice()
        self.line: HeldLine | None = None
        self.made: Manifest | None = None
        self.book: Book | None = None
        book = self.paper.book(profile, self.paper.lan)
        self.publish(book, {DOCUMENT: a_pdf("một"), OTHER: a_pdf("hai")})
        book.vault.close()

    def publish(
        self, book: Book, documents: dict[DocumentId, bytes], *, here: bool = True, **changes: Any
    ) -> None:
        """The next version arrives, with its documents if ``here``."""
        made = [self.paper.document(data, name, f"Tờ trình {name}") for name, data in documents.items()]
        item = self.paper.item(*made)
        manifest = self.paper.manifest(
            item, starts=datetime.now(UTC) + timedelta(days=1), after=self.made, **changes
        )
        self.paper.deliver(book.vault, manifest, item)
        self.made = manifest
        if here:
            for data in documents.values():
                self.arrive(book, data)

    def arrive(self, book: Book, data: bytes) -> None:
        """The whole of one document."""
        document = self.paper.document(data)
        chunks = ChunkList.of(document.chunks)
        kept = book.vault.documents.begin(MEETING, document.sha256, document.size, recipe(chunks))
        book.vault.documents.fill(kept, data, chunks)

    def contact(self, _: Any) -> Any:
        raise AssertionError

    enrol = contact

    def connect(self, book: Book, _: Any, report: Callable[[LineView, bool], None]) -> HeldLine:
        self.book = book
        self.line = HeldLine(report)
        self.line.may_stop.set()
        return self.line


class Reader(Hand):
    """Lan before the open book."""

    def __init__(self, window: MainWindow, office: Office) -> None:
        super().__init__(window)
        self.office = office

    def happens(self, what: Callable[[Book], object]) -> None:
        """Something comes over the line."""
        self.window._books.wait(what)
        assert self.office.line is not None
        self.office.line.report(LineView(), True)

    def read(self, document: DocumentId = DOCUMENT) -> None:
        """Open a document and wait for its first page."""
        self.open_meeting()
        self.open_document(document)
        self.wait(lambda: self.pictures() > 0, "a page is painted")

    def pictures(self) -> int:
        """Bytes of pages kept for the screen."""
        return self.book.meeting.reading.pane.view._pictures.bytes_kept

    def cached(self, sha256: Digest) -> bool:
        """Whether any page of these bytes is still at hand."""
        pdf = self.book.pdf
        return sha256 in pdf._documents or any(key[0] == sha256 for key in pdf._cache._pages)


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path / "lan")


@pytest.fixture
def reader(office: Office, qtbot: QtBot) -> Iterator[Reader]:
    window = MainWindow(office)
    qtbot.addWidget(window)
    window.show()
    hand = Reader(window, office)
    hand.unlock(PASSPHRASE)
    hand.wait(lambda: office.line is not None and office.line.started, "the line is up")
    yield hand
    if office.line is not None:
        office.line.may_stop.set()
    window.shut_down()


def lost(reader: Reader) -> str:
    banner = reader.book.shelf.lost
    return banner.banner.accessibleName() + " " + banner.banner.accessibleDescription()


def test_a_recalled_meeting_leaves_the_screen_with_its_pages(reader: Reader) -> None:
    reader.read()
    shown = reader.book.meeting.reading.shown
    old = reader.book.meeting.screen
    assert reader.cached(shown)
    reader.happens(lambda book: book.vault.packets.recall(MEETING, 1))
    reader.wait(reader.book.shelf.isVisible, "the shelf")
    reader.wait(reader.book.shelf.lost.isVisible, "the reason")
    assert lost(reader).startswith("Đã đóng “Kỳ họp 5” Văn phòng đã thu hồi")
    assert not isValid(old)
    assert reader.pictures() == 0
    assert reader.book.meeting.view is None
    assert reader.book.meeting.reading.shown is None
    reader.wait(lambda: not reader.cached(shown), "no page of it is at hand")


def test_a_recall_while_another_page_is_on_the_screen_takes_the_pages_too(reader: Reader) -> None:
    reader.read()
    shown = reader.book.meeting.reading.shown
    reader.book.show_sync()
    reader.happens(lambda book: book.vault.packets.recall(MEETING, 1))
    reader.wait(lambda: reader.book.meeting.view is None, "the meeting is forgotten")
    reader.wait(lambda: not reader.cached(shown), "no page of it is at hand")
    assert reader.book.sync.isVisible()


def test_a_place_in_a_recalled_document_is_not_written_down_again(reader: Reader) -> None:
    reader.read()
    reader.book.meeting.reading.pane.view.go_to(2)
    reader.happens(lambda book: book.vault.packets.recall(MEETING, 1))
    reader.wait(reader.book.shelf.lost.isVisible, "the reason")
    assert reader.window._books.wait(lambda book: book.vault.places.get(MEETING, DOCUMENT)) is None


def test_a_reading_period_that_ends_without_a_line_hides_the_meeting(
    reader: Reader, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader.read()
    assert office.made is not None
    after = office.made.lease + timedelta(minutes=1)
    monkeypatch.setattr(Book, "now", lambda _: after)
    assert reader.book._minute.isActive()
    reader.book._minute.timeout.emit()
    reader.wait(reader.book.shelf.lost.isVisible, "the reason")
    assert "Đã hết hạn đọc" in lost(reader)
    assert reader.book.meeting.view is None


def test_what_is_shown_grows_old_by_itself(
    reader: Reader, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader.window._books.wait(
        lambda book: book.vault.trust.put_freshness(
            office.paper.by_hub(Kind.FRESHNESS, office.paper.freshness(office.made)), datetime.now(UTC)
        )
    )
    reader.read()
    assert not reader.book.meeting.screen.age.isVisible()
    later = datetime.now(UTC) + timedelta(days=5)
    monkeypatch.setattr(Book, "now", lambda _: later)
    reader.book._minute.timeout.emit()
    reader.wait(reader.book.meeting.screen.age.isVisible, "the strip")


def test_the_reason_is_taken_away_with_its_button(reader: Reader) -> None:
    reader.read()
    reader.happens(lambda book: book.vault.packets.recall(MEETING, 1))
    reader.wait(reader.book.shelf.lost.isVisible, "the reason")
    reader.click(reader.book.shelf.lost.banner.buttons[0])
    assert not reader.book.shelf.lost.isVisible()


def test_a_meeting_that_went_just_before_it_was_opened_is_explained(reader: Reader) -> None:
    reader.window._books.wait(lambda book: book.vault.packets.recall(MEETING, 1))
    reader.book.open_meeting(MEETING, document=OTHER)
    reader.wait(reader.book.shelf.lost.isVisible, "the reason")
    assert reader.book.meeting.id is None
