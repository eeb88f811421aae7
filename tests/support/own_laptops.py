"""Laptops of one person, with vaults of their own, and the post between them, carried by hand."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from support.moulds import Mould, mould_of
from support.packets import NOON, PASSPHRASE, Member, PaperOffice, a_key

from reader.core import note_key
from reader.core.book import Book
from reader.core.enrolling import note_key as key_of
from sync.model.ids import DeviceId, PersonId
from sync.model.people import Role
from sync.wire.codec import encode_payload
from sync.wire.messages import Delivered, Outcome, Receipt
from sync.wire.statements import DeviceCert


def box_seed(device: str) -> bytes:
    return hashlib.sha256(f"box of {device}".encode()).digest()


def an_own_laptop(device: str, person: str = "p-lan", *roles: Role) -> Member:
    """With real keys, both kinds."""
    key = a_key(device)
    box = X25519PrivateKey.from_private_bytes(box_seed(device)).public_key().public_bytes_raw()
    cert = DeviceCert(
        device=DeviceId(device),
        person=PersonId(person),
        name="Lan",
        roles=roles or (Role.DELEGATE,),
        sign_key=key.public_key().public_bytes_raw(),
        box_key=box,
        laptop=f"Máy {device}",
    )
    return Member(cert, key)


class Clock:
    """What every laptop's clock shows."""

    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> datetime:
        return self.now

    def pass_by(self, **time: float) -> None:
        self.now += timedelta(**time)


class Post:
    """A hub that records and delivers, and nothing else. ``secret`` makes a temporary key."""

    def __init__(self, office: PaperOffice, folder: Path) -> None:
        self.office = office
        self.clock = Clock()
        self._folder = folder
        self._moulds: dict[str, Mould] = {}
        self.books: dict[str, Book] = {}
        self.members: dict[str, Member] = {}
        self.order: list[Delivered] = []

    def laptop(self, member: Member, secret: bytes = b"") -> Book:
        """Open one more, which knows of the others, and they of it."""
        office, name = self.office, member.device
        changes = {"note_key": key_of(secret), "temporary": secret} if secret else {}
        identity = office.identity(member, box_seed=box_seed(name), **changes)
        self._moulds[name] = mould_of(identity, PASSPHRASE)
        vault = self._moulds[name].cast(self._folder / name)
        book = self.books[name] = Book(vault, self.clock)
        self.members[name] = member
        vault.trust.put_roster(office.by_root(office.roster()))
        vault.trust.begin_epoch(1)
        for other in self.books.values():
            for known in self.members.values():
                other.vault.trust.put_cert(office.cert(known))
        self.pass_on()
        return book

    def restart(self, book: Book) -> Book:
        """Close it and open it again."""
        return self.while_closed(book, lambda folder, key: None)

    def while_closed(self, book: Book, work: Callable[[Path, bytes], None]) -> Book:
        """Close it, let another program at its folder and data key, and open it again."""
        name = book.identity.device
        book.vault.close()
        work(self._folder / name, self._moulds[name].key)
        self.books[name] = Book(self._moulds[name].open(self._folder / name), self.clock)
        return self.books[name]

    def collect(self, *books: Book) -> None:
        """What waits goes up and is recorded now; nobody is told yet."""
        for book in books or self.books.values():
            for envelope in book.vault.outbox.pending(500):
                self.order.append(Delivered(len(self.order) + 1, self.clock.now, envelope))
                receipt = Receipt(event=envelope.event_id, accepted=True, recorded=self.clock.now)
                book.vault.outbox.settle(Outcome(event=receipt.event, receipt=encode_payload(receipt)))

    def pass_on(self, *books: Book, order: Iterable[Delivered] | None = None) -> None:
        """All that was recorded reaches these, or all of the person's."""
        for book in books or self.books.values():
            for delivered in self.order if order is None else order:
                person = self.members[delivered.envelope.signatures[0].signer].person
                if person == book.identity.person:
                    book.vault.events.add(delivered)

    def round(self) -> None:
        """Up, down, and what follows by itself, until nothing does."""
        acted = True
        while acted:
            self.collect()
            self.pass_on()
            acted = sum(note_key.go_on(book) for book in self.books.values()) > 0
        self.collect()
        self.pass_on()

    def close(self) -> None:
        for book in self.books.values():
            if not book.vault.is_closed:
                book.vault.close()
