"""What the window is handed by the composition root: the office's side, as Protocols. No HTTP here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol, TypeVar

from reader.core.book import Book
from reader.core.enrolling import Enrol, Found
from reader.core.line_views import RoomAt, RoomHubView
from reader.core.preparing import Uploads
from reader.core.stick_views import StickView, Took, Written
from reader.core.views import LineView, SavingView
from sync.model.ids import DeviceId, DocumentId, MeetingId
from sync.wire.admin import (
    AdminDone,
    AuditAsk,
    AuditPage,
    Invited,
    InvitePeople,
    KeepPeople,
    Overview,
    PutCarried,
    PutOffice,
    PutRoster,
    RevokeDevice,
    RosterDraft,
)
from sync.wire.invitation import Invitation

T = TypeVar("T")


class OnBook(Protocol):
    """Runs a function on the vault's thread and waits for its result."""

    def __call__(self, work: Callable[[Book], T]) -> T: ...


class Visitor(Found, Protocol):
    """A hub that has proved itself, and whose invitation this is."""

    @property
    def person(self) -> str: ...


class LineControl(Protocol):
    """The talking thread, as the window steers it."""

    def start(self) -> None: ...
    def wake(self) -> None: ...
    def pause(self, paused: bool) -> None: ...
    def want(self, document: DocumentId | None) -> None: ...
    def save(self, wanted: SavingView) -> None: ...
    def try_room(self, address: str) -> None:
        """Talk to the room hub at an address that somebody typed; what comes of it is reported."""

    def leave_room(self, addresses: Sequence[str]) -> None:
        """Talk no more to the room hub that answers at one of these, if that is the one: it is being closed
        on purpose, and is not lost."""

    def room_at(self) -> RoomAt | None:
        """The room hub that answers now, for the USB courier."""

    def stop(self) -> None: ...


class RoomControl(Protocol):
    """The room hub on this laptop: a program beside the window. Returns at once; what comes is reported."""

    def look(self) -> None: ...
    def join(self, code: str) -> None:
        """Make this laptop a room hub, with a code or a link of the administrator's."""

    def start(self) -> None: ...
    def stop(self) -> None: ...


class Uploading(Uploads, Protocol):
    """Uploads of one packet; used once."""

    def stop(self) -> None:
        """From any thread: it raises what a line that is cut raises."""


class Stick(Protocol):
    """The USB courier of an open book. Blocks: for a thread of its own. ``tell`` hears how far it is, 0 to 1;
    ``stopped`` says that it is not wanted any more."""

    def look(self, place: Path) -> StickView: ...
    def write_home(
        self, place: Path, tell: Callable[[float], object], stopped: Callable[[], bool]
    ) -> Written: ...
    def write_out(
        self,
        place: Path,
        meeting: MeetingId | None,
        devices: Sequence[DeviceId],
        tell: Callable[[float], object],
        stopped: Callable[[], bool],
    ) -> Written: ...
    def take(self, place: Path, tell: Callable[[float], object], stopped: Callable[[], bool]) -> Took: ...
    def halt(self) -> None:
        """From any thread: ends what waits for the line."""


class Administering(Protocol):
    """An administrator's questions to the hub (``wire.admin``). Each blocks and raises ``SohopError``."""

    def look(self) -> Overview: ...
    def keep_people(self, asked: KeepPeople) -> AdminDone: ...
    def invite(self, asked: InvitePeople) -> Invited: ...
    def revoke(self, asked: RevokeDevice) -> AdminDone: ...
    def draft(self) -> RosterDraft: ...
    def put_roster(self, asked: PutRoster) -> AdminDone: ...
    def audit(self, asked: AuditAsk) -> AuditPage: ...
    def put_office(self, asked: PutOffice) -> AdminDone: ...
    def carry(self, asked: PutCarried) -> AdminDone: ...
    def stop(self) -> None:
        """From any thread: what waits raises what a line that is cut raises. It is not used again."""

    def close(self) -> None: ...


class Services(Protocol):
    """Everything outside the window and the vault."""

    @property
    def profile(self) -> Path: ...

    def contact(self, invitation: Invitation) -> Visitor:
        """Meet the hub of an invitation. Blocks; any thread. Raises ``SohopError``."""

    def enrol(self, visitor: Visitor) -> Enrol:
        """The step that sends this laptop's keys."""

    def connect(self, book: Book, on_book: OnBook, report: Callable[[LineView, bool], None]) -> LineControl:
        """A talking thread for this book, saving the line as was asked last. ``report(line, changed)`` is
        called on it: ``changed`` when the book's content may have changed."""

    def room(self, book: Book, report: Callable[[RoomHubView], None]) -> RoomControl:
        """The room hub on this laptop. ``report`` is called on a thread of its own."""

    def uploads(self, on_book: OnBook) -> Uploading:
        """A way for a packet's blobs up to the hub. Blocks where it is called: never on the window's thread,
        nor on the vault's, which it asks by ``on_book``."""

    def stick(self, on_book: OnBook, room: Callable[[], RoomAt | None]) -> Stick:
        """The USB courier. Blocks as ``uploads`` does. ``room``: the room hub that answers when it is asked,
        from any thread."""

    def administration(self, on_book: OnBook) -> Administering:
        """An administrator's way to the hub. Blocks where it is called, like ``uploads``."""
