"""The window before a real vault, and a line over which nothing comes but what a test reports."""

from __future__ import annotations

import copy
import shutil
import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Generic, TypeVar

import msgspec
from pytestqt.qtbot import QtBot
from support.packets import PASSPHRASE, PaperOffice

from reader.app.courier import OfficeStick
from reader.core.book import Book
from reader.core.line_views import RoomAt, RoomHubView
from reader.core.views import LineView
from reader.store.chunk_lists import ChunkList
from reader.store.packets import recipe
from reader.ui.window import MainWindow
from sync.codes import Code
from sync.model.ids import DocumentId, EventId, MeetingId
from sync.model.meeting import Document
from sync.wire.codec import digest
from sync.wire.messages import Outcome, Receipt
from tools.hand import Hand


def _open() -> threading.Event:
    event = threading.Event()
    event.set()
    return event


@dataclass
class HeldLine:
    """Takes orders and does nothing; ``stop`` waits until it may."""

    report: Callable[[LineView, bool], None]
    may_stop: threading.Event = field(default_factory=_open)
    started: bool = False
    stopped: bool = False
    room: RoomAt | None = None
    tried: list[str] = field(default_factory=list)
    left: list[str] = field(default_factory=list)

    def start(self) -> None:
        self.started = True

    def wake(self) -> None: ...
    def pause(self, paused: bool) -> None: ...
    def want(self, document: DocumentId | None) -> None: ...
    def save(self, wanted: Any) -> None: ...
    def try_room(self, address: str) -> None:
        self.tried.append(address)

    def leave_room(self, addresses: Sequence[str]) -> None:
        self.left.extend(addresses)

    def room_at(self) -> RoomAt | None:
        return self.room

    def stop(self) -> None:
        assert self.may_stop.wait(20)
        self.stopped = True


@dataclass
class HeldRoom:
    """The room hub on a laptop, as the test says it is; what was asked of it is written down."""

    report: Callable[[RoomHubView], None]
    view: RoomHubView = field(default_factory=RoomHubView)
    asked: list[str] = field(default_factory=list)

    def look(self) -> None:
        self.report(self.view)

    def join(self, code: str) -> None:
        self.asked.append(f"join {code}")

    def start(self) -> None:
        self.asked.append("start")

    def stop(self) -> None:
        self.asked.append("stop")


class WindowOffice:
    """Services of the window, and an office that signs."""

    def __init__(self, profile: Path) -> None:
        self.profile = profile
        self.paper = PaperOffice()
        self.line: HeldLine | None = None
        self.book: Book | None = None

    def arrive(self, book: Book, meeting: MeetingId, document: Document, data: bytes) -> None:
        """The whole of one document."""
        chunks = ChunkList.of(document.chunks)
        kept = book.vault.documents.begin(meeting, document.sha256, document.size, recipe(chunks))
        book.vault.documents.fill(kept, data, chunks)

    def contact(self, _: Any) -> Any:
        raise AssertionError

    enrol = contact

    def room(self, _: Book, report: Callable[[RoomHubView], None]) -> HeldRoom:
        self.room_hub = HeldRoom(report)
        return self.room_hub

    def uploads(self, _: Any) -> Any:
        raise AssertionError

    def stick(self, on_book: Any, room: Any) -> OfficeStick:
        """The real one: its line leads nowhere."""
        return OfficeStick(on_book, room)

    def administration(self, _: Any) -> Any:
        raise AssertionError

    def connect(self, book: Book, _: Any, report: Callable[[LineView, bool], None]) -> HeldLine:
        self.book = book
        self.line = HeldLine(report)
        return self.line


Held = TypeVar("Held", bound=WindowOffice)


def copied(office: Held, profile: Path) -> Held:
    """The same office with a laptop of its own. Both are closed."""
    made = copy.copy(office)
    made.profile = profile
    shutil.copytree(office.profile, profile)
    return made


class WindowReader(Hand, Generic[Held]):
    """The person before the window."""

    def __init__(self, window: MainWindow, office: Held) -> None:
        super().__init__(window)
        self.office = office

    def happens(self, what: Callable[[Book], object]) -> None:
        """Something comes over the line."""
        self.window._books.wait(what)
        assert self.office.line is not None
        self.office.line.report(LineView(), True)

    def hub_answers(self, code: Code | None = None) -> None:
        """The hub's receipt for all that waits."""

        def settle(book: Book) -> None:
            for envelope in book.vault.outbox.pending(10):
                event = EventId(digest(envelope.payload))
                now = datetime.now(UTC)
                receipt = Receipt(event=event, accepted=code is None, recorded=now, code=code)
                book.vault.outbox.settle(Outcome(event=event, receipt=msgspec.json.encode(receipt)))

        self.happens(settle)


Person = TypeVar("Person", bound=WindowReader[Any])


def before_the_window(
    make: Callable[[MainWindow, Held], Person], office: Held, qtbot: QtBot
) -> Iterator[Person]:
    """The book is open and the line is up; afterwards all of it is shut down."""
    window = MainWindow(office)
    qtbot.addWidget(window)
    window.show()
    hand = make(window, office)
    hand.unlock(PASSPHRASE)
    hand.wait(lambda: office.line is not None and office.line.started, "the line is up")
    yield hand
    if office.line is not None:
        office.line.may_stop.set()
    window.shut_down()
