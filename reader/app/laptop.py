"""An opened book joined to its office's hub: the command line's way, in one thread."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from threading import Lock
from typing import TypeVar

from reader.core import evidence, library, note_key, recalling, standing
from reader.core.book import Book
from reader.core.preparing import Blob
from reader.store.vault import Vault
from sync.engine.ports import Memory, OnMemory, Who
from sync.engine.rooms import identify, room_address
from sync.engine.runner import Runner
from sync.engine.status import Happened, Wishes
from sync.engine.transport import Transport
from sync.engine.uploads import Uploader
from sync.errors import Code, SohopError
from sync.model.ids import DeviceId
from sync.wire.rooms import room_host

T = TypeVar("T")


def who(book: Book) -> Who:
    """Whom the engine speaks for."""
    identity = book.identity
    return Who(identity.tenant, identity.person, identity.device, identity.roles)


def runner(
    book: Book,
    on_memory: OnMemory,
    wishes: Wishes,
    report: Callable[[Happened], None],
    turn: Lock | None = None,
) -> Runner:
    """A runner for this book's office."""
    transport = Transport(book.identity.hub, book.identity.ca)
    return Runner(transport, who(book), book.sign, on_memory, wishes, report, turn=turn)


def room_runner(
    book: Book,
    room: DeviceId,
    address: str,
    on_memory: OnMemory,
    wishes: Wishes,
    report: Callable[[Happened], None],
    turn: Lock | None = None,
) -> Runner:
    """A runner for a room hub of this book's office. Raises ``SohopError(PLAIN_HTTP | MALFORMED)``."""
    transport = Transport(room_address(address), book.identity.ca, name=room_host(room))
    return Runner(transport, who(book), book.sign, on_memory, wishes, report, hub=room, turn=turn)


class Laptop:
    """One thread does everything: for ``sohop packet …``, ``sohop collect …`` and the like."""

    def __init__(self, profile: Path, passphrase: str) -> None:
        """Raises ``SohopError(VAULT_MISSING | WRONG_PASSPHRASE | VAULT_IN_USE | …)``."""
        self.book = Book(Vault.open(profile, passphrase))

    def close(self) -> None:
        """Lock the vault."""
        self.book.vault.close()

    def __enter__(self) -> Laptop:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def sync(self, *, documents: bool = True) -> None:
        """One whole round. Raises ``SohopError`` when the line or the hub failed."""
        wishes = Wishes(order=lambda: library.order(self.book))
        talk = runner(self.book, self._on_memory, wishes, self._happened)
        talk.small_only(not documents)
        try:
            status = talk.round()
            told = [recalling.report_destroyed(self.book), evidence.report_forks(self.book)]
            told.append(bool(note_key.go_on(self.book)))
            if library.report_ready(self.book) or any(told):
                status = talk.round()
        finally:
            talk.stop()
        if status.online is not True:
            raise SohopError(status.problem or Code.OFFLINE)

    def sync_room(self, address: str, *, documents: bool = True) -> None:
        """One whole round with the room hub at an address. Raises ``SohopError`` when there is none, or the
        line failed."""
        room = identify(address, self.book.identity.ca)
        wishes = Wishes(order=lambda: library.order(self.book))
        talk = room_runner(self.book, room, address, self._on_memory, wishes, self._happened)
        talk.small_only(not documents)
        try:
            status = talk.round()
            if library.report_ready(self.book):
                status = talk.round()
        finally:
            talk.stop()
        if status.online is not True:
            raise SohopError(status.problem or Code.OFFLINE)

    def uploads(self, blobs: Iterable[Blob], arrived: Callable[[int], None]) -> int:
        """Bring blobs to the hub (``preparing.Uploads``)."""
        identity = self.book.identity
        transport = Transport(identity.hub, identity.ca)
        try:
            sign_in = partial(transport.authenticate, identity.tenant, identity.device, self.book.sign)
            return Uploader(transport, sign_in).upload(blobs, arrived)
        finally:
            transport.close()

    def _happened(self, happened: Happened) -> None:
        applied = happened.applied
        if applied is not None and (applied.copied or applied.sent):
            standing.heard_copied(self.book, copied=applied.copied)

    def _on_memory(self, work: Callable[[Memory], T]) -> T:
        return work(self.book.vault)
